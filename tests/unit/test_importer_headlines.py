"""Which line of a page is the headline: heads of pages of many makes, each with its headline."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from site_gen.importer.draft import draft_article
from site_gen.importer.intake import parse_gazetteer
from site_gen.importer.page.furniture import read_page_lines, take_apart
from site_gen.importer.page.headlinecues import candidates
from site_gen.importer.page.headlines import WEIGHTS, clean_title
from site_gen.importer.proposal import Answers, Draft

ROOT = Path(__file__).resolve().parents[2]
HEADS = [
    part.split("\n", 1)
    for part in re.split(
        r"(?m)^=== ", (ROOT / "tests/data/import/heads.txt").read_text(encoding="utf-8")
    )[1:]
]
OPEN = {"double standfirst", "mailing list digest"}
"""Wrong still: the standfirst names what the article is about, and the headline does not; “Topic:” before it is a menu's word."""
TEXT = """Lorries crossed the bridge at Konna again on Saturday, the regional governor said, after a week of fighting.
The army says that the road to Gao is still closed.
Nobody was hurt in the last days, said the mayor of the town.
"""


@pytest.mark.parametrize(
    ("head", "text"), [pytest.param(*part, id=part[0].partition(" | ")[0]) for part in HEADS]
)
def test_the_headline_of_a_page(head: str, text: str) -> None:
    name, _, title = head.partition(" | ")
    document = take_apart(text)
    assert (document.title == title.strip()) != (name in OPEN)
    assert bool(document.title_line) == bool(document.title)


def test_a_page_without_a_good_line_asks_and_offers_its_lines() -> None:
    gazetteer = parse_gazetteer(
        (ROOT / "content" / "provinces.yaml").read_text(encoding="utf-8"), "provinces.yaml"
    )
    text = f"Middle East\nNorth Africa\nPublished On 7 Mar 2016\n{TEXT}"
    draft = draft_article(text, gazetteer, Answers(name="a.txt", date="2016-03-07"))
    assert isinstance(draft, Draft)
    assert draft.published.value == date(2016, 3, 7).isoformat()
    asked = next(q for q in draft.questions if q.field == "title")
    assert (asked.candidates, asked.evidence) == (
        ("Middle East", "North Africa"),
        (1, 2),
    )
    bare = draft_article(TEXT, gazetteer, Answers(name="a.txt"))
    assert isinstance(bare, Draft)
    assert "no headline was found" in {q.reason for q in bare.questions}


def test_nothing_below_an_article_is_its_headline() -> None:
    below = "Leave a Reply\n\nRequired fields are marked *\n\nYou May Also Like\n\nLorries at Konna burned by army after fighting"
    document = take_apart(f"{TEXT.replace(chr(10), ' ')}\n\n{below}")
    assert (document.title, len(document.body)) == ("", 1)
    lead = "The bridge at Konna was crossed by lorries again on Saturday, the regional governor said, a week after the army and the rebels had begun to fight for it, and a day after the last shot."
    document = take_apart(f"{lead}\n\nLorries to Gao suspended\n\n{TEXT}")
    assert (document.title, len(document.body)) == ("", 4)


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("Subject: Fwd: [north-list] Bridge opens | The Record", "Bridge opens"),
        ("UPDATE 2-Bridge opens", "Bridge opens"),
        ("(2nd LEAD) Bridge opens", "Bridge opens"),
        ("1. Bridge opens", "Bridge opens"),
        ("⚡️Bridge opens", "Bridge opens"),
        ("UPDATE: Bridge opens", "UPDATE: Bridge opens"),
        ("Bridge opens in north — The Konna Times", "Bridge opens in north"),
        ("Bridge opens in north - BBC News", "Bridge opens in north"),
        ("Bridge opens - and closes", "Bridge opens - and closes"),
        ("Bridge opens - Flash Update No. 2", "Bridge opens - Flash Update No. 2"),
        ("$40m bridge opens", "$40m bridge opens"),
        ("‘It holds’: bridge opens – at last", "‘It holds’: bridge opens – at last"),
    ],
)
def test_what_is_no_part_of_a_headline(line: str, title: str) -> None:
    assert clean_title(line) == title


def test_a_paragraph_is_no_candidate_and_every_weight_is_of_a_cue() -> None:
    page = read_page_lines(f"The Record\nBridge opens at Konna\n{TEXT}")
    assert [i for i, _ in candidates(page)] == [0, 1]
    cues = set[str]()
    for _, text in HEADS:
        for _, found in candidates(read_page_lines(text)):
            cues |= found
    assert len(cues & WEIGHTS.keys()) > 80


def test_a_long_menu_hides_no_headline_and_not_all_of_it_is_weighed() -> None:
    menu = "\n".join(f"Section number {n} of the paper" for n in range(2000))
    page = read_page_lines(f"{menu}\nBridge opens at Konna to lorries\n3 May 2014\n{TEXT}")
    assert len(candidates(page)) <= 150
    document = take_apart(f"{menu}\nBridge opens at Konna to lorries\n3 May 2014\n{TEXT}")
    assert document.title == "Bridge opens at Konna to lorries"
