"""Values of expressions that count from a day, month or year that the text tells of.

`the next day`, `three days later`, `that night`, `the following month`: what they count from is the day told
last in the story, not one that the sentence only looks back to (“a strike that had begun on May 3”); where
the text leaves two, both are offered.
"""

from __future__ import annotations

import re
from datetime import date, timedelta

from site_gen.importer.dates.eventdays import named_happening
from site_gen.importer.dates.parts import (
    UNDATED,
    Context,
    Found,
    number_of,
    shift_month,
)
from site_gen.importer.notation import regex
from site_gen.importer.tense import tense


def resolve_counted(found: re.Match[str], context: Context) -> Found:
    """`two days ago`, `a day later`, `four days earlier`, `two days after …`."""
    count, unit, way = number_of(found["n"]), found["unit"].rstrip("s"), found["way"].lower()
    way = way.replace("afterwards", "later")
    if unit == "hour":
        if way != "later" or count % 24 or not count:
            return Found(skip=True)
        count, unit = count // 24, "day"
    count, unit = _plain_unit(count, unit, found)
    round_number = found["unit"] == "century" and way.startswith("ago")  # “annexed a century ago”
    if not unit or round_number:
        return Found(skip=True)
    if way == "since" and (
        unit != "day"
        or not re.search(
            r"\b(?:is|was|been|are) (?:only |just |now |barely )?$", context.text[: found.start()]
        )
    ):
        return Found(skip=True)
    if way == "since" or way.startswith("ago"):
        if context.published is None:
            return Found(basis="relative", reason=UNDATED)
        if unit == "day" and _ABOUT.search(context.text[: found.start("n")]):
            return Found(value=f"{context.published - timedelta(days=count)}~", basis="relative")
        return _away(context.published, unit, -count)
    if way == "after" and context.main is not None:
        return _away(context.main, unit, -count)  # “Two days after it was lost, they said today …”
    if way in ("after", "before") and re.match(
        r" that\b| this\b(?! [a-z]+ (?:[a-z]+ed|had|was|were|took|said|told)\b)|[,.;)]|$",
        context.text[found.end() :],
    ):
        way = "later" if way == "after" else "earlier"
    elif way in ("after", "before") and (named := named_happening(context, found.end())):
        told = _away(named, unit, count if way == "after" else -count)
        return Found(skip=True) if told.value.rstrip("~") > str(context.published) else told
    elif way in ("after", "before") and (
        context.anchor is None  # it orders two happenings of which neither has a date
        or context.following is not None  # “two days after the attack on Sunday”: Sunday says it
        or unit != "day"  # “two weeks before elections”: it orders, it does not date
        # “a day after it was lost”: nothing beside it has a date
        or (context.same_sentence is None and _orders(found, context))
    ):
        return Found(skip=True)
    # “On Friday, a day after it was taken” dates the taking.
    by = count if way in ("later", "before") else -count
    return _unless_ahead(_from_told(unit, by, context), found, context)


_ABOUT = regex(
    r"\b(?:around|about|some|roughly|nearly|almost|approximately|perhaps|maybe|close to|not quite|\w+ or) $",
    re.IGNORECASE,
)


def _unless_ahead(told: Found, found: re.Match[str], context: Context) -> Found:
    """“Ended on Sunday, four days before the deadline”: the deadline is named by something else."""
    ahead = told.value and told.value > str(context.published)
    return Found(skip=True) if ahead and found["way"].lower() == "before" else told


def _plain_unit(count: int, unit: str, found: re.Match[str]) -> tuple[int, str]:
    """Days, weeks, months or years of “two nights”, “a decade”, “half a year”, “a year and a half”."""
    if unit == "night":
        return count, "day"
    if found["halved"]:
        return (6, "month") if unit == "year" and count == 1 else (0, "")
    if found["half"] or found["half2"]:
        return (12 * count + 6, "month") if unit == "year" else (0, "")
    many = {"decade": 10, "century": 100, "centurie": 100}.get(unit)
    return (count * many, "year") if many else (count, unit)


def _from_told(unit: str, by: int, context: Context) -> Found:
    """Counted from a day that the text tells of."""
    last_told = context.story[-1] if context.story else None
    if (
        unit == "day"
        and context.same_sentence is None
        and context.following is None
        and last_told is not None
        and last_told.asked
        and last_told.paragraph == context.paragraph
    ):
        return Found(basis="relative", reason="it counts from a day that is a question itself")
    if unit in ("month", "year") and (value := _named_away(unit, by, context)):
        return _not_ahead(Found(value=value, basis="relative"), context)
    base = context.anchor
    if by < 0 and unit == "day" and context.same_sentence is None and context.following is not None:
        # “those killed two days earlier were buried on Friday”
        return _away(context.following, unit, by)
    last = None if context.same_sentence is not None else _told_last(context)
    if by > 0 and last is not None:
        return _not_ahead(_away(last, unit, by), context)
    if base is None:
        return Found(
            basis="relative",
            reason=UNDATED if context.published is None else "what it counts from has no date",
        )
    if unit != "day":
        return Found(basis="relative", reason="what it counts from is not certain")
    if not _anchored(context):
        if (recent := _of_these_days(context)) is not None:
            return _away(recent, unit, by)
        return Found(
            basis="relative",
            reason="what it counts from is not certain",
            candidates=_counting(context, by),
        )
    return _away(base, unit, by)


def _not_ahead(found: Found, context: Context) -> Found:
    """What is told as past cannot lie ahead: then it counts from something else."""
    published = context.published
    if published is None or found.value.rstrip("~") <= published.isoformat():
        return found
    return Found(basis="relative", reason="what it counts from is not certain")


def _named_away(unit: str, by: int, context: Context) -> str:
    """“In October 2019 … two months later”: from what was named last, when it is no less precise."""
    named = re.match(r"(\d{4})(?:-(\d\d))?(?:-\d\d)?$", context.named.rstrip("~?%"))
    if named is None or (unit == "month" and not named[2]):
        return ""
    if unit == "year":
        return f"{int(named[1]) + by}" + ("~" if named[2] else "")
    value = "{}-{:02d}".format(*shift_month(int(named[1]), int(named[2]), by))
    return value + ("~" if len(context.named.rstrip("~?%")) > 7 else "")


def _away(base: date, unit: str, by: int) -> Found:
    """What lies so many units from a day, as precisely as the unit tells."""
    if unit == "day":
        day = base + timedelta(days=by)
        return Found(value=day.isoformat(), basis="relative", day=day)
    if unit in ("week", "fortnight"):
        day = base + timedelta(days=by * (7 if unit == "week" else 14))
        return Found(value=f"{day.isoformat()}~", basis="relative")
    if unit == "month":
        year, month = shift_month(base.year, base.month, by)
        return Found(value=f"{year}-{month:02d}~", basis="relative")
    if unit == "year":
        return Found(value=f"{base.year + by}~", basis="relative")
    return Found(skip=True)


def _orders(found: re.Match[str], context: Context) -> bool:
    """Whether an expression orders two happenings (“a day after …”), unless the first is the one just told of."""
    told = re.search(
        r"\b(?:came|comes?|happened|occurred|took place)(?: \w+){0,3} $",
        context.text[: found.start()],
    )
    return told is None and re.match(r" [\w“\"]", context.text[found.end() :]) is not None


def _anchored(context: Context) -> bool:
    """Whether it is certain from which day an expression counts.

    From one that the paragraph itself names, from the only one that the text has told of, or, at the
    beginning of a paragraph, from the last one of a story told in order.
    """
    in_order = list(context.told) == sorted(context.told)
    first = len(re.findall(r"\w+", context.text[: context.start])) == 0
    front = {told.day for told in context.story if told.day and not (told.background or told.asked)}
    only = len(set(context.told)) <= 1 or (len(front) == 1 and len(context.story) < _KEPT)
    return bool(context.sentence_days) or only or (in_order and first)


_KEPT = 8
"""How much of the story is kept."""


def _of_these_days(context: Context) -> date | None:
    """The later of the two days told last, when it is one of the news and the other is older: the report goes on from it."""
    if context.published is None or not context.told:
        return None
    if _TIME_ALONE.search(context.text[: context.start]):
        return None  # “was hit shortly before dawn … the night before”: of a day that is not named
    latest = max(context.told[-2:])
    return latest if 0 <= (context.published - latest).days <= _OF_THE_NEWS else None


_TIME_ALONE = regex(r"\b(?:dawn|daybreak|sunrise|first light|small hours|early hours)\b")
_OF_THE_NEWS = 4
"""Days back to which the happening that a report is about mostly lies."""


def _counting(context: Context, by: int) -> tuple[str, ...]:
    days = sorted(set(context.told[-2:]))
    return tuple((d + timedelta(days=by)).isoformat() for d in days)


def resolve_same_or_next(found: re.Match[str], context: Context) -> Found:
    """`the next day`, `that day`, `the previous evening`, `the night before`, `the day after`."""
    which = (found["which"] or found["which2"] or "").lower()
    word = which or ("previous" if found["before"] else "next" if found["after"] else "same")
    by = {"next": 1, "following": 1, "same": 0, "previous": -1}[word]
    days = context.sentence_days
    here = context.same_sentence is not None and by >= 0
    latest = max((*context.told, *days), default=None)
    if not here and context.story and context.story[-1].asked:
        return Found(basis="relative", reason="it counts from a day that is a question itself")
    if by == 0 and not here and re.match(r" (?:that|as) ", context.text[found.end() :]):
        return Found(
            basis="relative", reason="it counts from what happened, which has no date here"
        )
    base = None if here else _told_last(context, one_of=by == 0)
    if base is not None and by >= 0:
        day = base + timedelta(days=by)
        if context.published is not None and day > context.published:
            return Found(basis="relative", reason="which day it counts from is not certain")
        return Found(value=day.isoformat(), basis="relative", day=day)
    if (
        not here
        and context.anchor is not None
        and latest is not None
        and (latest - context.anchor).days > 14
    ):
        return Found(
            basis="relative",
            reason="which day it counts from is not certain",
            candidates=tuple(
                (d + timedelta(days=by)).isoformat() for d in (context.anchor, latest)
            ),
        )
    if context.anchor is None:
        return Found(
            basis="relative",
            reason=UNDATED if context.published is None else "what it counts from has no date",
        )
    if not _anchored(context):
        recent = None if by == 0 else _of_these_days(context)
        if recent is not None and (by < 0 or recent != context.published):
            day = recent + timedelta(days=by)
            return Found(value=day.isoformat(), basis="relative", day=day)
        return Found(
            basis="relative",
            reason="which day it counts from is not certain",
            candidates=_counting(context, by),
        )
    day = (base or context.anchor) + timedelta(days=by)
    return Found(value=day.isoformat(), basis="relative", day=day)


_NEAR = 2
"""Paragraphs back to which “the next day” reaches: one without a day may stand between."""


def _told_last(context: Context, *, one_of: bool = False) -> date | None:
    """The last day of the story, unless what came last is only looked back to or several days long.

    “The same day” (`one_of`) says too little after a sentence of two days.
    """
    story = context.story
    if not story or context.paragraph - story[-1].paragraph > _NEAR:
        return None
    last = story[-1].paragraph, story[-1].sentence
    days = [
        told.day
        for told in story
        if (told.paragraph, told.sentence) == last
        and told.day
        and not (told.background or told.asked)
    ]
    several = one_of and context.paragraph != last[0] and len(set(days)) > 1
    if not days:
        lasting = [told for told in story if (told.paragraph, told.sentence) == last]
        days = [told.day for told in lasting if told.day and all(t.since for t in lasting)]
    return days[-1] if days and not several else None


def resolve_told_unit(found: re.Match[str], context: Context) -> Found:
    """`the following month`, `later that year`, `the week before`, counted from what was named last."""
    ahead = found["way"] in ("next", "following")
    if ahead and re.search(r"\b(?:on|for|over) $", context.text[: found.start()]):
        return Found(skip=True)
    if ahead and tense(context.text, *found.span()) == "future":
        return Found(skip=True)
    if (
        context.story
        and context.story[-1].asked
        and context.story[-1].paragraph == context.paragraph
    ):
        return Found(basis="relative", reason="it counts from a day that is a question itself")
    named = re.match(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?$", context.named.rstrip("~?%"))
    unit = found["unit"] or found["unit2"]
    way = (found["way"] or found["way2"] or found["then"]).lower()
    by = -1 if way in ("previous", "before", "preceding") else 0 if way in ("that", "same") else 1
    if named is None:
        return Found(skip=True)
    parts = {"year": 1, "month": 2, "week": 3}[unit]
    year, month, day = (int(part) if part else 0 for part in named.groups())
    if sum(part > 0 for part in (year, month, day)) < parts:
        return Found(skip=True)  # “in 2015 … the next month”
    if unit == "year":
        value = str(year + by)
    elif unit == "month":
        value = "{}-{:02d}".format(*shift_month(year, month, by))
    else:
        start = date(year, month, day)
        monday = start - timedelta(days=start.weekday() - 7 * by)
        value = f"{monday}/{monday + timedelta(days=6)}"
    if context.published is not None and value.partition("/")[0] > context.published.isoformat():
        return Found(skip=True)
    return Found(value=value, basis="relative")
