"""A theme: templates, assets and interface strings, replaceable one by one.

A site's own theme lies in `themes/<name>/`; its `theme.yaml` says which theme it extends. A file that
it does not have comes from that one, and in the end from `default`, which comes with the program.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from site_gen import frontmatter
from site_gen.diagnostics import Diagnostic, Span, did_you_mean, error
from site_gen.frontmatter import Mapping as Tree_Mapping

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

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


@dataclass(frozen=True, slots=True, kw_only=True)
class Theme:
    """A theme with everything that it inherits."""

    name: str
    templates: Mapping[str, str] = field(default_factory=dict)
    """File name → source."""
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
            values = _flat(path, read(path) or "", found)
            found += _unknown(path, values)
            own = path.split("/")[1]
            settings[own] = values
            if "extends" in values:
                extends[own] = values["extends"]
    templates: dict[str, str] = {}
    assets: dict[str, str] = {}
    strings: dict[str, str] = {}
    merged: dict[str, str] = {}
    for ancestor in lineage(name, extends):
        merged |= settings.get(ancestor, {})
        for path in paths:
            prefix, _, rest = path.partition(f"themes/{ancestor}/")
            folder, _, file = rest.partition("/")
            if prefix or not file:
                continue
            if folder == "templates":
                templates[file] = read(path) or ""
            elif folder == "assets":
                assets[file] = path
        for tag in dict.fromkeys((LANGUAGE, language.partition("-")[0], language)):
            path = f"themes/{ancestor}/strings/{tag}.yaml"
            if path in paths:
                strings |= _flat(path, read(path) or "", found)
    theme = Theme(
        name=name,
        templates=templates,
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


def _flat(path: str, text: str, found: list[Diagnostic]) -> dict[str, str]:
    """A file of plain keys and texts."""
    node, problems = frontmatter.parse_yaml(text, path)
    found += problems
    values: dict[str, str] = {}
    if isinstance(node, Tree_Mapping):
        for key, value in node.pairs:
            if isinstance(value, str):
                values[str(key)] = str(value)
            elif value.kind != "broken":
                span = Span(path=path, line=key.line, col=key.col)
                found.append(error("theme.value", f"“{key}” must be a text", span))
    return values
