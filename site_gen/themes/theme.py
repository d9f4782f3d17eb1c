"""A theme: templates, assets and interface strings, replaceable one by one.

A site's own theme lies in `themes/<name>/`; its `theme.yaml` says which theme it extends. A file that
it does not have comes from that one, and in the end from `default`, which comes with the program.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct, field, json

from site_gen.dates import strings as date_strings
from site_gen.diagnostics import Diagnostic, Span, did_you_mean, error, warning
from site_gen.digest import digest
from site_gen.parsing import frontmatter
from site_gen.parsing.frontmatter import Mapping as Tree_Mapping
from site_gen.parsing.frontmatter import Node, Sequence, Text
from site_gen.themes.catalogue import WORDS

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
LISTS = ("events", "entries")
"""What the listings of a theme can show."""
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
    replaced: frozenset[str] = frozenset()
    """File names of templates that more than one theme of the line has."""
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
    settings = _settings(paths, read, found)
    extends = {own: values["extends"] for own, values in settings.items() if "extends" in values}
    templates: dict[str, str] = {}
    places: dict[str, str] = {}
    replaced: set[str] = set()
    doubted: dict[Text, tuple[str, str]] = {}
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
                replaced.update({file} & templates.keys())
                templates[file] = read(path) or ""
                places[file] = path
            elif folder == "assets":
                assets[file] = path
        for tag in dict.fromkeys((LANGUAGE, language.partition("-")[0], language)):
            path = f"themes/{ancestor}/strings/{tag}.yaml"
            if path in paths:
                given = _flat(path, read(path) or "", found)
                found += _wrong_strings(path, given, strings)
                if strings:
                    doubted |= {key: (path, near) for key, near in _near_keys(given, strings)}
                strings |= {str(key): str(text) for key, text in given.items()}
                if tag.partition("-")[0] != LANGUAGE:
                    spoken |= {str(key): _at(path, key) for key in given}
    for key, missing in date_strings.gaps(spoken).items():
        message = f"the months are not all there: {', '.join(missing)}"
        found.append(error("theme.months", message, spoken[key]))
    used = "\n".join(templates.values())
    for key, (path, near) in doubted.items():
        if key not in used:
            found.append(
                warning("theme.unused", f"nothing asks for a text “{key}”", _at(path, key), near)
            )
    theme = Theme(
        name=name,
        templates=templates,
        paths=places,
        replaced=frozenset(replaced),
        lineage=line,
        assets=assets,
        strings=strings,
        pages=tuple(merged.get("pages", "").split()) or PAGES,
        lists=merged.get("lists", "events"),
        exports=tuple(merged.get("exports", "").split()) or USUAL_EXPORTS,
    )
    return theme, found


def _settings(
    paths: tuple[str, ...], read: Callable[[str], str | None], found: list[Diagnostic]
) -> dict[str, dict[str, str]]:
    """What the file of each theme says, by the theme's name."""
    settings = {}
    names = {path.split("/")[1] for path in paths if path.startswith("themes/")}
    for path in paths:
        if path.startswith("themes/") and path.endswith("/theme.yaml") and path.count("/") == 2:
            values = _flat(path, read(path) or "", found)
            own = path.split("/")[1]
            found += _unknown(path, own, values, names)
            settings[own] = {str(key): str(text) for key, text in values.items()}
    return settings


def _unknown(
    path: str, own: str, values: Mapping[Text, Text], names: set[str]
) -> Iterator[Diagnostic]:
    """Keys, kinds of pages and files, and themes that there are none of.

    Args:
        path: of the theme's file.
        own: its name.
        values: what it says.
        names: of all themes.
    """
    for key, text in values.items():
        span = _at(path, text)
        if key not in KEYS:
            hint = did_you_mean(key, KEYS)
            yield error("key.unknown", f"unknown key “{key}”", _at(path, key), hint)
        elif (
            key == "extends" and text != NOTHING and (text not in names or text == own != "default")
        ):
            what = "a theme cannot extend itself" if text == own else f"there is no theme “{text}”"
            hint = did_you_mean(text, {*names, NOTHING} - {own}) if text != own else ""
            hint = hint or "extends: default, or nothing for a theme that stands on its own"
            yield error("theme.unknown", what, span, hint)
        elif key == "lists" and text not in LISTS:
            hint = did_you_mean(text, LISTS) or f"one of: {', '.join(LISTS)}"
            yield error("theme.value", f"lists: cannot show “{text}”", span, hint)
        known = {"pages": PAGES, "exports": EXPORTS}.get(key, ())
        for kind in text.split() if known else ():
            if kind not in known:
                hint = did_you_mean(kind, known) or f"there are: {' '.join(known)}"
                if "," in text:
                    hint = f"they are parted by spaces: {key}: {' '.join(text.replace(',', ' ').split())}"
                yield error("theme.value", f"{key}: has no “{kind}”", span, hint)


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


def _near_keys(given: Mapping[Text, Text], before: Mapping[str, str]) -> Iterator[tuple[Text, str]]:
    """Keys that no theme below has, though one that is almost the same; and a hint at that."""
    for key in given:
        if key not in before and key not in WORDS and not date_strings.is_of_dates(key):
            near = did_you_mean(key, before, 0.85)
            if near:
                yield key, near


def _unused(doubted: Mapping[Text, tuple[str, str]], templates: str) -> Iterator[Diagnostic]:
    """Doubts about keys that no template names.

    Args:
        doubted: key → path of its file, and what may be meant.
        templates: all of them.
    """
    for key, (path, near) in doubted.items():
        if key not in templates:
            yield warning("theme.unused", f"nothing asks for a text “{key}”", _at(path, key), near)


def _at(path: str, text: Text) -> Span:
    return Span(path=path, line=text.line, col=text.col)


def _flatter(key: Text, value: Node) -> str:
    """How a list, or keys below a key, would be written as a text."""
    if isinstance(value, Tree_Mapping) and value.pairs:
        return f"write {key}.{value.pairs[0][0]}: …, each key on a line of its own"
    if isinstance(value, Sequence) and all(isinstance(item, Text) for item in value.items):
        return f"write {key}: {' '.join(map(str, value.items))}"
    return ""


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
                found.append(
                    error("theme.value", f"“{key}” must be a text", span, _flatter(key, value))
                )
    return values
