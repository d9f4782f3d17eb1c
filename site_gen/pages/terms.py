"""Tags and actors: a page each, and their indexes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from site_gen import address
from site_gen.pages.listings import listing
from site_gen.pages.page import Page, site_path
from site_gen.pages.views import ActorView, Count, IndexView, Link, TermView
from site_gen.slug import slugify

if TYPE_CHECKING:
    from collections.abc import Iterator

    from site_gen.pages.cards import CardMaker


def tag_pages(maker: CardMaker) -> Iterator[Page]:
    """The index of tags, and the events of each."""
    by_tag = maker.timeline.by_tag
    crumb = Link(name="Tags", url=f"{address.ROOT}/tags/")
    yield Page(
        url="/tags/",
        template="index.html",
        view=IndexView(
            title="Tags",
            kind="tags",
            counts=tuple(
                Count(name=tag, url=address.tag(slugify(tag)), key=slugify(tag), events=len(rows))
                for tag, rows in by_tag.items()
            ),
        ),
        title="Tags",
        description="Subjects, with the events of each.",
        kind="tags",
    )
    for tag, rows in by_tag.items():
        for view in listing(rows, maker, title=tag, url=address.tag(slugify(tag))):
            yield Page(
                url=site_path(view.url),
                template="term.html",
                view=TermView(listing=view, kind="tag"),
                title=view.title,
                description=f"Events tagged “{tag}”.",
                kind="tag",
                crumbs=(crumb,),
            )


def actor_pages(maker: CardMaker) -> Iterator[Page]:
    """The index of actors, and everything that each said and did, in time order."""
    timeline, config = maker.timeline, maker.site.config
    labels = {party.key: party.label for party in config.parties}
    crumb = Link(name="Actors", url=f"{address.ROOT}/actors/")
    yield Page(
        url="/actors/",
        template="actors.html",
        view=IndexView(
            title="Actors",
            kind="actors",
            counts=tuple(
                Count(
                    name=actor.name,
                    url=address.actor(slug),
                    key=slug,
                    events=len(timeline.by_actor.get(slug, ())),
                    note=actor.role,
                    native=actor.names,
                    group=labels.get(actor.party, actor.party),
                )
                for slug, actor in timeline.actors.items()
            ),
        ),
        title="Actors",
        description="Everyone who acts or speaks in this chronology.",
        kind="actors",
    )
    for slug, actor in timeline.actors.items():
        rows = timeline.by_actor.get(slug, ())
        said = sum(
            maker.site.actors.resolve(claim.speaker).slug == slug
            for row in rows
            for claim in row.event.claims
        )
        did = sum(
            any(maker.site.actors.resolve(name).slug == slug for name in row.event.actors)
            for row in rows
        )
        for view in listing(rows, maker, title=actor.name, url=address.actor(slug)):
            yield Page(
                url=site_path(view.url),
                template="actor.html",
                view=ActorView(
                    name=actor.name,
                    slug=slug,
                    kind=actor.kind,
                    party=labels.get(actor.party, actor.party),
                    role=actor.role,
                    aliases=actor.aliases,
                    native=actor.names,
                    note=actor.note,
                    said=said,
                    did=did,
                    listing=view,
                ),
                title=view.title,
                description=f"What {actor.name} said and did, in time order.",
                kind="actor",
                crumbs=(crumb,),
            )
