"""From the text of files to typed values that know their line and column."""
