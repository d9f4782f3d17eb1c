"""Earlier addresses, in a browser: they lead on below a path, from a disk, and without scripts."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from site_gen.engine.build import BuildOptions, build

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Browser

SECOND = Path(__file__).resolve().parents[1] / "data" / "second_site"
ALIASES = ("old/place/", "2034/page.html")
TITLE = "Coast League says that it holds Harrow Lock; army denies it"


@pytest.mark.browser
@pytest.mark.parametrize("where", ["server", "disk"])
def test_an_earlier_address_leads_to_its_entry(
    where: str, tmp_path: Path, serve: Callable[..., str], browser: Browser
) -> None:
    root = shutil.copytree(SECOND, tmp_path / "site")
    entry = root / "content/entries/league-at-harrow-lock.md"
    text = entry.read_text(encoding="utf-8")
    listed = ", ".join(f"/{alias}" for alias in ALIASES)
    entry.write_text(text.replace("title:", f"aliases: [{listed}]\ntitle:", 1), encoding="utf-8")
    if where == "disk":
        with (root / "content/site.yaml").open("a", encoding="utf-8") as settings:
            settings.write("\nrelative_urls: true\n")
    out = tmp_path / "out"
    report = build(BuildOptions(root=root, out=out, base_url="https://a.example/repo/"))
    assert not report.failed, report.diagnostics
    start = serve(out, "/repo/") if where == "server" else f"{out.as_uri()}/"
    end = "index.html" if where == "disk" else ""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    for alias in ALIASES:
        page.goto(start + alias + (end if alias.endswith("/") else ""))
        page.wait_for_url(f"{start}entries/league-at-harrow-lock/{end}", timeout=5000)
        assert page.locator("h1").inner_text() == TITLE
    context.close()
