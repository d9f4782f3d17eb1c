"""What a version of an entry says that the one before it did not, in words.

Dates, places, claims, figures, sources: what a reader may have relied on. The words around them are
edited without notice.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from site_gen.pages.cards import figure_words, number_words

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterator, Sequence

    from site_gen.edtf import EventDate
    from site_gen.model import Claim, Entry, Event, Figure
    from site_gen.site import Site

T = TypeVar("T")


def compare(before: Entry, after: Entry, site: Site) -> tuple[str, ...]:
    """Every correction, in the order of the entry: “Bridge closed: date changed from … to …”."""
    return tuple(_entry(before, after, site))


def _entry(before: Entry, after: Entry, site: Site) -> Iterator[str]:
    yield from _changed("headline", f"“{before.title}”", f"“{after.title}”")
    yield from _date("date of the article", before.date, after.date)
    yield from _listed("province", _provinces(before, site), _provinces(after, site))
    yield from _listed("source", _sources(before, site), _sources(after, site))
    for old, new in _matched(
        before.events,
        after.events,
        lambda event: event.id,
        lambda event: (event.date.edtf, event.provinces, event.places),
        lambda event: event.title,
    ):
        if new is None:
            yield f"event removed: “{old.title}”" if old else ""
        elif old is None:
            yield f"event added: “{new.title}” ({new.date.words()})"
        else:
            yield from (f"“{new.title}”: {change}" for change in _event(old, new, site))


def _event(before: Event, after: Event, site: Site) -> Iterator[str]:
    yield from _changed("title", f"“{before.title}”", f"“{after.title}”")
    yield from _date("date", before.date, after.date)
    yield from _listed("province", _provinces(before, site), _provinces(after, site))
    yield from _listed("place", _places(before, site), _places(after, site))
    yield from _changed("type", before.type, after.type)
    yield from _listed("actor", before.actors, after.actors)
    yield from _flag("background", old=before.background, new=after.background)
    yield from _flag("planned", old=before.planned, new=after.planned)
    for old, new in _matched(
        before.claims,
        after.claims,
        lambda claim: claim.id,
        lambda claim: claim.says or claim.quote,
        lambda claim: claim.speaker,
    ):
        if new is None:
            yield f"claim removed: {_said(old)}" if old else ""
        elif old is None:
            yield f"claim added: {_said(new)}"
        else:
            yield from (f"{new.speaker}: {change}" for change in _claim(old, new))
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
        yield from _figure(was, now, site, dated=own)


def _claim(before: Claim, after: Claim) -> Iterator[str]:
    yield from _changed("speaker", before.speaker, after.speaker)
    yield from _changed("role", before.role, after.role)
    yield from _changed("stance", before.stance, after.stance)
    yield from _changed("statement", _quoted(before.says), _quoted(after.says))
    yield from _changed("quotation", _quoted(before.quote), _quoted(after.quote))
    yield from _changed("source", before.source, after.source)
    yield from _date("day of the statement", before.said, after.said)


def _figure(
    before: Figure | None, after: Figure | None, site: Site, *, dated: bool
) -> Iterator[str]:
    figure = after or before
    if figure is None:
        return
    series = site.config.series_of(figure.series)
    name = series.title if series else figure.series
    if after is None:
        yield f"figure removed: {name}, {_number(figure)}"
    elif before is None:
        yield f"figure added: {name}, {_number(figure)}"
    else:
        yield from _changed(f"figure “{name}”", _number(before), _number(after))
        yield from _changed(f"what “{name}” counts", _quoted(before.scope), _quoted(after.scope))
        if dated:
            yield from _date(f"day of the figure “{name}”", before.as_of, after.as_of)


def _number(figure: Figure) -> str:
    qualifier = "" if figure.qualifier == "exactly" else f"{figure.qualifier} "
    whole = f" of {number_words(figure.of)}" if figure.of is not None else ""
    return f"{qualifier}{figure_words(figure)}{whole}"


def _said(claim: Claim) -> str:
    return f"{claim.speaker}, {_quoted(claim.says or claim.quote)}"


def _quoted(text: str) -> str:
    return f"“{text}”" if text else ""


def _changed(what: str, before: str, after: str) -> Iterator[str]:
    if before == after:
        return
    if not before:
        yield f"{what} added: {after}"
    elif not after:
        yield f"{what} removed: {before}"
    else:
        yield f"{what} changed from {before} to {after}"


def _date(what: str, before: EventDate | None, after: EventDate | None) -> Iterator[str]:
    old, new = (date.words() if date else "" for date in (before, after))
    if old == new and before and after and before.edtf != after.edtf:
        old, new = before.edtf, after.edtf  # two ways of writing what sounds alike
    yield from _changed(what, old, new)


def _flag(what: str, *, old: bool, new: bool) -> Iterator[str]:
    if old != new:
        yield f"now marked as {what}" if new else f"no longer marked as {what}"


def _listed(what: str, before: Sequence[str], after: Sequence[str]) -> Iterator[str]:
    gone = [name for name in before if name not in after]
    come = [name for name in after if name not in before]
    if len(gone) == len(come) == 1:
        yield f"{what} changed from {gone[0]} to {come[0]}"
        return
    yield from (f"{what} removed: {name}" for name in gone)
    yield from (f"{what} added: {name}" for name in come)


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
