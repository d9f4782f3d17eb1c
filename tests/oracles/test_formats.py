"""Files for other programs, read by those programs and checked against their schemas."""

from __future__ import annotations

import datetime as dt
import json
import re
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from atom import atom_errors
from lxml import etree

pytestmark = pytest.mark.oracle
HERE = Path(__file__).resolve().parent
MODULES = HERE / "node_modules"


@pytest.fixture(scope="module")
def sitemap_errors() -> Callable[[bytes], list[str]]:
    schema = etree.XMLSchema(etree.parse(MODULES / "sitemap" / "schema" / "sitemap.xsd"))

    def errors(raw: bytes) -> list[str]:
        schema.validate(etree.fromstring(raw))
        return [str(error) for error in schema.error_log]

    return errors


def test_the_sitemap(site: tuple[Path, str], sitemap_errors: Callable[[bytes], list[str]]) -> None:
    assert not sitemap_errors((site[0] / "sitemap.xml").read_bytes())


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("<loc>", "<place>"),
        ("<lastmod>20", "<lastmod>a20"),
        ("T00:00:00Z</lastmod>", "T00:00:00Z</lastmod><lastmod>2021-07-08</lastmod>"),
        ("<loc>http", "<loc> "),
    ],
)
def test_a_broken_sitemap_is_rejected(
    sitemap_errors: Callable[[bytes], list[str]], old: str, new: str
) -> None:
    good = (
        '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><url>'
        "<loc>https://a.example/</loc><lastmod>2021-07-08T00:00:00Z</lastmod></url></urlset>"
    )
    assert not sitemap_errors(good.encode())
    bad = good.replace(old, new, 1)
    if new == "<place>":
        bad = bad.replace("</loc>", "</place>")
    if new == "<loc> ":
        bad = good.replace("https://a.example/", "a")
    assert sitemap_errors(bad.encode())


@pytest.fixture(scope="module")
def feed_errors() -> Callable[[Any], list[str]]:
    text = (MODULES / "jsonfeed-schema" / "schema-v1.1.json").read_text(encoding="utf-8")
    validator = jsonschema.Draft7Validator(json.loads(text))
    return lambda data: [error.message for error in validator.iter_errors(data)]


def test_the_json_feed(site: tuple[Path, str], feed_errors: Callable[[Any], list[str]]) -> None:
    data = json.loads((site[0] / "feed.json").read_bytes())
    assert data["items"]
    assert not feed_errors(data)


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("version", "https://jsonfeed.org/version/2"),
        ("title", None),
        ("items", [{"content_html": "x"}]),
        ("items", [{"id": "1"}]),
        ("authors", [{}]),
    ],
)
def test_a_broken_json_feed_is_rejected(
    site: tuple[Path, str], feed_errors: Callable[[Any], list[str]], key: str, value: object
) -> None:
    data = json.loads((site[0] / "feed.json").read_bytes())
    assert feed_errors({**data, key: value})


def test_every_atom_feed(site: tuple[Path, str]) -> None:
    feeds = sorted(site[0].rglob("*.xml"), key=str)
    feeds = [path for path in feeds if path.name in ("feed.xml", "corrections.xml")]
    assert len(feeds) > 10
    for path in feeds:
        assert not atom_errors(path.read_bytes()), path


def read_markwhen(path: Path) -> dict[str, Any]:
    """What markwhen's own parser makes of a file."""
    command = ["node", HERE / "markwhen.cjs", path]
    report = subprocess.run(command, capture_output=True, text=True, check=False, cwd=HERE)
    assert report.returncode == 0, report.stderr
    found: dict[str, Any] = json.loads(report.stdout)
    return found


def markwhen_faults(path: Path, site: Path) -> list[str]:
    """Where markwhen reads something else than the site says."""
    found = read_markwhen(path)
    rows = json.loads((site / "data/events.geojson").read_bytes())["features"]
    faults = list(found["messages"])
    if len(found["events"]) != len(rows):
        return [*faults, f"{len(found['events'])} events, not {len(rows)}"]
    for event, row in zip(found["events"], rows):
        about = row["properties"]
        known = about["earliest"] or about["latest"]
        if not event["text"].endswith(about["title"]):
            faults.append(f"{event['text']}, not {about['title']}")
        if not event["from"][:10] <= known <= event["to"][:10]:
            faults.append(f"{about['title']}: from {event['from']}, not {known}")
        if about["status"] not in event["tags"]:
            faults.append(f"{about['title']}: not {about['status']}")
    return faults


def test_markwhen_reads_every_event(site: tuple[Path, str]) -> None:
    assert not markwhen_faults(site[0] / "data/timeline.mw", site[0])


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("\n2021-07-08: ", "\n2021-17-08: "),
        ("\n2021-07-08: ", "\n"),
        ("title: ", "title"),
        (" #disputed", " #-disputed"),
    ],
)
def test_a_broken_markwhen_file_is_rejected(
    site: tuple[Path, str], tmp_path: Path, old: str, new: str
) -> None:
    text = (site[0] / "data/timeline.mw").read_text(encoding="utf-8")
    assert old in text
    (tmp_path / "bad.mw").write_text(text.replace(old, new, 1), encoding="utf-8")
    assert markwhen_faults(tmp_path / "bad.mw", site[0])


def ask(kind: str, path: Path, *addresses: str) -> dict[str, Any]:
    """What a reader of that format finds in a file."""
    command = ["node", HERE / "formats.cjs", kind, path, *addresses]
    report = subprocess.run(command, capture_output=True, text=True, check=False, cwd=HERE)
    assert report.returncode == 0, report.stderr
    found: dict[str, Any] = json.loads(report.stdout)
    return found


def planted(path: Path, old: str, new: str, tmp_path: Path) -> Path:
    """A file with one text in the place of another."""
    text = path.read_bytes().decode()
    assert old in text
    bad = tmp_path / path.name
    bad.write_bytes(text.replace(old, new, 1).encode())
    return bad


def test_the_map_data(site: tuple[Path, str]) -> None:
    assert ask("geojson", site[0] / "data/events.geojson") == {"faults": []}


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('"type":"Feature"', '"type":"Fature"'),
        ('"type":"FeatureCollection"', '"type":"Features"'),
        ('"geometry":null', '"geometry":{"type":"Point"}'),
        ('"geometry":null', '"geometry":{"type":"Point","coordinates":[70]}'),
        ('"geometry":null', '"geometry":{"type":"Point","coordinates":["70","34"]}'),
        ('"geometry":null,', ""),
        ('"properties":{', '"properties":[{'),
        ("]}", "]"),
    ],
)
def test_broken_map_data_is_rejected(
    site: tuple[Path, str], tmp_path: Path, old: str, new: str
) -> None:
    assert ask("geojson", planted(site[0] / "data/events.geojson", old, new, tmp_path))["faults"]


def calendar_faults(path: Path, site: Path) -> list[str]:
    """Where the calendar breaks its format, or has other days than the map data."""
    found = ask("calendar", path)
    faults = list(found["faults"])
    known = {}
    for row in json.loads((site / "data/events.geojson").read_bytes())["features"]:
        about = row["properties"]
        if DAYS.fullmatch(about["date"]):
            after = dt.date.fromisoformat(about["latest"]) + dt.timedelta(days=1)
            known[row["id"].replace("#", ".")] = [about["earliest"], after.isoformat()]
    events = {uid.partition("@")[0]: days for uid, days in found.get("events", {}).items()}
    faults += [f"{key}: {events.get(key)}" for key in known if events.get(key) != known[key]]
    return faults + [f"{key}: no such day" for key in events.keys() - known.keys()]


DAYS = re.compile(r"\d{4}-\d\d-\d\d\??(?:/\d{4}-\d\d-\d\d\??)?")
"""Dates that name their days."""


def test_the_calendar(site: tuple[Path, str]) -> None:
    assert not calendar_faults(site[0] / "calendar.ics", site[0])


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("BEGIN:VEVENT", "BEGIN:EVENT"),
        ("END:VEVENT\r\n", ""),
        ("SUMMARY:", "SUMMARY "),
        ("DTSTAMP:", "X-STAMP:"),
        ("UID:", "X-ID:"),
        ("VERSION:2.0\r\n", ""),
        ("DTSTART;VALUE=DATE:2021", "DTSTART;VALUE=DATE:2022"),
        ("DTSTART;VALUE=DATE:202107", "DTSTART;VALUE=DATE:202117"),
        ("DTSTART;VALUE=DATE:", "DTSTART:on "),
        ("DTEND;VALUE=DATE:2021", "DTEND;VALUE=DATE:2020"),
    ],
)
def test_a_broken_calendar_is_rejected(
    site: tuple[Path, str], tmp_path: Path, old: str, new: str
) -> None:
    assert calendar_faults(planted(site[0] / "calendar.ics", old, new, tmp_path), site[0])


def robots_faults(path: Path, site: tuple[Path, str]) -> list[str]:
    """What a robot that keeps to the file would miss."""
    folder, address = site
    pages = [address, *(f"{address}{name}/" for name in ("entries", "provinces", "search"))]
    found = ask("robots", path, *pages, f"{address}feed.xml")
    faults = [f"{refused} is refused" for refused in found["refused"]]
    missing = [
        sitemap
        for sitemap in found["sitemaps"] or ["none"]
        if not (folder / sitemap.removeprefix(address)).is_file()
    ]
    return faults + [f"no sitemap: {sitemap}" for sitemap in missing]


def test_robots_are_let_in_and_shown_the_sitemap(site: tuple[Path, str]) -> None:
    assert not robots_faults(site[0] / "robots.txt", site)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Disallow:\n", "Disallow: /\n"),
        ("Disallow:\n", "Disallow: /*.xml$\n"),
        ("User-agent: *", "User-agent: *\nDisallow: /search"),
        ("Sitemap:", "Site map:"),
        ("Sitemap: http", "Sitemap: /http"),
        ("sitemap.xml", "site.xml"),
    ],
)
def test_a_broken_robots_file_is_rejected(
    site: tuple[Path, str], tmp_path: Path, old: str, new: str
) -> None:
    assert robots_faults(planted(site[0] / "robots.txt", old, new, tmp_path), site)


TIMELINE = """<!doctype html><meta charset="utf-8"><div id="t" style="height:600px"></div>
<script src="timeline.js"></script>
"""


@pytest.fixture
def timeline_errors(page: Any, serve: Callable[..., str], tmp_path: Path) -> Callable[[Any], Any]:
    """Data → (what TimelineJS calls an error, how many slides it shows)."""
    folder = tmp_path / "timeline"
    shutil.copytree(MODULES / "@knight-lab" / "timelinejs" / "dist" / "js", folder)
    (folder / "index.html").write_text(TIMELINE, encoding="utf-8")
    start = serve(folder)

    def errors(data: object) -> tuple[list[str], int]:
        page.goto(start)
        return page.evaluate(
            """async (data) => {
                const timeline = new TL.Timeline("t", data, {font: null, script_path: "."});
                for (let i = 0; i < 100 && !timeline.config; i++)
                    await new Promise(done => setTimeout(done, 50));
                if (!timeline.config) return [["no timeline came of it"], 0];
                timeline.config.validate();
                return [timeline.config.getErrors().map(String), timeline.config.events.length];
            }""",
            data,
        )

    return errors


def test_timelinejs_takes_every_event(
    site: tuple[Path, str], timeline_errors: Callable[[Any], tuple[list[str], int]]
) -> None:
    data = json.loads((site[0] / "data/timeline.json").read_bytes())
    assert timeline_errors(data) == [[], len(data["events"])]


@pytest.mark.parametrize("fault", ["year", "month", "era", "none"])
def test_timelinejs_rejects_broken_data(
    site: tuple[Path, str], timeline_errors: Callable[[Any], tuple[list[str], int]], fault: str
) -> None:
    data = json.loads((site[0] / "data/timeline.json").read_bytes())
    match fault:
        case "year":
            data["events"][1]["start_date"]["year"] = "sometime"
        case "month":
            data["events"][1]["start_date"] = {"year": 2021, "month": "in June"}
        case "era":
            data["eras"] = [{"start_date": {"year": 2021}, "text": {"headline": "No end"}}]
        case "none":
            data["events"] = []
    assert timeline_errors(data)[0]
