"""Days in direct speech that somebody spoke at another time: they count from when it was said, not from the article's day."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from site_gen.importer.tense import sentences

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from site_gen.importer.datemention import DateMention

_RECENT = 6
"""Days before the article on which “this week” and “on Sunday” still come to the same."""
_SAYING = re.compile(
    r"\b(?:sa(?:id|ys?)|told|w(?:rote|ritten)|writes?|warned|promised|announced|declared|vowed|boasted|asked|joked|testified|noted"
    r"|recalled|tweeted|posted|recorded|letters?|statement|diary|speech|interview|memo|message|tweet|post|e-?mail|entry|report|sermon|note"
    r"|broadcast|address)\b(?![^.;“”\"]*\b(?:who|which|whose)\b)[^.;“”\"]{0,80}$"
)
"""“Told parliament in July 2019”, “in a letter dated 3 May 2004”; not “said Karim, who fled in 2019”."""


def counted_from_its_saying(
    text: str,
    mentions: list[DateMention],
    quotes: Sequence[tuple[int, int]],
    published: date | None,
) -> list[DateMention]:
    """Mentions of a paragraph; those in a quotation of an earlier time without a value that counts from the article."""
    if published is None or not any(mention.quoted for mention in mentions):
        return mentions
    spans = sentences(text)
    result = []
    for mention in mentions:
        if mention.quoted and mention.value and mention.basis != "explicit":
            low, high = next((q for q in quotes if q[0] < mention.start < q[1]), (0, 0))
            first = next((a for a, b in spans if a <= low <= b), 0)
            last = next((b for a, b in spans if a <= high <= b), len(text))
            if any(
                first <= m.start < last
                and not m.quoted
                and _long_before(m, published)
                and _SAYING.search(text[first : m.start])
                for m in mentions
            ):
                mention = replace(
                    mention,
                    value="",
                    role="event",
                    reason="it counts from the day on which it was said",
                    candidates=(),
                )
        result.append(mention)
    return result


def _long_before(mention: DateMention, published: date) -> bool:
    """Whether somebody who spoke then spoke of another week."""
    if mention.role != "event" or not re.fullmatch(r"\d{4}(?:-\d\d){0,2}", mention.value):
        return False
    if mention.precision == "day":
        return (
            mention.value < published.isoformat()
            and (published - type(published).fromisoformat(mention.value)).days > _RECENT
        )
    return mention.value < published.isoformat()[: len(mention.value)]
