"""Every format that other programs take up, read back by a program that knows nothing of this one.

What needs Node.js to be read is in tests/oracles/test_formats.py.
"""

from __future__ import annotations

import datetime as dt
import json
import shutil
from pathlib import Path
from typing import Any

import atoma
import pytest
from atom import atom_errors
from geojson_pydantic import FeatureCollection
from icalendar import Calendar
from lxml import etree
from pydantic import ValidationError

from site_gen.engine.build import BuildOptions, build

HERE = Path(__file__).resolve().parent
SECOND = HERE.parent / "data" / "second_site"
BASE = "https://saltway.example/chronicle/"

DATES = """---
title: "Dates & <marks>: of every kind"
date: 2034-10-12
provinces: [Torrend]
sources: [courier-1]
aliases: [/entries/days/, /old/dates.html]
tags: [much ado]
---

Lead with [a link](#by-then) & a [page](/provinces/torrend/).

## 2034-10-03: A day {#day}

## 2034-10-03?: A doubtful day {#doubtful}

## 2034-10-03~: About a day {#about}

## 2034-10-01/2034-10-03: A span {#span}

## 2034-10: A month {#month}

## 2034: A year {#year}

## 203X: A decade {#decade}

## ../2034-10-03: By then {#by-then}

## 2034-10-03/..: Since then {#since}
"""


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("site")
    shutil.copytree(SECOND, folder, dirs_exist_ok=True)
    (folder / "content/entries/dates.md").write_text(DATES, encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def site(root: Path) -> Path:
    """The built site."""
    out = root / "out"
    report = build(BuildOptions(root=root, out=out))
    assert not report.failed, report.diagnostics
    return out


def in_calendar(raw: bytes) -> dict[str, Any]:
    return {str(e["SUMMARY"]): e for e in Calendar.from_ical(raw).walk("VEVENT")}


def test_the_atom_feed(site: Path) -> None:
    feed = atoma.parse_atom_bytes((site / "feed.xml").read_bytes())
    assert feed.id_ == f"{BASE}feed.xml"
    assert feed.entries[0].id_ == f"{BASE}entries/dates/"
    assert feed.entries[0].title.value == "Dates & <marks>: of every kind"
    days = [entry.published for entry in feed.entries]
    assert days == sorted(days, reverse=True)
    assert feed.updated == max(entry.updated for entry in feed.entries)
    assert feed.updated == dt.datetime(2034, 10, 12, tzinfo=dt.UTC)


def test_the_atom_feed_holds_the_whole_text_with_absolute_links(site: Path) -> None:
    feed = atoma.parse_atom_bytes((site / "feed.xml").read_bytes())
    html = feed.entries[0].content.value
    assert f'<a href="{BASE}entries/dates/#by-then">a link</a>' in html
    assert f'<a href="{BASE}provinces/torrend/">page</a>' in html
    assert all(ord(char) >= 32 or char in "\n\t" for char in html)
    by_title = {entry.title.value: entry.content.value for entry in feed.entries}
    lock = by_title["Coast League says that it holds Harrow Lock; army denies it"]
    assert "<b>Colonel Pell</b>" in lock
    assert "not one stone of it" in lock
    assert "Both are parties to the fighting, and the keepers saw it in the dark." in lock


def test_a_statement_keeps_its_day_agency_and_outlet_wherever_it_is_exported(site: Path) -> None:
    """Feeds named neither day nor agency, the calendar not even the outlet."""
    way = "said 3 October 2034 via Radio Isk"
    outlet = "The Courier, 4 October 2034"
    feed = atoma.parse_json_feed_bytes((site / "feed.json").read_bytes())
    [told] = [line for i in feed.items for line in i.content_html.split("\n") if way in line]
    assert "Ruta Kane" in told
    assert told.endswith(f"</a>, {outlet}</li>")
    calendar = in_calendar((site / "calendar.ics").read_bytes())
    [about] = [str(e["DESCRIPTION"]) for e in calendar.values() if way in str(e["DESCRIPTION"])]
    assert "\nRuta Kane asserts: Thirty to forty people" in about
    assert about.endswith(f"({way}; {outlet})")


def test_the_outlet_of_what_nobody_is_cited_for_is_exported_with_it(site: Path) -> None:
    """A source without a publisher was left out of feeds, and every outlet of the calendar."""
    unknown = "Publisher not known, about 6 October 2034 (reworded copy)"
    assert unknown in (site / "feed.json").read_text(encoding="utf-8")
    calendar = in_calendar((site / "calendar.ics").read_bytes())
    told = [str(e["DESCRIPTION"]) for e in calendar.values()]
    assert "3 October 2034; status: reported\nIn its own voice: The Courier, 4 October 2034" in told


def test_every_atom_feed_is_valid(site: Path) -> None:
    feeds = [site / "feed.xml", *site.glob("provinces/*/feed.xml")]
    assert len(feeds) > 3
    for feed in feeds:
        assert not atom_errors(feed.read_bytes()), feed


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("<id>", "<idea>"),
        ("<updated>2034", "<updated>yesterday"),
        ("</entry>", ""),
        ("<updated>2034-10-12T00:00:00Z", "<updated>2034-13-12T00:00:00Z"),
        ("<updated>2034-10-12T00:00:00Z", "<updated>2034-10-12T00:00:00"),
        (f"<id>{BASE}feed.xml</id>\n", ""),
        (f"<id>{BASE}entries/dates/", f"<id>{BASE}entries/saltway-reopens/"),
        ('rel="self"', 'rel="me"'),
        ('href="https://', 'href="/'),
        ('<content type="html">', '<content type="page">'),
        ("<published>", "<issued>2034</issued><published>"),
    ],
)
def test_a_broken_atom_feed_is_rejected(site: Path, old: str, new: str) -> None:
    text = (site / "feed.xml").read_text(encoding="utf-8")
    assert old in text
    assert atom_errors(text.replace(old, new, 1).encode())


def test_a_province_has_a_feed_of_its_own(site: Path) -> None:
    feed = atoma.parse_atom_bytes((site / "provinces/iskmoor/feed.xml").read_bytes())
    assert [entry.title.value for entry in feed.entries] == ["Saltway reopens"]
    assert feed.title.value == "The Saltway dispute, autumn 2034: Iskmoor"


def test_the_json_feed(site: Path) -> None:
    feed = atoma.parse_json_feed_bytes((site / "feed.json").read_bytes())
    atom = atoma.parse_atom_bytes((site / "feed.xml").read_bytes())
    assert feed.version == "https://jsonfeed.org/version/1.1"
    assert [(i.id_, i.title) for i in feed.items] == [(e.id_, e.title.value) for e in atom.entries]
    assert [i.content_html for i in feed.items] == [e.content.value for e in atom.entries]


@pytest.mark.parametrize(("where", "key"), [((), "version"), ((), "title"), (("items", 0), "id")])
def test_a_broken_json_feed_is_rejected(site: Path, where: tuple[Any, ...], key: str) -> None:
    data = part = json.loads((site / "feed.json").read_bytes())
    for step in where:
        part = part[step]
    del part[key]
    with pytest.raises(atoma.FeedParseError):
        atoma.parse_json_feed_bytes(json.dumps(data).encode())


def test_the_calendar_holds_days_and_spans_of_days_only(site: Path) -> None:
    raw = (site / "calendar.ics").read_bytes()
    events = in_calendar(raw)
    kinds = {"A day", "A doubtful day", "About a day", "A span", "A month", "A year", "A decade"}
    kinds |= {"By then", "Since then"}
    assert events.keys() & kinds == {"A day", "A doubtful day", "A span"}
    assert events["A day"]["DTSTART"].dt == dt.date(2034, 10, 3)
    assert "DTEND" not in events["A day"]
    assert events["A doubtful day"]["STATUS"] == "TENTATIVE"
    assert events["A span"]["DTEND"].dt == dt.date(2034, 10, 4)
    # Whatever is no day in doubt was CONFIRMED, though all that is known of it is that somebody says so.
    assert {event.get("STATUS") for event in events.values()} == {None, "TENTATIVE"}
    assert "whose days the sources do not give" in Calendar.from_ical(raw)["X-WR-CALDESC"]
    assert all(len(line) <= 75 for line in raw.split(b"\r\n"))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("DTSTART;VALUE=DATE:20341003", "DTSTART;VALUE=DATE:20341303"),
        ("END:VEVENT\r\n", ""),
        ("DTSTAMP:", "DTSTAMP:on "),
        ("SUMMARY:", "SUMMARY "),
    ],
)
def test_a_broken_calendar_is_rejected(site: Path, old: str, new: str) -> None:
    bad = (site / "calendar.ics").read_bytes().decode().replace(old, new, 1)
    found = Calendar.from_ical  # reads leniently: what it could not read is in `errors`
    try:
        calendar = found(bad)
        problems = [e for c in calendar.walk() for e in c.errors]
    except ValueError as problem:
        problems = [problem]
    assert problems


def test_the_sound_calendar_has_no_errors(site: Path) -> None:
    calendar = Calendar.from_ical((site / "calendar.ics").read_bytes())
    assert not [error for component in calendar.walk() for error in component.errors]
    for event in calendar.walk("VEVENT"):
        assert {"UID", "DTSTAMP", "DTSTART", "SUMMARY"} <= set(event)
    uids = [str(event["UID"]) for event in calendar.walk("VEVENT")]
    assert len(uids) == len(set(uids))


def test_the_map_data_puts_no_point_where_none_is_known(site: Path) -> None:
    data = json.loads((site / "data/events.geojson").read_bytes())
    FeatureCollection.model_validate(data)
    by_id = {feature["id"]: feature for feature in data["features"]}
    assert by_id["dates#day"]["geometry"] is None
    lock = by_id["league-at-harrow-lock#lock-captured"]
    assert lock["properties"]["places"] == ["Harrow Lock"]
    assert lock["properties"]["province_names"] == ["Torrend"]
    assert by_id["dates#by-then"]["properties"]["earliest"] is None


@pytest.mark.parametrize(
    ("key", "value"),
    [("type", "Thing"), ("geometry", {"type": "Point", "coordinates": ["36", 67]})],
)
def test_broken_map_data_is_rejected(site: Path, key: str, value: object) -> None:
    data = json.loads((site / "data/events.geojson").read_bytes())
    data["features"][0][key] = value
    if key == "geometry":
        value["coordinates"] = [36]
    with pytest.raises(ValidationError):
        FeatureCollection.model_validate(data)


def test_the_sitemap_has_every_page_and_its_change_by_the_content(site: Path) -> None:
    tree = etree.fromstring((site / "sitemap.xml").read_bytes())
    names = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9"}
    found = {
        url.findtext("s:loc", namespaces=names): url.findtext("s:lastmod", namespaces=names)
        for url in tree.findall("s:url", names)
    }
    pages = {
        BASE + path.relative_to(site).parent.as_posix().removeprefix(".") + "/"
        for path in site.rglob("index.html")
    }
    pages = {url.replace("chronicle//", "chronicle/") for url in pages}
    assert set(found) == pages - {f"{BASE}search/", f"{BASE}entries/days/"}
    assert found[f"{BASE}entries/dates/"] == "2034-10-12T00:00:00Z"
    assert found[f"{BASE}"] == "2034-10-12T00:00:00Z"
    assert found[f"{BASE}provinces/halvern/"] == "2034-10-06T00:00:00Z"
    assert found[f"{BASE}provinces/iskmoor/"] is None
    assert found[f"{BASE}about/"] is None
    robots = (site / "robots.txt").read_text(encoding="utf-8")
    assert f"Sitemap: {BASE}sitemap.xml" in robots


def test_an_earlier_address_leads_on(site: Path) -> None:
    for path in ("entries/days/index.html", "old/dates.html"):
        page = (site / path).read_text(encoding="utf-8")
        assert 'content="0; url=/chronicle/entries/dates/"' in page
        assert f'<link rel="canonical" href="{BASE}entries/dates/">' in page
        assert "<script" not in page
        assert "Dates &amp; &lt;marks&gt;" in page


def test_the_branch_is_told_that_it_is_a_finished_site(site: Path) -> None:
    assert (site / ".nojekyll").read_bytes() == b""
    assert not (site / "CNAME").exists()


def test_a_domain_of_its_own_is_named_when_the_site_is_built_for_it(root: Path) -> None:
    settings = root / "content/site.yaml"
    before = settings.read_text(encoding="utf-8")
    settings.write_text(f"{before}\ncname: saltway.example\n", encoding="utf-8")
    try:
        build(BuildOptions(root=root, out=root / "own"))
        build(BuildOptions(root=root, out=root / "fork", base_url="https://a.github.io/fork/"))
    finally:
        settings.write_text(before, encoding="utf-8")
    assert (root / "own/CNAME").read_text(encoding="utf-8") == "saltway.example\n"
    assert not (root / "fork/CNAME").exists()


def test_the_timeline_says_no_more_of_a_date_than_is_known(site: Path) -> None:
    data = json.loads((site / "data/timeline.json").read_bytes())
    slides = {slide["unique_id"]: slide for slide in data["events"]}
    assert slides["dates--month"]["start_date"] == {"year": 2034, "month": 10}
    assert "display_date" not in slides["dates--month"]
    assert slides["dates--year"]["start_date"] == {"year": 2034}
    assert slides["dates--by-then"]["start_date"] == {"year": 2034, "month": 10, "day": 3}
    assert slides["dates--by-then"]["display_date"] == "by 3 October 2034"
    assert slides["dates--about"]["display_date"] == "about 3 October 2034"
    assert slides["dates--decade"]["start_date"] == {"year": 2030}
    assert slides["dates--decade"]["end_date"] == {"year": 2039}
    assert slides["dates--decade"]["display_date"] == "2030s"


def test_the_markwhen_file_says_no_more_of_a_date_than_is_known(site: Path) -> None:
    lines = (site / "data/timeline.mw").read_text(encoding="utf-8").splitlines()
    found = {line.split(" #")[0] for line in lines}
    assert "2034-10-03: A day" in found
    assert "2034-10-03: (3 October 2034 (uncertain)) A doubtful day" in found
    assert "2034-10-01/2034-10-03: A span" in found
    assert "2034-10: A month" in found
    assert "2030/2039: (2030s) A decade" in found
    assert "2034-10-03: (by 3 October 2034) By then" in found


def test_an_old_entrys_words_touch_no_feed(root: Path, site: Path) -> None:
    """Only the newest entries are part of feeds; this site has so few that all of them are."""
    report = build(BuildOptions(root=root, out=site))
    assert not report.write.written
    path = root / "content/entries/saltway-reopens.md"
    before = path.read_text(encoding="utf-8")
    path.write_text(before.replace("After four weeks", "After four long weeks"), encoding="utf-8")
    report = build(BuildOptions(root=root, out=site))
    path.write_text(before, encoding="utf-8")
    assert "feed.xml" in report.write.written
    assert "provinces/iskmoor/feed.xml" in report.write.written
    assert "provinces/halvern/feed.xml" not in report.write.written
    assert "calendar.ics" not in report.write.written
    build(BuildOptions(root=root, out=site))
