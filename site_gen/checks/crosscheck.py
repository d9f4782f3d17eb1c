"""Checks between files: does every reference and every link within the site lead somewhere?"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec import Struct

from site_gen.chronology.links import FIXED, WRITTEN, known_addresses
from site_gen.chronology.references import claim_of, event_of
from site_gen.diagnostics import Diagnostic, Span, did_you_mean, error
from site_gen.slug import slugify

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence

    from site_gen.chronology.site import Site
    from site_gen.model import Dispute, Entry, Event, Source, StaticPage

ALIAS = re.compile(r"(?:/(?!\.)[^\s/\\?#%\"'<>&\x00-\x1f\x7f]+)+/?")
"""A plain path from the root of the site; nothing hidden, nothing that leads up."""
ACTIVE = (
    *(".html", ".htm", ".shtml", ".xhtml", ".xht", ".xml", ".xsl"),
    *(".js", ".mjs", ".wasm", ".swf"),
)
"""Ends of names of files that could run in the site's origin when they are opened by themselves."""
_HOST = re.compile(r"(?i)www\.[a-z0-9-]+\.|[a-z0-9-]+\.(?:com|org|net|edu|gov|int|info)(?:/|$)")
"""How an address of another site begins that lacks its `https://`."""
PART = re.compile(r"\d[\d-]*")
"""Last segment of the further pages of a long list: a month, a year, a decade."""


class Sound(Struct, frozen=True):
    """Entries of which a check would say nothing: plain ones, checked before against these sources."""

    slugs: Collection[str]
    sources: Mapping[str, Source]
    """By id: the register, and the records that stand inside entries."""


def is_plain(entry: Entry) -> bool:
    """Whether an entry names nothing but sources and tags: no other file of the site matters to it."""
    return not (
        entry.links
        or entry.aliases
        or entry.questions
        or any(event.same_as for event in entry.events)
    )


def crosscheck(site: Site, media: Sequence[str], sound: Sound | None = None) -> list[Diagnostic]:
    """Everything that is wrong between the files of a site.

    Args:
        site: as read, mistakes within single files apart.
        media: paths of the files that are copied as they are.
        sound: what need not be checked again.
    """
    found: list[Diagnostic] = []
    entries = site.entries
    if sound is not None and site.sources == sound.sources:
        entries = tuple(entry for entry in entries if entry.slug not in sound.slugs)
    # Of ten thousand entries hardly one has any of this; looking for more costs than for the doubt.
    for entry in entries:
        if not all(source in site.sources for source, _ in entry.cited):
            found += _sources(site, entry)
        if entry.questions and not entry.draft:
            found += open_questions(entry)
    doubtful = [
        event
        for entry in entries
        for event in entry.events
        if event.same_as or any(claim.quote for claim in event.claims)
    ]
    events: dict[str, Event] = {}
    if site.disputes or any(event.same_as for event in doubtful):
        events = {event.ref: event for entry in site.entries for event in entry.events}
    for event in doubtful:
        found += _event(site, event, events)
    found += _disputes(site, events)
    found += _addresses(site)
    found += _active(media)
    found += _links(site, entries, media)
    found += _aliases(site, entries, media)
    return found


def open_questions(entry: Entry) -> Iterator[Diagnostic]:
    """What an import has asked about an entry and nobody has answered: no entry is published so."""
    if entry.questions:
        names = dict.fromkeys(name for name, _ in entry.questions)
        line, col = entry.asked_at
        record = next((f"seeds/{source}.yaml" for source in entry.sources), "its source's record")
        places = {
            "title": f"title: here, and as headline: in {record}",
            "publisher": f"publisher: in {record}",
            "date": f"date: here, and as published: in {record} where that is missing",
        }
        where = "; ".join(place for name, place in places.items() if name in names)
        yield error(
            "import.open_question",
            f"questions of the import are open: {', '.join(names)}",
            Span(path=entry.span.path, line=line, col=col),
            f"answer them in the entry{where and f' ({where})'} and delete import:, or keep draft: true",
        )


def _sources(site: Site, entry: Entry) -> Iterator[Diagnostic]:
    for source, span in entry.cited:
        if source not in site.sources:
            yield error(
                "source.unknown",
                f"unknown source “{source}”",
                span,
                did_you_mean(source, site.sources) or _record_of(site, source),
            )


def _record_of(site: Site, source: str) -> str:
    """Where a source that is not known would be described."""
    theirs = [each.id for each in site.sources.values() if each.publisher == source]
    if theirs:
        return f"a source is named by its id; by {source}: {', '.join(theirs[:5])}"
    if "://" not in source:
        return f"its record would be seeds/{source}.yaml"
    known = next((each.id for each in site.sources.values() if each.url == source), "")
    if known:
        return f"that is the address of “{known}”: write its id"
    return (
        "describe it here: - {headline: …, publisher: …, url: …}; or in seeds/, and name that file"
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
    for ref, (line, col) in zip(event.same_as, event.same_as_places):
        if event_of(ref) not in events or event_of(ref) == event.ref:
            yield error(
                "reference.unknown",
                f"same_as: “{ref}” is no other event",
                Span(path=event.span.path, line=line, col=col),
                _meant_event(ref, events),
            )


def _disputes(site: Site, events: dict[str, Event]) -> Iterator[Diagnostic]:
    for dispute in site.disputes:
        if len({member.ref for member in dispute.members}) < 2:
            yield error(
                "dispute.alone",
                "a dispute needs two different members or more",
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
                    _meant_event(event_of(member.ref), events),
                )
            elif claim and claim not in {c.id for c in event.claims}:
                ids = [c.id for c in event.claims]
                yield error(
                    "reference.unknown",
                    f"the event {event.ref} has no claim “{claim}”",
                    member.span,
                    did_you_mean(claim, ids) or f"its claims: {', '.join(ids) or 'none'}",
                )


def _meant_event(ref: str, events: Collection[str]) -> str:
    """How a reference that leads nowhere may be mended."""
    near = did_you_mean(ref, events)
    entry, mark, _ = ref.partition("#")
    own = [known for known in events if known.startswith(f"{entry}#")]
    if near or not mark:
        return near or "write entry-slug#event-id"
    if own:
        return f"its entry has {', '.join(own[:5])}{', …' if len(own) > 5 else ''}"
    return f"no entry “{entry}” with events could be read; write entry-slug#event-id"


def _addresses(site: Site) -> Iterator[Diagnostic]:
    """Pages of which one would be written over the other."""
    for kind, owners in (("disputes", site.disputes), ("pages", site.pages)):
        first: dict[str, Dispute | StaticPage] = {}
        for owner in owners:
            other = first.setdefault(owner.slug.casefold(), owner)
            if other is not owner:
                yield error(
                    "slug.duplicate",
                    f"two {kind} share the address “{owner.slug}”",
                    owner.span,
                    "rename one of the files",
                    ((other.span, "the first one"),),
                )
    for page in site.pages:
        if f"/{page.slug}/" in FIXED:
            yield error(
                "page.taken",
                f"/{page.slug}/ is an address of the site's own",
                page.span,
                "rename the file",
            )
    spelling: dict[str, str] = {}
    fine: set[str] = set()
    for entry in site.entries:
        for tag in entry.tags:
            if tag in fine:
                continue
            known = spelling.setdefault(slugify(tag), tag)
            if known == tag:
                fine.add(tag)
            else:
                yield error(
                    "tag.duplicate",
                    f"the tags “{tag}” and “{known}” share the address {slugify(tag)}",
                    entry.span,
                    f"write “{known}” here, too",
                )


def _active(media: Sequence[str]) -> Iterator[Diagnostic]:
    for path in media:
        if path.lower().endswith(ACTIVE):
            yield error(
                "media.active",
                "a file that browsers run, or show as a page, would speak for the whole site",
                Span(path=path),
                "pages are written in content/pages/; link to the file where it is on the web",
            )


def _links(site: Site, entries: Sequence[Entry], media: Sequence[str]) -> Iterator[Diagnostic]:
    owners: list[Entry | Dispute | StaticPage] = [*entries, *site.disputes, *site.pages]
    if not any(owner.links for owner in owners):
        return
    known = known_addresses(site, media)
    for owner in owners:
        for link in owner.links:
            path, _, fragment = link.target.partition("#")
            if path not in known:
                if path.startswith("/provinces/") and not site.gazetteer.known:
                    continue
                yield _broken(path, link.span, known)
            elif fragment and known[path] is not None and fragment not in (known[path] or ()):
                yield error(
                    "link.broken",
                    f"the page {path} has no place “#{fragment}”",
                    link.span,
                    did_you_mean(fragment, known[path] or ()),
                )


def _broken(path: str, span: Span, known: Collection[str]) -> Diagnostic:
    if path.startswith("/media/"):
        near = did_you_mean(path, [each for each in known if each.startswith("/media/")])
        message = f"there is no file content{path}"
        return error("link.broken", message, span, near or "put it there, or mend the name")
    message = f"there is no page {path} on this site"
    address = path.partition("/entries/")[2].rstrip("/")
    if _HOST.match(address):
        return error("link.broken", message, span, f"for another site, write https://{address}")
    return error("link.broken", message, span, _meant_page(path, known))


def _meant_page(path: str, known: Collection[str]) -> str:
    """A page of the same kind with a name that is near, or a whole path that is."""
    kind, _, name = path.strip("/").rpartition("/")
    names = [each.strip("/").rpartition("/")[2] for each in known if each.startswith(f"/{kind}/")]
    near = did_you_mean(name, [each for each in names if each != kind]) if kind else ""
    if near:
        return near.replace("“", f"“/{kind}/").replace("”", "/”")
    listing = f"/{path.split('/')[1]}/"
    return did_you_mean(path, [each for each in known if not each.startswith(listing)])


def _aliases(site: Site, entries: Sequence[Entry], media: Sequence[str]) -> Iterator[Diagnostic]:
    if not any(entry.aliases for entry in entries):
        return
    taken = {_page_at(path) for path in known_addresses(site, media)}
    for entry in entries:
        for alias, (line, col) in zip(entry.aliases, entry.alias_places):
            page = _page_at(alias)
            span = Span(path=entry.span.path, line=line, col=col)
            if not ALIAS.fullmatch(alias):
                yield error(
                    "alias.invalid",
                    f"“{alias}” cannot be an address of this site",
                    span,
                    "write a path like /2021/07/old-name/, without . or .. and percent signs",
                )
            elif page in taken or _is_written(page, taken):
                yield error(
                    "alias.taken",
                    f"the address {alias} leads to another page already",
                    span,
                    "remove the alias",
                )
            taken.add(page)


def _page_at(path: str) -> str:
    """What tells addresses apart: neither case, nor how the same page is asked for."""
    folded = path.casefold().removesuffix("index.html")
    return folded if folded.endswith((".html", "/")) else f"{folded}/"


def _is_written(page: str, taken: set[str]) -> bool:
    """Whether a page would lie in the way of other files: exports, assets, further pages of a list."""
    parent, _, last = page.rstrip("/").rpartition("/")
    further = PART.fullmatch(last) is not None and f"{parent}/" in taken
    return page.split("/")[1] in WRITTEN or further
