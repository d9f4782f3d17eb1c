"""Provinces of short passages: what a name does in its sentence, in news of a dozen countries."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from site_gen.importer.intake import parse_gazetteer
from site_gen.importer.places.finding import PlaceIndex, find_places, index
from site_gen.importer.places.scenes import scenes

ROOT = Path(__file__).resolve().parents[2]
DATA = ROOT / "tests" / "data" / "import"
PASSAGES = (DATA / "passages.txt").read_text(encoding="utf-8").strip().split("=== ")[1:]


@cache
def known(name: str) -> PlaceIndex:
    path = ROOT / "content" / "provinces.yaml" if name == "afghanistan" else DATA / f"{name}.yaml"
    return index(parse_gazetteer(path.read_text(encoding="utf-8"), path.name))


def where(gazetteer: str, *texts: str, title: str = "") -> list[set[str]]:
    places = known(gazetteer)
    body = list(enumerate(texts, 1))
    found = scenes(body, find_places(body, places), find_places([(0, title)], places))
    return [{places.names[code] for code in scene.provinces} for scene in found]


def read(passage: str) -> tuple[str, str, list[set[str]], list[str]]:
    """(gazetteer, headline, provinces of each paragraph, paragraphs)."""
    head, *rows = passage.removeprefix("? ").strip().split("\n")
    gazetteer, title = head.split(" | ", 1)
    pairs = [row.split(" | ", 1) for row in rows]
    labels = [set() if one == "-" else {p.strip() for p in one.split(",")} for one, _ in pairs]
    return gazetteer, title, labels, [text for _, text in pairs]


@pytest.mark.parametrize(
    "passage",
    [p for p in PASSAGES if p[:2] != "? "],
    ids=lambda p: p.partition("\n")[0].split(" | ")[1],
)
def test_the_provinces_of_a_passage(passage: str) -> None:
    gazetteer, title, labels, texts = read(passage)
    assert where(gazetteer, *texts, title=title) == labels


def test_most_provinces_of_all_passages_are_right() -> None:
    """Those that are not read right in every paragraph, too."""
    assert len(PASSAGES) >= 440
    right = dict.fromkeys(("document", "paragraph"), 0)
    named = dict.fromkeys(right, 0)
    for passage in PASSAGES:
        gazetteer, title, labels, texts = read(passage)
        found = where(gazetteer, *texts, title=title)
        pairs = {"paragraph": list(zip(labels, found, strict=True))}
        pairs["document"] = [(set().union(*labels), set().union(*found))]
        for kind, both in pairs.items():
            right[kind] += 2 * sum(len(one & two) for one, two in both)
            named[kind] += sum(len(one) + len(two) for one, two in both)
    assert right["document"] >= 0.97 * named["document"]
    assert right["paragraph"] >= 0.95 * named["paragraph"]


@pytest.mark.parametrize(
    ("text", "provinces"),
    [
        ("They went to Mopti. A boat to Gao was full.", set()),
        ("Three nurses were held up on the road to Gao.", {"Gao"}),
        ("Flights to Gao were suspended.", set()),
        ("Passengers of a train between Gao and Mopti marched in Kayes.", {"Kayes"}),
        ("A shell fell on the edge of Mali's capital.", {"Bamako"}),
        ("The departure from Gao was hasty.", {"Gao"}),
        ("Thousands crossed into Niger from Gao.", {"Gao"}),
        ("In Gao a crowd stoned trains on the line to Kayes.", {"Gao"}),
        ("The Mopti-based group said in Gao that it would pay.", {"Gao"}),
        ("A Mopti trader was killed in Gao.", {"Gao"}),
        ("Mopti's mayor was killed.", {"Mopti"}),
        ("They marched along Gao Street in Mopti.", {"Mopti"}),
        ("The mission asked Bamako for help in Gao.", {"Gao"}),
        ("A flood could reach houses in Gao.", set()),
        ("Gao and Mopti would be without light.", set()),
        ("Clashes were reported from Gao and Mopti.", {"Gao", "Mopti"}),
        ("Our correspondent reports from Gao.", set()),
        ("The road from Gao to the rest of the country is cut.", {"Gao"}),
        ("He flew to Gao on Monday and announced a curfew.", {"Gao"}),
        ("A court in Bamako jailed two men.", {"Bamako"}),
        ("A court in Bamako had approved the step.", set()),
        ("The siege brought back memories of Konna.", set()),
        ("A leader of the Kidal cartel was caught in Gao.", {"Gao"}),
        ("The bus had left Gao at dawn.", set()),
        ("The pipe carries water from the river to a factory in Gao.", set()),
        ("Boats to Gao were full.", set()),
        ("A truck bound for Ansongo, in Gao, burned in Mopti.", {"Mopti"}),
        ("Nine men were shot twenty-five kilometres from Konna.", {"Mopti"}),
        ("He was a nurse from Gao.", set()),
        ("He went on to Gao, where a crowd welcomed him.", {"Gao"}),
        ("Mourners carried the coffin to the palace in Bamako.", {"Bamako"}),
        ("A priest was seized on the road between Gao and Mopti.", {"Gao", "Mopti"}),
        ("Near the border of the Gao region a pit caved in.", {"Gao"}),
        ("They crossed the border into Gao.", {"Gao"}),
        ("A boat takes two days to Gao.", set()),
        ("They were expected in Gao. Women set up cots in the stadium there.", {"Gao"}),
        ("The floods also hit the capital, Bamako, said a spokesman.", {"Bamako"}),
        ("In Bamako, nationals of Bankass held a sit-in.", {"Bamako"}),
        ("It was the gravest threat to Bamako's authority since the war.", set()),
        ("A trader escaped late on Monday to neighbouring Mopti.", set()),
        ("He wants to win them over by giving them posts in Bamako.", set()),
        ("Those who fled to the port city of Gao say they are hungry.", set()),
        ("The canoe leaves Gao at first light.", {"Gao"}),
        ("The mayor was taken from his home in Gao.", {"Gao"}),
        ("He vowed in comments in Gao that they would be found.", {"Gao"}),
        ("Two men, who sold sheep, were stopped near Gao.", {"Gao"}),
        ("They were taken to Gao, where planes landed.", {"Gao"}),
    ],
)
def test_what_a_name_is_mentioned_for(text: str, provinces: set[str]) -> None:
    assert where("mali", text) == [provinces]


def test_herders_of_a_people_are_not_in_the_province_of_that_name() -> None:
    assert where("kenya", "Turkana herders shot two men near Kabarnet.") == [{"Baringo"}]
    assert where("kenya", "Two men were shot in Turkana.") == [{"Turkana"}]
    assert where("ethiopia", "Amhara farmers fled their huts near Asosa.") == [
        {"Benishangul-Gumuz"}
    ]


def test_a_town_lies_where_the_text_says() -> None:
    text = "Nomads and farmers fought in Behsud, in Wardak, over pasture."
    assert where("afghanistan", text) == [{"Wardak"}]
    valley = "Shepherds in Behsud, a high valley of Wardak, caught a snow leopard."
    assert where("afghanistan", valley) == [{"Wardak"}]
    assert where("mali", "A plane crashed near Konna, the ministry said in Kayes.")[0] != {"Kayes"}
    assert where("afghanistan", "Shots were heard in Jalalabad, Kunar and Logar.") == [
        {"Nangarhar", "Kunar", "Logar"}
    ]


def test_what_is_done_on_a_road_is_done_where_the_story_is() -> None:
    lead = "Rebels burned three lorries near Konna, in Mopti, on Monday."
    road = "They had shot a driver on the road between Konna and Gao."
    assert where("mali", lead, road)[1] == {"Mopti"}
    assert where("mali", road) == [{"Mopti", "Gao"}]
    way = "A nurse was stopped on the road to Gao."
    assert where("mali", lead, way)[1] == {"Mopti"}


def test_a_man_is_where_he_is_told_of() -> None:
    found = where(
        "mali",
        "A bomb killed two drivers in Gao.",
        "Awa Keita, a trader from Mopti, was among the wounded.",
        "A trader from Mopti said he would ask for help.",
    )
    assert found == [{"Gao"}, {"Gao"}, {"Mopti"}]


def test_who_came_from_elsewhere_is_here_now() -> None:
    lead = "A bomb killed two drivers at the market in Gao."
    assert where("mali", lead, "Surgeons who flew in from Bamako bandaged the drivers.")[1] == {
        "Gao"
    }


def test_the_capital_of_a_country_that_is_no_capital_of_a_province() -> None:
    assert where("nepal", "In the capital, a bomb exploded outside an office.") == [{"Bagmati"}]


def test_after_a_look_back_elsewhere_the_story_goes_on_where_it_was() -> None:
    lead = "A radio journalist was killed in Gao on Monday by a bomb under her car."
    back = "A former presenter had been shot in the same way in Mopti."
    here = "A nurse, Awa Diallo, was burned when she pulled at the door."
    assert where("mali", lead, back, here) == [{"Gao"}, {"Mopti"}, {"Gao"}]
    moved = "On Tuesday a presenter was shot in the same way in Mopti."
    assert where("mali", lead, moved, here)[2] == {"Mopti"}


def test_a_country_beside_another_is_no_state_of_that_name() -> None:
    assert where("nigeria", "Troops from Chad and Niger joined the army.") == [set()]
    assert where("nigeria", "Gunmen burned a school in Niger.") == [{"Niger"}]


def test_a_slip_of_a_letter_in_a_name_that_the_article_has_elsewhere() -> None:
    told = "Poppies were planted in Helmand again."
    assert where("afghanistan", told, "A bomb went off in Helmant.") == [{"Helmand"}] * 2
    assert where("afghanistan", "A bomb went off in Helmant.") == [set()]


def test_a_district_that_two_provinces_have_asks() -> None:
    text = "Herders burned a shop in Behsud."
    body = [(1, text)]
    (scene,) = scenes(body, find_places(body, known("afghanistan")))
    assert scene.provinces == ()
    assert [m.text for m in scene.ambiguous] == ["Behsud"]


def test_where_somebody_is_from_whatever_part_of_the_country_that_is() -> None:
    lead = "Thieves shot nine drivers in Baghlan on Friday."
    theirs = (
        "The drivers were all from central Daykundi province, a guard said, and were shot at noon."
    )
    assert where("afghanistan", lead, theirs) == [{"Baghlan"}, {"Baghlan"}]
    came = "They came from northern Takhar and were shot at noon."
    assert where("afghanistan", lead, came) == [{"Baghlan"}, {"Baghlan"}]


def test_goods_are_sold_away_from_where_the_story_is() -> None:
    lead = "A mill burned in Samangan on Monday."
    wool = "Its owner said he had lost all of it. Most of the wool was sold to Kabul or Iran."
    assert where("afghanistan", lead, wool)[1] == {"Samangan"}


def test_who_fled_to_the_next_state_tells_of_what_he_fled() -> None:
    lead = "Thieves burned the village of Huyum in Borno State on Monday."
    fled = "“We lost forty huts,” said Musa Bala, who ran away to the trading hub of Yola in nearby Adamawa State."
    spread = "“All of us moved to different parts of Adamawa,” he said."
    assert where("nigeria", lead, fled, spread) == [{"Borno"}] * 3


def test_how_far_a_town_lies_from_a_country_s_capital() -> None:
    well = "A well blew up in the town of Baquba, some 60 km north-east of the Iraqi capital of Baghdad."
    assert where("iraq", well) == [{"Diyala"}]


def test_the_wounded_are_taken_to_a_hospital_in_the_capital() -> None:
    lead = "Thieves shot a boy in Dori on Monday."
    hurt = "The boy was brought to a clinic in the capital, Ouagadougou, the mayor said."
    assert where("burkina", lead, hurt)[1] == {"Sahel"}
    bowed = "The boy was brought to a clinic in the capital, Ouagadougou, where he died."
    assert where("burkina", lead, bowed)[1] == {"Centre"}


def test_counties_that_are_asked_for_something() -> None:
    lead = "Thieves took goats in Kainuk in Turkana on Monday."
    asked = "An elder urged Samburu and Turkana counties to share a well."
    assert where("kenya", lead, asked)[1] <= {"Turkana"}
    burned = "An elder urged calm after a raid in Samburu and Turkana counties."
    assert where("kenya", lead, burned)[1] == {"Samburu", "Turkana"}


def test_a_neighbour_where_fighting_is_going_on() -> None:
    both = "Kale borders Kachin State, where a feud goes on between two clans."
    assert where("myanmar", both) == [{"Sagaing", "Kachin"}]
    assert where("myanmar", "Clans met in Kale, which borders Kachin State.") == [{"Sagaing"}]


def test_little_notice_in_the_capital_is_the_government_s() -> None:
    assert where("thailand", "The feud draws little notice in Bangkok, where it rained.") == [set()]
    assert where("thailand", "Thieves shot a guard in Bangkok, where it rained.") == [{"Bangkok"}]


def test_what_is_done_before_a_ministry_where_a_report_is_dated() -> None:
    camp = "KABUL – Weavers camped outside the Interior Ministry for a second night and await the minister."
    assert where("afghanistan", camp) == [{"Kabul"}]
    judge = (
        "KABUL – Afghan judges sentenced a weaver to death for a robbery of three foreign traders."
    )
    assert where("afghanistan", judge) == [{"Kabul"}]
    wide = "KABUL – Weavers across the country await the minister."
    assert where("afghanistan", wide) == [set()]
    road = "HERAT – Weavers parked their carts across the road for a third day."
    assert where("afghanistan", road) == [{"Herat"}]


def test_two_provinces_of_a_lead_with_more_words_between() -> None:
    lead = "Fifty men were killed in two key southern Afghan provinces, officials said."
    one, two = "Thirty were shot in Kandahar on Monday.", "Twenty were shot in Uruzgan on Monday."
    assert where("afghanistan", lead, one, two)[0] == {"Kandahar", "Uruzgan"}


@pytest.mark.parametrize(
    ("gazetteer", "texts", "provinces"),
    [
        # where goods and traffic go
        ("afghanistan", "A cart carrying bread to the Afghan capital lost a wheel.", set()),
        ("afghanistan", "Thefts from carts coming to Kabul are common.", set()),
        ("afghanistan", "A cart carrying bread burned in the Afghan capital.", {"Kabul"}),
        ("yemen", "They won a mill and made gains toward Yemen's north and Sanaa.", set()),
        # who came home is told of where they are now
        ("afghanistan", "Thieves took nine goats from a camp in Kandahar.", {"Kandahar"}),
        # a comparison, and what somebody is called by
        (
            "somalia",
            "Baidoa has more mills than any town after the port of Kismayo, where bakers met.",
            {"Bay"},
        ),
        ("somalia", "Baidoa is the second biggest market after Kismayo.", {"Bay"}),
        (
            "somalia",
            "Nine bakers met in Baidoa, and later in the port of Kismayo.",
            {"Bay", "Lower Juba"},
        ),
        ("india", "The herders are called so after a hill in West Bengal where they began.", set()),
        ("india", "The herders bear the name of a hill in West Bengal.", set()),
        ("india", "The herders called for help after a flood in West Bengal.", {"West Bengal"}),
        # a governor who is dismissed, beside another place
        (
            "afghanistan",
            "The feud in Herat goes on. The mayor's kin dismissed a judge and also the governor of Ghor province.",
            {"Herat", "Ghor"},
        ),
        (
            "afghanistan",
            "The feud in Herat goes on. It was settled, said the governor of Ghor province.",
            {"Herat"},
        ),
        # results and news from a place are of it
        ("afghanistan", "Results from Balkh and its neighbours are late.", {"Balkh"}),
        ("afghanistan", "Good news from Nangarhar: the plums are ripe.", {"Nangarhar"}),
        ("afghanistan", "Bakers from Balkh are late.", set()),
        # what is thought to be so now, and what only might be
        (
            "kenya",
            "The boys could still be out in the woods in Laikipia, a clerk said.",
            {"Laikipia"},
        ),
        ("kenya", "Two goats might still be hiding in Laikipia.", {"Laikipia"}),
        ("kenya", "The fair could soon be held again in Laikipia.", set()),
        # both provinces of one name
        (
            "philippines",
            "A flood has cut off a miller in the Lanao provinces.",
            {"Lanao del Norte", "Lanao del Sur"},
        ),
        (
            "philippines",
            "They met on the border of the two Lanao provinces.",
            {"Lanao del Norte", "Lanao del Sur"},
        ),
        ("philippines", "The Lanao provincial guild met.", set()),
        # where an officer is based
        ("philippines", "A clerk based in Camp Nawa, Lanao del Sur, said so.", set()),
        # the last of several, before who says so
    ],
)
def test_what_a_name_in_a_report_is_named_for(
    gazetteer: str, texts: str, provinces: set[str]
) -> None:
    assert where(gazetteer, texts) == [provinces]


def test_a_name_written_apart_or_together_is_one_name() -> None:
    lead = "A bridge fell in northern Balkh province."
    again = "“Two brides were riding to a village of Dawlat Abad district,” a clerk said."
    assert where("afghanistan", lead, again) == [{"Balkh"}] * 2
    assert where("afghanistan", "A bridge fell in Dawlat Abad district of Faryab.") == [{"Faryab"}]


def test_the_capital_of_a_province_just_told_of() -> None:
    lead = "They won the vote in Maimana, capital of Faryab province."
    half = "“Half of the capital sang for us,” a baker said."
    assert where("afghanistan", lead, half) == [{"Faryab"}] * 2
    assert where("afghanistan", "They won in Maimana.", half) == [{"Faryab"}, {"Kabul"}]
    country = "They won in Kabul, the capital of Afghanistan."
    assert where("afghanistan", country, half)[1] == {"Kabul"}


def test_a_dateline_with_a_blank_before_its_colon() -> None:
    lead = "Lima : Nine bakers lost their bread in a far valley of southeastern Peru."
    river = "The river rose in the province of Huancavelica."
    assert where("peru", lead, river) == [{"Huancavelica"}] * 2
    assert where("peru", lead.replace(" :", ":"), river) == [{"Huancavelica"}] * 2


def test_a_dateline_is_no_place_of_a_town_that_is_told_of_next() -> None:
    lead = "MOGADISHU (Sada) - A mill burned in a town where bakers used to meet."
    assert where("somalia", lead, "Baidoa has many mills.") == [{"Bay"}] * 2
    street = "MOGADISHU (Sada) - A mill burned in a street where bakers used to meet."
    assert where("somalia", street, "Baidoa has many mills.") == [{"Banaadir"}, {"Bay"}]


def test_a_lead_of_as_many_things_as_provinces_are_told_of_next() -> None:
    lead = "Nine cooks fell ill at three kitchens in the country, a clerk said."
    one = "Four fell ill in Guayaquil on Monday."
    two = "Five more fell ill at the kitchen in Cuenca and at that in Latacunga."
    all_three = {"Guayas", "Azuay", "Cotopaxi"}
    assert where("ecuador", lead, one, two)[0] == all_three
    assert where("ecuador", lead.replace("three", "nine"), one, two)[0] != all_three
    twin = "Nine cooks fell ill in twin blasts of soot in Turkey's southeast."
    both = "Four fell ill in Diyarbakir while five fell ill in the Kiziltepe district of Mardin province."
    later = "Two more fell ill in Sirnak on Friday."
    assert where("turkey", twin, both, later)[0] == {"Diyarbakır", "Mardin"}


def test_reactions_to_what_happened_at_several_places_are_to_all_of_it() -> None:
    lead = "Nine cooks fell ill at three kitchens in the country, a clerk said."
    one = "Four fell ill in Guayaquil on Monday."
    two = "Five more fell ill at the kitchen in Cuenca and at that in Latacunga."
    wait = "“We want to see them,” said a woman at the Guayaquil kitchen."
    blamed = "President Luis Mora blamed bad salt for the illness in several kitchens."
    water = "He said that nobody had died of the illness."
    all_three = {"Guayas", "Azuay", "Cotopaxi"}
    found = where("ecuador", lead, one, two, wait, blamed, water)
    assert found[3:] == [{"Guayas"}, all_three, all_three]
    sang = "“They sang,” another woman said. Her son was well."
    assert where("ecuador", lead, one, two, wait, sang)[4] == {"Guayas"}


def test_a_band_that_calls_itself_a_state_is_no_place() -> None:
    lead = "Nine fighters fell in a battle in Hasaka province on Monday."
    again = "He said the toll of Islamic State men came to 41, and the dead included boys."
    assert where("syria", lead, again) == [{"Hasakah"}] * 2
    assert where("syria", lead, again.replace("Islamic", "Amber")) == [{"Hasakah"}, set()]


def test_a_dam_or_a_bridge_by_its_name_is_where_the_story_is() -> None:
    lead = "The river has risen in Punjab, the mayor of Lahore said."
    gates = "At Tamoon Barrage, the gates let out more water on Monday."
    assert where("pakistan", lead, gates) == [{"Punjab"}] * 2
    assert where("pakistan", lead, gates.replace(" Barrage", ""))[1] == set()


def test_what_is_said_to_reporters_where_the_country_is_governed_is_news_from_there() -> None:
    lead = "A mill burned in Herat on Monday."
    told = "The minister of bread told reporters in Kabul that the government would send envoys to peace talks abroad."
    held = "At his morning press conference in Kabul, the president said that his government would hold talks with foreign envoys."
    assert where("afghanistan", lead, told) == [{"Herat"}, {"Kabul"}]
    assert where("afghanistan", lead, held) == [{"Herat"}, {"Kabul"}]
    mill = "The mill's owner told reporters in Kabul that the fire had begun at night."
    assert where("afghanistan", lead, mill) == [{"Herat"}] * 2  # it goes on
    quoted = (
        "“The government is content with its envoys abroad,” the president told reporters in Kabul."
    )
    assert where("afghanistan", lead, quoted)[1] != {"Kabul"}


def test_two_provinces_of_one_name_are_one_scene() -> None:
    lead = "A flood has cut off a miller in the Lanao provinces."
    clerk = "The clerks have shut the roads in the area, said Rey Cruz, based in Camp Nawa, Lanao del Sur."
    soon = "Cruz said the miller was found in a couple of days."
    both = {"Lanao del Norte", "Lanao del Sur"}
    assert where("philippines", lead, clerk, soon) == [both] * 3


def test_a_place_named_once_beside_that_of_the_story_does_not_end_it() -> None:
    lead = "Hundreds rioted in Herat on Sunday."
    also = "The riot in Herat began when a judge fled. A guard was hurt in Ghor as well."
    night = "Two more riots broke out at night."
    assert where("afghanistan", lead, also, night) == [{"Herat"}, {"Herat", "Ghor"}, {"Herat"}]


def test_what_is_told_of_the_whole_country_is_not_of_the_story_s_place() -> None:
    lead = "A kiln burst in Kandahar on Monday."
    country = "More than 300 kilns have burst across the country since spring."
    assert where("afghanistan", lead, country) == [{"Kandahar"}, set()]
    provinces = "Kilns burst in several provinces last year."
    assert where("afghanistan", lead, provinces) == [{"Kandahar"}, set()]
    village = "The kiln was the oldest in the country, villagers said."
    assert where("afghanistan", lead, village) == [{"Kandahar"}] * 2


def test_a_part_of_a_county_by_a_point_of_the_compass_lies_in_it() -> None:
    both = "The boys hid in the woods in Laikipia and Baringo South."
    assert where("kenya", both) == [{"Laikipia", "Baringo"}]
    name = "The boys hid in the woods in Laikipia, said Ali Baringo Southgate."
    assert where("kenya", name) == [{"Laikipia"}]


def test_who_tells_of_a_war_does_not_make_a_lead_of_the_country() -> None:
    lead = "Two dozen Islamic State fighters were killed in northeastern Syria on Friday, a clerk and a group watching the war said on Saturday."
    battle = "Ten boys were also killed in the battle in Hasaka province."
    assert where("syria", lead, battle) == [{"Hasakah"}] * 2
    war = lead.replace("Syria on Friday", "Syria and across the country on Friday")
    assert where("syria", war, battle) == [set(), {"Hasakah"}]
