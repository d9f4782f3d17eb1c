"""Where an article ends: what its last line says of it, of its makers and of the list that it was sent to."""

from __future__ import annotations

import pytest

from site_gen.importer.page.furniture import take_apart

ARTICLE = """The Northern Record
Bridge opens at Konna after nine weeks
By Ann Sorel
3 May 2014

Lorries crossed the bridge at Konna again on Saturday, the regional governor said, after a week of fighting.

The army says that the road to Gao is still closed.

Nobody was hurt in the last days, said the mayor of the town.

"""
BEHIND = (
    "Have a tip? Write to us at tips@record.example.",
    "Ann Sorel covers the north for the Record.",
    "Ann Sorel is the author of three books on rivers.",
    "Ann Sorel reported from Konna, and Ben Diallo from Bamako.",
    "Follow her on Mastodon.",
    "This story was produced in partnership with Radio Delta.",
    "Photographs by Ben Diallo.",
    "Edited by Carla Mendes.",
    "For media inquiries, please call +223 20 00 00 00.",
    "Correction: An earlier version of this story gave the wrong day for the opening of the bridge.",
    "This article was amended on 5 May 2014 to say that the bridge has two lanes.",
    "The opinions in this piece are the writer's own.",
    "© 2014 The Northern Record. Do not copy.",
    "Please consider a small gift to keep us going.",
    "Next: How the ferry men lost their trade",
    '")[0])',
)
"""No part of the article."""
WITHIN = (
    "The bridge was built in 1962 by engineers from Lyon.",
    "He is writing a letter to the minister, he said.",
    "The next letter from the ministry is expected in June.",
    "The army is working on a second bridge.",
    '"You get used to it," she said.',
    "Ann Sorel, the mayor's deputy, is an independent.",
    "She asked us to send her greetings to her son.",
    "The charity is registered in Bamako.",
    "Their book of accounts is still missing.",
    "The ferry men want to be paid for nine weeks.",
    "All rights to the crossing belong to the commune.",
    "The two men are brothers.",
    "Now the children swim to school.",
    "It has rained since.",
    '"Thank you for coming," the governor told the drivers.',
    "Until next Thursday the ferry will run as well, the mayor said.",
    "Thanks for the bridge are due to the engineers, he added.",
    "Reporting on the crossing has been forbidden since March.",
    "Opinions in the town are divided.",
    "The weekly market is on again.",
    "Want and hunger have left the town, its mayor claims.",
    "Copies of the order were pinned to the trees.",
    "Correction of the toll list will take a month, the clerk said.",
    "More than forty lorries were waiting on Sunday.",
    "The first part of the road has been mended.",
    "To reach Gao, drivers need two days.",
    "Update of the maps is under way.",
)
"""Last sentences of articles that look like such a line."""


@pytest.mark.parametrize("line", BEHIND)
def test_what_is_said_of_an_article_behind_it_is_no_part_of_it(line: str) -> None:
    body = [paragraph.text for paragraph in take_apart(f"{ARTICLE}{line}\n").body]
    assert len(body) == 3
    assert line not in body


@pytest.mark.parametrize("line", WITHIN)
def test_a_last_sentence_is_the_article_s(line: str) -> None:
    assert take_apart(f"{ARTICLE}{line}\n").body[-1].text == line


LETTER = (
    ARTICLE
    + """Next letter: June 12, from Mopti if the road allows.

Yours,
A. Sorel

--
You get this letter because you put your name on a list.
To unsubscribe, reply with STOP.
"""
)


def test_a_letter_ends_before_its_signature() -> None:
    assert [line.number for line in take_apart(LETTER).body] == [6, 8, 10]


def test_a_standfirst_stands_above_the_byline() -> None:
    above = "For nine weeks nobody could cross the river. Now the lorries are back."
    text = ARTICLE.replace("By Ann", f"{above}\nBy Ann")
    document = take_apart(text)
    assert [line.reason for line in document.lines if line.text == above] == ["standfirst"]
    assert len(document.body) == 3


def test_points_that_nothing_below_tells_are_the_article_s() -> None:
    points = "• Cholera has broken out in two camps near Timbuktu.\n• The rains have cut the railway to Kayes."
    text = ARTICLE.replace("3 May 2014\n", f"3 May 2014\n\nKEY POINTS\n{points}\n")
    assert len(take_apart(text).body) == 5
    told = "• Lorries crossed the bridge at Konna on Saturday.\n• The road to Gao is still closed."
    text = ARTICLE.replace("3 May 2014\n", f"3 May 2014\n\nKEY POINTS\n{told}\n")
    assert len(take_apart(text).body) == 3


HUTS = "Herders of Lal lose nine huts in a night fire"
FIRE = [
    "A fire burned nine huts in the village of Lal on Friday, the mayor said, and two herders were hurt.",
    "The fire began behind the mill and a strong wind drove it along the street.",
    "“We saved the well,” said Karim Agha, who lives there.",
    "The council has promised timber for new roofs before the rains.",
]
AROUND = (
    (1, "This bulletin covers the week from 26 April to 2 May.", "credit"),
    (1, "Distribution: members only. Please do not forward.", "credit"),
    (1, "We regret that this part of the page is closed. Please come back later.", "consent and terms"),
    (1, f"{HUTS} behind the old mill of the village.", "standfirst"),
    (1, "The fire in Lal also left nine huts bare, the local mayor says.", "standfirst"),
    (2, "2. Access", "subheading"),
    (2, "WHAT HAS CHANGED?", "subheading"),
    (2, "See our terms of use. Quotes delayed by at least 20 minutes.", "credit"),
    (2, "[READ ALSO: Who pays for the new roofs of the village?]", "related links"),
    (2, "Governor of Lal opens new bridge after the flood of May", "related links"),
    (3, "The last goat is led out of the village by two herders", "related links"),
    (4, "Since you're here …", "share and subscribe"),
    (4, "… we have a small favour to ask. More people are reading the Herald than ever, and we pay.", "share and subscribe"),
    (4, "Ana Kone and Bo Dahl contributed.", "credit"),
    (4, "Methodology: fires are counted by the council.", "credit"),
)  # fmt: skip


@pytest.mark.parametrize(("at", "line", "reason"), AROUND)
def test_what_pages_and_reports_put_around_paragraphs_is_no_body(
    at: int, line: str, reason: str
) -> None:
    lines = [*FIRE[: at - 1], line, *FIRE[at - 1 :]] if at < 4 else [*FIRE, line]
    document = take_apart("\n\n".join([HUTS, "By Ann Lee", "3 May 2014", *lines]))
    assert [each.reason for each in document.lines if each.text == line] == [reason]
    assert [each.text for each in document.body] == FIRE


@pytest.mark.parametrize(
    "line",
    ["The herds came back to the village at noon on Saturday", "“Nine huts are lost,” he underlined"],
)  # fmt: skip
def test_a_paragraph_that_lost_its_full_stop_is_body(line: str) -> None:
    document = take_apart("\n\n".join([HUTS, "3 May 2014", *FIRE[:2], line, *FIRE[2:]]))
    assert line in [each.text for each in document.body]


def test_a_standfirst_stands_above_the_desk_and_the_date() -> None:
    above = "Night flames spread along the street before the wind turned. No cause is known."
    document = take_apart("\n\n".join([HUTS, above, "Desk Provinces", "3 May 2014", *FIRE]))
    assert [each.text for each in document.body] == FIRE
