"""What must hold for every tracked file."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]

# Put together from pieces, so that this file does not carry what it forbids.
SLASH = "/"
FORBIDDEN = {
    "a path of one machine": re.compile(
        rf"(?<![\w.{SLASH}]){SLASH}(?:home|root|Users|work|opt)(?:{SLASH})[\w.-]"
        rf"|(?<![\w.{SLASH}]){SLASH}tmp{SLASH}[\w.-]"
    ),
    "the address of a package registry": re.compile(
        r"files\.python" + r"hosted\.org|py" + r"pi\.org/simp" + r"le|registry\.np" + r"mjs\.org"
        r"|--(?:extra-)?index-" + r"url|--find-" + r"links"
    ),
    "a conflict left by a merge": re.compile(r"^(?:<{7}|>{7}) ", re.MULTILINE),
}


def git(*arguments: str) -> str:
    command = ["git", *arguments]
    return subprocess.run(command, cwd=ROOT, capture_output=True, check=True).stdout.decode()


def tracked() -> list[Path]:
    """Files that git tracks, or would: new ones that it does not ignore are held to the same."""
    names = git("ls-files", "-z", "--cached", "--others", "--exclude-standard").split("\0")
    return [path for name in names if name and (path := ROOT / name).is_file()]


def finds(text: str) -> list[str]:
    return [
        f"{what}: {match.group(0)!r} in line {text.count(chr(10), 0, match.start()) + 1}"
        for what, pattern in FORBIDDEN.items()
        for match in pattern.finditer(text)
    ]


def test_no_file_names_a_machine_or_a_registry() -> None:
    found = [
        f"{path.relative_to(ROOT)}: {find}"
        for path in tracked()
        for find in finds(path.read_bytes().decode(errors="replace"))
    ]
    assert not found, "\n".join(found)


@pytest.mark.parametrize(
    "planted",
    [
        "see " + SLASH.join(["", "home", "ana", "site"]),
        "open('" + SLASH.join(["", "tmp", "x.html"]) + "')",
        "--index-" + "url https://mirror.example/simple",
        "<" * 7 + " HEAD",
    ],
)
def test_a_planted_one_is_found(planted: str) -> None:
    assert finds(planted)


@pytest.mark.parametrize(
    "fine", ["/repo/", "https://example.org/tmp/x", "content/home/x", "tests/opt/a"]
)
def test_what_only_looks_like_one_is_not(fine: str) -> None:
    assert not finds(fine)


def test_no_symbolic_link_is_tracked() -> None:
    """Its target would be a path of the machine on which it was made."""
    modes = [line.split(" ", 1) for line in git("ls-files", "--stage").splitlines()]
    assert [rest for mode, rest in modes if mode == "120000"] == []


def test_public_is_in_a_clone_and_empty() -> None:
    names = {path.relative_to(ROOT).as_posix() for path in tracked()}
    assert {name for name in names if name.startswith("public/")} == {"public/.gitkeep"}


def test_no_leftover_marks() -> None:
    words = [
        "TO" + "DO",
        "FIX" + "ME",
        "pytest.mark.sk" + "ip",
        "pytest.mark.xf" + "ail",
        "XX" + "X:",
    ]
    pattern = re.compile(r"\b(?:" + "|".join(re.escape(word) for word in words) + ")")
    found = [
        f"{path.relative_to(ROOT)}: {match.group(0)}"
        for path in tracked()
        if path.suffix in {".py", ".sh", ".js", ".css", ".html", ".md", ".toml", ".yml", ".yaml"}
        for match in pattern.finditer(path.read_text(encoding="utf-8", errors="replace"))
    ]
    assert not found, "\n".join(found)


def test_what_the_documentation_names_is_there() -> None:
    """A promise that names the test which holds it must not outlive that test."""
    named = {
        (path.name, name)
        for path in (*ROOT.glob("*.md"), *ROOT.glob("docs/*.md"))
        for name in re.findall(
            r"(?<![\w/.])(?:tests|tools|docs|site_gen)/[\w/.-]*\w", path.read_text()
        )
    }
    assert len(named) > 50
    assert sorted((doc, name) for doc, name in named if not (ROOT / name).exists()) == []
