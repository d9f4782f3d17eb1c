"""Dates of every form: the words say no more than the text, the order is total, nothing crashes."""

from __future__ import annotations

import datetime as dt
import re
from calendar import monthrange

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from site_gen.dates.edtf import EdtfError, EventDate, parse
from site_gen.dates.wording import ENGLISH, ENGLISH_SHORT

MARKS = st.sampled_from(["", "", "~", "?", "%"])


@st.composite
def single(draw: st.DrawFn) -> str:
    """A day, month, year, decade or century, with or without unspecified digits and doubt."""
    year = draw(st.integers(1, 9999))
    month = draw(st.integers(1, 12))
    day = draw(st.integers(1, monthrange(year, month)[1]))
    text = draw(
        st.sampled_from(
            [
                f"{year:04}-{month:02}-{day:02}",
                f"{year:04}-{month:02}",
                f"{year:04}",
                f"{year:04}-{month:02}-XX",
                f"{year:04}-XX",
                f"{year:04}-XX-XX",
                f"{max(year, 10):04}"[:3] + "X",
                f"{max(year, 100):04}"[:2] + "XX",
            ]
        )
    )
    return text + draw(MARKS)


@st.composite
def dates(draw: st.DrawFn) -> EventDate:
    """A date of any form that is accepted."""
    one = draw(single())
    match draw(st.sampled_from(["single", "interval", "near", "../", "/", "/..", "/ "])):
        case "single":
            return parse(one)
        case "interval":
            return _interval(one, draw(single()))
        case "near":  # within the same year more often than by chance
            return _interval(one, one[:4].replace("X", "1") + draw(single())[4:])
        case "../":
            return parse(f"../{one}")
        case "/":
            return parse(f"/{one}")
        case "/..":
            return parse(f"{one}/..")
        case _:
            return parse(f"{one}/")


def _interval(one: str, two: str) -> EventDate:
    for text in (f"{one}/{two}", f"{two}/{one}"):
        try:
            return parse(text)
        except EdtfError:  # backwards, or 29 February in another year
            continue
    return parse(one)


@given(dates())
def test_the_text_is_the_date(date: EventDate) -> None:
    assert parse(date.edtf) == date
    parse.cache_clear()
    assert parse(date.edtf) == date
    assert hash(parse(date.edtf)) == hash(date)


@given(dates())
def test_words_mention_no_day_and_no_month_that_the_text_has_not(date: EventDate) -> None:
    days = {str(int(day)) for day in re.findall(r"-\d\d-(\d\d)", date.edtf)}
    months = {int(month) - 1 for month in re.findall(r"\d{4}-(\d\d)", date.edtf)}
    for text, names in ((date.words(), ENGLISH.months), (date.short(), ENGLISH_SHORT.months)):
        assert set(re.findall(r"\b\d\d?\b", text)) == days
        said = set(re.findall(rf"\b(?:{'|'.join(names)})\b", text))
        assert said == {names[month] for month in months}
    if "X" not in date.edtf:
        assert set(re.findall(r"\d{4}", date.words())) == set(re.findall(r"\d{4}", date.edtf))


@given(dates())
def test_words_say_the_doubt(date: EventDate) -> None:
    assert ("about" in date.words()) == date.approximate
    assert ("(uncertain)" in date.words()) == date.uncertain
    assert ("c. " in date.short()) == date.approximate
    assert not date.uncertain or "?" in date.short()


@given(dates())
def test_bounds_are_days_that_exist_in_the_right_order(date: EventDate) -> None:
    assert date.start or date.end
    if date.start is None or date.end is None:
        assert date.days() is None
    else:
        start = dt.date.fromisoformat(date.start)
        end = dt.date.fromisoformat(date.end)
        assert start <= end
        assert date.days() == (end - start).days + 1


@given(dates())
def test_machine_value_is_valid_in_html_and_covers_the_same_days(date: EventDate) -> None:
    value = date.machine()
    assert re.fullmatch(r"|\d{4}(-\d\d){0,2}", value)
    if value:
        assert (parse(value).start, parse(value).end) == (date.start, date.end)


@given(dates())
def test_the_month_of_filing_is_the_month_of_the_sort_key(date: EventDate) -> None:
    anchor = date.sort_key[:10]
    named = re.match(r"(\.\.)?/?\d{4}-\d\d", date.edtf)
    assert date.months() == ((anchor[:7],) if named else ())


@given(dates(), dates(), dates())
def test_order_is_total(one: EventDate, two: EventDate, three: EventDate) -> None:
    assert (one.sort_key == two.sort_key) == (one == two)
    assert [one.sort_key < two.sort_key, two.sort_key < one.sort_key, one == two].count(True) == 1
    if one.sort_key <= two.sort_key <= three.sort_key:
        assert one.sort_key <= three.sort_key


@given(dates(), dates())
def test_what_is_over_before_the_other_begins_sorts_first(one: EventDate, two: EventDate) -> None:
    if one.end and two.start and one.end < two.start:
        assert one.sort_key < two.sort_key
        assert not one.overlaps(two)


@given(dates(), dates())
def test_a_wider_span_comes_before_the_narrower_on_the_same_start(
    one: EventDate, two: EventDate
) -> None:
    days, other = one.days(), two.days()
    if one.start == two.start and days and other and days > other:
        assert one.sort_key < two.sort_key


@given(dates(), dates())
def test_overlap_is_mutual_and_follows_from_being_within(one: EventDate, two: EventDate) -> None:
    assert one.overlaps(two) == two.overlaps(one)
    assert one.overlaps(one)
    assert one.within(one)
    if one.within(two):
        assert one.overlaps(two)
    if one.within(two) and two.within(one):
        assert (one.start, one.end) == (two.start, two.end)


PIECES = st.sampled_from(list("0123456789-/.?~%X xuTZYESP[]{},–۲²é\n")) | st.sampled_from(
    ["2021", "-06", "-07", "-02-30", "..", "XX", " July ", "June", "about ", " to ", "open", "by "]
)
TEXTS = st.text() | st.lists(PIECES, max_size=12).map("".join)


@given(TEXTS)
@example("2021/07")
@example("07/13/2021")
@example("0\x1f0/")
def test_any_text_is_a_date_or_an_error_with_a_reason(text: str) -> None:
    try:
        date = parse(text)
    except EdtfError as error:
        assert error.message.isprintable()  # noqa: PT017 - either outcome is right
        assert error.hint.isprintable()  # noqa: PT017
        assert error.hint  # noqa: PT017
    else:
        assert date.edtf == text.strip()
        assert date.words()
        assert date.short()


@given(TEXTS)
@example("08.07.2021")
@example("2021-02-30/2021-03-02")
def test_a_hint_offers_only_dates(text: str) -> None:
    try:
        parse(text)
    except EdtfError as error:
        offer = re.match(r"write (\S*\d\S*)(?: or (\S*\d\S*))?(?: if| as is| and|$)", error.hint)
        for date in filter(None, offer.groups() if offer else ()):
            parse(date)


@given(st.dates())
def test_every_day_of_the_calendar(day: dt.date) -> None:
    date = parse(day.isoformat())
    assert (date.start, date.end, date.machine()) == (day.isoformat(),) * 3
    assert (date.days(), date.time_precision) == (1, 1)
    assert date.words() == f"{day.day} {ENGLISH.months[day.month - 1]} {day.year:04}"


@given(st.integers(0, 9999), st.integers(0, 99), st.integers(0, 99))
def test_no_day_outside_the_calendar(year: int, month: int, day: int) -> None:
    text = f"{year:04}-{month:02}-{day:02}"
    try:
        dt.date(year, month, day)
    except ValueError:
        with pytest.raises(EdtfError):
            parse(text)
    else:
        assert parse(text).precision == "day"
