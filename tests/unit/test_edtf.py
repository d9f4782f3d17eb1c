"""Dates: EDTF levels 0 and 1 as far as `site_gen.dates.edtf` lists them."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from site_gen.dates.edtf import EdtfError, parse

ROOT = Path(__file__).resolve().parents[2]

# The examples of the specification (https://www.loc.gov/standards/datetime/, 4 February 2019),
# with the bounds and the precision that its prose gives them.
SPECIFICATION = [
    # Level 0, date
    ("1985-04-12", "1985-04-12", "1985-04-12", "day"),
    ("1985-04", "1985-04-01", "1985-04-30", "month"),
    ("1985", "1985-01-01", "1985-12-31", "year"),
    # Level 0, time interval
    ("1964/2008", "1964-01-01", "2008-12-31", "interval"),
    ("2004-06/2006-08", "2004-06-01", "2006-08-31", "interval"),
    ("2004-02-01/2005-02-08", "2004-02-01", "2005-02-08", "interval"),
    ("2004-02-01/2005-02", "2004-02-01", "2005-02-28", "interval"),
    ("2004-02-01/2005", "2004-02-01", "2005-12-31", "interval"),
    ("2005/2006-02", "2005-01-01", "2006-02-28", "interval"),
    # Level 1, qualification of a date
    ("1984?", "1984-01-01", "1984-12-31", "year"),
    ("2004-06~", "2004-06-01", "2004-06-30", "month"),
    ("2004-06-11%", "2004-06-11", "2004-06-11", "day"),
    # Level 1, unspecified digits from the right
    ("201X", "2010-01-01", "2019-12-31", "decade"),
    ("20XX", "2000-01-01", "2099-12-31", "century"),
    ("2004-XX", "2004-01-01", "2004-12-31", "year"),
    ("1985-04-XX", "1985-04-01", "1985-04-30", "month"),
    ("1985-XX-XX", "1985-01-01", "1985-12-31", "year"),
    # Level 1, extended interval
    ("1985-04-12/..", "1985-04-12", None, "interval"),
    ("1985-04/..", "1985-04-01", None, "interval"),
    ("1985/..", "1985-01-01", None, "interval"),
    ("../1985-04-12", None, "1985-04-12", "interval"),
    ("../1985-04", None, "1985-04-30", "interval"),
    ("../1985", None, "1985-12-31", "interval"),
    ("1985-04-12/", "1985-04-12", None, "interval"),
    ("1985-04/", "1985-04-01", None, "interval"),
    ("1985/", "1985-01-01", None, "interval"),
    ("/1985-04-12", None, "1985-04-12", "interval"),
    ("/1985-04", None, "1985-04-30", "interval"),
    ("/1985", None, "1985-12-31", "interval"),
    # Intervals with qualified ends
    ("1984~/2004-06", "1984-01-01", "2004-06-30", "interval"),
    ("1984/2004-06~", "1984-01-01", "2004-06-30", "interval"),
    ("1984?/2004%", "1984-01-01", "2004-12-31", "interval"),
    ("1984-06-02?/2004-08-08~", "1984-06-02", "2004-08-08", "interval"),
    # Level 2, the one feature that is taken from it
    ("2004-06-XX/2004-07-03", "2004-06-01", "2004-07-03", "interval"),
]

REFUSED = [
    # Level 0, date and time
    "1985-04-12T23:20:30",
    "1985-04-12T23:20:30Z",
    "1985-04-12T23:20:30-04",
    "1985-04-12T23:20:30+04:30",
    # Level 1, years of more than four digits, seasons, negative years
    "Y170000002",
    "Y-170000002",
    "2001-21",
    "-1985",
    # Level 2
    "Y-17E7",
    "1950S2",
    "2001-34",
    "[1667,1668,1670..1672]",
    "{1960,1961-12}",
    "[..1984]",
    "2004-06~-11",
    "?2004-06-~11",
    "156X-12-25",
    "15XX-12-XX",
    "1XXX-XX",
    "XXXX-12-XX",
    "1560-XX-25",
    "1XXX",
    "XXXX",
    "2004-06-~01/2004-06-~20",
    # What is no EDTF
    "",
    " ",
    "/",
    "../..",
    "../",
    "..",
    "2021-6-25",
    "2021-02-30",
    "2021-02-29",
    "1900-02-29",
    "2021-13",
    "2021-00",
    "2021-06-00",
    "2021-06-31",
    "0000",
    "0000-01-01",
    "00XX",
    "000X",
    "2021-06-23/2021-06-21",
    "2021-06/2021-05",
    "2021/2022/2023",
    "2021-06-XX-XX",
    "2021-XX-",
    "2021-06-",
    "2021-06~?",
    "2021-06?~",
    "~",
    "X",
    "XX",
    "20210708",
    "2021-xx",
    "۲۰۲۱-۰۷-۰۸",
    "２０２１",
    "2021-07-0²",
    "7 July 2021",
]


@pytest.mark.parametrize(("text", "start", "end", "precision"), SPECIFICATION)
def test_examples_of_the_specification(
    text: str, start: str | None, end: str | None, precision: str
) -> None:
    date = parse(text)
    assert (date.edtf, date.start, date.end, date.precision) == (text, start, end, precision)


@pytest.mark.parametrize("text", REFUSED)
def test_refused(text: str) -> None:
    with pytest.raises(EdtfError) as caught:
        parse(text)
    assert caught.value.message


def test_leap_years() -> None:
    assert parse("2000-02-29").days() == 1
    assert parse("2020-02").end == "2020-02-29"
    assert parse("1900-02").end == "1900-02-28"
    assert parse("0004-02-29").start == "0004-02-29"


def test_white_space_around_is_ignored() -> None:
    assert parse(" 2021-07-08\n") == parse("2021-07-08")
    assert parse("\t../2021 ").edtf == "../2021"


@pytest.mark.parametrize(
    ("text", "approximate", "uncertain"),
    [
        ("2021-06", False, False),
        ("2021-06~", True, False),
        ("2021-06?", False, True),
        ("2021-06%", True, True),
        ("2021-06/2021-07~", True, False),
        ("2021-06?/2021-07", False, True),
        ("2021-06?/2021-07~", True, True),
        ("2021-06%/..", True, True),
    ],
)
def test_doubt(text: str, approximate: bool, uncertain: bool) -> None:
    date = parse(text)
    assert (date.approximate, date.uncertain) == (approximate, uncertain)


WORDS = [
    ("2021-07-08", "8 July 2021", "8 Jul"),
    ("2021-07", "July 2021", "Jul"),
    ("2021", "2021", "2021"),
    ("0985-04-12", "12 April 0985", "12 Apr"),
    ("2021-06~", "about June 2021", "c. Jun"),
    ("2021-06-22?", "22 June 2021 (uncertain)", "22 Jun?"),
    ("2021-06-22%", "about 22 June 2021 (uncertain)", "c. 22 Jun?"),
    ("2021-06-XX", "some day in June 2021", "a day in Jun"),
    ("2021-06-XX~", "some day in about June 2021", "a day in c. Jun"),
    ("2021-XX", "some time in 2021", "2021"),
    ("2021-XX%", "some time in about 2021 (uncertain)", "c. 2021?"),
    ("2021-XX-XX", "some time in 2021", "2021"),
    ("199X", "1990s", "1990s"),
    ("199X~", "about the 1990s", "c. 1990s"),
    ("20XX", "some time in 2000–2099", "2000–2099"),
    ("../2021-06-25", "by 25 June 2021", "by 25 Jun"),
    ("../2021-06-25?", "by 25 June 2021 (uncertain)", "by 25 Jun?"),
    ("../199X", "by the 1990s", "by 1990s"),
    ("/2021-06-25", "until 25 June 2021, start unknown", "until 25 Jun, start?"),
    ("2021-04-14/..", "from 14 April 2021", "from 14 Apr"),
    ("2021-04-14/", "from 14 April 2021, end unknown", "from 14 Apr, end?"),
    ("2021-07-07/2021-07-08", "7–8 July 2021", "7–8 Jul"),
    ("2021-07-08/2021-07-08", "8 July 2021", "8 Jul"),
    ("2021-06-28/2021-07-02", "28 June – 2 July 2021", "28 Jun – 2 Jul"),
    (
        "2020-12-30/2021-01-02",
        "30 December 2020 – 2 January 2021",
        "30 Dec 2020 – 2 Jan 2021",
    ),
    ("2021-06/2021-07", "June–July 2021", "Jun–Jul"),
    ("2020-06/2021-07", "June 2020 – July 2021", "Jun 2020 – Jul 2021"),
    ("1996/2001", "1996–2001", "1996–2001"),
    ("199X/2001", "the 1990s – 2001", "1990s – 2001"),
    ("2021-06/2021-07-03", "June 2021 – 3 July 2021", "Jun – 3 Jul"),
    ("2021/2021-06", "2021 – June 2021", "2021 – Jun 2021"),
    ("2021-06-21~/2021-06-23~", "about 21–23 June 2021", "c. 21–23 Jun"),
    (
        "2021-06-21?/2021-06-23~",
        "21 June 2021 (uncertain) – about 23 June 2021",
        "21 Jun? – c. 23 Jun",
    ),
    ("2021-06-XX/2021-07-03", "some day in June 2021 – 3 July 2021", "a day in Jun – 3 Jul"),
]


@pytest.mark.parametrize(("text", "words", "short"), WORDS)
def test_words_for_people(text: str, words: str, short: str) -> None:
    assert (parse(text).words(), parse(text).short()) == (words, short)


@pytest.mark.parametrize(
    ("text", "machine"),
    [
        ("2021-07-08", "2021-07-08"),
        ("2021-07", "2021-07"),
        ("2021", "2021"),
        ("2021-07-XX", "2021-07"),
        ("2021-XX", "2021"),
        ("2021-XX-XX", "2021"),
        # HTML cannot say these
        ("2021-07~", ""),
        ("2021-07-08?", ""),
        ("202X", ""),
        ("20XX", ""),
        ("2021-07-07/2021-07-08", ""),
        ("../2021-06-25", ""),
        ("2021-04-14/..", ""),
    ],
)
def test_machine_value(text: str, machine: str) -> None:
    assert parse(text).machine() == machine


@pytest.mark.parametrize(
    ("text", "days", "precision"),
    [
        ("2021-07-08", 1, 1),
        ("2021-07-08~", 1, 2),
        ("2021-07-08?", 1, 2),
        ("2021-07-07/2021-07-08", 2, 2),
        ("2021-06-28/2021-07-04", 7, 2),
        ("2021-06-27/2021-07-04", 8, 3),
        ("2021-02", 28, 3),
        ("2021", 365, 3),
        ("2020", 366, 3),
        ("199X", 3652, 3),
        ("../2021-06-25", None, 3),
        ("2021-06-25/", None, 3),
    ],
)
def test_days_and_acled_time_precision(text: str, days: int | None, precision: int) -> None:
    assert (parse(text).days(), parse(text).time_precision) == (days, precision)


@pytest.mark.parametrize(
    ("text", "months"),
    [
        ("2021-07-08", ("2021-07",)),
        ("2021-07~", ("2021-07",)),
        ("2021-07-XX", ("2021-07",)),
        ("2021-06-28/2021-07-02", ("2021-06",)),
        ("2021-06/2021", ("2021-06",)),
        ("../2021-06-25", ("2021-06",)),
        ("/2021-06?", ("2021-06",)),
        ("2021-04-14/..", ("2021-04",)),
        ("2021", ()),
        ("2021-XX", ()),
        ("2021-XX-XX", ()),
        ("2021~", ()),
        ("202X", ()),
        ("2021/2021-06", ()),
        ("../2021", ()),
    ],
)
def test_the_month_under_which_a_date_is_filed(text: str, months: tuple[str, ...]) -> None:
    assert parse(text).months() == months


def test_order() -> None:
    texts = [
        "199X",
        "1996",
        "20XX",
        "2020-12-30/2021-01-02",
        "2021",
        "2021-XX",
        "2021-01",
        "2021-01-01",
        "2021-04-14/..",
        "2021-04-14",
        "2021-06/2021-07",
        "2021-06",
        "2021-06-XX",
        "2021-06~",
        "2021-06-01/2021-06-03",
        "2021-06-01",
        "../2021-06-25",
        "2021-06-25/2021-06-26",
        "2021-06-25",
        "2021-06-25?",
        "../2021-06",
        "2021-06-30",
        "2021-07",
    ]
    dates = sorted(map(parse, reversed(texts)), key=lambda date: date.sort_key)
    assert [date.edtf for date in dates] == texts


@pytest.mark.parametrize(
    ("one", "other", "overlaps", "within"),
    [
        ("2021-07-08", "2021-07", True, True),
        ("2021-07", "2021-07-08", True, False),
        ("2021-07-08", "2021-07-09", False, False),
        ("2021-06-28/2021-07-02", "2021-07", True, False),
        ("../2021-06-25", "2021-06", True, False),
        ("../2021-06-25", "2021-07", False, False),
        ("2021-06", "../2021-06-25", True, False),
        ("2021-06-01", "../2021-06-25", True, True),
        ("2021-06-25/..", "2021-07", True, False),
        ("2021-07", "2021-06-25/..", True, True),
        ("2021-06-25/..", "../2021-06-25", True, False),
        ("2021-06-26/..", "../2021-06-25", False, False),
        ("../2021-06-24", "../2021-06-25", True, True),
        ("../2021-06-26", "../2021-06-25", True, False),
    ],
)
def test_overlaps_and_within(one: str, other: str, overlaps: bool, within: bool) -> None:
    a, b = parse(one), parse(other)
    assert (a.overlaps(b), b.overlaps(a), a.within(b)) == (overlaps, overlaps, within)


def test_the_documentation_shows_what_is_shown() -> None:
    page = ROOT / "docs" / "dates.md"
    rows = re.findall(r"^\| `(\S+)` \| (.+?) \| (.+?) \|$", page.read_text("utf-8"), re.MULTILINE)
    assert len(rows) == 20
    for text, words, short in rows:
        assert (parse(text).words(), parse(text).short()) == (words, short)


def test_reading_a_date_loads_no_heavy_module() -> None:
    program = (
        "import dataclasses, functools, sys, typing; before = set(sys.modules); import site_gen.dates.edtf;"
        "site_gen.dates.edtf.parse('2021-06~').words();"
        "print(*sorted(set(sys.modules) - before))"
    )
    loaded = subprocess.run(
        [sys.executable, "-c", program], check=True, capture_output=True, text=True, cwd=ROOT
    ).stdout.split()
    assert set(loaded) <= {
        "__future__",
        "site_gen",
        "site_gen.dates",
        "site_gen.dates.edtf",
        "site_gen.dates.wording",
    }
