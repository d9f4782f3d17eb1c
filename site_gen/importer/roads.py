"""Roads and rivers that are called by a place which is elsewhere."""

from __future__ import annotations

import re

from site_gen.importer.regex import regex

_ROAD_NAMED = regex(
    r"(?:[–—-](?-i:[A-Z])[\w-]+)? (?:highway|motorway|expressway|trunk road|(?-i:road))\b(?! (?:bomb|block|accident|crash|side))",
    re.IGNORECASE,
)
"""“On the Kabul highway”: a road is called by the town that it leads to."""
_RIVER = regex(r"(?: and (?:the )?[A-Z]\w+)? [Rr]ivers?\b(?! (?:[Vv]alley|[Bb]ank))")
ROAD_AFTER = regex(r"^\s?[–—-]\s?[A-Z][\w-]+ (?:road|highway|route|railway|motorway)\b")
_ROAD_BEFORE = regex(r"[A-Z][\w-]+\s?[–—-]\s?$")


def road_or_river(sentence: str, after: str) -> bool:
    """“The Ansongo–Gao road”, “on the Kabul highway”, “the Niger River”: called by what is elsewhere."""
    return bool(
        ROAD_AFTER.match(after)
        or (
            _ROAD_BEFORE.search(sentence)
            and re.match(r" (?:road|highway|route|railway|motorway)\b", after)
        )
        or (_ROAD_NAMED.match(after) and re.search(r"\bthe $", sentence))
        or river(after)
    )


def river(after: str) -> bool:
    """Whether a river is meant that is called by a place."""
    return _RIVER.match(after) is not None
