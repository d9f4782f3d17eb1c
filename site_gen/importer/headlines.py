"""Which line of a page is the headline: before the article, and about the same things as its beginning."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from site_gen.gazetteer import fold
from site_gen.importer.pagelines import DAY, PRESENT, paragraph_key
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
    r"^(?:[A-Z]\w+:? ){2,}(?:Assessment|Report|Update|Briefing|Bulletin|Digest|Snapshot|Review|Summary|Overview)\b(?: \|)?[^|]*$"
)


_COVERS = re.compile(r"\d{1,2} ?(?:[A-Z][a-z]+ )?[-–] ?(?:[A-Z][a-z]+ )?\d{1,2}\b")
"""The days that a report covers, in its name: “(20 – 26 July 2020)”."""
_REPORT_OF = re.compile(
    r"\b(?:Assessment|Report|Update|Briefing|Bulletin|Digest|Snapshot|Review|Summary|Overview)\b.*\([^()]*\d[^()]*\)$"
)
"""“Flood Snapshot of the South (1 – 7 May 2018)”: a report's name with the days that it covers."""
_FIGURE = re.compile(
    r"(?:[A-Z]{1,3}\$? ?|[$€£] ?)?\d[\d,.]*(?: (?:million|billion|thousand))? [a-z]"
)


def _pictures(line: str) -> bool:
    """Whether a line describes a picture: in the present, with the articles that headlines leave out."""
    return PRESENT.search(line) is not None and len(_ARTICLE.findall(line)) > 1


_ARTICLE = re.compile(r"\b(?:[Aa]n?|[Tt]he|[Tt]heir|[Hh]is|[Hh]er|[Ii]ts)\b")


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
    telling = firm = headed = False
    keys = [paragraph_key(line) for _, line in found[:start]]
    for i in range(start):
        line = found[i][1]
        words = line.split()
        if reasons[i] == "date line" and _REPORT.search(line) and (best is None or best[0] < 1.6):
            # “Offensive Campaign Assessment, May 21, 2023”
            best = (4.0 if _COVERS.search(line) else 1.5, i)
            continue
        if reasons[i] or not 2 <= len(words) <= 30 or len(line) > 220:
            continue
        content = _content_words(line)
        if not content or _twice_in_one(keys[i]):
            continue
        if best is not None and re.fullmatch(re.escape(keys[best[1]]) + r" \d{1,2}", keys[i]):
            continue  # “Bridge reopens 1”: a picture's description, numbered
        shared = len(content & opening) / (len(content) or 1)
        unlike = _unlike_a_headline(line, shared)
        shared *= min(1, len(content) / 4)  # “Briefing paper” proves little
        score = 2 * shared + min(len(words), 8) / 8 + 0.8 * (i + 1) / (start + 1)
        score -= unlike
        score += _by_neighbours(found, reasons, keys, i)
        if telling and re.search(r"\bago\b", found[i - 1][1]):
            score -= 2  # the heading of one of a live page's reports, below the page's own
        telling = telling or (shared > 0.5 and len(words) > 4)
        if best is not None and headed:
            directly = best[1] == i - 1 and firm and keys[i] not in keys[i - 1]
            score -= _below(line, reasons[best[1] + 1 : i], directly=directly)
        firm = shared >= 0.25 and len(words) >= 4 and not unlike
        headed = headed or firm
        if best is None or score > best[0]:
            best = (score, i)
    return best[1] if best and best[0] > 0.6 else None


def _by_neighbours(
    found: Sequence[tuple[int, str]], reasons: Sequence[str], keys: Sequence[str], at: int
) -> float:
    """How much the lines beside one speak for it as the headline, or against it."""
    line = found[at][1]
    score = 0.0
    if at < 2 and reasons[at + 1 : at + 2] == ["navigation"]:
        score -= 0.6  # the paper's name, above its sections
    if _REPORT_OF.search(line):
        score += 0.8
    if _FIGURE.match(line) and any(_FIGURE.match(near) for _, near in found[at + 1 : at + 2]):
        score -= 1.5  # the key figures of a report, one a line
    if keys.count(keys[at]) > 1 and len(line.split()) >= 4:
        score += 0.6  # printed again, above or below a standfirst
    if _NAME.fullmatch(line) and "date line" in reasons[max(0, at - 1) : at + 2]:
        score -= 1  # a byline beside the date
    return score


def _below(line: str, between: Sequence[str], *, directly: bool) -> float:
    """How much speaks against a line because a good headline stands above it."""
    against = 0.5 if directly else 0.0  # a standfirst
    if {"byline", "date line"} & set(between):
        against += 0.4  # what is written of the headline stands between
    if _pictures(line):
        against += 0.8  # a caption
    return against


def _twice_in_one(key: str) -> bool:
    """“Bridge reopensBridge reopens”: a headline and its picture's description run together."""
    middle = len(key) // 2
    return len(key) > 20 and key[:middle].strip() == key[middle:].strip()


def _unlike_a_headline(line: str, shared: float) -> float:
    """How much speaks against a line as the headline that shares so much with the article."""
    against = 0.0
    if shared <= 0.5 and re.fullmatch(
        r"(?:[A-Z][\w.'’-]+ ){1,3}(?:in|at) [A-Z]\w+(?: [A-Z]\w+)?", line
    ):
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
    if re.match(r"[•▪◦‣·*] ?|[-–—] ", line):
        against += 2.5  # one of the points under a headline
    if line[0].islower():
        against += 0.7  # a motto
    if len(line.split()) < 3 and line.istitle():
        against += 1.2  # a section or a country: “Burkina Faso”
    if line.endswith(":") and len(line.split()) <= 4:
        against += 1.5  # a label: “Article text:”
    if line.isupper() and len(line.split()) <= 4:
        against += 0.5  # the paper's own name
    return against


def clean_title(text: str) -> str:
    """A headline without the paper's name behind it, or a mail's “Subject:” before it."""
    text = re.sub(r"^(?:Subject|Fwd?|Re): ", "", text)
    if not text.count("|") or _REPORT.search(text):
        return text
    return re.sub(r"\s+[|–—-]\s+[^|–—]{2,30}$", "", text)
