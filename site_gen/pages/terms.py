"""Tags and actors: a page each, and their indexes."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from site_gen.pages.digests import digest_of
from site_gen.pages.listings import Listing, listing
from site_gen.pages.page import Page, site_path
from site_gen.pages.views import ActorView, Count, IndexView, Link, TermView
from site_gen.slug import slugify
from site_gen.web import address

if TYPE_CHECKING:
    from collections.abc import Iterator

    from site_gen.model import Actor
    from site_gen.pages.cards import CardMaker


def tag_pages(maker: CardMaker) -> Iterator[Page]:
    """The index of tags, and the events of each."""
    by_tag = maker.timeline.by_tag
    crumb = Link(name=maker.say("tags"), url=f"{address.ROOT}/tags/")
    counts = tuple(
        Count(name=tag, url=address.tag(slugify(tag)), key=slugify(tag), events=len(rows))
        for tag, rows in by_tag.items()
    )
    yield _index(maker, "tags", "index.html", counts)
    for tag, rows in by_tag.items():
        for piece in listing(rows, maker, title=tag, url=address.tag(slugify(tag))):
            yield Page(
                url=site_path(piece.url),
                template="term.html",
                view=partial(_tag_view, maker, piece),
                inputs=piece.inputs(maker),
                title=piece.title,
                description=maker.say("about.tag", name=tag),
                kind="tag",
                crumbs=(crumb,),
            )


def actor_pages(maker: CardMaker) -> Iterator[Page]:
    """The index of actors, and everything that each said and did, in time order."""
    timeline = maker.timeline
    labels = {party.key: party.label for party in maker.site.config.parties}
    crumb = Link(name=maker.say("actors"), url=f"{address.ROOT}/actors/")
    counts = tuple(
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
    )
    yield _index(maker, "actors", "actors.html", counts)
    for slug, actor in timeline.actors.items():
        rows = timeline.by_actor.get(slug, ())
        whole = maker.digests.rows(rows)
        for piece in listing(rows, maker, title=actor.name, url=address.actor(slug)):
            yield Page(
                url=site_path(piece.url),
                template="actor.html",
                view=partial(_actor_view, maker, actor, piece),
                inputs=(
                    *piece.inputs(maker),
                    ("actor", digest_of(actor)),
                    ("whole", whole),
                ),
                title=piece.title,
                description=maker.say("about.actor", name=actor.name),
                kind="actor",
                crumbs=(crumb,),
            )


def _index(maker: CardMaker, kind: str, template: str, counts: tuple[Count, ...]) -> Page:
    title = maker.say(kind)
    return Page(
        url=f"/{kind}/",
        template=template,
        view=partial(IndexView, title=title, kind=kind, counts=counts),
        inputs=(("counts", digest_of(counts)),),
        title=title,
        description=maker.say(f"about.{kind}"),
        kind=kind,
    )


def _tag_view(maker: CardMaker, piece: Listing) -> TermView:
    return TermView(listing=piece.view(maker), kind="tag")


def _actor_view(maker: CardMaker, actor: Actor, piece: Listing) -> ActorView:
    actors, config = maker.site.actors, maker.site.config
    party = config.party(actor.party)
    return ActorView(
        name=actor.name,
        slug=actor.slug,
        kind=actor.kind,
        party=party.label if party else actor.party,
        role=actor.role,
        aliases=actor.aliases,
        native=actor.names,
        note=actor.note,
        said=sum(
            actors.resolve(claim.speaker).slug == actor.slug
            for row in piece.whole
            for claim in row.event.claims
        ),
        did=sum(
            any(actors.resolve(name).slug == actor.slug for name in row.event.actors)
            for row in piece.whole
        ),
        listing=piece.view(maker),
    )
