"""Themes: templates, assets, and the words of an interface."""
