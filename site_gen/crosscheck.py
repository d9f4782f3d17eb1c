"""Checks between files: does every reference and every link within the site lead somewhere?"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from site_gen.diagnostics import Diagnostic, did_you_mean, error
from site_gen.links import known_addresses
from site_gen.timeline import claim_of, event_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from site_gen.model import Dispute, Entry, Event, StaticPage
    from site_gen.site import Site

ALIAS = re.compile(r"(?:/(?!\.)[^\s/\\?#%\"'<>&\x00-\x1f\x7f]+)+/?")
"""A plain path from the root of the site; nothing hidden, nothing that leads up."""


def crosscheck(site: Site, media: Sequence[str]) -> list[Diagnostic]:
    """Everything that is wrong between the files of a site.

    Args:
        site: as read, mistakes within single files apart.
        media: paths of the files that are copied as they are.
    """
    events = {event.ref: event for entry in site.entries for event in entry.events}
    found: list[Diagnostic] = []
    for entry in site.entries:
        found += _sources(site, entry)
        if not entry.draft:
            found += open_questions(entry)
        for event in entry.events:
            found += _event(site, event, events)
    found += _disputes(site, events)
    found += _links(site, media)
    found += _aliases(site, media)
    return found


def open_questions(entry: Entry) -> Iterator[Diagnostic]:
    """What an import has asked about an entry and nobody has answered: no entry is published so."""
    if entry.questions:
        names = ", ".join(dict.fromkeys(name for name, _ in entry.questions))
        yield error(
            "import.open_question",
            f"questions of the import are open: {names}",
            entry.span,
            "answer them in the entry and delete import:, or keep draft: true",
        )


def _sources(site: Site, entry: Entry) -> Iterator[Diagnostic]:
    for source, span in entry.cited:
        if source not in site.sources:
            yield error(
                "source.unknown",
                f"unknown source “{source}”",
                span,
                did_you_mean(source, site.sources) or f"its record would be seeds/{source}.yaml",
            )


def _event(site: Site, event: Event, events: dict[str, Event]) -> Iterator[Diagnostic]:
    for claim in event.claims:
        source = site.sources.get(claim.source)
        if claim.quote and source is not None and source.reworded:
            yield error(
                "quote.reworded",
                f"the wording of “{claim.source}” cannot be trusted, so it cannot be quoted",
                claim.span,
                "put the statement in your own words under says:",
            )
    for ref in event.same_as:
        if event_of(ref) not in events or event_of(ref) == event.ref:
            yield error(
                "reference.unknown",
                f"same_as: “{ref}” is no other event",
                event.span,
                did_you_mean(ref, events) or "write entry-slug#event-id",
            )


def _disputes(site: Site, events: dict[str, Event]) -> Iterator[Diagnostic]:
    for dispute in site.disputes:
        if len(dispute.members) < 2:
            yield error(
                "dispute.alone",
                "a dispute needs two members or more",
                dispute.span,
                "list the accounts that disagree under members:",
            )
        for member in dispute.members:
            event = events.get(event_of(member.ref))
            claim = claim_of(member.ref)
            if event is None:
                yield error(
                    "reference.unknown",
                    f"there is no event “{event_of(member.ref)}”",
                    member.span,
                    did_you_mean(event_of(member.ref), events) or "write entry-slug#event-id",
                )
            elif claim and claim not in {c.id for c in event.claims}:
                yield error(
                    "reference.unknown",
                    f"the event {event.ref} has no claim “{claim}”",
                    member.span,
                    did_you_mean(claim, [c.id for c in event.claims])
                    or "its claims: " + ", ".join(c.id for c in event.claims),
                )


def _links(site: Site, media: Sequence[str]) -> Iterator[Diagnostic]:
    owners: list[Entry | Dispute | StaticPage] = [*site.entries, *site.disputes, *site.pages]
    if not any(owner.links for owner in owners):
        return
    known = known_addresses(site, media)
    for owner in owners:
        for link in owner.links:
            path, _, fragment = link.target.partition("#")
            if path not in known:
                yield error(
                    "link.broken",
                    f"there is no page {path} on this site",
                    link.span,
                    did_you_mean(path, known),
                )
            elif fragment and known[path] is not None and fragment not in (known[path] or ()):
                yield error(
                    "link.broken",
                    f"the page {path} has no place “#{fragment}”",
                    link.span,
                    did_you_mean(fragment, known[path] or ()),
                )


def _aliases(site: Site, media: Sequence[str]) -> Iterator[Diagnostic]:
    if not any(entry.aliases for entry in site.entries):
        return
    taken = set(known_addresses(site, media))
    for entry in site.entries:
        for alias in entry.aliases:
            if not ALIAS.fullmatch(alias):
                yield error(
                    "alias.invalid",
                    f"“{alias}” cannot be an address of this site",
                    entry.span,
                    "write a path like /2021/07/old-name/, without . or .. and percent signs",
                )
            page = alias if alias.endswith((".html", "/")) else f"{alias}/"
            if page in taken:
                yield error(
                    "alias.taken",
                    f"the address {alias} leads to another page already",
                    entry.span,
                    "remove the alias",
                )
            taken.add(page)
