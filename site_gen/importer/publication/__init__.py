"""When a text was published, and by whom. Begin with `day`."""
