"""How well the importer reads: `python tests/bench/import_bench.py [SET|pages] [-v]`.

Prints, over the hand-labelled articles of tests/data/import: body and title, dates with the
document's date given, the publication date from the text alone, provinces by document and by
paragraph, speakers and figures, each with precision, recall and F1 (and coverage, where the
importer may rather ask), then time and peak memory. A set is a folder there. The rules were written
with `known` at hand and mended after a first look at each of the others; docs/import.md gives the
scores of that first look. `pages` puts all of them into HTML.
"""

from __future__ import annotations

import argparse
import html
import json
import re
import resource
import statistics
import sys
import time
from collections import Counter
from datetime import date
from pathlib import Path
from typing import Any

from site_gen.importer.dates.finding import find_dates
from site_gen.importer.draft import draft_article, places_and_scenes
from site_gen.importer.figures import find_figures
from site_gen.importer.html import read_page
from site_gen.importer.intake import parse_gazetteer
from site_gen.importer.page.furniture import take_apart
from site_gen.importer.places.finding import index
from site_gen.importer.proposal import Answers, Draft
from site_gen.importer.publication.day import infer_publication
from site_gen.importer.refusal import refuse_text
from site_gen.importer.speakers.finding import find_speakers
from site_gen.parsing.gazetteer import Gazetteer, fold

ROOT = Path(__file__).resolve().parents[2]
DATA = ROOT / "tests" / "data" / "import"


def load_gazetteer(name: str) -> Gazetteer:
    path = ROOT / "content" / "provinces.yaml" if name == "afghanistan" else DATA / f"{name}.yaml"
    return parse_gazetteer(path.read_text(encoding="utf-8"), path.name)


class Score:
    """Counts of right, wrong and missing answers."""

    def __init__(self) -> None:
        self.right = self.wrong = self.missing = 0

    def add(self, expected: Counter[Any], found: Counter[Any]) -> tuple[Counter[Any], Counter[Any]]:
        common = expected & found
        self.right += sum(common.values())
        self.wrong += sum((found - common).values())
        self.missing += sum((expected - common).values())
        return expected - common, found - common

    def __str__(self) -> str:
        precision = self.right / ((self.right + self.wrong) or 1)
        recall = self.right / ((self.right + self.missing) or 1)
        f1 = 2 * precision * recall / ((precision + recall) or 1)
        return f"P {precision:.3f}  R {recall:.3f}  F1 {f1:.3f}  ({self.right} right, {self.wrong} wrong, {self.missing} missing)"


BELONGING = re.compile(
    r"(?:\b(?:of|to|for|from|with|by|at|in|near|behind|on|under)(?: the| an?| his| her| its| their)?|['’]s) *$"
)


def same_speaker(told: str, found: str) -> bool:
    """Whether a name is that of the label, with more or less of the role.

    “An adviser to the governor” is not the governor: what is found at the end of the label must not be
    what the one who speaks belongs to.
    """
    a, b = fold(told), fold(found)
    for article in ("the ", "a ", "an ", "mr ", "mrs ", "ms "):
        a, b = a.removeprefix(article), b.removeprefix(article)
    if a in b:
        return True
    return b in a and not BELONGING.search(a[: a.index(b)])


def run(part: str, *, verbose: bool) -> dict[str, Any]:
    scores: dict[str, Score] = {
        name: Score()
        for name in (
            "body (words)",
            "date values",
            "  of them plans",
            "provinces, document",
            "provinces, paragraph",
            "speakers",
            "figures",
        )
    }
    titles = total = refusals = 0
    silent = asked = mentions = 0
    publication = Counter[str]()
    times: list[float] = []
    gazetteers: dict[str, Any] = {}

    def tell(name: str, what: str, missing: object, extra: object) -> None:
        if verbose and (missing or extra):
            print(f"  {name} {what}: missing {missing}  extra {extra}")

    for path in sorted((DATA / part).glob("*.json")):
        label = json.loads(path.read_text(encoding="utf-8"))
        text = path.with_suffix(".txt").read_text(encoding="utf-8")
        name = path.stem
        if label["gazetteer"] not in gazetteers:
            gazetteers[label["gazetteer"]] = index(load_gazetteer(label["gazetteer"]))
        known = gazetteers[label["gazetteer"]]
        published = date.fromisoformat(label["published"])
        start = time.perf_counter()
        document = take_apart(text)
        body = [(line.number, line.text) for line in document.body]
        dates = find_dates(body, published)
        _, where = places_and_scenes(document, known)
        speakers = find_speakers(body)
        figures = find_figures(body)
        inferred = infer_publication(document)
        refused = refuse_text(text, document.text, name)
        times.append(time.perf_counter() - start)

        if refused is not None:
            tell(name, "refused", "article", refused.code)
            refusals += 1
        lines = text.split("\n")
        gold = Counter(w for n in label["body"] for w in lines[n - 1].strip(" •").split())
        got = Counter(w for _, t in body for w in t.split())
        scores["body (words)"].add(gold, got)
        tell(
            name,
            "body",
            set(label["body"]) - {n for n, _ in body},
            {n for n, _ in body} - set(label["body"]),
        )
        total += 1
        titles += document.title == label["title"]
        if document.title != label["title"]:
            tell(name, "title", label["title"], document.title)

        gold_dates = Counter((d["line"], d["value"]) for d in label["dates"])
        plans = Counter((d["line"], d["value"]) for d in label["plans"])
        found = Counter((d.line, d.value) for d in dates if d.value and d.role == "event")
        found_plans = Counter((d.line, d.value) for d in dates if d.value and d.role == "plan")
        missing, extra = scores["date values"].add(gold_dates + plans, found + found_plans)
        tell(name, "dates", dict(missing), dict(extra))
        missing, extra = scores["  of them plans"].add(plans, found_plans)
        tell(name, "plans", dict(missing), dict(extra))
        mentions += len(dates)
        asked += sum(not d.value for d in dates)

        outcome = "asked"
        if inferred.value:
            outcome = "right" if inferred.value == label["published"] else "WRONG"
            if inferred.value[:4] != label["published"][:4]:
                silent += 1
        publication[outcome] += 1
        if not inferred.value:
            offered = {c[-5:] for c in inferred.candidates}
            if offered:
                publication["month-day offered"] += 1
                publication["month-day right"] += offered == {label["published"][5:]}
        else:
            publication["month-day offered"] += 1
            publication["month-day right"] += inferred.value[5:] == label["published"][5:]
        if outcome != "right":
            tell(
                name,
                f"publication ({label['date_in_text']})",
                label["published"],
                (inferred.value, inferred.candidates),
            )

        gold_doc = Counter(label["provinces"])
        got_doc = Counter({known.names[c] for s in where for c in s.provinces})
        tell(name, "provinces", *scores["provinces, document"].add(gold_doc, got_doc))
        gold_par = Counter(
            (int(n), p) for n, ps in label["paragraph_provinces"].items() for p in ps
        )
        got_par = Counter((s.line, known.names[c]) for s in where for c in s.provinces)
        tell(
            name,
            "paragraphs",
            *(sorted(c) for c in scores["provinces, paragraph"].add(gold_par, got_par)),
        )

        left = [(s["line"], s["text"]) for s in label["speakers"]]
        wrong = []
        for mention in speakers:
            hit = next(
                (s for s in left if s[0] == mention.line and same_speaker(s[1], mention.name)), None
            )
            if hit:
                left.remove(hit)
                scores["speakers"].right += 1
            else:
                wrong.append((mention.line, mention.name))
        scores["speakers"].wrong += len(wrong)
        scores["speakers"].missing += len(left)
        tell(name, "speakers", left, wrong)

        gold_fig = Counter(
            (f["line"], f["value"], f["high"], f["qualifier"]) for f in label["figures"]
        )
        got_fig = Counter((f.line, f.value, f.high, f.qualifier) for f in figures)
        tell(name, "figures", *(list(c) for c in scores["figures"].add(gold_fig, got_fig)))

    print(f"{part}: {total} articles")
    for key, score in scores.items():
        print(f"{key:24} {score}")
    print(f"{'title':24} {titles}/{total}; refused as no article: {refusals}")
    wrong = scores["date values"].wrong
    print(
        f"{'dates':24} wrong without a question {wrong}, asked {asked}, of {mentions} expressions"
    )
    print(f"{'publication':24} {dict(publication)}; wrong year without a question: {silent}")
    tell_cost(times)
    return {
        "scores": scores,
        "titles": titles,
        "total": total,
        "silent": silent,
        "wrong days": publication["WRONG"],
        "mentions": mentions,
    }


def as_page(label: dict[str, Any], text: str) -> str:
    """A labelled article as a page of HTML, with the furniture of one."""
    lines = text.split("\n")
    body = "\n".join(f"<p>{html.escape(lines[n - 1])}</p>" for n in label["body"])
    links = "".join(f'<li><a href="/{n}">Section {n}</a></li>' for n in range(40))
    data = {
        "@type": "NewsArticle",
        "headline": label["title"],
        "datePublished": f"{label['published']}T08:00:00Z",
    }
    title = html.escape(label["title"])
    return (
        f"<!doctype html><html lang=en><head><title>{title} | Paper</title>"
        f"<script type='application/ld+json'>{json.dumps(data)}</script>"
        f"<meta property='article:published_time' content='{label['published']}T08:00:00Z'></head>"
        f"<body><nav><ul>{links}</ul></nav><main><article><h1>{title}</h1>{body}</article></main>"
        f"<aside><h2>Most read</h2><ul>{links}</ul></aside><footer>© Paper</footer></body></html>"
    )


def run_pages() -> None:
    """HTML: body, title, date and time, over all labelled articles."""
    body, times, right, titles, total = Score(), [], 0, 0, 0
    gazetteers: dict[str, Gazetteer] = {}
    start, worked = time.perf_counter(), time.process_time()
    first = DATA / "known" / "d01"
    read_page(
        as_page(json.loads(first.with_suffix(".json").read_text(encoding="utf-8")), "\n" * 40)
    )
    libraries = time.perf_counter() - start, time.process_time() - worked
    for path in sorted(path.with_suffix(".json") for path in DATA.glob("*/*.txt")):
        label = json.loads(path.read_text(encoding="utf-8"))
        text = path.with_suffix(".txt").read_text(encoding="utf-8")
        name = label["gazetteer"]
        gazetteers.setdefault(name, load_gazetteer(name))
        page = as_page(label, text)
        start = time.perf_counter()
        read = read_page(page)
        given = Answers(name=path.name, title=read.title, stated=read.stated)
        draft = draft_article(read.text, gazetteers[name], given)
        times.append(time.perf_counter() - start)
        assert isinstance(draft, Draft), draft
        lines = text.split("\n")
        gold = Counter(w for n in label["body"] for w in lines[n - 1].strip(" •").split())
        body.add(gold, Counter(w for line in draft.document.body for w in line.text.split()))
        total += 1
        right += draft.published.value == label["published"]
        titles += draft.document.title == label["title"]
    print(f"pages: {total} articles\n{'body (words)':24} {body}")
    print(f"{'title':24} {titles}/{total}\n{'publication':24} {right}/{total}")
    taken, busy = (1000 * seconds for seconds in libraries)
    print(
        f"{'libraries':24} loaded with the first page in {taken:.0f} ms, {busy:.0f} ms of them at work"
    )
    tell_cost(times)


def tell_cost(times: list[float]) -> None:
    print(
        f"{'time':24} median {1000 * statistics.median(times):.1f} ms, worst {1000 * max(times):.1f} ms; "
        f"peak memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB"
    )


def warm_up() -> None:
    """Have the expressions compiled, as the first article of a command has them."""
    text = (DATA / "known" / "d01.txt").read_text(encoding="utf-8")
    draft_article(text, load_gazetteer("afghanistan"), Answers(name="d01.txt"))


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    sets = sorted({path.parent.name for path in DATA.glob("*/*.txt")})
    parser.add_argument("part", nargs="?", choices=(*sets, "pages"), default="known")
    parser.add_argument("-v", "--verbose", action="store_true")
    given = parser.parse_args()
    warm_up()
    if given.part == "pages":
        run_pages()
    else:
        run(given.part, verbose=given.verbose)
    return 0


if __name__ == "__main__":
    sys.exit(main())
