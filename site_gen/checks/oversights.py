"""What an editor has likely overlooked, though every file can be read.

Words that `site-gen new` and `site-gen import` wrote to be replaced, headings that open no event though
a date begins them, files that nothing reads: a build says nothing of any of them.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from site_gen.dates.edtf import EdtfError
from site_gen.dates.edtf import parse as parse_date
from site_gen.diagnostics import Span, error, warning
from site_gen.parsing.entry import SOMEBODY

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from site_gen.chronology.site import Site
    from site_gen.diagnostics import Diagnostic

LEAD = "Lead wanted, in your own words."
"""How the lead of an imported draft begins."""
TABLE = "whose wording is not yet the editor's."
"""How the lead of an imported table ends."""
NO_HEADLINE = "Headline wanted"
"""What stands in an imported draft, and in the record of its source, when no headline was found."""
PLACEHOLDERS = (
    LEAD,
    TABLE,
    NO_HEADLINE,
    "The article's headline",
    "Its publisher",
    "One or two sentences in your own words.",
    "What the article reports, in your own words.",
    SOMEBODY,
    "What they say, in your own words.",
    "Prose about the event.",
)
"""What stands in skeletons and drafts where an editor's words belong."""

_UNTITLED = re.compile(r"^## .*(?:: What happened \{#what-happened\}|, lines? \d[\d, ]* \{#line-)")
"""The headings of a skeleton's event and of an imported draft's."""
_HEADING = re.compile(r"(?P<marks>#{2,6})(?P<space>[ \t]*)(?P<text>.*)")
_DAY = re.compile(r"(?P<date>\d{4}-\d{1,2}(?:-\d{1,2})?)(?P<time>T[\d:.]+\S*)?(?P<rest>.*)")
_IN_WORDS = re.compile(
    r"(?:\d{1,2}\.? )?(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.? (?:\d{1,2},? )?\d{4}\b\s*[:–—-]"
)
_BARE_ID = re.compile(r"\{([A-Za-z0-9_-]+)\}\s*$")
_OPEN_ID = re.compile(r"\{#[^{}`]*$")
_BEFORE_NEWS = re.compile(r"1[0-5]\d\d\b")
_FENCE = re.compile(r" {0,3}(```+|~~~+)")
_DATA = re.compile(
    r" {0,3}(?:[`'\"‘’“”´]*\s*ya?ml event\b|(?:claims|figures):\s*$|(?:places|actors|provinces):\s*\["
    r"|- (?:speaker|\{?series):\s)"
)
_TAG = re.compile(
    r"(?i)</?(?:a|b|i|u|p|br|hr|em|strong|span|div|font|img|iframe|script|style|sup|sub|small|center|blockquote"
    r"|ul|ol|li|table|tr|td|th|h[1-6])(?:\s[^<>]*)?/?>"
)
_WIKI = re.compile(r"(!?)\[\[([^\[\]\n]+)\]\](?!\()")
_CODE = re.compile(r"`[^`]*`")
_PUBLIC = ("content/media/",)
_MARKDOWN = ("content/entries/", "content/disputes/", "content/pages/")
_ASIDE = re.compile(
    r"(?i)(?:readme|license|copying|notes?|todo)(?:\.\w+)?$|.*(?:~|\.(?:bak|orig|rej|swp|tmp))$"
)
"""Names of files that nobody takes for content."""


def find_oversights(
    site: Site, files: Mapping[str, str], paths: Sequence[str]
) -> Iterator[Diagnostic]:
    """Everything that was likely overlooked.

    Args:
        site: as far as it could be read.
        files: path → text of the Markdown files of the content.
        paths: all files of the site, those of themes may be among them.
    """
    for entry in site.entries:
        lines = files.get(entry.span.path, "").split("\n")
        if not entry.draft:
            yield from _placeholders(entry.span.path, lines)
        yield from _headings(entry.span.path, lines)
        yield from _unfenced(entry.span.path, lines)
        yield from _calendar(entry.date.edtf, entry.span.path, lines)
    for path in sorted(files):
        if path.startswith(_MARKDOWN):
            yield from _markup(path, files[path].split("\n"))
            yield from _links(path, files[path].split("\n"))
    yield from _unnamed(site)
    yield from _unread(site, paths)


def _placeholders(path: str, lines: Sequence[str]) -> Iterator[Diagnostic]:
    for number, line in enumerate(lines, 1):
        words = line.strip().removeprefix("- ")
        found = LEAD if words.startswith(LEAD) else TABLE if words.endswith(TABLE) else words
        if found not in PLACEHOLDERS:
            found = words.partition(": ")[2]
        if found in PLACEHOLDERS:
            message = f"“{found}” was written to be replaced"
            hint = "put in its place what belongs there, or delete it; or set draft: true"
        elif _UNTITLED.match(line):
            found = "## "
            message = "the heading of this event was written to be replaced"
            hint = "say in a few words what happened, behind date and colon; or set draft: true"
        else:
            continue
        span = Span(path=path, line=number, col=line.index(found) + 1)
        yield error("entry.placeholder", message, span, hint)


def _unnamed(site: Site) -> Iterator[Diagnostic]:
    """Records of published entries in which an import left the headline open."""
    cited = {source for entry in site.entries if not entry.draft for source in entry.sources}
    for source_id in sorted(cited):
        source = site.sources.get(source_id)
        if source is not None and source.headline == NO_HEADLINE:
            yield error(
                "entry.placeholder",
                f"“{NO_HEADLINE}” was written to be replaced",
                source.span,
                "write the article's headline, as it was printed",
            )


def _calendar(date: str, path: str, lines: Sequence[str]) -> Iterator[Diagnostic]:
    """An article older than any newspaper: its date is likely one of another calendar."""
    found = _BEFORE_NEWS.match(date)
    if found:
        year = int(found[0])
        at = next((at for at, line in enumerate(lines, 1) if line.startswith("date:")), 1)
        yield warning(
            "date.calendar",
            f"an article of the year {year}?",
            Span(path=path, line=at),
            f"dates are Gregorian; {year} of the solar calendar of Iran and Afghanistan is {year + 621}, "
            f"from March on, and {year + 622}",
        )


def _unfenced(path: str, lines: Sequence[str]) -> Iterator[Diagnostic]:
    """Data of an event that is text to every reader, for want of its fence: the first line in each section."""
    fence, said = "", True  # front matter is data, too
    for number, line in enumerate(lines, 1):
        found = _FENCE.match(line)
        if found and (not fence or line.strip().startswith(fence)):
            fence = "" if fence else found[1]
        elif line.startswith("## "):
            said = False
        elif not fence and not said and _DATA.match(line):
            said = True
            yield error(
                "event.block_name",
                "data of an event outside a block: pages would print it as text, and nobody would have said it",
                Span(path=path, line=number, col=len(line) - len(line.lstrip()) + 1),
                "put a line ```yaml event above it, directly under the heading, and a line ``` below; "
                "both begin in the first column, with three plain backticks",
            )


def _headings(path: str, lines: Sequence[str]) -> Iterator[Diagnostic]:
    fence = ""
    for number, line in enumerate(lines, 1):
        found = _FENCE.match(line)
        if found and (not fence or line.strip().startswith(fence)):
            fence = "" if fence else found[1]
        if fence or not line.startswith("##"):
            continue
        heading = _HEADING.match(line)
        hint = _meant(heading) if heading else ""
        after = next((at for at in range(number, len(lines)) if lines[at].strip()), 0)
        block = lines[after].strip(" `~").split() if after and _FENCE.match(lines[after]) else []
        # That a block of event data stands astray is said anyway.
        if hint and block != ["yaml", "event"]:
            yield warning(
                "heading.date",
                "a date begins this heading, and yet it opens no event",
                Span(path=path, line=number),
                hint,
            )
        elif not hint and block in (["yaml"], ["yml"]):
            yield error(
                "event.block_name",
                f"block “{block[0]}” is not read as the data of an event",
                Span(path=path, line=after + 1),
                "such a block begins with ```yaml event",
            )
        bare = _BARE_ID.search(line)
        if bare:
            yield warning(
                "heading.id",
                f"{bare[0]} is shown as part of this heading",
                Span(path=path, line=number, col=bare.start() + 1),
                f"an id is written {{#{bare[1]}}}",
            )
        if _OPEN_ID.search(line):
            yield warning(
                "heading.id",
                "the id at the end of this heading is not closed",
                Span(path=path, line=number, col=line.index("{#") + 1),
                "write {#id} with both braces",
            )


def _meant(heading: re.Match[str]) -> str:
    """How a heading that almost opens an event is written; empty when it does, or is none."""
    text = heading["text"]
    dated = _DAY.match(text)
    if dated is None:
        in_words = _IN_WORDS.match(text)
        return (
            "begin it with the date in figures, year first, and a colon: ## 2021-07-08: …"
            if in_words
            else ""
        )
    try:
        parse_date(dated["date"])
    except EdtfError:
        return ""
    as_read = re.match(r"[\d./~?%XuU-]+:", text)
    if as_read and heading["space"] and len(heading["marks"]) == 2:
        return ""
    title = dated["rest"].lstrip(" \t:.,–—-") or "…"
    day = text[: as_read.end()] if as_read else f"{dated['date']}:"
    if as_read:
        title = text[as_read.end() :].strip() or "…"
    hint = f"write ## {day} {title}"
    return f"{hint}; the time of day goes into the text" if dated["time"] else hint


def _links(path: str, lines: Sequence[str]) -> Iterator[Diagnostic]:
    """The first link or picture as wikis write it, which is shown as it is typed; a block without an end."""
    fence, begun, told = "", 0, False
    for number, line in enumerate(lines, 1):
        found = _FENCE.match(line)
        if found and (not fence or line.strip().startswith(fence)):
            fence, begun = ("", 0) if fence else (found[1], number)
        link = (
            None
            if fence or told
            else _WIKI.search(_CODE.sub(lambda code: " " * len(code[0]), line))
        )
        if link:
            told = True
            name = link[2].partition("|")[0].strip()
            hint = f"![what it shows](../media/{name})" if link[1] else f"[words]({name}.md)"
            yield warning(
                "text.wiki",
                f"{link[0]} is shown as it is typed",
                Span(path=path, line=number, col=link.start() + 1),
                f"write {hint}",
            )
    if begun and not lines[begun - 1].endswith("yaml event"):  # which is said anyway
        yield warning(
            "text.unclosed",
            "a block of code begins here and is not closed, so that all that follows is part of it",
            Span(path=path, line=begun),
            f"end it with a line {fence}",
        )


def _markup(path: str, lines: Sequence[str]) -> Iterator[Diagnostic]:
    """The first tag of HTML in a text: every one of them is shown as it is typed."""
    fence = ""
    for number, line in enumerate(lines, 1):
        found = _FENCE.match(line)
        if found and (not fence or line.strip().startswith(fence)):
            fence = "" if fence else found[1]
        tag = None if fence else _TAG.search(_CODE.sub(lambda code: " " * len(code[0]), line))
        if tag:
            yield warning(
                "text.html",
                f"HTML is shown as it is typed: {tag[0]}",
                Span(path=path, line=number, col=tag.start() + 1),
                "write **bold**, *italic*, [words](https://…); an empty line begins a paragraph",
            )
            return


def _unread(site: Site, paths: Sequence[str]) -> Iterator[Diagnostic]:
    config = site.config
    named = {"site.yaml", "actors.yaml", config.gazetteer, config.geometry}
    known = {f"content/{name}" for name in named if name}
    for path in paths:
        name = path.rpartition("/")[2]
        if path in known or path.startswith(_PUBLIC) or _ASIDE.match(name):
            continue
        if path.startswith("seeds/"):
            hint = (
                ""
                if name.endswith((".yaml", ".txt"))
                else _renamed(name, ".yaml", "records end in")
            )
        elif path.startswith(_MARKDOWN):
            hint = "" if name.endswith(".md") else _renamed(name, ".md", "here, names end in")
        elif path.startswith("content/"):
            hint = (
                "entries lie in content/entries/, disputes in content/disputes/, pages in content/pages/, "
                "pictures in content/media/"
            )
            if path.count("/") == 1 and name.lower().endswith(".json"):
                hint = f"if it holds the map, content/site.yaml has to say so: geometry: {name}"
            elif path.count("/") == 1 and name.lower().endswith((".yaml", ".yml")):
                hint = f"the files of data here are {', '.join(sorted(known))}"
        elif path.startswith("themes/"):
            hint = _out_of_place(path)
        else:
            continue
        if hint:
            yield warning("file.unread", "nothing reads this file", Span(path=path), hint)


def _out_of_place(path: str) -> str:
    """Where a theme's file belongs that lies elsewhere; empty for one that is read, or for nobody to read."""
    folder, _, name = "/".join(path.split("/")[2:]).rpartition("/")
    top = folder.partition("/")[0]
    if top == "strings" and not re.fullmatch(r"[a-z]{2,3}(-[A-Za-z0-9]+)*\.yaml", name):
        return "catalogues are named by their language: strings/en.yaml"
    if top == "templates" and name.endswith((".htm", ".j2", ".jinja", ".jinja2")):
        return _renamed(name.removesuffix(".html.j2"), ".html", "names of templates end in")
    if top in ("templates", "assets", "strings") or (not folder and name == "theme.yaml"):
        return ""
    if name.endswith((".html", ".htm", ".css", ".js", ".yaml", ".yml", ".woff2")):
        return "of a theme these are read: theme.yaml, templates/*.html, assets/, strings/<language>.yaml"
    return ""


def _renamed(name: str, suffix: str, rule: str) -> str:
    stem = name.rpartition(".")[0] or name
    return f"{rule} {suffix}: rename it to {stem}{suffix}, or keep it elsewhere"
