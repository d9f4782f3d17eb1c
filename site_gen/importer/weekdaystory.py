"""Whether a weekday is one of a story of another time, and not the last one before the document's day."""

from __future__ import annotations

import re
from datetime import date, timedelta

from site_gen.importer.dateparts import Context, Found, either


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
    if _goes_on_asked(context):
        return either("weekday", "it may go on from a day that is a question itself", past)
    if _asked_by_name(context, start):
        return either("weekday", "it was a question before", past)
    if (then := _of_other_year(context, past)) is not None:
        return either("weekday", f"the sentence before tells of {then.year}", then, past)
    beside = None if context.named.endswith("~") else context.same_sentence
    last = beside or context.earlier
    if last is None:
        return None
    gap = (past.weekday() - last.weekday()) % 7
    if _WEEK < (context.published - last).days <= _STORY and 0 < gap <= _SAME_STORY:
        then = last + timedelta(days=gap)
        if then != past and not _just_now(context, past):
            return either("weekday", f"the sentence before tells of {last}", then, past)
    if beside is None and last < past and _HAD.search(context.text[context.sentence : start]):
        then = last - timedelta(days=(last.weekday() - past.weekday()) % 7 or 7)
        return either("weekday", f"it had happened before {last}", then, past)
    return None


def _just_now(context: Context, past: date) -> bool:
    """Whether a new sentence names one of the last two days: “The ships sailed on August 1. By Tuesday, 21 had left”, on a Wednesday."""
    assert context.published is not None
    recent = (context.published - past).days <= _CLOSE
    if re.search(r"\bBy (?:late |early )?$", context.text[: context.start]):
        return False  # “It snowed on 2 February. By Wednesday the salt had run out”
    own = context.same_sentence is None or ";" in context.text[context.sentence : context.start]
    return recent and own and not in_quotation(context) and not _chained(context)


def _chained(context: Context) -> bool:
    """Whether the paragraph has asked about a weekday before: this one goes on from it."""
    last = context.story[-1] if context.story else None
    return last is not None and last.asked and last.paragraph == context.paragraph


def planned_then(context: Context, start: int) -> bool:
    """“In a letter of 3 May 1943 she wrote that they would leave on Friday”: planned at another time."""
    assert context.published is not None
    last = context.same_sentence
    if re.search(r"\bwould\b", context.text[context.sentence : start]) is None:
        return False
    return bool(context.year) or (last is not None and (context.published - last).days > _WEEK)


def said_of(before: str) -> bool:
    """Whether somebody spoke on the day that follows, which is one of the last."""
    return (
        re.search(r"\b(?:[Aa]s of|said|announced|reported|told (?:\w+ ){1,4})(?: ?on)? ?$", before)
        is not None
    )


def told_by_writer(context: Context) -> bool:
    """“When I called on him on Monday”: a writer who travels is printed later."""
    return _I_DID.search(context.text[context.sentence : context.start]) is not None


_I_DID = re.compile(
    r"\b(?:I|[Ww]e) (?:\w+ly )?(?:[a-z]+ed|met|saw|went|came|found|left|drove|rode|sat|spoke|stood|took|ran)\b"
)


def before_told(context: Context, past: date) -> bool:
    """“The army told them on Friday. On Thursday they had dug, too”, printed on a Thursday."""
    last = context.story[-1] if context.story else None
    if last is None or last.day is None or last.paragraph != context.paragraph:
        return False
    if not (in_quotation(context) or _HAD.search(context.text[context.sentence : context.start])):
        return False
    return _CLOSE < (past - last.day).days < _WEEK and (last.day - past).days % 7 <= _CLOSE


def in_quotation(context: Context) -> bool:
    """Whether an expression stands in direct speech: on a Thursday nobody says “on Thursday” of today."""
    before = context.text[: context.start]
    return before.count("“") > before.count("”") or before.count('"') % 2 == 1


def _asked_by_name(context: Context, start: int) -> bool:
    """““Come back on Monday,” they said. On Monday it was shut”: of which week, was a question before."""
    last = context.story[-1] if context.story else None
    if last is None or not last.asked or last.paragraph != context.paragraph:
        return False
    name = re.match(r"\w+", context.text[start:])
    return name is not None and re.search(rf"\b{name[0]}\b", context.text[:start]) is not None


def _goes_on_asked(context: Context) -> bool:
    """Whether the weekday told last may be one of a week told of before, so that this one may be, too."""
    last = context.story[-1] if context.story else None
    if last is None or not last.of_story or last.paragraph != context.paragraph:
        return False
    if last.by_weekday:
        return True
    told = next((t.day for t in reversed(context.story) if t.day is not None), None)
    assert context.published is not None
    return told is not None and (context.published - told).days > _LONG_AGO


def _of_other_year(context: Context, past: date) -> date | None:
    """The weekday that comes after a day of another year told of in this paragraph or, looking back, in the one before."""
    assert context.published is not None
    told = next((t for t in reversed(context.story) if t.day is not None), None)
    if told is None or told.day is None or told.background or told.asked:
        return None
    back = context.paragraph - told.paragraph
    quoted = in_quotation(context)
    if back > 1 or (back == 1 and not (quoted and _REMEMBERS.search(context.text))):
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


_REMEMBERS = re.compile(r"\b(?:re(?:members?|calls?|membered|called)|says|tells)\b")
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
_HAD = re.compile(r"\bhad (?:\w+ly )?(?:already )?(?!to\b|a\b|an\b|the\b|no\b)\w+[^.;,]*$")
