"""Follows every link of a built site as a visitor's browser would, fragments included.

    crawl = Crawler(start="http://127.0.0.1:8000/repo/", published="https://example.org/repo/")
    crawl.run()
    assert not crawl.broken

Also with `start="file:///…/index.html"`. Addresses below `published` (canonical links, feeds, the
sitemap) are looked up below `start`. Other sites are never asked.
"""

from __future__ import annotations

import json
import re
import urllib.error
import urllib.request
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urldefrag, urljoin, urlsplit
from xml.etree import ElementTree as ET

REFERENCES = {
    "a": ("href",),
    "link": ("href",),
    "script": ("src",),
    "img": ("src",),
    "source": ("src",),
    "form": ("action",),
    "use": ("href",),
    "iframe": ("src",),
    "area": ("href",),
}
"""Element → attributes that hold an address."""
SHARED = ("og:url", "og:image")


class Page(HTMLParser):
    """The addresses that a page names, and the fragments that it has."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.links: list[str] = []
        self.ids: set[str] = set()
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = {name: value or "" for name, value in attrs}
        if "id" in found:
            self.ids.add(found["id"])
        if tag == "a" and "name" in found:
            self.ids.add(found["name"])
        self.links += [found[name] for name in REFERENCES.get(tag, ()) if name in found]
        if "srcset" in found:
            self.links += [part.split()[0] for part in found["srcset"].split(",")]
        if tag == "meta" and found.get("property") in SHARED:
            self.links.append(found.get("content", ""))
        if tag == "meta" and found.get("http-equiv") == "refresh":
            self.links.append(found.get("content", "").partition("url=")[2])


def links_of_xml(raw: bytes) -> list[str]:
    """Addresses in feeds and sitemaps."""
    tree = ET.fromstring(raw)
    found = [e.get("href", "") for e in tree.iter() if e.get("href")]
    names = ("loc", "id")
    found += [e.text or "" for e in tree.iter() if e.tag.rpartition("}")[2] in names]
    for content in tree.iter("{http://www.w3.org/2005/Atom}content"):
        found += Page(content.text or "").links
    return found


def links_of_json(raw: bytes) -> list[str]:
    """Every text in a JSON file that is an address."""
    found: list[str] = []

    def walk(value: object) -> None:
        match value:
            case dict():
                for part in value.values():
                    walk(part)
            case list():
                for part in value:
                    walk(part)
            case str() if value.startswith(("http://", "https://")) and " " not in value:
                found.append(value)
            case str() if value.startswith("<"):
                found.extend(Page(value).links)

    walk(json.loads(raw))
    return found


def links_of_text(raw: bytes) -> list[str]:
    """Every address in a calendar or a markwhen file; folded lines are put together."""
    text = raw.decode().replace("\r\n ", "")
    return re.findall(r"https?://[^\s\"<>()\[\]\\]+", text)


@dataclass
class Crawler:
    """One walk through a site."""

    start: str
    published: str = ""
    """Address that the site is built for; by default where it is."""
    also: tuple[str, ...] = (
        *("sitemap.xml", "feed.xml", "feed.json", "corrections.xml", "404.html", "robots.txt"),
        *("calendar.ics", "data/events.geojson", "data/timeline.json", "data/timeline.mw"),
    )
    """Further files to begin with, relative to the start."""
    skip: tuple[str, ...] = ()
    """Beginnings of paths, relative to the start, that are not followed."""
    broken: list[str] = field(default_factory=list)
    """`page -> link: what is wrong`."""
    seen: dict[str, set[str] | None] = field(default_factory=dict)
    """Address → fragments; None for what has none or is missing."""
    outside: set[str] = field(default_factory=set)
    """Addresses of other sites."""

    def run(self) -> None:
        """Walk; `broken` then holds what is wrong."""
        root = self.root
        todo = [("the start", self.start), *(("the start", root + name) for name in self.also)]
        pending: list[tuple[str, str, str]] = []
        while todo:
            page, address = todo.pop()
            url, fragment = urldefrag(address)
            if fragment:
                pending.append((page, url, unquote(fragment)))
            if url in self.seen:
                continue
            self.seen[url] = None
            try:
                found = self._look(url)
            except (OSError, ET.ParseError, ValueError) as problem:
                self.broken.append(f"{page} -> {url}: {problem}")
                continue
            todo += [(url, link) for link in found if link]
        for page, url, fragment in pending:
            ids = self.seen[url]
            if ids is not None and fragment not in ids:
                self.broken.append(f"{page} -> {url}#{fragment}: no such place")

    @property
    def root(self) -> str:
        """Address of the site's folder."""
        return self.start if self.start.endswith("/") else self.start.rpartition("/")[0] + "/"

    def _look(self, url: str) -> list[str]:
        raw, kind = self._read(url)
        if kind == "html":
            page = Page(raw.decode())
            self.seen[url] = page.ids
            links = page.links
        elif kind in ("xml", "atom"):
            links = links_of_xml(raw)
        elif kind in ("json", "geojson"):
            links = links_of_json(raw)
        elif url.rpartition(".")[2] in ("ics", "mw", "txt"):
            links = links_of_text(raw)
        else:
            links = []
        return [resolved for link in links if (resolved := self._resolve(url, link))]

    def _resolve(self, page: str, link: str) -> str:
        """Where a link leads within the site; empty when it leads elsewhere."""
        if urlsplit(link).scheme in ("mailto", "data", "javascript", "tel"):
            return ""
        here = urljoin(page, link)
        if self.published and here.startswith(self.published):
            here = self.root + here.removeprefix(self.published)
            if here.startswith("file:"):
                path, fragment = urldefrag(here)
                path += "index.html" if path.endswith("/") else ""
                here = path + (f"#{fragment}" if fragment else "")
        if not here.startswith(self.root):
            self.outside.add(here)
            if urlsplit(here).netloc == urlsplit(self.start).netloc:
                self.broken.append(f"{page} -> {link}: leads out of the site")
            return ""
        return "" if here.removeprefix(self.root).startswith(self.skip or ("\0",)) else here

    def _read(self, url: str) -> tuple[bytes, str]:
        if url.startswith("file:"):
            path = Path(unquote(urlsplit(url).path))
            return path.read_bytes(), path.suffix.removeprefix(".")
        try:
            with urllib.request.urlopen(url) as answer:
                kind = answer.headers.get_content_type()
                if answer.url != url:
                    message = f"redirected to {answer.url}"
                    raise ValueError(message)
                return answer.read(), kind.rpartition("/")[2].rpartition("+")[2]
        except urllib.error.HTTPError as problem:
            if problem.code == 404 and url.endswith("/404.html"):
                return problem.read(), "html"
            raise
