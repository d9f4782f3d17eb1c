"""On which day a document was published, by evidence and never by today's date.

A page's own statement counts (a dateline, a line “Published 14 August 2009”, the day in its
address), and so do two agreeing machine-readable ones. A running text only bounds the day: the
latest day that it tells of in the past gives month and day, the years that it names as past give a
lower bound, a weekday named with a day leaves some years out. The site's own `period:` is one piece
of evidence for the year among others: it decides only together with two more; otherwise the year is
asked for, with what the period would make it as the first candidate.
"""

from __future__ import annotations

import itertools
import re
from collections import Counter
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from functools import lru_cache
from typing import TYPE_CHECKING

from site_gen.importer.datelines import dateline
from site_gen.importer.dates import find_dates
from site_gen.importer.pagelines import is_date_line
from site_gen.importer.tense import PUT_OFF, RESOLVED_TO, tense

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from site_gen.importer.datemention import DateMention
    from site_gen.importer.furniture import Document, Line


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


_STATEMENT = re.compile(
    r"\b(?:published|posted|updated|first published|last (?:updated|modified)|date|filed|created|released)\b",
    re.IGNORECASE,
)
_ADDRESS = re.compile(
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
        later = _contradicts(document, date.fromisoformat(machine.value))
        if later:
            told = "names a weekday of another year" if later < 0 else "tells of a later day"
            later = abs(later)
            return Publication(
                value="",
                note=f"the page's data say {machine.value}, but line {later} {told}",
                candidates=(machine.value,),
                evidence=(later,),
                span=f"{machine.value}?" if "weekday" in told else f"{machine.value}/..",
            )
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
    for line, value, sure in _page_days(document):
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
    revised = {d for d in votes if all(_UPDATED_ONLY.search(text[n]) for n in votes[d])}
    first = min((d for d in votes if d not in revised), default="")
    for day in revised if first else ():
        if day > first:
            del votes[day]  # worked on since: no second day of publication
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
    ahead = _contradicts(document, date.fromisoformat(published))
    if ahead:
        told = "names a weekday of another year" if ahead < 0 else "tells of a later day"
        ahead = abs(ahead)
        return Publication(
            value="",
            note=f"the page says {published}, but line {ahead} {told}",
            candidates=(published,),
            evidence=(*lines, ahead),
            span=f"{published}?" if "weekday" in told else f"{published}/..",
        )
    stale = _unborne(document, date.fromisoformat(published), lines)
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


def _unborne(document: Document, published: date, lines: Sequence[int]) -> str:
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
            _UPDATED_ONLY.search(text[n])
            or (n < document.title_line and not _STATEMENT.search(text[n]))
        )
    ]
    if len(above) + len(late) < len(lines):
        return ""
    told = _told(_body(document))
    if not told.days:
        # A date and nothing else, above the headline, is on many sites the day of the visit.
        bare = bool(above) and all(_PURE.fullmatch(text[n].strip()) for n in above)
        near = published.year - 1 <= told.year <= published.year
        unborne = (late and not above) or (bare and not near)
        return "no day of a month and no year in the text bears that out" if unborne else ""
    month, day = _latest(told.days)
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
    return f"the latest day that the text tells of is {day} {_MONTH_NAMES[month - 1]}"


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
    last = _on_or_before(published + timedelta(days=2), month, day) if _real(month, day) else None
    if last is None or (published - last).days <= 10:
        return None
    return f"the dateline names {day} {_MONTH_NAMES[month - 1]}"


_PURE = re.compile(
    r"(?:today(?: is)?:? )?(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,? )?"
    r"(?:[a-z]{3,9}\.? \d{1,2}(?:st|nd|rd|th)?,? \d{4}|\d{1,2}(?:st|nd|rd|th)?[ /.-](?:[a-z]{3,9}|\d\d?)\.?,?[ /.-]\d{4})"
    r"(?: ?[|·•].*)?",
    re.IGNORECASE,
)
_UPDATED_ONLY = re.compile(
    r"^(?!.*\b(?:published|posted|filed|created)\b)\W*(?:\w+\W+){0,4}(?:updated|modified)\b",
    re.IGNORECASE,
)


def _page_days(document: Document) -> Iterator[tuple[int, str, bool]]:
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
                if line.reason == "before the article" and _ends_a_sentence(line.text, mention):
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


_FOUNDED = re.compile(
    r"\b(?:est(?:ab|d)?\.|estd|established|founded|since)(?: in| on)?:? *$", re.IGNORECASE
)
"""Behind it stands the day on which a newspaper first came out."""


def _ends_a_sentence(text: str, mention: DateMention) -> bool:
    """Whether the date is what a picture shows: “Men dig for wells in the dry bed near Lal June 3, 2014. AGENCY”."""
    before = text[: mention.start]
    stated = _STATEMENT.search(before) or re.match(r"(?:Received|Sent): ", before)
    return len(re.findall(r"\b[a-z]+\b", before)) > 5 and not stated


def _of_a_link(before: Line, line: Line) -> bool:
    """Whether a date below the article's beginning is that of another one, whose headline stands above it."""
    heads = before.reason in ("subheading", "after the article", "related links")
    return heads and len(before.text.split()) > 1 and not _FIRST_STATED.search(line.text)


_FIRST_STATED = re.compile(r"\b(?:published|posted|filed|created|released)\b", re.IGNORECASE)


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
    """“23 FEB 2012” as “23 Feb 2012”."""
    return re.sub(
        r"\b[A-Z]{3,9}\b", lambda m: m[0].capitalize() if m[0][:3].lower() in _NAMED else m[0], text
    )


_NAMED = frozenset((*_MONTHS, "mon", "tue", "wed", "thu", "fri", "sat", "sun"))


def _contradicts(document: Document, published: date) -> int:
    """Line of what the supposed day of publication cannot be true of; else 0.

    A day with its year that is told as past and lies after it; or, as a negative number, a weekday
    that its day had neither in the year before the publication nor shortly after.
    """
    body = _body(document)
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
    told = _told(body)
    for (month, day), weekday in told.named.items():
        last = _on_or_before(published + timedelta(days=1), month, day)
        if last is not None and last.weekday() != weekday:
            return -told.lines[month, day][0]
    return 0


def _on_or_before(limit: date, month: int, day: int) -> date | None:
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
class _Told:
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


def _body(document: Document) -> tuple[tuple[int, str], ...]:
    return tuple((line.number, line.text) for line in document.body)


@lru_cache(maxsize=4)  # asked again by each of the reasons for and against a day
def _dates_in(body: tuple[tuple[int, str], ...], published: date | None) -> tuple[DateMention, ...]:
    return find_dates(body, published)


@lru_cache(maxsize=2)
def _told(body: tuple[tuple[int, str], ...]) -> _Told:
    """What a text says; not to be changed."""
    told = _Told(days=Counter(), lines={}, named={}, bare={})
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
                order = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
                told.named[key] = order.index(named[0])
    return told


def _from_text(document: Document, period: tuple[str, str] | None) -> Publication:
    """Month and day from a dateline or the latest day told as past; the year by evidence."""
    told = _told(_body(document))
    told = replace(told, named=dict(told.named))
    stated = _stated_day(document)
    year = 0
    if stated is not None:
        (month, day), line, weekday, year = stated
        text = f"line {line} bears {day} {_MONTH_NAMES[month - 1]}"
        lines: tuple[int, ...] = (line,)
        if weekday is not None:
            told.named[month, day] = weekday
    elif not told.days:
        return _from_weekdays(told, period)
    else:
        month, day = _latest(told.days)
        recent = sum(map(len, told.bare.values())) + len(told.deictic)
        if recent and 2 * recent >= told.days.total() and not told.named:
            # The text names recent days by weekday; a day of a month is then an older one.
            return _from_weekdays(told, period, f"{day} {_MONTH_NAMES[month - 1]}")
        lines = tuple(dict.fromkeys(told.lines[month, day]))[:6]
        text = f"the latest day that the text tells of is {day} {_MONTH_NAMES[month - 1]} (line {lines[0]})"
    options = [
        y
        for y in range(max(told.year, 1900), 2100)
        if f"{y}-{month:02d}-{day:02d}" >= told.bound and _fits(y, month, day, told.named)
    ]
    if year:
        options = [y for y in options if y == year] or options
    within: list[int] = []
    if period is not None:
        low = _first(period[0]) if period[0] else "0001"
        high = _last(period[1]) if period[1] else "9999"
        within = [y for y in options if low <= f"{y}-{month:02d}-{day:02d}" <= high]
    why = f"{text}, but no line tells the year"
    if year:
        why = f"{text} {year}, but not that this is the day of publication"
    if told.year:
        why += f"; line {told.year_line} names {told.year} as past"
    if len(within) == 1 and period is not None and all(period):
        value = date(within[0], month, day).isoformat()
        for_it = _borne_out(document, told, date(within[0], month, day))
        if len(for_it) >= 2:
            note = f"{text}; the year from the site's period, and {' and '.join(for_it)}"
            return Publication(value=value, note=note, evidence=lines)
        why += f"; the site's period would make it {within[0]}"
        why += ", and the weekday agrees" if told.named else ""
    others = [y for y in options if y not in within]
    if within and (not told.year or within[0] - told.year > 2):
        others = []  # what the text bounds from so far away says nothing
    ordered = [*within, *others] if told.year or within or year else []
    candidates = tuple(f"{y}-{month:02d}-{day:02d}" for y in ordered[:4])
    first = _first(told.bound)
    return Publication(
        value="",
        note=why,
        candidates=candidates or (f"--{month:02d}-{day:02d}",),
        evidence=lines,
        span=f"{first}/.." if first else "",
    )


def _borne_out(document: Document, told: _Told, day: date) -> tuple[str, ...]:
    """What in the text speaks for a year, besides the site's period."""
    reasons: list[str] = []
    if told.named:
        reasons.append("the weekday agrees")
    low = date.fromisoformat(_first(told.bound)) if told.bound else None
    if low is not None and (day - low).days <= 550:
        reasons.append(f"line {told.year_line} names {told.year}")
        if len(told.bound) == 10 and (day - low).days <= 60:
            reasons.append(f"the text tells of {told.bound}")
    for line in document.lines:
        if line.reason == "consent and terms" and re.search(rf"\b{day.year}\b", line.text):
            reasons.append(f"line {line.number} bears {day.year}")
            break
    return tuple(reasons)


def _stated_day(document: Document) -> tuple[tuple[int, int], int, int | None, int] | None:
    """((month, day), line, weekday, year) of a dateline or a date line; mostly without a year.

    “Flood Update (1 – 7 May 2018)” has one: it does not say when it was published, but not before.
    """
    body_from = document.body[0].number if document.body else 0
    found: list[tuple[tuple[int, int], int, int | None, int]] = []
    lines = [
        (line.number, line.text)
        for line in document.lines
        if (line.kind == "furniture" or (line.kind == "title" and is_date_line(line.text)))
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
            name = (match["m1"] or match["m2"])[:3].lower()
            key = (_MONTHS.index(name) + 1, int(match["d1"] or match["d2"]))
            weekday = match["w"]
            if _real(*key):
                named = _WEEKDAYS.index(weekday[:3]) if weekday else None
                year = re.match(r",? ((?:19|20)\d\d)\b", _capitals(text)[match.end() :])
                found.append((key, number, named, int(year[1]) if year else 0))
    text_of = dict(lines)
    first = [each for each in found if not _UPDATED_ONLY.search(text_of[each[1]])]
    found = first or found
    keys = {key for key, _, _, _ in found}
    if not keys or (not first and not _near_told(document, next(iter(keys)))):
        return None
    # A dateline is the day of writing, a line beside the headline that of printing.
    ordered = sorted(keys)
    near = (date(2000, *ordered[-1]) - date(2000, *ordered[0])).days <= 2
    return found[0] if len(keys) == 1 or near else None


def _near_told(document: Document, key: tuple[int, int]) -> bool:
    """Whether the latest day of the text lies within a week before that of a page's last change."""
    days = _told(_body(document)).days
    if not days:
        return False
    gap = (date(2000, *key) - date(2000, *_latest(days))).days % 366
    return gap <= 7


def _real(month: int, day: int) -> bool:
    try:
        date(2000, month, day)
    except ValueError:
        return False
    return True


_WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_MONTH = r"(?P<m{0}>(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?))\b\.?"
_DAY_OF_MONTH = re.compile(
    r"\b(?:(?P<w>(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*)\.?,? )?(?:the )?"
    rf"(?:{_MONTH.format(1)} (?P<d1>[0-3]?\d)(?:st|nd|rd|th)?\b(?!:\d)|(?P<d2>[0-3]?\d)(?:st|nd|rd|th)? (?:of )?{_MONTH.format(2)})"
)


_MONTH_NAMES = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
)  # fmt: skip


def _first(edtf: str) -> str:
    return {4: f"{edtf}-01-01", 7: f"{edtf}-01"}.get(len(edtf), edtf)


def _last(edtf: str) -> str:
    if len(edtf) == 7:
        following = date(int(edtf[:4]) + int(edtf[5:]) // 12, int(edtf[5:]) % 12 + 1, 1)
        return (following - timedelta(days=1)).isoformat()
    return f"{edtf}-12-31" if len(edtf) == 4 else edtf


def _fits(year: int, month: int, day: int, weekdays: dict[tuple[int, int], int]) -> bool:
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


def _latest(days: Counter[tuple[int, int]]) -> tuple[int, int]:
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
        PUT_OFF.search(before)
        or RESOLVED_TO.search(before)
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


def _from_weekdays(told: _Told, period: tuple[str, str] | None, older: str = "") -> Publication:
    """What weekdays leave open; `older` is the latest day of a month that the text names besides."""
    named = told.bare
    after = _first(told.bound)
    if not named and told.deictic:
        return Publication(
            value="",
            note="the text counts from its own day only (“yesterday” and the like)",
            evidence=tuple(dict.fromkeys(told.deictic))[:8],
            span=f"{after}/.." if after else "",
        )
    if not named:
        return Publication(
            value="", note="the text names no day", span=f"{after}/.." if after else ""
        )
    words = ", ".join(named)
    lines = tuple(sorted({n for found in named.values() for n in found}))
    candidates: tuple[str, ...] = ()
    if period is not None and period[0] and period[1]:
        first = max(
            date.fromisoformat(_first(period[0])), date.fromisoformat(after or "0001-01-01")
        )
        last = date.fromisoformat(_last(period[1]))
        top = max(named, key=lambda name: len(named[name]))
        number = (
            ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday").index(
                top
            )
            if top.endswith("day")
            else 0
        )
        if (last - first).days <= 120:
            day = first + timedelta(days=(number - first.weekday()) % 7)
            while day <= last:
                candidates += (day.isoformat(),)
                day += timedelta(days=7)
    return Publication(
        value="",
        note=(
            f"the text names recent days by their weekday only ({words}); {older} may be long before"
            if older
            else f"the text names weekdays only ({words}) and no day of a month"
        )
        + ("; the candidates are those of the site's period" if candidates else ""),
        candidates=candidates[:12],
        evidence=lines[:8],
        span=f"{after}/.." if after else "",
    )
