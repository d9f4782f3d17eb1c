"""Shards of the inverted index: which terms share a file, and what stands in it.

A shard holds all terms that begin with its prefix. It is split by the next letter when it grows over
the ceiling, so that its borders follow from its own terms alone and an edit elsewhere never moves
them. A term that is the prefix itself of a shard that was split stands in a shard of its own.
"""

from __future__ import annotations

from collections import Counter
from hashlib import blake2b
from typing import TYPE_CHECKING, NamedTuple

from site_gen.search.bits import Bits, best_k, gamma, gaps, pack, rice, rice_codes, within
from site_gen.search.postings import DOC_SHIFT, FIELD_SHIFT, LAST

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

CEILING = 8192
"""Bytes that a shard of more than one term may have."""
WHOLE = "."
"""Marks the shard of one term that others begin with: `cross.` beside `crosse`. No term holds it."""

Postings = dict[int, list[int]]
"""Number of an entry → places in it; both ascending."""
_ONCE = ((1, 0, 0), (0, 1, 0), (0, 0, 1))
_Counts = tuple[int, int, int]
"""How often a term stands in each field of a document."""


class Coded(NamedTuple):
    """The postings of one term, in two parts: most queries need the first one only."""

    docs: bytes
    """In which documents it stands, and how often in which field.

    The entries, those of them with several documents, the documents of each entry, and last how often
    the term stands where, as far as that is not once in the usual field.
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


def encode(postings: Sequence[tuple[int, Sequence[int]]], sizes: Sequence[int]) -> Coded:
    """The postings of one term.

    Args:
        postings: (number of an entry, places in it) pairs, both ascending.
        sizes: of each entry the number of its documents.
    """
    docs: list[list[int]] = []
    shapes: list[_Counts] = []
    steps: tuple[list[int], list[int], list[int]] = ([], [], [])
    order: list[int] = []
    for _, places in postings:
        listed, doc, before = [], -1, 0
        counts = [0, 0, 0]
        for place in places:
            here, field, position = place >> DOC_SHIFT, place >> FIELD_SHIFT & 3, place & LAST
            if here != doc:
                if doc >= 0:
                    shapes.append((counts[0], counts[1], counts[2]))
                    counts = [0, 0, 0]
                listed.append(here)
                doc = here
            steps[field].append(position - before - 1 if counts[field] else position)
            order.append(field)
            counts[field] += 1
            before = position
        shapes.append((counts[0], counts[1], counts[2]))
        docs.append(listed)
    entries = [entry for entry, _ in postings]
    return Coded(
        pack(_entries(entries) + _docs(entries, docs, sizes) + _shapes(shapes)),
        pack(_places(steps, order)),
    )


def _entries(entries: Sequence[int]) -> str:
    """Those that have the term or, where these are fewer, those before the last one that have not."""
    size, last = len(entries), entries[-1]
    if size > 1 and 2 * size > last:
        has = set(entries)
        return gamma(size) + "1" + gaps([entry for entry in range(last) if entry not in has])
    k = best_k(last + 1 - size, size)
    codes = rice_codes(k)
    steps = [codes[entry - before - 1] for entry, before in zip(entries, [-1, *entries])]
    return f"{gamma(size)}0{k:05b}" + "".join(steps)


def _docs(entries: Sequence[int], docs: Sequence[Sequence[int]], sizes: Sequence[int]) -> str:
    """Which entries have several documents with the term, then the documents of each."""
    parts = [gaps([number for number, listed in enumerate(docs) if len(listed) > 1])]
    for entry, listed in zip(entries, docs):
        size = sizes[entry]
        left = len(listed)
        if left == 1:
            parts.append(_WITHIN[size][listed[0]] if size < _MOST else within(listed[0], size))
            continue
        parts.append("0" * (left - 2) + "1")
        free = 0
        for doc in listed:
            parts.append(within(doc - free, size - free - left + 1))
            free = doc + 1
            left -= 1
    return "".join(parts)


_MOST = 40
_WITHIN = [[within(number, size) for number in range(size)] for size in range(_MOST)]
"""Codes of documents in entries with fewer than so many."""


def _shapes(shapes: Sequence[_Counts]) -> str:
    """How often a term stands in each field: the usual field, then the documents with anything else."""
    found = Counter(shapes)
    usual = max(range(3), key=lambda field: found[_ONCE[field]])
    once = _ONCE[usual]
    codes = {shape: _shape_code(shape, usual) for shape in found}
    others = [number for number, shape in enumerate(shapes) if shape != once]
    return f"{usual:02b}" + gaps(others) + "".join([codes[shapes[number]] for number in others])


def _shape_code(shape: _Counts, usual: int) -> str:
    """Once in the first of the other fields; more often in the usual one; once in the last; anything."""
    if shape == _ONCE[usual]:
        return ""
    if shape[usual] == sum(shape):
        return "01" + rice(shape[usual] - 2, 0)
    if shape in _ONCE:
        return "1" if _others(usual)[0] == _ONCE.index(shape) else "001"
    return "000" + "".join(rice(count, 0) for count in shape)


def _others(usual: int) -> list[int]:
    return [field for field in range(3) if field != usual]


def _places(steps: Sequence[Sequence[int]], order: Sequence[int]) -> str:
    head = ""
    codes: list[Iterator[str]] = []
    for found in steps:
        k = best_k(sum(found), len(found)) if found else 0
        head += f"{k:05b}" if found else ""
        codes.append(map(rice_codes(k).__getitem__, found))
    return head + "".join([next(codes[field]) for field in order])


def decode(coded: Coded, sizes: Sequence[int]) -> Postings:
    """What `encode` has written."""
    bits = Bits(coded.docs)
    entries = _read_entries(bits)
    several = set(bits.gaps())
    found: list[tuple[int, int, list[int]]] = []
    for number, entry in enumerate(entries):
        left = bits.rice(0) + 2 if number in several else 1
        free = 0
        for more in range(left, 0, -1):
            doc = free + bits.within(sizes[entry] - free - more + 1)
            free = doc + 1
            found.append((entry, doc, [0, 0, 0]))
    usual = bits.number(2)
    others = bits.gaps()
    for _, _, counts in found:
        counts[usual] = 1
    for number in others:
        counts = found[number][2]
        match bits.leading(3):
            case 1:
                counts[usual] = bits.rice(0) + 2
            case 3:
                counts[:] = [bits.rice(0) for _ in range(3)]
            case place:
                counts[usual] = 0
                counts[_others(usual)[place // 2]] = 1
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


def _read_entries(bits: Bits) -> list[int]:
    size = bits.gamma()
    if bits.number(1):
        without = bits.gaps()
        gone = set(without)
        return [entry for entry in range(size + len(without)) if entry not in gone]
    k = bits.number(5)
    entries, last = [], -1
    for _ in range(size):
        last += bits.rice(k) + 1
        entries.append(last)
    return entries


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
