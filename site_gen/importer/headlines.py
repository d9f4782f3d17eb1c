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
    "picture below a good one": -2.88,
    "field of a form": -2.71,
    "page talk": -2.63,
    "who made it": -2.63,
    "in brackets": -2.53,
    "dateline alone": -2.52,
    "menu": -2.11,
    "name in place": -2.09,
    "page's own name": -2.08,
    "caption with credit": -2.07,
    "names": -2.03,
    "holds another line": -1.78,
    "paper's name": -1.71,
    "person": -1.65,
    "section": -1.60,
    "full stop": -1.57,
    "full stop, right below a line without": -1.51,
    "label": -1.50,
    "below running text 1": -1.41,
    "below a heading of links, directly": -1.26,
    "first line like a paper's name": -1.23,
    "sentence": -1.21,
    "names a day": -1.12,
    "motto": -1.12,
    "a line of its block above": -1.07,
    "below a heading of links": -1.04,
    "words of the lead 0": -1.00,
    "each word a capital": -0.97,
    "lower case": -0.88,
    "class date line": -0.85,
    "past below a good one": -0.84,
    "told in the past": -0.80,
    "above: nothing": -0.76,
    "first line": -0.76,
    "longer, right below a line": -0.72,
    "another shares much more": -0.69,
    "figure": -0.69,
    "begins like a standfirst": -0.65,
    "share 0": -0.64,
    "what belongs to a good one between": -0.61,
    "from above 3": -0.46,
    "below: navigation": -0.45,
    "shared words 0": -0.41,
    "below: dateline": -0.37,
    "above: date line": -0.36,
    "share 1": -0.34,
    "length 2": -0.32,
    "words of the lead 1": -0.31,
    "from the text 1": -0.30,
    "below: related links": -0.29,
    "length 0": -0.29,
    "picture": -0.28,
    "length 1": -0.28,
    "length 6": -0.21,
    "below: credit": -0.19,
    "above: time stamp": -0.18,
    "shared words 2": -0.18,
    "articles 2": -0.18,
    "below: headline-like": -0.17,
    "below running text 0": -0.15,
    "length 5": -0.14,
    "much like one below": -0.13,
    "always": -0.13,
    "articles 3": -0.12,
    "below: share and subscribe": -0.12,
    "above: byline": -0.11,
    "shared words 1": 0.11,
    "shares most": 0.13,
    "below: scrap": 0.14,
    "above: sentence": 0.15,
    "below: standfirst": 0.15,
    "articles 1": 0.15,
    "above: share and subscribe": 0.16,
    "above: person": 0.18,
    "share 3": 0.19,
    "share 4": 0.20,
    "from the text 2": 0.20,
    "above: navigation": 0.20,
    "below: sentence": 0.28,
    "question": 0.34,
    "room below": 0.35,
    "length 3": 0.35,
    "shared words 3": 0.35,
    "above: related links": 0.37,
    "byline soon": 0.39,
    "in a longer line above": 0.39,
    "below: byline": 0.40,
    "below a good one": 0.41,
    "from above 2": 0.41,
    "words of the lead 2": 0.45,
    "above: scrap": 0.45,
    "share 2": 0.46,
    "room above": 0.47,
    "first good one": 0.52,
    "first line like a headline": 0.55,
    "below: date line": 0.58,
    "perhaps a verb": 0.60,
    "printed again": 0.73,
    "words of the lead 3": 0.74,
    "from above 1": 0.74,
    "first of its block": 0.77,
    "length 4": 0.80,
    "standfirst and byline": 0.86,
    "no other line above the text": 0.89,
    "colon within": 1.02,
    "in a trail": 1.19,
    "between the menu and the date": 1.46,
    "told again at length": 1.81,
    "marked as a heading": 2.50,
    "a short title above its deck": 3.10,
    "a report": 3.40,
    "in the address": 3.66,
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
