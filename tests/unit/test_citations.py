"""How an entry is cited, and what it says to machines."""

from __future__ import annotations

import json
from types import SimpleNamespace
from typing import Any

import pytest

from site_gen.dates.edtf import parse
from site_gen.dates.wording import IN_ENGLISH
from site_gen.pages.citations import bibtex_text, cite_entry, cite_event
from site_gen.pages.linked_data import linked_data
from site_gen.pages.views import (
    Card,
    ClaimView,
    DateView,
    EntryCard,
    Link,
    ProvinceLink,
    SourceLink,
)
from site_gen.parsing.config import Config
from site_gen.themes.catalogue import Catalogue

CONFIG = Config(title="A & B", base_url="https://example.org/repo/", editors=("Ana Alt",))
ENTRY: Any = SimpleNamespace(slug="one", title="100% true_ish", date=parse("2021-07-08"))
EVENT: Any = SimpleNamespace(
    id="fall", ref="one#fall", title="The fall", date=parse("../2021-06-25")
)
WORDS = Catalogue({})


def dated(edtf: str) -> DateView:
    return DateView(date=parse(edtf), locale=IN_ENGLISH)


def test_characters_that_bibtex_reads_as_its_own_are_escaped() -> None:
    assert bibtex_text(r"a\b {c} 5% & $1 #2 d_e ~f ^g") == (
        r"a\textbackslash{}b \textbraceleft{}c\textbraceright{} 5\% \& \$1 \#2 d\_e \textasciitilde{}f \textasciicircum{}g"
    )


def test_an_entry_is_cited_by_its_permalink() -> None:
    cite = cite_entry(ENTRY, CONFIG, WORDS)
    assert cite.url == "https://example.org/repo/entries/one/"
    assert cite.bibtex == (
        "@misc{one,\n"
        "  title = {{100\\% true\\_ish}},\n"
        "  author = {{Ana Alt}},\n"
        "  howpublished = {\\url{https://example.org/repo/entries/one/}},\n"
        "  note = {On an article of 8 July 2021, in: A \\& B},\n"
        "}"
    )


def test_an_event_is_cited_with_its_date_as_known() -> None:
    [csl] = json.loads(cite_event(EVENT, ENTRY, CONFIG, WORDS).csl)
    assert csl["id"] == "one--fall"
    assert csl["title"] == "The fall (by 25 June 2021)"
    assert csl["URL"] == "https://example.org/repo/entries/one/#fall"
    assert csl["author"] == [{"literal": "Ana Alt"}]


def card(date: str, *claims: ClaimView) -> Card:
    return Card(
        ref="one#e",
        id="e",
        url="\x02/entries/one/#e",
        title="</script><b>",
        date=dated(date),
        type="",
        type_group="",
        background=False,
        planned=False,
        draft=False,
        status="reported",
        outlets=1,
        origins=1,
        provinces=(ProvinceLink(name="Nor", url="", code="XE-NOR"),),
        places=(),
        actors=(),
        claims=claims,
        figures=(),
        sources=(SOURCE,),
        disputes=(),
        same_as=(),
        tags=(),
        entry=Link(name="", url=""),
        known="",
    )


SOURCE = SourceLink(
    id="s",
    publisher="",
    headline="H",
    url="\x02/sources/s/",
    external="",
    published=dated("2021-06-20~"),
    reworded=False,
)


def graph(*cards: Card) -> list[dict[str, Any]]:
    entry = EntryCard(
        slug="one",
        url="\x02/entries/one/",
        title="One",
        date=dated("2021"),
        summary="",
        provinces=(),
        tags=(),
        sources=(SOURCE,),
        events=1,
        draft=False,
    )
    text = linked_data(entry, cards, CONFIG)
    assert "<" not in text
    assert "\x02" not in text
    found: list[dict[str, Any]] = json.loads(text)["@graph"]
    return found


def test_a_claim_has_its_speaker_for_author_and_its_source_for_appearance() -> None:
    claim = ClaimView(
        ref="one#e.ana",
        url="\x02/entries/one/#e.ana",
        speaker=Link(name="Ana", url="", note="person"),
        named=True,
        role="",
        party="",
        party_label="",
        stance="asserts",
        says="It fell.",
        quote="",
        source=SOURCE,
        via="",
        to="",
        said=None,
    )
    found = graph(card("2021-07-08", claim))
    assert [node["@type"] for node in found] == ["Article", "NewsArticle", "Event", "Claim"]
    assert found[3] == {
        "@type": "Claim",
        "@id": "https://example.org/repo/entries/one/#e.ana",
        "text": "It fell.",
        "author": {"@type": "Person", "name": "Ana"},
        "about": {"@id": "https://example.org/repo/entries/one/#e"},
        "appearance": {"@id": "https://example.org/repo/sources/s/"},
    }


def test_only_a_certain_date_is_told_to_machines() -> None:
    exact, span, loose = graph(card("2021-07"), card("2021-07-01/2021-07-03"), card("2021-07-08?"))[
        2:
    ]
    assert exact["startDate"] == "2021-07"
    assert (span["startDate"], span["endDate"]) == ("2021-07-01", "2021-07-03")
    assert "startDate" not in loose
    assert loose["description"] == "8 July 2021 (uncertain)"
    assert "datePublished" not in graph(card("2021"))[1]


@pytest.mark.parametrize(
    ("date", "start", "end"),
    [
        ("2021-06/2021-07", "2021-06", "2021-07"),
        ("2021-06-XX/2021-07-03", "2021-06", "2021-07-03"),
        ("1996/2001", "1996", "2001"),
        ("199X/2001", None, "2001"),
        ("2021-04-14/..", "2021-04-14", None),
        ("2021-04/", "2021-04", None),
        ("../2021-06", None, "2021-06"),
        ("2021-06~/2021-07-03", None, None),
    ],
)
def test_no_end_of_an_interval_is_told_to_machines_as_a_day_that_nobody_gave(
    date: str, start: str | None, end: str | None
) -> None:
    """From June to July became from 1 June to 31 July."""
    (event,) = graph(card(date))[2:]
    assert (event.get("startDate"), event.get("endDate")) == (start, end)
