"""Numbers that count something, with their unit and how exact the text makes them.

Durations, distances, dates, times, ages and ordinals are no figures. These are hints for an
editor's `figures`; which series one belongs to is for the editor to say.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from site_gen.importer.notation import regex, words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from site_gen.model import Qualifier


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureMention:
    """One figure."""

    line: int
    start: int
    end: int
    text: str
    value: float | None
    """None when the text gives words only (“dozens”)."""
    high: float | None = None
    of: float | None = None
    """The whole, in “14 of the province's 18 districts”."""
    qualifier: Qualifier = "exactly"
    unit: str = ""
    """What is counted, as the text says it: “districts”; empty when it leaves that out."""
    words: str = ""


_SMALL = {
    w: n
    for n, w in enumerate(
        words(
            """
    zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen
    fifteen sixteen seventeen eighteen nineteen
    """
        )
    )
}
_TENS = {
    w: 10 * n
    for n, w in enumerate(
        ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"], 2
    )
}
_SCALE = {
    "hundred": 100.0,
    "thousand": 1e3,
    "million": 1e6,
    "billion": 1e9,
    "bn": 1e9,
    "m": 1e6,
    "dozen": 12.0,
    "lakh": 1e5,
    "crore": 1e7,
}
_VAGUE = "dozens|scores|hundreds|thousands|tens of thousands|hundreds of thousands|millions|several dozen|several hundred|a few dozen|a few hundred|a few thousand|several thousand"
_BELOW_HUNDRED = rf"(?:(?:{'|'.join(_TENS)})(?:-(?:{'|'.join(_SMALL)}))?|{'|'.join(sorted(_SMALL, key=len, reverse=True))})"
_WORD_NUMBER = rf"(?:{_BELOW_HUNDRED} hundred and {_BELOW_HUNDRED}|{_BELOW_HUNDRED})"
_SPACED = r"\d{1,3}(?: 000)+(?!\d)|\d{1,3}(?:[\u00a0\u202f]\d{3})+(?!\d)|(?<!\d )[1-9]\d{0,2} \d{3}(?= [a-z]{3,})"  # “100 000”, “1 200 men”
_PLAIN = rf"(?:{_SPACED}|\d{{1,3}}(?:,\d{{3}})+(?:\.\d+)?|\d+(?:\.\d+)?(?![\d,.]*(?:st|nd|rd|th)\b)|{_WORD_NUMBER}\b)(?:[ -](?:hundred|thousand|million|billion|bn|dozen|lakh|crore)\b)?|(?:an?|half a) (?:hundred|thousand|million|dozen)\b|(?:a half|half)-(?:a-)?dozen\b"
_QUALIFIERS: tuple[tuple[Qualifier, str], ...] = (
    (
        "more than",
        r"more than|over|above|upwards of|in excess of|greater than|well over|exceeding|well beyond|beyond",
    ),
    ("at least", r"at least|no fewer than|not fewer than|no less than|not less than|a minimum of"),
    ("nearly", r"nearly|almost|close to|just under|approaching|just short of"),
    ("up to", r"up to|as many as|as much as|at most|a maximum of|no more than|not more than"),
    ("fewer than", r"fewer than|less than|under|below"),
    (
        "about",
        r"about|around|some|roughly|approximately|an estimated|estimated|or so|circa|perhaps|in the region of",
    ),
    ("exactly", r"exactly|precisely"),
)
_QUALIFIER = "|".join(rf"(?P<q{i}>{words})" for i, (_, words) in enumerate(_QUALIFIERS))
_FIGURE = regex(
    rf"(?<![\w,$€£#:-])(?:(?<!/)|(?<=(?-i:[a-z])/))(?:(?<!\.)|(?<=(?-i:[a-z]{{2}})\.)(?=(?-i:[A-Z])))(?:(?:{_QUALIFIER})\s+(?:the )?)?(?P<cur>[$€£₦₹]|US\$|(?-i:USD|EUR|GBP|KSh|Sh|Php)(?=\s?\d)|(?-i:N|P|R)(?=\d)|(?-i:Rs|Rp|Tk)\.? ?(?=\d))?\s?"
    rf"(?:(?P<range>[Bb]etween )?(?P<n>{_PLAIN})(?:\s?(?:-|–|to|and|or)\s?(?P<hi>{_PLAIN}))?|(?P<vague>(?:{_VAGUE})\b))"
    rf"(?P<plus>\+)?(?P<rest>(?:\s?%|\s+per\s?cent\b|-percent\b)?)",
    re.IGNORECASE,
)
_NO_UNIT = frozenset(
    words(
        """
    hour hours hr hrs day days week weeks month months year years minute minutes second seconds
    decade decades century centuries night nights morning mornings weekend weekends am pm
    kilometer kilometers kilometre kilometres km mile miles meter meters metre metres m feet
    foot yards yard inches degrees degree o'clock gmt times time side sides
    direction directions way ways things thing point points part parts pm st nd rd th bst est
    edt utc cot hrs word words january february march april may june july august september
    october november december jan feb mar apr jun jul aug sep sept oct nov dec reasons reason
    fronts front shift shifts generations generation kph mph mm cm min fold year-old
    """
    )
)
_OF_A_TIME = frozenset(["night", "day", "morning", "evening", "weekend", "shift", "side", "front"])
"""What says which: “two night trains”, “three shift engineers”."""
_STOP_UNIT = frozenset(
    words(
        """
    of the in on at to from and or but for by with was were is are had has have who which that
    as after before during since while when said says into over under near against between among
    died dead killed wounded injured a an it they he she not than if so then also still be been will would could remain remained were
    whose where there here out up down off back again only even both each all just them him us me
    """
    )
)
_ADJECTIVE = regex(
    r"^(?:afghan|malian|colombian|french|american|british|african|european|foreign|u\.?s\.?|us|u\.?n\.?|nato|most|taliban|government|civilian|"
    r"provincial|elite|additional|armed|unarmed|local|national|international|new|more|other|further|fuel|police|election|"
    r"polling|traditional|[a-z]+(?:ed|al|ic|ian|ese|ish|an|ing|ary|ous|ful|ive|ist|less)|security|army|border|air|tribal|"
    r"truck|militant|rebel|enemy|women|key|special|large|small|major|young|old|main|counting|metric|family)$",
    re.IGNORECASE,
)
_WORD = regex(r"[^\W_](?:[\w'’]|\.(?!(?<=[a-z]{2}\.)[A-Z]))*(?:-[\w'’]+)*")


_SPEAKER = regex(
    r"\b(?:officer|official|farmer|villager|driver|teacher|student|passenger|journalist|witness|resident|source|diplomat|soldier|woman|man|[a-z]{3,}s|men|women|people|children)\b",
    re.IGNORECASE,
)
_SPEAKING = regex(
    r"(?: (?:(?:close|near) to|of|in|from|at|with) [^,.]{1,40})?(?:, [^,.]{1,60},)?(?: (?:whom|who|which) [^,.]{1,30})?(?<! were)(?<! was)(?<! been) (?:said|told|confirmed|reported)\b"
)


def find_figures(paragraphs: Iterable[tuple[int, str]]) -> tuple[FigureMention, ...]:
    """All figures, in the order of the text."""
    return tuple(figure for line, text in paragraphs for figure in _in_paragraph(line, text))


def _in_paragraph(line: int, text: str) -> list[FigureMention]:
    found: list[FigureMention] = []
    reach = 0
    while match := _FIGURE.search(text, reach):
        figure = _figure(line, text, match)
        if figure is not None:
            found.append(figure)
        # “two guards and nine horses”: what looked like a range may end in a figure of its own.
        reach = figure.end if figure is not None else match.end("n") if match["n"] else match.end()
    return found


_CHANGED = regex(
    r"\b(?:rais|increas|ris|rose|boost|expand|grow|grew|cut|reduc|fall|fell|drop|jump|climb|doubl|tripl|halv|swell|swoll)\w*[^.;]{0,80} from $"
)
"""“raised from 3,300 to 5,700 men”: two figures, no range."""


_MILLIONS = regex(
    r"m (?:people|children|refugees|voters|residents|inhabitants|workers|families|households|barrels|doses|displaced|users|pupils|students|tonnes|tons|hectares|euros|dollars|pesos|rupees|pounds|naira|shillings|francs|yen|yuan|roubles|rubles|lira|rand|dinars|riyals)\b"
)
"""“1.3m people”; a number before a bare “m” is metres."""


def _figure(line: int, text: str, match: re.Match[str]) -> FigureMention | None:
    number = match["n"]
    after = text[match.end() :]
    if number and not _plausible(text, match, after):
        return None
    if match["vague"] and re.match(
        r"\s+of\s+(?:dollars|euros|pounds|rupees|times|miles|kilomet|years|hours|days)", after
    ):
        return None
    value = to_number(number) if number else None
    high: float | None = None
    end = match.end("rest") if match["rest"] else match.end()
    if match["hi"] and _CHANGED.search(text[: match.start()]):
        after = text[match.end("n") :]
        end = match.end("n")
    elif match["hi"]:
        high = to_number(match["hi"])
        joined = text[match.end("n") : match.start("hi")].strip()
        if (joined == "and" and not match["range"]) or (
            value is not None and high is not None and high <= value
        ):
            high = None
            end = match.end("n")
            after = text[end:]
        elif (
            value is not None
            and high is not None
            and re.search(r"thousand|million|hundred|billion", match["hi"])
        ) and (
            not re.search(r"thousand|million|hundred|billion|,", number or "")
            and value < 1000 <= high
        ):
            value *= next(s for w, s in _SCALE.items() if w in match["hi"].lower())
    qualifier = _qualifier(match, text[: match.start()])
    if number and after.startswith("-odd"):
        qualifier, after, end = "about", after[4:], end + 4
    unit: str | None
    if match["rest"]:
        unit, used = "percent", 0
    elif match["cur"]:
        unit, used = match["cur"], 0
        scale = re.match(r"(?:m|bn)\b", after)
        if value is not None and scale:
            value, end = value * _SCALE[scale[0]], end + len(scale[0])  # “$10m”
    else:
        millions = _MILLIONS.match(after)
        if millions and value is not None:
            value, end, after = value * _SCALE["m"], end + 1, after[1:]
        unit, used = _unit(after, text[: match.start()], single=value == 1)
        if unit is None:
            return None
    of_them = re.search(r"\b(?:from|of|in|at|near) $", text[: match.start()])
    if used and not of_them and _SPEAKING.match(after[used:]) and _SPEAKER.search(after[:used]):
        return None  # “two officials said”: they are who speaks
    of = _whole(after) if not match["rest"] else None
    start = match.start()
    if number and not unit and not match["cur"] and not _bare_count(text, start, end):
        return None
    return FigureMention(
        line=line,
        start=start,
        end=end + used,
        text=text[start : end + used].strip(" ."),
        value=value,
        high=high,
        of=of,
        qualifier=qualifier,
        unit=unit or "",
        words=(match["vague"] or "").lower(),
    )


_PASSED = regex(
    r"\b(?:toll|number|total|count|tally|deaths|cases)\b[^.;]{0,60}\b(?:pass(?:ed|es)?|cross(?:ed|es)?|surpass(?:ed|es)?|exceed(?:ed|s)?|topped|tops?|gone beyond|go beyond)\s+(?:the )?$"
)
"""“the toll has passed 90”: more than 90."""


_IN_PLACE = regex(
    r"\b(?:hand(?:ed|ing)?|turn(?:ed|ing)?|take|took|taken|taking|run|ran|running|roll(?:ed|ing)|knock(?:ed|ing)|signed|fl(?:y|ew|ying)|water|buried|crushed|trapped|hidden|hid|sat|sits|slept|sleeps?|lay|lies|stood|bent|staggered|serv(?:ed|es?|ing)|liv(?:ed|es?|ing)|(?<=[a-z] )(?:it|them|him|her|us)) $"
)
"""Before “over” and “under” that tell where: “handed over 20 tonnes”, “buried under six floors”."""
_RISEN = regex(
    r"\b(?:risen|rose|rises|climbed|gone|goes|went|crept|jumped|shot) $"
    r"|\b(?:push|br)\w+ [^.;,]{0,40}\b(?:toll|numbers?|count|total|prices?|figures?|dead)\b[^.;,]{0,20}$"
)
"""Before “up to” that tells whereto a number rose."""


def _qualifier(match: re.Match[str], before: str) -> Qualifier:
    """How exact the text makes a number: “at least 30”, “30+”, “the toll has passed 90”."""
    if match["plus"]:
        return "more than"
    for i, (name, _) in enumerate(_QUALIFIERS):
        if match[f"q{i}"]:
            words = match[f"q{i}"].lower()
            bare = {"over": _IN_PLACE, "under": _IN_PLACE, "up to": _RISEN}.get(words)
            return "exactly" if bare and bare.search(before) else name
    if match["vague"]:
        return "about"
    return "more than" if _PASSED.search(before) else "exactly"


def to_number(text: str) -> float | None:
    """`1,037`, `nineteen`, `forty-two`, `1.5 million`, `two dozen`, `a dozen`."""
    text = re.sub(r"(?<=\d)[,\u00a0\u202f ](?=\d{3}\b)", "", text.strip().lower())
    whole = re.fullmatch(r"(\w+(?:-\w+)?) hundred and (\w+(?:-\w+)?)", text)
    if whole:
        return (to_number(whole[1]) or 0) * 100 + (to_number(whole[2]) or 0)
    scale = 1.0
    found = re.fullmatch(r"(.+?)[ -](hundred|thousand|million|billion|bn|dozen|lakh|crore)", text)
    if found:
        text, scale = found[1], _SCALE[found[2]]
    if text in ("a half", "half", "half-a"):
        return scale / 2
    if text in ("a", "an"):
        return scale
    if text == "half a":
        return scale / 2
    if re.fullmatch(r"\d+(?:\.\d+)?", text):
        return round(float(text) * scale, 6)
    tens, _, units = text.partition("-")
    if text in _SMALL:
        return _SMALL[text] * scale
    if tens in _TENS:
        return (_TENS[tens] + _SMALL.get(units, 0)) * scale
    return None


_MONTH = r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\.?"


_MONTH_WORD = _MONTH.removesuffix(r"\.?")
"""Without the point: “… on 22 April. Two bridges fell.”"""
_OF_A_PEOPLE = regex(
    r"\s(?:Rohingya|Hazaras?|Tajik|Uzbek|Turkmen|Pashtun|Baloch|Hutu|Tutsi|Fulani|Hausa|Dinka|Nuer|Yazidi|Yezidi|Kurdish|Shia|Shiite|Sunni|Hindu|Sikh"
    r"|Muslim|Christian|Buddhist|Tamil|[A-Z][a-z]+(?:an|ese|ish|i))\b(?! (?:Division|Brigade|Corps|Battalion|Regiment|Army|Road|Street|Party))"
)


def _in_a_name(number: str, before: str, after: str) -> bool:
    """Whether a number belongs to a name: “59 Division”, “Radio Two Niles”."""
    begins = number[:1].isupper() and re.search(r"[A-Za-z,] ?$", before)
    if not re.match(r"\s[A-Z][a-z]+", after) or _OF_A_PEOPLE.match(after):
        return False
    if not (number.isdigit() or begins):
        return False
    known = _WORD.match(after.lstrip())
    if known and not _ADJECTIVE.match(known[0]) and not known[0].rstrip(".").endswith("s"):
        return True  # but “50 Tomahawk missiles”
    return number[:1].isupper()


_ONE = r"\s+(?:of (?:the|its|his|their) (?:[\w'’-]+ )?)?(?:[\w.-]+ ){0,2}[a-z]{3,} (?:(?:was|is|has been|had been) )?(?:\w+ly )?(?:killed|wounded|injured|hurt|died|dead|missing|arrested|detained|drowned|shot|recovered|seized|destroyed|damaged|sunk|burned|looted|freed|rescued|captured|kidnapped|abducted)\b"
"""“One watcher was wounded”: whatever it is counts when something befalls it."""
_OF_THEM = regex(r"\s+of them\b(?! \w+ly\b)")
"""“One of them, a nurse, said …”: one of a few is pointed at; only “one of them critically” counts."""
_OF_SO_MANY = regex(
    rf"\s+of (?:the|its|his|her|their|those|these) (?:[a-z]+ )?(?:{_WORD_NUMBER}|\d+)\b(?![^.;,]* (?:died|succumbed|drowned|(?:was|has been|had been) (?:\w+ )?(?:killed|wounded|hurt|shot|found|freed))\b)"
)
"""“One of the three riders was a clerk”: three are counted."""
_NO_COUNT = regex(
    r"[ -](?:thirds?|quarters?|fifths?|tenths?)\b"
    rf"|\s+past (?:{'|'.join(_SMALL)}|\d{{1,2}})\b"
    r"|\s+to an? (?!dozen|hundred|thousand|million)\w+"
    r"|\s+(?:every|each) (?:morning|evening|night|day)\b|\s+(?:sharp|at night|tomorrow)\b"
)
"""A share, a time of the day, “two to a bed”."""
_COMPOUND = regex(
    r"-(?:year|level|month|week|day|hour|minute|metre|meter|kilomet|km|mile|foot|point|time|man\b|person\b|member|strong|nation|page|storey|story"
    r"|bed|room|seat|acre|hectare|ton|litre|kilogram|kilo|gram|watt|megawatt|inch|mm|mph|kph|kg|star|lane|way|part|step|door|wheel|piece|volt)"
)
"""What a number belongs to, rather than counts: “a 60-bed clinic”."""
_TIME = regex(
    r"\s*(?:(?:this|in the|yesterday) (?:morning|afternoon|evening)\b|[ap]\.?m\b|o['’]clock|:\d|GMT|hrs\b)"
)


def _is_date(text: str, match: re.Match[str], after: str) -> bool:
    """Whether a number is a day, a year or an hour."""
    start, number = match.start("n"), match["n"]
    before = text[max(0, start - 24) : start]
    named = re.search(rf"\b{_MONTH if number[:1].isdigit() else _MONTH_WORD}\s*$", before)
    whole = named and re.search(r"\b\d{1,2}(?:st|nd|rd|th)? $", before[: named.start()])
    # “on 30 April five women”: the day has been named.
    if (named and not (whole and (to_number(number) or 0) < 1000)) or re.match(
        rf"\s*(?:st|nd|rd|th)?\s*(?:of )?{_MONTH}\b(?!\s+(?:have|not))", after
    ):
        return True
    if (
        re.search(rf"\b{_MONTH} \d{{1,2}}(?: and|,| to|-|–)\s*$", before) and number[:1].isdigit()
    ) or _TIME.match(after):
        return True
    if re.fullmatch(r"(?:1[5-9]|20)\d\d", number) and (match.start() == start or not match["rest"]):
        unit = _WORD.match(after.lstrip())
        if re.search(
            r"\b(?:in|since|of|by|until|from|before|after|the|late|early|during|and|between|than|through|to|for|mid-?)\s*$",
            before.lower(),
        ) or not (unit and unit[0].endswith("s")):
            return True
    hour = (to_number(number) or 99) <= 12 and re.search(r"\b(?:[Aa]t|[Bb]y) $", before)
    # “At eight we saw …”
    return bool(hour and re.match(r",? (?:in the|we|he|she|they|I|it|the)\b", after))


def _is_age(number: str, before: str, after: str) -> bool:
    """“Abdul, 45, a farmer”, “a boy of six”, “a student of nineteen”, “he was 42 and had …”."""
    if re.search(r"\b(?:[Bb]oy|[Gg]irl|[Cc]hild|[Ss]on|[Dd]aughter|[Mm]an|[Ww]oman) of $", before):
        return True
    if re.search(
        r"\b(?:aged|ages) (?:between )?(?:\d+|[a-z]+)(?:, (?:\d+|[a-z]+))*,? (?:and|to|or) $",
        before,
    ):
        return True
    told = re.search(r"(?:,|\b[Hh]e|\b[Ss]he) (?:was|is|turned) $", before)
    if told and re.fullmatch(r"[1-9]\d", number):
        return re.match(r" and (?:had|has|was|is)\b| when\b|\.$", after) is not None
    return re.search(
        r"\b(?:[A-Z][a-z]+|[a-z]*m[ae]n|boy|girl|resident|student|driver),\s*$", before
    ) is not None and (re.match(r",", after) is not None)


_ONE_COUNTS = regex(
    rf"{_ONE}|\s+(?:seriously|critically|fatally|badly)\b|\s+(?:of (?:them|whom|which)|(?:(?:local|armed|injured|wounded|other|more|civilian|police|army|navy|security|female|male|young|elderly|senior|[A-Z]\w+) ){{0,3}}(?:person|man|woman|child|soldier|civilian|policeman|officer"
    r"|people|guard|worker|passenger|student|boy|girl|teacher|driver|villager|farmer|militant|rebel|fighter|protester|prisoner|peacekeeper|member(?! of)"
    r"|journalist|death|killed|dead|wounded|injured))\b"
    rf"|\s+(?:later |then |also )?(?:died|drowned|succumbed|perished)\b|\s+(?:had to have|lost) (?:his|her|a|an|both) (?:arm|leg|hand|foot|eye|ear|finger|legs|arms|eyes|life)\b|\s+each in [A-Z]"
)


def _one_counts(number: str, before: str, after: str) -> bool:
    """Whether “one” counts somebody, or something that is had or lost, rather than being an article."""
    if re.search(r"\b(?:[Nn]o|[Ee]very|[Aa]ny|[Ss]ome) $", before):
        return False
    if number.lower() == "one" and (
        _OF_SO_MANY.match(after)
        or _OF_THEM.match(after)
        or (re.search(r"\bof $", before) and after.startswith(" of "))
    ):
        return False  # “the wife of one of the wounded”
    if number.lower() == "one" and (
        (
            re.search(
                r"\b(?:first|second|third|fourth|fifth|sixth|last|next|other|each|this|that) $",
                before,
            )
            and re.match(r" (?:was|is|had|has|of|did|came)\b|[,.;]|$", after)
        )
        or re.match(
            r" of (?:the|its|his|their|those) (?:[\w’'-]+ ){1,4}(?:was|is) (?:an?|the|from|his|her|my)\b",
            after,
        )
    ):
        return False  # “a third one”, “one of the guards was a captain”
    if re.search(r"\b[Tt]here (?:is|was) (?:only )?$", before) and re.match(r" [a-z]+\b", after):
        return True
    owned = re.search(r"\b(?:and|have|has|had|only) $", before) is not None
    beside = re.search(
        rf"\b(?i:{'|'.join(_SMALL)}|\d+)\b[^.]*(?:(?:\band|,|\(|:|[a-z]ed|took|lost) |\()$", before
    )
    if re.search(r"\b[Ee]xcept for $", before) or (
        beside
        and re.match(
            r" (?:in (?:the |a [a-z]+ near )?[A-Z]|(?:was|is) (?:an?|the|his|her|female|male)\b|(?:lent|sent|given|owned|built|made|bought) (?:by|to|from)\b)",
            after,
        )
    ):
        return True  # “two in Dolpa and one in Mugu”
    return _ONE_COUNTS.match(after) is not None or (
        owned
        and re.match(r" [a-z]+(?:[.;\"”]|$| and (?:the|no|an?|two|it|he|she|they)\b)", after)
        is not None
    )


_RATE = regex(r" (?:an?|per|each|every) (?:hour|day|week|month|year)\b(?! (?:ago|before|earlier))")
"""“almost four a day”."""
_SAID = regex(r"[,?!.][”\"’'] (?:said|says|recalled|added|asked) $")
"""Before “one man” who is quoted."""


_RATIO = regex(
    rf"\b(?:[Oo]ne|1) (?:[a-z]+ )?in $|(?:^|[.;:,”\"] |\b(?:nearly|about|some|almost|that|least) )(?i:{'|'.join(_SMALL)}|\d) in $"
)


def _plausible(text: str, match: re.Match[str], after: str) -> bool:
    """Whether a number is a count rather than a date, a time, an age or part of a name."""
    start, number = match.start("n"), match["n"]
    before = text[max(0, start - 24) : start]
    if _is_date(text, match, after) or _COMPOUND.match(after):
        return False
    if match.start() == start and _in_a_name(number, before, after):
        return False  # but “at least 13 Hill League rebels”
    if (_RATE.match(after) and not match["cur"]) or (
        _SAID.search(before) and _SPEAKER.match(after[1:])
    ):
        return False
    if re.match(r"(?!M[TW]\b|GW\b)[A-Z]{2,}\b", after):
        return False  # “15RR”, a unit's name
    if re.match(r"[- ]magnitude\b", after) or re.search(r"\b[Mm]agnitude(?: of)?[ -]$", before):
        return False
    if re.match(r"[-/]?[A-Za-z]*\d", after) or re.search(
        r"(?:No\.|(?-i:Radio|Radio \w+|Channel \w+|TV|Flight|Room|Bus|Train|Gate|Platform|Sector|Ward|Channel|Zone|Phase|Battalion|Checkpoint|Pier|Class|Grade|Form|Standard|Tower|Chapter|Verse|Psalm)|paragraph|clause|\b(?-i:Day)|Article|Resolution|Highway|Route|Page|Section|(?-i:Group) of|\baged|\bage)\s*$",
        before,
        re.IGNORECASE,
    ):
        return False
    if _NO_COUNT.match(after) or _is_age(number, before, after):
        return False
    if (
        re.match(
            r" (?:prison|jail|radio|station|camp|hospital|school|clinic|mine|pit|dam|refinery|reactor|block|unit)\b(?!s)",
            after,
        )
        and re.search(r"\b[A-Z][\w-]+ $", before)
        and number.isdigit()
    ):
        return False  # “the Kerem 2 prison”
    if _RATIO.search(before):
        return False  # “one in four”
    if start == 0 and re.match(r"[.)] [A-Z]", after):
        return False  # the number of a paragraph
    if re.search(r"['’‘]$", before) and re.match(r"s\b", after) and re.fullmatch(r"\d0", number):
        return False  # “the ’80s”
    if (
        number.lower() in ("one", "a", "an")
        and not match["q1"]
        and not _one_counts(number, text[max(0, start - 80) : start], after)
    ):
        return False
    return number.lower() != "zero"


def _unit(after: str, before: str, *, single: bool) -> tuple[str | None, int]:
    """(what is counted, characters used); (None, 0) when it is a duration or the like."""
    if after.startswith(" --"):
        return "", 0
    if after.startswith(" points") and before.endswith(("at ", "At ")):
        return "points", len(" points")  # “cut at three points”
    match = re.match(
        r"[\s-]+(?:or so\s+)?(?:(?:out )?of (?:(?:the|its|their|his|her|our|these|those)\b|[A-Z][\w’'-]*['’]s)?\s*(?:[\w’'-]+['’]s? )?(?:(?:more than|roughly|about|nearly|some)\s)?(?:(?:last|first|other|remaining)\s)?(?:\d[\d,]*\s|(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty)\s)?)?",
        after,
    )
    offset = match.end() if match else 0
    unit, used = _noun_phrase(after[offset:], single=single)
    return unit, offset + used


def _noun_phrase(rest: str, *, single: bool) -> tuple[str | None, int]:
    """(head with its modifiers, characters used) of what a text begins with; None for a duration."""
    found: list[re.Match[str]] = []
    for word in _WORD.finditer(rest):
        gap = rest[found[-1].end() if found else 0 : word.start()]
        name = word[0].rstrip(".").lower()
        if name == "them" and not found:
            return "of them", word.end()
        hurt = not found and _HURT.match(rest, word.start()) is not None
        if (
            gap.strip(' "“”‘’')
            or (name in _STOP_UNIT and not hurt)
            or (found and to_number(name) is not None)
        ):
            break
        what = re.match(r" ([a-z]{3,}s)\b", rest[word.end() :]) if name in _OF_A_TIME else None
        timed = what is not None and what[1] not in _NO_UNIT
        timed |= name == "points" and bool(found) and not found[-1][0].endswith("s")
        if not timed and (name in _NO_UNIT or (not found and name.split("-")[0] in _NO_UNIT)):
            if not any(not _is_modifier(each[0]) for each in found):
                return None, 0
            break  # “two soldiers days after …”
        found.append(word)
        if len(found) == 6 or (word[0].endswith(".") and "." not in name):
            break
    if not found:
        return "", 0
    tokens = [word[0] if "." in word[0][:-1] else word[0].rstrip(".") for word in found]
    head = _head(tokens, single=single)
    end = found[head].end()
    named = tokens[: head + 1]
    both = _BOTH.match(rest, end) if not single and _is_kind(tokens[head]) else None
    if both:
        named, end = [*named, *both[0].split()], both.end()
    while len(named) > 1 and named[0].lower() in _NO_KIND:
        named.pop(0)
    return " ".join(named), end


_HURT = regex(
    r"(?:wounded|injured|dead) (?:people|men|women|children|[a-z]{3,}(?:ers|ants|ors|ies|ians|ists|iers|ants)\b)"
)
"""“31 wounded people”; but “31 wounded were brought in”."""
_NO_KIND = frozenset(
    words("more other further additional extra such same own last first remaining my our your best")
)
"""What stands before a noun and does not say of which kind: “nine more lives”."""
_PLURAL = regex(
    r"(?:\w*(?:[^\Wsui]|[^s]s[eh]e)s|\w*(?:ies|uses|sses)|(?:\w*(?:m[e]n|people|children)))$",
    re.IGNORECASE,
)
_NO_NOUN = regex(
    r"(?:always|across|besides|sometimes|towards|afterwards|backwards|forwards|perhaps|nevertheless|nonetheless|unless|less|plus|versus|yes|"
    r"upstairs|downstairs|indoors|outdoors|overseas|whereas|whose|as|is|was|has|does|his|hers|its|this|thus|us|ours|theirs|yours)$",
    re.IGNORECASE,
)
"""Words in -s that no noun before them has for its head."""


_COLLECTIVE = regex(
    r"(?:personnel|police|staff|cattle|livestock|crew|aircraft|youth|sheep|dead|missing|wounded|injured)$"
)
"""Singulars of which there may be many."""


_BOTH = regex(r" (?:and|or) (?:[a-z][\w-]* )?(?!others\b)(?:[a-z][\w-]*[^\Wsui]s|women|men)\b")
"""“four army and police bases”"""
_PLURAL_FORM = regex(
    r"(?:customs|arms|goods|sports|news|rights|affairs|operations|communications|services|works|savings|drugs|weapons|narcotics|elections|emergencies)$",
    re.IGNORECASE,
)
"""Plurals that say of which kind another noun is: “three customs post commanders”."""
_OF_MANY = regex(r"(?:taliban|police|militia|women)$", re.IGNORECASE)
"""Kinds that may be the thing: what stands behind them in -ed is their verb."""


def _is_kind(token: str) -> bool:
    """Whether a last word still waits for its noun."""
    return not (
        _PLURAL.match(token)
        or _COLLECTIVE.match(token)
        or _OF_MANY.match(token)
        or token.endswith("ed")
    )


def _is_modifier(token: str) -> bool:
    """Whether a word says of which kind something is, and is not the thing: “provincial”."""
    token = token.rstrip(".").lower()
    return _ADJECTIVE.match(token) is not None and not re.search(r"(?:s|men|man|people)$", token)


def _head(tokens: list[str], *, single: bool) -> int:
    """Which of the words after a number is what is counted: “three customs *chiefs*”.

    The last noun of an unbroken chain is: a plural ends it, unless another one follows, for no
    verb in -s stands behind a plural. A participle behind a noun is its verb.
    """
    plural = [bool(_PLURAL.match(each)) and not _NO_NOUN.match(each) for each in tokens]
    for at, token in enumerate(tokens[:-1]):
        if _PLURAL_FORM.match(token) and (single or any(plural[at + 1 : at + 3])):
            plural[at] = False
    nouns = 0
    for at, token in enumerate(tokens):
        if plural[at] and not single:
            while at + 1 < len(tokens) and plural[at + 1]:
                at += 1
            return at
        waits = token != tokens[-1] and not plural[at] and _PLURAL_FORM.match(token)
        modifier, named = waits or _is_modifier(token), token[:1].isupper()
        if at and (_NO_NOUN.match(token) or (nouns and re.search(r"(?:ed|ing)$", token))):
            return at - 1
        nouns += (not modifier and not named) or _OF_MANY.match(token) is not None
        if modifier or (not single and any(plural[at + 1 : at + 4 - nouns])):
            continue
        before = at and tokens[at - 1][:1].isupper() and not named
        return at - 1 if before and not single and not _COLLECTIVE.match(token) else at
    names = [at for at, token in enumerate(tokens) if token[:1].isupper()]
    return names[-1] if names and not single else len(tokens) - 1


def _whole(after: str) -> float | None:
    match = re.match(
        rf"(?: \w+)?\s+(?:out )?of\s+(?:(?:the|its|their|his)\s+)?(?:[\w’'-]+(?: province)?['’]s?\s+|(?:\w+ )?(?:[\w]+['’]s\s+))?(?:(?:roughly|about|some|nearly|more than)\s+)?({_PLAIN})\b",
        after,
        re.IGNORECASE,
    )
    return to_number(match[1]) if match else None


_ELLIPSIS = regex(
    r"\bfrom #[^.;]{0,20} to \d|\bfrom [\d,]+ to #"
    rf"|\bfrom # (?:in (?:{_MONTH_WORD}|\d{{4}})\b|(?:a|the) (?:week|month|year) (?:ago|before|earlier)|last (?:week|month|year))"
    r"|(?:^|[.;:!?”\"] )# (?:have|has|had|were|are) [a-z]"
    r"|\b(?:got back|ha(?:ve|d|s) (?:[a-z]+ed|seen|lost|found|caught|taken|sold|shot|paid|built|sent|won|met|read|made)|(?:[Hh]e|[Ss]he|[Ii]t|[Tt]hey|[Ww]e) ha(?:ve|s|d)|counted|found|saw|buried|lost|freed|shot|released|caught|rescued|carried|carries|holds|seats|employs) #(?:[.,;:”\"]|$)"
    r"|(?:^|[,;.] |\b(?:while|and|but) )#, including [^,.;]+, (?:is|are|was|were|remain)"
    rf"|(?:—|–|: |, |\(| and |\b[a-z]{{3,}}(?:ed|ing|t) )# (?:each )?(?:in|at|from|near) (?:the |an? [a-z]+ (?:near|in|of) )?(?!{_MONTH_WORD}\b|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)[A-Z][a-z]"
    r"|\b[Oo]f (?:those|these|them|the [a-z]+)(?: [a-z]+)?, # (?:are|were|was|is|have|had|has) "
    r"|\b[Oo]f (?:the )?[\d,]+ [^.,;]{3,40}, # (?:are|were|had|have) "
    r"|\b(?:driving|drove|driven|forcing|forced|displacing|uprooted|uprooting) # from\b|\b(?:[Tt]his|[Ll]ast|[Tt]hat) (?:year|month|week), #(?:[.;]|$)"
    r"|\b(?:lost|killed|wounded|freed|took|won|sent|arrested|seized)\b[^.;]{3,50} and (?:the )?\w+ #(?:[.,;]|$)"
    r"| on \w+day, # on \w+day"
)
"""A number (#) whose noun the sentence has said before, or leaves out."""


def _bare_count(text: str, start: int, end: int) -> bool:
    """A number without a noun counts when its clause says of whom: “and wounded 23 others”."""
    around = text[max(0, start - 60) : end + 30].lower()
    return bool(
        re.search(
            r"\b(?:[Aa]nother|a further|an additional|(?:stood|stands) at|(?:may|could|might) be|lost|counted|hold|holds|held) $"
            r"|\bputs? [^.;]{2,60} at (?:(?:about|around|over|some) )?$",
            text[max(0, start - 70) : start],
        )
        or _ELLIPSIS.search(text[max(0, start - 120) : start] + "#" + text[end : end + 40])
        or re.match(
            r" in all\b| of wh(?:om|ich)\b|\s+(?:has|have|had) since (?:been )?\w{2,}\b", text[end:]
        )
        or re.search(r"\b(?:million|billion)$", text[start:end])
        or re.search(
            r"\b(?:toll|number|total|count|tally)\b[^.;]{0,160}\b(?:rose|risen|rises|climbed|jumped|grew|reached|stood|stands|fell|dropped)(?: \w+)? (?:to|at) $"
            r"|\b(?:toll|number|total)\b[^.;]{0,120}\breached $",
            text[max(0, start - 220) : start],
        )
        or re.match(
            r"\s+(?:had|have|has) (?:crossed|fled|left|arrived|come|returned|registered|reached|lost)\b"
            r"|\s+(?:have|has|had) been \w+(?:ed|en|t|d)\b|\s+(?:were|are) (?:found|still|now|later|already|left|flown|taken|sent|brought|buried|\w{2,}ed|\w{3,}ing)\b|\s+had drowned\b",
            text[end:],
        )
        or re.search(
            r"\b(?:kill|wound|injur|hurt|dead|died|perish|surviv|homeless|arrest|captur|detain|escap|toll|number|bring|brings|brought|missing|casualt)\w*",
            around,
        )
        or re.search(
            r"\b(?:[Tt]here (?:are|were)|[Oo]ne of|[Ee]xcept for|population of|against|compared (?:with|to)|up from|down from|sp(?:eaks?|oke|oken) of)\s*$",
            text[max(0, start - 24) : start],
        )
    )
