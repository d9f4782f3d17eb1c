"""`data/disputes.json`: where accounts stand against each other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from site_gen.chronology.references import claim_of, event_of, find_claim
from site_gen.exports.table import Column, Table, public
from site_gen.model import DISPUTE_KINDS
from site_gen.pages.digests import digest_of
from site_gen.web import address

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from site_gen.chronology.site import Site
    from site_gen.chronology.timeline import Timeline
    from site_gen.exports.table import Cell
    from site_gen.model import DisputeMember

COLUMNS = (
    Column(name="dispute_id", required=True, about="Slug of the dispute."),
    Column(name="title", required=True, about="What is in question."),
    Column(name="kind", required=True, choices=DISPUTE_KINDS, about="How the accounts differ."),
    Column(name="summary", about="One sentence."),
    Column(name="text", about="What differs, as plain text."),
    Column(name="settles", about="What would settle it."),
    Column(
        name="members",
        kind="array",
        required=True,
        about="The accounts: heading, event and date, and the words of a claim with who, when and whence.",
    ),
    Column(name="url", required=True, about="Permalink."),
)


def disputes_table(site: Site, timeline: Timeline) -> Table:
    """All disputes, by slug."""

    def rows() -> Iterator[Sequence[Cell]]:
        for dispute in site.disputes:
            yield (
                dispute.slug,
                dispute.title,
                dispute.kind,
                dispute.summary,
                dispute.text,
                dispute.settles,
                [_member(site, timeline, member) for member in dispute.members],
                public(site.config, address.dispute(dispute.slug)),
            )

    return Table(
        name="disputes",
        path="data/disputes.json",
        title="Disputes",
        about="Accounts that contradict each other, are in tension or measure different things.",
        columns=COLUMNS,
        key="dispute_id",
        inputs=(
            (
                "disputes",
                digest_of(
                    [
                        (d.slug, d.title, d.kind, d.summary, d.settles, d.text, d.members)
                        for d in site.disputes
                    ]
                ),
            ),
            (
                "members",
                digest_of(
                    [
                        timeline.by_ref[event_of(member.ref)].event.digest
                        for dispute in site.disputes
                        for member in dispute.members
                    ]
                ),
            ),
        ),
        rows=rows,
    )


def _member(site: Site, timeline: Timeline, member: DisputeMember) -> dict[str, object]:
    event = timeline.by_ref[event_of(member.ref)].event
    told: dict[str, object] = {
        "ref": member.ref,
        "account": member.account,
        "event": event.title,
        "date": event.date.edtf,
        "sources": list(event.sources),
        "url": public(site.config, address.event(member.ref)),
    }
    claim = find_claim(event, claim_of(member.ref)) if claim_of(member.ref) else None
    if claim is not None:
        told |= {
            "speaker": claim.speaker,
            "role": claim.role,
            "stance": claim.stance,
            "says": claim.says,
            "quote": claim.quote,
            "said": claim.said.edtf if claim.said else "",
            "to": claim.to,
            "via": claim.via,
            "sources": [claim.source],
        }
    return told
