"""Which name a misspelt one must mean: near misses of hand and ear, and nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

R = TypeVar("R")

SHORTEST, SHORT, LONG, LONGEST = 4, 6, 8, 60
"""Letters of the shortest name that can be misspelt; from which on a consonant may be lost; from
which on two edits may be made; and above which a text is no name."""

_VOWELS = frozenset("aeiouyاویه")
_SILENT = _VOWELS | {"h"}
_ALIKE = "kqgcx wvou sz td bp jz hk fp کق تط سصث زذضظ حه غق"
"""Letters of one sound in two transliterations."""
_BESIDE = (
    "qw we er rt ty yu ui io op as sd df fg gh hj jk kl zx xc cv vb bn nm "
    "qa wsz edx rfc tgv yhb ujn ikm ol"
)
"""Neighbours on the keyboard."""
_RELATED = tuple(map(frozenset, f"{_ALIKE} {_BESIDE}".split()))


def _swap(one: str, other: str) -> int:
    """What one letter in place of another costs."""
    if one in _VOWELS and other in _VOWELS:
        return 1
    return 1 if any(one in group and other in group for group in _RELATED) else 2


def _extra(word: str, index: int, *, short: bool) -> int:
    """What the letter `word[index]` costs when the other word lacks it."""
    letter = word[index]
    slight = letter in _SILENT or letter in word[max(index - 1, 0) : index]
    return 2 if short and not slight else 1


def distance(one: str, other: str, limit: int) -> int:
    """How far two keys are apart: weighted edits; `limit + 1` stands for anything above `limit`.

    An edit counts one where a hand or an ear slips: two letters swapped, a letter too many or too
    few, one in place of another that sounds alike or lies beside it. It counts two otherwise, and
    for a consonant too many or too few in a short word. Plain edit distance puts “Taliban” one step
    from “Taliqan”, and “Ghani” one from “Ghazni”.
    """
    short = min(len(one), len(other)) < SHORT
    before: list[int] = []
    above = [0]
    for j in range(len(other)):
        above.append(above[-1] + _extra(other, j, short=short))
    for i, a in enumerate(one):
        lack = _extra(one, i, short=short)
        row = [above[0] + lack]
        for j, b in enumerate(other):
            # Equal letters, too, may be cheaper told as one too many: the second t of “Heratt” costs
            # one as a doubled letter, the first would cost two.
            best = min(
                above[j + 1] + lack,
                row[j] + _extra(other, j, short=short),
                above[j] + (0 if a == b else _swap(a, b)),
            )
            if i and j and a != b and a == other[j - 1] and b == one[i - 1]:
                best = min(best, before[j - 1] + 1)
            row.append(best)
        if min(row) > limit:
            return limit + 1
        before, above = above, row
    return min(above[-1], limit + 1)


def nearest(key: str, known: Mapping[str, Iterable[R]]) -> tuple[R, ...]:
    """The records whose key is nearest to `key`; none when the nearest is not near."""
    if not SHORTEST <= len(key) <= LONGEST:
        return ()
    limit = 1 if len(key) < LONG else 2
    near: dict[R, int] = {}
    for other, records in known.items():
        if (
            abs(len(other) - len(key)) > limit
            or len(other) < SHORTEST
            or _swap_first(key, other) > 1
        ):
            continue
        far = distance(key, other, limit)
        if far <= limit:
            near |= dict.fromkeys(records, far)
            limit = far
    return tuple(record for record, far in near.items() if far == limit)


def _swap_first(one: str, other: str) -> int:
    """How far two first letters are apart: mistakes are rare there, except K for Q."""
    return 0 if one[0] == other[0] or one[:2] == other[1::-1] else _swap(one[0], other[0])
