"""Who says what, in the ways reporters attribute: labelled by hand before the rules saw them."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from site_gen.importer.speakers.finding import find_speakers, without_outlet

Spoken = list[tuple[str, str]]

CASES: list[tuple[str, Spoken]] = [
    # Inverted, and a name behind the words.
    ("“The bridge will hold,” said engineer Marta Lindqvist.", [("Marta Lindqvist", "engineer")]),
    ('"It was over in a minute", said the shopkeeper opposite.', [("the shopkeeper opposite", "")]),
    (
        "“No ship has left,” said a harbour official who asked not to be named.",
        [("a harbour official", "")],
    ),
    ('"They took the radio," whispers Amina, 14.', [("Amina", "")]),
    (
        '"The road is ours," boasted Commander Zalmay Wror, of the border brigade.',
        [("Zalmay Wror", "Commander")],
    ),
    ("Twelve are dead, says the Red Crescent.", [("the Red Crescent", "")]),
    (
        "The dam was never inspected, said Public Works Minister Teodor Vasile.",
        [("Teodor Vasile", "Public Works Minister")],
    ),
    (
        "All but two had been found by noon, said the governor's spokesman, Naim Qaderi.",
        [("Naim Qaderi", "the governor's spokesman")],
    ),
    ('"Enough," said Ms. Okonjo.', [("Okonjo", "Ms.")]),
    # According to.
    (
        "According to Maj. Gen. Piotr Sawicki, the column turned back.",
        [("Piotr Sawicki", "Maj. Gen.")],
    ),
    (
        "At least 31 people drowned, according to the Ministry of Water and Irrigation.",
        [("the Ministry of Water and Irrigation", "")],
    ),
    (
        "The shelling began at four, according to two people who live beside the depot.",
        [("two people", "")],
    ),
    (
        "According to figures compiled by the Centre for Peace and Dialogue, 212 villages are empty.",
        [("the Centre for Peace and Dialogue", "")],
    ),
    ("The march, according to its organisers, drew 40,000.", [("its organisers", "")]),
    ("Everything went according to plan.", []),
    ("According to the constitution, the vote must be held within 60 days.", []),
    (
        "The ferry was overloaded, according to Hassan al-Bitar, a member of the port authority.",
        [("Hassan al-Bitar", "a member of the port authority")],
    ),
    # X, who …, told Z.
    (
        "Lucía Arce, who heads the miners' union, told Radio Tarija that the shaft was flooded.",
        [("Lucía Arce", "who heads the miners' union")],
    ),
    (
        "Jean-Baptiste Ndoli, the bishop's secretary, told AFP the church was empty.",
        [("Jean-Baptiste Ndoli", "the bishop's secretary")],
    ),
    (
        "Omar Faruk, 33, a baker from the lower town, told reporters he saw no police.",
        [("Omar Faruk", "a baker from the lower town")],
    ),
    (
        "Speaking to the Herald by phone, Deputy Mayor Ana Brkić said the pumps had failed.",
        [("Ana Brkić", "Deputy Mayor")],
    ),
    (
        "The hospital's director, Dr. Selam Bekele, told state television that 16 bodies had come in.",
        [("Selam Bekele", "The hospital's director")],
    ),
    (
        "Asked about the toll, Interior Minister Bakyt Osmonov said it was too early to tell.",
        [("Bakyt Osmonov", "Interior Minister")],
    ),
    ("Reached by telephone, the commander denied that his men had fired.", [("the commander", "")]),
    ("Villagers told the commission that soldiers had come twice.", [("Villagers", "")]),
    ("Journalists were told to wait outside.", []),
    # Statements.
    (
        "A statement by the presidency said the talks would go on.",
        [("A statement by the presidency", "")],
    ),
    (
        "In a statement, the Organisation for Migration and Refuge said 4,000 people had crossed.",
        [("the Organisation for Migration and Refuge", "")],
    ),
    ("The army said in a statement that it had lost one helicopter.", [("The army", "")]),
    (
        "A joint statement issued by the two parties called for calm.",
        [("A joint statement issued by the two parties", "")],
    ),
    ("The ministry put the toll at 18.", [("The ministry", "")]),
    ("Local elders put the number of dead at more than 40.", [("Local elders", "")]),
    (
        "The United Front for Liberty and Land claimed that it had shot down the drone.",
        [("The United Front for Liberty and Land", "")],
    ),
    (
        "The Association of Mothers of the Missing said it would march again.",
        [("The Association of Mothers of the Missing", "")],
    ),
    (
        "In a post on X, Foreign Minister Kaja Tamm called the raid “a gift to nobody”.",
        [("Kaja Tamm", "Foreign Minister")],
    ),
    (
        "Regional governor Oleh Hnatiuk wrote on Telegram that two flats had burned.",
        [("Oleh Hnatiuk", "Regional governor")],
    ),
    ("“All quiet,” the mayor, Ihor Bilan, posted on Telegram.", [("Ihor Bilan", "the mayor")]),
    ("The note, posted on Facebook, was later deleted.", []),
    # Sources, quoting, witnesses.
    (
        "Sources close to the prime minister say she will resign.",
        [("Sources close to the prime minister", "")],
    ),
    (
        "A source in the prosecutor's office said three men were held.",
        [("A source in the prosecutor's office", "")],
    ),
    ("The agency, quoting a police officer, said the car had been stolen.", [("The agency", "")]),
    (
        "Two senior officials, speaking on condition of anonymity, confirmed the visit.",
        [("Two senior officials", "")],
    ),
    ("Witnesses said the shots came from the roof.", [("Witnesses", "")]),
    (
        "Several witnesses and a nurse said that ambulances were turned back.",
        [("Several witnesses and a nurse", "")],
    ),
    (
        "People living near the market reported hearing three blasts.",
        [("People living near the market", "")],
    ),
    ("One of the survivors said they had been given no water.", [("One of the survivors", "")]),
    # Split quotes, a semicolon, two in one sentence.
    ("“We asked,” said Colonel Rui Matola, “and nobody answered.”", [("Rui Matola", "Colonel")]),
    ('"The first bus," Vera Dimova recalled, "was already full."', [("Vera Dimova", "")]),
    (
        "The army said nine were killed; the rebels said none.",
        [("The army", ""), ("the rebels", "")],
    ),
    (
        "The minister said the road was open, but drivers said it was not.",
        [("The minister", ""), ("drivers", "")],
    ),
    (
        "Police blamed the students; Rector Emil Haas blamed the police.",
        [("Police", ""), ("Emil Haas", "Rector")],
    ),
    (
        "While the governor insisted that nobody was hurt, doctors said they had treated 12.",
        [("the governor", ""), ("doctors", "")],
    ),
    (
        "The government, said opposition leader Tito Okech, “is counting its own dead twice”.",
        [("Tito Okech", "opposition leader")],
    ),
    (
        "Officials from both countries said the gate would open on Monday.",
        [("Officials from both countries", "")],
    ),
    # Names.
    (
        "Sheikh Abd al-Rahman al-Tamimi said the tribe had agreed.",
        [("Sheikh Abd al-Rahman al-Tamimi", "")],
    ),
    (
        "Juan de la Cruz Mamani, a llama herder, said the snow came early.",
        [("Juan de la Cruz Mamani", "a llama herder")],
    ),
    (
        "U Kyaw Lin, a monk in the town, said the bell was stolen.",
        [("U Kyaw Lin", "a monk in the town")],
    ),
    ("Daw Mya Hnin said her rice was burned.", [("Daw Mya Hnin", "")]),
    (
        "Ludwig van der Meulen of the Flood Institute said the dyke was from 1911.",
        [("Ludwig van der Meulen", "of the Flood Institute")],
    ),
    (
        "Hadja Fatoumata Barry, the widow of the imam, said he had been warned.",
        [("Hadja Fatoumata Barry", "the widow of the imam")],
    ),
    ("Rev. Moses Achieng told mourners that the killers were known.", [("Moses Achieng", "Rev.")]),
    ("Ban Ki-hoon, the envoy, urged both sides to talk.", [("Ban Ki-hoon", "the envoy")]),
    # On behalf of.
    (
        "Karim Toure, a spokesman for the Movement for Justice and Land, said the truce was over.",
        [("Karim Toure", "a spokesman for the Movement for Justice and Land")],
    ),
    (
        "A spokeswoman for the mission said the convoy was safe.",
        [("A spokeswoman for the mission", "")],
    ),
    (
        "Speaking on behalf of the families, lawyer Nadia Ferhat said nobody had been paid.",
        [("Nadia Ferhat", "lawyer")],
    ),
    (
        "The spokesman for the coast guard, Lt. Cmdr. Paolo Reyes, said the search was off.",
        [("Paolo Reyes", "The spokesman for the coast guard")],
    ),
    # No speaker.
    ("Nobody said a word on the way down.", []),
    ("He is said to have left by the back door.", []),
    ("That said, the price of bread has not moved.", []),
    ("The ministry did not say how many were held.", []),
    ("The bodies of two reported missing on Friday were found.", []),
    ("The general would not say whether his men had fired.", []),
    ("The guards had asked for help twice, a nurse said.", [("a nurse", "")]),
    ("Companies that the rebels had told to close have reopened.", []),
    ("If the governor says so, the school will close.", []),
    ("It was not clear who had told the guards to leave.", []),
    ("The letter the mayor had asked for never came.", []),
    ("The rebels told the villagers to leave by dawn.", [("The rebels", "")]),
    ("Police questioned three drivers on Tuesday.", []),
    ("No official has confirmed the report.", []),
    ("Neither the army nor the rebels confirmed the number.", []),
    ("The minister was quoted as saying that talks had failed.", [("The minister", "")]),
    ("She had been warned by her brother not to travel.", []),
    ("The captain was asked to report to the harbour on Friday.", []),
]


def _bare(text: str) -> str:
    return re.sub(r"^(?:an?|the|mr|mrs|ms|dr)\b\.?\s*", "", text.casefold())


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_nobody_is_said_to_have_said_what_they_did_not(text: str, expected: Spoken) -> None:
    labelled = [_bare(name) for name, _ in expected]
    found = [_bare(mention.name) for mention in find_speakers([(1, text)])]
    assert sorted(found) == sorted(labelled)


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_what_somebody_is_stands_beside_the_name(text: str, expected: Spoken) -> None:
    roles = {_bare(name): _bare(role) for name, role in expected}
    assert {_bare(m.name): _bare(m.role) for m in find_speakers([(1, text)])} == roles


SAID = Path(__file__).resolve().parents[1] / "data" / "import" / "said.txt"
SENTENCES = [line for line in SAID.read_text(encoding="utf-8").splitlines() if line[:1] != "#"]


@pytest.mark.parametrize("line", SENTENCES)
def test_a_sentence_names_who_speaks_in_it_and_nobody_else(line: str) -> None:
    sentence, _, names = line.rpartition("|")
    labelled = [_bare(name.strip()) for name in names.split(";") if name.strip()]
    found = [_bare(mention.name) for mention in find_speakers([(1, sentence.strip())])]
    assert sorted(found) == sorted(labelled)


def test_the_pages_own_outlet_is_no_speaker_where_it_only_reported() -> None:
    text = "The party lost its hall, Coast TV reported on Tuesday. Radio Hill reported the same."
    found = find_speakers([(1, text), (2, "The Coast TV said it would appeal.")])
    left = [(m.line, m.name) for m in without_outlet(found, ("COAST TV", ""))]
    assert left == [(1, "Radio Hill"), (2, "The Coast TV")]


def test_the_pages_own_outlet_is_no_speaker_where_the_page_names_itself_as_its_source() -> None:
    text = (
        "Nine huts are gone, according to Coast TV. The well is dry, according to the Hill Guild."
    )
    left = [m.name for m in without_outlet(find_speakers([(1, text)]), ("Coast TV",))]
    assert left == ["the Hill Guild"]
