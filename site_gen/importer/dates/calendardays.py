"""Values of dates that name a day of a month: `June 21`, `Monday (21 June)`, `March 3, 2004`, `21–24 April`.

How an incomplete one is completed follows the published treatment of HeidelTime (Strötgen and Gertz
2013) for news: from the document's date, by the tense of the clause.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from site_gen.importer.dates.parts import (
    UNDATED,
    WEEKDAY_NUMBER,
    Context,
    Found,
    day_of,
    either,
    month_of,
    year_of_tail,
)
from site_gen.importer.notation import regex
from site_gen.importer.tense import ARRANGED, is_deadline, tense


def complete_day(found: re.Match[str], context: Context, month: int, day: int) -> Found:
    """Give a month and a day their year, by the document's date unless a story of another year goes on."""
    before = context.text[: context.start]
    said = _IN_YEAR.search(before)
    year = int((said[1] or context.named[:4] or 0) if said else 0)
    if year and (exact := day_of(year, month, day)):
        return Found(value=exact.isoformat(), basis="year from document", day=exact)
    result = _complete_from_document(found, context, month, day)
    told = _going_on(context, month, day)
    if (
        told is None
        or result.role == "plan"
        or not result.value
        or told.isoformat() == result.value
    ):
        return result
    return either(
        "year from document",
        f"it may go on from {context.anchor}",
        told,
        date.fromisoformat(result.value),
    )


_IN_YEAR = regex(
    r"\b(?:[Ii]n ((?:1[5-9]|20)\d\d)|(?:years?|decades?) ago),? (?:late |early )?(?:on )?(?:the )?$"
)
"""“In 1934, on 6 October”, “a year ago, on August 15”."""
_STORY = 31
"""Days within which a date without a year may go on from one of another year."""


def _going_on(context: Context, month: int, day: int) -> date | None:
    """The day in the year of the day named last, when that is another year's and not far off."""
    last, published = context.anchor, context.published
    if last is None or published is None or last.year == published.year:
        return None
    told = day_of(last.year, month, day)
    return told if told is not None and 0 <= (told - last).days <= _STORY else None


def _complete_from_document(found: re.Match[str], context: Context, month: int, day: int) -> Found:
    published = context.published
    if published is None:
        return Found(basis="year from document", reason=UNDATED)
    this = day_of(published.year, month, day) or day_of(published.year - 1, month, day)
    if this is None:
        return Found(
            basis="year from document", reason="there is no such day", skip=_bad(month, day)
        )
    start, end = found.span()
    before = context.text[:start]
    tensed, deadline = tense(context.text, start, end), is_deadline(context.text, start, end)
    coming = tensed == "future" and STILL_TO_COME.search(before)
    if not coming and (other := _of_other_year(found, context, this)):
        return other
    year_before = day_of(this.year - 1, month, day)
    year_after = day_of(this.year + 1, month, day)
    ahead = (this - published).days
    if ahead < _LONG_PAST and tensed != "future" and year_after is not None:
        told_past = re.search(r"\b(?:since|last) (?:\w+ )?$", before)
        soon = (year_after - published).days <= _SOON
        if soon and not told_past and context.anchor != year_after:
            return either("year from document", "it may be past or to come", this, year_after)
    planned = Found(value=this.isoformat(), basis="year from document", role="plan")
    if ahead <= 0:
        far = ahead < (_LONG_AHEAD if coming else _LAST_WINTER)
        if year_after is not None and far and (tensed == "future" or ARRANGED.search(before)):
            return replace(planned, value=year_after.isoformat())
        if _was_planned(before) or (tensed == "future" and (ahead == 0 or deadline)):
            return planned
        return Found(value=this.isoformat(), basis="year from document", day=this)
    arranged = ARRANGED.search(before)
    fixed = arranged or _FIXED_FOR.search(before[-60:])
    if tensed == "future" or (ahead <= _SOON and (fixed or tensed != "past")):
        return planned
    if deadline and (tensed != "past" or to_do(before)):
        return planned
    if ahead == 1 and not found.groupdict().get("w1"):  # time zones
        return Found(value=this.isoformat(), basis="year from document", day=this)
    if tensed == "past" and not arranged and ahead > _JUST_OVER and year_before is not None:
        return Found(value=year_before.isoformat(), basis="year from document", day=year_before)
    return Found(
        basis="year from document",
        reason="it lies after the publication date, and the clause does not tell whether it is to come",
        candidates=tuple(d.isoformat() for d in (year_before, this) if d is not None),
    )


def _of_other_year(found: re.Match[str], context: Context, this: date) -> Found | None:
    """A question whether a day is of the year that the story has come to, or its value when both come to the same."""
    told = day_of(context.year, this.month, this.day) if context.year else None
    if told is None or _of_its_own_year(context, this, told):
        return None
    plain = _complete_from_document(found, replace(context, year=0), this.month, this.day)
    if plain.value == told.isoformat():
        return plain
    return either("year from document", f"the sentence before tells of {context.year}", told, this)


def _of_its_own_year(context: Context, this: date, told: date) -> bool:
    """Whether a day is the document's year's although the text has just named another year.

    So it is when something has lasted since then, when the story would go back in time otherwise, and when the
    day is one of the last month: news names the year of any other.
    """
    published, last = context.published, context.anchor
    if published is None or this > published:
        return False
    lasting = re.search(
        r"\b(?:has|have|[’']ve)\b[^.;]*\bsince (?:about |early on |late on )?$",
        context.text[: context.start],
    )
    exact = re.match(rf"{context.year}-\d\d", context.named) is not None
    recent = (published - this).days <= _STORY and not (
        exact and context.named[:10] < told.isoformat()
    )
    before = day_of(this.year - 1, this.month, this.day)
    forward = last is not None and (before is None or before <= last) and told < last <= this
    return bool(lasting or recent or forward)


_LAST_WINTER, _LONG_AHEAD = -200, -30
"""“Is due on 11 April” in October, and “will be elected on 11 April”: of the next year."""
_LONG_PAST = -270
"""“January 4” in December: nobody names a day of eleven months ago so, but the verb may not tell it to come."""
_SOON, _JUST_OVER = 45, 60
"""Days ahead within which a date that no verb tells past is the coming one: nobody names one of last year so."""
_FIXED_FOR = regex(
    r"\b(?:elections?|vote|voting|run-?off|polls?|referendum|ballot|summit|conference|inauguration|anniversary|set|from|starting)"
    r"(?: (?:in|of|for|on) (?:the |an? )?[\w’']+(?: [\w’']+)?)?(?: (?:due|set|scheduled|planned))?(?: on| of| for)? (?:the )?$"
)
"""What is held on a day fixed before."""
STILL_TO_COME = regex(
    r"\b(?:will|(?:is|are) (?:to|due|set|expected|scheduled|slated|planned))\b[^.;]{0,60}$"
    r"|\b(?:hopes?|plans?|wants?|intends?|aims?|vows|promises|expects?) to [a-z]+\b[^.;]{0,90}$"
)
"""Said from the document's own day: whatever year the text has told of, this is yet to come."""


def to_do(before: str) -> bool:
    """Whether an infinitive leads up to a deadline: “agreed to leave by …”."""
    return (
        re.search(
            r"\b(?:to [a-z]+|promise[sd]?|pledge[sd]?|(?:has|have) (?:asked|called|given|set|demanded|ordered|told)"
            r"|(?:asks?|calls?|asking|calling) for|demands?|wants?|until)\b[^.;]{0,60}$",
            before,
        )
        is not None
    )


def _was_planned(before: str) -> bool:
    return bool(
        re.search(
            r"\b(?:planned|scheduled|due|set|slated|meant|intended)(?: to \w+)?(?: for| on)? (?:the )?$",
            before,
        )
    )


def _bad(month: int, day: int) -> bool:
    return day_of(2000, month, day) is None


def resolve_whole_day(found: re.Match[str], context: Context) -> Found:
    """`June 21`, `Monday (21 June)`, `March 3, 2004`, `May 1 last year`."""
    groups = found.groupdict()
    month, day = month_of(groups["m1"]), int(groups["d1"])
    if _in_month(found, context):
        return Found(basis="year from document", reason="the number need not be a day", whole=True)
    if _bad(month, day) or (not groups.get("y1") and _NAMED_FOR.match(context.text[found.end() :])):
        return Found(skip=True, whole=True)
    either_day = re.search(r"\b(\d{1,2}) or $", context.text[: found.start()])
    other_day = re.match(r" or (\d{1,2})\b(?! [a-z])|, or (\d{1,2})\b", context.text[found.end() :])
    if (either_day or other_day) and not groups.get("y1"):
        return Found(basis="year from document", reason="the text leaves two days")
    year = groups.get("y1")
    tail = groups.get("tail")
    if year:
        exact = day_of(int(year), month, day)
        if exact is None:
            return Found(reason="there is no such day")
        result = Found(value=exact.isoformat(), day=exact)
        if context.published is not None and exact > context.published:
            result = replace(result, role="plan", day=None)
    elif tail and context.published is not None:
        exact = day_of(year_of_tail(tail, context), month, day)
        result = (
            Found(value=exact.isoformat(), basis="year from document", day=exact)
            if exact
            else Found(reason="there is no such day")
        )
        if result.day is not None and result.day > context.published:
            result = replace(result, role="plan", day=None)
    else:
        result = complete_day(found, context, month, day)
    weekday = groups.get("w1") or groups.get("w2")
    if weekday and result.candidates and context.published is not None:
        named = WEEKDAY_NUMBER[weekday.rstrip(".")]
        fitting = [d for c in result.candidates if (d := date.fromisoformat(c)).weekday() == named]
        if len(fitting) == 1:
            ahead = fitting[0] > context.published
            result = Found(
                value=fitting[0].isoformat(),
                basis="year from document",
                role="plan" if ahead else "event",
                day=None if ahead else fitting[0],
            )
    if weekday and result.value:
        named = WEEKDAY_NUMBER[weekday.rstrip(".")]
        if date.fromisoformat(result.value).weekday() != named:
            return Found(
                basis=result.basis,
                reason=f"{result.value} is not a {weekday.rstrip('.')}",
                candidates=(result.value,),
            )
    return result


def _in_month(found: re.Match[str], context: Context) -> bool:
    """“In February 79 died, and in July 22”: of July, and 22 of something."""
    behind_in = (
        re.search(r"\b(?:[Ii]n|[Ll]ast|[Tt]his) $", context.text[: found.start()]) is not None
    )
    return behind_in and not found["y1"] and not found[0][0].isdigit() and not found["w1"]


_NAMED_FOR = regex(
    r" (?:[A-Z][\w'’]+ ){0,2}(?:Hospital|Street|Square|Bridge|Brigades?|Battalion|Road|Avenue|University|College|Stadium"
    r"|School|Park|Airport|Dam|Camp|Barracks|Movement|Coalition|Alliance|Forces|Martyrs|Hotel|Boulevard|Hall|Club)\b"
)
"""What bears a day as its name: “the June 5 Hospital”, “14 July Bridge”."""


def resolve_span_days(found: re.Match[str], context: Context) -> Found:
    """`June 21–23`, `21 and 24 April`, `June 28 to July 2`."""
    groups = found.groupdict()
    first_month = month_of(groups["m1"] or groups["m2"])
    last_month = month_of(groups["m2"] or groups["m1"])
    year = groups.get("y1") or groups.get("y2")
    if year:
        last: Found = Found(
            value=d.isoformat() if (d := day_of(int(year), last_month, int(groups["d2"]))) else "",
            day=d,
        )
    else:
        last = complete_day(found, context, last_month, int(groups["d2"]))
    if not last.value:
        return last
    end = date.fromisoformat(last.value)
    start = day_of(end.year, first_month, int(groups["d1"]))
    if start is not None and start > end:
        start = day_of(end.year - 1, first_month, int(groups["d1"]))
    if start is None or start >= end:
        return Found(skip=True)
    return replace(last, value=f"{start.isoformat()}/{end.isoformat()}")
