"""Shards of the inverted index: which terms share a file, and what stands in it.

A shard holds all terms that begin with its prefix. It is split by the next letter when it grows over
the ceiling, so that its borders follow from its own terms alone and an edit elsewhere never moves
them. A term that is the prefix itself of a shard that was split stands in a shard of its own.
"""

from __future__ import annotations

from collections import Counter
from functools import cache
from hashlib import blake2b
from typing import TYPE_CHECKING, NamedTuple

from site_gen.search.bits import Bits, best_k, gamma, pack, rice
from site_gen.search.postings import DOC_SHIFT, FIELD_SHIFT, LAST

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

CEILING = 8192
"""Bytes that a shard of more than one term may have."""
WHOLE = "."
"""Marks the shard of one term that others begin with: `cross.` beside `crosse`. No term holds it."""

MOST_CODES = 2048
"""Codes of smaller numbers are remembered."""

Postings = dict[int, list[int]]
"""Number of an entry → places in it; both ascending."""
_ONCE = ((1, 0, 0), (0, 1, 0), (0, 0, 1))


class Coded(NamedTuple):
    """The postings of one term, in two parts: most queries need the first one only."""

    docs: bytes
    """In which documents it stands, and how often in which field.

    Gamma code of the number of entries; five bits each for the parameters of two Rice codes; two for
    the usual field; then for each entry the gap to the one before, how many documents (in unary),
    and for each of these the gap to the one before and how often the term stands where.
    """
    places: bytes
    """Where in these fields: five bits for the parameter of each field's Rice code, if it has any;
    then the gaps between the positions."""


def hashed(family: str, name: str, content: bytes) -> str:
    """Eight characters that change with the content: part of a file's name."""
    alphabet = "0123456789abcdefghijklmnopqrstuv"
    digest = blake2b(f"{family}\0{name}\0".encode() + content, digest_size=5).digest()
    number = int.from_bytes(digest, "big")
    return "".join(alphabet[number >> shift & 31] for shift in range(35, -1, -5))


def encode(postings: Sequence[tuple[int, Sequence[int]]]) -> Coded:
    """The postings of one term: (number of an entry, places in it) pairs, both ascending."""
    numbers = [entry for entry, _ in postings]
    gaps = [entry - before - 1 for entry, before in zip(numbers, [-1, *numbers])]
    docs: list[list[tuple[int, tuple[int, int, int]]]] = []
    steps: list[tuple[int, int]] = []
    for _, places in postings:
        listed, doc, gap, before = [], -1, 0, -1
        counts = [0, 0, 0]
        for place in places:
            here, field, position = place >> DOC_SHIFT, place >> FIELD_SHIFT & 3, place & LAST
            if here != doc:
                if doc >= 0:
                    listed.append((gap, (counts[0], counts[1], counts[2])))
                    counts = [0, 0, 0]
                gap, doc = here - doc - 1, here
            steps.append((field, position - before - 1 if counts[field] else position))
            counts[field] += 1
            before = position
        listed.append((gap, (counts[0], counts[1], counts[2])))
        docs.append(listed)
    return Coded(_docs(gaps, docs), _places(steps))


def _docs(gaps: Sequence[int], docs: Sequence[Sequence[tuple[int, tuple[int, int, int]]]]) -> bytes:
    shapes = Counter(shape for listed in docs for _, shape in listed)
    usual = max(range(3), key=lambda field: shapes[_ONCE[field]])
    ke = best_k(sum(gaps), len(gaps))
    kd = best_k(sum(gap for listed in docs for gap, _ in listed), shapes.total())
    entry_codes, doc_codes, count_codes = _codes(ke), _codes(kd), _codes(0)
    shape_codes = {shape: _shape_code(shape, usual) for shape in shapes}
    parts = [gamma(len(gaps)), f"{ke:05b}{kd:05b}{usual:02b}"]
    for gap, listed in zip(gaps, docs):
        parts.append(entry_codes[gap] + count_codes[len(listed) - 1])
        parts += [doc_codes[step] + shape_codes[shape] for step, shape in listed]
    return pack("".join(parts))


def _shape_code(shape: tuple[int, int, int], usual: int) -> str:
    """How often a term stands in each field: once in the usual one; more often there; anything."""
    if shape == _ONCE[usual]:
        return "1"
    if shape[usual] == sum(shape):
        return "01" + rice(shape[usual] - 2, 0)
    return "00" + "".join(rice(count, 0) for count in shape)


def _places(steps: Sequence[tuple[int, int]]) -> bytes:
    parts = []
    codes: list[_Codes] = []
    for wanted in range(3):
        found = [step for field, step in steps if field == wanted]
        k = best_k(sum(found), len(found)) if found else 0
        codes.append(_codes(k))
        if found:
            parts.append(f"{k:05b}")
    parts += [codes[field][step] for field, step in steps]
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


def decode(coded: Coded) -> Postings:
    """What `encode` has written."""
    bits = Bits(coded.docs)
    size, ke, kd, usual = bits.gamma(), bits.number(5), bits.number(5), bits.number(2)
    found: list[tuple[int, int, list[int]]] = []
    entry = -1
    for _ in range(size):
        entry += bits.rice(ke) + 1
        doc = -1
        for _ in range(bits.rice(0) + 1):
            doc += bits.rice(kd) + 1
            counts = [0, 0, 0]
            if bits.number(1):
                counts[usual] = 1
            elif bits.number(1):
                counts[usual] = bits.rice(0) + 2
            else:
                counts = [bits.rice(0) for _ in range(3)]
            found.append((entry, doc, counts))
    bits = Bits(coded.places)
    codes = [bits.number(5) if any(c[field] for _, _, c in found) else 0 for field in range(3)]
    postings: Postings = {}
    for entry, doc, counts in found:
        for field, count in enumerate(counts):
            position = -1
            for _ in range(count):
                position += bits.rice(codes[field]) + 1
                where = doc << DOC_SHIFT | field << FIELD_SHIFT | position
                postings.setdefault(entry, []).append(where)
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
    """The content of a shard: terms in order of their bytes, then the first parts of their postings.

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


def places_file(terms: Mapping[str, bytes]) -> bytes:
    """The second parts of a shard's postings, in the order of the first: lengths, then bytes."""
    parts = [terms[term] for term in sorted(terms, key=str.encode)]
    return b"".join([*(varint(len(part)) for part in parts), *parts])


def read_shard(content: bytes, places: bytes) -> dict[str, Coded]:
    """Term → its postings, of the two files of a shard."""
    docs = read(content)
    at = 0
    sizes: list[int] = []
    for _ in docs:
        value = shift = 0
        while places[at] > 127:
            value |= (places[at] & 127) << shift
            shift += 7
            at += 1
        sizes.append(value | places[at] << shift)
        at += 1
    found: dict[str, Coded] = {}
    for (term, data), size in zip(docs.items(), sizes, strict=True):
        found[term] = Coded(data, places[at : at + size])
        at += size
    return found


def read(content: bytes) -> dict[str, bytes]:
    """Term → the first part of its postings, of a shard's content."""
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
