"""Entries and bodies as JSON and back, for the cache. `decode(encode(x)) == x`.

A value of the model becomes the list of its fields, in the order in which its class declares them:
a cache holds thousands of them. How a field is read follows from its declared type, so that a field
that is new in the model cannot be forgotten here, and what does not fit is refused.
"""

from __future__ import annotations

from sys import intern
from typing import Any

from msgspec import json
from msgspec.structs import force_setattr as _put  # of values that nobody has seen yet

from site_gen.dates.edtf import EventDate, parse
from site_gen.diagnostics import Diagnostic, packed, unpacked
from site_gen.model import Body, Entry


def _written(value: Any) -> str:
    """A date as its text; nothing else in the model is foreign to JSON."""
    if isinstance(value, EventDate):
        return value.edtf
    message = f"{type(value).__name__} is not part of the model"
    raise NotImplementedError(message)


def _read(kind: type, value: Any) -> Any:
    if kind is EventDate:
        return parse(value)  # a shared value: places with one date have one object
    message = f"{kind.__name__} is not part of the model"
    raise NotImplementedError(message)


_encode = json.Encoder(enc_hook=_written).encode
_entry = json.Decoder(Entry, dec_hook=_read)
_body = json.Decoder(Body)


def encode_entry(entry: Entry) -> str:
    """An entry without its words."""
    return _encode(entry).decode()


def decode_entry(text: str) -> Entry:
    """The entry that `encode_entry` wrote.

    What its events mostly have in common with it is held once, as by an entry that was just read:
    a third of the memory that a large site takes. So are names that many entries share.
    """
    entry = _entry.decode(text)
    slug, path = entry.slug, entry.span.path
    _put(entry, "tags", tuple(map(intern, entry.tags)))
    _put(entry, "provinces", tuple(map(intern, entry.provinces)))
    provinces, sources = entry.provinces, entry.sources
    for event in entry.events:
        _put(event, "entry", slug)
        _put(event.span, "path", path)
        if event.sources == sources:
            _put(event, "sources", sources)
        if event.provinces == provinces:
            _put(event, "provinces", provinces)
    for source in entry.inline_sources:
        _put(source, "publisher", intern(source.publisher))
        _put(source.span, "path", path)
        if source.hash_span is not None:
            _put(source.hash_span, "path", path)
    return entry


def encode_body(body: Body) -> str:
    """The words of an entry."""
    return _encode(body).decode()


def decode_body(text: str) -> Body:
    """The body that `encode_body` wrote."""
    return _body.decode(text)


def encode_diagnostics(diagnostics: tuple[Diagnostic, ...]) -> str:
    """What is wrong with one file."""
    return _encode(packed(diagnostics)).decode() if diagnostics else "[]"


def decode_diagnostics(text: str) -> tuple[Diagnostic, ...]:
    """The diagnostics that `encode_diagnostics` wrote."""
    return unpacked(json.decode(text))
