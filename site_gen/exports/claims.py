"""`data/claims.csv`: who said what about which event."""

from __future__ import annotations

from typing import TYPE_CHECKING

from site_gen.exports.table import Column, Table, joined, public
from site_gen.model import STANCES
from site_gen.pages.digests import digest_of
from site_gen.web import address

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from site_gen.chronology.site import Site
    from site_gen.chronology.timeline import Timeline
    from site_gen.exports.table import Cell

COLUMNS = (
    Column(name="claim_id", required=True, about="Reference of the claim: entry#event.claim."),
    Column(name="event_id", required=True, about="The event that it is about."),
    Column(name="event_date", required=True, about="Date of the event, in EDTF."),
    Column(name="event", required=True, about="The event as its heading states it."),
    Column(name="speaker", required=True, about="Who says so."),
    Column(
        name="speaker_kind",
        required=True,
        choices=("person", "organisation", "group"),
        about="A group has no name: “local officials”.",
    ),
    Column(name="role", about="As the source gives it."),
    Column(name="party", about="Side, or kind of observer, that the speaker belongs to."),
    Column(
        name="belligerent", kind="boolean", required=True, about="Whether that party is fighting."
    ),
    Column(name="stance", required=True, choices=STANCES, about="Towards the event."),
    Column(name="says", about="The statement in the editors' words."),
    Column(name="quote", about="A fragment of the speaker's words, to the letter."),
    Column(name="said", about="When it was said (EDTF), where the source tells."),
    Column(name="to", about="To whom it was said."),
    Column(name="via", about="Agency or outlet through which the source has it."),
    Column(name="origin", about="Whom it goes back to, where that is not the speaker."),
    Column(name="source_id", required=True, about="The source that carries it."),
    Column(name="source", about="Its publisher; empty when not known."),
    Column(name="published", about="When it came out (EDTF): the day on which the claim was told."),
    Column(name="source_url", about="Its address; empty when not known."),
    Column(name="disputes", about="Slugs of the disputes that name the claim, by semicolons."),
    Column(name="url", required=True, about="Permalink."),
)


def claims_table(site: Site, timeline: Timeline) -> Table:
    """All claims, in the order of time of their events."""
    disputes: dict[str, list[str]] = {}
    for dispute in site.disputes:
        for member in dispute.members:
            disputes.setdefault(member.ref, []).append(dispute.slug)

    def rows() -> Iterator[Sequence[Cell]]:
        for row in timeline.rows:
            event = row.event
            for claim in event.claims:
                ref = f"{event.ref}.{claim.id}"
                source = site.sources[claim.source]
                party = site.config.party(claim.party)
                yield (
                    ref,
                    event.ref,
                    event.date.edtf,
                    event.title,
                    claim.speaker,
                    site.actors.resolve(claim.speaker).kind,
                    claim.role,
                    claim.party,
                    bool(party and party.belligerent),
                    claim.stance,
                    claim.says,
                    claim.quote,
                    claim.said.edtf if claim.said else "",
                    claim.to,
                    claim.via,
                    claim.origin,
                    claim.source,
                    source.publisher,
                    source.published.edtf if source.published else "",
                    source.url,
                    joined(dict.fromkeys(disputes.get(ref, ()))),
                    public(site.config, address.event(ref)),
                )

    return Table(
        name="claims",
        path="data/claims.csv",
        title="Claims",
        about="Every statement by a speaker about an event, with its source.",
        columns=COLUMNS,
        key="claim_id",
        refers=(("event_id", "events", "event_id"), ("source_id", "sources", "source_id")),
        inputs=(
            ("events", digest_of([row.event.digest for row in timeline.rows])),
            (
                "sources",
                digest_of([(s.id, s.publisher, s.published, s.url) for s in site.sources.values()]),
            ),
            ("disputes", digest_of(disputes)),
        ),
        rows=rows,
    )
