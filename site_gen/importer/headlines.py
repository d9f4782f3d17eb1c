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
    "point": -4.55,
    "explains a short title above": -3.30,
    "picture below a good one": -2.89,
    "field of a form": -2.71,
    "who made it": -2.64,
    "page talk": -2.63,
    "in brackets": -2.53,
    "dateline alone": -2.52,
    "menu": -2.11,
    "name in place": -2.09,
    "page's own name": -2.07,
    "caption with credit": -2.06,
    "names": -2.04,
    "numbered again": -2.00,
    "holds another line": -1.77,
    "paper's name": -1.71,
    "person": -1.64,
    "section": -1.60,
    "full stop": -1.54,
    "key figures": -1.53,
    "full stop, right below a line without": -1.51,
    "label": -1.50,
    "below running text 1": -1.41,
    "below a heading of links, directly": -1.25,
    "first line like a paper's name": -1.23,
    "sentence": -1.20,
    "names a day": -1.12,
    "motto": -1.08,
    "a line of its block above": -1.08,
    "below a heading of links": -1.03,
    "below an age": -1.03,
    "words of the lead 0": -1.01,
    "each word a capital": -0.96,
    "lower case": -0.88,
    "past below a good one": -0.84,
    "class date line": -0.84,
    "told in the past": -0.77,
    "above: nothing": -0.77,
    "first line": -0.77,
    "longer, right below a line": -0.71,
    "another shares much more": -0.68,
    "figure": -0.67,
    "share 0": -0.65,
    "begins like a standfirst": -0.65,
    "what belongs to a good one between": -0.58,
    "from above 3": -0.45,
    "below: navigation": -0.43,
    "shared words 0": -0.41,
    "below: dateline": -0.37,
    "above: date line": -0.34,
    "share 1": -0.33,
    "length 2": -0.33,
    "words of the lead 1": -0.33,
    "length 0": -0.30,
    "below: related links": -0.29,
    "from the text 1": -0.28,
    "picture": -0.27,
    "length 1": -0.26,
    "length 6": -0.21,
    "above: time stamp": -0.19,
    "articles 2": -0.19,
    "below: headline-like": -0.19,
    "below: credit": -0.19,
    "shared words 2": -0.19,
    "length 5": -0.14,
    "below running text 0": -0.14,
    "always": -0.14,
    "capitals, short": -0.14,
    "much like one below": -0.13,
    "articles 3": -0.12,
    "below: share and subscribe": -0.11,
    "above: byline": -0.11,
    "above: standfirst": -0.10,
    "numbered": -0.10,
    "above: summary box": -0.10,
    "below: summary box": -0.08,
    "above: comments": -0.08,
    "class standfirst": -0.07,
    "from above 0": -0.07,
    "from the text 4": -0.05,
    "length 7": -0.05,
    "class navigation": -0.04,
    "below: caption": -0.04,
    "below: consent and terms": -0.04,
    "above: live page": -0.03,
    "above: headline-like": -0.03,
    "above: caption": -0.02,
    "from the text 3": 0.02,
    "above: author box": 0.02,
    "class related links": 0.03,
    "from the text 0": 0.03,
    "above: page turn": 0.03,
    "date soon": 0.08,
    "above: credit": 0.08,
    "much like one above": 0.09,
    "shared words 1": 0.10,
    "quotation": 0.12,
    "capitals": 0.13,
    "deck and byline": 0.13,
    "shares most": 0.14,
    "above: sentence": 0.15,
    "articles 1": 0.15,
    "above: share and subscribe": 0.15,
    "below: scrap": 0.15,
    "below: standfirst": 0.16,
    "above: person": 0.17,
    "share 3": 0.18,
    "from the text 2": 0.19,
    "share 4": 0.19,
    "above: navigation": 0.19,
    "room below": 0.33,
    "question": 0.33,
    "below: sentence": 0.34,
    "length 3": 0.34,
    "shared words 3": 0.36,
    "byline soon": 0.36,
    "above: related links": 0.38,
    "below: byline": 0.40,
    "below a good one": 0.40,
    "from above 2": 0.40,
    "in a longer line above": 0.41,
    "words of the lead 2": 0.46,
    "above: scrap": 0.46,
    "room above": 0.47,
    "share 2": 0.48,
    "first good one": 0.49,
    "below: date line": 0.54,
    "first line like a headline": 0.54,
    "perhaps a verb": 0.61,
    "printed again": 0.73,
    "words of the lead 3": 0.74,
    "from above 1": 0.75,
    "first of its block": 0.76,
    "length 4": 0.81,
    "standfirst and byline": 0.89,
    "no other line above the text": 0.90,
    "colon within": 1.02,
    "in a trail": 1.19,
    "between the menu and the date": 1.44,
    "told again at length": 1.81,
    "marked as a heading": 2.50,
    "a short title above its deck": 3.12,
    "a report": 3.40,
    "in the address": 3.67,
    "number of a series": 4.01,
    "a report and its days": 12.00,
}
"""What each cue is worth."""
ENOUGH = 0.0
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


def _worth(cues: frozenset[str], weights: Mapping[str, float]) -> float:
    """The sum of the cues' weights, the same in whatever order they come."""
    return round(sum(weights.get(cue, 0.0) for cue in cues), 6)


def best(found: list[tuple[int, frozenset[str]]], weights: Mapping[str, float]) -> int | None:
    """The line whose cues weigh most, if they weigh enough."""
    sums = [(_worth(cues, weights), -i) for i, cues in found]
    most = max(sums, default=(ENOUGH, 0))
    return -most[1] if most[0] > ENOUGH else None


def runners_up(page: Page, weights: Mapping[str, float] = WEIGHTS) -> tuple[int, ...]:
    """The lines to offer when none is good enough: the best three, in the order of the page."""
    sums = sorted(((_worth(cues, weights), i) for i, cues in candidates(page)), reverse=True)
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
