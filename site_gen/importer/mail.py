"""The article in a saved e-mail (.eml) or in a page that a browser saved as one file (.mhtml)."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from email import message_from_bytes
from email.errors import MessageError
from email.header import decode_header, make_header
from typing import TYPE_CHECKING

from site_gen.importer.notation import regex

if TYPE_CHECKING:
    from collections.abc import Iterator
    from email.message import Message

_HEADER = regex(r"(?:[A-Za-z][A-Za-z0-9-]*: ?[^\r\n]*\r?\n(?:[ \t][^\r\n]*\r?\n)*)+\r?\n")


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """What a message carries."""

    raw: bytes
    charset: str
    url: str
    """Where a saved page was; empty for a letter."""
    head: str
    """A letter's sender, day and subject, as a reader shows them; empty for a page."""


def open_letter(raw: bytes) -> Letter | None:
    """The text of a message, or its page where it has none; None when this is no message.

    A message begins with headers of which one says what follows (RFC 2045); somebody who pastes a
    letter as a reader shows it (“From: …”, “Subject: …”) has no such header.
    """
    head = _HEADER.match(raw[:50_000].decode("ascii", errors="replace"))
    if head is None or "\ncontent-type:" not in f"\n{head[0].lower()}":
        return None
    message = message_from_bytes(raw)
    page = message["Snapshot-Content-Location"]
    wanted = ("html", "plain") if page else ("plain", "html")
    parts = [_part(message, kind) for kind in wanted]
    part = next((p for p in parts if p is not None), None)
    content = part.get_payload(decode=True) if part is not None else b""
    return Letter(
        raw=content if isinstance(content, bytes) else b"",
        charset=(part.get_content_charset() or "") if part is not None else "",
        url=str(page or "").strip(),
        head="" if page else "".join(_shown(message)),
    )


def _shown(message: Message) -> Iterator[str]:
    for name in ("From", "Date", "Subject"):
        value = str(message[name] or "")
        with suppress(LookupError, ValueError, MessageError):  # else as it stands there
            value = str(make_header(decode_header(value)))
        if value := " ".join(value.split()):
            yield f"{name}: {value}\n"


def _part(message: Message, kind: str) -> Message | None:
    return next(
        (
            part
            for part in message.walk()
            if part.get_content_type() == f"text/{kind}" and part.get_filename() is None
        ),
        None,
    )
