"""What every file of the site is made of: addresses, escaped text, marks that are filled in last."""
