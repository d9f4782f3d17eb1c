"""Furniture, places, speakers, figures and the publication date of pasted text."""

from __future__ import annotations

from pathlib import Path

import pytest

from site_gen.importer.datelines import dateline
from site_gen.importer.figures import find_figures, to_number
from site_gen.importer.intake import parse_gazetteer
from site_gen.importer.nearduplicate import SAME, nearest_text
from site_gen.importer.page.furniture import take_apart
from site_gen.importer.page.lines import is_sentence, paragraph_key
from site_gen.importer.page.paragraphs import paragraphs
from site_gen.importer.places.finding import PlaceIndex, find_places, index
from site_gen.importer.places.scenes import scenes
from site_gen.importer.publication.day import Stated, infer_publication
from site_gen.importer.publication.pagedays import day_in_address
from site_gen.importer.speakers.finding import find_speakers

DATA = Path(__file__).resolve().parents[1] / "data" / "import"
MALI = DATA / "mali.yaml"

PAGE = """\
Skip to main content
Home > World > Mali

Bridge reopens at Konna after week of fighting

By Anna Harrow
Published 3 May 2014

Lorries crossed the bridge at Konna again on Saturday, the regional governor said, after a week of fighting.

ADVERTISEMENT

"We slept in the lorries for six nights," said Moussa Diakite, a driver from Gao.

Read more: Ten years of the north

The army says that the road to Gao is still closed.

Leave a comment
bob: I was there and saw it all with my own eyes.
© 2014 The Sahel Record. All rights reserved.
"""


@pytest.fixture(scope="module")
def mali() -> PlaceIndex:
    return index(parse_gazetteer(MALI.read_text(encoding="utf-8"), "mali.yaml"))


# --- furniture -------------------------------------------------------------------------------


def test_a_question_of_an_interview_is_no_headline() -> None:
    document = take_apart(
        "Q&A: Why the tunnel was shut\n\nQ: What happened?\nA: An avalanche buried 12 vehicles on 2 February, said the ministry. "
        "Rescuers dug out seven drivers.\n\nQ: Who closed the road?\nA: The governor ordered it closed on 3 February. It was opened to buses on 8 February.\n"
    )
    assert document.title == ""
    assert document.title_candidates == ((1, "Q&A: Why the tunnel was shut"),)
    assert [line.number for line in document.body] == [4, 6, 7]


def test_the_article_is_told_from_the_page() -> None:
    document = take_apart(PAGE)
    assert document.title == "Bridge reopens at Konna after week of fighting"
    assert [line.number for line in document.body] == [9, 13, 17]
    assert document.credits.people == ("Anna Harrow",)
    reasons = {line.number: line.reason for line in document.lines if line.kind == "furniture"}
    assert reasons[1] == "navigation"
    assert reasons[7] == "date line"
    assert reasons[11] == "advertisement"
    assert reasons[15] == "related links"
    assert reasons[20] == "after the article"


def test_a_paragraph_of_several_documents_is_furniture() -> None:
    shared = "The army says that the road to Gao is still closed."
    document = take_apart(PAGE, elsewhere=frozenset({paragraph_key(shared)}))
    assert [line.number for line in document.body] == [9, 13]


def test_a_copy_of_the_article_elsewhere_does_not_empty_it() -> None:
    body = take_apart(PAGE).body
    again = take_apart(PAGE, elsewhere=frozenset(paragraph_key(line.text) for line in body))
    assert again.body == body


def test_an_unmarked_caption_is_dropped() -> None:
    text = PAGE.replace(
        "Lorries crossed", "Drivers wait at the bridge at Konna on May 2.\n\nLorries crossed", 1
    )
    document = take_apart(text)
    assert document.lines[5].reason == "caption"


def test_hard_wrapped_lines_are_joined() -> None:
    text = (
        "The first paragraph of a message that was wrapped by the program that\n"
        "sent it, as programs for letters did at the time when this was still a\n"
        "habit of many people who wrote them and read them on narrow screens of\n"
        "eighty columns, and so it goes on for a while.\n"
        "\n"
        "The second paragraph of the same message, wrapped at the same width by\n"
        "the same program for the same reason, which nobody remembers any more\n"
        "now that lines may be as long as they like and nobody counts a column\n"
        "of them.\n"
    )
    assert [number for number, _ in paragraphs(text)] == [1, 6]


def test_the_lines_of_a_menu_above_long_paragraphs_are_not_joined() -> None:
    around = [
        "Markets   Weather   Mountains   Letters   Obituaries   Shop   Sign in",
        "Nine mules are lost as the bridge over the Lal gives way",
        "By Nasrin Karimov, Radio Konna    Updated Tue., 4:12 PM",
        "Now playing: the bridge over the Lal before it gave way",
        "Up next: how to load a mule, in seven easy steps for all",
        "Sponsored: millers in your valley are switching to this",
        "Careers   About us   Your choices   Accessibility   Help",
    ]
    story = "The bridge gave way at noon, and the drovers say that it had been asking for help for years. "
    text = "\n".join([*around, "", 4 * story, "", 5 * story])
    assert [number for number, _ in paragraphs(text)] == [1, 2, 3, 4, 5, 6, 7, 9, 11]


def test_words_broken_at_the_end_of_a_line_are_made_whole() -> None:
    lines = (
        "The first paragraph of a page that was made for print and is copied out of its docu-\n"
        "ment, where each line ends where the column does, with words that are broken as prin-\n"
        "ters break them, so that who reads them on a screen has to put them together once mo-\n"
        "re than he would like to.\n"
    )
    (one, two) = paragraphs(f"{lines}\n{lines}")
    assert one[1].startswith("The first")
    assert one[1].endswith("once more than he would like to.")
    assert "its document, where" in one[1]
    assert two[0] == 6


def test_a_sentence_that_goes_on_with_a_date_is_not_broken() -> None:
    lines = [
        "The mill at the ford has ground no corn since the dam above it was",
        "opened, and the miller has sold his mules to a man from the next",
        "valley, who did not pay. Nobody in the village wants to lend him the",
        "money for a new wheel, and the elders have told him to wait until the",
        "river falls. He thinks that this may take until the autumn rains and",
        "that his sons will have left for the city by then, as others have in",
        "the last few years. The council takes over the dam and the mill on",
        "August 11.",
    ]
    ((_, text),) = paragraphs("\n".join(lines))
    assert text.endswith("the mill on August 11.")


def test_a_date_line_is_not_drawn_into_a_wrapped_headline() -> None:
    text = (
        "A headline that is as long as many of the lines of its article\nJuly 5, 2021\n\n"
        + (
            "The first paragraph of a message that was wrapped by the program that\n"
            "sent it, as programs for letters did at the time when this was still a\n"
            "habit of many people who wrote them and read them on narrow screens of\n"
            "eighty columns, and so it goes on for a while.\n\n"
        )
        * 3
    )
    assert [line for _, line in paragraphs(text)][1] == "July 5, 2021"


def test_invisible_characters_entities_quotation_and_markdown() -> None:
    assert paragraphs(
        "Tali\u00adban\u200b fighters\ufeff\r\nleft\u00a0Gao&nbsp;&quot;now&quot;\rbye"
    ) == (
        (1, "Taliban fighters"),
        (2, 'left Gao "now"'),
        (3, "bye"),
    )
    assert paragraphs("> Rebels took Gao.\n>\n> > They left.") == (
        (1, "Rebels took Gao."),
        (3, "They left."),
    )
    marked = "# Rebels *take* Gao #\n\n*By **Ann Lee***\n\n**At least** [ten](https://x.example/a) died.\n\n![map](m.png)\n\n---\n* Two 2*3*4 fled"
    assert [line for _, line in paragraphs(marked)] == [
        "Rebels take Gao",
        "By Ann Lee",
        "At least ten died.",
        "• Two 2*3*4 fled",
    ]
    assert paragraphs("He paid 5 * 3 * 2 and a_b_c.") == ((1, "He paid 5 * 3 * 2 and a_b_c."),)


def test_sentences_and_labels() -> None:
    assert is_sentence("The town was taken in the night.")
    assert not is_sentence("Most read stories of the week")


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("Continue reading the main story", "navigation"),
        ("after newsletter promotion", "navigation"),
        ("Save articles to read later and create your own reading list.", "share and subscribe"),
        ("Diakite reported from Gao. Wire writer Asim Kone in Mopti contributed.", "credit"),
        ("Some information for this report was provided by two agencies.", "credit"),
        ("A version of this article appears in print on May 4, 2014, on Page A8.", "credit"),
        ("(SAHEL WIRE with AFP)", "credit"),
        ("The Record is not responsible for the content of other sites.", "consent and terms"),
        ("Comments here do not reflect the opinions of the Record.", "consent and terms"),
        ("What the drivers say", "subheading"),
        ("- Bridge handover -", "subheading"),
        ("Why now?", "subheading"),
        ("HERE'S WHAT ELSE IS HAPPENING:", "subheading"),
        ("___", "ornament"),
        ("'No way out' for drivers", "subheading"),
        ("https://p.example/p/2zWq1", "navigation"),
        ("Click here to see the map. This map is updated daily.", "navigation"),
        ("Read the original article on The Record.", "navigation"),
        ("mam-ac/ecl/qan", "credit"),
        ("Editor's Note: Anna Harrow writes on deserts.", "author box"),
        ("We are temporarily suspending article commenting.", "comments"),
        ("Comments will be edited at the discretion of the Record.", "comments"),
        ("We want to hear what you think. Submit a letter to the editor.", "letters"),
        ("is an editor with the Sahel Record's radio.", "author box"),
        ("Keep reading", "navigation"),
        ("Read more at The Record.", "navigation"),
        ("More to come…", "navigation"),
        ("No comments:", "comments"),
        ("A market in the old town of Gao. (Representational image: Wire)", "caption"),
        ("list 1 of 3", "navigation"),
        ("Your views matter! Leave a comment below and tell us.", "comments"),
        ("Its editors send out a selection of the day's news. It is free.", "share and subscribe"),
        ("Kindly share this story:", "share and subscribe"),
        (
            "Dear reader, please take a moment to turn off Adblock on this site.",
            "consent and terms",
        ),
        ("The bridge at Konna after the fighting. / Supplied", "caption"),
        ("Traders wait beside a ferry at Konna. (Wire News: Awa Maiga)", "caption"),
        ("(Read more Mali stories.)", "related links"),
        ("Some names have been altered so that nobody is harmed.", "credit"),
        (
            "The bridge, which was built by soldiers, is the only one in the region. / Reuters",
            "caption",
        ),
        ("(AFP PHOTO / ANN HARROW) Handout picture of the bridge at Konna.", "caption"),
        ("We are sorry that this page is closed to comments for now.", "comments"),
        ("Drivers are seen at the bridge. They had waited for a week. (Wire Pictures)", "caption"),
        (
            "Your gift lets our drivers go where no others do. It is our petrol.",
            "share and subscribe",
        ),
        ("(With a report from SNA)", "credit"),
    ],
)
def test_lines_that_pages_put_between_paragraphs(line: str, reason: str) -> None:
    document = take_apart(PAGE.replace("ADVERTISEMENT", line))
    (found,) = [each for each in document.lines if each.text == line]
    assert (found.kind, found.reason) == ("furniture", reason)
    assert len(document.body) == 3


def test_what_somebody_says_in_parentheses_is_no_credit_of_a_picture() -> None:
    line = "Traders waited beside a ferry at Konna. (They said: We have time.)"
    document = take_apart(PAGE.replace("ADVERTISEMENT", line))
    assert line in [each.text for each in document.body]


def test_scraps_behind_the_article_are_no_last_paragraph() -> None:
    text = PAGE[: PAGE.index("Leave a comment")]
    ending = "Sign up\nShare this\nThe page that you asked for is not there."
    assert len(take_apart(f"{text}{ending}\n").body) == 3
    # The same between two paragraphs of the article is a break in it.
    more = f"{ending}\n\nThe bridge was built by engineers of the army in 2007 and is the only one, they said on Saturday."
    assert len(take_apart(f"{text}{more}\n").body) == 5


@pytest.mark.parametrize(
    "line",
    [
        "Anna Harrow covers deserts for The Sahel Record. She was in Gao from 2009 to 2012.",
        "The Sahel Morning is a product of Dune Media Services. We are glad that you read it.",
        "(1) The town is also spelled Kona.",
        "Published in the Sahel Record newspaper on May 04, 2014.",
        "Rules for comments: Be short. Be kind. Nobody likes capitals.",
    ],
)
def test_what_the_last_line_says_of_its_makers_is_no_paragraph(line: str) -> None:
    text = PAGE[: PAGE.index("Leave a comment")]
    assert [found.number for found in take_apart(f"{text}{line}\n").body] == [9, 13, 17]


def test_the_first_words_of_other_articles_are_no_paragraphs() -> None:
    teaser = "Market of Gao burns down\nThe fire began at a stall with petrol and left nothing of the old…"
    more = "Pump is mended again\nThe women had to walk to the next well until the mayor himself... Read more"
    document = take_apart(PAGE.replace("ADVERTISEMENT", f"{teaser}\n{more}"))
    assert len(document.body) == 3
    # What a speaker breaks off, or the page, is the article's.
    cut = "The army says that nobody in the whole town knows who has opened it…"
    assert len(take_apart(PAGE.replace("ADVERTISEMENT", cut)).body) == 4


def test_a_greeting_with_news_in_it_is_a_paragraph() -> None:
    greeting = "Good evening and welcome to our rolling coverage."
    news = f"{greeting} The governor told the assembly that three more lorries had crossed the bridge and none had come back."
    assert len(take_apart(PAGE.replace("ADVERTISEMENT", greeting)).body) == 3
    assert len(take_apart(PAGE.replace("ADVERTISEMENT", news)).body) == 4


@pytest.mark.parametrize(
    "scrap",
    [
        "Readers' comments (3)\n\nAnonymous says: They should tell us who is behind it.",
        "4 comments:\n\nLuisa said... Be strong, my friend!",
        "Comments (3) | Recommend (41)\n\nMaureen, Leeds wrote: Thank you for going there.",
        "What you can do\n\nWith 50 euros we can mend the bridge for you.",
        "Please enter your comment!\n\nYour email address will not be published. Required fields are marked *",
        "Win money on our site !!!\n\n[ Editor: ABC ]",
        "To unsubscribe send a blank message to the list server.",
        "Interview by Ann Lee. It has been edited for length and clarity.",
        "Ann Lee is a senior researcher and Bob Ray a consultant at the institute.",
        "Ann Lee has reported from the valley since the spring of 2009.",
        "PULL QUOTE: It is the bridge that I dream of.",
        "[Why the loss of the bridge matters]",
        "(1) See also our letter of 3 March.",
        "This page has been accessed 311 times since 2 May.",
        "Published on Lex Humana (https://lex.example)",
    ],
)
def test_what_the_makers_and_the_readers_add_is_no_body(scrap: str) -> None:
    document = take_apart(PAGE.replace("Leave a comment", f"{scrap}\n\nLeave a comment"))
    assert len(document.body) == 3
    told = "The lorries, the mayor of the town said: it is for the army to count."
    assert len(take_apart(PAGE.replace("Leave a comment", f"{told}\n\nLeave a comment")).body) == 4


def test_the_questions_of_an_interview_are_body_and_those_of_an_explainer_are_not() -> None:
    asked = """The bridge at Konna

A driver was asked on Saturday what the bridge is worth to the town of Konna.

What did you find there?

The bridge was there, but we had to wait for the army and sleep in the lorries.

Who was with you?

My brother was there, and nobody in the town had anything to eat that day."""
    assert len(take_apart(asked).body) == 5
    told = asked.replace("you find there", "they find").replace("with you", "hurt")
    told = told.replace("but we had", "but they had").replace("My brother", "The driver")
    assert len(take_apart(told).body) == 3


def test_a_box_of_links_may_stand_between_long_and_short_paragraphs() -> None:
    long = "The governor, who was abroad when the bridge fell, has been unable to return and was told to stay where he was, officials said."
    rest = f"Related stories\n\nWho mends bridges?\n\n{long}\n\nLeaders will meet on Monday.\n\n{long.replace('bridge', 'road')}\n\nLeave a comment"
    assert len(take_apart(PAGE.replace("Leave a comment", rest)).body) == 6


def test_points_below_a_headline_and_a_time_in_full_are_no_body() -> None:
    points = "• The bridge had been closed for a week after the army shelled the town of Konna\n• The governor says that lorries may pass by day\n2014-05-03T07:13:27+05:00 AFP\n*Click the title above to view the complete article."
    document = take_apart(PAGE.replace("By Anna Harrow", f"{points}\n\nBy Anna Harrow"))
    assert (len(document.body), document.title) == (
        3,
        "Bridge reopens at Konna after week of fighting",
    )
    bare = take_apart(f"Bridge reopens at Konna\n\n{points}\n\n{PAGE[PAGE.index('Lorries') :]}")
    assert (len(bare.body), bare.title) == (3, "Bridge reopens at Konna")


def test_an_article_of_points_keeps_them() -> None:
    points = "\n".join(
        f"• The bridge at Konna was closed for {n} days by the army, an officer said."
        for n in (3, 4, 5)
    )
    assert len(take_apart(f"What we know about the bridge at Konna\n{points}").body) == 3
    rest = "The bridge at Konna is open, the governor says.\nIt was closed for days by the army, an officer said."
    assert len(take_apart(f"What we know about the bridge at Konna\n{points}\n{rest}").body) == 5


def test_a_lead_that_sets_something_off_is_no_caption() -> None:
    lead = "In the afternoon, on May 3, a driver set off a mine at the gate of the office in Konna."
    text = PAGE.replace("Lorries crossed the", f"{lead}\n\nLorries crossed the")
    assert take_apart(text).body[0].text == lead


def test_two_sentences_with_a_weekday_at_the_end_are_no_caption() -> None:
    told = "The wave reached the town shortly after midnight. Two bridges fell and the market was cut off. The army laid planks on Monday."
    assert len(take_apart(PAGE.replace("ADVERTISEMENT", told)).body) == 4
    box = "Image caption,\nDrivers have been waiting at the bridge since the night"
    assert len(take_apart(PAGE.replace("ADVERTISEMENT", box)).body) == 3


def test_who_speaks_in_a_transcript_is_no_dateline() -> None:
    lines = (
        "On the road to Gao",
        "3 May 2014",
        "ANN LEE, host: From Sahel Radio, this is the evening programme.",
        "Our correspondent has been travelling in the north, where the bridge was opened again.",
        "BOB RAY: I am in the town of Konna, Ann, with the men who drive the lorries.",
        "LEE: Was anybody hurt there?",
        "RAY: At least two drivers were hurt on Saturday, the governor told me.",
    )
    assert len(take_apart("\n\n".join(lines)).body) == 5


def test_a_box_with_links_ends_the_article_unless_paragraphs_follow_it() -> None:
    head, _, tail = PAGE.partition("Read more: Ten years of the north")
    tail = tail[: tail.index("Leave a comment")]
    assert len(take_apart(f"{head}Related stories\nTen years of the north\n{tail}").body) == 2
    more = "The army said on Sunday that it had closed the road to Gao because mines were found on it near the river."
    document = take_apart(f"{head}Related stories\nTen years of the north\n\n{more}\n\n{more}\n")
    assert [line.text for line in document.body[2:]] == [more, more]


def test_a_paragraph_signed_by_its_author_is_no_caption() -> None:
    told = "In Gao, a bomb wounded four soldiers last Friday. (Anna Harrow / Sahel Record)"
    document = take_apart(PAGE.replace("The army says that the road to Gao is still closed.", told))
    assert document.body[-1].text == told
    shown = "Drivers wait at the bridge, in the heat of the day. (Anna Harrow / Sahel Record)"
    document = take_apart(PAGE.replace("ADVERTISEMENT", shown))
    assert len(document.body) == 3


@pytest.mark.parametrize(
    ("lines", "title"),
    [
        ("Sahel Offensive Campaign Assessment, May 3, 2014\nAnn Lee, Bob Ray, and Cy Dow", None),
        ("Driver declares bridge at Konna “free from danger”\nBy\n ANN O. HARROW -", None),
        (
            "Bridge reopens at Konna\nLorries at the bridge at Konna after the fighting. Ann Harrow",
            None,
        ),
        ("Bridge reopens at Konna\nThe bridge at Konna dates from 2015. AFP - ANN HARROW", None),
    ],
)
def test_headlines_that_look_like_something_else(lines: str, title: str | None) -> None:
    document = take_apart(f"{lines}\n\n{PAGE[PAGE.index('Lorries') :]}")
    assert document.title == (title or lines.partition("\n")[0])


def test_a_reports_own_name_may_end_in_its_date() -> None:
    text = "Mali + 1 more\nBridge reopens at Konna to lorries and buses - Flash Update #3 (3 May 2014)\nFormat\n\n"
    document = take_apart(text + PAGE[PAGE.index("Lorries") :])
    assert (
        document.title
        == "Bridge reopens at Konna to lorries and buses - Flash Update #3 (3 May 2014)"
    )


@pytest.mark.parametrize(
    "head",
    [
        "Lorries cross bridge at Konna\nDrivers at Konna had waited for days at the bridge, with lorries full of fruit",
        "Lorries cross bridge at Konna\nLorries cross bridge at KonnaLorries cross bridge at Konna",
        "Lorries cross bridge at Konna, Mali\nLorries cross bridge at Konna, Mali",
        "Mali: New Bridge at Konna After the Fighting\nArmy Should Guard Lorries, Pay Drivers and Governor",
        "Lorries Cross Bridge at Konna\n3 May 2014\nHeard on the Saturday Programme",
        "Lorries Cross at Konna\nAnn Harrow in Gao\nThe Record",
    ],
)
def test_what_stands_below_a_headline_is_none(head: str) -> None:
    document = take_apart(f"{head}\n\n{PAGE[PAGE.index('Lorries') :]}")
    assert document.title == head.partition("\n")[0]


def test_a_row_of_topics_is_no_headline() -> None:
    page = "RELATED TOPICS\nBridges   Gao   Konna   Rebels\n" + BODY
    assert take_apart(page).title != "Bridges Gao Konna Rebels"
    assert (
        take_apart("In this issue: A letter from Gao (p. 1)\n" + BODY).title
        == BODY.split("\n", 1)[0]
    )


def test_the_papers_name_and_the_key_figures_of_a_report_are_no_headline() -> None:
    paper = "Mali Bridge: The Konna Review\nNews | Sports | Weather\nLorries cross at Konna again after week of fighting"
    document = take_apart(f"{paper}\n\n{PAGE[PAGE.index('Lorries') :]}")
    assert document.title == "Lorries cross at Konna again after week of fighting"
    report = "Mali: Humanitarian Snapshot of the North (1 – 3 May 2014)\n\nKEY FIGURES\n40 lorries crossed bridge\n12 drivers wounded"
    document = take_apart(f"{report}\n\n{PAGE[PAGE.index('Lorries') :]}")
    assert document.title == "Mali: Humanitarian Snapshot of the North (1 – 3 May 2014)"


def test_a_caption_printed_twice_and_a_numbered_description_are_neither_body_nor_headline() -> None:
    shown = "Drivers walk past lorries at the bridge of Konna on Saturday, May 3, 2014. The governor urged them to wait on Friday."
    document = take_apart(PAGE.replace("Lorries crossed", f"{shown}\n{shown}\n\nLorries crossed"))
    assert document.body[0].text.startswith("Lorries crossed")
    document = take_apart(
        PAGE.replace("\nBy Anna", "\nBridge reopens at Konna after week of fighting 1\nBy Anna")
    )
    assert document.title == "Bridge reopens at Konna after week of fighting"


def test_a_country_and_a_point_are_no_headline() -> None:
    for line in (
        "Northern Mali",
        "* Nobody crosses bridge at Konna",
        "- Nobody crosses bridge at Konna",
    ):
        assert take_apart(f"{line}\n\n{PAGE[PAGE.index('Lorries') :]}").title == ""
    assert take_apart(f"Bridge opened\n\n{PAGE[PAGE.index('Lorries') :]}").title == "Bridge opened"


def test_a_page_that_begins_with_its_own_label_has_no_headline() -> None:
    document = take_apart(f"Article text:\n\n{PAGE[PAGE.index('Lorries') :]}")
    assert document.title == ""


def test_a_first_sentence_with_a_relative_clause_is_no_caption() -> None:
    told = "Prayers for the two drivers Moussa Diakite and Ali Kone, who were shot at the bridge, were said on Tuesday."
    document = take_apart(PAGE.replace("Lorries crossed", f"{told}\n\nLorries crossed"))
    assert document.body[0].text == told


@pytest.mark.parametrize(
    "name",
    [
        "Mali Weekly Field Report (26 April - 2 May 2014)",
        "Mali: Weekly Bridge Update (26 – 30 April 2014)",
        "Mali Weekly Bridge Update | 29 April - 02 May 2014",
    ],
)
def test_a_report_is_called_by_the_days_that_it_covers(name: str) -> None:
    head = f"Situation report\n{name}\n\nKonna: Lorries crossed bridge again after week of fighting"
    assert take_apart(f"{head}\n\n{PAGE[PAGE.index('Lorries') :]}").title == name


@pytest.mark.parametrize(
    ("head", "rest"),
    [
        ("KONNA CITY (Record / Wire – 4 July 2014) – ", "The bridge was closed."),
        (", KONNA, Apr 19 – ", "The bridge was closed."),
        ("NOVEMBER 13, 2001 -- ", "The bridge was closed."),
        ("MALI. Konna: ", "The bridge was closed."),
        ("Konna, Apr 18 (Wire) –", "The bridge was closed."),
        ("Konna, Apr 18 (PTN) ", "The bridge was closed."),
        ("KONNA (Wire)–", "The bridge was closed."),
        ("", "The Gao–Konna road was closed."),
        ("KONNA, Mali, APRIL 3, 2012 (Wire) — ", "The bridge was closed."),
        ("", "NOVEMBER 13 – the day of the bridge."),
        ("", "May 5 – The bridge was closed."),
        ("", "The bridge, however, Apr 19 - was closed."),
    ],
)
def test_datelines(head: str, rest: str) -> None:
    assert dateline(head + rest)[0] == len(head)


def test_a_standfirst_that_is_told_again_is_no_body() -> None:
    again = "The army says that the road to Gao is still closed."
    document = take_apart(
        PAGE[: PAGE.index("Lorries")] + f"{again}\n\n" + PAGE[PAGE.index("Lorries") :]
    )
    assert [line.text for line in document.body].count(again) == 1


def test_a_point_or_a_later_report_is_no_headline() -> None:
    text = (
        "Mali live: lorries cross the bridge at Konna\n3 May 2014\n\n• Lorries cross bridge at Konna again\n\n"
        "2h ago (09:15 GMT)\nGovernor: lorries cross the bridge at Konna again\n"
    )
    document = take_apart(text + PAGE[PAGE.index("Lorries") :])
    assert document.title == "Mali live: lorries cross the bridge at Konna"


# --- places ----------------------------------------------------------------------------------


def parts(text: str, known: PlaceIndex) -> list[tuple[str, str]]:
    return [(m.text, m.part) for m in find_places([(1, text)], known)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Rebels took Konna, in the Mopti region.", [("Konna", "scene"), ("Mopti", "scene")]),
        ("The governor of Gao said nothing.", [("Gao", "office")]),
        ("The road to Kidal is closed.", [("Kidal", "destination")]),
        ("Thousands fled Gao.", [("Gao", "origin")]),
        ("The base lies 50 km north of Gao.", [("Gao", "landmark")]),
        ("The government in Bamako denied it.", [("Bamako", "government")]),
        ("Segou was quiet.", [("Segou", "scene")]),
        ("Shells hit Timbuktuu Region.", [("Timbuktuu", "scene")]),
        ("He met Ibrahim Gao there.", []),
        ("An operation was launched to retake Gao.", [("Gao", "scene")]),
        ("It shut the border crossing at Tessalit.", [("Tessalit", "scene")]),
        ("It lies on the border with Gao.", [("Gao", "landmark")]),
        ("People who fled Gao live in tents.", [("Gao", "origin")]),
        ("The minister flew to Gao on Monday and visited a clinic.", [("Gao", "scene")]),
        (
            "The Gao–Ansongo road has been cut.",
            [("Gao", "destination"), ("Ansongo", "destination")],
        ),
        ("The roads to Niger and Gao are open.", [("Gao", "destination")]),
        ("Ali sold fruit at a stall, and Omar, who sold fruit in Gao, died.", [("Gao", "origin")]),
        ("The mayor of Bamako, Ali Kone, agreed.", [("Bamako", "office")]),
        ("Our Bureau in Bamako adds: it rained.", [("Bamako", "government")]),
        ("The desert stretching from Niger, in the east, to Gao is dry.", [("Gao", "landmark")]),
        ("Mopti's Ansongo district was quiet.", [("Mopti", "scene")]),
        ("They left Ansongo Air Base near Gao.", [("Ansongo", "scene"), ("Gao", "landmark")]),
        ("Shells fell on al-Konna.", [("Konna", "scene")]),
        ("The Gao regional administration head, Ali Kone, agreed.", [("Gao", "scene")]),
        ("Ali Kone said in Gao on Monday that it was over.", [("Gao", "office")]),
        ("It lies on the highway that links Bamako to the north.", [("Bamako", "destination")]),
        (
            "Konna, the last town held by rebels near Gao, fell.",
            [("Konna", "scene"), ("Gao", "landmark")],
        ),
        ("Schools in Gao will reopen on Monday.", [("Gao", "plan")]),
        ("Washington and Bamako had signed a treaty.", [("Bamako", "government")]),
        ("It was tested at the institute in Bamako.", [("Bamako", "government")]),
        ("It lies in the north of Gao.", [("Gao", "scene")]),
        ("A mine went off on the Gao highway, just outside the town.", [("Gao", "destination")]),
        ("They waded through the Niger River and the Gao River.", [("Gao", "landmark")]),
        ("The governor of the remote Malian province of Gao was shot.", [("Gao", "office")]),
        ("The Flood Authority (FAM) in Bamako warned of rain.", [("Bamako", "government")]),
        ("Shells fell on the outskirts of Gao Saturday.", [("Gao", "scene")]),
        ("People crossed over to Gao at night.", [("Gao", "destination")]),
        ("In the capital Bamako, two men were shot.", [("Bamako", "scene")]),
        ("Gao: Rebels have taken Konna.", [("Gao", "dateline"), ("Konna", "scene")]),
        ("GAO • Rebels have taken Konna.", [("GAO", "dateline"), ("Konna", "scene")]),
    ],
)
def test_the_part_of_a_name(text: str, expected: list[tuple[str, str]], mali: PlaceIndex) -> None:
    assert parts(text, mali) == expected


def test_a_person_may_bear_the_name_of_a_place(mali: PlaceIndex) -> None:
    """Who is introduced by a title or a role owns the bare name, where nothing claims it for the place."""
    body = [
        (1, "A mine killed Karim Konna, a former mayor, in Gao on Sunday."),
        (2, "Mr Konna had gone to the market. Konna was 51."),
        (3, "Three men were arrested in Konna, and the town of Konna was searched."),
        (4, "In Ansongo, 28 people died."),
    ]
    found = [(m.line, m.text) for m in find_places(body, mali)]
    assert found == [(1, "Gao"), (3, "Konna"), (3, "Konna"), (4, "Ansongo")]


def test_a_dateline_is_no_scene(mali: PlaceIndex) -> None:
    text = "BAMAKO, April 2 (Wire) - Rebels entered Kidal on Sunday."
    assert dateline(text)[1].startswith("BAMAKO")
    assert parts(text, mali) == [("BAMAKO", "dateline"), ("Kidal", "scene")]


def test_a_paragraph_that_goes_on_keeps_its_place(mali: PlaceIndex) -> None:
    body = [
        (1, "Rebels entered Kidal."),
        (3, "The town fell in an hour."),
        (5, "NATO met in Brussels."),
    ]
    found = scenes(body, find_places(body, mali))
    assert [(s.line, s.provinces, s.how) for s in found] == [
        (1, ("ML-8",), "named"),
        (3, ("ML-8",), "continued"),
        (5, (), "none"),
    ]


def where(known: PlaceIndex, *texts: str) -> list[tuple[str, ...]]:
    body = list(enumerate(texts, 1))
    return [s.provinces for s in scenes(body, find_places(body, known))]


def test_a_lead_without_a_place_took_place_in_the_town_of_its_dateline(mali: PlaceIndex) -> None:
    told = "A bomb at a mosque killed 12 people on Sunday, doctors said."
    assert where(mali, f"GAO, Mali (Wire) — {told}") == [("ML-7",)]
    assert where(mali, f"BAMAKO, Mali (Wire) — {told}") == [("ML-BKO",)]
    north = "A bomb at a mosque in northern Mali killed 12 people on Sunday, doctors said."
    law = "The government said on Sunday that 12 people had been killed."
    for told_from_the_capital in (north, law):
        assert where(mali, f"BAMAKO, Mali (Wire) — {told_from_the_capital}") == [()]
    assert where(mali, f"GAO, Mali (Wire) — {told} It fell in the town of Menara.") == [()]
    wide = "Attacks across the north killed 12 people on Sunday, doctors said."
    assert where(mali, f"GAO, Mali (Wire) — {wide}") == [()]
    quiet = "Fishermen let their nets dry on Sunday, doctors said."
    road = "A mine on the road to Ansongo blew up under a car of UN soldiers, the UN mission said Sunday."
    for told_there in (quiet, road):
        assert where(mali, f"GAO, Mali (Wire) — {told_there}") == [("ML-7",)]


def test_the_last_paragraphs_of_a_report_are_rather_its_background(mali: PlaceIndex) -> None:
    """What would go on with the scene in the middle does not at the end."""
    lead = "Rebels took Konna on Monday."
    shops = "Thirty shops have shut this year."
    assert where(mali, lead, shops, *["Nobody was hurt in the attack."] * 5)[1] == ("ML-5",)
    assert where(mali, lead, *["Nobody was hurt in the attack."] * 5, shops)[-1] == ()


def test_an_island_of_the_same_name_is_the_province() -> None:
    country = MALI.with_name("philippines.yaml")
    known = index(parse_gazetteer(country.read_text(encoding="utf-8"), country.name))
    body = [(1, "Marines combed two farms in the south of Basilan Island at dawn.")]
    assert [m.text for m in find_places(body, known)] == ["Basilan"]


def test_papers_rivers_and_armies_called_by_a_place_are_no_places(mali: PlaceIndex) -> None:
    """“Told The Gao”, “the Kayes and Bani rivers”, “Bamako's forces”: the event is elsewhere."""
    assert where(mali, "Nobody came, a baker told The Gao on Sunday.") == [()]
    assert where(mali, "Boats sank where the Kayes and Bani rivers meet.") == [()]
    assert where(mali, "They walked across the Kayes region.") == [("ML-1",)]
    assert where(mali, "One woman was killed by Bamako's shelling.") == [()]
    assert where(mali, "Four villages share boundaries with Kayes.") == [()]


def test_what_happened_in_the_neighbouring_province_of_a_name_is_there(mali: PlaceIndex) -> None:
    text = "He was killed in a mosque in the neighbouring region of Kayes."
    assert where(mali, text) == [("ML-1",)]


def test_a_building_of_the_state_is_where_what_hits_it_happens(mali: PlaceIndex) -> None:
    assert where(mali, "Rockets fell close to the army command in Gao.") == [("ML-7",)]
    assert where(mali, "He was taken from his palace in Gao at night.") == [("ML-7",)]
    assert where(mali, "Nobody was hurt, the army command in Gao reported.") == [()]


def test_who_walks_somewhere_and_sits_down_there_is_there(mali: PlaceIndex) -> None:
    assert where(mali, "Twenty fathers walked to Gao and sat down at the gate.") == [("ML-7",)]
    assert where(mali, "A barber on the Gao road shaved sixty beards.") == [()]


def test_a_building_speaks_for_its_people_only_where_the_country_is_governed(
    mali: PlaceIndex,
) -> None:
    assert where(mali, "The chief was taken from his palace in Gao.") == [("ML-7",)]
    assert where(mali, "The palace in Bamako blamed the rebels.") == [()]
    assert where(mali, "Two shells landed near the palace in Bamako.") == [("ML-BKO",)]
    assert where(mali, "Two nurses came from Gao.") == [()]
    assert where(mali, "Bamako's forces killed two men in Gao.") == [("ML-7",)]


def test_a_name_of_one_word_that_is_written_as_it_sounds() -> None:
    known = index(
        parse_gazetteer(
            "country: {name: A, code: XA}\n"
            "provinces:\n"
            "  - {code: XA-1, name: Norland, places: [{name: Sangin, kind: district}]}\n",
            "p.yaml",
        )
    )
    assert where(known, "In Sangeen, two policemen were killed.") == [("XA-1",)]
    assert where(known, "A son of Sangeen Khan was killed.") == [()]
    assert where(known, "Sangeen was killed.") == [()]


def test_a_name_of_several_provinces_is_in_that_of_the_paragraph_before() -> None:
    known = index(
        parse_gazetteer(
            "country: {name: A, code: XA}\n"
            "provinces:\n"
            "  - {code: XA-1, name: Norland, places: [{name: Baharak, kind: district}]}\n"
            "  - {code: XA-2, name: Soutland, places: [{name: Baharak, kind: district}]}\n",
            "p.yaml",
        )
    )
    lead = "Rebels took towns in Soutland and Norland."
    again = "A house burned in Baharak."
    assert where(known, lead, "A bus burned in Norland.", again)[2] == ("XA-1",)
    assert where(known, lead, "A bus burned in Soutland.", again)[2] == ("XA-2",)
    assert where(known, lead, again)[1] == ()
    assert where(known, again) == [()]


def test_a_road_of_which_one_end_is_known_is_there(mali: PlaceIndex) -> None:
    assert where(mali, "A mine went off on the road between Aba and Gao.") == [("ML-7",)]
    assert where(mali, "A mine went off on the road to Gao.") == [()]


def test_what_is_told_without_a_look_elsewhere_goes_on_among_several_places(
    mali: PlaceIndex,
) -> None:
    first, second = "Rebels took Kidal.", "A shell hit a bakery in Gao."
    assert where(mali, first, second, "The bakery opened again in the afternoon.")[2] == ("ML-7",)
    assert where(mali, first, second, "Envoys met abroad.")[2] == ()


def test_a_place_near_a_town_is_of_its_province(mali: PlaceIndex) -> None:
    assert where(mali, "Samples taken in Tin-Aba, about 25 km from Gao, were bad.") == [("ML-7",)]
    assert where(mali, "Samples taken in Tin-Aba, about 90 km from Gao, were bad.") == [()]


def test_where_a_paragraph_that_names_no_place_of_its_own_may_be(mali: PlaceIndex) -> None:
    lead = "Rebels took Konna."
    assert where(mali, "A shell fell in a field north of Gao.") == [("ML-7",)]
    assert where(mali, "Rains have cut the road from Gao to Ansongo.") == [("ML-7",)]
    assert where(mali, "Rains have cut the road from Gao to Kidal.") == [()]
    assert where(mali, lead, "In Kismayu, the port, two soldiers were killed.")[1] == ()
    quoted = '"If the soldiers run, we will not," he said.'
    assert where(mali, lead, quoted)[1] == ("ML-5",)
    assert where(mali, lead, "He said that a ransom was paid.")[1] == ("ML-5",)
    assert where(mali, lead, "Doctors put the number of dead there at 49.")[1] == ("ML-5",)
    beside = "Earlier Tuesday a bridge was destroyed on the highway north of Bamako."
    assert where(mali, lead, beside)[1] == ()
    said = "Troops had secured the bridge overnight, the ministry in Paris said."
    assert where(mali, lead, said)[1] == ("ML-5",)


def test_a_paragraph_that_begins_with_the_attack_goes_on(mali: PlaceIndex) -> None:
    lead = "A bomb went off at the market in Gao."
    assert where(mali, lead, "The attack came after talks in Brussels had failed.")[1] == ("ML-7",)
    aside = "Meanwhile, bandits freed the passengers of a bus on the Kidal-Tessalit highway."
    assert where(mali, lead, aside)[1] == ()


def test_a_report_with_a_dateline_of_its_own_is_another_story(mali: PlaceIndex) -> None:
    lead = "GAO, Mali — A bomb killed ten people at the market."
    other = "MADRID — The minister says that two men were killed."
    own = "KIDAL, Mali — The governor said that shells had killed two men in the city."
    assert where(mali, lead, other, own) == [("ML-7",), (), ("ML-8",)]


def test_an_aside_does_not_end_a_story_of_one_place(mali: PlaceIndex) -> None:
    lead = "A bomb went off at the market in Gao."
    aside = "The United Nations called for talks in Geneva."
    dead = "At least two people were killed at the market."
    assert where(mali, lead, aside, dead)[1:] == [(), ("ML-7",)]
    country = "Some 600 people were killed in attacks across the country last year."
    assert where(mali, lead, country)[1] == ()


def test_the_capital_within_a_sentence_that_names_another_town_later(mali: PlaceIndex) -> None:
    text = "In the north of the capital I met Omar, who sold fruit in Gao."
    assert where(mali, text) == [("ML-BKO",)]


def test_cues_for_and_against_going_on_are_weighed(mali: PlaceIndex) -> None:
    """Who is quoted again goes on; a look at years, at the whole country, or at habits does not."""
    lead = "Rebels took Konna on Monday and Karim Traore, a baker, saw three dead soldiers."
    again = '"They shot at everybody," Traore said.'
    silent = "The rebels have not commented on the fighting in the town."
    years = "Such attacks have increased since 2012 and are often the work of foreign groups."
    bombs = "Roadside bombs are the weapon most commonly used against troops, often by night."
    assert where(mali, lead, again, silent, years) == [("ML-5",), ("ML-5",), ("ML-5",), ()]
    assert where(mali, lead, bombs)[1] == ()
    elsewhere = "In a separate incident, a bus was burned and its driver was killed."
    assert where(mali, lead, elsewhere)[1] == ()


def test_one_town_of_several_is_the_first(mali: PlaceIndex) -> None:
    lead = "Rebels took Kidal after Gao had been abandoned."
    assert where(mali, lead, "The city fell without a fight.")[1] == ("ML-8",)


def test_a_heading_tells_where_the_paragraphs_below_it_are(mali: PlaceIndex) -> None:
    body = [(1, "Rebels took Kidal."), (3, "Nine people were killed."), (5, "Two were hurt.")]
    (heading,) = find_places([(2, "Gao")], mali)
    found = scenes(body, find_places(body, mali), (), (heading,), (2,))
    assert [s.provinces for s in found] == [("ML-8",), ("ML-7",), ("ML-7",)]


def test_who_an_airport_is_named_after_is_no_place() -> None:
    known = index(
        parse_gazetteer(
            "country: {name: A, code: XA}\n"
            "provinces:\n"
            "  - code: XA-1\n"
            "    name: Norland\n"
            "    places:\n"
            "      - {name: Omar Kone International Airport, kind: airfield}\n"
            "      - {name: Dara Suf Bala, kind: district}\n",
            "p.yaml",
        )
    )
    assert parts("Omar Kone said that Dara Suf was quiet.", known) == [("Dara Suf", "scene")]
    assert parts("Shells hit Omar Kone International Airport.", known)[0][1] == "scene"


def test_taliban_is_not_taliqan() -> None:
    known = index(
        parse_gazetteer(
            "country: {name: A, code: AF}\n"
            "provinces:\n"
            "  - {code: AF-TAK, name: Takhar, capital: {name: Taliqan}}\n"
            "  - {code: AF-BDS, name: Badakhshan, capital: {name: Faizabad}}\n",
            "p.yaml",
        )
    )
    text = "Taliban fighters reached Faizabad, Badakhhsan Province."
    found = find_places([(1, text)], known)
    assert [(m.text, m.provinces, m.typo) for m in found] == [
        ("Faizabad", ("AF-BDS",), False),
        ("Badakhhsan", ("AF-BDS",), True),
    ]


def test_a_name_of_two_provinces_asks_unless_one_is_named() -> None:
    known = index(
        parse_gazetteer(
            "country: {name: A, code: XA}\n"
            "provinces:\n"
            "  - {code: XA-1, name: Norland, places: [{name: Ashford, kind: town}]}\n"
            "  - {code: XA-2, name: Soutland, places: [{name: Ashford, kind: town}]}\n",
            "p.yaml",
        )
    )
    body = [(1, "Ashford was shelled.")]
    (scene,) = scenes(body, find_places(body, known))
    assert scene.provinces == ()
    assert [m.text for m in scene.ambiguous] == ["Ashford"]
    body = [(1, "Ashford, in Norland, was shelled.")]
    (scene,) = scenes(body, find_places(body, known))
    assert scene.provinces == ("XA-1",)
    assert scene.ambiguous == ()


# --- speakers --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Moussa Diakite, a driver, said it was over.", [("Moussa Diakite", "driver")]),
        ("“It is over,” said Moussa Diakite, a driver.", [("Moussa Diakite", "driver")]),
        ("Army spokesman Ali Kone denied it.", [("Ali Kone", "Army spokesman")]),
        ("The mayor, Ali Kone, confirmed it.", [("Ali Kone", "mayor")]),
        ("Twelve died, according to the Red Cross.", [("the Red Cross", "")]),
        ("Local officials said the road was closed.", [("Local officials", "")]),
        ("The Secretary of State Ann Lee told reporters so.", [("Ann Lee", "Secretary of State")]),
        ("They were told to leave.", []),
        (
            "In Gao, four men died on Sunday, said a statement of the army.",
            [("a statement of the army", "")],
        ),
        (
            "Ten towns fell, according to an ongoing count by The Record.",
            [("an ongoing count by The Record", "")],
        ),
        ("It followed what the governor described as a truce.", [("the governor", "")]),
        ("Our Bureau in Bamako adds: it rained.", []),
        ('Minister Ali Kone called Mali a "weak state".', [("Ali Kone", "Minister")]),
        ("Egypt has advised its citizens not to travel.", [("Egypt", "")]),
        ("Aid agencies warn of a catastrophe.", [("Aid agencies", "")]),
        ('President Ali Kone called the case "unacceptable".', [("Ali Kone", "President")]),
        ('President Ali Kone declared the city "free".', [("Ali Kone", "President")]),
        ("President Ali Kone declared a state of emergency.", []),
        ("He said it was over.", []),
        ('"Nobody waited," Konare\'s deputy said.', [("Konare's deputy", "")]),
        (
            "Four were hurt, the governor's spokesman, Ali Kone, informed.",
            [("Ali Kone", "governor's spokesman")],
        ),
        ("Police blame a gang.", [("Police", "")]),
        ("A doctor in Gao puts the wounded at 26.", [("A doctor in Gao", "")]),
        ("Elders asked for shade.", [("Elders", "")]),
        ("Some senators asked why the road was closed.", [("Some senators", "")]),
        ("A senior official countered that it was open.", [("A senior official", "")]),
        ("His wife, who was asleep, told newsmen that he had gone.", [("His wife", "")]),
        (
            "A motion by Senator Ali Kone, who lamented that the road was closed, passed.",
            [("Ali Kone", "Senator")],
        ),
        (
            "They left after Mali's deputy prime minister called on them to go.",
            [("Mali's deputy prime minister", "")],
        ),
        ("The army in Gao published a video of three soldiers.", [("The army in Gao", "")]),
        ("The bishop of Gao, on the other hand, said it was time.", [("The bishop of Gao", "")]),
        (
            "The guards' boss, who was asleep, said the police ran first.",
            [("The guards' boss", "")],
        ),
        ('"He was my brother," a younger cousin, Moussa, told us.', [("Moussa", "younger cousin")]),
        ("They died in what the army called a clash.", [("the army", "")]),
        ('"Who buys a sheep?" a trader asked.', [("a trader", "")]),
        (
            '"We may not keep the seed," explained Don Braulio, who plants beans.',
            [("Don Braulio", "")],
        ),
        ("Two drivers confirm it.", [("Two drivers", "")]),
        ("KONNA, Mali (AP) — A Malian official says four were hurt.", [("A Malian official", "")]),
        ("The rebels said in March that they had won.", [("The rebels", "")]),
        (
            "Minister of Territorial Administration Ali Kone said so.",
            [("Ali Kone", "Minister of Territorial Administration")],
        ),
        (
            "Gen. Ali Kone, spokesman of the Armed Forces of Mali (AFM), said so.",
            [("Ali Kone", "spokesman of the Armed Forces of Mali")],
        ),
        (
            "The Mission of Nations in Mali (MNM) has reported that it rained.",
            [("The Mission of Nations in Mali", "")],
        ),
        (
            "The chairman of the Mali Association, Rev. Joseph Kone, told us so.",
            [("Joseph Kone", "chairman of the Mali Association")],
        ),
        ("The army last week said it had won.", [("The army", "")]),
        (
            "Last night the Northern Press agency said it had won.",
            [("the Northern Press agency", "")],
        ),
        ("The UN envoy for Mali Ann Marie Lee said so.", [("Ann Marie Lee", "UN envoy for Mali")]),
        (
            "More will come, said army spokesman Ali Kone in a televised speech Monday.",
            [("Ali Kone", "army spokesman")],
        ),
        (
            "Units known as Wolves and Foxes had taken over, said a policeman at the gate who spoke on the phone.",
            [("a policeman at the gate", "")],
        ),
        ("The Northern Army (NA) delegation said so.", [("The Northern Army delegation", "")]),
        ("The court told the army to investigate reports into it.", [("The court", "")]),
        (
            "Nine died, according to official reports, the statement said.",
            [("the statement", ""), ("official reports", "")],
        ),
        ("Amid reports of rain, the mayor of Gao spoke.", []),
        ("Talking to the media at the gate he said so.", []),
        ("No customs man will confirm it.", []),
        ("The rebels disregarded calls for a truce.", []),
        ("They were buried according to Islamic rites.", []),
        ("The rebels said nothing at all.", []),
        ("Earlier reports put the number at seven.", []),
        ("President Ali Kone dismissed his defence minister.", []),
        ("The director promised them coal.", [("The director", "")]),
        ("His family denied it.", [("His family", "")]),
        ("The gendarmes asked them to go home.", [("The gendarmes", "")]),
        ("The union asked the government to pay.", [("The union", "")]),
        ("Traders there said they had no land.", [("Traders", "")]),
        ("One of them told our man so.", [("One of them", "")]),
        (
            "The harbour master, Captain Nabil al-Asadi, said so.",
            [("Nabil al-Asadi", "")],
        ),
        ("They were received by the coal minister, who told them so.", [("the coal minister", "")]),
        (
            "Engineers at the dam closed a gate, but said it would not hold.",
            [("Engineers at the dam", "")],
        ),
        ("The governor called the strike political.", [("The governor", "")]),
        ("The minister called them “a column in flight”.", [("The minister", "")]),
        ("Nine died, according to figures compiled by the ministry.", [("the ministry", "")]),
        ("Partners report at least 25 civilians killed.", [("Partners", "")]),
        ("He took four of the towns, which residents denied.", [("residents", "")]),
        ("An estimated 26 million people need help.", []),
        ("The sixth accused, a captain, escaped.", []),
        ("At two somebody shouted that it was over.", []),
        ("GAO, Mali — Rebels took the town, said officials.", [("officials", "")]),
        ("The number of patients admitted with wounds has grown.", []),
        ("He spoke for the “life” of the two men and reiterated his vow.", []),
        ("City Chief of Department Ali Kone said so.", [("Ali Kone", "City Chief of Department")]),
        ("According to Le Soir, the man was a driver.", [("Le Soir", "")]),
    ],
)
def test_who_says_so(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(m.name, m.role) for m in find_speakers([(1, text)])] == expected


def test_to_whom_and_through_whom() -> None:
    (told,) = find_speakers([(1, "Officials told RFE/RL on June 25 that it was over.")])
    assert told.to == "RFE/RL"
    (via, *_) = find_speakers([(1, "Ali Kone, a mayor, said so, according to AFP.")])
    assert via.via == "AFP"


# --- figures ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("More than 50 of the 370 districts fell.", (50, None, 370, "more than", "districts")),
        ("At least nine soldiers died.", (9, None, None, "at least", "soldiers")),
        ("Nearly 1,600 soldiers fled.", (1600, None, None, "nearly", "soldiers")),
        ("Between 20 and 30 families left.", (20, 30, None, "exactly", "families")),
        ("Turnout was 53 percent.", (53, None, None, "exactly", "percent")),
        ("Dozens of houses burned.", (None, None, None, "about", "houses")),
        ("As many as 40,000 people fled.", (40000, None, None, "up to", "people")),
        ("Fewer than 80 fighters remain.", (80, None, None, "fewer than", "fighters")),
        (
            "The toll of Sunday's blast at the old mosque in the east of the city rose to 100.",
            (100, None, None, "exactly", ""),
        ),
        ("They pushed back 70 Rohingya.", (70, None, None, "exactly", "Rohingya")),
        ("It costs USD 25 million.", (25_000_000, None, None, "exactly", "USD")),
        ("About 2,000 had crossed.", (2000, None, None, "about", "")),
        ("One passenger was stabbed.", (1, None, None, "exactly", "passenger")),
        ("It forced another 17,500 to run.", (17_500, None, None, "exactly", "")),
        ("A first group of 40 families came.", (40, None, None, "exactly", "families")),
        ("Homicides stood at 25,890.", (25_890, None, None, "exactly", "")),
        ("The dead may be 300.", (300, None, None, "exactly", "")),
        ("Some 50 Tomahawk missiles flew.", (50, None, None, "about", "Tomahawk missiles")),
        ("It came on 22 April. Two bridges fell.", (2, None, None, "exactly", "bridges")),
        ("Four cases of cholera were reported.", (4, None, None, "exactly", "cases")),
        ("The rain damaged 85 tents.", (85, None, None, "exactly", "tents")),
        ("Fewer than 30 have been destroyed.", (30, None, None, "fewer than", "")),
        ("Over 3.5 lakh people fled.", (350_000, None, None, "more than", "people")),
        ("Two hundred and seventy patients lay there.", (270, None, None, "exactly", "patients")),
        ("One watcher was wounded.", (1, None, None, "exactly", "watcher")),
        ("Another six were buried.", (6, None, None, "exactly", "")),
        ("He put the figure at 12.", (12, None, None, "exactly", "")),
        ("It took P50,000 from him.", (50_000, None, None, "exactly", "P")),
        ("It killed one policeman Monday.", (1, None, None, "exactly", "policeman")),
        ("The next day a dozen farmers left.", (12, None, None, "exactly", "farmers")),
    ],
)
def test_what_is_counted(text: str, expected: tuple[object, ...]) -> None:
    (found,) = find_figures([(1, text)])
    assert (found.value, found.high, found.of, found.qualifier, found.unit) == expected


@pytest.mark.parametrize(
    "text",
    [
        "It fell on June 21 at 7 a.m.",
        "It lasted three hours and two days.",
        "The 700-meter bridge opened in 2007, 50 kilometers away.",
        "Ali Kone, 45, a farmer, agreed.",
        "The second of them left.",
        "The 20-year-old conflict goes on.",
        "It is Day 148 of the siege.",
        "At eight we saw him on television.",
        "He opens at nine every morning.",
        "The price has fallen by two thirds.",
        "A boy of six and a student of nineteen.",
        "The dead man, Ali Kone, was 42 and had a shop.",
        "She runs a 60-bed clinic.",
        "One of them, a nurse, fainted.",
        "Barely one voter in five came.",
        "It costs millions of dollars.",
        "They lie two to a bed.",
        "Two sources close to the talks said so.",
        "“It is over,” one farmer, Ali Kone, told us.",
    ],
)
def test_what_is_no_figure(text: str) -> None:
    assert find_figures([(1, text)]) == ()


def test_numbers_in_words() -> None:
    assert to_number("forty-two") == 42
    assert to_number("two dozen") == 24
    assert to_number("1.5 million") == 1_500_000
    assert to_number("two hundred and seventy") == 270
    assert to_number("2 crore") == 20_000_000


# --- publication -----------------------------------------------------------------------------

BODY = """\
Rebels take the bridge at Konna

Rebels took the bridge at Konna on June 21, officials in the region said on June 22.

The bridge was built in 2007 and is the only one for many miles around, they said.

The rebels have promised to leave the town by September 11, a spokesman said.
"""


def test_the_page_says_so() -> None:
    found = infer_publication(take_apart(PAGE))
    assert (found.value, found.evidence) == ("2014-05-03", (7,))


def test_the_text_gives_month_and_day_and_asks_for_the_year() -> None:
    found = infer_publication(take_apart(BODY))
    assert found.value == ""
    assert found.candidates[0] == "2007-06-22"
    assert found.span == "2007-01-01/.."


PERIOD = ("2021-06-01", "2021-07-31")


def test_the_sites_period_alone_does_not_give_the_year() -> None:
    found = infer_publication(take_apart(BODY), period=PERIOD)
    assert (found.value, found.candidates, found.span) == ("", ("2021-06-22",), "2007-01-01/..")
    assert "the site's period would make it 2021" in found.note


def test_a_day_told_far_down_is_not_offered_as_that_of_publication() -> None:
    title, lead, *others = BODY.strip().split("\n\n")
    assert infer_publication(take_apart(BODY)).candidates[0] == "2007-06-22"
    found = infer_publication(take_apart("\n\n".join([title, *others, lead])))
    assert (found.value, found.candidates, found.span) == ("", (), "2007-01-01/..")
    assert "22 June (line 7), too far from the beginning" in found.note


def test_the_sites_period_and_two_more_reasons_give_the_year() -> None:
    text = BODY.replace("on June 22", "on Tuesday, June 22")
    assert infer_publication(take_apart(text), period=PERIOD).value == ""
    text = text.replace("on June 21", "on June 21, as it had in September 2020")
    found = infer_publication(take_apart(text), period=PERIOD)
    assert found.value == "2021-06-22"
    assert "period" in found.note
    assert "weekday" in found.note
    # The same words in an article that the weekday does not fit.
    other = infer_publication(take_apart(text.replace("Tuesday", "Wednesday")), period=PERIOD)
    assert other.value == ""
    assert "2022-06-22" in other.candidates


def test_a_year_told_as_past_after_the_periods_day_rules_that_out() -> None:
    text = BODY.replace("on June 21", "on June 21, as it had in August 2021")
    found = infer_publication(take_apart(text), period=PERIOD)
    assert found.value == ""
    assert "2021-06-22" not in found.candidates
    assert found.candidates[0] == "2022-06-22"


def test_a_dateline_without_a_year_gives_month_and_day() -> None:
    text = BODY.replace("on June 21", "on Monday").replace("on June 22", "on Tuesday")
    head, _, rest = text.partition("\n\n")
    found = infer_publication(take_apart(f"{head}\n\nKABUL, June 22 (Wire) - {rest}"))
    assert found.value == ""
    assert {day[-6:] for day in found.candidates} == {"-06-22"}


def test_a_date_below_a_standfirst_and_a_caption_counts() -> None:
    head, _, rest = BODY.partition("\n\n")
    above = "The army said that it had left the bridge.\nNobody was hurt, it said.\nBy Ann Harrow\nJune 25, 2021"
    assert infer_publication(take_apart(f"{head}\n{above}\n\n{rest}")).value == "2021-06-25"


def test_the_days_that_a_report_covers_are_offered_and_no_more() -> None:
    text = BODY.replace("on June 21", "on Monday").replace("on June 22", "on Tuesday")
    found = infer_publication(take_apart(f"Mali Weekly Field Report (14 - 20 June 2021)\n\n{text}"))
    assert (found.value, found.candidates) == ("", ("2021-06-20",))


def test_a_day_beside_the_headline_says_more_than_an_archive_below_the_article() -> None:
    text = BODY.replace("on June 21", "on Monday").replace("on June 22", "on Tuesday")
    head, _, rest = text.partition("\n\n")
    page = f"{head}\nTuesday June 22 12:40 PM ET\n\n{rest}\nStories by date: Jun 21 | Jun 20 | Jun 19\n"
    assert {day[-6:] for day in infer_publication(take_apart(page)).candidates} == {"-06-22"}


def test_an_update_without_a_year_and_a_day_that_names_a_happening_give_no_day() -> None:
    text = BODY.replace("on June 21", "on Monday").replace("on June 22", "on Tuesday")
    head, _, rest = text.partition("\n\n")
    found = infer_publication(take_apart(f"{head}\nUpdated: 8 November\n\n{rest}"))
    assert found.candidates == ()
    found = infer_publication(take_apart(f"{head}\nPosted 23 June, updated 8 November\n\n{rest}"))
    assert found.candidates == ()
    near = infer_publication(take_apart(f"{BODY}\nUpdated: 24 June\n"))
    assert {day[-6:] for day in near.candidates} == {"-06-24"}
    text = text.replace(
        "The bridge was built", "After the March 15 attack the bridge was mended; it was built"
    )
    assert infer_publication(take_apart(text)).candidates == ()


def test_the_day_that_a_picture_shows_and_the_day_of_foundation_are_not_the_pages() -> None:
    headline, _, body = BODY.partition("\n\n")
    head = f"World | Mon Jun 23, 2014 9:42am EDT\n{headline}\nKONNA | BY A. REPORTER\n\n"
    picture = "Two men search a van at a checkpoint on the edge of Konna June 19, 2014. AGENCY/STRINGER\n\n"
    founded = "The Konna Herald\nKonna, Norvale  Est. May 19, 1883\n\n"
    byline = "By A. Reporter\n\n"
    assert infer_publication(take_apart(head + picture + body)).value == "2014-06-23"
    found = infer_publication(take_apart(f"{headline}\n\n{picture}{byline}{body}"))
    assert found.value == ""
    found = infer_publication(take_apart(f"{founded}{headline}\n{byline}{body}"))
    assert found.value == ""
    assert not [day for day in found.candidates if day.startswith("1883")]
    both = take_apart(f"{founded}{headline}\nJune 23, 2014\n\n{body}")
    assert infer_publication(both).value == "2014-06-23"


def test_days_far_apart_beside_the_headline_ask() -> None:
    headline, _, body = BODY.partition("\n\n")
    page = f"{headline}\nPublished: 27 June 2014\nFiled 22 June 2014\n\n{body}"
    found = infer_publication(take_apart(page))
    assert found.value == ""
    assert found.candidates == ("2014-06-22", "2014-06-27")


@pytest.mark.parametrize(
    ("above", "below"),
    [
        ("Saturday, November 2, 2024\n\nThe Konna Herald", "Tuesday, June 22, 2021"),
        ("4/27/2024\nToday from Konna:", "Tuesday, June 22, 2021"),
        ("Monday, December 22nd, 2025", "Published: 22 June 2021"),
    ],
)
def test_a_day_at_the_top_long_after_the_pages_own_is_that_of_the_visit(
    above: str, below: str
) -> None:
    headline, _, body = BODY.partition("\n\n")
    found = infer_publication(take_apart(f"{above}\n\n{headline}\n{below}\n\n{body}"))
    assert found.value == "2021-06-22"
    # Not so when the two are a few days apart, or when the later one says what it is.
    week = infer_publication(take_apart(f"June 29, 2021\n\n{headline}\n{below}\n\n{body}"))
    assert (week.value, week.candidates) == ("", ("2021-06-22", "2021-06-29"))
    said = infer_publication(
        take_apart(f"Published on 3 May 2023\n\n{headline}\n{below}\n\n{body}")
    )
    assert (said.value, said.candidates) == ("", ("2021-06-22", "2023-05-03"))


@pytest.mark.parametrize(
    "line",
    [
        "The Konna HeraldJune 22, 2021",
        "By Ann Harrow of the WireJune 22,2021",
        "Konna RadioTuesday, June 22, 2021",
        "Last updated on: 22 June,2021 07:40 am",
        "By Ann Harrow | The Herald | 22 June 2021 - 16:48",
        "By Ann Harrow and Bob Ray | Published: 22 Jun 2021, 9:14 am | Last updated: 22 Jun 2021, 6:02 pm",
        "Field update | 22 June 2021 | 4 min read",
        "By Staff Reporter | 22 Jun 2021 | 04:12 PM",
        "22 June 2021 | Español | Français",
    ],
)
def test_a_day_grown_together_with_a_paper_or_between_strokes_counts(line: str) -> None:
    headline, _, body = BODY.partition("\n\n")
    assert infer_publication(take_apart(f"{headline}\n{line}\n\n{body}")).value == "2021-06-22"


@pytest.mark.parametrize(
    "name",
    [
        "Mali: Floods at Konna, Situation Report No. 11 (as of 23 June 2021)",
        "Mali: Fighting at Konna bridge, Field Update (Daily Flash of 23 June 2021)",
    ],
)
def test_the_day_in_brackets_behind_a_reports_name_is_offered(name: str) -> None:
    body = BODY.partition("\n\n")[2]
    found = infer_publication(take_apart(f"{name}\n\n{body}"))
    assert (found.value, found.candidates) == ("", ("2021-06-23",))


def test_the_day_at_the_end_of_what_a_picture_shows_is_not_offered() -> None:
    text = BODY.replace("on June 21", "on Monday").replace("on June 22", "on Tuesday")
    headline, _, body = text.partition("\n\n")
    shown = "A herder with his goats in the hills above Konna bridge, on May 31 /ANN HARROW"
    found = infer_publication(take_apart(f"{headline}\n\n{shown}\n{shown}\n\n{body}"))
    assert (found.value, found.candidates) == ("", ())


def test_the_days_of_a_weekly_issue_are_no_day_of_publication() -> None:
    text = BODY.replace("on June 21", "on Monday").replace("on June 22", "on Tuesday")
    found = infer_publication(take_apart(f"#205 | 20 - 26 June 2021 | Bamako\n\n{text}"))
    assert (found.value, found.candidates) == ("", ())


def test_the_dates_of_other_articles_below_are_not_the_pages() -> None:
    text = BODY.partition("\n\n")[2].replace("Rebels took", "KONNA, June 22: Rebels took", 1)
    others = "Market burns down\nUpdated 5 July, 2024\n\nPump mended\n5 July, 2024\n\nThe pump has stood still since the flood came to the town.\n"
    found = infer_publication(take_apart(f"{text}\n{others}"))
    assert (found.value, {day[-6:] for day in found.candidates}) == ("", {"-06-22"})
    # A date at the foot that the dateline contradicts, though the text tells of a day not long before it.
    found = infer_publication(take_apart(f"{text}\nLast updated: 6 July 2024\n"))
    assert (found.value, found.candidates) == ("", ("2024-07-06",))
    assert "dateline" in found.note
    assert (
        infer_publication(take_apart(f"{text}\nLast updated: 23 June 2024\n")).value == "2024-06-23"
    )


def test_what_was_put_off_to_a_day_gives_none() -> None:
    text = BODY.replace("on June 21", "on Monday").replace("on June 22", "on Tuesday")
    text = text.replace(
        "The bridge was built",
        "They agreed to postpone the vote to 20 August. The bridge was built",
    )
    assert infer_publication(take_apart(text)).candidates == ()


def test_a_weekday_of_another_year_in_the_text_contradicts_the_page_and_its_data() -> None:
    text = BODY.replace("on June 21", "on Monday, June 21")
    page = f"Posted January 1, 2009\n{text}"
    found = infer_publication(take_apart(page))
    assert (found.value, found.candidates) == ("", ("2009-01-01",))
    assert "weekday" in found.note
    stated = [Stated(origin=origin, value="2009-01-01") for origin in ("meta", "JSON-LD")]
    assert infer_publication(take_apart(text), stated=stated).value == ""
    assert (
        infer_publication(take_apart(page.replace("January 1, 2009", "June 22, 2021"))).value
        == "2021-06-22"
    )
    # Of last year's days the weekday may be told, too.
    assert (
        infer_publication(take_apart(page.replace("January 1, 2009", "January 3, 2022"))).value
        == "2022-01-03"
    )


def test_a_date_at_the_foot_must_be_borne_out() -> None:
    foot = "Last updated: 5 February 2023"
    far = infer_publication(take_apart(f"{BODY}\n{foot}\n"))
    assert (far.value, far.candidates) == ("", ("2023-02-05",))
    near = infer_publication(take_apart(f"{BODY}\nLast updated: 23 June 2021\n"))
    assert near.value == "2021-06-23"


def test_a_weekday_that_is_not_its_dates_asks() -> None:
    found = infer_publication(take_apart(f"The Daily\nPublished Monday, 22 June 2021\n\n{BODY}"))
    assert (found.value, found.candidates) == ("", ("2021-06-22",))
    assert "weekday" in found.note


def test_work_on_a_page_years_later_is_no_second_day_of_publication() -> None:
    head, _, rest = BODY.partition("\n\n")
    lines = "Thu 24 Jun 2021 19.05 BST\nLast modified on Thu 30 Nov 2023 05.15 GMT"
    assert infer_publication(take_apart(f"{head}\n{lines}\n\n{rest}")).value == "2021-06-24"
    lines = "On June 24, 2021 - 17:35"
    assert infer_publication(take_apart(f"{head}\n{lines}\n\n{rest}")).value == "2021-06-24"


def test_a_date_line_between_standfirst_and_article_counts() -> None:
    head, _, rest = BODY.partition("\n\n")
    page = f"{head}\nThe army said that it had left the bridge.\nFriday, 25 June 2021\n\n{rest}"
    assert infer_publication(take_apart(page)).value == "2021-06-25"
    posted = f"{BODY}\nPosted June 23, 2021 © The Record\n"
    assert infer_publication(take_apart(posted)).value == "2021-06-23"


def test_last_year_and_what_was_put_off_are_no_latest_day() -> None:
    text = BODY.replace(
        "on June 22", "on June 22, as on September 5 last year; talks were put off till July 16"
    )
    found = infer_publication(take_apart(f"The Daily\nWednesday, 23 June 2021\n\n{text}"))
    assert found.value == "2021-06-23"


def test_weekdays_alone_ask() -> None:
    text = BODY.replace("on June 21", "on Sunday").replace("on June 22", "on Monday")
    found = infer_publication(take_apart(text))
    assert found.value == ""
    assert found.candidates == ()


def test_a_bare_date_above_the_headline_may_be_the_day_of_the_visit() -> None:
    near = infer_publication(take_apart(f"The Daily\nTuesday, 22 June 2021\n\n{BODY}"))
    assert near.value == "2021-06-22"
    far = infer_publication(take_apart(f"The Daily\nMonday, 4 March 2024\n\n{BODY}"))
    assert (far.value, far.candidates) == ("", ("2024-03-04",))


def test_a_bare_date_above_a_text_that_names_weekdays_only_asks() -> None:
    text = BODY.replace("on June 21", "on Sunday").replace("on June 22", "on Monday")
    visit = infer_publication(take_apart(f"The Daily\nTuesday, 22 June 2021\n\n{text}"))
    assert (visit.value, visit.candidates) == ("", ("2021-06-22",))
    issue = infer_publication(take_apart(f"The Daily, 22 June 2021, Edition 1\n\n{text}"))
    assert issue.value == "2021-06-22"
    year = text.replace("in 2007", "in 2020")
    near = infer_publication(take_apart(f"The Daily\nTuesday, 22 June 2021\n\n{year}"))
    assert near.value == "2021-06-22"


def test_two_statements_of_the_page_decide_and_one_asks() -> None:
    document = take_apart(BODY)
    one = Stated(origin="JSON-LD", value="2021-06-22")
    url = "https://example.org/2021/06/22/bridge.html"
    assert day_in_address(url) == "2021-06-22"
    assert infer_publication(document, url=url, stated=[one]).value == "2021-06-22"
    asked = infer_publication(document, stated=[one])
    assert (asked.value, asked.candidates) == ("", ("2021-06-22",))


@pytest.mark.parametrize(
    ("statements", "value"),
    [
        ([("JSON-LD", "2021-06-22"), ("meta", "2021-06-22")], "2021-06-22"),
        # htmldate reads the meta element again: no second witness against JSON-LD.
        ([("JSON-LD", "2021-06-22"), ("meta", "2021-07-22"), ("htmldate", "2021-07-22")], ""),
        ([("JSON-LD", "2021-06-22"), ("htmldate", "2021-06-22")], "2021-06-22"),
        ([("JSON-LD", "1970-01-01"), ("meta", "1970-01-01")], ""),
    ],
)
def test_what_data_decide(statements: list[tuple[str, str]], value: str) -> None:
    stated = [Stated(origin=origin, value=day) for origin, day in statements]
    assert infer_publication(take_apart(BODY), stated=stated).value == value


def test_data_of_a_day_before_one_that_the_text_tells_of_ask() -> None:
    stated = [
        Stated(origin="JSON-LD", value="2015-01-01"),
        Stated(origin="meta", value="2015-01-01"),
    ]
    text = BODY.replace("on June 21", "on June 21, 2021")
    found = infer_publication(take_apart(text), stated=stated)
    assert (found.value, found.candidates) == ("", ("2015-01-01",))


def test_data_and_text_that_differ_ask() -> None:
    stated = [
        Stated(origin="JSON-LD", value="2015-01-01"),
        Stated(origin="meta", value="2015-01-01"),
    ]
    found = infer_publication(take_apart(PAGE), stated=stated)
    assert found.value == ""
    assert set(found.candidates) == {"2014-05-03", "2015-01-01"}


# --- near duplicates -------------------------------------------------------------------------


def test_the_same_article_in_another_page_is_a_near_duplicate() -> None:
    other = (
        "Other paper\n\n"
        + "\n\n".join(line.text for line in take_apart(PAGE).body)
        + "\n\nMore news\n"
    )
    name, likeness = nearest_text(other, [("far", BODY), ("near", PAGE)])
    assert name == "near"
    assert likeness > SAME
    assert nearest_text(BODY, [("other", PAGE)])[1] < 0.2


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("They asked for $10m and a boat.", [10e6]),
        ("Thirty clerks were taken; 10 have since been freed.", [30, 10]),
        ("A 300-level student hid in the loft.", []),
    ],
)
def test_figures_that_leave_out_what_they_count(text: str, values: list[float]) -> None:
    assert [figure.value for figure in find_figures([(1, text)])] == values
