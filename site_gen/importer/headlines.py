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
    "picture below a good one": -2.88,
    "name in place": -2.10,
    "caption with credit": -2.06,
    "menu": -2.05,
    "names": -2.04,
    "page's own name": -2.03,
    "numbered again": -2.00,
    "paper's name": -1.73,
    "holds another line": -1.61,
    "person": -1.61,
    "section": -1.60,
    "label": -1.54,
    "full stop, right below a line without": -1.52,
    "key figures": -1.51,
    "below running text 1": -1.45,
    "full stop": -1.44,
    "first line like a paper's name": -1.19,
    "begins like a standfirst": -1.17,
    "sentence": -1.17,
    "names a day": -1.10,
    "below an age": -1.09,
    "below a heading of links": -1.05,
    "motto": -0.99,
    "words of the lead 0": -0.93,
    "lower case": -0.89,
    "below a heading of links, directly": -0.88,
    "past below a good one": -0.84,
    "a line of its block above": -0.83,
    "longer, right below a line": -0.79,
    "figure": -0.79,
    "class date line": -0.70,
    "each word a capital": -0.65,
    "another shares much more": -0.64,
    "told in the past": -0.62,
    "length 1": -0.60,
    "share 0": -0.46,
    "what belongs to a good one between": -0.45,
    "above: nothing": -0.44,
    "first line": -0.44,
    "length 2": -0.43,
    "picture": -0.39,
    "from above 3": -0.34,
    "shared words 0": -0.33,
    "line and byline": -0.33,
    "above: date line": -0.30,
    "much like one below": -0.26,
    "articles 2": -0.25,
    "below: navigation": -0.25,
    "from the text 1": -0.22,
    "below: headline-like": -0.20,
    "share 1": -0.20,
    "below: credit": -0.16,
    "below: dateline": -0.16,
    "below: person": -0.15,
    "shared words 2": -0.13,
    "above: time stamp": -0.13,
    "below: scrap": -0.12,
    "below running text 0": -0.11,
    "capitals, short": -0.10,
    "articles 3": -0.10,
    "below: share and subscribe": -0.08,
    "row of 3": -0.08,
    "above: byline": -0.08,
    "numbered": -0.07,
    "above: summary box": -0.07,
    "length 6": -0.07,
    "person beside the date": -0.06,
    "shared words 1": -0.05,
    "class standfirst": -0.05,
    "above: headline-like": -0.04,
    "length 7": -0.04,
    "above: person": -0.03,
    "class navigation": -0.03,
    "from the text 3": -0.03,
    "above: page turn": -0.03,
    "below: caption": -0.03,
    "articles 0": 0.02,
    "share 4": 0.03,
    "from the text 0": 0.03,
    "from above 2": 0.03,
    "row of 5": 0.03,
    "in a longer line below": 0.03,
    "above: author box": 0.03,
    "better than the one above": 0.04,
    "from above 0": 0.04,
    "below: summary box": 0.04,
    "class related links": 0.05,
    "row of 4": 0.06,
    "directly below a good one": 0.07,
    "capitals": 0.09,
    "below: standfirst": 0.09,
    "above: credit": 0.09,
    "from the text 4": 0.10,
    "quotation": 0.11,
    "below: sentence": 0.11,
    "above: sentence": 0.11,
    "length 3": 0.12,
    "date soon": 0.14,
    "above: related links": 0.14,
    "question": 0.15,
    "above: share and subscribe": 0.17,
    "much like one above": 0.18,
    "from the text 2": 0.19,
    "room below": 0.21,
    "above: navigation": 0.23,
    "words of the lead 2": 0.24,
    "in a longer line above": 0.25,
    "share 3": 0.26,
    "byline soon": 0.28,
    "shares most": 0.30,
    "below: byline": 0.32,
    "articles 1": 0.34,
    "above: scrap": 0.36,
    "share 2": 0.39,
    "deck and byline": 0.45,
    "below a good one": 0.45,
    "first line like a headline": 0.47,
    "perhaps a verb": 0.48,
    "shared words 3": 0.51,
    "first of its block": 0.56,
    "first good one": 0.57,
    "colon within": 0.59,
    "below: date line": 0.62,
    "standfirst and byline": 0.63,
    "words of the lead 3": 0.71,
    "from above 1": 0.73,
    "printed again": 0.78,
    "length 4": 1.03,
    "room above": 1.06,
    "in a trail": 1.13,
    "told again at length": 1.22,
    "a report": 1.95,
    "marked as a heading": 2.50,
    "in the address": 2.70,
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


_OUTLET_BEHIND = re.compile(
    r"(?<=\w) (?:-|–|—|::) (?=(?:[A-Z][\w.’'&]* ?){1,5}$)(?:(?:[\w.’'&]+ )*(?:News|Times|Post|Herald|Tribune|Gazette|Guardian|Newspaper|Online|Radio(?: [A-Z]\w+)*|TV)"
    r"|BBC.*|CNN|Reuters|AP|AFP|Al Jazeera.*|Voice of America|VOA|ReliefWeb|Xinhua|DAWN.*|\w+\.(?:com|org|net|info|tv)|Dawn)$"
)
"""“… - BBC News”, as browsers call a page."""


def clean_title(text: str) -> str:
    """A headline without the paper's name behind it, or a mail's “Subject:” before it."""
    text = re.sub(
        r"^(?:(?:Subject|Title|Headline|HEADLINE|Fwd?|FW|Re|RE): )+(?:\[[\w .-]{2,30}\] )?",
        "",
        text,
    )
    text = re.sub(
        r"^(?:UPDATE|WRAPUP|REFILE|CORRECTED|RPT|EXCLUSIVE)[ -]?\d{0,2}-(?=[A-Z‘“\"'])", "", text
    )
    text = re.sub(
        r"^\((?:\d\w\w )?(?:LEAD|URGENT|ADDS|RECAST|UPDATED?)\b[^()]{0,12}\) |^\d{1,2}[.)] (?=[A-Z])",
        "",
        text,
    )
    text = re.sub(r"^[^\w\s\"'‘’“”«(\[¿¡$€£#*•-]+ ?", "", text)
    text = _OUTLET_BEHIND.sub("", text)
    if not text.count("|") or REPORT.search(text):
        return text
    return re.sub(r"\s+[|–—-]\s+[^|–—]{2,30}$", "", text)
