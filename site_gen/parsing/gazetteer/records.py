"""Province, place, and the gazetteer that finds them."""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING, TypeVar

from msgspec import Struct

from site_gen.parsing.gazetteer.folding import fold, key
from site_gen.parsing.gazetteer.similarity import nearest

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

R = TypeVar("R")

Names = tuple[tuple[str, str], ...]
"""(language tag, name) in other languages and scripts, in the order of the file."""


class Province(Struct, frozen=True, kw_only=True):
    """A first-level division."""

    code: str
    """ISO 3166-2, as the gazetteer writes it."""
    name: str
    slug: str
    aliases: tuple[str, ...] = ()
    names: Names = ()
    capital: str = ""
    """Id of a place; empty: none is given."""
    lat: float | None = None
    """Degrees north of the point that stands for the province in exports: the gazetteer's own,
    else its capital's. Maps fill the area instead."""
    lon: float | None = None
    """Degrees east."""
    neighbours: tuple[str, ...] = ()
    """Codes of the provinces that share a border, in the order of the file."""
    borders: tuple[str, ...] = ()
    """Names of the countries that it borders."""

    @property
    def spellings(self) -> tuple[str, ...]:
        """Name, aliases and native names, each once."""
        return tuple(dict.fromkeys((self.name, *self.aliases, *(text for _, text in self.names))))


class Place(Struct, frozen=True, kw_only=True):
    """A town, district, crossing, airfield … within one province."""

    id: str
    """`province-slug/place-slug`."""
    name: str
    kind: str
    """`city`, `town`, `district`, `crossing`, `airfield`, `village` or another word of the site."""
    province: str
    """Code of the province."""
    aliases: tuple[str, ...] = ()
    names: Names = ()
    lat: float | None = None
    """Degrees north; None: the position is not known, and no map shows a dot."""
    lon: float | None = None
    note: str = ""

    @property
    def spellings(self) -> tuple[str, ...]:
        """Name, aliases and native names, each once."""
        return tuple(dict.fromkeys((self.name, *self.aliases, *(text for _, text in self.names))))


class Gazetteer(Struct, frozen=True, kw_only=True, dict=True):
    """All provinces and places of a site, with the look-ups built once.

    Where two records claim one key, the first has it.
    """

    country: str = ""
    country_code: str = ""
    """ISO 3166-1 alpha-2."""
    provinces: tuple[Province, ...] = ()
    """In the order of the file."""
    places: tuple[Place, ...] = ()
    """By province, its capital first."""
    known: bool = True
    """False when its file could not be read: then nothing is unknown that is looked up in vain."""

    @cached_property
    def by_code(self) -> Mapping[str, Province]:
        """ISO 3166-2 code → province."""
        return {p.code: p for p in reversed(self.provinces)}

    @cached_property
    def by_slug(self) -> Mapping[str, Province]:
        """Slug → province."""
        return {p.slug: p for p in reversed(self.provinces)}

    @cached_property
    def place_by_id(self) -> Mapping[str, Place]:
        """Id → place."""
        return {p.id: p for p in reversed(self.places)}

    @cached_property
    def _provinces(self) -> Mapping[str, tuple[Province, ...]]:
        return _index((p, (p.code, *p.spellings)) for p in self.provinces)

    @cached_property
    def _places(self) -> Mapping[str, tuple[Place, ...]]:
        return _index((p, p.spellings) for p in self.places)

    def province(self, text: str) -> Province | None:
        """The province of this code, name, alias or native name; `Kunduz Province` too."""
        name, kind = _split_kind(text)
        if kind not in ("", "province"):
            return None
        found = self._provinces.get(key(name))
        if not found and (words := fold(name)).endswith(" province"):
            found = self._provinces.get(key(words.removesuffix(" province")))
        return found[0] if found else None

    def find_places(self, text: str) -> tuple[Place, ...]:
        """All places of this name, alias, native name or id; more than one when it is ambiguous.

        `Kunduz (city)` and `Kunduz city` ask for a kind, `Kunduz/Imam Sahib` for a province. The
        caller decides between several, by the event's provinces or by asking the editor.
        """
        if text in self.place_by_id:
            return (self.place_by_id[text],)
        name, kind = _split_kind(text)
        head, slash, tail = name.rpartition("/")
        if slash:
            province = self.by_slug.get(head) or self.province(head)
            if province is None:
                return ()
            found = tuple(p for p in self._named(tail) if p.province == province.code)
        else:
            found = self._named(name)
        return tuple(p for p in found if p.kind == kind) if kind else found

    def _named(self, name: str) -> tuple[Place, ...]:
        found = self._places.get(key(name), ())
        if not found:
            first, _, last = fold(name).rpartition(" ")
            found = tuple(p for p in self._places.get(key(first), ()) if p.kind == last)
        return found

    def places_of(self, code: str) -> tuple[Place, ...]:
        """The places of one province, its capital first."""
        return tuple(place for place in self.places if place.province == code)

    def suggest_province(self, text: str) -> str | None:
        """The name of the one province that a misspelt `text` must mean, or None."""
        found = nearest(key(_split_kind(text)[0]), self._provinces)
        return found[0].name if len(found) == 1 else None

    def suggest_place(self, text: str) -> str | None:
        """How to write the one place that a misspelt `text` must mean, or None.

        The bare name, when several places of one name are equally near.
        """
        found = nearest(key(_split_kind(text)[0].rpartition("/")[2]), self._places)
        if len(found) == 1:
            return self.label(found[0])
        return found[0].name if len({place.name for place in found}) == 1 else None

    def label(self, place: Place) -> str:
        """The shortest text by which `find_places` finds this place and no other."""
        texts = (
            place.name,
            f"{place.name} ({place.kind})",
            f"{self.by_code[place.province].name}/{place.name}",
            f"{self.by_code[place.province].name}/{place.name} ({place.kind})",
        )
        return next((text for text in texts if self.find_places(text) == (place,)), place.id)


def _index(records: Iterable[tuple[R, Iterable[str]]]) -> dict[str, tuple[R, ...]]:
    index: dict[str, tuple[R, ...]] = {}
    for record, spellings in records:
        for spelling in dict.fromkeys(map(key, spellings)):
            index[spelling] = (*index.get(spelling, ()), record)
    return index


def _split_kind(text: str) -> tuple[str, str]:
    """`Kunduz (city)` → `Kunduz`, `city`."""
    found = re.fullmatch(r"(.*\S)\s*\(([^()]*)\)\s*", text)
    return (found[1], fold(found[2])) if found else (text, "")
