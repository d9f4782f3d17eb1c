"""What the cache holds comes back as it was."""

from __future__ import annotations

from pathlib import Path

from msgspec.structs import fields

from site_gen.dates.edtf import parse
from site_gen.diagnostics import Span, error
from site_gen.edges.source import Tree
from site_gen.engine import codec
from site_gen.engine.reading import read_site
from site_gen.model import Body, Claim, Entry, Event, Figure, Link, Prose, Source

HERE = Span(path="content/entries/x.md", line=3, col=7)


def full() -> Entry:
    """An entry in which no field has its default."""
    source = Source(
        id="s-1",
        headline="Ferry stopped",
        publisher="Gazette",
        credits=("A. Fenn",),
        agencies=("ABC",),
        published=parse("2021-07"),
        published_note="from the page",
        url="https://example.org/a",
        archived="https://example.org/b",
        retrieved="2021-08-01",
        sha256="0" * 64,
        hash_span=HERE,
        words=12,
        language="en",
        reworded="by a machine",
        note="n",
        quotes=("1" * 64,),
        inline=True,
        span=HERE,
    )
    claim = Claim(
        id="fenn",
        speaker="Ada Fenn",
        role="mayor",
        party="town",
        stance="denies",
        says="No.",
        quote="not at all",
        quote_span=HERE,
        source="s-1",
        via="ABC",
        to="the council",
        said=parse("2021-07-08"),
        origin="Town hall",
        not_disputed="because",
        span=HERE,
    )
    figure = Figure(
        series="boats",
        value=3,
        high=5.5,
        qualifier="about",
        words="a few",
        of=12,
        as_of=parse("2021-07-07/2021-07-08"),
        scope="on the lake",
        claim="fenn",
        source="s-1",
        not_disputed="because",
        span=HERE,
    )
    event = Event(
        id="ferry",
        entry="x",
        title="Ferry “Möwe” stopped",
        date=parse("2021-07~"),
        date_note="about",
        provinces=("XA-1",),
        places=("upper/port",),
        type="Other",
        actors=("Ada Fenn",),
        sources=("s-1",),
        claims=(claim,),
        figures=(figure,),
        background=True,
        planned=True,
        same_as=("y#ferry",),
        same_as_places=((9, 12),),
        not_disputed="because",
        digest="d",
        part=1,
        span=HERE,
    )
    return Entry(
        slug="x",
        title="T",
        date=parse("2021-07-09"),
        provinces=("XA-1",),
        sources=("s-1", "s-2"),
        cited=(("s-2", HERE),),
        inline_sources=(source,),
        summary="S",
        tags=("boats",),
        aliases=("/old/",),
        alias_places=((8, 11),),
        asked_at=(9, 3),
        draft=True,
        questions=(("date", "two dates"),),
        prose="p",
        parts=2,
        events=(event,),
        links=(Link(target="/provinces/upper/", span=HERE),),
        span=HERE,
    )


def defaults_left(value: object) -> list[str]:
    """Fields of a value that still have their default."""
    return [
        field.name
        for field in fields(value)
        if not field.required and getattr(value, field.name) == field.default
    ]


def test_the_sample_has_no_field_at_its_default() -> None:
    entry = full()
    event = entry.events[0]
    for value in (entry, event, event.claims[0], event.figures[0], entry.inline_sources[0]):
        assert defaults_left(value) == []


def test_an_entry_comes_back() -> None:
    assert codec.decode_entry(codec.encode_entry(full())) == full()


def test_the_shipped_entries_come_back() -> None:
    root = Path(__file__).parents[2]
    site = read_site(Tree(root=root)).site
    assert site is not None
    assert site.entries
    for entry in site.entries:
        assert codec.decode_entry(codec.encode_entry(entry)) == entry
        body = site.bodies[entry.slug]
        assert codec.decode_body(codec.encode_body(body)) == body


def test_a_body_comes_back() -> None:
    body = Body(parts=(Prose(html="<p>ä</p>", text="ä"), Prose(html="", text="")), digest="x")
    assert codec.decode_body(codec.encode_body(body)) == body


def test_diagnostics_come_back() -> None:
    found = (error("date.invalid", "m", HERE, "h", ((HERE, "the first one"),)),)
    assert codec.decode_diagnostics(codec.encode_diagnostics(found)) == found
