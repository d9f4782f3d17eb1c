"""Numbers as bits: the codes of `docs/search-index.md`.

Lists of small numbers whose distribution is roughly geometric are within a few per cent of their
entropy in a Rice code, so that nothing is left for a server to compress.
"""

from __future__ import annotations

from collections import Counter
from functools import cache
from heapq import heapify, heappop, heappush
from itertools import groupby
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

_WIDTH = 5
"""Bits that say how wide a value is, or the parameter of a Rice code."""
_PLAIN = 32
"""Smaller values have a symbol of their own in a Huffman code."""
_LONGEST = 12
"""Bits of the longest Huffman code of a column."""
_MOST_CODES = 2048
"""Codes of smaller numbers are remembered."""


def gamma(number: int) -> str:
    """Elias gamma code of a number from 1 on."""
    digits = f"{number:b}"
    return "0" * (len(digits) - 1) + digits


def rice(number: int, k: int) -> str:
    """Rice code of a number from 0 on: the quotient by 2**k in unary, then k bits."""
    tail = f"{number & ((1 << k) - 1):0{k}b}" if k else ""
    return "0" * (number >> k) + "1" + tail


def within(number: int, size: int) -> str:
    """Truncated binary code of a number below `size`, which the reader knows."""
    width = (size - 1).bit_length()
    spare = (1 << width) - size
    if number >= spare:
        return f"{number + spare:0{width}b}" if width else ""
    return f"{number:0{width - 1}b}" if width > 1 else ""


def gaps(numbers: Sequence[int]) -> str:
    """Ascending numbers from 0 on: how many, and if any, how many are left out before each."""
    head = gamma(len(numbers) + 1)
    if not numbers:
        return head
    k = best_k(numbers[-1] + 1 - len(numbers), len(numbers))
    before = -1
    parts = [f"{head}{k:0{_WIDTH}b}"]
    codes = rice_codes(k)
    for number in numbers:
        parts.append(codes[number - before - 1])
        before = number
    return "".join(parts)


class _RiceCodes(dict[int, str]):
    """Number → its Rice code, made when it first comes along."""

    def __init__(self, k: int) -> None:
        super().__init__()
        self._k = k

    def __missing__(self, number: int) -> str:
        code = rice(number, self._k)
        if number < _MOST_CODES:
            self[number] = code
        return code


@cache
def rice_codes(k: int) -> Mapping[int, str]:
    """Rice codes of any number; those of small ones are remembered."""
    return _RiceCodes(k)


def best_k(total: int, count: int) -> int:
    """A parameter for `count` numbers with that sum; the best one, or one that costs little more."""
    k = 0
    while count << (k + 1) < total + (count >> 1):
        k += 1
    return k


def pack(bits: str) -> bytes:
    """Bits, filled up with zeros to whole bytes."""
    return (
        int(bits + "0" * (-len(bits) % 8), 2).to_bytes((len(bits) + 7) // 8, "big") if bits else b""
    )


def column(values: Sequence[int]) -> str:
    """A list of numbers from 0 on, whose length the reader knows; in the shortest of three forms.

    As runs of equal values (bits 00, width, then run length in gamma and value), each in a Rice
    code (bits 01, parameter), or each in a Huffman code (bit 1, its table).
    """
    if not values:
        return ""
    width = max(values).bit_length()
    runs = [(sum(1 for _ in group), value) for value, group in groupby(values)]
    in_runs = f"00{width:0{_WIDTH}b}" + "".join(
        gamma(size) + (f"{value:0{width}b}" if width else "") for size, value in runs
    )
    k = best_k(sum(values), len(values))
    in_rice = f"01{k:0{_WIDTH}b}" + "".join([rice(value, k) for value in values])
    return min(in_runs, in_rice, _huffman(values), key=len)


def _symbol(value: int) -> int:
    """Small values stand for themselves; of others only the number of digits has a symbol."""
    return value if value < _PLAIN else _PLAIN + value.bit_length() - _PLAIN.bit_length()


def _tail(value: int) -> str:
    """What the symbol leaves open: all digits but the first."""
    return f"{value:b}"[1:] if value >= _PLAIN else ""


def _huffman(values: Sequence[int]) -> str:
    """Number of symbols in 6 bits, the length of each one's code in 4 (0: none), then the codes."""
    counts = Counter(map(_symbol, values))
    sizes = huffman_sizes(counts, _LONGEST)
    table = [sizes.get(symbol, 0) for symbol in range(max(counts) + 1)]
    codes = canonical(table)
    head = f"1{len(table):06b}" + "".join([f"{size:04b}" for size in table])
    return head + "".join([codes[_symbol(value)] + _tail(value) for value in values])


def huffman_sizes(counts: Mapping[int, int], longest: int) -> dict[int, int]:
    """Symbol → length of its Huffman code, at most `longest`."""
    sizes = dict.fromkeys(counts, int(len(counts) == 1))
    heap = [(count, symbol, [symbol]) for symbol, count in sorted(counts.items())]
    heapify(heap)
    while len(heap) > 1:
        (one, first, left), (other, _, right) = heappop(heap), heappop(heap)
        for symbol in left + right:
            sizes[symbol] += 1
        heappush(heap, (one + other, first, left + right))
    if max(sizes.values()) > longest:
        return huffman_sizes({symbol: (n + 1) // 2 for symbol, n in counts.items()}, longest)
    return sizes


def canonical(sizes: Sequence[int]) -> dict[int, str]:
    """Symbol → code, from the lengths of the codes: shorter ones first, then by symbol."""
    codes: dict[int, str] = {}
    code = before = 0
    for size, symbol in sorted((size, symbol) for symbol, size in enumerate(sizes) if size):
        code <<= size - before
        codes[symbol] = f"{code:0{size}b}"
        code += 1
        before = size
    return codes


class Bits:
    """Reads what the functions above have written."""

    def __init__(self, data: bytes) -> None:
        self._bits = f"{int.from_bytes(data, 'big'):0{8 * len(data)}b}" if data else ""
        self._at = 0

    def number(self, width: int) -> int:
        """A number of so many bits."""
        if not width:
            return 0
        self._at += width
        return int(self._bits[self._at - width : self._at], 2)

    def gamma(self) -> int:
        """A number in Elias gamma code."""
        end = self._bits.index("1", self._at)
        zeros, self._at = end - self._at, end
        return self.number(zeros + 1)

    def rice(self, k: int) -> int:
        """A number in Rice code."""
        end = self._bits.index("1", self._at)
        quotient, self._at = end - self._at, end + 1
        return (quotient << k) | self.number(k)

    def leading(self, most: int) -> int:
        """How many zeros stand before the next one, which is read too; or `most` zeros."""
        for zeros in range(most):
            if self.number(1):
                return zeros
        return most

    def within(self, size: int) -> int:
        """A number below `size`, in truncated binary code."""
        width = (size - 1).bit_length()
        spare = (1 << width) - size
        value = self.number(width - 1) if width else 0
        return value if value < spare or not width else value * 2 + self.number(1) - spare

    def gaps(self) -> list[int]:
        """Ascending numbers."""
        size = self.gamma() - 1
        k = self.number(_WIDTH) if size else 0
        numbers, last = [], -1
        for _ in range(size):
            last += self.rice(k) + 1
            numbers.append(last)
        return numbers

    def symbol(self, symbols: Mapping[str, int]) -> int:
        """A symbol in Huffman code."""
        begin = self._at
        while (code := self._bits[begin : self._at]) not in symbols:
            if self._at > len(self._bits):
                raise IndexError(begin)
            self._at += 1
        return symbols[code]

    def column(self, size: int) -> list[int]:
        """A list of numbers."""
        if not size:
            return []
        if self.number(1):
            symbols = {c: s for s, c in canonical(self._table()).items()}
            return [self._coded(symbols) for _ in range(size)]
        coded, parameter = self.number(1), self.number(_WIDTH)
        if coded:
            return [self.rice(parameter) for _ in range(size)]
        values: list[int] = []
        while len(values) < size:
            run = self.gamma()
            values += [self.number(parameter)] * run
        return values

    def _table(self) -> list[int]:
        return [self.number(4) for _ in range(self.number(6))]

    def _coded(self, symbols: Mapping[str, int]) -> int:
        symbol = self.symbol(symbols)
        if symbol < _PLAIN:
            return symbol
        digits = symbol - _PLAIN + _PLAIN.bit_length() - 1
        return 1 << digits | self.number(digits)


def join(parts: Iterable[str]) -> bytes:
    """Columns one after the other, as bytes."""
    return pack("".join(parts))
