"""Fills in what a rendered page leaves open: the words of its entry, and the root of the site."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from site_gen.address import PROSE, ROOT

if TYPE_CHECKING:
    from site_gen.model import Body

_ROOTED = re.compile(ROOT + r"(/[^\"'#?\s<>&]*)?")


def insert_prose(text: str, body: Body) -> str:
    """Put the words of an entry where their marks stand."""
    pieces = text.split(PROSE)
    pieces[1::2] = [body.parts[int(number)].html for number in pieces[1::2]]
    return "".join(pieces)


def finish(text: str, url: str, *, base_path: str, relative_urls: bool) -> str:
    """Replace the mark for the site's root by what it is on the page at `url`.

    Args:
        text: with marks.
        url: site path of the page, without the mark.
        base_path: of the site, without a slash at its end.
        relative_urls: whether links lead from page to page, so that the site works from a disk.
    """
    if not relative_urls:
        return text.replace(ROOT, base_path)
    up = "../" * (url.count("/") - 1) or "./"

    def relative(match: re.Match[str]) -> str:
        path = (match[1] or "/").lstrip("/")
        return up + path + ("index.html" if not path or path.endswith("/") else "")

    return _ROOTED.sub(relative, text)
