"""From the postings of all entries to the files of the index, and from one edit to the few that it touches.

The format is described in `docs/search-index.md`.
"""

from __future__ import annotations

from array import array
from dataclasses import dataclass, field, replace
from functools import cache
from itertools import groupby
from typing import TYPE_CHECKING, Any

from site_gen.search.bits import column, join, pack
from site_gen.search.manifest import (
    CHUNK,
    FAMILIES,
    MANIFEST,
    SHELF,
    Manifest,
    as_json,
    code_path,
    column_path,
    names_path,
    place_path,
    shelf_path,
    term_path,
    weights_path,
    word_path,
)
from site_gen.search.shards import (
    Coded,
    encode,
    file,
    hashed,
    places_file,
    split,
    weight,
)
from site_gen.search.titles import TEACHERS, Wording, learn, shelf

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from site_gen.search.manifest import Setting
    from site_gen.search.postings import EntryPostings

_ENTRY_SHIFT = 42


def merge(entries: Iterable[EntryPostings], setting: Setting) -> Iterator[tuple[str, bytes]]:
    """All files of the index: (path below the output folder, content); the manifest comes last.

    Entries are numbered as they come: in order of publication, then slug, so that a new article
    seldom renumbers others. Each is let go of before the next is taken.
    """
    manifest = Manifest(setting)
    places: dict[str, array[int]] = {}
    sizes: list[int] = []
    words: dict[int, set[str]] = {}
    chunk: list[EntryPostings] = []
    shelves = _Shelves(manifest)
    for number, entry in enumerate(entries):
        for term, listed in entry.terms.items():
            if term not in places:
                places[term] = array("Q")
            places[term].extend([number << _ENTRY_SHIFT | place for place in listed])
        for word in entry.words:
            words.setdefault(len(word), set()).add(word)
        manifest.entries += 1
        manifest.docs += len(entry.lengths)
        sizes.append(len(entry.lengths))
        light = replace(entry, terms={}, words=[])
        yield from shelves.add(light)
        chunk.append(light)
        if len(chunk) == CHUNK:
            yield from chunk_files(manifest, chunk)
            chunk = []
    yield from shelves.end()
    if chunk:
        yield from chunk_files(manifest, chunk)
    yield from _shards(manifest, places, sizes)
    for size, found in sorted(words.items()):
        yield word_file(manifest, size, found)
    yield names_file(manifest)
    yield weights_file(manifest)
    yield MANIFEST, manifest.content()


@dataclass(slots=True)
class _Shelves:
    """Puts titles on shelves as entries come, once enough have come to say how titles are written."""

    manifest: Manifest
    waiting: list[EntryPostings] = field(default_factory=list)
    wording: Wording | None = None

    def add(self, entry: EntryPostings) -> Iterator[tuple[str, bytes]]:
        """The files that one entry more completes."""
        self.waiting.append(entry)
        if self.wording is None and len(self.waiting) == TEACHERS:
            yield self._learn()
        while self.wording and len(self.waiting) >= SHELF:
            yield self._shelf()

    def end(self) -> Iterator[tuple[str, bytes]]:
        """The files that are left when no entry comes any more."""
        if self.waiting and self.wording is None:
            yield self._learn()
        while self.waiting:
            yield self._shelf()

    def _learn(self) -> tuple[str, bytes]:
        self.wording, path, content = code_file(self.manifest, self.waiting)
        return path, content

    def _shelf(self) -> tuple[str, bytes]:
        assert self.wording
        first, self.waiting = self.waiting[:SHELF], self.waiting[SHELF:]
        return shelf_file(self.manifest, first, self.wording)


def _shards(
    manifest: Manifest, places: dict[str, array[int]], sizes: Sequence[int]
) -> Iterator[tuple[str, bytes]]:
    """Encoded in the order of terms; what is written is let go of."""
    coded: dict[str, Coded] = {}
    manifest.named = {term for term in places if term.startswith("@")}
    for term in sorted(places):
        coded[term] = encode(_grouped(places.pop(term)), sizes)
    weights = {term: weight(term, len(data.docs)) for term, data in coded.items()}
    for name, terms in split(weights):
        yield from shard_files(manifest, name, {term: coded.pop(term) for term in terms})


def shard_files(
    manifest: Manifest, name: str, terms: Mapping[str, Coded]
) -> Iterator[tuple[str, bytes]]:
    """The two files of a shard, noted in the manifest under one mark."""
    content = file({term: data.docs for term, data in terms.items()})
    places = places_file({term: data.places for term, data in terms.items()})
    mark = hashed("terms", name, len(content).to_bytes(8, "big") + content + places)
    manifest.terms[name] = (sum(weight(t, len(data.docs)) for t, data in terms.items()), mark)
    yield term_path(mark), content
    yield place_path(mark), places


def _grouped(packed: array[int]) -> list[tuple[int, list[int]]]:
    mask = (1 << _ENTRY_SHIFT) - 1
    return [
        (entry, [place & mask for place in found])
        for entry, found in groupby(packed, key=lambda place: place >> _ENTRY_SHIFT)
    ]


def code_file(manifest: Manifest, entries: Sequence[EntryPostings]) -> tuple[Wording, str, bytes]:
    """How titles are written, as the first entries have it: for the index's own use, path, content."""
    sizes = learn(entries[:TEACHERS])
    content = as_json(sizes)
    manifest.code = hashed("code", "", content)
    return Wording.of(sizes), code_path(manifest.code), content


def shelf_file(
    manifest: Manifest, entries: Sequence[EntryPostings], wording: Wording, number: int = -1
) -> tuple[str, bytes]:
    """The titles of some entries: a further shelf, or one in place of another."""
    content = shelf(entries, wording)
    number = len(manifest.shelves) if number < 0 else number
    mark = hashed("shelf", str(number), content)
    manifest.shelves[number : number + 1] = [mark]
    return shelf_path(mark), content


def chunk_files(
    manifest: Manifest, entries: Sequence[EntryPostings], number: int = -1
) -> Iterator[tuple[str, bytes]]:
    """The columns of some entries: a further chunk, or one in place of another.

    In place of another, its files must have been taken off `manifest.sizes`.
    """
    number = len(manifest.chunks) if number < 0 else number
    marks = ""
    for family, content in enumerate(
        (
            core_columns(entries, manifest.setting),
            kind_columns(entries, manifest.setting),
            as_json(list_column([entry.speakers for entry in entries])),
            as_json(list_column([entry.sources for entry in entries])),
        )
    ):
        mark = hashed(FAMILIES[family], str(number), content)
        marks += mark
        if family:
            manifest.sizes[family - 1] += len(content)
        yield column_path(family, mark), content
    manifest.chunks[number : number + 1] = [marks]


def core_columns(entries: Sequence[EntryPostings], setting: Setting) -> bytes:
    """What ranking, dates and provinces need of each document of a chunk, column by column.

    Entries and events have columns of their own: they differ in what is usual.
    """
    columns = (
        [len(entry.lengths) - 1 for entry in entries],
        [length_class(entry.lengths[0]) for entry in entries],
        [length_class(length) for entry in entries for length in entry.lengths[1:]],
    )
    return pack("".join(map(column, columns)) + _days(entries) + _provinces(entries, setting))


def length_class(blocks: int) -> int:
    """The number of the longest usual length that is not longer."""
    number = 0
    while usual_length(number + 1) <= blocks:
        number += 1
    return number


@cache
def usual_length(number: int) -> int:
    """A length in blocks: 0 to 4, 6, 8, 11, 16, 23 and so on, two to a doubling."""
    return number if number < 4 else round(4 * 2 ** ((number - 4) / 2))


def _days(entries: Sequence[EntryPostings]) -> str:
    flags: tuple[list[int], list[int]] = ([], [])
    spans: list[int] = []
    of_entries: list[int] = []
    ways: tuple[list[int], list[int]] = ([], [])
    """How far each event lies from the dated one before it, or else from its entry."""
    anchor = 0
    for entry in entries:
        before = anchor
        for number, (first, last) in enumerate(entry.days):
            day = first or last
            kind = 0 if first == last else 1 if first and last else 2 if first else 3
            flags[number > 0].append(kind if day else 4)
            if not day:
                continue
            if kind == 1:
                spans.append(last - first)
            if number:
                ways[0].append(day - before)
                ways[1].append(day - anchor)
            else:
                of_entries.append(day - before)
                anchor = day
            before = day
    coded = [_steps(steps) for steps in ways]
    way = int(len(coded[1]) < len(coded[0]))
    days = f"{_steps(of_entries)}{way}{coded[way]}"
    return "".join(map(column, flags)) + days + column(spans)


def _steps(steps: Sequence[int]) -> str:
    """Numbers on both sides of 0: which are below it, then how far; or both in one number."""
    apart = column([int(step < 0) for step in steps]) + column([abs(step) for step in steps])
    joined = column([2 * step if step >= 0 else -2 * step - 1 for step in steps])
    return "0" + apart if len(apart) < len(joined) else "1" + joined


def _provinces(entries: Sequence[EntryPostings], setting: Setting) -> str:
    codes = {code: number for number, (code, _, _) in enumerate(setting.provinces)}
    where: list[int] = []
    """The entry's provinces, a list of its own, none, or a single one of the entry's."""
    lists: tuple[list[list[str]], list[list[str]]] = ([], [])
    for entry in entries:
        own, *events = entry.provinces
        lists[0].append(own)
        for provinces in events:
            if provinces == own:
                where.append(0)
            elif not provinces:
                where.append(2)
            elif len(provinces) == 1 and provinces[0] in own:
                where.append(3 + own.index(provinces[0]))
            else:
                where.append(1)
                lists[1].append(provinces)
    columns = [where]
    for listed in lists:
        columns.append([len(provinces) for provinces in listed])
        columns.append([codes[code] for provinces in listed for code in provinces])
    return "".join(map(column, columns))


def kind_columns(entries: Sequence[EntryPostings], setting: Setting) -> bytes:
    """Status and type of each event of a chunk."""
    types = {name: number for number, name in enumerate(("", *setting.types))}
    return join(
        column(values)
        for values in (
            [status for entry in entries for status in entry.statuses[1:]],
            [types[name] for entry in entries for name in entry.types[1:]],
        )
    )


def list_column(lists: Sequence[Sequence[Sequence[Sequence[str]]]]) -> list[Any]:
    """A facet with many values, of a chunk: [[key, name] …], then for each document its values.

    An event whose values are its entry's has 0 in their place.
    """
    values: dict[tuple[str, str], int] = {}
    docs: list[Any] = []
    for entry in lists:
        for number, pairs in enumerate(entry):
            if number and pairs and pairs == entry[0]:
                docs.append(0)
            else:
                docs.append([values.setdefault((key, name), len(values)) for key, name in pairs])
    return [[list(pair) for pair in values], docs]


def names_file(manifest: Manifest) -> tuple[str, bytes]:
    """Spellings that find something, each with the terms that it is equal to."""
    found = {
        text: [term for term in terms if term in manifest.named]
        for text, terms in manifest.setting.names.equal.items()
    }
    classes = {term: number for number, term in enumerate(sorted(manifest.named))}
    content = as_json(
        [
            list(classes),
            {text: [classes[t] for t in terms] for text, terms in found.items() if terms},
        ]
    )
    manifest.names = hashed("names", "", content)
    return names_path(manifest.names), content


def weights_file(manifest: Manifest) -> tuple[str, bytes]:
    """The weights of all shards, in the order of their names."""
    content = as_json([size for _, (size, _) in sorted(manifest.terms.items())])
    manifest.weights = hashed("weights", "", content)
    return weights_path(manifest.weights), content


def word_file(manifest: Manifest, size: int, words: Iterable[str]) -> tuple[str, bytes]:
    """The words of one length."""
    content = as_json(sorted(words))
    manifest.words[size] = hashed("words", str(size), content)
    return word_path(manifest.words[size]), content
