"""Entries damaged at random: whatever stands in a file, it is read to the end, and never a traceback.

Good files are cut, spliced and sprinkled with what parsers trip over. Each ruin is read by itself; many
go through the command line, into a site that was built before, as an editor's save would. What is said
of a ruin must lie within it and carry a code that `docs/diagnostics.md` lists; what is built must be
whole. `SITE_GEN_FUZZ_SECONDS=600` goes on for longer, `SITE_GEN_FUZZ_SEED=7` along another way; the
number of a failing ruin, given as `SITE_GEN_FUZZ_ONLY`, brings that one back; `-s` prints how many there were.
"""

from __future__ import annotations

import contextlib
import io
import os
import re
import shutil
import time
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

import pytest

from site_gen.cli import main
from site_gen.edges.source import Tree
from site_gen.engine.reading import read_site
from site_gen.parsing.entry import read_entry
from site_gen.parsing.entry_reading import ReadingContext

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).resolve().parents[2]
SITES = (ROOT / "tests/data/second_site", ROOT / "tests/data/reader", ROOT / "tests/cases/base")
PLAIN = ROOT / "tests/bench/plain_theme"
SECONDS = float(os.environ.get("SITE_GEN_FUZZ_SECONDS", "30"))
SEED = int(os.environ.get("SITE_GEN_FUZZ_SEED", "2021"))
ONLY = os.environ.get("SITE_GEN_FUZZ_ONLY", "")
SLOW = 5.0
"""Seconds of processor time for one ruin; a parser that needs more has lost its way."""
CODES = frozenset(
    re.findall(
        r"^\| `([a-z_.]+)` \|", (ROOT / "docs/diagnostics.md").read_text("utf-8"), re.MULTILINE
    )
)

PIECES = (
    # YAML
    *("---", "...", "---\n", ": ", "- ", "? ", "&a ", "*a", "<<: ", "!!python/name:os.system "),
    *("!x", "%YAML 1.1\n", "|", ">-", "|+9", "[", "]", "{", "}", "[[[[", "{a: {b: {c", '"', "'"),
    *("''", "\\", '"\\u0000"', '"\\ud800"', '"\\x07"', "#", " #", "\t", "~", "null", "yes", "0x1F"),
    *("1_000", "1e999", "-0", ".nan", "2021-02-30", "9" * 40, "-1", "0.1", "true", "draft: true"),
    # Dates
    *("2021-07-08", "2021-13-40", "2021-XX", "202X", "XXXX", "../2021", "2021/..", "../.."),
    *("2021-07-08/2021-07-01", "2021~", "2021-07-08?", "-0001", "Y17E8", "2021-21", "0000-01-01"),
    *("9999-12-31", "9999/..", "0000", "1985-04-12T23:20:30Z"),
    # Events and Markdown
    *("## ", "## 2021: ", "## 2021-07-08: x {#x}", "{#x}", "{#", "# ", "###### ", "```", "~~~"),
    *("```yaml event\n", "```yaml event\nclaims:\n  - {speaker: A, says: b}\n```\n", "```yaml\n"),
    *(
        "[a](b)",
        "[a](/entries/)",
        "[a](javascript:1)",
        "![a](b)",
        "![](media/x.png)",
        "[^1]",
        "[a]",
    ),
    *("[^1]: x", "<b>", "<!--", "&amp;", "&#0;", "&#x110000;", "*", "**", "_", "`", "| a | b |\n"),
    *("|-|-|\n", "> ", "> " * 40, "- " * 40, "1. ", "    ", "\n\n", "<http://x>", "http://", "@"),
    *("{{ x }}", "{% x %}", "{#", "${x}", "../../etc/passwd", "/", "//", "a/../b", "C:\\x", "."),
    # Characters
    *("\x00", "\x07", "\x1b[31m", "\x7f", "\x85", "\xa0", "\xad", "\u200b", "\u200e", "\u202e"),
    *("\u2028", "\u2029", "\ufeff", "\ufffe", "\U0001f600", "\U000e0041", "e\u0301", "ﬁ", "İ", "ß"),
    *("ک", "ي", "٣", "²", "Ⅷ", "\r", "\r\n", "\v", "\f", "a" * 300, "\n" * 50, " " * 200),
)
BYTES = (
    b"\xff",
    b"\xc0\x80",
    b"\xed\xa0\x80",
    b"\xf4\x90\x80\x80",
    b"\xe2\x80",
    b"\x80",
    b"\xef\xbb\xbf",
)
KEYS = re.compile(r"^( *(?:- )?)([a-z_]+):", re.MULTILINE)
UNPRINTABLE = re.compile("[\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069]")
WORDS = re.compile(r"\w+")


def seeds(folder: str) -> list[str]:
    """The good files of all sites in one folder."""
    return [
        path.read_text("utf-8") for site in SITES for path in sorted((site / folder).glob("*.*"))
    ]


@dataclass
class Ruiner:
    """Makes ruins of good texts; a number always gives the same one.

    Args:
        good: texts.
    """

    good: list[str]
    words: list[str] = field(default_factory=list)
    keys: list[str] = field(default_factory=list)
    lines: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        text = "\n".join(self.good)
        self.words = sorted(set(WORDS.findall(text)))
        self.keys = sorted({key for _, key in KEYS.findall(text)})
        self.lines = sorted(set(text.split("\n")))

    def ruin(self, text: str, chance: Random) -> bytes:
        """One ruin of a text."""
        for _ in range(chance.choice((1, 1, 1, 2, 2, 3, 5, 9))):
            text = chance.choice(self.ways)(self, text, chance)
        raw = text.encode("utf-8", "surrogatepass")
        if chance.random() < 0.06:
            for _ in range(chance.randint(1, 3)):
                at = chance.randrange(len(raw) + 1)
                raw = raw[:at] + chance.choice(BYTES) + raw[at + chance.randint(0, 2) :]
        return raw

    def insert(self, text: str, chance: Random) -> str:
        at = chance.randrange(len(text) + 1)
        return text[:at] + chance.choice(PIECES) + text[at:]

    def begin_line(self, text: str, chance: Random) -> str:
        lines = text.split("\n")
        at = chance.randrange(len(lines))
        lines[at] = chance.choice(PIECES) + lines[at]
        return "\n".join(lines)

    def cut(self, text: str, chance: Random) -> str:
        at = chance.randrange(len(text) + 1)
        return text[:at] + text[at + chance.choice((1, 1, 2, 5, 20, 100)) :]

    def end_early(self, text: str, chance: Random) -> str:
        return text[: chance.randrange(len(text) + 1)]

    def drop_line(self, text: str, chance: Random) -> str:
        lines = text.split("\n")
        del lines[chance.randrange(len(lines))]
        return "\n".join(lines)

    def repeat_lines(self, text: str, chance: Random) -> str:
        lines = text.split("\n")
        at = chance.randrange(len(lines))
        part = lines[at : at + chance.choice((1, 1, 2, 4, 12))]
        there = chance.randrange(len(lines) + 1)
        return "\n".join(lines[:there] + part * chance.choice((1, 1, 1, 2, 30)) + lines[there:])

    def borrow_line(self, text: str, chance: Random) -> str:
        lines = text.split("\n")
        lines.insert(chance.randrange(len(lines) + 1), chance.choice(self.lines))
        return "\n".join(lines)

    def indent(self, text: str, chance: Random) -> str:
        lines = text.split("\n")
        at = chance.randrange(len(lines))
        for number in range(at, min(at + chance.randint(1, 5), len(lines))):
            lines[number] = (
                " " * chance.randint(1, 5) + lines[number]
                if chance.random() < 0.6
                else lines[number].lstrip()
            )
        return "\n".join(lines)

    def splice(self, text: str, chance: Random) -> str:
        other = chance.choice(self.good)
        return text[: chance.randrange(len(text) + 1)] + other[chance.randrange(len(other) + 1) :]

    def swap_word(self, text: str, chance: Random) -> str:
        found = list(WORDS.finditer(text))
        if not found:
            return text
        word = chance.choice(found)
        new = chance.choice(self.words) if chance.random() < 0.5 else chance.choice(PIECES)
        return text[: word.start()] + new + text[word.end() :]

    def swap_key(self, text: str, chance: Random) -> str:
        found = list(KEYS.finditer(text))
        if not found:
            return text
        key = chance.choice(found)
        return text[: key.start(2)] + chance.choice(self.keys) + text[key.end(2) :]

    def swap_value(self, text: str, chance: Random) -> str:
        found = list(KEYS.finditer(text))
        if not found:
            return text
        start = chance.choice(found).end()
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        return f"{text[:start]} {chance.choice((*PIECES, *self.words))}{text[end:]}"

    ways = (
        insert,
        insert,
        begin_line,
        cut,
        end_early,
        drop_line,
        repeat_lines,
        borrow_line,
        indent,
        splice,
        swap_word,
        swap_word,
        swap_key,
        swap_value,
        swap_value,
    )


def numbers(seconds: float) -> Iterator[int]:
    """Numbers of ruins, until the time is over."""
    if ONLY:
        yield int(ONLY)
        return
    number, end = 0, time.monotonic() + seconds
    while time.monotonic() < end:
        number += 1
        yield number
    print(f"{number} ruins in {seconds:.0f} s")
    assert number > 20


@contextlib.contextmanager
def named(number: int, raw: bytes) -> Iterator[None]:
    """Say which ruin it was when something goes wrong."""
    began = time.process_time()
    try:
        yield
        assert time.process_time() - began < SLOW
    except BaseException as problem:
        problem.add_note(f"SITE_GEN_FUZZ_SEED={SEED} SITE_GEN_FUZZ_ONLY={number}\n{raw!r}")
        raise


def found_context() -> ReadingContext:
    """What names are looked up in."""
    site = read_site(Tree(root=SITES[0])).found
    return ReadingContext(config=site.config, gazetteer=site.gazetteer, actors=site.actors)


def read_one(number: int, ruiner: Ruiner, context: ReadingContext) -> set[str]:
    """Read a ruin by itself; how bad it is."""
    chance = Random(f"{SEED} {number}")
    raw = ruiner.ruin(chance.choice(ruiner.good), chance)
    with named(number, raw):
        reading = read_entry("content/entries/ruin.md", raw, context)
        lines = re.split(r"\r\n|\r|\n", raw.decode("utf-8", "replace"))
        for d in reading.diagnostics:
            assert d.code in CODES
            assert d.span.path == "content/entries/ruin.md"
            assert 1 <= d.span.line <= len(lines), d
            assert 1 <= d.span.col <= len(lines[d.span.line - 1]) + 1, d
            assert d.message
            assert not UNPRINTABLE.search(str(d).replace("\n  ", "")), d
        assert reading.entry is not None or reading.diagnostics
        hash((reading.entry, reading.outline))
        return {d.severity for d in reading.diagnostics}


def test_every_ruin_is_read_to_its_end() -> None:
    context, ruiner = found_context(), Ruiner(seeds("content/entries"))
    found: set[str] = set()
    for number in numbers(SECONDS * 0.4):
        found |= read_one(number, ruiner, context)
    assert ONLY or found == {"error", "warning"}


def test_a_reader_that_stumbles_is_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    context, ruiner = found_context(), Ruiner(seeds("content/entries"))

    def stumble(*_: object, **__: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr("site_gen.parsing.markdown.parse", stumble)
    with pytest.raises(ZeroDivisionError) as caught:
        _ = [read_one(number, ruiner, context) for number in range(1, 50)]
    assert "SITE_GEN_FUZZ_ONLY=" in caught.value.__notes__[0]


def command(*arguments: str) -> tuple[int, str]:
    """Exit code of a command, and what it says."""
    out, err = io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        code = main([*arguments])
    return code, err.getvalue()


class Desk:
    """A site with the plain theme, built, whose files are ruined one at a time.

    Args:
        folder: where it is put.
    """

    def __init__(self, folder: Path) -> None:
        self.root = shutil.copytree(SITES[0], folder / "site")
        shutil.copytree(PLAIN, self.root / "themes/plain")
        settings = self.root / "content/site.yaml"
        settings.write_text(f"{settings.read_text('utf-8')}\ntheme: plain\n", encoding="utf-8")
        self.kept = {
            path: path.read_bytes()
            for folder in ("content", "seeds")
            for path in sorted((self.root / folder).rglob("*.*"))
            if path.suffix in (".md", ".yaml")
        }
        self.entries = [path for path in self.kept if path.parent.name == "entries"]
        self.others = [path for path in self.kept if path not in self.entries]
        self.ruiners = {path.parent: self.ruiner(path.parent) for path in self.kept}
        self.restore()

    def ruiner(self, folder: Path) -> Ruiner:
        """What makes ruins of the files in one folder."""
        return Ruiner(seeds(folder.relative_to(self.root).as_posix()))

    def restore(self) -> None:
        """Bring the good site back."""
        for path, raw in self.kept.items():
            path.write_bytes(raw)
        assert command("build", "--root", str(self.root), "--quiet")[0] == 0

    def ruin_one(self, number: int) -> int:
        """Ruin a file and run a command, as an editor would; its exit code."""
        chance = Random(f"{SEED} site {number}")
        path = chance.choice(self.entries if chance.random() < 0.7 else self.others)
        raw = self.ruiners[path.parent].ruin(self.kept[path].decode(), chance)
        index = (self.root / "public/index.html").read_bytes()
        path.write_bytes(raw)
        with named(number, raw):
            name, *more = chance.choice((("build",), ("build",), ("check",), ("build", "--drafts")))
            code, said = command(name, "--root", str(self.root), *more)
            codes = re.findall(
                r"^[^:\n]+:\d+:\d+: (error|warning)\[([a-z_.]+)\]: ", said, re.MULTILINE
            )
            assert {code for _, code in codes} <= CODES
            assert code == int(any(severity == "error" for severity, _ in codes)), said
            if code:
                assert (self.root / "public/index.html").read_bytes() == index
        path.write_bytes(self.kept[path])
        return code


def test_every_ruin_is_built_or_refused(tmp_path: Path) -> None:
    """Entries mostly, and now and then another file of the site."""
    desk = Desk(tmp_path)
    found = {desk.ruin_one(number) for number in numbers(SECONDS * 0.6)}
    assert ONLY or found == {0, 1}
    desk.restore()
