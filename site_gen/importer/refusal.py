"""Inputs that are no article, and what to say of them."""

from __future__ import annotations

import re

from site_gen.diagnostics import Diagnostic, Span, error
from site_gen.importer.notation import regex, words
from site_gen.importer.page.listing import listed

MAX_BYTES = 5_000_000
"""Larger inputs are refused before they are decoded; a news article has some 5,000 characters."""

_MAGIC: tuple[tuple[bytes, str], ...] = (
    (b"%PDF", "a PDF"),
    (b"PK\x03\x04", "a ZIP archive or an Office document"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"\x89PNG", "a PNG image"),
    (b"GIF8", "a GIF image"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"\x7fELF", "a program"),
    (b"MZ", "a program"),
)
_ENGLISH = frozenset(
    words(
        """
    the of and to in a that was for on is with as by at from it were had said be which an are
    has have not he they this his who but or their been its would will after more than she her
    him we you i
    """
    )
)
_WALL = regex(
    r"\b(?:sign in to (?:continue|read)|log ?in to (?:continue|read|your account)|subscribe to (?:continue|read|unlock)|"
    r"create (?:a )?(?:free )?account|already (?:a )?(?:subscriber|have an account)|forgot(?:ten)? (?:your )?password|"
    r"enable javascript|checking your browser|are you (?:a )?(?:human|robot)|verify (?:that )?you are (?:a )?human|"
    r"unusual traffic|access denied|we value your privacy|before you continue|accept all cookies|consent to|"
    r"manage (?:cookie |your )?(?:preferences|consent)|your privacy choices|our partners)\b",
    re.IGNORECASE,
)
_MISSING = regex(
    r"\b(?:404|page (?:not found|can(?:no|['’])t be found|could not be found|does not exist|no longer exists)|"
    r"not found|we can['’]?t find (?:the|that) page|this page is(?:n['’]t| not) available|410 gone)\b",
    re.IGNORECASE,
)


def refuse_bytes(raw: bytes, name: str) -> Diagnostic | None:
    """What is wrong with an input before it is read as text, or None."""
    span = Span(path=name)
    if len(raw) > MAX_BYTES:
        return too_large(len(raw), name)
    for magic, what in _MAGIC:
        if raw.startswith(magic):
            return error(
                "import.binary", f"this is {what}, not text", span, "paste its text into a file"
            )
    if not raw.strip():
        return error("import.empty", "there is nothing in it", span)
    return None


def too_large(size: int, name: str) -> Diagnostic:
    """That an input of so many bytes is no article."""
    return error(
        "import.too_large",
        f"{size / 1e6:.0f} MB is no article; the limit is {MAX_BYTES // 1_000_000} MB",
        Span(path=name),
        "save the article alone",
    )


def decode(raw: bytes, declared: str = "") -> str | None:
    """The text of an input in whatever encoding; None when it is not text.

    A byte order mark decides, then a declaration (HTTP, HTML), then UTF-8; UTF-16 without a mark
    shows by its zero bytes; what is left is taken for Windows-1252, the usual case in English.
    """
    for mark, encoding in (
        (b"\xef\xbb\xbf", "utf-8-sig"),
        (b"\xff\xfe\x00\x00", "utf-32"),
        (b"\x00\x00\xfe\xff", "utf-32"),
        (b"\xff\xfe", "utf-16"),
        (b"\xfe\xff", "utf-16"),
    ):
        if raw.startswith(mark):
            return _text(raw, encoding)
    if raw.count(b"\0") > len(raw) // 4:
        even = raw[0:400:2].count(0)
        return _text(raw, "utf-16-be" if even > raw[1:400:2].count(0) else "utf-16-le")
    for encoding in (declared, "utf-8", "cp1252", "latin-1"):
        if encoding:
            found = _text(raw, encoding)
            if found is not None:
                return found
    return None


def _text(raw: bytes, encoding: str) -> str | None:
    try:
        text = raw.decode(encoding)
    except (UnicodeDecodeError, LookupError):
        return None
    odd = sum(
        1
        for c in text[:20000]
        if (c < " " and c not in "\t\n\r\f\v") or c == "\ufffd" or "\x80" <= c < "\xa0"
    )
    return text if odd <= len(text[:20000]) / 200 else None


def refuse_text(text: str, body: str, name: str) -> Diagnostic | None:
    """What is wrong with a text as an article, or None.

    Args:
        text: All of it.
        body: What was taken for the article.
        name: Where it came from.
    """
    span = Span(path=name)
    letters = [c for c in text[:40000] if c.isalpha()]
    if not letters:
        return error("import.empty", "there are no words in it", span)
    latin = sum(1 for c in letters if c < "\u0250") / len(letters)
    if latin < 0.6:
        script = (
            "Arabic script"
            if sum("\u0600" <= c <= "\u06ff" for c in letters) > len(letters) / 3
            else "another script"
        )
        return _language(f"a text in {script}", span)
    found = re.findall(r"[^\W\d_]+", (body or text).lower())
    size = len(body.split())
    if size < 150:
        if _MISSING.search(text[:3000]) and size < 90:
            return error(
                "import.not_found",
                "this is a page that says “not found”",
                span,
                "check the address",
            )
        if (size < 60 and _WALL.search(text[:8000])) or len(_WALL.findall(body)) > 1:
            return error(
                "import.login",
                "this is a page that asks to sign in or to consent, not the article",
                span,
                "open it in a browser and paste the article's text",
            )
    if len(found) >= 25 and sum(w in _ENGLISH for w in found) < 0.16 * len(found):
        return _language("a text that is not English", span)
    if (count := listed(text)) > 0:
        return error(
            "import.listing",
            f"this is a page of search results or a list of {count} articles, not one article",
            span,
            "open the article that you mean and import that",
        )
    if size < 20:
        return error(
            "import.empty",
            "no article was found in it",
            span,
            "paste the headline and the paragraphs",
        )
    return None


def _language(what: str, span: Span) -> Diagnostic:
    return error(
        "import.language",
        f"{what}: there are rules for English only",
        span,
        "write the entry by hand: site-gen new",
    )
