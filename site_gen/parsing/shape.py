"""What a document must look like, said once: for reading it, for checking it, and for editors.

A `Shape` lists the keys of a mapping, and a kind for the value of each. From it come `read`, which
turns a tree of text into typed values and collects everything that is wrong, and `json_schema`,
with which an editor completes and checks while typing. What `read` accepts, the schema accepts, as
long as the document is resolved by YAML 1.2's core schema (`2021` is a number, `no` is a word).
"""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING, Any, Final, Protocol

from msgspec import Struct

from site_gen.dates.edtf import EdtfError
from site_gen.dates.edtf import parse as parse_date
from site_gen.diagnostics import Diagnostic, Span, did_you_mean, error
from site_gen.parsing.frontmatter import Broken, Mapping, Node, Text, as_bool, is_null, span_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from site_gen.parsing.frontmatter import Node

__all__ = [
    "BASE_URL",
    "BOOL",
    "DATE",
    "DATE_TEXT",
    "HOST",
    "INT",
    "NUMBER",
    "TEXT",
    "URL",
    "Choice",
    "Either",
    "Field",
    "Kind",
    "List",
    "Map",
    "Number",
    "Pattern",
    "Record",
    "Shape",
    "Values",
    "json_schema",
    "one_or_more",
    "read",
    "span_of",
]

Schema = dict[str, Any]
"""A part of a JSON Schema, draft 2020-12."""


class Values(dict[str, Any]):
    """What was read from a mapping: key → value. A key that could not be read is absent.

    Texts keep their place (`span_of`). A date, a number or a truth value has none: `span` gives it.
    """

    __slots__ = ("col", "line", "nodes")

    def __init__(self, line: int = 1, col: int = 1) -> None:
        super().__init__()
        self.line = line
        self.col = col
        self.nodes: dict[str, Node] = {}
        """Key → the value's node, for each key that is there, readable or not."""

    def span(self, path: str, key: str = "") -> Span:
        """Where the value of `key` stands; without a key, or without its value, the mapping."""
        node = self.nodes.get(key)
        return span_of(self if node is None else node, path)


class Kind(Protocol):
    """What a value is. Kinds are immutable and know nothing about the file they read."""

    @property
    def expects(self) -> str:
        """What must stand there, as it is put after “expected”."""

    @property
    def takes(self) -> frozenset[str]:
        """The kinds of node (`scalar`, `sequence`, `mapping`) that can be one."""

    def read(self, node: Node, name: str, report: Report) -> Any:
        """The value of `node`, which stands under the key `name`; `FAILED` when it has none."""

    def schema(self, defs: dict[str, Schema]) -> Schema:
        """The same as JSON Schema; shapes that it needs are put into `defs`, by name."""


FAILED: Final = object()
"""Given back by a kind that has reported why there is no value."""


class Report:
    """Collects what is wrong in one file."""

    def __init__(self, path: str) -> None:
        self.path = path
        self.found: list[Diagnostic] = []

    def add(self, code: str, message: str, node: Node | Values, hint: str = "") -> object:
        """Note an error at `node`. Returns `FAILED`."""
        self.found.append(error(code, message, span_of(node, self.path), hint))
        return FAILED

    def wrong_type(self, kind: Kind, node: Node, name: str, hint: str = "") -> object:
        """Note that `node` is not what `kind` takes. Returns `FAILED`."""
        message = f"{_named(name)}: expected {kind.expects}, found {_describe(node)}"
        if node.kind == "sequence" and "scalar" in kind.takes and not hint:
            texts = [str(item) for item in node.items if item.kind == "scalar"]
            hint = (
                f"write {name}: {texts[0]}"
                if len(texts) == 1
                else "write one text, without brackets"
            )
        return self.add("type.wrong", message, node, hint)


class Field(Struct, frozen=True):
    """One key of a shape."""

    name: str
    kind: Kind
    required: bool = False
    nullable: bool = False
    """Whether `null` may stand there, meaning “not known”; it is read as None."""
    doc: str = ""
    """Shown by editors."""


class Shape(Struct, frozen=True, kw_only=True, dict=True):
    """The keys of a mapping; others are errors."""

    name: str
    """Unique among shapes: `claim`, `source`."""
    fields: tuple[Field, ...]
    one_of: tuple[tuple[str, ...], ...] = ()
    """From each of these groups of keys one at least is required."""
    doc: str = ""
    elsewhere: tuple[tuple[Shape, str], ...] = ()
    """Shapes whose keys are looked for here by mistake, each with the words for where they belong."""

    @cached_property
    def by_name(self) -> dict[str, Field]:
        """Key → what is known of it."""
        return {each.name: each for each in self.fields}


def read(node: Node | None, shape: Shape, path: str) -> tuple[Values, list[Diagnostic]]:
    """The values of a document, and everything that is wrong with them.

    Args:
        node: As `parse_yaml` gave it. None (it has reported why) gives no values and no errors.
        shape: What it should look like.
        path: File that it stands in.
    """
    report = Report(path)
    if node is None or node.kind == "broken":
        return Values(), report.found
    if is_null(node):
        node = Mapping((), node.line, node.col)
    if node.kind != "mapping":
        report.add("type.wrong", f"expected `key: value` lines, found {_describe(node)}", node)
        return Values(node.line, node.col), report.found
    return _read_mapping(node, shape, report), report.found


def json_schema(shape: Shape, identifier: str, title: str) -> Schema:
    """A JSON Schema, draft 2020-12, for documents of that shape; `identifier` is its `$id`."""
    defs: dict[str, Schema] = {}
    schema: Schema = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": identifier,
        "title": title,
    }
    schema |= _object_schema(shape, defs)
    if defs:
        schema["$defs"] = dict(sorted(defs.items()))
    return schema


# --- kinds of text -----------------------------------------------------------------------------

_SCALAR = frozenset({"scalar"})
_ANY_SCALAR = ["string", "number", "boolean"]
"""YAML reads `1984` and `true` as a number and a truth value; as a title they are text."""


class _Text(Struct, frozen=True):
    """Any text with something in it; white space around it is dropped."""

    expects: str = "text"
    takes: frozenset[str] = _SCALAR

    def read(self, node: Node, name: str, report: Report) -> Any:
        """See `Kind`."""
        if node.kind != "scalar":
            return report.wrong_type(self, node, name)
        return _trimmed(node, name, report)

    def schema(self, defs: dict[str, Schema]) -> Schema:  # noqa: ARG002 - part of Kind
        """See `Kind`."""
        return {"type": list(_ANY_SCALAR), "pattern": r"\S"}


_BARE_ADDRESS = r"(?:[A-Za-z0-9-]+\.)+[A-Za-z]{2,}(?:[/?#].*)?"
"""A host's name, with or without a path: an address but for its `https://`."""


class Pattern(Struct, frozen=True):
    """Text of a certain form: `expects` says which, `hint` shows an example."""

    pattern: str
    """Regular expression for the whole text, in what Python and ECMAScript have in common."""
    expects: str
    hint: str = ""
    code: str = "value.form"
    takes: frozenset[str] = _SCALAR

    def read(self, node: Node, name: str, report: Report) -> Any:
        """See `Kind`."""
        if node.kind != "scalar":
            return report.wrong_type(self, node, name)
        text = _trimmed(node, name, report)
        if isinstance(text, Text) and not re.fullmatch(self.pattern, text):
            message = f"{_named(name)}: “{_short(text)}” is not {self.expects}"
            whole = f"https://{text}"
            bare = self.code == "url.invalid" and re.fullmatch(_BARE_ADDRESS, text)
            meant = bare and re.fullmatch(self.pattern, whole)
            return report.add(self.code, message, node, f"write {whole}" if meant else self.hint)
        return text

    def schema(self, defs: dict[str, Schema]) -> Schema:  # noqa: ARG002 - part of Kind
        """See `Kind`."""
        return {"type": list(_ANY_SCALAR), "pattern": rf"^\s*(?:{self.pattern})\s*$"}


class Choice:
    """One of a few words."""

    __slots__ = ("also", "takes", "words")

    def __init__(self, *words: str, also: dict[str, str] | None = None) -> None:
        self.words = words
        self.also = also or {}
        """What others say instead → the word that stands here for it."""
        self.takes: frozenset[str] = _SCALAR

    @property
    def expects(self) -> str:
        """See `Kind`."""
        return "one of " + ", ".join(self.words)

    def read(self, node: Node, name: str, report: Report) -> Any:
        """See `Kind`."""
        if node.kind != "scalar":
            return report.wrong_type(self, node, name)
        if node in self.words:
            return str(node)
        message = f"{_named(name)}: “{_short(node)}” is not {self.expects}"
        same = self.also.get(node.strip().casefold())
        hint = f"write {same}" if same else did_you_mean(node, self.words)
        return report.add("value.choice", message, node, hint)

    def schema(self, defs: dict[str, Schema]) -> Schema:  # noqa: ARG002 - part of Kind
        """See `Kind`."""
        return {"enum": list(self.words)}


# --- kinds of values ---------------------------------------------------------------------------


class _Bool(Struct, frozen=True):
    """`true` or `false`, without quotation marks; no other word means either."""

    expects: str = "true or false"
    takes: frozenset[str] = _SCALAR

    def read(self, node: Node, name: str, report: Report) -> Any:
        """See `Kind`."""
        value = as_bool(node)
        if value is not None:
            return value
        hint = ""
        if node.kind == "scalar":
            word = node.strip().lower()
            if word in ("yes", "on", "y", "1", "true"):
                hint = "write true"
            elif word in ("no", "off", "n", "0", "false"):
                hint = "write false"
            hint += " without quotation marks" if hint and not node.plain else ""
        return report.wrong_type(self, node, name, hint)

    def schema(self, defs: dict[str, Schema]) -> Schema:  # noqa: ARG002 - part of Kind
        """See `Kind`."""
        return {"type": "boolean"}


_NUMBER = re.compile(r"-?(?:0|[1-9][0-9]{0,14})(\.[0-9]{1,9})?")
_AMOUNT = re.compile(r"\d+(?:\.\d+)?")
_GROUPED = re.compile(r"[+-]?[0-9]{1,3}(?:[,.'’_ \u00a0\u2009\u202f][0-9]{3})+")


class Number(Struct, frozen=True):
    """A decimal number without quotation marks: int when it is whole, else float."""

    least: float | None = None
    most: float | None = None
    whole: bool = False
    takes: frozenset[str] = _SCALAR

    @property
    def expects(self) -> str:
        """See `Kind`."""
        what = "a whole number" if self.whole else "a number"
        if self.least is not None and self.most is not None:
            return f"{what} from {self.least:g} to {self.most:g}"
        if self.least is not None:
            return f"{what} of at least {self.least:g}"
        return f"{what} of at most {self.most:g}" if self.most is not None else what

    def read(self, node: Node, name: str, report: Report) -> Any:
        """See `Kind`."""
        if node.kind != "scalar":
            return report.wrong_type(self, node, name)
        digits = _NUMBER.fullmatch(node)
        if digits is not None and node.plain and not (self.whole and digits[1]):
            value = float(node) if digits[1] else int(node)
            if (self.least is None or value >= self.least) and (
                self.most is None or value <= self.most
            ):
                return value
        message = f"{_named(name)}: “{_short(node)}” is not {self.expects}"
        hint = ""
        if digits is not None and not node.plain:
            hint = "write it without quotation marks"
        elif _GROUPED.fullmatch(node):
            hint = f"write {re.sub('[^0-9+-]', '', node).lstrip('+')}, without separators"
        elif name == "value" and len(amounts := _AMOUNT.findall(node)) in (1, 2):
            hint = f"write {amounts[0]}, what goes with it under qualifier: or scope:; or all under words:"
            if len(amounts) == 2:
                hint = f"a range is written [{amounts[0]}, {amounts[1]}]"
        return report.add("value.number", message, node, hint)

    def schema(self, defs: dict[str, Schema]) -> Schema:  # noqa: ARG002 - part of Kind
        """See `Kind`."""
        schema: Schema = {"type": "integer" if self.whole else "number"}
        if self.least is not None:
            schema["minimum"] = self.least
        if self.most is not None:
            schema["maximum"] = self.most
        return schema


class _Date(Struct, frozen=True):
    """A date as precise as is known (`site_gen.dates.edtf`)."""

    kept: bool = False
    """Whether it is read as the text that was typed, not as an `EventDate`."""
    expects: str = "a date"
    takes: frozenset[str] = _SCALAR

    def read(self, node: Node, name: str, report: Report) -> Any:
        """See `Kind`."""
        if node.kind != "scalar":
            return report.wrong_type(self, node, name)
        try:
            # A plain string: what `parse` gives back is shared between all places of one text.
            date = parse_date(str(node))
        except EdtfError as fault:
            return report.add("date.invalid", f"{_named(name)}: {fault.message}", node, fault.hint)
        return node if self.kept else date

    def schema(self, defs: dict[str, Schema]) -> Schema:  # noqa: ARG002 - part of Kind
        """See `Kind`."""
        day = "[0-9X]{4}(-[0-9X]{2}){0,2}[~?%]?"
        return {
            "type": ["string", "integer"],
            "pattern": rf"^\s*({day}|({day}|\.\.)?/({day}|\.\.)?)\s*$",
        }


# --- kinds of collections ----------------------------------------------------------------------


class List(Struct, frozen=True):
    """A list, read as a tuple. Items that could not be read are left out."""

    kind: Kind
    least: int = 0
    most: int | None = None
    takes: frozenset[str] = frozenset({"sequence"})

    @property
    def expects(self) -> str:
        """See `Kind`."""
        if self.least == self.most:
            return f"a list of {self.least}"
        return "a list"

    def read(self, node: Node, name: str, report: Report) -> Any:
        """See `Kind`."""
        if node.kind != "sequence":
            return report.wrong_type(self, node, name, _as_list(node, name, self.kind))
        if not node.items and self.least:
            return report.add("value.empty", f"{_named(name)} must not be empty", node)
        if len(node.items) < self.least or (self.most is not None and len(node.items) > self.most):
            message = f"{_named(name)}: expected {self.expects}, found {len(node.items)}"
            return report.add("type.wrong", message, node)
        values = []
        for item in node.items:
            if item.kind == "broken":
                continue
            if is_null(item):
                report.add("value.empty", f"{_named(name)}: an item is empty", item)
                continue
            value = self.kind.read(item, name, report)
            if value is not FAILED:
                values.append(value)
        # Half a pair would be read as something else.
        whole = self.least != self.most or len(values) == self.least
        return tuple(values) if whole else FAILED

    def schema(self, defs: dict[str, Schema]) -> Schema:
        """See `Kind`."""
        schema: Schema = {"type": "array", "items": self.kind.schema(defs)}
        if self.least:
            schema["minItems"] = self.least
        if self.most is not None:
            schema["maxItems"] = self.most
        return schema


def one_or_more(kind: Kind) -> List:
    """A list that must not be empty."""
    return List(kind, least=1)


class Map(Struct, frozen=True):
    """A mapping with keys of the editor's choice, read as a dict in the file's order."""

    kind: Kind
    expects: str = "`key: value` lines"
    takes: frozenset[str] = frozenset({"mapping"})

    def read(self, node: Node, name: str, report: Report) -> Any:
        """See `Kind`."""
        if node.kind != "mapping":
            return report.wrong_type(self, node, name)
        values: dict[Text, Any] = {}
        for key, item in node.pairs:
            if item.kind == "broken":
                continue
            if is_null(item):
                report.add("value.empty", f"{_named(key)} is empty", item)
                continue
            value = self.kind.read(item, key, report)
            if value is not FAILED:
                values[key] = value
        return values

    def schema(self, defs: dict[str, Schema]) -> Schema:
        """See `Kind`."""
        return {"type": "object", "additionalProperties": self.kind.schema(defs)}


class Record(Struct, frozen=True):
    """A mapping of a certain shape, read as `Values`."""

    shape: Shape
    whole: bool = False
    """Whether a record without one of its required values is left out. Its mistakes are reported
    all the same; the reader of the values may then count on the keys being there."""
    takes: frozenset[str] = frozenset({"mapping"})

    @property
    def expects(self) -> str:
        """See `Kind`."""
        return f"a mapping ({self.shape.name})"

    def read(self, node: Node, name: str, report: Report) -> Any:
        """See `Kind`."""
        if node.kind != "mapping":
            return report.wrong_type(self, node, name, self._form())
        values = _read_mapping(node, self.shape, report)
        if self.whole and any(f.required and f.name not in values for f in self.shape.fields):
            return FAILED
        return values

    def _form(self) -> str:
        """How such a mapping is written, with the keys that it needs."""
        needed = [each.name for each in self.shape.fields if each.required]
        needed += [group[0] for group in self.shape.one_of]
        return (
            f"write {', '.join(f'{key}: …' for key in needed)}, in braces or a line each"
            if needed
            else ""
        )

    def schema(self, defs: dict[str, Schema]) -> Schema:
        """See `Kind`."""
        name = self.shape.name
        if name not in defs:
            defs[name] = {}  # its place is taken, should the shape hold itself
            defs[name] = _object_schema(self.shape, defs)
        return {"$ref": f"#/$defs/{name}"}


class Either:
    """One of several kinds, told apart by what stands there: a scalar, a list or a mapping."""

    __slots__ = ("kinds", "takes")

    def __init__(self, *kinds: Kind) -> None:
        takes = [node_kind for kind in kinds for node_kind in kind.takes]
        if len(set(takes)) != len(takes):
            raise ValueError("two kinds that are not told apart")
        self.kinds = kinds
        self.takes: frozenset[str] = frozenset(takes)

    @property
    def expects(self) -> str:
        """See `Kind`."""
        return " or ".join(kind.expects for kind in self.kinds)

    def read(self, node: Node, name: str, report: Report) -> Any:
        """See `Kind`."""
        for kind in self.kinds:
            if node.kind in kind.takes:
                return kind.read(node, name, report)
        return report.wrong_type(self, node, name)

    def schema(self, defs: dict[str, Schema]) -> Schema:
        """See `Kind`."""
        return {"anyOf": [kind.schema(defs) for kind in self.kinds]}


TEXT: Final = _Text()
BOOL: Final = _Bool()
INT: Final = Number(whole=True)
NUMBER: Final = Number()
DATE: Final = _Date()
"""Read as an `EventDate`."""
DATE_TEXT: Final = _Date(kept=True)
"""Checked as a date, and read as the text that was typed."""

# No user name or password (they deceive, and leak), no white space, no control or direction-changing
# character, nothing that ends an attribute or a tag.
_URL_CHARACTER = (
    r'[^\u0000-\u0020\u007f-\u00a0\u200b-\u200f\u2028-\u202f\u2060-\u206f\ufeff"<>\\^`{|}'
)
URL: Final = Pattern(
    rf"https?://(\[[0-9A-Fa-f:.]+\]|{_URL_CHARACTER}/?#@:\[\]]+)(:[0-9]{{1,5}})?"
    rf"([/?#]{_URL_CHARACTER}]*)?",
    "an address that begins with http:// or https://",
    "write https://example.org/page; no spaces, no user name",
    "url.invalid",
)
# An empty part of the path would begin a link with “//”, which names another host.
BASE_URL: Final = Pattern(
    rf"https?://(\[[0-9A-Fa-f:.]+\]|{_URL_CHARACTER}/?#@:\[\]]+)(:[0-9]{{1,5}})?"
    rf"(/{_URL_CHARACTER}/?#]+)*/?",
    "the address of a site",
    "write https://example.org/ or https://example.org/repo/; nothing after the path",
    "url.invalid",
)
HOST: Final = Pattern(
    r"[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?(\.[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?)+",
    "the name of a domain",
    "write chronology.example.org, without https:// and without a path",
    "url.invalid",
)


# --- mappings ----------------------------------------------------------------------------------


def _read_mapping(node: Mapping, shape: Shape, report: Report) -> Values:
    values = Values(node.line, node.col)
    meant: set[str] = set()
    for key, value in node.pairs:
        known = shape.by_name.get(key)
        if known is None:
            meant.add(_unknown(key, value, shape, report))
            continue
        values.nodes[known.name] = value
        if isinstance(value, Broken):
            continue
        if is_null(value):
            if known.nullable:
                values[known.name] = None
            else:
                hint = "remove the key"
                if known.required:
                    hint = "write it behind the colon; what begins with # needs quotation marks"
                report.add("value.empty", f"{_named(key)} is empty", value, hint)
            continue
        result = known.kind.read(value, known.name, report)
        if result is not FAILED:
            values[known.name] = result
    for each in shape.fields:
        # A key that is only misspelt has been reported.
        if each.required and each.name not in values.nodes and each.name not in meant:
            hint = f"write `{each.name}: null` when it is not known" if each.nullable else ""
            report.add("key.missing", f"{_named(each.name)} is missing", values, hint)
    for group in shape.one_of:
        if not any(name in values.nodes or name in meant for name in group):
            message = f"one of {_words(_named(name) for name in group)} is missing"
            report.add("key.missing", message, values)
    return values


def _unknown(key: Text, value: Node, shape: Shape, report: Report) -> str:
    """Report an unknown key. Returns the key that was probably meant, or an empty text."""
    place = next((where for other, where in shape.elsewhere if key in other.by_name), "")
    hint = f"it belongs {place}" if place else did_you_mean(key, shape.by_name)
    meant = "" if place else hint.partition("“")[2].partition("”")[0]
    if key.strip().isdecimal():
        hint = "a comma ends the value before it: write numbers without separators"
    elif not hint and " " in key and (value.line, value.col) == (key.line, key.col + len(key)):
        hint = "a comma ends the value before it: put that value in quotation marks"
    if not hint:
        hint = f"known here: {', '.join(sorted(shape.by_name))}"
    report.add("key.unknown", f"unknown key {_named(key)}", key, hint)
    return meant


def _object_schema(shape: Shape, defs: dict[str, Schema]) -> Schema:
    schema: Schema = {"type": "object"}
    if shape.doc:
        schema["description"] = shape.doc
    schema["properties"] = {each.name: _field_schema(each, defs) for each in shape.fields}
    required = [each.name for each in shape.fields if each.required]
    if required:
        schema["required"] = required
    groups = [{"anyOf": [{"required": [name]} for name in group]} for group in shape.one_of]
    if groups:
        schema["allOf"] = groups
    schema["additionalProperties"] = False
    return schema


def _field_schema(each: Field, defs: dict[str, Schema]) -> Schema:
    schema = each.kind.schema(defs)
    if each.nullable:
        schema = {"anyOf": [schema, {"type": "null"}]}
    return {"description": each.doc, **schema} if each.doc else schema


# --- words -------------------------------------------------------------------------------------


def _trimmed(text: Text, name: str, report: Report) -> Any:
    trimmed = text.strip()
    if not trimmed:
        return report.add("value.empty", f"{_named(name)} is empty", text)
    if len(trimmed) == len(text):
        return text
    return Text(trimmed, text.line, text.col, plain=text.plain)


_DASHES = tuple("–—−‐‑•·")
"""What word processors put in the place of a hyphen before an item."""


def _as_list(node: Node, name: str, kind: Kind) -> str:
    """How to write the list that a text, or its only item, was meant to be."""
    if node.kind == "mapping" and node.pairs and node.pairs[0][0][:1] in _DASHES:
        return f"“{node.pairs[0][0][0]}” is no hyphen: begin each item with - and a space"
    if node.kind == "mapping" and node.kind in kind.takes and node.pairs:
        return f"begin each item with a dash: - {_short(node.pairs[0][0])}: …"
    if node.kind == "scalar" and node[:1] in _DASHES:
        return f"“{node[0]}” is no hyphen: begin each item with - and a space"
    if node.kind != "scalar" or "\n" in node or len(node) > 60:
        return ""
    return f"write {name}: [{node}]"


def _describe(node: Node) -> str:
    if node.kind == "sequence":
        return "a list"
    if node.kind == "scalar":
        return "nothing" if is_null(node) else f"“{_short(node)}”"
    return "`key: value` lines"


def _named(name: str) -> str:
    return f"“{_short(name)}”"


def _short(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= 40 else text[:39] + "…"


def _words(names: Iterable[str]) -> str:
    return " and ".join(names)
