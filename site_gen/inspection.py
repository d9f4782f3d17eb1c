"""Inspects a site without building it: `check` looks, `verify` records what it has verified."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from site_gen.checks.check import examine
from site_gen.checks.crosscheck import open_questions
from site_gen.checks.quotes import SourceText, check_quotes, check_texts, record, verified
from site_gen.diagnostics import Diagnostic, SiteGenError, Span, error
from site_gen.edges.cache import TEMPLATES, Cache, noted
from site_gen.edges.source import Tree
from site_gen.engine.reading import check_templates, in_order, read_site

if TYPE_CHECKING:
    from pathlib import Path

    from site_gen.chronology.site import Site


@dataclass(frozen=True, slots=True, kw_only=True)
class Inspection:
    """What an inspection found."""

    diagnostics: tuple[Diagnostic, ...]
    site: Site
    """As far as it could be read."""
    written: tuple[str, ...] = ()
    """Records that `verify` has changed, as paths relative to the site's root."""
    drafts: int = 0
    """Number of drafts that `check` has left out."""
    quotes: int = 0
    """Number of different quotations that `verify` has found in the texts."""

    @property
    def failed(self) -> bool:
        """Whether there was an error."""
        return any(d.severity == "error" for d in self.diagnostics)


def check(root: Path, *, drafts: bool = False, release: bool = False) -> Inspection:
    """Everything that is wrong or doubtful in a site.

    Args:
        root: folder of the site.
        drafts: whether drafts are part of it.
        release: whether it is to be published: then no draft may have open questions.
    """
    tree = Tree(root=root)
    reading = read_site(tree, drafts=drafts or release)
    site = reading.found
    content, _ = _contents(tree, "content/", ".md")  # which of them cannot be read is known already
    files = {path: raw.decode("utf-8-sig", errors="replace") for path, raw in content.items()}
    at_hand, unreadable = _texts(tree)
    texts = {source_id: text.raw for source_id, text in at_hand.items()}
    doubts = {
        d
        for d in examine(site, texts, files, [f.path for f in tree.scan()[0]])
        if d.severity == "error" or d.code not in site.config.ignore
    }
    asked = {d for e in site.entries if release and e.draft for d in open_questions(e)}
    built = noted(Cache.of(root, root / "public").folder, TEMPLATES)
    _, templates = check_templates(tree, reading.theme, built)
    return Inspection(
        diagnostics=in_order(
            (*reading.diagnostics, *unreadable, *doubts, *asked, *templates),
        ),
        site=site,
        drafts=reading.drafts,
    )


def verify(root: Path) -> Inspection:
    """Look for each quotation in its source's text and record the hashes of those that are there.

    Drafts are part of it. Only the key `quotes` of `seeds/<id>.yaml` is changed, and only where the
    text is at hand and is the one that the record describes.

    Raises:
        SiteGenError: when a record cannot be written.
    """
    tree = Tree(root=root)
    reading = read_site(tree, drafts=True)
    site = reading.found
    texts, unreadable = _texts(tree)
    claims = [claim for entry in site.entries for event in entry.events for claim in event.claims]
    faults = [
        *unreadable,
        *check_texts(site.sources, texts),
        *check_quotes(claims, site.sources, texts),
    ]
    sound = {
        source_id: text
        for source_id, text in texts.items()
        if source_id in site.sources and site.sources[source_id].sha256 in ("", text.sha256)
    }
    hashes = verified(claims, site.sources, sound)
    written = []
    for source_id, found in hashes.items():
        path = f"seeds/{source_id}.yaml"
        raw = tree.read(path)
        try:
            edited = record(raw.decode(), found).encode()
        except ValueError as problem:
            message = f"{path}: {problem}; set quotes: {list(found)} by hand"
            raise SiteGenError(message) from problem
        if edited != raw:
            _replace(root / path, edited)
            written.append(path)
    answered = {"quote.unrecorded"}
    return Inspection(
        diagnostics=in_order(
            (*reading.diagnostics, *(d for d in faults if d.code not in answered))
        ),
        site=site,
        written=tuple(written),
        quotes=sum(len(found) for found in hashes.values()),
    )


def _texts(tree: Tree) -> tuple[dict[str, SourceText], list[Diagnostic]]:
    contents, unreadable = _contents(tree, "seeds/", ".txt")
    texts = {
        path.removeprefix("seeds/").removesuffix(".txt"): SourceText(raw)
        for path, raw in contents.items()
    }
    return texts, unreadable


def _contents(tree: Tree, folder: str, suffix: str) -> tuple[dict[str, bytes], list[Diagnostic]]:
    """Path → bytes of the files of a folder, and those that the system refuses to read."""
    found: dict[str, bytes] = {}
    unreadable: list[Diagnostic] = []
    for path in _paths(tree, folder, suffix):
        try:
            found[path] = tree.read(path)
        except OSError as problem:
            message = problem.strerror or str(problem)
            unreadable.append(error("file.unreadable", message, Span(path=path)))
    return found, unreadable


def _paths(tree: Tree, folder: str, suffix: str) -> list[str]:
    files, _ = tree.scan()
    return [f.path for f in files if f.path.startswith(folder) and f.path.endswith(suffix)]


def _replace(path: Path, content: bytes) -> None:
    temporary = path.with_name(path.name + ".new")
    try:
        # Made anew, never written through a link that waits there.
        temporary.unlink(missing_ok=True)
        with temporary.open("xb") as file:
            file.write(content)
        temporary.replace(path)
    except OSError as problem:
        message = f"{path}: {problem.strerror}"
        raise SiteGenError(message) from problem
