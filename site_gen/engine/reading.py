"""From the files of a tree to a `Site`, or to everything that is wrong with them."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from contextlib import suppress
from functools import lru_cache
from hashlib import sha256
from typing import TYPE_CHECKING, Any, TypeAlias

from msgspec import Struct, field
from msgspec.structs import replace

from site_gen.checks.crosscheck import Sound, crosscheck
from site_gen.chronology.site import Site
from site_gen.diagnostics import Diagnostic, SiteGenError, Span, did_you_mean, error
from site_gen.edges.look import FRESH_NS
from site_gen.model import Body, Dispute, DisputeMember, Entry, Source, StaticPage
from site_gen.parsing import frontmatter, markdown, schema
from site_gen.parsing.config import Config
from site_gen.parsing.entry import read_entry
from site_gen.parsing.entry_reading import ReadingContext
from site_gen.parsing.frontmatter import Text
from site_gen.parsing.frontmatter.limits import DATA_LIMITS
from site_gen.parsing.gazetteer import Gazetteer, read_gazetteer
from site_gen.parsing.geometry import read_geometry
from site_gen.parsing.records import actor_of, config_of, source_of
from site_gen.parsing.register import ActorRegister
from site_gen.parsing.shape import BASE_URL, Values
from site_gen.parsing.shape import read as read_shape
from site_gen.slug import slugify
from site_gen.themes.theme import Theme, read_theme

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from site_gen.edges.source import InputFile, Tree
    from site_gen.model import Link
    from site_gen.parsing.geometry import Geometry
    from site_gen.parsing.shape import Shape
    from site_gen.render import Renderer

SITE_FILE = "content/site.yaml"
ACTORS_FILE = "content/actors.yaml"
ENTRIES = "content/entries/"
SOURCE_ID = re.compile(r"\w[\w.-]*(?:/\w[\w.-]*)*")
"""What may be part of an address as it is."""

Rendered: TypeAlias = "tuple[str, str, tuple[Link, ...], list[Diagnostic]]"
"""HTML, plain text, links within the site, and what is wrong with them."""

Records: TypeAlias = "dict[str, tuple[InputFile, Source, tuple[Diagnostic, ...]]]"
"""Path of a source's record → the file as it was read, what it says, and what is wrong with it."""

Load: TypeAlias = (
    "Callable[[Sequence[InputFile], ReadingContext, str],"
    " tuple[list[Entry], Mapping[str, Body], list[Diagnostic]]]"
)
"""(files, context, digest of the context) → entries, their words, and what is wrong with them."""


class Reading(Struct, frozen=True, kw_only=True):
    """What came out of a tree."""

    site: Site | None
    """None when there is an error."""
    found: Site
    """The site as far as it could be read, mistakes and all: to look at, never to build."""
    theme: Theme | None
    """With what is wrong with it; None when there is none of that name."""
    media: tuple[str, ...]
    """Paths of files below `content/media/`, copied as they are."""
    diagnostics: tuple[Diagnostic, ...]
    context: str = ""
    """Digest of what entries were read against."""
    drafts: int = 0
    """How many drafts were left out."""


class SiteReader(Struct):
    """Reads a whole tree; mistakes of all files are collected."""

    tree: Tree
    scanned: tuple[tuple[InputFile, ...], list[Diagnostic]] | None = None
    """The tree's files, when they have been looked at already."""
    found: list[Diagnostic] = field(default_factory=list)
    files: dict[str, InputFile] = field(default_factory=dict)
    paths: list[str] = field(default_factory=list)
    bodies: Mapping[str, Body] = field(default_factory=dict)
    load: Load | None = None
    """How entries are loaded; by default each is read anew."""
    settings: Values = field(default_factory=Values)
    """What the site's own file says."""
    theme: Theme | None = None
    """Read before the entries."""
    sound: Sound | None = None
    """Entries that need not be checked against the other files again."""
    records: Records = field(default_factory=dict)
    """Sources as they were read before; brought up to date."""
    now_ns: int = 0
    """When the tree was looked at; 0 leaves the times of `records` untrusted."""

    def read(self, *, base_url: str = "", drafts: bool = False) -> Reading:
        """The site, its theme, and everything that is wrong with them."""
        files, found = self.scanned or self.tree.scan()
        self.found += found
        self.files = {file.path: file for file in files}
        self.paths = list(self.files)
        config = self._config(base_url)
        gazetteer = self._gazetteer(config)
        actors = self._actors(config)
        geometry = self._geometry(config, gazetteer)
        sources = self._sources()
        self.theme = self._theme(config)
        context = ReadingContext(config=config, gazetteer=gazetteer, actors=actors)
        entries = self._entries(context)
        for entry in entries:
            for source in entry.inline_sources:
                sources.setdefault(source.id, source)
        left_out = frozenset[str]() if drafts else self._drafts(entries)
        every = entries
        if left_out:
            entries = tuple(entry for entry in entries if entry.span.path not in left_out)
        site = Site(
            config=config,
            gazetteer=gazetteer,
            geometry=geometry,
            actors=actors,
            sources=dict(sorted(sources.items())),
            entries=entries,
            bodies=self.bodies,
            disputes=self._disputes(),
            pages=self._pages(),
        )
        media = tuple(self._below("content/media/"))
        found = crosscheck(site, media, self.sound)
        slugs = [entry.slug for entry in every if entry.span.path in left_out]
        self.found += [_to_draft(d, slugs) for d in found] if left_out else found
        if left_out:
            self._crosscheck_drafts(replace(site, entries=every), media, left_out)
        diagnostics = in_order(
            of_draft(d) if d.span.path in left_out else d
            for d in set(self.found)
            if d.code not in config.ignore or d.severity == "error"
        )
        failed = any(d.severity == "error" for d in diagnostics)
        return Reading(
            site=None if failed else site,
            found=site,
            theme=self.theme,
            media=media,
            diagnostics=diagnostics,
            context=self._context_digest(config),
            drafts=len(left_out),
        )

    def _drafts(self, entries: Sequence[Entry]) -> frozenset[str]:
        """Paths of the files that call themselves drafts, those with broken front matter included."""
        found = {entry.span.path for entry in entries if entry.draft}
        broken = {d.span.path for d in self.found if d.severity == "error"}
        for path in broken.difference(found).intersection(self._below(ENTRIES, ".md")):
            # Whatever is wrong with it has been said.
            with suppress(OSError):
                if frontmatter.is_draft(self.tree.read(path)):
                    found.add(path)
        return frozenset(found)

    def _crosscheck_drafts(self, site: Site, media: Sequence[str], drafts: frozenset[str]) -> None:
        """Note what would be wrong if drafts were published, as far as it is wrong in them."""
        published = {entry.slug for entry in site.entries if entry.span.path not in drafts}
        found = crosscheck(site, media, Sound(published, site.sources))
        self.found += [d for d in found if d.span.path in drafts]

    def _below(self, folder: str, suffix: str = "") -> list[str]:
        # Files stand in the order of their paths.
        start, end = bisect_left(self.paths, folder), bisect_left(self.paths, f"{folder}\U0010ffff")
        return [path for path in self.paths[start:end] if path.endswith(suffix)]

    def _bytes(self, path: str) -> bytes | None:
        try:
            return self.tree.read(path)
        except OSError as problem:
            self.found.append(
                error("file.unreadable", problem.strerror or str(problem), Span(path=path))
            )
            return None

    def _text(self, path: str) -> str | None:
        raw = self._bytes(path)
        if raw is None:
            return None
        text, found = frontmatter.decode(raw, path)
        self.found += found
        return None if any(d.severity == "error" for d in found) else text

    def _yaml(self, path: str, shape: Shape) -> Values:
        text = self._text(path)
        if text is None:
            return Values()
        data, found = _read_data(path, text, shape.name)
        self.found += found
        return data

    def _missing(self, path: str, hint: str) -> None:
        self.found.append(error("file.missing", "this file does not exist", Span(path=path), hint))

    def _config(self, base_url: str) -> Config:
        if SITE_FILE not in self.files:
            self._missing(SITE_FILE, "every site has one, with a title: at least")
            return Config(title="")
        self.settings = data = self._yaml(SITE_FILE, schema.SITE)
        if base_url and not re.fullmatch(BASE_URL.pattern, base_url):
            message = f"--base-url: “{base_url}” is not {BASE_URL.expects}; {BASE_URL.hint}"
            raise SiteGenError(message)
        return config_of(data, base_url)

    def _gazetteer(self, config: Config) -> Gazetteer:
        path = f"content/{config.gazetteer}"
        if path not in self.files:
            hint = "it lists the provinces, `provinces: [{code: XE-NOR, name: Norvale}]` for a beginning"
            self._missing(path, f"{hint}; gazetteer: in content/site.yaml names the file")
            return Gazetteer(known=False)
        text = self._text(path)
        if text is None:
            return Gazetteer(known=False)
        gazetteer, found = _read_provinces(path, text)
        self.found += found
        if not gazetteer.provinces and any(d.severity == "error" for d in found):
            return Gazetteer(known=False)
        return gazetteer

    def _actors(self, config: Config) -> ActorRegister:
        if ACTORS_FILE not in self.files:
            return ActorRegister()
        records = self._yaml(ACTORS_FILE, schema.ACTORS).get("actors", ())
        actors = []
        slugs: dict[str, Any] = {}
        for record in records:
            if "name" not in record:
                continue
            actor = actor_of(record)
            mark = record["name"]
            span = Span(path=ACTORS_FILE, line=mark.line, col=mark.col)
            if actor.slug in slugs:
                self.found.append(
                    error(
                        "actor.duplicate",
                        f"two actors share the address “{actor.slug}”",
                        span,
                        "give one of them a slug: of its own",
                    )
                )
            if actor.party and config.party(actor.party) is None:
                self.found.append(
                    error(
                        "party.unknown",
                        f"unknown party “{actor.party}”",
                        span,
                        "declare it under parties: in content/site.yaml",
                    )
                )
            slugs[actor.slug] = mark
            actors.append(actor)
        return ActorRegister(tuple(actors))

    def _geometry(self, config: Config, gazetteer: Gazetteer) -> Geometry | None:
        if not config.geometry:
            return None
        path = f"content/{config.geometry}"
        if path not in self.files:
            self._missing(path, "geometry: in content/site.yaml names it")
            return None
        text = self._text(path)
        if text is None:
            return None
        geometry, found = read_geometry(text, path, frozenset(gazetteer.by_code))
        self.found += [d for d in found if gazetteer.known or d.code != "geometry.province"]
        return geometry

    def _sources(self) -> dict[str, Source]:
        paths = self._below("seeds/", ".yaml")
        if len(self.records) > len(paths):
            for gone in self.records.keys() - set(paths):
                del self.records[gone]
        sources = {}
        for path in paths:
            file = self.files[path]
            known = self.records.get(path)
            if known is None or known[0] != file:
                known = self._source(file)
            _, source, found = known
            self.found += found
            sources[source.id] = source
        return sources

    def _source(self, file: InputFile) -> tuple[InputFile, Source, tuple[Diagnostic, ...]]:
        """Read one record, and keep it if its time proves that it is this one."""
        before, self.found = self.found, []
        source_id = file.path.removeprefix("seeds/").removesuffix(".yaml")
        if not SOURCE_ID.fullmatch(source_id):
            self.found.append(
                error(
                    "slug.invalid",
                    f"the file's name “{source_id}” cannot be an address",
                    Span(path=file.path),
                    f"rename the file to {slugify(source_id)}.yaml",
                )
            )
        data = self._yaml(file.path, schema.SOURCE)
        made = (file, source_of(data, source_id, file.path), tuple(self.found))
        self.found = before
        unreadable = any(d.code == "file.unreadable" for d in made[2])
        if file.mtime_ns < self.now_ns - FRESH_NS and not unreadable:
            self.records[file.path] = made
        else:
            self.records.pop(file.path, None)
        return made

    def _entries(self, context: ReadingContext) -> tuple[Entry, ...]:
        paths = self._below(ENTRIES, ".md")
        load = self.load or self._load
        files = [self.files[path] for path in paths]
        loaded, self.bodies, found = load(files, context, self._context_digest(context.config))
        self.found += found
        entries: dict[str, Entry] = {}
        for entry in sorted(loaded, key=lambda entry: entry.draft):  # a draft takes no address away
            slug = entry.slug
            # Nearly all are plain letters.
            key = slug if slug.isascii() else unicodedata.normalize("NFC", slug)
            key = key.casefold()
            if key in entries:
                self.found.append(
                    error(
                        "slug.duplicate",
                        f"two entries share the address “{entry.slug}”",
                        entry.span,
                        "rename one of the files, or set slug:",
                        ((entries[key].span, "the first one"),),
                    )
                )
            else:
                entries[key] = entry
        return tuple(sorted(entries.values(), key=lambda entry: entry.slug))

    def _load(
        self, files: Sequence[InputFile], context: ReadingContext, _digest: str
    ) -> tuple[list[Entry], Mapping[str, Body], list[Diagnostic]]:
        """Read every entry anew."""
        entries: list[Entry] = []
        bodies: dict[str, Body] = {}
        found: list[Diagnostic] = []
        for file in files:
            raw = self._bytes(file.path)
            if raw is None:
                continue
            reading = read_entry(file.path, raw, context)
            found += reading.diagnostics
            if reading.entry is not None:
                entries.append(reading.entry)
                bodies[reading.entry.slug] = reading.body
        return entries, bodies, found

    def _context_digest(self, config: Config) -> str:
        """Digest of what entries are read against: settings, gazetteer, actors, program."""
        told = sha256(self.tree.program.encode())
        for path in (SITE_FILE, f"content/{config.gazetteer}", ACTORS_FILE):
            raw = self._bytes(path) if path in self.files else None
            told.update(f"{path}:{len(raw) if raw is not None else -1}:".encode())
            told.update(raw or b"")
        return told.hexdigest()[:32]

    def _document(self, path: str, shape: Shape) -> tuple[Values, Rendered] | None:
        text = self._text(path)
        if text is None:
            return None
        data, body, found = _read_document(path, text, shape.name)
        self.found += found
        return data, body

    def _disputes(self) -> tuple[Dispute, ...]:
        disputes = []
        for path in self._below("content/disputes/", ".md"):
            document = self._document(path, schema.DISPUTE)
            if document is None:
                continue
            data, body = document
            html, text, links, found = body
            self.found += found
            members = []
            for member in data.get("members", ()):
                ref: Text | None = member if isinstance(member, Text) else member.get("ref")
                if ref is None:
                    continue
                account = "" if isinstance(member, str) else str(member.get("account", ""))
                span = frontmatter.span_of(ref, path)
                members.append(DisputeMember(ref=str(ref), account=account, span=span))
            if "title" not in data or "kind" not in data:
                continue
            disputes.append(
                Dispute(
                    slug=slugify(path.rpartition("/")[2].removesuffix(".md")),
                    title=str(data["title"]),
                    kind=data["kind"],
                    members=tuple(members),
                    summary=str(data.get("summary", "")),
                    settles=str(data.get("settles", "")),
                    html=html,
                    text=text,
                    links=links,
                    span=Span(path=path),
                )
            )
        return tuple(sorted(disputes, key=lambda dispute: dispute.slug))

    def _pages(self) -> tuple[StaticPage, ...]:
        pages = []
        for path in self._below("content/pages/", ".md"):
            document = self._document(path, schema.PAGE)
            if document is None:
                continue
            data, (html, text, links, found) = document
            self.found += found
            pages.append(
                StaticPage(
                    slug=slugify(path.rpartition("/")[2].removesuffix(".md")),
                    title=str(data.get("title", "")),
                    summary=str(data.get("summary", "")),
                    html=html,
                    text=text,
                    order=int(data.get("order", 0)),
                    links=links,
                    span=Span(path=path),
                )
            )
        return tuple(sorted(pages, key=lambda page: (page.order, page.slug)))

    def _theme(self, config: Config) -> Theme | None:
        prefix = f"themes/{config.theme}/"
        paths = tuple(self._below("themes/"))
        if not any(path.startswith(prefix) for path in paths):
            names = {path.split("/")[1] for path in paths}
            near = did_you_mean(config.theme, names)
            self.found.append(
                error(
                    "theme.unknown",
                    f"there is no theme “{config.theme}”",
                    self.settings.span(SITE_FILE, "theme"),
                    near or "themes lie in themes/; “default” comes with site-gen",
                )
            )
            return None
        theme, found = read_theme(paths, self._text, config.theme, config.language)
        self.found += found
        return theme


@lru_cache(maxsize=2048)
def _read_data(path: str, text: str, shape: str) -> tuple[Values, tuple[Diagnostic, ...]]:
    """A file of data. Remembered: a preview reads the same registers after every save."""
    node, found = frontmatter.parse_yaml(text, path, limits=DATA_LIMITS)
    if node is None:
        return Values(), tuple(found)
    data, more = read_shape(node, schema.SHAPES[shape], path)
    return data, (*found, *more)


@lru_cache(maxsize=4)
def _read_provinces(path: str, text: str) -> tuple[Gazetteer, tuple[Diagnostic, ...]]:
    """The gazetteer, remembered as well."""
    data, found = _read_data(path, text, schema.PROVINCES.name)
    gazetteer, more = read_gazetteer(data, path)
    return gazetteer, (*found, *more)


@lru_cache(maxsize=2048)
def _read_document(
    path: str, text: str, shape: str
) -> tuple[Values, Rendered, tuple[Diagnostic, ...]]:
    """A Markdown file that is no entry: its front matter, and its text as `markdown.render` has it."""
    split, found = frontmatter.split(text, path)
    data = Values()
    if any(d.severity == "error" for d in found):
        return data, ("", "", (), []), tuple(found)
    node, more = frontmatter.parse_yaml(split.front, path, split.front_line)
    if node is not None:
        data, wrong = read_shape(node, schema.SHAPES[shape], path)
        more = [*more, *wrong]
    return data, markdown.render(split.body, path, split.body_line), (*found, *more)


def check_templates(
    tree: Tree,
    theme: Theme | None,
    sound: str,
    renderer: Callable[[Theme], Renderer] | None = None,
) -> tuple[str, list[Diagnostic]]:
    """What is wrong with the templates of a site's own, which takes as long as to read a hundred entries.

    Args:
        tree: of the site.
        theme: as it was read.
        sound: what this gave for templates without faults, the last time.
        renderer: makes what draws pages with the theme.

    Returns:
        What stands for these templates when there is nothing wrong with them, and all that is.
    """
    if theme is None or not any(map(tree.has, theme.paths.values())):
        return "", []  # those that come with the program have been tested with it
    told = theme.digest_of_templates(tree.program)
    if told == sound:
        return told, []
    if renderer is None:
        from site_gen.render import (
            Renderer,
        )  # Jinja2 takes longer than all else that `check` imports

        found = Renderer.of(theme).faults(theme)
    else:
        found = renderer(theme).faults(theme)
    return "" if found else told, found


def of_draft(diagnostic: Diagnostic) -> Diagnostic:
    """What is wrong with a draft that is left out: it must not pass unseen, and keeps nothing back.

    But for an address that another entry has: what is known of entries goes by their addresses.
    """
    if diagnostic.severity != "error" or diagnostic.code == "slug.duplicate":
        return diagnostic
    return replace(diagnostic, severity="warning", message=f"draft: {diagnostic.message}")


def _to_draft(diagnostic: Diagnostic, drafts: Sequence[str]) -> Diagnostic:
    """What leads nowhere, with a word on it if it leads to a draft.

    Args:
        diagnostic: of a reference or a link.
        drafts: slugs of the entries that are left out.
    """
    if diagnostic.code not in ("reference.unknown", "link.broken"):
        return diagnostic
    said = diagnostic.message
    to = (slug for slug in drafts if f"“{slug}#" in said or f" /entries/{slug}/ " in said)
    slug = next(to, "")
    return replace(diagnostic, hint=f"“{slug}” is a draft, and left out") if slug else diagnostic


def in_order(diagnostics: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Diagnostics as they are printed, each once."""
    return tuple(sorted(set(diagnostics), key=lambda d: d.sort_key))


def read_site(tree: Tree, *, base_url: str = "", drafts: bool = False) -> Reading:
    """Read a tree.

    Args:
        tree: the site's folder.
        base_url: takes the place of the site's own when given.
        drafts: whether drafts are part of the site.
    """
    return SiteReader(tree=tree).read(base_url=base_url, drafts=drafts)
