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
    "point": -4.10,
    "explains a short title above": -3.20,
    "picture below a good one": -2.90,
    "field of a form": -2.74,
    "who made it": -2.67,
    "page talk": -2.67,
    "in brackets": -2.55,
    "dateline alone": -2.52,
    "name in place": -2.13,
    "caption with credit": -2.08,
    "menu": -2.07,
    "names": -2.04,
    "page's own name": -2.04,
    "numbered again": -2.00,
    "paper's name": -1.74,
    "holds another line": -1.72,
    "person": -1.65,
    "section": -1.63,
    "full stop": -1.53,
    "key figures": -1.52,
    "full stop, right below a line without": -1.51,
    "label": -1.51,
    "below running text 1": -1.43,
    "below a heading of links, directly": -1.30,
    "first line like a paper's name": -1.16,
    "sentence": -1.13,
    "names a day": -1.12,
    "motto": -1.07,
    "below a heading of links": -1.04,
    "below an age": -1.02,
    "a line of its block above": -1.00,
    "each word a capital": -0.89,
    "words of the lead 0": -0.89,
    "lower case": -0.87,
    "class date line": -0.86,
    "past below a good one": -0.83,
    "figure": -0.78,
    "told in the past": -0.72,
    "begins like a standfirst": -0.68,
    "longer, right below a line": -0.67,
    "above: nothing": -0.66,
    "first line": -0.66,
    "another shares much more": -0.66,
    "share 0": -0.57,
    "picture": -0.49,
    "from the text 1": -0.47,
    "length 1": -0.46,
    "from above 3": -0.44,
    "below: navigation": -0.43,
    "shared words 0": -0.43,
    "what belongs to a good one between": -0.41,
    "length 2": -0.36,
    "articles 3": -0.31,
    "share 1": -0.28,
    "much like one below": -0.26,
    "above: byline": -0.24,
    "shared words 2": -0.21,
    "below: credit": -0.19,
    "articles 2": -0.19,
    "below: headline-like": -0.19,
    "above: date line": -0.16,
    "length 0": -0.15,
    "above: time stamp": -0.14,
    "above: summary box": -0.12,
    "capitals, short": -0.12,
    "below: share and subscribe": -0.09,
    "numbered": -0.09,
    "length 5": -0.09,
    "above: headline-like": -0.09,
    "below running text 0": -0.08,
    "above: comments": -0.08,
    "row of 4": -0.08,
    "person beside the date": -0.08,
    "length 6": -0.07,
    "class standfirst": -0.07,
    "below: dateline": -0.07,
    "line and byline": -0.07,
    "words of the lead 1": -0.06,
    "below: caption": -0.06,
    "the article's words": -0.05,
    "above: live page": -0.05,
    "always": -0.04,
    "below: consent and terms": -0.04,
    "length 7": -0.04,
    "class navigation": -0.04,
    "below: person": -0.03,
    "row of 3": -0.03,
    "above: caption": -0.02,
    "above: page turn": 0.02,
    "above: standfirst": 0.03,
    "row of 5": 0.03,
    "date soon": 0.05,
    "share 4": 0.06,
    "from the text 3": 0.06,
    "class related links": 0.07,
    "below: scrap": 0.08,
    "above: person": 0.09,
    "capitals": 0.09,
    "below: standfirst": 0.10,
    "shared words 1": 0.10,
    "below: byline": 0.10,
    "above: sentence": 0.10,
    "above: credit": 0.11,
    "quotation": 0.13,
    "room below": 0.14,
    "directly below a good one": 0.14,
    "from the text 0": 0.16,
    "below: sentence": 0.16,
    "shares most": 0.16,
    "much like one above": 0.20,
    "above: related links": 0.20,
    "from the text 2": 0.21,
    "articles 1": 0.22,
    "words of the lead 2": 0.24,
    "articles 0": 0.25,
    "above: navigation": 0.26,
    "byline soon": 0.27,
    "from above 2": 0.28,
    "above: share and subscribe": 0.29,
    "deck and byline": 0.30,
    "length 3": 0.30,
    "share 3": 0.30,
    "in a longer line above": 0.33,
    "question": 0.33,
    "first good one": 0.40,
    "above: scrap": 0.41,
    "share 2": 0.44,
    "below a good one": 0.45,
    "shared words 3": 0.50,
    "perhaps a verb": 0.54,
    "below: date line": 0.63,
    "words of the lead 3": 0.67,
    "first line like a headline": 0.69,
    "first of its block": 0.74,
    "printed again": 0.74,
    "standfirst and byline": 0.78,
    "from above 1": 0.78,
    "colon within": 0.79,
    "length 4": 0.83,
    "between the menu and the date": 0.91,
    "room above": 0.97,
    "in a trail": 1.18,
    "told again at length": 1.82,
    "marked as a heading": 2.50,
    "a short title above its deck": 2.92,
    "a report": 3.38,
    "in the address": 3.66,
    "number of a series": 4.01,
    "a report and its days": 12.00,
}
"""What each cue is worth."""
ENOUGH = 0.3
"""Worth from which a line is taken rather than asked for; below it, the best lines are offered."""
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
