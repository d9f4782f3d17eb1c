"""What a version of an entry says that the one before it did not, in words.

Dates, places, claims, figures, sources: what a reader may have relied on. The words around them are
edited without notice.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from site_gen.pages.cards import figure_words
from site_gen.themes.catalogue import WORDS

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterator, Sequence

    from site_gen.chronology.site import Site
    from site_gen.dates.edtf import EventDate
    from site_gen.model import Claim, Entry, Event, Figure
    from site_gen.themes.catalogue import Catalogue

T = TypeVar("T")


def compare(before: Entry, after: Entry, site: Site, words: Catalogue) -> tuple[str, ...]:
    """Every correction, in the order of the entry: “Bridge closed: date changed from … to …”."""
    return tuple(_Comparison(site, words).entry(before, after))


def words_used(words: Catalogue) -> tuple[object, ...]:
    """All words that `compare` may use: as long as they are the same, so is what it says."""
    keys = [key for key in WORDS if key.startswith(("correction.", "qualifier."))]
    return (
        repr(words.dates),
        *(words.say(key) for key in ("of", "number.group", "number.decimal", *keys)),
    )


class _Comparison:
    """Says in the words of one language how two versions of an entry differ."""

    def __init__(self, site: Site, words: Catalogue) -> None:
        self.site = site
        self.words = words
        self.say = words.say

    def entry(self, before: Entry, after: Entry) -> Iterator[str]:
        site = self.site
        yield from self._changed("headline", self._quoted(before.title), self._quoted(after.title))
        yield from self._date("article-date", before.date, after.date)
        yield from self._listed("province", _provinces(before, site), _provinces(after, site))
        yield from self._listed("source", _sources(before, site), _sources(after, site))
        for old, new in _matched(
            before.events,
            after.events,
            lambda event: event.id,
            lambda event: (event.date.edtf, event.provinces, event.places),
            lambda event: event.title,
        ):
            if new is None:
                yield self.say("correction.event.removed", title=old.title) if old else ""
            elif old is None:
                date = self.words.words(new.date)
                yield self.say("correction.event.added", title=new.title, date=date)
            else:
                for change in self._event(old, new):
                    yield self.say("correction.event.changed", title=new.title, change=change)

    def _event(self, before: Event, after: Event) -> Iterator[str]:
        site = self.site
        yield from self._changed("title", self._quoted(before.title), self._quoted(after.title))
        yield from self._date("date", before.date, after.date)
        yield from self._listed("province", _provinces(before, site), _provinces(after, site))
        yield from self._listed("place", _places(before, site), _places(after, site))
        yield from self._changed("type", before.type, after.type)
        yield from self._listed("actor", before.actors, after.actors)
        yield from self._flag("background", old=before.background, new=after.background)
        yield from self._flag("planned", old=before.planned, new=after.planned)
        for old, new in _matched(
            before.claims,
            after.claims,
            lambda claim: claim.id,
            lambda claim: claim.says or claim.quote,
            lambda claim: claim.speaker,
        ):
            if new is None:
                yield self.say("correction.claim.removed", claim=self._said(old)) if old else ""
            elif old is None:
                yield self.say("correction.claim.added", claim=self._said(new))
            else:
                for change in self._claim(old, new):
                    yield self.say("correction.claim.changed", speaker=new.speaker, change=change)
        for was, now in _matched(
            before.figures,
            after.figures,
            lambda figure: (figure.series, figure.scope, figure.claim, figure.as_of.edtf),
            lambda figure: (figure.series, figure.claim),
            lambda figure: figure.series,
        ):
            # Without a day of its own a figure has the event's, whose change has been told.
            days = tuple(figure.as_of if figure else None for figure in (was, now))
            own = days != (before.date, after.date)
            yield from self._figure(was, now, dated=own)

    def _claim(self, before: Claim, after: Claim) -> Iterator[str]:
        yield from self._changed("speaker", before.speaker, after.speaker)
        yield from self._changed("role", before.role, after.role)
        stances = [self.say(f"correction.stance.{c.stance}") for c in (before, after)]
        yield from self._changed("stance", *stances)
        yield from self._changed("statement", self._quoted(before.says), self._quoted(after.says))
        yield from self._changed("quotation", self._quoted(before.quote), self._quoted(after.quote))
        yield from self._changed("source", before.source, after.source)
        yield from self._date("said", before.said, after.said)

    def _figure(self, before: Figure | None, after: Figure | None, *, dated: bool) -> Iterator[str]:
        figure = after or before
        if figure is None:
            return
        series = self.site.config.series_of(figure.series)
        name = series.title if series else figure.series
        if after is None:
            number = self._number(figure)
            yield self.say("correction.figure.removed", series=name, number=number)
        elif before is None:
            number = self._number(figure)
            yield self.say("correction.figure.added", series=name, number=number)
        else:
            numbers = (self._number(before), self._number(after))
            yield from self._changed("figure", *numbers, series=name)
            scopes = (self._quoted(before.scope), self._quoted(after.scope))
            yield from self._changed("scope", *scopes, series=name)
            if dated:
                yield from self._date("as-of", before.as_of, after.as_of, series=name)

    def _number(self, figure: Figure) -> str:
        parts = (
            "" if figure.qualifier == "exactly" else self.say(f"qualifier.{figure.qualifier}"),
            figure_words(figure, self.words.number),
            "" if figure.of is None else self.say("of", whole=self.words.number(figure.of)),
        )
        return " ".join(part for part in parts if part)

    def _said(self, claim: Claim) -> str:
        words = self._quoted(claim.says or claim.quote)
        return self.say("correction.said", speaker=claim.speaker, words=words)

    def _quoted(self, text: str) -> str:
        return self.say("correction.words", text=text) if text else ""

    def _changed(self, what: str, before: str, after: str, **names: str) -> Iterator[str]:
        if before == after:
            return
        what = self.say(f"correction.of.{what}", **names)
        if not before:
            yield self.say("correction.added", what=what, after=after)
        elif not after:
            yield self.say("correction.removed", what=what, before=before)
        else:
            yield self.say("correction.changed", what=what, before=before, after=after)

    def _date(
        self, what: str, before: EventDate | None, after: EventDate | None, **names: str
    ) -> Iterator[str]:
        old, new = (self.words.words(date) if date else "" for date in (before, after))
        if old == new and before and after and before.edtf != after.edtf:
            old, new = before.edtf, after.edtf  # two ways of writing what sounds alike
        yield from self._changed(what, old, new, **names)

    def _flag(self, what: str, *, old: bool, new: bool) -> Iterator[str]:
        if old != new:
            yield self.say(f"correction.{what}.{'set' if new else 'unset'}")

    def _listed(self, what: str, before: Sequence[str], after: Sequence[str]) -> Iterator[str]:
        gone = [name for name in before if name not in after]
        come = [name for name in after if name not in before]
        if len(gone) == len(come) == 1:
            yield from self._changed(what, gone[0], come[0])
            return
        for name in gone:
            yield from self._changed(what, name, "")
        for name in come:
            yield from self._changed(what, "", name)


def _provinces(where: Entry | Event, site: Site) -> list[str]:
    found = (site.gazetteer.by_code.get(code) for code in where.provinces)
    return [province.name for province in found if province]


def _places(event: Event, site: Site) -> list[str]:
    found = (site.gazetteer.place_by_id.get(place) for place in event.places)
    return [site.gazetteer.label(place) for place in found if place]


def _sources(entry: Entry, site: Site) -> list[str]:
    records = {source.id: source for source in entry.inline_sources} | dict(site.sources)
    found = [(key, records.get(key)) for key in entry.sources]
    return [source.headline if source and source.headline else key for key, source in found]


def _matched(
    before: Sequence[T], after: Sequence[T], *keys: Callable[[T], Hashable]
) -> Iterator[tuple[T | None, T | None]]:
    """Pairs of what is the same thing in two versions, in the order of the later; then what is gone.

    Things are the same by the first key that only one of each version has; then by the next.
    """
    partner: dict[int, int] = {}
    for key in keys:
        left = [i for i in range(len(before)) if i not in partner.values()]
        right = [i for i in range(len(after)) if i not in partner]
        olds: dict[Hashable, list[int]] = {}
        news: dict[Hashable, list[int]] = {}
        for i in left:
            olds.setdefault(key(before[i]), []).append(i)
        for i in right:
            news.setdefault(key(after[i]), []).append(i)
        for value, there in news.items():
            if len(there) == len(olds.get(value, ())) == 1:
                partner[there[0]] = olds[value][0]
    for number, thing in enumerate(after):
        yield (before[partner[number]] if number in partner else None), thing
    taken = set(partner.values())
    for number, thing in enumerate(before):
        if number not in taken:
            yield thing, None
