"""What a repository remembers of entries. The repositories are made by dulwich: no process is started."""

from __future__ import annotations

import datetime as dt
import shutil
from pathlib import Path

import atoma
import pytest
from dulwich.repo import Repo

from site_gen.edges.cache import Cache
from site_gen.edges.repository import head
from site_gen.edges.source import Tree
from site_gen.engine import history
from site_gen.engine.build import BuildOptions, build
from site_gen.engine.reading import read_site

SECOND = Path(__file__).resolve().parents[1] / "data" / "second_site"
LOCK = "content/entries/league-at-harrow-lock.md"
SLUG = "league-at-harrow-lock"


class Desk:
    """A site in a repository, edited and committed day by day."""

    def __init__(self, root: Path, below: str = "") -> None:
        self.repo = Repo.init(str(root), mkdir=not root.exists())
        self.root = root / below
        shutil.copytree(SECOND, self.root, dirs_exist_ok=True)
        self.day = 0
        self.ids: list[bytes] = []

    def write(self, path: str, old: str, new: str) -> None:
        file = self.root / path
        text = file.read_text(encoding="utf-8")
        assert old in text
        file.write_text(text.replace(old, new), encoding="utf-8")

    def commit(self, *, parents: list[bytes] | None = None) -> bytes:
        top = Path(self.repo.path)
        files = [p.relative_to(top) for p in self.root.rglob("*") if p.is_file()]
        files = [p for p in files if not {".git", ".site_gen_cache", "public"} & set(p.parts)]
        index = self.repo.open_index()
        gone = [Path(p.decode()) for p in index if not (top / p.decode()).exists()]
        worktree = self.repo.get_worktree()
        worktree.stage([str(p) for p in (*files, *gone)])
        self.day += 1
        when = int(dt.datetime(2035, 1, self.day, 12, tzinfo=dt.UTC).timestamp())
        person = b"Ed <ed@saltway.example>"
        self.ids.append(
            worktree.commit(
                message=b"Work",
                author=person,
                committer=person,
                commit_timestamp=when,
                author_timestamp=when,
                commit_timezone=0,
                author_timezone=0,
                merge_heads=parents,
            )
        )
        return self.ids[-1]

    def told(self, slug: str = SLUG, *, drafts: bool = False) -> list[tuple[str, str, list[str]]]:
        """(day, kind, changes) of an entry's revisions."""
        reading = read_site(Tree(root=self.root), drafts=drafts)
        assert reading.site
        cache = Cache.of(self.root, self.root / "public")
        found = history.revisions(
            self.root, reading.site, cache, head=head(self.root), context=reading.context
        )
        cache.commit()
        cache.close()
        return [(r.moment[8:10], r.kind, list(r.changes)) for r in found.get(slug, ())]


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path / "repo")


def test_without_a_repository_nothing_is_known(desk: Desk) -> None:
    shutil.rmtree(desk.root / ".git")
    assert head(desk.root) == ""
    assert desk.told() == []


def test_before_the_first_commit_nothing_is_known(desk: Desk) -> None:
    assert desk.told() == []


def test_a_repository_that_is_none_is_as_good_as_no_repository(desk: Desk) -> None:
    desk.commit()
    shutil.rmtree(desk.root / ".git" / "objects")
    assert desk.told() == []


def test_an_entry_is_published_by_its_first_commit(desk: Desk) -> None:
    desk.commit()
    assert desk.told() == [("01", "published", [])]


CORRECTIONS = {
    "figure": (
        "{series: villages-held, value: 12, qualifier: at least",
        "{series: villages-held, value: 94, qualifier: more than",
        (
            "“Harrow Lock reported captured by the League”: figure “Villages held by the League” "
            "changed from at least 12 of 64 to more than 94 of 64"
        ),
    ),
    "range": (
        "value: [30, 40]",
        "value: [30, 45]",
        "“Dozens hurt on the Saltway”: figure “Wounded” changed from about 30–40 to about 30–45",
    ),
    "scope": (
        "scope: treated by Open Hands",
        "scope: on one day",
        (
            "“Dozens hurt on the Saltway”: what “Wounded” counts changed from “treated by Open Hands” to "
            "“on one day”"
        ),
    ),
    "date": (
        "## 2034-10-03: Harrow",
        "## 2034-10~: Harrow",
        (
            "“Harrow Lock reported captured by the League”: date changed from 3 October 2034 to about "
            "October 2034"
        ),
    ),
    "place": (
        "places: [Harrow Lock]",
        "places: [Dunmere]",
        "“Harrow Lock reported captured by the League”: place changed from Harrow Lock to Dunmere",
    ),
    "province": (
        "places: [Harrow Lock]",
        "provinces: [Torrend, Halvern]\nplaces: [Harrow Lock]",
        "“Harrow Lock reported captured by the League”: province added: Halvern",
    ),
    "stance": (
        "stance: unconfirmed",
        "stance: confirms",
        (
            "“Harrow Lock reported captured by the League”: Lock keepers: stance changed from "
            "unconfirmed to confirms"
        ),
    ),
    "statement": (
        "says: The lock was never lost.",
        "says: The lock was lost for an hour.",
        (
            "“Harrow Lock reported captured by the League”: Colonel Pell: statement changed from "
            "“The lock was never lost.” to “The lock was lost for an hour.”"
        ),
    ),
    "claim gone": (
        "  - speaker: Lock keepers\n    stance: unconfirmed\n    says: Armed people were about at night.\n",
        "",
        (
            "“Harrow Lock reported captured by the League”: claim removed: Lock keepers, “Armed people "
            "were about at night.”"
        ),
    ),
    "article": (
        "date: 2034-10-04",
        "date: 2034-10",
        "date of the article changed from 4 October 2034 to October 2034",
    ),
    "event gone": (
        "## 2034-10-01/2034-10-03: Dozens hurt",
        "## Dozens hurt",
        "event removed: “Dozens hurt on the Saltway”",
    ),
    "event renamed": (
        "Dozens hurt on the Saltway {#wounded}",
        "Many hurt on the Saltway",
        "“Many hurt on the Saltway”: title changed from “Dozens hurt on the Saltway” to “Many hurt on the Saltway”",
    ),
}


@pytest.mark.parametrize("name", CORRECTIONS)
def test_a_correction_is_told_in_words(desk: Desk, name: str) -> None:
    old, new, sentence = CORRECTIONS[name]
    desk.commit()
    desk.write(LOCK, old, new)
    if name == "event gone":
        text = (desk.root / LOCK).read_text(encoding="utf-8")
        head_, _, tail = text.rpartition("```yaml event")
        (desk.root / LOCK).write_text(head_ + tail.rpartition("```")[2], encoding="utf-8")
    desk.commit()
    told = desk.told()
    assert [(day, kind) for day, kind, _ in told] == [("01", "published"), ("02", "corrected")]
    assert told[1][2] == [sentence]


def test_other_words_are_an_edit_and_no_correction(desk: Desk) -> None:
    desk.commit()
    desk.write(LOCK, "A short report", "A brief report")
    desk.commit()
    assert [kind for _, kind, _ in desk.told()] == ["published", "edited"]


def test_what_is_not_committed_is_not_history(desk: Desk) -> None:
    desk.commit()
    desk.write(LOCK, "stance: unconfirmed", "stance: confirms")
    assert [kind for _, kind, _ in desk.told()] == ["published"]


def test_a_draft_is_published_when_it_is_none_any_more(desk: Desk) -> None:
    desk.write(LOCK, "title:", "draft: true\ntitle:")
    desk.commit()
    desk.write(LOCK, "stance: unconfirmed", "stance: confirms")
    desk.commit()
    desk.write(LOCK, "draft: true\n", "")
    desk.commit()
    desk.write(LOCK, "stance: confirms", "stance: unconfirmed")
    desk.commit()
    told = [(day, kind, len(changes)) for day, kind, changes in desk.told()]
    assert told == [("03", "published", 0), ("04", "corrected", 1)]


def test_a_moved_entry_keeps_its_past(desk: Desk) -> None:
    desk.commit()
    (desk.root / LOCK).rename(desk.root / "content/entries/harrow-lock.md")
    shutil.rmtree(desk.root / "content/disputes")
    desk.commit()
    assert desk.told("harrow-lock")[0][:2] == ("01", "published")


def test_a_moved_and_changed_entry_keeps_its_past_by_its_alias(desk: Desk) -> None:
    desk.commit()
    (desk.root / LOCK).rename(desk.root / "content/entries/harrow-lock.md")
    new = "content/entries/harrow-lock.md"
    desk.write(new, "title:", f"aliases: [/entries/{SLUG}/]\ntitle:")
    desk.write(new, "stance: unconfirmed", "stance: confirms")
    shutil.rmtree(desk.root / "content/disputes")
    desk.commit()
    told = desk.told("harrow-lock")
    assert [kind for _, kind, _ in told] == ["published", "corrected"]
    assert told[1][2][0].endswith("stance changed from unconfirmed to confirms")


def test_an_entry_that_comes_back_begins_anew(desk: Desk) -> None:
    text = (desk.root / LOCK).read_text(encoding="utf-8")
    desk.commit()
    (desk.root / LOCK).unlink()
    desk.commit()
    (desk.root / LOCK).write_text(text, encoding="utf-8")
    desk.commit()
    assert desk.told() == [("03", "published", [])]


def test_what_came_in_by_a_merge_came_out_with_it(desk: Desk) -> None:
    first = desk.commit()
    desk.write(LOCK, "stance: unconfirmed", "stance: confirms")
    branch = desk.commit()
    desk.repo.refs[b"refs/heads/master"] = first
    desk.repo.refs[b"HEAD"] = first
    desk.commit(parents=[branch])
    assert [(day, kind) for day, kind, _ in desk.told()] == [
        ("01", "published"),
        ("03", "corrected"),
    ]


def test_a_shallow_clone_makes_nothing_up(desk: Desk) -> None:
    desk.commit()
    desk.write(LOCK, "stance: unconfirmed", "stance: confirms")
    second = desk.commit()
    desk.write(LOCK, "stance: confirms", "stance: denies")
    desk.commit()
    whole = desk.told()
    parent = desk.repo[second].parents[0].decode()
    (desk.root / ".git/shallow").write_bytes(second + b"\n")
    hidden = desk.root / ".git/objects" / parent[:2] / parent[2:]
    away = desk.root.parent / "away"
    hidden.rename(away)
    assert [(day, kind) for day, kind, _ in desk.told()] == [("03", "corrected")]
    away.rename(hidden)
    (desk.root / ".git/shallow").unlink()
    assert desk.told() == whole


def test_a_site_may_lie_in_a_folder_of_its_repository(tmp_path: Path) -> None:
    desk = Desk(tmp_path / "repo", below="sites/saltway")
    desk.commit()
    desk.write(LOCK, "stance: unconfirmed", "stance: confirms")
    desk.commit()
    assert [kind for _, kind, _ in desk.told()] == ["published", "corrected"]


def test_packed_references_and_worktrees_are_found(desk: Desk) -> None:
    made = desk.commit().decode()
    assert head(desk.root) == made
    git = desk.root / ".git"
    name = desk.repo.refs.get_symrefs()[b"HEAD"].decode()
    (git / "packed-refs").write_text(f"# pack-refs\n{made} {name}\n", encoding="utf-8")
    (git / name).unlink()
    assert head(desk.root) == made
    other = git / "worktrees/other"
    other.mkdir(parents=True)
    (other / "commondir").write_text("../..\n", encoding="utf-8")
    (other / "HEAD").write_text(f"ref: {name}\n", encoding="utf-8")
    tree = desk.root.parent / "tree"
    tree.mkdir()
    (tree / ".git").write_text(f"gitdir: {other}\n", encoding="utf-8")
    assert head(tree / "below") == made


def test_only_new_commits_are_walked(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    for number in range(5):
        desk.commit()
        desk.write(LOCK, "A short report", f"A short report {number}")
    seen: list[str] = []
    entries = history._Walk._entries

    def counted(self: history._Walk, tree: bytes) -> str:
        seen.append(tree.decode())
        return entries(self, tree)

    monkeypatch.setattr(history._Walk, "_entries", counted)
    whole = desk.told()
    first = len(seen)
    assert desk.told() == whole
    assert len(seen) == first
    desk.commit()
    desk.told()
    assert len(seen) == first + 2


def built(desk: Desk, out: str, *, force: bool = False) -> dict[str, bytes]:
    folder = desk.root.parent / out
    report = build(BuildOptions(root=desk.root, out=folder, force=force))
    assert not report.failed, report.diagnostics
    return {
        p.relative_to(folder).as_posix(): p.read_bytes() for p in folder.rglob("*") if p.is_file()
    }


def test_a_commit_without_a_change_of_content_changes_the_site(desk: Desk) -> None:
    before = built(desk, "one")
    desk.commit()
    after = built(desk, "one")
    page = f"entries/{SLUG}/index.html"
    assert b"1 January 2035" not in before[page]
    assert b"1 January 2035" in after[page]
    assert after == built(desk, "two")


def test_incremental_builds_equal_clean_ones_across_commits(desk: Desk) -> None:
    built(desk, "one")
    steps = [
        ("stance: unconfirmed", "stance: confirms"),
        ("A short report", "A brief report"),
        ("value: 12", "value: 13"),
    ]
    for old, new in steps:
        desk.write(LOCK, old, new)
        assert built(desk, "one") == built(desk, "clean", force=True)
        desk.commit()
        assert built(desk, "one") == built(desk, "clean", force=True)
    desk.repo.refs[b"refs/heads/master"] = desk.ids[0]
    assert built(desk, "one") == built(desk, "clean", force=True)


def test_corrections_have_a_page_and_a_feed(desk: Desk) -> None:
    desk.commit()
    desk.write(LOCK, "value: 12", "value: 13")
    made = desk.commit().decode()
    files = built(desk, "one")
    url = f"entries/{SLUG}/#revision-{made[:10]}"
    feed = atoma.parse_atom_bytes(files["corrections.xml"])
    (entry,) = feed.entries
    assert entry.id_ == f"https://saltway.example/chronicle/{url}"
    assert entry.updated == dt.datetime(2035, 1, 2, 12, tzinfo=dt.UTC)
    assert "changed from at least 12 of 64 to at least 13 of 64" in entry.content.value
    assert f'href="/chronicle/{url}"'.encode() in files["corrections/index.html"]
    assert f'id="revision-{made[:10]}"'.encode() in files[f"entries/{SLUG}/index.html"]
    news = {e.id_: e for e in atoma.parse_atom_bytes(files["feed.xml"]).entries}
    item = news[f"https://saltway.example/chronicle/entries/{SLUG}/"]
    assert item.published == dt.datetime(2035, 1, 1, 12, tzinfo=dt.UTC)
    assert item.updated == dt.datetime(2035, 1, 2, 12, tzinfo=dt.UTC)
    assert b"2035-01-02T12:00:00Z" in files["sitemap.xml"]
