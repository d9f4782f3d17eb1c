"""A good site, made bad in one place: exactly the expected diagnostics come out, where they belong.

Each case takes the site in `tests/cases/base`, puts one text in the place of another, and names every
diagnostic that must follow, hints and messages aside.
"""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path

import pytest

from site_gen.reading import Reading, read_site
from site_gen.source import Tree

BASE = Path(__file__).parent / "base"

BRIDGE = "content/entries/bridge.md"
FERRY = "content/entries/ferry.md"
WHY = "content/disputes/why.md"
ABOUT = "content/pages/about.md"
SITE = "content/site.yaml"
ACTORS = "content/actors.yaml"
CLAIM = "  - {speaker: Ada Fenn, says: It is closed for repairs.}\n"
FIGURES = "figures:\n  - "


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    name: str
    file: str
    old: str = ""
    """Text to be replaced; empty: the whole file, which need not exist."""
    new: str | None
    """None: the file is removed."""
    expected: tuple[str, ...]


def case(name: str, file: str, change: tuple[str, str] | str | None, *expected: str) -> Case:
    """A case; a change is (old, new), or a whole file, or None for none."""
    old, new = change if isinstance(change, tuple) else ("", change)
    return Case(name=name, file=file, old=old, new=new, expected=expected)


def block(line: str) -> tuple[str, str]:
    """A change: one more line in the event block of the bridge."""
    return ("actors: [Ada Fenn]\n", f"actors: [Ada Fenn]\n{line}\n")


CASES = [
    case(
        "two actors share an address",
        ACTORS,
        ("Ferrymen", "ada fenn"),
        f"{ACTORS}:3:12: error[actor.duplicate]",
    ),
    case(
        "an actor of a party that is not declared",
        ACTORS,
        ("party: crown", "party: crowns"),
        f"{ACTORS}:2:12: error[party.unknown]",
    ),
    case(
        "a claim of a party that is not declared",
        BRIDGE,
        ("says: It", "party: crwn, says: It"),
        f"{BRIDGE}:15:32: error[party.unknown]",
    ),
    case(
        "an actor who is not registered",
        BRIDGE,
        ("actors: [Ada Fenn]", "actors: [Ada Fen]"),
        f"{BRIDGE}:13:10: warning[actor.unregistered]",
    ),
    case(
        "an alias that is a page's address, the slash at its end apart",
        BRIDGE,
        ("sources: [post-1]", "sources: [post-1]\naliases: [/provinces]"),
        f"{BRIDGE}:1:1: error[alias.taken]",
    ),
    case(
        "an alias that is another entry's address",
        BRIDGE,
        ("sources: [post-1]", "sources: [post-1]\naliases: [/entries/ferry/]"),
        f"{BRIDGE}:1:1: error[alias.taken]",
    ),
    case(
        "two claims with one id",
        BRIDGE,
        (CLAIM, CLAIM.replace("{", "{id: x, ") * 2),
        f"{WHY}:4:11: error[reference.unknown]",
        f"{BRIDGE}:16:10: error[claim.duplicate_id]",
    ),
    case(
        "a claim that says nothing",
        BRIDGE,
        (", says: It is closed for repairs.", ""),
        f"{BRIDGE}:15:15: error[claim.empty]",
    ),
    case(
        "a claim's id that cannot be part of an address",
        BRIDGE,
        (CLAIM, CLAIM + CLAIM.replace("{", "{id: An Id, ")),
        f"{BRIDGE}:16:10: error[claim.invalid_id]",
    ),
    case(
        "an event after the article",
        FERRY,
        ("## 2031-04-02", "## 2031-04-12"),
        f"{FERRY}:8:4: warning[date.after_article]",
    ),
    case(
        "a dispute with one member",
        WHY,
        (', "ferry#runs"', ""),
        f"{WHY}:1:1: error[dispute.alone]",
    ),
    case(
        "an entry without text",
        "content/entries/empty.md",
        "---\ntitle: T\ndate: 2031\nprovinces: [Norvale]\nsources: [post-1]\n---\n",
        "content/entries/empty.md:7:1: error[entry.empty]",
    ),
    case(
        "an entry without a source",
        FERRY,
        ("sources: [post-2]", "sources: []"),
        f"{FERRY}:5:10: error[entry.unsourced]",
    ),
    case(
        "two events with one id",
        FERRY,
        ("It ran.", "It ran.\n\n## 2031-04-03: Stops {#runs}"),
        f"{FERRY}:12:4: error[event.duplicate_id]",
    ),
    case(
        "an event block below a heading without a date",
        FERRY,
        ("It ran.", "## Prose\n\n```yaml event\nactors: [Ferrymen]\n```"),
        f"{FERRY}:10:4: error[event.undated]",
    ),
    case(
        "a date without a title",
        FERRY,
        ("2031-04-02: Ferry runs again", "2031-04-02:"),
        f"{FERRY}:8:4: error[event.untitled]",
    ),
    case(
        "a figure that names a claim of nobody's",
        BRIDGE,
        block(FIGURES + "{series: bridges, value: 1, claim: ada-fen}"),
        f"{BRIDGE}:15:40: error[figure.claim]",
    ),
    case(
        "a figure without a value",
        BRIDGE,
        block(FIGURES + "{series: bridges, of: 3}"),
        f"{BRIDGE}:15:14: error[figure.empty]",
    ),
    case(
        "a range that runs backwards",
        BRIDGE,
        block(FIGURES + "{series: bridges, value: [3, 2]}"),
        f"{BRIDGE}:15:14: error[figure.reversed]",
    ),
    case(
        "a series that is not declared",
        BRIDGE,
        block(FIGURES + "{series: bridge, value: 1}"),
        f"{BRIDGE}:15:14: error[series.unknown]",
    ),
    case(
        "no gazetteer",
        "content/provinces.yaml",
        None,
        f"{BRIDGE}:4:13: error[province.unknown]",
        f"{FERRY}:4:13: error[province.unknown]",
        "content/provinces.yaml:1:1: error[file.missing]",
    ),
    case(
        "a link to a page that is not there",
        ABOUT,
        ("/entries/bridge/#closed", "/entries/brigde/"),
        f"{ABOUT}:5:5: error[link.broken]",
    ),
    case(
        "a link to a place that a page does not have",
        ABOUT,
        ("#closed", "#close"),
        f"{ABOUT}:5:5: error[link.broken]",
    ),
    case(
        "a name that two places have",
        BRIDGE,
        block("places: [Tal]"),
        f"{BRIDGE}:14:10: error[place.ambiguous]",
    ),
    case(
        "a place outside of the event's provinces",
        BRIDGE,
        block("places: [Port Lune]"),
        f"{BRIDGE}:14:10: error[place.elsewhere]",
    ),
    case(
        "a place that nobody knows",
        BRIDGE,
        block("places: [Norvall]"),
        f"{BRIDGE}:14:10: error[place.unknown]",
    ),
    case(
        "a province that nobody knows",
        BRIDGE,
        block("provinces: [Norvole]"),
        f"{BRIDGE}:14:13: error[province.unknown]",
    ),
    case(
        "a quotation from a source whose wording cannot be trusted",
        FERRY,
        (
            "{#runs}\n",
            "{#runs}\n\n```yaml event\nclaims:\n  - {speaker: Ferrymen, quote: It runs}\n```\n",
        ),
        f"{FERRY}:12:15: error[quote.reworded]",
    ),
    case(
        "a member of a dispute that is no event",
        WHY,
        ("ferry#runs", "ferry#run"),
        f"{WHY}:4:37: error[reference.unknown]",
    ),
    case(
        "a member of a dispute that is no claim",
        WHY,
        (".ada-fenn", ".ada-fen"),
        f"{WHY}:4:11: error[reference.unknown]",
    ),
    case(
        "an event that is the same as itself",
        BRIDGE,
        block("same_as: [bridge#closed]"),
        f"{BRIDGE}:10:4: error[reference.unknown]",
    ),
    case(
        "two entries whose addresses differ in nothing",
        FERRY,
        ("sources:", "slug: bridge\nsources:"),
        f"{WHY}:4:37: error[reference.unknown]",
        f"{FERRY}:1:1: error[slug.duplicate]",
    ),
    case(
        "a slug that cannot be an address",
        FERRY,
        ("sources:", "slug: The Ferry\nsources:"),
        f"{WHY}:4:37: error[reference.unknown]",
        f"{FERRY}:5:7: error[slug.invalid]",
    ),
    case(
        "a file's name that cannot be an address",
        "content/entries/The Ferry.md",
        "---\ntitle: T\ndate: 2031\nprovinces: [Norvale]\nsources: [post-1]\n---\n\nText.\n",
        "content/entries/The Ferry.md:1:1: error[slug.invalid]",
    ),
    case(
        "a claim of an event with two sources that does not say which",
        BRIDGE,
        ("sources: [post-1]", "sources: [post-1, post-2]"),
        f"{WHY}:4:11: error[reference.unknown]",
        f"{BRIDGE}:15:15: error[source.ambiguous]",
    ),
    case(
        "an event's source that the entry does not have",
        BRIDGE,
        block("sources: [post-2]"),
        f"{BRIDGE}:14:11: error[source.not_listed]",
    ),
    case(
        "a source without a record",
        FERRY,
        ("post-2", "post-3"),
        f"{FERRY}:5:11: error[source.unknown]",
    ),
    case(
        "a theme that is not there",
        SITE,
        ("event_types:", "theme: plain\nevent_types:"),
        f"{SITE}:1:1: error[theme.unknown]",
    ),
    case(
        "a theme's string that is a list",
        "themes/default/strings/en.yaml",
        "home: Home\nnext: [Next]\n",
        "themes/default/strings/en.yaml:2:1: error[theme.value]",
    ),
    case(
        "a theme that draws kinds of pages, and asks for files, that there are none of",
        "themes/default/theme.yaml",
        "name: default\npages: home entrys\nexports: feed rss\n",
        "themes/default/theme.yaml:1:1: error[theme.value]",
        "themes/default/theme.yaml:1:1: error[theme.value]",
    ),
    case(
        "a type of event that nobody knows",
        BRIDGE,
        block("type: Statment"),
        f"{BRIDGE}:14:7: error[type.unknown]",
    ),
]


@pytest.fixture
def site(tmp_path: Path) -> Path:
    shutil.copytree(BASE, tmp_path, dirs_exist_ok=True)
    return tmp_path


def said(reading: Reading) -> list[str]:
    """Place, severity and code of each diagnostic."""
    return [f"{d.span}: {d.severity}[{d.code}]" for d in reading.diagnostics]


def test_a_link_out_of_the_site_is_not_followed(site: Path, tmp_path_factory) -> None:
    secret = tmp_path_factory.mktemp("elsewhere") / "secret.md"
    secret.write_text("secret", encoding="utf-8")
    (site / "content" / "entries" / "link.md").symlink_to(secret)
    (site / "seeds" / "all").symlink_to(secret.parent)
    reading = read_site(Tree(root=site))
    assert said(reading) == [
        "content/entries/link.md:1:1: error[file.outside]",
        "seeds/all:1:1: error[file.outside]",
    ]


def test_a_file_that_cannot_be_read_is_named(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Permissions stop nobody who runs tests as root, so the refusal is planted."""
    read = Tree.read

    def refuse(self: Tree, path: str) -> bytes:
        if path == FERRY:
            raise PermissionError(13, "Permission denied")
        return read(self, path)

    monkeypatch.setattr(Tree, "read", refuse)
    reading = read_site(Tree(root=site))
    assert said(reading) == [
        f"{WHY}:4:37: error[reference.unknown]",
        f"{FERRY}:1:1: error[file.unreadable]",
    ]


def test_the_site_is_good_as_it_stands() -> None:
    reading = read_site(Tree(root=BASE))
    assert said(reading) == []
    assert reading.site is not None


@pytest.mark.parametrize("bad", CASES, ids=lambda bad: bad.name)
def test_what_is_bad_is_said_where_it_is(bad: Case, site: Path) -> None:
    path = site / bad.file
    if bad.new is None:
        path.unlink()
    elif not bad.old:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(bad.new, encoding="utf-8")
    else:
        text = path.read_text(encoding="utf-8")
        assert bad.old in text
        path.write_text(text.replace(bad.old, bad.new), encoding="utf-8")
    reading = read_site(Tree(root=site))
    assert said(reading) == list(bad.expected)
    assert (reading.site is None) == any("error[" in line for line in bad.expected)
