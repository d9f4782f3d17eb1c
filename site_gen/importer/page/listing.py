"""Pages that list articles and are none: results of a search, a tag's archive, a section's front.

Such a page has headlines with the first words of each article under them, cut short, or with a day
each. Live pages and digests have headings and times too, but whole paragraphs below them.
"""

from __future__ import annotations

import itertools
import re

from site_gen.importer.notation import regex
from site_gen.importer.page.lines import DAY, class_of, is_sentence, is_teaser
from site_gen.importer.page.paragraphs import paragraphs

_HEADER = regex(
    r"^(?:(?:your )?search results?(?: for\b.*)?|.{0,30}\b\d[\d,.]* (?:search )?results?\b.*|results? (?:for|of|\d).*|you searched for\b.*"
    r"|(?:showing|displaying) (?:results? |page |stories )?\d.*|(?:stories|articles|results|items|posts) \d+ ?[-–] ?\d+.*|page \d+ of \d+.*"
    r"|(?:tag|tags|category|topic|author|keyword)(?: archives?)?:? ?[“\"'A-Z].{0,60}|(?:monthly|daily) archives?\b.*|archives?:? .{0,60}|archive for\b.*"
    r"|list of .{2,40} (?:articles|stories|posts)|(?:posts|articles|stories) (?:tagged|filed under|by|about)\b.*"
    r"|.{2,40} [-–:] latest (?:news|stories)\b.*)$",
    re.IGNORECASE,
)
_SHORT = 60
"""Words above which a paragraph is more than an item's first words."""
_BRIEF = 32
"""Words that first words have at most, on average; the items of a digest have more."""


def listed(text: str) -> int:
    """How many articles a page lists; 0 when it is one article itself, or too little to tell."""
    lines = [line for _, line in paragraphs(text)]
    broken = sum(line[:1].islower() for line in lines)
    if 10 * broken > len(lines):
        return 0  # lines, not paragraphs: the beginnings of most are within a sentence
    kinds = [_kind(line) for line in lines]
    told = kinds.count("told") + kinds.count("cut")
    cut = kinds.count("cut")
    headed = any(_HEADER.match(line) for line in lines[:25])
    if 2 * cut > told and (cut >= 4 or (cut >= 2 and cut == told and headed) or cut == told == 3):
        return cut
    longest = _longest_run(kinds)
    dated = _dated_items(lines, kinds)
    items = _items(kinds)
    count = max(items, cut, dated)
    if longest > 2 or told > 2 * count:
        return 0
    brief = [len(line.split()) for line, kind in zip(lines, kinds, strict=True) if kind == "told"]
    firsts = items >= 6 and longest <= 1 and sum(brief) <= _BRIEF * len(brief)
    return count if dated >= 4 or firsts or (headed and count >= 3) else 0


def _kind(line: str) -> str:
    """`day`, `cut`, `told`, `long`, `head`, `rule` or, of furniture and scraps, nothing."""
    if is_teaser(line):
        return "cut"
    reason = class_of(line, frozenset())
    if reason == "ornament":
        return "rule"
    if reason in ("date line", "byline") and DAY.search(line):
        return "day"
    if reason:
        return ""
    if is_sentence(line):
        return "told" if len(line.split()) <= _SHORT else "long"
    return "head" if 4 <= len(line.split()) <= 25 and line[:1].isupper() else ""


def _longest_run(kinds: list[str]) -> int:
    """The most paragraphs in a row; one that is long counts as several."""
    longest = run = 0
    for kind in kinds:
        run = run + {"told": 1, "long": 3}.get(kind, 0) if kind in ("told", "long", "") else 0
        longest = max(longest, run)
    return longest


def _dated_items(lines: list[str], kinds: list[str]) -> int:
    """How many different days stand beside a headline of their own."""
    days: set[str] = set()
    for i, kind in enumerate(kinds):
        beside = kinds[max(0, i - 1) : i] + kinds[i + 1 : i + 2]
        if kind == "day" and "head" in beside:
            days.update(found[0].lower() for found in DAY.finditer(lines[i]))
    return len(days)


def _items(kinds: list[str]) -> int:
    """How many headlines have a paragraph or a teaser under them, or how many rules part them."""
    row = [kind for kind in kinds if kind]
    pairs = sum(one == "head" and two in ("told", "cut") for one, two in itertools.pairwise(row))
    return max(pairs, sum(one == "rule" and two != "rule" for one, two in itertools.pairwise(row)))
