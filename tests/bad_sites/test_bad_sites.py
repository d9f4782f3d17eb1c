"""Sites made bad by hand: `build` says everything that is wrong, where it is, and exits with 1.

Each site is the good one of `tests/cases/base` with one or more changes; the files beside this one tell
them, in the form that CONTRIBUTING.md describes. What is expected is all that is said: a diagnostic more
is as wrong as one that is missing.
"""

from __future__ import annotations

import ast
import re
import shutil
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from site_gen.cli import main
from site_gen.edges.source import Tree

HERE = Path(__file__).parent
BASE = HERE.parent / "cases" / "base"
_SAID = re.compile(r"^(\S.*?:\d+:\d+: (?:error|warning)\[[a-z_.]+\]): ", re.MULTILINE)
_MANY = re.compile(rb"\{\{(.+?)\*(\d+)\}\}")


@dataclass(slots=True)
class Change:
    """What is done to one file of the good site."""

    file: str
    old: list[str] = field(default_factory=list)
    """Text to be replaced; none: the whole file."""
    new: list[str] = field(default_factory=list)
    raw: bytes = b""
    """Content of the whole file, byte for byte."""
    removed: bool = False

    def make(self, root: Path) -> None:
        """Change a site."""
        path = root / self.file
        path.parent.mkdir(parents=True, exist_ok=True)
        if self.removed:
            path.unlink()
            return
        new = self.raw or "\n".join(self.new).encode()
        new = _MANY.sub(lambda found: found[1] * int(found[2]), new)
        if self.old:
            text, old = path.read_bytes(), "\n".join(self.old).encode()
            assert old in text, f"{self.file} does not hold {old!r}"
            new = text.replace(old, new)
        elif not self.raw:
            new += b"\n"
        path.write_bytes(new)


@dataclass(slots=True)
class BadSite:
    """One site, and what must be said of it."""

    name: str
    command: str = "build"
    changes: list[Change] = field(default_factory=list)
    expected: list[str] = field(default_factory=list)

    @property
    def errors(self) -> int:
        """How many of them are errors."""
        return sum("error[" in line for line in self.expected)


def read(path: Path) -> list[BadSite]:
    """The sites that a file tells of."""
    found: list[BadSite] = []
    for number, line in enumerate(path.read_text(encoding="utf-8").split("\n"), 1):
        sign, text = line[:2].rstrip(), line[2:]
        match sign:
            case "#":
                found.append(BadSite(text))
            case "!":
                found[-1].command = text
            case "@":
                found[-1].changes.append(Change(text))
            case "-":
                found[-1].changes[-1].old.append(text)
            case "+":
                found[-1].changes[-1].new.append(text)
            case "b":
                found[-1].changes[-1].raw += ast.literal_eval(f'b"{text}"')
            case "x":
                found[-1].changes[-1].removed = True
            case "=":
                found[-1].expected.append(text)
            case _:
                assert not line, f"{path.name}:{number}: {line}"
    return found


SITES = {path.stem: read(path) for path in sorted(HERE.glob("*.txt"))}
ALL = [(area, site) for area, sites in SITES.items() for site in sites]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """The good site, to be made bad."""
    return shutil.copytree(BASE, tmp_path / "site")


def run(command: str, root: Path, capsys: pytest.CaptureFixture[str]) -> tuple[int, list[str], str]:
    """Exit code of a command, diagnostics, and all that was said."""
    code = main([command, "--root", str(root), *(["--quiet"] if command == "build" else [])])
    said = capsys.readouterr()
    return code, _SAID.findall(said.err), said.err + said.out


@pytest.mark.parametrize(
    "bad", [site for _, site in ALL], ids=[f"{area}: {site.name}" for area, site in ALL]
)
def test_everything_that_is_wrong_is_said(
    bad: BadSite, root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for change in bad.changes:
        change.make(root)
    code, told, said = run(bad.command, root, capsys)
    assert told == bad.expected, said
    assert code == int(bool(bad.errors))
    assert not (bad.errors and (root / "public").exists())


@pytest.mark.parametrize("bad", SITES["combined"], ids=lambda bad: bad.name)
@pytest.mark.parametrize("below", ["", "chronicle/2031/"])
def test_annotations_come_on_the_same_lines(
    bad: BadSite,
    below: str,
    root: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """Also where the site is a folder of a larger repository: then from the repository's top."""
    for change in bad.changes:
        change.make(root)
    top = tmp_path / "repository"
    (top / below).parent.mkdir(parents=True, exist_ok=True)
    root = root.rename(top / below)
    monkeypatch.setenv("GITHUB_WORKSPACE", str(top))
    assert main(["check", "--root", str(root), "--format", "github"]) == 1
    out = capsys.readouterr().out.splitlines()
    form = re.compile(r"::(error|warning) file=([^,:]+),line=(\d+),col=(\d+),title=([a-z_.]+)::.+")
    told = [form.fullmatch(line) for line in out]
    assert all(told), out
    places = [f"{m[2]}:{m[3]}:{m[4]}: {m[1]}[{m[5]}]" for m in told if m]
    assert places == [f"{below}{line}" for line in bad.expected]


def test_a_link_out_of_the_site_is_not_followed(
    root: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    secret = tmp_path / "elsewhere" / "secret.md"
    secret.parent.mkdir()
    secret.write_text("secret", encoding="utf-8")
    (root / "content" / "entries" / "link.md").symlink_to(secret)
    (root / "seeds" / "all").symlink_to(secret.parent)
    code, told, _ = run("build", root, capsys)
    assert code == 1
    assert told == [
        "content/entries/link.md:1:1: error[file.outside]",
        "seeds/all:1:1: error[file.outside]",
    ]


def test_a_file_that_cannot_be_read_is_named(
    root: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Permissions stop nobody who runs tests as root, so the refusal is planted."""
    ferry, read_file = "content/entries/ferry.md", Tree.read

    def refuse(self: Tree, path: str, size: int = 0) -> bytes:
        if path == ferry:
            raise PermissionError(13, "Permission denied")
        return read_file(self, path, size)

    monkeypatch.setattr(Tree, "read", refuse)
    code, told, _ = run("build", root, capsys)
    assert code == 1
    assert told == [
        "content/disputes/why.md:4:37: error[reference.unknown]",
        f"{ferry}:1:1: error[file.unreadable]",
    ]


def test_the_good_site_is_good(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    shutil.rmtree(root / "themes")
    assert run("build", root, capsys) == (0, [], "")


def test_there_are_enough_of_them() -> None:
    bad = [site for _, site in ALL if site.errors]
    assert len(bad) >= 150
    assert sum(len(site.expected) > 1 for site in bad) >= 30
    assert len({(area, site.name) for area, site in ALL}) == len(ALL)
