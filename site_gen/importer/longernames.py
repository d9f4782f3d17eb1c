"""Names of places within longer names: somebody's (“Farah Karimi”), a street's (“Mombasa Road”)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from site_gen.gazetteer import fold
from site_gen.importer.placeparts import OFFICE_WORDS
from site_gen.importer.regex import regex
from site_gen.importer.roads import ROAD_AFTER
from site_gen.importer.words import words

if TYPE_CHECKING:
    from collections.abc import Sequence

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
