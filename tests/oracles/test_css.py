"""Every style sheet by two checkers, each blind to something that the other sees."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

pytestmark = pytest.mark.oracle

# Nu's CSS checker has not heard of these; csstree, which has, checks them. Add to them what csstree
# accepts and a browser honours.
TOO_NEW_FOR_NU = re.compile(
    r"Unrecognized at-rule “@(?:container|view-transition|starting-style)”"
    r"|Property “(?:paint-order)” doesn't exist"
)


def style_sheets(folder: Path) -> list[Path]:
    return sorted(folder.rglob("*.css"))


def test_the_site_by_csstree(site: tuple[Path, str], csstree: Callable[[Path], list[str]]) -> None:
    sheets = style_sheets(site[0])
    assert sheets
    errors = [error for sheet in sheets for error in csstree(sheet)]
    assert not errors, "\n".join(errors)


def test_the_site_by_nu(site: tuple[Path, str], nu: Callable[..., list[str]]) -> None:
    sheets = style_sheets(site[0])
    assert sheets
    errors = [
        error
        for sheet in sheets
        for error in nu(sheet, "--css")
        if not TOO_NEW_FOR_NU.search(error)
    ]
    assert not errors, "\n".join(errors)


GOOD = "a { color: red }\n@container (width > 30em) { a { gap: 1px } }\n"


@pytest.mark.parametrize("bad", ["colr: red", "color: nope", "width: 3 px", "margin: 1px 2"])
def test_a_planted_error_is_found(
    tmp_path: Path,
    nu: Callable[..., list[str]],
    csstree: Callable[[Path], list[str]],
    bad: str,
) -> None:
    good, planted = tmp_path / "good.css", tmp_path / "planted.css"
    good.write_text(GOOD, encoding="utf-8")
    planted.write_text(GOOD + f"b {{ {bad} }}\n", encoding="utf-8")
    assert csstree(good) == []
    assert all(TOO_NEW_FOR_NU.search(error) for error in nu(good, "--css"))
    assert csstree(planted)
    assert len(nu(planted, "--css")) > len(nu(good, "--css"))
