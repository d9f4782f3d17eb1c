"""A file of the site to be, whatever makes it: a page, a feed, a shard of the search index."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from collections.abc import Callable


class Artifact(Struct, frozen=True, kw_only=True):
    """One file of the site: how to make it, and what it is made from."""

    path: str
    """Below the output folder, with forward slashes."""
    inputs: tuple[tuple[str, str], ...]
    """(name, digest) of everything that its content depends on, settings (`content/site.yaml`, the
    gazetteer, the register of actors) and the program's version apart."""
    make: Callable[[], bytes]
    """Makes the content; called only when the file is out of date."""
