"""People and papers who bear the name of a place: “Abdullah Wardak”, and after that only “Mr Wardak”, “Wardak”.

A gazetteer cannot tell them from their provinces, but an article introduces them once, with a
title, a role or an age; from then on the bare name is theirs, unless a preposition or a word such as
“province” claims it for the place.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from site_gen.gazetteer import fold
from site_gen.importer.regex import regex

if TYPE_CHECKING:
    from collections.abc import Iterable

TITLES = (
    r"(?:Mr|Mrs|Ms|Dr|Gen|Col|Maj|Lt|Capt|Brig|Sgt|Prof|Rev|Hon|General|Colonel|Major|Lieutenant|Captain|Brigadier|Sergeant|"
    r"Commander|Professor|Sheikh|Shaikh|Mullah|Mawlawi|Maulvi|Mawlavi|Maulana|Haji|Hajji|Hajj|Sardar|Malik|Ustad|Qari)\.?"
)
_TITLED = regex(rf"\b{TITLES} (?:[A-Z][\w'’-]+ ){{0,3}}?(?P<name>[A-Z][\w'’-]{{2,}})")
_INTRODUCED = regex(
    r"(?<![\w-])(?!(?:In|At|Near|From|On|Outside|Around|Inside|To|For|The|By|And|But) )(?:[A-Z][\w-]+ )+(?P<name>[A-Z][\w-]{2,})"
    r"(?:, (?:an? (?:former|senior|local|member|spokes\w+|officer|commander|lawmaker|teacher|farmer|shopkeeper|student|doctor|resident)"
    r"|the (?:former |deputy |acting |provincial |district |then )*(?:governor|mayor|minister|commander|chief|head|spokes\w+|president|leader)"
    r"|who\b|whose\b|\d\d\b|his\b|her\b)| (?:said|says|told|added)\b)"
)
_OF_THE_PLACE = regex(
    r"(?:\b(?:in|of|from|near|at|to|into|across|around|outside|inside|through|throughout|for|over)|"
    r"\b(?:northern|southern|eastern|western|central|north\w+|south\w+)) (?:the )?$",
    re.IGNORECASE,
)
_KIND_AFTER = regex(
    r"(?:['’]s)? (?:[Pp]rovince|[Pp]rovincial|[Cc]ity|[Dd]istrict|[Tt]own|[Rr]egion|[Oo]blast|[Ss]tate|[Gg]overnorate|[Cc]ounty)\b"
)


def namesakes(paragraphs: Iterable[tuple[int, str]]) -> frozenset[str]:
    """Last words of the names of the people whom a text introduces, folded."""
    found: set[str] = set()
    for _, text in paragraphs:
        for pattern in (_TITLED, _INTRODUCED):
            found.update(
                fold(m["name"])
                for m in pattern.finditer(text)
                if not _KIND_AFTER.match(text[m.end("name") :])
            )
    return frozenset(found)


def means_namesake(text: str, start: int, end: int, people: frozenset[str]) -> bool:
    """Whether a place's name means one of these people where it stands, or a paper: “told The Irrawaddy”.

    No place has a capital article within a sentence.
    """
    if re.search(r"(?<=[a-z,] )The $", text[:start]):
        return True
    return (
        fold(text[start:end]) in people
        and not _OF_THE_PLACE.search(text[:start])
        and not _KIND_AFTER.match(text[end:])
    )
