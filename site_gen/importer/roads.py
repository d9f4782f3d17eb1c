"""Roads and rivers that are called by a place which is elsewhere."""

from __future__ import annotations

import re

_ROAD_NAMED = re.compile(
    r"(?:[–—-](?-i:[A-Z])[\w-]+)? (?:highway|motorway|expressway|trunk road|(?-i:road))\b(?! (?:bomb|block|accident|crash|side))",
    re.IGNORECASE,
)
"""“On the Kabul highway”: a road is called by the town that it leads to."""
_RIVER = re.compile(r"(?: and (?:the )?[A-Z]\w+)? [Rr]ivers?\b(?! (?:[Vv]alley|[Bb]ank))")
_OVER_THE_RIVER = re.compile(r"\b(?:across|along|down|up|crossed|crossing) the $")
_NO_RIVER = re.compile(
    r" (?:[Pp]rovince|[Rr]egion|[Dd]istrict|[Ss]tate|[Cc]apital|[Vv]alley|[Bb]order|[Rr]oad|[a-z]+s\b)"
)
"""“Across the Ayeyarwady”: a river that a province is called by, unless “region” follows."""
ROAD_AFTER = re.compile(r"^\s?[–—-]\s?[A-Z][\w-]+ (?:road|highway|route|railway|motorway)\b")
_ROAD_BEFORE = re.compile(r"[A-Z][\w-]+\s?[–—-]\s?$")


def road_or_river(sentence: str, after: str) -> bool:
    """“The Ansongo–Gao road”, “on the Kabul highway”, “the Niger River”: called by what is elsewhere."""
    return bool(
        ROAD_AFTER.match(after)
        or (
            _ROAD_BEFORE.search(sentence)
            and re.match(r" (?:road|highway|route|railway|motorway)\b", after)
        )
        or (_ROAD_NAMED.match(after) and re.search(r"\bthe $", sentence))
        or river(sentence, after)
    )


def river(sentence: str, after: str) -> bool:
    """Whether a river is meant that is called by a place."""
    return bool(
        _RIVER.match(after) or (_OVER_THE_RIVER.search(sentence) and not _NO_RIVER.match(after))
    )
