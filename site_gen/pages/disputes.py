"""Disputes: the accounts side by side."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from site_gen.chronology.references import claim_of, event_of, find_claim
from site_gen.pages.digests import digest_of
from site_gen.pages.page import Page, site_path
from site_gen.pages.views import AccountView, DisputeCard, DisputesView, DisputeView, Link
from site_gen.web import address

if TYPE_CHECKING:
    from collections.abc import Iterator

    from site_gen.model import Dispute
    from site_gen.pages.cards import CardMaker
    from site_gen.pages.views import Card, ClaimView


def dispute_pages(maker: CardMaker) -> Iterator[Page]:
    """The list of disputes, and a page for each."""
    disputes = maker.timeline.disputes
    crumb = Link(name=maker.say("disputes"), url=f"{address.ROOT}/disputes/")
    yield Page(
        url="/disputes/",
        template="disputes.html",
        view=partial(_list_view, maker),
        inputs=(
            ("disputes", digest_of([(d.slug, d.title, d.kind, d.summary) for d in disputes])),
            ("members", digest_of([_members(maker, dispute) for dispute in disputes])),
        ),
        title=maker.say("disputes"),
        description=maker.say("about.disputes"),
        kind="disputes",
    )
    for number, dispute in enumerate(disputes):
        around = disputes[max(number - 1, 0) : number + 2]
        yield Page(
            url=site_path(address.dispute(dispute.slug)),
            template="dispute.html",
            view=partial(_dispute_view, maker, number),
            inputs=(
                ("dispute", digest_of(dispute)),
                ("members", _members(maker, dispute)),
                ("neighbours", digest_of([(d.slug, d.title) for d in around if d is not dispute])),
            ),
            title=dispute.title,
            description=dispute.summary,
            kind="dispute",
            crumbs=(crumb,),
        )


def _members(maker: CardMaker, dispute: Dispute) -> str:
    return maker.digests.rows(
        maker.timeline.by_ref[event_of(member.ref)] for member in dispute.members
    )


def _list_view(maker: CardMaker) -> DisputesView:
    return DisputesView(
        title=maker.say("disputes"),
        disputes=tuple(
            DisputeCard(
                url=address.dispute(dispute.slug),
                title=dispute.title,
                kind=dispute.kind,
                summary=dispute.summary,
                accounts=tuple(account.heading for account in accounts_of(maker, dispute)),
            )
            for dispute in maker.timeline.disputes
        ),
    )


def _dispute_view(maker: CardMaker, number: int) -> DisputeView:
    disputes = maker.timeline.disputes
    dispute = disputes[number]
    columns = accounts_of(maker, dispute)
    provinces = {
        province.code: province
        for account in columns
        for card, _ in account.members
        for province in card.provinces
    }

    def neighbour(other: int) -> Link | None:
        if not 0 <= other < len(disputes):
            return None
        return Link(name=disputes[other].title, url=address.dispute(disputes[other].slug))

    return DisputeView(
        title=dispute.title,
        kind=dispute.kind,
        summary=dispute.summary,
        settles=dispute.settles,
        html=dispute.html,
        accounts=columns,
        provinces=tuple(provinces[code] for code in sorted(provinces)),
        previous=neighbour(number - 1),
        next=neighbour(number + 1),
        path=dispute.span.path,
    )


def accounts_of(maker: CardMaker, dispute: Dispute) -> tuple[AccountView, ...]:
    """The columns of a dispute, in the order in which its file first names them."""
    columns: dict[str, list[tuple[Card, ClaimView | None]]] = {}
    for member in dispute.members:
        row = maker.timeline.by_ref[event_of(member.ref)]
        card = maker.card(row)
        found = find_claim(row.event, claim_of(member.ref)) if claim_of(member.ref) else None
        claim = maker.claim(row.event.ref, found) if found else None
        heading = member.account or (claim.speaker.name if claim else _outlet(card, maker))
        columns.setdefault(heading, []).append((card, claim))
    return tuple(
        AccountView(heading=heading, members=tuple(members)) for heading, members in columns.items()
    )


def _outlet(card: Card, maker: CardMaker) -> str:
    """Heading for a whole event: the outlet that tells it, and when."""
    if not card.sources:
        return card.entry.name
    return maker.outlet(card.sources[0])
