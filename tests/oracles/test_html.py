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
    errors = nu("--skip-non-html", "--also-check-svg", folder)
    assert not errors, "\n".join(errors)


PLANTED = {
    "heading": ("</h1>", "</h2>", "open elements"),
    "date": ('datetime="2021-07-08"', 'datetime="2021-02-30"', "Bad value"),
    "image": ("<p>", '<img src="x.png"><p>', "alt"),
    "id": ("<p>", '<p id="a"><b id="a"></b>', "Duplicate ID"),
}


def test_planted_errors_are_found(tmp_path: Path, nu: Callable[..., list[str]]) -> None:
    (tmp_path / "index.html").write_text(GOOD, encoding="utf-8")
    for name, (old, new, _) in PLANTED.items():
        page = tmp_path / name / "index.html"
        page.parent.mkdir()
        page.write_text(GOOD.replace(old, new), encoding="utf-8")
    errors = nu("--skip-non-html", tmp_path)
    for name, (_, _, message) in PLANTED.items():
        assert any(f"/{name}/" in error and message in error for error in errors), (name, errors)
    assert not any(f"{tmp_path.name}/index.html" in error for error in errors)
