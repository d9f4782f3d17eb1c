"""Which line of a page is the headline: before the article, and about the same things as its beginning."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from site_gen.gazetteer import fold
from site_gen.importer.pagelines import DAY, paragraph_key
from site_gen.importer.words import words

if TYPE_CHECKING:
    from collections.abc import Sequence

_STOPWORDS = frozenset(
    words(
        """
    the a an of to in on at for with from by and or as is are was were be has have had not but
    after before over into near amid says say said will its it his her their they this that than
    more what how why who
    """
    )
)


def _content_words(text: str) -> set[str]:
    return {w[:5] for w in fold(text).split() if w not in _STOPWORDS and len(w) > 2}


_NAMES = re.compile(
    r"(?:[A-Z][\w.'’-]+ ){1,2}[A-Z][\w'’-]+(?:,? (?:-|–)|(?:, (?:[A-Z][\w.'’-]+ ){1,2}[A-Z][\w'’-]+)*,? and (?:[A-Z][\w.'’-]+ ){1,2}[A-Z][\w'’-]+)"
)
"""“Ann Lee, Bob Ray, and Cy Dow”, “A. WRITER -”."""
_NAME = re.compile(r"[A-Z][\w'’.-]+ (?:[A-Z]\. )?[A-Z][\w'’-]+")
_REPORT = re.compile(
    r"^(?:[A-Z]\w+ ){2,}(?:Assessment|Report|Update|Briefing|Bulletin|Digest|Snapshot|Review|Summary|Overview)\b[^|]*$"
)


def find_title(
    found: Sequence[tuple[int, str]], reasons: list[str], start: int, given: str
) -> int | None:
    """Index of the headline: before the article, and about the same things as its beginning."""
    if given:
        wanted = paragraph_key(given)
        for i, (_, line) in enumerate(found):
            if paragraph_key(line) == wanted:
                return i
        return None
    opening: set[str] = set()
    for _, line in found[start : start + 8]:
        opening |= _content_words(line)
    best: tuple[float, int] | None = None
    telling = firm = False
    keys = [paragraph_key(line) for _, line in found[:start]]
    for i in range(start):
        line = found[i][1]
        words = line.split()
        if reasons[i] == "date line" and _REPORT.search(line) and (best is None or best[0] < 1.6):
            best = (1.5, i)  # “Offensive Campaign Assessment, May 21, 2023”
            continue
        if reasons[i] or not 2 <= len(words) <= 30 or len(line) > 220:
            continue
        content = _content_words(line)
        if not content or _twice_in_one(keys[i]):
            continue
        shared = len(content & opening) / (len(content) or 1)
        shared *= min(1, len(content) / 4)  # “Briefing paper” proves little
        score = 2 * shared + min(len(words), 8) / 8 + 0.8 * (i + 1) / (start + 1)
        unlike = _unlike_a_headline(line)
        score -= unlike
        if keys.count(keys[i]) > 1 and len(words) >= 4:
            score += 0.6  # printed again, above or below a standfirst
        if _NAME.fullmatch(line) and "date line" in reasons[max(0, i - 1) : i + 2]:
            score -= 1  # a byline beside the date
        if telling and re.search(r"\bago\b", found[i - 1][1]):
            score -= 2  # the heading of one of a live page's reports, below the page's own
        telling = telling or (shared > 0.5 and len(words) > 4)
        if best is not None and best[1] == i - 1 and firm and keys[i] not in keys[i - 1]:
            score -= 0.5  # a standfirst, right below
        firm = shared >= 0.4 and len(words) >= 4 and not unlike
        if best is None or score > best[0]:
            best = (score, i)
    return best[1] if best and best[0] > 0.6 else None


def _twice_in_one(key: str) -> bool:
    """“Bridge reopensBridge reopens”: a headline and its picture's description run together."""
    middle = len(key) // 2
    return len(key) > 20 and key[:middle].strip() == key[middle:].strip()


def _unlike_a_headline(line: str) -> float:
    """How much speaks against a line as the headline."""
    against = 0.0
    if re.fullmatch(r"(?:[A-Z][\w.'’-]+ ){1,3}(?:in|at) [A-Z]\w+(?: [A-Z]\w+)?", line):
        against += 1.5  # “Name in Place”: a byline
    # “… (16 February 2024)”, “… Assessment, May 21, 2023” are a report's own name.
    bare = re.sub(r" \([^()]+\)$|(?<=[a-z]{4}), [A-Z][a-z]+ \d{1,2}, \d{4}$", "", line)
    if DAY.search(bare) or re.search(r"\b\d{1,4}[/.-]\d{1,2}[/.-]\d{2,4}\b", bare):
        against += 0.8  # an issue's line
    if re.search(r"\w{3}[.!?] (?:[A-Z][\w'’./-]* ?){1,4}$", line):
        against += (
            2  # “Inside the hospital after the strike. Doctors Overseas”: a caption with its credit
        )
    if _NAMES.fullmatch(line):
        against += 1.5  # a byline without “By”
    if re.match(r"[•▪◦‣·*] ?", line):
        against += 1.5  # one of the points under a headline
    if line[0].islower():
        against += 0.7  # a motto
    if line.isupper() and len(line.split()) <= 4:
        against += 0.5  # the paper's own name
    return against


def clean_title(text: str) -> str:
    """A headline without the paper's name behind it, or a mail's “Subject:” before it."""
    text = re.sub(r"^(?:Subject|Fwd?|Re): ", "", text)
    return re.sub(r"\s+[|–—-]\s+[^|–—]{2,30}$", "", text) if text.count("|") else text
