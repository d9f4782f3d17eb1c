"""Forty attempts to make a build read or write outside the site's folder: none gets anywhere.

Each attempt changes a good site, and runs a command on it. Beside the site lies a folder with a
secret and a file that must not change; whatever the command says, nothing of the secret may come to
lie in the site, and the other folder must stay as it was.
"""

from __future__ import annotations

import json
import os
import shutil
import sqlite3
import sys
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from site_gen.cli import main
from site_gen.engine.build import BuildOptions, build

from .conftest import make_site, tree

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

SECRET = "8c1f-not-for-the-site"
BRIDGE = "content/entries/bridge.md"
SITE = "content/site.yaml"
TEMPLATE = "themes/plain/templates/base.html"
STATE = ".site_gen_cache/public"


LOOKED_AT = frozenset(("open", "os.listdir", "os.scandir", "sqlite3.connect"))
CHANGED = frozenset(
    ("os.remove", "os.rename", "os.mkdir", "os.rmdir", "os.link", "os.truncate", "os.chmod")
)


class Seal:
    """Notes whatever is done to a path in one folder, links followed, while it is sealed."""

    def __init__(self) -> None:
        self.folder = ""
        self.touched: list[str] = []
        sys.addaudithook(self.watch)

    def watch(self, event: str, arguments: tuple[object, ...]) -> None:
        """Look at an audit event of the interpreter."""
        if not self.folder or event not in LOOKED_AT | CHANGED:
            return
        for argument in arguments:
            if isinstance(argument, (str, bytes, os.PathLike)):
                path = os.fsdecode(argument)
                # A link itself may be renamed and removed; it may not be opened.
                place = path if event in LOOKED_AT else os.path.dirname(path) or "."
                if f"{os.path.realpath(place)}/".startswith(f"{self.folder}/"):
                    self.touched.append(f"{event} {path}")

    @contextmanager
    def on(self, folder: Path) -> Iterator[None]:
        """Nothing in a folder may be opened, listed, written, renamed or removed."""
        self.touched.clear()
        self.folder = os.path.realpath(folder)
        try:
            yield
        finally:
            self.folder = ""
        assert self.touched == []


@pytest.fixture(scope="session")
def seal() -> Seal:
    """One for all tests: a hook stays to the end of the process."""
    return Seal()


def put(root: Path, path: str, text: str) -> None:
    (root / path).parent.mkdir(parents=True, exist_ok=True)
    (root / path).write_text(text, encoding="utf-8")


def leaked(root: Path) -> list[str]:
    """Files that hold the secret, and links in the built site."""
    found = []
    for folder, folders, names in os.walk(root):
        for name in (*folders, *names):
            path = f"{folder}/{name}"
            if os.path.islink(path):
                if folder == str(root / "public") or f"{root}/public/" in folder:
                    found.append(f"a link: {path}")
            elif name in names and SECRET.encode() in Path(path).read_bytes():
                found.append(path)
    return found


def change(path: str, old: str, new: str) -> Callable[[Path, Path], None]:
    """An attempt: one text in the place of another."""

    def attempt(root: Path, _outside: Path) -> None:
        text = (root / path).read_text(encoding="utf-8")
        assert old in text
        put(root, path, text.replace(old, new))

    return attempt


def head(line: str) -> Callable[[Path, Path], None]:
    """An attempt: one more line in an entry's front matter."""
    return change(BRIDGE, "sources: [post-1]", f"sources: [post-1]\n{line}")


def setting(line: str) -> Callable[[Path, Path], None]:
    """An attempt: one more line in the site's settings."""
    return change(SITE, "event_types:", f"{line}\nevent_types:")


def actor(line: str) -> Callable[[Path, Path], None]:
    """An attempt: a key in the record of an actor."""
    return change("content/actors.yaml", "{name: Ferrymen}", f"{{name: Ferrymen, {line}}}")


def link(path: str, target: str = "") -> Callable[[Path, Path], None]:
    """An attempt: a symbolic link to the other folder, or to something in it."""

    def attempt(root: Path, outside: Path) -> None:
        place = root / path
        place.parent.mkdir(parents=True, exist_ok=True)
        if place.is_dir():
            shutil.rmtree(place)
        place.unlink(missing_ok=True)
        place.symlink_to(outside / target)

    return attempt


def link_within(path: str, target: str) -> Callable[[Path, Path], None]:
    """An attempt: a symbolic link to something in the site that is not meant for readers."""

    def attempt(root: Path, _outside: Path) -> None:
        put(root, ".git/config", "[remote]")
        put(root, "seeds/post-1.txt", "The publisher's text.")
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).symlink_to(root / target)

    return attempt


def built_then(attempt: Callable[[Path, Path], None]) -> Callable[[Path, Path], None]:
    """An attempt upon a site that was built before, and is edited afterwards."""

    def both(root: Path, outside: Path) -> None:
        build(BuildOptions(root=root, out=root / "public"))
        attempt(root, outside)
        style = root / "themes/plain/assets/style.css"
        style.write_text(style.read_text() + "\n")
        entry = root / BRIDGE
        entry.write_text(entry.read_text().replace("The bridge is closed", "Another title"))

    return both


def journal(**changes: object) -> Callable[[Path, Path], None]:
    """An attempt: a journal that no build has written, with files for it."""

    def attempt(root: Path, outside: Path) -> None:
        put(root, f"{STATE}/staging/x.txt", "planted")
        told = {"out": str(root / "public"), "move": [], "remove": []}
        for key, value in changes.items():
            text = json.dumps(value).replace("OUTSIDE", str(outside))
            told[key] = json.loads(text)
        put(root, f"{STATE}/journal.json", json.dumps(told))

    return attempt


def old_file(path: str) -> Callable[[Path, Path], None]:
    """An attempt: the cache says that an earlier build has written a file elsewhere."""

    def attempt(root: Path, _outside: Path) -> None:
        with closing(sqlite3.connect(root / STATE / "site.db")) as cache, cache:
            cache.execute("insert into artifact values (?, '', 7, '{}')", (path,))

    return attempt


def staged_link(root: Path, outside: Path) -> None:
    """A link among the staged files, to be moved into the site, or to be written through."""
    journal(move=["x.html"])(root, outside)
    link(f"{STATE}/staging/x.html", "secret.txt")(root, outside)


def staged_folder_with_a_link(root: Path, outside: Path) -> None:
    """The same, in a folder that would be moved as a whole."""
    journal(move=["x/index.html"])(root, outside)
    link(f"{STATE}/staging/x/y/index.html", "secret.txt")(root, outside)


def alias_below_a_file(root: Path, outside: Path) -> None:
    change("themes/plain/theme.yaml", "sitemap", "sitemap redirects")(root, outside)
    head("aliases: [/assets/style.css/x/]")(root, outside)


def theme_of_links(root: Path, outside: Path) -> None:
    setting("theme: stolen")(root, outside)
    settings = root / SITE
    settings.write_text(settings.read_text().replace("theme: plain\n", ""))
    link("themes/stolen")(root, outside)


@dataclass(frozen=True, slots=True, kw_only=True)
class Attempt:
    name: str
    change: Callable[[Path, Path], None] | None = None
    command: tuple[str, ...] = ("build",)
    code: int = 1
    """What the command must exit with."""
    says: str = ""
    """What must stand in its messages."""


ATTEMPTS = [
    Attempt(name="slug that leads up", change=head("slug: ../../outside/x"), says="slug.invalid"),
    Attempt(name="absolute slug", change=head("slug: /OUTSIDE/x"), says="slug.invalid"),
    Attempt(name="slug of dots", change=head("slug: '..'"), says="slug.invalid"),
    Attempt(name="slug too long for a file", change=head(f"slug: {'x' * 300}"), says="reference"),
    Attempt(name="alias up", change=head("aliases: [/../../outside/x/]"), says="alias.invalid"),
    Attempt(name="alias without a root", change=head("aliases: [../x]"), says="alias.invalid"),
    Attempt(name="alias of two slashes", change=head("aliases: [//x/]"), says="alias.invalid"),
    Attempt(name="encoded alias", change=head("aliases: [/%2e%2e/x/]"), says="alias.invalid"),
    Attempt(name="hidden alias", change=head("aliases: [/.git/x]"), says="alias.invalid"),
    Attempt(name="alias with \\", change=head(r"aliases: ['/..\x/']"), says="alias.invalid"),
    Attempt(
        name="alias below a file",
        change=alias_below_a_file,
        says="alias.taken",
    ),
    Attempt(name="theme that leads up", change=setting("theme: ../../outside"), says="error"),
    Attempt(
        name="theme that extends elsewhere",
        change=change("themes/plain/theme.yaml", "extends: nothing", "extends: ../../outside"),
        says="theme.unknown",
    ),
    Attempt(name="theme that is a link", change=theme_of_links, says="file.outside"),
    Attempt(
        name="gazetteer elsewhere",
        change=setting("gazetteer: ../../outside/secret.txt"),
        says="file.missing",
    ),
    Attempt(
        name="absolute gazetteer", change=setting("gazetteer: /etc/passwd"), says="file.missing"
    ),
    Attempt(
        name="outlines elsewhere",
        change=setting("geometry: ../../outside/secret.txt"),
        says="file.missing",
    ),
    Attempt(name="language elsewhere", change=setting("language: ../x"), says="value.form"),
    Attempt(name="actor's slug", change=actor("slug: ../../../outside/x"), code=0),
    Attempt(
        name="province's slug",
        change=change(
            "content/provinces.yaml", "name: Southmere", "name: Southmere\n    slug: ../../x"
        ),
        code=0,
    ),
    Attempt(
        name="source elsewhere",
        change=change(BRIDGE, "[post-1]", "[../../x]"),
        says="source.unknown",
    ),
    Attempt(name="claim's id", change=change(BRIDGE, "{speaker", "{id: ../x, speaker"), says="id"),
    Attempt(
        name="image elsewhere",
        change=change(BRIDGE, "at noon.", "at noon. ![x](../../../outside/secret.txt)"),
        says="error",
    ),
    Attempt(
        name="link elsewhere",
        change=change(BRIDGE, "at noon.", "at noon. [x](../../../outside/secret.txt)"),
        says="link.path",
    ),
    Attempt(
        name="template included from elsewhere",
        change=change(TEMPLATE, "<main>", '<main>{% include "../../../../outside/secret.txt" %}'),
        says="template",
    ),
    Attempt(
        name="template included by its absolute path",
        change=change(TEMPLATE, "<main>", '<main>{% include "/etc/passwd" %}'),
        says="template",
    ),
    Attempt(
        name="media file that is a link",
        change=link("content/media/x.txt", "secret.txt"),
        says="file.outside",
    ),
    Attempt(name="media folder that is a link", change=link("content/media"), says="file.outside"),
    Attempt(
        name="entry that is a link", change=link("content/entries/x.md", "secret.txt"), says="file"
    ),
    Attempt(name="content that is a link", change=link("seeds"), says="file.outside"),
    Attempt(name="record that is a link", change=link("seeds/x.yaml", "secret.txt"), says="file"),
    Attempt(
        name="asset that is a link", change=link("themes/plain/assets/x", "secret.txt"), says="file"
    ),
    Attempt(
        name="media file that is git's",
        change=link_within("content/media/x.txt", ".git/config"),
        says="file.outside",
    ),
    Attempt(
        name="media file that is a publisher's text",
        change=link_within("content/media/x.txt", "seeds/post-1.txt"),
        says="file.outside",
    ),
    Attempt(
        name="folder without an end",
        change=link_within("content/media/x", "content"),
        says="file.outside",
    ),
    Attempt(
        name="file of the site that is a link", change=link("public/index.html", "old.txt"), code=0
    ),
    Attempt(
        name="file of the site that becomes a link",
        change=built_then(link("public/index.html", "old.txt")),
        code=0,
    ),
    Attempt(
        name="folder of the site that is a link",
        change=link("public/entries"),
        says="symbolic link",
    ),
    Attempt(
        name="folder of the site that becomes a link",
        change=built_then(link("public/entries")),
        says="symbolic link",
    ),
    Attempt(name="output folder that is a link", change=link("public"), says="leads out"),
    Attempt(name="cache that is a link", change=link(".site_gen_cache"), says="symbolic link"),
    Attempt(name="part of the cache that is a link", change=link(STATE), says="symbolic link"),
    Attempt(name="staging folder that is a link", change=link(f"{STATE}/staging"), code=0),
    Attempt(name="lock that is a link", change=link(f"{STATE}/lock", "old.txt"), code=0),
    Attempt(name="data base that is a link", change=link(f"{STATE}/site.db", "old.txt"), code=0),
    Attempt(
        name="listing that is a link", change=link(f"{STATE}/listing.txt.new", "old.txt"), code=0
    ),
    Attempt(
        name="journal of another folder",
        change=journal(out="OUTSIDE", move=["x.txt"], remove=["old.txt"]),
        code=0,
    ),
    Attempt(
        name="journal that moves elsewhere",
        change=journal(move=["../../outside/x.txt"]),
        code=0,
    ),
    Attempt(
        name="journal that moves from elsewhere",
        change=journal(move=["x.txt", "../../../../outside/secret.txt"]),
        code=0,
    ),
    Attempt(
        name="journal that removes elsewhere",
        change=journal(remove=["../../outside/old.txt", "OUTSIDE/old.txt"]),
        code=0,
    ),
    Attempt(name="staged link", change=staged_link, code=0),
    Attempt(name="link in a staged folder", change=staged_folder_with_a_link, code=0),
    Attempt(
        name="cache that remembers a file elsewhere",
        change=built_then(old_file("../../outside/old.txt")),
        code=0,
    ),
    Attempt(name="output over the content", command=("build", "--out", "content/x"), says="input"),
    Attempt(name="output into git", command=("build", "--out", ".git/x"), says="input"),
    Attempt(
        name="output over the site", command=("build", "--out", ".", "--overwrite"), says="input"
    ),
    Attempt(name="output over all", command=("build", "--out", "..", "--overwrite"), says="input"),
    Attempt(
        name="new entry elsewhere", command=("new", "T", "--slug", "../../../outside/x"), code=0
    ),
    Attempt(
        name="new entry through a link",
        change=link("content/entries"),
        command=("new", "T"),
        says="leads out",
    ),
    Attempt(
        name="imported through a link",
        change=link("seeds"),
        command=("import", "article.txt", "--date", "2031-04-01"),
        says="leads out",
    ),
    Attempt(
        name="record written through a link",
        change=link("seeds/post-1.yaml.new", "old.txt"),
        command=("verify",),
    ),
]


@pytest.mark.parametrize("attempt", ATTEMPTS, ids=lambda attempt: attempt.name)
def test_nothing_outside_is_read_or_written(
    attempt: Attempt,
    seal: Seal,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    outside = tmp_path / "outside"
    put(outside, "secret.txt", f"---\ntitle: {SECRET}\n---\n\n{SECRET}\n")
    put(outside, "old.txt", "as it was")
    put(outside, "templates/base.html", SECRET)
    root = make_site(tmp_path / "site")
    put(root, "article.txt", "Tal, April 1 - The bridge was closed, Ada Fenn said.\n" * 5)
    monkeypatch.chdir(root)
    before = tree(outside)
    if attempt.change:
        attempt.change(root, outside)
    with seal.on(outside):
        code = main([attempt.command[0], "--root", str(root), *attempt.command[1:]])
    said = capsys.readouterr()
    assert tree(outside) == before
    assert code == 1 or not leaked(root)
    assert not [path for path in leaked(root) if not path.startswith("a link")]
    assert attempt.says in said.err + said.out
    assert code == attempt.code, said.err + said.out


def test_there_are_forty_and_more() -> None:
    assert len(ATTEMPTS) >= 40
    assert len({attempt.name for attempt in ATTEMPTS}) == len(ATTEMPTS)
