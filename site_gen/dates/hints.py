"""Why a text is not a date, and what its writer probably meant.

Looked at only after `edtf.parse` has failed. The rules are tried from the most to the least
specific; what a hint tells people to write has always been checked to be a date.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple
from unicodedata import category

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    IsDate = Callable[[str], bool]

_LONGEST = 60
"""Characters of a text that are looked at and shown; a longer one is a sentence, not a date."""
_FORMS = "write a day as 2021-07-08, a month as 2021-07, a year as 2021"
_MONTHS = (
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
)
_MONTH = "jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec"
_MONTH_WORD = rf"({_MONTH})[a-z]*\.?"
_DAY_WORD = r"(\d{1,2})(?:st|nd|rd|th)?"
_WEEKDAY = "(?:mon|tues|wednes|thurs|fri|satur|sun)day"
_YEARS = "years run from 0001 to 9999"


class _Fault(NamedTuple):
    reason: str
    write: tuple[str, ...] = ()
    """Dates that may be meant; each is valid."""
    advice: str = ""
    """Goes on after those, or stands alone."""


def _season(year: str) -> _Fault:
    return _Fault("a season has no first and no last day", (year,), "and name the season in a note")


def explain(text: str, is_date: IsDate) -> tuple[str, str]:
    """The message and the hint about a text that is not a date.

    Args:
        text: What was typed, without surrounding white space.
        is_date: Whether a text is a date.
    """
    if not text:
        return "a date is missing", _FORMS
    shown = _printable(text[:_LONGEST])
    if len(text) > _LONGEST:
        return f"“{shown}…” cannot be read as a date: it is too long for one", _FORMS
    fault = _fault(text, is_date)
    if fault is None:
        return f"“{shown}” cannot be read as a date", _FORMS
    hint = fault.advice or _FORMS
    if fault.write:
        choice = "as is meant" if len(fault.write) > 1 else fault.advice
        hint = f"write {' or '.join(fault.write)} {choice}".rstrip()
    return f"“{shown}” cannot be read as a date: {fault.reason}", hint


def _printable(text: str) -> str:
    return "".join(c if c.isprintable() else "�" for c in text)


def _fault(text: str, is_date: IsDate) -> _Fault | None:
    folded = _fold(text)
    if folded != text and is_date(folded):
        return _Fault("it is not spelt as EDTF spells it", (folded,))
    for rule in (_figures, _swapped, _time, _interval, _beyond, _range, _english):
        for fault in rule(folded, is_date):
            return fault
    return None


def _fold(text: str) -> str:
    """The text in EDTF's own characters: digits of any script, typographic dashes, old drafts."""
    text = "".join(str(int(c)) if c.isdecimal() else c for c in text if category(c) != "Cf")
    text = re.sub("[‐‑‒–—―−－]", "-", text).replace("…", "..").replace("／", "/")
    text = re.sub(r"\s*/\s*", "/", text.strip())
    text = re.sub(r"\?~|~\?", "%", text)
    # The draft of 2012 wrote “unknown”, “open” and “u”.
    text = re.sub(r"(?i)\bunknown\b", "", text) if "/" in text else text
    text = re.sub(r"(?i)\bopen\b", "..", text) if "/" in text else text
    return re.sub(r"(?<=[\dxuXU-])[xuU]", "X", text)


def _figures(text: str, is_date: IsDate) -> Iterator[_Fault]:
    """Year first, in figures: wrong values, wrong separators, missing noughts."""
    match = re.fullmatch(r"(\d{4})([-./ ]?)(\d\d?)(?:\2(\d\d?|XX))?([?~%]?)", text)
    if not match:
        return
    year, gap, month, day, mark = match.groups()
    compact = text.isdigit()
    if compact and len(text) not in (6, 8):
        return
    if gap == "/" and day is None and is_date(f"{year}/{year[:2]}{month}"):
        return  # 2019/22 is more likely two years
    padded = f"{year}-{month:0>2}" + (f"-{day:0>2}" if day else "") + mark
    if padded != text and is_date(padded):
        reason = "its parts are joined by hyphens"
        if gap == "-":
            reason = "months and days have two digits"
        yield _Fault(reason, (padded,))
    elif not compact and gap:
        yield _value(year, f"{month:0>2}", f"{day:0>2}" if day else "", mark, is_date)


def _value(year: str, month: str, day: str, mark: str, is_date: IsDate) -> _Fault:
    """What is wrong with the year, the month or the day of a date in the right form."""
    if year == "0000":
        return _Fault(_YEARS)
    number = int(month)
    if not day and 21 <= number <= 24:
        return _season(year + mark)
    if not day and 25 <= number <= 41:
        return _Fault(
            "parts of a year other than months are EDTF level 2",
            advice="write an interval of months, as in 2021-04/2021-06",
        )
    if number == 0:
        return _Fault("there is no month 00", (year + mark,), "if the month is not known")
    if number > 12:
        swapped = f"{year}-{day}-{month}{mark}"
        if day and is_date(swapped):
            return _Fault(f"there is no month {month}", (swapped,))
        return _Fault(f"there is no month {month}", advice="months run from 01 to 12")
    if day in ("", "00"):
        return _Fault("there is no day 00", (f"{year}-{month}{mark}",), "if the day is not known")
    last = next(str(n) for n in (31, 30, 29, 28) if is_date(f"{year}-{month}-{n}"))
    name = _MONTHS[number - 1].capitalize()
    return _Fault(f"{name} {year} has {last} days", (f"{year}-{month}",), "if the day is not known")


def _swapped(text: str, is_date: IsDate) -> Iterator[_Fault]:
    """Year last, in figures."""
    if match := re.fullmatch(r"(\d\d?)([-./ ])(\d\d?)\2 ?(\d{4})", text):
        one, _, two, year = match.groups()
        day_first = f"{year}-{two:0>2}-{one:0>2}"
        month_first = f"{year}-{one:0>2}-{two:0>2}"
        found = tuple(d for d in dict.fromkeys((day_first, month_first)) if is_date(d))
        if len(found) > 1:
            yield _Fault("either number may be the month", found)
        elif found:
            yield _Fault("the year comes first", found)
        else:
            yield _value(year, f"{two:0>2}", f"{one:0>2}", "", is_date)
    elif match := re.fullmatch(r"(\d\d?)[-./ ](\d{4})", text):
        month_year = f"{match[2]}-{match[1]:0>2}"
        if is_date(month_year):
            yield _Fault("the year comes first", (month_year,))
    elif re.fullmatch(r"\d\d?([-./])\d\d?\1\d\d", text):
        yield _Fault("the year has two digits", advice="write it with four, and first: 2021-07-08")


def _time(text: str, is_date: IsDate) -> Iterator[_Fault]:
    if match := re.fullmatch(r"(\d{4}-\d\d-\d\d)(?:T|\s+)\d.*", text):
        reason = "dates have no time of day here"
        if is_date(match[1]):
            yield _Fault(reason, (match[1],))
        else:
            yield from _figures(match[1], is_date)


def _interval(text: str, is_date: IsDate) -> Iterator[_Fault]:
    head, slash, tail = text.partition("/")
    if text == ".." or (slash and head in ("", "..") and tail in ("", "..")):
        yield _Fault(
            "an interval has a date at one end at least",
            advice="write ../2021-06-25 for “by 25 June”, 2021-06-25/.. for “from 25 June”",
        )
    elif not slash:
        if match := re.fullmatch(r"\.\.\s*(.*[^.])|([^.].*?)\s*\.\.", text):
            whole = f"../{match[1]}" if match[1] else f"{match[2]}/.."
            if is_date(whole):
                yield _Fault("an interval has a slash", (whole,))
    elif "/" in tail:
        yield _Fault("an interval has one slash", advice="write its first and its last date only")
    elif "P" in (head[:1], tail[:1]):
        yield _Fault("durations are not part of EDTF", advice="write the first and the last day")
    elif is_date(f"{tail}/{head}"):
        yield _Fault("the interval ends before it begins", (f"{tail}/{head}",))
    elif is_date(head) and is_date(whole := f"{head}/{head[: -len(tail) or None]}{tail}"):
        yield _Fault("each end of an interval is a whole date", (whole,))
    else:
        yield from _ends(head, tail, is_date)


def _ends(head: str, tail: str, is_date: IsDate) -> Iterator[_Fault]:
    """What is wrong with the first wrong end; the advice mends both."""
    right = _Fault("")
    faults = [
        right._replace(write=(end,))
        if end in ("", "..") or is_date(end)
        else _fault(end, is_date) or _Fault(f"“{_printable(end)}” is no date")
        for end in (head, tail)
    ]
    whole = (f"{one}/{two}" for one in faults[0].write for two in faults[1].write)
    for fault in faults:
        if fault.reason:
            write = tuple(date for date in whole if is_date(date))
            # Advice that goes on after a date is of no use without one.
            yield fault._replace(
                write=write, advice=fault.advice if write or not fault.write else ""
            )


def _beyond(text: str, is_date: IsDate) -> Iterator[_Fault]:
    """What EDTF has and this program has not: long years, sets, the rest of level 2."""
    long_year = r"[Yy]?-?\d{5,}|[Yy]-?\d+(E\d+)?(S\d+)?"
    if re.fullmatch(rf"{long_year}|-\d{{4}}(-\d\d){{0,2}}|0000|000X|00XX", text):
        yield _Fault(_YEARS)
    elif re.fullmatch(r"\d{4}S\d", text):
        yield _Fault(
            "significant digits are EDTF level 2",
            advice="write the decade or the century, as in 202X or 20XX",
        )
    elif re.fullmatch(r"[\[{].*[\]}]", text):
        yield _Fault(
            "sets of dates are EDTF level 2",
            advice="write an interval from the earliest to the latest",
        )
    elif re.fullmatch(r"[\dX?~%-]+", text):
        plain = re.sub("[?~%]", "", text)
        marks = set(text) & set("?~%")
        mark = "%" if len(marks) > 1 else "".join(marks)
        if mark and is_date(plain + mark):
            yield _Fault("a qualifier stands once, at the end, for the whole date", (plain + mark,))
        elif "X" in plain:
            year, *rest = plain.split("-")
            if "X" not in year and rest:
                year += "-XX-XX"[: 3 * len(rest)] if "X" in rest[0] else f"-{rest[0]}-XX"
            reason = "X stands for a whole month or day, or for the last digits of a year"
            advice = "" if is_date(year) else "as in 2021-07-XX, 2021-XX, 202X, 20XX"
            yield _Fault(reason, (year,) if is_date(year) else (), advice)


def _range(text: str, is_date: IsDate) -> Iterator[_Fault]:
    """Two dates joined by something other than a slash."""
    for match in (
        re.fullmatch(r"(.+?)(?:\s*\.{2,}\s*|\s+(?:-+|to|until|and)\s+|\s*--+\s*)(.+)", text),
        re.fullmatch(r"(\d{4}(?:-\d\d){0,2})-(\d{4}(?:-\d\d){0,2})", text),
    ):
        if match and is_date(whole := f"{match[1]}/{match[2]}"):
            yield _Fault("the ends of an interval are joined by a slash", (whole,))


def _english(text: str, is_date: IsDate) -> Iterator[_Fault]:
    """Dates in words: “7 July 2021”, “about June 2021”, “by 25 June 2021”."""
    text = " ".join(text.lower().replace(",", " ").split())
    text = re.sub(rf"^(?:on |in )?(?:{_WEEKDAY} )?(?:the )?", "", text)
    if match := re.fullmatch(r"(?:spring|summer|autumn|fall|winter)(?: of)? (\d{4})", text):
        if is_date(match[1]):
            yield _season(match[1])
        return
    reason = "dates are written in figures, year first"
    before = after = ""
    if match := re.match(r"(?:by|until|up to) (?:the )?", text):
        before, text = "../", text[match.end() :]
    elif match := re.match(r"(?:from|since) (?:the )?", text):
        after, text = "/..", text[match.end() :]
    if match := re.match(r"(?:about|around|approximately|circa|ca\.?|c\.) ?(?:the )?", text):
        after, text = "~" + after, text[match.end() :]
    if match := re.match(r"(early|mid|late)[- ](?:in )?", text):
        reason, text = f"EDTF has no “{match[1]}”", text[match.end() :]
    if re.fullmatch(rf"{_DAY_WORD} {_MONTH_WORD}|{_MONTH_WORD} {_DAY_WORD}|{_MONTH_WORD}", text):
        yield _Fault("the year is missing")
        return
    numbers = _from_words(text)
    if numbers is None:
        if (before or after) and is_date(whole := before + text + after):
            yield _Fault(reason, (whole,))
    elif is_date(whole := before + numbers + after):
        yield _Fault(reason, (whole,))
    else:
        yield from _figures(numbers, is_date)


def _from_words(text: str) -> str | None:
    """EDTF of a date whose month is a word, in lower case without commas; it may not exist."""
    if match := re.fullmatch(r"(\d{3})0'?s", text):
        return f"{match[1]}X"
    if match := re.fullmatch(rf"{_MONTH_WORD} (\d{{4}})", text):
        return f"{match[2]}-{_number(match[1])}"
    day, month = _DAY_WORD, _MONTH_WORD
    for pattern, order in (
        (rf"{day} {month} (\d{{4}})", (2, 1, 3)),
        (rf"{month} {day} (\d{{4}})", (1, 2, 3)),
    ):
        if match := re.fullmatch(pattern, text):
            name, number, year = (match[n] for n in order)
            return f"{year}-{_number(name)}-{number:0>2}"
    dash = r"(?: ?- ?| to | and )"
    for pattern, places in (
        (rf"{day}{dash}{day} {month} (\d{{4}})", (1, 3, 2, 3, 4)),
        (rf"{month} {day}{dash}{day} (\d{{4}})", (2, 1, 3, 1, 4)),
        (rf"{day} {month}{dash}{day} {month} (\d{{4}})", (1, 2, 3, 4, 5)),
        (rf"{month} {day}{dash}{month} {day} (\d{{4}})", (2, 1, 4, 3, 5)),
    ):
        if match := re.fullmatch(pattern, text):
            one, first, two, last, year = (match[n] for n in places)
            return f"{year}-{_number(first)}-{one:0>2}/{year}-{_number(last)}-{two:0>2}"
    return None


def _number(month: str) -> str:
    return f"{_MONTH.split('|').index(month) + 1:02}"
