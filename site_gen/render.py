"""From a page to its text: Jinja2, autoescape always on, undefined names are errors."""

from __future__ import annotations

import re
from contextlib import suppress
from functools import partial
from itertools import groupby
from keyword import iskeyword
from types import MethodType
from typing import TYPE_CHECKING, Any

from jinja2 import (
    Environment,
    FunctionLoader,
    StrictUndefined,
    TemplateError,
    TemplateNotFound,
    TemplateSyntaxError,
    UndefinedError,
    nodes,
)
from jinja2.compiler import CodeGenerator
from jinja2.runtime import Context, Macro
from jinja2.visitor import NodeTransformer
from markupsafe import Markup
from msgspec import Struct
from msgspec.structs import replace

from site_gen.diagnostics import Diagnostic, SiteGenError, did_you_mean, error
from site_gen.pages import Page
from site_gen.themes.catalogue import numbers_of
from site_gen.themes.template_syntax import Source, syntax_error
from site_gen.themes.templates import template_faults
from site_gen.web.address import ROOT
from site_gen.web.escaping import escaped

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from jinja2.compiler import Frame as JinjaFrame

    from site_gen.themes.theme import Theme


class Frame(Struct, frozen=True, kw_only=True):
    """What every page of a site shares. Nothing in it may depend on single entries."""

    title: str
    description: str
    language: str
    origin: str
    """Where the site is published, without a slash at its end."""
    base_path: str
    """Path part of that address, without a slash at its end."""
    relative_urls: bool
    license: str
    repository: str
    editors: tuple[str, ...]
    generator: str
    pages: tuple[tuple[str, str], ...] = ()
    """(title, site path) of the pages of prose, in the order of the site."""
    picture: str = ""
    """Absolute address of the picture for shared links; empty when there is none."""
    own_style: bool = False
    """Whether the theme has an `own.css`."""
    search_words: str = ""
    """Path of the words of the search; empty when they are those that its script has."""
    preview: bool = False


class ThemeError(SiteGenError):
    """A template could not be rendered.

    Args:
        fault: what is wrong, and where.
        page: site path of the page that shows it.
    """

    def __init__(self, fault: Diagnostic, page: str) -> None:
        super().__init__(fault, page)  # both: it may cross processes
        self.fault = fault
        self.page = page

    def __str__(self) -> str:
        return str(on_pages(self.fault, [self.page]))


def on_pages(fault: Diagnostic, pages: Sequence[str]) -> Diagnostic:
    """What is wrong with a template, and the pages on which it shows."""
    more = f" and {len(pages) - 1:,} more" if len(pages) > 1 else ""
    return replace(fault, message=f"{fault.message}, on the page {pages[0]}{more}")


class _Html(str):
    """HTML that `markdown` has made: nothing in it is escaped again."""

    __slots__ = ()

    def __html__(self) -> str:
        return self


def _is_known(piece: nodes.Expr) -> bool:
    """Whether a piece of output is the same on every page."""
    return isinstance(piece, (nodes.TemplateData, nodes.Const))


class _Writer(CodeGenerator):
    """Writes templates as Python, with `escaped` around whatever they show.

    Attributes are looked up only as attributes: views have no items, and to ask for both costs thrice.
    """

    def visit_Getattr(self, node: nodes.Getattr, frame: JinjaFrame) -> None:  # noqa: N802 - named by Jinja2
        """What Python itself says is quicker than a call; it has no attributes named like its keywords."""
        if iskeyword(node.attr):
            super().visit_Getattr(node, frame)
            return
        self.write("(")
        self.visit(node.node, frame)
        self.write(f").{node.attr}")

    def visit_Output(self, node: nodes.Output, frame: JinjaFrame) -> None:  # noqa: N802 - named by Jinja2
        """One text of all that stands between two statements.

        Jinja2 gives out each piece by itself, through the generators of all templates that the page
        extends.
        """
        if frame.buffer is not None or frame.require_output_check or len(node.nodes) < 2:
            super().visit_Output(node, frame)
            return
        finalize = self._make_finalize()
        self.writeline("yield concat((")
        self.indent()
        for known, pieces in groupby(node.nodes, _is_known):
            if known:
                texts = [self._output_child_to_const(piece, frame, finalize) for piece in pieces]
                self.writeline(f"{self._output_const_repr(texts)},")
                continue
            for piece in pieces:
                self.newline(piece)
                self._output_child_pre(piece, frame, finalize)
                self.visit(piece, frame)
                self._output_child_post(piece, frame, finalize)
                self.write(",")
        self.outdent()
        self.writeline("))")

    def write_commons(self) -> None:
        """What every block has at hand."""
        super().write_commons()
        self.writeline("escaped = environment.escaped")

    def _output_child_pre(self, node: nodes.Expr, frame: JinjaFrame, finalize: Any) -> None:
        if frame.eval_ctx.volatile or not frame.eval_ctx.autoescape:
            super()._output_child_pre(node, frame, finalize)
            return
        self.write("escaped(")
        if finalize.src is not None:
            self.write(finalize.src)


class _Context(Context):
    """Calls macros, and functions of this program, without asking first what they are."""

    def call(self, called: Any, /, *args: Any, **kwargs: Any) -> Any:
        """What a template calls; a macro is given what Jinja2 would find out that it wants."""
        kind = type(called)
        if kind is not Macro and kind is not MethodType and kind is not partial:
            return super().call(called, *args, **kwargs)
        # Variables of the block around the call, which are for functions that ask for a context; none
        # of this program's methods do.
        kwargs.pop("_block_vars", None)
        kwargs.pop("_loop_vars", None)
        if kind is Macro:
            return called(self.eval_ctx, *args, **kwargs)
        return called(*args, **kwargs)


class _Environment(Environment):
    """Compiles templates with the `_Writer`, and runs them in a `_Context`."""

    code_generator_class = _Writer
    context_class = _Context
    escaped = staticmethod(escaped)
    getattr = staticmethod(getattr)  # type: ignore[assignment]
    strings: Mapping[str, str] = {}
    """Interface texts, by which calls like `t("key")` are replaced when a template is compiled."""

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        tree: nodes.Template = _Texts(self.strings).visit(super()._parse(source, name, filename))
        return tree


class _Texts(NodeTransformer):
    """Puts interface texts without gaps where templates ask for them: most of all calls that they make.

    And an empty text where `{{ a if b }}` has nothing to show, for which Jinja2 makes a value that is undefined.
    """

    def __init__(self, strings: Mapping[str, str]) -> None:
        self.strings = strings

    def visit_Call(self, node: nodes.Call) -> nodes.Node:  # noqa: N802 - named by Jinja2
        """A text in place of the call for it, when it is known and has nothing to be filled in."""
        self.generic_visit(node)
        asked = node.args[0] if len(node.args) == 1 else None
        if (
            isinstance(node.node, nodes.Name)
            and node.node.name == "t"
            and isinstance(asked, nodes.Const)
            and asked.value in self.strings
            and not (node.kwargs or node.dyn_args or node.dyn_kwargs)
        ):
            return nodes.Const(self.strings[asked.value], lineno=node.lineno)
        return node

    def visit_Output(self, node: nodes.Output) -> nodes.Node:  # noqa: N802 - named by Jinja2
        """Says what a condition shows when it does not hold."""
        self.generic_visit(node)
        for piece in node.nodes:
            if isinstance(piece, nodes.CondExpr) and piece.expr2 is None:
                piece.expr2 = nodes.Const("", lineno=piece.lineno)
        return node


_QUOTED = re.compile(r"['“](\w+)['”]")

_OF_THE_PROGRAM = re.compile(r"'site_gen\.[\w.]*?(\w+) object'")

KEPT = 5000
"""How many fragments are kept from one set of pages to the next: some 8 MB."""


class Renderer:
    """Renders pages with one theme.

    Args:
        templates: file name → source of every template of the theme and those that it extends.
        strings: key → interface text; `{name}` marks are filled by keyword arguments.
        paths: file name → path in the tree; by default the name.
        folder: where a template that is missing would lie, with a slash at its end.
    """

    def __init__(
        self,
        templates: Mapping[str, str],
        strings: Mapping[str, str],
        paths: Mapping[str, str] | None = None,
        folder: str = "",
    ) -> None:
        self._names = tuple(templates)
        self._strings = strings
        self._folder = folder
        self._sources = {
            name: Source(path=(paths or {}).get(name, name), text=text)
            for name, text in templates.items()
        }
        self._fragments: dict[tuple[str, int], tuple[object, Markup]] = {}

        def load(name: str) -> tuple[str, str, None] | None:
            # The name stands for the file's path, so that traces of mistakes name the template.
            return (templates[name], name, None) if name in templates else None

        self._environment = _Environment(
            loader=FunctionLoader(load),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            auto_reload=False,
            cache_size=-1,
        )
        self._environment.strings = strings
        self._environment.globals.update(
            t=self._text,
            number=partial(numbers_of(strings)),  # which a `_Context` calls at once
            root=ROOT,
            fragment=self._fragment,
        )
        self._environment.filters["html"] = _Html  # for fields that passed `markdown`

    @classmethod
    def of(cls, theme: Theme) -> Renderer:
        """With a theme's templates and texts."""
        folder = f"themes/{theme.name}/templates/"
        return cls(theme.templates, theme.strings, theme.paths, folder)

    def begin(self, frame: Frame) -> None:
        """Say what every page shares, before the first is rendered; forget those of another site."""
        if len(self._fragments) > KEPT or self._environment.globals.get("site") != frame:
            self._fragments.clear()
        self._environment.globals["site"] = frame

    def compile(self) -> None:
        """Compile all templates, once for all processes; those with mistakes wait for their pages."""
        for name in self._names:
            with suppress(TemplateError):
                self._environment.get_template(name)

    def faults(self, theme: Theme) -> list[Diagnostic]:
        """What is wrong with the templates of a theme, whatever pages show.

        Args:
            theme: whose templates and strings these are.
        """
        # Of which texts are asked for, nothing is seen any more once they are put in.
        plain = self._environment.overlay()
        plain.strings = {}
        given = {"site": Frame, "page": Page, "view": None}
        return template_faults(theme, self._environment, plain, given)

    def _text(self, key: str, **values: object) -> str:
        try:
            return self._strings[key].format(**values) if values else self._strings[key]
        except KeyError as problem:
            what = f"there is no text “{key}”"
            if key in self._strings:
                what = f"the text “{key}” has {{{problem.args[0]}}}, which is not told"
            raise UndefinedError(what) from None

    def _fragment(self, template: str, view: object) -> Markup:
        """A part that many pages show alike; rendered once for each view."""
        key = (template, id(view))
        if key not in self._fragments:
            text = self._rendered(template, view=view)
            self._fragments[key] = (view, Markup(text))  # noqa: S704 - rendered with autoescape
        return self._fragments[key][1]

    def _rendered(self, name: str, **shown: object) -> str:
        """A template's text.

        As `Template.render` makes it, but for the names that all pages share: those are in one dict
        already, and to put them together again took as long as drawing a small page.
        """
        environment = self._environment
        template = environment.get_template(name)
        context = environment.context_class(
            environment, {**environment.globals, **shown}, name, template.blocks
        )
        try:
            return environment.concat(template.root_render_func(context))
        except Exception:  # noqa: BLE001 - it raises what it was, with the template's lines
            environment.handle_exception()

    def text(self, page: Page) -> str:
        """The page with its marks: for the site's root, and for the words of an entry.

        Raises:
            ThemeError: with the template's path and line.
        """
        try:
            return self._rendered(page.template, page=page, view=page.view())
        except Exception as problem:
            if isinstance(problem, (TemplateError, AttributeError, KeyError)) or _theirs(problem):
                raise ThemeError(self._fault(problem, page.template), page.url) from problem
            raise

    def _fault(self, problem: Exception, template: str) -> Diagnostic:
        name, line = _where(problem, template)
        source = self._sources.get(name) or Source(path=f"{self._folder}{name}", text="")
        if isinstance(problem, TemplateSyntaxError):
            return syntax_error(source, problem)
        if isinstance(problem, TemplateNotFound) and str(problem) == problem.name:
            missing = str(problem)  # Jinja2 says no more of it than its name
            message, hint = f"there is no template “{missing}”", did_you_mean(missing, self._names)
            if name == missing:  # no template asks for it, but a page
                hint = "a theme that extends nothing draws all pages; pages: in theme.yaml names some of them"
            return error("template.missing", message, source.span(line, missing), hint)
        message, word, hint = _said(problem)
        return error("template.failed", message, source.span(line, word, r"\.\s*"), hint)


def _theirs(problem: Exception) -> bool:
    """Whether it was a template that did what cannot be done, not a view of this program's."""
    trace, file = problem.__traceback__, ""
    while trace is not None:
        file = trace.tb_frame.f_code.co_filename
        trace = trace.tb_next
    return file.endswith(".html") or "/jinja2/" in file or file == __file__


def _said(problem: Exception) -> tuple[str, str, str]:
    """What is wrong, the word of the template that it is about if that is known, and a hint."""
    if isinstance(problem, AttributeError) and problem.name:
        fields = [name for name in dir(problem.obj) if not name.startswith("_")]
        message = f"{type(problem.obj).__name__} has no “{problem.name}”"
        return message, problem.name, did_you_mean(problem.name, fields)
    if isinstance(problem, RecursionError):
        return "a template or macro uses itself without an end", "", ""
    said = _OF_THE_PROGRAM.sub(r"\1", str(problem)) or type(problem).__name__
    quoted = _QUOTED.search(said)
    return said, quoted[1] if quoted else "", ""


def _where(problem: Exception, template: str) -> tuple[str, int]:
    """Template and line, from the innermost frame that lies in a template."""
    line, name = 0, template
    if isinstance(problem, TemplateSyntaxError):
        line, name = problem.lineno, problem.name or template
    trace = problem.__traceback__
    while trace is not None:
        file = trace.tb_frame.f_code.co_filename
        if file.endswith(".html"):
            line, name = trace.tb_lineno, file
        trace = trace.tb_next
    return name, line
