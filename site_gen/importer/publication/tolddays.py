"""What the running text of a document tells of the day on which it was published."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import lru_cache
from typing import TYPE_CHECKING

from site_gen.importer.dates.finding import find_dates
from site_gen.importer.dates.parts import WEEKDAY_NUMBER
from site_gen.importer.tense import ARRANGED, tense

if TYPE_CHECKING:
    from collections.abc import Sequence

    from site_gen.importer.dates.parts import DateMention
    from site_gen.importer.page.furniture import Document


def contradicts(document: Document, published: date) -> int:
    """Line of what the supposed day of publication cannot be true of; else 0.

    A day with its year that is told as past and lies after it; or, as a negative number, a weekday
    that its day had neither in the year before the publication nor shortly after.
    """
    body = body_of(document)
    texts = dict(body)
    for mention in _dates_in(body, None):
        if (
            mention.basis == "explicit"
            and mention.precision == "day"
            and mention.role == "event"
            and not mention.quoted
            and date.fromisoformat(mention.value) > published + timedelta(days=1)
            and not _deadline(body, mention)
            and _past(texts[mention.line], mention)
        ):
            return mention.line
    told = told_days(body)
    for (month, day), weekday in told.named.items():
        last = on_or_before(published + timedelta(days=1), month, day)
        if last is not None and last.weekday() != weekday:
            return -told.lines[month, day][0]
    return 0


def on_or_before(limit: date, month: int, day: int) -> date | None:
    """The last such day of a month up to a limit; None for 29 February."""
    try:
        this = limit.replace(month=month, day=day)
        return this if this <= limit else this.replace(year=limit.year - 1)
    except ValueError:
        return None


def _past(text: str, mention: DateMention) -> bool:
    low = max(0, mention.start - 1000)
    piece = text[low : mention.end + 1000]
    return tense(piece, mention.start - low, mention.end - low) == "past"


@dataclass(slots=True)
class Told:
    """What a text says of days, weekdays and years."""

    days: Counter[tuple[int, int]]
    """(month, day) → how often it is told as past."""
    lines: dict[tuple[int, int], list[int]]
    named: dict[tuple[int, int], int]
    """(month, day) → the weekday that the text gives with it, Monday is 0."""
    bare: dict[str, list[int]]
    """Weekday without a day of the month → lines."""
    coming: set[tuple[int, int]] = field(default_factory=set)
    """(month, day) of what is told as still to come."""
    deictic: list[int] = field(default_factory=list)
    """Lines that count from the text's own day: “yesterday”."""
    year: int = 0
    """The latest year that is named as past; 0 for none."""
    year_line: int = 0
    bound: str = ""
    """The latest day, month or year, with its year, that is told as past."""


def body_of(document: Document) -> tuple[tuple[int, str], ...]:
    """(line, text) of the article itself."""
    return tuple((line.number, line.text) for line in document.body)


@lru_cache(maxsize=4)  # asked again by each of the reasons for and against a day
def _dates_in(body: tuple[tuple[int, str], ...], published: date | None) -> tuple[DateMention, ...]:
    return find_dates(body, published)


@lru_cache(maxsize=2)
def told_days(body: tuple[tuple[int, str], ...]) -> Told:
    """What a text says; not to be changed."""
    told = Told(days=Counter(), lines={}, named={}, bare={})
    for mention in _dates_in(body, None):
        found = re.match(r"\d{4}", mention.value)
        if (
            found
            and mention.role == "event"
            and not mention.quoted
            and not _is_future_year(body, mention.line, mention.end - 4)
        ):
            if int(found[0]) > told.year:
                told.year, told.year_line = int(found[0]), mention.line
            told.bound = max(told.bound, mention.value.rpartition("/")[2].rstrip("~?%X"))
    # The end of a leap year as a stand-in: what counts here is month, day and tense.
    for mention in _dates_in(body, date(2000, 12, 31)):
        name = re.search(r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day", mention.text)
        if mention.basis == "weekday" and name:
            told.bare.setdefault(name[0], []).append(mention.line)
        elif re.match(
            r"(?i)today|yesterday|this morning|last night|tomorrow|tonight", mention.text
        ):
            told.deictic.append(mention.line)
        if mention.basis != "year from document" or _deadline(body, mention):
            continue
        to_come = mention.role == "plan" or _to_come(body, mention)
        if to_come and (day := re.search(r"-(\d\d)-(\d\d)$", mention.value)):
            told.coming.add((int(day[1]), int(day[2])))
        if to_come or _names_happening(body, mention):
            continue
        value = mention.value or next(iter(mention.candidates), "")
        if value.endswith("/2000-12-31"):  # “since May 1”
            value = value.partition("/")[0]
        if value.startswith("../") and "end of" in mention.text:
            continue  # a month that some time until its end is told of
        found = re.fullmatch(r"\d{4}-(\d\d)-(\d\d)", value.rpartition("/")[2])
        if found and not re.search(r"\b(?:last|next) year$", mention.text):
            key = (int(found[1]), int(found[2]))
            told.days[key] += 1
            told.lines.setdefault(key, []).append(mention.line)
            named = re.match(r"Mon|Tue|Wed|Thu|Fri|Sat|Sun", mention.text)
            if named:
                told.named[key] = WEEKDAY_NUMBER[named[0]]
    return told


def is_real(month: int, day: int) -> bool:
    """Whether some year has such a day."""
    try:
        date(2000, month, day)
    except ValueError:
        return False
    return True


def first_day(edtf: str) -> str:
    """The first day of a year or month; a day is its own."""
    return {4: f"{edtf}-01-01", 7: f"{edtf}-01"}.get(len(edtf), edtf)


def fits(year: int, month: int, day: int, weekdays: dict[tuple[int, int], int]) -> bool:
    """Whether a text of that day could give its days these weekdays."""
    for (m, d), named in weekdays.items():
        try:
            before = (m, d) > (month, day)
            if date(year - 1 if before else year, m, d).weekday() != named:
                return False
        except ValueError:
            return False
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True


def latest(days: Counter[tuple[int, int]]) -> tuple[int, int]:
    """The last of the days on the circle of the year: after the widest gap without any day."""
    ordered = sorted(days)
    if len(ordered) == 1:
        return ordered[0]
    number = [date(2000, m, d).timetuple().tm_yday for m, d in ordered]
    gaps = [
        ((number[(i + 1) % len(number)] - number[i]) % 366 or 366, i) for i in range(len(number))
    ]
    return ordered[max(gaps)[1]]


def _deadline(body: Sequence[tuple[int, str]], mention: DateMention) -> bool:
    text = next(t for n, t in body if n == mention.line)
    before, after = text[max(0, mention.start - 200) : mention.start], text[mention.end :][:100]
    return bool(
        ARRANGED.search(before)
        or re.search(
            r"\b(?:by|before|until|till|(?:put off|postponed|delayed|moved) to|ahead of|deadline of|deadline on|due on|for)\s+(?:an? |the )?$"
            r"|\b(?:will|due|scheduled|to be|planned|set to|expected)\b[^.]{0,50}$",
            before,
            re.IGNORECASE,
        )
        or re.match(r",? (?:\w+ )?(?:deadline|attacks?)\b", after)
    )


def _names_happening(body: Sequence[tuple[int, str]], mention: DateMention) -> bool:
    """“The 4 July attack”: a day that says which of several, told of again and maybe long ago."""
    text = next(t for n, t in body if n == mention.line)
    return bool(
        re.search(
            r"\b(?:the|that|an?|last|['’]s|his|her|its|their)\s$",
            text[: mention.start],
            re.IGNORECASE,
        )
        and re.match(
            r"[ -](?:\w+[ -])?(?:attacks?|bombings?|massacres?|raids?|strikes?|killings?|clash(?:es)?|protests?|elections?|polls?|vote"
            r"|coup|earthquake|floods?|crash|explosions?|blasts?|agreement|accord|ceasefire|deal|incident|ambush|assault|siege|kidnapping|abductions?|shootings?|riots?|uprising|decision|ruling|statement|report|meeting|summit)\b",
            text[mention.end :],
        )
    )


def _to_come(body: Sequence[tuple[int, str]], mention: DateMention) -> bool:
    """Whether the clause tells of something still to come."""
    text = next(t for n, t in body if n == mention.line)
    low = max(0, mention.start - 1000)
    piece = text[low : mention.end + 1000]
    return tense(piece, mention.start - low, mention.end - low) == "future"


def _is_future_year(body: Sequence[tuple[int, str]], line: int, start: int) -> bool:
    text = next(t for n, t in body if n == line)
    return bool(
        re.search(
            r"\b(?:by|until|through)(?: the| at least| about)?\s*$|\b(?:will|expected|planned|due)\b[^.]{0,40}$",
            text[max(0, start - 200) : start],
        )
    )
