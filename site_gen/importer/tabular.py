"""Spreadsheets of events as draft entries: TimelineJS's and ACLED's columns, and TimelineJS's JSON.

Each row becomes an event with its source. What an event has no key for stands as a comment in its
block, so that no cell is lost. site-gen's own `data/events.csv` has ACLED's columns and more, and comes
back whole; so do dates, titles and provinces of its `data/timeline.json`. Columns:
https://timeline.knightlab.com/docs/using-spreadsheets.html,
https://timeline.knightlab.com/docs/json-format.html and
https://acleddata.com/knowledge-base/codebook/ (“Data columns”). A column `edtf` goes before the parts of
a date.
"""

from __future__ import annotations

import csv
import json
import re
from dataclasses import dataclass
from datetime import date
from html import unescape
from typing import TYPE_CHECKING, Any

from site_gen.acled import EVENT_TYPE_OF
from site_gen.dates.edtf import EdtfError, EventDate, parse
from site_gen.diagnostics import Diagnostic, Span, error
from site_gen.importer.draftfiles import front_matter, yaml_list, yaml_text
from site_gen.importer.proposal import Answers, Question
from site_gen.slug import slugify

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from site_gen.parsing.gazetteer import Gazetteer

Row = dict[str, str]
"""Folded name of a column → cell, without empty ones."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TableDraft:
    """What an import makes of one table."""

    slug: str
    entry: str
    """Text of `content/entries/<slug>.md`."""
    records: tuple[tuple[str, str], ...]
    """(id, text of `seeds/<id>.yaml`) of each source that the rows name."""
    events: int
    provinces: tuple[str, ...]
    questions: tuple[Question, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Source:
    id: str
    publisher: str
    url: str = ""
    headline: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Event:
    line: int
    id: str
    date: str
    title: str
    text: str
    provinces: tuple[str, ...]
    """Codes."""
    places: tuple[str, ...]
    """As the gazetteer labels them."""
    type: str
    actors: tuple[str, ...]
    sources: tuple[_Source, ...]
    comments: tuple[str, ...]
    date_note: str = ""
    background: bool = False
    planned: bool = False


def draft_table(text: str, gazetteer: Gazetteer, given: Answers) -> TableDraft | Diagnostic:
    """A draft of one table, or what is wrong with it."""
    read_rows = _slides if text.lstrip("\ufeff \t\r\n").startswith("{") else _rows
    rows, fault = read_rows(text, given.name)
    if fault is not None:
        return fault
    columns = {name for _, row in rows for name in row}
    read = _acled if "event_date" in columns else _timeline
    questions: list[Question] = []
    events = [_event for line, row in rows if (_event := read(line, row, gazetteer, questions))]
    if not events:
        return error(
            "import.table",
            "no row has a date and a headline",
            Span(path=given.name),
            "columns: Year, Month, Day, Headline … (TimelineJS) or event_date, notes … (ACLED); or TimelineJS's JSON",
        )
    stem = slugify(re.sub(r"\.\w+$", "", given.name.replace("\\", "/").rsplit("/", 1)[-1]))
    sources = {source.id: source for event in events for source in event.sources}
    codes = dict.fromkeys(code for event in events for code in event.provinces)
    names = tuple(gazetteer.by_code[code].name for code in codes)
    when = given.date
    if not when:
        questions.insert(
            0, Question(field="date", reason="the table does not say when it was compiled")
        )
        when = _span(events)
    slug = stem if stem not in given.taken else f"{stem}-table"
    head = front_matter(
        title=given.title or f"Events of {stem}",
        date=when,
        provinces=names,
        sources=tuple(sources),
        questions=questions,
    )
    lead = f"{len(events)} event{'' if len(events) == 1 else 's'} from the table {stem}, whose wording is not yet the editor's."
    parts = [head, lead]
    parts += [_section(event, gazetteer) for event in events]
    return TableDraft(
        slug=slug,
        entry="\n\n".join(parts) + "\n",
        records=tuple((name, _record(source)) for name, source in sources.items()),
        events=len(events),
        provinces=names,
        questions=tuple(questions),
    )


def _rows(text: str, name: str) -> tuple[list[tuple[int, Row]], Diagnostic | None]:
    delimiter = max(",;\t", key=text.split("\n", 1)[0].count)
    reader = csv.reader(text.splitlines(keepends=True), delimiter=delimiter, strict=True)
    rows: list[tuple[int, Row]] = []
    header: list[str] = []
    before = 0
    try:
        for cells in reader:
            line, before = before + 1, reader.line_num
            if not header:
                header = [_column(cell) for cell in cells]
            elif any(cell.strip() for cell in cells):
                pairs = zip(header, cells, strict=False)
                rows.append((line, {k: _bare(v) for k, v in pairs if v.strip()}))
    except csv.Error as problem:
        return [], error(
            "import.table",
            f"this is no table: {problem}",
            Span(path=name, line=reader.line_num or 1),
        )
    return rows, None


def _slides(text: str, name: str) -> tuple[list[tuple[int, Row]], Diagnostic | None]:
    """The slides of TimelineJS's JSON as rows of its spreadsheet, numbered from 1."""
    try:
        data = json.loads(text.lstrip("\ufeff"), strict=False)
    except (ValueError, RecursionError) as problem:
        found = getattr(problem, "msg", "it is nested too deeply")
        line = getattr(problem, "lineno", 1)
        message = f"this is no JSON: {found}"
        return [], error("import.table", message, Span(path=name, line=line))
    slides = data.get("events")
    if not isinstance(slides, list):
        return [], error("import.table", "there is no list `events` in it", Span(path=name))
    return [
        (number, _slide(slide)) for number, slide in enumerate(slides, 1) if isinstance(slide, dict)
    ], None


_PARTS_OF_JSON = frozenset({"start_date", "end_date", "text", "media", "unique_id"})


def _slide(slide: dict[str, Any]) -> Row:
    cells: dict[str, object] = {}
    for key, prefix in (("start_date", ""), ("end_date", "end_")):
        for part, value in _inner(slide, key).items():
            cells[f"{prefix}{_column(part)}"] = value
    words = _inner(slide, "text")
    media = _inner(slide, "media")
    cells |= {
        "headline": words.get("headline"),
        "text": words.get("text"),
        "media": media.get("url"),
        "media_credit": media.get("credit"),
        "media_caption": media.get("caption"),
        "id": slide.get("unique_id"),
    }
    cells |= {_column(k): v for k, v in slide.items() if k not in _PARTS_OF_JSON}
    return {key: cell for key, value in cells.items() if (cell := _bare(_cell(value))) and key}


def _inner(slide: dict[str, Any], key: str) -> dict[str, Any]:
    value = slide.get(key)
    return value if isinstance(value, dict) else {}


def _cell(value: object) -> str:
    if value is None or isinstance(value, bool):
        return "" if value is None else str(value).lower()
    if isinstance(value, list):
        return ";".join(_cell(item) for item in value)
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


def _bare(cell: str) -> str:
    """Without the apostrophe that keeps a spreadsheet from taking a text for a formula."""
    cell = cell.strip()
    return cell[1:] if re.match(r"'[=+\-@'＝＋－＠]", cell) else cell


def _column(cell: str) -> str:
    return re.sub(r"[^a-z0-9]+", "_", cell.strip().lower().lstrip("\ufeff")).strip("_")


# --- ACLED -----------------------------------------------------------------------------------

_ACLED_USED = frozenset(
    {"event_date", "year", "time_precision", "sub_event_type", "event_type", "disorder_type"}
    | {"actor1", "actor2", "admin1", "location", "source", "notes", "event_id_cnty", "edtf"}
    | {"source_url", "title"}
)
_OWN_USED = _ACLED_USED | frozenset(
    {"event_id", "date", "earliest", "latest", "other_actors", "admin1_code", "source_id"}
    | {"date_note", "background", "planned", "country", "latitude", "longitude", "geo_precision"}
)


def _acled(line: int, row: Row, gazetteer: Gazetteer, questions: list[Question]) -> _Event | None:
    own = "event_id" in row and "date" in row
    name = row.get("event_id_cnty") or row.get("event_id") or f"row-{line}"
    event_id = slugify(name.replace("#", "-"))
    day = row.get("edtf") or row.get("date" if own else "") or _acled_date(row)
    if not _known(day):
        questions.append(
            Question(field=f"{event_id}.date", reason="the row has no date", evidence=(line,))
        )
        return None
    provinces, places, comments = _where(row, "admin1", "location", gazetteer)
    if row.get("admin1") and not provinces:
        questions.append(_unknown(event_id, row["admin1"], line))
    kind = row.get("sub_event_type", "")
    if kind and not own and kind not in EVENT_TYPE_OF:
        comments = (*comments, f"sub_event_type: {kind}")
        kind = ""
    title = " in ".join(filter(None, (kind or "Event", row.get("location"))))
    return _Event(
        line=line,
        id=event_id,
        date=day,
        title=row.get("title") or (row.get("notes", "") if own else "") or title,
        text="" if own else row.get("notes", ""),
        provinces=provinces,
        places=places,
        type=kind,
        actors=(
            *(row[key] for key in ("actor1", "actor2") if key in row),
            *_several(row.get("other_actors", "")),
        ),
        sources=_sources_of(row),
        comments=(*comments, *_rest(row, _OWN_USED if own else _ACLED_USED)),
        date_note=row.get("date_note", "") if own else "",
        background=own and row.get("background") == "true",
        planned=own and row.get("planned") == "true",
    )


def _several(cell: str) -> tuple[str, ...]:
    return tuple(filter(None, re.split(r"\s*;\s*", cell)))


def _sources_of(row: Row) -> tuple[_Source, ...]:
    """Sources by their ids, where the table has them, else one that stands for the outlet."""
    publisher, url = row.get("source", ""), row.get("source_url", "")
    ids = _several(row.get("source_id", ""))
    if not ids:
        return _source(publisher, url, "")
    names = _several(publisher)
    return tuple(
        _Source(
            id=name,
            publisher="" if number >= len(names) or names[number] == "not known" else names[number],
        )
        for number, name in enumerate(ids)
    )


def _source(publisher: str, url: str, headline: str) -> tuple[_Source, ...]:
    if not (publisher or url or headline):
        return ()
    source_id = _source_id((publisher, url, headline))
    return (_Source(id=source_id, publisher=publisher, url=url, headline=headline),)


def _acled_date(row: Row) -> str:
    text, precision = row.get("event_date", ""), row.get("time_precision", "1")
    found = re.fullmatch(r"(\d{4})-(\d\d)-(\d\d)", text)
    if not found:
        named = re.fullmatch(r"(\d{1,2}) ([A-Z][a-z]+) (\d{4})", text)
        if not named or named[2][:3] not in _MONTHS:
            return ""
        text = f"{named[3]}-{_MONTHS.index(named[2][:3]) + 1:02d}-{int(named[1]):02d}"
    # 1: the day is known; 2: within a week; 3: within a month.
    return {"2": f"{text}~", "3": text[:7]}.get(precision.strip(), text)


_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


# --- TimelineJS ------------------------------------------------------------------------------

_TIMELINE_USED = frozenset(
    {"year", "month", "day", "end_year", "end_month", "end_day", "headline", "text", "media"}
    | {"media_credit", "media_caption", "group", "edtf", "id", "provinces"}
)


def _timeline(
    line: int, row: Row, gazetteer: Gazetteer, questions: list[Question]
) -> _Event | None:
    if row.get("type", "").lower() in ("title", "era"):
        return None
    event_id = slugify(row.get("id", "") or f"row-{line}")
    start = _parts(row, "")
    end = _parts(row, "end_")
    day = row.get("edtf") or (f"{start}/{end}" if end and end != start else start)
    title = _plain(row.get("headline", ""))
    if not _known(day) or not title:
        questions.append(
            Question(
                field=f"{event_id}.date",
                reason="the row has no date and headline that can be read",
                evidence=(line,),
            )
        )
        return None
    column = "provinces" if "provinces" in row else "group"
    provinces, places, comments = _where(row, column, column, gazetteer)
    media = row.get("media", "")
    url = media if re.match(r"https?://\S+$", media) else ""
    if media and not url:
        comments = (*comments, f"media: {media}")
    return _Event(
        line=line,
        id=event_id,
        date=day,
        title=title,
        text=_plain(row.get("text", "")),
        provinces=provinces,
        places=places,
        type="",
        actors=(),
        sources=_source(
            _plain(row.get("media_credit", "")), url, _plain(row.get("media_caption", ""))
        ),
        comments=(*comments, *_rest(row, _TIMELINE_USED)),
    )


def _parts(row: Row, prefix: str) -> str:
    year = row.get(f"{prefix}year", "")
    if not re.fullmatch(r"\d{1,4}", year):
        return ""
    parts = [f"{int(year):04d}"]
    for name in ("month", "day"):
        value = row.get(f"{prefix}{name}", "")
        if not re.fullmatch(r"\d{1,2}", value):
            break
        parts.append(f"{int(value):02d}")
    return "-".join(parts)


def _plain(text: str) -> str:
    """Without the HTML that TimelineJS allows in its cells; links keep their addresses."""
    text = re.sub(
        r"<a\s[^>]*href=[\"']([^\"']*)[\"'][^>]*>(.*?)</a>", r"\2 (\1)", text, flags=re.DOTALL
    )
    text = re.sub(r"</?p\b[^>]*>|<br\s*/?>", "\n", text)
    text = unescape(re.sub(r"<[^>]+>", "", text))
    return re.sub(r"\s*\n\s*", "\n\n", text).strip()


# --- shared ----------------------------------------------------------------------------------


def _known(edtf: str) -> EventDate | None:
    try:
        return parse(edtf) if edtf else None
    except EdtfError:
        return None


def _where(
    row: Row, province_column: str, place_column: str, gazetteer: Gazetteer
) -> tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]:
    """(codes, labels of places, comments) from the columns that say where."""
    codes: dict[str, None] = {}
    places: dict[str, None] = {}
    unknown: list[str] = []
    for name in _several(row.get(province_column, "")):
        province = gazetteer.province(name)
        if province is not None:
            codes[province.code] = None
        elif province_column != place_column:
            unknown.append(f"{province_column}: {name}")
    if province_column == place_column and codes:
        return tuple(codes), (), ()
    for name in _several(row.get(place_column, "")):
        found = [
            place for place in gazetteer.find_places(name) if not codes or place.province in codes
        ]
        if len(found) == 1:
            places[gazetteer.label(found[0])] = None
            codes.setdefault(found[0].province)
        else:
            unknown.append(f"{place_column}: {name}")
    return tuple(codes), tuple(places), tuple(unknown)


def _unknown(event_id: str, name: str, line: int) -> Question:
    return Question(
        field=f"{event_id}.provinces",
        reason=f"“{name}” is no province of the gazetteer",
        evidence=(line,),
    )


def _rest(row: Mapping[str, str], used: frozenset[str]) -> tuple[str, ...]:
    return tuple(f"{name}: {value}" for name, value in row.items() if name not in used)


def _span(events: Iterable[_Event]) -> str:
    """From the first to the last day of the events: all that is sure is that it was compiled after."""
    days = [known.end or known.start for event in events if (known := _known(event.date))]
    last = max((day for day in days if day), default=date.max.isoformat())
    return f"{last}/.."


def _source_id(source: tuple[str, str, str]) -> str:
    publisher, url, headline = source
    host = re.match(r"https?://(?:www\.)?([^/:]+)", url)
    number = re.search(r"(\d{5,})(?:\.\w+)?/?$", url)
    stem = slugify(publisher or (host[1] if host else "") or headline)[:40].strip("-")
    if number:
        return f"{stem}-{number[1]}"
    tail = slugify(url.rstrip("/").rsplit("/", 1)[-1].rsplit(".", 1)[0] if url else headline)[:40]
    return f"{stem}-{tail}".strip("-") if tail and tail != stem else f"table-{stem}"


def _record(source: _Source) -> str:
    publisher, url = source.publisher, source.url
    name = source.headline or (f"Reports by {publisher}" if publisher else url or source.id)
    return (
        f"headline: {yaml_text(name)}\n"
        f"publisher: {yaml_text(publisher) if publisher else 'null'}\n"
        f"url: {yaml_text(url) if url else 'null'}\n"
        "note: Named by a row of an imported table; the document itself was not seen.\n"
    )


def _section(event: _Event, gazetteer: Gazetteer) -> str:
    title = re.sub(r"\s+", " ", event.title).replace("{", "(").replace("}", ")")
    names = [gazetteer.by_code[code].name for code in event.provinces]
    rows = [
        f"## {event.date}: {title} {{#{event.id}}}",
        "",
        "```yaml event",
        f"provinces: {yaml_list(names)}",
    ]
    if event.places:
        rows.append(f"places: {yaml_list(event.places)}")
    if event.type:
        rows.append(f"type: {yaml_text(event.type)}")
    if event.actors:
        rows.append(f"actors: {yaml_list(event.actors)}")
    if event.sources:
        rows.append(f"sources: {yaml_list(source.id for source in event.sources)}")
    if event.background:
        rows.append("background: true")
    if event.planned:
        rows.append("planned: true")
    if event.date_note:
        rows.append(f"date_note: {yaml_text(event.date_note)}")
    rows.append(f"# row: line {event.line}")
    rows += ["# " + re.sub(r"\s+", " ", c).replace("```", "'''") for c in event.comments]
    rows.append("```")
    if event.text:
        rows += ["", _markdown(event.text)]
    return "\n".join(rows)


def _markdown(text: str) -> str:
    """A cell as prose: what Markdown would take for markup is escaped."""
    escaped = re.sub(r"([\\`*_\[\]<>#|~])", r"\\\1", text)
    return re.sub(r"(?m)^(\s*)([-+]|\d+[.)])(?=\s)", r"\1\\\2", escaped)
