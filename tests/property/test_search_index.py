"""The codes and shards of the search index: what goes in comes out, and an edit moves little."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from site_gen.search import (
    MANIFEST,
    Analyzer,
    EntryPostings,
    Names,
    Record,
    Setting,
    edits,
    index_entry,
    merge,
    shards,
)
from site_gen.search.bits import Bits, column, gamma, join, pack, rice, within
from site_gen.search.edits import Change, Known, removed, update
from site_gen.search.manifest import CHUNK
from site_gen.search.merge import length_class, usual_length
from site_gen.search.postings import place
from site_gen.search.shards import (
    CEILING,
    Coded,
    decode,
    encode,
    file,
    places_file,
    read_shard,
    shard_of,
    split,
)
from site_gen.search.titles import Wording, learn, read_titles, shelf

NUMBERS = st.lists(st.integers(0, 5000), max_size=200)
PLACES = st.lists(
    st.builds(place, st.integers(0, 300), st.integers(0, 2), st.integers(0, 3000)),
    min_size=1,
    max_size=12,
    unique=True,
).map(sorted)
POSTINGS = st.one_of(
    st.dictionaries(st.integers(0, last), PLACES, min_size=1, max_size=30) for last in (12, 100_000)
)
CODED = st.builds(Coded, st.binary(min_size=1, max_size=40), st.binary(max_size=200))
TERMS = st.text("abcde@/+~یک", min_size=1, max_size=9)


@given(st.lists(st.tuples(st.integers(1, 10**6), st.integers(0, 300), st.integers(0, 9))))
def test_codes_are_read_back(numbers: list[tuple[int, int, int]]) -> None:
    bits = Bits(pack("".join(gamma(a) + rice(b, k) + f"{a:020b}" for a, b, k in numbers)))
    assert [(bits.gamma(), bits.rice(k), bits.number(20)) for _, _, k in numbers] == [
        (a, b, a) for a, b, _ in numbers
    ]


@given(st.lists(NUMBERS, max_size=5))
def test_columns_are_read_back(columns: list[list[int]]) -> None:
    bits = Bits(join(column(values) for values in columns))
    assert [bits.column(len(values)) for values in columns] == columns


@given(POSTINGS)
def test_postings_are_read_back(postings: dict[int, list[int]]) -> None:
    sizes = [301] * 100_001
    assert decode(encode(sorted(postings.items()), sizes), sizes) == postings


@given(st.lists(st.tuples(st.integers(1, 300), st.integers(0, 299)), max_size=60))
def test_numbers_below_a_known_one_are_read_back(pairs: list[tuple[int, int]]) -> None:
    bits = Bits(pack("".join(within(number % size, size) for size, number in pairs)))
    assert [bits.within(size) for size, _ in pairs] == [number % size for size, number in pairs]


HEADING = st.text("aAbBeE zé-یک ", min_size=1, max_size=30)


@given(st.lists(st.lists(HEADING, min_size=1, max_size=4), min_size=1, max_size=12))
def test_titles_are_read_back(entries: list[list[str]]) -> None:
    made = [postings_of(number, titles) for number, titles in enumerate(entries)]
    code = learn(made)
    content = shelf(made, Wording.of(code))
    assert read_titles(content, json.dumps(code).encode(), len(made)) == [
        [title[:20] for title in titles] for titles in entries
    ]


def test_titles_of_further_entries_need_no_other_code() -> None:
    first = [postings_of(number, ["Roads reported shut", "roads open"]) for number in range(9)]
    later = postings_of(9, ["Zeppelins over کندز 🏳", "Roads and other words"])
    code = learn(first)
    content = shelf([later], Wording.of(code))
    assert read_titles(content, json.dumps(code).encode(), 1) == [
        ["Zeppelins over کندز ", "Roads and other word"]
    ]


def test_lengths_are_two_to_a_doubling() -> None:
    usual = [usual_length(number) for number in range(11)]
    assert usual == [0, 1, 2, 3, 4, 6, 8, 11, 16, 23, 32]
    assert [usual_length(length_class(blocks)) for blocks in (0, 5, 7, 9, 12, 40)] == [
        0, 4, 6, 8, 11, 32
    ]  # fmt: skip


@given(st.dictionaries(TERMS, CODED))
def test_shards_are_read_back(terms: dict[str, Coded]) -> None:
    docs = file({term: coded.docs for term, coded in terms.items()})
    places = places_file({term: coded.places for term, coded in terms.items()})
    assert read_shard(docs, places) == terms


@given(st.dictionaries(TERMS, st.integers(5, CEILING)))
def test_every_term_is_in_one_shard_below_the_ceiling(sizes: dict[str, int]) -> None:
    shards = dict(split(sizes))
    assert sorted(term for terms in shards.values() for term in terms) == sorted(sizes)
    for name, terms in shards.items():
        assert len(terms) == 1 or sum(sizes[term] for term in terms) <= CEILING
        assert all(shard_of(term, shards) == name for term in terms)


@given(st.dictionaries(TERMS, st.integers(5, 3000), min_size=1), st.data())
def test_a_longer_posting_moves_only_the_terms_of_its_shard(
    sizes: dict[str, int], data: st.DataObject
) -> None:
    term = data.draw(st.sampled_from(sorted(sizes)))
    before = dict(split(sizes))
    after = dict(split(sizes | {term: sizes[term] + 500}))
    touched = shard_of(term, before)
    assert {
        name: terms for name, terms in before.items() if name != touched
    }.items() <= after.items()


# --- an update equals a merge ----------------------------------------------------------------------

NAMES = Names.of([("north", ("Norvale", "Norwale")), ("south", ("Gate-e Sur", "Gatesur"))])
ANALYZER = Analyzer(NAMES)
SETTING = Setting(names=NAMES, provinces=(("XE-1", "Norvale", "norvale"),), types=("Statement",))
WORDS = st.sampled_from(
    [*"abcdefgh", *(f"w{n}" for n in range(30)), "Norwale", "Gatesur", "longword"]
)
TEXT = st.lists(WORDS, min_size=1, max_size=40).map(" ".join)
ENTRY = st.lists(TEXT, min_size=1, max_size=3)


def postings_of(number: int, texts: list[str]) -> EntryPostings:
    made = [
        Record(
            id=f"i{place}", title=text[:20], names=("Norvale",), text=(text,), date="2021",
            start="2021-01-01", end="2021-12-31", provinces=("XE-1",), type="Statement",
            speakers=((text[:1], text[:1]),),
        )
        for place, text in enumerate(texts)
    ]  # fmt: skip
    return index_entry(f"e{number}", made, ANALYZER)


@settings(deadline=None)
@given(st.lists(ENTRY, min_size=1, max_size=40), st.data())
def test_an_update_is_what_a_merge_would_give(texts: list[list[str]], data: st.DataObject) -> None:
    numbers = st.lists(st.integers(0, len(texts) - 1), min_size=1, max_size=3, unique=True)
    edited = {number: data.draw(ENTRY) for number in data.draw(numbers)}
    ceiling = data.draw(st.sampled_from((40, 120, 500, 8192)))
    before = [postings_of(number, listed) for number, listed in enumerate(texts)]
    after = [postings_of(n, edited.get(n, listed)) for n, listed in enumerate(texts)]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(shards, "CEILING", ceiling)
        patch.setattr(edits, "CEILING", ceiling)
        files = dict(merge(before, SETTING))
        wanted = dict(merge(after, SETTING))
        known = Known(
            file=files.__getitem__,
            chunk=lambda number: after[number * CHUNK : (number + 1) * CHUNK],
            others=lambda word: any(
                word in entry.words for n, entry in enumerate(after) if n not in edited
            ),
        )
        changes = [Change(number, before[number], after[number]) for number in edited]
        new = update(files[MANIFEST], changes, SETTING, known)
        gone = removed(files[MANIFEST], new[MANIFEST], SETTING)
    assert {path: content for path, content in files.items() if path not in gone} | new == wanted
    assert all(path not in files or path == MANIFEST for path in new)
