"""What the paragraphs of each scene have told: who was named there, and in which words.

A paragraph that names no place goes on with the scene before it, or goes back to an earlier one: it
speaks of somebody who was met there and nowhere else, or of “the bridge” that only stood there.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from site_gen.importer.dates.parts import MONTHS_LONG
from site_gen.importer.notation import regex, words

if TYPE_CHECKING:
    from collections.abc import Mapping

Return = Literal["", "name", "thing", "back"]
"""By what a paragraph goes back to an earlier scene; empty when it does not."""


@dataclass(slots=True)
class Told:
    """What the paragraphs of one scene have told so far, to see whether the next one is about the same."""

    names: set[str] = field(default_factory=set)
    people: set[str] = field(default_factory=set)
    """Names of those who were introduced there, and hold no office of the whole country."""
    words: set[str] = field(default_factory=set)
    counts: Counter[str] = field(default_factory=Counter)
    """Of how many paragraphs each of the words is."""
    paragraphs: int = 0

    def add(self, text: str) -> None:
        """Take in a paragraph."""
        self.paragraphs += 1
        self.names |= proper_names(text)
        self.people |= _people(text)
        content = content_words(text)
        self.words |= content
        self.counts.update(content)


_BACK = regex(r"^(?:Back (?:in|at|on|inside|to|outside)\b)")
_FIGURE = regex(r"^The ([a-z]{4,})\b(?! of\b)")
"""Whom a paragraph begins with."""
_DEFINITE = regex(
    r"\b(?:[Tt]he|[Tt]his|[Tt]hat|[Tt]hese|[Tt]hose|[Hh]is|[Hh]er|[Tt]heir|[Ii]ts) (?:\w+ )?([a-z]{4,})\b"
)


def definite(text: str) -> set[str]:
    """Stems of the nouns that a text takes for known: “the bridge”, “their boats”."""
    return {stem(m[1]) for m in _DEFINITE.finditer(text)}


def earlier_scene(
    text: str,
    here: tuple[str, ...],
    main: tuple[str, ...],
    memory: Mapping[tuple[str, ...], Told],
    *,
    chained: bool,
) -> tuple[tuple[str, ...], Return]:
    """The scene that a paragraph without a place goes back to, and by what; `here` when to none.

    Args:
        text: The paragraph, without the names that the gazetteer knows.
        here: The provinces named last.
        main: The province that the article is about.
        memory: What was told of each scene, by its provinces; `()` holds what was told of none.
        chained: Whether the paragraph before has a place.
    """
    names, things = set(_NAME.findall(text)), definite(text)
    now = memory.get(here, Told())
    known = bool(names & now.people) and not chained
    back = _BACK.match(text) is not None
    left = back and not chained and bool(things & now.words)
    best: tuple[tuple[str, ...], Return] = (here, "name" if known else "back" if left else "")
    most = len(things & now.words) if left else 0
    figure = {stem(m[1]) for m in _FIGURE.finditer(text)}
    for scene, told in memory.items():
        if not scene or scene == here:
            continue
        others = [more for other, more in memory.items() if other != scene]
        people = (names & told.people).difference(*(more.names | more.people for more in others))
        shared = (things & told.words) - now.words
        how: Return = "thing"
        known_from_there = {f for f in figure if told.counts[f] > 1}.difference(
            *(more.words for more in others)
        )
        if people or known_from_there:
            people |= known_from_there
            count, how = 10 * len(people) + len(shared), "name"
        elif back and (shared or scene == main):
            count, how = 1 + len(shared), "back"
        else:
            count = len(shared.difference(*(more.words for more in others)))
            if chained or known or count <= len(things & now.words):
                count = 0
        if count > most:
            best, most = (scene, how), count
    return best


_NAME = regex(r"(?<![\w-])[A-Z][\w’'-]+\w")
_INTRODUCED = regex(
    r"(?P<name>(?:[A-Z][\w’'-]+ (?:(?:al|el|bin|de|von|van|da)[ -])?)+[A-Z][\w’'-]+)"
    r"(?:, (?:an?|the|who|whose|\d\d?|his|her|from|aged)\b| (?:said|says|told|added|recalled|explained|holds?|has|had|was|is)\b|\.?[\"”]|['’]s\b)"
    r"|\b(?:said|says|told|added|recalled|named|called|to) (?P<after>(?:[A-Z][\w’'-]+ )+[A-Z][\w’'-]+)"
    r"|, (?P<role>(?:[A-Z][\w’'-]+\.? )+[A-Z][\w’'-]+),"
    r"|(?:Mr|Mrs|Ms|Dr|Capt|Col|Gen|Maj|Lt|Haji|Mallam|Malam|Umm|Abu)\.? (?P<titled>(?:[A-Z][\w’'-]+ )*[A-Z][\w’'-]+)"
)
_OF_THE_COUNTRY = regex(
    r"\b(?:[Pp]resident|[Mm]inister|[Ss]ecretary(?:-[Gg]eneral)?|[Ss]enator|[Kk]ing|[Qq]ueen|[Pp]ope|[Ee]nvoy|[Aa]mbassador|"
    r"analyst|[Cc]hancellor|[Cc]ongress\w+),?(?: [A-Z][\w’'-]+)*$"
)
_NO_PERSON = regex(
    r"(?:United|National?|Nations|Army|Front|Forces?|Party|Union|State|States|Government|Council|Court|Ministry|Movement|"
    r"Group|Agency|Cross|Crescent|Church|University|Hospital|School|Security|Defen[cs]e|Police|Liberation|Islamic|Rights|"
    r"International|Bank|Airport|Street|Road|Square|Hotel|Bridge|River|Lake|Mount|North\w*|South\w*|East\w*|West\w*|"
    r"Task|Border|Corps|Guard|Brigade|Battalion|Committee|Commission|Federal|Federation|Democratic|Republic|"
    r"The|But|And|In|On|At|For|Mr|Mrs|Ms|Dr|Capt|Col|Gen|Maj|Lt|Haji|General|Colonel|Captain|Major|Mayor|President|Minister|Sheikh|"
    r"\w+(?:ian|ish|ese|ans|ists?)s?|[A-Z]{2,})"
)


def _people(text: str) -> set[str]:
    """Parts of the names of the people whom a paragraph introduces."""
    found: set[str] = set()
    for match in _INTRODUCED.finditer(text):
        kind = match.lastgroup or "name"
        if _OF_THE_COUNTRY.search(text[: match.end(kind)]):
            continue
        parts = [re.sub(r"['’]s$", "", part) for part in match[kind].split()]
        if not any("xxx" in part for part in parts):
            found.update(
                p for p in parts if len(p) > 3 and p not in _NO_NAME and not _NO_PERSON.fullmatch(p)
            )
    return found


_NO_NAME = frozenset(
    (
        *MONTHS_LONG.split("|"),
        *words("""
    The A An In On At He She It They His Her Their We I But And However Meanwhile One Two Three Four Five Some Many Most
    All More By For From Afghan Afghanistan Taliban Monday Tuesday Wednesday Thursday Friday Saturday Sunday This That
    These Those There When After Before Since While If Police Officials Residents No Not Nobody According Mr Mrs Ms
    President Minister
    """),
    )
)
_COMMON = frozenset(
    words(
        """
    that this with from have been were they their them said says would could about after before when which while where
    more than also other into over only some most such there these those will what your between during under against
    since until year years week month people told according spokesman officials official government monday tuesday
    wednesday thursday friday saturday sunday
    """
    )
)


def proper_names(text: str) -> set[str]:
    """Capitalised words that are no common words at the beginning of a sentence."""
    found: set[str] = set()
    for match in re.finditer(r"(?<![\w-])[A-Z][a-z’'-]+\w", text):
        word = re.sub(r"['’]s$", "", match[0])
        begins = match.start() == 0 or re.search(r"[.!?\"“”] *[\"“”]?$", text[: match.start()])
        if word in _NO_NAME or "xxx" in word:
            continue
        if begins and not re.match(
            r"[A-Z][\w’'-]+ (?:[A-Z]|said|says|added|told|confirmed|denied)", text[match.start() :]
        ):
            continue
        found.add(word)
    return found


def content_words(text: str) -> set[str]:
    """Stems of the words that carry what is told."""
    return {
        stem(word.lower())
        for word in re.findall(r"[A-Za-z][a-z]{3,}", text)
        if word.lower() not in _COMMON
    }


def stem(word: str) -> str:
    """A word without its ending."""
    for ending in ("ing", "ers", "er", "ed", "es", "s"):
        if word.endswith(ending) and len(word) - len(ending) > 3:
            return word[: -len(ending)]
    return word
