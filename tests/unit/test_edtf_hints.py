"""What is said about a text that is not a date: why, and what to write instead."""

from __future__ import annotations

import pytest

from site_gen.dates.edtf import EdtfError, parse

FORMS = "write a day as 2021-07-08, a month as 2021-07, a year as 2021"
SPELLING = "it is not spelt as EDTF spells it"
FIGURES = "dates are written in figures, year first"
SLASH = "the ends of an interval are joined by a slash"
WHOLE = "each end of an interval is a whole date"
QUALIFIER = "a qualifier stands once, at the end, for the whole date"
SEASON = "a season has no first and no last day"
UNSPECIFIED = "X stands for a whole month or day, or for the last digits of a year"
YEARS = "years run from 0001 to 9999"

HINTS = [
    # Values that do not exist
    ("2021-02-30", "February 2021 has 28 days", "write 2021-02 if the day is not known"),
    ("2020-02-30", "February 2020 has 29 days", "write 2020-02 if the day is not known"),
    ("2021-06-31", "June 2021 has 30 days", "write 2021-06 if the day is not known"),
    ("2021-07-32", "July 2021 has 31 days", "write 2021-07 if the day is not known"),
    ("31.02.2021", "February 2021 has 28 days", "write 2021-02 if the day is not known"),
    ("30 February 2021", "February 2021 has 28 days", "write 2021-02 if the day is not known"),
    ("2021-13", "there is no month 13", "months run from 01 to 12"),
    ("2021-13-07", "there is no month 13", "write 2021-07-13"),
    ("2021-00", "there is no month 00", "write 2021 if the month is not known"),
    ("2021-06-00", "there is no day 00", "write 2021-06 if the day is not known"),
    ("0000", YEARS, FORMS),
    ("0000-01-01", YEARS, FORMS),
    # Figures in another order or with other separators
    ("2021-7-8", "months and days have two digits", "write 2021-07-08"),
    ("2021-7-8~", "months and days have two digits", "write 2021-07-08~"),
    ("2021-7", "months and days have two digits", "write 2021-07"),
    ("2021/07/08", "its parts are joined by hyphens", "write 2021-07-08"),
    ("2021/07", "its parts are joined by hyphens", "write 2021-07"),
    ("2021.07.08", "its parts are joined by hyphens", "write 2021-07-08"),
    ("20210708", "its parts are joined by hyphens", "write 2021-07-08"),
    (
        "08.07.2021",
        "either number may be the month",
        "write 2021-07-08 or 2021-08-07 as is meant",
    ),
    ("13.07.2021", "the year comes first", "write 2021-07-13"),
    ("07/13/2021", "the year comes first", "write 2021-07-13"),
    ("7-7-2021", "the year comes first", "write 2021-07-07"),
    ("07/2021", "the year comes first", "write 2021-07"),
    ("21-07-08", "the year has two digits", "write it with four, and first: 2021-07-08"),
    # Typography, other scripts' digits, the draft of 2012
    ("2021–07–08", SPELLING, "write 2021-07-08"),
    ("۲۰۲۱-۰۷-۰۸", SPELLING, "write 2021-07-08"),
    ("2021-06-xx", SPELLING, "write 2021-06-XX"),
    ("199u", SPELLING, "write 199X"),
    ("unknown/2006", SPELLING, "write /2006"),
    ("2004-01-01/open", SPELLING, "write 2004-01-01/.."),
    ("2021-06?~", SPELLING, "write 2021-06%"),
    ("2021-06-21 / 2021-06-23", SPELLING, "write 2021-06-21/2021-06-23"),
    # Intervals
    ("2021-06-21–2021-06-23", SLASH, "write 2021-06-21/2021-06-23"),
    ("2021-06-21..2021-06-23", SLASH, "write 2021-06-21/2021-06-23"),
    ("2021-06-21 to 2021-06-23", SLASH, "write 2021-06-21/2021-06-23"),
    ("2021-2022", SLASH, "write 2021/2022"),
    ("..2021-06-25", "an interval has a slash", "write ../2021-06-25"),
    ("2021-06-25..", "an interval has a slash", "write 2021-06-25/.."),
    ("2021-06-21/23", WHOLE, "write 2021-06-21/2021-06-23"),
    ("2021-06-28/07-02", WHOLE, "write 2021-06-28/2021-07-02"),
    ("2021-06/07", WHOLE, "write 2021-06/2021-07"),
    ("2019/22", WHOLE, "write 2019/2022"),
    (
        "2021-06-23/2021-06-21",
        "the interval ends before it begins",
        "write 2021-06-21/2021-06-23",
    ),
    (
        "2021-02-30/2021-03-02",
        "February 2021 has 28 days",
        "write 2021-02/2021-03-02 if the day is not known",
    ),
    ("2021-6-8/2021-7-9", "months and days have two digits", "write 2021-06-08/2021-07-09"),
    ("2021-06-21/yesterday", "“yesterday” is no date", FORMS),
    ("2021-02-30/yesterday", "February 2021 has 28 days", FORMS),
    ("2021-06/2021-13", "there is no month 13", "months run from 01 to 12"),
    (
        "../..",
        "an interval has a date at one end at least",
        "write ../2021-06-25 for “by 25 June”, 2021-06-25/.. for “from 25 June”",
    ),
    ("2021/2022/2023", "an interval has one slash", "write its first and its last date only"),
    ("2021-06-21/P3D", "durations are not part of EDTF", "write the first and the last day"),
    # What EDTF has and this program has not
    ("2021-07-08T14:30Z", "dates have no time of day here", "write 2021-07-08"),
    ("2021-07-08 14:30", "dates have no time of day here", "write 2021-07-08"),
    (
        "2021-02-30T10:00",
        "February 2021 has 28 days",
        "write 2021-02 if the day is not known",
    ),
    ("2021-22", SEASON, "write 2021 and name the season in a note"),
    ("spring 2021", SEASON, "write 2021 and name the season in a note"),
    ("Y170000002", YEARS, FORMS),
    ("-1985", YEARS, FORMS),
    ("00XX", YEARS, FORMS),
    ("~2021-06", QUALIFIER, "write 2021-06~"),
    ("2021?-06-~08", QUALIFIER, "write 2021-06-08%"),
    ("2004-06-~01/2004-06-~20", QUALIFIER, "write 2004-06-01~/2004-06-20~"),
    ("2021-07-1X", UNSPECIFIED, "write 2021-07-XX"),
    ("1560-XX-25", UNSPECIFIED, "write 1560-XX-XX"),
    ("156X-12-25", UNSPECIFIED, "write 156X"),
    ("1XXX", UNSPECIFIED, "as in 2021-07-XX, 2021-XX, 202X, 20XX"),
    (
        "2021-34",
        "parts of a year other than months are EDTF level 2",
        "write an interval of months, as in 2021-04/2021-06",
    ),
    (
        "1950S2",
        "significant digits are EDTF level 2",
        "write the decade or the century, as in 202X or 20XX",
    ),
    (
        "[1667,1668]",
        "sets of dates are EDTF level 2",
        "write an interval from the earliest to the latest",
    ),
    # English
    ("7 July 2021", FIGURES, "write 2021-07-07"),
    ("July 7, 2021", FIGURES, "write 2021-07-07"),
    ("Thursday, the 8th July 2021", FIGURES, "write 2021-07-08"),
    ("9 Sept. 2001", FIGURES, "write 2001-09-09"),
    ("July 2021", FIGURES, "write 2021-07"),
    ("about June 2021", FIGURES, "write 2021-06~"),
    ("c. 2021", FIGURES, "write 2021~"),
    ("the 1990s", FIGURES, "write 199X"),
    ("by 25 June 2021", FIGURES, "write ../2021-06-25"),
    ("since about April 14, 2021", FIGURES, "write 2021-04-14~/.."),
    ("7–8 July 2021", FIGURES, "write 2021-07-07/2021-07-08"),
    ("July 7–8, 2021", FIGURES, "write 2021-07-07/2021-07-08"),
    ("28 June – 2 July 2021", FIGURES, "write 2021-06-28/2021-07-02"),
    ("June 28 to July 2, 2021", FIGURES, "write 2021-06-28/2021-07-02"),
    ("early July 2021", "EDTF has no “early”", "write 2021-07"),
    ("7 July", "the year is missing", FORMS),
]


@pytest.mark.parametrize(("text", "reason", "hint"), HINTS)
def test_reason_and_hint(text: str, reason: str, hint: str) -> None:
    with pytest.raises(EdtfError) as caught:
        parse(text)
    assert caught.value.message == f"“{text}” cannot be read as a date: {reason}"
    assert caught.value.hint == hint
    assert str(caught.value) == f"{caught.value.message}; hint: {hint}"


@pytest.mark.parametrize("text", ["tomorrow", "~", "2021-06-", "2021-07-08Z", "a"])
def test_a_text_that_nothing_is_known_about(text: str) -> None:
    with pytest.raises(EdtfError) as caught:
        parse(text)
    assert caught.value.message == f"“{text}” cannot be read as a date"
    assert caught.value.hint == FORMS


@pytest.mark.parametrize("text", ["", "  \n"])
def test_no_text(text: str) -> None:
    with pytest.raises(EdtfError, match=r"^a date is missing; hint: write a day as"):
        parse(text)


def test_a_message_is_one_short_line() -> None:
    with pytest.raises(EdtfError) as caught:
        parse("2021\n" + "é" * 1000)
    message = caught.value.message
    assert message.startswith("“2021�éé")
    assert message.endswith("é…” cannot be read as a date: it is too long for one")
    assert len(message) < 120
