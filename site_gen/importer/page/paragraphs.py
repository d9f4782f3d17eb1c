"""A supplied text as paragraphs, whatever it was pasted through.

Mail programs wrap and quote lines, PDFs break words at their ends, editors give Markdown, pages give
soft hyphens and entities. Lines are counted in the text as it was supplied.
"""

from __future__ import annotations

import itertools
import re
from html import unescape

from site_gen.importer.notation import regex

_INVISIBLE = regex("[\u00ad\u200b-\u200f\u2060\ufeff]")
_ENTITY = regex(r"&(?:[a-z]{2,8}|#\d{2,5}|#x[0-9a-f]{2,5});", re.IGNORECASE)
_IMAGE = regex(r"!\[([^\]]*)\]\([^)\s]*(?: \"[^\"]*\")?\)")
_LINK = regex(r"\[([^\]]+)\]\([^)\s]*(?: \"[^\"]*\")?\)")
_STRONG = regex(r"(\*\*|__)(?=\S)(.+?)(?<=\S)\1")
_EMPHASIS = regex(r"(?<![\w*_])([*_])(?=\S)([^*_]+?)(?<=\S)\1(?![\w*_])")
_HEADING = regex(r"^#{1,6}\s+(.+?)\s*#*$")
_QUOTED = regex(r"^(?:>\s?)+")
_ENDS = regex(r"[.!?…][\"”’'»)\]]*$|[\"”»]$")
_HYPHEN = regex(r"[a-z]-$")
_FRESH = regex(
    r"(?:By [A-Z]|Published|Posted|Updated|(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,? )?"
    r"(?:\d{1,2}(?:st|nd|rd|th)? )?(?:January|February|March|April|May|June|July|August|September|October|November|December)\b"
    r"(?:,? \d{1,2}\b)?(?:,? \d{4})?[^a-z]*$)"
)
"""A line that begins anew, however long the one before is: a byline, a date."""
_GOES_ON = regex(
    r"[a-z] (?:on|in|by|since|until|till|of|for|to|from|before|after|last|next|between|and|or|the|a|an|its)$"
)
"""The end of a line after which a sentence goes on, whatever the next one begins with."""


def paragraphs(text: str) -> tuple[tuple[int, str], ...]:
    """(line number, text) of each paragraph; hard-wrapped lines are joined again.

    Most pasted pages have one paragraph a line. A text counts as hard-wrapped when most of its
    lines that are followed directly by another one are of much the same length and end within a
    sentence; but not when most of it stands in lines far longer, for below paragraphs of a line each
    those of a menu or a byline are of much the same length, too.
    """
    raw = re.sub("\r\n|[\r\u2028\f\v]", "\n", text).split("\n")
    stripped = [re.sub(r"\s+", " ", line).strip() for line in _without_marks(raw)]
    follow = [
        (one, two) for one, two in itertools.pairwise(stripped) if one and two and len(one) > 20
    ]
    wrapped = [
        one
        for one, _ in follow
        if len(one) <= 100 and ((len(one) >= 48 and not _ENDS.search(one)) or _HYPHEN.search(one))
    ]
    if len(wrapped) < 6 or len(wrapped) < 0.55 * len(follow):
        return tuple((number, line) for number, line in enumerate(stripped, 1) if line)
    width = max(len(one) for one in wrapped)
    if sum(len(line) for line in stripped if len(line) > 1.5 * width) > 0.5 * sum(
        map(len, stripped)
    ):
        return tuple((number, line) for number, line in enumerate(stripped, 1) if line)
    joined: list[tuple[int, str]] = []
    open_line = False
    for number, line in enumerate(stripped, 1):
        if not line:
            open_line = False
            continue
        fresh = len(line) < 0.6 * width and _FRESH.match(line)
        if open_line and not (fresh and not _GOES_ON.search(joined[-1][1])):
            joined[-1] = (joined[-1][0], _join(joined[-1][1], line))
        else:
            joined.append((number, line))
        open_line = len(line) > 0.6 * width or _HYPHEN.search(line) is not None
    return tuple(joined)


def _join(before: str, line: str) -> str:
    """Two lines of one paragraph; a word that was broken at the end of the first is made whole."""
    if _HYPHEN.search(before) and line[:1].islower():
        return f"{before[:-1]}{line}"
    return f"{before} {line}"


def _without_marks(lines: list[str]) -> list[str]:
    """The lines without invisible characters, entities, marks of quotation and of Markdown."""
    lines = [_INVISIBLE.sub("", line) for line in lines]
    if any(_ENTITY.search(line) for line in lines):
        lines = [unescape(line) for line in lines]
    full = [line for line in lines if line.strip()]
    if 2 * sum(line.startswith(">") for line in full) > len(full):
        lines = [_QUOTED.sub("", line) for line in lines]
    marked = sum(bool(_HEADING.match(line) or _LINK.search(line)) for line in full)
    if marked or sum(len(_STRONG.findall(line)) for line in full) > 1:
        lines = [_plain(line) for line in lines]
    return lines


def _plain(line: str) -> str:
    """A line of Markdown as its reader sees it."""
    if re.fullmatch(r"\s*(?:[-*_]\s*){3,}", line):
        return ""
    line = _LINK.sub(r"\1", _IMAGE.sub("", _QUOTED.sub("", line.strip())))
    heading = _HEADING.match(line)
    line = heading[1] if heading else re.sub(r"^[*+-]\s+(?=\S)", "• ", line)
    return _EMPHASIS.sub(r"\2", _STRONG.sub(r"\2", line))
