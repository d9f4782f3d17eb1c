"""What templates ask for and there is not, found in their text before a page is drawn.

Only what is wrong on every page is told here. A field that a page's own view does not have shows when
that page is drawn; a name that might be set by any template around is given the benefit of the doubt.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from jinja2 import TemplateSyntaxError, nodes
from msgspec import Struct, field

from site_gen.dates.strings import marks_in
from site_gen.diagnostics import Diagnostic, did_you_mean, error, warning
from site_gen.themes.template_syntax import Source, syntax_error

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from jinja2 import Environment

    from site_gen.themes.theme import Theme

SPECIAL = ("loop", "self", "super", "caller", "varargs", "kwargs")
"""Names that Jinja2 gives a meaning where it makes sense."""
_ASKS_FOR_NAMES = ("defined", "undefined", "default", "d")
_USES = (nodes.Extends, nodes.Include, nodes.Import, nodes.FromImport)


def template_faults(
    theme: Theme,
    environment: Environment,
    plain: Environment,
    given: Mapping[str, type | None],
) -> list[Diagnostic]:
    """What is wrong with the templates of a theme, those that it inherits included.

    Args:
        theme: with its texts.
        environment: that compiles them.
        plain: likewise, which puts no texts into them, so that calls for those are seen.
        given: name → type of what every page hands to its template; None for one of many types.
    """
    parsed, found = _parsed(theme, plain)
    known = {**dict.fromkeys(environment.globals), **given}
    modules = _modules(parsed.values())
    found += _unused(theme, parsed)
    for name in sorted(parsed):
        inspection = _Inspection(theme, environment, known, parsed, modules, name)
        found += list(inspection.faults()) or _compiled(environment, parsed[name].source, name)
    return found


def _unused(theme: Theme, parsed: Mapping[str, _Template]) -> Iterator[Diagnostic]:
    """Templates of a site's own that draw no page, since their names are almost those of others."""
    if theme.lineage[:1] != ("default",):
        return
    own = {name for name in parsed if not theme.paths[name].startswith("themes/default/")}
    usual = {_stem(name): name for name in theme.templates.keys() - (own - theme.replaced)}
    named = "\n".join(theme.templates.values())
    for name in sorted(own - theme.replaced):
        near = did_you_mean(_stem(name), usual, 0.8).replace("”", ".html”")
        if near and not re.search(rf"[\"']{re.escape(name)}[\"']", named):
            message = "no page is drawn with this template, and no other names it"
            yield warning("template.unused", message, parsed[name].source.span(1), near)


def _stem(name: str) -> str:
    return name.removesuffix(".html")


def _parsed(
    theme: Theme, environment: Environment
) -> tuple[dict[str, _Template], list[Diagnostic]]:
    """Templates by name, and those that cannot be read. What no page uses is no template."""
    found: list[Diagnostic] = []
    parsed: dict[str, _Template] = {}
    todo = [name for name in theme.templates if name.endswith(".html")]
    seen = set(todo)
    while todo:
        name = todo.pop()
        source = Source(path=theme.paths[name], text=theme.templates[name])
        try:
            tree = environment.parse(source.text, name, name)
        except TemplateSyntaxError as problem:
            found.append(syntax_error(source, problem))
            continue
        except RecursionError:
            found.append(_too_deep(source))
            continue
        parsed[name] = _Template.of(source, tree)
        used = {used for node in tree.find_all(_USES) for used in _named(node)}
        todo += sorted(used & theme.templates.keys() - seen)
        seen |= used
    return parsed, found


def _modules(templates: Iterable[_Template]) -> dict[str, str]:
    """Names that stand for the macros of one template wherever they are set: name → template."""
    found: dict[str, set[str]] = {}
    for template in templates:
        for name in template.sets:
            found.setdefault(name, set()).update(template.imports.get(name, ("",)))
    return {name: used.pop() for name, used in found.items() if len(used) == 1 and "" not in used}


def _compiled(environment: Environment, source: Source, name: str) -> list[Diagnostic]:
    """What only compiling finds: two blocks of one name, tags too deep in each other."""
    try:
        environment.get_template(name)
    except TemplateSyntaxError as problem:
        return [syntax_error(source, problem)]
    except (SyntaxError, RecursionError):
        return [_too_deep(source)]
    return []


def _too_deep(source: Source) -> Diagnostic:
    message = "tags or brackets lie too deep within each other"
    return error("template.syntax", message, source.span(1), "put what is inside into a macro")


class _Template(Struct, kw_only=True):
    """A template as Jinja2 reads it."""

    source: Source
    tree: nodes.Template
    sets: set[str] = field(default_factory=set)
    """Names that it gives a value to."""
    imports: dict[str, list[str]] = field(default_factory=dict)
    """Names among them that stand for other templates' macros."""
    doubted: set[str] = field(default_factory=set)
    """Names and filters of which it asks whether they are there."""
    parents: set[str] = field(default_factory=set)
    runs: set[str] = field(default_factory=set)
    """Templates that see its names: what it extends and includes."""
    open: bool = False
    """Whether it uses templates whose names only a page knows."""

    @classmethod
    def of(cls, source: Source, tree: nodes.Template) -> _Template:
        """With what can be told of it alone."""
        found = cls(source=source, tree=tree)
        for node in tree.find_all(nodes.Node):
            found._note(node)
        return found

    def _note(self, node: nodes.Node) -> None:
        if isinstance(node, nodes.Macro) or (isinstance(node, nodes.Name) and node.ctx != "load"):
            self.sets.add(node.name)
        elif isinstance(node, nodes.Import):
            self.sets.add(node.target)
            self.imports.setdefault(node.target, []).extend(_named(node) or ("",))
        elif isinstance(node, nodes.FromImport):
            self.sets |= {name if isinstance(name, str) else name[1] for name in node.names}
        elif isinstance(node, (nodes.Test, nodes.Filter)):
            about = node.node
            if isinstance(about, nodes.Name) and node.name in _ASKS_FOR_NAMES:
                self.doubted.add(about.name)
            elif isinstance(about, nodes.Const) and node.name in ("filter", "test"):
                self.doubted.add(str(about.value))
        if isinstance(node, _USES) and getattr(node, "with_context", True):
            names = _named(node)
            self.open |= not names
            self.runs.update(names)
            if isinstance(node, nodes.Extends):
                self.parents.update(names)

    @property
    def exports(self) -> set[str]:
        """Names that others can import from it."""
        found: set[str] = set()
        for node in self.tree.body:
            if isinstance(node, nodes.Macro):
                found.add(node.name)
            elif isinstance(node, nodes.Import):
                found.add(node.target)
            elif isinstance(node, nodes.FromImport):
                found |= {name if isinstance(name, str) else name[1] for name in node.names}
            elif isinstance(node, (nodes.Assign, nodes.AssignBlock)):
                target = node.target
                named = [target] if isinstance(target, nodes.Name) else target.find_all(nodes.Name)
                found |= {name.name for name in named}
            elif not isinstance(node, nodes.Output):
                return self.sets  # set under a condition, say
        return found


def _named(node: nodes.Node) -> list[str]:
    """The templates that a tag names; none when it reckons their names."""
    asked = node.template  # type: ignore[attr-defined]
    found: list[object] = []
    for item in asked.items if isinstance(asked, (nodes.List, nodes.Tuple)) else [asked]:
        if isinstance(item, nodes.Const):
            found += item.value if isinstance(item.value, (tuple, list)) else [item.value]
    return [name for name in found if isinstance(name, str)]


class _Inspection:
    """Of one template, among all those of its theme."""

    def __init__(
        self,
        theme: Theme,
        environment: Environment,
        known: Mapping[str, type | None],
        all_of_them: Mapping[str, _Template],
        modules: Mapping[str, str],
        name: str,
    ) -> None:
        self.theme, self.environment, self.known = theme, environment, known
        self.all, self.modules, self.name = all_of_them, modules, name
        self.own = all_of_them[name]
        around = self._around()
        told = [all_of_them[used] for used in around if used in all_of_them]
        self.vague = len(told) < len(around) or any(template.open for template in told)
        # Nearer themes may have left out what this one counts on, and the blocks that ask for it.
        self.vague |= any(self._nearness(used) > self._nearness(name) for used in around)
        self.sets = set(SPECIAL).union(*(template.sets for template in told))

    def _around(self) -> set[str]:
        """Templates whose names this one may see: those that run it, and what they extend."""
        found: set[str] = set()
        todo = [self.name]
        while todo:
            here = todo.pop()
            if here in found:
                continue
            found.add(here)
            todo += [name for name, other in self.all.items() if here in other.runs]
            if here in self.all:
                todo += self.all[here].parents
        return found

    def faults(self) -> Iterator[Diagnostic]:
        """Everything that is wrong with it, by lines."""
        told: set[tuple[str, str, int]] = set()
        for node in self.own.tree.find_all(nodes.Node):
            for fault in self._of(node):
                key = (fault.code, fault.message, fault.span.line)
                if key not in told:
                    told.add(key)
                    yield fault
        yield from self._blocks()

    def _of(self, node: nodes.Node) -> Iterator[Diagnostic]:
        if isinstance(node, nodes.Filter):
            yield from self._word(node.name, "filter", r"\|\s*", self.environment.filters, node)
        elif isinstance(node, nodes.Test):
            before = r"\bis\s+(?:not\s+)?"
            yield from self._word(node.name, "test", before, self.environment.tests, node)
        elif isinstance(node, nodes.Name) and node.ctx == "load":
            yield from self._variable(node)
        elif isinstance(node, nodes.Getattr):
            yield from self._field(node)
        elif isinstance(node, nodes.Call) and isinstance(node.node, nodes.Name):
            yield from self._call(node, node.node.name)
        elif isinstance(node, _USES):
            yield from self._use(node)

    def _word(
        self, name: str, kind: str, before: str, known: Mapping[str, object], node: nodes.Node
    ) -> Iterator[Diagnostic]:
        if name not in known and name not in self.own.doubted:
            span = self.own.source.span(node.lineno, name, before)
            hint = did_you_mean(name, known)
            yield error("template.filter", f"there is no {kind} “{name}”", span, hint)

    def _variable(self, node: nodes.Name) -> Iterator[Diagnostic]:
        name = node.name
        if self.vague or name in self.known or name in self.sets or name in self.own.doubted:
            return
        hint = did_you_mean(name, [*self.known, *self.sets])
        hint = hint or "a template sees view, page, site, and what it sets itself"
        span = self.own.source.span(node.lineno, name)
        yield error("template.name", f"nothing is called “{name}” here", span, hint)

    def _field(self, node: nodes.Getattr) -> Iterator[Diagnostic]:
        """Of what is the same on every page, and of the macros of another template."""
        if not isinstance(node.node, nodes.Name) or self.vague:
            return
        owner, name = node.node.name, node.attr
        span = self.own.source.span(node.lineno, name, rf"\b{owner}\s*\.\s*")
        kind = self.known.get(owner)
        if kind is not None and owner not in self.sets and not hasattr(kind, name):
            hint = did_you_mean(name, [field for field in dir(kind) if field[0] != "_"])
            yield error("template.name", f"“{owner}” has no “{name}”", span, hint)
        module = self.all.get(self.modules.get(owner, ""))
        if module is not None and name not in module.exports:
            hint = did_you_mean(name, module.exports)
            message = f"“{name}” is not in {self.modules[owner]}"
            yield error("template.name", message, span, hint)

    def _call(self, node: nodes.Call, called: str) -> Iterator[Diagnostic]:
        asked = node.args[0].value if node.args and isinstance(node.args[0], nodes.Const) else None
        if called in self.sets or not isinstance(asked, str):
            return
        span = self.own.source.span(node.lineno, asked, "[\"']")
        if called == "fragment" and asked not in self.theme.templates:
            yield self._missing(asked, node)
        elif called == "t" and asked not in self.theme.strings:
            hint = did_you_mean(asked, self.theme.strings)
            hint = hint or "texts lie in strings/ of the theme, `key: text`"
            yield error("template.text", f"there is no text “{asked}”", span, hint)
        elif called == "t" and node.kwargs and node.dyn_kwargs is None:
            # Without any it is asked for as it is, for a script, say.
            given = [pair.key for pair in node.kwargs]
            lacks = [
                f"{{{mark}}}" for mark in _marks(self.theme.strings[asked]) if mark not in given
            ]
            if lacks:
                message = (
                    f"the text “{asked}” has {', '.join(dict.fromkeys(lacks))}, which is not told"
                )
                hint = f't("{asked}", {lacks[0].strip("{}")}=…)'
                yield error("template.text", message, span, hint)

    def _use(self, node: nodes.Node) -> Iterator[Diagnostic]:
        names = _named(node)
        there = [name for name in names if name in self.theme.templates]
        if names and not there and not getattr(node, "ignore_missing", False):
            yield self._missing(names[0], node)
        if isinstance(node, nodes.FromImport) and there and there[0] in self.all:
            exported = self.all[there[0]].exports
            for name in (name if isinstance(name, str) else name[0] for name in node.names):
                if name not in exported:
                    span = self.own.source.span(node.lineno, name, r"\bimport\b.*?")
                    hint = did_you_mean(name, exported)
                    message = f"“{name}” is not in {there[0]}"
                    yield error("template.name", message, span, hint)

    def _missing(self, name: str, node: nodes.Node) -> Diagnostic:
        span = self.own.source.span(node.lineno, name, "[\"']")
        hint = did_you_mean(name, self.theme.templates)
        return error("template.missing", f"there is no template “{name}”", span, hint)

    def _blocks(self) -> Iterator[Diagnostic]:
        """Blocks that nothing shows: no template that this one extends has one of that name.

        A theme may leave out blocks of the one that it extends; so only those are told that stand
        in a theme as near to the site as the templates above.
        """
        above = self._above()
        if not above or any(name not in self.all for name in above):
            return
        mine = self._nearness(self.name)
        if any(self._nearness(name) > mine or self.all[name].open for name in above):
            return
        theirs = {b.name for name in above for b in self.all[name].tree.find_all(nodes.Block)}
        for node in self.own.tree.body:
            if isinstance(node, nodes.Output):
                yield from self._outside(node)
        for block in self.own.tree.body:
            if isinstance(block, nodes.Block) and block.name not in theirs:
                span = self.own.source.span(block.lineno, block.name, r"\bblock\s+")
                hint = did_you_mean(block.name, theirs) or f"there are {', '.join(sorted(theirs))}"
                message = f"no block “{block.name}” in what this extends, so nothing shows it"
                yield error("template.block", message, span, hint)

    def _outside(self, node: nodes.Output) -> Iterator[Diagnostic]:
        """What stands beside the blocks, where nothing but tags without a text makes sense."""
        for piece in node.nodes:
            text = piece.data if isinstance(piece, nodes.TemplateData) else "{{"
            if text.strip():
                word = text.split()[0]
                line = piece.lineno + text[: text.index(word)].count("\n")
                message = (
                    "nothing shows what stands outside of the blocks, since this extends a template"
                )
                hint = "move it into one of its blocks"
                yield error("template.block", message, self.own.source.span(line, word), hint)
                return

    def _above(self) -> list[str]:
        found: list[str] = []
        todo = list(self.own.parents)
        while todo:
            here = todo.pop()
            if here not in found:
                found.append(here)
                todo += self.all[here].parents if here in self.all else ()
        return found

    def _nearness(self, name: str) -> int:
        """How near to the site the theme is that a template comes from; nearest when there is none."""
        path = self.theme.paths.get(name)
        line = self.theme.lineage
        return line.index(path.split("/")[1]) if path else len(line)


def _marks(text: str) -> tuple[str, ...]:
    try:
        return marks_in(text)
    except ValueError:
        return ()  # said of the text itself
