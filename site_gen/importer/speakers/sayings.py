"""Verbs of saying, and whether one tells of a statement where it stands.

“The mayor denied it” does; “cases reported in May”, “was told to leave” and “claimed responsibility”
do not.
"""

from __future__ import annotations

import re

from site_gen.importer.notation import regex

_VERBS = (
    r"said|says|say|told|tells|added|adds|narrated|refuted|underscored|ruled out|claimed|claims|denied|denies|deny|confirmed|confirms|reported|reports|announced|"
    r"announces|warned|warns|warn(?= (?:of|that)\b)|disclosed|advised(?= (?:\w+ ){1,3}(?:to|not|against)\b)|called(?= [A-Z][\w ]{2,30} (?:an? )?[“\"])|echoed|declared(?= [^.;]{0,60}[“\"])|accused|accuses|blamed|blames|urged|urges|insisted|insists|insist|vowed|condemned|condemns|"
    r"complained|complains|wrote|writes|stated|argued|acknowledged|admitted|explained|estimated|estimates|estimate|alleged|"
    r"alleges|promised|pledged|suggested|noted|stressed|called (?:(?:in [A-Z]\w+|on \w+day) )?(?:for|on|upon|it|this|that)|called the (?=[\w ]{2,30} (?:an? |[“\"]))|called the (?=\w+est\b|most\b|worst\b)|conceded|testified(?= (?:that|to|before)\b)|answered(?= that\b)|forecasts?(?= (?:an?|another|that|more|heavy|further|growth|inflation|rain|snow|strong|\d+)\b)|reports?(?= (?:at least|more than|about|some|only|that) )|expects?(?= (?:it|them|him|her|(?:the|its|their|an?|this|more|at least|up to|[a-z]+s) ?(?:[\w’'-]+ ){0,6}?) ?to\b(?! (?:the|an?)\b))|calls (?:him|her|them|it)(?= )|maintained|contended|put (?:the|its) (?:number|toll|figure|share|cost|total|strength|dead)|gave the"
    r"(?: number| toll| figure)|declined to|refused to(?= (?:say|comment|confirm|name|discuss|answer|accept|recogni[sz]e|rule|talk|speak|be drawn|disclose|reveal|elaborate|apologi[sz]e)\b)|described|tweeted|posted|recalled|predicted|appealed|rejected|disputed|"
    r"dismissed(?! (?:his|her|its|their|the|two|three|several) (?:\w+ ){0,3}(?:minister|secretary|chief|general|commander|officials?|governor|head|staff)s?\b)"
    r"|questioned(?= (?:whether|why|how|what|that|the|his|her|its|their)\b(?! (?:\w+ ){0,2}(?:man|men|woman|women|suspects?|drivers?|witness(?:es)?|guards?|officers?)\b))|asked(?= (?:on \w+ |in \w+ |last \w+ )?(?:whether|why|how|if|what|which|for|that)\b|\s*[.;]|\s*$| (?:them|him|her|us|(?:the )?[\w' ]{2,40}?)(?: on \w+day)? (?:(?:not )?to|why|whether|how|what)\b)"
    r"|countered|remarked|lamented|concedes?|replied|replies|responded|retorted|observed(?= that\b)|asserted|asserts|affirmed|affirms|reiterated|reiterates"
    r"|revealed|clarified|boasted|joked|objected|protested(?= that\b)|speculated|hinted|indicated(?= that\b| (?:an?|the) [\w’' -]{2,60}\.?$)|opined|reckons?|recounted|recounts"
    r"|argues?|acknowledges?|admits?|explains?|maintains?(?= (?:that|it|they|he|she)\b)|stresses|recalls?|suggests?(?= that\b)|predicts?|describes|concluded(?= that\b)"
    r"|informed(?= (?:that\b|\w+ that\b)|\s*[.;]|\s*$)|held(?= that\b)|ordered(?= that\b)|shouted(?= that\b)|pointed out|cautions|promises|promise(?= (?:to|that|an?)\b)|suspects?(?= (?:an?|the|that|some)\b)|called (?:him|her|them)(?= (?:an? |the |[“\"]))"
    r"|called the (?=\w+ [a-z]{3,}(?:al|ic|ous|ful|able|ible|less|ive|ent|ant|air|ations?)\b)|published(?= (?:an?|the|its) (?:\w+ ){0,2}(?:statement|video|photos?|pictures?|footage|list|map|report|letter|message|appeal|figures)\b)"
    r"|calls? (?:for|on|upon)|confirm|blame(?= \w+[.;,]| (?:an?|the|his|her|its|their|[A-Z]))|puts? (?=[^.;]{2,60} at (?:about |around |more than |nearly |over |some )?[\d$€£])|doubts?(?= (?:that|whether)\b)|(?:report|believe|fear|hope|expect|think|suspect)s?(?= that\b)|tried to reassure|cautioned|thanked|praised|(?:spoke|spoken|speaks?)(?: at first| later)? of|fears?(?= (?:an?|the) )"
    r"|attributes?(?= to\b)|attribute[sd]?(?= (?:it|this|that|them|the|their|his|her)\b[^.;]{0,60} to\b)|wanted to know|want to know|assured(?= )|assures(?= )"
    r"|express(?:ed|es)(?= (?:\w+ ){0,2}(?:concern|regret|outrage|alarm|grief|anger|shock|sadness|frustration|solidarity|sympathy|condolences|dismay|displeasure|gratitude|confidence|hope|optimism|doubts?|fears?|relief|satisfaction|sorrow)\b)"
    r"|voiced(?= (?:\w+ ){0,2}(?:concern|regret|outrage|alarm|doubts?|fears?|hope)\b)|demanded(?= (?:(?:on )?[A-Z]\w+day )?(?:that|to know)\b)|averred|decried|denounced|deplored|deplores|denounces|(?:remind(?:s|ed))(?= )|considers(?= that\b)|regret(?:s|ted)(?= that\b)"
    r"|(?:slammed|lambasted|hailed|lauded)(?= (?:the|his|her|its|their|[A-Z]\w*) (?!door|brake|wall))"
    r"|accuse(?= )|condemn(?= )|allege(?= )|claim(?= (?:that|to|they|it|he|she|the)\b)|remembers(?=\s*\.|\s*$)"
    r"|criticised|criticized|debunked|bemoaned|charged(?= that (?:the|an?|his|her|its|their|it|they|he|she|there|some|many|[A-Z]\w+|[a-z]+s)\b)|declared(?= that\b|\s*[.;]|\s*$)|rejects?(?= (?:the|this|that|any|such|his|her|its|their|these|those|all|claims?|accusations?|allegations?|reports?|calls?|demands?)\b)|report(?= (?:an? )?(?:heavy|new|further|severe|serious|large|fresh|many|few|no|widespread)\b)|pledges(?= (?:that|to)\b)|specified(?= (?:that|for (?:his|her|its|their) part)\b)|confided(?= (?:to \w+ )?that\b)|disputes(?= (?:this|that|it)\b)|(?:requested|recommended)(?= that\b)|requested(?= the [\w ]{2,30}? to [a-z]+)|identified(?! (?:him|her|them)sel)(?= [^.;]{3,60} as [A-Z])|(?:believe|suspect)s?(?= (?:(?:the|an?|that) )?(?:[\w’'-]+ ){1,3}?(?:may|might|could|had|have|has|was|were|is|are)\b)|informed(?= (?!by\b)[^.,;]{2,60}? that\b)|put (?=(?:the|its|their) [^.;,]{2,60} at (?:about |around |more than |nearly |over |some |at least |between |up to )?[\d$€£“\"](?!\d?(?::\d| ?[ap]\.?m| o['’]clock)))|(?:raised|revised|lowered)(?= (?:the|its) (?:\w+ )?(?:toll|count|estimate|tally)\b)|gave an? (?:\w+ )?(?:toll|figure|number|count|total|estimate)(?= of\b)|credit(?:s|ed)?(?= [^.,;]{3,60} with (?:\w+ing|the|an?|his|her|their)\b)|(?:is|are|was|were|(?:has|have|had) been) (?:now |already |still |also )?(?:[a-z]{3,}ly )?(?:(?:condemning|denouncing|criticising|criticizing)(?= )|demanding(?= (?:that|an?|the|to know)\b)|urging|calling (?:for|on)|asking(?= (?:\w+ ){1,3}(?:not )?to\b)|accusing|blaming|denying)|pleaded(?= (?:for|with)\b)|emphasi[sz](?:ed|es)|shared(?= that\b)|enjoined(?= )|(?:directed|instructed)(?= [\w’' ]{2,40}? to (?!the\b|an?\b)[a-z]+)|swore(?= that\b)|report(?= \d)|confessed(?= that\b)|show(?:s|ed)(?= that\b)|asks(?= (?:whether|why|how|what|if)\b)|rail(?:s|ed)(?= against\b)|deem(?= )|demanded(?= (?:an?|the) (?:[\w-]+ )?(?:list|answer|account|report|inquiry|investigation|probe|apology|explanation|release|resignation|withdrawal)\b)"
)
_ADVERB = r"(?!(?:fami|assemb|dai|week|month|quarter|year|ear|on|al|rep|supp|elder|bul|anoma|Ita|Ju|Reco|po|f)ly\b|july\b|italy\b)[a-z]{2,}ly"
"""“flatly”, “categorically” before the verb belong to it; “the daily” is a subject."""
SAY = regex(
    rf"\b(?:(?:has|have|had|also|just|already|now|later|earlier|previously|first|then|once|twice|only|since|further|meanwhile|nevertheless|nonetheless|still|therefore|thus|again|{_ADVERB})\s+)*(?P<verb>{_VERBS})\b"
)
INVERTED = regex(
    r"[,?!.][\"”’'»]\s*(?P<verb>said|says|asked|asks|added|adds|recalled|recalls|explained|explains|complained|wrote|writes|told|warned|insisted|insists|replied|replies|countered|remarked|lamented|joked|argued|argues|observed|shouted|sighed|whispers|whispered|boasted|narrated|reported|warns|tweeted|posted|noted|stressed|stated|notes|texted|mused|snapped|announced|claimed|alleged|suggested|promised|pleaded|begged|cautioned|predicted|reflected|concluded|admits|admitted|confessed|declared|exclaimed|cried|deplored|indicated|confided|specified|regretted|assured|confirmed|underlined|recounted|denounced|pledged|vowed|continued|related|responded|retorted|conceded|acknowledged|reiterated|complains|declares|laments)\s+(?=[A-Za-z])"
)
ACCORDING = regex(
    r"\b(?:[Aa]ccording to|[Aa]s per|[Aa]s (?:stated|claimed|explained|reported|announced) by) (?:(?:[a-z]+ ){0,2}(?:figures|data|numbers|statistics|estimates?|count|tally|list|report|information|details)"
    r" (?:compiled|released|published|provided|collected|issued|gathered|kept|drawn up|shared|given|supplied|made public) by )?"
)
"""“according to”, and “according to figures compiled by”."""
NO_STATEMENT = regex(
    r"\b(?:was|were|is|are|be|been|being|to|not|will|would|can|could|may|might|did|does)\s+$"
)
"""What stands before “were told”, “is said to”, “has been reported”, “will confirm”."""
SUPPOSED = regex(
    r"\b(?:[Ii]f|[Uu]nless|[Ww]hether)\s[^,;:“”\"]*$"
    r"|\bthe (?:day|week|month|year|night|morning|moment|hour) (?:on which|in which|when) [^,;:“”\"]*$"
)
"""“if the governor says so”: nobody has said it; “the day on which the king spoke of war” only says which day."""
IRREGULAR_VERB = regex(
    r"\b(?:took|fell|came|went|began|broke|left|got|made|met|put|held|led|sent|shot|fled|lost|won|hit|struck|killed|must|should|remains?|ran|rose|gave|found|kept|sold|saw|fought|blew|died|stood|became|brought|caught|built|felt|grew|knew|threw|withdrew|drove|wrote|spoke)\b"
)
_BEFORE_NOUN = regex(
    r"\b(?:the|a|an|these|such|of|all|with|to [a-z]+|amid|despite|after|following|on|about|in|official|media|news|initial|unconfirmed|intelligence|press|recent|new|several|some"
    r"|many|other|earlier|conflicting)\s+$",
    re.IGNORECASE,
)
"""What stands before “reports”, “claims” or “estimates” when that is a noun."""


_AS_PARTICIPLE = regex(
    r"said (?:farewell|good-?bye|(?:a |his |her |their )?prayers?|grace|mass|hello)\b|warned (?:off|away|back)\b|accused(?:\s*,|\s+of\b)|described\s+as\b|reported\s+(?:to|for)\b|said\s+to\s+(?:have|be|weigh|number|contain|own|hold|live|come|cost)\b"
    r"|wrote\s+(?:down\b|(?:the|his|her|its|their|an?|it|them) (?!.*\b(?:saying|that)\b))"
)
"""“The sixth accused, a captain”, “rebels said to have fled”, “reported for duty”, “wrote the names on the wall”."""


_NOUN_BEHIND = regex(
    rf"{_BEFORE_NOUN.pattern}|\b[Aa]ccording to (?:[\w’'.-]+ )*$|\b\w+['’]s? $"
    r"|\b(?:do|does|did|to|will|would|can|could|may|might|not) [a-z]+ (?:\w+ )?$"
    r"|\b(?:early|initial|first|preliminary|provisional|rough|conservative) $"
    r"|\b(?:[a-z]{3,}ed|had|got|read|saw|heard|deny|denies|rejects) $",
    re.IGNORECASE,
)
_NOUNS = ("report", "reports", "claim", "claims", "estimates", "estimate", "put the")
_AS_ADJECTIVE = regex(
    r"(?:^|\s)(?:[Tt]he|[Aa]n?|[Hh]is|[Hh]er|[Ii]ts|[Tt]heir|[Oo]ur|my|[Ww]ith|[Oo]f|[Aa]mid|[Dd]espite|[Aa]fter|[Ff]ollowing|[Dd]uring|[Ss]ince|for|by|from|over|against|recent|several) $"
)
"""What stands before “the disputed election”, “amid reported clashes”: an adjective there."""


def _is_no_verb(verb: str, before: str) -> bool:
    """Whether what looks like a verb of saying is an adjective or a noun: “the disputed vote”, “rejected reports”."""
    if _AS_ADJECTIVE.search(before) and verb not in ("said", "says", "say"):
        return True
    return verb in _NOUNS and _NOUN_BEHIND.search(before) is not None


def _is_act(verb: str, after: str) -> bool:
    """Whether what looks like a verb of saying tells what was done here: “has claimed nine lives”."""
    if verb in ("claimed", "claims"):
        return _CLAIMED_LIVES.match(after) is not None or after.startswith(" of ")
    if verb in ("estimate", "estimates", "report", "reports"):
        return (
            re.match(r" of\b", after) is not None
        )  # “the guild's estimates of more than 60 deaths”
    if verb.startswith("respond"):
        return re.match(r"[^.;]*? by [a-z]+ing\b", after) is not None  # “by moving to the hills”
    if verb == "complained":
        return _FILED.match(after) is not None
    told = verb in ("tells", "told")
    return told and re.match(r" (?:this|it|that) (?:as|like)\b", after) is not None


def is_statement(verb: str, before: str, after: str) -> bool:
    """Whether a verb of saying tells of a statement here, rather than of an act or a noun."""
    if _is_no_verb(verb, before) or _is_act(verb, after):
        return False
    if verb.startswith(("calls ", "call ")) and re.search(
        r"\b(?:[a-z]+ed|the|of|with|his|her|its|their|all|any|despite|urgent|new|more|and)\s+$",
        before,
    ):
        return False  # “disregarded calls for”
    if verb.startswith("admit") and re.match(
        r"\s+(?:with|after|for|in|at|(?:(?:more|fewer) than|over|another|some|about) \d|\d)\b|\s+\d|\s+to (?:an? |the )?(?:hospital|clinic|ward|intensive|emergency)",
        after,
    ):
        return False  # into a hospital
    if verb == "told" and re.match(r"\s+(?:not )?to [a-z]", after):
        return False  # “companies that the rebels had told to close”
    if verb.startswith("insist") and re.match(r" on (?!\w+day\b)", after):
        return False  # “insisted on the release of 36”: a demand
    if _AS_PARTICIPLE.match(f"{verb}{after}") and not before.endswith(", "):
        return False
    if re.match(r"\s+(?:nothing|no word|not a word)", after):
        return False
    if (
        verb == "claimed"
        and not re.search(r"\bspokes\w+ $", before)
        and re.match(r"\s*(?:responsibility|it\b|the (?:bombing|attack|killing)s?\b)", after)
    ):
        return False  # who says that he did it is an actor; what he said stands elsewhere
    if verb in ("pledged", "promised") and re.match(r"\s+(?:\w+ ){0,3}[$€£]", after):
        return False  # “pledged $2 million” is an act
    return verb.startswith("called the") or not re.match(
        r"\s*(?:\)|dead|cases?\b|missing|each other\b"
        r"|by\b(?! (?:tele)?phone| satellite| SMS| e-?mail| video| text| radio))",
        after,
    )


_CLAIMED_LIVES = regex(
    r"\s+(?:[\w,-]+ ){0,5}?(?:lives|life)\b(?![^.,;]* (?:was|were|is|are|had|has)\b)"
    r"|\s+(?:(?:at least|more than|over|about|around|some|nearly|up to|another|its|many|several) )?(?!the\b)[\w,-]+ (?:\w+ )?victims?(?=[.,;]| (?:in|on|since|so far|over|every|each|this|last)\b|\s*$)"
)
_FILED = regex(
    r" to [^.;“”\"]*(?:office|police|commission|court|tribunal|ombudsman)(?: (?:in|at|of) [\w -]+?)?(?: yesterday| today| on \w+day)?\s*\.?\s*$",
    re.IGNORECASE,
)
"""Where somebody lodged a complaint, of which nothing is told."""
_PLAIN_VERB = regex(
    r"(?:said|says?|told|tells|adds|added|warns?|warned|insists?|insisted|denie[sd]|deny|writes|wrote|accused|blamed|condemned|urged|asked|doubts?|called (?:on|upon|for|him|her|it|them)|called the|promise[sd]?|vow(?:s|ed)|admit(?:s|ted)|acknowledge[sd]?|explain(?:s|ed)?|concede[sd]?|suspects?|blames?"
    r"|rejected|dismissed|describe[sd]|predict(?:s|ed)|replied|answered|appealed|cautions|cautioned|shouted|held|ordered|pointed out|narrated|refuted|underscored|recall(?:s|ed)?|remembers|ruled out|put the (?:number|toll|figure|dead)|complain(?:s|ed)|argue[sd]?)"
)
_PARTICIPLE = regex(
    r"(?:reported|reports|confirmed|confirms|announced|claimed|claims|estimated|estimates?)"
)


def is_speech(verb: str, after: str) -> bool:
    """Whether a verb says something, rather than qualifies the noun before it (“cases reported in …”)."""
    if _PLAIN_VERB.fullmatch(verb):
        return True
    if re.match(r"\s+that\b", after) or verb.startswith(
        (
            "calls ",
            "call ",
            "expect",
            "report",
            "forecast",
            "answered",
            "is ",
            "are ",
            "was ",
            "were ",
            "has been",
            "have been",
            "put ",
            "gave ",
            "credit",
            "raised",
            "revised",
            "lowered",
            "pledges",
            "informed",
            "disputes",
            "charged",
            "specified",
            "requested",
            "confided",
            "rail",
            "deem",
            "demanded",
        )
    ):
        return True
    told = re.match(
        r"\s*(?:[.,;”\"]|$|(?:that|the|an?|it|in a statement|(?!during)[a-z]+ing)\b)", after
    )
    if verb == "claims" and re.match(r" to (?:have|be|know|hold|own)\b", after):
        return True
    return _PARTICIPLE.fullmatch(verb) is not None and told is not None
