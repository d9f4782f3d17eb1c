"""The article in a saved e-mail (.eml) or in a page that a browser saved as one file (.mhtml)."""

from __future__ import annotations

from dataclasses import dataclass
from email import message_from_bytes, policy
from typing import TYPE_CHECKING

from site_gen.importer.notation import regex

if TYPE_CHECKING:
    from email.message import EmailMessage

_HEADER = regex(r"(?:[A-Za-z][A-Za-z0-9-]*: ?[^\r\n]*\r?\n(?:[ \t][^\r\n]*\r?\n)*)+\r?\n")


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """What a message carries."""

    raw: bytes
    charset: str
    url: str
    """Where a saved page was; empty for a letter."""


def open_letter(raw: bytes) -> Letter | None:
    """The text of a message, or its page where it has none; None when this is no message.

    A message begins with headers of which one says what follows (RFC 2045); somebody who pastes a
    letter as a reader shows it (“From: …”, “Subject: …”) has no such header.
    """
    head = _HEADER.match(raw[:50_000].decode("ascii", errors="replace"))
    if head is None or "\ncontent-type:" not in f"\n{head[0].lower()}":
        return None
    message = message_from_bytes(raw, policy=policy.default)
    page = message["Snapshot-Content-Location"]
    wanted = ("html", "plain") if page else ("plain", "html")
    parts = [_part(message, kind) for kind in wanted]
    part = next((p for p in parts if p is not None), None)
    content = part.get_payload(decode=True) if part is not None else b""
    return Letter(
        raw=content if isinstance(content, bytes) else b"",
        charset=part.get_content_charset("") if part is not None else "",
        url=str(page or "").strip(),
    )


def _part(message: EmailMessage, kind: str) -> EmailMessage | None:
    return next(
        (
            part
            for part in message.walk()
            if part.get_content_type() == f"text/{kind}" and part.get_filename() is None
        ),
        None,
    )
