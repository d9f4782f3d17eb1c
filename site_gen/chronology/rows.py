"""One event of a site with what the rest of the site says about it; `ordering` makes them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from site_gen.model import Entry, Event, Verdict


class Row(Struct, frozen=True, kw_only=True, gc=False):
    """One event in its place in time, with what the rest of the site says about it."""

    event: Event
    entry: Entry
    verdict: Verdict
    disputes: tuple[str, ...]
    """Slugs of the disputes that name the event, one of its claims, or another account of it."""
    same_as: tuple[str, ...]
    """References of the other accounts of the same happening."""
    known: str
    """ISO day on which the first source that carries it was published; empty when not known."""
