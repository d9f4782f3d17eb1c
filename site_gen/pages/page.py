"""One page to be."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from site_gen.web import address

if TYPE_CHECKING:
    from collections.abc import Callable

    from site_gen.pages.views import Link
    from site_gen.web.artifact import Lazy


class Page(Struct, frozen=True, kw_only=True):
    """One page to be: where it lives, what draws it, what it shows."""

    url: str
    """Site path with a slash at its end, or a file's path (`/404.html`); without `ROOT`."""
    template: str
    view: Callable[[], object]
    """Makes what the page shows; called only when the page is rendered."""
    inputs: Lazy
    """(name, digest) of everything that the view is made from, settings and templates apart.

    Equal inputs mean an equal page: whatever a view uses must be named here.
    """
    title: str
    """For the window's title and share tags."""
    description: str = ""
    kind: str = ""
    crumbs: tuple[Link, ...] = ()
    entry: str = ""
    """Slug of the entry whose words stand in the page, at the marks `address.PROSE`."""

    @property
    def path(self) -> str:
        """File below the output folder, with forward slashes."""
        return self.url.lstrip("/") + ("index.html" if self.url.endswith("/") else "")


def site_path(url: str) -> str:
    """A link's address without the mark for the site's root."""
    return url.removeprefix(address.ROOT)
