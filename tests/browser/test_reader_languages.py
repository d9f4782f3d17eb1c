"""Sites whose catalogue is not English: nothing that a reader sees is left in it.

Besides German and Persian there is a language made by machine, CLDR's `en-XA`: every letter of every text of the
catalogue wears a mark (“pseudo-localisation”), so that a word without one is either the site's own or
stands in the program.
"""

from __future__ import annotations

import json
import re
import shutil
import unicodedata
from html.parser import HTMLParser
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import yaml

from site_gen.engine.build import BuildOptions, build

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from playwright.sync_api import Page

ROOT = Path(__file__).resolve().parents[2]
LANGUAGES = ROOT / "tests" / "data" / "languages"
DEFAULT: dict[str, str] = yaml.load(
    (ROOT / "themes" / "default" / "strings" / "en.yaml").read_text("utf-8"),
    Loader=yaml.BaseLoader,
)
MARK = "\u0308"
"""Two dots above: no text of the test site has a letter with them."""
NAMES = {"BibTeX", "CSL-JSON", "SHA-256"}

MONTHS = "January February March April May June July August September October November December"
ENGLISH = re.compile(rf"\b(?:{'|'.join((*MONTHS.split(), 'Jan', 'Feb', 'Mar', 'Jun', 'Jul'))})\b")
"""Months that German has under another name."""


def site_in(root: Path, language: str, catalogue: str) -> Path:
    """The test site in a language, with a theme that has nothing but its words."""
    shutil.copytree(ROOT / "tests" / "data" / "reader", root)
    shutil.copytree(ROOT / "themes", root / "themes")
    strings = root / "themes" / "mine" / "strings" / f"{language}.yaml"
    strings.parent.mkdir(parents=True)
    strings.write_text(catalogue, encoding="utf-8")
    (root / "themes" / "mine" / "theme.yaml").write_text("name: mine\n", encoding="utf-8")
    settings = root / "content" / "site.yaml"
    text = settings.read_text("utf-8")
    assert "language: en\n" in text
    settings.write_text(
        text.replace("language: en\n", f"language: {language}\ntheme: mine\n"), encoding="utf-8"
    )
    return root


def built(root: Path) -> Path:
    report = build(
        BuildOptions(root=root, out=root / "public", base_url="https://example.org/repo/")
    )
    assert not report.failed, "\n".join(map(str, report.diagnostics))
    return root / "public"


def pseudo(text: str) -> str:
    """Every letter with two dots, but for those of marks."""
    parts = re.split(r"(\{\w+\})", text)
    dotted = (
        part if part.startswith("{") else re.sub(r"[^\W\d_]", rf"\g<0>{MARK}", part)
        for part in parts
    )
    return "".join(dotted)


class Spoken(HTMLParser):
    """All that readers see of a page or hear from it."""

    def __init__(self) -> None:
        super().__init__()
        self.texts: list[str] = []
        self.silent = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.silent += tag in ("script", "style", "pre")
        spoken = ("aria-label", "title", "placeholder", "alt")
        words = ("data-keys", "data-whole", "data-all", "data-some", "data-here")
        named = dict(attrs)
        told = tag == "meta" and (named.get("name") or named.get("property") or "")
        self.texts += [
            value
            for name, value in attrs
            if value
            and (
                name in (*spoken, *words, "data-copy-word", "data-copied-word")
                or (name == "content" and told in ("description", "og:title", "og:description"))
            )
        ]

    def handle_endtag(self, tag: str) -> None:
        self.silent -= tag in ("script", "style", "pre")

    def handle_data(self, data: str) -> None:
        if not self.silent and data.strip():
            self.texts.append(" ".join(data.split()))


def spoken(page: str) -> list[str]:
    reader = Spoken()
    reader.feed(page)
    return reader.texts


@pytest.fixture(scope="module")
def german(tmp_path_factory: pytest.TempPathFactory) -> Path:
    catalogue = (LANGUAGES / "de.yaml").read_text("utf-8")
    return built(site_in(tmp_path_factory.mktemp("german") / "site", "de", catalogue))


@pytest.fixture(scope="module")
def dotted(tmp_path_factory: pytest.TempPathFactory) -> Path:
    words = {key: pseudo(text) for key, text in DEFAULT.items() if key != "direction"}
    catalogue = yaml.safe_dump(words, allow_unicode=True, width=10_000)
    return built(site_in(tmp_path_factory.mktemp("dotted") / "site", "en-XA", catalogue))


def pages(out: Path) -> Iterator[tuple[str, str]]:
    found = sorted(out.rglob("*.html"))
    assert len(found) > 30
    for path in found:
        yield path.relative_to(out).as_posix(), path.read_text("utf-8")


def test_no_english_date_is_left_on_a_german_site(german: Path) -> None:
    own = "\n".join(
        path.read_text("utf-8")
        for path in (ROOT / "tests" / "data" / "reader").rglob("*")
        if path.suffix in (".md", ".yaml")
    )
    left = []
    for path, page in pages(german):
        for text in (*spoken(page), *re.findall(r"<pre[^>]*>(.*?)</pre>", page, re.DOTALL)):
            for word in ENGLISH.findall(text):
                if word in ("April", "August", "September", "November"):
                    # The same in German, where a day before it bears a full stop.
                    wrong = re.search(rf"(?<!\.)\b\d\d? {word}\b", text)
                else:
                    wrong = True if text not in own else None
                if wrong:
                    left.append((path, word, text))
    assert left == []


def test_the_scan_would_find_one(german: Path) -> None:
    page = (german / "index.html").read_text("utf-8")
    assert "März" in page
    english = page.replace("März", "March")
    assert any(ENGLISH.search(text) for text in spoken(english))
    assert not any(re.search("March", text) for text in spoken(page))


def test_dates_of_each_kind_of_page_are_german(german: Path) -> None:
    def page(path: str) -> str:
        return "\n".join(spoken((german / path).read_text("utf-8")))

    assert '<html lang="de" dir="ltr">' in (german / "index.html").read_text("utf-8")
    home = page("index.html")
    for words in (
        "11. April 2031",
        "ca. 9. Apr.",
        "bis spätestens 12. April 2031",
        "Balken von 1. April 2031 bis 31. Mai 2031",
    ):
        assert words in home
    assert "Vor April 2031" in home
    assert "Ereignisse vom April 2031." in page("2031/04/index.html")
    assert "Mai 2031" in page("months/index.html")
    assert "Article of\n12. April 2031" in page("entries/water/index.html")
    entry = (german / "entries" / "water" / "index.html").read_text("utf-8")
    assert "note = {Zu einem Artikel vom 12. April 2031, in: " in entry
    assert "Punkte, der früheste" in page("figures/index.html")
    assert "Courier" in page("disputes/bridge/index.html")
    assert re.search(r"\d\d?\. April 2031", page("disputes/bridge/index.html"))


def test_exports_that_people_read_follow_and_dates_for_machines_do_not(
    german: Path, reader_folder: Path
) -> None:
    def events(out: Path) -> list[dict[str, str]]:
        data = json.loads((out / "data" / "events.geojson").read_text("utf-8"))
        return [feature["properties"] for feature in data["features"]]

    here, there = events(german), events(reader_folder)
    for key in ("date", "earliest", "latest", "status"):
        assert [one[key] for one in here] == [one[key] for one in there]
    said = [one["date_words"] for one in here]
    assert said != [one["date_words"] for one in there]
    assert not any(re.search(r"March|about|by |from ", words) for words in said)
    for path in ("data/events.csv", "data/claims.csv", "data/series.csv", "filter.json"):
        if (german / path).exists():
            assert (german / path).read_bytes() == (reader_folder / path).read_bytes()
    stamps = [
        re.findall(r"<(?:updated|published)>[^<]*<", (out / "feed.xml").read_text("utf-8"))
        for out in (german, reader_folder)
    ]
    assert stamps[0] == stamps[1] != []
    assert "April 2031" in (german / "feed.xml").read_text("utf-8")
    machine = [
        re.findall(
            r'datetime="[^"]*"|"(?:startDate|endDate|datePublished)":"[^"]*"',
            (out / "entries" / "water" / "index.html").read_text("utf-8"),
        )
        for out in (german, reader_folder)
    ]
    assert machine[0] == machine[1] != []


def own_words(root: Path) -> str:
    """All that the site itself says."""
    return " ".join(
        " ".join(path.read_text("utf-8").split())
        for folder in ("content", "seeds")
        for path in sorted((root / folder).rglob("*"))
        if path.suffix in (".md", ".yaml", ".json")
    ).replace("’", "'")


def left_over(page: str, own: str) -> set[str]:
    """What stands between words of the catalogue, digits and punctuation, and is not the site's own."""
    found = set()
    for text in spoken(page):
        plain = unicodedata.normalize("NFD", text).replace("’", "'")
        plain = re.sub(r"https?://\S+|example\.org/repo|\{\w+\}", "", plain)
        for piece in re.split(rf"(?:[^\W\d_]{MARK})+|[\d\s]*[():·,;“”\"#→…–.*]+[\d\s]*", plain):
            words = piece.strip(" \n'<>_{}[]/0123456789")
            if re.search(r"[A-Za-z]{2}", words) and words not in NAMES and words not in own:
                found.add(words)
    return found


def test_every_word_of_a_page_comes_from_the_catalogue_or_from_the_site(dotted: Path) -> None:
    own = own_words(dotted.parent)
    left = {path: left_over(page, own) for path, page in pages(dotted)}
    assert {path: words for path, words in left.items() if words} == {}


def test_a_word_that_stands_in_the_program_would_be_found(dotted: Path) -> None:
    own = own_words(dotted.parent)
    page = (dotted / "index.html").read_text("utf-8")
    month = pseudo("April")
    assert month in page
    assert left_over(page.replace(month, "April"), own) == {"April"}
    planted = page.replace('<main id="main"', '<main aria-label="Skip to content" id="main"')
    assert left_over(planted, own) == {"Skip to content"}


@pytest.mark.browser
def test_the_search_speaks_the_language_of_the_site(
    dotted: Path, page: Page, serve: Callable[..., str]
) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(serve(dotted, "/repo/") + "search/?q=bridge")
    page.wait_for_selector(".search-hits li")
    assert [url for url in asked if url.endswith("/search/words.json")] != []
    # Labels, counts, facets, and dates that the script puts together itself.
    for selector in (
        ".search-found",
        ".search-order label",
        "#search-sort",
        ".search-filters summary >> nth=0",
        "#f-clear",
    ):
        text = page.locator(selector).first.text_content() or ""
        assert MARK in unicodedata.normalize("NFD", text), selector
    dates = page.locator(".search-hits .date").all_text_contents()
    assert dates
    for text in dates:
        letters = re.findall(r"[^\W\d_]", unicodedata.normalize("NFD", text))
        assert len(letters) == unicodedata.normalize("NFD", text).count(MARK), text
    page.locator("#f-date").click()
    page.wait_for_selector("[id^='f-date-']")
    stretch = page.locator("[id^='f-date-2031-']").first.text_content() or ""
    assert MARK in unicodedata.normalize("NFD", stretch)
    page.goto(page.url.partition("search/")[0])
    page.locator("#q").fill("bridge")
    page.wait_for_selector("#search-suggestions [role=option]")
    about = page.locator("#search-suggestions .search-about").first.text_content() or ""
    assert MARK in unicodedata.normalize("NFD", about)


@pytest.mark.browser
def test_an_english_site_asks_for_no_words_of_its_own(
    reader_folder: Path, reader: str, page: Page
) -> None:
    assert not (reader_folder / "search" / "words.json").exists()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(reader + "search/?q=bridge")
    page.wait_for_selector(".search-hits li")
    assert not [url for url in asked if "words.json" in url]
    assert re.search(r"\d+ April 2031", page.locator(".search-hits").text_content() or "")


@pytest.mark.browser
def test_persian_dates_read_from_right_to_left(
    tmp_path: Path, page: Page, serve: Callable[..., str]
) -> None:
    catalogue = (LANGUAGES / "fa.yaml").read_text("utf-8")
    out = built(site_in(tmp_path / "site", "fa", catalogue))
    page.goto(serve(out))
    html = page.locator("html")
    assert (html.get_attribute("lang"), html.get_attribute("dir")) == ("fa", "rtl")
    assert page.locator(".card .date.long", has_text="آوریل 2031").count() > 0
    assert not re.search(ENGLISH, page.locator(".card .rail").first.text_content() or "")
    # A day of two digits stands to the right of its month, as it is read first.
    place = page.evaluate(
        """() => {
          const text = [...document.querySelectorAll(".card time")]
            .map((time) => time.firstChild).find((node) => /^\\d+ آوریل 2031$/.test(node.data));
          const box = (from, to) => {
            const range = document.createRange();
            range.setStart(text, from); range.setEnd(text, to);
            return range.getBoundingClientRect().x;
          };
          const [day] = text.data.split(" ");
          return [box(0, day.length), box(day.length + 1, day.length + 6), box(text.data.length - 4, text.data.length)];
        }"""
    )
    assert place[0] > place[1] > place[2]
