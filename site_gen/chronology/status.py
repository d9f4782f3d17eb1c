"""How far an event is vouched for. One pure function; its table stands in `docs/status.md`.

A status is derived from who says what, never typed in. What counts are independent *origins*: three
outlets that quote one spokesman are three outlets and one origin, and the voices of one party to the
fighting are one origin, however many of its officials speak.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from site_gen.model import Verdict

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from site_gen.model import Actor, Claim, DisputeKind, Status

AFFIRMING = frozenset({"asserts", "confirms"})
DISPUTING: frozenset[DisputeKind] = frozenset({"contradiction", "tension", "probable error"})
"""Kinds of dispute that make their members *disputed*. In one of “different scope” nobody contradicts
anybody: `docs/decisions/030-different-scope.md`."""


def origin_of(
    claim: Claim, *, belligerents: frozenset[str], actor_of: Callable[[str], Actor]
) -> str:
    """To whom a statement goes back.

    Args:
        claim: the statement.
        belligerents: keys of the parties that take part in the fighting.
        actor_of: name or spelling → actor.

    Returns:
        A name that is equal for statements that are not independent of each other: the party's for
        whatever comes from a belligerent, else that of the claim's `origin`, else the speaker's. A
        belligerent's official who relays somebody else's finding (`origin` names an actor of another
        party) passes that one's word on.
    """
    voice = actor_of(claim.origin or claim.speaker)
    party = voice.party or claim.party if claim.origin else claim.party
    if party in belligerents:
        return f"party:{party}"
    return f"voice:{voice.name.casefold()}"


def derive(
    claims: Iterable[Claim],
    *,
    actor_party: str,
    publishers: Mapping[str, str],
    sources: Iterable[str],
    belligerents: frozenset[str],
    actor_of: Callable[[str], Actor],
    disputes: Iterable[DisputeKind],
) -> Verdict:
    """The status of one happening.

    Args:
        claims: all statements about it, from every entry that tells it.
        actor_party: party of the actor whose act it is; empty when not known.
        publishers: source id → publisher (or the id, where the publisher is not known).
        sources: ids of the sources that carry it.
        belligerents: keys of the parties that take part in the fighting.
        actor_of: name or spelling → actor.
        disputes: kinds of the disputes that name it, or one of its claims, in any entry.

    Returns:
        *disputed* when someone denies it or a dispute sets it against another account; else *claimed*
        when all who affirm it belong to one belligerent party, and the act is that party's or nobody's
        whose party is known; else *corroborated* when two or more independent origins affirm it; else
        *reported*.
    """
    claims = tuple(claims)
    sources = tuple(sources)
    disputing = not DISPUTING.isdisjoint(disputes)
    outlets = {publishers.get(s, s) for s in (*sources, *(c.source for c in claims))}
    if not claims and not disputing:
        # Most events of a large site: nobody is named, so each publisher speaks in its own voice.
        voices = len(outlets)
        return Verdict(
            status="corroborated" if voices >= 2 else "reported", outlets=voices, origins=voices
        )
    affirming = [claim for claim in claims if claim.stance in AFFIRMING]
    if claims:
        # An unattributed sentence elsewhere may go back to any of those who are named.
        origins = {
            origin_of(claim, belligerents=belligerents, actor_of=actor_of) for claim in affirming
        }
    else:
        origins = {f"publisher:{publishers.get(s, s)}" for s in sources}
    status: Status
    if disputing or any(claim.stance == "denies" for claim in claims):
        status = "disputed"
    elif any(
        origins == {f"party:{party}"} and actor_party in (party, "") for party in belligerents
    ):
        status = "claimed"
    elif len(origins) >= 2:
        status = "corroborated"
    else:
        status = "reported"
    return Verdict(status=status, outlets=len(outlets), origins=len(origins))
