"""Inputs that are no article, and what to say of them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from site_gen.diagnostics import Diagnostic, Span, error
from site_gen.importer.charset import ENGLISH_WORDS, first_fault
from site_gen.importer.notation import regex
from site_gen.importer.page.listing import listed

if TYPE_CHECKING:
    from site_gen.importer.charset import Reading

MAX_BYTES = 5_000_000
"""Larger inputs are refused before they are decoded; a news article has some 5,000 characters."""

_MAGIC: tuple[tuple[bytes, str], ...] = (
    (b"%PDF", "a PDF"),
    (b"PK\x03\x04", "a ZIP archive or an Office document (.docx, .odt)"),
    (b"\xd0\xcf\x11\xe0", "an Office document (.doc)"),
    (b"{\\rtf", "a document in Rich Text Format (.rtf)"),
    (b"bplist", "a web archive of Safari"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"\x89PNG", "a PNG image"),
    (b"GIF8", "a GIF image"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"\x7fELF", "a program"),
    (b"MZ", "a program"),
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
                "import.binary",
                f"this is {what}, not text",
                span,
                "save it as plain text (.txt), or paste its text into a file",
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


def refuse_encoding(raw: bytes, reading: Reading, said: str, name: str) -> Diagnostic:
    """That the bytes of an input could not be read as text with certainty.

    Args:
        raw: The bytes.
        reading: What became of them.
        said: The encoding that the user has named, or nothing.
        name: Where the input came from.
    """
    line, byte = first_fault(raw, said) if said else (0, "")
    if line:
        what = f"byte {byte} is none of {said}"
        return error("import.encoding", what, Span(path=name, line=line), "leave --encoding out")
    if not reading.candidates:
        return error(
            "import.binary",
            "this is not text, or in an encoding that cannot be told",
            Span(path=name),
            "save it as UTF-8, name its encoding with --encoding, or paste the article's text into a file",
        )
    may_be = [f"“{word}” in {encoding}" for encoding, word in reading.candidates]
    return error(
        "import.encoding",
        f"its encoding is not certain: {', '.join(may_be[:4])}",
        Span(path=name),
        "say which one reads right: "
        + ", or ".join(f"--encoding {e}" for e, _ in reading.candidates[:4]),
    )


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
    if len(found) >= 25 and sum(w in ENGLISH_WORDS for w in found) < 0.16 * len(found):
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
