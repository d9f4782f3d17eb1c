"""The events as a calendar: iCalendar (RFC 5545).

A calendar can only say days, and a day that a source does not give is never made up. So it holds
the events whose day, or first and last day, are known. A day that the source doubts is `TENTATIVE`;
nothing is `CONFIRMED`, which the site cannot say of what others report. Months, years, “about” and open
spans are left out, and the calendar says how many.

https://www.rfc-editor.org/rfc/rfc5545
"""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from site_gen.exports import moments
from site_gen.exports.markup import xml_text
from site_gen.pages.digests import digest_of
from site_gen.pages.page import site_path
from site_gen.web import address
from site_gen.web.artifact import Artifact

if TYPE_CHECKING:
    from collections.abc import Iterator

    from site_gen.chronology.rows import Row
    from site_gen.dates.edtf import EventDate
    from site_gen.pages.cards import CardMaker

MOST_OCTETS = 75
"""Of a line, its end not counted; section 3.1."""


def calendar(maker: CardMaker, rows: tuple[Row, ...], events: tuple[str, str]) -> Artifact:
    """`calendar.ics`.

    Args:
        maker: of the site's cards.
        rows: events to show, in time order.
        events: input that changes with what they show.
    """
    changed = [moments.updated(maker.site, entry) for entry in maker.timeline.entries]
    return Artifact(
        path="calendar.ics",
        inputs=(events, ("moments", digest_of(changed)), ("strings", maker.strings_digest)),
        make=lambda: _calendar(maker, rows),
    )


def all_day(date: EventDate) -> tuple[str, str] | None:
    """First and last day of a date that gives both; None for every other."""
    if date.approximate or date.start is None or date.end is None:
        return None
    days = [end.rstrip("?") for end in date.edtf.split("/")]
    if all(len(day) == 10 and "X" not in day for day in days):
        return date.start, date.end
    return None


def _calendar(maker: CardMaker, rows: tuple[Row, ...]) -> bytes:
    config = maker.site.config
    known = [(row, days) for row in rows for days in [all_day(row.event.date)] if days]
    left = len(rows) - len(known)
    about = config.description
    if left:
        about += " " + maker.say("calendar.without", n=left, all=len(rows))
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//site-gen//site-gen//EN",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
        # Not of the RFC, and understood by most: https://www.rfc-editor.org/rfc/rfc7986 names them
        # NAME and DESCRIPTION, which fewer programs know.
        f"X-WR-CALNAME:{_text(config.title)}",
        f"X-WR-CALDESC:{_text(about.strip())}",
    ]
    for row, days in known:
        lines.extend(_event(maker, row, days))
    lines.append("END:VCALENDAR")
    return "".join(f"{_folded(line)}\r\n" for line in lines).encode()


def _event(maker: CardMaker, row: Row, days: tuple[str, str]) -> Iterator[str]:
    event, config, gazetteer = row.event, maker.site.config, maker.site.gazetteer
    after = dt.date.fromisoformat(days[1])
    # Section 3.6.1: DTEND is the day after the last. The last day of all has none after it.
    ending = after + dt.timedelta(days=1) if after < dt.date.max else None
    stamp = moments.updated(maker.site, row.entry).replace("-", "").replace(":", "")
    status = maker.say(f"feed.{row.verdict.status}")
    about = "\n".join((f"{maker.words(event.date)}; {status}", *_voices(maker, row)))
    provinces = [gazetteer.by_code[code].name for code in event.provinces]
    places = [gazetteer.place_by_id[place].name for place in event.places]
    yield "BEGIN:VEVENT"
    yield f"UID:{event.entry}.{event.id}@{urlsplit(config.base_url).hostname or 'localhost'}"
    yield f"DTSTAMP:{stamp}"
    yield f"DTSTART;VALUE=DATE:{days[0].replace('-', '')}"
    if ending is not None and days[0] != days[1]:
        yield f"DTEND;VALUE=DATE:{ending.isoformat().replace('-', '')}"
    yield f"SUMMARY:{_text(event.title)}"
    yield f"DESCRIPTION:{_text(about)}"
    if places or provinces:
        yield f"LOCATION:{_text(', '.join((*places, *provinces)))}"
    if event.type:
        yield f"CATEGORIES:{_text(event.type)}"
    yield f"URL:{config.origin}{site_path(address.event(event.ref))}"
    if event.date.uncertain:
        yield "STATUS:TENTATIVE"
    # Nobody's time is taken by what has happened.
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def _voices(maker: CardMaker, row: Row) -> Iterator[str]:
    """Who says what of an event, through which outlet, on which day; else which outlet tells it."""
    for told in row.event.claims:
        claim = maker.claim(row.event.ref, told)
        stance = maker.say(f"feed.{claim.stance}")
        way = "; ".join(filter(None, (maker.ways(claim), maker.outlet(claim.source))))
        yield f"{claim.speaker.name} {stance}: {claim.says or claim.quote} ({way})"
    if not row.event.claims:
        outlets = "; ".join(maker.outlet(maker.source(source)) for source in row.event.sources)
        yield f"{maker.say('own.voice')} {outlets}"


def _text(text: str) -> str:
    """A value of the type TEXT, section 3.3.11."""
    clean = xml_text(text).replace("\r\n", "\n").replace("\r", "\n").replace("\t", " ")
    for char in ("\\", ";", ","):
        clean = clean.replace(char, f"\\{char}")
    return clean.replace("\n", "\\n")


def _folded(line: str) -> str:
    """A content line, folded so that no character is cut."""
    if len(line) <= MOST_OCTETS and line.isascii():
        return line
    pieces, size, start = [], 0, 0
    for position, char in enumerate(line):
        octets = len(char.encode())
        if size + octets > MOST_OCTETS:
            pieces.append(line[start:position])
            start, size = position, 1  # the blank that marks a continued line
        size += octets
    pieces.append(line[start:])
    return "\r\n ".join(pieces)
