"""The texts that an import writes: the draft of an entry, the record of its source, and what explains them.

A draft holds no sentence of the article: names, figures and line numbers only, as comments for the editor.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

from site_gen.checks.oversights import LEAD, NO_HEADLINE
from site_gen.importer.notation import regex
from site_gen.importer.page.credits import agency, read_author
from site_gen.importer.proposal import bounds

if TYPE_CHECKING:
    from collections.abc import Iterable

    from site_gen.importer.figures import FigureMention
    from site_gen.importer.proposal import Answers, Draft, EventHint, Question
    from site_gen.importer.speakers.finding import SpeakerMention
    from site_gen.parsing.gazetteer import Gazetteer


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


def record_text(draft: Draft, text: str, given: Answers) -> str:
    """The text of `seeds/<id>.yaml`."""
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


def entry_text(draft: Draft, gazetteer: Gazetteer) -> str:
    """The text of `content/entries/<slug>.md`: one section for each event."""
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


def explain(draft: Draft, gazetteer: Gazetteer) -> Iterable[str]:
    """Lines on what was dropped, and how each date, place, speaker and figure was read."""
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
