"""Every page by the Nu HTML checker."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

pytestmark = pytest.mark.oracle

GOOD = """<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Good</title></head>
<body><h1>Good</h1><p><time datetime="2021-07-08">8 July 2021</time></p></body></html>
"""


def test_the_site(site: tuple[Path, str], nu: Callable[..., list[str]]) -> None:
    folder, _ = site
    assert (folder / "index.html").is_file()
    errors = nu(folder, "--skip-non-html", "--also-check-svg")
    assert not errors, "\n".join(errors)


def test_a_good_page_passes(tmp_path: Path, nu: Callable[..., list[str]]) -> None:
    (tmp_path / "index.html").write_text(GOOD, encoding="utf-8")
    assert nu(tmp_path, "--skip-non-html") == []


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("</h1>", "</h2>", "open elements"),
        ('datetime="2021-07-08"', 'datetime="2021-02-30"', "Bad value"),
        ("<p>", '<img src="x.png"><p>', "alt"),
        ("<p>", '<p id="a"><b id="a"></b>', "Duplicate ID"),
    ],
)
def test_a_planted_error_is_found(
    tmp_path: Path, nu: Callable[..., list[str]], old: str, new: str, message: str
) -> None:
    (tmp_path / "deep").mkdir()
    (tmp_path / "index.html").write_text(GOOD, encoding="utf-8")
    (tmp_path / "deep" / "index.html").write_text(GOOD.replace(old, new), encoding="utf-8")
    errors = nu(tmp_path, "--skip-non-html")
    assert any(message in error and "deep" in error for error in errors), errors
