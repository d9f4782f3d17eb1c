"""Whether a paragraph that names no place of its own goes on with the scene before it.

No single word decides that: “the village” and a speaker who is quoted again speak for it, a look at
the whole country, at past years or at what governments say against it. So each such cue has a name
and a weight, and their sum decides. The weights are those of a logistic regression over labelled
articles, made by tests/bench/fit_continuity.py, which also measures it on articles left out.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from site_gen.importer.dates.parts import MONTHS_LONG
from site_gen.importer.notation import regex, words
from site_gen.importer.places.continuityweights import WEIGHTS
from site_gen.importer.places.countries import COUNTRY
from site_gen.importer.places.told import Return, Told, content_words, definite, proper_names
from site_gen.importer.tense import IRREGULAR

if TYPE_CHECKING:
    from collections.abc import Mapping

_DAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_MONTH = rf"(?:{MONTHS_LONG})"
_NO_DEED = (
    r"said|told|has|have|says?|according to|since|been|added|confirmed|noted|asserted|denied|claimed|declared|stated|wounded|gone|"
    r"taken|fallen|seen|known|called|named|identified|believed|based|armed|united|need|indeed|hundred|used|led|backed"
)

HARM = regex(
    r"\b(?:killed|toll|casualties|deaths|wounded|injured|hurt|dead|died|bodies|explosives|bomber|shot|escaped|arrested|seized|rescued|recovered|freed|destroyed|buried|lost|burnt|attack(?:ed|s)?|fighting|clash(?:es|ed)?|shelling|burned)\b",
    re.IGNORECASE,
)
THERE = regex(
    r"\b(?:the|this|that) (?:city|town|village|district|province|valley)\b(?! of\b)"
    r"|\b(?:dead|killed|wounded|deaths|authorities|people|fighting|residents|villagers|officials|rebels|soldiers|troops|police|doctors|families|survivors|fighters|farmers) there\b",
    re.IGNORECASE,
)
TOWN_ANAPHOR = regex(
    r"\b[Tt]his (?:\w+ ){0,2}(?:town|city|village|province|district|region|settlement|outpost|port|harbou?r|island|hamlet)\b"
)
OTHER_TOWN = regex(
    r"\b(?:town|city|province|region|state|department) of (?!the\b)[A-Z]"
    r"|\b(?<![Tt]he )(?<!from )(?!The|This|That|His|Her|Its|Their|Our|No|One|Each|Every|Capital|Islamic)[A-Z][a-z]+ "
    r"(?:[Cc]ity|[Pp]rovince|[Rr]egion|[Ss]tate|department)\b"
    r"|\b(?:the capital of|across the border in) (?!the\b|x)[A-Z]"
)
"""A town or province that the gazetteer does not know."""
_THE_THING = regex(
    r"\b(?:the|this|that|his|her|their|its) (?:\w+ )?(?:town|city|village|district|province|region|department|area|base|prison|"
    r"jail|airport|hospital|clinic|attack|assault|explosion|blast|bomb(?:ing)?|siege|battle|raid|clash(?:es)?|killings?|"
    r"operation|offensive|deaths|crossing|compound|bazaar|market|mosque|school|hotel|victims?|attackers?|dead|wounded|"
    r"bodies|militants|insurgents|gunmen|fighters|governor|mayor|guards|soldiers|house|garden|shop|bridge|site|scene|pit|rubble|flood|quake|landslide|incident|fighting|bus|car|vehicle|convoy|graves?|camp)\b"
    r"|^(?:(?:deputy|provincial|district) )?(?:governor|mayor|police chief)\b"
    r"|\b(?:residents?|survivors?|eyewitness(?:es)?|witness(?:es)?|villagers|neighbou?rs|shopkeepers?)\b"
    r"|\bthe same (?!day|time|week|month|year)\w+\b|\b(?:hospital|clinic|provincial (?!capital)\w+)\b",
    re.IGNORECASE,
)
_CUES = {
    "the thing": _THE_THING,
    "there": THERE,
    "this town": TOWN_ANAPHOR,
    "other town": OTHER_TOWN,
    "begins elsewhere": regex(
        r"^(?:In|At|Near|Outside|Around) (?:nearby )?(?!(?:The|A|An|His|Her|Its|Their|This|That|All|One|Two|Three|Some|Many|"
        rf"Mr|Mrs|{_MONTH}|{_DAY})\b)[A-Z][a-z]+\b(?! (?:said|told)|(?: [A-Z]\w+)? (?:Barrage|Dam|Bridge|Hospital|Airport|Square|Stadium|University|School|Mosque|Church|Market)\b)"
        r"|\b(?:met|meets|meeting|summit|conference)\b[^.;,“”\"]{0,30} in (?:Washington|New York|London|Paris|Brussels|Geneva|Vienna|Moscow|Doha|Oslo|Berlin|Rome|Cairo|Addis Ababa)\b"
    ),
    "abroad": regex(
        r"\b(?:Washington|White House|Pentagon|United States|U\.S\.|US|Americans?|United Nations|UN|U\.N\.|NATO|Nato|EU|Brussels|Paris|London|Moscow|Doha|Qatar|Security Council|donors?|Congress|Europe(?:an)?|international|foreign|coalition)\b"
    ),
    "the country": regex(
        r"\b(?:the (?:whole |entire |war-\w+ |troubled |divided )?country(?!['’]s (?:second |third )?(?:\w+est|main|only)\b)|nation(?:wide|al|'s|’s)|[Cc]ountrywide|the war|the region)\b"
    ),
    "national": regex(
        r"\b(?:[Pp]resident(?:ial)?|[Pp]rime [Mm]inister|(?<![Cc]hief )[Mm]inisters?|[Mm]inistry|[Pp]arliament|junta|cabinet|[Ss]enate|[Ss]tate (?:television|TV|media)|[Ss]upreme [Cc]ourt)\b"
    ),
    "government": regex(
        r"\b[Gg]overnments?\b(?! (?:\w+ )?(?:forces|troops|soldiers|buildings?|offices?|institutes?|compounds?|convoys?|vehicles?|employees|workers))"
    ),
    "talks": regex(
        r"\b(?:talks|negotiat\w+|(?<!enemies of )peace|election|vote|campaign|deal|agreement|accord|sanctions|visit)\b"
    ),
    "long time": regex(
        r"\b(?:in recent (?:years|months|weeks|days)|(?:since|between|by) (?:\w+ )?(?:19|20)\d\d|"
        rf"[Ss]ince (?:mid-|early |late |last )?(?:{_MONTH}|spring|summer|autumn|winter)|this year|so far|recently|\w+ years?(?: of)? (?:war|conflict|fighting|insurgency)|decades?|\d+-year)\b"
    ),
    "habit": regex(
        r"\b(?:often|frequent\w*|usual\w*|regular\w*|typical\w*|routinely|commonly|generally|normally|daily|stepped up|intensified|surged|increas\w+|spread\w*|escalat\w+|plagued|(?:most(?:ly)?|\w+ly|are|is) (?:common\w*|used)|grown|growing|ris(?:en|ing)|bloodiest|deadliest|worst)\b"
    ),
    "perfect": regex(
        r"\b(?:have|has) (?:\w+ )?(?:been|\w+ed|become|grown|taken|risen|fallen|lost|made|gone)\b"
    ),
    "earlier year": regex(
        rf"\b(?:[Ll]ast (?:year|month)|(?:in|of) (?:{_MONTH} )?(?:19|20)\d\d|years? (?:ago|earlier)|months? (?:ago|earlier))\b"
    ),
    "a country": COUNTRY,
    "asks": regex(r"^[^\"“”]*\?$"),
    "local": regex(
        r"\b(?:residents?|police(?:man|men)?|doctors?|nurses?|hospital|clinic|mayor|governor|provincial|district|villagers?|witness(?:es)?|survivors?|elders?|neighbou?rs?|shopkeepers?|local|rescuers?|relatives?)\b"
    ),
    "pronoun says": regex(
        r"\b(?:[Hh]e|[Ss]he|[Tt]hey|[Ii]t) (?:also )?(?:said|says|added|told|adds|recalled|explained|identified)\b"
    ),
    "begins with pronoun": regex(r"^(?:He|She|They|It|His|Her|Their)\b"),
    "institution": regex(
        r"\b(?:Pentagon|Kremlin|[Gg]enerals|[Aa]mbassadors?|[Ee]mbass(?:y|ies)|[Ee]nvoys?|[Dd]iplomats?|[Aa]nalysts?|[Oo]bservers|[Cc]ease-?fire|[Tt]ruce|"
        r"[Ee]lections?|[Aa]lliance|African Union|[Hh]umanitarian|(?<!of )[Mm]ission|[Tt]elevision|TV|[Ff]oreign|[Ii]nternational|[Ww]orld|[Ff]ederal|[Ss]ecretary|(?<![Tt]heir )(?<![Ii]ts )[Ll]eaders?)\b"
    ),
    "time of day": regex(
        r"\b(?:soon after(?:wards)?|hours? (?:later|after|earlier|before)|again|that (?:day|night|morning|evening)|the same (?:day|night|evening)|"
        r"(?:at|before|after|until) (?:noon|dawn|dusk|night|nightfall|midnight|sunset)|by (?:noon|dawn|dusk|nightfall|midnight)|in the (?:morning|afternoon|evening|night)|overnight|afterwards|"
        r"(?:next|following) (?:day|morning)|\d ?[ap]\.?m\b|o['’]clock)\b"
    ),
    "first person": regex(r"\b(?:we|I|our|us|my)\b"),
    "begins elsewhere in the news": regex(
        r"^(?:Meanwhile|Separately|Nation-?wide|[Ee]lsewhere(?! in (?:the|this) (?:\w+ )?(?:city|town|district|province|state|region)\b)|In (?:a separate|another) (?:incident|attack|development|operation))\b"
    ),
    "many places": regex(
        r"\b(?:several|many|most|all|various|other|three|four|five|six|large|\d+) (?:\w+ )?(?:provinces|cities|parts of|regions|states|countries)\b|\bthe (?:northern|southern|eastern|western|central) (?:half|provinces|regions|parts?)\b|['’]s (?:far )?(?:north|south|east|west)\b"
    ),
    "plural": regex(
        r"^(?:[A-Z][a-z]+ )?(?:(?:[a-z-]+ ){0,2})?(?:[Aa]ttacks|[Mm]ilitants|[Ii]nsurgents|[Bb]ombs|[Bb]ombings|[Ff]ighters|[Vv]iolence|[Kk]illings|[Ff]orces|[Tt]roops|[Rr]ebels|[Gg]roups|[Dd]evices|[Ss]oldiers)\b"
    ),
}
_SPREAD = regex(
    r"\b(?:across|parts of|around the country|throughout|separate|nationwide|elsewhere|(?:[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Ss]everal|many|dozens of|\d+) (?:\w+ )?(?:attacks|bombings|provinces|cities|towns|districts|villages|states|regions)|\d+ hours)\b"
)
"""What happened in more than one place."""
_OF_THE_COUNTRY = regex(
    r"\b(?:north|south|east|west|centre|center)\w* of the country\b"
    r"|\b(?:the country|[A-Z]\w+)['’]s (?=(?:\w+ )?(?:north|south|east|west|centre|center|central)\w*\b)"
)
TWO_THINGS = regex(
    r"\b(?:two|twin|both|separate|a pair of) (?:\w+ ){0,3}(?:attacks|bombings|bombs|blasts|explosions|raids|incidents|clashes|ambushes|operations|"
    r"shootings|provinces|regions|states|cities|towns)\b",
    re.IGNORECASE,
)
"""“Two attacks in the south”: in both of the provinces that the article then tells of."""
SEVERAL_PLACES = regex(
    r"\b(?:in|at|on) (?P<count>two|three|four|five) (?:[\w-]+ ){0,2}(?!years|months|weeks|days|hours)[a-z]+s\b"
)
"""“At three kitchens of the country”: in as many provinces, if so many are named."""
_SOMEWHERE = regex(
    r"\b(?:an?|another|one|[A-Z]\w+['’]s (?:main|largest|biggest|second|most)) (?:[\w-]+ ){0,2}?"
    r"(?:provinces?|cit(?:y|ies)|towns?|villages?|districts?|regions?|prison|hospital|mosque|market|school|mine|camp|church|checkpoint|base|north|south|east|west)\b"
    r"|\b(?:central|(?:north|south)?-?(?:east|west)ern|northern|southern|(?:north|south)-?(?:east|west)) (?!half|part|of\b)[A-Za-z]|\bthe [A-Z]\w+ (?:desert|highlands|coast|mountains|plateau)\b|['’]s (?:far )?(?:north|south|east|west)"
    r"|\bin the (?:country['’]s )?(?:\w+ )?(?:(?:north|south)?-?(?:east|west|north|south)|centre|center|interior)\b"
)
"""“A village in the east”: which, the article says next."""
_OF_GOVERNMENTS = frozenset({"abroad", "national", "government"})
_SAID_LAST = regex(r",[^,.;“”\"]{3,90}\bsa(?:id|ys)(?: (?:on )?\w+day)?\.$")
_PAST = regex(r"\b(?:was|were|had|did|came|went|took|began|\w{3,}ed)\b")
_EPISODE = regex(
    rf"(?<!\bhas )(?<!\bhave )(?<!\bare )(?<!\bis )(?<!\bbe )(?<!\bbeen )\b(?!(?:{_NO_DEED})\b)(?:{IRREGULAR}|[a-z]{{2,}}ed)\b"
)
"""Something done once: a plain past that is not only somebody's saying so."""
_BACKGROUND = frozenset(
    name.replace("_", " ")
    for name in words(
        """
        abroad national government a_country the_country earlier_year long_time habit perfect no_past
        many_places plural talks
        """
    )
)
"""Cues of what is no scene but what lies behind it; a paragraph without any most likely goes on."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Situation:
    """Where the story stands when a paragraph without a place begins."""

    since: int
    """Paragraphs since a place was named."""
    chained: bool
    """Whether the paragraph before has a place."""
    alone: bool
    """Whether the article has told of one province only so far."""
    several: bool
    """Whether several provinces were named last."""
    main: bool
    """Whether the province named last is the one that the article begins with."""
    beside: bool
    """Whether the paragraph tells of something beside a place of another province."""
    away: bool
    """Whether it names another province, though not as its place."""
    to_come: bool
    """Whether it tells of plans only."""
    left: int
    """Paragraphs after it; the last ones of a longer report tell the background."""
    length: int
    """Paragraphs of the article."""
    returns: Return = ""
    """By what the paragraph goes back to an earlier scene, if it does."""
    early: bool = False
    """Whether the place is named only after the paragraph, the article's first."""
    provinces: int = 0
    """Provinces that the whole article names as places of what it tells."""
    more_to_come: bool = True
    """Whether a province other than the scene's is named after the paragraph."""


def goes_on(
    text: str, situation: Situation, told: Told, weights: Mapping[str, float] = WEIGHTS
) -> bool:
    """Whether a paragraph is of the scene before it.

    Args:
        text: The paragraph, without the names that the gazetteer knows.
        situation: Where the story stands.
        told: What the scene has told so far.
        weights: Cue → weight; other than the table's for fitting.
    """
    found = cues(text, situation, told)
    certain = settled(found)
    if certain is not None:
        return certain
    return round(sum(weights.get(cue, 0.0) for cue in found), 6) > 0  # in whatever order of the set


def without_speaker(text: str) -> str:
    """A paragraph without who said it at its end, which tells nothing of where it was."""
    return _SAID_LAST.sub("", text)


def of_governments(text: str) -> bool:
    """Whether a text tells of governments, theirs or others', of talks, or of long stretches of time."""
    told_by_nobody = without_speaker(text)
    return any(
        _CUES[name].search(told_by_nobody)
        for name in (*_OF_GOVERNMENTS, "talks", "long time", "habit", "the country")
    )


def _of_the_whole_country(found: frozenset[str]) -> bool:
    """“Six hundred were killed across the country last year”, with nothing in it of the scene."""
    return (
        bool(found & {"the country", "many places"})
        and "before it is named" not in found
        and not found & {"there", "the thing", "this town", "local", "refers back", "quote"}
    )


def settled(found: frozenset[str]) -> bool | None:
    """What one cue settles whatever the others say; None when they have to be weighed."""
    if found & {"other town", "begins elsewhere", "begins elsewhere in the news"} or (
        "beside" in found and "there" not in found
    ):
        return False
    if "to come elsewhere" in found:
        return False  # “The flood will reach X”: of here nothing is told
    if "asks" in found or _of_the_whole_country(found):
        return False
    if found >= {"habit", "no past", "plural"} and not found & {"there", "the thing", "this town"}:
        return False  # “Roadside bombs are the weapon most commonly used”
    if found & {"returns", "leads to the next"}:
        return True
    if "chained" not in found:
        return None
    if "this town" in found:
        return True
    if "to come" in found:
        return None
    if "there" in found:
        return (
            None if found & {"abroad", "national", "government", "the country", "talks"} else True
        )
    if "begins with pronoun" in found and found & {"pronoun says", "near"}:
        return (
            None
            if found
            & {"abroad", "habit", "long time", "no past", "government", "the country", "plural"}
            else True
        )
    return None


def cues(text: str, situation: Situation, told: Told) -> frozenset[str]:
    """The names of everything that speaks for or against going on."""
    told_by_nobody = without_speaker(text)
    found = {
        name
        for name, pattern in _CUES.items()
        if pattern.search(told_by_nobody if name in _OF_GOVERNMENTS else text)
    }
    quote = text[:1] in '"“'
    refers_back = bool(found & {"begins with pronoun", "pronoun says"})
    names, content = proper_names(text), content_words(text)
    told_at_the_end = (
        situation.length > 4
        and not quote
        and not refers_back
        and not names & told.people
        and situation.returns in ("", "thing")
    )
    now = {
        "always": True,
        "near": situation.since == 1,
        "far back": situation.since >= 3,
        "chained": situation.chained,
        "chained and alone": situation.chained and situation.alone,
        "main": situation.main,
        "beside": situation.beside,
        "to come": situation.to_come and not quote,
        "to come elsewhere": situation.to_come and situation.away and not quote,
        "last": told_at_the_end and situation.left == 0,
        "near the end": told_at_the_end and situation.left <= 2,
        "quote": quote,
        "quote goes on": quote and situation.chained,
        "refers back": situation.chained and refers_back,
        "told of long": told.paragraphs > 2,
        "no past": not _PAST.search(text),
        "long habit": bool(found & {"habit", "long time"}) and "perfect" in found,
    }
    now["name again"] = bool(names & told.names)
    now["new names only"] = bool(names) and not names & told.names
    now["nothing shared"] = not content & told.words
    now["much shared"] = len(content & told.words) > 0.3 * len(content)
    now["episode"] = bool(_EPISODE.search(told_by_nobody))
    now["definite"] = bool(definite(text) & told.words)
    now["definite and chained"] = now["definite"] and situation.chained
    now["returns"] = situation.returns == "back"
    now["before it is named"] = situation.early
    now["one province"] = one = situation.provinces == 1
    now["no other to come"] = not one and not situation.more_to_come
    found |= {name for name, holds in now.items() if holds}
    if situation.early:
        found.discard("a country")
        if _leads_on(found, text, situation):
            found.add("leads to the next")
    return frozenset(found | _against(found))


def _leads_on(found: set[str], text: str, situation: Situation) -> bool:
    """“A bomb killed five in eastern Afghanistan”: where, is said next."""
    happening = (
        found & {"episode"}
        or HARM.search(text)
        or ("perfect" in found and "long habit" not in found)
    )
    if situation.length - situation.left > 2 or not happening:
        return False
    if situation.several and (TWO_THINGS.search(text) or SEVERAL_PLACES.search(text)):
        return True
    told = _OF_THE_COUNTRY.sub("", without_speaker(text))
    of_all = _CUES["the country"].search(told) or _CUES["many places"].search(told)
    return bool(_SOMEWHERE.search(text) and not _SPREAD.search(text) and not of_all)


def _against(found: set[str]) -> set[str]:
    """How much speaks of what lies behind the scene: nothing at all, or more than one cue."""
    count = len(found & _BACKGROUND)
    if count:
        return {"much against"} if count > 1 else set()
    chained = {"chained, nothing against"} if "chained" in found else set()
    return {
        "nothing against",
        *chained,
        *({"episode goes on"} if chained and "episode" in found else ()),
    }
