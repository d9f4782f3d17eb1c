"""The conflict linter finds every planted contradiction and is silent on a clean site."""

from __future__ import annotations

import shutil
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest
from msgspec.structs import replace

from site_gen.checks.conflicts import find_conflicts
from site_gen.chronology.site import Site
from site_gen.dates.edtf import parse
from site_gen.diagnostics import Span
from site_gen.inspection import check
from site_gen.model import Claim, Entry, Event, Figure
from site_gen.parsing.config import Config
from site_gen.parsing.gazetteer import Gazetteer
from site_gen.parsing.register import ActorRegister

ROOT = Path(__file__).resolve().parents[2]
SECOND = ROOT / "tests/data/second_site"

LOCK = "content/entries/league-at-harrow-lock.md"
CONVOYS = "content/entries/convoys-to-dunmere.md"
REOPENS = "content/entries/saltway-reopens.md"
DISPUTE = "content/disputes/harrow-lock.md"


@dataclass(frozen=True)
class Plant:
    """A contradiction to be put into the second site."""

    name: str
    file: str
    old: str
    """Empty: `new` is put at the end of the file."""
    new: str
    found: str
    """`path:line: code`, then where the other account stands."""
    answer: tuple[str, str]
    """(where to put it in `new`, indent before `not_disputed:`); empty: cannot be given there."""
    members: tuple[str, str]
    """What a dispute has to name."""


def event(heading: str, block: str) -> str:
    return f"\n## {heading}\n\n```yaml event\n{block}```\n\nTold so.\n"


PLANTS = [
    Plant(
        "one event affirmed and denied",
        CONVOYS,
        "    stance: confirms\n    says: The army let the trucks pass.\n",
        "    stance: denies\n    says: No truck came through.\n",
        f"{CONVOYS}:25: conflict.stance, {CONVOYS}:23",
        ("    says: No truck came through.\n", "    "),
        (
            "convoys-to-dunmere#first-convoy.ruta-kane",
            "convoys-to-dunmere#first-convoy.colonel-pell",
        ),
    ),
    Plant(
        "a denial, and the like of it in another article",
        REOPENS,
        "",
        event(
            "2034-10-05: No trucks in Dunmere {#no-trucks}",
            "provinces: [Torrend]\nplaces: [Dunmere]\ntype: Relief convoy\nactors: [Open Hands]\n"
            "claims:\n  - speaker: Lock keepers\n    stance: denies\n    says: No truck passed.\n"
            "  - speaker: Villagers in Halvern\n    stance: denies\n    says: There was none.\n",
        ),
        f"{REOPENS}:66: conflict.stance, {CONVOYS}:14",
        ("actors: [Open Hands]\n", ""),
        ("saltway-reopens#no-trucks", "convoys-to-dunmere#first-convoy"),
    ),
    Plant(
        "lost by one account, regained by another",
        REOPENS,
        "",
        event(
            "2034-10-03: Army back at Harrow Lock {#lock-back}",
            "provinces: [Torrend]\nplaces: [Harrow Lock]\ntype: Government regains territory\n"
            "actors: [Federal army]\n"
            "claims:\n  - {speaker: Open Hands, says: Soldiers stand at the lock.}\n",
        ),
        f"{REOPENS}:58: conflict.outcome, {LOCK}:12",
        ("actors: [Federal army]\n", ""),
        ("saltway-reopens#lock-back", "league-at-harrow-lock#lock-captured"),
    ),
    Plant(
        "another value of one series and date",
        REOPENS,
        "",
        event(
            "2034-10-05: Villages counted {#counted}",
            "provinces: [Torrend]\ntype: Statement\n"
            "claims:\n  - {speaker: Open Hands, says: Fifteen villages.}\n"
            "figures:\n  - {series: villages-held, value: 15, claim: open-hands, of: 64}\n",
        ),
        f"{REOPENS}:66: conflict.figure, {CONVOYS}:46",
        ("type: Statement\n", ""),
        ("saltway-reopens#counted.open-hands", "convoys-to-dunmere#villages.marit-olsund"),
    ),
    Plant(
        "another scope of one series, date and value",
        LOCK,
        "of: 64, claim: marit-olsund}\n",
        "of: 64, claim: marit-olsund}\n"
        "  - {series: villages-held, value: 12, scope: with hamlets}\n",
        f"{LOCK}:31: conflict.figure, {LOCK}:30",
        ("", ""),
        ("league-at-harrow-lock#lock-captured", "league-at-harrow-lock#lock-captured.colonel-pell"),
    ),
    Plant(
        "one happening, by same_as, with two dates",
        REOPENS,
        "## 2034-10-05: First convoy recalled",
        "## 2034-10-04: First convoy recalled",
        f"{REOPENS}:45: conflict.date, {CONVOYS}:14",
        ("", ""),
        ("saltway-reopens#convoy-recalled", "convoys-to-dunmere#first-convoy"),
    ),
    Plant(
        "what looks like one happening, with two dates",
        REOPENS,
        "",
        event(
            "2034-10-07: First convoy reaches Dunmere {#again}",
            "provinces: [Torrend]\nplaces: [Dunmere]\ntype: Relief convoy\nactors: [Open Hands]\n",
        ),
        f"{REOPENS}:58: conflict.date, {CONVOYS}:14",
        ("actors: [Open Hands]\n", ""),
        ("saltway-reopens#again", "convoys-to-dunmere#first-convoy"),
    ),
    Plant(
        "territory that one actor takes in one place on two days",
        REOPENS,
        "",
        event(
            "2034-10-06: Lock falls {#falls}",
            "provinces: [Torrend]\nplaces: [Harrow Lock]\n"
            "type: Non-state actor overtakes territory\nactors: [Coast League]\n",
        ),
        f"{REOPENS}:58: conflict.date, {LOCK}:12",
        ("actors: [Coast League]\n", ""),
        ("saltway-reopens#falls", "league-at-harrow-lock#lock-captured"),
    ),
]
BY_NAME = pytest.mark.parametrize("plant", PLANTS, ids=lambda plant: plant.name)


@pytest.fixture
def site(tmp_path: Path) -> Path:
    shutil.copytree(SECOND, tmp_path, dirs_exist_ok=True)
    (tmp_path / "themes/default").mkdir(parents=True)
    (tmp_path / "themes/default/theme.yaml").write_text("name: x\n")
    return tmp_path


def put(site: Path, plant: Plant, new: str) -> None:
    path = site / plant.file
    text = path.read_text()
    assert plant.old in text
    path.write_text(text.replace(plant.old, new) if plant.old else text + new)


def found(site: Path) -> list[str]:
    return [
        f"{d.span.path}:{d.span.line}: {d.code}"
        + "".join(f", {span.path}:{span.line}" for span, _ in d.related)
        for d in check(site).diagnostics
    ]


def test_a_clean_site_is_silent(site: Path) -> None:
    assert found(site) == []


@BY_NAME
def test_every_planted_contradiction_is_found(site: Path, plant: Plant) -> None:
    put(site, plant, plant.new)
    assert plant.found in found(site)


@BY_NAME
def test_a_dispute_that_names_both_answers_it(site: Path, plant: Plant) -> None:
    put(site, plant, plant.new)
    one, other = plant.members
    (site / "content/disputes/new.md").write_text(
        f"---\ntitle: x\nkind: tension\nmembers:\n  - {one}\n  - {other}\n---\n\nThey differ.\n"
    )
    assert plant.found not in found(site)


@BY_NAME
def test_a_dispute_that_names_one_of_them_does_not(site: Path, plant: Plant) -> None:
    put(site, plant, plant.new)
    (site / "content/disputes/new.md").write_text(
        "---\ntitle: x\nkind: tension\nmembers:\n"
        f"  - {plant.members[1]}\n  - league-at-harrow-lock#wounded\n---\n\nThey differ.\n"
    )
    if plant.members[0] != plant.members[1].partition(".")[0]:
        assert plant.found in found(site)


@BY_NAME
def test_a_reason_answers_it(site: Path, plant: Plant) -> None:
    anchor, indent = plant.answer
    if not anchor:
        return
    put(site, plant, plant.new.replace(anchor, f"{anchor}{indent}not_disputed: It was dark.\n"))
    assert plant.found not in found(site)


def test_a_reason_at_a_figure_answers_it(site: Path) -> None:
    plant = PLANTS[4]
    new = plant.new.replace("with hamlets}", "with hamlets, not_disputed: It counts more.}")
    put(site, plant, new)
    assert found(site) == []


# --- Pairs that are none ---------------------------------------------------------------------


def an_event(name: str, date: str, *claims: Claim, **more: object) -> Event:
    return Event(
        id=name,
        entry=name,
        title=str(more.pop("title", name)),
        date=parse(date),
        provinces=("XM-TOR",),
        type="Armed clash",
        actors=("League",),
        sources=(name,),
        claims=claims,
        span=Span(path=f"{name}.md"),
        **more,
    )


def a_claim(speaker: str, stance: str = "asserts") -> Claim:
    return Claim(
        id=speaker, speaker=speaker, stance=stance, says="x", source="s", span=Span(path="c")
    )


def a_figure(value: float, date: str, scope: str = "") -> Figure:
    return Figure(
        series="held", value=value, as_of=parse(date), scope=scope, source="s", span=Span(path="f")
    )


def a_site(*events: Event) -> Site:
    return Site(
        config=Config(title=""),
        gazetteer=Gazetteer(),
        geometry=None,
        actors=ActorRegister(),
        sources={},
        bodies={},
        entries=tuple(
            Entry(
                slug=event.entry,
                title="",
                date=event.date,
                provinces=(),
                sources=event.sources,
                events=(event,),
                span=event.span,
            )
            for event in events
        ),
    )


def codes(*events: Event) -> list[str]:
    return [d.code for d in find_conflicts(a_site(*events))]


DENIAL = an_event("a", "2034-10-01", a_claim("Pell", "denies"), a_claim("Kane", "unconfirmed"))


def test_a_denial_and_an_affirmation_meet() -> None:
    assert codes(DENIAL, an_event("b", "2034-10-01", a_claim("Ruta"))).count("conflict.stance") == 2


@pytest.mark.parametrize(
    "other",
    [
        an_event("b", "2034-10-02", a_claim("Ruta")),
        an_event("b", "2034-10-01", a_claim("Pell")),
        an_event("b", "2034-10-01", a_claim("Ruta", "unconfirmed")),
        replace(an_event("b", "2034-10-01", a_claim("Ruta")), type="Arrests"),
        replace(an_event("b", "2034-10-01", a_claim("Ruta")), provinces=("XM-HAL",)),
        an_event("b", "2034-10-01", a_claim("Ruta"), background=True),
    ],
    ids=["another day", "one speaker", "unconfirmed", "another type", "elsewhere", "background"],
)
def test_a_denial_that_concerns_something_else(other: Event) -> None:
    alone = codes(DENIAL)
    assert codes(DENIAL, other) == alone == ["conflict.stance"]


@pytest.mark.parametrize(
    ("one", "other", "conflict"),
    [
        (a_figure(1, "2034-10-01"), a_figure(2, "2034-10-01"), True),
        (a_figure(1, "2034-10-01"), a_figure(1, "2034-10-01"), False),
        (a_figure(1, "2034-10-01"), a_figure(1, "2034-10-01", "hamlets"), True),
        (a_figure(1, "2034-10-01"), a_figure(2, "2034-10-02"), False),
        (a_figure(1, "2034-10-01/2034-10-02"), a_figure(2, "2034-10-02"), True),
        (a_figure(1, "../2034-10-02"), a_figure(2, "2034-10-02"), True),
        (a_figure(1, "../2034-10-02"), a_figure(2, "2034-10-01"), False),
        (a_figure(1, "2034-10"), a_figure(2, "2034-10-31"), True),
        (a_figure(1, "2034-10"), a_figure(2, "2034-10-12"), False),
    ],
)
def test_when_figures_differ(one: Figure, other: Figure, *, conflict: bool) -> None:
    events = (
        an_event("a", "2034-10-01", figures=(one,), title="first"),
        an_event("b", "2034-10-20", figures=(other,), title="second"),
    )
    assert codes(*events) == ["conflict.figure"] * conflict


def test_figures_of_one_breath_and_of_different_provinces_are_no_conflict() -> None:
    both = (a_figure(1, "2034-10-01", "killed"), a_figure(2, "2034-10-01", "wounded"))
    assert codes(an_event("a", "2034-10-01", figures=both)) == []
    one, other = (
        an_event(name, "2034-10-01", figures=(figure,), title=name)
        for name, figure in zip("ab", both, strict=True)
    )
    assert codes(one, replace(other, provinces=("XM-HAL",))) == []


def test_repeated_clashes_are_not_one_clash() -> None:
    first = an_event("a", "2034-10-01", title="Shots heard at the mill")
    assert codes(first, an_event("b", "2034-10-03", title="League enters the harbour")) == []
    assert codes(first, an_event("b", "2034-10-03", title="Shots heard at mill")) == [
        "conflict.date"
    ]
    assert codes(first, an_event("b", "2034-10-30", title="Shots heard at mill")) == []


def test_a_large_site_is_swept_and_not_squared() -> None:
    def events(number: int) -> list[Event]:
        return [
            an_event(
                f"e{n}",
                "2034-10",
                a_claim("Ruta"),
                title=f"Title {n}",
                figures=(a_figure(7, "2034-10"),),
            )
            for n in range(number)
        ]

    def calls(number: int) -> int:
        """Functions that are entered on the way, those in C included."""
        made = a_site(*events(number))
        count = 0

        def enter(_frame: object, event: str, _argument: object) -> None:
            nonlocal count
            count += event in ("call", "c_call")

        sys.setprofile(enter)
        try:
            found = find_conflicts(made)
        finally:
            sys.setprofile(None)
        assert found == []
        return count

    calls(100)
    assert calls(2000) < 12 * calls(200)
