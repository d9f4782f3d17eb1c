"""Who says something in a text. Begin with `finding`."""
