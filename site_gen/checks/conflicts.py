"""Proposes contradictions that nobody has described yet: the conflict linter of `site-gen check`.

It cannot tell whether two accounts contradict each other; it finds pairs that may, and asks. The
answer is a dispute that names both, or `not_disputed:` with the reason on either of them. Events are
compared within a place or province and figures within a series, in sweeps over sorted dates, so the
cost grows with the number of overlaps and not with the square of the site.
"""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING

from msgspec import Struct, field

from site_gen.chronology.references import claim_of, event_of, find_claim, same_groups
from site_gen.chronology.status import AFFIRMING
from site_gen.dates.edtf import parse
from site_gen.diagnostics import Diagnostic, warning

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from site_gen.chronology.site import Site
    from site_gen.dates.edtf import EventDate
    from site_gen.model import Claim, Event, Figure

HINT = "write a dispute that names both, or say in not_disputed: why this is no contradiction"
SHORT = 7
"""Days. A figure “as of” a longer span stands at its last day; events further apart are two."""
ALIKE = 0.5
"""Share of common words from which on two titles are taken to tell of one happening."""
LOST = "Non-state actor overtakes territory"
REGAINED = "Government regains territory"
ONCE = frozenset(
    {
        LOST,
        REGAINED,
        "Non-violent transfer of territory",
        "Headquarters or base established",
        "Agreement",
    }
)
"""Types of which one actor has hardly two in one place within days."""
_WORD = re.compile(r"\w{3,}")


class Answers(Struct):
    """Which pairs an editor has dealt with."""

    site: Site
    _whole: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    """Event → disputes that name it as a whole."""
    _claim: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    """`entry#event.claim` → disputes that name it."""
    _any: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    """Event → disputes that name it or one of its claims."""

    def __post_init__(self) -> None:
        for dispute in self.site.disputes:
            for member in dispute.members:
                (self._claim if claim_of(member.ref) else self._whole)[member.ref].add(dispute.slug)
                self._any[event_of(member.ref)].add(dispute.slug)

    def events(self, one: Event, other: Event) -> bool:
        """Whether a dispute sets the two events, or claims of theirs, side by side."""
        answered = bool(one.not_disputed or other.not_disputed)
        return answered or not self._any[one.ref].isdisjoint(self._any[other.ref])

    def claims(self, one: tuple[Event, str], other: tuple[Event, str]) -> bool:
        """Whether a dispute names both of two claims; an empty id stands for the event itself."""
        return not self._naming(*one).isdisjoint(self._naming(*other))

    def _naming(self, event: Event, claim_id: str) -> set[str]:
        return self._whole[event.ref] | self._claim[f"{event.ref}.{claim_id}"]


def find_conflicts(site: Site) -> list[Diagnostic]:
    """All candidates that no dispute and no `not_disputed` answers."""
    events = [event for entry in site.entries for event in entry.events]
    answers = Answers(site)
    return [
        *_stances_within(events, answers),
        *_between(events, answers),
        *_figures(site, events, answers),
        *_dates(events, answers),
    ]


def _note(event: Event) -> str:
    return f"{event.date.words()}: {event.title}"


# --- Opposite stances ------------------------------------------------------------------------


def _denials(event: Event) -> list[Claim]:
    return [c for c in event.claims if c.stance == "denies" and not c.not_disputed]


def _affirming(event: Event) -> list[Claim]:
    return [c for c in event.claims if c.stance in AFFIRMING]


def _stances_within(events: Iterable[Event], answers: Answers) -> Iterator[Diagnostic]:
    """Events that one claim affirms and another denies."""
    for event in events:
        if event.not_disputed:
            continue
        for denial in _denials(event):
            others = [(c.id, c.span, c.speaker) for c in _affirming(event) if not c.not_disputed]
            if not others and not _affirming(event):
                others = [("", event.span, "the article itself")]
            if others and not any(
                answers.claims((event, denial.id), (event, claim)) for claim, _, _ in others
            ):
                _, span, speaker = others[0]
                yield warning(
                    "conflict.stance",
                    f"denied by {denial.speaker}, affirmed by {speaker}",
                    denial.span,
                    HINT,
                    ((span, f"{speaker}, on “{event.title}”"),),
                )


def _between(events: Iterable[Event], answers: Answers) -> Iterator[Diagnostic]:
    """Events of one place and time of which one denies, or undoes, what the other tells."""
    by_location: dict[str, list[Event]] = defaultdict(list)
    for event in events:
        if event.not_disputed:
            continue
        for location in (*event.places, *event.provinces):
            by_location[location].append(event)
    seen: set[tuple[str, str]] = set()
    for found in by_location.values():
        for one, other in _opposed(found):
            pair = (min(one.ref, other.ref), max(one.ref, other.ref))
            if pair in seen or one.background != other.background or not _same_location(one, other):
                continue
            seen.add(pair)
            diagnostic = _denied(one, other) or _denied(other, one) or _undone(one, other)
            if diagnostic is not None and not answers.events(one, other):
                yield diagnostic


def _opposed(events: list[Event]) -> Iterator[tuple[Event, Event]]:
    """Pairs that overlap in time and have something to oppose each other with.

    Two sides are swept against each other: what denies against what affirms, and what was lost
    against what was regained. Pairs within a side are never looked at.
    """
    ordered = sorted(events, key=lambda e: (_first_day(e.date), e.ref))
    sides = (
        (lambda e: bool(_denials(e)), lambda e: bool(_affirming(e)) or not e.claims),
        (lambda e: e.type == LOST, lambda e: e.type == REGAINED),
    )
    for left, right in sides:
        active: tuple[list[Event], list[Event]] = ([], [])
        for event in ordered:
            belongs = (left(event), right(event))
            if not any(belongs):
                continue
            for side in (0, 1):
                if belongs[side]:
                    current = active[1 - side]
                    current[:] = [e for e in current if _last_day(e.date) >= _first_day(event.date)]
                    yield from ((e, event) for e in current if e.date.overlaps(event.date))
            for side in (0, 1):
                if belongs[side]:
                    active[side].append(event)


def _first_day(date: EventDate) -> str:
    return date.start or ""


def _last_day(date: EventDate) -> str:
    return date.end or "9999"


def _same_location(one: Event, other: Event) -> bool:
    """A place in common; where one of them names none, a province."""
    if one.places and other.places:
        return not set(one.places).isdisjoint(other.places)
    return not set(one.provinces).isdisjoint(other.provinces)


def _denied(one: Event, other: Event) -> Diagnostic | None:
    """A denial of `one` against an affirmation of `other`, if the two are of one kind."""
    if one.type != other.type and one.type and other.type:
        return None
    for denial in _denials(one):
        affirming = [c for c in _affirming(other) if c.speaker != denial.speaker]
        if affirming and all(claim.not_disputed for claim in affirming):
            continue
        if affirming or not other.claims:
            return warning(
                "conflict.stance",
                f"denied by {denial.speaker}; another event tells the like of the same place and time",
                denial.span,
                HINT,
                ((other.span, _note(other)),),
            )
    return None


def _undone(one: Event, other: Event) -> Diagnostic | None:
    """Territory that changed hands in both directions at once, by different voices."""
    if {one.type, other.type} != {LOST, REGAINED}:
        return None
    voices = [{c.speaker for c in _affirming(event)} for event in (one, other)]
    if voices[0] == voices[1] and voices[0]:
        return None
    later, earlier = sorted((one, other), key=lambda e: e.span, reverse=True)
    return warning(
        "conflict.outcome",
        "lost by one account and regained by another, in the same place and time",
        later.span,
        HINT,
        ((earlier.span, _note(earlier)),),
    )


# --- Figures ---------------------------------------------------------------------------------


class _Number(Struct, frozen=True):
    """A figure where it stands."""

    figure: Figure
    event: Event
    days: tuple[str, str]
    """First and last day at which it stands."""
    told: tuple[object, ...]
    """What makes two figures different."""

    @classmethod
    def of(cls, figure: Figure, event: Event) -> _Number:
        """A figure of an event."""
        date, value = figure.as_of, figure.value
        span = date.days()
        last = date.end or date.start or ""
        return cls(
            figure,
            event,
            (date.start or last, last) if span is not None and span <= SHORT else (last, last),
            (value, figure.high, figure.words if value is None else "", figure.scope),
        )

    def words(self) -> str:
        """For people: “more than 50 (since May)”."""
        figure = self.figure
        value = figure.words if figure.value is None else f"{figure.value:,.10g}"
        if figure.high is not None:
            value += f"–{figure.high:,.10g}"
        qualifier = "" if figure.qualifier == "exactly" else f"{figure.qualifier} "
        return qualifier + value + (f" ({figure.scope})" if figure.scope else "")


def _figures(site: Site, events: Iterable[Event], answers: Answers) -> Iterator[Diagnostic]:
    """Figures of one series and date that differ in value or scope."""
    by_series: dict[str, list[_Number]] = defaultdict(list)
    for event in events:
        for figure in event.figures:
            claim = find_claim(event, figure.claim)
            if not (figure.not_disputed or event.not_disputed or (claim and claim.not_disputed)):
                by_series[figure.series].append(_Number.of(figure, event))
    for key, numbers in sorted(by_series.items()):
        series = site.config.series_of(key)
        title = series.title if series else key
        # By what they say, so that the many that say the same are never compared.
        active: dict[tuple[object, ...], list[_Number]] = defaultdict(list)
        for number in sorted(numbers, key=lambda n: (n.days, n.event.ref, n.figure.span)):
            others: list[_Number] = []
            for told, alike in active.items():
                if told != number.told:
                    alike[:] = [n for n in alike if n.days[1] >= number.days[0]]
                    others += [n for n in alike if _differ(n, number, answers)]
            active[number.told].append(number)
            if others:
                yield _difference(title, number, others)


def _differ(one: _Number, other: _Number, answers: Answers) -> bool:
    if one.event is other.event and one.figure.claim == other.figure.claim:
        return False  # one voice in one breath: killed and wounded, lost and held
    provinces = (set(one.event.provinces), set(other.event.provinces))
    if all(provinces) and provinces[0].isdisjoint(provinces[1]):
        return False
    return not answers.claims((one.event, one.figure.claim), (other.event, other.figure.claim))


def _difference(title: str, number: _Number, others: list[_Number]) -> Diagnostic:
    return warning(
        "conflict.figure",
        f"{title}: {number.words()} here, {others[0].words()} elsewhere for the same date"
        + (f", and {len(others) - 1} more" if len(others) > 1 else ""),
        number.figure.span,
        HINT,
        tuple((n.figure.span, f"{n.words()}: {n.event.title}") for n in others[:3]),
    )


# --- Dates -----------------------------------------------------------------------------------


def _dates(events: Iterable[Event], answers: Answers) -> Iterator[Diagnostic]:
    """Accounts of one happening, or of what looks like one, that date it differently."""
    by_ref = {event.ref: event for event in events if not event.not_disputed}
    seen: set[tuple[str, str]] = set()
    for one, other in (*_said_to_be_one(by_ref), *_look_like_one(by_ref)):
        pair = (min(one.ref, other.ref), max(one.ref, other.ref))
        if pair in seen or one.date.overlaps(other.date) or answers.events(one, other):
            continue
        seen.add(pair)
        later, earlier = sorted((one, other), key=lambda e: e.span, reverse=True)
        yield warning(
            "conflict.date",
            f"one happening, {later.date.words()} here and {earlier.date.words()} elsewhere",
            later.span,
            HINT,
            ((earlier.span, _note(earlier)),),
        )


def _said_to_be_one(by_ref: Mapping[str, Event]) -> Iterator[tuple[Event, Event]]:
    for ref, group in same_groups(by_ref.values()).items():
        for other in group:
            if ref < other and ref in by_ref and other in by_ref:
                yield by_ref[ref], by_ref[other]


def _look_like_one(by_ref: Mapping[str, Event]) -> Iterator[tuple[Event, Event]]:
    """Events of different sources with the same place, type and first actor, a few days apart."""
    kinds: dict[tuple[str, str, str], list[Event]] = defaultdict(list)
    for event in by_ref.values():
        days = event.date.days()
        if event.type and event.actors and days is not None and days <= SHORT:
            for location in event.places or event.provinces:
                kinds[location, event.type, event.actors[0]].append(event)
    for found in kinds.values():
        recent: list[tuple[Event, set[str]]] = []
        for event in sorted(found, key=lambda e: (e.date.sort_key, e.ref)):
            words = set(_WORD.findall(event.title.casefold()))
            recent = [(e, w) for e, w in recent if _gap(e.date, event.date) <= SHORT]
            for other, others in recent:
                if (
                    not event.date.overlaps(other.date)
                    and set(event.sources).isdisjoint(other.sources)
                    and ((event.type in ONCE and event.places) or _alike(words, others))
                ):
                    yield other, event
            recent.append((event, words))


def _gap(earlier: EventDate, later: EventDate) -> int:
    """Days from the end of one date to the start of another."""
    if earlier.end is None or later.start is None or earlier.end >= later.start:
        return 0
    return (parse(f"{earlier.end}/{later.start}").days() or 1) - 1


def _alike(one: set[str], other: set[str]) -> bool:
    common = one & other
    return bool(common) and len(common) >= ALIKE * len(one | other)
