"""Who a text says has said something: name, role, and through which outlet.

Only what stands in the sentence is read: a subject next to a verb of saying, or after “according
to”. These are hints for an editor's claims; nothing here asserts one.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from site_gen.importer.datelines import dateline
from site_gen.importer.tense import sentences

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


@dataclass(frozen=True, slots=True, kw_only=True)
class SpeakerMention:
    """One speaker in one paragraph."""

    line: int
    name: str
    """A person's name, or the body or group that speaks (“local officials”)."""
    role: str = ""
    verb: str = ""
    to: str = ""
    """To whom, when the text says (“RFE/RL”)."""
    via: str = ""
    """Outlet that carried it, when that is not the article's own."""


_VERBS = (
    r"said|says|say|told|tells|added|adds|narrated|refuted|underscored|ruled out|claimed|claims|denied|denies|deny|confirmed|confirms|reported|reports|announced|"
    r"announces|warned|warns|warn(?= (?:of|that)\b)|disclosed|repeated(?= (?:the|that|his|her|its)\b)|advised(?= (?:\w+ ){1,3}(?:to|not|against)\b)|called(?= [A-Z][\w ]{2,30} (?:an? )?[“\"])|echoed|declared(?= [^.;]{0,60}[“\"])|accused|accuses|blamed|blames|urged|urges|insisted|insists|insist|vowed|condemned|condemns|"
    r"complained|complains|wrote|writes|stated|argued|acknowledged|admitted|explained|estimated|estimates|estimate|alleged|"
    r"alleges|promised|pledged|suggested|noted|stressed|called (?:for|on|it|this|that)|called the (?=[\w ]{2,30} (?:an? |[“\"]))|called the (?=\w+est\b|most\b|worst\b)|called(?= [A-Z]\w+ (?:an?|the) )|conceded|testified(?= (?:that|to|before)\b)|answered(?= that\b)|forecasts?(?= (?:an?|that|more|heavy|further)\b)|reports?(?= (?:at least|more than|about|some|only|that) )|expects?(?= (?:it|them|him|her) to\b)|calls (?:him|her|them|it)(?= )|calls the (?=\w+ (?:an?|the) )|called the (?=\w+ (?:an?|the) )|maintained|contended|put (?:the|its) (?:number|toll|figure|share|cost|total|strength|dead)|gave the"
    r"(?: number| toll| figure)|declined to|refused to|described|tweeted|posted|recalled|predicted|appealed|rejected|disputed|"
    r"dismissed(?! (?:his|her|its|their|the|two|three|several) (?:\w+ ){0,3}(?:minister|secretary|chief|general|commander|officials?|governor|head|staff)s?\b)"
    r"|questioned(?= (?:whether|why|how|what|that|the|his|her|its|their)\b(?! (?:\w+ ){0,2}(?:man|men|woman|women|suspects?|drivers?|witness(?:es)?|guards?|officers?)\b))|asked(?= (?:on \w+ |in \w+ |last \w+ )?(?:whether|why|how|if|what|for|that)\b|\s*[.;]|\s*$| (?:them|him|her|us|(?:the )?[\w' ]{2,40}?)(?: on \w+day)? (?:not )?to\b)"
    r"|countered|remarked|lamented|concedes?|replied|replies|responded|retorted|observed(?= that\b)|asserted|asserts|affirmed|affirms|reiterated|reiterates"
    r"|revealed|clarified|boasted|joked|objected|protested(?= that\b)|speculated|hinted|indicated(?= that\b)|opined|reckons?|recounted|recounts|related(?= (?:how|that)\b)"
    r"|argues?|acknowledges?|admits?|explains?|maintains?(?= (?:that|it|they|he|she)\b)|stresses|recalls?|suggests?(?= that\b)|predicts?|describes|concluded(?= that\b)"
    r"|informed(?= (?:that\b|\w+ that\b)|\s*[.;]|\s*$)|held(?= that\b)|ordered(?= that\b)|shouted(?= that\b)|pointed out|cautions|promises|promise(?= (?:to|that|an?)\b)|suspects?(?= (?:an?|the|that|some)\b)|called (?:him|her|them)(?= (?:an? |the |[“\"]))"
    r"|called the (?=\w+ [a-z]{3,}(?:al|ic|ous|ful|able|ible|less|ive|ent|ant|air|ations?)\b)|published(?= (?:an?|the|its) (?:\w+ ){0,2}(?:statement|video|photos?|pictures?|footage|list|map|report|letter|message|appeal|figures)\b)"
    r"|calls? (?:for|on|upon)|confirm|blame(?= (?:an?|the|his|her|its|their|[A-Z]))|puts? (?=[^.;]{2,60} at (?:about |around |more than |nearly |over |some )?[\d$€£])|doubts?(?= (?:that|whether)\b)|(?:report|believe|fear|hope|expect|think|suspect)s?(?= that\b)|tried to reassure|cautioned|thanked|praised|(?:spoke|spoken|speaks?)(?: at first| later)? of|fears?(?= (?:an?|the) )"
)
_SAY = re.compile(
    rf"\b(?:(?:has|have|had|also|just|already|now|later|earlier|previously|first|then|once|repeatedly|since|reportedly)\s+)*(?P<verb>{_VERBS})\b"
)
_INVERTED = re.compile(
    r"[,?!.][\"”’'»]\s*(?P<verb>said|says|asked|asks|added|adds|recalled|recalls|explained|explains|complained|wrote|writes|told|warned|insisted|insists|replied|replies|countered|remarked|lamented|joked|argued|argues|observed|shouted|sighed|whispers|whispered|boasted|narrated|warns)\s+(?=[A-Za-z])"
)
_ACCORDING = re.compile(
    r"\b(?:[Aa]ccording to|[Aa]s per) (?:(?:[a-z]+ ){0,2}(?:figures|data|numbers|statistics|estimates?|count|tally|list|report)"
    r" (?:compiled|released|published|provided|collected|issued|gathered|kept|drawn up) by )?"
)
"""“according to”, and “according to figures compiled by”."""
_PRONOUN = re.compile(
    r"^(?:he|she|it|they|we|i|you|who|which|that|this|these|those|there|what|one(?=$| (?:who|was|had|has|is)\b)|both(?! sides)|some(?! (?:[a-z-]+ )?[a-z]+(?:[^s]s|men|women|people)$| (?:\w+ )?(?:residents|officials|witnesses|elders|lawmakers|analysts))|many|others?|nobody|no one|his|her|"
    r"their|its|all|none|most|few|several|another|everyone|everybody|somebody|someone|whoever)\b",
    re.IGNORECASE,
)
_NAME_WORD = r"(?:[A-Z][\w'’]*[a-zà-öø-ÿ][\w'’]*(?:-(?:[A-Z]?[\w'’]+))*|[A-Z]\.|U(?=\s[A-Z][a-z])|[A-Z]{2,}(?=\s[A-Z][a-z])|(?:al|ul|el|ad|as|ash|an|ar|at|az)-[A-Z][\w'’]+)"
_PARTICLE = r"(?:al|ul|ur|el|ag|bin|ibn|de|del|de la|la|van der|van den|van|von|da|dos|di|ould|i|e|al-[A-Z]\w+|ul-[A-Z]\w+)"
_NAME = re.compile(rf"{_NAME_WORD}(?:\s(?:{_PARTICLE}\s)?{_NAME_WORD}){{0,4}}")
_ROLE_WORD = re.compile(
    r"\b(?:spokes(?:man|woman|person)|minister|governor|president|premier|secretary|general|gen|gov|major|maj|colonel|col|captain|capt|"
    r"lieutenant|lt|sergeant|sgt|commander|cmdr|chief|chairman|chairwoman|director|mayor|ambassador|envoy|adviser|advisor|"
    r"official|officer|chair|elder|analyst|expert|professor|prof|dr|doctor|senator|sen|representative|rep|lawmaker|mp|councillor|"
    r"councilman|member|leader|head|deputy|teacher|farmer|trader|shopkeeper|driver|resident|journalist|lawyer|judge|"
    r"prosecutor|bishop|mullah|maulvi|mawlawi|haji|sheikh|imam|sayed|engineer|rector|dean|abbot|headmaster|headmistress|nurse|mr|mrs|ms|sir|king|queen|prince|"
    r"coordinator|activist|student|widow|witness|brigadier|brig|admiral|adm|marshal|superintendent|inspector|counterpart|"
    r"warlord|schoolteacher|policeman|fighter|soldier|ombudsman|priest|rev|reverend|pastor|father|archbishop|cardinal|hon|barrister|justice|ssp|dsp|asp)\b\.?",
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
_COLLECTIVE = re.compile(
    r"\b(?:officials?|authorit(?:y|ies)|ministr(?:y|ies)|minister|residents?|locals|witness(?:es)?|police|army|military|forces|government|"
    r"office|agency|agencies|department|command|council|committee|commission|spokes(?:man|woman|person)|leaders?|elders?|"
    r"members?|troops|guards|drivers?|soldiers?|officers?|diplomats?|analysts?|experts?|sources?|media|report|reports|statement|"
    r"monitors?|observers?|activists?|doctors?|medics|hospital|villagers|farmers|refugees|survivors|relatives|families|"
    r"rebels?|militants?|insurgents?|guerrillas?|taliban|group|mission|embassy|un|nato|u\.n\.|united nations|house|center|"
    r"delegation|faction|front|movement|party|association|federation|foundation|secretariat|directorate|tribunal|parliament|cabinet|assembly|navy|centre|service|network|organi[sz]ation|union|company|ombudsman|governor|mayor|president|chief|commander|programme|"
    r"program|cross|crescent|junta|parties|sides|coalition|alliance|states|pentagon|kremlin|court|prosecutors?|"
    r"cousin|man|woman|resident|farmer|trader|elder|envoy|lawmakers?|generals|protesters|groups|workers|team|university|institute|newspaper|"
    r"times|post|radio|television|channel|afp|reuters|ap|rfe/rl|bbc|cnn|xinhua|dpa|tass|al jazeera|counterparts?)\b",
    re.IGNORECASE,
)
_LEAD = re.compile(
    r"^(?:but|and|meanwhile|however|also|still|then|later|earlier|elsewhere|in turn|for (?:his|her|its|their) part|yet|so|though|"
    r"although|while|as|when|where|because|since|after|before|separately|instead|only|just|even|or|nor|if|that|once|"
    r"whereas|locally|yesterday|today|(?:late |early )?last (?:night|week|weekend|month|year)|(?:earlier )?this (?:week|month|year|morning)|on (?:mon|tues|wednes|thurs|fri|satur|sun)day)\b,?\s*",
    re.IGNORECASE,
)
_OFFICE = re.compile(
    r"Staff|Mission|Police|Department|State|Territorial|Administration|Public|Works|Tourism|Culture|Refugees|Repatriation|Rural|Development|Planning|Economy|Transport|Water"
    r"|Mines|Communications|Women['’]s|Higher|Youth|Sports|Religious|Local|Government|and|Defen[cs]e|Interior|Justice|Health|Foreign|Affairs|Security|Finance|Education|Agriculture|Trade|Energy|Labou?r|Information"
)
_OUTLET = r"(?:(?:the )?[A-Z][\w./'’-]*(?: (?:[A-Z][\w./'’-]*|of|the))*|reporters|journalists|a (?:\w+ ){0,3}(?:station|channel|conference|agency|briefing|broadcaster))"


def find_speakers(paragraphs: Iterable[tuple[int, str]]) -> tuple[SpeakerMention, ...]:
    """All speakers, in the order of the text; one and the same only once in a paragraph."""
    mentions: list[SpeakerMention] = []
    for line, text in paragraphs:
        seen: set[str] = set()
        head = dateline(text)[0]
        text = f"{' ' * head}{text[head:]}"  # a place before the text is no part of a subject
        spoken = _spoken(text)  # of the paragraph: one quotation may run over several sentences
        for low, high in sentences(text):
            for mention in _in_sentence(line, text[low:high], spoken[low:high]):
                key = mention.name.casefold()
                if any(key in other or other in key for other in seen):
                    continue
                seen.add(key)
                mentions.append(_full_name(mention, mentions))
    return tuple(mentions)


def _full_name(mention: SpeakerMention, earlier: Iterable[SpeakerMention]) -> SpeakerMention:
    """“Blinken”, once “Antony Blinken” has spoken."""
    if " " in mention.name:
        return mention
    whole = {m.name for m in earlier if m.name.endswith(f" {mention.name}")}
    return replace(mention, name=whole.pop()) if len(whole) == 1 else mention


def _in_sentence(line: int, raw: str, spoken: list[bool]) -> list[SpeakerMention]:
    found: list[SpeakerMention] = []
    # Words within quotation marks are the speaker's; a verb of saying in there tells of another.
    text = "".join(
        " " if inside and raw[i] not in '"“”' and not _CLOSING.match(raw, i) else raw[i]
        for i, inside in enumerate(spoken)
    )
    inverted_at: set[int] = set()
    # “The guards had asked for help, a nurse said”: she is who says it.
    earlier: list[SpeakerMention] = []
    for match in _INVERTED.finditer(text):
        inverted_at.add(match.start("verb"))
        mention = _subject_after(text[match.end() :])
        if mention:
            found.append(_mention(line, mention, match["verb"], text[match.end() :]))
        else:
            inverted_at.discard(match.start("verb"))
    for match in _SAY.finditer(text):
        if not {match.start("verb"), match.start()} & inverted_at:
            mention = _who_says(match["verb"], text[: match.start()], text[match.end() :])
            if mention and not _NEVER.search(mention[0]):
                found.append(_mention(line, mention, match["verb"], text[match.end() :]))
                if re.match(r"had (?:\w+ )?(?:asked|warned|promised|ordered)\b", match[0]):
                    earlier.append(found[-1])
    found += (_mention(line, who, verb, "") for who, verb in _in_passing(text))
    told = [mention for mention in found if mention not in earlier]
    return told or found


def _who_says(verb: str, before: str, after: str) -> tuple[str, str] | None:
    """(name, role) of the subject of a verb of saying, or None."""
    if verb == "say":
        before = re.sub(r"\bwould\s*$", "", before)  # “would say only that …”
    if _NO_STATEMENT.search(before) or _SUPPOSED.search(before):
        return None
    if not _states(verb, before, after):
        return None
    if verb in ("add", "adds", "reports") and after.startswith(":"):
        return None  # “APP adds: …”: the paper's own patchwork
    mention = _subject_after(after) if _closes(verb, before, after) else _subject_before(before)
    if mention is None and _reports(verb, after):
        mention = _plain_subject(before)
    if (
        mention is None
        and verb in ("said", "says", "added")
        and not re.search(r"\b(?:he|she|it|they|who|we|i)\s*$", before, re.IGNORECASE)
        and re.search(r"[,”\"]\s*$", before)
    ):
        mention = _subject_after(after)
    if (
        mention is None
        and verb in ("said", "says", "told", "warned")
        and re.search(r"\b(?:and|but)\s+$", before)
    ):
        mention = _same_subject(before)
    return mention if mention is None or mention[0].lower() not in ("a", "an", "the") else None


def _same_subject(before: str) -> tuple[str, str] | None:
    """Who did what stands before “and said”: “Engineers at the dam closed a gate, but said …”."""
    acted = re.match(
        rf"(?P<who>[A-Z][^,;:“”\"]{{2,60}}?) (?:[a-z]{{3,}}ed\b|{_IRREGULAR_VERB.pattern})[^;:“”\"]*$",
        before,
    )
    if acted is None or re.search(r"\b(?:that|who|which|when|as|after)\b", acted["who"]):
        return None
    return _person_or_body(acted["who"], before="") or _phrase(acted["who"])


_NO_STATEMENT = re.compile(
    r"\b(?:was|were|is|are|be|been|being|to|not|will|would|can|could|may|might|did|does)\s+$"
)
"""What stands before “were told”, “is said to”, “has been reported”, “will confirm”."""
_SUPPOSED = re.compile(r"\b(?:[Ii]f|[Uu]nless|[Ww]hether)\s[^,;:“”\"]*$")
"""“if the governor says so”: nobody has said it."""


def _in_passing(text: str) -> Iterator[tuple[tuple[str, str], str]]:
    """((name, role), words) of who says something without a verb of saying of their own."""
    for match in _ACCORDING.finditer(text):
        mention = _subject_after(text[match.end() :])
        if mention and not _RULE.search(mention[0]):
            yield mention, "according to"
    for match in _WHAT_CALLED.finditer(text):
        mention = _person_or_body(match["who"], before="") or _phrase(match["who"])
        if mention:
            yield mention, match["verb"]
    for match in _OWN_ACCOUNT.finditer(text):
        clause = re.split(r"[;:,]\s|\b(?:but|and|while)\s", text[: match.start()])[-1]
        verb = _ACT.search(clause)
        mention = _person_or_body(clause[: verb.start()].strip(), before="") if verb else None
        if mention:
            yield mention, "by own account"


_RULE = re.compile(
    r"\b(?:rites?|customs?|traditions?|laws?|plan|schedule|rules?|procedures?|principles?|needs?|wishes|size|age|rank|constitution)$"
)
"""What something is done according to, and what says nothing."""


_ACT = re.compile(
    r"\s(?:lost|killed|had|has|took|seized|captured|shot|downed|destroyed|suffered|spent|buried|freed|holds?|held"
    r"|controls?|controlled|counted|wounded|won|paid|received|arrested|fired)\b"
)
"""The verb of “the government lost 22, by its own account”."""
_CLOSING = re.compile(r"[,?!.][\"”]")


def _closes(verb: str, before: str, after: str) -> bool:
    """Whether who says it stands at the end, behind the verb (“…, said a statement of the army”)."""
    who = re.match(
        r"\s+(?:an?\b|the\b|[A-Z]|(?:[a-z]+ ){1,3}(?=[A-Z][a-z]+ [A-Z][a-z]+, [“\"]))[\w'’ .-]*(?=[,.;]|$)",
        after,
    )
    return (
        verb in ("said", "says")
        and re.search(r"[\w%],\s*$", before) is not None
        and who is not None
        and not re.match(r"\s+(?:on|in)\b", after)
        and not re.search(
            r"\b(?:was|were|is|are|had|has|have|will|would|could|can|did|do|does|may|might|not|[a-z]{3,}ed)\b",
            after,
        )
        and _IRREGULAR_VERB.search(who[0].split(" who ")[0]) is None
        and not _whole_name(_segments(before)[-2] if len(_segments(before)) > 1 else "")
    )


_IRREGULAR_VERB = re.compile(
    r"\b(?:took|fell|came|went|began|broke|left|got|made|met|put|held|led|sent|shot|fled|lost|won|hit|struck|killed|must|should|remains?|ran|rose|gave|found|kept|sold|saw|fought|blew|died|stood|became|brought|caught|built|felt|grew|knew|threw|withdrew|drove|wrote|spoke)\b"
)


_BEFORE_NOUN = re.compile(
    r"\b(?:the|a|an|these|such|of|all|with|to [a-z]+|amid|despite|after|following|on|about|in|official|media|news|initial|unconfirmed|intelligence|press|recent|new|several|some"
    r"|many|other|earlier|conflicting)\s+$",
    re.IGNORECASE,
)
"""What stands before “reports”, “claims” or “estimates” when that is a noun."""


def _states(verb: str, before: str, after: str) -> bool:
    """Whether a verb of saying tells of a statement here, rather than of an act or a noun."""
    nouns = ("report", "reports", "claims", "estimates", "estimate", "posted", "put the")
    if verb in nouns and _BEFORE_NOUN.search(before):
        return False
    if verb.startswith(("calls ", "call ")) and re.search(
        r"\b(?:[a-z]+ed|the|of|with|his|her|its|their|all|any|despite|urgent|new|more|and)\s+$",
        before,
    ):
        return False  # “disregarded calls for”
    if verb in ("confirmed", "confirms") and re.match(
        r"\s+(?:an?|the|his|her|its) (?:\w+ ){0,2}(?:envoy|ambassador|nominee|appointment|nomination|sentence|verdict)s?\b",
        after,
    ):
        return False  # a parliament's or a court's act
    if verb.startswith("admit") and re.match(
        r"\s+(?:with|after|for|in|at)\b|\s+to (?:an? |the )?(?:hospital|clinic|ward|intensive|emergency)",
        after,
    ):
        return False  # into a hospital
    if verb == "told" and re.match(r"\s+(?:not )?to [a-z]", after):
        return False  # “companies that the rebels had told to close”
    if verb == "accused" and re.match(r"\s*,", after):
        return False  # “the sixth accused, a captain”
    if re.match(r"\s+(?:nothing|no word|not a word)", after):
        return False
    if verb == "claimed" and re.match(
        r"\s*(?:responsibility|it\b|the (?:bombing|attack|killing)s?\b)", after
    ):
        return False  # who says that he did it is an actor; what he said stands elsewhere
    if verb in ("pledged", "promised") and re.match(r"\s+(?:\w+ ){0,3}[$€£]", after):
        return False  # “pledged $2 million” is an act
    return verb.startswith("called the") or not re.match(
        r"\s*(?:\)|dead|cases?\b|missing|each other\b"
        r"|by\b(?! (?:tele)?phone| satellite| e-?mail| video| text| radio))",
        after,
    )


_PLAIN_VERB = re.compile(
    r"(?:said|says?|told|tells|adds|added|warns?|warned|insists?|insisted|denie[sd]|deny|writes|wrote|accused|blamed|condemned|urged|asked|doubts?|called (?:on|for|him|her|it|them)|called the|promise[sd]?|vow(?:s|ed)|admit(?:s|ted)|acknowledge[sd]?|explain(?:s|ed)|concede[sd]?|suspects?|blames?"
    r"|rejected|dismissed|describe[sd]|predict(?:s|ed)|replied|answered|appealed|cautions|cautioned|shouted|held|ordered|pointed out|narrated|refuted|underscored|ruled out|put the (?:number|toll|figure|dead)|complain(?:s|ed)|argue[sd]?)"
)
_PARTICIPLE = re.compile(
    r"(?:reported|reports|confirmed|confirms|announced|claimed|claims|estimated|estimates?)"
)


def _reports(verb: str, after: str) -> bool:
    """Whether a verb says something, rather than qualifies the noun before it (“cases reported in …”)."""
    if _PLAIN_VERB.fullmatch(verb):
        return True
    if re.match(r"\s+that\b", after) or verb.startswith(
        ("calls ", "expect", "report", "forecast", "answered")
    ):
        return True
    told = re.match(r"\s*(?:[.,;”\"]|$|(?:that|the|an?|it|in a statement)\b)", after)
    return _PARTICIPLE.fullmatch(verb) is not None and told is not None


_NO_SUBJECT = re.compile(
    r"\b(?:was|were|had|has|have|is|are|been|be|will|would|did|does|do|not|could|can|may|might|never|often|there)\b"
)
_HEAD_END = re.compile(
    r"\s(?:who|which|that|whose|in|at|of|from|near|on|for|with|outside|inside|around|along|by|to|reached|contacted|quoted|loyal|close|familiar|[a-z]+ing)\s.*$"
)
_NO_HEAD = re.compile(
    r"(?:(?!family|assembly|ally)\w+ly|(?:some|no|every|any)(?:body|one)|\w*day|\w+ing|morning|evening|night|year|month|week|today|yesterday|later|earlier|also|then|time|time|him|her|them|us|"
    r"it|what|this|that|these|those|others?|some|many|few|one|all|none|both|once|people|how|why|there|here|self|\w+sel(?:f|ves)"
    r"|and|or|but|as|which|who|whom|has|had|have|so|only|January|February|March|April|May|June|July|August"
    r"|September|October|November|December)",
    re.IGNORECASE,
)


_OWNED = re.compile(
    r"^(?:his|her|their|its|[Aa]nother|[Ss]everal|[Mm]ost) [a-z]{3,}", re.IGNORECASE
)


_NEVER = re.compile(
    r"^(?:[Nn]o|[Nn]either|[Nn]one|[Nn]or|[Nn]ot)\b|\b(?:I|he|she|they|we|who|which)$|^[Tt]he [a-z]+ (?:the|an?|his|her|their) [a-z]+$|^(?:[Ii]n|[Aa]t|[Oo]n|[Nn]ear)\s|^(?:(?:[Ee]arlier|[Ff]irst|[Ii]nitial|[Ss]ome|[Oo]ther|[Uu]nconfirmed|[Ll]ocal|[Ee]arly|[Cc]onflicting) )*[Rr]eports?$|\b[Bb]ureau in\b|^\w+ publishes\b"
)
"""What is no speaker: nobody, what somebody asked for (“the letter the mayor …”), a place (“In Logar, …, said …”), the paper's own desk."""


def _plain_subject(text: str) -> tuple[str, str] | None:
    """A speaker of whatever kind that ends right before a verb of saying: “my sister”, “travellers”."""
    parts = _segments(text)
    if not parts or not parts[-1]:
        return None
    last = _strip_time(parts[-1])
    if re.search(r"\b(?:that|which)$", last):
        return None  # “a development that adds …”
    clause = re.split(
        r"\b(?:that|as|when|because|while|although|though|but|and|after|before|since|where|which|what|if|than)\s+(?=\S)",
        last,
    )
    relative = re.fullmatch(r"(.{3,40}?)\s(?:who|which|that)\s.+", last)
    return _phrase(relative[1] if relative else clause[-1])


def _phrase(text: str) -> tuple[str, str] | None:
    """A noun phrase that can be a speaker, or None."""
    text = _strip_lead(text.strip())
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
        or _NO_SUBJECT.search(text)
    ):
        return None
    ongoing = re.match(r"^(?:an?|the) \w+ing (?=[a-z])", text)  # “an ongoing assessment by …”
    kept = ongoing[0] if ongoing else ""
    head = (kept + _HEAD_END.sub("", f"{text[len(kept) :]} ")).split()
    if not head or _NO_HEAD.fullmatch(head[-1]) or not re.fullmatch(r"[\w'’.-]+", head[-1]):
        return None
    first = head[0]
    determined = re.fullmatch(
        r"(?:the|an?|one|two|three|four|five|six|several|some|local|my|his|her|our|their|its|another|both|many|most)",
        first,
        re.IGNORECASE,
    )
    plural = (
        len(head) <= 4 and re.search(r"(?:[^s]s|men|women|people|police)$", head[-1]) is not None
    )
    named = head[-1][:1].isupper() and len(head) <= 5  # “state oil firm Ecofuel”
    owned = re.fullmatch(r"(?:[A-Z][\w-]*|[a-z]+)(?:['’]s|s['’])", first) is not None
    if determined is None and not plural and not named and not owned:
        return None
    if owned and len(head) < 2:
        return None
    if determined is not None and len(head) < 2:
        return None
    return (text, "")


def _spoken(text: str) -> list[bool]:
    inside = False
    marks: list[bool] = []
    for char in text:
        if char == "“":
            inside = True
        elif char == "”":
            inside = False
        elif char == '"':
            inside = not inside
        marks.append(inside)
    return marks


def _mention(line: int, who: tuple[str, str], verb: str, after: str) -> SpeakerMention:
    to = ""
    if verb in ("told", "tells"):
        match = re.match(rf"\s*({_OUTLET})", after)
        if match:
            to = re.sub(r"\s+(?:on|by|in|that|late|early)$", "", match[1]).strip(" .,")
    via = ""
    match = re.search(r",? according to ([A-Z][\w./-]*)\b", after)
    if match and verb != "according to":
        via = match[1].rstrip(".")
    return SpeakerMention(line=line, name=who[0], role=who[1], verb=verb, to=to, via=via)


def _segments(text: str) -> list[str]:
    """The parts of a sentence between commas and the like."""
    return [part.strip(" —–-") for part in re.split(r"\s*[,;:“”\"()]\s*|\s+[—–-]{1,2}\s+", text)]


_ALIAS = re.compile(
    rf" who gave (?:his|her|their) name (?:only |just )?as ({_NAME.pattern})(?: has| had)?\s*$"
)
"""“A man who gave his name only as Yusuf said …”."""


def _subject_before(text: str) -> tuple[str, str] | None:
    """(name, role) of the subject that ends right before a verb of saying."""
    alias = _ALIAS.search(text)
    if alias:
        return (alias[1], "")
    short = re.search(
        r" \([A-Z][A-Za-z/.&-]{1,9}\)(?=,?\s*$|\s[a-z]+\s*$)", text
    )  # a body's abbreviation
    whole = text[: short.start()] + text[short.end() :] if short else text
    return _subject_of(whole) or (_subject_of(text) if short else None)


def _subject_of(text: str) -> tuple[str, str] | None:
    parts = _segments(text)
    closed = parts and parts[-1] == ""
    while parts and parts[-1] == "":
        parts.pop()
    if not parts:
        return None
    if not closed:
        last = _strip_time(parts[-1])
        if last.endswith(" who"):
            return _named_person(re.split(r"\b(?:by|from|with|to|for|of|as|and)\s", last[:-4])[-1])
        relative = re.search(r"\b(?:that|who|which) (?!(?:the|a|an|he|she|it|they)\b)[a-z]", last)
        if relative and _COLLECTIVE.search(last[: relative.start()]):
            last = last[: relative.start()].strip()
        if not last:
            return None
        if (
            len(parts) > 1
            and re.match(
                r"^(?:who|which|whose|in|on|at|from|speaking|citing|including|also)\b", last
            )
            and not re.search(r"\b(?:that|as|when|because|while)\s+(?:the\s)?\w+", last)
        ):
            closed = True
        else:
            return _person_or_body(last, before=parts[-2] if len(parts) > 1 else "")
    # The verb follows a comma: “Name, role, said” or “The role, Name, said”.
    aside = len(parts) > 1 and _ASIDE.fullmatch(parts[-1]) is not None
    if aside:
        parts.pop()
    tail = parts[-1]
    if aside and len(parts) == 1:
        return _person_or_body(tail, before="") or _phrase(tail)
    other = re.fullmatch(
        r"(?:which|whom) ((?:(?:the|an?|his|her|their|some|many) )?(?:[\w-]+ ){0,2}[a-z]{3,}s)",
        tail,
    )
    if other and not _NO_SUBJECT.search(other[1]):
        return _person_or_body(other[1], before="") or _phrase(other[1])
    if len(parts) > 1 and re.match(r"(?:who|whose|which)\b", tail):
        if len(parts) > 2 and re.match(r"(?:an?|the|one|\d+) |\d+$", parts[-2]):
            named = re.search(rf"(?:^|\s)({_NAME.pattern})$", parts[-3])
            if named and _whole_name(named[1]):
                return (_without_title(named[1]), _role(parts[-2]))
        return _described(_strip_lead(parts[-2])) or _by_comma(parts)
    if len(parts) > 1 and re.fullmatch(_NAME_WORD, tail) and _KIN.match(_strip_lead(parts[-2])):
        return (tail, _role(_strip_lead(parts[-2])))
    return _by_comma(parts)


_ASIDE = re.compile(
    r"(?:on the other hand|for (?:instance|example|one)|by contrast|in turn|of course|too|as well|meanwhile|however|for (?:his|her|its|their) part"
    r"|in (?:a|an) (?:\w+ ){0,2}(?:statement|interview|tweet|post|message|letter|briefing|speech)"
    r"|(?:quoting|citing) .*"
    r"|(?:his|her|their) (?:voice|eyes|hands|face)\b.*)",
    re.IGNORECASE,
)
"""What may stand between a subject and its verb, within commas."""
_KIN = re.compile(
    r"(?:an?|one|the|his|her|their|my|our|another|[A-Z]\w+['’]s?) (?:[\w-]+ ){0,3}[a-z]{3,}$"
)


def _described(text: str) -> tuple[str, str] | None:
    """Of whom a relative clause tells: “Senator Ann Lee, who …”, “his wife, who …”, “the guards' boss, who …”."""
    tail = re.split(
        r"\b(?:by|from|with|to|for|as|that|when|while|and|but|after|before|said|says|told)\s+(?=\S)",
        text,
    )[-1]
    body = _body(tail) or _body(text)
    return _named_person(tail) or ((body, "") if body else _phrase(text))


def _by_comma(parts: list[str]) -> tuple[str, str] | None:
    tail = parts[-1]
    if _whole_name(tail) and len(parts) > 1:
        role = _strip_lead(parts[-2])
        return (_without_title(tail), _role(role) if _ROLE_WORD.search(role) else "")
    for back in range(2, min(6, len(parts)) + 1):
        name = _strip_lead(parts[-back])
        if _whole_name(name):
            return (_without_title(name), _role(" ".join(parts[len(parts) - back + 1 :])))
        named = _named_person(name)
        if named:
            extra = parts[len(parts) - back + 1]
            return (named[0], named[1] or _role(extra))
    for back in range(1, min(4, len(parts)) + 1):
        body = _body(parts[-back])
        if (
            body
            and not re.match(
                r"^(?:who|which|including|especially|among|in|on|at|from|with|near)\b", parts[-back]
            )
            and (back > 1 or not re.match(r"^(?:a|an|the) ", parts[-back]))
        ):
            return (body, "")
    return None


def _subject_after(text: str) -> tuple[str, str] | None:
    """(name, role) of the subject right after a verb of saying or “according to”."""
    parts = _segments(
        re.split(r"(?<=[a-z]{4})\.\s|\.$|\bwho\b|\bwhich\b|\bas\b|\bwhen\b|\bafter\b", text)[0]
    )
    if not parts or not parts[0]:
        return None
    head = _strip_time(parts[0])
    if not _named_person(head):
        head = _strip_time(
            re.split(r"\s(?:in|on|at|by|from|late|early|to|during)\s(?=[A-Zat\d])", parts[0])[0]
        )
    named = _named_person(head)
    if named:
        role = named[1]
        if (
            not role
            and len(parts) > 1
            and (_ROLE_WORD.search(parts[1]) or re.match(r"^(?:an?|the|one) ", parts[1]))
        ):
            role = _role(parts[1])
        return (named[0], role)
    if len(parts) > 1 and _whole_name(parts[1]) and _ROLE_WORD.search(head):
        return (_without_title(parts[1]), _role(head))
    body = _body(head)
    return (body, "") if body else _phrase(parts[0]) or _phrase(head)


def _strip_time(text: str) -> str:
    """Without the day or the place that stands between a subject and its verb."""
    return re.sub(
        r"\s+(?:on|late on|early on|in|over|by)\s+(?:the (?:weekend|statement)|a statement|[A-Z][a-z]+day(?: \w+)?|"
        r"(?:January|February|March|April|May|June|July|August|September|October|November|December|[A-Z][a-z]{2}\.?) \d{1,2}"
        r"|\d{1,2} [A-Z][a-z]+)$"
        r"|\s+(?:yesterday|today|[A-Z][a-z]+day|(?:earlier )?(?:last|this) (?:week|month|year|night|morning))$|\s+(?:also|earlier|later|then|in turn|however|here|there|has|have|had)$",
        "",
        text,
    ).strip()


def _strip_lead(text: str) -> str:
    text = re.sub(
        r"^.*\bwhat (?=(?:the|an?|local|some|[A-Z])\b)", "", text
    )  # “after what the governor described as”
    before = None
    while before != text:
        before = text
        text = _LEAD.sub("", text).strip()
    return text


_OWN_ACCOUNT = re.compile(
    r",? by (?:his|her|its|their) own (?:account|admission|count|figures|estimate)\b"
)
_WHAT_CALLED = re.compile(
    r"\bwhat (?P<who>[^,.;:“”\"]{2,60}?) (?P<verb>called|described as|termed)\b"
)


def _whole_name(text: str) -> bool:
    """Whether a text is a person's name and nothing else."""
    text = text.strip()
    bare = _without_title(text)
    if not bare or not re.fullmatch(rf"{_NAME.pattern}", bare):
        return False
    words = bare.split()
    return (
        2 <= len(words) <= 5
        and not _COLLECTIVE.search(words[-1])
        and not _ROLE_WORD.fullmatch(words[-1])
    )


def _without_title(text: str) -> str:
    words = text.split()
    while (
        len(words) > 1
        and _ROLE_WORD.fullmatch(words[0])
        and words[0].lower().rstrip(".") not in _TITLES
    ):
        words.pop(0)
    return " ".join(words)


def _named_person(text: str) -> tuple[str, str] | None:
    """(name, role) in “Ministry spokesman Rahim Stanekzai” or “Abdul Bari”; None without a name."""
    text = _strip_lead(text).strip()
    match = re.search(rf"(?:^|\s)(?P<name>{_NAME.pattern})$", text)
    if not match:
        return None
    # The name is what follows the last word of a role or the last word in small letters.
    name = match["name"]
    lead = text[: match.start("name")].strip()
    words = name.split()
    if _BODY_AND.search(lead):
        return None  # “the Ministry of Water and Irrigation”
    if re.search(r"\b(?:of|in|from|at|near)(?: the)?$", lead) and len(words) <= 2 and _speaks(lead):
        return None  # “an official of Gamboru Ngala”: the place is no name of his
    cut = 0
    for i, word in enumerate(words):
        if _ROLE_WORD.fullmatch(word) and word.lower().rstrip(".") not in _TITLES:
            cut = i + 1
    while lead.endswith(" of") and cut < len(words) - 1 and _OFFICE.fullmatch(words[cut]):
        cut += 1
    if " ".join([lead, *words[:cut]]).endswith(" for") and len(words) - cut > 2:
        cut += 1  # “UN Special Envoy for Syria Ann Lee”
    role = " ".join([lead, *words[:cut]]).strip()
    words = words[cut:]
    if not words or _COLLECTIVE.fullmatch(words[-1]) or (len(words) == 1 and not cut and not role):
        if (
            len(words) == 1
            and len(text.split()) == 1
            and not _COLLECTIVE.fullmatch(words[0])
            and not _PRONOUN.match(words[0])
        ):
            return (words[0], "")
        return None
    if (
        re.search(r"\b(?:the|a|an)$", role, re.IGNORECASE)
        and len(words) < 4
        and not _ROLE_WORD.search(role)
    ):
        return None  # “the Defense Ministry”, “the Red Crescent”
    if role and not _ROLE_WORD.search(role):
        if cut == 0 and lead and not re.search(r"\b(?:that|and|but|as)$", lead):
            return None
        role = ""
    return (" ".join(words), _role(role))


_BODY_AND = re.compile(r"\b[A-Z][\w-]+ (?:of|for|on) (?:[A-Z][\w-]+,? )+and$")
"""The beginning of a body's name that goes on behind “and”."""


def _speaks(lead: str) -> bool:
    """Whether the words before “of” or “in” name somebody themselves."""
    head = re.sub(r"\s(?:of|in|from|at|near)$", "", lead)
    return _COLLECTIVE.search(head) is not None or _ROLE_WORD.search(head) is not None


def _role(text: str) -> str:
    text = re.sub(r"^(?:but|and|who is|who was|who)\s+", "", text.strip(), flags=re.IGNORECASE)
    text = re.sub(r"^(?:(?:\d+|an?|the)\s+)+", "", text, flags=re.IGNORECASE)
    text = re.split(r"\b(?:who|which|whose|whom)\b", text)[0].strip(" ,")
    told = re.search(r"\b(?:was|were|had|have|has)\b", text) is not None
    return text if len(text.split()) <= 14 and not told else ""


def _body(text: str) -> str:
    """The body or group that a noun phrase names, or an empty string."""
    text = _strip_time(_strip_lead(text.strip()))
    # The subject of a clause within the sentence: “… as the government said”.
    inner = re.split(
        r"\b(?:as|that|when|because|while|although|though|but|and(?= (?:the|a|an|local|some) )|after|before|since|where|so|than|like)\s+(?=(?:the|a|an|local|some|afghan|[A-Z])\b)",
        text,
    )[-1]
    if _COLLECTIVE.search(inner):
        text = inner
    text = _strip_lead(text)
    if not text or _PRONOUN.match(text) or len(text.split()) > 14:
        return ""
    if re.match(
        r"(?:Talking|Speaking|Addressing|Replying|Responding|Referring|Quoting|Citing|Asked)\b",
        text,
    ):
        return ""
    match = _COLLECTIVE.search(text) or re.fullmatch(r"(?:[Tt]he )?[A-Z]{2,6}", text)
    if not match:
        # “The Mayor of X” is caught above; a lone name of a body: “Human Rights Now”.
        return ""
    # Post-modifiers are cut: “residents of Kunduz reached by phone”.
    text = re.split(r"\s(?:who|which|reached|quoted|speaking|contacted|based|whom|whose)\s", text)[
        0
    ]
    if re.search(r"\b(?:was|were|had|has|is|are|been|did|killed|took)\b", text) or (
        len(text.split()) > 6 and _SAY.search(text)
    ):
        return ""
    return text if len(text.split()) <= 12 else ""


def _person_or_body(text: str, before: str) -> tuple[str, str] | None:
    text = _strip_lead(text)
    if not text or _PRONOUN.match(text):
        return None
    clause = re.split(r"\b(?:that|as|when|because|while|although|though|but|which)\s+(?=\S)", text)[
        -1
    ].strip()
    of_body = re.fullmatch(rf"({_NAME.pattern}) ((?:of|from) (?:the )?[A-Z][\w ]+)", clause)
    if (
        of_body
        and _whole_name(of_body[1])
        and not _COLLECTIVE.search(of_body[1])
        and re.search(r"\b(?:Institute|University|Cent(?:er|re)|Foundation|Party)\b", of_body[2])
    ):
        return (_without_title(of_body[1]), of_body[2])
    if _PRONOUN.match(clause):
        return None
    named = _named_person(clause)
    if named:
        name, role = named
        if (
            not role
            and before
            and _ROLE_WORD.search(before)
            and len(before.split()) <= 8
            and before[:1].islower()
        ):
            role = ""
        return (name, role)
    # “a member of the council on Monday”, “Election officials in Kabul”.
    body = _body(clause)
    return (body, "") if body else None
