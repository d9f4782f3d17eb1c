"""Dates as precisely as their sources: EDTF, and how they are said to people."""
