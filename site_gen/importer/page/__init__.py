"""The lines of a page: which of them are the headline and the article, and what the others are. Begin with `furniture`."""
