"""Shards of the inverted index: which terms share a file, and what stands in it.

A shard holds all terms that begin with its prefix. It is split by the next letter when it grows over
the ceiling, so that its borders follow from its own terms alone and an edit elsewhere never moves
them. A term that is the prefix itself of a shard that was split stands in a shard of its own.
"""

from __future__ import annotations

from functools import cache
from hashlib import blake2b
from typing import TYPE_CHECKING

from site_gen.search.bits import Bits, best_k, gamma, pack, rice

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

CEILING = 8192
"""Bytes that a shard of more than one term may have."""
WHOLE = "."
"""Marks the shard of one term that others begin with: `cross.` beside `crosse`. No term holds it."""

MOST_CODES = 2048
"""Codes of smaller numbers are remembered."""

Postings = dict[int, list[int]]
"""Number of an entry → positions in it; both ascending."""


def hashed(family: str, name: str, content: bytes) -> str:
    """Eight characters that change with the content: part of a file's name."""
    alphabet = "0123456789abcdefghijklmnopqrstuv"
    digest = blake2b(f"{family}\0{name}\0".encode() + content, digest_size=5).digest()
    number = int.from_bytes(digest, "big")
    return "".join(alphabet[number >> shift & 31] for shift in range(35, -1, -5))


def encode(postings: Sequence[tuple[int, Sequence[int]]]) -> bytes:
    """The postings of one term: (number of an entry, positions) pairs, ascending.

    Gamma code of how many entries there are; five bits each for the parameters of two Rice codes;
    then for each entry the gap to the one before, how many positions (in unary), and the gaps
    between them.
    """
    numbers = [entry for entry, _ in postings]
    gaps = [entry - before - 1 for entry, before in zip(numbers, [-1, *numbers])]
    steps = [
        [place - before - 1 for place, before in zip(positions, [-1, *positions])]
        for _, positions in postings
    ]
    # Steps add up to the last position, but for one that each of them leaves out.
    count = sum(map(len, steps))
    ke = best_k(numbers[-1] + 1 - len(gaps), len(gaps))
    kp = best_k(sum(positions[-1] + 1 for _, positions in postings) - count, count)
    entry_codes, place_codes, count_codes = _codes(ke), _codes(kp), _codes(0)
    parts = [gamma(len(gaps)), f"{ke:05b}{kp:05b}"]
    for gap, places in zip(gaps, steps):
        parts.append(entry_codes[gap] + count_codes[len(places) - 1])
        parts += [place_codes[step] for step in places]
    return pack("".join(parts))


class _Codes(dict[int, str]):
    """Number → its Rice code, made when it first comes along."""

    def __init__(self, k: int) -> None:
        super().__init__()
        self._k = k

    def __missing__(self, number: int) -> str:
        code = rice(number, self._k)
        if number < MOST_CODES:
            self[number] = code
        return code


@cache
def _codes(k: int) -> _Codes:
    return _Codes(k)


def decode(data: bytes) -> Postings:
    """What `encode` has written."""
    bits = Bits(data)
    size, ke, kp = bits.gamma(), bits.number(5), bits.number(5)
    postings: Postings = {}
    entry = -1
    for _ in range(size):
        entry += bits.rice(ke) + 1
        count = bits.rice(0) + 1
        positions: list[int] = []
        last = -1
        for _ in range(count):
            last += bits.rice(kp) + 1
            positions.append(last)
        postings[entry] = positions
    return postings


def varint(number: int) -> bytes:
    """Seven bits a byte, the lowest first; the highest bit says that more follow."""
    out = bytearray()
    while number > 127:
        out.append(number & 127 | 128)
        number >>= 7
    out.append(number)
    return bytes(out)


def file(terms: Mapping[str, bytes]) -> bytes:
    """The content of a shard: terms in order of their bytes, then their postings.

    Number of terms; for each how many bytes it shares with the one before, how many follow, those
    bytes, and the length of its postings; then all postings.
    """
    head = bytearray(varint(len(terms)))
    body = bytearray()
    before = b""
    for term in sorted(terms, key=str.encode):
        name, data = term.encode(), terms[term]
        shared = 0
        while shared < min(len(name), len(before)) and name[shared] == before[shared]:
            shared += 1
        head += varint(shared) + varint(len(name) - shared) + name[shared:] + varint(len(data))
        body += data
        before = name
    return bytes(head + body)


def read(content: bytes) -> dict[str, bytes]:
    """Term → its encoded postings, of a shard's content."""
    at = 0

    def number() -> int:
        nonlocal at
        value = shift = 0
        while True:
            byte = content[at]
            at += 1
            value |= (byte & 127) << shift
            shift += 7
            if byte < 128:
                return value

    name = b""
    sizes: list[tuple[str, int]] = []
    for _ in range(number()):
        shared, rest = number(), number()
        name = name[:shared] + content[at : at + rest]
        at += rest
        sizes.append((name.decode(), number()))
    terms: dict[str, bytes] = {}
    for term, size in sizes:
        terms[term] = content[at : at + size]
        at += size
    return terms


def weight(term: str, size: int) -> int:
    """What a term adds to a shard: an estimate that depends on the term alone."""
    return len(term.encode()) + 4 + size


def split(sizes: Mapping[str, int], prefix: str = "") -> Iterator[tuple[str, list[str]]]:
    """Which terms go into which shard.

    Args:
        sizes: term → weight, of all terms that begin with `prefix`.
        prefix: of the shard that may have to be split.

    Yields:
        (name of the shard, its terms): the prefix that they share, or a term and `WHOLE`.
    """
    if not sizes:
        return
    if sum(sizes.values()) <= CEILING:
        yield prefix, sorted(sizes)
        return
    below: dict[str, dict[str, int]] = {}
    for term, size in sizes.items():
        if term == prefix:
            yield prefix + WHOLE, [term]
        else:
            below.setdefault(term[: len(prefix) + 1], {})[term] = size
    for longer in sorted(below):
        yield from split(below[longer], longer)


def shard_of(term: str, names: Iterable[str]) -> str | None:
    """The shard that holds a term, if the index may have it."""
    known = names if isinstance(names, (set, frozenset, dict)) else set(names)
    if term + WHOLE in known:
        return term + WHOLE
    return next((term[:n] for n in range(len(term), -1, -1) if term[:n] in known), None)
