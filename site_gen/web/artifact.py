"""A file of the site to be, whatever makes it: a page, a feed, a shard of the search index."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import TypeAlias

    Inputs: TypeAlias = tuple[tuple[str, str], ...]
    """(name, digest) of everything that a file of the site is made from."""
    Lazy: TypeAlias = Inputs | Callable[[], Inputs]
    """The same, or what tells it: for files so many, or inputs so long to tell, that processes share
    even that."""


def told(inputs: Lazy) -> Inputs:
    """Inputs, whichever way they are kept."""
    return inputs if isinstance(inputs, tuple) else inputs()


class Artifact(Struct, frozen=True, kw_only=True):
    """One file of the site: how to make it, and what it is made from."""

    path: str
    """Below the output folder, with forward slashes."""
    inputs: Lazy
    """(name, digest) of everything that its content depends on, settings (`content/site.yaml`, the
    gazetteer, the register of actors) and the program's version apart."""
    make: Callable[[], bytes]
    """Makes the content; called only when the file is out of date."""
