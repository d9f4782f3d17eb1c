"""The days that a page bears beside its article: a dateline, a line with the date, an address."""

from __future__ import annotations

import itertools
import re
from datetime import date, timedelta
from typing import TYPE_CHECKING

from site_gen.importer.datelines import dateline
from site_gen.importer.dates.finding import find_dates
from site_gen.importer.dates.parts import WEEKDAY_NUMBER
from site_gen.importer.notation import regex
from site_gen.importer.page.lines import is_date_line
from site_gen.importer.publication.tolddays import body_of, is_real, latest, on_or_before, told_days

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from site_gen.importer.page.furniture import Document, Line


_STATEMENT = regex(
    r"\b(?:published|posted|updated|first published|last (?:updated|modified)|date|filed|created|released)\b",
    re.IGNORECASE,
)


_ADDRESS = regex(
    r"https?://\S*?/((?:19|20)\d\d)[/-]?(0[1-9]|1[0-2]|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[/-]?([0-2]\d|3[01])(?=[/_.-]|\b)",
    re.IGNORECASE,
)


_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


_BAD_LINE = frozenset({"consent and terms", "comments", "related links", "caption"})


def day_in_address(url: str) -> str:
    """`YYYY-MM-DD` from an address like `https://…/2021/06/22/…`, or an empty string."""
    found = _ADDRESS.search(url)
    if not found:
        return ""
    month = found[2].lower()
    number = int(month) if month.isdigit() else _MONTHS.index(month) + 1
    try:
        return date(int(found[1]), number, int(found[3])).isoformat()
    except ValueError:
        return ""


def unborne(document: Document, published: date, lines: Sequence[int]) -> str:
    """Why a date that may be another day's is not borne out by the text; empty when all is well.

    A bare date above the headline can be the day on which the page was looked at; one that says
    “updated”, or that stands below the article, the day on which the site was last worked on.
    """
    if (off := _off_the_dateline(document, published)) is not None:
        return off
    text = {line.number: line.text for line in document.lines}
    end = _head(document)
    late = [n for n in lines if n > end]
    above = [
        n
        for n in lines
        if n <= end
        and (
            UPDATED_ONLY.search(text[n])
            or (n < document.title_line and not _STATEMENT.search(text[n]))
        )
    ]
    if len(above) + len(late) < len(lines):
        return ""
    told = told_days(body_of(document))
    if not told.days:
        # A date and nothing else, above the headline, is on many sites the day of the visit.
        bare = bool(above) and all(_PURE.fullmatch(text[n].strip()) for n in above)
        near = published.year - 1 <= told.year <= published.year
        unborne = (late and not above) or (bare and not near)
        return "no day of a month and no year in the text bears that out" if unborne else ""
    month, day = latest(told.days)
    gaps = [
        (published - date(year, month, min(day, 28))).days
        for year in (published.year - 1, published.year)
    ]
    near = published.year - 1 <= told.year <= published.year
    widest = 62 if told.bare and not late else 31 if near or above else 7
    if any(-3 <= gap <= widest for gap in gaps):
        return ""
    ahead = [
        (date(year, month, min(day, 28)) - published).days
        for month, day in told.coming
        for year in (published.year, published.year + 1)
    ]
    if any(0 <= gap <= _NOT_LONG for gap in ahead):
        return ""
    if told.bare and not late and not all(_PURE.fullmatch(text[n].strip()) for n in above):
        return ""
    return f"the latest day that the text tells of is {day} {MONTH_NAMES[month - 1]}"


_NOT_LONG = 14
"""Days ahead of the day of publication within which something still to come bears that out."""


def _off_the_dateline(document: Document, published: date) -> str | None:
    """What to say when the report's own dateline names another day of the year; None when it does not."""
    first = document.body[0].text if document.body else ""
    found = _DAY_OF_MONTH.search(_capitals(dateline(first)[1]))
    if not found:
        return None
    month = _MONTHS.index((found["m1"] or found["m2"])[:3].lower()) + 1
    day = int(found["d1"] or found["d2"])
    last = on_or_before(published + timedelta(days=2), month, day) if is_real(month, day) else None
    if last is None or (published - last).days <= 10:
        return None
    return f"the dateline names {day} {MONTH_NAMES[month - 1]}"


_PURE = regex(
    r"(?:today(?: is)?:? )?(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,? )?"
    r"(?:[a-z]{3,9}\.? \d{1,2}(?:st|nd|rd|th)?,? \d{4}|\d{1,2}(?:st|nd|rd|th)?[ /.-](?:[a-z]{3,9}|\d\d?)\.?,?[ /.-]\d{4})"
    r"(?: ?[|·•].*)?",
    re.IGNORECASE,
)


def of_the_visit(document: Document, day: str, lines: Sequence[int], others: Iterable[str]) -> bool:
    """Whether nothing but a bare date above the headline says a day, long after one that the page states beside its article."""
    text = {line.number: line.text.strip() for line in document.lines}
    return all(n < document.title_line and _PURE.fullmatch(text[n]) for n in lines) and any(
        (date.fromisoformat(day) - date.fromisoformat(other)).days > _LONG for other in others
    )


_LONG = 31
"""Days after which a page still bearing its day of publication at the top, with another one below, was rather kept than published."""


UPDATED_ONLY = regex(
    r"^(?!.*\b(?:published|posted|filed|created)\b)\W*(?:\w+\W+){0,4}(?:updated|modified)\b",
    re.IGNORECASE,
)


def page_days(document: Document) -> Iterator[tuple[int, str, bool]]:
    """(line, day, whether it is sure) of the days with a year that stand beside the article."""
    body_from = _head(document)
    for before, line in itertools.pairwise((None, *document.lines)):
        assert line is not None
        if line.kind != "furniture":
            continue
        if before is not None and line.number > body_from and _of_a_link(before, line):
            continue
        if line.reason in _BAD_LINE and not re.match(
            r"(?:posted|published)\b", line.text, re.IGNORECASE
        ):
            continue
        if addressed := day_in_address(line.text):
            yield line.number, addressed, True
        elif len(line.text) <= 160 and (line.number <= body_from or _STATEMENT.search(line.text)):
            for mention in find_dates([(line.number, _capitals(line.text))], None):
                if _FOUNDED.search(line.text[: mention.start]):
                    continue
                if line.reason == "before the article" and _ends_a_sentence(
                    line.text[: mention.start]
                ):
                    continue
                if mention.precision == "day" and mention.basis == "explicit":
                    yield line.number, mention.value, True
                for candidate in mention.candidates:
                    yield line.number, candidate, False
    if document.body:
        first = document.body[0]
        length, head = dateline(first.text)
        for mention in find_dates([(first.number, _capitals(head))], None) if length else ():
            if mention.precision == "day" and mention.basis == "explicit":
                yield first.number, mention.value, True


_FOUNDED = regex(
    r"\b(?:est(?:ab|d)?\.|estd|established|founded|since)(?: in| on)?:? *$", re.IGNORECASE
)
"""Behind it stands the day on which a newspaper first came out."""


def _ends_a_sentence(before: str) -> bool:
    """Whether the date is what a picture shows: “Men dig for wells in the dry bed near Lal June 3, 2014. AGENCY”."""
    stated = _STATEMENT.search(before) or re.match(r"(?:Received|Sent): ", before)
    return len(re.findall(r"\b[a-z]+\b", before)) > 5 and not stated


def _of_a_link(before: Line, line: Line) -> bool:
    """Whether a date below the article's beginning is that of another one, whose headline stands above it."""
    heads = before.reason in ("subheading", "after the article", "related links")
    return heads and len(before.text.split()) > 1 and not _FIRST_STATED.search(line.text)


_FIRST_STATED = regex(r"\b(?:published|posted|filed|created|released)\b", re.IGNORECASE)


def _head(document: Document) -> int:
    """Line where the head of the page ends: the first paragraph, or one below a standfirst and a caption."""
    body = document.body
    for one, two in itertools.pairwise(body[:3]):
        if len(one.text.split()) > 30:
            break
        between = [n for n in document.lines if one.number < n.number < two.number]
        if any(line.reason in ("date line", "byline") for line in between):
            return two.number
    return body[0].number if body else 0


def _capitals(text: str) -> str:
    """“23 FEB 2012” as “23 Feb 2012”, “The HeraldMay 3,2012” as “The Herald May 3, 2012”."""
    text = re.sub(
        rf"(?<=[a-z])(?=(?:{'|'.join(MONTH_NAMES)}) \d|(?:[A-Z][a-z]{{2,5}})day, )", " ", text
    )
    text = re.sub(r",(?=\d{4}\b)", ", ", text)
    return re.sub(
        r"\b[A-Z]{3,9}\b", lambda m: m[0].capitalize() if m[0][:3].lower() in _NAMED else m[0], text
    )


_NAMED = frozenset((*_MONTHS, "mon", "tue", "wed", "thu", "fri", "sat", "sun"))


def stated_day(document: Document) -> tuple[tuple[int, int], int, int | None, int] | None:
    """((month, day), line, weekday, year) of a dateline or a date line; mostly without a year.

    “Flood Update (1 – 7 May 2018)” has one: it does not say when it was published, but not before.
    """
    body_from = document.body[0].number if document.body else 0
    found: list[tuple[tuple[int, int], int, int | None, int]] = []
    lines = [
        (line.number, line.text)
        for line in document.lines
        if (line.kind == "furniture" or (line.kind == "title" and _names_its_day(line.text)))
        and line.reason not in _BAD_LINE
        and len(line.text) <= 160
        and (line.number <= body_from or _STATEMENT.search(line.text))
    ]
    if document.body and (head := dateline(document.body[0].text))[0]:
        lines.append((body_from, head[1]))
    for number, text in sorted(lines, key=lambda line: line[0] > body_from):
        if number > body_from and found:
            break  # what stands beside the article says more than what stands below it
        for match in _DAY_OF_MONTH.finditer(_capitals(text)):
            if _FOUNDED.search(text[: match.start()]):
                continue
            if number != document.title_line and (
                _RANGE.search(text[: match.start()]) or _ends_a_sentence(text[: match.start()])
            ):
                continue  # the issue of a week, a picture's day
            name = (match["m1"] or match["m2"])[:3].lower()
            key = (_MONTHS.index(name) + 1, int(match["d1"] or match["d2"]))
            weekday = match["w"]
            if is_real(*key):
                named = WEEKDAY_NUMBER[weekday[:3]] if weekday else None
                year = re.match(r",? ((?:19|20)\d\d)\b", _capitals(text)[match.end() :])
                found.append((key, number, named, int(year[1]) if year else 0))
    text_of = dict(lines)
    first = [each for each in found if not UPDATED_ONLY.search(text_of[each[1]])]
    found = first or found
    keys = {key for key, _, _, _ in found}
    if not keys or (not first and not _near_told(document, next(iter(keys)))):
        return None
    # A dateline is the day of writing, a line beside the headline that of printing.
    ordered = sorted(keys)
    near = (date(2000, *ordered[-1]) - date(2000, *ordered[0])).days <= 2
    return found[0] if len(keys) == 1 or near else None


_RANGE = regex(r"\d ?[-–] ?$")


def _names_its_day(title: str) -> bool:
    """Whether a report's name ends in a whole day: “… (as of 21 October 2021)”."""
    return (
        is_date_line(title)
        or re.search(r"\([^()]*\d{1,2} [A-Z][a-z]{2,8} \d{4}\)$", title) is not None
    )


def _near_told(document: Document, key: tuple[int, int]) -> bool:
    """Whether the latest day of the text lies within a week before that of a page's last change."""
    days = told_days(body_of(document)).days
    if not days:
        return False
    gap = (date(2000, *key) - date(2000, *latest(days))).days % 366
    return gap <= 7


_MONTH = r"(?P<m{0}>(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?))\b\.?"


_DAY_OF_MONTH = regex(
    r"\b(?:(?P<w>(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*)\.?,? )?(?:the )?"
    rf"(?:{_MONTH.format(1)} (?P<d1>[0-3]?\d)(?:st|nd|rd|th)?\b(?!:\d)|(?P<d2>[0-3]?\d)(?:st|nd|rd|th)? (?:of )?{_MONTH.format(2)})"
)


MONTH_NAMES = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
)  # fmt: skip
