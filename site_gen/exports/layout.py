"""JSON with a line for each value, so that `diff` shows what a correction has changed."""

from __future__ import annotations

from msgspec import json


def _foreign(value: object) -> str:
    if isinstance(value, str):
        return str(value)
    message = f"{type(value).__name__} is no part of an export"
    raise NotImplementedError(message)


_encode = json.Encoder(enc_hook=_foreign).encode


def laid_out(value: object) -> bytes:
    """A document of its own, UTF-8."""
    return json.format(_encode(value), indent=1) + b"\n"
