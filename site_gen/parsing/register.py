"""Who acts and speaks: spelling variants are one actor, similar names stay two."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from msgspec import Struct

from site_gen.model import Actor
from site_gen.parsing.gazetteer import fold
from site_gen.slug import slugify

if TYPE_CHECKING:
    from collections.abc import Iterable


class ActorRegister(Struct, frozen=True, dict=True):
    """The actors that `content/actors.yaml` names, found by any of their spellings."""

    actors: tuple[Actor, ...] = ()

    @cached_property
    def _by_spelling(self) -> dict[str, Actor]:
        found: dict[str, Actor] = {}
        for actor in self.actors:
            for spelling in (actor.name, *actor.aliases, *(name for _, name in actor.names)):
                found.setdefault(fold(spelling), actor)
        return found

    def find(self, name: str) -> Actor | None:
        """The registered actor of that name or spelling; None when there is none.

        Only spellings that the register lists count: nothing is guessed from likeness.
        """
        return self._by_spelling.get(fold(name))

    def canonical(self, name: str) -> str:
        """The registered name for a spelling; the spelling itself when it is not registered."""
        actor = self.find(name)
        return actor.name if actor else name

    def resolve(self, name: str) -> Actor:
        """The actor of a name, registered or made from the name alone (a `group`)."""
        return self.find(name) or Actor(name=name, slug=slugify(name))

    def names(self) -> Iterable[str]:
        """All spellings, for suggestions."""
        for actor in self.actors:
            yield actor.name
            yield from actor.aliases
