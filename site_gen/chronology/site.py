"""A whole site as read: what every later step works on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct, field

if TYPE_CHECKING:
    from collections.abc import Mapping

    from site_gen.model import Body, Dispute, Entry, Event, Prose, Revision, Source, StaticPage
    from site_gen.parsing.config import Config
    from site_gen.parsing.gazetteer import Gazetteer
    from site_gen.parsing.geometry import Geometry
    from site_gen.parsing.register import ActorRegister


class Site(Struct, frozen=True, kw_only=True):
    """The content of one chronology, free of mistakes."""

    config: Config
    gazetteer: Gazetteer
    geometry: Geometry | None
    actors: ActorRegister
    sources: Mapping[str, Source]
    """By id: the register, and the records that stand inside entries."""
    entries: tuple[Entry, ...]
    """In the order of their slugs."""
    bodies: Mapping[str, Body]
    """Entry slug → its words; may be read from a cache only when asked for."""
    disputes: tuple[Dispute, ...] = ()
    pages: tuple[StaticPage, ...] = ()
    revisions: Mapping[str, tuple[Revision, ...]] = field(default_factory=dict)
    """Entry slug → its revisions, oldest first; none without a repository."""

    def prose_of(self, event: Event) -> Prose:
        """The words of one event."""
        return self.bodies[event.entry].parts[event.part]
