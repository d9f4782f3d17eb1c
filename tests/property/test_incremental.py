"""Whatever is edited in whatever order, an incremental build gives the tree that a clean build gives.

Pages are not drawn by templates here: each is written as a dump of everything that a template could
see of it. A view that changes without its page being made again thus shows at once, also where the
default theme would not draw it.
"""

from __future__ import annotations

import dataclasses
import gc
import itertools
import os
import shutil
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    Bundle,
    RuleBasedStateMachine,
    consumes,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)
from msgspec import Struct
from msgspec.structs import replace

from site_gen import render
from site_gen.engine.build import BuildOptions, build
from site_gen.pages import cards
from site_gen.pages.digests import Digests
from site_gen.pages.views import PartView
from site_gen.serve import glimpse, memory
from site_gen.serve import worker as serve_worker
from site_gen.serve.memory import Memory
from site_gen.serve.worker import Order
from site_gen.web.address import PROSE

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from site_gen.pages import Page
    from site_gen.themes.theme import Theme

EXAMPLES = int(os.environ.get("SITE_GEN_EXAMPLES", "4"))
"""How many histories of edits are tried; more on demand."""

SITE = """\
title: Estravia, spring 2031
base_url: https://chronicle.example/{base}
order: {order}
period: 2031-03-01/2031-05-31
event_types: [Statement]
parties:
  crown: {{label: The Crown, belligerent: true}}
  league: {{label: The League, belligerent: true}}
series:
  bridges: {{title: Bridges closed, unit: bridges}}
"""
GAZETTEER = """\
country: {{name: Estravia, code: XE}}
provinces:
  - code: XE-NOR
    name: {north}
    aliases: [North]
    capital: {{name: Norvale, lat: 52.2, lon: 21.1}}
    neighbours: [XE-SOU]
  - code: XE-SOU
    name: Southmere
    aliases: [South]
    neighbours: [XE-NOR]
"""
ACTORS = """\
actors:
  - {{name: Ada Fenn, kind: person, party: {party}, aliases: [A. Fenn]}}
  - {{name: Ferrymen}}
"""
SOURCE = """\
headline: {headline}
publisher: {publisher}
url: null
published: 2031-04-0{day}
"""
TITLES = ("Bridge closed", "Bridge open", "Ferry sunk", "Ferry seen")
SLUGS = ("alpha", "beta", "gamma", "delta")
DATES = ("2031-04-01", "2031-04", "2031-03-28/2031-04-02", "../2031-04-03", "2031-04-01~", "2031")
PROVINCES = ("North", "South", "North, South")
SPEAKERS = ("Ada Fenn", "A. Fenn", "Ferrymen", "Nobody else")
LOOKED_AT = (
    *("index.html", "provinces/index.html", "provinces/norvale/index.html", "months/index.html"),
    *("2031/04/index.html", "sources/index.html", "sources/s1/index.html", "tags/index.html"),
    *("tags/t1/index.html", "actors/index.html", "actors/ada-fenn/index.html", "404.html"),
    *("disputes/index.html", "disputes/which/index.html", "figures/index.html", "about/index.html"),
    *(
        "corrections/index.html",
        "entries/index.html",
        "entries/alpha/index.html",
        "search/index.html",
    ),
)
STANCES = ("asserts", "denies", "confirms", "unconfirmed")


def shown(value: Any) -> Any:
    """Everything that a template could reach from a value, as text and lists."""
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return [
            type(value).__name__,
            *(shown(getattr(value, field.name)) for field in dataclasses.fields(value)),
        ]
    if isinstance(value, Struct):
        return [
            type(value).__name__,
            *(shown(getattr(value, name)) for name in value.__struct_fields__),
        ]
    if isinstance(value, (tuple, list)):
        return [shown(one) for one in value]
    if isinstance(value, dict):
        return [[key, shown(one)] for key, one in value.items()]
    if callable(value):
        return shown(value())
    return repr(value)


class Dump:
    """Takes the place of the renderer."""

    def __init__(self, templates: Mapping[str, str], strings: Mapping[str, str]) -> None:
        self.templates, self.strings = templates, strings
        self.frame: object = None

    @classmethod
    def of(cls, theme: Theme) -> Dump:
        """With a theme's templates and texts."""
        return cls(theme.templates, theme.strings)

    def faults(self, _theme: object) -> list[object]:
        """What draws nothing finds no fault."""
        return []

    def compile(self) -> None:
        """There is nothing to compile."""

    def begin(self, frame: object) -> None:
        """Take what every page shares."""
        self.frame = frame

    def text(self, page: Page) -> str:
        """The page's view in full; words of an entry at their marks, as in a page."""
        view = page.view()
        marks = [
            part.html
            for part in getattr(view, "parts", ())
            if isinstance(part, PartView) and part.html.startswith(PROSE)
        ]
        body = shown(
            [
                view,
                page.title,
                page.description,
                page.kind,
                page.crumbs,
                self.frame,
                sorted(self.strings.items()),
                self.templates[page.template],
            ]
        )
        return "\n".join([str(body).replace(repr(PROSE)[1:-1], "¶"), *marks])


class World(RuleBasedStateMachine):
    """A small site, edited at random."""

    slugs = Bundle("slugs")

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp())
        self.root = self.folder / "site"
        self.out = self.folder / "out"
        self.numbers = itertools.count()
        self.present: set[str] = set()

    def write(self, path: str, text: str) -> None:
        """Write an input file."""
        file = self.root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")

    @initialize()
    def begin(self) -> None:
        self.write("content/site.yaml", SITE.format(base="", order="oldest"))
        self.write("content/provinces.yaml", GAZETTEER.format(north="Norvale"))
        self.write("content/actors.yaml", ACTORS.format(party="crown"))
        for number in (1, 2):
            text = SOURCE.format(headline=f"H{number}", publisher=f"P{number}", day=number)
            self.write(f"seeds/s{number}.yaml", text)
        self.write("content/pages/about.md", "---\ntitle: About\n---\n\nText.\n")
        self.write("themes/default/templates/card.html", "one")

    @rule(
        target=slugs,
        slug=st.sampled_from(SLUGS),
        title=st.sampled_from(TITLES),
        date=st.sampled_from(DATES),
        provinces=st.sampled_from(PROVINCES),
        speaker=st.sampled_from(SPEAKERS),
        stance=st.sampled_from(STANCES),
        source=st.sampled_from(("s1", "s2", "s1, s2")),
        words=st.integers(0, 3),
        draft=st.booleans(),
    )
    def save_entry(
        self,
        slug: str,
        title: str,
        date: str,
        provinces: str,
        speaker: str,
        stance: str,
        source: str,
        words: int,
        draft: bool,
    ) -> str:
        self.present.add(slug)
        self.write(
            f"content/entries/{slug}.md",
            f"---\ntitle: {title} told by {slug}\ndate: 2031-04-05\nprovinces: [{provinces}]\n"
            f"sources: [{source}]\ntags: [t{words}]\ndraft: {str(draft).lower()}\n---\n\nLead {words}.\n\n"
            f"## {date}: {title} {{#main}}\n\n```yaml event\nactors: [{speaker}]\nclaims:\n"
            f"  - {{speaker: {speaker}, stance: {stance}, says: So it is., source: s{source[1]}}}\n"
            f"figures:\n  - {{series: bridges, value: {words}, source: s{source[1]}}}\n```\n\n"
            f"Words {words}.\n\n## 2031-04-02: Second\n\nMore.\n",
        )
        return slug

    @rule(slug=slugs, words=st.integers(10, 14))
    def reword(self, slug: str, words: int) -> None:
        path = self.root / f"content/entries/{slug}.md"
        if path.exists():
            path.write_text(path.read_text() + f"\nFurther {words}.\n")

    @rule(slug=consumes(slugs))
    def remove_entry(self, slug: str) -> None:
        (self.root / f"content/entries/{slug}.md").unlink(missing_ok=True)
        self.present.discard(slug)

    @rule(slug=consumes(slugs), name=st.sampled_from(("renamed-1", "renamed-2")), target=slugs)
    def rename_entry(self, slug: str, name: str) -> str:
        old = self.root / f"content/entries/{slug}.md"
        if not old.exists():
            return slug
        old.rename(self.root / f"content/entries/{name}.md")
        self.present.discard(slug)
        self.present.add(name)
        return name

    @rule(base=st.sampled_from(("", "sub/path/")), order=st.sampled_from(("newest", "oldest")))
    def change_settings(self, base: str, order: str) -> None:
        self.write("content/site.yaml", SITE.format(base=base, order=order))

    @rule(north=st.sampled_from(("Norvale", "Northland")))
    def change_gazetteer(self, north: str) -> None:
        self.write("content/provinces.yaml", GAZETTEER.format(north=north))

    @rule(party=st.sampled_from(("crown", "league")))
    def change_actors(self, party: str) -> None:
        self.write("content/actors.yaml", ACTORS.format(party=party))

    @rule(number=st.sampled_from((1, 2)), publisher=st.sampled_from(("P1", "P2", "P3")))
    def change_source(self, number: int, publisher: str) -> None:
        text = SOURCE.format(headline=f"H{number}", publisher=publisher, day=number)
        self.write(f"seeds/s{number}.yaml", text)

    @rule(text=st.sampled_from(("one", "two", '{% include "base.html" %}')))
    def change_template(self, text: str) -> None:
        self.write("themes/default/templates/card.html", text)

    @rule(
        about=st.sampled_from(("about {date}", "ca. {date}")),
        april=st.sampled_from(("April", "Avril")),
    )
    def change_date_words(self, about: str, april: str) -> None:
        text = f'pattern.about: "{about}"\nmonth.4: {april}\n'
        self.write("themes/default/strings/en.yaml", text)

    @precondition(lambda self: len(self.present) > 1)
    @rule(kind=st.sampled_from(("tension", "different scope")), title=st.sampled_from("AB"))
    def save_dispute(self, kind: str, title: str) -> None:
        first, second = sorted(self.present)[:2]
        self.write(
            "content/disputes/which.md",
            f"---\ntitle: {title}\nkind: {kind}\nmembers: [{first}#main, {second}#main]\n---\n\nBoth.\n",
        )

    @rule()
    def remove_dispute(self) -> None:
        (self.root / "content/disputes/which.md").unlink(missing_ok=True)

    @rule(path=st.sampled_from(("index.html", "provinces/index.html", "about/index.html")))
    def lose_output(self, path: str) -> None:
        if (self.out / path).exists():
            (self.out / path).unlink()
            # A file further down is looked for when something has changed, not when nothing has.
            self.write(
                "content/pages/about.md", f"---\ntitle: A{next(self.numbers)}\n---\n\nText.\n"
            )

    @invariant()
    def incremental_equals_clean(self) -> None:
        if not (self.root / "content/site.yaml").exists():
            return
        before = tree(self.out)
        report = build(BuildOptions(root=self.root, out=self.out))
        clean = self.folder / f"clean-{next(self.numbers)}"
        anew = build(BuildOptions(root=self.root, out=clean))
        assert report.diagnostics == anew.diagnostics
        if anew.write is None:
            assert report.write is None
            assert tree(self.out) == before
        else:
            assert tree(self.out) == tree(clean)
        shutil.rmtree(clean, ignore_errors=True)

    def teardown(self) -> None:
        shutil.rmtree(self.folder)


class PreviewedWorld(World):
    """The same, as a preview sees it: what is looked at comes first, all else in pauses."""

    def __init__(self) -> None:
        super().__init__()
        self.memory = Memory()
        self.steps = 0

    @invariant()
    def incremental_equals_clean(self) -> None:
        """What a glimpse has drawn is what a clean build draws; after a pause the whole site is."""
        if not (self.root / "content/site.yaml").exists():
            return
        options = BuildOptions(root=self.root, out=self.out, drafts=True, preview=True)
        self.steps += 1
        before = tree(self.out)
        paths = (*LOOKED_AT[self.steps % 3 :: 3], f"entries/{SLUGS[self.steps % 4]}/index.html")
        quick = serve_worker.run(options, Order(quick=True, looked_at=paths), self.memory)
        serve_worker.remember(options, self.memory)
        clean = self.folder / f"clean-{next(self.numbers)}"
        anew = build(replace(options, out=clean))
        assert quick.diagnostics == anew.diagnostics
        assert quick.failed == (anew.write is None)
        if quick.failed:
            assert not quick.crash
            assert tree(self.out) == before
        else:
            expected = tree(clean)
            if quick.looked_at is not None:
                found = tree(self.out)
                assert {p: found[p] for p in quick.looked_at} == {
                    p: expected[p] for p in quick.looked_at
                }
                assert set(paths) & expected.keys() <= set(quick.looked_at)
            if not quick.unfinished or self.steps % 3 == 0:
                if quick.unfinished:
                    serve_worker.run(options, Order(quick=False), Memory())
                assert tree(self.out) == expected
        shutil.rmtree(clean, ignore_errors=True)


def tree(folder: Path) -> dict[str, bytes]:
    """Path → bytes of every file."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


@pytest.fixture(autouse=True)
def dumped(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr(render, "Renderer", Dump)
    monkeypatch.setattr(memory, "Renderer", Dump)
    monkeypatch.setattr(glimpse, "BUDGET", 60)
    yield
    gc.unfreeze()


def run(examples: int, steps: int, world: type[World] = World) -> None:
    run_state_machine_as_test(
        world,
        settings=settings(
            max_examples=examples,
            stateful_step_count=steps,
            deadline=None,
            derandomize=True,
            suppress_health_check=list(HealthCheck),
        ),
    )


def test_incremental_equals_clean() -> None:
    run(examples=EXAMPLES, steps=10)


def test_a_preview_shows_what_a_clean_build_gives() -> None:
    run(examples=EXAMPLES, steps=12, world=PreviewedWorld)


def test_a_changed_word_for_dates_reaches_all_that_says_dates(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Pages, feeds, calendar, map data and the search index; and a preview, which keeps cards."""
    entry: dict[str, Any] = {
        "title": "Bridge closed",
        "date": "2031-04-01~",
        "provinces": "North",
        "speaker": "Ada Fenn",
        "source": "s1",
        "words": 1,
        "draft": False,
    }

    def history(world: World) -> dict[str, bytes]:
        try:
            world.begin()
            world.save_entry(slug="alpha", stance="asserts", **entry)
            world.save_entry(slug="beta", stance="denies", **entry)
            world.incremental_equals_clean()
            for about in ("ca. {date}", "um {date}"):
                world.change_date_words(about, "Avril")
                world.incremental_equals_clean()
            return tree(world.out)
        finally:
            world.teardown()

    out = history(World())
    said = {path for path, content in out.items() if b"um 1 Avril 2031" in content}
    assert {"data/events.geojson", "feed.xml", "data/timeline.json", "data/timeline.mw"} <= said
    history(PreviewedWorld())
    with monkeypatch.context() as patch:
        patch.setattr(cards, "digest_of", lambda _value: "the same")
        with pytest.raises(AssertionError):
            history(World())
    monkeypatch.setattr(Memory, "cards", lambda self, _theme: self._cards)
    with pytest.raises(AssertionError):
        history(PreviewedWorld())


def test_a_wrong_planner_is_caught(monkeypatch: pytest.MonkeyPatch) -> None:
    """One that forgets that an event's card shows what other files say about the event.

    A history written down, not drawn: whether chance finds one in time changes with every rule.
    """
    rest: dict[str, Any] = {
        "title": "Bridge closed",
        "date": "2031-04-01",
        "provinces": "North",
        "words": 1,
        "draft": False,
    }

    def history() -> None:
        world = World()
        try:
            world.begin()
            world.save_entry(slug="alpha", speaker="A. Fenn", stance="asserts", source="s1", **rest)
            world.save_entry(slug="beta", speaker="Ferrymen", stance="denies", source="s2", **rest)
            world.incremental_equals_clean()
            world.save_dispute("tension", "A")
            world.incremental_equals_clean()
            world.change_source(1, "P3")
            world.incremental_equals_clean()
        finally:
            world.teardown()

    history()
    monkeypatch.setattr(Digests, "row", lambda _self, row: row.event.digest)
    with pytest.raises(AssertionError):
        history()
