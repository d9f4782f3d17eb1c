"""The importer on any text: it never fails, and what it writes can be read."""

from __future__ import annotations

import signal
import time
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from site_gen.dates.edtf import parse
from site_gen.diagnostics import Diagnostic
from site_gen.importer.charset import read_text
from site_gen.importer.dates.finding import find_dates
from site_gen.importer.draft import draft_article
from site_gen.importer.draftfiles import yaml_text
from site_gen.importer.figures import find_figures
from site_gen.importer.intake import parse_gazetteer
from site_gen.importer.notation import words
from site_gen.importer.page.furniture import take_apart
from site_gen.importer.proposal import Answers, Draft
from site_gen.importer.speakers.finding import find_speakers
from site_gen.parsing.frontmatter import parse_yaml, split

DATA = Path(__file__).resolve().parents[1] / "data" / "import"
MALI = parse_gazetteer((DATA / "mali.yaml").read_text(encoding="utf-8"), "mali.yaml")
PIECES = st.sampled_from(
    (
        "\n",
        "\n\n",
        *words(
            """
            June 31 May 1 2004 29 February 2003 on Sunday yesterday 24 hours ago since by the weekend
            last month 1990s 12/13/2001 said told Ali Kone , . “ ” ( ) — Gao Kidal the governor of
            more than 50 of 370 districts two dozen soldiers ``` --- # : { } [ ] © By Read more:
            """
        ),
    )
)
TEXTS = st.lists(PIECES | st.text(max_size=8), max_size=80).map(" ".join)
DAYS = st.dates(date(1950, 1, 1), date(2100, 12, 31))


@given(TEXTS, st.none() | DAYS)
@settings(max_examples=150, deadline=None)
def test_every_value_of_a_date_is_edtf(text: str, published: date | None) -> None:
    for mention in find_dates([(1, text)], published):
        assert text[mention.start : mention.end].strip()
        assert bool(mention.value) != bool(mention.reason)
        if mention.value:
            parse(mention.value)


@given(TEXTS)
@settings(max_examples=100, deadline=None)
def test_no_text_is_too_odd(text: str) -> None:
    document = take_apart(text)
    numbers = [line.number for line in document.lines]
    assert numbers == sorted(set(numbers))
    find_speakers([(1, text)])
    find_figures([(1, text)])


@given(TEXTS, st.sampled_from(["", "2012-04-02", "2012-04~"]))
@settings(max_examples=100, deadline=None)
def test_a_draft_can_be_read_again(text: str, published: str) -> None:
    lead = (DATA / "known" / "d02.txt").read_text(encoding="utf-8")
    draft = draft_article(f"{lead}\n{text}", MALI, Answers(name="x", date=published))
    if isinstance(draft, Diagnostic):
        return
    assert isinstance(draft, Draft)
    parts, faults = split(draft.entry, "x.md")
    assert not faults
    node, faults = parse_yaml(parts.front, "x.md")
    assert node is not None
    assert not faults
    node, faults = parse_yaml(draft.record, "x.yaml")
    assert node is not None
    assert not faults
    for event in draft.events:
        parse(event.date)


@given(st.text(max_size=60))
def test_any_text_is_a_yaml_scalar(text: str) -> None:
    node, faults = parse_yaml(
        f"key: {yaml_text(text)}\nlist: [{yaml_text(text, flow=True)}]\n", "x"
    )
    assert node is not None
    assert not [fault for fault in faults if fault.code != "yaml.character"]


@given(st.binary(max_size=200))
def test_decoding_never_fails(raw: bytes) -> None:
    reading = read_text(raw)
    assert (reading.text is None) == (reading.encoding == "")


def test_a_paragraph_without_end_takes_no_time_without_end() -> None:
    """A book pasted as one line; each expression once looked at all of it."""
    text = (
        "On Sunday, June 6, 2021, nine men were killed in Kidal, a governor said on Monday. " * 1500
    )
    began = time.process_time()
    dates = find_dates([(1, text)], date(2021, 6, 8))
    assert time.process_time() - began < 10
    assert {d.value for d in dates} == {"2021-06-06", "2021-06-07"}
    assert len(dates) == 3000
    assert all(text[d.start : d.end].strip().startswith(d.text[:3]) for d in dates)


@pytest.fixture
def patience() -> Iterator[None]:
    """Fails what would not end in this world: some expressions took twice the time for each further “and”."""

    def stop(*_: object) -> None:
        raise TimeoutError

    before = signal.signal(signal.SIGALRM, stop)
    signal.alarm(60)
    yield
    signal.alarm(0)
    signal.signal(signal.SIGALRM, before)


@pytest.mark.parametrize(
    "sentence",
    [
        "The men and the women of the town and of the north said so. ",
        "In And In And The In And In And The In ",
        "Ali Kone, Awa Sy and Issa Ba of the Ministry of the Interior of the North told the agency. ",
        "12 and 13 and 14 soldiers, 15 police and 16 others were killed in Gao, Kidal and Mopti. ",
        "spokesman for the governor of the province of the north of the country ",
        "Home > News > World | Share | GAO - KIDAL -- MOPTI — (AP) - (((a))) “and “of “",
    ],
)
@pytest.mark.usefixtures("patience")
def test_a_sentence_without_end_is_read_to_its_end(sentence: str) -> None:
    text = (
        f"Bridge closes in Gao\n\nGAO, July 8, 2021 - The bridge was closed.\n\n{sentence * 60}\n"
    )
    document = take_apart(text)
    assert document.lines
    lines = [(line.number, line.text) for line in document.lines]
    find_dates(lines, date(2021, 7, 8))
    find_speakers(lines)
    find_figures(lines)
