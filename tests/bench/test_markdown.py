"""The fast reader of Markdown is why cold builds are quick: see `docs/decisions/009-markdown-speed.md`.

`python tests/bench/test_markdown.py FOLDER` prints the times for the entries in a folder.
"""

from __future__ import annotations

import subprocess
import sys
import timeit
from pathlib import Path
from statistics import median
from time import process_time

import pytest

from site_gen.parsing.markdown import fast, parse

ENTRIES = Path(__file__).parents[2] / "content" / "entries"
PATH = "content/entries/x.md"


def bodies(folder: Path) -> list[str]:
    texts = [file.read_text(encoding="utf-8") for file in sorted(folder.glob("*.md"))]
    return [text.split("\n---\n", 1)[1] for text in texts]


def seconds(texts: list[str], *, use_fast: bool) -> float:
    """Processor time, median of five turns over all texts."""

    def turn() -> None:
        for text in texts:
            parse(text, PATH, entry_path="/entries/x/", fast=use_fast)

    return median(timeit.repeat(turn, timer=process_time, number=1, repeat=5))


def taken() -> list[str]:
    """Bodies of this site that the fast reader takes."""
    return [text for text in bodies(ENTRIES) if fast.sections(text, PATH, 1, "/entries/x/")]


def test_the_fast_reader_takes_most_entries_of_this_site() -> None:
    assert len(taken()) >= len(bodies(ENTRIES)) / 2  # an entry may well have a footnote


@pytest.mark.bench
def test_the_fast_reader_is_fast() -> None:
    assert seconds(taken(), use_fast=True) < seconds(taken(), use_fast=False) * 0.4


def test_plain_entries_need_no_parser_at_all() -> None:
    program = (
        "import sys; from site_gen.parsing.markdown import inline, parse, render;"
        "parse('a *b*\\n\\n## c\\n', 'x.md');"
        "render('a `b`', 'x.md'); inline('a **b**');"
        "print([name for name in sys.modules if name.startswith(('markdown_it', 'mdit', 'urllib'))])"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert done.stdout == "[]\n"


if __name__ == "__main__":
    found = bodies(Path(sys.argv[1]) if len(sys.argv) > 1 else ENTRIES)
    plain, quick = (seconds(found, use_fast=use) / len(found) * 1e6 for use in (False, True))
    given_up = sum(fast.sections(text, PATH, 1, "") is None for text in found)
    print(f"{len(found)} entries, {given_up} of them left to the reference")
    print(f"{plain:.0f} µs an entry by the reference, {quick:.0f} µs with the fast reader")
    print(f"ratio {quick / plain:.2f}")
