"""From the postings of all entries to the files of the index, and from one edit to the few that it touches.

The format is described in `docs/search-index.md`.
"""

from __future__ import annotations

from array import array
from dataclasses import replace
from itertools import groupby
from typing import TYPE_CHECKING, Any

from site_gen.search.bits import column, join
from site_gen.search.manifest import (
    CHUNK,
    MANIFEST,
    SHELF,
    Manifest,
    as_json,
    column_path,
    names_path,
    place_path,
    shelf_path,
    term_path,
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
    words: dict[int, set[str]] = {}
    chunk: list[EntryPostings] = []
    shelf: list[Any] = []
    for number, entry in enumerate(entries):
        for term, listed in entry.terms.items():
            if term not in places:
                places[term] = array("Q")
            places[term].extend([number << _ENTRY_SHIFT | place for place in listed])
        for word in entry.words:
            words.setdefault(len(word), set()).add(word)
        manifest.entries += 1
        manifest.docs += len(entry.lengths)
        chunk.append(_columns_only(entry))
        shelf.append(entry.shown)
        if len(shelf) == SHELF:
            yield shelf_file(manifest, shelf)
            shelf = []
        if len(chunk) == CHUNK:
            yield from chunk_files(manifest, chunk)
            chunk = []
    if shelf:
        yield shelf_file(manifest, shelf)
    if chunk:
        yield from chunk_files(manifest, chunk)
    yield from _shards(manifest, places)
    for size, found in sorted(words.items()):
        yield word_file(manifest, size, found)
    yield names_file(manifest)
    yield MANIFEST, manifest.content()


def _columns_only(entry: EntryPostings) -> EntryPostings:
    """Without terms, words and titles, so that a chunk of entries stays small."""
    return replace(entry, terms={}, words=[], shown=[])


def _shards(manifest: Manifest, places: dict[str, array[int]]) -> Iterator[tuple[str, bytes]]:
    """Encoded in the order of terms; what is written is let go of."""
    coded: dict[str, Coded] = {}
    manifest.named = {term for term in places if term.startswith("@")}
    for term in sorted(places):
        coded[term] = encode(_grouped(places.pop(term)))
    sizes = {term: weight(term, len(data.docs)) for term, data in coded.items()}
    for name, terms in split(sizes):
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


def shelf_file(manifest: Manifest, shown: Sequence[Any], number: int = -1) -> tuple[str, bytes]:
    """The titles of some entries: a further shelf, or one in place of another."""
    content = as_json(shown)
    number = len(manifest.shelves) if number < 0 else number
    mark = hashed("shelf", str(number), content)
    manifest.shelves[number : number + 1] = [mark]
    return shelf_path(mark), content


def chunk_files(
    manifest: Manifest, entries: Sequence[EntryPostings], number: int = -1
) -> Iterator[tuple[str, bytes]]:
    """The columns of some entries: a further chunk, or one in place of another.

    In place of another, its speakers and sources must have been taken off `manifest.sizes`.
    """
    number = len(manifest.chunks) if number < 0 else number
    marks = ""
    core = core_columns(entries, manifest.setting)
    mark = hashed("core", str(number), core)
    marks += mark
    yield column_path(0, mark), core
    for place, (family, lists) in enumerate(
        (("speakers", [e.speakers for e in entries]), ("sources", [e.sources for e in entries]))
    ):
        content = as_json(list_column(lists))
        mark = hashed(family, str(number), content)
        marks += mark
        manifest.sizes[place] += len(content)
        yield column_path(place + 1, mark), content
    manifest.chunks[number : number + 1] = [marks]


def core_columns(entries: Sequence[EntryPostings], setting: Setting) -> bytes:
    """What facets, ranking and dates need of each document of a chunk, column by column.

    Entries and events have columns of their own: they differ in what is usual.
    """
    flags: tuple[list[int], list[int]] = ([], [])
    back: tuple[list[int], list[int]] = ([], [])
    steps: tuple[list[int], list[int]] = ([], [])
    spans: list[int] = []
    anchor = 0
    for entry in entries:
        before = anchor
        for number, (first, last) in enumerate(entry.days):
            kind = int(number > 0)
            day = first or last
            flags[kind].append(0 if first == last else 1 if first and last else 2 if first else 3)
            if not day:
                flags[kind][-1] = 4
                continue
            if first and last and first != last:
                spans.append(last - first)
            steps[kind].append(abs(day - before))
            back[kind].append(int(day < before))
            before = day
            if not number:
                anchor = day
    codes = {code: number for number, (code, _, _) in enumerate(setting.provinces)}
    same: list[int] = []
    counts: list[int] = []
    listed: list[int] = []
    for entry in entries:
        for number, provinces in enumerate(entry.provinces):
            if number:
                same.append(int(provinces == entry.provinces[0]))
            if not number or not same[-1]:
                counts.append(len(provinces))
                listed += [codes[code] for code in provinces]
    types = {name: number for number, name in enumerate(("", *setting.types))}
    return join(
        column(values)
        for values in (
            [len(entry.lengths) - 1 for entry in entries],
            [entry.lengths[0] for entry in entries],
            [length for entry in entries for length in entry.lengths[1:]],
            *flags,
            *back,
            *steps,
            spans,
            same,
            counts,
            listed,
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


def word_file(manifest: Manifest, size: int, words: Iterable[str]) -> tuple[str, bytes]:
    """The words of one length."""
    content = as_json(sorted(words))
    manifest.words[size] = hashed("words", str(size), content)
    return word_path(manifest.words[size]), content
