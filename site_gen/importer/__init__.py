"""From a raw article to a draft entry: what is sure is filled in, with its evidence; the rest is asked."""
