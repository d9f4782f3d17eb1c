"""A theme: templates, assets and interface strings, replaceable one by one.

A site's own theme lies in `themes/<name>/`; its `theme.yaml` says which theme it extends. A file that
it does not have comes from that one, and in the end from `default`, which comes with the program.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct, field, json

from site_gen import date_strings, frontmatter
from site_gen.catalogue import WORDS
from site_gen.diagnostics import Diagnostic, Span, did_you_mean, error
from site_gen.digest import digest
from site_gen.frontmatter import Mapping as Tree_Mapping
from site_gen.frontmatter import Text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

NOTHING = "nothing"
"""What a theme extends that stands on its own."""
KEYS = ("name", "title", "description", "license", "extends", "pages", "lists", "exports")
"""Keys of `theme.yaml`."""
PAGES = (
    *("home", "entries", "months", "provinces", "sources", "tags", "actors", "disputes"),
    *("figures", "corrections", "prose"),
)
"""Kinds of pages that a theme can draw."""
EXPORTS = (
    *("tables", "feed", "province-feeds", "corrections", "calendar", "timelines", "sitemap"),
    *("redirects", "hosting", "filters", "search", "index"),
)
"""Kinds of files for other programs that a theme can ask for."""
USUAL_EXPORTS = EXPORTS[:-1]
"""Those of a theme that does not say; a list for its own search it would have to ask for."""
OWN_STYLE = "own.css"
"""Asset that adds to the styles of the themes below, where it is there."""
LANGUAGE = "en"
"""Interface language whose strings are complete; others fall back to it, key by key."""


class Theme(Struct, frozen=True, kw_only=True):
    """A theme with everything that it inherits."""

    name: str
    templates: Mapping[str, str] = field(default_factory=dict)
    """File name → source."""
    paths: Mapping[str, str] = field(default_factory=dict)
    """File name of a template → its path in the tree."""
    lineage: tuple[str, ...] = ()
    """Names of the themes that it extends, the last one first, and its own."""
    assets: Mapping[str, str] = field(default_factory=dict)
    """Path below `/assets/` → path of the file in the tree."""
    strings: Mapping[str, str] = field(default_factory=dict)
    """Key → interface text in the site's language."""
    pages: tuple[str, ...] = PAGES
    """Kinds of pages that it draws."""
    lists: str = "events"
    """What its listings show: `events` or `entries`."""
    exports: tuple[str, ...] = USUAL_EXPORTS
    """Kinds of files for other programs that it asks for."""

    @property
    def has_own_style(self) -> bool:
        """Whether a stylesheet follows those that templates always link."""
        return OWN_STYLE in self.assets

    def digest_of_templates(self, program: str) -> str:
        """Digest of all that makes templates right or wrong."""
        told = (program, self.lineage, self.templates, self.paths, self.strings)
        return digest(json.encode(told, order="sorted"))


def lineage(name: str, extends: Mapping[str, str]) -> tuple[str, ...]:
    """A theme and those that it extends, the last one first; a circle ends where it closes."""
    chain: list[str] = []
    while name and name != NOTHING and name not in chain:
        chain.append(name)
        name = extends.get(name, "default" if name != "default" else "")
    return tuple(reversed(chain))


def read_theme(
    paths: tuple[str, ...], read: Callable[[str], str | None], name: str, language: str
) -> tuple[Theme, list[Diagnostic]]:
    """A theme with everything that it inherits.

    Args:
        paths: of all input files.
        read: gives a file's text, or None (and notes why) when it cannot be read.
        name: of the site's theme.
        language: of the site, for the interface strings.
    """
    found: list[Diagnostic] = []
    extends: dict[str, str] = {}
    settings: dict[str, dict[str, str]] = {}
    for path in paths:
        if path.startswith("themes/") and path.endswith("/theme.yaml") and path.count("/") == 2:
            values = {str(k): str(v) for k, v in _flat(path, read(path) or "", found).items()}
            found += _unknown(path, values)
            own = path.split("/")[1]
            settings[own] = values
            if "extends" in values:
                extends[own] = values["extends"]
    templates: dict[str, str] = {}
    places: dict[str, str] = {}
    assets: dict[str, str] = {}
    strings: dict[str, str] = {}
    spoken: dict[str, Span] = {}
    merged: dict[str, str] = {}
    line = lineage(name, extends)
    for ancestor in line:
        merged |= settings.get(ancestor, {})
        for path in paths:
            prefix, _, rest = path.partition(f"themes/{ancestor}/")
            folder, _, file = rest.partition("/")
            if prefix or not file:
                continue
            if folder == "templates":
                templates[file] = read(path) or ""
                places[file] = path
            elif folder == "assets":
                assets[file] = path
        for tag in dict.fromkeys((LANGUAGE, language.partition("-")[0], language)):
            path = f"themes/{ancestor}/strings/{tag}.yaml"
            if path in paths:
                given = _flat(path, read(path) or "", found)
                found += _wrong_strings(path, given, strings)
                strings |= {str(key): str(text) for key, text in given.items()}
                if tag.partition("-")[0] != LANGUAGE:
                    spoken |= {str(key): _at(path, key) for key in given}
    for key, missing in date_strings.gaps(spoken).items():
        message = f"the months are not all there: {', '.join(missing)}"
        found.append(error("theme.months", message, spoken[key]))
    theme = Theme(
        name=name,
        templates=templates,
        paths=places,
        lineage=line,
        assets=assets,
        strings=strings,
        pages=tuple(merged.get("pages", "").split()) or PAGES,
        lists=merged.get("lists", "events"),
        exports=tuple(merged.get("exports", "").split()) or USUAL_EXPORTS,
    )
    return theme, found


def _unknown(path: str, values: Mapping[str, str]) -> list[Diagnostic]:
    """Keys that there are none of, and kinds of pages and files that there are none of."""
    span = Span(path=path)
    found = [
        error("key.unknown", f"unknown key “{key}”", span, did_you_mean(key, KEYS))
        for key in values
        if key not in KEYS
    ]
    for key, known in (("pages", PAGES), ("exports", EXPORTS)):
        found += [
            error("theme.value", f"{key}: has no “{kind}”", span, did_you_mean(kind, known))
            for kind in values.get(key, "").split()
            if kind not in known
        ]
    return found


def _wrong_strings(
    path: str, given: Mapping[Text, Text], before: Mapping[str, str]
) -> Iterator[Diagnostic]:
    """What is wrong with interface texts: marks that nothing fills in, dates that say too little.

    Args:
        path: of their file.
        given: what it says.
        before: what the files say that it adds to.
    """
    for key, text in given.items():
        span = _at(path, text)
        dated = date_strings.WORDS.get(key)
        usual = dated or WORDS.get(key) or before.get(key)
        if dated is None and date_strings.is_of_dates(key) and key not in date_strings.KEYS:
            hint = did_you_mean(key, date_strings.KEYS)
            yield error("key.unknown", f"unknown key “{key}”", _at(path, key), hint)
            continue
        if usual is None and key not in date_strings.KEYS:
            continue  # a text of the theme's own: only its templates know what they fill in
        if key in date_strings.KEYS and not text.strip():
            yield error("theme.value", f"“{key}” has no text", span)
            continue
        try:
            wanted, marks = date_strings.marks_in(usual or ""), date_strings.marks_in(text)
        except ValueError as problem:
            yield error("theme.mark", f"“{key}”: {problem}", span, "a mark is a name in braces")
            continue
        for mark in dict.fromkeys(m for m in marks if m not in wanted):
            known = " ".join(f"{{{name}}}" for name in dict.fromkeys(wanted)) or "none"
            message = f"“{key}”: nothing fills in {{{mark}}}"
            yield error("theme.mark", message, span, f"marks of this text: {known}")
        for mark in dict.fromkeys(m for m in wanted if dated is not None and m not in marks):
            yield error("theme.mark", f"“{key}” has to say {{{mark}}}", span)


def _at(path: str, text: Text) -> Span:
    return Span(path=path, line=text.line, col=text.col)


def _flat(path: str, text: str, found: list[Diagnostic]) -> dict[Text, Text]:
    """A file of plain keys and texts."""
    node, problems = frontmatter.parse_yaml(text, path)
    found += problems
    values: dict[Text, Text] = {}
    if isinstance(node, Tree_Mapping):
        for key, value in node.pairs:
            if isinstance(value, Text):
                values[key] = value
            elif value.kind != "broken":
                span = Span(path=path, line=key.line, col=key.col)
                found.append(error("theme.value", f"“{key}” must be a text", span))
    return values
