"""A build with nothing to do ends early, says what the long one says, and only when that is true."""

from __future__ import annotations

import re
import shutil
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from site_gen import cli, start
from site_gen.edges.look import FRESH_NS, LISTING, Look

BASE = Path(__file__).parents[1] / "cases" / "base"
STATE = ".site_gen_cache/public"


@pytest.fixture
def site(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    """A site that has been built, in a moment that lets nothing seem fresh."""
    root = shutil.copytree(BASE, tmp_path / "site")
    time.sleep(2 * FRESH_NS / 1e9)
    assert cli.main(["build", "--root", str(root)]) == 0
    capsys.readouterr()
    return root


def ends_early(monkeypatch: pytest.MonkeyPatch, *arguments: str) -> bool:
    """Whether a command is over before the usual way is entered."""
    entered = []

    def usual(argv: list[str], look: Look | None = None, kept: list[object] | None = None) -> int:
        entered.append((argv, look))
        return 0

    monkeypatch.setattr(cli, "main", usual)
    assert start.main(list(arguments)) == 0
    return not entered


def without_time(said: str) -> str:
    return re.sub(r" in [\d.]+ s\n", "", said)


def test_it_says_what_the_usual_way_says(
    site: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert cli.main(["build", "--root", str(site)]) == 0
    usual = capsys.readouterr()
    assert ends_early(monkeypatch, "build", "--root", str(site))
    early = capsys.readouterr()
    assert without_time(early.out) == without_time(usual.out)
    assert (early.err, usual.err) == ("", "")


def test_it_finds_the_site_above_and_keeps_quiet_when_told_to(
    site: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(site / "content" / "entries")
    assert ends_early(monkeypatch, "build", "--quiet")
    assert capsys.readouterr().out == ""
    assert ends_early(monkeypatch, "build", f"--root={site}", "--workers", "3")


def add(path: str) -> Callable[[Path], None]:
    def change(root: Path) -> None:
        (root / path).write_text("x: y\n")

    return change


def edit(path: str) -> Callable[[Path], None]:
    def change(root: Path) -> None:
        (root / path).write_text((root / path).read_text() + "\n")

    return change


def link(path: str) -> Callable[[Path], None]:
    def change(root: Path) -> None:
        (root / path).symlink_to(root)

    return change


CHANGES = {
    "a file of the content": edit("content/site.yaml"),
    "an entry": edit("content/entries/bridge.md"),
    "a new entry": add("content/entries/new.md"),
    "an entry less": lambda root: (root / "content/entries/bridge.md").unlink(),
    "a link": link("content/entries/link.md"),
    "no output": lambda root: shutil.rmtree(root / "public"),
    "output elsewhere": lambda root: (
        (root / "public").rename(root / "other"),
        (root / "public").symlink_to(root / "other"),
    ),
    "a switch that was broken off": add(f"{STATE}/journal.json"),
    "staged files": lambda root: (root / STATE / "staging").mkdir(),
    "no note": lambda root: (root / STATE / LISTING).unlink(),
    "another program's note": lambda root: (root / STATE / LISTING).write_text("a\nb\n{}\n"),
    "a note cut short": lambda root: (root / STATE / LISTING).write_text("a"),
    "state elsewhere": lambda root: (
        (root / STATE).rename(root / "other"),
        (root / STATE).symlink_to(root / "other"),
    ),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_it_leaves_the_rest_to_the_usual_way(
    site: Path, change: Callable[[Path], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    change(site)
    assert not ends_early(monkeypatch, "build", "--root", str(site))


@pytest.mark.parametrize(
    "options", [["--drafts"], ["--json"], ["--explain"], ["--out", "x"], ["--base-url", "x"]]
)
def test_unusual_options_go_the_usual_way(
    site: Path, options: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert not ends_early(monkeypatch, "build", "--root", str(site), *options)


def test_warnings_are_said_again(
    site: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    entry = site / "content/entries/bridge.md"
    entry.write_text(entry.read_text() + "\n[^note]: Nothing refers to this.\n")
    assert cli.main(["build", "--root", str(site)]) == 0
    time.sleep(2 * FRESH_NS / 1e9)
    assert cli.main(["build", "--root", str(site)]) == 0
    assert "footnote.unused" in capsys.readouterr().err
    assert not ends_early(monkeypatch, "build", "--root", str(site))


def rid(path: str) -> Callable[[Path], None]:
    def change(public: Path) -> None:
        for found in public.glob(path) if path else [public]:
            if found.is_dir():
                shutil.rmtree(found)
            else:
                found.unlink()

    return change


@pytest.mark.parametrize(
    "path", ["", "*", "index.html", "assets", "entries/bridge", "*/index.html"]
)
@pytest.mark.parametrize("change", [None, edit("content/entries/bridge.md")], ids=["", "edited"])
def test_what_was_deleted_from_the_site_comes_back(
    site: Path,
    path: str,
    change: Callable[[Path], None] | None,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """It said that all was there and unchanged, and left the folder empty."""
    public = site / "public"
    before = {file: file.read_bytes() for file in public.rglob("*") if file.is_file()}
    rid(path)(public)
    lost = sum(not file.is_file() for file in before)
    if change:
        change(site)
    assert start.main(["build", "--root", str(site)]) == 0
    assert lost
    assert int(re.findall(r"(\d+) files written", capsys.readouterr().out)[0]) >= lost
    after = {file: file.read_bytes() for file in public.rglob("*") if file.is_file()}
    assert after.keys() == before.keys()
    assert change or after == before
