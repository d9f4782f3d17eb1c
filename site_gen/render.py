"""From a page to its text: Jinja2, autoescape always on, undefined names are errors."""

from __future__ import annotations

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
    nodes,
)
from jinja2.compiler import CodeGenerator
from jinja2.runtime import Context, Macro
from jinja2.visitor import NodeTransformer
from markupsafe import Markup
from msgspec import Struct

from site_gen.address import ROOT
from site_gen.catalogue import numbers_of
from site_gen.diagnostics import SiteGenError
from site_gen.escaping import escaped

if TYPE_CHECKING:
    from collections.abc import Mapping

    from jinja2.compiler import Frame as JinjaFrame

    from site_gen.pages import Page


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
        message: what is wrong.
        template: file name.
        line: in it; 0 when not known.
    """

    def __init__(self, message: str, template: str, line: int) -> None:
        super().__init__(message, template, line)  # all of them: it may cross processes
        self.message = message
        self.template = template
        self.line = line

    def __str__(self) -> str:
        place = f"{self.template}:{self.line}" if self.line else self.template
        return f"template {place}: {self.message}"


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


KEPT = 5000
"""How many fragments are kept from one set of pages to the next: some 8 MB."""


class Renderer:
    """Renders pages with one theme.

    Args:
        templates: file name → source of every template of the theme and those that it extends.
        strings: key → interface text; `{name}` marks are filled by keyword arguments.
    """

    def __init__(self, templates: Mapping[str, str], strings: Mapping[str, str]) -> None:
        self._names = tuple(templates)
        self._strings = strings
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

    def _text(self, key: str, **values: object) -> str:
        return self._strings[key].format(**values) if values else self._strings[key]

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
            ThemeError: with the template's name and line.
        """
        try:
            return self._rendered(page.template, page=page, view=page.view())
        except Exception as problem:
            if isinstance(problem, (TemplateError, AttributeError, KeyError)) or _theirs(problem):
                raise ThemeError(_said(problem), *_where(problem, page.template)) from problem
            raise


def _theirs(problem: Exception) -> bool:
    """Whether it was a template that did what cannot be done, not a view of this program's."""
    trace, file = problem.__traceback__, ""
    while trace is not None:
        file = trace.tb_frame.f_code.co_filename
        trace = trace.tb_next
    return file.endswith(".html") or "/jinja2/" in file or file == __file__


def _said(problem: Exception) -> str:
    """What is wrong; Jinja2 says no more of a template that is missing than its name."""
    if isinstance(problem, TemplateNotFound) and str(problem) == problem.name:
        return f"there is no template “{problem.name}”"
    return str(problem)


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
