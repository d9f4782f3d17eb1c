"""The words of the interface: all in the catalogue, none in templates, none unused."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml

from site_gen.dates import strings as date_strings
from site_gen.themes.catalogue import SEARCH, WORDS

THEME = Path(__file__).resolve().parents[2] / "themes" / "default"
TEMPLATES = sorted((THEME / "templates").iterdir())
CATALOGUE: dict[str, str] = yaml.load(
    (THEME / "strings" / "en.yaml").read_text("utf-8"), Loader=yaml.BaseLoader
)
USES = re.compile(r"\b(?:t|plural)\(\s*\(?\"([^\"]+)\"(\s*~)?")

NAMES = {"BibTeX", "CSL-JSON", "SHA-256"}
"""Proper names, the same in every language."""


def texts(template: str) -> list[str]:
    """What a reader would see of a template besides what is filled in."""
    template = re.sub(r"\{#.*?#\}", "", template, flags=re.DOTALL)
    template = re.sub(r"\{%.*?%\}|\{\{.*?\}\}", "\x00", template, flags=re.DOTALL)
    template = re.sub(r"<[^>]*>", "\n", template)
    return [
        text.strip() for text in re.split(r"[\x00\n]", template) if re.search("[A-Za-z]{2}", text)
    ]


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.name)
def test_a_template_holds_no_words(path: Path) -> None:
    assert set(texts(path.read_text("utf-8"))) <= NAMES


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.name)
def test_no_attribute_for_readers_holds_words(path: Path) -> None:
    spoken = re.findall(
        r'\b(?:aria-label|title|placeholder|alt)="([^"]*)"', path.read_text("utf-8")
    )
    assert [text for text in spoken if not text.startswith("{{")] == []


def test_every_word_that_a_template_asks_for_is_there() -> None:
    for path in TEMPLATES:
        for key, joined in USES.findall(path.read_text("utf-8")):
            if joined:
                assert any(known.startswith(key) for known in CATALOGUE), (path.name, key)
            else:
                assert key in CATALOGUE or f"{key}.other" in CATALOGUE, (path.name, key)


def test_counted_words_come_in_both_numbers() -> None:
    assert {k.removesuffix(".one") for k in CATALOGUE if k.endswith(".one")} == {
        k.removesuffix(".other") for k in CATALOGUE if k.endswith(".other")
    }


def test_no_word_is_left_over() -> None:
    source = "\n".join(path.read_text("utf-8") for path in TEMPLATES)
    for key in CATALOGUE.keys() - WORDS.keys() - SEARCH.keys() - date_strings.WORDS.keys():
        stems = {key, key.removesuffix(".one"), key.removesuffix(".other")}
        parts = {key[: i + 1] for i, c in enumerate(key) if c == "."}
        tails = {key[i:] for i, c in enumerate(key) if c == "."}
        assert any(f'"{part}"' in source for part in stems | parts | tails), key


def test_words_of_titles_are_those_of_the_catalogue() -> None:
    """A theme without a catalogue of its own gets the same words."""
    assert {key: CATALOGUE.get(key) for key in WORDS} == WORDS
    assert {key: CATALOGUE.get(key) for key in SEARCH} == SEARCH


def test_every_word_that_the_program_asks_for_is_there_and_asked_for() -> None:
    sources = "\n".join(
        path.read_text("utf-8")
        for path in sorted((THEME.parents[1] / "site_gen").rglob("*.py"))
        if path.name != "catalogue.py"
    )
    asked = set(re.findall(r"\bsay\(\s*\"([^\"]+)\"", sources))
    begun = re.findall(r"\bsay\(\s*f[\"']([\w.]+\.)\{", sources)
    assert len(asked) > 30
    assert asked <= WORDS.keys()
    assert all(any(key.startswith(head) for key in WORDS) for head in begun)


def test_the_script_of_the_search_has_the_words_of_the_catalogue() -> None:
    """In English it asks for no file; a site whose words differ has one (`Catalogue.search_words`)."""
    script = (THEME / "assets" / "search" / "strings.js").read_text("utf-8")
    block = script.partition("const STRINGS = {")[2].partition("\n};")[0]
    found = dict(re.findall(r'^\s*"?([\w.]+)"?: "(.*)",$', block, re.MULTILINE))
    assert len(found) == block.count("\n")
    assert {key: CATALOGUE.get(f"search.{key}", CATALOGUE.get(key)) for key in found} == found
    assert {key.removeprefix("search.") for key in SEARCH} <= found.keys()
    asked = {
        key
        for path in (THEME / "assets" / "search").glob("*.js")
        for key in re.findall(r"\btext\(\"([^\"]+)\"", path.read_text("utf-8"))
    }
    assert {key for key in asked if key not in found and f"{key}.one" not in found} == set()


PAGES = sorted((THEME.parents[1] / "site_gen" / "pages").glob("*.py"))


@pytest.mark.parametrize(
    "path", [path for path in PAGES if path.name != "titles.py"], ids=lambda path: path.name
)
def test_no_title_is_written_into_the_code(path: Path) -> None:
    """Titles, descriptions and names of links in English would stand on a page in Dari, too."""
    written = re.findall(r'\b(?:title|description|name)=f?"([^"]*)"', path.read_text("utf-8"))
    assert [text for text in written if re.search("[A-Za-z]{3}", re.sub("{.*?}", "", text))] == []


def test_every_kind_of_dispute_has_words_for_having_come_later() -> None:
    def kinds(prefix: str) -> set[str]:
        return {key.removeprefix(prefix) for key in CATALOGUE if key.startswith(prefix)}

    assert kinds("later.") == kinds("kind.")


def test_the_catalogue_names_nobody_and_nowhere() -> None:
    """The search of a chronology of floods gave Mazar-i-Sharif as its example."""
    content = THEME.parents[1] / "content"
    named = "".join((content / f).read_text("utf-8") for f in ("provinces.yaml", "actors.yaml"))
    names = {name.strip() for name in re.findall(r"\bname: ([^,}\n]+)", named)}
    assert {"Mazar-i-Sharif", "Taliban"} <= names
    found = {
        (key, name)
        for key, text in CATALOGUE.items()
        for name in names
        if re.search(rf"\b{re.escape(name)}\b", text)
    }
    assert found == set()
