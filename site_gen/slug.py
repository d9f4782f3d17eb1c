"""Addresses made from names."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_RUNS = re.compile(r"[^a-z0-9]+")
_TRANSLITERATED = str.maketrans(
    {"ß": "ss", "æ": "ae", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th"}
)


@lru_cache(maxsize=4096)
def slugify(text: str) -> str:
    """An address segment for a name: lower-case ASCII letters, digits and single hyphens.

    Accents are dropped. A name without any Latin letter or digit keeps its letters (RFC 3987 allows
    them in addresses), so that two such names never share an empty address.
    """
    if text.isascii():
        plain = _RUNS.sub("-", text.lower().replace("'", "")).strip("-")
        if plain:
            return plain
    lowered = text.casefold().translate(_TRANSLITERATED).replace("’", "").replace("'", "")
    folded = unicodedata.normalize("NFKD", lowered)
    plain = _RUNS.sub("-", folded.encode("ascii", "ignore").decode()).strip("-")
    if plain:
        return plain
    kept = "".join(c if c.isalnum() else "-" for c in unicodedata.normalize("NFC", lowered))
    return re.sub("-+", "-", kept).strip("-") or "untitled"
