"""Fills in what a rendered page leaves open: the words of its entry, and the root of the site."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from site_gen.digest import digest
from site_gen.web.address import PROSE, ROOT

if TYPE_CHECKING:
    from site_gen.model import Body

_ANYWHERE = "/404.html"
"""A server gives this page for whatever is missing, at any depth: its links cannot be relative."""
_ROOTED = re.compile(ROOT + r"(/[^\"'#?\s<>&]*)?")


class Cuts(NamedTuple):
    """Where the words of an entry stand in its finished page, so that others can take their place."""

    page: str
    """Digest of the page's bytes."""
    parts: tuple[tuple[int, int, int], ...]
    """(part of the body, first byte, byte behind its last), in the order of the page."""

    @classmethod
    def parse(cls, text: str) -> Cuts:
        """What `str()` gave."""
        page, *places = text.split()
        numbers = [int(place) for place in places]
        return cls(page, tuple(zip(*[iter(numbers)] * 3, strict=True)))

    def __str__(self) -> str:
        return " ".join([self.page, *(f"{part} {start} {end}" for part, start, end in self.parts)])


def finish(text: str, url: str, *, base_path: str, relative_urls: bool) -> str:
    """Replace the mark for the site's root by what it is on the page at `url`.

    Args:
        text: with marks.
        url: site path of the page, without the mark.
        base_path: of the site, without a slash at its end.
        relative_urls: whether links lead from page to page, so that the site works from a disk.
    """
    if not relative_urls or url == _ANYWHERE:
        return text.replace(ROOT, base_path)
    up = "../" * (url.count("/") - 1) or "./"

    def relative(match: re.Match[str]) -> str:
        path = (match[1] or "/").lstrip("/")
        return up + path + ("index.html" if not path or path.endswith("/") else "")

    return _ROOTED.sub(relative, text)


def finish_with_words(
    text: str, body: Body, url: str, *, base_path: str, relative_urls: bool
) -> tuple[bytes, Cuts]:
    """Put the words of an entry where their marks stand, and finish the page.

    Arguments as for `finish`. What stands around the words and the words are finished apart, so that
    `reword` comes to the same.
    """
    pieces: list[str] = []
    parts: list[tuple[int, int, int]] = []
    at = 0
    for nth, piece in enumerate(text.split(PROSE)):
        done = body.parts[int(piece)].html if nth % 2 else piece
        if ROOT in done:
            done = finish(done, url, base_path=base_path, relative_urls=relative_urls)
        size = len(done) if done.isascii() else len(done.encode())
        if nth % 2:
            parts.append((int(piece), at, at + size))
        pieces.append(done)
        at += size
    page = "".join(pieces).encode()
    return page, Cuts(digest(page), tuple(parts))


def reword(
    page: bytes, cuts: Cuts, body: Body, url: str, *, base_path: str, relative_urls: bool
) -> tuple[bytes, Cuts] | None:
    """Put new words into a finished page; None when it is not the page that the cuts are of."""
    if digest(page) != cuts.page:
        return None
    pieces: list[bytes] = []
    parts: list[tuple[int, int, int]] = []
    read = at = 0
    for part, start, end in cuts.parts:
        around = page[read:start]
        done = finish(
            body.parts[part].html, url, base_path=base_path, relative_urls=relative_urls
        ).encode()
        pieces += (around, done)
        at += len(around)
        parts.append((part, at, at + len(done)))
        at += len(done)
        read = end
    pieces.append(page[read:])
    page = b"".join(pieces)
    return page, Cuts(digest(page), tuple(parts))
