"""What the README shows can be typed in as it stands there."""

from __future__ import annotations

import re
import shutil
import textwrap
from pathlib import Path

import pytest

from site_gen.cli import main

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def blocks() -> list[str]:
    """Every block of YAML or Markdown, without its fences."""
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    found = re.findall(
        r"^( *)(`{3,})(?:yaml|markdown)\n(.*?)^\1\2$", text, re.MULTILINE | re.DOTALL
    )
    return [textwrap.dedent(block) for _, _, block in found]


def test_the_entry_and_its_source_are_sound(
    blocks: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("content", "seeds"):
        shutil.copytree(ROOT / name, tmp_path / name)
    (entry,) = [block for block in blocks if block.startswith("---\ntitle: Crossing reopens")]
    (source,) = [block for block in blocks if block.startswith("headline:")]
    assert main(["new", "Crossing reopens", "--root", str(tmp_path)]) == 0
    path = tmp_path / "content/entries/crossing-reopens.md"
    assert path.is_file()
    path.write_text(entry, encoding="utf-8")
    (tmp_path / "seeds/example-post-14.yaml").write_text(source, encoding="utf-8")
    assert main(["check", "--root", str(tmp_path)]) == 0
    assert "crossing-reopens" not in capsys.readouterr().err


def test_two_files_are_the_beginning_of_a_chronology(
    blocks: list[str],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["build"]) == 1
    assert "begin one" in capsys.readouterr().err
    (tmp_path / "content").mkdir()
    files = [block for block in blocks if block.startswith("# content/")]
    for block in files:
        (tmp_path / block.split()[1]).write_text(block, encoding="utf-8")
    assert len(files) == 2
    for command in (
        ["check"],
        ["new", "Rivers rise"],
        ["check", "--drafts"],
        ["build", "--drafts", "--quiet"],  # on a busy machine it would say how far it is
    ):
        assert main(command) == 0
    assert not capsys.readouterr().err
    assert (tmp_path / "public/entries/rivers-rise/index.html").is_file()
    assert "https://you.github.io/floods/" in (tmp_path / "public/robots.txt").read_text("utf-8")
