"""From the bytes of a file to its text, and from its text to front matter and body."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from site_gen.diagnostics import Span, error

if TYPE_CHECKING:
    from site_gen.diagnostics import Diagnostic

MAX_BYTES = 1024 * 1024
"""Default limit for one file of content."""

_MOST = 10
"""So many places of the same mistake are reported one by one; a binary file has a million."""

_FOREIGN = (
    (b"PK\x03\x04", "a document of a word processor, or an archive"),
    (b"\xd0\xcf\x11\xe0", "a document of an old word processor"),
    (b"{\\rtf", "a document in RTF"),
    (b"%PDF-", "a PDF"),
)
"""What is saved under a Markdown file's name now and then, by its first bytes."""

_CONTROL_BYTES = bytes(b for b in (*range(32), 127) if b not in b"\t\n\r")
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")
_FENCE = re.compile(r"^---[ \t]*$", re.MULTILINE)
_CONFLICT = re.compile(r"^<{7} .*\n(?:.*\n)*?={7}\n(?:.*\n)*?>{7} ", re.MULTILINE)
_DRAFT = re.compile(rb"^draft:\s*[\"']?true[\"']?\s*(?:#.*)?$", re.MULTILINE | re.IGNORECASE)


class Split(NamedTuple):
    """A file in two parts. Lines count from 1 in the whole file."""

    front: str
    """The YAML between the two `---` lines, without them; empty when there is none."""
    front_line: int
    """Line of the file on which `front` begins."""
    body: str
    body_line: int
    """Line of the file on which `body` begins."""


def front_of(raw: bytes) -> bytes:
    """The bytes of a file's front matter, whatever they are."""
    return raw.split(b"\n---", 1)[0]


def is_draft(raw: bytes) -> bool:
    """Whether a file calls itself a draft, by that line alone: its front matter need not be sound."""
    return _DRAFT.search(front_of(raw)) is not None


def decode(raw: bytes, path: str, limit: int = MAX_BYTES) -> tuple[str, list[Diagnostic]]:
    """The text of a file of content: UTF-8, without byte order mark, lines ended by LF alone.

    A file above `limit` bytes gives no text. Bytes that are no UTF-8, and control characters, are
    reported and replaced by U+FFFD, so that the rest of the file can still be checked.
    """
    if len(raw) > limit:
        message = f"the file has {len(raw):,} bytes; at most {limit:,} are read"
        hint = "split it; for entries, max_entry_bytes: in content/site.yaml sets the limit"
        return "", [error("file.too_large", message, Span(path=path), hint)]
    found: list[Diagnostic] = []
    kind = next((what for magic, what in _FOREIGN if raw.startswith(magic)), "")
    if kind:
        message = f"this is {kind}, not a text file"
        hint = "open it in its program and save it as plain text, in UTF-8"
        return "", [error("file.encoding", message, Span(path=path), hint)]
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as fault:
        text = raw.decode("utf-8-sig", errors="replace")
        found.append(_encoding_fault(raw, fault, path))
        if raw.startswith((b"\xff\xfe", b"\xfe\xff")):
            return "", found
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    # Looking for bytes first: a search in the text would cost more than all the rest of this
    # function. Characters U+0080 to U+009F begin with the byte C2.
    if len(raw.translate(None, _CONTROL_BYTES)) != len(raw) or b"\xc2" in raw:
        text = _without_control_characters(text, path, found)
    if "<<<<<<< " in text:
        found += _conflicts(text, path)
    return text, found


def _conflicts(text: str, path: str) -> list[Diagnostic]:
    """Both sides of a merge that git could not make, and nobody has."""
    message = "git has put two versions here, since both were changed"
    hint = "keep one of them, or both, and delete the lines <<<<<<<, ======= and >>>>>>>"
    return [
        error("file.conflict", message, Span(path, text.count("\n", 0, found.start()) + 1), hint)
        for found in _CONFLICT.finditer(text)
    ]


def split(text: str, path: str) -> tuple[Split, list[Diagnostic]]:
    """Front matter and body of `text`: the front matter stands between two lines `---`.

    When it is never closed, it is taken to end before the first empty line.
    """
    opening = _FENCE.match(text)
    if opening is None:
        indented = text.lstrip()
        if _FENCE.match(indented):
            before = text[: len(text) - len(indented)]
            hint = "`---` must be the very first line"
            span = Span(path=path, line=before.count("\n") + 1)
        else:
            hint = "begin the file with a line `---`, then `key: value` lines, then `---`"
            if text.startswith(("+++", "{")):
                kind = "TOML" if text[0] == "+" else "JSON"
                hint = f"it is YAML here, not {kind}: {hint}"
            span = Span(path=path)
        whole = Split(front="", front_line=1, body=text, body_line=1)
        return whole, [error("frontmatter.missing", "no front matter", span, hint)]
    start = min(opening.end() + 1, len(text))
    closing = _FENCE.search(text, start)
    if closing is not None:
        front = text[start : closing.start()]
        after = min(closing.end() + 1, len(text))
        return Split(
            front=front, front_line=2, body=text[after:], body_line=front.count("\n") + 3
        ), []
    blank = re.compile(r"^[ \t]*$", re.MULTILINE).search(text, start)
    end = blank.start() if blank else len(text)
    front = text[start:end]
    unclosed = Split(front=front, front_line=2, body=text[end:], body_line=front.count("\n") + 2)
    message = "the front matter that begins here is not closed"
    hint = "write a line `---` after its last key"
    return unclosed, [error("frontmatter.unclosed", message, Span(path=path), hint)]


def _encoding_fault(raw: bytes, fault: UnicodeDecodeError, path: str) -> Diagnostic:
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        message = "the file is UTF-16, not UTF-8"
        return error("file.encoding", message, Span(path=path), "save it as UTF-8")
    # With `utf-8-sig`, offsets count from behind the byte order mark.
    good = fault.object[: fault.start].decode("utf-8", errors="replace")
    good = good.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    line = good.count("\n") + 1
    col = len(good) - (good.rfind("\n") + 1) + 1
    byte = fault.object[fault.start]
    message = f"the byte 0x{byte:02X} here is not UTF-8"
    return error("file.encoding", message, Span(path=path, line=line, col=col), "save it as UTF-8")


def _without_control_characters(text: str, path: str, found: list[Diagnostic]) -> str:
    places = list(_CONTROL.finditer(text))
    for number, place in enumerate(places[:_MOST], start=1):
        line = text.count("\n", 0, place.start()) + 1
        col = place.start() - (text.rfind("\n", 0, place.start()) + 1) + 1
        code = ord(place[0])
        hint = "delete it"
        if code >= 0x80:
            hint += "; it often stands for a quotation mark or a dash of Windows-1252"
        if number == _MOST and len(places) > _MOST:
            hint += f"; there are {len(places) - _MOST} more"
        message = f"control character U+{code:04X}"
        span = Span(path=path, line=line, col=col)
        found.append(error("file.control_character", message, span, hint))
    return _CONTROL.sub("\ufffd", text) if places else text
