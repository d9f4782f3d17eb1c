"""Places and provinces: which names mean one, and where each paragraph took place. Begin with `finding` and `scenes`."""
