"""The ledger as data: what the tables hold, that spreadsheets run nothing, that a validator agrees."""

from __future__ import annotations

import csv
import io
import json
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_gen import cli
from site_gen.exports.table import DANGEROUS, Column, Table, guarded

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of data of the second site."""
    site = tmp_path_factory.mktemp("second")
    shutil.copytree(ROOT / "tests/data/second_site", site, dirs_exist_ok=True)
    shutil.copytree(ROOT / "themes/default", site / "themes/default")
    assert cli.main(["build", "--root", str(site), "--quiet"]) == 0
    return site / "public/data"


def rows(data: Path, name: str) -> list[dict[str, str]]:
    text = (data / f"{name}.csv").read_bytes().decode()
    return list(csv.DictReader(io.StringIO(text, newline="")))


def by(found: list[dict[str, str]], key: str) -> dict[str, dict[str, str]]:
    return {row[key]: row for row in found}


def validate(package: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-W", "ignore", "-m", "frictionless", "validate", package.name, "--json"],
        cwd=package.parent,
        capture_output=True,
        text=True,
        check=False,
    )


def test_a_public_validator_accepts_the_package(data: Path) -> None:
    found = validate(data / "datapackage.json")
    assert found.returncode == 0, found.stdout
    report: dict[str, Any] = json.loads(found.stdout)
    assert report["valid"] is True
    assert [(task["name"], task["errors"]) for task in report["tasks"]] == [
        (name, []) for name in ("events", "claims", "series", "sources", "disputes")
    ]


PLANTED = {
    "a word that is not allowed": ("claims.csv", ",denies,", ",doubts,"),
    "a column that is not described": ("claims.csv", "claim_id,", "claim,"),
    "a date that is none": ("events.csv", ",2034-10-03,", ",2034-10-33,"),
    "a number that is none": ("events.csv", ",48.6,", ",forty-eight,"),
    "a cell too many": ("sources.csv", "\r\nherald-1,", "\r\nherald-1,,"),
    "an event that is not there": ("claims.csv", "#lock-captured,", "#lock-lost,"),
    "an event twice": ("events.csv", "#wounded,", "#lock-captured,"),
    "a dispute without members": ("disputes.json", '"members"', '"member"'),
    "a table without its file": ("datapackage.json", "series.csv", "serious.csv"),
    "a description that is broken": ("datapackage.json", '"resources"', '"resource"'),
}


@pytest.mark.parametrize("name", PLANTED)
def test_and_finds_what_is_planted(data: Path, tmp_path: Path, name: str) -> None:
    shutil.copytree(data, tmp_path, dirs_exist_ok=True)
    path, old, new = PLANTED[name]
    text = (tmp_path / path).read_bytes().decode()
    assert old in text
    (tmp_path / path).write_bytes(text.replace(old, new, 1).encode())
    assert validate(tmp_path / "datapackage.json").returncode != 0


def test_events_have_the_columns_of_acled(data: Path) -> None:
    found = by(rows(data, "events"), "event_id")
    assert len(found) == 8
    lock = found["league-at-harrow-lock#lock-captured"]
    expected = {
        "event_date": "2034-10-03",
        "time_precision": "1",
        "event_type": "Battles",
        "sub_event_type": "Non-state actor overtakes territory",
        "actor1": "Coast League",
        "actor2": "Federal army",
        "country": "Merovia",
        "admin1": "Torrend",
        "admin1_code": "XM-TOR",
        "location": "Harrow Lock",
        "latitude": "48.6",
        "longitude": "3.9",
        "geo_precision": "1",
        "source": "The Courier",
        "status": "disputed",
        "origins": "1",
        "disputes": "harrow-lock",
        "url": "https://saltway.example/chronicle/entries/league-at-harrow-lock/#lock-captured",
    }
    assert {key: lock[key] for key in expected} == expected


def test_no_day_and_no_position_is_made_up(data: Path) -> None:
    found = by(rows(data, "events"), "event_id")
    month = found["saltway-reopens#displaced"]
    assert (month["event_date"], month["time_precision"], month["date"]) == ("", "3", "2034-10")
    assert (month["earliest"], month["latest"]) == ("2034-10-01", "2034-10-31")
    assert (month["admin1"], month["latitude"], month["geo_precision"]) == ("", "", "")
    about = found["convoys-to-dunmere#villages"]
    assert (about["event_date"], about["time_precision"]) == ("2034-10-05", "2")
    assert about["geo_precision"] == "3"
    assert found["saltway-reopens#bridge-open"]["latitude"] == ""


def test_claims_say_who_said_what_through_whom(data: Path) -> None:
    found = by(rows(data, "claims"), "claim_id")
    kane = found["league-at-harrow-lock#wounded.ruta-kane"]
    assert kane["quote"] == "between thirty and forty"
    assert (kane["via"], kane["said"], kane["party"]) == ("Radio Isk", "2034-10-03", "relief")
    assert kane["belligerent"] == "false"
    assert found["league-at-harrow-lock#lock-captured.colonel-pell"]["disputes"] == "harrow-lock"


def test_figures_keep_qualifier_and_scope(data: Path) -> None:
    found = rows(data, "series")
    told = {
        (row["qualifier"], row["value"], row["high"], row["words"], row["scope"], row["speaker"])
        for row in found
        if row["series"] == "wounded"
    }
    assert told == {
        ("about", "30", "40", "", "treated by Open Hands", "Ruta Kane"),
        ("exactly", "", "", "dozens", "by the report's own account", ""),
    }


def test_every_row_has_the_outlet_and_its_day(data: Path) -> None:
    """A statement or a figure on its own told neither when, nor a figure through whom, it came out."""
    claims = by(rows(data, "claims"), "claim_id")
    kane = claims["league-at-harrow-lock#wounded.ruta-kane"]
    assert (kane["source"], kane["published"]) == ("The Courier", "2034-10-04")
    figures = {row["scope"]: row for row in rows(data, "series") if row["series"] == "wounded"}
    hers, own = figures["treated by Open Hands"], figures["by the report's own account"]
    assert (hers["source"], hers["published"], hers["via"]) == (
        "The Courier",
        "2034-10-04",
        "Radio Isk",
    )
    assert (own["published"], own["via"]) == ("2034-10-04", "")
    assert claims["convoys-to-dunmere#villages.marit-olsund"]["published"] == "2034-10-06~"
    disputes = json.loads((data / "disputes.json").read_bytes())
    members = [m for d in disputes for m in d["members"] if "speaker" in m]
    assert members
    assert all({"said", "to", "via"} <= m.keys() for m in members)


def test_sources_and_disputes(data: Path) -> None:
    sources = by(rows(data, "sources"), "source_id")
    assert sources["herald-1"]["publisher"] == ""
    assert sources["herald-1"]["reworded"]
    disputes = json.loads((data / "disputes.json").read_bytes())
    assert [d["dispute_id"] for d in disputes] == ["displaced", "harrow-lock"]
    assert [m.get("speaker") for m in disputes[1]["members"]] == ["Marit Olsund", "Colonel Pell"]
    assert disputes[0]["members"][0].get("speaker") is None


@pytest.mark.parametrize("start", DANGEROUS)
def test_a_spreadsheet_runs_nothing(start: str) -> None:
    assert guarded(f"{start}1+1") == f"'{start}1+1"


@given(st.text())
def test_taking_the_apostrophe_off_gives_the_text_back(text: str) -> None:
    found = guarded(text)
    assert not found.startswith(("=", "+", "-", "@", "\t", "\r", "\n"))
    assert (found.removeprefix("'")) == text


CELLS = st.lists(st.text(st.characters(exclude_categories=["Cs"])), min_size=2, max_size=2)


@given(st.lists(CELLS))
def test_what_is_written_is_what_is_read(cells: list[list[str]]) -> None:
    table = Table(
        name="t",
        path="data/t.csv",
        title="t",
        about="t",
        columns=(Column(name="a", about="a"), Column(name="b", about="b")),
        key="",
        inputs=(),
        rows=lambda: cells,
    )
    content = table.csv().decode()
    read = list(csv.reader(io.StringIO(content, newline="")))
    assert read == [["a", "b"], *[[guarded(cell) for cell in row] for row in cells]]


def test_numbers_stay_numbers() -> None:
    table = Table(
        name="t",
        path="data/t.csv",
        title="t",
        about="t",
        columns=(Column(name="a", kind="number", about="a"),) * 5,
        key="",
        inputs=(),
        rows=lambda: [(-1.5, 1037, None, True, 0)],
    )
    assert table.csv() == b"a,a,a,a,a\r\n-1.5,1037,,true,0\r\n"
