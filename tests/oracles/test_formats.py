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
import yaml
from atom import atom_errors
from lxml import etree

from site_gen.engine.build import BuildOptions, build

pytestmark = pytest.mark.oracle
HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
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


def known_positions() -> dict[tuple[str, str], tuple[float, float]]:
    """(province, place) → (degrees east, degrees north), read by nothing but a reader of YAML."""
    text = (ROOT / "content/provinces.yaml").read_text(encoding="utf-8")
    return {
        (province["code"], place["name"]): (place["lon"], place["lat"])
        for province in yaml.safe_load(text)["provinces"]
        for place in (province["capital"], *province["places"])
        if "lon" in place
    }


def dot_faults(data: Any) -> list[str]:
    """Events with a dot that is not at one of their places, or without one that they should have."""
    known, faults = known_positions(), []
    for feature in data["features"]:
        about, shape = feature["properties"], feature["geometry"]
        named = {
            known[province, place]
            for place in about["places"]
            for province in about["provinces"]
            if (province, place) in known
        }
        drawn: set[tuple[float, ...]] = set()
        if shape is not None:
            several = shape["type"] == "MultiPoint"
            found = shape["coordinates"] if several else [shape["coordinates"]]
            drawn = {tuple(position) for position in found}
        if drawn != named:
            faults.append(f"{feature['id']}: {drawn}, not {named}")
    return faults


def test_a_dot_is_where_a_place_is_known_and_nowhere_else(site: tuple[Path, str]) -> None:
    data = json.loads((site[0] / "data/events.geojson").read_bytes())
    assert not dot_faults(data)
    kinds = {f["geometry"] and f["geometry"]["type"] for f in data["features"]}
    assert kinds == {None, "Point", "MultiPoint"}


@pytest.mark.parametrize("fault", ["province", "moved", "swapped", "lost"])
def test_a_planted_dot_is_found(site: tuple[Path, str], fault: str) -> None:
    data = json.loads((site[0] / "data/events.geojson").read_bytes())
    features = data["features"]
    with_dot = next(f for f in features if (f["geometry"] or {}).get("type") == "Point")
    match fault:
        case "province":  # known to the province, drawn in its middle
            bare = [f for f in features if f["properties"]["provinces"]]
            feature = next(f for f in bare if not f["properties"]["places"])
            feature["geometry"] = {"type": "Point", "coordinates": [68.5, 36.8]}
        case "moved":
            with_dot["geometry"]["coordinates"][0] += 0.5
        case "swapped":
            with_dot["geometry"]["coordinates"].reverse()
        case "lost":
            with_dot["geometry"] = None
    assert len(dot_faults(data)) == 1


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


@pytest.mark.parametrize("date", [r"\d{4}-\d\d", r"\d{4}", r"\d{4}-\d\d-\d\d~", r"\.\./.*"])
def test_a_day_that_nobody_gave_is_found_in_the_calendar(
    site: tuple[Path, str], tmp_path: Path, date: str
) -> None:
    """A month, a year, “about” and “by”, each put down as its first possible day, or its last."""
    features = json.loads((site[0] / "data/events.geojson").read_bytes())["features"]
    feature = next(f for f in features if re.fullmatch(date, f["properties"]["date"]))
    about = feature["properties"]
    day = (about["earliest"] or about["latest"]).replace("-", "")
    event = (
        f"BEGIN:VEVENT\r\nUID:{feature['id'].replace('#', '.')}@a\r\nDTSTAMP:20210708T000000Z\r\n"
        f"DTSTART;VALUE=DATE:{day}\r\nSUMMARY:x\r\nEND:VEVENT\r\nEND:VCALENDAR"
    )
    bad = planted(site[0] / "calendar.ics", "END:VCALENDAR", event, tmp_path)
    assert any("no such day" in fault for fault in calendar_faults(bad, site[0]))


@pytest.fixture(scope="module")
def moved(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site with an earlier address of an entry, below a path."""
    root = tmp_path_factory.mktemp("moved")
    shutil.copytree(ROOT / "tests/data/second_site", root, dirs_exist_ok=True)
    entry = root / "content/entries/league-at-harrow-lock.md"
    text = entry.read_text(encoding="utf-8")
    entry.write_text(text.replace("title:", "aliases: [/old/]\ntitle:", 1), encoding="utf-8")
    report = build(BuildOptions(root=root, out=root / "out", base_url="https://a.example/repo/"))
    assert not report.failed, report.diagnostics
    return root / "out"


def test_a_redirect_is_a_page(moved: Path, nu: Callable[..., list[str]]) -> None:
    assert not nu(moved / "old/index.html")


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("0; url=", "soon; url="),
        ("<title>", "<tilte>"),
        ('rel="canonical" href', 'rel="canonical" src'),
        ("<html lang", "<p><html lang"),
        ('http-equiv="refresh"', 'http-equiv="forward"'),
    ],
)
def test_a_broken_redirect_is_rejected(
    moved: Path, nu: Callable[..., list[str]], tmp_path: Path, old: str, new: str
) -> None:
    assert nu(planted(moved / "old/index.html", old, new, tmp_path))


def test_the_page_for_what_is_not_there_is_a_page(
    moved: Path, nu: Callable[..., list[str]], tmp_path: Path
) -> None:
    assert not nu(moved / "404.html")
    assert nu(planted(moved / "404.html", "</main>", "</man>", tmp_path))


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


Reader = Callable[[Any], tuple[list[str], dict[str, str]]]


@pytest.fixture
def timeline_errors(page: Any, serve: Callable[..., str], tmp_path: Path) -> Reader:
    """Data → (what TimelineJS calls an error, slide → how precise it takes its date to be)."""
    folder = tmp_path / "timeline"
    shutil.copytree(MODULES / "@knight-lab" / "timelinejs" / "dist" / "js", folder)
    (folder / "index.html").write_text(TIMELINE, encoding="utf-8")
    start = serve(folder)

    def errors(data: object) -> tuple[list[str], dict[str, str]]:
        page.goto(start)
        return page.evaluate(
            """async (data) => {
                const timeline = new TL.Timeline("t", data, {font: null, script_path: "."});
                for (let i = 0; i < 100 && !timeline.config; i++)
                    await new Promise(done => setTimeout(done, 50));
                if (!timeline.config) return [["no timeline came of it"], {}];
                timeline.config.validate();
                const slides = timeline.config.events.map(
                    (slide) => [slide.unique_id, slide.start_date.findBestFormat()]);
                return [timeline.config.getErrors().map(String), Object.fromEntries(slides)];
            }""",
            data,
        )

    return errors


def precision_faults(slides: dict[str, str], site: Path) -> list[str]:
    """Slides that TimelineJS takes to be more or less precise than the date of the event."""
    names, faults = {4: "year", 7: "month", 10: "full"}, []
    for row in json.loads((site / "data/events.geojson").read_bytes())["features"]:
        first = row["properties"]["date"].removeprefix("../").partition("/")[0]
        digits = re.match(r"\d{4}(-\d\d)*", first.rstrip("?~%"))
        wanted = names[len(digits[0])] if digits else "year"
        shown = slides.get(row["id"].replace("#", "--"))
        if shown != wanted:
            faults.append(f"{row['id']}: {shown}, not {wanted}")
    return faults


def test_timelinejs_takes_every_event(site: tuple[Path, str], timeline_errors: Reader) -> None:
    data = json.loads((site[0] / "data/timeline.json").read_bytes())
    errors, slides = timeline_errors(data)
    assert not errors
    assert len(slides) == len(data["events"])
    assert not precision_faults(slides, site[0])


def test_a_month_that_became_a_day_is_found(
    site: tuple[Path, str], timeline_errors: Reader
) -> None:
    data = json.loads((site[0] / "data/timeline.json").read_bytes())
    month = next(e for e in data["events"] if e["edtf"].count("-") == 1 and "/" not in e["edtf"])
    month["start_date"]["day"] = 1
    _, slides = timeline_errors(data)
    assert len(precision_faults(slides, site[0])) == 1


@pytest.mark.parametrize("fault", ["year", "month", "era", "none"])
def test_timelinejs_rejects_broken_data(
    site: tuple[Path, str], timeline_errors: Reader, fault: str
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
