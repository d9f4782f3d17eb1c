"""Everything that follows from all entries together."""
