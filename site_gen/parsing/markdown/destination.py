"""Where a link in Markdown leads, and whether it may.

Three kinds of address are let through: `http`, `https` and `mailto`; a path within the site
(`/provinces/herat/`); and a path from one file of `content/` to another (`../entries/x.md#y`),
which also works where the Markdown is read as it is. Everything else is refused, so that no
script, no foreign scheme and no path out of the site can reach a page.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from site_gen.web.address import ROOT

_EXTERNAL = re.compile(r"https?://[^/?#\\\s]|mailto:[^\s?]", re.IGNORECASE)
_SCHEME = re.compile(r"[^/?#]*:")
_PLAIN_PATH = re.compile(r"[A-Za-z0-9/._~-]*\Z")
_FORBIDDEN_IN_SEGMENT = re.compile(r"[\x00-\x1f\x7f-\x9f/\\%]")
_TOP = "content"


class Destination(NamedTuple):
    """A link destination that may stand in a page."""

    href: str
    """Not yet escaped for HTML. Within the site it begins with `ROOT` (or is a `#fragment`)."""
    target: str = ""
    """Path (and fragment) within the site that must exist, decoded; empty for other sites."""

    @property
    def external(self) -> bool:
        """Whether it is a page of another site."""
        return self.href[:4].lower() == "http"


class Refused(NamedTuple):
    """Why an address may not stand in a page, as the parts of a diagnostic."""

    code: str
    message: str
    hint: str = ""


@lru_cache(maxsize=4096)
def resolve(url: str, path: str = "", page: str = "") -> Destination | Refused:
    """Where `url` leads.

    Args:
        url: as a Markdown parser gives it: character references decoded, then percent-encoded.
        path: of the file that holds the link, relative to the site's root
            (`content/entries/x.md`); relative links start from its folder.
        page: path within the site (`/entries/x/`) of the page on which a bare `#fragment` is
            to be found; empty leaves such a link relative to whichever page shows it.
    """
    if _EXTERNAL.match(url):
        return Destination(url)
    if not url:
        return Refused("link.path", "link without an address")
    if url.startswith("//") or _SCHEME.match(url):
        return Refused(
            "link.scheme",
            f"“{url}” is not an address that a page may link to",
            "links start with https://, http:// or mailto:, or lead to a path within this site",
        )
    place, hash_mark, fragment = url.partition("#")
    place, question_mark, query = place.partition("?")
    if hash_mark and _FORBIDDEN_IN_SEGMENT.search(_decoded(fragment).replace("/", "")):
        return Refused("link.path", f"“#{fragment}” cannot be the id of anything")
    tail = hash_mark + fragment
    if not place:
        if question_mark or not fragment:
            return Refused("link.path", f"“{url}” leads nowhere")
        return Destination((ROOT + page if page else "") + tail, page + "#" + _decoded(fragment))
    site_path = _site_path(place, path)
    if isinstance(site_path, Refused):
        return site_path
    href = ROOT + _encoded(site_path) + question_mark + query + tail
    return Destination(href, site_path + (("#" + _decoded(fragment)) if fragment else ""))


def _site_path(place: str, path: str) -> str | Refused:
    """Absolute, decoded path within the site for a path from the file `path`."""
    raw = place.split("/")
    absolute = raw[0] == ""
    folder = place.endswith(("/", "/.", "/..")) or place in (".", "..")
    here: list[str] = []
    if absolute:
        del raw[0]
    else:
        here = [name for name in path.split("/")[:-1] if name]
        if here[:1] != [_TOP]:
            here.insert(0, _TOP)
    if raw and raw[-1] == "":
        del raw[-1]
    for segment in raw:
        name = _decoded(segment)
        if segment in (".", "..") and not absolute:
            if segment == ".." and not here:
                return _leads_out(place)
            here = here[:-1] if segment == ".." else here
        elif name in ("", ".", "..") or _FORBIDDEN_IN_SEGMENT.search(name):
            return Refused(
                "link.path",
                f"“{place}” is not a path within the site",
                "write it plainly, like /provinces/herat/ or ../entries/x.md",
            )
        else:
            here.append(name)
    if not absolute:
        if here[:1] != [_TOP]:
            return _leads_out(place)
        del here[0]
        if here[:1] == ["pages"]:
            del here[0]
        if not folder and here and here[-1].endswith(".md"):
            here[-1] = here[-1][: -len(".md")]
    if not folder and here and "." in here[-1]:
        return "/" + "/".join(here)
    return "/" + "".join(name + "/" for name in here)


def _leads_out(place: str) -> Refused:
    return Refused(
        "link.path",
        f"“{place}” leads out of {_TOP}/",
        "link to a page of the site, or to the source's address on the web",
    )


def _decoded(text: str) -> str:
    if "%" not in text:
        return text
    from urllib.parse import unquote  # only here: its import would cost every build

    return unquote(text)


def _encoded(site_path: str) -> str:
    if _PLAIN_PATH.match(site_path):
        return site_path
    from urllib.parse import quote

    return quote(site_path, safe="/-._~!$'()*+,;=:@")
