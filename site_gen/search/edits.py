"""The files of the index that the edit of a few entries touches, and no others."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from site_gen.search.bits import Bits
from site_gen.search.manifest import (
    CHUNK,
    FAMILIES,
    MANIFEST,
    MARK,
    SHELF,
    Manifest,
    column_path,
    names_path,
    place_path,
    term_path,
    weights_path,
    word_path,
)
from site_gen.search.merge import (
    chunk_files,
    code_file,
    names_file,
    shard_files,
    shelf_file,
    weights_file,
    word_file,
)
from site_gen.search.shards import CEILING, WHOLE, decode, encode, read_shard, shard_of, weight

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from site_gen.search.manifest import Setting
    from site_gen.search.postings import EntryPostings
    from site_gen.search.shards import Coded


@dataclass(frozen=True, slots=True)
class Change:
    """One entry that was edited, in its old place in the order of entries."""

    number: int
    old: EntryPostings
    new: EntryPostings


@dataclass(frozen=True, slots=True)
class Known:
    """What an update has to look up."""

    file: Callable[[str], bytes]
    """Content of a file of the index as it is, by its path.

    May raise: an update that cannot read what it needs is no update.
    """
    chunk: Callable[[int], Sequence[EntryPostings]]
    """The entries of a chunk as they are now; their terms and words are not looked at."""
    others: Callable[[str], bool]
    """Whether an entry that was not edited has that word."""


def update(
    manifest: bytes, changes: Sequence[Change], setting: Setting, known: Known
) -> dict[str, bytes]:
    """What `merge` would give for the edited entries, as far as it differs from what is there.

    Args:
        manifest: as it is.
        changes: at least one; entries must have kept their number.
        setting: the one that the index was made with.
        known: ways to look things up.

    Returns:
        Path → content of each file that is new; the manifest among them.
    """
    now = Manifest.read(manifest, setting)
    had = set(now.files())
    now.weigh(known.file(weights_path(now.weights)))
    made: dict[str, bytes] = {}
    classes = set(json.loads(known.file(names_path(now.names)))[0])
    now.named = _shards(now, changes, known, made, classes)
    _shelves(now, changes, known, made)
    for number in sorted({change.number // CHUNK for change in changes}):
        marks = now.chunks[number]
        for family in range(1, len(FAMILIES)):
            mark = marks[MARK * family : MARK * (family + 1)]
            now.sizes[family - 1] -= len(known.file(column_path(family, mark)))
        _put(made, chunk_files(now, known.chunk(number), number))
    now.docs += sum(len(change.new.lengths) - len(change.old.lengths) for change in changes)
    _words(now, changes, known, made)
    _put(made, [names_file(now), weights_file(now)])
    made[MANIFEST] = now.content()
    return {path: content for path, content in made.items() if path == MANIFEST or path not in had}


def removed(before: bytes, after: bytes, setting: Setting) -> list[str]:
    """Paths of files that one manifest has and the other has not."""
    kept = set(Manifest.read(after, setting).files())
    return [path for path in Manifest.read(before, setting).files() if path not in kept]


def _put(made: dict[str, bytes], files: Iterable[tuple[str, bytes]]) -> None:
    made.update(files)


def _shelves(
    now: Manifest, changes: Sequence[Change], known: Known, made: dict[str, bytes]
) -> None:
    """Titles of the edited entries; of all, when the edit changes how titles are written."""
    shown = [change for change in changes if _shown(change.old) != _shown(change.new)]
    if not shown:
        return
    chunk = cache(known.chunk)
    before = now.code
    wording, path, content = code_file(now, chunk(0))
    made[path] = content
    numbers = {change.number // SHELF for change in shown}
    if now.code != before:
        numbers = set(range(len(now.shelves)))
    for number in sorted(numbers):
        begin, end = number * SHELF, min((number + 1) * SHELF, now.entries)
        entries = [chunk(at // CHUNK)[at % CHUNK] for at in range(begin, end)]
        _put(made, [shelf_file(now, entries, wording, number)])


def _shown(entry: EntryPostings) -> tuple[Any, Any]:
    return entry.shown, entry.statuses


def _sizes(now: Manifest, known: Known) -> list[int]:
    """Of each entry the number of its documents."""
    sizes = []
    for number, marks in enumerate(now.chunks):
        size = min(CHUNK, now.entries - number * CHUNK)
        events = Bits(known.file(column_path(0, marks[:MARK]))).column(size)
        sizes += [count + 1 for count in events]
    return sizes


def _words(now: Manifest, changes: Sequence[Change], known: Known, made: dict[str, bytes]) -> None:
    after = {word for change in changes for word in change.new.words}
    before = {word for change in changes for word in change.old.words}
    gone = {word for word in before - after if not known.others(word)}
    for size in sorted({len(word) for word in gone | (after - before)}):
        mark = now.words.pop(size, "")
        listed = set(json.loads(known.file(word_path(mark)))) if mark else set()
        listed = (listed | {word for word in after if len(word) == size}) - gone
        if listed:
            _put(made, [word_file(now, size, listed)])


def _shards(
    now: Manifest,
    changes: Sequence[Change],
    known: Known,
    made: dict[str, bytes],
    classes: set[str],
) -> set[str]:
    """Rewrite the shards of all terms whose postings have changed.

    Returns:
        The names that the index then holds.
    """
    touched = {
        term
        for change in changes
        for term in change.old.terms.keys() | change.new.terms.keys()
        if change.old.terms.get(term) != change.new.terms.get(term)
        or len(change.old.lengths) != len(change.new.lengths)
    }
    before = _sizes(now, known)
    after = before.copy()
    for change in changes:
        after[change.number] = len(change.new.lengths)
    open_: dict[str, Coded] = {}
    """All terms of the shards that are taken apart."""

    def take(name: str) -> None:
        _, mark = now.terms.pop(name)
        open_.update(read_shard(known.file(term_path(mark)), known.file(place_path(mark))))

    for term in sorted(touched):
        name = shard_of(term, now.terms)
        if name is not None:
            take(name)
    for term in sorted(touched):
        postings = decode(open_[term], before) if term in open_ else {}
        for change in changes:
            postings.pop(change.number, None)
            if term in change.new.terms:
                postings[change.number] = change.new.terms[term]
        if postings:
            open_[term] = encode(sorted(postings.items()), after)
            classes |= {term} if term.startswith("@") else set()
        else:
            open_.pop(term, None)
            classes.discard(term)
    # Shards that now fit under one roof with what was taken apart come down as well.
    while True:
        weights = _weights(now, open_)
        roofs = {_shard_name(term, weights) for term in open_}
        roofs |= _roofs_of_gone(touched - open_.keys(), weights)
        below = [name for name in now.terms if any(name.startswith(roof) for roof in roofs)]
        if not below:
            break
        for name in below:
            take(name)
    weights = _weights(now, open_)
    shards: dict[str, dict[str, Coded]] = {}
    for term, data in open_.items():
        shards.setdefault(_shard_name(term, weights), {})[term] = data
    for name in sorted(shards):
        _put(made, shard_files(now, name, shards[name]))
    return classes


def _weights(now: Manifest, terms: Mapping[str, Coded]) -> Counter[str]:
    """Prefix → weight of all terms that begin with it, for the prefixes of shards and terms."""
    weights: Counter[str] = Counter()
    for name, (size, _) in now.terms.items():
        text = name.removesuffix(WHOLE)
        for end in range(len(text) + 1):
            weights[text[:end]] += size
    for term, data in terms.items():
        for end in range(len(term) + 1):
            weights[term[:end]] += weight(term, len(data.docs))
    return weights


def _shard_name(term: str, weights: Mapping[str, int]) -> str:
    """The shard that a term belongs into: the shortest prefix that is not too heavy."""
    for end in range(len(term) + 1):
        if weights[term[:end]] <= CEILING:
            return term[:end]
    return term + WHOLE


def _roofs_of_gone(terms: Iterable[str], weights: Mapping[str, int]) -> set[str]:
    """Prefixes under which several shards may now be one, since a term is gone."""
    roofs = set()
    for term in terms:
        for end in range(len(term) + 1):
            if weights.get(term[:end], 0) <= CEILING:
                roofs.add(term[:end])
                break
    return roofs
