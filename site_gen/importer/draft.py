"""From a raw text to the draft of an entry and the record of its source.

A draft holds no sentence of the article: dates, names, figures and line numbers only, the last four
as comments for the editor. What the evidence does not decide is a question in the front matter.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from datetime import date, timedelta
from hashlib import sha256
from typing import TYPE_CHECKING

from site_gen.checks.oversights import LEAD, NO_HEADLINE
from site_gen.importer.clauses import Dated, day_of, place_of
from site_gen.importer.datelines import dateline, written_from
from site_gen.importer.dates.finding import find_dates
from site_gen.importer.dates.parts import UNDATED
from site_gen.importer.figures import FigureMention, find_figures
from site_gen.importer.notation import regex
from site_gen.importer.page.credits import agency, read_author
from site_gen.importer.page.furniture import Document, take_apart
from site_gen.importer.places.finding import find_places, index
from site_gen.importer.places.scenes import Scene, scenes
from site_gen.importer.publication.day import Publication, Stated, infer_publication
from site_gen.importer.publication.publisher import infer_publisher
from site_gen.importer.refusal import refuse_text
from site_gen.importer.speakers.finding import SpeakerMention, find_speakers, without_outlet
from site_gen.slug import slugify

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from site_gen.diagnostics import Diagnostic
    from site_gen.importer.dates.parts import DateMention
    from site_gen.importer.places.finding import PlaceIndex
    from site_gen.importer.places.parts import PlaceMention
    from site_gen.importer.places.scenes import Judge
    from site_gen.parsing.gazetteer import Gazetteer


@dataclass(frozen=True, slots=True, kw_only=True)
class Answers:
    """What is known in advance, from the command line or from the page's own data."""

    name: str
    """Of the input, for messages."""
    date: str = ""
    """EDTF."""
    url: str = ""
    publisher: str = ""
    title: str = ""
    credits: tuple[str, ...] = ()
    stated: tuple[Stated, ...] = ()
    retrieved: str = ""
    today: str = ""
    """The real day: nothing was published after it. Never the date itself."""
    period: tuple[str, str] | None = None
    elsewhere: frozenset[str] = frozenset()
    """Keys of paragraphs that stand in other sources (`pagelines.paragraph_key`)."""
    taken: frozenset[str] = frozenset()
    """Ids and slugs that are in use."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """Something that the evidence does not settle."""

    field: str
    """`date`, `title`, `publisher`, `provinces`, or `event-id.date`, `event-id.places`."""
    reason: str
    candidates: tuple[str, ...] = ()
    evidence: tuple[int, ...] = ()
    """Lines of the supplied text."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EventHint:
    """A dated happening that the text seems to tell of."""

    id: str
    date: str
    """EDTF; never more precise than the text."""
    note: str
    provinces: tuple[str, ...] = ()
    """Codes."""
    places: tuple[str, ...] = ()
    """Ids of the gazetteer."""
    speakers: tuple[SpeakerMention, ...] = ()
    figures: tuple[FigureMention, ...] = ()
    unclear_speakers: tuple[SpeakerMention, ...] = ()
    """Who speaks in the same paragraph, of which of its days is not clear."""
    unclear_figures: tuple[FigureMention, ...] = ()
    lines: tuple[int, ...] = ()
    plan: bool = False
    caption: bool = False
    waiting: tuple[str, ...] = ()
    """What its dates would be with the first candidate for the day of publication."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """All that an import knows of one text."""

    source_id: str
    slug: str
    sha256: str
    document: Document = field(repr=False)
    published: Publication
    publisher: str
    provinces: tuple[str, ...]
    """Names, as the entry lists them."""
    events: tuple[EventHint, ...] = ()
    dates: tuple[DateMention, ...] = field(default=(), repr=False)
    places: tuple[PlaceMention, ...] = field(default=(), repr=False)
    scenes: tuple[Scene, ...] = field(default=(), repr=False)
    speakers: tuple[SpeakerMention, ...] = field(default=(), repr=False)
    figures: tuple[FigureMention, ...] = field(default=(), repr=False)
    questions: tuple[Question, ...] = ()
    record: str = field(repr=False)
    """Text of `seeds/<id>.yaml`."""
    entry: str = field(repr=False)
    """Text of `content/entries/<slug>.md`."""
    explanation: tuple[str, ...] = field(default=(), repr=False)
    """What was dropped, and how each answer follows; for `--explain`."""


def draft_article(text: str, gazetteer: Gazetteer, given: Answers) -> Draft | Diagnostic:
    """A draft of one article, or what is wrong with the text.

    The text is what `seeds/<id>.txt` will hold; line numbers count in it.
    """
    document = take_apart(text, title=given.title, elsewhere=given.elsewhere)
    fault = refuse_text(text, document.text, given.name)
    if fault is not None:
        return fault
    published = _published(document, given)
    day = _day(published.value)
    body = [(line.number, line.text) for line in document.body]
    captions = [
        (line.number, line.text)
        for line in document.lines
        if line.reason == "caption"
        and not re.search(r"(?i)file (?:photo|picture)|archive", line.text)
    ]
    known = index(gazetteer)
    places, where = places_and_scenes(document, known)
    dates = find_dates(body, day)
    figures = find_figures(body)
    questions = _page_questions(document, published)
    publisher, why = infer_publisher(document, given.publisher)
    speakers = without_outlet(find_speakers(body), (publisher, *why[1]))
    if not publisher:
        questions.append(Question(field="publisher", reason=why[0], candidates=why[1]))
    events, more = _events(body, published, dates, where, speakers, figures)
    questions += more
    caption_places = find_places(captions, known)
    caption_dates = find_dates(captions, day)
    caption_events, _ = _events(
        captions,
        published,
        [d for d in caption_dates if d.precision == "day" or d.reason == UNDATED],
        scenes(captions, caption_places),
        (),
        (),
        caption=True,
    )
    caption_events = [e for e in caption_events if e.provinces and (e.note or e.waiting)]
    every = _unique([*events, *caption_events])
    codes = dict.fromkeys(code for event in every for code in event.provinces)
    names = tuple(gazetteer.by_code[code].name for code in codes)
    if not names:
        questions.append(
            Question(field="provinces", reason="no province was found as a place of events")
        )
    source_id = _source_id(document, published, publisher, given)
    slug = _free(_slug(document.title or source_id), given.taken)
    digest = sha256(text.encode()).hexdigest()
    draft = Draft(
        source_id=source_id,
        slug=slug,
        sha256=digest,
        document=document,
        published=published,
        publisher=publisher,
        provinces=names,
        events=tuple(every),
        dates=dates,
        places=places,
        scenes=where,
        speakers=speakers,
        figures=figures,
        questions=tuple(questions),
        record="",
        entry="",
    )
    return _with_texts(draft, text, gazetteer, given)


def places_and_scenes(
    document: Document, known: PlaceIndex, judge: Judge | None = None
) -> tuple[tuple[PlaceMention, ...], tuple[Scene, ...]]:
    """The places that an article names, and where each of its paragraphs took place.

    Args:
        document: the page, taken apart.
        known: `index` of the gazetteer.
        judge: as for `scenes`.
    """
    body = [(line.number, line.text) for line in document.body]
    places = find_places(body, known)
    headings = [(line.number, line.text) for line in document.lines if line.reason == "subheading"]
    first = body[0][0] if body else 0
    bylines = [
        (line.number, place)
        for line in document.lines
        if line.number < first and (place := written_from(line.text))
    ]
    where = scenes(
        body,
        places,
        find_places([(0, document.title)], known),
        find_places(headings, known),
        [number for number, _ in headings],
        judge,
        find_places(bylines, known),
    )
    return places, where


def _with_texts(draft: Draft, text: str, gazetteer: Gazetteer, given: Answers) -> Draft:
    values = {name: getattr(draft, name) for name in Draft.__dataclass_fields__}
    values["record"] = _record(draft, text, given)
    values["entry"] = _entry(draft, gazetteer)
    values["explanation"] = tuple(_explain(draft, gazetteer))
    return Draft(**values)


def _day(edtf: str) -> date | None:
    found = re.fullmatch(r"(\d{4}-\d\d-\d\d)[~?%]?", edtf)
    return date.fromisoformat(found[1]) if found else None


def _published(document: Document, given: Answers) -> Publication:
    if given.date:
        return Publication(value=given.date, note="given with --date")
    found = infer_publication(document, url=given.url, stated=given.stated, period=given.period)
    if given.today and found.value > _next(given.today):  # no page was published tomorrow
        return Publication(
            value="",
            note=f"it would be {found.value}, which is still to come ({found.note})",
            candidates=(found.value,),
            evidence=found.evidence,
        )
    return found


def _next(day: str) -> str:
    return (date.fromisoformat(day) + timedelta(days=1)).isoformat()


def _page_questions(document: Document, published: Publication) -> list[Question]:
    questions: list[Question] = []
    if not document.title:
        offered = document.title_candidates
        questions.append(
            Question(
                field="title",
                reason="no line is surely the headline" if offered else "no headline was found",
                candidates=tuple(text for _, text in offered),
                evidence=tuple(number for number, _ in offered),
            )
        )
    if not published.value:
        questions.append(
            Question(
                field="date",
                reason=published.note,
                candidates=published.candidates,
                evidence=published.evidence,
            )
        )
    return questions


# --- events ----------------------------------------------------------------------------------


def bounds(published: Publication) -> str:
    """The publication date as far as it is known, as EDTF: the day, or what bounds it."""
    if published.value:
        return published.value
    if published.span:
        return published.span
    return "1900/.."


def _no_later(published: Publication) -> str:
    """When what the text tells without a date has happened: by the day of publication."""
    known = bounds(published)
    last = known.rsplit("/", maxsplit=1)[-1]
    return "1900/.." if last == ".." else f"../{last}"


def _events(
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
    supposed = next((day for c in published.candidates if (day := _day(c)) is not None), None)
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


def _unique(events: Iterable[EventHint]) -> list[EventHint]:
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


# --- names -----------------------------------------------------------------------------------


def _slug(title: str) -> str:
    slug = slugify(title)
    if len(slug) <= 60:
        return slug or "article"
    return slug[:61].rpartition("-")[0] or slug[:60]


def _free(name: str, taken: frozenset[str]) -> str:
    if name not in taken:
        return name
    return next(f"{name}-{n}" for n in range(2, 10_000) if f"{name}-{n}" not in taken)


def _source_id(document: Document, published: Publication, publisher: str, given: Answers) -> str:
    """`rferl-31347178` from an address with a number, else publisher and day, else the headline."""
    host = re.match(r"https?://(?:www\.)?([^/:]+)", given.url)
    number = re.search(r"(\d{5,})(?:\.\w+)?/?(?:[?#].*)?$", given.url)
    if host and number:
        parts = [p for p in host[1].split(".") if len(p) > 3] or host[1].split(".")
        return _free(
            f"{slugify(parts[-1] if len(parts) < 3 else parts[-2])}-{number[1]}", given.taken
        )
    stem = slugify(publisher)[:30].strip("-") if publisher else "unattributed"
    day = _day(published.value)
    if day is not None:
        return _free(f"{stem}-{day.isoformat()}", given.taken)
    words = "-".join(_slug(document.title or "article").split("-")[:5])
    return _free(f"{stem}-{words}", given.taken)


# --- texts -----------------------------------------------------------------------------------

_PLAIN = regex(r"[^\W\d][\w '’(),./’–-]*[\w.)’]|[\w]")
_RESERVED = frozenset({"null", "true", "false", "yes", "no", "on", "off", "~"})


def yaml_text(text: str, *, flow: bool = False) -> str:
    """A text as a YAML scalar, quoted where it must be; `flow` inside `[…]`."""
    clean = re.sub(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff]+", " ", text).strip()
    plain = _PLAIN.fullmatch(clean) and clean.lower() not in _RESERVED and " #" not in clean
    if plain and not (flow and "," in clean):
        return clean
    return json.dumps(clean, ensure_ascii=False)


def yaml_list(items: Iterable[str]) -> str:
    """Texts as a YAML list on one line."""
    return "[" + ", ".join(yaml_text(item, flow=True) for item in items) + "]"


def _credited(draft: Draft, given: Answers) -> tuple[str, ...]:
    """Who is credited, each once: the page's data name some people whom its lines give a role."""
    signed = {_bare_name(name): name for name in draft.document.credits.people}
    stated = [name for one in given.credits for name in read_author(one).people]
    first = [signed.pop(_bare_name(name), name) for name in stated]
    return tuple(dict.fromkeys((*first, *signed.values())))


def _agencies(draft: Draft, given: Answers) -> tuple[str, ...]:
    """The agencies that an article uses, but for its own publisher."""
    stated = (name for one in given.credits for name in read_author(one).agencies)
    own = {draft.publisher, agency(draft.publisher)}
    found = dict.fromkeys((*draft.document.credits.agencies, *stated))
    return tuple(name for name in found if name not in own)


def _bare_name(credit: str) -> str:
    return re.sub(r" \([^()]*\)$", "", credit).casefold()


def _record(draft: Draft, text: str, given: Answers) -> str:
    lines = [
        f"headline: {yaml_text(draft.document.title or NO_HEADLINE)}",
        f"publisher: {yaml_text(draft.publisher) if draft.publisher else 'null'}",
    ]
    if credited := _credited(draft, given):
        lines.append(f"credits: {yaml_list(credited)}")
    if agencies := _agencies(draft, given):
        lines.append(f"agencies: {yaml_list(agencies)}")
    if draft.published.value:
        lines.append(f"published: {draft.published.value}")
    where = (
        f" (line {', '.join(map(str, draft.published.evidence))})"
        if draft.published.evidence
        else ""
    )
    lines.append(f"published_note: {yaml_text(draft.published.note + where)}")
    lines.append(f"url: {yaml_text(given.url) if given.url else 'null'}")
    if given.retrieved:
        lines.append(f"retrieved: {given.retrieved}")
    lines += [f"sha256: {draft.sha256}", f"words: {len(text.split())}", "language: en"]
    return "\n".join(lines) + "\n"


def front_matter(
    *,
    title: str,
    date: str,
    provinces: Iterable[str],
    sources: Iterable[str],
    questions: Iterable[Question],
    record: str = "",
) -> str:
    """The head of a draft, with its open questions; `record` is the file of the article's source, if it has one."""
    head = [
        "---",
        f"title: {yaml_text(title)}",
        f"date: {date}",
        f"provinces: {yaml_list(provinces)}",
        f"sources: {yaml_list(sources)}",
        "draft: true",
    ]
    questions = tuple(questions)
    if questions:
        head += ["import:", *_where_to_answer(questions, record), "  questions:"]
    for question in questions:
        head.append(f"    - field: {yaml_text(question.field)}")
        head.append(f"      reason: {yaml_text(question.reason)}")
        if question.candidates:
            head.append(f"      candidates: {yaml_list(question.candidates)}")
        if question.evidence:
            head.append(f"      evidence: [{', '.join(map(str, question.evidence))}]")
    head.append("---")
    return "\n".join(head)


_IN_RECORD = {"title": "headline", "date": "published"}
"""Question → key of the source's record that is its answer, too."""


def _where_to_answer(questions: Iterable[Question], record: str) -> Iterable[str]:
    """Comments that say where the answers go: not all of them into the draft."""
    fields = {question.field for question in questions}
    yield "  # Answer these, then delete import: with all that is below it, and draft: true."
    if above := [name for name in ("title", "date", "provinces") if name in fields]:
        twice = [f"{name} also as {key}:" for name, key in _IN_RECORD.items() if name in fields]
        too = f"; {', '.join(twice)} in {record}" if twice and record else ""
        yield f"  # {', '.join(above)}: in the lines above{too}"
    if "publisher" in fields:
        yield f"  # publisher: in {record}"
    if any(name.startswith("row-") for name in fields):
        yield "  # row-…: in an event of your own, or by deleting the question"
    if any(name.startswith("line-") for name in fields):
        yield "  # line-…: in the heading that ends in this name, or in the block below it"


def _entry(draft: Draft, gazetteer: Gazetteer) -> str:
    head = front_matter(
        title=draft.document.title or NO_HEADLINE,
        date=bounds(draft.published),
        provinces=draft.provinces,
        sources=[draft.source_id],
        questions=draft.questions,
        record=f"seeds/{draft.source_id}.yaml",
    )
    lead = (
        f"{LEAD} Below, one section for each date and place that the text "
        f"names; line numbers count in `seeds/{draft.source_id}.txt`."
    )
    return "\n\n".join([head, lead, *(_section(e, gazetteer) for e in draft.events)]) + "\n"


def _section(event: EventHint, gazetteer: Gazetteer) -> str:
    places = [
        gazetteer.label(gazetteer.place_by_id[p])
        for p in event.places
        if p in gazetteer.place_by_id
    ]
    provinces = [gazetteer.by_code[c].name for c in event.provinces]
    lines = ", ".join(map(str, event.lines))
    plural = "s" if len(event.lines) > 1 else ""
    where = (
        ", ".join(dict.fromkeys((*(p.rsplit("/", 1)[-1] for p in places), *provinces)))
        or "No province named"
    )
    rows = [
        f"## {event.date}: {where}, line{plural} {lines} {{#{event.id}}}",
        "",
        "```yaml event",
        f"provinces: {yaml_list(provinces)}",
    ]
    if places:
        rows.append(f"places: {yaml_list(places)}")
    if event.note:
        rows.append(f"date_note: {yaml_text(event.note)}")
    elif event.date.startswith("../") and not event.waiting:
        rows.append("date_note: no date in the text; not later than the article")
    rows.append(
        f"# evidence: line{plural} {lines}" + (" (a picture's caption)" if event.caption else "")
    )
    rows += [_comment(f"date: {hint}") for hint in event.waiting]
    rows += [_comment(_of_speaker(speaker)) for speaker in event.speakers]
    rows += [_comment(_of_figure(figure)) for figure in event.figures]
    unclear = [*map(_of_speaker, event.unclear_speakers), *map(_of_figure, event.unclear_figures)]
    rows += [_comment(f"of which day is not clear: {hint}") for hint in unclear]
    rows.append("```")
    return "\n".join(rows)


def _of_speaker(speaker: SpeakerMention) -> str:
    extra = "".join(
        f", {word} {value}" for word, value in (("to", speaker.to), ("via", speaker.via)) if value
    )
    role = f", {speaker.role}" if speaker.role else ""
    return f"speaker: {speaker.name}{role} ({speaker.verb}{extra}; line {speaker.line})"


def _of_figure(figure: FigureMention) -> str:
    return f"figure: {describe(figure)} (line {figure.line})"


def _comment(text: str) -> str:
    return "# " + re.sub(r"\s+", " ", text).replace("```", "'''")


def describe(figure: FigureMention) -> str:
    """`more than 50 districts of 370`."""
    number = (
        figure.words or f"{figure.value:g}"
        if figure.value is None or figure.value < 1e6
        else f"{figure.value:.0f}"
    )
    if figure.high is not None:
        number += f" to {figure.high:g}"
    if figure.words and figure.unit and figure.unit != "of them":
        number += " of"
    qualifier = "" if figure.qualifier == "exactly" or figure.words else f"{figure.qualifier} "
    of = f" of {figure.of:g}" if figure.of is not None else ""
    return f"{qualifier}{number} {figure.unit}".strip() + of


def _explain(draft: Draft, gazetteer: Gazetteer) -> Iterable[str]:
    for line in draft.document.lines:
        if line.kind == "title":
            yield f"line {line.number}: headline"
        elif line.kind == "furniture":
            yield f"line {line.number}: dropped ({line.reason}): {_short(line.text)}"
    published = draft.published
    where = f", line {', '.join(map(str, published.evidence))}" if published.evidence else ""
    yield f"published: {published.value or 'asked'}: {published.note}{where}"
    for mention in draft.dates:
        what = mention.value or f"asked ({mention.reason})"
        plan = ", to come" if mention.role == "plan" else ""
        yield f"line {mention.line}: “{mention.text}” is {what} [{mention.basis}{plan}]"
    for place in draft.places:
        names = "/".join(gazetteer.by_code[c].name for c in place.provinces)
        typo = ", misspelt" if place.typo else ""
        yield f"line {place.line}: “{place.text}” in {names} [{place.part}{typo}]"
    for speaker in draft.speakers:
        yield f"line {speaker.line}: speaker {speaker.name}" + (
            f", {speaker.role}" if speaker.role else ""
        )
    for figure in draft.figures:
        yield f"line {figure.line}: figure {describe(figure)}"


def _short(text: str) -> str:
    return text if len(text) <= 70 else text[:67] + "…"
