"""Keeps the search index between builds: what each entry puts into it, so that an edit costs little.

What is kept may be lost or out of step with the site's folder, after a crash, say. Then a file that is needed
is not there, or has other bytes than were written, and the index is made from all entries once more.
"""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from site_gen import search
from site_gen.digest import digest
from site_gen.search.manifest import CHUNK, Manifest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from site_gen.edges.cache import Cache
    from site_gen.model import Body, Entry
    from site_gen.pages.cards import CardMaker
    from site_gen.search import EntryPostings, Setting

MOST = 50
"""With more edited entries than this the whole index is made anew."""


class OutOfStepError(Exception):
    """A file of the index is not as it was written."""


@dataclass(slots=True)
class Index:
    """The files of the index after a build."""

    manifest: bytes
    paths: list[str]
    made: dict[str, bytes]
    """Path → content of those that were made."""
    whole: Callable[[], Mapping[str, bytes]]
    """Makes all of them."""

    def content(self, path: str) -> bytes:
        """The content of one file."""
        if path not in self.made:
            self.made = {**self.whole()}
        return self.made[path]

    def inputs(self, path: str) -> tuple[tuple[str, str], ...]:
        """What a file is made from: equal for equal contents."""
        return inputs_of(path, self.manifest)


def inputs_of(path: str, manifest: bytes) -> tuple[tuple[str, str], ...]:
    """What a file of the index is made from: as its name says, but for the manifest."""
    mark = digest(manifest) if path == search.MANIFEST else path.rpartition("/")[2]
    return (("search", mark),)


@dataclass(slots=True)
class Keeper:
    """Makes the index, or brings the last one up to date."""

    cache: Cache
    read: Callable[[str], bytes]
    """Content of a file of the built site by its path."""

    # --- the long way ----------------------------------------------------------------------------

    def refresh(self, maker: CardMaker, program: str) -> Index:
        """The index of a site.

        Args:
            maker: for the site, its timeline and its digests.
            program: digest of the program.
        """
        setting = search.setting_of(maker.site, maker.catalogue.dates.wide)
        kept = json.dumps([program, setting.to_json()], ensure_ascii=False)
        keys = {entry.slug: self._key(maker, entry) for entry in maker.timeline.entries}
        meta = dict(self.cache.search.execute("select key, value from meta"))
        if meta.get("setting") != kept:
            self._forget()
            meta = {}
        before = {
            slug: (number, key)
            for slug, number, key in self.cache.search.execute(
                "select slug, number, key from found"
            )
        }
        edited = [slug for slug, key in keys.items() if before.get(slug, (0, ""))[1] != key]
        order = [slug for slug, _ in sorted(before.items(), key=lambda item: item[1][0])]
        manifest = meta.get("manifest", "").encode()
        made: dict[str, bytes] | None = None
        if manifest and order == list(keys) and len(edited) <= MOST:
            made = self._few(maker, edited, keys, before, setting, manifest) if edited else {}
        if made is None:
            made = dict(self._all(maker, keys, edited, setting))
        manifest = made.get(search.MANIFEST, manifest)
        self._note({"setting": kept, "manifest": manifest.decode()})
        return Index(
            manifest=manifest,
            paths=Manifest.read(manifest, setting).files(),
            made=made,
            whole=lambda: dict(search.merge(self._kept(), setting)),
        )

    def _key(self, maker: CardMaker, entry: Entry) -> str:
        rows = maker.timeline.by_entry[entry.slug]
        return self._worded(
            digest(f"{maker.digests.entry(entry)} {maker.digests.rows(rows)}".encode()), entry.prose
        )

    def _worded(self, outline: str, prose: str) -> str:
        return f"{outline} {prose}"

    def _all(
        self, maker: CardMaker, keys: Mapping[str, str], edited: Iterable[str], setting: Setting
    ) -> Iterator[tuple[str, bytes]]:
        """Index what was edited, drop what is gone, renumber, and merge everything."""
        database = self.cache.search
        entries = {entry.slug: entry for entry in maker.timeline.entries}
        analyzer = setting.analyzer
        for slug in edited:
            rows = maker.timeline.by_entry[slug]
            outline = search.outline(maker.site, entries[slug], rows, maker.catalogue.dates)
            records = outline.filled(maker.site.bodies[slug])
            postings = search.index_entry(slug, records, analyzer, setting.wording)
            self._save(0, keys[slug], outline.to_json(), postings)
        known = [slug for (slug,) in database.execute("select slug from found")]
        gone = [(slug,) for slug in known if slug not in keys]
        database.executemany("delete from found where slug = ?", gone)
        database.executemany(
            "update found set number = ? where slug = ?",
            [(number, slug) for number, slug in enumerate(keys)],
        )
        words: Counter[str] = Counter()
        yield from search.merge(self._kept(words), setting)
        database.execute("delete from word")
        database.executemany("insert into word values (?, ?)", words.items())

    def _few(
        self,
        maker: CardMaker,
        edited: Sequence[str],
        keys: Mapping[str, str],
        before: Mapping[str, tuple[int, str]],
        setting: Setting,
        manifest: bytes,
    ) -> dict[str, bytes] | None:
        entries = {entry.slug: entry for entry in maker.timeline.entries}
        work = []
        for slug in edited:
            rows = maker.timeline.by_entry[slug]
            outline = search.outline(maker.site, entries[slug], rows, maker.catalogue.dates)
            records = outline.filled(maker.site.bodies[slug])
            postings = search.index_entry(slug, records, setting.analyzer, setting.wording)
            work.append((before[slug][0], keys[slug], outline.to_json(), postings))
        return self._update(work, setting, manifest)

    # --- the short way ---------------------------------------------------------------------------

    def reword(self, bodies: Mapping[str, Body]) -> tuple[dict[str, bytes], list[str]] | None:
        """The index with other words in some entries.

        Returns:
            (path → content of new files, paths of files that go), or None when it cannot be said
            without the site.
        """
        meta = dict(self.cache.search.execute("select key, value from meta"))
        if "manifest" not in meta:
            return None
        setting = search.Setting.from_json(json.loads(meta["setting"])[1])
        manifest = meta["manifest"].encode()
        work = []
        for slug, body in bodies.items():
            sql = "select number, key, outline from found where slug = ?"
            row = self.cache.search.execute(sql, (slug,)).fetchone()
            if row is None:
                return None
            outline = json.loads(row[2])
            records = search.Outline.from_json(outline).filled(body)
            postings = search.index_entry(slug, records, setting.analyzer, setting.wording)
            key = self._worded(row[1].partition(" ")[0], body.digest)
            work.append((row[0], key, outline, postings))
        made = self._update(work, setting, manifest)
        if made is None:
            return None
        self._note({"manifest": made[search.MANIFEST].decode()})
        return made, search.removed(manifest, made[search.MANIFEST], setting)

    # --- both ------------------------------------------------------------------------------------

    def _update(
        self,
        work: Sequence[tuple[int, str, list[Any], EntryPostings]],
        setting: Setting,
        manifest: bytes,
    ) -> dict[str, bytes] | None:
        changes = []
        minus: Counter[str] = Counter()
        for number, _, _, postings in work:
            old = self._postings(postings.slug)
            minus.update(old.words)
            changes.append(search.Change(number, old, postings))
        now = {number: postings for number, _, _, postings in work}
        database = self.cache.search

        def chunk(number: int) -> list[EntryPostings]:
            rows = database.execute(
                "select number, columns from found where number between ? and ? order by number",
                (number * CHUNK, (number + 1) * CHUNK - 1),
            )
            return [now.get(n) or _columns(json.loads(text)) for n, text in rows]

        def others(word: str) -> bool:
            row = database.execute("select entries from word where word = ?", (word,)).fetchone()
            return bool(row) and row[0] > minus[word]

        try:
            known = search.Known(file=self._file, chunk=chunk, others=others)
            made = search.update(manifest, changes, setting, known)
        except (OSError, OutOfStepError):
            return None
        plus: Counter[str] = Counter()
        for number, key, outline, postings in work:
            plus.update(postings.words)
            self._save(number, key, outline, postings)
        plus.subtract(minus)
        database.executemany(
            "insert into word values (?1, ?2)"
            " on conflict (word) do update set entries = entries + ?2",
            [(word, count) for word, count in plus.items() if count],
        )
        database.execute("delete from word where entries = 0")
        return made

    def _file(self, path: str) -> bytes:
        trace = self.cache.trace(path)
        content = self.read(path)
        if trace is None or trace.digest != digest(content):
            raise OutOfStepError(path)
        return content

    def _save(self, number: int, key: str, outline: list[Any], postings: EntryPostings) -> None:
        light = replace(postings, terms={}, words=[])
        self.cache.search.execute(
            "insert or replace into found values (?, ?, ?, ?, ?, ?)",
            (
                postings.slug,
                number,
                key,
                *map(_text, (outline, light.to_json(), [postings.terms, postings.words])),
            ),
        )

    def _kept(self, words: Counter[str] | None = None) -> Iterator[EntryPostings]:
        """What all entries put into the index, in their order; counts their words in passing."""
        rows = self.cache.search.execute("select columns, terms from found order by number")
        for columns, text in rows:
            terms, listed = json.loads(text)
            if words is not None:
                words.update(listed)
            yield replace(_columns(json.loads(columns)), terms=terms, words=listed)

    def _postings(self, slug: str) -> EntryPostings:
        sql = "select columns, terms from found where slug = ?"
        columns, text = self.cache.search.execute(sql, (slug,)).fetchone()
        terms, words = json.loads(text)
        return replace(_columns(json.loads(columns)), terms=terms, words=words)

    def _note(self, values: Mapping[str, str]) -> None:
        self.cache.search.executemany("insert or replace into meta values (?, ?)", values.items())
        self.cache.search.commit()

    def _forget(self) -> None:
        for table in ("found", "word", "meta"):
            self.cache.search.execute(f"delete from {table}")  # noqa: S608


def _columns(data: Sequence[Any]) -> EntryPostings:
    return search.EntryPostings.from_json(data)


def _text(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
