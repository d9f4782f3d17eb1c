"""Fits the weights of `site_gen/importer/page/headlines.py`: `python tests/bench/fit_headlines.py [--write]`.

Every labelled article is one case, and every page head of `tests/data/import/heads.txt`: the cues of each line that may
be the headline, and which of them is, or that none is. A choice among lines by the sum of their weights, with nothing
chosen at 0 (McFadden's conditional logit), with a ridge, on the standard library.

Prints, for each set when it is left out of the fit, how many headlines are right; `--write` replaces the table.
`--without SET …` leaves sets out altogether.
"""

from __future__ import annotations

import argparse
import json
import math
import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING

sys.path.insert(0, str(Path(__file__).parent))
from import_bench import DATA
from weights import write

from site_gen.importer.page import headlines
from site_gen.importer.page.furniture import read_page_lines
from site_gen.importer.page.headlinecues import candidates, content_words

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

MODULE = Path(headlines.__file__)
RIDGE, ROUNDS, RATE, MOMENTUM = 2.0, 400, 1.5, 0.9
NONE = 0.1
"""What a page counts in the fit whose headline was taken away."""
RARE = 2
"""A cue of fewer lines is given no weight."""


PRIOR = {
    "in the address": 3.5,
    "marked as a heading": 2.5,
    "a report and its days": 12.0,
    "a report": 3.5,
    "in a trail": 1.0,
    "between the menu and the date": 1.5,
    "told again at length": 1.6,
    "printed again": 0.8,
    "no other line above the text": 1.0,
    "first of its block": 0.8,
    "standfirst and byline": 0.5,
    "first line like a headline": 1.0,
    "holds another line": -1.5,
    "class date line": -0.7,
    "lower case": -0.7,
    "below a heading of links": -0.8,
    "names a day": -0.8,
    "longer, right below a line": -0.8,
    "sentence": -1.0,
    "first line like a paper's name": -1.0,
    "a line of its block above": -1.5,
    "motto": -1.0,
    "below a heading of links, directly": -1.2,
    "full stop": -1.2,
    "below running text 1": -1.5,
    "label": -1.5,
    "paper's name": -1.5,
    "person": -1.5,
    "section": -1.5,
    "caption with credit": -2.0,
    "menu": -2.0,
    "name in place": -2.0,
    "names": -2.0,
    "page's own name": -2.0,
    "point": -4.5,
    "number of a series": 4.0,
    "words set apart": -5.0,
    "field of a form": -2.5,
    "dateline alone": -2.5,
    "in brackets": -2.5,
    "who made it": -2.5,
    "page talk": -2.5,
    "explains a short title above": -3.0,
    "a short title above its deck": 3.0,
}
"""What is known of headlines anyhow: a cue's weight where the labelled articles do not say otherwise."""


class Case:
    """The lines of one page that may be its headline, with their cues, and which one is."""

    def __init__(self, name: str, text: str, title: str, worth: float = 1.0) -> None:
        self.name, self.title, self.worth = name, title, worth
        page = read_page_lines(text)
        self.lines = candidates(page)
        self.texts = {i: headlines.clean_title(page.found[i][1]) for i, _ in self.lines}
        same = [n for n, (i, _) in enumerate(self.lines) if self.texts[i] == title]
        self.gold = frozenset(same)
        """Empty when the page has no headline, or when none of the lines that are tried is it."""

    def right(self, weights: Mapping[str, float]) -> bool:
        at = headlines.best(self.lines, weights)
        return (self.texts[at] if at is not None else "") == self.title


def beheaded(text: str, title: str) -> str:
    """A page without its headline, and without the lines that are much like it."""
    content, kept = content_words(title), []
    for line in text.split("\n"):
        shared = len(content & content_words(line))
        like = shared > 0.6 * len(content) and len(line.split()) < 2 * len(title.split()) + 4
        if not like and title not in headlines.clean_title(line):
            kept.append(line)
    return "\n".join(kept)


def heads() -> list[tuple[str, str, str]]:
    """(name, headline, text) of each page head."""
    parts = re.split(r"(?m)^=== ", (DATA / "heads.txt").read_text(encoding="utf-8"))[1:]
    found = []
    for part in parts:
        head, text = part.split("\n", 1)
        name, title = head.split(" | ", 1)
        found.append((name, title.strip(), text))
    return found


def labelled_sets() -> tuple[dict[str, list[Case]], dict[tuple[str, str], Case]]:
    """The cases of each set; and each once more, without its headline."""
    found: dict[str, list[Case]] = {}
    headless: dict[tuple[str, str], Case] = {}
    for path in sorted(DATA.glob("*/*.txt")):
        label = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
        text = path.read_text(encoding="utf-8")
        found.setdefault(path.parent.name, []).append(Case(path.stem, text, label["title"]))
        headless[path.parent.name, path.stem] = Case(
            path.stem, beheaded(text, label["title"]), "", NONE
        )
    found["heads"] = []
    for name, title, text in heads():
        found["heads"].append(Case(name, text, title))
        headless["heads", name] = Case(name, beheaded(text, title), "", NONE)
    return found, headless


def fit(cases: Sequence[Case]) -> dict[str, float]:
    """Weights that make the labels most likely; full-batch descent with momentum."""
    counts: dict[str, int] = {}
    for case in cases:
        for _, cues in case.lines:
            for cue in cues:
                counts[cue] = counts.get(cue, 0) + 1
    keys = sorted({cue for cue, count in counts.items() if count >= RARE} | set(PRIOR))
    number = {key: n for n, key in enumerate(keys)}
    rows = [
        (
            [[number[cue] for cue in cues if cue in number] for _, cues in case.lines],
            case.gold,
            case.worth,
        )
        for case in cases
        if case.lines and (case.gold or not case.title)
    ]
    before = [PRIOR.get(key, 0.0) for key in keys]
    weights, speed = list(before), [0.0] * len(keys)
    for _ in range(ROUNDS):
        slope = [RIDGE * (weight - usual) for weight, usual in zip(weights, before, strict=True)]
        for lines, gold, worth in rows:
            likely = [math.exp(min(30, sum(weights[c] for c in cues))) for cues in lines]
            total = 1 + sum(likely)
            among = sum(likely[n] for n in gold)
            for n, cues in enumerate(lines):
                error = likely[n] / total - (likely[n] / among if n in gold else 0)
                if abs(error) > 1e-6:
                    for cue in cues:
                        slope[cue] += worth * error
        for n in range(len(keys)):
            speed[n] = MOMENTUM * speed[n] + slope[n] / len(rows)
            weights[n] -= RATE * speed[n]
    return dict(zip(keys, weights, strict=True))


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--write", action="store_true", help="replace the table of the module")
    parser.add_argument("--without", nargs="+", default=[], help="sets to leave out of all fits")
    parser.add_argument("--quick", action="store_true", help="no set left out")
    parser.add_argument("-v", "--verbose", action="store_true")
    given = parser.parse_args()
    everything, headless = labelled_sets()
    sets = {name: cases for name, cases in everything.items() if name not in given.without}
    unreached = [
        f"{name}/{case.name}: {case.title}"
        for name, cases in sets.items()
        for case in cases
        if case.title and not case.gold
    ]
    print("headlines that are no candidates:", *unreached, sep="\n  ")
    right = total = asked = 0
    for name, cases in everything.items() if not given.quick else ():
        rest = [c for other, more in sets.items() if other != name for c in more]
        weights = fit(
            rest
            + [
                case
                for (other, _), case in headless.items()
                if other != name and other not in given.without
            ]
        )
        asked += sum(case.right(weights) for (other, _), case in headless.items() if other == name)
        good = [case.right(weights) for case in cases]
        right += sum(good)
        total += len(good)
        print(f"{name:10} left out: {sum(good):3} of {len(good):3} right", flush=True)
        if given.verbose and name not in given.without:
            for case, fine in zip(cases, good, strict=True):
                if not fine:
                    at = headlines.best(case.lines, weights)
                    got = case.texts[at] if at is not None else ""
                    print(f"    {case.name}: {case.title!r}, not {got!r}")
    print(f"of {len(headless)} whose headline was taken away, {asked} ask")
    weights = fit(
        [case for cases in sets.values() for case in cases]
        + [case for (name, _), case in headless.items() if name not in given.without]
    )
    seen = [case.right(weights) for cases in sets.values() for case in cases]
    print(f"together {right} of {total}; nothing left out {sum(seen)} of {len(seen)}")
    if given.write:
        write(MODULE, {cue: worth for cue, worth in weights.items() if abs(worth) >= 0.1})
    return 0


if __name__ == "__main__":
    sys.exit(main())
