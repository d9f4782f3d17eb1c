"""A timeline that is brought to date says what one that is made anew says."""

from __future__ import annotations

from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from site_gen.chronology.site import Site
from site_gen.chronology.timeline import Timeline, build, retell
from site_gen.dates.edtf import parse
from site_gen.diagnostics import Span
from site_gen.model import Claim, Dispute, DisputeMember, Entry, Event, Source
from site_gen.parsing.config import Config, Party
from site_gen.parsing.gazetteer import Gazetteer
from site_gen.parsing.register import ActorRegister

HERE = Span(path="x")
SLUGS = ("alpha", "beta", "gamma", "delta", "epsilon")
DATES = ("2031-04-01", "2031-04", "../2031-04-03", "2031-04-01~", "2031")
REFS = tuple(f"{slug}#{name}" for slug in SLUGS for name in ("one", "two"))


@st.composite
def entries(draw: Any, slug: str) -> Entry:
    def event(part: int, name: str) -> Event:
        ref = f"{slug}#{name}"
        return Event(
            entry=slug,
            id=name,
            title=draw(st.sampled_from("AB")),
            date=parse(draw(st.sampled_from(DATES))),
            provinces=(),
            sources=(draw(st.sampled_from(("s1", "s2"))),),
            claims=tuple(
                Claim(
                    id=f"c{number}",
                    speaker=draw(st.sampled_from(("Ada Fenn", "Ferrymen"))),
                    party=draw(st.sampled_from(("crown", "league", ""))),
                    stance=draw(st.sampled_from(("asserts", "denies"))),
                    says="So it is.",
                    source=draw(st.sampled_from(("s1", "s2"))),
                    span=HERE,
                )
                for number in range(draw(st.integers(0, 2)))
            ),
            same_as=tuple(
                draw(st.lists(st.sampled_from([r for r in REFS if r != ref]), max_size=1))
            ),
            part=part,
            span=HERE,
        )

    return Entry(
        slug=slug,
        title=draw(st.sampled_from("CD")),
        date=parse(draw(st.sampled_from(("2031-04-05", "2031-04-06")))),
        provinces=(),
        sources=("s1",),
        events=tuple(event(n, name) for n, name in enumerate(("one", "two"))),
        span=HERE,
    )


@st.composite
def histories(draw: Any) -> list[Site]:
    """A site, and what becomes of it edit by edit."""

    def source(name: str) -> Source:
        publisher = draw(st.sampled_from(("P1", "P2")))
        return Source(
            id=name, headline="H", publisher=publisher, published=parse("2031-04-04"), span=HERE
        )

    found = {
        slug: draw(entries(slug)) for slug in draw(st.sets(st.sampled_from(SLUGS), min_size=1))
    }
    site = Site(
        config=Config(
            title="Estravia",
            parties=(Party(key="crown", label="The Crown", belligerent=True),),
        ),
        gazetteer=Gazetteer(),
        geometry=None,
        actors=ActorRegister(),
        sources={name: source(name) for name in ("s1", "s2")},
        entries=(),
        bodies={},
    )
    sites = []
    for _ in range(draw(st.integers(2, 5))):
        if sites:
            slug = draw(st.sampled_from(SLUGS))
            if draw(st.integers(0, 3)):
                found[slug] = draw(entries(slug))
            else:
                found.pop(slug, None)
            if not draw(st.integers(0, 4)):
                site = replace(site, sources=site.sources | {"s2": source("s2")})
        dispute = Dispute(
            slug="which",
            title="Which",
            kind="tension",
            members=tuple(
                DisputeMember(ref=ref, span=HERE) for ref in draw(st.sets(st.sampled_from(REFS)))
            ),
            span=HERE,
        )
        sites.append(
            replace(
                site,
                entries=tuple(found[slug] for slug in sorted(found)),
                disputes=(dispute,) if draw(st.booleans()) else site.disputes,
            )
        )
    return sites


def said(told: Timeline) -> object:
    return told.rows, dict(told.by_entry), told.entries, told.disputes


@settings(max_examples=300, deadline=None)
@given(histories())
def test_retold_equals_built(sites: list[Site]) -> None:
    before, told = sites[0], build(sites[0])
    for site in sites[1:]:
        told = retell(site, before, told)
        assert said(told) == said(build(site))
        before = site
