"""Fits `site_gen/importer/continuityweights.py`: `python tests/bench/fit_continuity.py [--write]`.

Every paragraph of the labelled articles that names no place of its own, and that no single cue settles,
is one case: its cues, and whether its label is the scene before it. So is one of the short passages of
`passages.txt`. `continuity_cases.txt` adds such cases from news reports that
are not ours: a row holds the label and the names of the cues, not a word of a text (`--add FILE`
makes them, of a file in which each paragraph is `Province, … | text` or `- | text`, below
`=== name gazetteer | headline`). Plain logistic regression with a ridge, on the standard library.

Prints, for each set when it is left out of the fit, the share of right answers and the score of its
paragraphs' provinces; `--write` replaces the table.
"""

from __future__ import annotations

import argparse
import json
import math
import sys
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

sys.path.insert(0, str(Path(__file__).parent))
from import_bench import DATA, Score, load_gazetteer
from weights import table, write

from site_gen.importer import continuity, continuityweights
from site_gen.importer.draft import places_and_scenes
from site_gen.importer.furniture import take_apart
from site_gen.importer.places import PlaceIndex, find_places, index
from site_gen.importer.scenes import scenes

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from site_gen.importer.continuity import Situation, Told

Case = tuple[bool, frozenset[str]]
PASSAGES = DATA / "passages.txt"
CASES = Path(__file__).with_name("continuity_cases.txt")
MODULE = Path(continuityweights.__file__)
RIDGE, ROUNDS, RATE, MOMENTUM = 2.0, 400, 0.5, 0.9


class Recorder:
    """Answers as the labels do, and keeps the cues of every question."""

    def __init__(self, placed: Mapping[int, bool]) -> None:
        self.placed = placed
        self.cases: list[Case] = []

    def __call__(self, line: int, text: str, situation: Situation, told: Told) -> bool:
        answer = self.placed[line]
        found = continuity.cues(text, situation, told)
        if continuity.settled(found) is None:
            self.cases.append((answer, found))
        return answer


def labelled_sets() -> dict[str, list[Case]]:
    found: dict[str, list[Case]] = {}
    known: dict[str, PlaceIndex] = {}
    for path in sorted(DATA.glob("*/*.txt")):
        label = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
        name = label["gazetteer"]
        if name not in known:
            known[name] = index(load_gazetteer(name))
        document = take_apart(path.read_text(encoding="utf-8"))
        placed = {
            line.number: bool(label["paragraph_provinces"].get(str(line.number)))
            for line in document.body
        }
        recorder = Recorder(placed)
        places_and_scenes(document, known[name], judge=recorder)
        found.setdefault(path.parent.name, []).extend(recorder.cases)
    for passage in PASSAGES.read_text(encoding="utf-8").split("=== ")[1:]:
        found.setdefault("passages", []).extend(cases_of(f"passage {passage.removeprefix('? ')}"))
    return found


def cases_of(report: str) -> list[Case]:
    """The cases of one report in the form for `--add`."""
    head, *rows = report.strip().split("\n")
    meta, title = head.split(" | ", 1)
    known = index(load_gazetteer(meta.split()[1]))
    pairs = [row.split(" | ", 1) for row in rows if " | " in row]
    body = [(number, text) for number, (_, text) in enumerate(pairs, 1)]
    recorder = Recorder({n: label.strip() != "-" for n, (label, _) in enumerate(pairs, 1)})
    scenes(body, find_places(body, known), find_places([(0, title)], known), judge=recorder)
    return recorder.cases


def score_of(part: str, weights: Mapping[str, float]) -> Score:
    """How right the provinces of a set's paragraphs are, all rules together, with these weights."""

    def judge(_line: int, text: str, situation: Situation, told: Told) -> bool:
        return continuity.goes_on(text, situation, told, weights)

    score = Score()
    known: dict[str, PlaceIndex] = {}
    for path in sorted((DATA / part).glob("*.txt")):
        label = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
        name = label["gazetteer"]
        if name not in known:
            known[name] = index(load_gazetteer(name))
        document = take_apart(path.read_text(encoding="utf-8"))
        _, where = places_and_scenes(document, known[name], judge=judge)
        gold = Counter((int(n), p) for n, ps in label["paragraph_provinces"].items() for p in ps)
        score.add(gold, Counter((s.line, known[name].names[c]) for s in where for c in s.provinces))
    return score


def read_cases() -> list[Case]:
    rows = CASES.read_text(encoding="utf-8").splitlines() if CASES.exists() else []
    return [
        (row[0] == "+", frozenset(row[2:].split("; ")))
        for row in rows
        if row and not row.startswith("#")
    ]


def fit(cases: Sequence[Case]) -> dict[str, float]:
    """Weights that make the labels most likely; full-batch descent with momentum."""
    keys = sorted({cue for _, cues in cases for cue in cues})
    weights, speed = dict.fromkeys(keys, 0.0), dict.fromkeys(keys, 0.0)
    for _ in range(ROUNDS):
        slope = {k: RIDGE * weights[k] * (k != "always") for k in keys}
        for answer, cues in cases:
            error = 1 / (1 + math.exp(-sum(weights[c] for c in cues))) - answer
            for cue in cues:
                slope[cue] += error
        for key in keys:
            speed[key] = MOMENTUM * speed[key] + slope[key] / len(cases)
            weights[key] -= RATE * speed[key]
    return weights


def right(cases: Sequence[Case], weights: Mapping[str, float]) -> Counter[str]:
    return Counter(
        "right" if (sum(weights.get(c, 0.0) for c in cues) > 0) == answer else "wrong"
        for answer, cues in cases
    )


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--write", action="store_true", help="replace the table of the module")
    parser.add_argument("--add", type=Path, nargs="+", help="keep the cases of these reports")
    given = parser.parse_args()
    if given.add:
        reports = [r for path in given.add for r in path.read_text("utf-8").split("=== ")[1:]]
        rows = [
            f"{'+' if answer else '-'} {'; '.join(sorted(cues))}"
            for report in reports
            for answer, cues in cases_of(report)
        ]
        with CASES.open("a", encoding="utf-8") as kept:
            kept.writelines(f"{row}\n" for row in rows)
    sets = {**labelled_sets(), "reports": read_cases()}
    total, whole = Counter[str](), Score()
    for name, cases in sets.items():
        rest = [case for other, more in sets.items() if other != name for case in more]
        fitted = fit(rest)
        found = right(cases, fitted)
        total += found
        score = score_of(name, fitted)
        whole.right += score.right
        whole.wrong += score.wrong
        whole.missing += score.missing
        told = f"; {score}" if score.right else ""
        print(f"{name:10} left out: {found['right']:3} of {len(cases):3} right{told}")
    print(f"together {total['right'] / total.total():.3f} of {total.total()}; {whole}")
    weights = fit([case for cases in sets.values() for case in cases])
    if given.write:
        write(MODULE, weights)
    else:
        print(table(weights), end="")
    return 0


if __name__ == "__main__":
    sys.exit(main())
