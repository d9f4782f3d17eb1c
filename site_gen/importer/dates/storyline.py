"""What a paragraph has told before an expression: its last day, another year, a time only looked back to."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

from site_gen.importer.notation import regex
from site_gen.importer.tense import sentences

if TYPE_CHECKING:
    from site_gen.importer.dates.parts import DateMention

_BACK = regex(
    r"\bhad\b(?! to\b)[^.;,]*$|\b(?:since|than|signed|dated|before|after|until|unlike)\s(?:the )?$"
    r"|(?<!night )(?<!nights )(?<!morning )(?<!evening )(?<!afternoon )(?<!hours )\bof\s(?:the )?$|\bsince\b[^.;,]*$"
)


def looked_back_to(text: str, low: int, start: int, said: str) -> bool:
    """Whether a sentence looks back to a day from another: “… a strike that had begun on May 3”."""
    before = text[low:start]
    if re.search(
        r" (?:after|before)$", said
    ):  # “nine days after it began”, not “it came a day after …”
        return (
            re.search(r"\b(?:came|comes?|happened|occurred|took place)\b[^.;,]*$", before) is None
        )
    return _BACK.search(before) is not None


_LATEST = 20
"""Expressions of a paragraph that are looked back to."""


def _told_as_day(mention: DateMention) -> bool:
    return mention.role == "event" and mention.precision == "day"


def earlier_day(text: str, low: int, mentions: list[DateMention]) -> date | None:
    """The day named last, when that was in an earlier sentence of this paragraph."""
    for mention in reversed(mentions[-_LATEST:]):
        if mention.value.endswith("~") and mention.start < low:
            return None  # “around twenty days ago” is no day from which a weekday goes on
        if _told_as_day(mention) and not is_compared(text, mention):
            day = date.fromisoformat(mention.value.rstrip("~?%"))
            return None if mention.start >= low else day
    return None


def day_in_sentence(low: int, mentions: list[DateMention]) -> date | None:
    """The day that the sentence has named last."""
    for mention in reversed(mentions[-_LATEST:]):
        if mention.start < low:
            break
        if _told_as_day(mention):
            return date.fromisoformat(mention.value.rstrip("~?%"))
    return None


def is_compared(text: str, mention: DateMention) -> bool:
    """“Than in May”: a time with which another is compared."""
    return _COMPARED.search(text[max(0, mention.start - 60) : mention.start + 8]) is not None


def other_year(
    text: str, start: int, mentions: list[DateMention], published: date | None, *, quoted: bool
) -> int:
    """The year, other than the document's, that the story has come to: by the sentence, or one before it.

    A year alone reaches to the next sentence, a day or a month of it three sentences on. A year that only a quotation
    names does not reach out of it.
    """
    spans = sentences(text)
    here = next((i for i, (a, b) in enumerate(spans) if a <= start <= b), 0)
    near, far = (spans[max(0, here - back)][0] for back in (1, _REACH))
    for mention in reversed(mentions[-_LATEST:]):
        if mention.start < far:
            break
        if mention.quoted and not quoted:
            continue
        found = re.match(r"(?:.*/)?(\d{4})(?:-\d\d){0,2}~?$", mention.value)
        if found is None or mention.role != "event":
            continue
        year, exact = int(found[1]), mention.precision in ("day", "month", "interval")
        if mention.basis != "explicit" and not _OF_ANOTHER.search(mention.text):
            if mention.precision == "day":
                return 0  # the text has come back to its own time
            continue
        begins = any(low <= mention.start <= low + 1 for low, _ in spans)
        if not exact and (mention.start < near or not (begins or mention.basis == "explicit")):
            continue  # “8 lira a year ago” compares, “Ten years ago it broke” does not
        if not exact and not quoted and _is_aside(text, mention):
            continue
        same = published is None or year == published.year
        return 0 if same or is_compared(text, mention) else year
    return 0


_REACH = 3
_OF_ANOTHER = regex(r"\b(?:ago|last|that|same)\b")
"""“7 October last year”, “last May”, “a year ago”: of another year though the text does not write it."""
_ASIDE = regex(r"(?:\b(?:[Oo]f|[Tt]he|[Aa]n?|[Hh]is|[Hh]er|[Ii]ts|[Tt]heir|[Oo]ur)|['’]s?) $")


def _is_aside(text: str, mention: DateMention) -> bool:
    """Whether a year only says which one: “the sentence of 2019”, “the 1998 bombings”, “a report published in 2018 had …”."""
    year = text.rfind(mention.value[:4], mention.start, mention.end)
    return bool(
        _ASIDE.search(text[max(0, year - 8) : year]) or text.startswith(" had ", mention.end)
    )


_COMPARED = regex(r"\b(?:since|than|up from|until|unlike|compared|as in)\b[^.;]{0,40}$")
