"""Provinces and places of the gazetteer that a text names, in whatever spelling.

A name is not yet a place of an event: every mention is kept with its part in the sentence
(`placeparts`), so that a draft can list those that are and an editor can see the rest.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from site_gen.importer.datelines import begins_report, dateline, opening
from site_gen.importer.notation import regex, words
from site_gen.importer.places.countries import CAPITAL_OF, SEATS, beside_a_country
from site_gen.importer.places.namesakes import KINDS, in_longer_name, means_namesake, namesakes
from site_gen.importer.places.parts import PlaceMention, part_of
from site_gen.importer.tense import pieces
from site_gen.parsing.gazetteer import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from site_gen.parsing.gazetteer import Gazetteer


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
    """Names by how they sound → meanings, where only one province has them."""
    capitals: frozenset[str] = frozenset()
    """Ids of the places that are capitals of provinces."""
    seat: str = ""
    """Code of the province that the country is governed from; empty when the gazetteer has none or several."""


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
    for key, meanings in _endings(table).items():
        table[key].update(meanings)
    for key in [key for key in table if len(key) > 1 and ("".join(key),) in table]:
        table[key].update(table["".join(key),])  # “Dawlat Abad”, “Dawlatabad”
    capitals = [gazetteer.place_by_id.get(province.capital) for province in gazetteer.provinces]
    seats = {
        capital.province
        for capital in capitals
        if capital is not None and any(fold(name) in SEATS for name in capital.spellings)
    }
    if not seats:  # governed from a town that is no province's capital
        seats = {
            place.province
            for place in gazetteer.places
            if any(fold(name) in SEATS for name in place.spellings)
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
    (regex(r"ow|au|aw|ou|oo|u"), "o"),
    (regex(r"ai|ay|ei|ey|ee|ie|y|e"), "i"),
    (regex(r"kh|gh|q|g"), "k"),
    (regex(r"v"), "w"),
    (regex(r"(.)\1"), r"\1"),
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
    start, end, word = words[at]
    if len(word) > 5 and _PLACE_BEFORE.search(text[max(0, start - 9) : start]):
        return 1, known.by_sound.get(_sound(word), ()) if _ONE_WORD.match(text[end:]) else ()
    return 0, ()


_PLACE_BEFORE = regex(r"(?:^|[^\w-])(?:[Ii]n|[Nn]ear|[Aa]t|[Oo]f|[Oo]utside) $")
_ONE_WORD = regex(r"(?:,|\.|:| (?:[a-z]|District|Province|City))")
"""What may stand behind a place's name of one word: “in Sangeen, two policemen”, not “in Sangeen Khan”."""
_HALVES = frozenset(
    words(
        """
    bala payin payan payen pain sufla ulya olya markazi jadid kuhna awal duwum upper lower north
    south east west northern southern eastern western norte sur alto bajo alta baja
    """
    )
)


def _beginnings(
    table: Mapping[tuple[str, ...], Mapping[tuple[str, str], None]],
) -> dict[tuple[str, ...], dict[tuple[str, str], None]]:
    """“Dara-e Suf” for Dara-e Suf Bala and Dara-e Suf Payin: both lie in one province, so the name tells it.

    Only a word that parts one place in two may be left out: “Hamid Karzai” is no airport.
    """
    found: defaultdict[tuple[str, ...], set[str]] = defaultdict(set)
    for key, meanings in table.items():
        for length in range(2, len(key)):
            if all(word in _HALVES for word in key[length:]):
                found[key[:length]] |= {code for code, _ in meanings}
    return {
        key: {(next(iter(codes)), ""): None}
        for key, codes in found.items()
        if len(codes) == 1 and key not in table and len("".join(key)) > 6
    }


def _endings(
    table: Mapping[tuple[str, ...], Mapping[tuple[str, str], None]],
) -> dict[tuple[str, ...], dict[tuple[str, str], None]]:
    """“Behsud” for Markaz-e Behsud, where the bare name is that of a place elsewhere: it can be either."""
    found: defaultdict[tuple[str, ...], dict[tuple[str, str], None]] = defaultdict(dict)
    for key, meanings in table.items():
        if len(key) == 3 and key[0] in ("markaz", "markazi") and key[2:] in table:
            found[key[2:]].update(dict.fromkeys(meanings))
        elif len(key) == 2 and key[0] in ("markaz", "markazi") and key[1:] in table:
            found[key[1:]].update(dict.fromkeys(meanings))
    return dict(found)


_WORD = regex(r"[^\W_]+(?:['’ʼ`][^\W\d_]+)*")


def find_places(
    paragraphs: Iterable[tuple[int, str]], known: PlaceIndex
) -> tuple[PlaceMention, ...]:
    """All names of the gazetteer in a text, in order, each with its part in the sentence."""
    paragraphs = tuple(paragraphs)
    people = namesakes(paragraphs) & {key[0] for key in known.by_words if len(key) == 1}
    mentions: list[PlaceMention] = []
    first, told = True, ""
    for line, text in paragraphs:
        head = opening(text) if first else dateline(text)[0] if begins_report(text) else 0
        first = False
        of_a_province = _A_PROVINCE_S.search(told) is not None
        for offset, piece in pieces(text):
            mentions += [
                replace(m, start=m.start + offset, end=m.end + offset) if offset else m
                for m in _in_paragraph(line, piece, head if not offset else 0, known, people)
                if not (of_a_province and m.text == "the capital")
            ]
        told = text
    return tuple(mentions)


def _in_paragraph(
    line: int,
    text: str,
    head: int,
    known: PlaceIndex,
    people: frozenset[str],
) -> list[PlaceMention]:
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
        if not meaning and (all_of_it := _all_named(words, i, text, known)):
            mentions += [
                PlaceMention(
                    line=line,
                    start=start,
                    end=words[i][1],
                    text=text[start : words[i][1]],
                    provinces=(code,),
                )
                for code in all_of_it
            ]
            i += 1
            continue
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
        if (
            in_longer_name(words, i, length, text)
            or means_namesake(text, start, end, people)
            or beside_a_country(text, start, end)
        ):
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
                part="dateline"
                if end <= head
                else part_of(text, start, end, mentions, [code for code, _ in meaning]),
                typo=typo,
            )
        )
        i += length
    mentions += _seat_of_government(line, text, known, mentions)
    return [m for i, m in enumerate(mentions) if not (i and _owned(text, mentions[i - 1], m))]


def _owned(text: str, owner: PlaceMention, mention: PlaceMention) -> bool:
    """“Uruzgan's Kijran district”: the text says whose it is, whatever the gazetteer has."""
    return (
        re.fullmatch(r"['’]s (?:\w+ )?", text[owner.end : mention.start]) is not None
        and not owner.places
        and len(owner.provinces) == 1
        and owner.provinces[0] not in mention.provinces
    )


_A_PROVINCE_S = regex(
    r"\b(?:provincial capital|capital of (?:the )?(?:[\w-]+ )?(?:(?:[Pp]rovince|[Ss]tate) of |[A-Z][\w-]+(?: [A-Z][\w-]+)? (?:[Pp]rovince|[Ss]tate)\b))"
)
"""What “the capital” of the next paragraph is of."""
_NATIONAL_CAPITAL = regex(
    rf"\b(?:the (?:(?:country['’]s|nation['’]s|national|[A-Z][a-z]+(?:an|ese|ish|i)) )?capital|{CAPITAL_OF})\b(?! of\b)(?!,? [A-Z][a-z])(?!['’]s)"
)


def _seat_of_government(
    line: int, text: str, known: PlaceIndex, mentions: Sequence[PlaceMention]
) -> list[PlaceMention]:
    """“In the Afghan capital”, where the gazetteer tells which province that is."""
    found: list[PlaceMention] = []
    for match in _NATIONAL_CAPITAL.finditer(text) if known.seat else ():
        bare = match[0].lower() == "the capital"
        placed = any(
            m.part in ("scene", "office") and not set(m.places) & known.capitals for m in mentions
        )
        within = re.search(
            r"\b(?:[Ii]n|entered|stormed|reached|shelled|(?:north|south|east|west|cent(?:er|re)|outskirts|heart|streets|edge|[Hh]alf|[Pp]arts|[Mm]ost|[Aa]ll|[Mm]uch) of) $",
            text[: match.start()],
        )
        if bare and (placed or not within):
            continue  # of the province that the paragraph names
        if re.search(
            r"(?<!the )(?<!in )\b(?:north|south|east|west)(?:east|west|ern)? of $|\b(?:overlooking|surrounding) $",
            text[: match.start()],
        ):
            continue  # “just south of the Afghan capital” is not in it
        before = [m for m in mentions if m.end <= match.start()]
        part = part_of(text, match.start(), match.end(), before)
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


def _all_named(
    words: Sequence[tuple[int, int, str]], at: int, text: str, known: PlaceIndex
) -> tuple[str, ...]:
    """Codes of the provinces that “the Lanao provinces” are: all whose names begin so."""
    if not _PROVINCES_AFTER.match(text[words[at][1] :]):
        return ()
    codes = tuple(c for c, name in known.names.items() if fold(name).split()[0] == words[at][2])
    return codes if len(codes) > 1 else ()


_PROVINCES_AFTER = regex(r" (?:[Pp]rovinces|[Ss]tates|[Rr]egions|[Cc]ounties|[Dd]epartments)\b")


def _misspelt(
    words: Sequence[tuple[int, int, str]], at: int, known: PlaceIndex
) -> tuple[tuple[str, str], ...]:
    """The one name that a long word, or a word before “Province”, misspells by one letter."""
    _start, _end, word = words[at]
    follow = words[at + 1][2] if at + 1 < len(words) else ""
    named = re.fullmatch(KINDS, follow) is not None
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
