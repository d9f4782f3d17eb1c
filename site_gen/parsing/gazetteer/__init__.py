"""Provinces and places of a site, found under every spelling that its gazetteer lists.

The gazetteer is data of the site (`content/provinces.yaml`, see `docs/gazetteer.md`); nothing here
knows a country. Names are compared after `fold`, the one folding that search and the register of
actors use as well.
"""

from __future__ import annotations

from site_gen.parsing.gazetteer.folding import fold
from site_gen.parsing.gazetteer.reading import read_gazetteer
from site_gen.parsing.gazetteer.records import Gazetteer, Place, Province

__all__ = ["Gazetteer", "Place", "Province", "fold", "read_gazetteer"]
