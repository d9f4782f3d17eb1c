"""A whole entry as HTML that stands alone: in a feed reader, without the site's styles."""

from __future__ import annotations

from typing import TYPE_CHECKING

from site_gen.exports.markup import absolute_html, html_text
from site_gen.pages.page import site_path

if TYPE_CHECKING:
    from collections.abc import Iterator

    from site_gen.model import Entry
    from site_gen.pages.cards import CardMaker
    from site_gen.pages.views import Card, ClaimView, DateView, FigureView, SourceLink


def full_text(maker: CardMaker, entry: Entry) -> str:
    """Everything that the page of an entry says, with absolute links."""
    origin = maker.site.config.origin
    card = maker.entry_card(entry)
    url = origin + site_path(card.url)
    rows = {row.event.part: row for row in maker.timeline.by_entry[entry.slug]}
    pieces = [f"<p><em>{html_text(card.summary)}</em></p>"] if card.summary else []
    for number, part in enumerate(maker.site.bodies[entry.slug].parts):
        if number in rows:
            pieces.extend(_event(maker, maker.card(rows[number]), origin))
        pieces.append(absolute_html(part.html, origin, url))
    pieces.append(f"<h2>{html_text(maker.say('sources'))}</h2>")
    pieces.append(_list(_source(maker, source, origin) for source in card.sources))
    return "\n".join(piece for piece in pieces if piece)


def _event(maker: CardMaker, card: Card, origin: str) -> Iterator[str]:
    yield f"<h2>{_link(card.title, card.url, origin)}</h2>"
    about = [_time(card.date), *(html_text(p.name) for p in card.provinces)]
    about.append(html_text(maker.say(f"feed.{card.status}")))
    yield f"<p>{' · '.join(about)}</p>"
    yield _list(_claim(maker, claim, origin) for claim in card.claims)
    yield _list(_figure(maker, figure) for figure in card.figures)


def _claim(maker: CardMaker, claim: ClaimView, origin: str) -> str:
    speaker = f"<b>{html_text(claim.speaker.name)}</b>"
    if claim.role:
        speaker += f" ({html_text(claim.role)})"
    words = html_text(claim.says)
    if claim.quote:
        words = f"{words} <q>{html_text(claim.quote)}</q>".strip()
    stance = html_text(maker.say(f"feed.{claim.stance}"))
    ways = html_text(maker.ways(claim))
    told = f"{words} ({ways})" if ways else words
    return f"{speaker} {stance}: {told} — {_source(maker, claim.source, origin)}"


def _figure(maker: CardMaker, figure: FigureView) -> str:
    qualifier = maker.say(f"qualifier.{figure.qualifier}") if figure.qualifier else ""
    number = " ".join(filter(None, (qualifier, figure.value)))
    if figure.of:
        number += " " + maker.say("of", whole=figure.of)
    voice = f", {figure.speaker}" if figure.speaker else ""
    scope = f", {figure.scope}" if figure.scope else ""
    return html_text(f"{figure.series.name}: {number}{scope}{voice} ({figure.as_of.words})")


def _source(maker: CardMaker, source: SourceLink, origin: str) -> str:
    name = source.headline or source.id
    return f"{_link(name, source.url, origin)}, {html_text(maker.outlet(source))}"


def _time(date: DateView) -> str:
    words = html_text(date.words)
    return f'<time datetime="{date.machine}">{words}</time>' if date.machine else words


def _link(name: str, url: str, origin: str) -> str:
    return f'<a href="{html_text(origin + site_path(url))}">{html_text(name)}</a>'


def _list(items: Iterator[str]) -> str:
    lines = "".join(f"<li>{item}</li>\n" for item in items)
    return f"<ul>\n{lines}</ul>" if lines else ""
