"""Pages with a line or two around one article: what is its body, its headline, and what is neither."""

from __future__ import annotations

import pytest

from site_gen.importer.page.furniture import take_apart

Case = tuple[str, str, str, list[str], list[str]]


def _page(*lines: str) -> str:
    return "\n\n".join(lines)


LEAD = "Nine people drowned when a ferry capsized on the Lume river on Tuesday, rescue workers said, and a dozen others are still missing."
P2 = "The boat was carrying traders from the weekly market at Tessa back to their villages when it hit a sandbank."
P3 = "“We heard the shouting from the fields,” said Moussa Keita, who pulled four people out of the water."
P4 = "The governor has ordered an inquiry and forbidden night crossings until the rains are over."
BODY = [LEAD, P2, P3, P4]
FERRY_HEAD = "Nine drown as ferry capsizes on the Lume"
FERRY: list[Case] = [
    (
        "standfirst reports",
        _page(
            FERRY_HEAD,
            "The boat was full of traders and had no life jackets. Ana Kone reports.",
            *BODY,
        ),
        FERRY_HEAD,
        BODY,
        ["no life jackets"],
    ),
    (
        "standfirst official says",
        _page(
            FERRY_HEAD,
            "Vessel hit a sandbank after dark with more than sixty aboard, official says.",
            *BODY,
        ),
        FERRY_HEAD,
        BODY,
        ["Vessel hit"],
    ),
    (
        "standfirst plain",
        _page(
            FERRY_HEAD,
            "A ferry carrying traders home from market hits a sandbank on the river, drowning nine people.",
            *BODY,
        ),
        FERRY_HEAD,
        BODY,
        ["hits a sandbank on the river"],
    ),
    (
        "standfirst plain 2",
        _page(
            "Home",
            "News",
            "Africa",
            FERRY_HEAD,
            "At least nine traders are dead and a dozen missing after their ferry hits a sandbank.",
            "12 May 2014",
            *BODY,
        ),
        FERRY_HEAD,
        BODY,
        ["At least nine traders are"],
    ),
    (
        "headline and standfirst twice",
        _page(
            FERRY_HEAD,
            "A dozen are still missing after the boat hit a sandbank.",
            FERRY_HEAD,
            "A dozen are still missing after the boat hit a sandbank.",
            "By Ana Kone",
            *BODY,
        ),
        FERRY_HEAD,
        BODY,
        ["A dozen are still missing"],
    ),
    (
        "caption twice with credit",
        _page(
            FERRY_HEAD,
            "Relatives of the missing on the bank of the Lume river near Tessa.",
            "Relatives of the missing on the bank of the Lume river near Tessa. Photograph: Ali Sow/Sahel Images",
            *BODY,
        ),
        FERRY_HEAD,
        BODY,
        ["Relatives of the missing"],
    ),
    (
        "map caption",
        _page(
            FERRY_HEAD, "Map of the Lume valley with Tessa. Screenshot taken from Open Atlas", *BODY
        ),
        FERRY_HEAD,
        BODY,
        ["Map of the Lume"],
    ),
    (
        "map caption 2",
        _page("Lume province showing Tessa district.", FERRY_HEAD, *BODY),
        FERRY_HEAD,
        BODY,
        ["showing Tessa"],
    ),
    (
        "lead with file credit",
        _page(FERRY_HEAD, LEAD + " (SWN/File)", P2, P3, P4),
        FERRY_HEAD,
        [LEAD, P2, P3, P4],
        [],
    ),
    (
        "lead with file credit 2",
        _page(FERRY_HEAD, LEAD + " (SWN)", P2, P3, P4),
        FERRY_HEAD,
        [LEAD, P2, P3, P4],
        [],
    ),
    (
        "cut last line",
        _page(
            FERRY_HEAD,
            *BODY,
            "The ministry of transport, which licenses the boats, said it had withdrawn the permits of three",
        ),
        FERRY_HEAD,
        [*BODY, "had withdrawn the permits of three"],
        [],
    ),
    (
        "cut last line 2",
        _page(FERRY_HEAD, *BODY, "Last year two ferries sank on the same stretch of the"),
        FERRY_HEAD,
        [*BODY, "same stretch of the"],
        [],
    ),
    (
        "cut last line 3",
        _page(FERRY_HEAD, *BODY, "“They told us that the boat was"),
        FERRY_HEAD,
        [*BODY, "that the boat was"],
        [],
    ),
    (
        "cut last line 4",
        _page(FERRY_HEAD, *BODY, "The owner of the boat, who is"),
        FERRY_HEAD,
        [*BODY, "The owner of the boat"],
        [],
    ),
    (
        "last link",
        _page(FERRY_HEAD, *BODY, "Related", "Floods cut road to Tessa for third week"),
        FERRY_HEAD,
        BODY,
        ["Floods cut road"],
    ),
    (
        "last link 2",
        _page(
            FERRY_HEAD,
            *BODY,
            "Floods cut road to Tessa for third week",
            "Minister says bridge will be ready by June",
        ),
        FERRY_HEAD,
        BODY,
        ["Floods cut road", "Minister says bridge"],
    ),
    (
        "last link 3",
        _page(
            FERRY_HEAD,
            *BODY,
            "Minister of transport says the bridge at Tessa will be ready by June",
        ),
        FERRY_HEAD,
        BODY,
        ["Minister of transport says"],
    ),
    (
        "comments",
        _page(
            FERRY_HEAD,
            *BODY,
            "This is very sad. May God have mercy on their souls and console the families.",
            "I agree with you, the governor should resign and let others do the work!!",
        ),
        FERRY_HEAD,
        BODY,
        ["very sad", "I agree with"],
    ),
    (
        "comments 2",
        _page(
            FERRY_HEAD,
            *BODY,
            "Nice article but you forgot to say who owns the boats. Everybody in Tessa knows it.",
            "Shame on the minister, every year it is the same story.",
        ),
        FERRY_HEAD,
        BODY,
        ["Nice article", "Shame on"],
    ),
    (
        "comments about the site",
        _page(
            FERRY_HEAD,
            *BODY,
            "Every one of the stories on your site teaches a boatman like him something, and the maps are of use too.",
            "That was news to most of the valley. Thanks for posting, and greetings from the upper landing.",
        ),
        FERRY_HEAD,
        BODY,
        ["teaches a boatman", "upper landing"],
    ),
    (
        "unavailable",
        _page(FERRY_HEAD, "This feature is currently unavailable, please try again later.", *BODY),
        FERRY_HEAD,
        BODY,
        ["unavailable"],
    ),
    (
        "old browser",
        _page(
            "Please update your browser",
            "You are using an old version of your browser, and some parts of this page may not work.",
            FERRY_HEAD,
            *BODY,
        ),
        FERRY_HEAD,
        BODY,
        ["old version"],
    ),
    (
        "places of reporters",
        _page(FERRY_HEAD, "Tessa/Lume", *BODY),
        FERRY_HEAD,
        BODY,
        ["Tessa/Lume"],
    ),
    (
        "expand",
        _page(
            "Expand / Collapse",
            "Africa",
            FERRY_HEAD,
            "A dozen traders are missing after their boat hit a sandbank on the river.",
            *BODY,
        ),
        FERRY_HEAD,
        BODY,
        ["Expand", "A dozen traders are missing after"],
    ),
    (
        "after related",
        _page(
            FERRY_HEAD,
            *BODY[:3],
            "Related stories",
            "Floods cut road to Tessa",
            "Minister says bridge will be ready",
            P4,
        ),
        FERRY_HEAD,
        BODY,
        ["Floods cut road"],
    ),
    ("page number", _page(FERRY_HEAD, *BODY[:2], "— 2 —", *BODY[2:]), FERRY_HEAD, BODY, ["— 2 —"]),
    ("roman", _page(FERRY_HEAD, *BODY[:2], "II.", *BODY[2:]), FERRY_HEAD, BODY, ["II."]),
    (
        "print edition",
        _page(
            FERRY_HEAD,
            *BODY,
            "This article appears in the print edition of May 20, 2014, under the headline “The River”.",
        ),
        FERRY_HEAD,
        BODY,
        ["print edition"],
    ),
    (
        "links in a row",
        _page(FERRY_HEAD, *BODY, "The salt mines | A winter in Gao | Who owns the river?"),
        FERRY_HEAD,
        BODY,
        ["The salt mines"],
    ),
    (
        "dated link",
        _page(FERRY_HEAD, *BODY, "08.05.2014: The bridge that was never built"),
        FERRY_HEAD,
        BODY,
        ["08.05.2014"],
    ),
    (
        "short title with kicker",
        _page(
            "THE WEEKLY",
            "Subscribe   Sign in",
            "Features   Essays   Fiction   Podcast",
            "LETTER FROM TESSA",
            "The Last Ferry",
            "On a river without bridges, the boats are the only road, and the boats are old",
            "By Hannah Lind",
            "Photographs by Esteban Roa",
            "November 20, 2016 · 21-minute read",
            *BODY,
        ),
        "The Last Ferry",
        BODY,
        ["On a river without"],
    ),
    (
        "short title with kicker 2",
        _page(
            "REVIEW",
            "Reportage",
            "Low Water",
            "What a drought does to the people who live from crossing it",
            "By Hannah Lind",
            "12 min",
            *BODY,
        ),
        "Low Water",
        BODY,
        ["What a drought"],
    ),
    (
        "photo under",
        _page(
            "SWN",
            "news and analysis",
            "Africa | Asia | Film",
            "Analysis: On the Lume, a ferry feeds old quarrels",
            "Email   Print",
            "Photo: Jean Keita/SWN",
            "Waiting for news on the bank near Tessa. Most families have been there since Tuesday",
            *BODY,
        ),
        "Analysis: On the Lume, a ferry feeds old quarrels",
        BODY,
        ["Waiting for news"],
    ),
    (
        "points on top",
        _page(
            FERRY_HEAD,
            "Rescuers are still looking for a dozen people in the Lume",
            "The governor has closed all crossings to boats at night",
            *BODY,
        ),
        FERRY_HEAD,
        BODY,
        [],
    ),
]

A1 = "ADEN, 4 May 2017 – Gunmen killed a judge and his driver outside the court house on Thursday, a security official said."
A2 = "The judge, Salim Bafaqih, had ruled in several cases against traders of arms from the port."
A3 = "No group has claimed the killing. The court will stay closed until Sunday, its clerk said."
A4 = "Two other judges left the city in March after threats."
JUDGE_HEAD = "Judge shot dead outside court in Aden"
JUDGE_BODY = [A1, A2, A3, A4]
L1 = "A judge and his driver were shot dead outside a court in Aden on Thursday, a security official said."
L2 = "The gunmen waited for the judge's car at the gate of the court and fired some thirty rounds, the official said."
JUDGE: list[Case] = [
    ("lead repeated partly", _page(JUDGE_HEAD, L1, L2, A2, A3), JUDGE_HEAD, [L1, L2, A2, A3], []),
    (
        "short lead",
        _page(
            JUDGE_HEAD,
            "A judge has been killed in Aden.",
            "Salim Bafaqih, 54, was leaving the court when gunmen in a white car opened fire, his brother told reporters.",
            A3,
            A4,
        ),
        JUDGE_HEAD,
        ["A judge has been killed in Aden."],
        [],
    ),
    (
        "deck again",
        _page(
            JUDGE_HEAD,
            "Gunmen in a white car kill judge and driver at the court gate in Aden, a security official says.",
            "By Nadia Salim",
            "4 May 2017",
            L1,
            L2,
            A3,
            A4,
        ),
        JUDGE_HEAD,
        [L1, L2, A3, A4],
        ["in a white car kill"],
    ),
    (
        "deck after date",
        _page(
            JUDGE_HEAD,
            "4 May 2017",
            "A judge and his driver die when gunmen open fire on their car outside a court in Aden.",
            L1,
            L2,
            A3,
            A4,
        ),
        JUDGE_HEAD,
        [L1, L2, A3, A4],
        ["die when gunmen open fire"],
    ),
    (
        "live in the field blog",
        _page(
            "What I saw in Aden",
            "I came to the court at nine and the street was already closed.",
            "My driver knew the judge. He did not want to talk about it.",
            "Nobody I met that day did. In my opinion they were right!!",
            "I will write again on Sunday.",
        ),
        "",
        ["In my opinion they were right"],
        [],
    ),
    (
        "column",
        _page(
            "The price of a judge",
            "Aden lost another judge this week, and nobody was surprised.",
            "The state has left its servants alone for years, and they know it.",
            "Shame on those who call this a victory, for it is none.",
            "The next judge will think twice.",
        ),
        "The price of a judge",
        ["The next judge"],
        [],
    ),
    (
        "cut in a quote",
        _page(JUDGE_HEAD, *JUDGE_BODY, "“He was a good man and he never took"),
        JUDGE_HEAD,
        [*JUDGE_BODY, "never took"],
        [],
    ),
    (
        "cut with name",
        _page(JUDGE_HEAD, *JUDGE_BODY, "Bafaqih was born in Mukalla and studied law in"),
        JUDGE_HEAD,
        [*JUDGE_BODY, "studied law in"],
        [],
    ),
    (
        "headline last",
        _page(JUDGE_HEAD, *JUDGE_BODY, "Lawyers strike over killing of judge in Aden"),
        JUDGE_HEAD,
        JUDGE_BODY,
        ["Lawyers strike"],
    ),
    (
        "headline last 2",
        _page(JUDGE_HEAD, *JUDGE_BODY, "The long war over the port of Aden"),
        JUDGE_HEAD,
        JUDGE_BODY,
        ["The long war over"],
    ),
    (
        "teaser last",
        _page(
            JUDGE_HEAD,
            *JUDGE_BODY,
            "More stories",
            "Lawyers strike over killing",
            "The bar association of Aden has called on its members to stay at home until the killers of the judge are found.",
        ),
        JUDGE_HEAD,
        JUDGE_BODY,
        ["bar association"],
    ),
    (
        "photo twice",
        _page(
            JUDGE_HEAD,
            "The court house in Aden after the shooting on Thursday",
            "The court house in Aden after the shooting on Thursday [File: SWN]",
            *JUDGE_BODY,
        ),
        JUDGE_HEAD,
        JUDGE_BODY,
        ["The court house in Aden after"],
    ),
    (
        "caption with file",
        _page(
            JUDGE_HEAD,
            "Soldiers stand guard outside the court house in Aden. (SWN/File)",
            *JUDGE_BODY,
        ),
        JUDGE_HEAD,
        JUDGE_BODY,
        ["stand guard"],
    ),
    (
        "caption with file 2",
        _page(
            JUDGE_HEAD, "The court house was damaged in the war of 2015. (SWN/File)", *JUDGE_BODY
        ),
        JUDGE_HEAD,
        JUDGE_BODY,
        ["damaged in the war"],
    ),
    (
        "readers",
        _page(
            JUDGE_HEAD,
            *JUDGE_BODY,
            "Good report but the court was closed that day, my cousin works there.",
            "RIP. He was the only honest one.",
            "The government is to blame for everything",
        ),
        JUDGE_HEAD,
        JUDGE_BODY,
        ["my cousin", "only honest", "to blame"],
    ),
    (
        "expand 2",
        _page("Show caption", "Yemen", JUDGE_HEAD, *JUDGE_BODY),
        JUDGE_HEAD,
        JUDGE_BODY,
        ["Show caption"],
    ),
    (
        "magazine",
        _page(
            "NORTH & SOUTH",
            "Issue 14",
            "Long read",
            "Salt",
            "In the pans of Aden, the last workers wait for a buyer who may never come",
            "Words: Nadia Salim",
            L1.replace("shot", "found"),
            L2,
            A3,
            A4,
        ),
        "Salt",
        [A4],
        ["In the pans"],
    ),
    (
        "magazine 2",
        _page(
            "North Quarterly",
            "Dispatch from Aden",
            "The Harbour Clerks",
            "Nobody knows better what a port loses in a war than those who write it down",
            "by Nadia Salim",
            "May 2017",
            L1,
            L2,
            A3,
            A4,
        ),
        "The Harbour Clerks",
        [A4],
        ["Nobody knows better"],
    ),
    ("numbers", _page(JUDGE_HEAD, A1, A2, "3.", A3, A4), JUDGE_HEAD, JUDGE_BODY, []),
    (
        "js",
        _page("JavaScript is disabled in your browser.", JUDGE_HEAD, *JUDGE_BODY),
        JUDGE_HEAD,
        JUDGE_BODY,
        ["JavaScript"],
    ),
    (
        "menu with bars",
        _page(
            "News | Sport | Weather | Contact",
            JUDGE_HEAD,
            *JUDGE_BODY,
            "War in Aden | The port reopens | Who pays?",
        ),
        JUDGE_HEAD,
        JUDGE_BODY,
        ["The port reopens"],
    ),
    (
        "two in a row bars body",
        _page(JUDGE_HEAD, *JUDGE_BODY, "Aden, Mukalla and Taiz | reported by our staff"),
        JUDGE_HEAD,
        JUDGE_BODY,
        [],
    ),
]


MORE: list[Case] = [
    (
        "caption twice indented",
        _page(
            FERRY_HEAD,
            "Boat was on its way back from the market with sixty people on board",
            "    Traders wait for news at the landing in Tessa\n    Traders wait for news at the landing in Tessa",
            *BODY,
        ),
        FERRY_HEAD,
        BODY,
        ["Traders wait"],
    ),
    (
        "caption twice long",
        _page(
            FERRY_HEAD,
            "Families of the missing traders have been camping at the landing in Tessa since the ferry went down\nFamilies of the missing traders have been camping at the landing in Tessa since the ferry went down",
            *BODY,
        ),
        FERRY_HEAD,
        BODY,
        ["camping at the landing"],
    ),
    (
        "expand section",
        _page(
            "Expand / Collapse",
            "Africa Today",
            FERRY_HEAD,
            "Sixty people were on board the boat when it hit a sandbank, rescue workers in Tessa say.",
            *BODY,
        ),
        FERRY_HEAD,
        BODY,
        ["Sixty people were"],
    ),
    (
        "cut reporter",
        _page(
            FERRY_HEAD,
            *BODY,
            "Reporting from Tessa, Sahel Radio correspondent Ali Sow described the mood as",
        ),
        FERRY_HEAD,
        [*BODY, "described the mood"],
        [],
    ),
    (
        "browser",
        _page(
            "SAHEL RADIO",
            "Please Update your browser",
            "Your browser is out of date and may not show this page well.",
            FERRY_HEAD,
            "By Ana Kone",
            *BODY,
        ),
        FERRY_HEAD,
        BODY,
        ["out of date"],
    ),
    (
        "subscription",
        _page(
            FERRY_HEAD,
            *BODY[:2],
            "Subscribe now for unlimited access to all our stories.",
            *BODY[2:],
        ),
        FERRY_HEAD,
        BODY,
        ["unlimited access"],
    ),
    ("country map", _page("SENEGAL showing LUME.", *BODY), "", BODY, ["showing LUME"]),
    (
        "standfirst byline",
        _page(
            FERRY_HEAD,
            "Nine are dead and a dozen missing as night crossings go on despite a ban, ALI SOW reports from Tessa",
            *BODY,
        ),
        FERRY_HEAD,
        BODY,
        ["night crossings go on"],
    ),
    ("pasted", _page(FERRY_HEAD, LEAD + P2, P3, P4), FERRY_HEAD, [LEAD, P3, P4], []),
    (
        "comments bare",
        _page(
            FERRY_HEAD,
            *BODY,
            "my heart goes out to the families, may Allah have mercy on them",
            "why is the government not building a bridge???",
            "Because they eat the money, every year the same!!",
        ),
        FERRY_HEAD,
        BODY,
        ["my heart", "Because they eat"],
    ),
    (
        "file credit lead",
        _page("Photo by Ali Sow", FERRY_HEAD, LEAD + " (AWN/File)", P2, P3, P4),
        FERRY_HEAD,
        [LEAD, P2, P3, P4],
        [],
    ),
    (
        "related in the middle",
        _page(
            FERRY_HEAD,
            LEAD,
            P2,
            "Read more:",
            "Floods cut road to Tessa",
            "Minister says bridge will be ready",
            P3,
            P4,
        ),
        FERRY_HEAD,
        BODY,
        ["Floods cut"],
    ),
]

LOST = "After two ferries were lost on Monday night, the crossing at Tessa was closed and the traders were sent home."
"""A lead that the next paragraph looks back to."""
AROUND: list[Case] = [
    (
        "lead above agency and stamps",
        _page(
            FERRY_HEAD,
            LOST,
            ">>AFP",
            "Published : 22 May 2012, 02:28 PM",
            "Updated : 22 May 2012, 02:28 PM",
            "They were found at dawn below the rapids, where fishermen had seen a mast.",
            *BODY[1:],
        ),
        FERRY_HEAD,
        [LOST, "They were found", *BODY[1:]],
        ["AFP"],
    ),
    (
        "lead above byline",
        _page(
            FERRY_HEAD,
            LOST,
            "By Ana Kone",
            "Both had been built for sand, not for people.",
            *BODY[1:],
        ),
        FERRY_HEAD,
        [LOST],
        [],
    ),
    (
        "standfirst above the day",
        _page(
            FERRY_HEAD,
            "The governor sent soldiers to the landings and had the boats of several villages chained for the night.",
            "27 May 2012",
            *BODY,
        ),
        FERRY_HEAD,
        BODY,
        ["had the boats"],
    ),
    (
        "lead told by somebody",
        _page(
            FERRY_HEAD,
            "Nine traders were drowned when two ferries ran onto a sandbank near Tessa, the mayor said, as the river kept falling.",
            "The nine traders were on their way home from the market near Tessa when the ferries ran onto the sandbank, and most could not swim.",
            *BODY[1:],
        ),
        FERRY_HEAD,
        ["the mayor said, as the river"],
        [],
    ),
    (
        "lead below a map and in the present",
        _page(
            FERRY_HEAD,
            "Multimedia",
            "Map: Where the Ferries Cross",
            "With the rains due to end next week, the ferrymen are offering their own lists of the drowned as proof that the crossings must be moved.",
            *BODY[1:],
        ),
        FERRY_HEAD,
        ["With the rains due"],
        ["Where the Ferries"],
    ),
    *(
        (
            f"caption {end}",
            _page(FERRY_HEAD, f"Traders wait at the landing of Tessa {end}", *BODY),
            FERRY_HEAD,
            BODY,
            ["Traders wait"],
        )
        for end in ("[Ana Kone/AFP]", "[File: Reuters]", "[AP]")
    ),
    (
        "brackets in the text",
        _page(
            FERRY_HEAD, *BODY, "The mayor wrote that the boat belonged to “my cousin [Ali Keita]”."
        ),
        FERRY_HEAD,
        [*BODY, "my cousin"],
        [],
    ),
    (
        "caption below a file's name",
        _page(
            FERRY_HEAD,
            "tessa-ferry-may2012.jpg Lume Boat Guild (LBG) members rest before they cast off for the search near Tessa in the lower valley, May 21, 2012.",
            *BODY,
        ),
        FERRY_HEAD,
        BODY,
        ["members rest"],
    ),
    *(
        (
            f"pull quote {order}",
            _page(FERRY_HEAD, LEAD, P2, quote, P3, P4),
            FERRY_HEAD,
            BODY,
            [quote],
        )
        for order, quote in enumerate(
            (
                "“We heard the shouting from the fields”",
                "Pull quote: “We heard the shouting from the fields,”",
                "“We heard the shouting from the fields” – Moussa Keita",
            )
        )
    ),
    (
        "quotation alone",
        _page(FERRY_HEAD, LEAD, P2, "“Nobody here will sleep tonight.”", P3, P4),
        FERRY_HEAD,
        [*BODY, "Nobody here will sleep"],
        [],
    ),
    (
        "heading with a number",
        _page(FERRY_HEAD, LEAD, P2, "3 Lume landings closed by governor", P3, P4),
        FERRY_HEAD,
        BODY,
        ["landings closed"],
    ),
    (
        "signed by a helper",
        _page(
            FERRY_HEAD,
            *BODY,
            "Keita said the current keeps divers from the wreck. – With Musa Omar",
        ),
        FERRY_HEAD,
        [*BODY, "keeps divers"],
        [],
    ),
    (
        "other stories and comments",
        _page(
            FERRY_HEAD,
            *BODY,
            "With a report from Ana Kone in Tessa",
            "A version of this news analysis appeared in print on May 24, 2012, on page A4.",
            "Follow Us",
            "Other Stories:",
            "Floods fall in Tessa, families go home",
            "Mayor bans drums after 10 p.m.",
            "Tags: Lume, Tessa",
            "Comments are the sole responsibility of those who write them.",
            "lume_boy: When will this end?",
            "tessa • 3 hours ago: Prayers for the traders.",
        ),
        FERRY_HEAD,
        BODY,
        ["Ana Kone", "print", "bans drums", "responsibility", "When will", "Prayers"],
    ),
    (
        "map not available, date in figures",
        _page(
            FERRY_HEAD,
            "We’re sorry, this map is currently unavailable. Please come back later.",
            "2012.05.23",
            *BODY,
        ),
        FERRY_HEAD,
        BODY,
        ["sorry", "2012"],
    ),
]


@pytest.mark.parametrize(
    ("text", "title", "within", "without"),
    [pytest.param(*case[1:], id=case[0]) for case in (*FERRY, *JUDGE, *MORE, *AROUND)],
)
def test_what_of_a_page_is_the_article(
    text: str, title: str, within: list[str], without: list[str]
) -> None:
    document = take_apart(text)
    body = [line.text for line in document.body]
    assert document.title == title
    assert [part for part in within if not any(part in line for line in body)] == []
    assert [part for part in without if any(part in line for line in body)] == []
