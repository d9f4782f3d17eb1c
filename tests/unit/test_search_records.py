"""From texts to terms, and from records to the postings of an entry."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from chronicle import write_site

from site_gen import search
from site_gen.chronology.timeline import build
from site_gen.edges.source import Tree
from site_gen.engine.reading import read_site
from site_gen.search import (
    MANIFEST,
    Analyzer,
    EntryPostings,
    Names,
    Record,
    Setting,
    index_entry,
    merge,
    postings,
)
from site_gen.search.postings import NAMES as IN_NAMES
from site_gen.search.postings import TEXT, TITLE, place

NAMES = Names.of(
    [
        ("norvale", ("Norvale", "Norwale", "نوروال", "Norvale province")),
        ("norvale/norvale", ("Norvale", "Norvale city")),
        ("south/gate", ("Gate-e Sur", "Gatesur")),
    ]
)
ANALYZER = Analyzer(NAMES)


def terms(text: str) -> list[tuple[int, str]]:
    return list(ANALYZER.terms(ANALYZER.words(text)))


def test_stop_words_take_no_place() -> None:
    assert terms("The bridge of the town") == [(0, "bridg"), (1, "town")]


def test_the_words_of_a_name_share_one_place() -> None:
    assert terms("near Gate-e Sur market") == [
        (0, "near"), (1, "@south/gate"), (1, "gate"), (1, "sur"), (2, "market"),
    ]  # fmt: skip
    assert terms("near Gatesur market") == [(0, "near"), (1, "@south/gate"), (2, "market")]


def test_spellings_are_equal_when_they_may_name_one_record() -> None:
    shared = NAMES.own["norvale"]
    assert NAMES.own["norwale"] != shared
    assert shared in NAMES.equal["norwale"]
    assert shared in NAMES.equal["نوروال"]
    assert shared in NAMES.equal["norvale city"]
    assert NAMES.own["norwale"] not in NAMES.equal["norvale city"]  # one may only mean the province


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Norvale's", "norvale"),
        ("captured", "CAPTURES"),
        ("naïve", "naive"),
        ("re-open", "re open"),
    ],
)
def test_equal_texts(one: str, other: str) -> None:
    assert terms(one) == terms(other)


def test_a_word_without_end_is_cut() -> None:
    assert len(ANALYZER.words("x" * 500)[0]) == 40


def record(title: str, *text: str, **values: object) -> Record:
    given: dict[str, object] = {
        "id": "a", "title": title, "names": ("Norvale",), "text": text, "date": "8 July 2021",
        "start": "2021-07-08", "end": "2021-07-08", "provinces": ("XE-1",),
    }  # fmt: skip
    return Record(**(given | values))  # type: ignore[arg-type]


def test_positions_count_from_the_beginning_of_a_field() -> None:
    entry = index_entry(
        "e", [record("One two three", "First.", "Second."), record("Four")], ANALYZER
    )
    assert entry.lengths == [1, 1]
    assert entry.terms["two"] == [place(0, TITLE, 1)]
    assert entry.terms["@norvale+norvale/norvale"] == [place(0, IN_NAMES, 0), place(1, IN_NAMES, 0)]
    assert entry.terms["first"] == [place(0, TEXT, 0)]
    assert entry.terms["second"] == [place(0, TEXT, 2)]  # a gap between segments
    assert entry.terms["four"] == [place(1, TITLE, 0)]


def test_lengths_are_counted_in_blocks() -> None:
    title = "one two three four five six seven eight"
    assert index_entry("e", [record(title, names=())], ANALYZER).lengths == [1]
    assert index_entry("e", [record(title + " nine", names=())], ANALYZER).lengths == [2]


def test_a_field_without_end_keeps_its_last_words(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(postings, "LAST", 2)
    entry = index_entry("e", [record("one two three four three", names=())], ANALYZER)
    assert entry.terms["four"] == entry.terms["three"] == [place(0, TITLE, 2)]


def test_only_dates_that_say_more_than_their_day_are_shown() -> None:
    shown = index_entry(
        "e", [record("A"), record("Plain title"), record("B", date="about 8 July 2021")], ANALYZER
    ).shown
    assert shown == ["e", "A", "", [["a", "Plain title", ""], ["a", "B", "about 8 July 2021"]]]


def test_postings_survive_json() -> None:
    entry = index_entry("e", [record("A", "b c", speakers=(("x", "X"),))], ANALYZER)
    assert EntryPostings.from_json(json.loads(json.dumps(entry.to_json()))) == entry


SETTING = Setting(names=NAMES, provinces=(("XE-1", "Norvale", "norvale"),), types=("Statement",))


def test_equal_entries_make_equal_files() -> None:
    entries = [
        index_entry(f"e{n}", [record(f"Title {n}", f"word{n} and more")], ANALYZER)
        for n in range(40)
    ]
    files = list(merge(entries, SETTING))
    assert files == list(merge(iter(entries), SETTING))
    assert files[-1][0] == MANIFEST
    assert len({path for path, _ in files}) == len(files)


def test_an_empty_site_has_an_index() -> None:
    manifest = json.loads(dict(merge([], SETTING))[MANIFEST])
    assert (manifest["entries"], manifest["docs"], manifest["terms"]) == (0, 0, "")


def test_what_the_cache_gives_back_is_what_it_was_given(tmp_path: Path) -> None:
    site = read_site(Tree(root=write_site(tmp_path / "site", 3)), drafts=True).site
    assert site is not None
    setting = search.setting_of(site)
    assert setting.names.equal
    assert search.Setting.from_json(json.loads(json.dumps(setting.to_json()))) == setting
    entry = site.entries[0]
    told = search.outline(site, entry, build(site).by_entry[entry.slug])
    assert any(record.names for record in told.records)
    assert any(told.parts)
    assert search.Outline.from_json(json.loads(json.dumps(told.to_json()))) == told
