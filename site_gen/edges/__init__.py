"""The doors to the outside: every file that is read or written, every process and its time."""
