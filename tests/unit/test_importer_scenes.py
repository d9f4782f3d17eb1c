"""Where the paragraphs of an article took place: going on with a scene, and going back to one."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from site_gen.importer.datelines import written_from
from site_gen.importer.draft import places_and_scenes
from site_gen.importer.intake import parse_gazetteer
from site_gen.importer.page.furniture import take_apart
from site_gen.importer.places.continuity import Situation, cues, goes_on, settled
from site_gen.importer.places.countries import COUNTRY
from site_gen.importer.places.finding import PlaceIndex, find_places, index
from site_gen.importer.places.scenes import scenes
from site_gen.importer.places.told import Told, earlier_scene

MALI = Path(__file__).resolve().parents[1] / "data" / "import" / "mali.yaml"
GAO, MOPTI, BAMAKO, KIDAL = ("ML-7",), ("ML-5",), ("ML-BKO",), ("ML-8",)


SITUATION = Situation(
    since=1,
    chained=True,
    alone=True,
    several=False,
    main=True,
    beside=False,
    away=False,
    to_come=False,
    left=3,
    length=8,
)
"""A paragraph that follows a scene of the only place so far, in the middle of an article."""


@pytest.fixture(scope="module")
def mali() -> PlaceIndex:
    return index(parse_gazetteer(MALI.read_text(encoding="utf-8"), MALI.name))


def where(known: PlaceIndex, *texts: str) -> list[tuple[str, ...]]:
    body = list(enumerate(texts, 1))
    return [s.provinces for s in scenes(body, find_places(body, known))]


def memory(**told: str) -> dict[tuple[str, ...], Told]:
    found: dict[tuple[str, ...], Told] = {}
    for code, text in told.items():
        found[(code,)] = Told()
        found[(code,)].add(text)
    return found


def test_a_person_met_in_an_earlier_scene_takes_the_story_back_there() -> None:
    known = memory(
        gao="Fatou Maiga, a baker, swept glass out of her shop.",
        mopti="Nurses in white coats marched past the port.",
    )

    def back(text: str) -> tuple[tuple[str, ...], str]:
        return earlier_scene(text, ("mopti",), ("gao",), known, chained=True)

    assert back("Maiga has bought new panes.") == (("gao",), "name")
    assert back("Keita has bought new panes.") == (("mopti",), "")


def test_nobody_who_speaks_for_the_country_takes_the_story_back() -> None:
    known = memory(gao="President Moussa Kone, who flew in, shook hands.", mopti="A boat sank.")
    text = "Kone is to address the nation."
    assert earlier_scene(text, ("mopti",), ("gao",), known, chained=True) == (("mopti",), "")


def test_a_person_met_in_two_scenes_takes_the_story_to_neither() -> None:
    known = memory(
        gao="Fatou Maiga, a baker, swept glass.",
        mopti="Fatou Maiga, a baker, had come by boat.",
    )
    text = "Maiga has bought new panes."
    assert earlier_scene(text, ("mopti",), ("gao",), known, chained=True) == (("mopti",), "")


def test_a_thing_that_stood_in_one_scene_only_takes_the_story_back_after_a_pause() -> None:
    known = memory(gao="Shells hit the bridge and a bakery.", mopti="Nurses marched past the port.")
    text = "The bridge is open to carts again."
    assert earlier_scene(text, ("mopti",), ("gao",), known, chained=False) == (("gao",), "thing")
    assert earlier_scene(text, ("mopti",), ("gao",), known, chained=True) == (("mopti",), "")


def test_back_in_the_place_that_the_article_began_with(mali: PlaceIndex) -> None:
    found = where(
        mali,
        "A mine killed two drivers near Gao on Monday.",
        "In Mopti, nurses marched to the port.",
        "Back at the roadside, men had begun to fill the crater.",
    )
    assert found == [GAO, MOPTI, GAO]


def test_this_town_is_the_one_that_the_scene_is_in(mali: PlaceIndex) -> None:
    """Even in a sentence about money from abroad."""
    lead = "Two boats burned in Mopti on Monday."
    port = "Foreign donors paid for the quay of this fishing port in 1996."
    assert where(mali, lead, port) == [MOPTI, MOPTI]


def test_a_distance_tells_where_the_town_is_and_not_that_the_story_has_left() -> None:
    situation = replace(SITUATION, beside=True, left=5)
    away = cues("Three cars came from a market 40 km off.", situation, Told())
    there = cues("Three cars came to the town, 40 km off.", situation, Told())
    assert settled(away) is False
    assert settled(there) is True


def test_the_town_just_named_as_a_goal_is_where_people_then_are(mali: PlaceIndex) -> None:
    fled = "Hundreds left by bus for Mopti."
    assert where(mali, f"{fled} Inns in the city are full.") == [MOPTI]
    assert where(mali, f"{fled} The police chief there was shot in May.") == [MOPTI]
    assert where(mali, fled) == [()]


def test_what_sets_out_somewhere_was_there(mali: PlaceIndex) -> None:
    assert where(mali, "The caravan set out from Gao on Friday with forty camels.") == [GAO]
    assert where(mali, "The caravan had set out from Gao on Friday.") == [()]


def test_a_pipeline_from_a_known_town_to_an_unknown_one_is_in_the_known(mali: PlaceIndex) -> None:
    assert where(mali, "Engineers are mending the pipeline from Gao to Agadez.") == [GAO]


def test_a_deed_at_a_ministry_happens_where_it_stands(mali: PlaceIndex) -> None:
    for deed in ("picketed the railway", "devastated the", "marched to the"):
        assert where(mali, f"Drivers {deed} ministry in Bamako.") == [BAMAKO]
    assert where(mali, "Drivers wrote to the ministry in Bamako.") == [()]


def test_a_university_an_office_and_a_rumour_of_a_place_are_not_the_place(
    mali: PlaceIndex,
) -> None:
    assert where(mali, "Sira Kone, who teaches at a Gao university, doubts it.") == [()]
    assert where(mali, "Two men died, according to a military source in Gao.") == [()]
    assert where(mali, "If the rebels take Gao, the ferry will stop.") == [()]
    assert where(mali, "Families are being relocated to Gao.") == [()]
    assert where(mali, "Much depends on Bamako, which hopes for a loan.") == [()]


def test_where_somebody_was_when_he_spoke_to_the_paper_is_no_scene(mali: PlaceIndex) -> None:
    lead = "Dr Keita works in Gao. He spoke to Sahel Voices during a stopover in Bamako."
    assert where(mali, lead) == [GAO]


def test_a_first_paragraph_without_a_place_is_of_the_scene_that_is_named_next(
    mali: PlaceIndex,
) -> None:
    first = "The mason was at work before dawn, and the dead were carried past him."
    assert where(mali, first, "His yard in Gao was hit twice on Monday.") == [GAO, GAO]
    wide = "The government said that peace was near in most provinces of the country."
    assert where(mali, wide, "His yard in Gao was hit twice on Monday.") == [(), GAO]


def test_a_byline_tells_where_a_story_begins(mali: PlaceIndex) -> None:
    story = [
        "The mason who builds boats",
        "By Anna Kone in {}",
        "",
        "The mason has built nine boats since the rains, and he planes a plank for the tenth before it is light.",
        "",
        "His village lies on the river near Gao, and nobody had built a boat there in twenty years, he says.",
    ]

    def first(town: str) -> tuple[str, ...]:
        document = take_apart("\n".join(story).format(town))
        _, found = places_and_scenes(document, mali)
        assert found[0].line == 4
        return found[0].provinces

    assert first("Gao") == GAO
    assert first("Mopti") == ()


@pytest.mark.parametrize(
    ("line", "place"),
    [
        ("By Anna Kone in Gao", "Gao"),
        ("From our correspondent in Puerto Rojo", "Puerto Rojo"),
        ("Anna Kone in Gao", "Gao"),
        ("Queues at a well in Gao", ""),
        ("Daily news from Mali in English and French", ""),
    ],
)
def test_the_place_of_a_byline(line: str, place: str) -> None:
    assert written_from(line) == place


def test_a_heading_without_a_place_does_not_end_the_story(mali: PlaceIndex) -> None:
    body = [
        (1, "A flood washed away two bridges in Mopti on Sunday, and nine people died."),
        (3, "In Gao, a market burned down."),
        (5, "The clinic counted 130 sick people after the flood; nine of the dead were buried."),
    ]
    found = scenes(body, find_places(body, mali), breaks=[4])
    assert [s.provinces for s in found] == [MOPTI, GAO, MOPTI]


def test_a_country_is_no_scene_but_its_army_may_be_in_one() -> None:
    assert COUNTRY.search("Sudan has denied that it arms them.")
    assert COUNTRY.search("since the war in South Sudan began")
    assert not COUNTRY.search("Mali's army lost two men.")
    assert not COUNTRY.search("he told Myanmar Dawn")
    assert not COUNTRY.search("Sudanese men")


def test_elsewhere_in_the_same_city_is_there(mali: PlaceIndex) -> None:
    lead = "Gunmen shot two guards in Gao on Monday."
    shop = "Elsewhere in the river city, three people died in an attack on a shop."
    assert where(mali, lead, shop) == [GAO, GAO]
    assert where(mali, lead, "Elsewhere, three people died in an attack on a shop.") == [GAO, ()]


def test_the_capital_at_the_beginning_of_a_sentence(mali: PlaceIndex) -> None:
    assert where(mali, "In the capital, a hospital stayed open.") == [BAMAKO]
    assert where(mali, "Rebels entered the capital at dawn.") == [BAMAKO]


def test_an_interviewers_question_tells_of_no_happening(mali: PlaceIndex) -> None:
    lead = "Two boats burned in Mopti on Monday, and nine people died."
    assert where(mali, lead, "What did you see at the port?") == [MOPTI, ()]
    answer = "Nine people died in the fire at the port."
    assert where(mali, lead, "What did you see?", answer) == [MOPTI, (), MOPTI]


def test_the_hills_round_the_capital_are_not_in_it(mali: PlaceIndex) -> None:
    told = "Gunmen raided a farm {} the Malian capital on Sunday, leaving two herders dead."
    assert where(mali, f"BAMAKO (Wire) — {told.format('overlooking')}") == [()]
    assert where(mali, f"BAMAKO (Wire) — {told.format('in')}") == [BAMAKO]


def test_whom_two_paragraphs_of_one_scene_told_of_takes_the_story_back_there(
    mali: PlaceIndex,
) -> None:
    gao, mopti = "A potter in Gao works under a mat.", "In Mopti a fisherman sold three carp."
    again = "The potter put his last bowl in the sun and asked me to sit down."
    assert where(mali, gao, "“I sold nine,” the potter said.", mopti, again)[-1] == GAO
    assert where(mali, gao, mopti, again)[-1] == MOPTI
    both = "In Mopti another potter sold three bowls."
    assert where(mali, gao, "“I sold nine,” the potter said.", both, again)[-1] == MOPTI


def test_the_city_among_several_places_is_the_capital(mali: PlaceIndex) -> None:
    two = "Soldiers fought in Gao and burned a depot in Bamako."
    assert where(mali, two, "In the city, shutters came down at noon.")[-1] == BAMAKO
    assert where(mali, two, "In the village, shutters came down at noon.")[-1] == GAO
    other = "Soldiers fought in Gao and burned a depot in Mopti."
    assert where(mali, other, "In the city, shutters came down at noon.")[-1] == GAO


def test_what_is_told_at_the_end_of_somebody_met_there_is_no_background() -> None:
    told = Told()
    told.add("Fatou Maiga, a baker, swept glass out of her shop.")
    end = replace(SITUATION, since=2, alone=False, left=0, length=9)
    assert not cues("Fatou Maiga lets the oven go cold.", end, told) & {"last", "near the end"}
    assert cues("Awa Keita lets the oven go cold.", end, told) >= {"last", "near the end"}


def test_what_lies_round_a_place_is_no_scene(mali: PlaceIndex) -> None:
    text = "Gao has a market. To the south are the herders of Mopti, who sold a camel."
    assert where(mali, text) == [GAO]
    assert where(mali, "Gao has a market. The herders of Mopti sold a camel there.") != [GAO]


def test_back_at_a_thing_is_of_the_scene_named_last_too_once_the_story_has_left_it() -> None:
    known = memory(gao="Children sat in the school.", mopti="A boat sank.")

    def at(text: str, *, chained: bool) -> tuple[tuple[str, ...], str]:
        return earlier_scene(text, ("gao",), (), known, chained=chained)

    assert at("Back at the school, the bell rang.", chained=False) == (("gao",), "back")
    assert at("Back at the school, the bell rang.", chained=True) == (("gao",), "")
    assert at("Back at the depot, the bell rang.", chained=False) == (("gao",), "")


def test_a_lead_that_names_a_part_of_the_country_is_of_the_place_named_next(
    mali: PlaceIndex,
) -> None:
    told = "The mine went off near Konna, the army said."
    assert (
        where(mali, "A mine killed five soldiers in central Mali on Monday.", told) == [MOPTI] * 2
    )
    assert where(mali, "Mines killed five soldiers across Mali this year.", told)[0] == ()
    for lead in (
        "A mine has wrecked a lorry in central Mali.",
        "Ten pilgrims were crushed at a feast in Mali's north.",
        "Two men were shot at a fake checkpoint north of the capital.",
        "Five of them died in the Sahel desert, and the sixth was wounded.",
    ):
        assert where(mali, lead, told) == [MOPTI] * 2, lead


def test_a_lead_of_two_attacks_is_of_both_places(mali: PlaceIndex) -> None:
    lead = "Two attacks killed nine people in the country's north, officials said."
    found = where(mali, lead, "Five of them died in Gao.", "Four others were shot in Kidal.")
    assert found == [GAO + KIDAL, GAO, KIDAL]


def test_what_a_president_says_to_the_one_thing_an_article_tells_of_belongs_to_it(
    mali: PlaceIndex,
) -> None:
    lead = "A bomb killed five people at a market in Gao on Monday, officials said."
    more = "The market was closed after the blast."
    says = "No group has claimed responsibility for the attack."
    assert where(mali, lead, more, says) == [GAO] * 3


def test_where_parliament_is_told_something(mali: PlaceIndex) -> None:
    text = "BAMAKO, Mali — The minister informed the National Assembly that 22 attacks had hit the country."
    assert where(mali, text) == [BAMAKO]


def test_the_cues_of_the_whole_article(mali: PlaceIndex) -> None:
    asked: list[Situation] = []

    def judge(_line: int, _text: str, situation: Situation, _told: Told) -> bool:
        asked.append(situation)
        return True

    texts = (
        "A bomb hit Gao.",
        "Glass fell.",
        "Men died in Gao.",
        "Boats burned in Mopti.",
        "Ash fell.",
    )
    body = list(enumerate(texts, 1))
    scenes(body, find_places(body, mali), judge=judge)
    assert [
        (
            s.provinces,
            s.more_to_come,
        )
        for s in asked
    ] == [(2, True), (2, False)]


def test_weights_that_cancel_out_do_so_in_any_order() -> None:
    situation = replace(SITUATION, chained=False, alone=False)
    weights = {"always": 0.1, "near": 0.2, "main": -0.3}  # 0.1 + 0.2 - 0.3 > 0 in floats
    assert not goes_on("Boats burned.", situation, Told(), weights)


@pytest.mark.parametrize(
    ("cue", "text", "other"),
    [
        ("the country", "Prices rose in the war-torn country.", "Prices rose in war-torn streets."),
        ("many places", "It rained in 13 provinces.", "It rained on 13 roofs."),
        ("talks", "The peace was near.", "He blamed “enemies of peace”."),
    ],
)
def test_a_cue_is_found_by_its_words_only(cue: str, text: str, other: str) -> None:
    situation = SITUATION
    assert cue in cues(text, situation, Told())
    assert cue not in cues(other, situation, Told())
