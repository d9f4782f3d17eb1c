"""The events as a markwhen file, a timeline that is text.

It takes days, months, years and spans of them. What a date says beyond that (“about”, “by 25 June”)
stands before the title.

https://docs.markwhen.com/syntax/
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from site_gen.exports.markup import xml_text
from site_gen.pages.page import site_path
from site_gen.slug import slugify
from site_gen.web import address
from site_gen.web.artifact import Artifact

if TYPE_CHECKING:
    from collections.abc import Iterator

    from site_gen.chronology.rows import Row
    from site_gen.dates.edtf import EventDate
    from site_gen.pages.cards import CardMaker


def markwhen(maker: CardMaker, rows: tuple[Row, ...], events: tuple[str, str]) -> Artifact:
    """`data/timeline.mw`.

    Args:
        maker: of the site's cards.
        rows: events to show, in time order.
        events: input that changes with what they show.
    """
    return Artifact(
        path="data/timeline.mw",
        inputs=(events, ("strings", maker.strings_digest)),
        make=lambda: _file(maker, rows),
    )


def _file(maker: CardMaker, rows: tuple[Row, ...]) -> bytes:
    config = maker.site.config
    head = (
        "---",
        f"title: {json.dumps(config.title, ensure_ascii=False)}",
        f"description: {json.dumps(config.description, ensure_ascii=False)}",
        f"timezone: {config.time_zone}",
        "---",
        "",
    )
    return "\n".join((*head, *(line for row in rows for line in _event(maker, row)))).encode()


def _event(maker: CardMaker, row: Row) -> Iterator[str]:
    event, site = row.event, maker.site
    span, whole = span_of(event.date)
    provinces = [site.gazetteer.by_code[code].slug for code in event.provinces]
    tags = [_tag(word) for word in (row.verdict.status, *provinces, *row.entry.tags)]
    hedge = "" if whole else f"({maker.words(event.date)}) "
    yield f"{span}: {hedge}{_line(event.title)} {' '.join(tags)}"
    for claim in event.claims:
        yield f"- {_line(claim.speaker)}: {_line(claim.says or claim.quote)}"
    url = site.config.origin + site_path(address.event(event.ref))
    yield f"[{_line(row.entry.title)}]({url})"
    yield ""


def span_of(date: EventDate) -> tuple[str, bool]:
    """A date as markwhen writes it, and whether that says all that the date says."""
    ends = [text for text in map(_end, date.edtf.split("/")) if text]
    whole = not (date.approximate or date.uncertain)
    if not ends:  # a decade or a century
        assert date.start is not None
        assert date.end is not None
        return f"{date.start[:4]}/{date.end[:4]}", False
    return "/".join(ends), whole and len(ends) == date.edtf.count("/") + 1


def _end(text: str) -> str:
    """One end of a date as far as it is digits; empty when it is open, unknown or no whole year."""
    parts = []
    for part in text.rstrip("~?%").split("-"):
        if not part.isdigit():
            break
        parts.append(part)
    return "-".join(parts)


def _tag(text: str) -> str:
    """A tag ends at a hyphen."""
    return f"#{slugify(text).replace('-', '_')}"


def _line(text: str) -> str:
    """A text in one line, in which nothing is a tag, a link or a comment."""
    words = " ".join(xml_text(text).split())
    return words.replace("#", "＃").replace("[", "(").replace("]", ")").replace("//", "/ /")
