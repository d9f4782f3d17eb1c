"""What one paragraph by itself says of where it took place, from the parts that its names have."""

from __future__ import annotations

import itertools
import re
from typing import TYPE_CHECKING, Literal

from site_gen.gazetteer import fold
from site_gen.importer.capitals import SEATS
from site_gen.importer.continuity import THERE, TOWN_ANAPHOR
from site_gen.importer.placeparts import PlaceMention

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
    scene = _without_known_events([m for m in here if m.part == "scene"], text)
    if (not scene and TOWN_ANAPHOR.search(text)) or THERE.search(text):
        scene += [
            m for m in here if m.part == "dateline" and (not scene or fold(m.text) not in SEATS)
        ]
    if not scene:
        scene = [m for m in here if m.part == "office"]
        how = "office"
    if not scene:
        scene = _between(here, text) or _on_the_way(here, text) or _back_home(here, text)
        how = "office" if scene else how
    if not scene:
        scene = _road(here, text) or _spoken_of_again(here, text)
    if not scene:
        scene = [m for m in here if m.part == "origin" and _witness(text, m.start)]
        how = "office" if scene else how
    if not scene:
        scene = [
            m
            for m in here
            if m.part == "landmark"
            and _NEAR.search(text[: m.start])
            and fold(m.text) not in SEATS
            and not _WOULD.match(text[m.end :])
        ]
    scene += _and_in(here, text) if how == "named" and scene else []
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


def _and_in(here: Sequence[PlaceMention], text: str) -> list[PlaceMention]:
    """The office of “they sang for the mayors in A and in B, where it rained”: both are told of."""
    return [
        one
        for one, two in itertools.pairwise(here)
        if one.part == "office"
        and two.part == "scene"
        and re.fullmatch(r",? and (?:also )?in (?:the )?", text[one.end : two.start])
    ]


def _without_known_events(scene: list[PlaceMention], text: str) -> list[PlaceMention]:
    """The scenes without “the Gao bombing” that what happened in another province is only compared with."""
    rest = [
        m
        for m in scene
        if not (re.search(r"\b[Tt]he $", text[: m.start]) and _COMPARED.match(text[m.end :]))
    ]
    others = {m.provinces for m in rest} - {m.provinces for m in scene if m not in rest}
    return rest if others else scene


_COMPARED = re.compile(
    r" (?:\w+ )?(?:explosion|blast|bombing|attack|raid|massacre|shooting|killing|ambush|clash|siege)s?"
    r" (?:was|were|is|came|follow\w+) "
)


def _road(here: Sequence[PlaceMention], text: str) -> list[PlaceMention]:
    """“The road from Sharana to Urgun was cut”: a road with both ends in one province is in it."""
    ends = [m for m in here if m.part in ("destination", "origin")]
    codes = {m.provinces for m in ends}
    road = re.search(r"\b(?:road|highway|route|bridge|railway|pipeline)s?\b", text)
    sure = len(codes) == 1 and len(ends[0].provinces) == 1
    return ends if road and sure and (len(ends) > 1 or _ONE_END.search(text)) else []


def _on_the_way(here: Sequence[PlaceMention], text: str) -> list[PlaceMention]:
    """“Three buses were stopped on the road to Patikul”, when nothing else is named."""
    ends = [m for m in here if m.part == "destination"]
    return ends if len(ends) == 1 and on_the_way(text, ends[0].start) else []


def _back_home(here: Sequence[PlaceMention], text: str) -> list[PlaceMention]:
    """“Thirty families had returned to X from a camp in Y”, when nothing else is named: now they are in X."""
    return [m for m in here if m.part == "destination" and _CAME_HOME.search(text[: m.start])]


_CAME_HOME = re.compile(
    r"\b(?:famil(?:y|ies)|people|refugees|households|villagers|residents|thousands|hundreds|[a-z]{3,}ers)\b[^.;,]{0,30}"
    r"\b(?:returned|(?:come|came|gone|went) (?:back|home))(?: (?:back|home))? to (?:the )?$"
)


def on_the_way(text: str, start: int) -> bool:
    """Whether a name ends the road on which something was done to somebody."""
    return _DEED_ON_THE_WAY.search(text[:start]) is not None


_DEED_ON_THE_WAY = re.compile(
    r"\b(?:ambush\w*|attacked|stopped|held up|robbed|seized|kidnapped|abducted|shot|killed|found|burned|overturned|crashed)\b[^.;]{0,60}"
    r" on (?:the|its|his|her|their) (?:road|highway|way) to (?:the )?$"
)


def _between(here: Sequence[PlaceMention], text: str) -> list[PlaceMention]:
    """“Seized on the road between Gao and Mopti”: in one of the two, or in that where the story is."""
    ends = [m for m in here if m.part in ("destination", "origin")]
    apart = len({m.provinces for m in ends}) == len(ends) == 2
    return ends if apart and _ON_THE_ROAD.search(text) else []


def _spoken_of_again(here: Sequence[PlaceMention], text: str) -> list[PlaceMention]:
    """“They fled to Ghazni. Hotels in the city are full”: “the city”, “there” is the town named just before.

    So is where something set out from, when nothing else is named.
    """
    for mention in reversed(here):
        if mention.part in ("destination", "origin", "plan") and (
            (_AGAIN.search(text[mention.end :]) and not _ROAD.match(text[mention.end :]))
            or (mention.part == "origin" and _SET_OUT.search(text[: mention.start]))
        ):
            return [mention]
    return []


_AGAIN = re.compile(
    r"\b(?:in|of|around|outside|across) (?:the|that) (?:city|town|village|district|province)\b(?! of\b)"
    r"|\b(?:chief|mayor|governor|people|residents|officials|police|hospital|hospitals|market|prison|killed|shot|died|attacked) there\b"
    r"|\b(?:centre|center|camp|school|hotel|stadium|street|park|square|church|mosque|court|station|factory|university)s? there\b"
)
_ROAD = re.compile(r" (?:highway|road|motorway)\b")
_SET_OUT = re.compile(
    r"(?<!had )\b(?:(?:set out|set off|started|took off|sailed|departed) from|leaves|departs) $"
)
_ON_THE_ROAD = re.compile(
    r"\b(?:ambush\w*|attack\w*|seized|kidnapped|abducted|robbed|shot|killed|held up|stopped|clear\w*|overturned|collided|crashed|plunged)\b[^.;,]{0,60} the (?:\w+ )?(?:road|highway|motorway|railway) (?:between|from) [A-Z]"
)
"""What was done on a road between two provinces was done in one of them, or both."""
_ONE_END = re.compile(
    r"\b(?:road|highway|route|railway) between [A-Z][\w-]+ and [A-Z]"
    r"|\b(?:road|highway|railway|pipeline) from [A-Z][\w-]+ to (?:[A-Z]|the (?:rest|outside|coast|border)\b)"
)
"""A road of which the gazetteer knows one end only."""
_NEAR = re.compile(
    r"\b(?:(?:(?:[12]?\d|30)|(?:two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty(?:-\w+)?|a dozen|a few|several|some)) ?(?:kilomet(?:er|re)s?|km)|(?:1?\d|two|three|four|five|six|ten|twelve|fifteen|a dozen|a few|several) miles?)(?: \([^()]+\))? (?:from|(?:to the )?(?:\w+ )?(?:north|south|east|west)\w*(?:ern side)? of|outside)"
    r"(?: the)?(?: (?:city|town) of)? $"
    r"|(?<!km )(?<!miles )(?<!kilometres )(?<!kilometers )\b(?:just |immediately )?(?:north|south|east|west)(?:-?east|-?west)? of $",
    re.IGNORECASE,
)
"""So near to a town that the place, which the gazetteer does not know, lies in its province."""


_WOULD = re.compile(r"[^.;]{0,40}\b(?:would|will) be\b")
_WITNESS = re.compile(
    r"\b(?:said|says|recalled) (?:an?|one|another) (?:\w+ ){1,3}(?:who|, who) (?:had )?(?:came|come|fled|escaped|arrived|walked)"
    r"(?: \w+)? from $"
)


def _witness(text: str, start: int) -> bool:
    """“‘They marked our doors,’ said a trader who came from X”: that was in X."""
    return text[:1] in '"“' and _WITNESS.search(text[:start]) is not None


def _of(place: str, code: str, mention: PlaceMention) -> bool:
    """Whether a place's id belongs to the province that was chosen."""
    return len(mention.provinces) == 1 or mention.places.index(place) == mention.provinces.index(
        code
    )
