"""The importer's edge: reads inputs and the site, writes records and drafts, never over a file."""

from __future__ import annotations

import os
import re
import sys
import tempfile
from dataclasses import dataclass, field, replace
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from site_gen.dates.edtf import EdtfError, parse
from site_gen.diagnostics import Diagnostic, SiteGenError, Span, error
from site_gen.importer.charset import known_encoding, read_text
from site_gen.importer.draft import draft_article
from site_gen.importer.nearduplicate import SAME, nearest_text
from site_gen.importer.page.lines import paragraph_key
from site_gen.importer.page.paragraphs import paragraphs
from site_gen.importer.proposal import Answers, Draft
from site_gen.importer.refusal import MAX_BYTES, refuse_bytes, refuse_encoding, too_large
from site_gen.parsing import schema
from site_gen.parsing.frontmatter import Mapping as Tree
from site_gen.parsing.frontmatter import parse_yaml
from site_gen.parsing.frontmatter.limits import DATA_LIMITS
from site_gen.parsing.gazetteer import Gazetteer, read_gazetteer
from site_gen.parsing.shape import read as read_shape

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from site_gen.importer.tabular import TableDraft


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportOptions:
    """What the command line says."""

    date: str = ""
    url: str = ""
    publisher: str = ""
    csv: bool = False
    """Whether the inputs are tables of events."""
    encoding: str = ""
    """Of all inputs; empty: to be told from their bytes."""
    today: str = ""
    """The real day, for `retrieved` of a page that is fetched, and as what no page can be later than."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Imported:
    """What became of one input."""

    name: str
    draft: Draft | None = None
    table: TableDraft | None = None
    written: tuple[str, ...] = ()
    """Paths below the site's root."""
    known_as: str = ""
    """Id of the source that this text already is, or of the entry that a table of this name became."""
    by_name: bool = False
    """Whether only the name of a table is known, not its content."""
    likeness: float | None = None
    """Share of its wording that the known source has too; None: the same text to the letter."""
    fault: Diagnostic | None = None
    notes: tuple[str, ...] = ()
    """What to tell of how its bytes were read."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Input:
    """A text with what its bytes and its page say of it."""

    text: str
    given: Answers
    notes: tuple[str, ...] = ()


@dataclass(slots=True)
class SiteState:
    """The parts of a site that an import looks at."""

    root: Path
    gazetteer: Gazetteer
    period: tuple[str, str] | None
    hashes: dict[str, str] = field(default_factory=dict)
    """SHA-256 of a source's text → its id."""
    texts: dict[str, str] = field(default_factory=dict)
    """Id → text, of the sources whose text is at hand."""
    taken: set[str] = field(default_factory=set)
    """Ids of sources and slugs of entries."""


def read_state(root: Path) -> SiteState:
    """Look at a site.

    Raises:
        SiteGenError: without a readable gazetteer.
    """
    site = _mapping(root / "content" / "site.yaml")
    path = root / "content" / str(site.get("gazetteer") or "provinces.yaml")
    for needed in (path, root / "seeds", root / "content" / "entries"):
        if not _inside(root, needed):
            message = f"{needed} leads out of the site's folder"
            raise SiteGenError(message)
    try:
        gazetteer = parse_gazetteer(path.read_text(encoding="utf-8"), path.name)
    except (OSError, UnicodeDecodeError) as problem:
        message = f"{path}: no gazetteer; the importer needs the names of provinces and places"
        raise SiteGenError(message) from problem
    start, slash, end = str(site.get("period") or "").partition("/")
    period = (start.strip(".~?%"), end.strip(".~?%")) if slash else None
    state = SiteState(root=root, gazetteer=gazetteer, period=period)
    records = (path for path in (root / "seeds").glob("*.yaml") if _inside(root, path))
    for record in sorted(records):
        state.taken.add(record.stem)
        values = _mapping(record)
        if values.get("sha256"):
            state.hashes[str(values["sha256"])] = record.stem
        text = record.with_suffix(".txt")
        if _inside(root, text) and text.is_file() and text.stat().st_size <= MAX_BYTES:
            state.texts[record.stem] = text.read_bytes().decode(errors="replace")
    state.taken |= {path.stem for path in (root / "content" / "entries").glob("*.md")}
    return state


def parse_gazetteer(text: str, path: str) -> Gazetteer:
    """A gazetteer as far as it can be read; `check` says what is wrong with it."""
    node, _ = parse_yaml(text, path, limits=DATA_LIMITS)
    if node is None:
        return Gazetteer()
    values, _ = read_shape(node, schema.PROVINCES, path)
    return read_gazetteer(values, path)[0]


def _inside(root: Path, path: Path) -> bool:
    """Whether a path, all links followed, lies in the site's folder."""
    return path.resolve().is_relative_to(root.resolve())


def _mapping(path: Path) -> dict[str, str]:
    """The plain texts of a file of settings; nothing when there is no such file."""
    try:
        node, found = parse_yaml(path.read_text(encoding="utf-8"), path.name, limits=DATA_LIMITS)
    except FileNotFoundError:
        return {}
    except (OSError, UnicodeDecodeError) as problem:
        message = f"{path}: cannot be read: {problem}"
        raise SiteGenError(message) from problem
    if node is None and found:
        message = f"{path}: cannot be read: {found[0].message}"
        raise SiteGenError(message)
    if not isinstance(node, Tree):
        return {}
    return {str(key): str(value) for key, value in node.pairs if isinstance(value, str)}


def import_articles(
    inputs: Sequence[str],
    root: Path,
    options: ImportOptions,
    *,
    write: bool = True,
    stdin: Callable[[], bytes] = lambda: sys.stdin.buffer.read(MAX_BYTES + 1),
) -> Iterator[Imported]:
    """Import each input, in order; one that fails stops none of the others.

    Args:
        inputs: Files, addresses, or `-` for standard input.
        root: Folder of the site.
        options: Answers in advance.
        write: Whether to write what was found.
        stdin: Where `-` comes from.

    Raises:
        SiteGenError: when the site itself cannot be read or written.
    """
    _check_answers(options)
    if options.url and len(inputs) > 1:
        message = (
            f"--url: one address cannot be that of {len(inputs)} articles; import each by itself"
        )
        raise SiteGenError(message)
    state = read_state(root)
    together = _shared_paragraphs(inputs, state, options.encoding)
    for name in inputs:
        yield _import(name, state, options, together, write=write, stdin=stdin)


def _check_answers(options: ImportOptions) -> None:
    if options.date:
        try:
            parse(options.date)
        except EdtfError as problem:
            message = f"--date: {problem}"
            raise SiteGenError(message) from problem
    if options.url and not re.match(r"(?i)https?://[^/\s]+", options.url):
        message = f"--url: “{options.url}” is no address of a page"
        raise SiteGenError(message)
    if options.encoding and not known_encoding(options.encoding):
        message = (
            f"--encoding: “{options.encoding}” is the name of no encoding; "
            "some are utf-8, windows-1252, macintosh, windows-1251, iso-8859-2"
        )
        raise SiteGenError(message)


def _shared_paragraphs(inputs: Sequence[str], state: SiteState, encoding: str) -> frozenset[str]:
    """Paragraphs of at least two sources or inputs that are not the same text: furniture."""
    seen: dict[str, set[str]] = {}
    for source, text in state.texts.items():
        for _, line in paragraphs(text):
            if len(line) > 30:
                seen.setdefault(paragraph_key(line), set()).add(source)
    for name in inputs:
        path = Path(name)
        if (
            len(inputs) > 1
            and "://" not in name
            and path.is_file()
            and path.stat().st_size <= MAX_BYTES
        ):
            raw = path.read_bytes()
            read = read_text(raw, encoding=encoding, names=_names(state.gazetteer))
            for _, line in paragraphs(read.text or ""):
                if len(line) > 30:
                    seen.setdefault(paragraph_key(line), set()).add(sha256(raw).hexdigest())
    return frozenset(key for key, sources in seen.items() if len(sources) > 1)


def _import(
    name: str,
    state: SiteState,
    options: ImportOptions,
    together: frozenset[str],
    *,
    write: bool,
    stdin: Callable[[], bytes],
) -> Imported:
    given = Answers(
        name=name,
        date=options.date,
        url=options.url,
        publisher=options.publisher,
        today=options.today,
        period=state.period,
        elsewhere=together,
        taken=frozenset(state.taken),
    )
    found = _read(name, given, options, state, stdin)
    if isinstance(found, Diagnostic):
        return Imported(name=name, fault=found)
    done = (_import_table if options.csv else _import_text)(found, state, write=write)
    return replace(done, notes=found.notes)


def _import_text(found: _Input, state: SiteState, *, write: bool) -> Imported:
    text, given = found.text, found.given
    name = given.name
    digest = sha256(text.encode()).hexdigest()
    if digest in state.hashes:
        return Imported(name=name, known_as=state.hashes[digest])
    near, likeness = nearest_text(text, state.texts.items())
    if likeness >= SAME:
        return Imported(name=name, known_as=near, likeness=likeness)
    draft = draft_article(text, state.gazetteer, given)
    if isinstance(draft, Diagnostic):
        if name.lower().endswith((".csv", ".tsv", ".json")):
            hint = "a table of events is imported with --csv"
            draft = error(draft.code, draft.message, draft.span, hint)
        return Imported(name=name, fault=draft)
    written: tuple[str, ...] = ()
    if write:
        written = write_new(
            state.root,
            {
                f"seeds/{draft.source_id}.txt": text,
                f"seeds/{draft.source_id}.yaml": draft.record,
                f"content/entries/{draft.slug}.md": draft.entry,
                **_kept_from_git(state.root),
            },
        )
    state.hashes[digest] = draft.source_id
    state.texts[draft.source_id] = text
    state.taken |= {draft.source_id, draft.slug}
    return Imported(name=name, draft=draft, written=written)


def _import_table(found: _Input, state: SiteState, *, write: bool) -> Imported:
    from site_gen.importer.tabular import draft_table

    given = found.given
    table = draft_table(found.text, state.gazetteer, given)
    if isinstance(table, Diagnostic):
        return Imported(name=given.name, fault=table)
    if table.slug.removesuffix("-table") in state.taken:
        return Imported(name=given.name, known_as=table.slug.removesuffix("-table"), by_name=True)
    # A source that an earlier table has named already keeps its record.
    records = {
        f"seeds/{name}.yaml": record for name, record in table.records if name not in state.taken
    }
    entry = {f"content/entries/{table.slug}.md": table.entry}
    written = write_new(state.root, {**records, **entry}) if write else ()
    state.taken |= {table.slug, *(name for name, _ in table.records)}
    return Imported(name=given.name, table=table, written=written)


def _read(
    name: str,
    given: Answers,
    options: ImportOptions,
    state: SiteState,
    stdin: Callable[[], bytes],
) -> _Input | Diagnostic:
    charset = head = ""
    if name == "-":
        raw = stdin()
    elif re.match(r"(?i)https?://", name):
        # What speaks to the network is loaded for addresses alone.
        from site_gen.importer.fetching import fetch

        page = fetch(name)
        if isinstance(page, Diagnostic):
            return page
        raw, charset = page.raw, page.charset
        given = replace(given, url=given.url or page.url, retrieved=options.today)
    else:
        try:
            size = Path(name).stat().st_size
            if size > MAX_BYTES:
                return too_large(size, name)
            raw = Path(name).read_bytes()
        except OSError as problem:
            return error(
                "import.unreadable",
                f"cannot be read: {problem.strerror}",
                Span(path=name),
                _instead(name, problem),
            )
    fault = refuse_bytes(raw, name)
    if fault is not None:
        return fault
    if _MESSAGE.search(raw[:8192]):
        # What reads messages is loaded for messages alone.
        from site_gen.importer.mail import open_letter

        letter = open_letter(raw)
        if letter is not None:
            raw, charset = letter.raw, charset or letter.charset
            given = replace(given, url=given.url or letter.url)
            head = letter.head
    reading = read_text(
        raw,
        declared=charset or _declared(raw),
        encoding=options.encoding,
        names=_names(state.gazetteer),
    )
    if reading.text is None:
        return refuse_encoding(raw, reading, options.encoding, name)
    found = _Input(text=reading.text, given=given, notes=reading.notes)
    done = found if options.csv or not _is_page(reading.text) else _from_html(found)
    if head and reading.text.strip() and isinstance(done, _Input):
        return replace(done, text=f"{head}\n{done.text.lstrip()}")
    return done


_MESSAGE = re.compile(rb"(?im)\A(?:[\w-]+:.*\n(?:[ \t].*\n)*)*content-type:")
"""The headers of an e-mail, or of a page saved as one file."""


def _names(gazetteer: Gazetteer) -> Iterator[str]:
    """The words beyond ASCII in the names that the site knows."""
    spellings = (
        *(name for province in gazetteer.provinces for name in province.spellings),
        *(name for place in gazetteer.places for name in place.spellings),
    )
    for name in spellings:
        if not name.isascii():
            yield from re.split(r"[\W\d_]+", name)


def _instead(name: str, problem: OSError) -> str:
    """What somebody meant who gave a name that is no file."""
    if isinstance(problem, IsADirectoryError):
        return f"name the files in it: {name.rstrip('/')}/*.txt"
    if not isinstance(problem, FileNotFoundError):
        return ""
    if re.match(r"(?i)(?:www\.|(?:[a-z0-9-]+\.)+[a-z]{2,}/)", name):
        return f"an address begins with https://: https://{name}"
    return "look at the name; a name with spaces stands between quotation marks"


def _declared(raw: bytes) -> str:
    found = re.search(
        rb"(?i)<(?:meta\b[^>]+charset|\?xml\b[^>]+encoding)\s*=\s*[\"']?\s*([\w-]+)", raw[:4096]
    )
    return found[1].decode("ascii") if found else ""


def _is_page(text: str) -> bool:
    """Whether a text is a page of HTML rather than the words of one."""
    mark = re.search(r"(?i)<(?:!doctype html|html|head|body|article|div|p)\b", text[:20_000])
    return mark is not None


def _from_html(found: _Input) -> _Input | Diagnostic:
    # What reads pages is loaded for pages alone, like what reads tables for tables.
    from site_gen.importer.html import MissingExtra, read_page

    page, given = found.text, found.given
    name = given.name
    try:
        article = read_page(page, given.url)
    except MissingExtra:
        return error(
            "import.extra",
            "reading HTML needs two libraries that are not installed",
            Span(path=name),
            "make importer installs them; or paste the article as plain text",
        )
    if article.language and not article.language.startswith("en"):
        return error(
            "import.language",
            f"the page says that its language is “{article.language}”: there are rules for English only",
            Span(path=name),
            "write the entry by hand: site-gen new",
        )
    text = article.text or re.sub(r"(?is)<(script|style)\b.*?</\1>|<[^>]+>", " ", page)
    answers = replace(
        given,
        url=given.url or article.url,
        title=article.title,
        publisher=given.publisher or article.publisher,
        credits=article.credits,
        stated=article.stated,
    )
    return replace(found, text=text, given=answers)


def _kept_from_git(root: Path) -> dict[str, str]:
    """What keeps the texts out of git, where nothing does so yet: they belong to their publishers."""
    own, above = root / "seeds" / ".gitignore", root / ".gitignore"
    if own.exists():
        return {}
    lines = above.read_text("utf-8", "replace").splitlines() if above.is_file() else []
    if any(line.strip().lstrip("/") in ("*.txt", "seeds/*.txt", "seeds/") for line in lines):
        return {}
    return {"seeds/.gitignore": "# The texts belong to their publishers.\n*.txt\n"}


def write_new(root: Path, files: dict[str, str]) -> tuple[str, ...]:
    """Write files that do not exist yet: all of them, or none.

    Each is written beside its place first and then linked into it, which fails when something is
    there already.

    Raises:
        SiteGenError: when one exists or cannot be written; then none was left behind.
    """
    made: list[Path] = []
    temporary: list[tuple[Path, Path]] = []
    try:
        for path, text in files.items():
            target = root / path
            if not _inside(root, target.parent):
                message = f"{target.parent} leads out of the site's folder; nothing was written"
                raise SiteGenError(message)
            target.parent.mkdir(parents=True, exist_ok=True)
            handle, name = tempfile.mkstemp(dir=target.parent, prefix=".import-")
            temporary.append((Path(name), target))
            with os.fdopen(handle, "wb") as file:
                file.write(text.encode())
                file.flush()
                os.fsync(file.fileno())
            Path(name).chmod(0o644)
        for source, target in temporary:
            os.link(source, target)
            made.append(target)
    except OSError as problem:
        for target in made:
            target.unlink(missing_ok=True)
        what = "exists already" if isinstance(problem, FileExistsError) else problem.strerror
        message = f"{problem.filename2 or problem.filename}: {what}; nothing was written"
        raise SiteGenError(message) from problem
    finally:
        for source, _ in temporary:
            source.unlink(missing_ok=True)
    return tuple(files)
