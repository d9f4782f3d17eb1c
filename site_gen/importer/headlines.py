"""Which line of a page is the headline.

Each line above the article, and each among its first paragraphs, has cues (`headlinecues`): what it says, what it looks like,
what stands beside it, where else it is printed, how much of the article's beginning it names. The cues are weighed; the line with the greatest
sum is the headline, unless no line reaches what having none is worth. The weights are fitted to the labelled
articles by tests/bench/fit_headlines.py, which also measures them on articles left out.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from site_gen.importer.headlinecues import REPORT, Page, candidates
from site_gen.importer.pagelines import paragraph_key

if TYPE_CHECKING:
    from collections.abc import Mapping

WEIGHTS: dict[str, float] = {
    "point": -4.03,
    "picture below a good one": -2.90,
    "name in place": -2.08,
    "menu": -2.05,
    "caption with credit": -2.04,
    "page's own name": -2.03,
    "names": -2.03,
    "numbered again": -2.00,
    "paper's name": -1.69,
    "holds another line": -1.60,
    "section": -1.58,
    "person": -1.57,
    "label": -1.53,
    "full stop, right below a line without": -1.53,
    "key figures": -1.51,
    "full stop": -1.46,
    "sentence": -1.36,
    "first line like a paper's name": -1.16,
    "below an age": -1.11,
    "names a day": -1.07,
    "below a heading of links": -0.99,
    "motto": -0.95,
    "words of the lead 0": -0.92,
    "lower case": -0.91,
    "below a heading of links, directly": -0.90,
    "past below a good one": -0.88,
    "a line of its block above": -0.87,
    "longer, right below a line": -0.84,
    "figure": -0.83,
    "told in the past": -0.76,
    "begins like a standfirst": -0.75,
    "class date line": -0.70,
    "each word a capital": -0.63,
    "another shares much more": -0.60,
    "length 2": -0.51,
    "length 1": -0.51,
    "above: date line": -0.50,
    "what belongs to a good one between": -0.49,
    "share 0": -0.47,
    "from above 3": -0.44,
    "shared words 0": -0.40,
    "above: nothing": -0.36,
    "first line": -0.36,
    "line and byline": -0.36,
    "below: headline-like": -0.33,
    "below running text 1": -0.32,
    "articles 2": -0.30,
    "much like one below": -0.27,
    "below: navigation": -0.26,
    "articles 0": -0.25,
    "below: credit": -0.16,
    "below running text 0": -0.16,
    "below: dateline": -0.14,
    "length 0": -0.14,
    "above: byline": -0.14,
    "words of the lead 1": -0.13,
    "above: sentence": -0.13,
    "share 1": -0.12,
    "below: person": -0.12,
    "shared words 1": -0.10,
    "the article's words": -0.10,
    "below: scrap": -0.08,
    "numbered": -0.07,
    "row of 3": -0.07,
    "length 7": -0.07,
    "below: caption": -0.06,
    "length 6": -0.06,
    "below: share and subscribe": -0.06,
    "length 5": -0.06,
    "capitals, short": -0.05,
    "in a longer line below": -0.05,
    "above: time stamp": -0.04,
    "person beside the date": -0.04,
    "above: summary box": -0.04,
    "class standfirst": -0.04,
    "below running text 2": -0.03,
    "class navigation": -0.03,
    "question": -0.03,
    "always": -0.03,
    "below: sentence": -0.02,
    "above: page turn": -0.02,
    "from the text 3": -0.02,
    "share 4": 0.02,
    "picture": 0.03,
    "below: author box": 0.03,
    "from the text 1": 0.03,
    "quotation": 0.03,
    "better than the one above": 0.04,
    "row of 5": 0.04,
    "class related links": 0.05,
    "from above 0": 0.07,
    "from the text 4": 0.08,
    "room below": 0.08,
    "above: credit": 0.09,
    "capitals": 0.10,
    "shared words 2": 0.10,
    "above: related links": 0.11,
    "below: standfirst": 0.11,
    "in a longer line above": 0.14,
    "row of 4": 0.14,
    "length 3": 0.15,
    "from the text 2": 0.16,
    "above: headline-like": 0.16,
    "above: share and subscribe": 0.17,
    "byline soon": 0.19,
    "much like one above": 0.19,
    "date soon": 0.21,
    "deck and byline": 0.21,
    "articles 1": 0.23,
    "share 3": 0.24,
    "from the text 0": 0.24,
    "articles 3": 0.29,
    "share 2": 0.30,
    "above: scrap": 0.30,
    "above: navigation": 0.33,
    "shared words 3": 0.36,
    "shares most": 0.36,
    "below a good one": 0.37,
    "words of the lead 2": 0.40,
    "first line like a headline": 0.43,
    "first good one": 0.50,
    "below: date line": 0.53,
    "colon within": 0.55,
    "below: byline": 0.59,
    "words of the lead 3": 0.62,
    "standfirst and byline": 0.64,
    "perhaps a verb": 0.68,
    "from above 1": 0.70,
    "first of its block": 0.71,
    "printed again": 0.77,
    "room above": 0.99,
    "in a trail": 1.14,
    "length 4": 1.17,
    "a report": 1.94,
    "marked as a heading": 2.50,
    "in the address": 2.58,
    "a report and its days": 10.00,
}
"""What each cue is worth."""
ENOUGH = -0.6
"""Worth from which a line is taken rather than asked for: more headlines stand alone than pages have none."""
_HOPELESS = -8.0
"""Worth below which a line is not even offered."""


def find_title(page: Page, given: str, weights: Mapping[str, float] = WEIGHTS) -> int | None:
    """Index of the headline; None when no line is good enough."""
    if given:
        wanted = paragraph_key(given)
        for i, (_, line) in enumerate(page.found):
            if paragraph_key(line) == wanted:
                return i
        return None
    return best(candidates(page), weights)


def best(found: list[tuple[int, frozenset[str]]], weights: Mapping[str, float]) -> int | None:
    """The line whose cues weigh most, if they weigh enough."""
    sums = [(sum(weights.get(cue, 0.0) for cue in cues), -i) for i, cues in found]
    most = max(sums, default=(ENOUGH, 0))
    return -most[1] if most[0] > ENOUGH else None


def runners_up(page: Page, weights: Mapping[str, float] = WEIGHTS) -> tuple[int, ...]:
    """The lines to offer when none is good enough: the best three, in the order of the page."""
    sums = sorted(
        ((sum(weights.get(cue, 0.0) for cue in cues), i) for i, cues in candidates(page)),
        reverse=True,
    )
    return tuple(sorted(i for worth, i in sums[:3] if worth > _HOPELESS))


def clean_title(text: str) -> str:
    """A headline without the paper's name behind it, or a mail's “Subject:” before it."""
    text = re.sub(r"^(?:(?:Subject|Fwd?|FW|Re|RE): )+(?:\[[\w .-]{2,30}\] )?", "", text)
    text = re.sub(
        r"^(?:UPDATE|WRAPUP|REFILE|CORRECTED|RPT|EXCLUSIVE)[ -]?\d{0,2}-(?=[A-Z‘“\"'])", "", text
    )
    text = re.sub(
        r"^\((?:\d\w\w )?(?:LEAD|URGENT|ADDS|RECAST|UPDATED?)\b[^()]{0,12}\) |^\d{1,2}[.)] (?=[A-Z])",
        "",
        text,
    )
    text = re.sub(r"^[^\w\s\"'‘’“”«(\[¿¡$€£#*•-]+ ?", "", text)
    if not text.count("|") or REPORT.search(text):
        return text
    return re.sub(r"\s+[|–—-]\s+[^|–—]{2,30}$", "", text)
