"""Expressions of time: where they stand, and which days they mean. Begin with `finding`."""
