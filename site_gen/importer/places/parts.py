"""What a place's name does in its sentence: whether it is where something happened.

A dateline says where the reporter sat, “the governor of Ghor” who spoke, “the road to Herat” where it
leads, “officials in Kabul” who governs.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from site_gen.importer.notation import regex
from site_gen.importer.places.asides import SUPPOSED, aside
from site_gen.importer.places.countries import SEATS
from site_gen.importer.places.namesakes import OFFICE_WORDS, river, road_or_river
from site_gen.importer.tense import tense
from site_gen.parsing.gazetteer import fold

if TYPE_CHECKING:
    from collections.abc import Sequence

Part = Literal[
    "scene", "office", "origin", "destination", "landmark", "government", "dateline", "plan"
]
"""What a name does in its sentence. Only a `scene` is a place of the event; an `office` (“the
governor of Ghor”) tells where, when nothing better does."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceMention:
    """One name of the gazetteer in the text."""

    line: int
    start: int
    end: int
    text: str
    provinces: tuple[str, ...]
    """Codes that the name can mean: several when it is ambiguous."""
    places: tuple[str, ...] = ()
    """Ids of places; empty when the province itself is named."""
    part: Part = "scene"
    typo: bool = False


_OFFICE_BEFORE = regex(
    r"\b(?:governors?|mayors?|council(?:l?or|man|woman|members?)?s?|lawmakers?|mps?|senators?|members? of parliament|"
    r"police chief|chief of police|commander|spokes(?:man|woman|person)(?= (?:of|for) )|elders?|representatives?|residents?|"
    r"director|head|deputy|journalist|teacher|farmer|trader|shopkeeper|member of the|bishop|officials?|lawmaker|deputy)"
    r"(?: (?:of|for|in|from|at))(?: the)?(?: (?:neighbou?ring|northern|southern|eastern|western|central|provincial))*"
    r"(?:(?: [\w-]+){0,2} (?:city|town|province|district|department|region) of)?(?: (?:provincial )?capital,?(?: of)?)? $",
    re.IGNORECASE,
)
_GOVERNMENT_BEFORE = regex(
    r"\b(?:government|(?:military|army|security|hospital|medical|aid|diplomatic|rebel|police) sources?|ministr(?:y|ies)|ministers?|officials?|authorities|president|"
    r"administration|diplomats?|ambassadors?|envoys?|consuls?|leaders?|spokes(?:man|woman|person)|command|think tank|junta|cabinet|"
    r"analysts?|bureau|correspondents?|stationed mainly|based|capital,?|Kabul-based|judges?|commanders|"
    r"authority|agency|commission|secretariat) (?:(?:mainly|also|back) )?(?:in|at) (?:occupied |besieged )?$"
    r"|\b(?-i:[A-Z])[\w-]+ \((?-i:[A-Z]{3,8})\) in $|\bbased (?:in|at) (?:(?-i:[A-Z])[\w'’-]+ ){0,2}(?-i:[A-Z])[\w'’-]+, $",
    re.IGNORECASE,
)
_SEAT_BEFORE = regex(
    r"\b(?:palace|parliament|embass(?:y|ies)|headquarters|institute|laborator(?:y|ies)|court) (?:in|at) $",
    re.IGNORECASE,
)
"""A building that speaks for those within where a country is governed; elsewhere it is only a building."""
_AT_THE_SEAT = regex(
    r"\b(?:outside|inside|near|close to|next to|opposite|at|around|landed|fell (?:on|in)|stormed|attacked|bombed|hit|struck|entered|besieged|seized|surrounded|guarding|picketed|devastated|damaged|destroyed|wrecked|shelled|set fire to|burned|burnt|marched (?:to|on)|(?:carried|brought|took)(?: [\w,]+){1,8} to|appeared (?:before|in)|lay(?: in state)? (?:in|at)|in front of|gathered (?:at|outside|before)|demonstrated (?:at|outside)|from (?=his|her|their))"
    r" ?(?:the |an? |his |her |their )?(?:\w+[ -]){0,3}(?:headquarters|ministry|palace|parliament|embassy|court|command) in (?:the )?$",
    re.IGNORECASE,
)
_COURT_BEFORE = regex(r"\b(?:[Cc]ourt|[Tt]ribunal|[Jj]udges?|[Jj]ury) in $")
_JUDGES_AFTER = regex(
    r" (?:(?:on \w+day|yesterday|has|have) )?(?:sentenced|jailed|annulled|convicted|acquitted|fined|struck down|ordered|found|freed|remanded)\b"
)
"""“A court in Abuja jailed”: where it sits, the sentence was passed."""
_GOVERNMENT_AFTER = regex(
    r"^(?: and [A-Z]\w+)?,? (?:sent|says?|said|denied|denies|insists?|wants|hopes|fears|"
    r"blamed|accused|announced|vowed|government|administration|embassy|regime|think tank|may collapse|"
    r"and planes|-based|-backed|calls|considers|regards|which (?:hopes|wants|says|fears|insists|denies|hoped|wanted))\b"
)
_ABOUT = regex(r"\b(?:of|over|near|around|through|outside) $")
"""“Those who fled to the port city of Aden say”, “a pilot who flew over Les Cayes said”: no government of it."""
_DESTINATION = regex(
    r"\b(?:(?:roads?|highways?|routes?|railways?|pipelines?|(?<!under )way|bus(?:es)?|flights?|trains?|convoys?|journey|trip|bound|leave|leaving|left|headed|heading|travel(?:l?ed|s|l?ing)?"
    r"|fl(?:ed|ee|eeing)|ran|gone|went|coming|go(?:ing)?|cross(?:ed|ing)?|drive|drove|moved?|escaped?|return(?:s|ed|ing)?|flew|flown|"
    r"evacuated|export(?:s|ed)|sold|shipped|smuggled|trucked|relocat(?:e|ed|ing)|transfer(?:red|ring)?|resettled?|airlifted|march(?:ed|ing)|walk(?:ed|ing)|pulled back|on the way|advanced)"
    r"(?: \w+){0,5}? (?:to|for|towards?)(?: the)?(?: neighbou?ring| nearby)?(?: (?:\w+ )?(?:city|town|province|department|fields|mines|port|camps|hub|centre|center|parts) of)?"
    r"|towards?(?:(?: the| (?-i:[A-Z])\w+['’]s) (?:north|south|east|west)\w* and)?(?: the)?|in the direction of(?: the)?|(?:boats?|ferr(?:y|ies)|trucks?|lorr(?:y|ies)|planes?|tickets?) (?:bound )?(?:to|for)|(?:carr(?:y|ies|ied|ying)|bring(?:s|ing)?|pump(?:s|ing)?|exports?|supplies|feeds|tak(?:es?|ing)) (?:(?-i:[a-z]+) ){1,8}(?:from [^.;,]{3,30} )?to(?: the| an?)?(?: (?-i:[a-z]+) (?:in|at|of))?) (?:(?-i:[A-Z])[\w-]+(?:, (?:and )?| and )){0,3}$",
    re.IGNORECASE,
)
_ROUTE = regex(
    r"\b(?:road|highway|route|railway|pipeline|flights?|traffic|line|trains?|bus(?:es)?|coach(?:es)?|ferry|ferries)(?: \w+)? (?:between|from|linking|connecting|joining|links|connects|joins) "
    r"(?:the )?(?:(?! (?:in|at|near) )[\w' -]){0,40}$",
    re.IGNORECASE,
)
_ORIGIN = regex(
    r"\b(?:(?:fled|flee(?:ing)?|escaped|come|came|comes|coming|arrived|returned|refugees|displaced|"
    r"driven|troops sent|natives?|born|(?<!was )(?<!were )(?<!was also )(?<!were also )report(?:ed|ing|s)|telephoned|flown|phone)"
    r"(?: \w+){0,2}? from|(?:nationals|natives|emigrants) of|fled|fleeing|(?:had|have|has) left|leaves|departs|(?:kilomet(?:er|re)s?|km|miles?) from)(?: the)?"
    r"(?: (?:neighbou?ring|nearby|(?:north|south|east|west)\w*|central))?(?: (?:city|town|province|districts?|village) of)? $",
    re.IGNORECASE,
)
_LANDMARK = regex(
    r"(?:(?:\b|[a-z])(?:north|south|east|west|northeast|northwest|southeast|southwest)(?:ern side)? of"
    r"|\bborder(?:s|ing|ed)?(?! (?:crossing|post|point|town|city|district|gate|village|area|outpost|checkpoint|guard|police)s?\b)"
    r"(?: (?!of\b|to\b|into\b)\w+){0,2}(?: with| between)?|\b(?:stretch\w*|extend\w*|ranging|running) from [^.;]{2,60} to|\bneighbou?r(?:ing|s)?(?: \w+){0,3} of|\bneighbou?rs?"
    r"|\b(?:kilomet(?:er|re)s?|km|miles?)(?: \w+)? (?:from|outside|to)|\badjoin(?:s|ing)|\bboundar(?:y|ies) with|\blike(?:ned)? to|\b(?:(?:most|second|third|[a-z]+est)\b[^.;,]{0,60} after|than any \w+ (?:after|but))|"
    r"\bdistance from|\bto (?:the|its) (?:north|south|east|west)(?:-?east|-?west)? (?:is|are|lies?|lay|stretche[sd]|begins?)\b[^.;,]*)(?: the)?(?: (?:city|town|province|port) of| (?:\w+ )?capital,?(?: of)?)? $",
    re.IGNORECASE,
)
_VISIT = regex(
    r"\b(?:send|sends|sent|sending|deploy\w*|fly|flying|dispatch\w*)\b[^.;]{0,40} to (?:the )?(?:\w+ (?:in|at|near) )?$"
    r"|\b(?:delegation|mission|envoy|council|minister|secretary|president)s? (?:was|were|is|are|has been|had been|arrived|"
    r"landed) in $"
    r"|\b(?:who|families|people|refugees|residents|civilians) (?:had |have )?(?:reached|arrived in|got to|made it to) $",
    re.IGNORECASE,
)
_STILL_FOUGHT = regex(
    r"(?: (?:[Ss]tate|[Pp]rovince|[Rr]egion|[Dd]epartment))?, where (?:an? |the )?(?:\w+ ){0,2}(?:fighting|clashes|battles?|war|conflict|feud|violence|unrest|protests?) (?:is|are|has|have|goes|go|continues?|rages?)\b"
)
"""“It borders Kachin State, where fighting is going on”: a scene of its own."""
_HOME_OF = regex(
    r"(?:['’]s)? (?:is|was|has been|remains) (?:the|a|an|its|their) (?:\w+ )?(?:birthplace|stronghold|heartland|cradle|seat of)\b"
)
_WITHIN = regex(
    r"\b[Ii]n the (?:far )?(?:north|south|east|west)\w*(?: part)? of(?: the)?(?: (?:city|province|town) of)? $"
    r"|\b[Ii]n (?:the )?neighbou?ring (?:\w+ )?(?:province|region|district|state|department) of $"
)
_WHERE_AFTER = regex(
    r", where (?!he|she|they|we|I\b|it\b)(?:[\w'’-]+,? ){1,12}?(?:have|has|had|were|was|killed|died|attacked|shot|fell|took|met|welcomed|received|greeted|waited|waits|landed|arrived|held|gathered|lay|stood)\b"
)
_SPOKEN_AT = regex(
    r"\b(?:told|speaking to|spoke to|addressing) (?:reporters|journalists|correspondents|a (?:news|press) (?:conference|briefing))"
    r"\b[^.;]{0,60} (?:in|at|near) $"
    r"|\bspoke (?:to|with) (?:(?-i:[A-Z])[\w' ]+|me|us|this \w+|the \w+)(?: by \w+)? (?:during|on|after|before) an? [\w ]{3,20} (?:in|at|from) $"
    r"|\b(?:news conference|press conference|interview|briefing)(?: \w+day)? (?:in|at|from) $"
    r"|\bsaid (?:on \w+day )?(?:in|at|from) $|\bin (?:comments|remarks|a (?:speech|visit|broadcast|statement)) (?:in|at|from|to) $",
    re.IGNORECASE,
)
_LEFT = regex(
    r"\b(?:withdr[ae]wn?|withdrawal|departure|exit|expulsion|cross(?:ed|ing) (?:the \w+ )?(?:in)?to|withdrawing|retreat\w*|evacuat\w+|retaken|recaptured|captured|"
    r"expelled|ousted|driven|fired|launched|reported|footage|videos?|images|news|results|votes)\b.{0,40}from(?: the)? $",
    re.IGNORECASE,
)
_SPEAKS = regex(
    r" (?:say|said|have|has|told|put|confirmed|assured|warned|ordered|promised|denied|refused|declared|announced|urged|advised|called (?:on|for)|asked|appealed|protested|blamed|rejected|welcomed)\b"
)
_OFFICE_AFTER = regex(
    r"(?:['’]s)?(?: (?:province|city|district|department|region|state|town|oblast|governorate|county))?(?:['’]s)? "
    r"(?:(?:provincial|deputy|acting|former|interim|city|district|town|local|police|hospital|occupation|military|civil|regional) )*([a-z]+)",
    re.IGNORECASE,
)
_SAYS_AFTER = regex(r"\b(?:said|says?|told|added|denied|confirmed|claimed|according)\b")
_BEEN_THERE = regex(
    r"^(?: (?:on|late|early|at) [\w. ]{2,25})?,? and (?:visited|met|toured|inspected|addressed|prayed|attended|asked|urged|told|spoke|announced|declared|promised|ordered|opened|inaugurated|imposed|pledged"
    r"|(?:sat|stood|lay) (?:down|in|outside|before)|gathered|protested|demonstrated|demanded|handed|laid)\b"
)
_USED_TO = regex(
    r"\bwho (?:\w+ )?(?:sold|lived|worked|ran|taught|farmed|kept|owned|studied|served)\b[^.;,]{0,40} (?:in|at|near) $"
)
_FROM = regex(
    r"\bfrom(?: the)?(?: (?:north|south|east|west|central)\w*)?(?: (?:city|town|province|district) of)? $"
)


def part_of(
    text: str,
    start: int,
    end: int,
    earlier: Sequence[PlaceMention],
    provinces: Sequence[str] = (),
) -> Part:
    """What the name between two offsets does in its sentence.

    Args:
        text: The paragraph.
        start: Offset of the name.
        end: Offset behind it.
        earlier: The names before it, in order.
        provinces: What the name can mean.
    """
    before, after = text[max(0, start - 90) : start], text[end : end + 60]
    sentence = re.split(r"(?<=[.!?])\s", before)[-1]
    if (
        (
            _LANDMARK.search(sentence)
            and not _WITHIN.search(sentence)
            and not _STILL_FOUGHT.match(after)
        )
        or _HOME_OF.match(after)
        or _beside(text, start, earlier)
    ):
        return "landmark"
    if road_or_river(sentence, after):
        return "landmark" if river(after) else "destination"
    at_seat = fold(text[start:end]) in SEATS
    if (beside := aside(text[start:end], sentence, after, at_seat=at_seat)) is not None:
        return beside
    if _DISMISSED.search(sentence):
        return "scene"
    if _is_office(sentence, after, text[end : end + 120]):
        local = re.search(
            r"(?i)\b(?:residents?|elders?|villagers|people|families|mayor|police chief|(?:hospital|city|council|town) \w+) (?:of|in) $",
            sentence,
        ) or re.match(r"(?:['’]s)? (?:mayor|city|residents?|hospital)\b", after)
        return "government" if at_seat and not local else "office"
    judged = _COURT_BEFORE.search(sentence) and _JUDGES_AFTER.match(after)
    if judged or _AT_THE_SEAT.search(sentence) or _CAPITAL_HIT.search(sentence):
        return "scene"
    governs = _GOVERNMENT_BEFORE.search(sentence) is not None
    if (
        governs
        or (at_seat and _SEAT_BEFORE.search(sentence))
        or (_GOVERNMENT_AFTER.match(after) and not _ABOUT.search(sentence))
        or re.search(r"(?<!\b[Ii]n )\bthe (?:Afghan |national )?capital,? $", before)
    ):
        inside = re.search(r"\bin $", sentence) and not governs
        return (
            "office"
            if (inside or (governs and _SPEAKS.match(after))) and not at_seat
            else "government"
        )
    if _SPOKEN_AT.search(sentence):
        at_desk = at_seat or sentence.endswith("at ")
        return "government" if at_desk else "office"
    if _WHERE_AFTER.match(text[end : end + 120]):
        return "scene"
    moving = _movement(sentence)
    if moving == "destination" and _BEEN_THERE.match(after):
        return "scene"
    if moving is not None:
        return moving
    if (tense(text[:end], start, end) == "future" and not SUPPOSED.search(sentence)) or re.match(
        r" (?:will|(?:is|are) (?:to|due to|expected to))\b", after
    ):
        return "plan"
    within = bool(earlier) and set(provinces) <= set(earlier[-1].provinces)
    return _as_before(text, start, earlier, within=within)


_DISMISSED = regex(
    r"\b(?:removed|dismissed|sacked|suspended|replaced)\b[^.;]{0,40}\b(?:governors?|mayors?|police chiefs?|commanders?) (?:of|in) (?:the )?$"
)
"""“He dismissed the governor of Ghor”: of Ghor that is news."""
_CAPITAL_HIT = regex(
    r"\b(?:hit|struck|rocked|shook|swept|flooded|inundated|reached|entered|stormed|seized|captured|took|overran|shelled|bombed|attacked|paraly[sz]ed|battered|"
    r"(?:parts|streets|suburbs|outskirts|much|most) of|across|outside|around) (?:also )?the (?:[\w’'-]+ )?capital,? (?:of )?$"
)
"""“The floods also hit the capital, Kabul”: the town, not who governs there."""


def _as_before(text: str, start: int, earlier: Sequence[PlaceMention], *, within: bool) -> Part:
    """The part that a name has from the one before it in a list: “the governors of Takhar, Baghlan and Zabul”."""
    if not earlier:
        return "scene"
    last = earlier[-1]
    between = text[last.end : start]
    if last.part in ("destination", "landmark", "origin", "government") and re.fullmatch(
        r"(?: [Pp]rovinces?)?,?(?: and| or| to)?(?: to)? ?(?:the )?", between
    ):
        return last.part
    if (
        last.part in ("destination", "landmark", "origin")
        and within
        and re.fullmatch(r",? in (?:the )?(?:neighbou?ring |nearby )?", between)
    ):
        return last.part
    return "scene"


def _beside(text: str, start: int, earlier: Sequence[PlaceMention]) -> bool:
    """“Bagram Air Base near Kabul”: the second name says where the first one is."""
    if not earlier or earlier[-1].part != "scene" or not earlier[-1].places:
        return False
    between = text[earlier[-1].end : start]
    return (
        re.fullmatch(
            r"(?: [A-Z]\w+| \w+ base| district| town| airport)*(?:, an? [^,.;]{3,40}|, the [^,.;]{3,40})?,? (?:just |right )?(?:near|outside|close to|not far from)(?: the city of)? ",
            between,
        )
        is not None
    )


def _is_office(sentence: str, after: str, far_after: str) -> bool:
    """Whether a name only says whose governor, council or police it is that speaks."""
    if _OFFICE_BEFORE.search(sentence):
        return True
    follow = _OFFICE_AFTER.match(after)
    return (
        follow is not None
        and follow[1].lower() in OFFICE_WORDS
        and _SAYS_AFTER.search(far_after) is not None
    )


def _movement(sentence: str) -> Part | None:
    """Whether a name is where somebody comes from or goes to; None when it is neither."""
    if any(pattern.search(sentence) for pattern in (_ORIGIN, _USED_TO)) or (
        _FROM.search(sentence) and not _LEFT.search(sentence)
    ):
        return "origin"
    if any(pattern.search(sentence) for pattern in (_VISIT, _DESTINATION, _ROUTE)):
        return "destination"
    return None
