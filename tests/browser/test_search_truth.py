"""What the index answers in a browser is what a scan of all records answers, for 200 queries."""

from __future__ import annotations

import random
import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from search_corpus import GROUPS, PEOPLE, PLACES, TYPES, Writer, write_site

from site_gen.chronology.timeline import build as build_timeline
from site_gen.dates.edtf import parse
from site_gen.edges.source import Tree
from site_gen.engine.reading import read_site
from site_gen.search import index_entry, merge, records, setting_of
from site_gen.search.words import STOP_WORDS
from site_gen.slug import slugify

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Browser, Page

    from site_gen.search import Analyzer, Record

pytestmark = pytest.mark.browser
ASSETS = Path(__file__).resolve().parents[2] / "themes" / "default" / "assets" / "search"
ENTRIES = 250
STATUSES = ("disputed", "claimed", "corroborated", "reported")


@dataclass(frozen=True, slots=True)
class World:
    """A site's records in the order of documents, and a page that can search them."""

    records: list[Record]
    is_entry: list[bool]
    terms: list[list[list[set[str]]]]
    """For each record, segment and position the terms there."""
    analyzer: Analyzer
    page: Page


def positions(analyzer: Analyzer, text: str) -> list[set[str]]:
    found: dict[int, set[str]] = {}
    for place, term in analyzer.terms(analyzer.words(text)):
        found.setdefault(place, set()).add(term)
    return [terms for _, terms in sorted(found.items())]


@pytest.fixture(scope="module")
def world(
    tmp_path_factory: pytest.TempPathFactory, browser: Browser, serve: Callable[..., str]
) -> World:
    root = write_site(tmp_path_factory.mktemp("truth"), ENTRIES)
    site = read_site(Tree(root=root)).site
    assert site is not None
    timeline = build_timeline(site)
    setting = setting_of(site)
    analyzer = setting.analyzer
    found = {
        entry.slug: records(site, entry, timeline.by_entry[entry.slug])
        for entry in timeline.entries
    }
    out = root / "out"
    (out / "assets").mkdir(parents=True)
    shutil.copytree(ASSETS, out / "assets" / "search")
    postings = (index_entry(slug, listed, analyzer) for slug, listed in found.items())
    for path, content in merge(postings, setting):
        (out / path).parent.mkdir(parents=True, exist_ok=True)
        (out / path).write_bytes(content)
    (out / "index.html").write_text("<!doctype html><title>x</title>")
    address = serve(out, "/deep/down/")
    page = browser.new_page()
    page.goto(address)
    page.evaluate(
        f"""async () => {{
            const {{ Store }} = await import('{address}assets/search/store.js');
            const {{ Engine, EMPTY }} = await import('{address}assets/search/engine.js');
            window.engine = new Engine(new Store(new URL('{address}')));
            window.ask = async ([q, state]) => {{
                const found = await engine.match(q);
                const all = {{ ...EMPTY, ...state }};
                const answer = await engine.narrow(found.docs, found.scores, all, ['kinds', 'speakers', 'sources']);
                const facets = Object.fromEntries(answer.facets.map(({{ name, keys, counts }}) =>
                    [name, Object.fromEntries(keys.map((key, i) => [key, counts[i]]).filter(([, n]) => n))]));
                return {{ docs: [...answer.docs], facets, said: found.instead.length + found.begun.length }};
            }};
        }}"""
    )
    flat = [record for listed in found.values() for record in listed]
    return World(
        records=flat,
        is_entry=[number == 0 for listed in found.values() for number in range(len(listed))],
        terms=[
            [positions(analyzer, text) for text in (record.title, *record.names, *record.text)]
            for record in flat
        ],
        analyzer=analyzer,
        page=page,
    )


# --- the scan -------------------------------------------------------------------------------------


def wanted(analyzer: Analyzer, text: str) -> list[set[str]]:
    """For each word or name of a query the terms that will do."""
    words, units, at = analyzer.words(text), [], 0
    while at < len(words):
        sizes = [n for n in range(6, 0, -1) if " ".join(words[at : at + n]) in analyzer.names.equal]
        size = min(sizes[0], len(words) - at) if sizes else 1
        if sizes:
            units.append(set(analyzer.names.equal[" ".join(words[at : at + size])]))
        elif words[at] not in STOP_WORDS:
            units.append({analyzer.term(words[at])})
        at += size
    return units


def has_phrase(segments: list[list[set[str]]], units: list[set[str]]) -> bool:
    return any(
        all(unit & segment[start + i] for i, unit in enumerate(units))
        for segment in segments
        for start in range(len(segment) - len(units) + 1)
    )


def overlaps(record: Record, start: str, end: str) -> bool:
    if not start and not end:
        return True
    if not record.start and not record.end:
        return False
    return (not end or not record.start or record.start <= end) and (
        not start or not record.end or record.end >= start
    )


def values(world: World, number: int, facet: str) -> list[str]:
    record = world.records[number]
    match facet:
        case "province":
            return list(record.provinces)
        case "status":
            return [record.status] if record.status else []
        case "type":
            return [record.type] if record.type else []
        case "kind":
            return ["entry" if world.is_entry[number] else "event"]
        case "speaker":
            return [slug for slug, _ in record.speakers]
        case _:
            return [key for key, _ in record.sources]


def scan(world: World, query: Query) -> tuple[list[int], dict[str, dict[str, int]]]:
    docs, counts = [], {name: {} for name in FACETS}
    for number, record in enumerate(world.records):
        segments = world.terms[number]
        if not all(
            has_phrase(segments, [unit])
            for text in query.words
            for unit in wanted(world.analyzer, text)
        ):
            continue
        if not all(has_phrase(segments, wanted(world.analyzer, text)) for text in query.phrases):
            continue
        if any(has_phrase(segments, wanted(world.analyzer, text)) for text in query.without):
            continue
        start = parse(query.start).start or "" if query.start else ""
        end = parse(query.end).end or "" if query.end else ""
        dated = overlaps(record, start, end)
        failed = {
            name
            for name, keys in query.facets.items()
            if keys and not set(keys) & set(values(world, number, name))
        }
        if dated and not failed:
            docs.append(number)
        for name in FACETS:
            if dated and failed <= {name}:
                for value in values(world, number, name):
                    counts[name][value] = counts[name].get(value, 0) + 1
    return docs, counts


FACETS = ("province", "status", "type", "kind", "speaker", "source")


@dataclass(frozen=True, slots=True)
class Query:
    words: tuple[str, ...] = ()
    phrases: tuple[str, ...] = ()
    without: tuple[str, ...] = ()
    facets: Any = None
    start: str = ""
    end: str = ""

    @property
    def q(self) -> str:
        minus = [f'-"{text}"' if " " in text else f"-{text}" for text in self.without]
        return " ".join((*self.words, *(f'"{text}"' for text in self.phrases), *minus))


def queries(world: World, number: int) -> list[Query]:
    chance = random.Random("queries")
    writer = Writer()
    spellings = [
        text
        for province, aliases, native, capital, others in PLACES
        for text in (province, native, capital, *aliases.split(", "), *others.split(", "))
        if text
    ] + [text for name, _, alias, native in PEOPLE for text in (name, alias, native) if text]
    made = []
    while len(made) < number:
        kind = len(made) % 8
        usual = writer.words[: chance.choice((60, 400, 2000))]
        words = tuple(chance.sample(usual, chance.choice((1, 1, 2, 3))))
        record = chance.choice(world.records)
        segment = [w for w in chance.choice((record.title, *record.text)).split() if w.isalpha()]
        start = chance.randrange(max(1, len(segment) - 3))
        phrase = " ".join(segment[start : start + chance.choice((2, 2, 3))])
        facets: dict[str, tuple[str, ...]] = {}
        if kind in (3, 5, 7):
            facets[chance.choice(FACETS)] = ()
            for name in list(facets):
                facets[name] = {
                    "province": tuple(f"XE-{n:02}" for n in chance.sample(range(8), 2)),
                    "status": (chance.choice(STATUSES),),
                    "type": tuple(chance.sample([t for t in TYPES if t], 2)),
                    "kind": (chance.choice(("event", "entry")),),
                    "speaker": (slugify(chance.choice([*(p[0] for p in PEOPLE), *GROUPS])),),
                    "source": (f"post-{chance.randrange(12)}",),
                }[name]
        if kind == 7:
            facets["status"] = (chance.choice(STATUSES),)
        year = chance.choice((2019, 2020, 2021, 2022))
        made.append(
            Query(
                words={0: words, 2: (chance.choice(spellings),), 4: words[:1], 5: words[:1]}.get(
                    kind, () if kind in (1, 3) else words[:1]
                ),
                phrases=(phrase,) if kind == 1 and phrase else (),
                without=(chance.choice((chance.choice(usual), chance.choice(spellings))),)
                if kind == 4
                else (),
                facets=facets,
                start=f"{year}-{chance.randrange(1, 13):02}" if kind in (6, 7) else "",
                end=chance.choice((f"{year}", f"{year + 1}-03-15", "")) if kind in (6, 7) else "",
            )
        )
    return made


def test_200_queries_equal_a_scan_of_all_records(world: World) -> None:
    hits = 0
    for query in queries(world, 200):
        docs, counts = scan(world, query)
        state = {name: list(keys) for name, keys in query.facets.items()}
        answer = world.page.evaluate(
            "ask", [query.q, {**state, "from": query.start, "to": query.end}]
        )
        if answer["said"]:  # nothing matched, and it says so
            assert not docs or not query.q, query
            continue
        assert sorted(answer["docs"]) == docs, query
        assert answer["facets"] == counts, query
        hits += bool(docs)
    assert hits > 140


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Kundrak", "Qundrak"),
        ("Kundrak", "کندرک"),
        ("Kundrak", "كندرك"),
        ("Mir-i-Bagh", "mir e bagh"),
        ("Mir-i-Bagh", "Mirbagh"),
        ("Tashkent Dar", "TASHKENTDAR"),
        ("Łódzk", "lodzk"),
        ("Yusuf Karimi", "يوسف كريمي"),
        ("Mira O'Leary", "mira oleary"),
    ],
)
def test_spellings_of_a_name_find_the_same(world: World, one: str, other: str) -> None:
    found = [world.page.evaluate("ask", [text, {}])["docs"] for text in (one, other)]
    assert found[0]
    assert found[0] == found[1]


def test_a_misspelt_word_finds_its_neighbour(world: World) -> None:
    for typed, meant in (("Kumdrak", "Kundrak"), ("Kundark", "Kundrak"), ("Westmarkk", "Westmark")):
        wrong, right = (world.page.evaluate("ask", [text, {}]) for text in (typed, meant))
        assert wrong["said"]
        assert set(right["docs"]) <= set(wrong["docs"])


def test_every_document_is_shown_as_its_record_says(world: World) -> None:
    shown = world.page.evaluate(
        """async () => {
            await engine.store.open();
            await engine.store.whole();
            const docs = [...engine.everything()];
            const hits = await Promise.all(docs.map(doc => engine.store.shown(doc)));
            return hits.map(({ id, title, date, status, event }, doc) =>
                [id, title, date, engine.store.manifest.statuses[status], !event,
                 engine.store.provinces(doc).map(n => engine.store.manifest.provinces[n][0])]);
        }"""
    )
    assert shown == [
        [record.id, record.title, record.date, record.status, is_entry, list(record.provinces)]
        for record, is_entry in zip(world.records, world.is_entry, strict=True)
    ]
