"""Whether a weekday is one of a story of another time, and not the last one before the document's day."""

from __future__ import annotations

import re
from datetime import date, timedelta

from site_gen.importer.dates.parts import Context, Found, either
from site_gen.importer.notation import regex


def of_a_story(context: Context, past: date, start: int) -> Found | None:
    """The question that a weekday in the past is when it may be of a week told of before.

    Args:
        context: What the weekday is completed from.
        past: The last such weekday before the document's day.
        start: Where the weekday stands in the text.
    """
    assert context.published is not None
    if said_of(context.text[:start]):
        return None
    if (onward := _next_in_story(context, past)) is not None:
        return either("weekday", "it may go on from a day told before", onward, past)
    if (then := _of_other_year(context, past)) is not None:
        return either("weekday", f"the sentence before tells of {then.year}", then, past)
    beside = None if context.named.endswith("~") else context.same_sentence
    last = beside or context.earlier
    if last is None:
        return None
    gap = (past.weekday() - last.weekday()) % 7
    if _WEEK < (context.published - last).days <= _STORY and 0 < gap <= _SAME_STORY:
        then = last + timedelta(days=gap)
        if then != past:
            return either("weekday", f"the sentence before tells of {last}", then, past)
    if beside is None and last < past and _HAD.search(context.text[context.sentence : start]):
        then = last - timedelta(days=(last.weekday() - past.weekday()) % 7 or 7)
        return either("weekday", f"it had happened before {last}", then, past)
    return None


def said_of(before: str) -> bool:
    """Whether somebody spoke on the day that follows, which is one of the last."""
    return (
        re.search(r"\b(?:[Aa]s of|said|announced|reported|told (?:\w+ ){1,4})(?: ?on)? ?$", before)
        is not None
    )


def told_later(context: Context, past: date, end: int) -> bool:
    """Whether a text tells, on a weekday, of that of a week ago: its writer was there, it was named before, or the story goes on."""
    if said_of(context.text[: context.start]):
        return False
    named = any(told.day == past - timedelta(days=_WEEK) for told in context.story)
    own = _I_DID.search(context.text[context.sentence : context.start])
    return named or own is not None or _NEXT_DAY.match(context.text, end) is not None


_NEXT_DAY = regex(
    r"[^.;]*[.;] (?:[Bb]y )?[Tt]he (?:next|following) (?:day|morning|night|evening)\b(?! (?:will|would|is|are)\b)"
)
_I_DID = regex(
    r"\b(?:I|[Ww]e) (?:\w+ly )?(?:[a-z]+ed|met|saw|went|came|found|left|drove|rode|sat|spoke|stood|took|ran)\b"
)


def in_quotation(context: Context) -> bool:
    """Whether an expression stands in direct speech: on a Thursday nobody says “on Thursday” of today."""
    before = context.text[: context.start]
    return before.count("“") > before.count("”") or before.count('"') % 2 == 1


def _of_other_year(context: Context, past: date) -> date | None:
    """The weekday that comes after a day of another year told of in this paragraph or, looking back, in the one before."""
    assert context.published is not None
    told = next((t for t in reversed(context.story) if t.day is not None), None)
    if told is None or told.day is None or told.background or told.asked:
        return None
    back = context.paragraph - told.paragraph
    quoted = in_quotation(context)
    if back > 1 or (back == 1 and not quoted):
        return None
    if told.day.year == context.published.year or (context.published - told.day).days < _LONG_AGO:
        return None
    if back == 0 and not (context.year or quoted):
        return None
    if quoted:
        return told.day + timedelta(days=(past.weekday() - told.day.weekday()) % 7)
    day = min(told.day.day, 28)
    if (
        abs((told.day.replace(year=context.published.year, day=day) - context.published).days)
        <= _WEEK
    ):
        return None  # an anniversary of these days
    return told.day + timedelta(days=(past.weekday() - told.day.weekday()) % 7)


_LONG_AGO = 100
_SAME_STORY = 4
"""Days within which a weekday goes on from a day: the same weekday would be called “the next” one."""


def _next_in_story(context: Context, past: date) -> date | None:
    """“On Friday, March 22 … took up again on Saturday”: the weekday that comes right after a day told just before."""
    assert context.published is not None
    for told in reversed(context.story):
        if context.paragraph - told.paragraph > _CLOSE:
            break
        if told.day is None or told.background or not told.by_weekday:
            continue
        gap = (past.weekday() - told.day.weekday()) % 7
        here = told.paragraph == context.paragraph
        reach = _LONG_STORY if here else _STORY
        if _WEEK < (context.published - told.day).days <= reach and 0 < gap <= _CLOSE:
            return told.day + timedelta(days=gap)
    return None


_WEEK, _CLOSE = 7, 2
_STORY, _LONG_STORY = 100, 3660
"""Days within which a weekday may go on from a day told before: what lies further back is named with its day."""
_HAD = regex(r"\bhad (?:\w+ly )?(?:already )?(?!to\b|a\b|an\b|the\b|no\b)\w+[^.;,]*$")
