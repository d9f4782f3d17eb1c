"""From the plain data of a checked file to the values of the model."""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING, Any

from site_gen.diagnostics import Span
from site_gen.model import Actor, Source
from site_gen.parsing.config import Config, Era, Party, Series
from site_gen.parsing.frontmatter import MAX_BYTES
from site_gen.slug import slugify

if TYPE_CHECKING:
    from collections.abc import Mapping


_WORDS = frozenset(
    ("published_note", "archived", "retrieved", "sha256", "language", "reworded", "note")
)
"""Keys of a source's record whose values are taken as they are; most records have none of them."""
_LISTS = ("credits", "agencies", "quotes")


def _texts(data: Mapping[str, Any], key: str) -> tuple[str, ...]:
    values = data.get(key)
    return tuple(map(str, values)) if values else ()


def _text(data: Mapping[str, Any], key: str) -> str:
    return str(data.get(key) or "")


def _place(data: Mapping[str, Any], path: str) -> Span:
    mark = next((v for v in data.values() if hasattr(v, "line")), None)
    if mark is None:
        return Span(path=path)
    return Span(path=path, line=mark.line, col=mark.col)


def source_of(data: Mapping[str, Any], source_id: str, path: str) -> Source:
    """A source's record.

    Args:
        data: as read by the shape SOURCE.
        source_id: id in the register; empty for a record inside an entry, whose id is then made
            from what it says, so that equal records in two entries are one source.
        path: file that it stands in.
    """
    publisher, url, headline = (_text(data, k) for k in ("publisher", "url", "headline"))
    inline = not source_id
    if inline:
        whole = f"{publisher}\n{url}\n{headline}"
        stem = slugify(publisher or headline or "source")[:40].strip("-")
        source_id = f"{stem}-{sha256(whole.encode()).hexdigest()[:8]}"
    more: dict[str, Any] = {k: str(value) for k, value in data.items() if k in _WORDS and value}
    more |= {key: _texts(data, key) for key in _LISTS if key in data}
    words = data.get("words")
    return Source(
        id=source_id,
        headline=headline,
        publisher=publisher,
        published=data.get("published"),
        url=url,
        words=int(words) if words is not None else None,
        inline=inline,
        span=_place(data, path),
        hash_span=_place({"": data["sha256"]}, path) if data.get("sha256") else None,
        **more,
    )


def actor_of(data: Mapping[str, Any]) -> Actor:
    """An actor's record, as read by the shape of `content/actors.yaml`."""
    name = _text(data, "name")
    return Actor(
        name=name,
        slug=slugify(_text(data, "slug") or name),
        kind=data.get("kind", "group"),
        party=_text(data, "party"),
        role=_text(data, "role"),
        aliases=_texts(data, "aliases"),
        names=tuple((str(k), str(v)) for k, v in (data.get("names") or {}).items()),
        note=_text(data, "note"),
        registered=True,
    )


def config_of(data: Mapping[str, Any], base_url: str = "") -> Config:
    """The site's settings, as read by the shape SITE.

    Args:
        data: the checked content of `content/site.yaml`.
        base_url: takes the place of the site's own when given.
    """
    parties = data.get("parties") or {}
    series = data.get("series") or {}
    plain: dict[str, Any] = {"title": str(data.get("title") or "")}
    plain |= {
        key: str(data[key])
        for key in (
            "description",
            "language",
            "time_zone",
            "theme",
            "gazetteer",
            "geometry",
            "order",
            "license",
            "repository",
            "cname",
        )
        if data.get(key)
    }
    address = base_url or _text(data, "base_url") or "http://localhost/"
    return Config(
        **plain,
        base_url=address if address.endswith("/") else f"{address}/",
        period=data.get("period"),
        parties=tuple(
            Party(
                key=str(key),
                label=_text(party, "label") or str(key),
                belligerent=bool(party.get("belligerent", False)),
            )
            for key, party in parties.items()
        ),
        event_types=_texts(data, "event_types"),
        series=tuple(
            Series(
                key=str(key),
                title=_text(found, "title") or str(key),
                unit=_text(found, "unit"),
                about=_text(found, "about"),
            )
            for key, found in series.items()
        ),
        eras=tuple(
            Era(title=str(era["title"]), date=era["date"])
            for era in data.get("eras") or ()
            if "title" in era and "date" in era
        ),
        editors=_texts(data, "editors"),
        relative_urls=bool(data.get("relative_urls", False)),
        ignore=_texts(data, "ignore"),
        max_entry_bytes=int(data.get("max_entry_bytes") or MAX_BYTES),
    )
