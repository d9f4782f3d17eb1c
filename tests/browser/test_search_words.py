"""A query becomes terms in the browser exactly as a text does when the index is built."""

from __future__ import annotations

import sys
import unicodedata
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from search_corpus import PLACES, vocabulary

from site_gen.parsing.gazetteer import fold
from site_gen.search import Analyzer, Names
from site_gen.search.stemming import stem

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Browser, Page

ASSETS = Path(__file__).resolve().parents[2] / "themes" / "default" / "assets"
pytestmark = pytest.mark.browser

TEXTS = (
    "Kunduz Qunduz Konduz کندز كندز",
    "Mazar-i-Sharif, Mazar-e Sharif; Mazar e Sharif",
    "Qalah-ye Naw and Qala‐ye Now",
    "U.S. forces, A.B.C., e.g. no.",
    "Kunduz’s governor, the Taliban's men, O'Leary’s",
    "فیض‌آباد فيض آباد",
    "ﷺ ﬁre ½ ² Ⅷ ٣٤ ۲۰۲۱ १२",
    "Łódź Straße ΣΊΣΥΦΟΣ ǅ İstanbul ıllı",
    "a\u0301\u0323 e\u20dd i\u0345 \u0915\u093c \u30ab\u3099 שָׁלוֹם",
    "x\U0001f600y 🏳️‍🌈 \ud83d",
    "e i e",
    "  ",
    "",
    "'' `` -- __ \x00\x1c",
)


@pytest.fixture(scope="module")
def words_page(browser: Browser, serve: Callable[..., str]) -> Page:
    address = serve(ASSETS)
    page = browser.new_page()
    page.goto(address + "icon.svg")
    page.evaluate(f"async () => {{ window.words = await import('{address}search/words.js') }}")
    return page


def in_browser(page: Page, function: str, values: list[str]) -> list[str]:
    return page.evaluate(f"values => values.map(value => words.{function}(value))", values)


def test_every_character_folds_alike(words_page: Page) -> None:
    """Those that this Python knows; a browser may know more, which no text can hold then."""
    known = [
        chr(point)
        for point in range(sys.maxunicode + 1)
        if unicodedata.category(chr(point)) not in ("Cs", "Cn", "Co")
    ]
    for start in range(0, len(known), 20_000):
        letters = [f"a{letter}b" for letter in known[start : start + 20_000]]
        folded = in_browser(words_page, "fold", letters)
        assert {
            text: found for text, found in zip(letters, folded, strict=True) if found != fold(text)
        } == {}


def test_texts_fold_alike(words_page: Page) -> None:
    texts = [text for text in TEXTS if text.isprintable() or "\ud83d" not in text]
    assert in_browser(words_page, "fold", texts) == [fold(text) for text in texts]


ALPHABET = st.sampled_from("aAeEiIyYéŁß.,-–'’ كکيیى\u200c\u0301\u064b٣2 ʿØ")


@settings(max_examples=60, deadline=None)
@given(st.lists(st.text(ALPHABET, max_size=24), min_size=20, max_size=20))
def test_any_text_folds_alike(words_page: Page, texts: list[str]) -> None:
    assert in_browser(words_page, "fold", texts) == [fold(text) for text in texts]


def test_stems_are_alike(words_page: Page) -> None:
    endings = ("", "s", "ed", "ing", "ly", "ies", "ation", "ational", "fulness", "ness", "eed")
    words = [word + ending for word in vocabulary(1500) for ending in endings]
    words += ["sky", "happy", "hopping", "hoping", "fall", "controll", "relational", "agreed", "is"]
    assert in_browser(words_page, "stem", words) == [stem(word) for word in words]


def test_stems_are_those_of_the_paper() -> None:
    expected = {
        "caresses": "caress", "ponies": "poni", "cats": "cat", "feed": "feed", "agreed": "agre",
        "plastered": "plaster", "motoring": "motor", "sing": "sing", "conflated": "conflat",
        "hopping": "hop", "falling": "fall", "filing": "file", "happy": "happi", "sky": "sky",
        "relational": "relat", "digitizer": "digit", "hopefulness": "hope", "formalize": "formal",
        "electrical": "electr", "goodness": "good", "revival": "reviv", "adjustment": "adjust",
        "adoption": "adopt", "probate": "probat", "rate": "rate", "controll": "control",
        "denied": "deni", "denies": "deni", "withdrawal": "withdraw", "captured": "captur",
    }  # fmt: skip
    assert {word: stem(word) for word in expected} == expected


def test_queries_are_taken_apart_like_texts(words_page: Page) -> None:
    names = Names.of(
        (province, (province, *aliases.split(", "), native))
        for province, aliases, native, _, _ in PLACES
    )
    analyzer = Analyzer(names)
    classes = sorted(set(names.own.values()))
    file = [
        classes,
        {text: [classes.index(t) for t in found] for text, found in names.equal.items()},
    ]
    texts = [f"{word} Qundrak near Tashkentdar's gates" for word in vocabulary(50)]
    expected = []
    for text in texts:
        positions: dict[int, set[str]] = {}
        for place, term in analyzer.terms(analyzer.words(text)):
            positions.setdefault(place, set()).add(term)
        expected.append([min(found) for _, found in sorted(positions.items())])
    script = """([texts, file]) => {
        const analyzer = new words.Analyzer(true, file);
        return texts.map(text => analyzer.units(analyzer.words(text)).map(unit => unit.terms[0]));
    }"""
    assert words_page.evaluate(script, [texts, file]) == expected
