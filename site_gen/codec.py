"""Entries and bodies as JSON and back, for the cache. `decode(encode(x)) == x`.

A value of the model becomes the list of its fields, in the order in which its class declares them:
a cache holds thousands of them. How a field is written follows from its declared type, so that a
field that is new in the model cannot be forgotten here; a type that is new fails at import.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, fields
from operator import attrgetter
from typing import TYPE_CHECKING, Any, TypeVar

from site_gen.diagnostics import Diagnostic, Span, packed, unpacked
from site_gen.edtf import EventDate, parse
from site_gen.model import Body, Claim, Entry, Event, Figure, Link, Prose, Source

if TYPE_CHECKING:
    from collections.abc import Callable

T = TypeVar("T")

_dumps = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), check_circular=False).encode

PLAIN = frozenset({"str", "int", "bool", "float", "float | None", "int | None"})
NAMED = frozenset({"Stance", "Qualifier"})
"""Types that JSON has, and names of types of words."""


def _date(date: EventDate | None) -> str | None:
    return None if date is None else date.edtf


def _read_date(text: str | None) -> EventDate | None:
    return None if text is None else parse(text)


def _span(span: Span | None) -> list[Any] | None:
    return None if span is None else [span.path, span.line, span.col]


def _read_span(data: list[Any] | None) -> Span | None:
    return None if data is None else Span(path=data[0], line=data[1], col=data[2])


def _same(value: Any) -> Any:
    return value


def _pairs(data: list[list[Any]]) -> tuple[Any, ...]:
    return tuple(tuple(pair) for pair in data)


def _cited(cited: tuple[tuple[str, Span], ...]) -> list[Any]:
    return [[source, _span(span)] for source, span in cited]


def _read_cited(data: list[Any]) -> tuple[tuple[str, Span | None], ...]:
    return tuple((source, _read_span(span)) for source, span in data)


_CONVERTERS: dict[str, tuple[Callable[[Any], Any] | None, Callable[[Any], Any]]] = {
    "EventDate": (_date, _read_date),
    "EventDate | None": (_date, _read_date),
    "Span": (_span, _read_span),
    "Span | None": (_span, _read_span),
    "tuple[str, ...]": (None, tuple),
    "tuple[tuple[str, str], ...]": (None, _pairs),
    "tuple[tuple[str, Span], ...]": (_cited, _read_cited),
}
"""Declared type → how to write it (None: JSON can) and how to read it."""


@dataclass(frozen=True, slots=True)
class _Form:
    """How the values of one class are written."""

    cls: type[Any]
    names: tuple[str, ...]
    get: Callable[[Any], tuple[Any, ...]]
    writers: tuple[tuple[int, Callable[[Any], Any]], ...]
    readers: tuple[tuple[int, Callable[[Any], Any]], ...]

    def write(self, value: Any) -> list[Any]:
        """The fields as a list that JSON can hold."""
        found = list(self.get(value))
        for number, writer in self.writers:
            found[number] = writer(found[number])
        return found

    def read(self, data: list[Any]) -> Any:
        """The value that `write` was given."""
        for number, reader in self.readers:
            data[number] = reader(data[number])
        return self.cls(**dict(zip(self.names, data, strict=True)))

    def write_all(self, values: tuple[Any, ...]) -> list[Any]:
        """Several values."""
        return [self.write(value) for value in values]

    def read_all(self, data: list[Any]) -> tuple[Any, ...]:
        """Several values."""
        return tuple(self.read(one) for one in data)


def _form(cls: type[Any]) -> _Form:
    names = tuple(field.name for field in fields(cls))
    writers: list[tuple[int, Callable[[Any], Any]]] = []
    readers: list[tuple[int, Callable[[Any], Any]]] = []
    for number, field in enumerate(fields(cls)):
        kind = str(field.type)
        if kind in PLAIN or kind in NAMED:
            continue
        writer, reader = _CONVERTERS[kind]
        if writer is not None:
            writers.append((number, writer))
        readers.append((number, reader))
    form = _Form(cls, names, attrgetter(*names), tuple(writers), tuple(readers))
    _CONVERTERS[f"tuple[{cls.__name__}, ...]"] = (form.write_all, form.read_all)
    return form


for _cls in (Source, Claim, Figure, Event, Link, Prose):
    _form(_cls)
_ENTRY = _form(Entry)
_BODY = _form(Body)


def encode_entry(entry: Entry) -> str:
    """An entry without its words."""
    return _dumps(_ENTRY.write(entry))


def decode_entry(text: str) -> Entry:
    """The entry that `encode_entry` wrote."""
    entry: Entry = _ENTRY.read(json.loads(text))
    return entry


def encode_body(body: Body) -> str:
    """The words of an entry."""
    return _dumps(_BODY.write(body))


def decode_body(text: str) -> Body:
    """The body that `encode_body` wrote."""
    body: Body = _BODY.read(json.loads(text))
    return body


def encode_diagnostics(diagnostics: tuple[Diagnostic, ...]) -> str:
    """What is wrong with one file."""
    return _dumps(packed(diagnostics))


def decode_diagnostics(text: str) -> tuple[Diagnostic, ...]:
    """The diagnostics that `encode_diagnostics` wrote."""
    return unpacked(json.loads(text))
