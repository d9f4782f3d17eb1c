"""From an entry's file to an `Entry`: front matter, dated headings, event blocks, prose."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from msgspec import json
from msgspec.structs import force_setattr, replace

from site_gen.acled import EVENT_TYPE_OF
from site_gen.dates.edtf import EdtfError, EventDate
from site_gen.dates.edtf import parse as parse_date
from site_gen.diagnostics import Diagnostic, Span, did_you_mean, error, warning
from site_gen.digest import digest
from site_gen.model import Body, Claim, Entry, Event, Figure, Prose, Source
from site_gen.parsing import frontmatter, markdown, schema
from site_gen.parsing.entry_reading import EntryReading
from site_gen.parsing.records import source_of
from site_gen.parsing.shape import Values
from site_gen.parsing.shape import read as read_shape
from site_gen.parsing.words import body_of, dated_heading, outline_of, prose_of
from site_gen.slug import slugify

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from site_gen.parsing.entry_reading import ReadingContext
    from site_gen.parsing.markdown.body import Section

_encode = json.Encoder().encode


SOMEBODY = "Who says so"
"""The speaker in a skeleton: no actor that anybody forgot to register, but a word to be replaced."""
SOME_DAY = parse_date("9999")
"""Stands for a date that could not be read; nothing is ever built with it."""


def digest_of_event(event: Event) -> str:
    """Digest of all that cards show of an event: everything but its place in the file."""
    told = (
        event.ref,
        event.part,
        event.title,
        event.date.edtf,
        event.date_note,
        event.provinces,
        event.places,
        event.type,
        event.actors,
        event.sources,
        event.background,
        event.planned,
        event.same_as,
        [
            (
                c.id,
                c.speaker,
                c.role,
                c.party,
                c.stance,
                c.says,
                c.quote,
                c.source,
                c.via,
                c.to,
                c.said.edtf if c.said else "",
                c.origin,
            )
            for c in event.claims
        ],
        [
            (
                f.series,
                f.value,
                f.high,
                f.qualifier,
                f.words,
                f.of,
                f.as_of.edtf,
                f.scope,
                f.claim,
                f.source,
            )
            for f in event.figures
        ],
    )
    return digest(_encode(told), length=24)


_DAYS = re.compile(r"([\d-]+)\s*(?:–|—|-|to|until|and)\s*([\d-]+)\s*:")


def _dated(heading: str) -> str:
    """How the days at the beginning of a heading are written; empty when there are none."""
    days = _DAYS.match(heading)
    if days is None:
        return _in_words(heading.partition(":")[0])
    try:
        written = f"{parse_date(days[1]).edtf}/{parse_date(days[2]).edtf}"
        parse_date(written)
    except EdtfError:
        return ""
    return f"from day to day is written with a stroke: {written}:"


def _in_words(date: str) -> str:
    """How a date that stands before a colon, or before one of another script, is written in figures."""
    day, colon, _ = date.partition("：")
    try:
        written = parse_date(day.strip()).edtf
    except EdtfError as problem:
        found = re.search(r"write (\S+)", problem.hint)
        written = "" if "as 2021" in problem.hint or found is None else found[1].rstrip(",;")
    if colon and written:
        return f"the colon behind the date is a plain one: {written}:"
    return f"begin the heading with {written}:" if written else ""


class EntryReader:
    """Reads one file. Mistakes are collected; none hides the next."""

    def __init__(self, path: str, context: ReadingContext) -> None:
        self.path = path
        self.context = context
        self.found: list[Diagnostic] = []
        self.provinces: tuple[str, ...] = ()
        self.sourced = False
        """Whether the entry says where it comes from, in a form that can be read."""
        self.unplaced = 0
        """How many events have not said where they happened, but for the entry."""
        self.sources: tuple[str, ...] = ()
        self.cited: list[tuple[str, Span]] = []
        self.outline = ""
        self.body = Body(parts=(), digest="")

    def at(self, value: Any) -> Span:
        """Where a value stands; the whole file for one without a mark."""
        line, col = getattr(value, "line", 1), getattr(value, "col", 1)
        return Span(path=self.path, line=line, col=col)

    def error(self, code: str, message: str, value: Any, hint: str = "") -> None:
        """Note a mistake at a value."""
        self.found.append(error(code, message, self.at(value), hint))

    def read(self, raw: bytes) -> Entry | None:
        """The entry, as far as it can be read; None when nothing can be made of it."""
        text, found = frontmatter.decode(raw, self.path, self.context.config.max_entry_bytes)
        self.found += found
        if any(d.severity == "error" for d in found):
            return None
        split, found = frontmatter.split(text, self.path)
        self.found += found
        if any(d.severity == "error" for d in found):
            return None
        node, found = frontmatter.parse_yaml(split.front, self.path, split.front_line)
        self.found += found
        data = Values()
        if node is not None:
            data, found = read_shape(node, schema.ENTRY, self.path)
            self.found += found
        return self._entry(data, split)

    def _entry(self, data: Values, split: frontmatter.Split) -> Entry | None:
        stem = self.path.rpartition("/")[2].removesuffix(".md")
        slug = self._slug(data.get("slug"), stem)
        self.provinces = self._provinces(data.get("provinces", ()))
        self.sourced = "sources" in data
        inline = self._inline_sources(data.get("sources", ()))
        document, found = markdown.parse(
            split.body, self.path, split.body_line, entry_path=f"/entries/{slug}/"
        )
        self.found += found
        self.outline = outline_of(split, document)
        if not document.sections:
            self.found.append(
                error(
                    "entry.empty",
                    "the entry has no text below its front matter",
                    Span(path=self.path, line=split.body_line),
                    "add a lead paragraph and its events",
                )
            )
        events, parts = self._parts(slug, document.sections, data.get("date"))
        given = data.nodes.get("provinces")
        if given and given.kind == "sequence" and not given.items and not data.get("draft"):
            self._nowhere(events, data.span(self.path, "provinces"))
        if "sources" in data and not self.sources and not data.get("draft"):
            self.found.append(
                error(
                    "entry.unsourced",
                    "the entry names no source",
                    data.span(self.path, "sources"),
                    "name its record: sources: [id], or set draft: true",
                )
            )
        date = data.get("date")
        self.body = body_of(parts)
        return Entry(
            slug=slug,
            # Without them it can only be looked at: what else is wrong with it, and who refers to it.
            title=str(data.get("title") or "") if date else "",
            date=date or SOME_DAY,
            provinces=self.provinces,
            sources=self.sources,
            cited=tuple(self.cited),
            inline_sources=inline,
            summary=str(data.get("summary", "")),
            tags=tuple(dict.fromkeys(str(tag) for tag in data.get("tags", ()))),
            aliases=tuple(str(alias) for alias in data.get("aliases", ())),
            alias_places=tuple((alias.line, alias.col) for alias in data.get("aliases", ())),
            draft=bool(data.get("draft", False)),
            questions=tuple(
                (str(q.get("field", "")), str(q.get("reason", "")))
                for q in data.get("import", {}).get("questions", ())
            ),
            asked_at=self._asked_at(data),
            prose=self.body.digest,
            parts=len(parts),
            events=events,
            links=document.links,
            span=Span(path=self.path),
        )

    def _asked_at(self, data: Values) -> tuple[int, int]:
        if not data.get("import"):
            return (1, 1)
        span = data.span(self.path, "import")
        return (span.line, span.col)

    def _slug(self, given: Any, stem: str) -> str:
        if given is not None:
            if slugify(given) != given:
                self.error(
                    "slug.invalid",
                    f"“{given}” cannot be an address",
                    given,
                    f"write {slugify(given)}",
                )
            return slugify(given)
        if slugify(stem) != stem:
            self.found.append(
                error(
                    "slug.invalid",
                    f"the file's name “{stem}” cannot be an address",
                    Span(path=self.path),
                    f"rename the file to {slugify(stem)}.md, or set slug:",
                )
            )
        return slugify(stem)

    def _provinces(self, names: Iterable[Any]) -> tuple[str, ...]:
        codes: dict[str, None] = {}
        for name in names:
            province = self.context.gazetteer.province(name)
            if province is None:
                if not self.context.gazetteer.known:
                    continue  # said of its file
                near = self.context.gazetteer.suggest_province(name)
                places = self.context.gazetteer.find_places(name) if not near else ()
                hint = f"did you mean “{near}”?" if near else "see content/provinces.yaml"
                if places:
                    home = self.context.gazetteer.by_code[places[0].province].name
                    hint = f"it is a place in {home}: write that here, and the place under places: of an event"
                self.error("province.unknown", f"unknown province “{name}”", name, hint)
            else:
                codes[province.code] = None
        return tuple(codes)

    def _nowhere(self, events: Iterable[Event], span: Span) -> None:
        """Doubt that an entry is of no province, unless each of its events says so itself."""
        named = dict.fromkeys(code for event in events for code in event.provinces)
        code = "entry.nowhere"
        if named:
            names = ", ".join(self.context.gazetteer.by_code[code].name for code in named)
            message = f"the entry is of no province, and its events are of {names}"
            self.found.append(warning(code, message, span, f"provinces: [{names}]"))
        elif self.unplaced:
            message = (
                f"no province is named, neither for the entry nor for {self.unplaced} of its events"
            )
            hint = (
                "name them; where it happened outside all of them, or the source names none, "
                "write provinces: [] in the event, too"
            )
            self.found.append(warning(code, message, span, hint))

    def _inline_sources(self, items: Iterable[Any]) -> tuple[Source, ...]:
        ids: list[str] = []
        inline: list[Source] = []
        for item in items:
            if isinstance(item, str):
                ids.append(str(item))
                self.cited.append((str(item), self.at(item)))
            else:
                source = source_of(item, "", self.path)
                ids.append(source.id)
                inline.append(source)
        self.sources = tuple(dict.fromkeys(ids))
        return tuple(inline)

    def _parts(
        self, entry: str, sections: Sequence[Section], article: EventDate | None
    ) -> tuple[tuple[Event, ...], tuple[Prose, ...]]:
        events: list[Event] = []
        parts: list[Prose] = []
        ids: dict[str, Section] = {}
        for part, section in enumerate(sections):
            dated = dated_heading(section)
            parts.append(prose_of(section, opens_event=dated is not None))
            date = self._heading_date(section, dated) if dated else None
            if dated is None:
                if section.block is not None:
                    self.error(
                        "event.undated",
                        f"“{section.heading}” has an event block but no date",
                        section,
                        _dated(section.heading)
                        or "begin the heading with a date and a colon, such as 2021-07-08:",
                    )
                continue
            data = self._block(section)
            if date is None:
                continue
            if not data.get("planned"):
                self._check_date(section, date, article)
            title = dated["title"].strip()
            if not title:
                self.error("event.untitled", "this event has a date but no title", section)
            event_id = self._event_id(section, title, date, ids)
            events.append(self._event(entry, event_id, title, date, data, section, part))
        return tuple(events), tuple(parts)

    def _heading_date(self, section: Section, dated: re.Match[str]) -> EventDate | None:
        try:
            return parse_date(dated["date"].strip())
        except EdtfError as problem:
            self.error("date.invalid", problem.message, section, problem.hint)
            return None

    def _check_date(self, section: Section, date: EventDate, article: EventDate | None) -> None:
        if article is None or "date.after_article" in self.context.config.ignore:
            return
        if date.start and article.end and date.start > article.end:
            self.found.append(
                warning(
                    "date.after_article",
                    f"the event ({date.words()}) lies after the article ({article.words()})",
                    self.at(section),
                    "planned: true says that it is announced for that date",
                )
            )

    def _event_id(
        self, section: Section, title: str, date: EventDate, ids: dict[str, Section]
    ) -> str:
        event_id = section.anchor or slugify(title)
        if not section.anchor and event_id.casefold() in ids:
            event_id = f"{event_id}-{slugify(date.edtf)}"
        first = ids.setdefault(event_id.casefold(), section)
        if first is not section:
            self.found.append(
                error(
                    "event.duplicate_id",
                    f"two events of this entry have the id “{event_id}”",
                    self.at(section),
                    "give one of them an id of its own: {#id} at the end of its heading",
                    ((self.at(first), "the first one"),),
                )
            )
        return event_id

    def _block(self, section: Section) -> dict[str, Any]:
        if section.block is None:
            return {}
        block = section.block
        node, found = frontmatter.parse_yaml(block.text, self.path, block.line, block.col)
        self.found += found
        if node is None or frontmatter.is_null(node):
            return {}
        data, found = read_shape(node, schema.EVENT, self.path)
        self.found += found
        return data

    def _event(
        self,
        entry: str,
        event_id: str,
        title: str,
        date: EventDate,
        data: Mapping[str, Any],
        section: Section,
        part: int,
    ) -> Event:
        self.unplaced += "provinces" not in data
        event = Event(
            id=event_id,
            entry=entry,
            title=title,
            date=date,
            part=part,
            span=self.at(section),
            **(
                self._details(data, date)
                if data
                else {"provinces": self.provinces, "sources": self.sources}
            ),
        )
        force_setattr(event, "digest", digest_of_event(event))  # nobody has seen it yet
        return event

    def _details(self, data: Mapping[str, Any], date: EventDate) -> dict[str, Any]:
        """What an event's block says, as fields of `Event`."""
        provinces = self._provinces(data["provinces"]) if "provinces" in data else self.provinces
        sources = self._event_sources(data.get("sources"))
        claims = self._claims(data.get("claims", ()), sources)
        return {
            "date_note": str(data.get("date_note", "")),
            "provinces": provinces,
            "places": self._places(data.get("places", ()), provinces),
            "type": self._type(data.get("type")),
            "actors": tuple(dict.fromkeys(self._actor(name) for name in data.get("actors", ()))),
            "sources": sources,
            "claims": claims,
            "figures": tuple(
                figure
                for item in data.get("figures", ())
                if (figure := self._figure(item, date, claims, sources)) is not None
            ),
            "background": bool(data.get("background", False)),
            "planned": bool(data.get("planned", False)),
            "same_as": tuple(str(ref) for ref in data.get("same_as", ())),
            "same_as_places": tuple((ref.line, ref.col) for ref in data.get("same_as", ())),
            "not_disputed": str(data.get("not_disputed", "")),
        }

    def _event_sources(self, given: Iterable[Any] | None) -> tuple[str, ...]:
        if given is None:
            return self.sources
        for source in given:
            self._check_source(source)
        return tuple(dict.fromkeys(str(source) for source in given))

    def _check_source(self, source: Any) -> None:
        if source not in self.sources:
            self.error(
                "source.not_listed",
                f"“{source}” is not among the sources of this entry",
                source,
                did_you_mean(source, self.sources)
                or f"it has {', '.join(self.sources) or 'none'}; sources: in the front matter takes others",
            )

    def _places(self, names: Iterable[Any], provinces: tuple[str, ...]) -> tuple[str, ...]:
        gazetteer = self.context.gazetteer
        ids: dict[str, None] = {}
        for name in names if gazetteer.known else ():
            candidates = gazetteer.find_places(name)
            here = [place for place in candidates if place.province in provinces]
            if len(here) == 1:
                ids[here[0].id] = None
            elif len(here) > 1:
                choices = ", ".join(gazetteer.label(place) for place in here)
                self.error(
                    "place.ambiguous", f"“{name}” may be several places", name, f"one of: {choices}"
                )
            elif candidates:
                names_of = dict.fromkeys(gazetteer.by_code[p.province].name for p in candidates)
                where = ", ".join(names_of)
                self.error(
                    "place.elsewhere",
                    f"“{name}” lies in {where}, which is not among the event's provinces",
                    name,
                    "add the province, or correct the place",
                )
            else:
                near = gazetteer.suggest_place(name)
                hint = f"did you mean “{near}”?" if near else "add it to the gazetteer"
                self.error("place.unknown", f"unknown place “{name}”", name, hint)
        return tuple(ids)

    def _type(self, given: Any) -> str:
        if given is None:
            return ""
        known = (*EVENT_TYPE_OF, *self.context.config.event_types)
        if given not in known:
            self.error(
                "type.unknown",
                f"unknown event type “{given}”",
                given,
                did_you_mean(given, known) or "declare it under event_types: in content/site.yaml",
            )
        return str(given)

    def _actor(self, name: Any) -> str:
        actors = self.context.actors
        if actors.actors and actors.find(name) is None and name != SOMEBODY:
            self.found.append(
                warning(
                    "actor.unregistered",
                    f"“{name}” is not in content/actors.yaml",
                    self.at(name),
                    # Names of people are alike that are not the same; a word is soon in the wrong mouth.
                    did_you_mean(name, actors.names(), 0.8) or "add it, with its kind and party",
                )
            )
        return str(actors.canonical(str(name)))

    def _claims(self, items: Iterable[Any], sources: tuple[str, ...]) -> tuple[Claim, ...]:
        claims: list[Claim] = []
        ids: set[str] = set()
        for item in items:
            if "speaker" not in item:
                continue  # reported as a missing key
            words = [item.nodes[key] for key in ("says", "quote") if key in item.nodes]
            broken = any(isinstance(node, frontmatter.Broken) for node in words)  # is reported
            if not item.get("says") and not item.get("quote") and not broken:
                self.error(
                    "claim.empty",
                    f"the claim of {item['speaker']} says nothing",
                    item["speaker"],
                    "give it says: or quote:",
                )
            source = self._source_for(item.get("source"), sources, item["speaker"])
            speaker = self._actor(item["speaker"])
            claim_id = self._claim_id(item, speaker, ids)
            if source is None:
                continue
            claims.append(
                Claim(
                    id=claim_id,
                    speaker=speaker,
                    role=str(item.get("role", "")) or self.context.actors.resolve(speaker).role,
                    party=self._party(item, speaker),
                    stance=item.get("stance", "asserts"),
                    says=str(item.get("says", "")),
                    quote=str(item.get("quote", "")),
                    source=source,
                    via=str(item.get("via", "")),
                    to=str(item.get("to", "")),
                    said=item.get("said"),
                    origin=str(item.get("origin", "")),
                    not_disputed=str(item.get("not_disputed", "")),
                    span=self.at(item["speaker"]),
                    quote_span=self.at(item["quote"]) if "quote" in item else None,
                )
            )
        return tuple(claims)

    def _claim_id(self, item: Mapping[str, Any], speaker: str, ids: set[str]) -> str:
        if "id" in item:
            given = item["id"]
            if slugify(given) != given:
                self.error(
                    "claim.invalid_id",
                    f"“{given}” cannot be part of an address",
                    given,
                    f"write {slugify(given)}",
                )
            if given in ids:
                self.error("claim.duplicate_id", f"two claims have the id “{given}”", given)
            ids.add(str(given))
            return str(given)
        stem = claim_id = slugify(speaker)
        number = 2
        while claim_id in ids:
            claim_id = f"{stem}-{number}"
            number += 1
        ids.add(claim_id)
        return claim_id

    def _party(self, item: Mapping[str, Any], speaker: str) -> str:
        config = self.context.config
        if "party" not in item:
            return self.context.actors.resolve(speaker).party
        party = item["party"]
        if config.party(party) is None:
            self.error(
                "party.unknown",
                f"unknown party “{party}”",
                party,
                did_you_mean(party, [p.key for p in config.parties])
                or "declare it under parties: in content/site.yaml",
            )
        return str(party)

    def _source_for(self, given: Any, sources: tuple[str, ...], mark: Any) -> str | None:
        if given is not None:
            self._check_source(given)
            return str(given)
        if len(sources) == 1:
            return sources[0]
        if not (sources or self.sourced):
            return None  # said of the entry
        self.error(
            "source.ambiguous",
            "this event has several sources" if sources else "this event has no source",
            mark,
            "say which one with source:",
        )
        return None

    def _figure(
        self,
        item: Values,
        date: EventDate,
        claims: tuple[Claim, ...],
        sources: tuple[str, ...],
    ) -> Figure | None:
        if "series" not in item:
            return None
        series = item["series"]
        config = self.context.config
        if config.series_of(series) is None:
            self.error(
                "series.unknown",
                f"unknown series “{series}”",
                series,
                did_you_mean(series, [s.key for s in config.series])
                or "declare it under series: in content/site.yaml",
            )
        claim = None
        if "claim" in item:
            claim = next((c for c in claims if c.id == item["claim"]), None)
            if claim is None:
                self.error(
                    "figure.claim",
                    f"no claim of this event has the id “{item['claim']}”",
                    item["claim"],
                    did_you_mean(item["claim"], [c.id for c in claims]),
                )
        value = item.get("value")
        low, high = value if isinstance(value, tuple | list) else (value, None)
        if not item.nodes.keys() & {"value", "words"}:
            self.error(
                "figure.empty",
                "this figure has neither a value nor words",
                series,
                "give it value: or words:",
            )
        if high is not None and low is not None and high < low:
            self.error("figure.reversed", f"the range {low}–{high} runs backwards", series)
        source = (
            claim.source
            if claim and "source" not in item
            else self._source_for(item.get("source"), sources, series)
        )
        if source is None:
            return None
        return Figure(
            series=str(series),
            value=low,
            high=high,
            qualifier=item.get("qualifier", "exactly"),
            words=str(item.get("words", "")),
            of=item.get("of"),
            as_of=item.get("as_of") or date,
            scope=str(item.get("scope", "")),
            claim=claim.id if claim else "",
            source=source,
            not_disputed=str(item.get("not_disputed", "")),
            span=self.at(series),
        )


def read_entry(path: str, raw: bytes, context: ReadingContext) -> EntryReading:
    """Read one entry.

    Args:
        path: of the file, relative to the site's root.
        raw: its bytes.
        context: what names are looked up in.

    """
    reader = EntryReader(path=path, context=context)
    entry = reader.read(raw)
    return EntryReading(
        entry=entry,
        body=reader.body,
        outline=reader.outline,
        diagnostics=tuple(
            d
            for d in _within(reader.found, raw)
            if d.severity == "error" or d.code not in context.config.ignore
        ),
    )


def _within(found: Sequence[Diagnostic], raw: bytes) -> Iterable[Diagnostic]:
    """Diagnostics whose places lie within the file.

    The lines of an event block may be indented less than its fence, from which columns are counted; and
    what is missing at the end of a file is missed on the line behind its last.
    """
    if not found:
        return ()
    lines = raw.decode("utf-8", "replace").replace("\r\n", "\n").replace("\r", "\n").split("\n")
    moved = []
    for d in found:
        line = min(d.span.line, len(lines))
        col = min(d.span.col, len(lines[line - 1]) + 1)
        moved.append(replace(d, span=replace(d.span, line=line, col=col)))
    return moved
