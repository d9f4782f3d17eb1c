"""Fits `site_gen/importer/places/continuityweights.py`: `python tests/bench/fit_continuity.py [--write]`.

Every paragraph of the labelled articles that names no place of its own, and that no single cue settles,
is one case: its cues, and whether its label is the scene before it. So is one of the short passages of
`passages.txt`. `continuity_cases.txt` adds such cases from news reports that
are not ours, set by set: a row holds the label and the names of the cues, not a word of a text
(`--add NAME PATH …` makes those of a set anew, of files in which each paragraph is
`Province, … | text` or `- | text`, below `=== name gazetteer | headline`, or of folders like those of
the labelled articles, with their gazetteers beside them). Articles that we invent tell of more
provinces than news does, and short passages are about what is hard, so a case from a real report
counts three times and one from a passage half. Plain logistic regression with a
ridge, on the standard library; the ridge is as strong as serves the real sets best when each is left out.

Prints, for each set when it is left out of the fit, the share of right answers and the score of its
paragraphs' provinces, and both for the invented and the real ones together; `--write` replaces the table.
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

from site_gen.importer.draft import places_and_scenes
from site_gen.importer.intake import parse_gazetteer
from site_gen.importer.page.furniture import take_apart
from site_gen.importer.places import continuity, continuityweights
from site_gen.importer.places.finding import PlaceIndex, find_places, index
from site_gen.importer.places.scenes import scenes

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from site_gen.importer.places.continuity import Situation, Told

Case = tuple[bool, frozenset[str]]
PASSAGES = DATA / "passages.txt"
CASES = Path(__file__).with_name("continuity_cases.txt")
MODULE = Path(continuityweights.__file__)
RIDGE, ROUNDS, RATE, MOMENTUM = 75.0, 400, 0.5, 0.9
REAL, PASSAGE = 3.0, 0.5
"""How often a case from a real report counts, and one from a passage."""


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
    for folder in sorted({path.parent for path in DATA.glob("*/*.txt")}):
        found[folder.name] = cases_in(folder)
    for passage in PASSAGES.read_text(encoding="utf-8").split("=== ")[1:]:
        found.setdefault("passages", []).extend(cases_of(f"passage {passage.removeprefix('? ')}"))
    return found


def cases_in(folder: Path) -> list[Case]:
    """The cases of a folder of labelled articles, whose gazetteers may lie beside it."""
    found: list[Case] = []
    known: dict[str, PlaceIndex] = {}
    for path in sorted(folder.glob("*.txt")):
        label = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
        name = label["gazetteer"]
        if name not in known:
            own = folder.parent / f"{name}.yaml"
            known[name] = index(
                parse_gazetteer(own.read_text(encoding="utf-8"), own.name)
                if own.exists()
                else load_gazetteer(name)
            )
        document = take_apart(path.read_text(encoding="utf-8"))
        placed = {
            line.number: bool(label["paragraph_provinces"].get(str(line.number)))
            for line in document.body
        }
        recorder = Recorder(placed)
        places_and_scenes(document, known[name], judge=recorder)
        found += recorder.cases
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


def read_cases() -> dict[str, list[Case]]:
    """The cases of real reports, by set."""
    found: dict[str, list[Case]] = {}
    for part in CASES.read_text(encoding="utf-8").split("\n## ")[1:]:
        name, *rows = part.splitlines()
        found[name] = [(row[0] == "+", frozenset(row[2:].split("; "))) for row in rows if row]
    return found


def write_cases(found: Mapping[str, Sequence[Case]]) -> None:
    head = CASES.read_text(encoding="utf-8").split("\n## ")[0].rstrip("\n")
    parts = [
        "\n".join(
            (f"## {name}", *(f"{'+' if yes else '-'} {'; '.join(sorted(c))}" for yes, c in rows))
        )
        for name, rows in found.items()
    ]
    CASES.write_text("\n".join((head, *parts)) + "\n", encoding="utf-8")


def fit(cases: Sequence[Case], often: Sequence[float]) -> dict[str, float]:
    """Weights that make the labels most likely; full-batch descent with momentum."""
    keys = sorted({cue for _, cues in cases for cue in cues})
    weights, speed = dict.fromkeys(keys, 0.0), dict.fromkeys(keys, 0.0)
    for _ in range(ROUNDS):
        slope = {k: RIDGE * weights[k] * (k != "always") for k in keys}
        for (answer, cues), times in zip(cases, often, strict=True):
            error = times * (1 / (1 + math.exp(-sum(weights[c] for c in cues))) - answer)
            for cue in cues:
                slope[cue] += error
        for key in keys:
            speed[key] = MOMENTUM * speed[key] + slope[key] / sum(often)
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
    parser.add_argument(
        "--add", nargs="+", help="keep the cases of a set: its name, then its paths"
    )
    given = parser.parse_args()
    real = read_cases()
    if given.add:
        name, *paths = given.add
        real[name] = []
        for path in map(Path, paths):
            if path.is_dir():
                real[name] += cases_in(path)
            else:
                for report in path.read_text("utf-8").split("=== ")[1:]:
                    real[name] += cases_of(report)
        write_cases(real)
        return 0
    sets = {**labelled_sets(), **real}

    def fitted_without(left_out: str) -> dict[str, float]:
        rest = [(n, case) for n, cases in sets.items() if n != left_out for case in cases]
        often = {"passages": PASSAGE, **dict.fromkeys(real, REAL)}
        return fit([case for _, case in rest], [often.get(n, 1.0) for n, _ in rest])

    total, news, whole = Counter[str](), Counter[str](), Score()
    for name, cases in sets.items():
        fitted = fitted_without(name)
        found = right(cases, fitted)
        if name in real:
            news += found
        else:
            total += found
        score = score_of(name, fitted)
        whole.right += score.right
        whole.wrong += score.wrong
        whole.missing += score.missing
        told = f"; {score}" if score.right else ""
        print(f"{name:10} left out: {found['right']:3} of {len(cases):3} right{told}")
    print(f"invented {total['right'] / total.total():.3f} of {total.total()}; {whole}")
    print(f"real     {news['right'] / news.total():.3f} of {news.total()}")
    weights = fitted_without("")
    if given.write:
        write(MODULE, weights)
    else:
        print(table(weights), end="")
    return 0


if __name__ == "__main__":
    sys.exit(main())
