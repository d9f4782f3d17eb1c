"""A theme of a site's own, which changes one template and two tokens."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from site_gen.engine.build import BuildOptions, build

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page

ROOT = Path(__file__).resolve().parents[2]

OWN = {
    "theme.yaml": "name: mine\n",
    "assets/own.css": ":root { --accent: #6b2a5e; --measure: 36rem; }\n",
    "templates/404.html": (
        '{% extends "base.html" %}\n'
        '{% block main %}<h1 class="mine">{{ page.title }}</h1>{% endblock %}\n'
    ),
}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    shutil.copytree(ROOT / "tests" / "data" / "reader", tmp_path / "site")
    shutil.copytree(ROOT / "themes", tmp_path / "site" / "themes")
    return tmp_path / "site"


def built(root: Path) -> Path:
    report = build(BuildOptions(root=root, out=root / "public", base_url="https://example.org/"))
    assert not report.failed, "\n".join(map(str, report.diagnostics))
    return root / "public"


def change(root: Path) -> None:
    for name, text in OWN.items():
        path = root / "themes" / "mine" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    settings = root / "content" / "site.yaml"
    text = settings.read_text("utf-8")
    assert "theme:" not in text
    settings.write_text(f"{text}theme: mine\n", encoding="utf-8")


@pytest.mark.browser
def test_tokens_and_templates_change_one_by_one(
    root: Path, page: Page, serve: Callable[..., str]
) -> None:
    change(root)
    page.goto(serve(built(root)))

    def token(name: str) -> str:
        return str(
            page.evaluate(
                "n => getComputedStyle(document.documentElement).getPropertyValue(n)", name
            )
        )

    assert (token("--accent"), token("--measure")) == ("#6b2a5e", "36rem")
    # All others are those of the default theme, and paper is still paper.
    assert token("--paper") == "#fdfcfa"
    page.emulate_media(media="print")
    assert token("--accent") == "#000"
    page.goto(page.url + "404.html")
    assert page.locator("h1.mine").count() == 1


@pytest.mark.browser
def test_labels_of_charts_stay_within_them_on_a_page_from_right_to_left(
    root: Path, page: Page, serve: Callable[..., str]
) -> None:
    change(root)
    strings = root / "themes" / "mine" / "strings" / "en.yaml"
    strings.parent.mkdir()
    strings.write_text("direction: rtl\n", encoding="utf-8")
    page.goto(serve(built(root)))
    assert page.evaluate("getComputedStyle(document.querySelector('.card')).direction") == "rtl"
    chart = page.locator(".chart svg").first.bounding_box()
    labels = [
        label.bounding_box() for label in page.locator(".chart .band-label, .tick-label").all()
    ]
    assert chart
    assert labels
    for box in labels:
        assert box
        assert chart["x"] <= box["x"] < box["x"] + box["width"] <= chart["x"] + chart["width"]


def test_titles_and_ways_are_in_the_words_of_the_catalogue(root: Path) -> None:
    """They stood in the code, in English."""
    change(root)
    strings = root / "themes" / "mine" / "strings" / "en.yaml"
    strings.parent.mkdir()
    strings.write_text("provinces: ولایت‌ها\nabout.provinces: همه\n", encoding="utf-8")
    out = built(root)
    index = (out / "provinces" / "index.html").read_text("utf-8")
    assert "<title>ولایت‌ها · " in index
    assert "<h1>ولایت‌ها</h1>" in index
    assert 'content="همه"' in index
    assert ">ولایت‌ها</a>" in (out / "provinces" / "norvale" / "index.html").read_text("utf-8")
    for path in out.rglob("*.html"):
        assert "Provinces" not in path.read_text("utf-8"), path


def test_the_default_theme_asks_for_no_such_file_and_notices_one_that_comes(root: Path) -> None:
    out = built(root)
    assert "own.css" not in (out / "index.html").read_text("utf-8")
    path = root / "themes" / "default" / "assets" / "own.css"
    path.write_text(":root { --s1: 0.2rem; }\n", encoding="utf-8")
    assert 'assets/own.css"' in (built(root) / "index.html").read_text("utf-8")


@pytest.mark.browser
def test_a_folded_month_points_at_what_it_folds_on_a_page_from_right_to_left(
    root: Path, page: Page, serve: Callable[..., str]
) -> None:
    """It pointed away from its heading, to the edge of the page."""
    change(root)
    strings = root / "themes" / "mine" / "strings" / "en.yaml"
    strings.parent.mkdir()
    strings.write_text("direction: rtl\n", encoding="utf-8")
    page.goto(serve(built(root)))
    fold = page.locator(".folded > summary")

    def mark() -> str:
        return str(fold.evaluate("fold => getComputedStyle(fold, '::before').content"))

    assert mark() == '"◂"'
    fold.click()
    assert mark() == '"▾"'
