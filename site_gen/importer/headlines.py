"""Which line of a page is the headline.

Each line above the article, and each among its first paragraphs, has cues (`headlinecues`): what it says, what it looks like,
what stands beside it, where else it is printed, how much of the article's beginning it names. The cues are weighed; the line with the greatest
sum is the headline, unless no line reaches what having none is worth. The weights are fitted to the labelled
articles by tests/bench/fit_headlines.py, which also measures them on articles left out.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from site_gen.importer.headlinecues import Page, candidates
from site_gen.importer.headlineshapes import REPORT
from site_gen.importer.pagelines import paragraph_key

if TYPE_CHECKING:
    from collections.abc import Mapping

WEIGHTS: dict[str, float] = {
    "point": -4.03,
    "picture below a good one": -2.87,
    "name in place": -2.10,
    "caption with credit": -2.06,
    "menu": -2.05,
    "names": -2.04,
    "page's own name": -2.04,
    "numbered again": -2.00,
    "paper's name": -1.73,
    "person": -1.61,
    "section": -1.61,
    "holds another line": -1.60,
    "label": -1.54,
    "full stop, right below a line without": -1.52,
    "key figures": -1.51,
    "full stop": -1.48,
    "below running text 1": -1.44,
    "sentence": -1.19,
    "first line like a paper's name": -1.17,
    "names a day": -1.11,
    "below an age": -1.09,
    "below a heading of links": -1.04,
    "motto": -0.97,
    "words of the lead 0": -0.94,
    "lower case": -0.88,
    "below a heading of links, directly": -0.87,
    "a line of its block above": -0.84,
    "past below a good one": -0.84,
    "longer, right below a line": -0.80,
    "figure": -0.79,
    "begins like a standfirst": -0.73,
    "class date line": -0.70,
    "told in the past": -0.67,
    "each word a capital": -0.66,
    "another shares much more": -0.63,
    "length 1": -0.59,
    "above: nothing": -0.54,
    "first line": -0.54,
    "share 0": -0.50,
    "what belongs to a good one between": -0.45,
    "picture": -0.44,
    "length 2": -0.42,
    "from above 3": -0.33,
    "line and byline": -0.32,
    "shared words 0": -0.29,
    "above: date line": -0.28,
    "articles 2": -0.26,
    "much like one below": -0.26,
    "from the text 1": -0.23,
    "below: headline-like": -0.22,
    "below: navigation": -0.22,
    "articles 3": -0.19,
    "share 1": -0.17,
    "below: person": -0.17,
    "below: credit": -0.16,
    "below: dateline": -0.16,
    "below running text 0": -0.13,
    "shared words 2": -0.13,
    "above: time stamp": -0.13,
    "above: byline": -0.12,
    "below: scrap": -0.11,
    "capitals, short": -0.10,
    "shared words 1": -0.09,
    "below: share and subscribe": -0.09,
    "length 5": -0.08,
    "row of 3": -0.08,
    "numbered": -0.07,
    "person beside the date": -0.07,
    "above: summary box": -0.07,
    "length 6": -0.06,
    "class standfirst": -0.05,
    "below: caption": -0.03,
    "class navigation": -0.03,
    "above: page turn": -0.03,
    "from the text 3": -0.03,
    "length 7": -0.03,
    "always": -0.02,
    "length 0": 0.03,
    "the article's words": 0.03,
    "row of 5": 0.03,
    "above: author box": 0.03,
    "from above 2": 0.04,
    "better than the one above": 0.04,
    "below: summary box": 0.04,
    "row of 4": 0.05,
    "from above 0": 0.05,
    "class related links": 0.06,
    "directly below a good one": 0.06,
    "articles 0": 0.08,
    "below: sentence": 0.09,
    "above: credit": 0.09,
    "capitals": 0.10,
    "below: standfirst": 0.10,
    "from the text 4": 0.10,
    "above: sentence": 0.11,
    "quotation": 0.11,
    "length 3": 0.15,
    "question": 0.15,
    "date soon": 0.15,
    "above: related links": 0.16,
    "above: share and subscribe": 0.17,
    "much like one above": 0.19,
    "room below": 0.19,
    "words of the lead 2": 0.21,
    "from the text 2": 0.21,
    "byline soon": 0.24,
    "above: navigation": 0.25,
    "in a longer line above": 0.25,
    "share 3": 0.26,
    "below: byline": 0.30,
    "shares most": 0.33,
    "articles 1": 0.35,
    "above: scrap": 0.35,
    "share 2": 0.38,
    "perhaps a verb": 0.43,
    "deck and byline": 0.45,
    "below a good one": 0.47,
    "shared words 3": 0.49,
    "first of its block": 0.51,
    "first good one": 0.55,
    "colon within": 0.61,
    "below: date line": 0.61,
    "standfirst and byline": 0.63,
    "words of the lead 3": 0.72,
    "from above 1": 0.75,
    "printed again": 0.78,
    "length 4": 0.97,
    "first line like a headline": 0.97,
    "room above": 1.08,
    "in a trail": 1.12,
    "told again at length": 1.22,
    "a report": 1.95,
    "marked as a heading": 2.50,
    "in the address": 2.71,
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
