"""What the repository remembers of each entry: when it came out, and when it was corrected.

An edge: reads `.git`, through dulwich, and starts no process. The history is that of the line which
`HEAD` is on, from commit to first parent: what came in by a merge came out with the merge. What has
not been committed is not part of it.

It is a function of the commit and of what names are looked up in, so a build keeps it in its cache
and walks no further back than to the commit that the last build saw.
"""

from __future__ import annotations

import datetime as dt
import json
import re
from dataclasses import dataclass, field
from hashlib import blake2b
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from site_gen.digest import digest
from site_gen.engine.corrections import compare, words_used
from site_gen.model import Revision
from site_gen.parsing.entry import read_entry
from site_gen.parsing.entry_reading import ReadingContext
from site_gen.parsing.frontmatter import front_of, is_draft
from site_gen.themes.catalogue import Catalogue

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from site_gen.chronology.site import Site
    from site_gen.edges.cache import Cache
    from site_gen.model import Entry

KEY = "history"
FOLDER = "content/entries"
_DATA = re.compile(rb"^(?:## .*|```[^\n]*yaml[^\n]*event.*?^```)", re.MULTILINE | re.DOTALL)
_TREE = 0o040000
_KEPT = 12
"""Trees that are kept for the next commit: its parent's, level by level."""


@dataclass(frozen=True, slots=True)
class _Version:
    """An entry's file as of one commit."""

    commit: str
    moment: str
    """RFC 3339, in UTC."""
    blob: str


@dataclass(slots=True)
class _Record:
    """What is kept for the next build."""

    head: str = ""
    """Commit and shallow boundary that it describes."""
    context: str = ""
    """Digest of what names were looked up in, and of the words that tell of changes."""
    versions: dict[str, list[_Version]] = field(default_factory=dict)
    """Path of an entry's file → its versions since it was last added, oldest first."""
    unbegun: list[str] = field(default_factory=list)
    """Paths whose first version is not the first: the clone does not go back so far."""
    changes: dict[str, list[str]] = field(default_factory=dict)
    """Blob and blob → what the second says that the first did not."""
    drafts: list[str] = field(default_factory=list)
    """Blobs that are drafts."""

    @classmethod
    def of(cls, text: str) -> _Record:
        """What `text` gave; nothing for what is no such text."""
        try:
            data = json.loads(text)
            versions = {p: [_Version(*v) for v in found] for p, found in data["versions"].items()}
            return cls(**{**data, "versions": versions})
        except (ValueError, TypeError, KeyError, AttributeError):
            return cls()

    def text(self) -> str:
        """JSON."""
        versions = {
            p: [(v.commit, v.moment, v.blob) for v in found] for p, found in self.versions.items()
        }
        return json.dumps(
            {
                "head": self.head,
                "context": self.context,
                "versions": versions,
                "unbegun": self.unbegun,
                "changes": self.changes,
                "drafts": self.drafts,
            },
            separators=(",", ":"),
        )


def revisions(
    root: Path,
    site: Site,
    cache: Cache,
    *,
    head: str,
    context: str,
    strings: Mapping[str, str] | None = None,
) -> Mapping[str, tuple[Revision, ...]]:
    """Entry slug → its revisions, oldest first; nothing without a repository.

    Args:
        root: of the site.
        site: as read.
        cache: of the build, in which the history is kept.
        head: as `repository.head` has it.
        context: digest of what the names in entries are looked up in.
        strings: interface texts in which corrections are told; English, if not given.
    """
    if not head:
        return {}
    words = Catalogue(strings or {})
    context = digest(repr((context, words_used(words))).encode())
    old = _Record.of(cache.meta().get(KEY, ""))
    record = old if (old.head, old.context) == (head, context) else None
    if record is None:
        record = _read(root, site, words, old, head, context)
        cache.note({KEY: record.text()})
    drafts = frozenset(record.drafts)
    return {
        entry.slug: found
        for entry in site.entries
        for found in [_revisions(record, entry.span.path, drafts)]
        if found
    }


def _revisions(record: _Record, path: str, drafts: frozenset[str]) -> tuple[Revision, ...]:
    found: list[Revision] = []
    before = None
    begun = path not in record.unbegun
    for version in record.versions.get(path, ()):
        if before is None and version.blob in drafts:
            begun = True  # whatever came earlier was a draft, too
            continue
        changes: tuple[str, ...] = ()
        if before is not None:
            changes = tuple(record.changes.get(f"{before.blob} {version.blob}", ()))
        kind: Literal["published", "corrected", "edited"] = "corrected" if changes else "edited"
        if before is None:
            kind = "published"
        if before is not None or begun:
            found.append(
                Revision(commit=version.commit, moment=version.moment, kind=kind, changes=changes)
            )
        before = version
    return tuple(found)


def _read(
    root: Path, site: Site, words: Catalogue, old: _Record, head: str, context: str
) -> _Record:
    # dulwich takes a while to import, and a build with nothing new to read does without.
    from dulwich.errors import NotGitRepository
    from dulwich.repo import Repo

    worktree = next((f for f in (root, *root.parents) if (f / ".git").exists()), root)
    try:
        with Repo(str(worktree)) as repo:
            prefix = root.resolve().relative_to(worktree.resolve()).as_posix()
            walk = _Walk(repo.object_store, f"{prefix}/{FOLDER}".removeprefix("./"))
            same_depth = old.head.partition(" ")[2] == head.partition(" ")[2]
            record = walk.record(repo.head().decode(), old if same_depth else _Record())
            record.head, record.context = head, context
            known = old.changes if old.context == context else {}
            _compare_all(record, walk.blob, site, words, known)
    except (NotGitRepository, KeyError, OSError, ValueError):
        # No commit yet, or objects that this clone does not have: as without a repository.
        return _Record(head=head, context=context)
    return record


@dataclass(slots=True)
class _Walk:
    """From a commit backwards along its first parents."""

    store: Any
    """dulwich's store of objects, whose types tell commits and trees apart too late."""
    folder: str
    """Of the entries, below the repository's own root."""
    names: dict[str, str] = field(default_factory=dict)
    """Id of a commit's tree → id of the tree of its entries."""
    trees: dict[bytes, frozenset[tuple[bytes, int, bytes]]] = field(default_factory=dict)

    def record(self, head: str, old: _Record) -> _Record:
        """The versions of all entries as of a commit.

        Args:
            head: id of the commit.
            old: what an earlier build knew; it is carried on where it describes an ancestor.
        """
        seen = old.head.partition(" ")[0] if old.versions else ""
        steps: list[tuple[str, str, dict[str, tuple[str, str]]]] = []
        commit, parent, complete = self.store[head.encode()], None, True
        while True:
            name = commit.id.decode()
            if name == seen:
                break
            tree = self._entries(commit.tree)
            if not commit.parents:
                steps.append((name, _moment(commit), dict(self._changes("", tree))))
                break
            try:
                parent = self.store[commit.parents[0]]
            except KeyError:  # the end of a shallow clone: nobody knows what is new here
                steps.append((name, _moment(commit), dict(self._changes("", tree))))
                complete = False
                break
            before = self._entries(parent.tree)
            if before != tree:
                steps.append((name, _moment(commit), dict(self._changes(before, tree))))
            commit = parent
        record = _Record()
        if name == seen:
            record.versions = {path: list(found) for path, found in old.versions.items()}
            record.unbegun = list(old.unbegun)
        for number, (name, moment, changes) in enumerate(reversed(steps)):
            self._apply(record, name, moment, changes)
            if number == 0 and not complete:
                record.unbegun = list(record.versions)
        record.unbegun = [path for path in record.unbegun if path in record.versions]
        return record

    def _apply(
        self, record: _Record, name: str, moment: str, changes: Mapping[str, tuple[str, str]]
    ) -> None:
        """Carry a commit's changes into the record; a file that was moved keeps its past."""
        gone = {
            path: record.versions.pop(path, []) for path, (_, after) in changes.items() if not after
        }
        for path, (before, after) in changes.items():
            if not after:
                continue
            version = _Version(commit=name, moment=moment, blob=after)
            if before:
                record.versions.setdefault(path, []).append(version)
                continue
            past = self._moved(gone, after)
            record.versions[path] = [*gone.pop(past, []), version] if past else [version]
            if past in record.unbegun:
                record.unbegun.append(path)
            elif path in record.unbegun:
                record.unbegun.remove(path)

    def _moved(self, gone: Mapping[str, Sequence[_Version]], blob: str) -> str:
        """Which of the files that are gone has become this one; empty for none.

        The one with the same content, or the one whose address the new one names in `aliases`.
        """
        for path, versions in gone.items():
            if versions and versions[-1].blob == blob:
                return path
        if gone:
            raw = self.blob(blob)
            for path in gone:
                if f"/entries/{Path(path).stem}/".encode() in raw:
                    return path
        return ""

    def blob(self, name: str) -> bytes:
        """The bytes of a file."""
        raw: bytes = self.store.get_raw(name.encode())[1]
        return raw

    def _entries(self, tree: bytes) -> str:
        """Id of the tree that holds the entries; empty when there is none."""
        if tree.decode() in self.names:
            return self.names[tree.decode()]
        here = tree
        for part in self.folder.split("/"):
            wanted = part.encode()
            here = next((found for name, _, found in self._items(here) if name == wanted), b"")
            if not here:
                break
        self.names[tree.decode()] = here.decode()
        return here.decode()

    def _items(self, tree: bytes) -> frozenset[tuple[bytes, int, bytes]]:
        """(name, mode, id) of all that a tree holds; kept for the next commit, which has it again."""
        from dulwich.objects import parse_tree

        if tree not in self.trees:
            items = parse_tree(self.store.get_raw(tree)[1], len(tree) // 2)
            while len(self.trees) >= _KEPT:
                self.trees.pop(next(iter(self.trees)))
            self.trees[tree] = frozenset(items)
        return self.trees[tree]

    def _changes(
        self, before: str, after: str, below: str = FOLDER
    ) -> Iterator[tuple[str, tuple[str, str]]]:
        """(path, (blob before, blob after)) of each entry that two trees do not have alike."""
        old = self._items(before.encode()) if before else frozenset()
        new = self._items(after.encode()) if after else frozenset()
        pairs: dict[bytes, list[tuple[int, str]]] = {}
        for side, items in enumerate((old - new, new - old)):
            for name, mode, found in items:
                pairs.setdefault(name, [(0, ""), (0, "")])[side] = (mode, found.decode())
        for name, (was, now) in sorted(pairs.items()):
            path = f"{below}/{name.decode('utf-8', 'replace')}"
            if _TREE in (was[0], now[0]):
                trees = [found if mode == _TREE else "" for mode, found in (was, now)]
                yield from self._changes(trees[0], trees[1], path)
            elif path.endswith(".md"):
                yield path, (was[1], now[1])


def _moment(commit: Any) -> str:
    when = dt.datetime.fromtimestamp(commit.commit_time, tz=dt.UTC)
    return when.strftime("%Y-%m-%dT%H:%M:%SZ")


def _compare_all(
    record: _Record,
    blob: Callable[[str], bytes],
    site: Site,
    words: Catalogue,
    known: Mapping[str, list[str]],
) -> None:
    """Say of each version what it says that the one before it did not."""
    context = ReadingContext(config=site.config, gazetteer=site.gazetteer, actors=site.actors)
    drafts: dict[str, None] = {}
    for path, versions in record.versions.items():
        if len(versions) < 2:
            continue  # a single version says nothing new, and is no draft if it is shown
        raws = [blob(version.blob) for version in versions]
        drafts.update((v.blob, None) for v, raw in zip(versions, raws) if is_draft(raw))
        read: dict[str, Entry | None] = {}
        for old, new, before, after in zip(versions, versions[1:], raws, raws[1:]):
            pair = f"{old.blob} {new.blob}"
            if pair in known:
                record.changes[pair] = known[pair]
            elif _data(before) != _data(after):
                was, now = (
                    read.setdefault(v.blob, read_entry(path, raw, context).entry)
                    for v, raw in ((old, before), (new, after))
                )
                if was is not None and now is not None and was.title and now.title:
                    record.changes[pair] = list(compare(was, now, site, words))
    record.drafts = list(drafts)


def _data(raw: bytes) -> bytes:
    """All that is not words: equal data has nothing to compare."""
    front = front_of(raw)
    found = b"\n".join([front, *_DATA.findall(raw, len(front))])
    return blake2b(found, digest_size=16).digest()
