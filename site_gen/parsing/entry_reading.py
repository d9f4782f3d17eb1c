"""What reading an entry rests on, and what comes out of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from site_gen.diagnostics import Diagnostic
    from site_gen.model import Body, Entry
    from site_gen.parsing.config import Config
    from site_gen.parsing.gazetteer import Gazetteer
    from site_gen.parsing.register import ActorRegister


class ReadingContext(Struct, frozen=True, kw_only=True):
    """What names in an entry are looked up in."""

    config: Config
    gazetteer: Gazetteer
    actors: ActorRegister


class EntryReading(Struct, frozen=True, kw_only=True):
    """What came out of one file."""

    entry: Entry | None
    """None when nothing could be made of the file. Without a title, or without a date, it has an empty
    title, and there is an error."""
    body: Body
    outline: str
    """Digest of all but the words: front matter, headings, event blocks, links."""
    diagnostics: tuple[Diagnostic, ...]
