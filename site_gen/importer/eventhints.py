"""The events that the dates of a text hint at: one for each day and place, with who and what belongs to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from site_gen.importer.clauses import Dated, day_of, place_of
from site_gen.importer.datelines import dateline
from site_gen.importer.dates.finding import find_dates
from site_gen.importer.dates.parts import UNDATED
from site_gen.importer.proposal import EventHint, Question, bounds, whole_day

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from site_gen.importer.dates.parts import DateMention
    from site_gen.importer.figures import FigureMention
    from site_gen.importer.places.scenes import Scene
    from site_gen.importer.publication.day import Publication
    from site_gen.importer.speakers.finding import SpeakerMention


def _no_later(published: Publication) -> str:
    """When what the text tells without a date has happened: by the day of publication."""
    known = bounds(published)
    last = known.rsplit("/", maxsplit=1)[-1]
    return "1900/.." if last == ".." else f"../{last}"


def event_hints(
    body: Sequence[tuple[int, str]],
    published: Publication,
    dates: Sequence[DateMention],
    where: Sequence[Scene],
    speakers: Sequence[SpeakerMention],
    figures: Sequence[FigureMention],
    *,
    caption: bool = False,
) -> tuple[list[EventHint], list[Question]]:
    """One event for each date of each paragraph; neighbours of one date and place are joined."""
    events: list[EventHint] = []
    questions: list[Question] = []
    scene_of = {scene.line: scene for scene in where}
    for line, text in body:
        scene = scene_of[line]
        head = dateline(text)[0] if line == body[0][0] else 0
        here = [d for d in dates if d.line == line and d.end > head]  # nothing happened in it
        said = tuple(s for s in speakers if s.line == line)
        counted = tuple(f for f in figures if f.line == line)
        told = [d for d in here if d.role == "event"]
        waiting = tuple(d for d in told if not d.value and not d.quoted)
        open_dates = [d for d in waiting if d.reason != UNDATED]
        by_date: dict[str, list[DateMention]] = {}
        for mention in told:
            if mention.value:
                by_date.setdefault(mention.value, []).append(mention)
        plain = _no_later(published)
        if not by_date and (scene.provinces or said or counted or waiting):
            by_date[plain] = []
        days = _Days(text, here, tuple(by_date))
        for value, mentions in by_date.items():
            first = value == next(iter(by_date))
            events.append(
                EventHint(
                    id=f"line-{line}",
                    date=value,
                    note="; ".join(_note(m) for m in mentions),
                    provinces=scene.provinces,
                    places=scene.places,
                    speakers=tuple(s for s in said if days.of_speaker(s) == value),
                    figures=tuple(f for f in counted if days.of_figure(f) == value),
                    unclear_speakers=tuple(s for s in said if first and not days.of_speaker(s)),
                    unclear_figures=tuple(f for f in counted if first and not days.of_figure(f)),
                    lines=(line,),
                    caption=caption,
                    waiting=_if_published(waiting, text, line, published) if not mentions else (),
                )
            )
        event_id = f"line-{line}"
        questions += [
            Question(
                field=f"{event_id}.date",
                reason=f"“{mention.text}”: {mention.reason}",
                candidates=mention.candidates,
                evidence=(line,),
            )
            for mention in open_dates
        ]
        questions += [
            Question(
                field=f"{event_id}.provinces",
                reason=f"“{place.text}” is a place in several provinces",
                candidates=place.places or place.provinces,
                evidence=(line,),
            )
            for place in scene.ambiguous
        ]
    return _joined(events, _no_later(published)), questions


def _if_published(
    waiting: Sequence[DateMention], text: str, line: int, published: Publication
) -> tuple[str, ...]:
    """What the expressions that count from the day of publication come to, should it be the first candidate."""
    undated = [d for d in waiting if d.reason == UNDATED]
    if not undated:
        return ()
    supposed = next((day for c in published.candidates if (day := whole_day(c)) is not None), None)
    if supposed is None or len({c[-5:] for c in published.candidates}) > 1:
        return tuple(f"“{d.text}” counts from the publication date" for d in undated)
    then = {d.start: d for d in find_dates([(line, text)], supposed)}
    return tuple(
        f"“{d.text}” is {then[d.start].value} if published on {supposed}"
        + (", to come" if then[d.start].role == "plan" else "")
        for d in undated
        if d.start in then and then[d.start].value
    )


class _Days:
    """To which of the days of a paragraph its speakers and figures belong: to one, or to none."""

    def __init__(self, text: str, dates: Sequence[DateMention], values: Sequence[str]) -> None:
        self._text = text
        self._values = values
        self._dated = [
            Dated(
                start=d.start, end=d.end, day=d.value if d.role == "event" and d.value else d.text
            )
            for d in dates
            if any(other.value in values for other in dates)
        ]

    def of_figure(self, figure: FigureMention) -> str:
        return self._of((figure.start, figure.end))

    def of_speaker(self, speaker: SpeakerMention) -> str:
        return self._of(place_of(self._text, speaker.name, speaker.verb), speaks=True)

    def _of(self, place: tuple[int, int] | None, *, speaks: bool = False) -> str:
        found = day_of(self._text, *place, self._dated, speaks=speaks) if place else ""
        if found == "" and len(self._values) == 1:
            return self._values[0]
        return found if found is not None and found in self._values else ""


_BASIS = {
    "explicit": "",
    "year from document": "the year from the publication date",
    "weekday": "counted from the publication date",
    "relative": "counted from the publication date or from the day named before",
}


def _note(mention: DateMention) -> str:
    how = _BASIS[mention.basis]
    return f"“{mention.text}” (line {mention.line})" + (f", {how}" if how else "")


def _joined(events: Iterable[EventHint], plain: str) -> list[EventHint]:
    """Join what follows each other with the same dated day and the same provinces."""
    result: list[EventHint] = []
    for event in events:
        last = result[-1] if result else None
        if (
            last is not None
            and last.date == event.date
            and last.provinces == event.provinces
            and event.date != plain
            and last.lines[-1] != event.lines[0]
        ):
            result[-1] = EventHint(
                id=last.id,
                date=last.date,
                note="; ".join(filter(None, (last.note, event.note))),
                provinces=last.provinces,
                places=tuple(dict.fromkeys((*last.places, *event.places))),
                speakers=(*last.speakers, *event.speakers),
                figures=(*last.figures, *event.figures),
                unclear_speakers=(*last.unclear_speakers, *event.unclear_speakers),
                unclear_figures=(*last.unclear_figures, *event.unclear_figures),
                lines=(*last.lines, *event.lines),
                caption=last.caption,
            )
        else:
            result.append(event)
    return result


def with_ids(events: Iterable[EventHint]) -> list[EventHint]:
    """Give every event an id of its own."""
    seen: dict[str, int] = {}
    result = []
    for event in events:
        seen[event.id] = seen.get(event.id, 0) + 1
        if seen[event.id] > 1:
            values = {name: getattr(event, name) for name in EventHint.__dataclass_fields__}
            event = EventHint(**{**values, "id": f"{event.id}-{seen[event.id]}"})
        result.append(event)
    return result
