"""Numbers as bits: the codes of `docs/search-index.md`.

Lists of small numbers whose distribution is roughly geometric are within a few per cent of their
entropy in a Rice code, so that nothing is left for a server to compress.
"""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_WIDTH = 5
"""Bits that say how wide a value is, or the parameter of a Rice code."""


def gamma(number: int) -> str:
    """Elias gamma code of a number from 1 on."""
    digits = f"{number:b}"
    return "0" * (len(digits) - 1) + digits


def rice(number: int, k: int) -> str:
    """Rice code of a number from 0 on: the quotient by 2**k in unary, then k bits."""
    tail = f"{number & ((1 << k) - 1):0{k}b}" if k else ""
    return "0" * (number >> k) + "1" + tail


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
    """A list of numbers from 0 on, whose length the reader knows; in the shorter of two forms.

    As runs of equal values (bit 0, width, then run length in gamma and value), or each in a Rice
    code (bit 1, parameter).
    """
    if not values:
        return ""
    width = max(values).bit_length()
    runs = [(sum(1 for _ in group), value) for value, group in groupby(values)]
    in_runs = f"0{width:0{_WIDTH}b}" + "".join(
        gamma(size) + (f"{value:0{width}b}" if width else "") for size, value in runs
    )
    k = best_k(sum(values), len(values))
    if len(values) + sum(value >> k for value in values) + k * len(values) >= len(in_runs):
        return in_runs
    return "1" + f"{k:0{_WIDTH}b}" + "".join(rice(value, k) for value in values)


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

    def column(self, size: int) -> list[int]:
        """A list of numbers."""
        if not size:
            return []
        coded, parameter = self.number(1), self.number(_WIDTH)
        if coded:
            return [self.rice(parameter) for _ in range(size)]
        values: list[int] = []
        while len(values) < size:
            run = self.gamma()
            values += [self.number(parameter)] * run
        return values


def join(parts: Iterable[str]) -> bytes:
    """Columns one after the other, as bytes."""
    return pack("".join(parts))
