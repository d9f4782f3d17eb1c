"""Which line of a page is the headline.

Each line above the article, and each among its first paragraphs, has cues (`headlinecues`): what it says, what it looks like,
what stands beside it, where else it is printed, how much of the article's beginning it names. The cues are weighed; the line with the greatest
sum is the headline, unless no line reaches what having none is worth. The weights are fitted to the labelled
articles by tests/bench/fit_headlines.py, which also measures them on articles left out.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from site_gen.importer.notation import regex
from site_gen.importer.page.headlinecues import Page, candidates
from site_gen.importer.page.headlineshapes import REPORT
from site_gen.importer.page.lines import paragraph_key

if TYPE_CHECKING:
    from collections.abc import Mapping

WEIGHTS: dict[str, float] = {
    "words set apart": -5.00,
    "point": -4.54,
    "explains a short title above": -3.35,
    "field of a form": -2.71,
    "page talk": -2.63,
    "who made it": -2.62,
    "in brackets": -2.53,
    "dateline alone": -2.52,
    "menu": -2.11,
    "caption with credit": -2.10,
    "name in place": -2.10,
    "page's own name": -2.06,
    "names": -2.03,
    "holds another line": -1.87,
    "paper's name": -1.69,
    "person": -1.65,
    "full stop": -1.62,
    "section": -1.59,
    "label": -1.50,
    "below running text 1": -1.41,
    "first line like a paper's name": -1.23,
    "below a heading of links, directly": -1.22,
    "sentence": -1.16,
    "names a day": -1.13,
    "motto": -1.11,
    "words of the lead 0": -1.09,
    "below a heading of links": -1.09,
    "a line of its block above": -1.03,
    "each word a capital": -0.95,
    "lower case": -0.88,
    "class date line": -0.85,
    "above: nothing": -0.77,
    "first line": -0.77,
    "longer, right below a line": -0.71,
    "another shares much more": -0.67,
    "what belongs to a good one between": -0.61,
    "share 0": -0.59,
    "from above 3": -0.46,
    "below: navigation": -0.42,
    "shared words 0": -0.39,
    "above: date line": -0.37,
    "below: dateline": -0.34,
    "share 1": -0.33,
    "below: related links": -0.31,
    "words of the lead 1": -0.30,
    "length 0": -0.29,
    "length 2": -0.27,
    "from the text 1": -0.24,
    "length 5": -0.24,
    "length 6": -0.22,
    "below: credit": -0.20,
    "length 1": -0.20,
    "above: standfirst": -0.19,
    "shared words 2": -0.18,
    "above: time stamp": -0.18,
    "below: headline-like": -0.14,
    "below running text 0": -0.12,
    "below: share and subscribe": -0.12,
    "above: byline": -0.11,
    "above: share and subscribe": 0.12,
    "from the text 2": 0.12,
    "above: sentence": 0.15,
    "below: scrap": 0.16,
    "above: person": 0.17,
    "share 3": 0.19,
    "shared words 1": 0.20,
    "share 4": 0.21,
    "above: navigation": 0.23,
    "below: sentence": 0.25,
    "below: standfirst": 0.26,
    "shared words 3": 0.27,
    "above: related links": 0.30,
    "room below": 0.35,
    "below a good one": 0.35,
    "byline soon": 0.36,
    "below: byline": 0.37,
    "length 3": 0.42,
    "share 2": 0.42,
    "from above 2": 0.42,
    "words of the lead 2": 0.45,
    "first line like a headline": 0.50,
    "room above": 0.50,
    "above: scrap": 0.52,
    "below: date line": 0.54,
    "perhaps a verb": 0.57,
    "first good one": 0.67,
    "first of its block": 0.69,
    "printed again": 0.72,
    "length 4": 0.74,
    "from above 1": 0.76,
    "words of the lead 3": 0.84,
    "standfirst and byline": 0.87,
    "no other line above the text": 0.87,
    "colon within": 0.95,
    "in a trail": 1.22,
    "between the menu and the date": 1.44,
    "told again at length": 1.83,
    "marked as a heading": 2.50,
    "a short title above its deck": 3.10,
    "a report": 3.42,
    "in the address": 3.70,
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


_OUTLET_BEHIND = regex(
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
