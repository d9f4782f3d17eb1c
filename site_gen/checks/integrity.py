"""Whether every link of a built site leads to something that was built, before it goes public. Pure.

A theme or an editor can write a link that no earlier check sees. This looks at what came out, as a
server would have it: files, and the places within them.
"""

from __future__ import annotations

import re
from html import unescape
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import unquote, urljoin, urlsplit

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator

_LINK = re.compile(r"""\s(?:href|src|action)\s*=\s*(?:"([^"]*)"|'([^']*)')""", re.IGNORECASE)
_PLACE = re.compile(r"""\s(?:id|name)\s*=\s*(?:"([^"]*)"|'([^']*)')""", re.IGNORECASE)
_SCRIPT = re.compile(r"(<script\b[^>]*>).*?</script>", re.IGNORECASE | re.DOTALL)


class Dangling(NamedTuple):
    """A link that leads nowhere."""

    page: str
    """Path of the file that it stands in, below the output folder."""
    link: str
    """As it is written there."""
    reason: str

    def __str__(self) -> str:
        return f"{self.page}: {self.link}: {self.reason}"


def dangling(paths: Collection[str], read: Callable[[str], str], base_url: str) -> list[Dangling]:
    """Links of a site to itself that lead nowhere, in the order of the pages.

    Args:
        paths: all files of the site, below the output folder, with forward slashes.
        read: gives the text of one.
        base_url: where the site will be, with a slash at its end. Links by that address count, too.
    """
    names = frozenset(paths)
    places: dict[str, frozenset[str]] = {}
    asked: list[tuple[str, str, str, str]] = []
    found = []
    for page in sorted(path for path in names if path.endswith(".html")):
        text = _SCRIPT.sub(r"\1", read(page))
        places[page] = frozenset(unescape(a or b) for a, b in _PLACE.findall(text))
        for link in dict.fromkeys(unescape(a or b) for a, b in _LINK.findall(text)):
            target = _target(page, link, base_url)
            if target is None:
                continue
            path, fragment = target
            file = next((name for name in _files(path) if name in names), "")
            if not path.startswith("/"):
                found.append(Dangling(page, link, f"leads out of {base_url}"))
            elif not file:
                found.append(Dangling(page, link, "there is no such file"))
            elif fragment:
                asked.append((page, link, file, fragment))
    found += [
        Dangling(page, link, "there is no such place on that page")
        for page, link, file, fragment in asked
        if file in places and fragment not in places[file]
    ]
    return sorted(found)


def _target(page: str, link: str, base_url: str) -> tuple[str, str] | None:
    """(path below the site with a slash in front, fragment); None for other sites.

    A path without a slash in front lies on the same host and outside the site.
    """
    here = base_url + page.removesuffix("index.html")
    try:
        url = urlsplit(urljoin(here, link.strip()))
    except ValueError:
        return "", ""
    home = urlsplit(base_url)
    if (url.scheme, url.netloc) != (home.scheme, home.netloc):
        return None
    if not url.path.startswith(home.path):
        return url.path.lstrip("/"), ""
    return "/" + unquote(url.path.removeprefix(home.path)), unquote(url.fragment)


def _files(path: str) -> Iterator[str]:
    """Files that a server would give for a path."""
    yield path.lstrip("/")
    yield f"{path.strip('/')}/index.html".lstrip("/")
