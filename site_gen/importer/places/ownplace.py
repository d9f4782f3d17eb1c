"""What one paragraph by itself says of where it took place, from the parts that its names have."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal

from site_gen.importer.notation import regex
from site_gen.importer.places.continuity import THERE, TOWN_ANAPHOR
from site_gen.importer.places.countries import SEATS
from site_gen.importer.places.parts import PlaceMention
from site_gen.parsing.gazetteer import fold

if TYPE_CHECKING:
    from collections.abc import Sequence

Where = tuple[tuple[str, ...], tuple[str, ...]]
"""Codes of provinces, ids of places."""
Named = Literal["named", "office", "continued", "none"]
Own = tuple[Where, Named, tuple[PlaceMention, ...]]
"""What a paragraph itself says of its place."""
NOWHERE: Where = ((), ())


def own_place(here: Sequence[PlaceMention], text: str, sure: set[str]) -> Own:
    """What one paragraph itself says of its place."""
    how: Named = "named"
    scene = [m for m in here if m.part == "scene"]
    if (not scene and TOWN_ANAPHOR.search(text)) or THERE.search(text):
        scene += [
            m for m in here if m.part == "dateline" and (not scene or fold(m.text) not in SEATS)
        ]
    if not scene:
        scene = [m for m in here if m.part == "office"]
        how = "office"
    if not scene:
        scene = _road(here, text)
    if not scene and _DEED_ON_THE_WAY.search(text):
        scene = [m for m in here if m.part in ("destination", "origin")]
        how = "office" if scene else how
    if not scene:
        scene = _spoken_of_again(here, text)
    if not scene:
        scene = [
            m
            for m in here
            if m.part == "landmark" and _NEAR.search(text[: m.start]) and fold(m.text) not in SEATS
        ]
    codes: dict[str, None] = {}
    places: dict[str, None] = {}
    unclear: list[PlaceMention] = []
    local = {m.provinces[0] for m in here if len(m.provinces) == 1}
    for mention in scene:
        options = mention.provinces
        if len(options) > 1:
            narrowed = [c for c in options if c in local] or [c for c in options if c in sure]
            if len(narrowed) != 1:
                unclear.append(mention)
                continue
            options = (narrowed[0],)
        codes[options[0]] = None
        named = [p for p in mention.places if _of(p, options[0], mention)]
        places.update(dict.fromkeys(named[:1]))
    return (tuple(codes), tuple(places)), how, tuple(unclear)


def _road(here: Sequence[PlaceMention], text: str) -> list[PlaceMention]:
    """“The road from Sharana to Urgun was cut”: a road with both ends in one province is in it."""
    ends = [m for m in here if m.part in ("destination", "origin")]
    codes = {m.provinces for m in ends}
    road = re.search(r"\b(?:road|highway|route|bridge|railway|pipeline)s?\b", text)
    sure = len(codes) == 1 and len(ends[0].provinces) == 1
    return ends if road and sure and (len(ends) > 1 or _ONE_END.search(text)) else []


def _spoken_of_again(here: Sequence[PlaceMention], text: str) -> list[PlaceMention]:
    """“They fled to Ghazni. Hotels in the city are full”: “the city”, “there” is the town named just before.

    So is where something set out from, when nothing else is named.
    """
    for mention in reversed(here):
        if mention.part in ("destination", "origin", "plan") and (
            _AGAIN.search(text[mention.end :])
            or (mention.part == "origin" and _SET_OUT.search(text[: mention.start]))
        ):
            return [mention]
    return []


_DEED_ON_THE_WAY = regex(
    r"\b(?:ambush\w*|attack\w*|stopped|held up|robbed|seized|kidnapped|abducted|shot|killed|found|burned|clear\w*|overturned|collided|crashed|plunged)\b[^.;]{0,60}"
    r" on (?:the|its|his|her|their) (?:\w+ )?(?:road|highway|motorway|railway|way) (?:to|between|from) (?:the )?[A-Z]"
)
"""“Three buses were stopped on the road to Patikul”, when nothing else is named: near there, or where the story is."""
_AGAIN = regex(
    r"\b(?:in|of|around|outside|across) (?:the|that) (?:city|town|village|district|province)\b(?! of\b)"
    r"|\b(?:chief|mayor|governor|people|residents|officials|police|hospital|hospitals|market|prison|killed|shot|died|attacked) there\b"
    r"|\b(?:centre|center|camp|school|hotel|stadium|street|park|square|church|mosque|court|station|factory|university)s? there\b"
)
_SET_OUT = regex(
    r"(?<!had )\b(?:(?:set out|set off|started|took off|sailed|departed) from|leaves|departs) $"
)
_ONE_END = regex(
    r"\b(?:road|highway|route|railway) between [A-Z][\w-]+ and [A-Z]"
    r"|\b(?:road|highway|railway|pipeline) from [A-Z][\w-]+ to (?:[A-Z]|the (?:rest|outside|coast|border)\b)"
)
"""A road of which the gazetteer knows one end only."""
_NEAR = regex(
    r"\b(?:(?:(?:[12]?\d|30)|(?:two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty(?:-\w+)?|a dozen|a few|several|some)) ?(?:kilomet(?:er|re)s?|km)|(?:1?\d|two|three|four|five|six|ten|twelve|fifteen|a dozen|a few|several) miles?)(?: \([^()]+\))? (?:from|(?:to the )?(?:\w+ )?(?:north|south|east|west)\w*(?:ern side)? of|outside)"
    r"(?: the)?(?: (?:city|town) of)? $"
    r"|(?<!km )(?<!miles )(?<!kilometres )(?<!kilometers )\b(?:just |immediately )?(?:north|south|east|west)(?:-?east|-?west)? of $",
    re.IGNORECASE,
)
"""So near to a town that the place, which the gazetteer does not know, lies in its province."""


def _of(place: str, code: str, mention: PlaceMention) -> bool:
    """Whether a place's id belongs to the province that was chosen."""
    return len(mention.provinces) == 1 or mention.places.index(place) == mention.provinces.index(
        code
    )
