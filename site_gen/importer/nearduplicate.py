"""Whether a text has been imported before, to the letter or with small changes.

Likeness is the share of the shorter text's word sequences that stand in the other one as well
(containment of 5-word shingles, Broder 1997), so that a page with more furniture around the same
article is still the same article.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from site_gen.parsing.gazetteer import fold

if TYPE_CHECKING:
    from collections.abc import Iterable

_LENGTH = 5
SAME = 0.6
"""From here on two texts are the same article."""


def shingles(text: str) -> frozenset[int]:
    """Hashes of all sequences of five words, after folding."""
    words = fold(text).split()
    return frozenset(
        hash(tuple(words[i : i + _LENGTH])) for i in range(max(len(words) - _LENGTH + 1, 1))
    )


def likeness(one: frozenset[int], other: frozenset[int]) -> float:
    """0 to 1."""
    shorter = min(len(one), len(other))
    return len(one & other) / shorter if shorter else 0.0


def nearest_text(text: str, others: Iterable[tuple[str, str]]) -> tuple[str, float]:
    """(id, likeness) of the most similar of `others`, given as (id, text); ("", 0.0) without any."""
    own = shingles(text)
    best = ("", 0.0)
    for name, other in others:
        found = likeness(own, shingles(other))
        if found > best[1]:
            best = (name, found)
    return best
