"""An article out of a page of HTML: text, headline, author, and every date that the page states.

The text comes from trafilatura, dates from JSON-LD, meta elements and htmldate; both libraries are
the extra `site-gen[import]` and are loaded only here. Nothing is fetched.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from html import unescape
from typing import Any

from site_gen.importer.dates.finding import find_dates
from site_gen.importer.notation import regex, words
from site_gen.importer.page.lines import is_date_line
from site_gen.importer.publication.day import Stated


@dataclass(frozen=True, slots=True, kw_only=True)
class WebArticle:
    """What a page says of itself."""

    text: str
    """Headline, empty line, paragraphs; empty when no article was found."""
    title: str
    publisher: str
    credits: tuple[str, ...]
    url: str
    """Canonical address, as the page gives it; empty when it does not."""
    stated: tuple[Stated, ...]
    language: str


class MissingExtra(Exception):  # noqa: N818 - a state, not an error of the caller
    """The libraries of the extra are not installed."""


_LD = regex(r"<script[^>]+application/ld\+json[^>]*>(.*?)</script>", re.DOTALL | re.IGNORECASE)
_META = regex(r"<meta\s[^>]*>", re.IGNORECASE)
_ATTRIBUTE = regex(r"([\w:.-]+)\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+))")
_H1 = regex(r"<h1\b[^>]*>(.*?)</h1>", re.DOTALL | re.IGNORECASE)
_TITLE = regex(r"<title\b[^>]*>(.*?)</title>", re.DOTALL | re.IGNORECASE)
_ARTICLE_TYPES = frozenset(
    {
        "NewsArticle",
        "Article",
        "BlogPosting",
        "ReportageNewsArticle",
        "AnalysisNewsArticle",
        "LiveBlogPosting",
        "WebPage",
        "BackgroundNewsArticle",
        "OpinionNewsArticle",
    }
)
_PUBLISHED_META = frozenset(
    words(
        """
    article:published_time og:published_time datepublished date pubdate publishdate dc.date
    dc.date.issued dcterms.created dcterms.date dcterms.issued sailthru.date parsely-pub-date
    publish-date publication_date article.published published_time citation_publication_date
    originalpublicationdate cxenseparse:recs:publishtime
    """
    )
)


_NOTE_MARK = regex(
    r"(?<=[a-z]{3})<sup\b[^>]*>(?:\s|<[^>]*>|\[|\d)*\]?(?:<[^>]*>)*</sup>", re.IGNORECASE
)
"""The number of a footnote behind a word, which is no part of it."""


def read_page(page: str, url: str = "") -> WebArticle:
    """Take an article out of a page.

    Raises:
        MissingExtra: when trafilatura or htmldate is not installed.
    """
    try:
        import trafilatura
        from htmldate import find_date
    except ImportError as problem:
        raise MissingExtra(str(problem)) from problem
    page = _NOTE_MARK.sub("", page)
    meta = _meta(page)
    data = list(_linked_data(page))
    stated = [*_dates_of(data), *_dates_in_meta(meta)]
    found = find_date(page, original_date=True, extensive_search=False, url=url or None)
    if found:
        stated.append(Stated(origin="htmldate", value=str(found)))
    extracted = trafilatura.bare_extraction(
        page, url=url or None, include_comments=False, include_tables=False, with_metadata=True
    )
    values: dict[str, Any] = {}
    if extracted is not None:
        values = extracted if isinstance(extracted, dict) else extracted.as_dict()
    stated = _same_instants(stated)
    title = _first(
        *(item.get("headline") for item in data),
        meta.get("og:title"),
        _headline(page, values.get("title")),
    )
    body = re.sub(r"\n+", "\n\n", str(values.get("text") or "")).strip()
    body = body.removeprefix(f"{title}\n\n") if title else body
    dated = "".join(f"{line}\n\n" for line in _date_lines(page, title, body))
    return WebArticle(
        text=f"{title}\n\n{dated}{body}\n" if body else "",
        title=title,
        publisher=_first(
            *(_name(item.get("publisher")) for item in data),
            meta.get("og:site_name"),
            values.get("sitename"),
        ),
        credits=_authors(data, meta),
        url=_canonical(page) or _first(meta.get("og:url")),
        stated=tuple(dict.fromkeys(stated)),
        language=_first(_page_language(page)),
    )


def _first(*values: object) -> str:
    for value in values:
        if isinstance(value, str) and value.strip():
            return re.sub(r"\s+", " ", unescape(value)).strip()
    return ""


def _headline(page: str, found: object) -> str:
    """The headline that the page shows, else the longest part of its title (“Paper : Headline”)."""
    shown = [_words(match[1]) for match in _H1.finditer(page)]
    given = found.strip() if isinstance(found, str) else ""
    if given and (given in shown or len(given.split()) > 2):
        return given
    named = _TITLE.search(page)
    parts = re.split(r"\s+[|:»–—-]\s+", _words(named[1])) if named else []
    best = max((*shown[:1], *parts, given), key=lambda part: len(part.split()))
    # “Gazette - News” is a paper's name: the headline is looked for in the text.
    return best if shown or len(best.split()) > 3 else ""


def _words(markup: str) -> str:
    return re.sub(r"\s+", " ", unescape(re.sub(r"<[^>]+>", " ", markup))).strip()


def _date_lines(page: str, title: str, body: str) -> list[str]:
    """The lines with a date that the page shows between its headline and its first paragraph.

    They are the page's own word on its day, which the extraction of the text leaves out.
    """
    bare = re.sub(r"(?is)<(script|style|head|noscript)\b.*?</\1>|<!--.*?-->", " ", page)
    marked = re.sub(
        r"(?i)</?(?:p|div|br|h\d|li|ul|ol|td|tr|table|time|span|header|section|article|address|font)\b[^>]*>",
        "\n",
        bare,
    )
    lines = [line for raw in marked.split("\n") if (line := _words(raw))]
    start = body[:40]
    end = next((i for i, line in enumerate(lines) if start and line.startswith(start)), 0)
    begin = max(
        (i for i, line in enumerate(lines[:end]) if line == title), default=max(0, end - 12)
    )
    found = [line for line in lines[begin:end] if len(line) <= 120 and is_date_line(line)]
    return [line for line in dict.fromkeys(found) if line not in body][:3]


def _attributes(tag: str) -> dict[str, str]:
    return {
        found[1].lower(): unescape(found[2] or found[3] or found[4] or "")
        for found in _ATTRIBUTE.finditer(tag)
    }


def _meta(page: str) -> dict[str, str]:
    values: dict[str, str] = {}
    for found in _META.finditer(page):
        given = _attributes(found[0])
        name = given.get("property") or given.get("name") or given.get("itemprop") or ""
        if name and given.get("content"):
            values.setdefault(name.lower(), given["content"])
    return values


def _linked_data(page: str) -> list[dict[str, Any]]:
    items: list[dict[str, Any]] = []
    for found in _LD.finditer(page):
        try:
            data = json.loads(found[1].strip().strip(";"), strict=False)
        except ValueError:
            continue
        waiting = [data]
        while waiting:
            node = waiting.pop(0)
            if isinstance(node, list):
                waiting += node[:50]
            elif isinstance(node, dict):
                kinds = node.get("@type")
                kinds = kinds if isinstance(kinds, list) else [kinds]
                if _ARTICLE_TYPES & {k for k in kinds if isinstance(k, str)}:
                    items.append(node)
                waiting += [node[k] for k in ("@graph", "mainEntity") if k in node]
    items.sort(key=lambda item: "headline" not in item)
    return items


def _day(value: object) -> str:
    """`YYYY-MM-DD`, with the time of day and its zone when they follow; empty when it names no day."""
    if isinstance(value, int | float) or (isinstance(value, str) and _SECONDS.fullmatch(value)):
        seconds = float(value) / (1000 if float(value) > 1e11 else 1)
        if not 0 < seconds < 1e10:
            return ""
        return (datetime(1970, 1, 1, tzinfo=UTC) + timedelta(seconds=seconds)).isoformat()
    if not isinstance(value, str):
        return ""
    found = re.match(r"\s*(\d{4}-\d\d-\d\d\S*)", value)
    if found:
        return found[1]
    days = [m.value for m in find_dates([(1, value[:80])], None) if m.precision == "day"]
    return days[0] if len(days) == 1 else ""


_SECONDS = regex(r"\d{10}|\d{13}")


def _same_instants(stated: list[Stated]) -> list[Stated]:
    """Statements of one instant in several zones all name the day of the publisher's own zone."""
    local: dict[float, str] = {}
    instants: list[float | None] = []
    for one in stated:
        try:
            moment = datetime.fromisoformat(one.value)
        except ValueError:
            moment = None
        instant = moment.timestamp() if moment is not None and moment.tzinfo else None
        instants.append(instant)
        if instant is not None and moment is not None and moment.utcoffset():
            local[instant] = moment.date().isoformat()
    found = [
        Stated(origin=one.origin, value=local.get(at, one.value[:10]) if at else one.value[:10])
        for one, at in zip(stated, instants, strict=True)
    ]
    days = {one.value for one in found if one.origin != "htmldate"}
    # htmldate gives the day of whichever it read, in the zone that stood there.
    return [
        one
        for one in found
        if one.origin != "htmldate" or not local or one.value in days or len(days) != 1
    ]


def _dates_of(data: list[dict[str, Any]]) -> list[Stated]:
    return [
        Stated(origin="JSON-LD", value=day)
        for item in data
        if (day := _day(item.get("datePublished")))
    ][:1]


def _dates_in_meta(meta: dict[str, str]) -> list[Stated]:
    found = [
        Stated(origin="meta", value=day)
        for name, value in meta.items()
        if name in _PUBLISHED_META and (day := _day(value))
    ]
    return list(dict.fromkeys(found))


def _name(value: object) -> str:
    if isinstance(value, list):
        value = value[0] if value else ""
    if isinstance(value, dict):
        value = value.get("name")
    return value if isinstance(value, str) else ""


def _authors(data: list[dict[str, Any]], meta: dict[str, str]) -> tuple[str, ...]:
    names: dict[str, None] = {}
    for item in data:
        author = item.get("author")
        for one in author if isinstance(author, list) else [author]:
            if name := _first(_name(one)):
                names[name] = None
    if (
        not names
        and (name := _first(meta.get("author"), meta.get("article:author")))
        and "://" not in name
    ):
        names[name] = None
    return tuple(names)


def _canonical(page: str) -> str:
    for found in re.finditer(r"<link\s[^>]*>", page, re.IGNORECASE):
        given = _attributes(found[0])
        if given.get("rel", "").lower() == "canonical" and given.get("href", "").startswith("http"):
            return given["href"]
    return ""


def _page_language(page: str) -> str:
    found = re.search(r"<html\s[^>]*\blang\s*=\s*[\"']?([\w-]+)", page, re.IGNORECASE)
    return found[1].lower() if found else ""
