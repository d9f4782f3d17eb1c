"""How files name an event or a claim of another entry, and which events such names bring together."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from site_gen.model import Claim, Dispute, Event


def event_of(ref: str) -> str:
    """`entry#event` for a reference to an event or to one of its claims."""
    entry, _, rest = ref.partition("#")
    return f"{entry}#{rest.partition('.')[0]}"


def claim_of(ref: str) -> str:
    """The claim's id in a reference, or an empty string."""
    return ref.partition("#")[2].partition(".")[2]


def find_claim(event: Event, claim_id: str) -> Claim | None:
    """The claim of that id."""
    return next((claim for claim in event.claims if claim.id == claim_id), None)


def dispute_refs(dispute: Dispute) -> tuple[str, ...]:
    """The events that a dispute names, itself or through a claim: `entry#event`."""
    return tuple(dict.fromkeys(event_of(member.ref) for member in dispute.members))


def same_groups(events: Iterable[Event]) -> dict[str, tuple[str, ...]]:
    """For each event that has other accounts: all references of its group, sorted.

    `same_as` counts in both directions and through third accounts.
    """
    parent: dict[str, str] = {}

    def root(ref: str) -> str:
        while parent.setdefault(ref, ref) != ref:
            ref = parent[ref]
        return ref

    for event in events:
        for other in event.same_as:
            a, b = sorted((root(event.ref), root(other)))
            parent[b] = a
    groups: dict[str, list[str]] = defaultdict(list)
    for ref in sorted(parent):
        groups[root(ref)].append(ref)
    return {ref: tuple(group) for group in groups.values() for ref in group if len(group) > 1}
