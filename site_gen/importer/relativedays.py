"""Values of expressions that count from the document's day: `yesterday`, `the past week`, `next month`, `for a second day`.

What may be counted in two ways has candidates and no value.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta

from site_gen.importer.dateparts import (
    MONTHS_LONG,
    ORDINAL_WORDS,
    UNDATED,
    WEEKDAY_NUMBER,
    Context,
    Found,
    Role,
    either,
    number_of,
    shift_month,
)
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


_SAID_DAY = re.compile(
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


_OF_THE_DAY = re.compile(r"today|tonight|this (?:morning|afternoon|evening)", re.IGNORECASE)


def _told_today(text: str, start: int, end: int) -> bool:
    """Whether “today” is the day of the text, and not just nowadays (“today he runs a shop”)."""
    low, high = next(((a, b) for a, b in sentences(text) if a <= start <= b), (0, len(text)))
    if re.search(
        r"\b(?:even|still|(?<!hours )(?<!morning )(?<!evening )(?<!night )of|until|as of|than|exists?|to this day) $",
        text[low:start],
    ):
        return False
    if _NOWADAYS.match(text[end:high]):
        return False
    clauses = CLAUSE.split(text[low:start])[-1], CLAUSE.split(text[end:high].lstrip(", "))[0]
    return any(CUES.search(clause) for clause in clauses) or not re.search(
        r"\b(?:is|are|lives?|works?|runs?|remains?|stands?|owns?|hosts?|serves?|leads?|teaches)\b",
        " ".join(clauses),
    )


_NOWADAYS = re.compile(
    r",? (?:(?!who\b|which\b)[\w’'-]+ ){1,5}(?:has|have|costs?|earns?|sells?|makes|needs?|counts?|employs?|holds?) (?:\d|no\b|an?\b|only\b|some\b|about\b|more\b|fewer\b|less\b|just\b)"
)
"""“Today the ranch has 40 goats.”"""


def resolve_past_span(found: re.Match[str], context: Context) -> Found:
    """`in the past 24 hours`, `over the last three days`, `the past week`."""
    published = context.published
    count = number_of(found["n"]) if found["n"] else 1
    unit = found["unit"]
    if unit.startswith(("decade", "centur", "minute", "generation")):
        return Found(skip=True)
    if not found["n"] and unit == "day" and found["past"] != "past":
        return Found(skip=True)  # “the last day of March”, “on the previous day”
    if not found["n"] and found["past"] in ("previous", "preceding"):
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
    published = context.published
    given = found.groupdict().get("n")
    if not given and "which" not in found.groupdict():
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
    if which == 1 and context.year and _PROMISED.search(context.text[: found.start()]):
        return Found(basis="relative", reason="it counts from when it was said")
    if which == 1 and _SPAN_AHEAD.search(context.text[: found.start()]):
        return resolve_next_span(found, context)
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


_PROMISED = re.compile(
    r"\b(?:[Ii]n|[Oo]f) (?:[A-Z][a-z]+ )?(?:19|20)\d\d\b[^.;,]*"
    r"\b(?:promised|vowed|pledged|said|told|hoped|wanted|planned|wrote|agreed|would)\b[^.;]*$"
)
_SO_FAR = re.compile(r",? (?:so far|to date)\b")
_SO_FAR_BEFORE = re.compile(r"\b[Ss]o far (?:in |for )?$")
"""“So far this year there ought to have been …”: nothing of it is to come."""
_SPAN_AHEAD = re.compile(r"\b(?:[Ii]n|[Oo]ver|[Dd]uring|[Ww]ithin|[Ff]or) the $")
"""“Within the next week” is not the next week."""
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
    if (
        _SOME_WEEKEND.search(context.text[: found.end()])
        or _WEEKEND_AS_SUCH.search(context.text[: found.end()])
        or _FALLS_ON.match(context.text[found.end() :])
    ):
        return Found(skip=True)
    if re.search(r"\bthat |same|following|previous|weekend (?:before|after)$", word):
        return _weekend_told(word, context)
    of_feast = re.search(
        r"\b(?:Day|Easter|Whitsun|holiday|Christmas) $", context.text[: found.start()]
    )
    if of_feast or (context.year and "last" not in word):
        return Found(basis="relative", reason="of which year is not certain")
    saturday = published - timedelta(days=(weekday - 5) % 7)
    tensed = tense(context.text, *found.span())
    if "before last" in word:
        saturday -= timedelta(days=14 if weekday >= 5 else 7)
    elif "last" in word and weekday >= 5:
        saturday -= timedelta(days=7)
    elif weekday < 5 and (
        _HAD_PLANNED.search(context.text[context.sentence : found.start()])
        or (
            _WERE_TO.search(context.text[: found.start()])
            and _HAD_NOT.match(context.text[found.end() :])
        )
    ):
        both = (saturday, saturday + timedelta(days=7))
        return Found(
            basis="relative",
            reason="it was planned, and may be past by now or still to come",
            candidates=tuple(f"{s}/{s + timedelta(days=1)}" for s in both),
        )
    elif "next" in word or "coming" in word or (weekday < 5 and tensed == "future"):
        saturday = published + timedelta(days=(5 - weekday) % 7)
        return Found(
            value=f"{saturday}/{saturday + timedelta(days=1)}", basis="relative", role="plan"
        )
    elif (
        "last" not in word
        and "past" not in word
        and weekday < 5
        and (tensed == "unsure" or ARRANGED.search(context.text[: found.start()]))
    ):
        coming = saturday + timedelta(days=7)
        return Found(
            basis="relative",
            reason="what was decided for it may be past or still to come",
            candidates=tuple(f"{s}/{s + timedelta(days=1)}" for s in (saturday, coming)),
        )
    elif (
        context.earlier is not None
        and "weekend" in word
        and not re.search("last|past|this", word)
        and _WEEK < (published - context.earlier).days <= _WEEKS_BACK
    ):
        then = context.earlier + timedelta(days=(5 - context.earlier.weekday()) % 7)
        return Found(
            basis="relative",
            reason=f"the sentence before tells of {context.earlier}",
            candidates=tuple(f"{s}/{s + timedelta(days=1)}" for s in (then, saturday)),
        )
    elif weekday == 5 and tensed == "future":
        return Found(
            value=f"{saturday}/{saturday + timedelta(days=1)}", basis="relative", role="plan"
        )
    elif weekday == 5:
        week_before = saturday - timedelta(days=7)
        return Found(
            basis="relative",
            reason="published on a Saturday, it could be this weekend or the one before",
            candidates=tuple(f"{s}/{s + timedelta(days=1)}" for s in (week_before, saturday)),
        )
    sunday = saturday + timedelta(days=1)
    return Found(value=f"{saturday.isoformat()}/{sunday.isoformat()}", basis="relative", day=sunday)


_WERE_TO = re.compile(r"[a-z] (?:that|which|who) (?:was|were) to (?!have\b)[^.;,]*$")
_HAD_NOT = re.compile(r"[^.;]{0,30}\b(?:had|were|was)\b")
"""“Prisoners who were to go free at the weekend had still not been let out.”"""
_HAD_PLANNED = re.compile(
    r"\bhad (?:hoped|planned|intended|wanted|meant|been (?:due|set|scheduled|expected|supposed)) (?:to|for)\b[^.;]*$"
)
_SOME_WEEKEND = re.compile(r"\b(?:a|another|one|each)(?: [a-z]+)? weekend$")
"""“After a weekend of protests.”"""
_WEEKEND_AS_SUCH = re.compile(
    r"(?:day|\b(?:is|are|as)|,) (?:the|a|its|their) (?:\w+ )?weekend$|\bevery weekend$"
)
_FALLS_ON = re.compile(r"(?: in [A-Z][\w ]+)? (?:falls|begins|starts|runs|lasts) (?:on|from) [A-Z]")
"""“Friday is the weekend there”, “the weekend falls on Friday and Saturday”: no weekend of a calendar."""


def _weekend_told(word: str, context: Context) -> Found:
    """“That weekend”, “the following weekend”: counted from the day told last in the paragraph."""
    last = context.same_sentence or context.earlier
    if last is None:
        return Found(basis="relative", reason="what it counts from has no date")
    saturday = last + timedelta(days=(5 - last.weekday()) % 7 if last.weekday() < 6 else -1)
    by = -7 if re.search("previous|before", word) else 7 if "after" in word else 0
    if by < 0 or (by > 0 and last.weekday() > 4):
        saturday += timedelta(days=by)
    elif "following" in word and last.weekday() > 4:
        saturday += timedelta(days=7)
    if saturday > (context.published or saturday):
        return Found(basis="relative", reason="what it counts from is not certain")
    sunday = saturday + timedelta(days=1)
    return Found(value=f"{saturday}/{sunday}", basis="relative", day=sunday)


_WEEK, _WEEKS_BACK = 7, 100


def resolve_nth_day(found: re.Match[str], context: Context) -> Found:
    """`for a second day`, `the fourth day of`."""
    word = found["nth"].lower()
    count = ORDINAL_WORDS.get(word) or int(re.sub(r"\D", "", word) or 0)
    last = context.following or (
        context.sentence_days[-1] if context.sentence_days else context.published
    )
    if last is None:
        return Found(basis="relative", reason=UNDATED)
    on = not found[0].lower().startswith("for ")
    if count < 2 or (on and context.text[found.end() :].startswith(" after")):
        return Found(skip=True)  # “on the third day after the flood” counts from the flood
    if (
        found[0].lower().startswith("on ")
        and context.following is None
        and not _COUNTED_OF.match(context.text[found.end() :])
    ):
        if not context.sentence_days:
            return Found(basis="relative", reason="what it counts from is not certain")
        first = context.sentence_days[-1]
        if context.same_sentence is None:  # “It opened on 8 April. On the second day …”
            day = first + timedelta(days=count - 1)
            return either("relative", "what it counts from is not certain", day)
    if on and re.match(
        r"[^.;,]{0,60}\b(?:due|scheduled|expected|will)\b", context.text[found.end() :]
    ):
        return Found(skip=True)  # “the second day of talks had been due …”
    return Found(
        value=f"{(last - timedelta(days=count - 1)).isoformat()}/{last.isoformat()}",
        basis="relative",
    )


_COUNTED_OF = re.compile(r" (?:running|in a row)\b")


def resolve_start_of(found: re.Match[str], context: Context) -> Found:
    """`the beginning of the month`."""
    published = context.published
    if published is None:
        return Found(basis="relative", reason=UNDATED)
    if tense(context.text, *found.span()) == "future":
        return Found(basis="relative", reason="which month or year is meant is not certain")
    cut = {"month": 7, "year": 4}[found["unit"]]
    return Found(value=published.isoformat()[:cut], basis="relative")


def resolve_end_of(found: re.Match[str], context: Context) -> Found:
    """`the end of the month`."""
    published = context.published
    if published is None:
        return Found(basis="relative", reason=UNDATED)
    future = tense(context.text, *found.span()) == "future" or is_deadline(
        context.text, *found.span()
    )
    role: Role = "plan" if future else "event"
    if not future and found["unit"] == "week":
        return Found(skip=True)
    if not future:
        return Found(basis="relative", reason="which month or year is meant is not certain")
    if found["unit"] == "week":
        monday = published - timedelta(days=published.weekday())
        return Found(value=f"{monday}/{monday + timedelta(days=6)}", basis="relative", role=role)
    cut = 7 if found["unit"] == "month" else 4
    told, own = context.named[:cut], published.isoformat()[:cut]
    if len(told) == cut and told < own and not _AHEAD.search(context.text[: found.start()]):
        return Found(
            basis="relative",
            reason="which month or year is meant is not certain",
            candidates=(told, own),
        )
    return Found(value=own, basis="relative", role=role)


_AHEAD = re.compile(
    r"\b(?:said|told [\w ]{3,20}|says)(?: that)? (?:[\w’']+ ){1,4}would\b[^.;]*$|\b(?:will|(?:is|are) (?:to|due|set|expected|scheduled|planned|going)|ha(?:s|ve)|should|must|can|hopes?|plans?|wants?|intends?|expects?"
    r"|aims?)\b[^.;]*$"
)
"""Said from the document's own day: the month or the year that ends is its own."""
