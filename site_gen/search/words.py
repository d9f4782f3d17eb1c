"""From a text to the terms under which it is found: the same at build and at query time.

A term is the stem of a folded word, or the class of a name. `themes/default/assets/search/words.js`
does the same to a query; `tests/browser/test_search_words.py` holds the two together.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from site_gen.parsing.gazetteer import fold
from site_gen.search.stemming import stem

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from site_gen.parsing.gazetteer import Gazetteer
    from site_gen.parsing.register import ActorRegister

STOP_WORDS = frozenset(
    "a an and are as at be been but by e for from had has have he her his i in is it its of on or"  # noqa: SIM905
    " she that the their them these they this those to was were which who with".split()
)
"""Words that are neither indexed nor asked for. `themes/…/words.js` has the same list."""

_POSSESSIVE = re.compile(r"['’]s(?!\w)", re.IGNORECASE)
_LONGEST_NAME = 6
MAX_WORD = 40
"""Longer words are cut, at build and at query time."""


@dataclass(frozen=True, slots=True)
class Names:
    """Spellings that mean the same, from the gazetteer and the register of actors.

    Two spellings are equal when they may name the same record. All records that a spelling may name
    make its *class*, and a class is one term of the index, so that a name costs one posting however
    many records share it.
    """

    own: Mapping[str, str] = field(default_factory=dict)
    """Folded spelling → the term under which the text that has it is filed."""
    equal: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Folded spelling → terms of all classes that share a record with it, its own first."""
    starts: Mapping[str, tuple[int, ...]] = field(default_factory=dict)
    """First word of a spelling → how many words such spellings have, longest first."""

    @classmethod
    def of(cls, spellings: Iterable[tuple[str, Iterable[str]]]) -> Names:
        """From (id of a record, its spellings) pairs."""
        records: dict[str, list[str]] = {}
        for record, texts in spellings:
            for text in texts:
                words = fold(text).split()
                for spelling in {" ".join(words), "".join(words)}:
                    usable = words and len(words) <= _LONGEST_NAME
                    if usable and spelling not in STOP_WORDS and len(spelling) > 1:
                        known = records.setdefault(spelling, [])
                        if record not in known:
                            known.append(record)
        own = {text: "@" + "+".join(sorted(found)) for text, found in sorted(records.items())}
        members: dict[str, set[str]] = {}
        for text, term in own.items():
            for record in records[text]:
                members.setdefault(record, set()).add(term)
        equal = {
            text: (own[text], *sorted({t for r in found for t in members[r]} - {own[text]}))
            for text, found in sorted(records.items())
        }
        starts: dict[str, set[int]] = {}
        for text in own:
            starts.setdefault(text.partition(" ")[0], set()).add(text.count(" ") + 1)
        return cls(own, equal, {w: tuple(sorted(n, reverse=True)) for w, n in starts.items()})

    def to_json(self) -> list[Any]:
        """As values that JSON can hold; they are what the class is made with."""
        return [self.own, self.equal, self.starts]

    def found(self, words: Sequence[str], start: int) -> Iterable[tuple[int, str]]:
        """(number of words, term) of each spelling that begins at a word, the longest first."""
        for size in self.starts.get(words[start], ()):
            spelling = " ".join(words[start : start + size])
            if spelling in self.own and start + size <= len(words):
                yield size, self.own[spelling]


def names_of(gazetteer: Gazetteer, actors: ActorRegister) -> Names:
    """The names of a site: provinces, places, and the people of its register.

    Of organisations and groups only names in other scripts count: “Taliban fighters” may be an
    alias of the Taliban, yet who asks for fighters means fighters.
    """
    spellings: list[tuple[str, Iterable[str]]] = []
    for province in gazetteer.provinces:
        texts = province.spellings
        spellings.append((province.slug, (*texts, *(f"{text} province" for text in texts))))
    for place in gazetteer.places:
        texts = place.spellings
        spellings.append((place.id, (*texts, *(f"{text} {place.kind}" for text in texts))))
    for actor in actors.actors:
        native = tuple(text for _, text in actor.names)
        aliases = actor.aliases if actor.kind == "person" else ()
        if native or aliases:
            spellings.append((f"~{actor.slug}", (actor.name, *aliases, *native)))
    return Names.of(spellings)


@dataclass(frozen=True, slots=True)
class Analyzer:
    """Turns texts into terms with positions."""

    names: Names
    stemming: bool = True
    """Whether words are English; otherwise they are folded only."""

    def words(self, text: str) -> list[str]:
        """The folded words of a text."""
        return [word[:MAX_WORD] for word in fold(_POSSESSIVE.sub("", text)).split()]

    def term(self, word: str) -> str:
        """The term of one folded word that is no name."""
        return stem(word) if self.stemming else word

    def terms(self, words: Sequence[str]) -> Iterable[tuple[int, str]]:
        """(position, term) of each word and name, in the order of the text.

        Positions count words without stop words. The words of a name share one position, so that
        `Lashkar Gah` and `Lashkargah` are equally long in a phrase.
        """
        names, place, within = self.names, -1, 0
        for index, word in enumerate(words):
            found = tuple(names.found(words, index)) if word in names.starts else ()
            stop = word in STOP_WORDS
            if within > 0:
                within -= 1
            elif found or not stop:
                place += 1
                within = found[0][0] - 1 if found else 0
            single = False
            for size, term in found:
                single |= size == 1
                yield place, term
            if not single and not stop:
                yield place, stem(word) if self.stemming else word
