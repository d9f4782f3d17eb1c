"""From rows of the timeline to the views of events, claims, figures and sources."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from site_gen.acled import EVENT_TYPE_OF
from site_gen.chronology.references import event_of
from site_gen.dates.edtf import parse
from site_gen.pages.digests import Digests, digest_of
from site_gen.pages.views import (
    Card,
    ClaimView,
    DateView,
    DisputeLink,
    EntryCard,
    FigureView,
    Link,
    ProvinceLink,
    SourceLink,
    Sourcing,
)
from site_gen.slug import slugify
from site_gen.themes.catalogue import Catalogue
from site_gen.web import address

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from site_gen.chronology.rows import Row
    from site_gen.chronology.site import Site
    from site_gen.chronology.timeline import Timeline
    from site_gen.dates.edtf import EventDate
    from site_gen.model import Claim, Dispute, Entry, Figure


def figure_words(figure: Figure, number: Callable[[float], str]) -> str:
    """The number, or range, or words of a figure, without its qualifier.

    Args:
        figure: to be told.
        number: how numbers are written (`Catalogue.number`).
    """
    if figure.value is None:
        return figure.words
    low = number(figure.value)
    return low if figure.high is None else f"{low}–{number(figure.high)}"


class CardMaker:
    """Makes the views that many pages share, each once.

    Args:
        site: that the pages are of.
        timeline: of that site.
        strings: words of the interface, from the theme's catalogue.
        kept: reference → event and card, from one site to the next: for as long as the event is the very
            same and names no other, its card is the same as well, and need not be drawn again.
    """

    def __init__(
        self,
        site: Site,
        timeline: Timeline,
        strings: Mapping[str, str] | None = None,
        *,
        kept: dict[str, tuple[Row, Card]] | None = None,
    ) -> None:
        self.site = site
        self.timeline = timeline
        self.strings: Mapping[str, str] = strings or {}
        self.kept = kept
        self.catalogue = Catalogue(self.strings)
        self.strings_digest = digest_of(sorted(self.strings.items()))
        """Of all words of the interface, for files that hold some."""
        self.digests = Digests(site, timeline)
        self._cards: dict[str, Card] = {}
        self._entry_cards: dict[str, EntryCard] = {}
        self._entry_links: dict[str, Link] = {}
        self._provinces: dict[str, ProvinceLink] = {}
        self._tags: dict[str, Link] = {}
        self._sources: dict[str, SourceLink] = {}
        self._disputes: dict[str, Dispute] = {dispute.slug: dispute for dispute in site.disputes}
        found: dict[str, dict[str, None]] = {}
        for dispute in site.disputes:
            for member in dispute.members:
                found.setdefault(member.ref, {})[dispute.slug] = None
        self._disputes_of = {ref: tuple(slugs) for ref, slugs in found.items()}
        """Claim → slugs of the disputes that name it."""

    def say(self, key: str, **values: object) -> str:
        """Words that a page bears, for its title or description."""
        return self.catalogue.say(key, **values)

    def words(self, date: EventDate) -> str:
        """A date in full, in the site's language."""
        return self.catalogue.dates.words(date.edtf)

    def date_view(self, date: EventDate, note: str = "") -> DateView:
        """A date for templates."""
        return DateView(date=date, locale=self.catalogue.dates, note=note)

    def dispute_link(self, slug: str, event_ref: str) -> DisputeLink:
        """A dispute as one event's card names it."""
        dispute = self._disputes[slug]
        own = self.timeline.by_ref[event_ref].known
        others = {
            self.timeline.by_ref[event_of(member.ref)].known
            for member in dispute.members
            if event_of(member.ref) != event_ref
        }
        first = min(others, default="")
        return DisputeLink(
            name=dispute.title,
            url=address.dispute(slug),
            kind=dispute.kind,
            since=self.date_view(parse(first)) if own and first > own else None,
        )

    def source(self, source_id: str) -> SourceLink:
        """A source, named as in a footnote."""
        if source_id not in self._sources:
            source = self.site.sources[source_id]
            self._sources[source_id] = SourceLink(
                id=source.id,
                publisher=source.publisher,
                headline=source.headline,
                url=address.source(source.id),
                external=source.url,
                published=self.date_view(source.published) if source.published else None,
                reworded=bool(source.reworded),
            )
        return self._sources[source_id]

    def outlet(self, source: SourceLink) -> str:
        """An outlet and the day of what it published, in words: wherever a statement stands, it has both."""
        name = source.publisher or self.say("publisher.unknown")
        if source.published:
            name += self.say("comma") + source.published.words
        return f"{name} ({self.say('reworded.short')})" if source.reworded else name

    def ways(self, claim: ClaimView) -> str:
        """When a statement was made, to whom and through which agency, in words; empty when none is told."""
        way = (
            self.say("said", date=claim.said.words) if claim.said else "",
            self.say("to", name=claim.to) if claim.to else "",
            self.say("via", name=claim.via) if claim.via and claim.via != claim.to else "",
        )
        return " ".join(filter(None, way))

    def province(self, code: str) -> ProvinceLink:
        """A province of the gazetteer."""
        if code in self._provinces:
            return self._provinces[code]
        province = self.site.gazetteer.by_code[code]
        self._provinces[code] = ProvinceLink(
            name=province.name,
            url=address.province(province.slug),
            code=code,
            native=province.names,
        )
        return self._provinces[code]

    def place(self, place_id: str) -> ProvinceLink:
        """A place; its link leads to its province's page."""
        place = self.site.gazetteer.place_by_id[place_id]
        province = self.site.gazetteer.by_code[place.province]
        return ProvinceLink(
            name=place.name,
            url=f"{address.province(province.slug)}#{place.id.rpartition('/')[2]}",
            code=place.province,
            kind=place.kind,
            native=place.names,
            lat=place.lat,
            lon=place.lon,
        )

    def actor(self, name: str, note: str = "") -> Link:
        """An actor by name or spelling."""
        actor = self.site.actors.resolve(name)
        return Link(name=actor.name, url=address.actor(actor.slug), note=note or actor.kind)

    def tags(self, tags: Iterable[str]) -> tuple[Link, ...]:
        """Links to the pages of tags."""
        return tuple([self.tag(tag) for tag in tags])

    def tag(self, tag: str) -> Link:
        """A link to the page of a tag."""
        if tag not in self._tags:
            self._tags[tag] = Link(name=tag, url=address.tag(slugify(tag)))
        return self._tags[tag]

    def claim(self, event_ref: str, claim: Claim) -> ClaimView:
        """One statement. Words of a reworded source are never shown as verbatim."""
        ref = f"{event_ref}.{claim.id}"
        party = self.site.config.party(claim.party)
        return ClaimView(
            ref=ref,
            url=address.event(ref),
            speaker=self.actor(claim.speaker),
            named=self.site.actors.resolve(claim.speaker).named,
            role=claim.role,
            party=claim.party,
            party_label=party.label if party else claim.party,
            stance=claim.stance,
            says=claim.says,
            quote=claim.quote,
            source=self.source(claim.source),
            via=claim.via,
            to=claim.to,
            said=self.date_view(claim.said) if claim.said else None,
            disputes=tuple(
                self.dispute_link(slug, event_ref) for slug in self._disputes_of.get(ref, ())
            ),
        )

    def figure(self, row: Row, figure: Figure) -> FigureView:
        """A number with its qualifier and its voice."""
        series = self.site.config.series_of(figure.series)
        event = row.event
        speaker = next((c.speaker for c in event.claims if c.id == figure.claim), "")
        return FigureView(
            series=Link(
                name=series.title if series else figure.series, url=address.series(figure.series)
            ),
            value=figure_words(figure, self.catalogue.number),
            qualifier="" if figure.qualifier == "exactly" else figure.qualifier,
            of=self.catalogue.number(figure.of) if figure.of is not None else "",
            unit=series.unit if series and figure.value is not None else "",
            scope=figure.scope,
            as_of=self.date_view(figure.as_of),
            dated=figure.as_of != event.date,
            speaker=speaker,
            voiced=any(c.speaker != speaker for c in event.claims),
            source=self.source(figure.source),
        )

    def card(self, row: Row) -> Card:
        """An event wherever it is listed."""
        event = row.event
        ref = event.ref
        card = self._cards.get(ref)
        if card is None and self.kept is not None:
            card = self._kept(row)
        if card is None:
            card = self._cards[ref] = Card(
                ref=ref,
                id=event.id,
                url=address.event(ref),
                title=event.title,
                date=self.date_view(event.date, event.date_note),
                type=event.type,
                type_group=EVENT_TYPE_OF.get(event.type, ""),
                background=event.background,
                planned=event.planned,
                draft=row.entry.draft,
                status=row.verdict.status,
                outlets=row.verdict.outlets,
                origins=row.verdict.origins,
                provinces=tuple(map(self.province, event.provinces)),
                places=tuple(map(self.place, event.places)),
                actors=tuple(map(self.actor, event.actors)),
                claims=tuple(map(partial(self.claim, ref), event.claims)) if event.claims else (),
                figures=tuple(map(partial(self.figure, row), event.figures))
                if event.figures
                else (),
                sources=tuple(map(self.source, event.sources)),
                disputes=tuple([self.dispute_link(slug, ref) for slug in row.disputes])
                if row.disputes
                else (),
                same_as=tuple(map(self.event_link, row.same_as)),
                tags=row.entry.tags,
                entry=self.entry_link(row.entry),
                known=row.known,
            )
            if self.kept is not None and not row.same_as and not row.disputes:
                self.kept[ref] = (row, card)
        return card

    def _kept(self, row: Row) -> Card | None:
        assert self.kept is not None
        before, card = self.kept.get(row.event.ref, (None, None))
        return card if before is row else None

    def forget_entries(self) -> None:
        """Let go of what was made for single entries: their own pages show each card once."""
        self._cards.clear()
        self._entry_cards.clear()
        self._entry_links.clear()
        self._sources.clear()
        self.digests.forget_entries()

    def event_link(self, ref: str) -> Link:
        """A link to an event, with its date as the note."""
        event = self.timeline.by_ref[ref].event
        return Link(name=event.title, url=address.event(ref), note=self.words(event.date))

    def entry_link(self, entry: Entry) -> Link:
        """A link to an entry's page."""
        link = self._entry_links.get(entry.slug)
        if link is None:
            link = self._entry_links[entry.slug] = Link(
                name=entry.title, url=address.entry(entry.slug)
            )
        return link

    def entry_card(self, entry: Entry) -> EntryCard:
        """An entry wherever it is listed."""
        if entry.slug not in self._entry_cards:
            self._entry_cards[entry.slug] = EntryCard(
                slug=entry.slug,
                url=address.entry(entry.slug),
                title=entry.title,
                date=self.date_view(entry.date),
                summary=entry.summary,
                provinces=tuple([self.province(code) for code in entry.provinces]),
                tags=self.tags(entry.tags),
                sources=tuple([self.source(source) for source in entry.sources]),
                events=len(entry.events),
                draft=entry.draft,
            )
        return self._entry_cards[entry.slug]

    def sourcing(self, rows: Iterable[Row]) -> Sourcing:
        """How many events have a voice with a name."""
        events = named = unnamed = 0
        for row in rows:
            events += 1
            if not row.event.claims:
                continue
            speakers = [self.site.actors.resolve(c.speaker) for c in row.event.claims]
            if any(speaker.named for speaker in speakers):
                named += 1
            else:
                unnamed += 1
        return Sourcing(
            events=events, named=named, unnamed=unnamed, own_voice=events - named - unnamed
        )
