"""From a raw text to the draft of an entry and the record of its source.

A draft holds no sentence of the article: dates, names, figures and line numbers only, the last four
as comments for the editor. What the evidence does not decide is a question in the front matter.
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from hashlib import sha256
from typing import TYPE_CHECKING

from site_gen.importer.datelines import written_from
from site_gen.importer.dates.finding import find_dates
from site_gen.importer.dates.parts import UNDATED
from site_gen.importer.draftfiles import entry_text, explain, record_text
from site_gen.importer.eventhints import event_hints, with_ids
from site_gen.importer.figures import find_figures
from site_gen.importer.page.furniture import Document, take_apart
from site_gen.importer.places.finding import find_places, index
from site_gen.importer.places.scenes import Scene, scenes
from site_gen.importer.proposal import Answers, Draft, Question, whole_day
from site_gen.importer.publication.day import Publication, infer_publication
from site_gen.importer.publication.publisher import infer_publisher
from site_gen.importer.refusal import refuse_text
from site_gen.importer.speakers.finding import find_speakers, without_outlet
from site_gen.slug import slugify

if TYPE_CHECKING:
    from site_gen.diagnostics import Diagnostic
    from site_gen.importer.places.finding import PlaceIndex
    from site_gen.importer.places.parts import PlaceMention
    from site_gen.importer.places.scenes import Judge
    from site_gen.parsing.gazetteer import Gazetteer


def draft_article(text: str, gazetteer: Gazetteer, given: Answers) -> Draft | Diagnostic:
    """A draft of one article, or what is wrong with the text.

    The text is what `seeds/<id>.txt` will hold; line numbers count in it.
    """
    document = take_apart(text, title=given.title, elsewhere=given.elsewhere)
    fault = refuse_text(text, document.text, given.name)
    if fault is not None:
        return fault
    published = _published(document, given)
    day = whole_day(published.value)
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
    events, more = event_hints(body, published, dates, where, speakers, figures)
    questions += more
    caption_places = find_places(captions, known)
    caption_dates = find_dates(captions, day)
    caption_events, _ = event_hints(
        captions,
        published,
        [d for d in caption_dates if d.precision == "day" or d.reason == UNDATED],
        scenes(captions, caption_places),
        (),
        (),
        caption=True,
    )
    caption_events = [e for e in caption_events if e.provinces and (e.note or e.waiting)]
    every = with_ids([*events, *caption_events])
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
    values["record"] = record_text(draft, text, given)
    values["entry"] = entry_text(draft, gazetteer)
    values["explanation"] = tuple(explain(draft, gazetteer))
    return Draft(**values)


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
    day = whole_day(published.value)
    if day is not None:
        return _free(f"{stem}-{day.isoformat()}", given.taken)
    words = "-".join(_slug(document.title or "article").split("-")[:5])
    return _free(f"{stem}-{words}", given.taken)
