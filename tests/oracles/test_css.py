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


# csstree knows the descriptors of @page (size, marks), but not the properties that it may hold too
# (CSS Paged Media 3, section 7.1); Nu checks those.
PAGE_PROPERTY = re.compile(r"Unknown at-rule descriptor `(?:margin)`")


def errors_by_nu(folder: Path, nu: Callable[..., list[str]]) -> list[str]:
    errors = nu("--css", *folder.rglob("*.css"))
    return [error for error in errors if not TOO_NEW_FOR_NU.search(error)]


def test_the_site_by_csstree(site: tuple[Path, str], csstree: Callable[[Path], list[str]]) -> None:
    assert list(site[0].rglob("*.css"))
    errors = [error for error in csstree(site[0]) if not PAGE_PROPERTY.search(error)]
    assert not errors, "\n".join(errors)


def test_the_site_by_nu(site: tuple[Path, str], nu: Callable[..., list[str]]) -> None:
    errors = errors_by_nu(site[0], nu)
    assert not errors, "\n".join(errors)


GOOD = "a { color: red }\n@container (width > 30em) { a { gap: 1px } }\n"
PLANTED = {
    "property": "colr: red",
    "value": "color: nope",
    "unit": "width: 3 px",
    "number": "margin: 1px 2",
}


def test_planted_errors_are_found(
    tmp_path: Path, nu: Callable[..., list[str]], csstree: Callable[[Path], list[str]]
) -> None:
    (tmp_path / "good.css").write_text(GOOD, encoding="utf-8")
    for name, bad in PLANTED.items():
        sheet = tmp_path / "deep" / f"{name}.css"
        sheet.parent.mkdir(exist_ok=True)
        sheet.write_text(GOOD + f"b {{ {bad} }}\n", encoding="utf-8")
    for errors in (errors_by_nu(tmp_path, nu), csstree(tmp_path)):
        sheets = {error.split(".css")[0].rpartition("/")[2] for error in errors}
        assert sheets == PLANTED.keys(), errors
