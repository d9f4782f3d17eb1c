"""What to tell of an import, for people and as JSON."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable

    from site_gen.importer.intake import Imported
    from site_gen.importer.proposal import Question


def say(done: Imported, *, explain: bool) -> Iterable[str]:
    """Lines about one input."""
    for note in done.notes:
        yield f"{done.name}: {note}"
    if done.by_name:
        yield (
            f"{done.name}: there is an entry {done.known_as} already; nothing was changed "
            "(to import the table anew, give the file another name)"
        )
    elif done.known_as:
        how = (
            "the same text"
            if done.likeness is None
            else f"much the same text ({done.likeness:.0%} of its wording)"
        )
        yield f"{done.name}: {how} as {done.known_as}, imported before; nothing was changed"
    if done.table is not None:
        table = done.table
        yield f"{done.name}: {_events(table.events)} in {', '.join(table.provinces) or 'no province'}"
        yield from _written(done.written, table.questions)
    draft = done.draft
    if draft is None:
        return
    asked = len(draft.questions)
    yield (
        f"{done.name}: {_events(len(draft.events))} in {', '.join(draft.provinces) or 'no province'}; "
        f"published {draft.published.value or 'is asked'}; "
        f"{asked} open question{'' if asked == 1 else 's'}"
    )
    yield from _written(done.written, draft.questions)
    hanging = sum(bool(event.waiting) for event in draft.events)
    if hanging and not draft.published.value:
        yield (
            f"  {hanging} of the events hang on the day of publication: to have their dates filled in, "
            "delete these files and import again with --date"
        )
    if explain:
        for line in draft.explanation:
            yield f"  {line}"


def _events(number: int) -> str:
    return f"{number} event{'' if number == 1 else 's'}"


def _written(paths: Iterable[str], questions: Iterable[Question]) -> Iterable[str]:
    for path in paths:
        yield f"  {path}"
    for question in questions:
        where = f" (line {', '.join(map(str, question.evidence))})" if question.evidence else ""
        offered = f"; candidates: {', '.join(question.candidates)}" if question.candidates else ""
        yield f"  asks {question.field}: {question.reason}{where}{offered}"


def as_json(done: Imported) -> str:
    """One input's result as one line of JSON, for programs that call the importer."""
    data: dict[str, Any] = {"input": done.name, "written": done.written, "notes": done.notes}
    if done.known_as:
        data |= {"known_as": done.known_as, "likeness": done.likeness}
    if done.fault is not None:
        data["error"] = {"code": done.fault.code, "message": done.fault.message}
    if done.table is not None:
        data |= {"slug": done.table.slug, "events": done.table.events}
        data["questions"] = [asdict(each) for each in done.table.questions]
    draft = done.draft
    if draft is not None:
        document = draft.document
        data |= {
            "id": draft.source_id,
            "slug": draft.slug,
            "title": document.title,
            "published": draft.published.value,
            "published_note": draft.published.note,
            "publisher": draft.publisher,
            "credits": document.credits.people,
            "agencies": document.credits.agencies,
            "provinces": draft.provinces,
            "body": [[line.number, line.text] for line in document.body],
            "dropped": [
                [line.number, line.reason, line.text]
                for line in document.lines
                if line.kind == "furniture"
            ],
            "dates": [asdict(each) | {"precision": each.precision} for each in draft.dates],
            "places": [asdict(each) for each in draft.places],
            "scenes": [
                {"line": s.line, "provinces": s.provinces, "places": s.places, "how": s.how}
                for s in draft.scenes
            ],
            "speakers": [asdict(each) for each in draft.speakers],
            "figures": [asdict(each) for each in draft.figures],
            "questions": [asdict(each) for each in draft.questions],
        }
    return json.dumps(data, ensure_ascii=False)
