"""Pages that list articles, told from articles."""

from __future__ import annotations

import pytest

from site_gen.importer.page.listing import listed

HEADS = (
    "Lorries cross the bridge at Konna",
    "Governor says the road is open",
    "Drivers wait for fuel in the north",
    "Market of Gao burns down",
    "Six goats drown in the river",
    "Pump of Mopti is mended again",
)
FIRST = (
    "The lorries that had waited for a week crossed the bridge on Saturday, the governor said",
    "Nobody has to pay at the ford any longer, the governor told the assembly of the region",
    "The drivers have slept in their lorries for six nights and are running out of water",
    "The fire began at a stall with petrol and left nothing of the old roof, traders said",
    "The goats belonged to a widow, who had tied them to a boat that was not tied itself",
    "The pump had stood still since the flood, and the women had to walk to the next well",
)


def page(pattern: str, *, count: int = 6, head: str = "") -> str:
    """A page with an item for each headline; `{h}`, `{t}` and `{d}` stand for its parts."""
    items = zip(HEADS[:count], FIRST[:count], range(1, count + 1), strict=True)
    return head + "\n".join(pattern.format(h=h, t=t, d=f"May {d}, 2014") for h, t, d in items)


@pytest.mark.parametrize(
    "text",
    [
        page("{h}\n\n{t} ...\n"),
        page("{h}\n\n{t} […]\n"),
        page("{h}\n\n{t} … [Read more...]\n"),
        page("{h}\n\n(Record) - {t}. It was... More »\n", count=4),
        page("{h}\n{d}\n{t}.\n", count=4),
        page("{d}\n{h}\n{t}.\n", count=4),
        page("{h}\n\n{t}.\n"),
        page("{h}\n\n{t}...\n", count=2, head="Tag Archives: Konna\n\n"),
        page("{h}\n\n{t}.\n", count=3, head="Search results for “Konna”\n\n"),
        page("{h}\n\n{t}.\n", count=3, head="The Record\nShowing 1-3 of 112 results\n\n"),
        page("-\n{h}. Ann Harrow\n{t}.\n", count=4, head="List of Konna articles\n"),
    ],
)
def test_a_list_of_articles(text: str) -> None:
    assert listed(text) >= 2


@pytest.mark.parametrize(
    "text",
    [
        # An article, with subheadings, with teasers of others behind it, in several parts.
        "Bridge opens at Konna\n\n" + page("{t}.\n"),
        "Bridge opens at Konna\n\n" + page("{h}\n\n{t}.\n\n{t}.\n\n{t}.\n", count=4),
        "Bridge opens at Konna\n\n" + page("{t}.\n") + page("{t} ...\n", count=4),
        "Bridge opens at Konna\n\n" + page("{t}.\n\n{t}.\n\n{t}.\n\n* * *\n", count=4),
        # A live page, and a digest, whose items are told to their end.
        "Bridge opens at Konna: as it happened\n\n"
        + page("17:55\n{h}\n{t}. " + "{t}. " * 2 + "\n"),
        "The week in Mopti\n\n" + page("{h}\n\n{t}. {t}. {t}.\n"),
        # Lines of an article whose paragraphs are lost.
        "Bridge opens at Konna\n\n"
        + page(
            "{t}\nand said that this would last until the rain.\nThe river was as high as the\nroof of the old mill.\n"
        ),
        # What is cut off is a speech.
        "Bridge opens at Konna\n\n" + page("“{t}...”\n"),
        "",
    ],
)
def test_what_lists_nothing(text: str) -> None:
    assert listed(text) == 0
