"""The postings of one entry: everything about it that the index needs, and nothing of any other."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from site_gen.dates.wording import ENGLISH, say
from site_gen.search.records import STATUSES
from site_gen.search.words import STOP_WORDS

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from site_gen.dates.wording import DateWording
    from site_gen.search.records import Record
    from site_gen.search.words import Analyzer

BLOCK = 8
"""Lengths of documents are counted in so many positions."""
TITLE, NAMES, TEXT = range(3)
"""Fields of a document."""
FIELD_SHIFT = 20
DOC_SHIFT = FIELD_SHIFT + 2
LAST = (1 << FIELD_SHIFT) - 1
"""The last position that a field can have; the words of a longer one share it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryPostings:
    """What one entry puts into the index. A function of its records alone."""

    slug: str
    terms: dict[str, list[int]]
    """Term → its places in the entry, ascending: see `place`."""
    words: list[str]
    """Folded words, sorted, without stop words: what a misspelt word may have meant."""
    lengths: list[int]
    """For each document how many blocks of positions its fields take."""
    days: list[list[int]]
    """For each document its first and last day (proleptic Gregorian, 0001-01-01 is 1); 0: open."""
    provinces: list[list[str]]
    """Codes."""
    statuses: list[int]
    types: list[str]
    speakers: list[list[list[str]]]
    """(slug, name) pairs."""
    sources: list[list[list[str]]]
    """(id, name) pairs."""
    shown: list[Any]
    """What a list of results shows: slug, title, date, and [id, title, date] of each event."""

    def to_json(self) -> list[Any]:
        """As values that JSON can hold, for a cache."""
        return [
            self.slug,
            self.terms,
            self.words,
            self.lengths,
            self.days,
            self.provinces,
            self.statuses,
            self.types,
            self.speakers,
            self.sources,
            self.shown,
        ]

    @classmethod
    def from_json(cls, data: Sequence[Any]) -> EntryPostings:
        """From what `to_json` gave."""
        slug, terms, words, lengths, days, provinces, statuses, types, speakers, sources, shown = (
            data
        )
        return cls(
            slug=slug,
            terms=terms,
            words=words,
            lengths=lengths,
            days=days,
            provinces=provinces,
            statuses=statuses,
            types=types,
            speakers=speakers,
            sources=sources,
            shown=shown,
        )


def index_entry(
    slug: str, records: Sequence[Record], analyzer: Analyzer, wording: DateWording = ENGLISH
) -> EntryPostings:
    """The postings of one entry.

    Args:
        slug: of the entry.
        records: the entry itself, then its events.
        analyzer: the site's.
        wording: in which whoever shows a result says a day.
    """
    terms: dict[str, list[int]] = {}
    words: set[str] = set()
    lengths: list[int] = []
    for doc, record in enumerate(records):
        size = 0
        for field, segments in enumerate(((record.title,), record.names, record.text)):
            size += _add(segments, place(doc, field, 0), analyzer, terms, words)
        lengths.append(-(-size // BLOCK))
    return EntryPostings(
        slug=slug,
        terms=terms,
        words=sorted(words),
        lengths=lengths,
        days=[[_day(record.start), _day(record.end)] for record in records],
        provinces=[list(record.provinces) for record in records],
        statuses=[STATUSES.index(record.status) for record in records],
        types=[record.type for record in records],
        speakers=[[list(pair) for pair in record.speakers] for record in records],
        sources=[[list(pair) for pair in record.sources] for record in records],
        shown=[
            slug,
            records[0].title,
            _date_shown(records[0], wording),
            [[_id_shown(r), r.title, _date_shown(r, wording)] for r in records[1:]],
        ],
    )


def place(doc: int, field: int, position: int) -> int:
    """A place in an entry as one number.

    Positions count from the beginning of each field, so that an edit of one event does not move the
    words of another.
    """
    return doc << DOC_SHIFT | field << FIELD_SHIFT | position


def _add(
    segments: Iterable[str],
    start: int,
    analyzer: Analyzer,
    terms: dict[str, list[int]],
    words: set[str],
) -> int:
    """Put the terms of one field in, which begins at `start`; returns its number of positions."""
    last = -1
    begin = 0
    for segment in segments:
        found = analyzer.words(segment)
        words.update(word for word in found if word not in STOP_WORDS)
        for offset, term in analyzer.terms(found):
            last = begin + offset
            where = start + last if last < LAST else start + LAST
            known = terms.setdefault(term, [])
            if not known or known[-1] != where:
                known.append(where)
        begin = last + 2 if last >= 0 else 0  # a gap: no phrase spans two segments
    return last + 1


def _day(iso: str) -> int:
    return date.fromisoformat(iso).toordinal() if iso else 0


def _date_shown(record: Record, wording: DateWording) -> str:
    """Empty where the day says it all: whoever shows it knows the day from elsewhere."""
    day = record.start
    plain = day and day == record.end and record.date == say(day, wording, year=True)
    return "" if plain else record.date


def _id_shown(record: Record) -> str:
    """Empty where the id follows from the title in the plainest way."""
    return "" if record.id == plain_id(record.title) else record.id


def plain_id(title: str) -> str:
    """The id of an ASCII title without apostrophes; for any other title what comes out is none."""
    letters = (c if "a" <= c <= "z" or "0" <= c <= "9" else " " for c in title.lower())
    return "-".join("".join(letters).split())
