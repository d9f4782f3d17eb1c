"""Values of expressions that count from the document's day: `yesterday`, `the past week`, `next month`, `for a second day`.

What may be counted in two ways has candidates and no value.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta

from site_gen.importer.dates.parts import (
    MONTHS_LONG,
    ORDINAL_WORDS,
    UNDATED,
    WEEKDAY_NUMBER,
    Context,
    Found,
    Role,
    number_of,
    shift_month,
)
from site_gen.importer.notation import regex
from site_gen.importer.tense import (
    ARRANGED,
    CLAUSE,
    CUES,
    is_deadline,
    sentences,
    tense,
)


def resolve_deictic(found: re.Match[str], context: Context) -> Found:
    """`yesterday`, `tonight`, `overnight`."""
    published = context.published
    if published is None:
        return Found(basis="relative", reason=UNDATED)
    word = found[0].lower()
    word = "overnight" if word == "over night" else word
    if word == "overnight" and re.match(
        rf" (?:(?:on|into|from|to|between) )?(?:{MONTHS_LONG}|[A-Z]\w+day\b)",
        context.text[found.end() :],
    ):
        return Found(skip=True)  # “overnight into Monday”: the day says it
    if word == "overnight":
        day = context.same_sentence or said_on(context, found.end()) or published
        return Found(
            value=f"{(day - timedelta(days=1)).isoformat()}/{day.isoformat()}", basis="relative"
        )
    if "before yesterday" in word or "before last" in word:
        by = -2
    elif "after tomorrow" in word:
        by = 2
    elif "yesterday" in word or word == "last night":
        by = -1
    elif "tomorrow" in word:
        by = 1
    else:
        by = 0
    day = published + timedelta(days=by)
    if word == "today" and context.text[: found.start()].endswith(" ago "):
        return Found(skip=True)
    if word == "today" and not _told_today(context.text, *found.span()):
        return Found(skip=True)
    if by > 0:
        return Found(value=day.isoformat(), basis="relative", role="plan")
    tensed = tense(context.text, *found.span()) if by == 0 else "past"
    return Found(
        value=day.isoformat(),
        basis="relative",
        role="plan" if tensed == "future" else "event",
        day=day,
    )


def said_on(context: Context, end: int) -> date | None:
    """The day of “…, elders said Wednesday” behind an expression of the same sentence, when it is one of the last week."""
    assert context.published is not None
    high = next((b for a, b in sentences(context.text) if a <= context.start <= b), None)
    said = _SAID_DAY.search(context.text[end:high])
    if said is None:
        return None
    back = (context.published.weekday() - WEEKDAY_NUMBER[said["day"]]) % 7
    return context.published - timedelta(days=back)


_SAID_DAY = regex(
    r"\b(?:said|told (?:[\w’']+ ){1,4}?|announced|reported|confirmed|added|wrote|explained|recalled)(?: (?:by|in|over) (?:[\w’']+ ?){1,3})?(?: (?:late|early))?(?: on)? ?(?P<day>(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b"
)


def day_of_quotation(found: re.Match[str], context: Context) -> Context | None:
    """From what “today” in a quotation counts: the day on which it was said, or the one that is told of; None when neither is known."""
    published = context.published
    if published is None:
        return None
    before = _SAID_DAY.search(context.text[context.sentence : found.start()])
    back = (published.weekday() - WEEKDAY_NUMBER[before["day"]]) % 7 if before else 0
    said = published - timedelta(days=back) if before else said_on(context, found.end())
    if said is None and _OF_THE_DAY.match(found[0]):
        told = context.story[-1] if context.story else None
        if (
            told is not None
            and told.day is not None
            and not (told.background or told.asked or told.since)
            and context.paragraph - told.paragraph <= 1
            and 0 <= (published - told.day).days <= 1
        ):
            said = told.day
    return None if said is None else replace(context, published=said, same_sentence=None)


_OF_THE_DAY = regex(r"today|tonight|this (?:morning|afternoon|evening)", re.IGNORECASE)


def _told_today(text: str, start: int, end: int) -> bool:
    """Whether “today” is the day of the text, and not just nowadays (“today he runs a shop”)."""
    low, high = next(((a, b) for a, b in sentences(text) if a <= start <= b), (0, len(text)))
    if re.search(
        r"\b(?:even|still|(?<!hours )(?<!morning )(?<!evening )(?<!night )of|until|as of|than|exists?|to this day) $",
        text[low:start],
    ):
        return False
    clauses = CLAUSE.split(text[low:start])[-1], CLAUSE.split(text[end:high].lstrip(", "))[0]
    return any(CUES.search(clause) for clause in clauses) or not re.search(
        r"\b(?:is|are|lives?|works?|runs?|remains?|stands?|owns?|hosts?|serves?|leads?|teaches)\b",
        " ".join(clauses),
    )


def resolve_past_span(found: re.Match[str], context: Context) -> Found:
    """`in the past 24 hours`, `over the last three days`, `the past week`."""
    published = context.published
    count = number_of(found["n"]) if found["n"] else 1
    unit = found["unit"]
    if unit.startswith(("decade", "centur", "minute", "generation")):
        return Found(skip=True)
    if not found["n"] and unit == "day" and found["past"] != "past":
        return Found(skip=True)  # “the last day of March”, “on the previous day”
    if not found["n"] and unit.endswith("s"):
        return Found(skip=True)  # “in the past months”: nobody knows how many
    if found["past"] in ("previous", "preceding"):
        published = context.same_sentence if found["n"] else None
        if published is None:
            return Found(basis="relative", reason="what it counts from is not certain")
    if published is None:
        return Found(basis="relative", reason=UNDATED)
    days = {"hour": -(-count // 24), "day": count, "week": 7 * count, "fortnight": 14 * count}
    key = unit.rstrip("s")
    if key in days:
        start = published - timedelta(days=days[key])
        return Found(value=f"{start.isoformat()}/{published.isoformat()}", basis="relative")
    if key == "month":
        year, month = shift_month(published.year, published.month, -count)
        return Found(value=f"{year}-{month:02d}/{published.isoformat()}", basis="relative")
    return Found(value=f"{published.year - count}/{published.isoformat()}", basis="relative")


def resolve_next_span(found: re.Match[str], context: Context) -> Found:
    """`over the next three months`; “the coming days”, without a number, has no end."""
    published, given = context.published, found["n"]
    if not given and found["unit"].endswith("s"):
        return Found(skip=True)
    if published is None:
        return Found(basis="relative", reason=UNDATED)
    if tense(context.text, *found.span()) == "past":
        return Found(skip=True)  # “over the next three days they walked”
    count = number_of(given) if given else 1
    unit = found["unit"].rstrip("s")
    if unit == "year":
        value = f"{published.year}/{published.year + count}"
        return Found(value=value, basis="relative", role="plan")
    if unit == "hour":
        count, unit = -(-count // 24), "day"
    if unit == "month":
        year, month = shift_month(published.year, published.month, count)
        value = f"{published.isoformat()[:7]}/{year}-{month:02d}"
    else:
        end = published + timedelta(days=count * (7 if unit == "week" else 1))
        value = f"{published.isoformat()}/{end.isoformat()}"
    return Found(value=value, basis="relative", role="plan")


def resolve_calendar_unit(found: re.Match[str], context: Context) -> Found:
    """`last month`, `this year`, `next week`."""
    published = context.published
    if published is None:
        return Found(basis="relative", reason=UNDATED)
    which = {
        "before last": -2,
        "after next": 2,
        "last": -1,
        "previous": -1,
        "this": 0,
        "current": 0,
        "next": 1,
        "coming": 1,
    }[found["which"].lower()]
    role: Role = "plan" if which > 0 else "event"
    later = found[0].startswith(("later", "Later")) and tense(context.text, *found.span()) != "past"
    if which == 0 and later:
        role = "plan"
    so_far = _SO_FAR_BEFORE.search(context.text[: found.start()]) or _SO_FAR.match(
        context.text[found.end() :]
    )
    if which == 0 and not so_far and tense(context.text, *found.span()) == "future":
        role = "plan"
    unit = found["unit"]
    if re.search(r"\b(?:[Tt]hat|[Ss]ame) day $", context.text[: found.start()]):
        return Found(skip=True)
    if unit == "week" and which == -1 and published.weekday() == 6:
        # On a Sunday, “last week” may be the one that ends today.
        weeks = [published - timedelta(days=days) for days in (13, 6)]
        return Found(
            basis="relative",
            reason="published on a Sunday, it could be the week that ends then or the one before",
            candidates=tuple(f"{d}/{d + timedelta(days=6)}" for d in weeks),
        )
    if unit == "week":
        monday = published - timedelta(days=published.weekday()) + timedelta(days=7 * which)
        sunday = monday + timedelta(days=6)
        if which == 0 and role == "event":
            sunday = published
        if monday == sunday:
            return Found(value=monday.isoformat(), basis="relative", role=role)
        return Found(
            value=f"{monday.isoformat()}/{sunday.isoformat()}", basis="relative", role=role
        )
    if unit == "month":
        year, month = shift_month(published.year, published.month, which)
        return Found(value=f"{year}-{month:02d}", basis="relative", role=role)
    return Found(value=str(published.year + which), basis="relative", role=role)


_SO_FAR = regex(r",? (?:so far|to date)\b")
_SO_FAR_BEFORE = regex(r"\b[Ss]o far (?:in |for )?$")
"""“So far this year there ought to have been …”: nothing of it is to come."""
_SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}
"""The month in which each begins, north of the equator."""


def resolve_season(found: re.Match[str], context: Context) -> Found:
    """`this summer`, `last winter`: a season has no first and last day, so its months are offered."""
    published = context.published
    if published is None:
        return Found(basis="relative", reason=UNDATED)
    word, month = found["word"].lower(), _SEASONS[found["season"].lower()]
    tensed = tense(context.text, *found.span())
    spans = []
    for year in range(published.year - 2, published.year + 2):
        last_year, last_month = shift_month(year, month, 2)
        spans.append((f"{year}-{month:02d}", f"{last_year}-{last_month:02d}"))
    now = published.isoformat()[:7]
    over = [span for span in spans if span[1] < now]
    going_on = [span for span in spans if span[0] <= now <= span[1]]
    ahead = [span for span in spans if span[0] > now]
    coming = word in ("next", "this coming") or (word == "this" and tensed == "future")
    if word in ("last", "this past"):
        offered = over[-1:]
    elif coming:
        offered = (going_on if word == "this" else []) or ahead[:1]
    else:
        past = tensed == "past" or word == "since the"
        offered = going_on or over[-1:] + ([] if past else ahead[:1])
    return Found(
        basis="relative",
        role="plan" if coming else "event",
        reason="a season has no first and last day",
        candidates=tuple(f"{first}/{last}" for first, last in offered),
    )


def resolve_weekend(found: re.Match[str], context: Context) -> Found:
    """`over the weekend`, `next weekend`."""
    published = context.published
    if published is None:
        return Found(basis="relative", reason=UNDATED)
    word = found[0].lower().replace("-", "")
    weekday = published.weekday()
    if _WEEKEND_AS_SUCH.search(context.text[: found.end()]):
        return Found(skip=True)
    if re.search(r"\bthat |same|following|previous|weekend (?:before|after)$", word):
        return Found(basis="relative", reason="what it counts from is not certain")
    saturday = published - timedelta(days=(weekday - 5) % 7)
    tensed = tense(context.text, *found.span())
    before_last = "before last" in word
    if before_last or (weekday >= 5 and "last" in word):
        saturday -= timedelta(days=14 if before_last and weekday >= 5 else 7)
    elif "next" in word or "coming" in word or tensed == "future":
        saturday = published + timedelta(days=(5 - weekday) % 7)
        return Found(
            value=f"{saturday}/{saturday + timedelta(days=1)}", basis="relative", role="plan"
        )
    elif not re.search("last|past", word) and (
        weekday == 5 or tensed == "unsure" or ARRANGED.search(context.text[: found.start()])
    ):
        other = saturday + timedelta(days=-7 if weekday == 5 else 7)
        return Found(
            basis="relative",
            reason="it may be past or to come",
            candidates=tuple(f"{s}/{s + timedelta(days=1)}" for s in sorted((saturday, other))),
        )
    sunday = saturday + timedelta(days=1)
    return Found(value=f"{saturday}/{sunday}", basis="relative", day=sunday)


_WEEKEND_AS_SUCH = regex(
    r"\b(?:a|another|one|each|every)(?: [a-z]+)? weekend$|(?:day|\b(?:is|are|as)|,) (?:the|its|their) (?:\w+ )?weekend$"
)
"""“After a weekend of protests”, “Friday is the weekend there”: no weekend of a calendar."""


def resolve_nth_day(found: re.Match[str], context: Context) -> Found:
    """`for a second day`, `the fourth day of`."""
    word = found["nth"].lower()
    count = ORDINAL_WORDS.get(word) or int(re.sub(r"\D", "", word) or 0)
    last = context.following or (
        context.sentence_days[-1] if context.sentence_days else context.published
    )
    if last is None:
        return Found(basis="relative", reason=UNDATED)
    lasting = found[0].lower().startswith("for ")
    if count < 2 or (not lasting and context.text[found.end() :].startswith(" after")):
        return Found(skip=True)  # “on the third day after the flood” counts from the flood
    if found[0].lower().startswith("on ") and not (context.following or context.same_sentence):
        return Found(basis="relative", reason="what it counts from is not certain")
    first = last - timedelta(days=count - 1)
    return Found(value=f"{first.isoformat()}/{last.isoformat()}", basis="relative")


def resolve_start_of(found: re.Match[str], context: Context) -> Found:
    """`the beginning of the month`."""
    return _edge_of_unit(found, context, future=False)


def resolve_end_of(found: re.Match[str], context: Context) -> Found:
    """`the end of the month`, which is still to come."""
    return _edge_of_unit(found, context, future=True)


def _edge_of_unit(found: re.Match[str], context: Context, *, future: bool) -> Found:
    published, unit = context.published, found["unit"]
    if published is None:
        return Found(basis="relative", reason=UNDATED)
    ahead = tense(context.text, *found.span()) == "future"
    if (ahead or (future and is_deadline(context.text, *found.span()))) is not future:
        if unit == "week":
            return Found(skip=True)
        return Found(basis="relative", reason="which month or year is meant is not certain")
    role: Role = "plan" if future else "event"
    if unit == "week":
        monday = published - timedelta(days=published.weekday())
        return Found(value=f"{monday}/{monday + timedelta(days=6)}", basis="relative", role=role)
    cut = 7 if unit == "month" else 4
    return Found(value=published.isoformat()[:cut], basis="relative", role=role)
