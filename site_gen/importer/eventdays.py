"""Days that only say of which happening is spoken: “two days before the March 9, 2005 flood”, “a candidate in the 2004 election”."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

from site_gen.importer.datewords import COUNT

if TYPE_CHECKING:
    from site_gen.importer.dateparts import Context

_COUNTED_FROM = re.compile(
    rf"\b{COUNT} (?:days?|weeks?|months?|years?) (?:before|after) (?P<the>the (?:deadly |fatal |devastating )?)?$"
)
_HAPPENING = re.compile(
    r" (?!(?:and|or|in|at|by|to|for|on|of|when|that|which|who|as|he|she|they|it|was|were|had|has|have|is|are|an?|the|after|before|with|from|but|said|until|through|while|because|into|near)\b)"
    r"[a-z][a-z-]+"
)
_ATTACKS_OF_2001 = re.compile(
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
_THE_DAY = re.compile(
    rf" the (?:deadly |fatal |devastating )?(?:{_MONTH} \d{{1,2}}|\d{{1,2}} {_MONTH})(?:,? (?:1[5-9]|20)\d\d,?)?(?= )"
)
_SOMEBODY = (
    r"\b(?:candidates?|contenders?|challengers?|nominees?|hopefuls?|running[- ]mates?|rivals?|opponents?|runner-up|runners-up)\b"
    r"(?: (?:of|for|to|against) [\w’' -]{2,40}?)? (?:in|of|for|at) (?:the )?$"
)
_STOOD_IN = re.compile(_SOMEBODY)
_ELECTION = re.compile(
    r" (?:presidential|parliamentary|legislative|general|provincial|local|gubernatorial|municipal|national|federal)? ?(?:elections?|polls?|vote|race|ballot|primary|primaries)\b"
)
_NO_ARTICLE = re.compile(r"\b[Ii]n $")
_ONE_ELECTION = re.compile(
    r" (?:presidential|parliamentary|legislative|general|gubernatorial|provincial|municipal) (?:election|vote|race|primary)\b(?! (?:was|had|took|is|has)\b)"
)


def names_an_election(found: re.Match[str], text: str) -> bool:
    """Whether a year only says who somebody is: “his rival in the 2004 presidential election”, “in 2004 presidential election”."""
    before = text[max(0, found.start("y1") - 90) : found.start("y1")]
    if _STOOD_IN.search(before) and _ELECTION.match(text, found.end()):
        return True
    return _NO_ARTICLE.search(before) is not None and (
        _ONE_ELECTION.match(text, found.end()) is not None
    )
