"""Addresses within the site, before it is known where the site will live.

Every link within the site is written as `ROOT` and a site path: `ROOT + "/provinces/herat/"`. The
mark is a control character that no input may hold; `render` replaces it with the base path of the
site, or with a relative path, when a page is finished. Fragments can thus be cached and moved.
"""

from __future__ import annotations

ROOT = "\x02"
PROSE = "\x03"
"""Encloses the number of a part of an entry's body, where its words will stand in the page.

A page is rendered around these marks, so that an edit of the words alone needs no template.
"""
SHARED_PICTURE = "assets/share.png"
"""Path of the picture that goes with a link to the site elsewhere."""


def prose_mark(part: int) -> str:
    """Where the words of a part of an entry will stand."""
    return f"{PROSE}{part}{PROSE}"


def entry(slug: str) -> str:
    """Address of an entry's page."""
    return f"{ROOT}/entries/{slug}/"


def event(ref: str) -> str:
    """Permalink of an event, or of one of its claims: the fragment of its entry's page.

    Args:
        ref: `entry#event` or `entry#event.claim`.
    """
    slug, _, fragment = ref.partition("#")
    return f"{ROOT}/entries/{slug}/#{fragment}"


def province(slug: str) -> str:
    """Address of a province's page."""
    return f"{ROOT}/provinces/{slug}/"


def source(source_id: str) -> str:
    """Address of a source's page."""
    return f"{ROOT}/sources/{source_id}/"


def tag(slug: str) -> str:
    """Address of a tag's page."""
    return f"{ROOT}/tags/{slug}/"


def actor(slug: str) -> str:
    """Address of an actor's page."""
    return f"{ROOT}/actors/{slug}/"


def dispute(slug: str) -> str:
    """Address of a dispute's page."""
    return f"{ROOT}/disputes/{slug}/"


def series(key: str) -> str:
    """Address of a series on the page of figures."""
    return f"{ROOT}/figures/#{key}"


def month(key: str) -> str:
    """Address of a month's page, for `YYYY-MM`."""
    year, _, number = key.partition("-")
    return f"{ROOT}/{year}/{number}/"
