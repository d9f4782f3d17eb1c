"""Who is credited in which role, and which agencies are used, as bylines and sign-offs have it."""

from __future__ import annotations

import pytest

from site_gen.importer.page.credits import agency, read_author, read_credits
from site_gen.importer.page.furniture import take_apart

STORY = "Lorries crossed the bridge again on Saturday, the governor said, after a week of fighting."


@pytest.mark.parametrize(
    ("line", "people", "agencies"),
    [
        (
            "(Reporting by Ann Lee in Gao; Additional reporting by Bo Kim; Writing by Cy Roe)",
            "Ann Lee (reporting); Bo Kim (additional reporting); Cy Roe (writing)",
            "",
        ),
        (
            "(Compiled by the Mopti newsroom; editing by D. Fox)",
            "the Mopti newsroom (compiling); D. Fox (editing)",
            "",
        ),
        ("— with AFP, AP", "", "AFP, AP"),
        ("With reporting by AFP, AP, and Tolo News", "", "AFP, AP, Tolo News"),
        ("With files from the Associated Press", "", "AP"),
        ("(With inputs from PTI)", "", "PTI"),
        ("(With inputs from agencies)", "", ""),
        ("(With PTI inputs)", "", "PTI"),
        ("With reporting by Ann Lee in Gao", "Ann Lee (reporting)", ""),
        (
            "Additional reporting by Ann Lee and Reuters",
            "Ann Lee (additional reporting)",
            "Reuters",
        ),
        ("(Reporting by WXP staff in Gao, Mopti and Kidal)", "WXP staff (reporting)", ""),
        ("Photographs by Ann Lee", "Ann Lee (photographs)", ""),
        ("Words: Ann Lee Photographs: Bo Kim", "Ann Lee (writing); Bo Kim (photographs)", ""),
        ("Text and photographs by Ann Lee", "Ann Lee (writing and photographs)", ""),
        (
            "Ann Lee in Gao and Bo Kim contributed to this report.",
            "Ann Lee (contributing); Bo Kim (contributing)",
            "",
        ),
        (
            "Hill Press writer Ann Lee in Gao contributed to this report.",
            "Ann Lee (contributing)",
            "",
        ),
        ("By ANN LEE and BO KIM", "ANN LEE; BO KIM", ""),
        ("By Ann Lee, Hill Press Writer", "Ann Lee (Hill Press Writer)", ""),
        ("By Ann Lee, Gao, and Bo Kim in Mopti", "Ann Lee; Bo Kim", ""),
        ("By Ann Lee | Reuters | 3 May 2014", "Ann Lee", "Reuters"),
        ("By Ann Lee On Jul 11, 2021 - 18:42", "Ann Lee", ""),
        (
            "By Ann Lee (text) and Bo Kim (photographs)",
            "Ann Lee (writing); Bo Kim (photographs)",
            "",
        ),
        ("By AFP", "", "AFP"),
        ("By Reuters Staff", "", "Reuters"),
        ("By John Robert Toh in Gao", "John Robert Toh", ""),
        ("By staff and agencies", "", ""),
        ("(AFP)", "", "AFP"),
        ("AFP/AP", "", "AFP, AP"),
        ("This report is produced by the relief office in collaboration with partners.", "", ""),
        ("Methodology: incidents are collected from partners.", "", ""),
    ],
)
def test_a_line_of_credits(line: str, people: str, agencies: str) -> None:
    found = read_credits([line], ())
    assert "; ".join(found.people) == people
    assert ", ".join(found.agencies) == agencies


def test_one_person_is_credited_once() -> None:
    found = read_credits(["By Ann Lee"], ["(Reporting by Ann Lee; Editing by Bo Kim)"])
    assert found.people == ("Ann Lee (reporting)", "Bo Kim (editing)")


@pytest.mark.parametrize(
    ("first", "last", "agencies"),
    [
        (f"GAO, May 3 (Reuters) – {STORY}", STORY, ("Reuters",)),
        (f"GAO, May 3 (Hill Press) – {STORY}", STORY, ()),
        (STORY, f"{STORY} (AFP)", ("AFP",)),
        (STORY, f"{STORY} — AFP/AP", ("AFP", "AP")),
        (STORY, f"{STORY} (with AP)", ("AP",)),
        (STORY, f"{STORY} (The UN)", ()),
    ],
)
def test_the_tag_of_an_agency(first: str, last: str, agencies: tuple[str, ...]) -> None:
    assert read_credits((), (), first, last).agencies == agencies


def test_an_agency_is_one_that_is_known() -> None:
    assert [agency(name) for name in ("afp", "DPA", "The Associated Press", "RIA Novosti")] == [
        "AFP",
        "dpa",
        "AP",
        "RIA",
    ]
    assert not any(agency(name) for name in ("Ann Lee", "ap", "Nan", "Tolo", "the army", ""))


def test_an_author_of_a_pages_data() -> None:
    found = read_author("By Ann Lee and Bo Kim, Reuters")
    assert (found.people, found.agencies) == (("Ann Lee", "Bo Kim"), ("Reuters",))
    assert read_author("AFP").people == ()


def test_a_sign_off_behind_the_last_sentence_is_no_part_of_the_article() -> None:
    last = "“We slept in the lorries for six nights,” said Moussa Diakite, a driver from Gao."
    text = f"Bridge reopens at Konna\n\n{STORY}\n\n{last} (Reporting by Ann Lee in Kidal; Editing by Bo Kim)\n"
    document = take_apart(text)
    assert [line.text for line in document.body] == [STORY, last]
    assert document.credits.people == ("Ann Lee (reporting)", "Bo Kim (editing)")


@pytest.mark.parametrize(
    ("signed", "people", "agencies"),
    [
        (
            "(Reporting by Ann Lee in Kidal;\nAdditional reporting by Bo Kim;\nEditing by Cy Roe)",
            ("Ann Lee (reporting)", "Bo Kim (additional reporting)", "Cy Roe (editing)"),
            (),
        ),
        (
            "[Reporting by Ann Lee, editing by Bo Kim]",
            ("Ann Lee (reporting)", "Bo Kim (editing)"),
            (),
        ),
        ("Translated from Dari by Ann Lee", ("Ann Lee (translation)",), ()),
        ("-- AFP and Reuters", (), ("AFP", "Reuters")),
        ("(Source: AFP/Reuters)", (), ("AFP", "Reuters")),
        ("Photo: Ann Lee/AFP", (), ()),
        ("Agencies", (), ()),
    ],
)
def test_a_sign_off_below_the_article(
    signed: str, people: tuple[str, ...], agencies: tuple[str, ...]
) -> None:
    document = take_apart(
        f"Bridge reopens at Konna\n\n{STORY}\n\n{STORY[:-1]} and rain.\n\n{signed}\n"
    )
    assert document.credits.people == people
    assert document.credits.agencies == agencies
    assert not any(line.text.startswith(signed[:12]) for line in document.body)
