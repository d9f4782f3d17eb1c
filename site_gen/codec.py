"""Entries, bodies and diagnostics as JSON and back, for the cache.

Records are lists in the order of `_ENTRY`, `_EVENT` and so on, since a cache holds thousands of
them. `decode(encode(x)) == x`.
"""

from __future__ import annotations

import json
from typing import Any

from site_gen.diagnostics import Diagnostic, Span, packed, unpacked
from site_gen.edtf import EventDate, parse
from site_gen.model import Body, Claim, Entry, Event, Figure, Link, Prose, Source

_dumps = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), check_circular=False).encode


def _date(date: EventDate | None) -> str | None:
    return None if date is None else date.edtf


def _parsed(text: str | None) -> EventDate | None:
    return None if text is None else parse(text)


def _place(span: Span | None) -> list[int] | None:
    return None if span is None else [span.line, span.col]


def _placed(place: list[int] | None, path: str) -> Span | None:
    return None if place is None else Span(path=path, line=place[0], col=place[1])


def _source(source: Source) -> list[Any]:
    return [
        source.id,
        source.headline,
        source.publisher,
        source.credits,
        source.agencies,
        _date(source.published),
        source.published_note,
        source.url,
        source.archived,
        source.retrieved,
        source.sha256,
        source.words,
        source.language,
        source.reworded,
        source.note,
        source.quotes,
        source.span.line,
        source.span.col,
        _place(source.hash_span),
    ]


def _read_source(data: list[Any], path: str) -> Source:
    return Source(
        id=data[0],
        headline=data[1],
        publisher=data[2],
        credits=tuple(data[3]),
        agencies=tuple(data[4]),
        published=_parsed(data[5]),
        published_note=data[6],
        url=data[7],
        archived=data[8],
        retrieved=data[9],
        sha256=data[10],
        words=data[11],
        language=data[12],
        reworded=data[13],
        note=data[14],
        quotes=tuple(data[15]),
        inline=True,
        span=Span(path=path, line=data[16], col=data[17]),
        hash_span=_placed(data[18], path),
    )


def _claim(claim: Claim) -> list[Any]:
    return [
        claim.id,
        claim.speaker,
        claim.role,
        claim.party,
        claim.stance,
        claim.says,
        claim.quote,
        claim.source,
        claim.via,
        claim.to,
        _date(claim.said),
        claim.origin,
        claim.not_disputed,
        claim.span.line,
        claim.span.col,
        _place(claim.quote_span),
    ]


def _read_claim(data: list[Any], path: str) -> Claim:
    return Claim(
        id=data[0],
        speaker=data[1],
        role=data[2],
        party=data[3],
        stance=data[4],
        says=data[5],
        quote=data[6],
        source=data[7],
        via=data[8],
        to=data[9],
        said=_parsed(data[10]),
        origin=data[11],
        not_disputed=data[12],
        span=Span(path=path, line=data[13], col=data[14]),
        quote_span=_placed(data[15], path),
    )


def _figure(figure: Figure) -> list[Any]:
    return [
        figure.series,
        figure.value,
        figure.high,
        figure.qualifier,
        figure.words,
        figure.of,
        figure.as_of.edtf,
        figure.scope,
        figure.claim,
        figure.source,
        figure.not_disputed,
        figure.span.line,
        figure.span.col,
    ]


def _read_figure(data: list[Any], path: str) -> Figure:
    return Figure(
        series=data[0],
        value=data[1],
        high=data[2],
        qualifier=data[3],
        words=data[4],
        of=data[5],
        as_of=parse(data[6]),
        scope=data[7],
        claim=data[8],
        source=data[9],
        not_disputed=data[10],
        span=Span(path=path, line=data[11], col=data[12]),
    )


def _event(event: Event) -> list[Any]:
    return [
        event.id,
        event.title,
        event.date.edtf,
        event.date_note,
        event.provinces,
        event.places,
        event.type,
        event.actors,
        event.sources,
        [_claim(claim) for claim in event.claims],
        [_figure(figure) for figure in event.figures],
        event.background,
        event.planned,
        event.same_as,
        event.not_disputed,
        event.digest,
        event.part,
        event.span.line,
        event.span.col,
    ]


def _read_event(data: list[Any], entry: str, path: str) -> Event:
    return Event(
        id=data[0],
        entry=entry,
        title=data[1],
        date=parse(data[2]),
        date_note=data[3],
        provinces=tuple(data[4]),
        places=tuple(data[5]),
        type=data[6],
        actors=tuple(data[7]),
        sources=tuple(data[8]),
        claims=tuple(_read_claim(claim, path) for claim in data[9]),
        figures=tuple(_read_figure(figure, path) for figure in data[10]),
        background=data[11],
        planned=data[12],
        same_as=tuple(data[13]),
        not_disputed=data[14],
        digest=data[15],
        part=data[16],
        span=Span(path=path, line=data[17], col=data[18]),
    )


def encode_entry(entry: Entry) -> str:
    """An entry without its words."""
    return _dumps(
        [
            entry.slug,
            entry.title,
            entry.date.edtf,
            entry.provinces,
            entry.sources,
            [[source, span.line, span.col] for source, span in entry.cited],
            [_source(source) for source in entry.inline_sources],
            entry.summary,
            entry.tags,
            entry.aliases,
            entry.draft,
            entry.questions,
            entry.prose,
            entry.parts,
            [_event(event) for event in entry.events],
            [[link.target, link.span.line, link.span.col] for link in entry.links],
            entry.span.path,
        ]
    )


def decode_entry(text: str) -> Entry:
    """The entry that `encode_entry` wrote."""
    data = json.loads(text)
    slug, path = data[0], data[16]
    return Entry(
        slug=slug,
        title=data[1],
        date=parse(data[2]),
        provinces=tuple(data[3]),
        sources=tuple(data[4]),
        cited=tuple((source, Span(path=path, line=line, col=col)) for source, line, col in data[5]),
        inline_sources=tuple(_read_source(source, path) for source in data[6]),
        summary=data[7],
        tags=tuple(data[8]),
        aliases=tuple(data[9]),
        draft=data[10],
        questions=tuple((name, reason) for name, reason in data[11]),
        prose=data[12],
        parts=data[13],
        events=tuple(_read_event(event, slug, path) for event in data[14]),
        links=tuple(
            Link(target=target, span=Span(path=path, line=line, col=col))
            for target, line, col in data[15]
        ),
        span=Span(path=path),
    )


def encode_body(body: Body) -> str:
    """The words of an entry."""
    return _dumps([body.digest, [[part.html, part.text] for part in body.parts]])


def decode_body(text: str) -> Body:
    """The body that `encode_body` wrote."""
    digest, parts = json.loads(text)
    return Body(digest=digest, parts=tuple(Prose(html=html, text=text) for html, text in parts))


def encode_diagnostics(diagnostics: tuple[Diagnostic, ...]) -> str:
    """What is wrong with one file."""
    return _dumps(packed(diagnostics))


def decode_diagnostics(text: str) -> tuple[Diagnostic, ...]:
    """The diagnostics that `encode_diagnostics` wrote."""
    return unpacked(json.loads(text))
