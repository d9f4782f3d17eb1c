"""Who and what bears the name of a place without being it: people, streets, roads and rivers.

“Farah Karimi” and, once “Karim Logar, a former mayor” was introduced, the bare “Logar” are people, “Mombasa Road”
is a street, “the Kabul highway” is called by where it leads, “the Niger River” by where it comes from.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from site_gen.importer.notation import regex, words
from site_gen.parsing.gazetteer import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

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


OFFICE_WORDS = frozenset(
    words(
        """
    governor mayor council councillor councilor councilman member lawmaker parliamentarian mp
    senator official officials police chief commander spokesman spokeswoman spokesperson
    provincial elder elders resident residents hospital head director teacher farmer trader
    shopkeeper journalist doctor activist representative lawyer deputy authorities
    administration prosecutor ombudsman bishop priest department office
    """
    )
)

KINDS = r"(?:province|district|region|department|state|city|town|village|oblast|governorate|valley|area|county)"
_DIRECTIONS = frozenset(
    words(
        """
    the in at near of from to and or for by around outside inside northern southern eastern
    western central north south east west northeast northwest southeast southwest northeastern
    northwestern southeastern southwestern greater upper lower a an on that across between into
    toward towards through throughout with as when while after before his her their its our this
    where is was who said saying meanwhile but both neighboring neighbouring nearby city town
    village district province region department old new afghan malian colombian rural
    monday tuesday wednesday
    thursday friday saturday sunday january february march april may june july august september
    october november december
    """
    )
)


_FOLLOW_OK = regex(
    rf"(?i)^(?:{KINDS}s?|islands?|peninsula|municipality|township|governor|province|provincial|mayor|council|police|airport|airfield|air|border|crossing|university|"
    r"prison|hospital|road|highway|and|river|bridge|base|pass|council|chief|commander|bazaar|afghanistan|mali|colombia|"
    r"north|south|east|west|customs|port|dry|garrison|resident|residents|officials?|"
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|may|june|july|august|september|october|november|december)$"
)


_STREET = regex(r" (?:Street|Avenue|Lane|Way|Boulevard|Road)\b")


def in_longer_name(
    words: Sequence[tuple[int, int, str]],
    at: int,
    length: int,
    text: str,
) -> bool:
    """Whether the name is part of somebody's or something's longer name (“Farah Karimi”)."""
    start, end = words[at][0], words[at + length - 1][1]
    before = words[at - 1] if at else None
    after = words[at + length] if at + length < len(words) else None
    if text[end - 2 : end] in ("'s", "’s") or ROAD_AFTER.match(text[end:]):
        return False
    if _STREET.match(text[end:]) and not re.search(r"\bthe $", text[:start]):
        return True
    joined_after = (
        after is not None
        and text[end : after[0]] in (" ", "-")
        and text[after[0]].isupper()
        and not _FOLLOW_OK.match(after[2])
        and after[2] not in OFFICE_WORDS
    )
    lead = ""
    if before is not None and text[before[1] : start] in (" ", "-", " al-", " ul-", " ur-"):
        lead = text[before[0] : before[1]]
    capital_before = bool(lead) and lead[0].isupper() and fold(lead) not in _DIRECTIONS
    if capital_before and before is not None and not re.search(r"['’]s$", lead):
        sentence_start = before[0] == 0 or re.search(
            r"[.!?…:][\"”’)]*\s+[\"“‘(]?$", text[: before[0]]
        )
        if fold(lead) in OFFICE_WORDS or re.fullmatch(KINDS, fold(lead)):
            return False
        if not sentence_start:
            # “Afghan Herat”, “Taliban-held Kunduz” are places; “Mohammad Farah” is a man.
            return not re.search(r"(?:an|ban|ish|ese|held|controlled)$", lead) and length == 1
    preposition = bool(lead) and fold(lead) in (
        "in",
        "near",
        "at",
        "outside",
        "around",
        "inside",
        "across",
    )
    return joined_after and not preposition and length == 1


_ROAD_NAMED = regex(
    r"(?:[–—-](?-i:[A-Z])[\w-]+)? (?:highway|motorway|expressway|trunk road|(?-i:road))\b(?! (?:bomb|block|accident|crash|side))",
    re.IGNORECASE,
)
"""“On the Kabul highway”: a road is called by the town that it leads to."""
_RIVER = regex(r"(?: and (?:the )?[A-Z]\w+)? [Rr]ivers?\b(?! (?:[Vv]alley|[Bb]ank))")
ROAD_AFTER = regex(r"^\s?[–—-]\s?[A-Z][\w-]+ (?:road|highway|route|railway|motorway)\b")
_ROAD_BEFORE = regex(r"[A-Z][\w-]+\s?[–—-]\s?$")


def road_or_river(sentence: str, after: str) -> bool:
    """“The Ansongo–Gao road”, “on the Kabul highway”, “the Niger River”: called by what is elsewhere."""
    return bool(
        ROAD_AFTER.match(after)
        or (
            _ROAD_BEFORE.search(sentence)
            and re.match(r" (?:road|highway|route|railway|motorway)\b", after)
        )
        or (_ROAD_NAMED.match(after) and re.search(r"\bthe $", sentence))
        or river(after)
    )


def river(after: str) -> bool:
    """Whether a river is meant that is called by a place."""
    return _RIVER.match(after) is not None
