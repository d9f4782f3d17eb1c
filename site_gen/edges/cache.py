"""What a build remembers for the next one, outside the site itself.

Everything here may be lost: a cache that is missing, cut short, foreign or of another version is an
empty cache, and a build without it gives the same site. It is a handful of SQLite files whose
columns are plain text and JSON, so that `sqlite3` can show them:

    site.db        settings, input files, and a trace for each file of the site
    search.db      what each entry puts into the search index
    entries-N.db   what was read from the entries, N from 0 to 7, each entry by a hash of its path

Entries are spread over several files so that processes can read and write their share at once.
"""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing, suppress
from typing import TYPE_CHECKING, NamedTuple
from zlib import crc32

from msgspec import Struct, field

from site_gen.digest import digest
from site_gen.edges.look import STATE

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

VERSION = 8
SHARDS = 8
_AT_ONCE = 100
"""Rows asked for by name in one query."""

# What stands before the context of a row; such an entry is read again by the next long build.
WORDS = "words:"
"""Its places in the file may have moved since it was read."""
FIRST = "first:"
"""The same, and its words are in its page but not yet in feeds and the search index."""
READ = "read:"
"""It was read by a build that has not written the site yet, and may never do so."""

TEMPLATES = "templates"
"""Key of `Cache.meta`: digest of the last templates that nothing was wrong with."""

_SITE = """
create table meta (key text primary key, value text) without rowid;
create table input (path text primary key, size int, mtime_ns int, digest text) without rowid;
create table artifact (path text primary key, digest text, size int, inputs text);
create table reader (name text, path text, primary key (name, path)) without rowid;
"""
_SEARCH = """
create table meta (key text primary key, value text) without rowid;
create table found (
    slug text primary key, number int, key text, outline text, columns text, terms text
);
create table word (word text primary key, entries int) without rowid;
"""
_MARKED = {
    mark: f"context >= '{mark}' and context < '{mark.removesuffix(':')};'" for mark in (READ, FIRST)
}
"""Mark → which rows bear it. An index of each holds these alone, mostly none, and serves what asks in the same words."""
_ENTRIES = """
create table entry (
    path text primary key, size int, mtime_ns int, digest text, context text, outline text,
    slug text, data text, body text, notes text
);
create table page (path text primary key, cuts text) without rowid;
""" + "".join(
    f"create index {mark.removesuffix(':')} on entry (context) where {which};\n"
    for mark, which in _MARKED.items()
)


class EntryRow(NamedTuple):
    """What is remembered of one entry's file. Text columns hold JSON unless said otherwise."""

    path: str
    size: int
    mtime_ns: int
    """0 when the file was changed so shortly before it was read that its time proves nothing."""
    digest: str
    """Of the file's bytes."""
    context: str
    """Digest of what its names were looked up in; empty asks for a new reading."""
    outline: str
    """Digest of all but its words: front matter, headings, event blocks, links."""
    slug: str
    data: str
    """The entry without its words; empty when nothing could be made of the file."""
    body: str
    notes: str
    """Diagnostics."""
    cuts: str
    """Where the words stand in its page (`marks.Cuts`); empty when not known."""


class Trace(NamedTuple):
    """What is remembered of one file of the site."""

    digest: str
    size: int
    inputs: str
    """JSON: input name → digest, as of the build that made the file."""


def _of_entries(shard: int) -> str:
    return f"entries-{shard}.db"


def shard_of(path: str) -> int:
    """The number of the file that remembers an entry."""
    return crc32(path.encode()) % SHARDS


class Cache(Struct):
    """The folder in which one site's builds into one output folder are remembered."""

    folder: Path
    _open: dict[str, tuple[int, sqlite3.Connection]] = field(default_factory=dict)

    @classmethod
    def of(cls, root: Path, out: Path) -> Cache:
        """The cache for building `root` into `out`."""
        if out == root / "public":
            return cls(folder=root / STATE / "public")
        name = digest(os.fsencode(out), length=16)
        return cls(folder=root / STATE / name)

    def _database(self, name: str, schema: str) -> sqlite3.Connection:
        """An open database; a new one in place of what cannot be used.

        Connections do not cross a fork: each process opens its own.
        """
        process, connection = self._open.get(name, (0, None))
        if connection is not None and process == os.getpid():
            return connection
        self.folder.mkdir(parents=True, exist_ok=True)
        path = self.folder / name
        try:
            connection = _connect(path, schema)
        except sqlite3.DatabaseError:
            for leftover in (path, path.with_name(f"{name}-journal")):
                leftover.unlink(missing_ok=True)
            connection = _connect(path, schema)
        self._open[name] = (os.getpid(), connection)
        return connection

    @property
    def site(self) -> sqlite3.Connection:
        """The database of the site."""
        return self._database("site.db", _SITE)

    @property
    def search(self) -> sqlite3.Connection:
        """The database of the search index; `searching` alone uses it."""
        return self._database("search.db", _SEARCH)

    def entries(self, shard: int) -> sqlite3.Connection:
        """One of the databases of entries."""
        return self._database(_of_entries(shard), _ENTRIES)

    def close(self) -> None:
        """Close what this process has opened."""
        for process, connection in self._open.values():
            if process == os.getpid():
                connection.close()
        self._open.clear()

    def forget(self) -> None:
        """Empty the cache."""
        self.close()
        for name in ("site.db", "search.db", *map(_of_entries, range(SHARDS))):
            with suppress(FileNotFoundError):
                (self.folder / name).unlink()

    # --- the site ----------------------------------------------------------------------------

    def meta(self) -> dict[str, str]:
        """Everything that was noted with `note`."""
        return dict(self.site.execute("select key, value from meta"))

    def note(self, values: dict[str, str]) -> None:
        """Remember some texts; takes effect with `commit`."""
        self.site.executemany("insert or replace into meta values (?, ?)", values.items())

    def inputs(self) -> dict[str, tuple[int, int, str]]:
        """Path → size, time and digest of every input file that is not an entry."""
        rows = self.site.execute("select path, size, mtime_ns, digest from input")
        return {path: (size, mtime_ns, found) for path, size, mtime_ns, found in rows}

    def set_inputs(self, rows: Iterable[tuple[str, int, int, str]]) -> None:
        """Remember the input files that are no entries."""
        self.site.execute("delete from input")
        self.site.executemany("insert into input values (?, ?, ?, ?)", rows)

    def traces(self) -> dict[str, Trace]:
        """Path → trace of every file of the site."""
        rows = self.site.execute("select path, digest, size, inputs from artifact")
        return {row[0]: Trace._make(row[1:]) for row in rows}

    def trace(self, path: str) -> Trace | None:
        """The trace of one file."""
        sql = "select digest, size, inputs from artifact where path = ?"
        row = self.site.execute(sql, (path,)).fetchone()
        return Trace._make(row) if row else None

    def set_traces(self, traces: Iterable[tuple[str, Trace]], removed: Iterable[str] = ()) -> None:
        """Remember new traces, and forget those of removed files."""
        self.site.executemany("delete from artifact where path = ?", [(path,) for path in removed])
        self.site.executemany(
            "insert or replace into artifact values (?, ?, ?, ?)",
            ((path, *trace) for path, trace in traces),
        )

    def readers(self, name: str) -> tuple[str, ...]:
        """Files of the site that depend on an input of that name, where `set_readers` was told."""
        rows = self.site.execute("select path from reader where name = ? order by path", (name,))
        return tuple(path for (path,) in rows)

    def set_readers(self, readers: Iterable[tuple[str, str]]) -> None:
        """Remember (input name, path) pairs, in place of all earlier ones."""
        self.site.execute("delete from reader")
        self.site.executemany("insert or ignore into reader values (?, ?)", readers)

    def commit(self) -> None:
        """Make what was remembered of the site last."""
        self.site.commit()

    # --- entries -----------------------------------------------------------------------------

    def stamps(self) -> dict[str, tuple[int, int, str]]:
        """Path → size, time and context of every entry remembered."""
        found: dict[str, tuple[int, int, str]] = {}
        for shard in range(SHARDS):
            if not (self.folder / _of_entries(shard)).exists():
                continue  # a first build: who reads the shard makes its file
            rows = self.entries(shard).execute("select path, size, mtime_ns, context from entry")
            found.update((path, (size, mtime, context)) for path, size, mtime, context in rows)
        return found

    def data(self, shard: int) -> Iterator[tuple[str, str]]:
        """(data, notes) of every entry remembered in one shard."""
        return self.entries(shard).execute("select data, notes from entry")

    def readings(self) -> Iterator[tuple[str, int, int, str, str, str]]:
        """(path, size, time, context, data, notes) of every entry remembered."""
        for shard in range(SHARDS):
            yield from self.entries(shard).execute(
                "select path, size, mtime_ns, context, data, notes from entry"
            )

    def row(self, path: str) -> EntryRow | None:
        """Everything remembered of one entry."""
        sql = (
            "select entry.*, coalesce(cuts, '') from entry left join page using (path)"
            " where path = ?"
        )
        row = self.entries(shard_of(path)).execute(sql, (path,)).fetchone()
        return EntryRow._make(row) if row else None

    def body(self, path: str) -> str:
        """The words of one entry.

        Raises:
            KeyError: when it is not remembered.
        """
        sql = "select body from entry where path = ?"
        row = self.entries(shard_of(path)).execute(sql, (path,)).fetchone()
        if row is None:
            raise KeyError(path)
        return str(row[0])

    def bodies(self, paths: Sequence[str]) -> Iterator[tuple[str, str]]:
        """(path, words) of some entries of one shard, in any order."""
        for start in range(0, len(paths), _AT_ONCE):
            some = paths[start : start + _AT_ONCE]
            marks = ", ".join("?" * len(some))
            yield from self.entries(shard_of(some[0])).execute(
                f"select path, body from entry where path in ({marks})",  # noqa: S608
                some,
            )

    def set_rows(self, shard: int, rows: Sequence[EntryRow]) -> None:
        """Remember entries of one shard, at once."""
        with self.entries(shard) as database:
            database.executemany(
                "insert or replace into entry values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                [row[:-1] for row in rows],
            )
            database.executemany(
                "delete from page where path = ?", [(row.path,) for row in rows if not row.cuts]
            )
            database.executemany(
                "insert or replace into page values (?, ?)",
                [(row.path, row.cuts) for row in rows if row.cuts],
            )

    def settle(self) -> None:
        """Say that the site holds all that was read: the end of a long build."""
        for shard in range(SHARDS):
            with self.entries(shard) as database:
                for mark, which in _MARKED.items():
                    database.execute(
                        f"update entry set context = substr(context, {len(mark) + 1}) where {which}"  # noqa: S608
                    )

    def set_cuts(self, cuts: Iterable[tuple[str, str]]) -> None:
        """Remember (entry path, where the words stand in its page)."""
        by_shard: dict[int, list[tuple[str, str]]] = {}
        for path, found in cuts:
            by_shard.setdefault(shard_of(path), []).append((path, found))
        for shard, pairs in by_shard.items():
            with self.entries(shard) as database:
                database.executemany("insert or replace into page values (?, ?)", pairs)

    def restamp(self, stamps: Iterable[tuple[str, int, int]]) -> None:
        """Remember new (path, size, time) of entries whose bytes are as before."""
        for path, size, mtime_ns in stamps:
            with self.entries(shard_of(path)) as database:
                database.execute(
                    "update entry set size = ?, mtime_ns = ? where path = ?", (size, mtime_ns, path)
                )

    def drop(self, paths: Iterable[str]) -> None:
        """Forget entries."""
        for path in paths:
            with self.entries(shard_of(path)) as database:
                database.execute("delete from entry where path = ?", (path,))
                database.execute("delete from page where path = ?", (path,))


def noted(folder: Path, key: str) -> str:
    """What builds have noted under a key, for those who only look; empty when nothing can be read."""
    path = folder / "site.db"
    if not path.is_file():
        return ""
    try:
        with closing(sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)) as found:
            row = found.execute("select value from meta where key = ?", (key,)).fetchone()
    except sqlite3.Error:
        return ""
    return str(row[0]) if row else ""


def plain(context: str) -> str:
    """A context without the mark for words that were put in the short way."""
    return context.removeprefix(WORDS).removeprefix(FIRST)


def _connect(path: Path, schema: str) -> sqlite3.Connection:
    connection = sqlite3.connect(path, timeout=60)
    # A killed process leaves a whole database behind; only a power cut may not, and then the check
    # of its version fails or the file is thrown away.
    connection.execute("pragma synchronous = off")
    # For a new file: an entry with its words fills two of these, or five of the usual ones.
    connection.execute("pragma page_size = 8192")
    # Rows are mostly read once; a process has up to ten of these files open.
    connection.execute("pragma cache_size = -256")
    connection.execute("pragma journal_mode = truncate")
    (version,) = connection.execute("pragma user_version").fetchone()
    if version != VERSION:
        if connection.execute("select count(*) from sqlite_master").fetchone() != (0,):
            connection.close()
            message = "another version"
            raise sqlite3.DatabaseError(message)
        # At once: each statement by itself would go to the disk by itself.
        connection.executescript(f"begin;{schema}pragma user_version = {VERSION};commit;")
    return connection
