"""What is looked at comes first: exactly as a clean build would have it, and all else follows."""

from __future__ import annotations

import gc
import itertools
import pickle
import shutil
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from msgspec.structs import replace

from site_gen.diagnostics import Span, error
from site_gen.edges.look import FRESH_NS
from site_gen.edges.output import Switch
from site_gen.engine.build import BuildOptions, build
from site_gen.render import ThemeError
from site_gen.serve import glimpse
from site_gen.serve.memory import Memory
from site_gen.serve.worker import Order, Outcome, remember, run

PROJECT = Path(__file__).parents[2]
SITE = PROJECT / "tests/data/second_site"


@dataclass(slots=True)
class Desk:
    """A site, its preview, and the process that builds it."""

    root: Path
    folder: Path
    memory: Memory = field(default_factory=Memory)
    numbers: Iterator[int] = field(default_factory=itertools.count)

    @property
    def options(self) -> BuildOptions:
        return BuildOptions(root=self.root, out=self.folder / "preview", drafts=True, preview=True)

    def file(self, path: str) -> Path:
        return self.root / "content" / path

    def change(self, path: str, old: str, new: str) -> None:
        text = self.file(path).read_text()
        assert old in text
        self.file(path).write_text(text.replace(old, new))

    def look(self, *paths: str) -> Outcome:
        outcome = run(self.options, Order(quick=True, looked_at=paths), self.memory)
        assert not outcome.crash, outcome.crash
        remember(self.options, self.memory)
        return outcome

    def follow(self) -> Outcome:
        return run(self.options, Order(quick=False), Memory())

    def clean(self) -> dict[str, bytes]:
        out = self.folder / f"clean-{next(self.numbers)}"
        assert build(replace(self.options, out=out)).write is not None
        return tree(out)

    def shown(self) -> dict[str, bytes]:
        return tree(self.folder / "preview")


def tree(folder: Path) -> dict[str, bytes]:
    """Path → bytes of every file."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Desk]:
    """A site that a preview has shown once."""
    monkeypatch.setattr(glimpse, "BUDGET", 60)
    desk = Desk(root=shutil.copytree(SITE, tmp_path / "site"), folder=tmp_path)
    shutil.copytree(PROJECT / "themes", desk.root / "themes")
    time.sleep(2 * FRESH_NS / 1e9)
    assert not desk.look().failed
    yield desk
    gc.unfreeze()


ENTRY = "entries/saltway-reopens.md"
PAGE = "entries/saltway-reopens/index.html"


def retitled(desk: Desk) -> None:
    desk.change(ENTRY, "title: Saltway reopens", "title: Saltway once more")
    desk.change(ENTRY, ": Saltway Bridge reopened", ": Saltway once more")


def redated(desk: Desk) -> None:
    text = desk.file(ENTRY).read_text()
    heading = next(line for line in text.split("\n") if line.startswith("## "))
    desk.change(ENTRY, heading, "## 1999-01-02: " + heading.partition(": ")[2])


def said_by_another(desk: Desk) -> None:
    desk.change(ENTRY, "speaker: Colonel Pell", "speaker: Sergeant Voss")


def tagged(desk: Desk) -> None:
    desk.change(ENTRY, "tags: [relief,", "tags: [never seen before,")


def source_renamed(desk: Desk) -> None:
    record = desk.root / "seeds/courier-1.yaml"
    text = record.read_text()
    old = next(line for line in text.split("\n") if line.startswith("publisher:"))
    record.write_text(text.replace(old, "publisher: Another Courier"))


def dispute_retitled(desk: Desk) -> None:
    desk.change("disputes/displaced.md", "title: ", "title: Once more ")


def prose_reworded(desk: Desk) -> None:
    desk.change("pages/about.md", "---\ntitle: ", "---\ntitle: All ")


def template_changed(desk: Desk) -> None:
    base = desk.root / "themes/default/templates/base.html"
    base.write_text(base.read_text().replace("<main", "<main data-changed"))


def drafted(desk: Desk) -> None:
    desk.change(ENTRY, "---\ntitle", "---\ndraft: true\ntitle")


def added(desk: Desk) -> None:
    desk.file("entries/new.md").write_text(
        desk.file(ENTRY).read_text().replace("title: ", "title: New ")
    )


def removed(desk: Desk) -> None:
    desk.file(ENTRY).unlink()
    desk.file("disputes/displaced.md").unlink()


EDITS = (
    *(retitled, redated, said_by_another, tagged, source_renamed, dispute_retitled),
    *(prose_reworded, template_changed, drafted, added, removed),
)


@pytest.mark.parametrize("edit", EDITS)
def test_whatever_is_looked_at_is_what_a_clean_build_gives(
    desk: Desk, edit: Callable[[Desk], None]
) -> None:
    pages = [path for path in desk.shown() if path.endswith(".html")]
    edit(desk)
    outcome = desk.look(*pages)
    clean = desk.clean()
    assert outcome.unfinished
    assert outcome.looked_at is not None
    assert set(pages) & clean.keys() <= set(outcome.looked_at)
    shown = desk.shown()
    assert {path: shown[path] for path in outcome.looked_at} == {
        path: clean[path] for path in outcome.looked_at
    }
    assert desk.follow().failed is False
    assert desk.shown() == clean


def test_the_page_of_an_edited_entry_comes_first_too(desk: Desk) -> None:
    retitled(desk)
    assert desk.look().changed == (PAGE,)
    assert b"Saltway once more" in desk.shown()[PAGE]
    assert b"Saltway once more" not in desk.shown()["index.html"]


def test_what_was_looked_at_does_not_outlast_an_edit_that_is_taken_back(desk: Desk) -> None:
    before, text = desk.shown(), desk.file(ENTRY).read_bytes()
    retitled(desk)
    desk.look("index.html", "sources/index.html")
    desk.file(ENTRY).write_bytes(text)
    desk.look("404.html")
    assert b"Saltway once more" in desk.shown()["index.html"]
    assert desk.follow().failed is False
    assert desk.shown() == before


def test_a_new_run_puts_right_what_the_last_left_half_done(desk: Desk) -> None:
    """Also when every file is as it was when the whole site was last built."""
    before, text = desk.shown(), desk.file(ENTRY).read_bytes()
    retitled(desk)
    desk.look("index.html")
    desk.file(ENTRY).write_bytes(text)
    desk.memory = Memory()
    assert not desk.look().unfinished
    assert desk.shown() == before


def test_words_come_the_shortest_way_again_when_all_has_followed(desk: Desk) -> None:
    redated(desk)
    desk.look()
    desk.follow()
    text = desk.file(ENTRY).read_text()
    desk.file(ENTRY).write_text(f"{text}\nIt rained.\n")
    outcome = desk.look("index.html")
    assert outcome.looked_at is None  # not a glimpse
    assert outcome.changed == (PAGE,)
    retitled(desk)  # what memory has of the entry is older than these words
    desk.look("index.html")
    assert b"It rained." in desk.shown()[PAGE]
    assert b"Saltway once more" in desk.shown()["index.html"]
    desk.follow()
    assert desk.shown() == desk.clean()


def test_an_entry_that_is_gone_is_gone_at_once(desk: Desk) -> None:
    desk.file("disputes/displaced.md").unlink()
    desk.file(ENTRY).rename(desk.file("entries/other-name.md"))
    outcome = desk.look()
    assert set(outcome.changed) == {PAGE, "entries/other-name/index.html"}
    assert PAGE not in desk.shown()
    desk.follow()
    assert desk.shown() == desk.clean()


def test_styles_come_at_once_and_are_taken_back(desk: Desk) -> None:
    style = desk.root / "themes/default/assets/style.css"
    before, text = desk.shown(), style.read_bytes()
    for number in range(3):
        style.write_bytes(text + b"/* %d */" % number)
        outcome = desk.look("index.html")
        assert outcome.changed == ("assets/style.css",)
        assert outcome.unfinished
        assert desk.shown()["assets/style.css"].endswith(b"/* %d */" % number)
    style.write_bytes(text)
    desk.look("index.html")
    desk.follow()
    assert desk.shown() == before


def test_a_mistake_keeps_everything_and_its_mending_shows(desk: Desk) -> None:
    before, text = desk.shown(), desk.file(ENTRY).read_text()
    desk.change(ENTRY, "sources: [", "sources: [nowhere, ")
    outcome = desk.look("index.html")
    assert "source.unknown" in [d.code for d in outcome.diagnostics]
    assert outcome.failed
    assert desk.shown() == before
    desk.file(ENTRY).write_text(text)
    assert not desk.look("index.html").failed
    desk.follow()
    assert desk.shown() == before


def record_gone(desk: Desk) -> None:
    (desk.root / "seeds/herald-1.yaml").unlink()


def record_reworded(desk: Desk) -> None:
    record = desk.root / "seeds/courier-1.yaml"
    record.write_text(record.read_text() + "reworded: true\n")


def record_broken(desk: Desk) -> None:
    (desk.root / "seeds/courier-2.yaml").write_text("headline: [\n")


def tag_spelt_otherwise(desk: Desk) -> None:
    desk.change(ENTRY, "tags: [relief,", "tags: [Relief,")


def account_gone(desk: Desk) -> None:
    desk.change("entries/convoys-to-dunmere.md", "{#first-convoy}", "{#other-convoy}")


def entry_gone(desk: Desk) -> None:
    desk.file("entries/league-at-harrow-lock.md").unlink()


def entry_twice(desk: Desk) -> None:
    shutil.copy(desk.file(ENTRY), desk.file("entries/copy.md"))
    desk.change("entries/copy.md", "title: ", "slug: saltway-reopens\ntitle: ")


@pytest.mark.parametrize(
    "change",
    [
        *(record_gone, record_reworded, record_broken, tag_spelt_otherwise),
        *(account_gone, entry_gone, entry_twice),
    ],
)
def test_a_mistake_between_files_is_found_in_those_that_have_not_changed(
    desk: Desk, change: Callable[[Desk], None]
) -> None:
    """What is checked once need not be checked again, unless what it was checked against changed."""
    before = {
        path: path.read_bytes()
        for folder in ("content", "seeds")
        for path in sorted((desk.root / folder).rglob("*.*"))
    }
    for _ in range(2):
        change(desk)
        outcome = desk.look("index.html")
        assert outcome.failed
        assert (
            outcome.diagnostics == build(replace(desk.options, out=desk.folder / "x")).diagnostics
        )
        desk.file("entries/copy.md").unlink(missing_ok=True)
        for path, content in before.items():
            path.write_bytes(content)
        # Other words, so that it is not the state of the last whole build.
        path = desk.file(ENTRY)
        path.write_text(path.read_text() + "\nIt rained.\n")
        before[path] = path.read_bytes()
        outcome = desk.look("index.html")
        assert not outcome.diagnostics, outcome.diagnostics
        assert b"It rained." in desk.shown()[PAGE]
    desk.follow()
    assert desk.shown() == desk.clean()


def test_an_outcome_carries_the_open_pages_that_it_has_changed(desk: Desk) -> None:
    """The file on the disk may be that of the next build by the time that a browser is told."""
    retitled(desk)
    outcome = desk.look("index.html", "404.html", PAGE)
    assert outcome.contents.keys() == {"index.html", PAGE}
    assert all(desk.shown()[path] == content for path, content in outcome.contents.items())
    path = desk.file(ENTRY)
    path.write_text(path.read_text() + "\nIt rained.\n")
    outcome = desk.look("index.html", "404.html", PAGE)
    assert b"It rained." in outcome.contents[PAGE]


def test_settings_are_for_the_long_way(desk: Desk) -> None:
    desk.change("site.yaml", "title: ", "title: New ")
    outcome = desk.look("index.html")
    assert outcome.looked_at is None
    assert not outcome.unfinished
    assert desk.shown() == desk.clean()
    retitled(desk)
    assert desk.look("index.html").looked_at is not None


def test_many_new_entries_are_for_the_long_way(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(glimpse, "MOST", 1)
    retitled(desk)
    added(desk)
    assert not desk.look().unfinished
    assert desk.shown() == desk.clean()


def test_what_takes_too_long_follows_with_all_else(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(glimpse, "BUDGET", 0)
    retitled(desk)
    outcome = desk.look("index.html")
    assert outcome.looked_at == ()
    desk.follow()
    assert desk.shown() == desk.clean()


@pytest.mark.parametrize(("text", "col"), [("{{ view.nothing_like_this }}", 9), ("{% for %}", 8)])
def test_a_mistake_in_a_template_is_shown_where_it_is(desk: Desk, text: str, col: int) -> None:
    template = desk.root / "themes/default/templates/about.html"
    page = template.with_name("page.html")
    page.write_text('one\n{% include "about.html" %}\n')
    template.write_text(f"one\n\n{text}\n")
    for outcome in (desk.look("about/index.html"), desk.follow()):
        (problem,) = outcome.problems
        assert problem.place is not None
        assert (problem.place.path, problem.place.line, problem.place.text) == (
            "themes/default/templates/about.html",
            3,
            text,
        )
        assert str(problem).startswith(f"themes/default/templates/about.html:3:{col}: error: ")


def test_a_mistake_in_a_template_crosses_processes() -> None:
    fault = error("template.failed", "it is undefined", Span(path="page.html", line=3))
    problem = pickle.loads(pickle.dumps(ThemeError(fault, "/about/")))
    assert str(problem) == str(ThemeError(fault, "/about/"))
    assert str(problem).endswith("it is undefined, on the page /about/")


class Killed(BaseException):
    """No exception that anything catches."""


@pytest.mark.parametrize("when", ["before", "after"])
def test_a_process_that_is_killed_over_a_glimpse_leaves_nothing_wrong(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, when: str
) -> None:
    before, text = desk.shown(), desk.file(ENTRY).read_bytes()
    # As long as before: no size gives the page away.
    desk.change(ENTRY, ": Saltway Bridge reopened", ": Saltway Bridge shut now")
    commit = Switch.commit

    def killed(self: Switch) -> None:
        if when == "after":
            commit(self)
        raise Killed

    with monkeypatch.context() as patch:
        patch.setattr(Switch, "commit", killed)
        with pytest.raises(Killed):
            desk.look("index.html")
    desk.file(ENTRY).write_bytes(text)
    desk.memory = Memory()
    assert not desk.look().failed
    assert desk.shown() == before
