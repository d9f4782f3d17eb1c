"""On which of several days something stands in a paragraph: on that of its own clause, or on none."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from site_gen.importer.notation import regex
from site_gen.importer.tense import sentences

if TYPE_CHECKING:
    from collections.abc import Sequence


@dataclass(frozen=True, slots=True, kw_only=True)
class Dated:
    """An expression of time in a paragraph."""

    start: int
    end: int
    day: str
    """What tells it from others: its value, or its words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Clause:
    start: int
    end: int
    days: tuple[str, ...]
    fronted: bool
    """Whether a day begins it: what follows is of that day until another one is named."""


_BOUNDARY = regex(
    r"[,;:] (?:(?:and|but|while|whereas|when|where|after|before|as|then|which|who) )?| [—–-]{1,2} |—"
    r"| (?:and|but|while|whereas|when|after|before|that) "
)
_BEFORE_FRONTED = regex(
    r"\W*(?:(?:and|but|then|early|late|later|earlier|already|only|again|also|on|in|at|by|since|from|until|during|the|this|last|that|both) ?)*",
    re.IGNORECASE,
)
_ONE_WORD = regex(r"(?: (?!and\b|but\b|to\b)[\w’'-]+)?(?: (?:on|in|at|by|early|late))? ?")


def day_of(
    text: str, start: int, end: int, dated: Sequence[Dated], *, speaks: bool = False
) -> str | None:
    """The day to which a part of a paragraph belongs.

    Args:
        text: The paragraph.
        start: Where the part begins.
        end: Where it ends.
        dated: The paragraph's expressions of time.
        speaks: Whether it is who tells of it: at the end of a sentence, of all that it says.

    Returns:
        A `day` of one of `dated`; "" when its sentence names none; None when that is not clear.
    """
    low, high = next(((a, b) for a, b in sentences(text) if a <= start <= b), (0, len(text)))
    here = sorted((d for d in dated if low <= d.start <= high), key=lambda d: d.start)
    days = {d.day for d in here}
    if len(days) < 2:
        return next(iter(days), "")
    clauses = _clauses(text, low, high, here)
    at = next(i for i, clause in enumerate(clauses) if clause.start <= start <= clause.end)
    own = set(clauses[at].days)
    if len(own) == 1:
        return own.pop()
    if own:
        return _beside(text, start, len(text[:end].rstrip()), here)
    if speaks and not any(clause.days for clause in clauses[at:]):
        return None
    return _carried(clauses, at)


def _clauses(text: str, low: int, high: int, dated: Sequence[Dated]) -> list[_Clause]:
    ends = [
        found.end()
        for found in _BOUNDARY.finditer(text, low, high)
        if not any(d.start < found.end() and found.start() < d.end for d in dated)
    ]
    starts = [low, *ends]
    result: list[_Clause] = []
    for a, b in zip(starts, [*starts[1:], high + 1], strict=True):
        inside = [d for d in dated if a <= d.start < b]
        fronted = bool(inside) and _BEFORE_FRONTED.fullmatch(text, a, inside[0].start) is not None
        days = tuple(d.day for d in inside)
        result.append(_Clause(start=a, end=b - 1, days=days, fronted=fronted))
    return result


def _carried(clauses: Sequence[_Clause], at: int) -> str | None:
    """The day of a clause that names none: one that began an earlier clause, or ends the next one."""
    before = next((c for c in reversed(clauses[:at]) if c.days), None)
    after = next((c for c in clauses[at + 1 :] if c.days), None)
    if before is not None:
        found = before.days if before.fronted else ()
        found = found if after is None or after.fronted or after.days == found else ()
    else:
        found = after.days if after is not None and not after.fronted else ()
    return found[0] if len(set(found)) == 1 else None


def _beside(text: str, start: int, end: int, dated: Sequence[Dated]) -> str | None:
    """The day right behind or before something: “from 3 on Monday to 5 on Tuesday”."""
    behind = {d.day for d in dated if d.start >= end and _ONE_WORD.fullmatch(text, end, d.start)}
    before = {d.day for d in dated if d.end <= start and not text[d.end : start].strip(" ,:")}
    found = behind or before
    return found.pop() if len(found) == 1 else None


def place_of(text: str, name: str, verb: str) -> tuple[int, int] | None:
    """Where in a paragraph somebody says something; None when that may be in several sentences."""
    last, first = name.split()[-1:], verb.split()[:1]
    found: list[tuple[int, int]] = []
    for low, high in sentences(text):
        sentence = text[low:high]
        names = [m.span() for m in re.finditer(rf"\b{re.escape(''.join(last))}", sentence)]
        verbs = [m.start() for m in re.finditer(rf"\b{re.escape(''.join(first))}\b", sentence)]
        if names and (verbs or not first):
            a, b = min(names, key=lambda at: min((abs(at[0] - v) for v in verbs), default=0))
            found.append((low + a, low + b))
    return found[0] if len(found) == 1 else None
