"""The postings of one entry: everything about it that the index needs, and nothing of any other."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from site_gen.date_wording import ENGLISH, say
from site_gen.search.records import STATUSES
from site_gen.search.words import STOP_WORDS

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from site_gen.search.records import Record
    from site_gen.search.words import Analyzer

BLOCK = 8
"""Each field of a record begins at a multiple of this many positions.

So an edit of one event seldom moves the words of the next, and the fields of a record are known
from three small numbers.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryPostings:
    """What one entry puts into the index. A function of its records alone."""

    slug: str
    terms: dict[str, list[int]]
    """Term → its positions in the entry, ascending. Documents stand one after the other."""
    words: list[str]
    """Folded words, sorted, without stop words: what a misspelt word may have meant."""
    fields: list[list[int]]
    """For each document its blocks of title, names and text."""
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
            self.fields,
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
        slug, terms, words, fields, days, provinces, statuses, types, speakers, sources, shown = (
            data
        )
        return cls(
            slug=slug,
            terms=terms,
            words=words,
            fields=fields,
            days=days,
            provinces=provinces,
            statuses=statuses,
            types=types,
            speakers=speakers,
            sources=sources,
            shown=shown,
        )


def index_entry(slug: str, records: Sequence[Record], analyzer: Analyzer) -> EntryPostings:
    """The postings of one entry.

    Args:
        slug: of the entry.
        records: the entry itself, then its events.
        analyzer: the site's.
    """
    terms: dict[str, list[int]] = {}
    words: set[str] = set()
    fields: list[list[int]] = []
    start = 0
    for record in records:
        blocks: list[int] = []
        for segments in ((record.title,), record.names, record.text):
            size = _add(segments, start, analyzer, terms, words)
            # One position more than it takes: no phrase spans two fields.
            blocks.append(-(-(size + 1) // BLOCK) if size else 0)
            start += blocks[-1] * BLOCK
        fields.append(blocks)
    return EntryPostings(
        slug=slug,
        terms=terms,
        words=sorted(words),
        fields=fields,
        days=[[_day(record.start), _day(record.end)] for record in records],
        provinces=[list(record.provinces) for record in records],
        statuses=[STATUSES.index(record.status) for record in records],
        types=[record.type for record in records],
        speakers=[[list(pair) for pair in record.speakers] for record in records],
        sources=[[list(pair) for pair in record.sources] for record in records],
        shown=[
            slug,
            records[0].title,
            _date_shown(records[0]),
            [[_id_shown(r), r.title, _date_shown(r)] for r in records[1:]],
        ],
    )


def _add(
    segments: Iterable[str],
    start: int,
    analyzer: Analyzer,
    terms: dict[str, list[int]],
    words: set[str],
) -> int:
    """Put the terms of one field in; returns how many positions it takes."""
    place = -1
    begin = 0
    for segment in segments:
        found = analyzer.words(segment)
        words.update(word for word in found if word not in STOP_WORDS)
        for offset, term in analyzer.terms(found):
            place = begin + offset
            known = terms.setdefault(term, [])
            if not known or known[-1] != start + place:
                known.append(start + place)
        begin = place + 2 if place >= 0 else 0  # a gap: no phrase spans two segments
    return place + 1


def _day(iso: str) -> int:
    return date.fromisoformat(iso).toordinal() if iso else 0


def _date_shown(record: Record) -> str:
    """Empty where the day says it all: whoever shows it knows the day from elsewhere."""
    day = record.start
    plain = day and day == record.end and record.date == say(day, ENGLISH, year=True)
    return "" if plain else record.date


def _id_shown(record: Record) -> str:
    """Empty where the id follows from the title in the plainest way."""
    return "" if record.id == plain_id(record.title) else record.id


def plain_id(title: str) -> str:
    """The id of an ASCII title without apostrophes; for any other title what comes out is none."""
    letters = (c if "a" <= c <= "z" or "0" <= c <= "9" else " " for c in title.lower())
    return "-".join("".join(letters).split())
