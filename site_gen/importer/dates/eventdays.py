"""Days that only say of which happening is spoken: “two days before the March 9, 2005 flood”, “a candidate in the 2004 election”."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from site_gen.importer.dates.pieces import COUNT
from site_gen.importer.notation import regex

if TYPE_CHECKING:
    import re

    from site_gen.importer.dates.parts import Context

_COUNTED_FROM = regex(
    rf"\b{COUNT} (?:days?|weeks?|months?|years?) (?:before|after) (?P<the>the (?:deadly |fatal |devastating )?)?$"
)
_NO_NOUN = (
    "and|or|in|at|by|to|for|on|of|when|that|which|who|as|he|she|they|it|was|were|had|has|have|is|are|an?|the|after|before"
    "|with|from|but|said|until|through|while|because|into|near|will|would|could|may|might|saw|brought"
)
_HAPPENING = regex(rf" (?!(?:{_NO_NOUN})\b)[a-z][a-z-]+")
_ATTACKS_OF_2001 = regex(
    r" the (?:(?:(?:September|Sept\.?) 11(?:th)?|11(?:th)? (?:of )?September),?(?: 2001,?)? (?:terror(?:ist)? )?attacks?|9/11)\b"
)


def is_counted_from(found: re.Match[str], text: str) -> bool:
    """Whether a day only names the happening from which something counts: “two days before the March 9, 2005 flood”."""
    before = text[max(0, found.start() - 60) : found.start()]
    counted = _COUNTED_FROM.search(before)
    if counted is None or not (counted["the"] or found[0].startswith("the ")):
        return False
    return found[0].endswith(("attack", "attacks")) or (
        _HAPPENING.match(text, found.end()) is not None
    )


def named_happening(context: Context, end: int) -> date | None:
    """The day in the name of the happening that is told of right behind “two days before”."""
    text = context.text
    attacks = _ATTACKS_OF_2001.match(text, end)
    if attacks is not None:
        return date(2001, 9, 11)
    named = _THE_DAY.match(text, end)
    if named is None or _HAPPENING.match(text, named.end()) is None:
        return None
    return context.following


_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?"
_THE_DAY = regex(
    rf" the (?:deadly |fatal |devastating )?(?:{_MONTH} \d{{1,2}}|\d{{1,2}} {_MONTH})(?:,? (?:1[5-9]|20)\d\d,?)?(?= )"
)
_NAMED = regex(r"\b(?:[Tt]he|[Aa]n?) $")
_AT_THAT_TIME = regex(
    r"\b(?:[Ii]n|[Ss]ince|[Aa]fter|[Dd]uring|[Tt]hrough|[Bb]efore|[Uu]ntil|[Bb]y) (?:the|an?) $"
)
_ELECTION = regex(
    r" (?:presidential|parliamentary|legislative|general|gubernatorial|provincial|municipal) (?:election|vote|race|primary)\b(?! (?:was|had|took|is|has)\b)"
)


def names_a_happening(found: re.Match[str], text: str) -> bool:
    """Whether a year only says which one: “the 2009 uprising”, “a 2010 ceasefire”, “in 2004 presidential election”."""
    before = text[: found.start("y1")]
    if _NAMED.search(before):
        return not _AT_THAT_TIME.search(before) and bool(_HAPPENING.match(text, found.end()))
    return before.endswith("in ") and _ELECTION.match(text, found.end()) is not None
