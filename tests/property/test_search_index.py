"""The codes and shards of the search index: what goes in comes out, and an edit moves little."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from site_gen.search.bits import Bits, column, gamma, join, pack, rice
from site_gen.search.shards import CEILING, decode, encode, file, read, shard_of, split

NUMBERS = st.lists(st.integers(0, 5000), max_size=200)
POSITIONS = st.lists(st.integers(0, 3000), min_size=1, max_size=12, unique=True).map(sorted)
POSTINGS = st.dictionaries(st.integers(0, 100_000), POSITIONS, min_size=1, max_size=30)
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
    assert decode(encode(sorted(postings.items()))) == postings


@given(st.dictionaries(TERMS, st.binary(min_size=1, max_size=40)))
def test_shards_are_read_back(terms: dict[str, bytes]) -> None:
    assert read(file(terms)) == terms


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
