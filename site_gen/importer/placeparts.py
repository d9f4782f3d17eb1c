"""What a place's name does in its sentence: whether it is where something happened.

A dateline says where the reporter sat, “the governor of Ghor” who spoke, “the road to Herat” where it
leads, “officials in Kabul” who governs.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from site_gen.gazetteer import fold
from site_gen.importer.asides import SUPPOSED, aside
from site_gen.importer.capitals import SEATS
from site_gen.importer.roads import river, road_or_river
from site_gen.importer.tense import tense
from site_gen.importer.words import words

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
_OFFICE_BEFORE = re.compile(
    r"\b(?:governors?|mayors?|council(?:l?or|man|woman|members?)?s?|lawmakers?|mps?|senators?|members? of parliament|"
    r"police chief|chief of police|commander|spokes(?:man|woman|person)(?= (?:of|for) )|elders?|representatives?|residents?|"
    r"director|head|deputy|journalist|teacher|farmer|trader|shopkeeper|member of the|bishop|officials?|lawmaker|deputy)"
    r"(?: (?:of|for|in|from|at))(?: the)?(?: (?:neighbou?ring|northern|southern|eastern|western|central|provincial))*"
    r"(?:(?: [\w-]+){0,2} (?:city|town|province|district|department|region) of)?(?: (?:provincial )?capital,?(?: of)?)? $",
    re.IGNORECASE,
)
_GOVERNMENT_BEFORE = re.compile(
    r"\b(?:government|(?:military|army|security|hospital|medical|aid|diplomatic|rebel|police) sources?|ministr(?:y|ies)|ministers?|officials?|authorities|president|"
    r"administration|diplomats?|ambassadors?|envoys?|consuls?|leaders?|spokes(?:man|woman|person)|command|think tank|junta|cabinet|"
    r"analysts?|bureau|correspondents?|stationed mainly|based|capital,?|Kabul-based|judges?|commanders|"
    r"authority|agency|commission|secretariat) (?:(?:mainly|also|back) )?(?:in|at) (?:occupied |besieged |(?:rebel|government|opposition)-(?:held|controlled) )?$"
    r"|\b(?-i:[A-Z])[\w-]+ \((?-i:[A-Z]{3,8})\) in $|\bbased (?:in|at) (?:(?-i:[A-Z])[\w'’-]+ ){0,2}(?-i:[A-Z])[\w'’-]+, $",
    re.IGNORECASE,
)
_SEAT_BEFORE = re.compile(
    r"\b(?:palace|parliament|embass(?:y|ies)|headquarters|institute|laborator(?:y|ies)|court) (?:in|at) $",
    re.IGNORECASE,
)
"""A building that speaks for those within where a country is governed; elsewhere it is only a building."""
_AT_THE_SEAT = re.compile(
    r"\b(?:outside|inside|near|close to|next to|opposite|at|around|landed|fell (?:on|in)|stormed|attacked|bombed|hit|struck|entered|besieged|seized|surrounded|guarding|picketed|devastated|damaged|destroyed|wrecked|shelled|set fire to|burned|burnt|marched (?:to|on)|(?:carried|brought|took)(?: [\w,]+){1,8} to|(?:walked|went|drove|came|taken) to|appeared (?:before|in)|lay(?: in state)? (?:in|at)|in front of|gathered (?:at|outside|before)|demonstrated (?:at|outside)|from (?=his|her|their))"
    r" ?(?:the |an? |his |her |their )?(?:\w+[ -]){0,3}(?:headquarters|ministry|palace|parliament|embassy|court|command) in (?:the )?$",
    re.IGNORECASE,
)
_COURT_BEFORE = re.compile(r"\b(?:[Cc]ourt|[Tt]ribunal|[Jj]udges?|[Jj]ury) in $")
_JUDGES_AFTER = re.compile(
    r" (?:(?:on \w+day|yesterday|has|have) )?(?:sentenced|jailed|annulled|convicted|acquitted|fined|struck down|ordered|found|freed|remanded)\b"
)
"""“A court in Abuja jailed”: where it sits, the sentence was passed."""
_GOVERNMENT_AFTER = re.compile(
    r"^(?: and [A-Z]\w+)?,? (?:sent|says?|said|has (?:sent|said|denied|promised)|denied|denies|insists?|wants|hopes|fears|"
    r"blamed|accused|announced|vowed|government|administration|embassy|regime|think tank|and Washington|may collapse|"
    r"and planes|-based|-backed|calls|considers|regards|which (?:hopes|wants|says|fears|insists|denies|hoped|wanted))\b"
)
_DESTINATION = re.compile(
    r"\b(?:(?:roads?|highways?|routes?|railways?|pipelines?|(?:railway|power|supply|the) lines?|(?<!under )way|bus(?:es)?|flights?|trains?|(?:train|bus|ferry|air) services?|convoys?|journey|trip|bound|leave|leaving|left|headed|heading|travel(?:l?ed|s|l?ing)?"
    r"|fl(?:ed|ee|eeing)|ran|gone|went|coming|go(?:ing)?|cross(?:ed|ing)?|drive|drove|moved?|escaped?|return(?:s|ed|ing)?|flew|flown|"
    r"evacuated|export(?:s|ed)|sold|shipped|smuggled|trucked|relocat(?:e|ed|ing)|transfer(?:red|ring)?|resettled?|airlifted|march(?:ed|ing)|walk(?:ed|ing)|pulled back|on the way|advanced)"
    r"(?: \w+){0,5}? (?:to|for|towards?|into(?= neighbou?ring\b))(?: the)?(?: neighbou?ring| nearby)?(?: (?:\w+ )?(?:city|town|province|department|fields|mines|port|camps|hub|centre|center|parts) of)?"
    r"|towards?(?:(?: the| (?-i:[A-Z])\w+['’]s) (?:north|south|east|west)\w* and)?(?: the)?|in the direction of(?: the)?|(?:boats?|ferr(?:y|ies)|trucks?|lorr(?:y|ies)|planes?|tickets?) (?:bound )?(?:to|for)|(?:carr(?:y|ies|ied|ying)|bring(?:s|ing)?|pump(?:s|ing)?|exports?|supplies|feeds|tak(?:es?|ing)) (?:(?-i:[a-z]+) ){1,8}(?:from [^.;,]{3,30} )?to(?: the| an?)?(?: (?-i:[a-z]+) (?:in|at|of))?) (?:(?-i:[A-Z])[\w-]+(?:, (?:and )?| and )){0,3}$",
    re.IGNORECASE,
)
_ROUTE = re.compile(
    r"\b(?:road|highway|route|railway|pipeline|flights?|traffic|line|trains?|bus(?:es)?|coach(?:es)?|ferry|ferries)(?: \w+)? (?:between|from|linking|connecting|joining|links|connects|joins) "
    r"(?:the )?(?:(?! (?:in|at|near) )[\w' -]){0,40}$",
    re.IGNORECASE,
)
_ORIGIN = re.compile(
    r"\b(?:(?:fled|flee(?:ing)?|escaped|come|came|comes|coming|arrived|returned|refugees|displaced|reinforcements(?: \w+){0,2}|"
    r"driven|troops sent|natives?|born|(?<!was )(?<!were )(?<!was also )(?<!were also )report(?:ed|ing|s)|from our correspondent|telephoned|flown|phone)"
    r"(?: \w+){0,2}? from|(?:nationals|natives|emigrants) of|fled|fleeing|(?:had|have|has) left|(?:kilomet(?:er|re)s?|km|miles?) from)(?: the)?"
    r"(?: (?:neighbou?ring|nearby|(?:north|south|east|west)\w*|central))?(?: (?:city|town|province|districts?|village) of)? $",
    re.IGNORECASE,
)
_LANDMARK = re.compile(
    r"(?:(?:\b|[a-z])(?:north|south|east|west|northeast|northwest|southeast|southwest)(?:ern side)? of"
    r"|\bborder(?:s|ing|ed)?(?! (?:crossing|post|point|town|city|district|gate|village|area|outpost|checkpoint|guard|police)s?\b)"
    r"(?: (?!of\b|to\b|into\b)\w+){0,2}(?: with| between)?|\b(?:stretch\w*|extend\w*|ranging|running) from [^.;]{2,60} to|\bneighbou?r(?:ing|s)?(?: \w+){0,3} of|\bneighbou?rs?"
    r"|\b(?:kilomet(?:er|re)s?|km|miles?)(?: \w+)? (?:from|outside|to)|\badjoin(?:s|ing)|\bboundar(?:y|ies) with|\blike(?:ned)? to|\b(?:(?:most|second|third|[a-z]+est)\b[^.;,]{0,60} after|than any \w+ (?:after|but))|"
    r"\bdistance from|\bbirthplace of \w+ in)(?: the)?(?: (?:city|town|province|port) of| (?:\w+ )?capital,?(?: of)?)? $",
    re.IGNORECASE,
)
_STILL_FOUGHT = re.compile(
    r"(?: (?:[Ss]tate|[Pp]rovince|[Rr]egion|[Dd]epartment))?, where (?:an? |the )?(?:\w+ ){0,2}(?:fighting|clashes|battles?|war|conflict|feud|violence|unrest|protests?) (?:is|are|has|have|goes|go|continues?|rages?)\b"
)
"""“It borders Kachin State, where fighting is going on”: a scene of its own."""
_ITS_MIDDLE = re.compile(r"['’]s (?:bazaar|market|centre|center|airport|hospital|old town|main)\b")
"""“North of X's bazaar” is in X."""
_LIES = re.compile(
    r"\b[Tt]o (?:the|its) (?:north|south|east|west)(?:-?east|-?west)? (?:is|are|lies?|lay|stretche[sd]|begins?)\b[^.;,]*$"
)
"""“To the south are the plains of”: what lies round a place, not what happens there."""
_VISIT = re.compile(
    r"\b(?:send|sends|sent|sending|deploy\w*|fly|flying|dispatch\w*)\b[^.;]{0,40} to (?:the )?(?:\w+ (?:in|at|near) )?$"
    r"|\b(?:delegation|mission|envoy|council|minister|secretary|president)s? (?:was|were|is|are|has been|had been|arrived|"
    r"landed) in $"
    r"|\b(?:officials|delegations?|envoys|ministers|secretaries|diplomats)\b[^.;]{0,30} (?:pass\w*|been) through $",
    re.IGNORECASE,
)
_AIM = re.compile(
    r"\b(?:to|not) (?:enter|take|capture|seize|attack|storm|retake|recapture|march on|march into|bomb)(?: the)?"
    r"(?: (?:city|town|province) of)? $",
    re.IGNORECASE,
)
_WITHIN = re.compile(
    r"\b[Ii]n the (?:far )?(?:north|south|east|west)\w*(?: part)? of(?: the)?(?: (?:city|province|town) of)? $"
    r"|\b[Ii]n (?:the )?neighbou?ring (?:\w+ )?(?:province|region|district|state|department) of $"
)
_FIGHTS = re.compile(
    r"\b(?:(?:launched|began|started|mounted|resumed|pressed|stepped up|joined)\b[^.;]{0,60}|fought|fighting|battl\w+|struggl\w+|"
    r"operation|offensive|assault|push)(?: on \w+ \d+| on \w+day)? $",
    re.IGNORECASE,
)
"""What makes “to retake X” an event at X, and not an intention."""
_BEEN_THERE = re.compile(
    r"^(?: (?:on|late|early|at) [\w. ]{2,25})?,? (?:and|where (?:he|she|they)) (?:visited|met|toured|inspected|addressed|prayed|attended|asked|urged|told|spoke|announced|declared|promised|ordered|opened|inaugurated|imposed|pledged"
    r"|(?:sat|stood|lay) (?:down|in|outside|before)|gathered|protested|demonstrated|demanded|handed|laid)\b"
)
_HELD_UP = re.compile(
    r"(?:, [^,.;]{3,60},)? (?:was|were|has been|have been|had been) (?:stalled|halted|held up|pinned down|ambushed|bogged down|stopped|turned back|blocked|attacked|looted)\b"
)
"""“Troops sent to retake Kunduz were held up”: on the way, near it."""
_FLED = re.compile(
    r"(?<!who )\b(?:people|families|residents|civilians|villagers|households|inhabitants|thousands|hundreds|men|women|children)"
    r"(?: (?:have|had|has))?(?: already)? (?:fled|abandoned|left) $"
)
"""Who was there is the news; where they are now is not told."""
_DEPOT = re.compile(
    r"\bfrom (?:its|their|his|her|an?|the) (?:\w+ )?(?:warehouse|base|depot|headquarters|office|home|studio)s? (?:in|at|near) $"
)
_NEWS_FROM = re.compile(
    r"\b(?:[Rr]esults|[Vv]otes|[Bb]allots|[Tt]allies|[Ff]igures|[Nn]ews) from (?:the )?$"
)
"""“Results from Ghazni are late”: there they were cast."""
_FROM_A_CAMP = re.compile(
    r"\b(?:return\w*|c[ao]m(?:e|ing) (?:back|home)|moved|relocated|resettled)\b[^.;]* from (?:an? |the )?(?:[\w-]+ ){0,2}camps? in (?:the )?$"
)
_TAKEN_FROM = re.compile(
    r"\b(?:taken|seized|abducted|kidnapped|dragged|snatched|arrested|detained|evicted|removed)(?: \w+){0,2} from (?:its|their|his|her|an?|the) (?:\w+ )?(?:bases?|headquarters|offices?|homes?|houses?|studios?) (?:in|at|near) $"
)
"""“Taken from his home in Van”: that was done there."""
_BESIDE_A_SEAT = re.compile(
    r"\b(?:Washington|London|Moscow|Beijing|Paris|Brussels|Ankara|Tehran|Delhi|Islamabad|Riyadh|Cairo) and $"
)
"""“Washington and Kabul had signed”: governments."""
_OF_A_SEAT = re.compile(
    r"['’]s (?:[a-z]+ )?(?:shelling|forces|troops|soldiers|army|military|offensive|counter-?offensive|bombardment|invasion|air force|strategy|allies|envoys?|generals|demands?|position|claims?|authority|rule|writ|grip|control|relations|ties|policy|policies|rulers|backers)\b"
)
"""“Kyiv's shelling”: of the country's, wherever it hit."""
_USED_TO = re.compile(
    r"\bwho (?:\w+ )?(?:sold|lived|worked|ran|taught|farmed|kept|owned|studied|served)\b[^.;,]{0,40} (?:in|at|near) $"
)
_REACHED = re.compile(
    r"\b(?:who|families|people|refugees|residents|civilians) (?:had |have )?(?:reached|arrived in|got to|made it to) $",
    re.IGNORECASE,
)
_HOME_OF = re.compile(
    r"(?:['’]s)? (?:is|was|has been|remains) (?:the|a|an|its|their) (?:\w+ )?(?:birthplace|stronghold|heartland|cradle|seat of)\b"
)
_WHOSE_PEOPLE = re.compile(
    r"^ (?:school)?(?:girls|boys|students|pupils|victims|survivors|refugees|prisoners|hostages|captives|massacre|accords?|agreement)\b"
)
"""“In Abuja, mothers of the Chibok girls marched”: the second name says which girls."""
_WHERE_AFTER = re.compile(
    r", where (?!he|she|they|we|I\b|it\b)(?:[\w'’-]+,? ){1,12}?(?:have|has|had|were|was|killed|died|attacked|shot|fell|took|met|welcomed|received|greeted|waited|waits|landed|arrived|held|gathered|lay|stood)\b"
)
_ASKED_IN = re.compile(r"\b(?:wanted to know|demanded|complained|protested) (?:in|at) $")
_SPOKEN_AT = re.compile(
    r"\b(?:told|speaking to|spoke to|addressing) (?:reporters|journalists|correspondents|a (?:news|press) (?:conference|briefing))"
    r"\b[^.;]{0,60} (?:in|at|near) $"
    r"|\bspoke (?:to|with) (?:(?-i:[A-Z])[\w' ]+|me|us|this \w+|the \w+)(?: by \w+)? (?:during|on|after|before) an? [\w ]{3,20} (?:in|at|from) $"
    r"|\b(?:news conference|press conference|interview|briefing)(?: \w+day)? (?:in|at|from) $"
    r"|\bsaid (?:on \w+day )?(?:in|at|from) $|\bin (?:comments|remarks|a (?:speech|visit|broadcast|statement)) (?:in|at|from|to) $",
    re.IGNORECASE,
)
_LEFT = re.compile(
    r"\b(?:withdr[ae]wn?|withdrawal|departure|exit|expulsion|cross(?:ed|ing) (?:the \w+ )?(?:in)?to|withdrawing|retreat\w*|pull\w* (?:out|back)|evacuat\w+|retaken|recaptured|captured|"
    r"expelled|ousted|driven|fired|launched|report(?:s|ed)?|footage|videos?|images)\b.{0,40}from(?: the)? $",
    re.IGNORECASE,
)
_OFFICE_AFTER = re.compile(
    r"(?:['’]s)?(?: (?:province|city|district|department|region|state|town|oblast|governorate|county))?(?:['’]s)? "
    r"(?:(?:provincial|deputy|acting|former|interim|city|district|town|local|police|hospital|occupation|military|civil|regional) )*([a-z]+)",
    re.IGNORECASE,
)
_IN_ONE_OF = re.compile(r"\b(?:in|across|near) (?:the )?(?:[A-Z][\w’'-]+(?:, and | and |, ))*$")
_LOCAL_OFFICIALS = re.compile(
    r" (?:province|district|state)s? (?:local|security|health|government)\b"
)
"""“In Herat and Farah province local officials said”: a comma is lost."""
_SAYS_AFTER = re.compile(r"\b(?:said|says?|told|added|denied|confirmed|claimed|according)\b")
_SAYS_BEFORE = re.compile(r"\b(?:said|told|according to)\b[^.]{0,60}$")
_ELSEWHERE_BEFORE = re.compile(
    r"\b(?:gang|group|men|gunmen|militants|rebels|fighters|faction|bandits|militia|cell)s? (?:that|who|which) (?:had |have |has |also )?"
    r"(?:attacked|killed|raided|bombed|stormed|struck|abducted|seized)\b[^.;]{0,50}$"
)
"""“By the gang that attacked X on Saturday”: what else they did, and where."""
_ON_THE_WAY = re.compile(
    r"\bon (?:the|its|his|her|their) way (?:back |home )?to (?:an?|the|its|their|his|her) (?:[a-z-]+ ){1,3}(?:in|at|near) $"
)
_A_TOWN = re.compile(r"\b(?:city|town|port|port city) of $")
"""“Those who fled to the port city of Aden say”: no government."""
_OVER = re.compile(r"\b(?:over|near|around|through|outside) $")
"""“A pilot who flew over Les Cayes said”: no government of it speaks."""
_DEPARTS = re.compile(r"\b(?:leaves|departs) $")
"""“The canoe leaves Tumaco at first light”: as it does every day."""
_IF = re.compile(
    r"^[\"“]?If (?:the |an? )?(?:\w+ ){1,4}(?:takes?|falls?|captures?|loses?|lose|enters?|attacks?|seizes?|reach(?:es)?)\b[^,]*$"
)
"""“If the coalition takes the port of X”: nothing has happened there."""
_EMPLOYED = re.compile(r"\b(?:at|with|from|of|for) an? $")
_EMPLOYER = re.compile(
    r"(?:-based)? (?:[a-z]+ )?(?:university|college|think tank|institute|newspaper|magazine|daily|law firm|consultancy|research)\b"
)
"""“Who teaches at a Delhi university”: what somebody is, wherever they speak."""
_CAPITAL_AFTER = re.compile(r",? the (?:country['’]s |Afghan |national )?capital\b(?! of)")
_FACILITY = re.compile(
    r"(?:['’]s)? (?:[a-z]+ )?(?:institute|consulate|embassy|hospital|clinic|prison|jail|airport|university|college|school|hotel|church|mosque|temple|"
    r"market|museum|factory|plant|mine|base|police station|court|office)s?\b"
)
"""“Abducted from the Gusau hospital”: what was done was done there."""
_OFFICES = re.compile(
    r"\b(?:governors|mayors|police chiefs|lawmakers|senators|elders|officials|representatives|residents|deputies) (?:of|from|in|for) "
)
_FROM = re.compile(
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
            and not _ITS_MIDDLE.match(after)
            and not _STILL_FOUGHT.match(after)
        )
        or _LIES.search(sentence)
        or _HOME_OF.match(after)
        or _beside(text, start, earlier)
    ):
        return "landmark"
    if road_or_river(sentence, after):
        return "landmark" if river(after) else "destination"
    if re.match(r"(?:['’]s)?(?: (?:city|province|district))? border\b", after):
        return "scene"
    at_seat = fold(text[start:end]) in SEATS
    if (beside := aside(text[start:end], text, sentence, after, at_seat=at_seat)) is not None:
        return beside
    if _DISMISSED.search(sentence):
        return "scene"
    if _is_office(sentence, after, text[end : end + 120]):
        local = re.search(
            r"(?i)\b(?:residents?|elders?|villagers|people|families|mayor|police chief|(?:hospital|city|council|town) \w+) (?:of|in) $",
            sentence,
        ) or re.match(r"(?:['’]s)? (?:mayor|city|residents?|hospital)\b", after)
        return "government" if fold(text[start:end]) in SEATS and not local else "office"
    if _done_at_the_seat(sentence, after) or _CAPITAL_HIT.search(sentence):
        return "scene"
    if (
        _GOVERNMENT_BEFORE.search(sentence)
        or (_EMPLOYED.search(sentence) and _EMPLOYER.match(after))
        or (at_seat and _SEAT_BEFORE.search(sentence))
        or (
            _GOVERNMENT_AFTER.match(after)
            and not _A_TOWN.search(sentence)
            and not (not at_seat and _OVER.search(sentence))
        )
        or _CAPITAL_AFTER.match(after)
        or re.search(r"(?<!\b[Ii]n )\bthe (?:Afghan |national )?capital,? $", before)
        or (at_seat and (_BESIDE_A_SEAT.search(sentence) or _OF_A_SEAT.match(after)))
    ):
        seat = _CAPITAL_AFTER.match(after) or at_seat
        inside = re.search(r"\bin $", sentence) and not (
            _GOVERNMENT_BEFORE.search(sentence) or _SEAT_BEFORE.search(sentence)
        )
        of_its_own = re.match(r"(?:['’]s)? (?:government|administration)\b", after)
        speaks = _GOVERNMENT_BEFORE.search(sentence) and re.match(
            r" (?:say|said|have|has|told|put|confirmed|assured|warned|ordered|promised|denied|refused|declared|announced|urged|advised|called (?:on|for)|asked|appealed|protested|blamed|rejected|welcomed)\b",
            after,
        )
        return "office" if (inside or of_its_own or speaks) and not seat else "government"
    if _SPOKEN_AT.search(sentence):
        at_desk = at_seat or sentence.endswith("at ")
        return "government" if at_desk else "office"
    if _WHERE_AFTER.match(text[end : end + 120]) or _ASKED_IN.search(sentence):
        return "scene"
    if _of_another_event(sentence, after, text, earlier):
        return "landmark"
    moving = _movement(sentence, after)
    if moving == "destination" and (
        _BEEN_THERE.match(after)
        or _HELD_UP.match(text[end : end + 120])
        or ((aim := _AIM.search(sentence)) and _FIGHTS.search(sentence[: aim.start()]))
    ):
        return "scene"
    if moving is not None:
        return moving
    if (
        _IF.search(sentence)
        or (tense(text[:end], start, end) == "future" and not SUPPOSED.search(sentence))
        or re.match(r" (?:will|(?:is|are) (?:to|due to|expected to))\b", after)
    ):
        return "plan"
    within = bool(earlier) and set(provinces) <= set(earlier[-1].provinces)
    return _as_before(text, start, sentence, earlier, within=within)


_DISMISSED = re.compile(
    r"\b(?:removed|dismissed|sacked|suspended|replaced)\b[^.;]{0,40}\b(?:governors?|mayors?|police chiefs?|commanders?) (?:of|in) (?:the )?$"
)
"""“He dismissed the governor of Ghor”: of Ghor that is news."""
_CAPITAL_HIT = re.compile(
    r"\b(?:hit|struck|rocked|shook|swept|flooded|inundated|reached|entered|stormed|seized|captured|took|overran|shelled|bombed|attacked|paraly[sz]ed|battered|"
    r"(?:parts|streets|suburbs|outskirts|much|most) of|across|outside|around) (?:also )?the (?:[\w’'-]+ )?capital,? (?:of )?$"
)
"""“The floods also hit the capital, Kabul”: the town, not who governs there."""


def _done_at_the_seat(sentence: str, after: str) -> bool:
    """Whether something befell a building of the state, or its court passed a sentence."""
    return bool(
        _AT_THE_SEAT.search(sentence)
        or (_COURT_BEFORE.search(sentence) and _JUDGES_AFTER.match(after))
    )


def _as_before(
    text: str, start: int, sentence: str, earlier: Sequence[PlaceMention], *, within: bool
) -> Part:
    """The part that a name has from the one before it in a list: “the governors of Takhar, Baghlan and Zabul”."""
    if not earlier:
        return "scene"
    last = earlier[-1]
    between = text[last.end : start]
    if last.part in ("destination", "landmark", "origin", "government") and re.fullmatch(
        r"(?: [Pp]rovinces?)?,?(?: and| or| to)?(?: to)? ?(?:the )?", between
    ):
        return last.part
    if last.part == "office" and re.fullmatch(r",? and |, ", between) and _OFFICES.search(sentence):
        return "office"
    if (
        last.part in ("destination", "landmark", "origin")
        and within
        and re.fullmatch(r",? in (?:the )?(?:neighbou?ring |nearby )?", between)
    ):
        return last.part
    return "scene"


def _of_another_event(
    sentence: str, after: str, text: str, earlier: Sequence[PlaceMention]
) -> bool:
    """Whether a name only tells which people are meant, when the sentence has a place already."""
    if _ELSEWHERE_BEFORE.search(sentence) or _ON_THE_WAY.search(sentence):
        return any(m.part in ("scene", "office") for m in earlier)
    return _WHOSE_PEOPLE.match(after) is not None and any(
        m.part == "scene" and re.search(r"\b[Ii]n $", text[: m.start]) for m in earlier
    )


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
    if _IN_ONE_OF.search(sentence) and _LOCAL_OFFICIALS.match(after):
        return False
    return (
        follow is not None
        and follow[1].lower() in OFFICE_WORDS
        and bool(_SAYS_AFTER.search(far_after) or _SAYS_BEFORE.search(sentence))
    )


def _movement(sentence: str, after: str) -> Part | None:
    """Whether a name is where somebody comes from or goes to; None when it is neither."""
    if _FLED.search(sentence):
        return None
    if _TAKEN_FROM.search(sentence):
        return None
    departs = _DEPARTS.search(sentence) and not re.match(
        r"[^.;]{0,20}\b(?:\w+day|tomorrow)\b", after
    )
    if departs or any(p.search(sentence) for p in (_DEPOT, _ORIGIN, _USED_TO, _FROM_A_CAMP)):
        return "origin"
    if _FROM.search(sentence):
        if _FACILITY.match(after) or _NEWS_FROM.search(sentence):
            return None
        if not _LEFT.search(sentence):
            return "origin"
    if any(pattern.search(sentence) for pattern in (_VISIT, _REACHED, _AIM, _DESTINATION, _ROUTE)):
        return "destination"
    return None
