"""Values of months without a year: `since May`, `last September`, `between January and March`."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from site_gen.importer.dates.calendardays import STILL_TO_COME, to_do
from site_gen.importer.dates.parts import (
    UNDATED,
    Context,
    Found,
    Role,
    month_of,
    shift_month,
    year_of_tail,
)
from site_gen.importer.notation import regex
from site_gen.importer.tense import ARRANGED, tense

if TYPE_CHECKING:
    from datetime import date


def resolve_span_months(found: re.Match[str], context: Context) -> Found:
    """`between January and March`, `from May to July 2015`."""
    if re.search(
        r"\b(?:annual|yearly|usual|regular) $|\bseason (?:can |may |usually )?(?:lasts?|runs?|goes|is) $",
        context.text[: found.start()],
    ):
        return Found(skip=True, whole=True)
    first, last = month_of(found["m1"]), month_of(found["m2"])
    if found.groupdict().get("y2"):
        if (found["y1"], first) >= (found["y2"], last):
            return Found(skip=True)
        return Found(value=f"{found['y1']}-{first:02d}/{found['y2']}-{last:02d}")
    tail = found.groupdict().get("tail")
    if found["y1"]:
        year = int(found["y1"])
    elif context.published is None:
        return Found(basis="year from document", reason=UNDATED)
    elif tail:
        year = context.published.year - (tail == "last")
    elif context.year:
        return Found(basis="year from document", reason="the year is not certain")
    elif tense(context.text, *found.span()) == "future":
        end = context.published.year + (last < context.published.month)
        return Found(
            value=f"{end - (first > last)}-{first:02d}/{end}-{last:02d}",
            basis="year from document",
            role="plan",
        )
    else:
        year = context.published.year - (last > context.published.month)
    begin = year - (first > last)
    return Found(
        value=f"{begin}-{first:02d}/{year}-{last:02d}",
        basis="explicit" if found["y1"] else "year from document",
    )


def resolve_bare_month(found: re.Match[str], context: Context) -> Found:
    """`since May`, `last September`, `in July next year`."""
    published = context.published
    if published is None:
        return Found(basis="year from document", reason=UNDATED)
    if _USUALLY.search(context.text[context.sentence : found.start("m1")]):
        return Found(skip=True, whole=True)
    month, tail = month_of(found["m1"]), found["tail"]
    word = (found["word"] or "").lower().strip()
    year = published.year
    if tail:
        year = year_of_tail(tail, context)
        if not year:
            return Found(basis="year from document", reason="which year is meant is not certain")
        role: Role = "plan" if (year, month) > (published.year, published.month) else "event"
        return Found(value=f"{year}-{month:02d}", basis="year from document", role=role)
    if (which := _which(word, month, published)) is not None:
        return which
    if (told := _of_story(found, context, month)) is not None:
        return told
    start, end = found.span("m1")
    tensed, before = tense(context.text, start, end), context.text[:start]
    ahead = month > published.month
    deadline = re.search(r"\b(?:by|until|before|through)\b", word) is not None
    arranged = ARRANGED.search(context.text[: found.start()]) or ARRANGED.search(before)
    could = _COULD_BEGIN.search(before)
    if not ahead and tensed == "past" and (arranged or could):
        return _either_year("it may be past or still to come", year, month)
    if tensed == "future" or could:
        return _planned(context, month, start, deadline=deadline)
    if deadline and month >= published.month and (tensed != "past" or to_do(before)):
        return Found(value=f"{year}-{month:02d}", basis="year from document", role="plan")
    if ahead and (deadline or arranged or tensed != "past"):
        why = "the clause does not tell whether it is past or to come"
        return _either_year(why, year - 1, month)
    return Found(value=f"{year - ahead}-{month:02d}", basis="year from document")


def _either_year(why: str, year: int, month: int) -> Found:
    """A question between a month of one year and that of the next."""
    both = (f"{year}-{month:02d}", f"{year + 1}-{month:02d}")
    return Found(basis="year from document", reason=why, candidates=both)


def _which(word: str, month: int, published: date) -> Found | None:
    """“Last May”, “this November” ahead, “next May”."""
    year, ahead = published.year, month > published.month
    if word.endswith("last"):
        return _last(month, published)
    if word.endswith("this") and 0 < month - published.month <= _HALF_A_YEAR:
        return Found(value=f"{year}-{month:02d}", basis="year from document", role="plan")
    if word.endswith("next"):
        year += 0 if ahead else 1
        return Found(value=f"{year}-{month:02d}", basis="year from document", role="plan")
    return None


def _of_story(found: re.Match[str], context: Context, month: int) -> Found | None:
    """The month in the year that the story has come to, when it is certain; else a question which of two."""
    published = context.published
    assert published is not None
    if not context.year:
        return None
    told = f"{context.year}-{month:02d}"
    named = context.named.rstrip("~")[:7]
    forward = f"{published.year - 1}-{month:02d}" <= named <= f"{published.year}-{month:02d}"
    before = context.text[context.sentence : found.start("m1")]
    if (
        (forward and month <= published.month)
        or STILL_TO_COME.search(before)
        or _COULD_BEGIN.search(before)
    ):
        return None
    plain = resolve_bare_month(found, replace(context, year=0))
    if plain.value == told:
        return plain
    return Found(
        basis="year from document",
        reason=f"the sentence before tells of {context.year}",
        candidates=tuple(sorted({told, plain.value or f"{published.year}-{month:02d}"})),
    )


_COULD_BEGIN = regex(
    r"\bcould (?:now |soon |also |still )?(?:begin|start|resume|open|reopen|arrive|come|return|be (?:[a-z]+ed|held|built|sent)|go ahead|take (?:place|effect|office))\b[^.;,]{0,40}$"
)


def _last(month: int, published: date) -> Found:
    """`last September`; “last May” in June is hardly the month just over, which goes by “last month”."""
    year = published.year - (month >= published.month)
    if shift_month(published.year, published.month, -1)[1] != month:
        return Found(value=f"{year}-{month:02d}", basis="year from document")
    return _either_year("the month just over is seldom called so", year - 1, month)


def _planned(context: Context, month: int, start: int, *, deadline: bool) -> Found:
    """The month, of this year or the next, for which something was planned."""
    published = context.published
    assert published is not None
    year, before = published.year, context.text[:start]
    over = month < published.month
    if over and not STILL_TO_COME.search(before):
        if _WAS_TO.search(before) or re.search(r"\b(?:[Uu]ntil|[Tt]ill) ", before[-20:]):
            return _either_year("it may be over by now or still to come", year, month)
        if not deadline and published.month - month <= _JUST_OVER:
            return Found(value=f"{year}-{month:02d}", basis="year from document")
    return Found(value=f"{year + over}-{month:02d}", basis="year from document", role="plan")


_USUALLY = regex(
    r"\b(?:usually|normally|typically|generally|traditionally|every year|each year)\b(?:(?!\bbut\b)[^.;,])*$"
)
"""“The rains, which usually end in September”: of no year."""
_JUST_OVER = 2
_HALF_A_YEAR = 6
"""Months ahead within which “this November” is the one to come."""
_WAS_TO = regex(
    r"\b(?:(?:was|were|had been) (?:to|due|set|expected|scheduled|planned|supposed)|had (?:hoped|planned|wanted|promised|vowed|pledged|agreed))\b[^.;]*$"
)
"""“He was to retire in March.”"""
