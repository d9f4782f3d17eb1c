"""What a noun phrase names: a person with a role, a body, or whoever else can speak.

“Ministry spokesman Rahim Stanekzai” is a name and a role, “the Red Crescent” a body, “my sister” a
phrase; “he” and “the next day” are nobody.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from site_gen.importer.notation import regex
from site_gen.importer.speakers.sayings import SAY

if TYPE_CHECKING:
    from collections.abc import Sequence

_PRONOUN = regex(
    r"^(?:he|she|it|they|we|i|you|(?-i:[Ww]ho)|which|that|this|these|those|there|what|one(?=$| (?:who|was|had|has|is)\b)|both(?! [a-z]+s\b)|some(?! (?:[a-z-]+ )?(?:[a-z]+[^s]s|[a-z]*(?:men|women|people))$| (?:\w+ )?(?:residents|officials|witnesses|elders|lawmakers|analysts))|many|others|other(?! (?:[a-z]+ )?[a-z]{2,}s\b| [a-z]*men\b| [a-z]*women\b| people\b)|nobody|no one|his|her|"
    r"their|its|all|none|most|few|several|another|everyone|everybody|somebody|someone|whoever)\b",
    re.IGNORECASE,
)
NAME_WORD = r"(?:[A-Z][\w'’]*[a-zà-öø-ÿ][\w'’]*(?:-(?:[A-Z]?[\w'’]+))*|(?:[A-Z]\.)+|U(?=\s[A-Z][a-z])|[A-Z]{2,}(?=\s[A-Z][a-z])|(?:al|ul|el|ad|as|ash|an|ar|at|az)-[A-Z][\w'’]+)"
_PARTICLE = r"(?:al|ul|ur|el|ag|bin|ibn|de|del|de la|la|van der|van den|van|von|da|dos|di|ould|i|e|al-[A-Z]\w+|ul-[A-Z]\w+)"
NAME = regex(rf"{NAME_WORD}(?:\s(?:{_PARTICLE}\s)?{NAME_WORD}){{0,4}}")
ROLE_WORD = regex(
    r"\b(?:spokes(?:man|woman|person)|minister|governor|president|premier|secretary|general|gen|gov|major|maj|colonel|col|captain|capt|"
    r"lieutenant|lt|sergeant|sgt|commander|cmdr|chief|chairman|chairwoman|director|mayor|ambassador|envoy|adviser|advisor|"
    r"official|officer|chair|elder|analyst|expert|professor|prof|dr|doctor|senator|sen|representative|rep|lawmaker|mp|councillor|"
    r"councilman|member|leader|head|deputy|teacher|farmer|trader|shopkeeper|driver|resident|journalist|lawyer|judge|"
    r"prosecutor|bishop|mullah|maulvi|mawlawi|haji|sheikh|imam|sayed|engineer|rector|dean|abbot|headmaster|headmistress|nurse|mr|mrs|ms|sir|king|queen|prince|"
    r"coordinator|activist|student|widow|witness|eyewitness|speaker|administrator|adc|vice-president|vice-chairman|vice-premier|vice-minister|maj-gen|maj-general|lt-gen|lt-col|major-general|lieutenant-general|brigadier-general|lieutenant-colonel|rear-admiral|vice-admiral|sub-inspector|inspector-general|commodore|sdpo|dgp|igp|adgp|bdo|ccpo|rpo|subedar|havildar|warden|provost|chancellor|consul|attorney|advocate|solicitor|midwife|historian|geologist|meteorologist|seismologist|volcanologist|epidemiologist|sociologist|delegate|principal|manager|editor|surgeon|prefect|scientist|economist|researcher|founder|clerk|brigadier|brig|admiral|adm|marshal|superintendent|inspector|counterpart|"
    r"warlord|schoolteacher|policeman|fighter|soldier|executive|ombudsman|priest|rev|reverend|pastor|father|archbishop|cardinal|hon|barrister|justice|commissioner|constable|corporal|cpl|cpo|supt|insp|atty|engr|magistrate|collector|registrar|sarpanch|tehsildar|nazim|secretary-general|director-general|attorney-general|presidents|ministers|premiers|governors|mayors|senators|professors|messrs|sheriff|detective|mla|mna|mpa|mlc|ssp|dsp|asp|sp|sho|dpo|dcp|acp|csp|dig|ppro)\b\.?",
    re.IGNORECASE,
)
_TITLES = frozenset(
    [
        "mullah",
        "maulvi",
        "mawlawi",
        "haji",
        "hajji",
        "sheikh",
        "imam",
        "sayed",
        "sayyid",
        "sir",
        "king",
        "queen",
        "prince",
    ]
)
COLLECTIVE = regex(
    r"\b(?:officials?|authorit(?:y|ies)|ministr(?:y|ies)|minister|residents?|locals|witness(?:es)?|police|army|military|forces|government|"
    r"office|administration|airline|staff|squad|brigade|battalion|operator|bureau|charity|agency|agencies|department|command|council|committee|commission|spokes(?:man|woman|person)|leaders?|elders?|"
    r"members?|troops|guards|drivers?|soldiers?|officers?|diplomats?|analysts?|experts?|sources?|media|report|reports|statement|"
    r"monitors?|observers?|activists?|doctors?|medics|hospital|villagers|farmers|refugees|survivors|relatives|families|"
    r"rebels?|militants?|insurgents?|guerr?illas?|taliban|group|mission|embassy|un|nato|u\.n\.|united nations|house|center|"
    r"delegation|faction|front|movement|party|association|federation|foundation|secretariat|directorate|tribunal|parliament|cabinet|assembly|navy|centre|service|network|organi[sz]ation|union|company|ombudsman|governor|mayor|president|chief|commander|programme|"
    r"program|cross|crescent|junta|parties|sides|coalition|alliance|guild|league|confederation|syndicate|palace|mansion|states|pentagon|kremlin|court|prosecutors?|"
    r"cousin|man|woman|resident|farmer|trader|elder|envoy|lawmakers?|generals|protesters|groups|workers|team|university|institute|newspaper|"
    r"times|post|news|presidency|opposition|radio|television|channel|afp|reuters|ap|rfe/rl|bbc|cnn|xinhua|dpa|tass|al jazeera|counterparts?)\b",
    re.IGNORECASE,
)
_LEAD = regex(
    r"^(?:but|and|meanwhile|however|also|still|then|later|earlier|elsewhere|in turn|for (?:his|her|its|their) part|yet|so|though|"
    r"although|while|as|when|where|because|since|after|before|separately|(?:seconds|moments|minutes|hours|days|weeks) (?:later|earlier|before)|instead|only|just|even|or|nor|if|that|once|"
    r"whereas|locally|yesterday|today|in (?:early |late |mid-)?(?:January|February|March|April|May|June|July|August|September|October|November|December)(?: (?:last year|\d{4}))?(?= (?:the|an?|his|her|its|their)\b)|(?:late |early )?last (?:night|week|weekend|month|year)|(?:earlier )?this (?:week|month|year|morning)|on (?:mon|tues|wednes|thurs|fri|satur|sun)day)\b,?\s*",
    re.IGNORECASE,
)
_OFFICE = regex(
    r"External|Internal|Home|Humanitarian|Political|Peacekeeping|Coordination|Operations|Social|Welfare|Industry|Industries|Railways?|Environment|Forests?|Science|Technology|Commerce|Law|Labor|Family|Migration|Emergenc(?:y|ies)|Situations|Human|Rights|Veterans|Disaster|Management|Relief|Housing|Urban|Women|Children|Gender|Civil|Aviation|Petroleum|Oil|Gas|Power|Staff|Mission|Police|Department|State|Territorial|Administration|Public|Works|Tourism|Culture|Refugees|Repatriation|Rural|Development|Planning|Economy|Transport|Water"
    r"|Mines|Communications|Women['’]s|Higher|Youth|Sports|Religious|Local|Government|and|Defen[cs]e|Interior|Justice|Health|Foreign|Affairs|Security|Finance|Education|Agriculture|Trade|Energy|Labou?r|Information"
)
NO_SUBJECT = regex(
    r"\b(?:was|were|had|has|have|is|are|been|be|will|would|did|does|do|not|could|can|may|might|never|often|there)\b"
)
_HEAD_END = regex(
    r"\s[a-z]{3,}ed (?:of|in|by|at|from|to|on|with|for|near)\s.*$|\s(?:who|which|that|whose|in|at|of|from|near|on|for|with|outside|inside|around|along|by|to|reached|contacted|quoted|loyal|close|familiar|[a-z]+ing)\s.*$"
)
_NO_HEAD = regex(
    r"(?:(?!family|assembly|ally)\w+ly|(?:some|no|every|any)(?:body|one)|\w*day|\w+ing|morning|evening|night|year|month|week|today|yesterday|later|earlier|also|then|time|time|him|her|them|us|"
    r"it|what|this|that|these|those|others?|some|many|few|one|all|none|both|once|people|how|why|there|here|self"
    r"|and|or|but|as|which|who|whom|has|had|have|so|only|January|February|March|April|May|June|July|August"
    r"|September|October|November|December)",
    re.IGNORECASE,
)
_OWNED = regex(
    r"^(?:his|her|their|its|[Aa]nother|[Ss]everal|[Mm]ost|[Mm]any|[Aa]ll (?:two|three|four|five|the)) [a-z]{3,}",
    re.IGNORECASE,
)


def plain_phrase(text: str) -> tuple[str, str] | None:
    """A noun phrase that can be a speaker, or None."""
    text = strip_lead(text.strip())
    if re.fullmatch(
        r"(?:[Oo]ne|[Tt]wo|[Ss]ome|[Ss]everal) of (?:them|(?:the|his|her|its|their) [\w ]{3,30})",
        text,
    ):
        return (text, "")
    # “In the village the teacher”: what a preposition brings is no subject, the next article's noun is.
    led = re.match(
        r"^(?:[Ii]n|[Aa]t|[Oo]n|[Ff]rom|[Nn]ear|[Bb]y|[Ff]or|[Ww]ith|[Oo]f|[Tt]o)\s.*\s((?:the|a|an|one|two|my)\s.+)$",
        text,
    )
    if led:
        text = led[1]
    elif re.match(r"(?:of|to|for|with|by|from) ", text):
        return None
    words = text.split()
    if (
        not words
        or len(words) > 10
        or (_PRONOUN.match(text) and not _OWNED.match(text))
        or NO_SUBJECT.search(text)
    ):
        return None
    head = _HEAD_END.sub("", f"{text} ").split()
    people = (
        bool(head) and head[-1].lower() == "people" and len(words) > 1
    )  # “the garments people”, “two people”
    if not head or (_NO_HEAD.fullmatch(head[-1]) and not people):
        return None
    first = head[0]
    determined = re.fullmatch(
        r"(?:the|an?|one|two|three|four|five|six|several|some|local|my|his|her|our|their|its|another|both|many|most|all|those)",
        first,
        re.IGNORECASE,
    )
    plural = (
        len(head) <= 4
        and re.search(r"(?:[^s]s|men|women|people|police|data)$", head[-1], re.IGNORECASE)
        is not None
    )
    named = head[-1][:1].isupper() and len(head) <= 5  # “state oil firm Ecofuel”
    owned = re.fullmatch(r"(?:[A-Z][\w-]*|[a-z]+)(?:['’]s|s['’])", first) is not None
    if determined is None and not (plural or named or owned):
        return None
    return (text, "")


def strip_time(text: str) -> str:
    """Without the day or the place that stands between a subject and its verb."""
    return re.sub(
        r"\s+(?:on|late on|early on|in|over|by)\s+(?:the (?:weekend|statement)|a statement|[A-Z][a-z]+day(?: \w+)?|"
        r"(?:January|February|March|April|May|June|July|August|September|October|November|December|[A-Z][a-z]{2}\.?) \d{1,2}"
        r"|\d{1,2} [A-Z][a-z]+)$"
        r"|\s+(?:yesterday|today|[A-Z][a-z]+day|(?:earlier )?(?:last|this) (?:week|month|year|night|morning))$|\s+(?:also|earlier|later|then|in turn|however|here|there|has|have|had|both|jointly)$",
        "",
        text,
    ).strip()


def strip_lead(text: str) -> str:
    """Without “but”, “on Monday” and the like before a subject."""
    text = re.sub(
        r"^.*\bwhat (?=(?:the|an?|local|some|[A-Z])\b)", "", text
    )  # “after what the governor described as”
    text = _CONTACT.sub("", text)
    text = re.sub(
        r"^.*\b(?:hrs|hours|[ap]\.m|provinces?|districts?)\.? (?=(?:the|an?|local) )", "", text
    )
    before = None
    while before != text:
        before = text
        text = _LEAD.sub("", text).strip()
    return text


_CONTACT = regex(
    r"^.*\b(?:something|(?:an?|the|both|all|of) (?:[a-z]+ )?(?:claim|charge|accusation|allegation|figure|toll|version|account|number|story)s?) (?=(?:the |both |local |some |his |her |its |their |[A-Z]|(?:police|officials|residents|rebels|relatives)\b))"
)
"""“a claim Kyiv denied”: what Kyiv denied is no part of its name."""


def whole_name(text: str) -> bool:
    """Whether a text is a person's name and nothing else."""
    text = text.strip()
    bare = without_title(text)
    if not bare or bare.split()[0] in _PREPOSITIONS or not re.fullmatch(rf"{NAME.pattern}", bare):
        return False
    if _of_another(text.removesuffix(bare).strip()):
        return False  # “the deputy of Governor Musa Bello”
    words = bare.split()
    return (
        2 <= len(words) <= 5
        and not COLLECTIVE.search(words[-1])
        and not ROLE_WORD.fullmatch(words[-1])
    )


def without_title(text: str) -> str:
    """A name without the words of a role before it; “Sheikh” and “King” stay."""
    words = text.split()
    titles = [
        i
        for i, word in enumerate(words[:-1])
        if ROLE_WORD.fullmatch(word) and word.lower().rstrip(".") not in _TITLES
    ]
    return " ".join(words[titles[-1] + 1 :] if titles else words)


def named_person(text: str) -> tuple[str, str] | None:
    """(name, role) in “Ministry spokesman Rahim Stanekzai” or “Abdul Bari”; None without a name."""
    text = strip_lead(text).strip()
    match = re.search(rf"(?:^|\s)(?P<name>{NAME.pattern})$", text)
    if not match:
        return None
    # The name is what follows the last word of a role or the last word in small letters.
    name = match["name"]
    lead = text[: match.start("name")].strip()
    words = name.split()
    if _BODY_AND.search(lead):
        return None  # “the Ministry of Water and Irrigation”
    if words[0] in _PREPOSITIONS or (_OFFICER_OF.match(lead) and not _role_end(lead, words)):
        return None
    if (
        re.search(
            r"\b(?:of|in|from|at|near|for|to|with)(?: the)?(?: (?:\w+ern|central|nearby|neighbou?ring|upper|lower|rural))?$",
            lead,
        )
        and len(words) <= 2
        and _speaks(lead)
    ):
        return None  # “an official of Gamboru Ngala”: the place is no name of his
    cut = _role_end(lead, words)
    if _of_another(" ".join([lead, *words[:cut]]).strip()):
        return None
    role = re.split(r"\b[Aa]nd(?: |$)", " ".join([lead, *words[:cut]]).strip())[-1]
    words = words[cut:]
    if len(words) > 2 and re.search(r"['’]s$", words[0]):
        words.pop(0)  # “Russia's Vladimir Putin”
    if not words or COLLECTIVE.fullmatch(words[-1]) or (len(words) == 1 and not cut and not role):
        if (
            len(words) == 1
            and len(text.split()) == 1
            and not COLLECTIVE.fullmatch(words[0])
            and not _PRONOUN.match(words[0])
        ):
            return (words[0], "")
        return None
    if role and not ROLE_WORD.search(role) and not (len(words) > 1 and _TRADE.fullmatch(role)):
        if cut == 0 and lead:
            return None
        role = ""
    return (" ".join(words), role_in(role))


_PREPOSITIONS = frozenset(["In", "At", "On", "From", "Near", "For", "By", "To", "With", "Of", "As"])
_OFFICER_OF = regex(
    r"(?:[Aa]n?|[Oo]ne|[Tt]wo|[Tt]hree|[Ss]everal|[Ss]ome|[Aa]nother) .*\b(?:of|in|from|at|near|for|with)(?: the)?$|.*\b(?:of|in|from|at|near|for|to|with|by) the$"
)
"""“An official of …”, “a spokesman for the …”: the name that follows is a body's or a place's."""


def _role_end(lead: str, words: Sequence[str]) -> int:
    """How many of the capitalised words before and in a name still belong to the role."""
    cut = 0
    for i, word in enumerate(words):
        if ROLE_WORD.fullmatch(word) and word.lower().rstrip(".") not in _TITLES:
            cut = i + 1
    province = [i for i, word in enumerate(words[:-1]) if _AREA.fullmatch(word)]
    if province and lead.endswith(" of"):
        cut = province[-1] + 1  # “Governor of Ghor Province Abdul Karim”
    of = lead.endswith(" of") or (lead.endswith(" for") and ROLE_WORD.search(lead) is not None)
    while of and cut < len(words) - 1 and _OFFICE.fullmatch(words[cut]):
        cut += 1
    if " ".join([lead, *words[:cut]]).endswith(" for") and cut == 0 and len(words) > 2:
        cut += 1  # “UN Special Envoy for Syria Ann Lee”
    return cut


_AREA = regex(r"Province|District|State|County|Region|City|Governorate|Division")
_TITLE_OF_ANOTHER = regex(
    r"(?:(?:the|an?|former|then|late|slain|murdered|acting|interim|ousted|deposed|detained|jailed|exiled|opposition|[A-Z][a-z]+(?:ian|ean|ese|ish|an|i|ch)|[\w-]+['’]s"
    r"|[Pp]rime|[Vv]ice|[Dd]eputy|[Ff]oreign|[Ii]nterior|[Dd]efen[cs]e|[Ff]inance|[Mm]ajor|[Ss]enior) )*"
    rf"(?:(?:{ROLE_WORD.pattern})(?: (?=\S)|$))+",
    re.IGNORECASE,
)


def _of_another(before: str) -> bool:
    """Whether what stands before a name makes somebody else the one who speaks.

    “An adviser to Afghan President”, “the wife of Colonel”: the President and the Colonel say nothing.
    “Minister of Health Dr” and “chief of police” are what the named one is.
    """
    match = re.fullmatch(
        r"(?P<head>.+) (?:to|for|of|with|by|near|under|against|treating|guarding|advising|representing|accompanying|protecting|questioning|holding|detaining|supporting|backing|defending|replacing|escorting|prosecuting) (?P<title>[^,]+)",
        before,
    )
    return (
        match is not None
        and re.match(
            r"(?i:an?|the|one|two|three|four|several|some|many|other|another|his|her|their|its)\b|(?:[\w-]+ )?[A-Za-z][a-z]+s\b|[Ff]amily|[Pp]olice|(?:[\w-]+ ){0,3}(?i:spokes(?:man|woman|person)|aide|advis[eo]r|lawyer|attorney|assistant|bodyguard|driver|ally|deputy|envoy|friend|brother|sister|son|daughter|wife|widow|husband|father|mother|uncle|aunt|nephew|niece|cousin)\b",
            match["head"],
        )
        is not None
        and _TITLE_OF_ANOTHER.fullmatch(match["title"]) is not None
    )


_TRADE = regex(
    r"(?:his|her|their|my|our) (?:[a-z-]+ )?(?:neighbou?r|cousin|uncle|aunt|nephew|niece|husband|wife|widow|partner|friend|colleague|deputy|boss|aide|twin)"
    r"|former [a-z]+|(?:(?:the|an?|former|veteran|local) )?(?:(?!(?:after|before|under|over|in|on|at|for|with|by|of|to|from|as|that|when|and|but|said|told)\b)[a-z-]+ ){0,2}"
    r"(?!(?:after|under|over|other|another|however|whether|never|ever|rather|later|earlier|together|for|nor|or|brother|sister|mother|killer|river|silent|recent|present|different)\b)"
    r"(?:[a-z]{2,}(?:er|or|ist|ian|man|woman|ant|ent|eer|yst)|master|monk|nun|cook|pilot|guide|clerk|poet|chef|coach|scholar|nurse)"
)
"""“salvage master”, “opposition politician”: what somebody is, in small letters before the name."""
_BODY_AND = regex(r"\b[A-Z][\w-]+ (?:of|for|on) (?:[A-Z][\w-]+,? )+and$")
"""The beginning of a body's name that goes on behind “and”."""


def _speaks(lead: str) -> bool:
    """Whether the words before “of” or “in” name somebody themselves."""
    head = re.split(r"\s(?:of|in|from|at|near)(?: \w+)?$", lead)[0]
    return COLLECTIVE.search(head) is not None or ROLE_WORD.search(head) is not None


HOLDS = regex(
    r"who (?:heads|leads|runs|chairs|commands|directs|manages|owns|edits|represents|coordinates|oversees|speaks for|teaches|works|lives)\b"
)


def role_in(text: str) -> str:
    """What somebody is, of a text beside the name; empty when that tells something else."""
    text = re.sub(
        rf"^(?:but|and|who is|who was|(?!{HOLDS.pattern})who)\s+",
        "",
        text.strip(),
        flags=re.IGNORECASE,
    )
    text = re.sub(r"^(?:(?:\d+|an?|the)\s+)+", "", text, flags=re.IGNORECASE)
    if not HOLDS.match(text):
        text = re.split(r"\b(?:who|which|whose|whom)\b", text)[0].strip(" ,")
    told = re.search(r"\b(?:was|were|had|have|has)\b", text) is not None
    return text if len(text.split()) <= 14 and not told else ""


def body_named(text: str) -> str:
    """The body or group that a noun phrase names, or an empty string."""
    text = strip_time(strip_lead(text.strip()))
    # The subject of a clause within the sentence: “… as the government said”.
    inner = re.split(
        r"\b(?:as|that|when|because|while|although|though|but|and(?= (?:the|a|an|local|some) )|after|before|since|where|so|than|like)\s+(?=(?:the|a|an|local|some|afghan|[A-Z])\b)",
        text,
    )[-1]
    if COLLECTIVE.search(inner):
        text = inner
    text = strip_lead(text)
    if not text or _PRONOUN.match(text) or len(text.split()) > 14:
        return ""
    match = COLLECTIVE.search(text) or re.fullmatch(r"(?:[Tt]he )?[A-Z]{2,6}", text)
    if not match:
        # “The Mayor of X” is caught above; a lone name of a body: “Human Rights Now”.
        return ""
    # Post-modifiers are cut: “residents of Kunduz reached by phone”.
    text = re.split(
        r"\s(?:who|which|reached|quoted|speaking|contacted|based|briefed|whom|whose)\s", text
    )[0]
    if re.search(r"\b(?:was|were|had|has|is|are|been|did|killed|took)\b", text) or (
        len(text.split()) > 6 and SAY.search(text)
    ):
        return ""
    return text if len(text.split()) <= 12 else ""


def person_of_body(text: str) -> tuple[str, str] | None:
    """(name, role) in “Ann Lee of the Flood Institute”, “Sgt. Teo Ramirez of the municipal police”."""
    match = re.fullmatch(
        rf"((?:[A-Z][a-z]{{1,4}}\. )?{NAME.pattern}) ((?:of|from) (?:the )?[\w’' -]+)", text
    )
    if match is None:
        return None
    if not whole_name(match[1]) or COLLECTIVE.search(without_title(match[1])):
        return None
    return (without_title(match[1]), match[2])


def person_or_body(text: str) -> tuple[str, str] | None:
    """(name, role) of the person or body that the last clause of a text ends in."""
    text = strip_lead(text)
    if not text or _PRONOUN.match(text):
        return None
    clause = re.split(r"\b(?:that|as|when|because|while|although|though|but|which)\s+(?=\S)", text)[
        -1
    ].strip()
    of_body = person_of_body(clause)
    if of_body:
        return of_body
    reporter = re.fullmatch(
        rf"(?:[Tt]he )?[A-Z][\w.]*['’]s (?P<who>{NAME.pattern})(?: (?:in|at|near|from) [\w’' -]+)?",
        clause,
    )
    if reporter and whole_name(reporter["who"]):
        return (without_title(reporter["who"]), "")  # “the BBC's Ana Tembe in Maputo”
    named = named_person(clause)
    if named:
        return named
    # “a member of the council on Monday”, “Election officials in Kabul”.
    body = body_named(clause)
    return (body, "") if body else None
