"""How far an event is vouched for. One pure function; its table stands in `docs/status.md`.

A status is derived from who says what, never typed in. What counts are independent *origins*: three
outlets that quote one spokesman are three outlets and one origin, and the voices of one party to the
fighting are one origin, however many of its officials speak.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from site_gen.model import Claim, Status

AFFIRMING = frozenset({"asserts", "confirms"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """A derived status with the counts that it rests on."""

    status: Status
    outlets: int
    """Publishers that carry the event."""
    origins: int
    """Independent voices that affirm it."""


def origin_of(claim: Claim, belligerents: frozenset[str]) -> str:
    """To whom a statement goes back.

    Args:
        claim: the statement.
        belligerents: keys of the parties that take part in the fighting.

    Returns:
        A name that is equal for statements that are not independent of each other.
    """
    if claim.origin:
        return f"origin:{claim.origin.casefold()}"
    if claim.party in belligerents:
        return f"party:{claim.party}"
    return f"speaker:{claim.speaker.casefold()}"


def derive(
    claims: Iterable[Claim],
    *,
    actor_party: str,
    publishers: Mapping[str, str],
    sources: Iterable[str],
    belligerents: frozenset[str],
    in_dispute: bool,
) -> Verdict:
    """The status of one happening.

    Args:
        claims: all statements about it, from every entry that tells it.
        actor_party: party of the actor whose act it is; empty when not known.
        publishers: source id → publisher (or the id, where the publisher is not known).
        sources: ids of the sources that carry it.
        belligerents: keys of the parties that take part in the fighting.
        in_dispute: whether a dispute names the event or one of its claims.

    Returns:
        *disputed* when someone denies it or a dispute names it; else *claimed* when all who affirm it
        belong to the belligerent party whose act it is; else *corroborated* when two or more
        independent origins affirm it; else *reported*.
    """
    claims = tuple(claims)
    sources = tuple(sources)
    affirming = [claim for claim in claims if claim.stance in AFFIRMING]
    outlets = {publishers.get(s, s) for s in (*sources, *(c.source for c in claims))}
    if affirming:
        origins = {origin_of(claim, belligerents) for claim in affirming}
    elif claims:
        origins = set()
    else:
        # Nobody is named: each publisher speaks in its own voice.
        origins = {f"publisher:{publishers.get(s, s)}" for s in sources}
    status: Status
    if in_dispute or any(claim.stance == "denies" for claim in claims):
        status = "disputed"
    elif (
        affirming
        and actor_party in belligerents
        and all(claim.party == actor_party for claim in affirming)
    ):
        status = "claimed"
    elif len(origins) >= 2:
        status = "corroborated"
    else:
        status = "reported"
    return Verdict(status=status, outlets=len(outlets), origins=len(origins))
