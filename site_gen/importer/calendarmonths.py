"""Values of months without a year: `since May`, `last September`, `between January and March`."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from site_gen.importer.calendardays import STILL_TO_COME, to_do
from site_gen.importer.dateparts import (
    UNDATED,
    Context,
    Found,
    Role,
    month_of,
    shift_month,
    year_of_tail,
)
from site_gen.importer.tense import PUT_OFF, RESOLVED_TO, tense

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


def _goes_on(context: Context, month: int) -> bool:
    """“In April 2020 it was 817, in May 544”: months of one sentence, in their order, are of one year."""
    named = re.match(r"(\d{4})-(\d\d)", context.named)
    if named is None or int(named[1]) != context.year or not 0 < month - int(named[2]) <= _IN_ORDER:
        return False
    return str(context.year) in context.text[context.sentence : context.start]


_IN_ORDER = 3


def resolve_bare_month(found: re.Match[str], context: Context) -> Found:
    """`since May`, `last September`, `in July next year`."""
    published = context.published
    if published is None:
        return Found(basis="year from document", reason=UNDATED)
    if _USUALLY.search(context.text[context.sentence : found.start("m1")]):
        return Found(skip=True, whole=True)
    month = month_of(found["m1"])
    word = (found["word"] or "").lower().strip()
    tail = found["tail"]
    year = published.year
    if tail:
        year = year_of_tail(tail, context)
        if not year:
            return Found(basis="year from document", reason="which year is meant is not certain")
        role: Role = "plan" if (year, month) > (published.year, published.month) else "event"
        return Found(value=f"{year}-{month:02d}", basis="year from document", role=role)
    start, end = found.span("m1")
    written = _THEN_YEAR.match(context.text[end:])
    if written:
        return Found(value=f"{written[1]}-{month:02d}", basis="year from document")
    if context.year and not word.endswith(("last", "next", "this")) and _goes_on(context, month):
        return Found(value=f"{context.year}-{month:02d}", basis="year from document")
    named = context.named.rstrip("~")[:7]
    forward = f"{year - 1}-{month:02d}" <= named <= f"{year}-{month:02d}"
    if (
        context.year
        and not word.endswith(("last", "next", "this"))
        and not (forward and month <= published.month)
        and not STILL_TO_COME.search(context.text[:start])
        and not _COULD_BEGIN.search(context.text[context.sentence : start])
        and not _IS_TO_COME.match(context.text[end:])
    ):
        plain = resolve_bare_month(found, replace(context, year=0))
        told = f"{context.year}-{month:02d}"
        if plain.value == told:
            return plain
        return Found(
            basis="year from document",
            reason=f"the sentence before tells of {context.year}",
            candidates=tuple(sorted({told, plain.value or f"{published.year}-{month:02d}"})),
        )
    tensed = tense(context.text, start, end)
    ahead = month > published.month
    if (which := _which(word, month, published)) is not None:
        return which
    deadline = bool(re.search(r"\b(?:by|until|before|through)\b", word))
    if deadline and ahead and tensed == "past" and not to_do(context.text[:start]):
        return Found(
            basis="year from document",
            reason="the clause does not tell whether it is past or to come",
            candidates=(f"{year - 1}-{month:02d}", f"{year}-{month:02d}"),
        )
    so_by_then = (
        month == published.month and tensed == "past" and not to_do(context.text[:start])
    )  # “By mid-July, only a few had been vaccinated”
    if (settled := _said_by_the_verb(found, context, month)) is not None:
        return settled
    if tensed == "future" or (deadline and month >= published.month and not so_by_then):
        return _planned(context, year, month, start, deadline=deadline)
    if (arranged := _arranged(found, context, tensed, month)) is not None:
        return arranged
    year -= 1 if ahead else 0
    return Found(value=f"{year}-{month:02d}", basis="year from document")


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


def _said_by_the_verb(found: re.Match[str], context: Context, month: int) -> Found | None:
    """“A round planned for Oslo in June collapsed”: over; “could begin to return in May”: a May ahead is yet to come."""
    published = context.published
    assert published is not None
    start, end = found.span("m1")
    year, ahead = published.year, month > published.month
    if _PLANNED_FOR.search(context.text[:start]) and _CAME_OF_IT.match(context.text[end:]):
        return Found(value=f"{year - ahead}-{month:02d}", basis="year from document")
    could = _COULD_BEGIN.search(context.text[context.sentence : start])
    if could and ahead:
        return Found(value=f"{year}-{month:02d}", basis="year from document", role="plan")
    if could and tense(context.text, start, end) != "future":
        return Found(
            basis="year from document",
            reason="it may have been possible then, or be so next year",
            candidates=(f"{year}-{month:02d}", f"{year + 1}-{month:02d}"),
        )
    return None


_PLANNED_FOR = re.compile(
    r"(?<!was )(?<!were )(?<!is )(?<!are )(?<!been )\b(?:planned|scheduled|due|set|slated|called) (?:for [^.;,]{2,30} )?(?:in|for) $"
)
_CAME_OF_IT = re.compile(
    r" (?:collapsed|failed|broke down|fell (?:through|apart)|came to nothing|never (?:took place|happened|began|came)|took place|went ahead|ended)\b"
)
"""“A round planned for Oslo in June collapsed”: it was this June, or that of last year."""
_COULD_BEGIN = re.compile(
    r"\bcould (?:now |soon |also |still )?(?:begin|start|resume|open|reopen|arrive|come|return|be (?:[a-z]+ed|held|built|sent)|go ahead|take (?:place|effect|office))\b[^.;,]{0,40}$"
)


def _arranged(found: re.Match[str], context: Context, tensed: str, month: int) -> Found | None:
    """What was put off until a month or decided for it, or may be for all that the verb says; None for what is past."""
    published = context.published
    assert published is not None
    year, ahead = published.year, month > published.month
    if tensed == "past" and any(
        PUT_OFF.search(context.text[:at]) for at in (found.start(), found.start("m1"))
    ):
        if month >= published.month:
            return Found(value=f"{year}-{month:02d}", basis="year from document", role="plan")
        return Found(
            basis="year from document",
            reason="what was put off until then may be past or still to come",
            candidates=(f"{year}-{month:02d}", f"{year + 1}-{month:02d}"),
        )
    if tensed == "unsure" and ahead and _WAS_TO_BE.search(context.text[: found.start("m1")]):
        return Found(value=f"{year}-{month:02d}", basis="year from document", role="plan")
    resolved = tensed == "past" and RESOLVED_TO.search(context.text[: found.start()])
    if (tensed in ("", "unsure") or resolved) and ahead:
        return Found(
            basis="year from document",
            reason="the clause does not tell whether it is past or to come",
            candidates=(f"{year - 1}-{month:02d}", f"{year}-{month:02d}"),
        )
    return None


def _last(month: int, published: date) -> Found:
    """`last September`; “last May” in June is hardly the month just over, which goes by “last month”."""
    year = published.year - (month >= published.month)
    if shift_month(published.year, published.month, -1)[1] != month:
        return Found(value=f"{year}-{month:02d}", basis="year from document")
    return Found(
        basis="year from document",
        reason="the month just over is seldom called so",
        candidates=(f"{year - 1}-{month:02d}", f"{year}-{month:02d}"),
    )


def _planned(context: Context, year: int, month: int, start: int, *, deadline: bool) -> Found:
    """The month, of that year or the next, for which something was planned."""
    published = context.published
    assert published is not None
    if _WILL_NOW.search(context.text[:start]):
        year += month <= published.month
        return Found(value=f"{year}-{month:02d}", basis="year from document", role="plan")
    if month < published.month and _FIRST_PLANNED.search(context.text[:start]):
        return Found(value=f"{year}-{month:02d}", basis="year from document", role="plan")
    if month < published.month and (not deadline or _HAD_PROMISED.search(context.text[:start])):
        said = _SAID_TO_BE.search(context.text[:start])
        if said and published.month - month > _JUST_OVER:
            return Found(value=f"{year + 1}-{month:02d}", basis="year from document", role="plan")
        if _WAS_TO.search(context.text[:start]):
            return Found(
                basis="year from document",
                reason="it was planned, and may be past by now or still to come",
                candidates=(f"{year}-{month:02d}", f"{year + 1}-{month:02d}"),
            )
        if published.month - month <= _JUST_OVER:
            return Found(value=f"{year}-{month:02d}", basis="year from document")
    before = context.text[:start]
    if (
        month < published.month
        and re.search(r"\b(?:[Uu]ntil|[Tt]ill) ", before[-20:])
        and not _GOES_ON.search(before)
    ):
        return Found(
            basis="year from document",
            reason="it may be over by now or still to come",
            candidates=(f"{year}-{month:02d}", f"{year + 1}-{month:02d}"),
        )
    year += 1 if month < published.month else 0
    return Found(value=f"{year}-{month:02d}", basis="year from document", role="plan")


_THEN_YEAR = re.compile(r",? in ((?:1[5-9]|20)\d\d)\b")
"""“In May, in 1949.”"""
_GOES_ON = re.compile(
    r"\b(?:will|shall|is|are|remains?|stays?|ha(?:s|ve) (?:been )?(?:extended|postponed|put off|delayed|adjourned)|until at least)\b[^.;,]*$"
)
_SAID_TO_BE = re.compile(
    r"\b(?:said|says|told|announced)\b[^.;“”\"]*\b(?:was|were) (?:due|set|expected|scheduled|planned)\b[^.;]*$"
)
"""“An official said that a decision was due in March”: so he said in these days."""
_WILL_NOW = re.compile(r"\b(?:will|is|are) now (?:to )?(?:be )?\w+(?: \w+)? (?:in|for) $")
"""“The meeting that had been planned for Thursday will now be held in January.”"""
_USUALLY = re.compile(
    r"\b(?:usually|normally|typically|generally|traditionally|every year|each year)\b(?:(?!\bbut\b)[^.;,])*$"
)
"""“The rains, which usually end in September”: of no year."""
_FIRST_PLANNED = re.compile(
    r"\b(?:first|originally|initially|previously|once) (?:planned|scheduled|due|set|slated|expected|called|meant)\b[^.;,]*$"
)
"""“The vote, first planned for August, was held in October.”"""
_HAD_PROMISED = re.compile(r"\bhad (?:hoped|planned|wanted|promised|vowed|pledged|agreed)\b[^.;]*$")
_JUST_OVER = 2
_HALF_A_YEAR = 6
"""Months ahead within which “this November” is the one to come."""
_WAS_TO_BE = re.compile(r"\b(?:was|were|is|are) to be(?: [\w-]+){0,9} (?:in|by|from) $")
"""“Mazar was to be one of the first cities handed over in July”, told in April."""
_WAS_TO = re.compile(
    r"\b(?:(?:was|were|had been) (?:to|due|set|expected|scheduled|planned|supposed)|had (?:hoped|planned|wanted|promised|vowed|pledged|agreed))\b[^.;]*$"
)
"""“He was to retire in March.”"""
_IS_TO_COME = re.compile(
    r",? [^.;,]{0,40}\b(?:will|hopes?|plans?|expects?|intends?|wants?|(?:is|are) (?:to|due|set|expected|scheduled|planned))\b"
)
"""“In October he hopes to win”: from the document's own day."""
