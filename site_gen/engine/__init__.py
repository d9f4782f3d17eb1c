"""Builds a site with no more work than what changed asks for."""
