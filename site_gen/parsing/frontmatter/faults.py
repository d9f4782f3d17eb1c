"""What PyYAML says about a syntax error, in words that tell an editor what to change.

PyYAML points at the character on which its grammar gave up; the mistake is often somewhere before
it. The explanations here look at the line, and point at what has to be changed. PyYAML's two
parsers word their messages differently, so each is recognised by what they have in common.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, NamedTuple

from site_gen.diagnostics import Diagnostic, Span, error

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

_QUOTE_IT = "put the value in quotation marks"
GLUED = re.compile(r"([ \t]*(?:- +)*)([^\s:#\"'\[\]{}]+):(?=[^\s:/])(.+)")
"""`key:value` without a space; `https://…` is none."""
_KEYED = re.compile(r"[ \t]*(?:- +)*([^\s:#\[\]{}\"'][^:#]*?):[ \t]+\S")


class _Fault(NamedTuple):
    """A syntax error and the text that it is about; lines and columns count from 0."""

    problem: str
    context: str
    lines: list[str]
    row: int
    col: int
    """Where PyYAML gave up."""
    first_row: int
    first_col: int
    """Where the thing began that it was reading."""

    @property
    def line(self) -> str:
        return self.lines[self.row] if self.row < len(self.lines) else ""

    @property
    def char(self) -> str:
        return self.line[self.col : self.col + 1]

    @property
    def first_char(self) -> str:
        line = self.lines[self.first_row] if self.first_row < len(self.lines) else ""
        return line[self.first_col : self.first_col + 1]


_Said = tuple[int, int, str, str]
"""Line and column (from 0), message, hint."""


def explain(problem: Exception, text: str, span: Span) -> Diagnostic:
    """The diagnostic for an error that PyYAML raised on `text`, which starts at `span`."""
    fault = _fault(problem, text)
    row, col, message, hint = _said(fault)
    at = Span(path=span.path, line=span.line + row, col=span.col + col)
    return error("yaml.syntax", message, at, hint)


def no_pair(text: str, span: Span) -> Diagnostic:
    """The diagnostic for a line that should be `key: value` and is not."""
    line = text.split("\n", 1)[0]
    indent = len(line) - len(line.lstrip())
    glued = GLUED.match(line)
    col, message, hint = _glued(glued) if glued else (indent, *_no_colon(line.strip()))
    return error(
        "yaml.syntax", message, Span(path=span.path, line=span.line, col=span.col + col), hint
    )


def _fault(problem: Exception, text: str) -> _Fault:
    mark: Any = getattr(problem, "problem_mark", None)
    first: Any = getattr(problem, "context_mark", None) or mark
    return _Fault(
        problem=getattr(problem, "problem", None) or "",
        context=getattr(problem, "context", None) or "",
        lines=text.split("\n"),
        row=mark.line if mark else 0,
        col=mark.column if mark else 0,
        first_row=first.line if first else 0,
        first_col=first.column if first else 0,
    )


def _said(fault: _Fault) -> _Said:
    for words, explanation in _EXPLANATIONS:
        if words in fault.problem or words in fault.context:
            return explanation(fault)
    if not fault.problem:
        return _beyond_unicode(fault)
    return fault.row, fault.col, f"YAML cannot be read here ({fault.problem})", ""


def _beyond_unicode(fault: _Fault) -> _Said:
    """The parser in Python falls over such an escape, and does not say where."""
    for row, line in enumerate(fault.lines):
        for escape in re.finditer(r"\\U([0-9A-Fa-f]{8})", line):
            if int(escape[1], 16) > 0x10FFFF:
                return _bad_escape(fault._replace(row=row, col=escape.start()))
    return fault.row, fault.col, "YAML cannot be read here", ""


def _bad_start(fault: _Fault) -> _Said:
    if fault.char == "\t":
        return fault.row, fault.col, "a tab stands where YAML needs spaces", "indent with spaces"
    if fault.line.startswith("..."):
        return fault.row, 0, "`...` ends the document, and something follows it", "remove it"
    return fault.row, fault.col, f"a value cannot begin with “{fault.char}”", _QUOTE_IT


def _bad_first(fault: _Fault) -> _Said:
    message = f"a value cannot begin with “{fault.first_char}”"
    return fault.first_row, fault.first_col, message, _QUOTE_IT


def _second_colon(fault: _Fault) -> _Said:
    keyed = _KEYED.match(fault.line[: fault.col])
    if keyed:
        key = keyed[1]
        message = f"the value of “{_short(key)}” has a colon in it"
        return (
            fault.row,
            fault.col,
            message,
            f'put the value in quotation marks: {_short(key)}: "…"',
        )
    above = fault.row - 1
    while above >= 0 and not fault.lines[above].strip():
        above -= 1
    indent = len(fault.line) - len(fault.line.lstrip())
    if above >= 0:
        glued = GLUED.match(fault.lines[above])
        if glued:
            return (above, *_glued(glued))
        if re.match(r"[\w-]+:", fault.line[indent:]):
            message = "this line is indented further than the one above allows"
            hint = (
                "begin it in the same column as the key above; if it continues the text above, "
                "put the whole text in quotation marks"
            )
            return fault.row, indent, message, hint
        message = "this text has a colon in it"
        return fault.row, fault.col, message, "put the whole text in quotation marks"
    return fault.row, fault.col, "a colon is not expected here", _QUOTE_IT


def _no_key(fault: _Fault) -> _Said:
    line = fault.lines[fault.first_row] if fault.first_row < len(fault.lines) else ""
    glued = GLUED.match(line)
    if glued:
        return (fault.first_row, *_glued(glued))
    return (fault.first_row, fault.first_col, *_no_colon(line.strip()))


def _glued(glued: re.Match[str]) -> tuple[int, str, str]:
    key = _short(glued[2])
    return glued.start(3), f"a space is missing after “{key}:”", f"write {key}: {_short(glued[3])}"


def _no_colon(line: str) -> tuple[str, str]:
    message = f"expected `key: value`, found “{_short(line)}”"
    if ":\u00a0" in line or ":\u202f" in line:
        return message, "the space behind the colon is one that does not break: type it anew"
    return message, "indent it if it belongs to the line above"


def _unclosed_quote(fault: _Fault) -> _Said:
    message = f"the quotation mark {fault.first_char} that opens here is not closed"
    hint = f"close it with {fault.first_char} at the end of the value"
    return fault.first_row, fault.first_col, message, hint


def _unexpected(fault: _Fault) -> _Said:
    before = fault.line[: fault.col].rstrip()
    if before.endswith('"'):
        hint = "write \\\" for a quotation mark within the value, or enclose it in ' … '"
        return fault.row, fault.col, "something follows the closing quotation mark", hint
    if before.endswith("'"):
        hint = "write '' for an apostrophe within the value, or enclose it in \" … \""
        return fault.row, fault.col, "something follows the closing quotation mark", hint
    if before.endswith(("]", "}")):
        hint = "a value that begins with a bracket must stand in quotation marks"
        return fault.row, fault.col, "something follows the closing bracket", hint
    hint = "begin it in the same column as the key or the dash that it belongs beside"
    return fault.row, fault.col, "this line is not indented like the lines above it", hint


def _unclosed_bracket(fault: _Fault) -> _Said:
    if fault.first_char not in ("[", "{"):
        # At the end of the text PyYAML has forgotten where it began.
        row, col = _open_bracket(fault.lines)
        fault = fault._replace(first_row=row, first_col=col)
    opening = fault.first_char
    closing = "]" if opening == "[" else "}"
    rest = "".join([fault.line[fault.col :], *fault.lines[fault.row + 1 :]]).strip()
    if not rest or (fault.row > fault.first_row and fault.char == ":"):
        message = f"the bracket {opening} that opens here is not closed"
        return fault.first_row, fault.first_col, message, f"close it with {closing}"
    message = f"a comma or {closing} is missing before this"
    hint = "put an item in quotation marks if it holds quotation marks, brackets or commas"
    return fault.row, fault.col, message, hint


def _open_bracket(lines: Sequence[str]) -> tuple[int, int]:
    """Line and column of the innermost bracket that is open at the end of a text."""
    stack: list[tuple[int, int]] = []
    quote = ""
    for row, line in enumerate(lines):
        before = ""
        for col, char in enumerate(line):
            if quote:
                if char == quote and line[col - 1 : col] != "\\":
                    quote = ""
            elif char in "[{" and (stack or before in ("", ":", "-", "?")):
                stack.append((row, col))
            elif char in "]}" and stack:
                stack.pop()
            elif char in "\"'" and before in ("", ":", "-", "[", "{", ","):
                quote = char
            elif char == "#" and line[:col][-1:] in ("", " "):
                break
            if char != " ":
                before = char
    return stack[-1] if stack else (0, 0)


def _bad_escape(fault: _Fault) -> _Said:
    start = fault.line.rfind("\\", 0, fault.col + 1)
    col = start if start >= 0 else fault.col
    message = f"`{fault.line[col : col + 2]}` stands for no character"
    hint = "within \" … \" write \\\\ for a backslash, or enclose the value in ' … '"
    return fault.row, col, message, hint


def _after_block_sign(fault: _Fault) -> _Said:
    message = f"text cannot follow “{fault.first_char}” on the same line"
    hint = "begin it on the next line, indented; or put the whole value in quotation marks"
    return fault.row, fault.col, message, hint


def _bad_list(fault: _Fault) -> _Said:
    hint = "begin the list on the next line, or write [a, b]"
    return fault.row, fault.col, "a list item cannot begin here", hint


def _outside(fault: _Fault) -> _Said:
    hint = "begin all keys in the same column"
    return fault.row, fault.col, "this line stands outside the lines before it", hint


_EXPLANATIONS: tuple[tuple[str, Callable[[_Fault], _Said]], ...] = (
    ("cannot start any token", _bad_start),
    ("mapping values are not allowed", _second_colon),
    ("could not find expected ':'", _no_key),
    ("while scanning a quoted scalar", _unclosed_quote),
    ("escape", _bad_escape),
    ("parsing a quoted scalar", _bad_escape),
    ("double-quoted scalar", _bad_escape),
    ("while parsing a flow", _unclosed_bracket),
    ("scanning an alias", _bad_first),
    ("scanning an anchor", _bad_first),
    ("a tag", _bad_first),
    ("a directive", _bad_first),
    ("a block scalar", _after_block_sign),
    ("sequence entries are not allowed", _bad_list),
    ("mapping keys are not allowed", _bad_start),
    ("node content", _bad_start),
    ("<document start>", _outside),
    ("block mapping", _unexpected),
    ("block collection", _unexpected),
)
"""Words of the problem or its context → who explains it; the first that fits."""


def _short(text: str) -> str:
    return text if len(text) <= 40 else text[:39] + "…"
