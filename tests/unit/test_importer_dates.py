"""Expressions of time and what they come to, with the document's date given."""

from __future__ import annotations

from datetime import date

import pytest

from site_gen.dates.edtf import parse
from site_gen.importer.dates.finding import find_dates

PUBLISHED = date(2021, 6, 22)  # a Tuesday


def values(text: str, published: date | None = PUBLISHED) -> list[tuple[str, str]]:
    return [(d.value, d.role) for d in find_dates([(1, text)], published)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They took the town on June 21.", "2021-06-21"),
        ("They took the town late on June 21.", "2021-06-21"),
        ("They took the town on 21 June.", "2021-06-21"),
        ("On May 28th the base was closed.", "2021-05-28"),
        ("The war began on Oct. 7, the general said.", "2020-10-07"),
        ("Talks opened on March 3, 2004, in Doha.", "2004-03-03"),
        ("Talks opened in September 2020.", "2020-09"),
        ("The deal was signed last September.", "2020-09"),
        ("The bridge opened in 2007.", "2007"),
        ("The party ruled in the 1990s.", "199X"),
        ("Shells fell on Sunday, residents said.", "2021-06-20"),
        ("Shells fell on Tuesday, residents said.", "2021-06-22"),
        ("Shells fell last Tuesday, residents said.", "2021-06-15"),
        ("Shells fell on Monday night.", "2021-06-21"),
        ("Shells fell yesterday.", "2021-06-21"),
        ("Forty were killed in the past 24 hours.", "2021-06-21/2021-06-22"),
        ("Forty were killed over the past three days.", "2021-06-19/2021-06-22"),
        ("Dozens of towns fell since May 1.", "2021-05-01/2021-06-22"),
        ("Fifty districts fell since May.", "2021-05/2021-06-22"),
        ("The town fell over the weekend.", "2021-06-19/2021-06-20"),
        ("They fought for a second day.", "2021-06-21/2021-06-22"),
        ("They fought for a third consecutive day.", "2021-06-20/2021-06-22"),
        ("They fought from June 18 to June 20.", "2021-06-18/2021-06-20"),
        ("They fought on 18–20 June.", "2021-06-18/2021-06-20"),
        ("They fought between Friday and Sunday.", "2021-06-18/2021-06-20"),
        ("Two days ago the road was cut.", "2021-06-20"),
        ("Three weeks ago the road was cut.", "2021-06-01~"),
        ("The road was cut last week.", "2021-06-14/2021-06-20"),
        ("The road was cut last month.", "2021-05"),
        ("The road was cut in early June.", "2021-06"),
        ("The town was lost by June 20.", "../2021-06-20"),
        ("Forty died since the start of June.", "2021-06/2021-06-22"),
        ("Forty died since the weekend.", "2021-06-19/2021-06-22"),
        ("Nothing has come since the beginning of the month.", "2021-06/2021-06-22"),
        ("It began on the last day of March.", "2021-03-31"),
        ("It began a fortnight ago.", "2021-06-08~"),
        ("It fell on Monday (21 June).", "2021-06-21"),
        ("Cases doubled compared with January.", "2021-01"),
        ("He had called them a threat as recently as May.", "2021-05"),
        ("It ran until 2021-06-20T10:22Z.", "2021-06-20"),
        ("The following Monday, June 7, it fell.", "2021-06-07"),
        ("The Monday before last it fell.", "2021-06-14"),
        ("In the week to June 20, forty died.", "2021-06-14/2021-06-20"),
        ("Between January and March, forty died.", "2021-01/2021-03"),
        ("By early May it had fallen.", "../2021-05"),
        ("They were held there until Sunday.", "2021-06-20"),
        ("The attackers of the September 11 attacks trained there.", "2001-09-11"),
        ("They fought for the fourth straight day after a raid.", "2021-06-19/2021-06-22"),
        ("The levee broke on the 14th of this month.", "2021-06-14"),
        ("The levee broke on the second of last month.", "2021-05-02"),
        ("The ferry was lost couple of weeks ago.", "2021-06-08~"),
        ("The driver told Saturday Sun that it sank on Friday.", "2021-06-18"),
        ("“We rest today (Tuesday),” he said.", "2021-06-22"),
        ("“We met last night (Monday),” he said.", "2021-06-21"),
    ],
)
def test_what_has_happened(text: str, expected: str) -> None:
    assert values(text) == [(expected, "event")]
    parse(expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Troops will leave by September 11.", "../2021-09-11"),
        ("The last will be out by Sept. 30.", "../2021-09-30"),
        ("A convoy planned for 18 June had to be cancelled.", "2021-06-18"),
        ("They face a September 11 deadline.", "2021-09-11"),
        ("The president will fly to Paris on Friday.", "2021-06-25"),
        ("On Friday, the president will fly to Paris.", "2021-06-25"),
        ("The vote is due to take place on August 20.", "2021-08-20"),
        ("The next round is planned for September.", "2021-09"),
        ("They meet again tomorrow.", "2021-06-23"),
        ("The vote, to be held in October, is in doubt.", "2021-10"),
        ("A truce that begins Thursday was welcomed.", "2021-06-24"),
        ("They agreed to leave by December 25.", "../2021-12-25"),
        ("The mandate runs until 23 March next year.", "2022-03-23"),
        ("A conference opens in Geneva on Thursday.", "2021-06-24"),
        ("It will be needed over the next three months.", "2021-06/2021-09"),
        ("Rain is expected over the next ten days.", "2021-06-22/2021-07-02"),
        ("The session has been put off till July 16.", "2021-07-16"),
        ("The African Union holds a conference on Thursday.", "2021-06-24"),
        ("Talks will be held on the 28th of this month.", "2021-06-28"),
        ("The dam is a subject of the July 20 elections.", "2021-07-20"),
        ("He left the race for the run-off set on July 7.", "2021-07-07"),
    ],
)
def test_deadlines_and_plans_are_no_events(text: str, expected: str) -> None:
    assert values(text) == [(expected, "plan")]


@pytest.mark.parametrize(
    "text",
    [
        "The march may go on, and they sat in the sun.",
        "We said that the second group won.",
        "He waited for three hours and two days.",
        "Some 2,000 people and 31 houses.",
        "It is read in the Sunday Times.",
        "“Today we lost everything,” she said.",
        "April Jones and June Smith came.",
        "Children who had come from Sunday school sang.",
        "It will rain over the coming days.",
        "They walked for thirty miles over the next three days.",
    ],
)
def test_what_is_no_date(text: str) -> None:
    assert values(text) == []


@pytest.mark.parametrize(
    ("text", "candidates"),
    [
        # What something else comes before, may be past or to come.
        ("A truce before the vote on Friday was unlikely.", ("2021-06-18", "2021-06-25")),
        # The month and day may belong to the year just named.
        ("He came back in 1998. The town fell on March 8.", ("1998-03-08", "2021-03-08")),
        ("He came back in 1998. In May he was killed.", ("1998-05", "2021-05")),
        # The weekday may belong to the days just named.
        ("On June 4 the dam broke. On Saturday it was mended.", ("2021-06-05", "2021-06-19")),
        ("They met this Friday.", ("2021-06-18", "2021-06-25")),
        # What was planned, what was called off, what no verb tells of.
        ("He was due to be freed on Friday but was not.", ("2021-06-18", "2021-06-25")),
        ("Ahead of Friday's vote, police closed roads.", ("2021-06-18", "2021-06-25")),
        ("Friday's vote has been postponed.", ("2021-06-18", "2021-06-25")),
        ("Food runs out on Friday, officials said.", ("2021-06-18", "2021-06-25")),
        ("By December, 300 had died.", ("2020-12", "2021-12")),
        ("He died a week ago on Monday.", ("2021-06-14", "2021-06-21")),
        # What was decided, put off, or is under way.
        ("They agreed to gather on Friday.", ("2021-06-18", "2021-06-25")),
        ("Crews are mending the dam on Friday.", ("2021-06-18", "2021-06-25")),
        (
            "They decided to rest and to gather again over the weekend.",
            ("2021-06-19/2021-06-20", "2021-06-26/2021-06-27"),
        ),
    ],
)
def test_what_may_be_either_asks(text: str, candidates: tuple[str, ...]) -> None:
    mention = find_dates([(1, text)], PUBLISHED)[-1]
    assert (mention.value, mention.candidates) == ("", candidates)


@pytest.mark.parametrize(
    "text",
    [
        "Today he runs a shop.",
        "They meet every Friday and on a Monday.",
        "It was the third day of Eid.",
        "Shells fell overnight into Tuesday.",
    ],
)
def test_what_names_no_day_of_its_own(text: str) -> None:
    assert [d for d in find_dates([(1, text)], PUBLISHED) if d.text != "Tuesday"] == []


@pytest.mark.parametrize(
    "text",
    [
        "They had hoped to open the bridge on Friday.",
        "The water could be cut off if no debt was paid by Friday.",
    ],
)
def test_what_had_been_hoped_for_asks(text: str) -> None:
    (mention,) = find_dates([(1, text)], PUBLISHED)
    assert (mention.value, mention.candidates) == ("", ("2021-06-18", "2021-06-25"))


def test_what_comes_days_after_something_without_a_date_is_none() -> None:
    assert values("The move came just three days after it had opened the bridge.") == []


def test_what_was_decided_for_a_day_or_a_month_ahead_asks() -> None:
    for text, candidates in (
        ("The council agreed to hold the vote on 20 August.", ("2020-08-20", "2021-08-20")),
        ("The council agreed to hold the vote in August.", ("2020-08", "2021-08")),
        ("They extended the truce to the end of March.", ("2021-03", "2022-03")),
    ):
        (mention,) = find_dates([(1, text)], PUBLISHED)
        assert (mention.value, mention.candidates) == ("", candidates)


def test_what_is_still_to_come_is_of_no_year_told_of_before() -> None:
    text = "The state of emergency, first declared in May 2020, is to be reviewed on July 15."
    assert values(text) == [("2020-05", "event"), ("2021-07-15", "plan")]


def test_a_story_of_another_year_may_go_on_in_the_next_paragraph() -> None:
    paragraphs = [
        (1, "On 12 June 2011 the dam broke."),
        (2, "On the morning of 13 June the town was gone."),
    ]
    mention = find_dates(paragraphs, PUBLISHED)[-1]
    assert (mention.value, mention.candidates) == ("", ("2011-06-13", "2021-06-13"))


def test_an_order_of_two_happenings_without_a_date_is_none() -> None:
    assert values("The mill was won back just a day after it was lost.") == []
    assert values("It was calm two weeks before parliamentary elections.") == []
    assert values("Work stopped on Friday, the day before planned talks.") == [
        ("2021-06-18", "event")
    ]


def test_the_previous_month_counts_from_one_named_before() -> None:
    found = find_dates(
        [(1, "In October a shop burned. In the previous month, a mill did.")], PUBLISHED
    )
    assert [d.value for d in found] == ["2020-10", "2020-09"]


def test_two_days_after_a_day_that_follows() -> None:
    text = "It came two days after a blast on Sunday."
    assert values(text) == [("2021-06-20", "event")]


def test_a_day_after_the_day_right_before() -> None:
    text = "It was said on Monday. It has stood there since Saturday, a day after it was seized."
    found = [value for value, _ in values(text)]
    assert found == ["2021-06-21", "2021-06-19/2021-06-22", "2021-06-18"]


def test_what_was_set_on_fire_is_no_plan() -> None:
    assert values("On Tuesday evening, the house was set ablaze.") == [("2021-06-22", "event")]


def test_last_week_on_a_sunday_and_tuesday_week() -> None:
    sunday = date(2021, 6, 20)
    (found,) = find_dates([(1, "Six died last week.")], sunday)
    assert (found.value, found.candidates) == (
        "",
        ("2021-06-07/2021-06-13", "2021-06-14/2021-06-20"),
    )
    assert values("They will be flown home on Tuesday week.", sunday) == [("2021-06-29", "plan")]


def test_what_could_not_be_done_is_past() -> None:
    text = "Helicopters could not fly on Sunday and Monday because of fog."
    assert values(text) == [("2021-06-20", "event"), ("2021-06-21", "event")]


def test_a_day_and_a_year_with_a_dash_between() -> None:
    assert values("Mon Jun 15 10:22:33 UTC 2020", None) == [("2020-06-15", "event")]
    assert values("June 15 - 2020 EL GENEINA", None) == [("2020-06-15", "event")]


def test_for_a_second_day_counts_from_the_day_behind_it() -> None:
    assert values("They fought for a second day on Monday.")[0] == (
        "2021-06-20/2021-06-21",
        "event",
    )


def test_the_same_day_as_one_of_several_asks() -> None:
    paragraphs = [
        (1, "They came on June 18. They left on Sunday and were back on Monday."),
        (2, "In the port they stopped work the same day."),
    ]
    mention = find_dates(paragraphs, PUBLISHED)[-1]
    assert (mention.value, mention.candidates) == ("", ("2021-06-20", "2021-06-21"))


def test_a_weekday_and_a_day_that_contradict_each_other_ask() -> None:
    (mention,) = find_dates([(1, "It fell on Monday, June 22.")], PUBLISHED)
    assert mention.value == ""
    assert "not a Monday" in mention.reason
    assert mention.candidates == ("2021-06-22",)


def test_without_the_documents_date_only_whole_dates_have_a_value() -> None:
    text = "On Sunday, on June 20, yesterday and in 2015 it was taken, and on 3 May 2016."
    assert [d.value for d in find_dates([(1, text)], None)] == ["", "", "", "2015", "2016-05-03"]


def test_the_next_day_counts_from_the_day_named_before() -> None:
    paragraphs = [
        (1, "They came on June 18 and left the next day."),
        (2, "Two days later it rained."),
    ]
    assert [d.value for d in find_dates(paragraphs, PUBLISHED)] == [
        "2021-06-18",
        "2021-06-19",
        "2021-06-21",
    ]


def test_either_way_round_asks() -> None:
    (mention,) = find_dates([(1, "Filed 04/05/2004 at noon.")], None)
    assert mention.value == ""
    assert mention.candidates == ("2004-04-05", "2004-05-04")


def test_basis_and_precision_say_how_a_value_follows() -> None:
    text = "They came on June 21, on Sunday, in May 2003, two days ago and on 1 May 2001."
    found = find_dates([(1, text)], PUBLISHED)
    assert [(d.basis, d.precision) for d in found] == [
        ("year from document", "day"),
        ("weekday", "day"),
        ("explicit", "month"),
        ("relative", "day"),
        ("explicit", "day"),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They held the bridge on June 15, and two days after that they lost it.", "2021-06-17"),
        ("They lost the bridge on June 15; a day before that they had held it.", "2021-06-14"),
        ("On Friday, a day before it was taken, the mill burned down.", "2021-06-19"),
        ("The men killed two days earlier were buried on Monday.", "2021-06-19"),
        ("It rained on Monday. A well had run dry the previous day.", "2021-06-20"),
        ("The pump broke on Monday, and a price had been agreed the day before with the owner.", "2021-06-20"),
        ("The baker was robbed this afternoon.", "2021-06-22"),
        ("They have mended nine roofs since the first of the month.", "2021-06-01/2021-06-22"),
        ("They let a deadline to hand over the keys pass on Monday.", "2021-06-21"),
        ("We will be in the capital on the 29th to ask for seed.", "2021-06-29"),
        ("We will be in the capital on the 5th, he said.", "2021-07-05"),
        ("He has asked for his keys back by 30 June, when term begins.", "../2021-06-30"),
        ("This year they keep the sheep in until the snow has gone.", "2021"),
        ("The market is full this week as families buy for a feast, which begins on Friday.", "2021-06-21/2021-06-22"),
        ("She wanted to have both sides at one table this month.", "2021-06"),
        ("He would be content with December.", "2021-12"),
        ("Two days of fasting start on Friday.", "2021-06-25"),
        ("They hope to host a feast for the bakers and the king of Gao in town from Friday.", "2021-06-25"),
        ("They were seen in Gao after leaving the meeting on Sunday.", "2021-06-20"),
        ("We will bring out new numbers and information on Friday, he told us.", "2021-06-25"),
        ("The harvest fair will be pushed back a little, to Friday, reported the council on Monday.", "2021-06-25"),
        ("The power plant takes over on 1 July, but the mayor has asked for more.", "2021-07-01"),
        ("The council's choice on Sunday to lend the plan some money made the road possible.", "2021-06-20"),
        ("The envoy plans a second visit in July.", "2021-07"),
        ("The rains continued until April.", "2021-04"),
        ("They agreed to sign it on 23 June.", "2021-06-23"),
        ("Between November 2017 and April 2018 they spoke to 42 widows.", "2017-11/2018-04"),
    ],
)  # fmt: skip
def test_what_counts_from_another_day_of_the_sentence(text: str, expected: str) -> None:
    assert expected in [value for value, _ in values(text)]


def test_what_bears_a_day_as_its_name_and_what_a_speaker_calls_next_year_are_no_dates() -> None:
    assert values("Doctors at the June 5 Hospital ran out of blood.") == []
    assert values('"We keep a sack of it for next year," she said.') == []
    assert values("The envoy met with May and was content.") == []


@pytest.mark.parametrize(
    ("text", "candidates"),
    [
        ("The wells dried up last summer.", ("2020-06/2020-08",)),
        ("The wells dried up last winter.", ("2020-12/2021-02",)),
        ("The wells have dried up this summer.", ("2021-06/2021-08",)),
        ("The wells dried up this spring.", ("2021-03/2021-05",)),
        ("The road will be paved this autumn.", ("2021-09/2021-11",)),
        ("The road will be paved next winter.", ("2021-12/2022-02",)),
        ("Nobody has been paid since the spring.", ("2021-03/2021-05",)),
    ],
)
def test_a_season_asks_with_its_months(text: str, candidates: tuple[str, ...]) -> None:
    """EDTF has codes for seasons, but a season has no first and last day to sort and file by."""
    (mention,) = find_dates([(1, text)], PUBLISHED)
    assert (mention.value, mention.candidates) == ("", candidates)
    assert "season" in mention.reason


def test_the_fall_of_a_town_is_no_season() -> None:
    assert values("It was the worst news since the fall of the fort.") == []
    assert values("The last fall of the lira was in 2015.") == [("2015", "event")]
