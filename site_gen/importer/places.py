"""Provinces and places that a text names, and which of them are places of what happened.

A name is not yet a place of an event: a dateline says where the reporter sat, “the governor of Ghor”
who spoke, “the road to Herat” where it leads, “officials in Kabul” who governs. Every mention is
kept with its part, so that a draft can list the first kind and an editor can see the rest.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Literal

from site_gen.gazetteer import fold
from site_gen.importer.capitals import SEATS
from site_gen.importer.datelines import begins_report, dateline
from site_gen.importer.dates import pieces, tense
from site_gen.importer.words import words

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from site_gen.gazetteer import Gazetteer

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


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceIndex:
    """The gazetteer's spellings, arranged for finding them in running text."""

    by_words: Mapping[tuple[str, ...], tuple[tuple[str, str], ...]] = field(repr=False)
    """Folded words → (province code, place id or empty)."""
    longest: int
    """Words of the longest name."""
    firsts: frozenset[str] = field(repr=False)
    names: Mapping[str, str]
    """Code → name of the province."""
    by_sound: Mapping[str, tuple[tuple[str, str], ...]] = field(repr=False)
    """Names of two words and more by how they sound → meanings, where only one province has them."""
    capitals: frozenset[str] = frozenset()
    """Ids of the places that are capitals of provinces."""
    seat: str = ""
    """Code of the province whose capital is the country's; empty when the gazetteer has none or several."""


def index(gazetteer: Gazetteer) -> PlaceIndex:
    """Arrange a gazetteer for `find_places`."""
    table: defaultdict[tuple[str, ...], dict[tuple[str, str], None]] = defaultdict(dict)
    for province in gazetteer.provinces:
        for name in province.spellings:
            table[tuple(fold(name).split())][province.code, ""] = None
    for place in gazetteer.places:
        for name in place.spellings:
            table[tuple(fold(name).split())][place.province, place.id] = None
    table.pop((), None)
    for key, meanings in _beginnings(table).items():
        table.setdefault(key, meanings)
    capitals = [gazetteer.place_by_id.get(province.capital) for province in gazetteer.provinces]
    seats = {
        capital.province
        for capital in capitals
        if capital is not None and any(fold(name) in SEATS for name in capital.spellings)
    }
    return PlaceIndex(
        by_words={key: tuple(value) for key, value in table.items()},
        longest=max((len(key) for key in table), default=0),
        firsts=frozenset(key[0] for key in table),
        names={province.code: province.name for province in gazetteer.provinces},
        by_sound=_sounding(table),
        capitals=frozenset(p.capital for p in gazetteer.provinces if p.capital),
        seat=seats.pop() if len(seats) == 1 else "",
    )


_SOUNDS = (
    (re.compile(r"ow|au|aw|ou|oo|u"), "o"),
    (re.compile(r"ai|ay|ei|ey|ee|ie|y|e"), "i"),
    (re.compile(r"kh|gh|q|g"), "k"),
    (re.compile(r"v"), "w"),
    (re.compile(r"(.)\1"), r"\1"),
)


def _sound(folded: str) -> str:
    """A key in which the usual ways to write one Asian name in Latin letters agree: Qala-i-Nau, Qala-e Naw."""
    key = folded.replace(" ", "")
    for pattern, to in _SOUNDS:
        key = pattern.sub(to, key)
    return key


def _sounding(
    table: Mapping[tuple[str, ...], Mapping[tuple[str, str], None]],
) -> dict[str, tuple[tuple[str, str], ...]]:
    found: defaultdict[str, dict[tuple[str, str], None]] = defaultdict(dict)
    for key, meanings in table.items():
        if len(key) > 1:
            found[_sound(" ".join(key))].update(meanings)
    return {
        sound: tuple(meanings)
        for sound, meanings in found.items()
        if len(sound) > 5 and len({code for code, _ in meanings}) == 1
    }


def _by_sound(
    words: Sequence[tuple[int, int, str]], at: int, text: str, known: PlaceIndex
) -> tuple[int, tuple[tuple[str, str], ...]]:
    """(number of tokens, meanings) of a name of several words that is written in another way."""
    for length in range(min(4, len(words) - at), 1, -1):
        piece = text[words[at][0] : words[at + length - 1][1]]
        if not re.fullmatch(r"[^\W\d_]+(?:[- ][^\W\d_]+)+", piece) or not re.search(
            r"[- ][A-Z]|-\w", piece
        ):
            continue
        meaning = known.by_sound.get(_sound(fold(piece)))
        if meaning:
            return length, meaning
    return 0, ()


def _beginnings(
    table: Mapping[tuple[str, ...], Mapping[tuple[str, str], None]],
) -> dict[tuple[str, ...], dict[tuple[str, str], None]]:
    """“Dara-e Suf” for Dara-e Suf Bala and Dara-e Suf Payin: both lie in one province, so the name tells it."""
    found: defaultdict[tuple[str, ...], set[str]] = defaultdict(set)
    for key, meanings in table.items():
        for length in range(2, len(key)):
            found[key[:length]] |= {code for code, _ in meanings}
    return {
        key: {(next(iter(codes)), ""): None}
        for key, codes in found.items()
        if len(codes) == 1 and key not in table and len("".join(key)) > 6
    }


_WORD = re.compile(r"[^\W_]+(?:['’ʼ`][^\W\d_]+)*")
_KINDS = r"(?:province|district|region|department|state|city|town|village|oblast|governorate|valley|area|county)"
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
_OFFICE_WORDS = frozenset(
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
    r"(?: (?:city|town|province|district|department|region) of)?(?: (?:provincial )?capital,?(?: of)?)? $",
    re.IGNORECASE,
)
_GOVERNMENT_BEFORE = re.compile(
    r"\b(?:government|ministr(?:y|ies)|ministers?|officials?|authorities|president|palace|parliament|embass(?:y|ies)|embassies|"
    r"administration|headquarters|institute|laborator(?:y|ies)|diplomats?|leaders?|spokes(?:man|woman|person)|command|think tank|junta|cabinet|"
    r"analysts?|bureau|correspondents?|stationed mainly|based|capital,?|Kabul-based|judges?|court|commanders) (?:(?:mainly|also|back) )?(?:in|at) $",
    re.IGNORECASE,
)
_AT_THE_SEAT = re.compile(
    r"\b(?:outside|inside|near|at|around|stormed|attacked|bombed|hit|struck|entered|besieged|seized|surrounded|guarding)"
    r" (?:the |an? )?(?:\w+[ -]){0,3}(?:headquarters|ministry|palace|parliament|embassy|court|command) in (?:the )?$",
    re.IGNORECASE,
)
_GOVERNMENT_AFTER = re.compile(
    r"^(?: and [A-Z]\w+)?,? (?:sent|says?|said|has (?:sent|said|denied|promised)|denied|denies|insists?|wants|hopes|fears|"
    r"blamed|accused|announced|vowed|government|administration|embassy|regime|think tank|and Washington|may collapse|"
    r"and planes|-based|-backed)\b"
)
_DESTINATION = re.compile(
    r"\b(?:(?:roads?|highways?|routes?|way|bus(?:es)?|flights?|convoys?|journey|trip|bound|leave|leaving|left|headed|heading|travel(?:l?ed|s|l?ing)?"
    r"|fl(?:ed|ee|eeing)|gone|went|go(?:ing)?|drive|drove|moved?|escaped?|return(?:s|ed|ing)?|flew|flown|"
    r"evacuated|march(?:ed|ing)|walk(?:ed|ing)|pulled back|on the way|advanced)"
    r"(?: \w+){0,5}? (?:to|for|towards?|into neighbou?ring)(?: the)?(?: (?:city|town|province|department) of)?"
    r"|towards?(?: the)?) (?:(?-i:[A-Z])[\w-]+(?:, (?:and )?| and )){0,3}$",
    re.IGNORECASE,
)
_ROAD_AFTER = re.compile(r"^\s?[–—-]\s?[A-Z][\w-]+ (?:road|highway|route|railway|motorway)\b")
_ROAD_BEFORE = re.compile(r"[A-Z][\w-]+\s?[–—-]\s?$")
_ROUTE = re.compile(
    r"\b(?:road|highway|route|railway|pipeline|flights?|traffic|line)(?: \w+)? (?:between|from|linking|connecting|joining) "
    r"(?:the )?(?:(?! (?:in|at|near) )[\w' -]){0,40}$",
    re.IGNORECASE,
)
_ORIGIN = re.compile(
    r"\b(?:(?:fled|flee(?:ing)?|escaped|come|came|comes|coming|arrived|returned|refugees|displaced|reinforcements(?: \w+){0,2}|"
    r"driven|troops sent|natives?|born|report(?:ed|ing|s)|from our correspondent|telephoned|flown|phone)"
    r"(?: \w+){0,2}? from|fled|fleeing|(?:kilomet(?:er|re)s?|km|miles?) from)(?: the)?"
    r"(?: (?:city|town|province|districts?|village) of)? $",
    re.IGNORECASE,
)
_LANDMARK = re.compile(
    r"(?:(?:\b|[a-z])(?:north|south|east|west|northeast|northwest|southeast|southwest)(?:ern side)? of"
    r"|\bborder(?:s|ing|ed)?(?! (?:crossing|post|point|town|city|district|gate|village|area|outpost|checkpoint|guard|police)s?\b)"
    r"(?: \w+){0,2}(?: with| between| of)?|\b(?:stretch\w*|extend\w*|ranging|running) from [^.;]{2,60} to|\bneighbou?r(?:ing|s)?(?: \w+){0,3} of|\bneighbou?rs?"
    r"|\b(?:kilomet(?:er|re)s?|km|miles?)(?: \w+)? (?:from|outside|to)|\badjoin(?:s|ing)|\blike(?:ned)? to|"
    r"\bdistance from|\bbirthplace of \w+ in)(?: the)?(?: (?:city|town|province) of)? $",
    re.IGNORECASE,
)
_VISIT = re.compile(
    r"\b(?:send|sends|sent|sending|deploy\w*|fly|flying|dispatch\w*)\b[^.;]{0,40} to (?:the )?(?:\w+ (?:in|at|near) )?$"
    r"|\b(?:delegation|mission|envoy|council|minister|secretary|president)s? (?:was|were|is|are|has been|had been|arrived|"
    r"landed) in $",
    re.IGNORECASE,
)
_AIM = re.compile(
    r"\b(?:to|not) (?:enter|take|capture|seize|attack|storm|retake|recapture|march on|march into|bomb)(?: the)?"
    r"(?: (?:city|town|province) of)? $",
    re.IGNORECASE,
)
_WITHIN = re.compile(
    r"\b[Ii]n the (?:far )?(?:north|south|east|west)\w*(?: part)? of(?: the)?(?: (?:city|province|town) of)? $"
)
_FIGHTS = re.compile(
    r"\b(?:(?:launched|began|started|mounted|resumed|pressed|stepped up|joined)\b[^.;]{0,60}|fought|fighting|battl\w+|struggl\w+|"
    r"operation|offensive|assault|push)(?: on \w+ \d+| on \w+day)? $",
    re.IGNORECASE,
)
"""What makes “to retake X” an event at X, and not an intention."""
_BEEN_THERE = re.compile(
    r"^(?: (?:on|late|early|at) [\w. ]{2,25})?,? (?:and|where (?:he|she|they)) (?:visited|met|toured|inspected|addressed|prayed|attended)\b"
)
_FLED = re.compile(
    r"(?<!who )\b(?:people|families|residents|civilians|villagers|households|inhabitants|thousands|hundreds|men|women|children)"
    r"(?: (?:have|had|has))?(?: already)? (?:fled|abandoned|left) $"
)
"""Who was there is the news; where they are now is not told."""
_USED_TO = re.compile(
    r"\bwho (?:\w+ )?(?:sold|lived|worked|ran|taught|farmed|kept|owned|studied|served)\b[^.;]{0,40} (?:in|at|near) $"
)
_REACHED = re.compile(
    r"\b(?:who|families|people|refugees|residents|civilians) (?:had |have )?(?:reached|arrived in|got to|made it to) $",
    re.IGNORECASE,
)
_HOME_OF = re.compile(
    r"(?:['’]s)? (?:is|was|has been|remains) (?:the|a|an|its|their) (?:\w+ )?(?:birthplace|stronghold|heartland|cradle)\b"
)
_SPEAKS_FOR = re.compile(
    r"\b(?:elders?|residents?|lawmakers?|mp|senators?|mayor|council\w* members?|councill?ors?|deput(?:y|ies)|"
    r"representatives?|delegates?)\b.{0,25}from(?: the)? $",
    re.IGNORECASE,
)
_WHOSE_PEOPLE = re.compile(
    r"^ (?:school)?(?:girls|boys|students|pupils|victims|survivors|refugees|prisoners|hostages|captives|massacre|accords?|agreement)\b"
)
"""“In Abuja, mothers of the Chibok girls marched”: the second name says which girls."""
_WHERE_AFTER = re.compile(
    r", where (?!he|she|they|we|I\b|it\b)(?:[\w'’-]+ ){1,6}?(?:have|has|had|were|was|killed|died|attacked|shot|fell|took)\b"
)
_SPOKEN_AT = re.compile(
    r"\b(?:told|speaking to|spoke to|addressing) (?:reporters|journalists|correspondents|a (?:news|press) (?:conference|briefing))"
    r"\b[^.;]{0,60} (?:in|at|near) $"
    r"|\b(?:news conference|press conference|interview|briefing)(?: \w+day)? (?:in|at|from) $"
    r"|\bsaid (?:on \w+day )?(?:in|at|from) $",
    re.IGNORECASE,
)
_LEFT = re.compile(
    r"\b(?:withdr[ae]wn?|withdrawal|withdrawing|retreat\w*|pull\w* (?:out|back)|evacuat\w+|retaken|recaptured|captured|"
    r"expelled|ousted|driven|fired|launched|report(?:s|ed)?|footage|videos?|images)\b.{0,40}from(?: the)? $",
    re.IGNORECASE,
)
_TOWN_ANAPHOR = re.compile(
    r"\bthis (?:\w+ ){0,2}(?:town|city|village|province|district|region|settlement|outpost)\b",
    re.IGNORECASE,
)


def find_places(
    paragraphs: Iterable[tuple[int, str]], known: PlaceIndex
) -> tuple[PlaceMention, ...]:
    """All names of the gazetteer in a text, in order, each with its part in the sentence."""
    mentions: list[PlaceMention] = []
    first = True
    for line, text in paragraphs:
        head = dateline(text)[0] if first or begins_report(text) else 0
        first = False
        for offset, piece in pieces(text):
            mentions += [
                replace(m, start=m.start + offset, end=m.end + offset) if offset else m
                for m in _in_paragraph(line, piece, head if not offset else 0, known)
            ]
    return tuple(mentions)


def _in_paragraph(line: int, text: str, head: int, known: PlaceIndex) -> list[PlaceMention]:
    words = [(m.start(), m.end(), fold(m[0])) for m in _WORD.finditer(text)]
    mentions: list[PlaceMention] = []
    i = 0
    while i < len(words):
        start = words[i][0]
        if not text[start].isupper():
            i += 1
            continue
        if _inside_name(text, start, mentions):
            i += 1
            continue
        length, meaning = _longest(words, i, text, known)
        typo = False
        if not meaning:
            length, meaning = _by_sound(words, i, text, known)
        if not meaning:
            meaning = _misspelt(words, i, known)
            length, typo = 1, bool(meaning)
        if not meaning:
            i += 1
            continue
        end = words[i + length - 1][1]
        if text[end - 2 : end] in ("'s", "’s"):
            end -= 2
        if re.match(r"[-‑](?:i|e|ye|ul|al|wa|o)\b", text[end:]):
            i += length
            continue  # “Dara” of “Dara-i-Nur”
        if _is_person(words, i, length, text):
            i += length
            continue
        mentions.append(
            PlaceMention(
                line=line,
                start=start,
                end=end,
                text=text[start:end],
                provinces=tuple(dict.fromkeys(code for code, _ in meaning)),
                places=tuple(dict.fromkeys(place for _, place in meaning if place)),
                part="dateline" if end <= head else _part(text, start, end, mentions),
                typo=typo,
            )
        )
        i += length
    mentions += _seat_of_government(line, text, known, mentions)
    return [
        m
        for i, m in enumerate(_capitals_first(text, mentions, known))
        if not (i and _owned(text, mentions[i - 1], m))
    ]


def _capitals_first(
    text: str, mentions: Sequence[PlaceMention], known: PlaceIndex
) -> list[PlaceMention]:
    """Of a name that is a province's capital and a village elsewhere, the capital where the text speaks of capitals."""
    if not re.search(r"\bprovincial capitals?\b", text, re.IGNORECASE):
        return list(mentions)
    found: list[PlaceMention] = []
    for mention in mentions:
        chief = [
            (place, code)
            for place, code in zip(mention.places, mention.provinces, strict=False)
            if place in known.capitals
        ]
        if len(mention.provinces) == len(mention.places) > 1 and len(chief) == 1:
            found.append(replace(mention, places=(chief[0][0],), provinces=(chief[0][1],)))
        else:
            found.append(mention)
    return found


def _owned(text: str, owner: PlaceMention, mention: PlaceMention) -> bool:
    """“Uruzgan's Kijran district”: the text says whose it is, whatever the gazetteer has."""
    return (
        re.fullmatch(r"['’]s (?:\w+ )?", text[owner.end : mention.start]) is not None
        and not owner.places
        and len(owner.provinces) == 1
        and owner.provinces[0] not in mention.provinces
    )


_NATIONAL_CAPITAL = re.compile(
    r"\bthe (?:(?:country['’]s|nation['’]s|national|[A-Z][a-z]+(?:an|ese|ish|i)) )?capital\b(?! of\b)(?!,? [A-Z][a-z])(?!['’]s)"
)


def _seat_of_government(
    line: int, text: str, known: PlaceIndex, mentions: Sequence[PlaceMention]
) -> list[PlaceMention]:
    """“In the Afghan capital”, where the gazetteer tells which province that is."""
    found: list[PlaceMention] = []
    for match in _NATIONAL_CAPITAL.finditer(text) if known.seat else ():
        bare = match[0].lower() == "the capital"
        placed = any(m.part in ("scene", "office") for m in mentions)
        within = re.search(
            r"\b(?:in|(?:north|south|east|west|cent(?:er|re)|outskirts|heart|streets|edge) of) $",
            text[: match.start()],
        )
        if bare and (placed or not within):
            continue  # of the province that the paragraph names
        before = [m for m in mentions if m.end <= match.start()]
        part = _part(text, match.start(), match.end(), before)
        found.append(
            PlaceMention(
                line=line,
                start=match.start(),
                end=match.end(),
                text=match[0],
                provinces=(known.seat,),
                part=part,
            )
        )
    return found


def _inside_name(text: str, start: int, earlier: Sequence[PlaceMention]) -> bool:
    """Whether a word hangs by a hyphen on one that is no place: “Kot” of “Shah-i-Kot”."""
    hangs = start > 1 and text[start - 1] in "-–" and text[start - 2].isalpha()
    if hangs and re.search(r"(?<!\w)(?:[aAeE]l|[aA][dnrstz]|[aA]sh)[-–]$", text[:start]):
        return False  # the Arabic article
    return hangs and not (earlier and earlier[-1].end == start - 1)


def _longest(
    words: Sequence[tuple[int, int, str]], at: int, text: str, known: PlaceIndex
) -> tuple[int, tuple[tuple[str, str], ...]]:
    """(number of tokens, meanings) of the longest name that begins at a token."""
    for length in range(min(known.longest + 1, len(words) - at, 6), 0, -1):
        start, end = words[at][0], words[at + length - 1][1]
        piece = text[start:end]
        if length > 1 and re.search(r"[.,;:()“”\"]", piece.replace("St.", "St")):
            continue
        folded = fold(re.sub(r"['’]s$", "", piece)).split()
        for key in (tuple(folded), ("".join(folded),)):
            meaning = known.by_words.get(key)
            if meaning:
                return length, _by_kind(meaning, text, start, end)
    return 0, ()


def _by_kind(
    meaning: tuple[tuple[str, str], ...], text: str, start: int, end: int
) -> tuple[tuple[str, str], ...]:
    """Of a name that is a province's and a town's, what the words around it say."""
    whole = tuple(m for m in meaning if not m[1])
    within = tuple(m for m in meaning if m[1])
    if not whole or not within:
        return meaning
    around = text[max(0, start - 14) : start] + "|" + text[end : end + 12]
    if re.search(
        r"\b(?:city|town|district) of \||\|(?:['’]s)?,? (?:city|town)\b", around, re.IGNORECASE
    ):
        same = tuple(m for m in within if m[0] in {w[0] for w in whole})
        return same or within
    return whole


def _misspelt(
    words: Sequence[tuple[int, int, str]], at: int, known: PlaceIndex
) -> tuple[tuple[str, str], ...]:
    """The one name that a long word, or a word before “Province”, misspells by one letter."""
    _start, _end, word = words[at]
    follow = words[at + 1][2] if at + 1 < len(words) else ""
    named = re.fullmatch(_KINDS, follow) is not None
    if len(word) < (5 if named else 8) or not word.isascii():
        return ()
    near = {
        key: meaning
        for key, meaning in known.by_words.items()
        if len(key) == 1
        and abs(len(key[0]) - len(word)) <= 1
        and key[0][0] == word[0]
        and _one_letter(key[0], word, strict=not named)
    }
    codes = {code for meaning in near.values() for code, _ in meaning}
    return next(iter(near.values())) if len(codes) == 1 else ()


def _one_letter(one: str, other: str, *, strict: bool) -> bool:
    """Whether two words differ by one doubled, dropped, added or swapped letter.

    A letter that is replaced by another one is a different word (Taliban, Taliqan) unless both are
    vowels, within a word that is long enough (with `strict`).
    """
    if one == other:
        return True
    if len(one) == len(other):
        differ = [i for i, (a, b) in enumerate(zip(one, other, strict=True)) if a != b]
        if len(differ) == 1:
            long_enough = len(one) > 8 or not strict
            return long_enough and {one[differ[0]], other[differ[0]]} <= set("aeiouy")
        return (
            len(differ) == 2
            and differ[1] == differ[0] + 1
            and one[differ[0]] == other[differ[1]]
            and one[differ[1]] == other[differ[0]]
        )
    short, long = sorted((one, other), key=len)
    at = next((i for i, (a, b) in enumerate(zip(short, long, strict=False)) if a != b), len(short))
    return short[at:] == long[at + 1 :]


_FOLLOW_OK = re.compile(
    rf"(?i)^(?:{_KINDS}s?|governor|province|provincial|mayor|council|police|airport|airfield|air|border|crossing|university|"
    r"prison|hospital|road|highway|and|river|bridge|base|pass|council|chief|commander|bazaar|afghanistan|mali|colombia|"
    r"customs|port|dry|garrison|resident|residents|officials?)$"
)


def _is_person(
    words: Sequence[tuple[int, int, str]],
    at: int,
    length: int,
    text: str,
) -> bool:
    """Whether the name is part of somebody's or something's longer name (“Farah Karimi”)."""
    start, end = words[at][0], words[at + length - 1][1]
    before = words[at - 1] if at else None
    after = words[at + length] if at + length < len(words) else None
    if text[end - 2 : end] in ("'s", "’s") or _ROAD_AFTER.match(text[end:]):
        return False
    joined_after = (
        after is not None
        and text[end : after[0]] in (" ", "-")
        and text[after[0]].isupper()
        and not _FOLLOW_OK.match(after[2])
        and after[2] not in _OFFICE_WORDS
    )
    lead = ""
    if before is not None and text[before[1] : start] in (" ", "-", " al-", " ul-", " ur-"):
        lead = text[before[0] : before[1]]
    capital_before = bool(lead) and lead[0].isupper() and fold(lead) not in _DIRECTIONS
    if capital_before and before is not None and not re.search(r"['’]s$", lead):
        sentence_start = before[0] == 0 or re.search(
            r"[.!?…:][\"”’)]*\s+[\"“‘(]?$", text[: before[0]]
        )
        if fold(lead) in _OFFICE_WORDS or re.fullmatch(_KINDS, fold(lead)):
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


_OFFICE_AFTER = re.compile(
    r"(?:['’]s)?(?: (?:province|city|district|department|region|state|town|oblast|governorate|county))?(?:['’]s)? "
    r"(?:(?:provincial|deputy|acting|former|interim|city|district|town|local|police|hospital|occupation|military|civil|regional) )*([a-z]+)",
    re.IGNORECASE,
)
_SAYS_AFTER = re.compile(r"\b(?:said|says?|told|added|denied|confirmed|claimed|according)\b")
_SAYS_BEFORE = re.compile(r"\b(?:said|told|according to)\b[^.]{0,60}$")
_CAPITAL_AFTER = re.compile(r",? the (?:country['’]s |Afghan |national )?capital\b(?! of)")
_FROM = re.compile(r"\bfrom(?: the)?(?: (?:city|town|province|district) of)? $")


def _part(text: str, start: int, end: int, earlier: Sequence[PlaceMention]) -> Part:
    before, after = text[max(0, start - 90) : start], text[end : end + 60]
    sentence = re.split(r"(?<=[.!?])\s", before)[-1]
    if (
        (_LANDMARK.search(sentence) and not _WITHIN.search(sentence))
        or _HOME_OF.match(after)
        or _beside(text, start, earlier)
    ):
        return "landmark"
    if _ROAD_AFTER.match(after) or (
        _ROAD_BEFORE.search(sentence)
        and re.match(r" (?:road|highway|route|railway|motorway)\b", after)
    ):
        return "destination"
    if re.match(r"(?:['’]s)?(?: (?:city|province|district))? border\b", after):
        return "scene"
    if _is_office(sentence, after, text[end : end + 120]):
        local = re.search(
            r"(?i)\b(?:residents?|elders?|villagers|people|families|mayor|police chief|(?:hospital|city|council|town) \w+) (?:of|in) $",
            sentence,
        ) or re.match(r"(?:['’]s)? (?:mayor|city|residents?|hospital)\b", after)
        return "government" if fold(text[start:end]) in SEATS and not local else "office"
    if _AT_THE_SEAT.search(sentence):
        return "scene"
    if (
        _GOVERNMENT_BEFORE.search(sentence)
        or _GOVERNMENT_AFTER.match(after)
        or _CAPITAL_AFTER.match(after)
        or re.search(r"\bthe (?:Afghan |national )?capital,? $", before)
    ):
        seat = _CAPITAL_AFTER.match(after) or fold(text[start:end]) in SEATS
        inside = re.search(r"\bin $", sentence) and not _GOVERNMENT_BEFORE.search(sentence)
        return "office" if inside and not seat else "government"
    if _SPOKEN_AT.search(sentence):
        at_desk = fold(text[start:end]) in SEATS or sentence.endswith("at ")
        return "government" if at_desk else "office"
    if _WHERE_AFTER.match(after):
        return "scene"
    if _WHOSE_PEOPLE.match(after) and any(
        m.part == "scene" and re.search(r"\b[Ii]n $", text[: m.start]) for m in earlier
    ):
        return "landmark"
    moving = _movement(sentence)
    if moving == "destination" and (
        _BEEN_THERE.match(after)
        or ((aim := _AIM.search(sentence)) and _FIGHTS.search(sentence[: aim.start()]))
    ):
        return "scene"
    if moving is not None:
        return moving
    if tense(text[:end], start, end) == "future":  # the verb stands before it
        return "plan"
    if earlier:
        last = earlier[-1]
        between = text[last.end : start]
        if last.part in ("destination", "landmark", "origin", "government") and re.fullmatch(
            r"(?: [Pp]rovinces?)?,?(?: and| or| to)?(?: to)? ?(?:the )?", between
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
            r"(?: [A-Z]\w+| \w+ base| district| town| airport)*,? (?:just |right )?(?:near|outside|close to|not far from)(?: the city of)? ",
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
        and follow[1].lower() in _OFFICE_WORDS
        and bool(_SAYS_AFTER.search(far_after) or _SAYS_BEFORE.search(sentence))
    )


def _movement(sentence: str) -> Part | None:
    """Whether a name is where somebody comes from or goes to; None when it is neither."""
    if _FLED.search(sentence):
        return None
    if _ORIGIN.search(sentence) or _USED_TO.search(sentence):
        return "origin"
    if _FROM.search(sentence):
        if _SPEAKS_FOR.search(sentence):
            return "office"
        if not _LEFT.search(sentence):
            return "origin"
    if any(pattern.search(sentence) for pattern in (_VISIT, _REACHED, _AIM, _DESTINATION, _ROUTE)):
        return "destination"
    return None


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """Where what one paragraph tells took place."""

    line: int
    provinces: tuple[str, ...]
    places: tuple[str, ...]
    how: Literal["named", "office", "continued", "none"]
    """`office`: only through who speaks; `continued`: the paragraph before named it."""
    ambiguous: tuple[PlaceMention, ...] = ()


_CONTINUES = re.compile(
    r"\b(?:the|this|that|his|her|their|its) (?:\w+ )?(?:town|city|village|district|province|region|department|area|base|prison|"
    r"jail|airport|hospital|clinic|attack|assault|explosion|blast|bomb(?:ing)?|siege|battle|raid|clash(?:es)?|killings?|"
    r"operation|offensive|deaths|crossing|compound|bazaar|market|mosque|school|hotel|victims?|attackers?|dead|wounded|"
    r"bodies|militants|insurgents|gunmen|fighters|governor|mayor|guards|soldiers|house|garden|shop|bridge|site|scene|pit|rubble|flood|quake|landslide|incident|fighting|bus|car|vehicle|convoy|graves?|camp)\b"
    r"|^(?:(?:deputy|provincial|district) )?(?:governor|mayor|police chief)\b"
    r"|\b(?:residents?|survivors?|eyewitness(?:es)?|witness(?:es)?|villagers|neighbou?rs|shopkeepers?)\b"
    r"|\bthe same (?!day|time|week|month|year)\w+\b|\b(?:hospital|clinic|provincial (?!capital)\w+)\b",
    re.IGNORECASE,
)
_THERE = re.compile(
    r"\b(?:the|this|that) (?:city|town|village|district|province|valley)\b(?! of\b)", re.IGNORECASE
)
_HARM = re.compile(
    r"\b(?:killed|toll|casualties|deaths|wounded|injured|hurt|dead|died|bodies|shot|escaped|arrested|seized|rescued|recovered|freed|destroyed|buried|lost|burnt|attack(?:ed|s)?|fighting|clash(?:es|ed)?|shelling|burned)\b",
    re.IGNORECASE,
)
_FAR = re.compile(
    r"\bU\.S\. (?:officials?|State|President|Secretary|Senat|Congress|Central|Defense|government|military says?)"
    r"|\b(?:Washington|White House|Pentagon|United States|United Nations|UN\b|NATO|Brussels|Paris|London|Moscow|Doha|"
    r"Downing Street|[Pp]rime [Mm]inister|[Ss]tate (?:television|TV|media)|Qatar|Security Council|talks|donors?|the country|across the country|nationwide|meanwhile|elsewhere|Congress|the war|"
    r"presidential|parliament|[Ll]ast year|this year)\b",
)
_OFFICIAL = re.compile(
    r"\b(?:spokes(?:man|woman|person)|ministers?|ministry|president|leaders?|junta|government|army)\b",
    re.IGNORECASE,
)

_Where = tuple[tuple[str, ...], tuple[str, ...]]
"""Codes of provinces, ids of places."""
_Named = Literal["named", "office", "continued", "none"]
_Own = tuple[_Where, _Named, tuple[PlaceMention, ...]]
"""What a paragraph itself says of its place."""
_NOWHERE: _Where = ((), ())


def scenes(
    paragraphs: Sequence[tuple[int, str]],
    mentions: Sequence[PlaceMention],
    headline: Sequence[PlaceMention] = (),
    headings: Sequence[PlaceMention] = (),
    breaks: Sequence[int] = (),
) -> tuple[Scene, ...]:
    """For every paragraph, the provinces in which what it tells took place.

    Args:
        paragraphs: (line number, text) of the article.
        mentions: What `find_places` found in them.
        headline: What it found in the headline: where the article begins.
        headings: What it found in the headings between paragraphs.
        breaks: Lines of these headings.
    """
    by_line: defaultdict[int, list[PlaceMention]] = defaultdict(list)
    for mention in mentions:
        by_line[mention.line].append(mention)
    sure = {
        m.provinces[0]
        for m in mentions
        if len(m.provinces) == 1 and m.part not in ("government", "destination")
    }
    begin = tuple(dict.fromkeys(m.provinces[0] for m in headline if _sure_scene(m)))
    own = {line: _named(by_line[line], text, sure) for line, text in paragraphs}
    for line, text in paragraphs[:1]:
        if not own[line][0][0] and not own[line][2]:
            own[line] = (_dateline_scene(by_line[line], text), "named", ())
    lead = next((found[0] for found, how, _ in own.values() if found[0] and how == "named"), ())
    story = _Story(
        main=begin if len(begin) == 1 else lead if len(lead) == 1 else (),
        current=(begin, ()) if len(begin) == 1 else _NOWHERE,
        seen=set(begin),
    )
    result: list[Scene] = []
    before = 0
    for line, text in paragraphs:
        if any(before < at < line for at in breaks):
            over = [m for m in headings if before < m.line < line and _sure_scene(m)]
            story.turn(tuple(dict.fromkeys(m.provinces[0] for m in over)), text, by_line[line])
        before = line
        result.append(story.tell(line, text, own[line], by_line[line]))
    return tuple(result)


@dataclass(slots=True)
class _Story:
    """Where the article is, from paragraph to paragraph."""

    main: tuple[str, ...]
    """The province that the article is about, when it begins with one."""
    current: _Where
    """What the last paragraph that said so took place in."""
    seen: set[str]
    away: _Where = _NOWHERE
    """Where the story was before it turned to what governments say."""
    since: int = 0
    """Paragraphs since a place was named."""
    begun: bool = False
    chained: bool = False
    """Whether the paragraph before has a place."""

    def turn(self, named: tuple[str, ...], text: str, mentions: Sequence[PlaceMention]) -> None:
        """A heading stands before the paragraph, and names these provinces."""
        if named:
            self.current, self.since = (named, ()), 0
            self.seen.update(named)
        elif len(self.seen) > 1 or _UNKNOWN.search(_without(text, mentions)):
            self.away = self.current = _NOWHERE

    def tell(self, line: int, text: str, own: _Own, mentions: Sequence[PlaceMention]) -> Scene:
        """Where the next paragraph took place."""
        found, how, unclear = own
        bare = _without(text, mentions)
        self.since += 1
        if self.begun and begins_report(text):
            self.away = self.current = _NOWHERE
            if not found[0] and not unclear:
                found = _dateline_scene(mentions, text)
        there = _DONE_THERE.search(text)
        if found[0] and self.current[0] and there and all(m.start > there.end() for m in mentions):
            found = (tuple(dict.fromkeys((*self.current[0], *found[0]))), found[1])
        if self._comes_back(text, bare):
            self.current = self.away
        if found[0]:
            self.current, self.since = found, 0
            self.seen.update(found[0])
        elif unclear:
            self.current = _NOWHERE
        elif self.current[0] and self._continues(bare, mentions):
            if len(self.current[0]) > 1 and _THERE.search(text):  # one town of those just named
                first = self.main and self.main[0] in self.current[0]
                self.current = (self.main if first else self.current[0][:1], ())
            found, how = (self.current[0], ()), "continued"
        elif _FAR.search(text) or (not self.begun and _OTHER_TOWN.search(bare)):
            self.away, self.current = self.current, _NOWHERE
        self.begun, self.chained = True, bool(found[0])
        return Scene(
            line=line,
            provinces=found[0],
            places=found[1],
            how=how if found[0] else "none",
            ambiguous=unclear,
        )

    def _comes_back(self, text: str, bare: str) -> bool:
        """Whether a story of one place goes on after an aside."""
        return (
            not self.current[0]
            and len(self.seen) == 1
            and _HARM.search(text) is not None
            and not _FAR.search(text)
            and not _OTHER_TOWN.search(bare)
        )

    def _continues(self, bare: str, mentions: Sequence[PlaceMention]) -> bool:
        here = self.current[0]
        if not self.begun and not _OTHER_TOWN.search(bare):
            return True
        return _goes_on(
            bare,
            elsewhere=any(
                not set(m.provinces) & set(here)
                for m in mentions
                if m.part not in ("government", "dateline")
            ),
            alone=len(self.seen) == 1,
            near=self.since == 1,
            chained=self.chained,
            side=len(here) > 1 or (here != self.main and self.since > 1),
        )


_UNKNOWN = re.compile(r"\b(?:in|near|at) (?!x|The\b)[A-Z][a-z]+")
_WIDE = re.compile(
    r"\b(?:[Aa]cross|[Aa]round the country|[Nn]ationwide|[Cc]ountry-?wide|[Ss]everal|(?:[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive) (?:\w+ )?(?:provinces|cities|towns|districts))\b"
    r"|\b(?:north|south|east|west)\w* and (?:north|south|east|west)\w*\b"
)


def _dateline_scene(here: Sequence[PlaceMention], text: str) -> _Where:
    """Where a lead that names no place took place: in the dateline's town, unless that is where the country is governed."""
    length = dateline(text)[0]
    told = text[length:]
    if (
        _WIDE.search(told)
        or _OTHER_TOWN.search(told)
        or _FAR.search(told)
        or _to_come(told)
        or not _HARM.search(told)
        or any(m.part != "dateline" for m in here)
    ):
        return ((), ())
    heads = [m for m in here if len(m.provinces) == 1 and fold(m.text) not in SEATS]
    return (heads[0].provinces, heads[0].places[:1]) if len(heads) == 1 else ((), ())


def _sure_scene(mention: PlaceMention) -> bool:
    return len(mention.provinces) == 1 and mention.part == "scene"


_DONE_THERE = re.compile(
    r"\b(?:killed|shot|died|wounded|arrested|happened|attacked|abducted|bombed) there\b"
)


def _without(text: str, mentions: Sequence[PlaceMention]) -> str:
    """A paragraph without the names that the gazetteer knows."""
    for mention in sorted(mentions, key=lambda m: -m.start):
        if mention.end - mention.start == len(mention.text):
            text = f"{text[: mention.start]}{'x' * len(mention.text)}{text[mention.end :]}"
    return text


def _goes_on(
    text: str, *, elsewhere: bool, alone: bool, near: bool, chained: bool, side: bool
) -> bool:
    """Whether a paragraph without a place of its own tells of the province that was named last.

    Args:
        text: The paragraph, without known names.
        elsewhere: Whether it names another province, though not as its place.
        alone: Whether the article has told of one province only so far.
        near: Whether the paragraph right before named it.
        chained: Whether the paragraph right before is of it.
        side: Whether the one named last is not the article's main one, and was not named just before.
    """
    if (
        _to_come(text)
        or (
            elsewhere
            and re.search(
                r"^(?:Meanwhile|Separately)|\b(?:flown|evacuated|moved|transferred|taken) to\b",
                text,
            )
        )
        or re.match(
            r"(?:Separately|In (?:a separate|another) (?:incident|attack|development))\b", text
        )
        or _ELSEWHERE.search(text)
        or _OTHER_TOWN.search(text)
        or (side and not _THERE.search(text))
    ):
        return False
    if _THERE.search(text):
        return True
    if chained and _IT.match(text):
        return True
    strong = _FAR_SPEAKER.search(text) is not None and not (near and _LOCAL_HARM.search(text))
    if _FAR.search(text) and not (
        alone and _HARM.search(text) and not strong and not _WHOLE_COUNTRY.search(text)
    ):
        return False
    if _CONTINUES.search(text):
        return True
    if text[:1] in '"“':
        return not _OFFICIAL.search(text) or (alone and _HARM.search(text) is not None)
    harm = _HARM.search(text) is not None
    return (alone and (harm or not _OFFICIAL.search(text))) or (
        near and harm and not _OFFICIAL.search(text)
    )


_WHOLE_COUNTRY = re.compile(
    r"\b(?:inside|across|throughout|around) the country\b|\b[Nn]ationwide\b"
)
_IT = re.compile(
    r"(?:The|That|This) (?:(?!latest|first|second|new)\w+ )?(?:operation|attack|assault|raid|explosion|blast|bomb(?:ing)?|siege|battle|ambush|shooting|clash(?:es)?|standoff|massacre|killings?|fighting|violence|offensive)\b(?!s? (?:in|on|at|of)\b)"
)
"""A paragraph that begins with what the one before has told."""
_OTHER_TOWN = re.compile(
    r"\b(?:town|city|province|region|state|department) of (?!the\b)[A-Z]"
    r"|\b(?<![Tt]he )(?!The|This|That|His|Her|Its|Their|Our|No|One|Each|Every)[A-Z][a-z]+ "
    r"(?:[Cc]ity|[Pp]rovince|[Rr]egion|[Ss]tate|department)\b"
    r"|\b(?:the capital of|across the border in) (?!the\b|x)[A-Z]"
)
"""A town or province that the gazetteer does not know."""
_ELSEWHERE = re.compile(
    r"\b(?:[Ee]lsewhere|[Nn]ationwide|[Aa]cross the country)\b|^In (?:19|20)\d\d\b(?!.*\bsame\b)"
    r"|\b(?:northern|southern|eastern|western|central|north-?eastern|north-?western|south-?eastern|south-?western) [A-Z]"
)
_LOCAL_HARM = re.compile(
    r"\b(?:civilians|policem[ae]n|children|villagers|passengers|students|guards)\b.{0,60}\b(?:killed|died|dead|lives|wounded|hurt)\b",
    re.IGNORECASE,
)
_FAR_SPEAKER = re.compile(
    r"\b(?:NATO|Washington|Pentagon|White House|parliament|presidential|Security Council|[Ll]ast year|talks|donors?)\b"
)


def _to_come(text: str) -> bool:
    """Whether a paragraph tells of plans only."""
    if re.search(r"\bwill be (?:recalled|remembered)\b", text):
        return False
    told = [m for m in re.finditer(r"[^.!?]+", text) if len(m[0].split()) > 2]
    return bool(told) and all(
        re.search(
            r"\b(?:will|would|is (?:due|set|expected|to)|are (?:due|set|expected|to)|until (?:\w+day|further))\b",
            m[0],
        )
        and not re.search(r"\b(?:was|were|had|killed|wounded|died)\b", m[0])
        for m in told
    )


def _named(here: Sequence[PlaceMention], text: str, sure: set[str]) -> _Own:
    """What one paragraph itself says of its place."""
    how: _Named = "named"
    scene = [m for m in here if m.part == "scene"]
    if (not scene and _TOWN_ANAPHOR.search(text)) or _THERE.search(text):
        scene += [
            m for m in here if m.part == "dateline" and (not scene or fold(m.text) not in SEATS)
        ]
    if not scene:
        scene = [m for m in here if m.part == "office"]
        how = "office"
    if not scene:
        scene = [m for m in here if m.part == "landmark" and _NEAR.search(text[: m.start])]
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


_NEAR = re.compile(
    r"\b(?:[12]?\d|30) ?(?:kilomet(?:er|re)s?|km)(?: \([^()]+\))? (?:from|(?:to the )?(?:\w+ )?(?:north|south|east|west)\w*(?:ern side)? of|outside)"
    r"(?: the)?(?: (?:city|town) of)? $",
    re.IGNORECASE,
)
"""So near to a town that the place, which the gazetteer does not know, lies in its province."""


def _of(place: str, code: str, mention: PlaceMention) -> bool:
    """Whether a place's id belongs to the province that was chosen."""
    return len(mention.provinces) == 1 or mention.places.index(place) == mention.provinces.index(
        code
    )
