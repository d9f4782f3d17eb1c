"""Lighthouse: at least 99 of 100 in each category, as on a middling phone with a slow line."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Lighthouse = Callable[[str], tuple[dict[str, int], list[str]]]

pytestmark = pytest.mark.oracle

CATEGORIES = {"performance", "accessibility", "best-practices", "seo"}
BAR = 99
ATTEMPTS = 5


def largest(folder: Path, pattern: str) -> str:
    """Path below the site's root of the page that has most in it."""
    pages = sorted(folder.glob(pattern), key=lambda path: path.stat().st_size)
    assert pages, f"no {pattern}"
    return pages[-1].parent.relative_to(folder).as_posix() + "/"


@pytest.mark.parametrize(
    "pattern", ["index.html", "entries/*/index.html", "provinces/*/index.html"]
)
def test_the_site(site: tuple[Path, str], lighthouse: Lighthouse, pattern: str) -> None:
    folder, address = site
    page = "" if pattern == "index.html" else largest(folder, pattern)
    best: dict[str, int] = {}
    losses: list[str] = []
    # Speed is measured, and the machine may be busy: a category counts as its best attempt.
    for _ in range(ATTEMPTS):
        points, losses = lighthouse(address + page)
        best = {name: max(points[name], best.get(name, 0)) for name in points}
        if min(best.values()) >= BAR:
            break
    assert best.keys() == CATEGORIES
    assert min(best.values()) >= BAR, "\n".join([f"{page or 'home'}: {best}", *losses])


def test_a_bad_page_is_found(
    tmp_path: Path, serve: Callable[..., str], lighthouse: Lighthouse
) -> None:
    (tmp_path / "index.html").write_text(
        '<!doctype html><html><p style="color:#ccc;background:#fff">pale<img src="/x.png">',
        encoding="utf-8",
    )
    points, losses = lighthouse(serve(tmp_path))
    assert points["accessibility"] < BAR
    assert points["seo"] < BAR
    assert any(loss.startswith("image-alt") for loss in losses)
