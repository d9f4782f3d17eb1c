"""What is doubtful about a site, beyond the form of its files."""
