"""On which day a document was published, by evidence and never by today's date.

A page's own statement counts (a dateline, a line “Published 14 August 2009”, the day in its
address), and so do two agreeing machine-readable ones. A running text only bounds the day: the
latest day that it tells of in the past gives month and day, the years that it names as past give a
lower bound, a weekday named with a day leaves some years out. The site's own `period:` is one piece
of evidence for the year among others: it decides only together with two more; otherwise the year is
asked for, with what the period would make it as the first candidate.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from site_gen.importer.dates.parts import WEEKDAY_NUMBER
from site_gen.importer.publication.pagedays import (
    MONTH_NAMES,
    UPDATED_ONLY,
    day_in_address,
    of_the_visit,
    page_days,
    stated_day,
    unborne,
)
from site_gen.importer.publication.tolddays import (
    Told,
    body_of,
    contradicts,
    first_day,
    fits,
    latest,
    told_days,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from site_gen.importer.page.furniture import Document


@dataclass(frozen=True, slots=True, kw_only=True)
class Publication:
    """When a document was published, or what to ask."""

    value: str
    """`YYYY-MM-DD`; empty when there is not enough evidence."""
    note: str
    """How it is known, or why not, for `published_note` and for the question."""
    candidates: tuple[str, ...] = ()
    """Days to offer, earliest first; `--07-19` is 19 July of a year that nothing bounds."""
    evidence: tuple[int, ...] = ()
    """Lines of the supplied text."""
    span: str = ""
    """EDTF interval within which it must lie, when it is not known; empty when nothing bounds it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stated:
    """One machine-readable statement of the day of publication."""

    origin: str
    """`JSON-LD`, `meta`, `address`, `htmldate` …"""
    value: str


def infer_publication(
    document: Document,
    *,
    url: str = "",
    stated: Sequence[Stated] = (),
    period: tuple[str, str] | None = None,
) -> Publication:
    """The day of publication as far as the evidence goes.

    Args:
        document: The supplied text, taken apart.
        url: Address of the page, when it is known.
        stated: What the page's data say.
        period: First and last day of the site's chronology, either may be empty.
    """
    machine = _from_data(url, stated)
    if machine is not None and machine.value:
        against = _contradicted(document, machine.value, "the page's data say", ())
        if against is not None:
            return against
    page = _from_page(document)
    if machine is None:
        return page or _from_text(document, period)
    if page is None or not page.value:
        return machine
    said = [machine.value] if machine.value else list(machine.candidates)
    if not any(_close(page.value, day) for day in said):
        return Publication(
            value="",
            note=f"the page's data say {' or '.join(said)}, its text says {page.value}",
            candidates=(page.value, *said),
            evidence=page.evidence,
            span=_among((page.value, *said)),
        )
    if machine.value:
        return machine
    return Publication(
        value=page.value, note=f"{page.note}, and so do its data", evidence=page.evidence
    )


def _contradicted(
    document: Document, day: str, said: str, lines: tuple[int, ...]
) -> Publication | None:
    """The question about a day that the text cannot have been published on; None when it can."""
    found = contradicts(document, date.fromisoformat(day))
    if not found:
        return None
    weekday, line = found < 0, abs(found)
    told = "names a weekday of another year" if weekday else "tells of a later day"
    return Publication(
        value="",
        note=f"{said} {day}, but line {line} {told}",
        candidates=(day,),
        evidence=(*lines, line),
        span=f"{day}?" if weekday else f"{day}/..",
    )


def _close(one: str, other: str) -> bool:
    """Whether two days are the same but for a time zone."""
    return abs((date.fromisoformat(one) - date.fromisoformat(other)).days) <= 1


def _from_data(url: str, stated: Sequence[Stated]) -> Publication | None:
    """What data and address say: two that agree decide, one alone is a candidate."""
    every = list(stated)
    if url and (day := day_in_address(url)):
        every.append(Stated(origin="address", value=day))
    every = [
        s
        for s in every
        if re.fullmatch(r"\d{4}-\d\d-\d\d", s.value[:10]) and s.value[:10] not in _UNSET
    ]
    if not every:
        return None
    count = Counter(s.value[:10] for s in every)
    day, votes = count.most_common(1)[0]
    origins = sorted({s.origin for s in every if s.value[:10] == day})
    # htmldate reads what the others state, so it cannot outvote one of them.
    differs = any(s.origin != "htmldate" and not _close(s.value[:10], day) for s in every)
    if votes >= 2 and len(origins) >= 2 and list(count.values()).count(votes) == 1 and not differs:
        return Publication(value=day, note=f"{' and '.join(origins)} agree")
    candidates = tuple(sorted(count))
    said = ", ".join(f"{s.origin}: {s.value[:10]}" for s in every)
    return Publication(
        value="",
        note=f"only one statement, or several that differ ({said})",
        candidates=candidates,
        span=_among(candidates),
    )


_UNSET = frozenset({"1970-01-01", "1969-12-31", "1900-01-01", "0001-01-01"})
"""What programs write where no day has been entered."""


def _among(days: Sequence[str]) -> str:
    """EDTF for “one of these”."""
    ordered = sorted(set(days))
    return f"{ordered[0]}?" if len(ordered) == 1 else f"{ordered[0]}/{ordered[-1]}"


def _from_page(document: Document) -> Publication | None:
    """A dateline, a line with the date beside the headline, an address in the text."""
    votes: dict[str, list[int]] = {}
    unclear: dict[str, list[int]] = {}
    for line, value, sure in page_days(document):
        (votes if sure else unclear).setdefault(value, []).append(line)
    if not votes:
        if not unclear:
            return None
        return Publication(
            value="",
            note="the day and the month of the page's date could be either way round"
            if len(unclear) > 1
            else "the page's date does not fall on the weekday that it names",
            candidates=tuple(sorted(unclear)),
            span=_among(tuple(unclear)),
            evidence=tuple(sorted({n for lines in unclear.values() for n in lines})),
        )
    text = {line.number: line.text for line in document.lines}
    revised = {d for d in votes if all(UPDATED_ONLY.search(text[n]) for n in votes[d])}
    first = min((d for d in votes if d not in revised), default="")
    for day in revised if first else ():
        if day > first:
            del votes[day]  # worked on since: no second day of publication
    for day in sorted(votes, reverse=True):
        if of_the_visit(document, day, votes[day], votes):
            del votes[day]
    days = sorted(votes)
    lines = tuple(sorted({n for found in votes.values() for n in found}))
    if (date.fromisoformat(days[-1]) - date.fromisoformat(days[0])).days > _WRITTEN_BEFORE:
        return Publication(
            value="",
            note="the page bears several dates",
            candidates=tuple(days),
            evidence=lines,
            span=_among(days),
        )
    published = first or days[0]
    against = _contradicted(document, published, "the page says", lines)
    if against is not None:
        return against
    stale = unborne(document, date.fromisoformat(published), lines)
    if stale:
        return Publication(
            value="",
            note=f"the page bears {published}, but {stale}",
            candidates=(published,),
            evidence=lines,
            span=f"../{published}",
        )
    return Publication(value=published, note="the page says so", evidence=lines)


_WRITTEN_BEFORE = 3
"""Days that a report's own day may lie before that of the page."""


@dataclass(frozen=True, slots=True)
class _Day:
    """The month and day on which a text seems to have been published."""

    month: int
    day: int
    year: int
    """The year that stands beside it; 0 for none."""
    weekday: int | None
    """Monday is 0; None when the text does not say."""
    lines: tuple[int, ...]
    text: str
    """How it is known, as the beginning of a sentence."""
    news: bool
    """Whether it can be that of the document: stated, or told where news begins."""


def _from_text(document: Document, period: tuple[str, str] | None) -> Publication:
    """Month and day from a dateline or the latest day told as past; the year by evidence."""
    told = told_days(body_of(document))
    found = _stated(document)
    if found is None:
        if not told.days:
            return _from_weekdays(told, period)
        found = _latest_told(document, told)
        recent = sum(map(len, told.bare.values())) + len(told.deictic)
        if recent and 2 * recent >= told.days.total() and not told.named:
            # The text names recent days by weekday; a day of a month is then an older one.
            return _from_weekdays(told, period, f"{found.day} {MONTH_NAMES[found.month - 1]}")
    if not found.news:
        return Publication(
            value="",
            note=f"{found.text}, too far from the beginning to be that of the news",
            evidence=found.lines,
            span=_from(told.bound),
        )
    if found.weekday is not None:
        told = replace(told, named=told.named | {(found.month, found.day): found.weekday})
    return _in_some_year(document, found, told, period)


def _stated(document: Document) -> _Day | None:
    """The day that a line beside the article bears, without being sure of its year."""
    stated = stated_day(document)
    if stated is None:
        return None
    (month, day), line, weekday, year = stated
    text = f"line {line} bears {day} {MONTH_NAMES[month - 1]}"
    return _Day(month, day, year, weekday, (line,), text, news=True)


def _latest_told(document: Document, told: Told) -> _Day:
    """The latest of the days that are told as past."""
    month, day = latest(told.days)
    lines = tuple(dict.fromkeys(told.lines[month, day]))[:6]
    text = (
        f"the latest day that the text tells of is {day} {MONTH_NAMES[month - 1]} (line {lines[0]})"
    )
    beginning = [line.number for line in document.body[:_NEWS]]
    return _Day(month, day, 0, None, lines, text, news=lines[0] in beginning)


_NEWS = 2
"""Paragraphs at the beginning of a report that tell what is new."""


def _in_some_year(
    document: Document, found: _Day, told: Told, period: tuple[str, str] | None
) -> Publication:
    """A month and day with its year, when enough speaks for one; else with the years that can be."""
    month, day = found.month, found.day
    options = [
        y
        for y in range(max(told.year, 1900), 2100)
        if f"{y}-{month:02d}-{day:02d}" >= told.bound and fits(y, month, day, told.named)
    ]
    if found.year:
        options = [y for y in options if y == found.year] or options
    within: list[int] = []
    if period is not None:
        low = first_day(period[0]) if period[0] else "0001"
        high = _last(period[1]) if period[1] else "9999"
        within = [y for y in options if low <= f"{y}-{month:02d}-{day:02d}" <= high]
    why = f"{found.text}, but no line tells the year"
    if found.year:
        why = f"{found.text} {found.year}, but not that this is the day of publication"
    if told.year:
        why += f"; line {told.year_line} names {told.year} as past"
    if len(within) == 1 and period is not None and all(period):
        value = date(within[0], month, day).isoformat()
        for_it = _borne_out(document, told, date(within[0], month, day))
        if len(for_it) >= 2:
            note = f"{found.text}; the year from the site's period, and {' and '.join(for_it)}"
            return Publication(value=value, note=note, evidence=found.lines)
        why += f"; the site's period would make it {within[0]}"
        why += ", and the weekday agrees" if told.named else ""
    others = [y for y in options if y not in within]
    if within and (not told.year or within[0] - told.year > 2):
        others = []  # what the text bounds from so far away says nothing
    ordered = [*within, *others] if told.year or within or found.year else []
    candidates = tuple(f"{y}-{month:02d}-{day:02d}" for y in ordered[:4])
    return Publication(
        value="",
        note=why,
        candidates=candidates or (f"--{month:02d}-{day:02d}",),
        evidence=found.lines,
        span=_from(told.bound),
    )


def _borne_out(document: Document, told: Told, day: date) -> tuple[str, ...]:
    """What in the text speaks for a year, besides the site's period."""
    reasons: list[str] = []
    if told.named:
        reasons.append("the weekday agrees")
    low = date.fromisoformat(first_day(told.bound)) if told.bound else None
    if low is not None and (day - low).days <= 550:
        reasons.append(f"line {told.year_line} names {told.year}")
        if len(told.bound) == 10 and (day - low).days <= 60:
            reasons.append(f"the text tells of {told.bound}")
    for line in document.lines:
        if line.reason == "consent and terms" and re.search(rf"\b{day.year}\b", line.text):
            reasons.append(f"line {line.number} bears {day.year}")
            break
    return tuple(reasons)


def _last(edtf: str) -> str:
    if len(edtf) == 7:
        following = date(int(edtf[:4]) + int(edtf[5:]) // 12, int(edtf[5:]) % 12 + 1, 1)
        return (following - timedelta(days=1)).isoformat()
    return f"{edtf}-12-31" if len(edtf) == 4 else edtf


def _from_weekdays(told: Told, period: tuple[str, str] | None, older: str = "") -> Publication:
    """What weekdays leave open; `older` is the latest day of a month that the text names besides."""
    named = told.bare
    lines = sorted({line for found in named.values() for line in found})
    candidates: list[str] = []
    if named and older:
        note = f"the text names recent days by their weekday only ({', '.join(named)}); {older} may be long before"
    elif named:
        note = f"the text names weekdays only ({', '.join(named)}) and no day of a month"
    elif told.deictic:
        note = "the text counts from its own day only (“yesterday” and the like)"
        lines = list(dict.fromkeys(told.deictic))
    else:
        note = "the text names no day"
    if named and period is not None and all(period):
        most = max(named, key=lambda name: len(named[name]))
        first = max(first_day(period[0]), first_day(told.bound))
        candidates = _each(WEEKDAY_NUMBER[most], date.fromisoformat(first), _last(period[1]))
        note += "; the candidates are those of the site's period" if candidates else ""
    return Publication(
        value="",
        note=note,
        candidates=tuple(candidates[:12]),
        evidence=tuple(lines[:8]),
        span=_from(told.bound),
    )


def _each(weekday: int, first: date, last: str) -> list[str]:
    """Every such weekday of a short period."""
    days = (date.fromisoformat(last) - first).days
    each = (first + timedelta(days=n) for n in range(days + 1)) if days <= 120 else ()
    return [day.isoformat() for day in each if day.weekday() == weekday]


def _from(bound: str) -> str:
    """EDTF for some day from the first one of a day, month or year on."""
    return f"{first_day(bound)}/.." if bound else ""
