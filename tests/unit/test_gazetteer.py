from __future__ import annotations

import unicodedata
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from site_gen.edges.source import Tree
from site_gen.engine.reading import read_site
from site_gen.parsing.frontmatter import parse_yaml
from site_gen.parsing.frontmatter.limits import DATA_LIMITS
from site_gen.parsing.gazetteer import fold, read_gazetteer
from site_gen.parsing.gazetteer.similarity import distance
from site_gen.parsing.schema import PROVINCES
from site_gen.parsing.shape import Values
from site_gen.parsing.shape import read as read_shape

if TYPE_CHECKING:
    from site_gen.parsing.gazetteer import Gazetteer

ROOT = Path(__file__).resolve().parents[2]
CONTENT = ROOT / "content" / "provinces.yaml"
INVENTED = ROOT / "tests" / "data" / "gazetteer" / "provinces.yaml"


def values_of(text: str) -> Values:
    tree, found = parse_yaml(text, "provinces.yaml", limits=DATA_LIMITS)
    assert not found
    values, found = read_shape(tree, PROVINCES, "provinces.yaml")
    assert not found
    return values


def read(text: str) -> tuple[Gazetteer, list[str]]:
    gazetteer, found = read_gazetteer(values_of(text), "provinces.yaml")
    return gazetteer, [str(diagnostic) for diagnostic in found]


@pytest.fixture(scope="module")
def afghanistan() -> Gazetteer:
    gazetteer, found = read(CONTENT.read_text(encoding="utf-8"))
    assert not found
    return gazetteer


@pytest.fixture(scope="module")
def invented() -> Gazetteer:
    gazetteer, found = read(INVENTED.read_text(encoding="utf-8"))
    assert not found
    return gazetteer


# --- folding -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Kunduz", "KUNDUZ"),
        ("Sheberghān", "sheberghan"),
        ("Mazar-i-Sharif", "Mazar-e Sharif"),
        ("Mazar-e-Sharif", "MAZAR E SHARIF"),
        ("Mazar‐e‑Sharif", "mazar – i – sharif"),
        ("Qala-ye Naw", "Qala-i-Naw"),
        ("كندز", "کندز"),
        ("مزار شريف", "مزار شریف"),
        ("پنجشېر", "پنجشیر"),
        ("ننګرهار", "ننگرهار"),
        ("فیض‌آباد", "فیض اباد"),
        ("کُندُز", "کندز"),
        ("کـــندز", "کندز"),
        ("قلعة", "قلعه"),
        ("Qal'eh", "Qal’eh"),
        ("ʿAli", "Ali"),
        ("U.S.", "US"),
        ("U.N. envoy", "UN envoy"),
        ("Straße", "STRASSE"),
        ("Sankt Ørje", "sankt orje"),
        ("Ｋunduz", "Kunduz"),
        ("٢٠٢١ ۲۰۲۱", "2021 2021"),
        ("co\u00adop", "coop"),
        ("a\u202bb", "ab"),
    ],
)
def test_spellings_that_fold_to_one(one: str, other: str) -> None:
    assert fold(one) == fold(other)


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("", ""),
        ("—", ""),
        ("e", "e"),
        ("vitamin e", "vitamin e"),
        ("1.5 million", "1 5 million"),
        ("e.g. this", "eg this"),
        ("ガ", "ガ"),
        ("नि", "नि"),
        ("Taliqan", "taliqan"),
    ],
)
def test_what_folding_keeps(text: str, folded: str) -> None:
    assert fold(text) == folded


@settings(max_examples=300, deadline=None)
@given(st.text(max_size=30))
def test_folding_twice_is_folding_once(text: str) -> None:
    once = fold(text)
    assert fold(once) == once
    assert once == " ".join(once.split())


@settings(max_examples=200, deadline=None)
@given(st.text(st.characters(codec="ascii"), max_size=20))
def test_ascii_takes_the_same_way_as_the_rest(text: str) -> None:
    assert fold(text + " é") == " ".join([*fold(text + " z").split()[:-1], "e"])


def test_every_letter_of_unicode_folds_once() -> None:
    for point in [*range(0x3000), *range(0xA000, 0x11000), *range(0x1D400, 0x1D800)]:
        letter = chr(point)
        assert fold(fold(letter)) == fold(letter), f"U+{point:04X}"
        assert fold(unicodedata.normalize("NFD", letter)) == fold(letter), f"U+{point:04X}"


# --- looking up --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("AF-KDZ", "AF-KDZ"),
        ("af-kdz", "AF-KDZ"),
        ("Kunduz", "AF-KDZ"),
        ("Qunduz", "AF-KDZ"),
        ("کندز", "AF-KDZ"),
        ("كندز", "AF-KDZ"),
        ("Kunduz Province", "AF-KDZ"),
        ("Kunduz (province)", "AF-KDZ"),
        ("Sar-i-Pul", "AF-SAR"),
        ("Saripul", "AF-SAR"),
        ("Maidan-Wardak", "AF-WAR"),
        ("ننگرهار", "AF-NAN"),
    ],
)
def test_a_province_by_any_name(afghanistan: Gazetteer, text: str, code: str) -> None:
    province = afghanistan.province(text)
    assert province is not None
    assert province.code == code
    assert province is afghanistan.by_code[code] is afghanistan.by_slug[province.slug]


@pytest.mark.parametrize("text", ["", " ", "AF", "Kunduz (city)", "Taliqan", "province", "-"])
def test_what_is_no_province(afghanistan: Gazetteer, text: str) -> None:
    assert afghanistan.province(text) is None


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("Kunduz", ["kunduz/kunduz"]),
        ("Kunduz (city)", ["kunduz/kunduz"]),
        ("Kunduz city", ["kunduz/kunduz"]),
        ("Kunduz (district)", []),
        ("kunduz/imam-sahib", ["kunduz/imam-sahib"]),
        ("Qunduz/Emam Saheb", ["kunduz/imam-sahib"]),
        ("AF-KDZ/Imam Sahib (district)", ["kunduz/imam-sahib"]),
        ("Takhar/Imam Sahib", []),
        ("Nowhere/Imam Sahib", []),
        ("Imam Sahib District", ["kunduz/imam-sahib"]),
        ("Sher Khan Bandar", ["kunduz/shir-khan-bandar"]),
        ("Mazar-e-Sharif", ["balkh/mazar-i-sharif"]),
        ("مزار شريف", ["balkh/mazar-i-sharif"]),
        ("Qala-e-Naw", ["badghis/qala-e-naw"]),
        ("Lashkargah", ["helmand/lashkar-gah"]),
        ("Taloqan", ["takhar/taliqan"]),
        ("Faizabad", ["badakhshan/faizabad", "jowzjan/faizabad"]),
        ("Badakhshan/Faizabad", ["badakhshan/faizabad"]),
        ("Faizabad airport", ["badakhshan/faizabad-airport"]),
        ("Bagram Air Base", ["parwan/bagram-airfield"]),
        ("Balkh", ["balkh/balkh"]),
        ("", []),
        ("/", []),
        ("(city)", []),
        ("city", []),
    ],
)
def test_places_by_any_name(afghanistan: Gazetteer, text: str, ids: list[str]) -> None:
    assert [place.id for place in afghanistan.find_places(text)] == ids


def test_a_label_finds_its_place_and_no_other(afghanistan: Gazetteer, invented: Gazetteer) -> None:
    for gazetteer in (afghanistan, invented):
        for place in gazetteer.places:
            assert gazetteer.find_places(gazetteer.label(place)) == (place,)
            assert gazetteer.find_places(place.id) == (place,)


def test_labels_say_no_more_than_needed(invented: Gazetteer) -> None:
    assert [invented.label(place) for place in invented.places] == [
        "Norvale (city)",
        "Norvale (district)",
        "Sankt Ørje",
        "Bridge of Tal",
        "Norvale/Ashford",
        "Port Lune",
        "Southmere/Ashford",
        "Lune Field",
    ]


def test_an_invented_country_through_the_same_code(invented: Gazetteer) -> None:
    assert (invented.country, invented.country_code) == ("Estravia", "XE")
    assert [p.slug for p in invented.provinces] == ["norvale", "southmere", "isles"]
    assert [p.capital for p in invented.provinces] == ["norvale/norvale", "southmere/port-lune", ""]
    assert [(p.lat, p.lon) for p in invented.provinces] == [
        (52.2, 21.1),
        (51.4, 21.0),
        (52.8, 22.4),
    ]
    assert [p.name for p in invented.places_of("XE-SOU")] == ["Port Lune", "Ashford", "Lune Field"]
    assert invented.place_by_id["norvale/bridge-of-tal"].note == "closed in winter"
    assert invented.place_by_id["norvale/norvale-district"].kind == "district"
    assert invented.province("norvalë") is invented.by_code["XE-NOR"]
    assert [p.id for p in invented.find_places("saint-orje")] == ["norvale/sankt-orje"]


# --- suggesting --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Badakhhsan", "Badakhshan"),
        ("Kunduzz", "Kunduz"),
        ("Qundus", "Kunduz"),
        ("Heraat", "Herat"),
        ("Heratt", "Herat"),
        ("Herrat", "Herat"),
        ("Herats", None),
        ("Nangahar", "Nangarhar"),
        ("Paktikia", "Paktika"),
        ("AF-KDX", "Kunduz"),
        ("Taliban", None),
        ("Pakistan", None),
        ("Ghani", None),
        ("Paris", None),
        ("Qatar", None),
        ("Her", None),
        ("", None),
        ("x" * 10_000, None),
    ],
)
def test_suggestions_of_provinces(afghanistan: Gazetteer, text: str, name: str | None) -> None:
    assert afghanistan.suggest_province(text) == name


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("Taliqaan", "Taliqan"),
        ("Qala-e Nwa", "Qala-e Naw"),
        ("Imam Shaib", "Imam Sahib"),
        ("Dolnia", "Dolina"),
        ("Kunduz/Imam Shaib", "Imam Sahib"),
        ("Arghandb", "Arghandab"),
        ("Taliban", None),
        ("the Taliban", None),
        ("Talibans", None),
        ("Mohib", None),
    ],
)
def test_suggestions_of_places(afghanistan: Gazetteer, text: str, label: str | None) -> None:
    assert afghanistan.suggest_place(text) == label


def test_a_slip_is_nearer_than_another_word() -> None:
    assert distance("badakhhsan", "badakhshan", 2) == 1
    assert distance("qunduz", "kunduz", 2) == 1
    assert distance("taliban", "taliqan", 2) == 2
    assert distance("ghani", "ghazni", 2) == 2
    assert distance("herat", "kandahar", 2) == 3


# --- reading -----------------------------------------------------------------------------------

ALPHA = "code: XE-A, name: Alpha"
BETA = "code: XE-B, name: Beta"


def diagnose(*provinces: str) -> list[str]:
    return read("provinces:\n" + "".join(f"  - {{{text}}}\n" for text in provinces))[1]


@pytest.mark.parametrize(
    ("provinces", "code", "message"),
    [
        (
            [ALPHA, "code: §XE-A, name: Beta"],
            "duplicate",
            "“XE-A” stands for two provinces: Alpha has “XE-A”",
        ),
        (
            [ALPHA, BETA + ", aliases: [§al-PHA]"],
            "duplicate",
            "“al-PHA” stands for two provinces: Alpha has “Alpha”",
        ),
        (
            [ALPHA + ", names: {fa: كابل}", BETA + ", names: {ps: §کابل}"],
            "duplicate",
            "“کابل” stands for two provinces: Alpha has “كابل”",
        ),
        (
            [ALPHA + ", slug: x", BETA + ", slug: §x"],
            "duplicate",
            "Beta and Alpha have one address, “x”; hint: give one of them a `slug`",
        ),
        (
            [ALPHA + ", capital: {name: Alpha}, places: [{name: §ALPHA, kind: city}]"],
            "duplicate",
            "Alpha has two places (city) of the name “ALPHA”",
        ),
        (
            [ALPHA + ", neighbours: [§XE-C]"],
            "neighbour",
            "Alpha lists an unknown neighbour, “XE-C”; hint: did you mean “XE-A”?",
        ),
        (
            [ALPHA + ", neighbours: [§XE-A]"],
            "neighbour",
            "Alpha lists itself as a neighbour",
        ),
        (
            [ALPHA + ", neighbours: [§XE-B]", BETA],
            "neighbour",
            (
                "XE-A lists XE-B as a neighbour, but XE-B does not list it; "
                "hint: borders go both ways: add it there, or remove it here"
            ),
        ),
        (
            [ALPHA + ", places: [{name: Here, kind: town, lat: §-90.5, lon: 0}]"],
            "position",
            "`lat: -90.5` is not from -90 to 90",
        ),
        (
            [ALPHA + ", places: [{name: Here, kind: town, lat: 90, lon: §181}]"],
            "position",
            "`lon: 181` is not from -180 to 180",
        ),
        (
            [ALPHA + ", capital: {name: Here, lat: §1}"],
            "position",
            "Here has `lat` without `lon`",
        ),
        (
            [ALPHA + ", capital: §Heer, places: [{name: Here, kind: town}]"],
            "capital",
            "the capital of Alpha, “Heer”, is not among its places; hint: did you mean “Here”?",
        ),
        (
            [ALPHA + ", capital: §Here"],
            "capital",
            (
                "the capital of Alpha, “Here”, is not among its places; "
                "hint: list it under `places`, or write it here as a mapping"
            ),
        ),
    ],
)
def test_what_can_be_wrong(provinces: list[str], code: str, message: str) -> None:
    # § marks the place that the diagnostic must point at.
    line = next(number for number, text in enumerate(provinces) if "§" in text)
    col = provinces[line].index("§") + len("  - {") + 1
    assert diagnose(*(text.replace("§", "") for text in provinces)) == [
        f"provinces.yaml:{line + 2}:{col}: error[gazetteer.{code}]: {message}"
    ]


def test_what_is_fine() -> None:
    assert not diagnose(ALPHA, BETA)
    assert not diagnose(ALPHA + ", neighbours: [XE-B]", BETA + ", neighbours: [XE-A]")
    city_and_district = "capital: {name: Alpha}, places: [{name: ALPHA, kind: district}]"
    assert not diagnose(f"{ALPHA}, aliases: [ALPHA], {city_and_district}")


def test_all_mistakes_are_found_in_one_run() -> None:
    found = diagnose(
        ALPHA + ", neighbours: [XE-Q], lat: 1000, lon: 0", "code: XE-B, name: alpha, capital: Here"
    )
    assert [line.split("[")[1].split("]")[0] for line in found] == [
        "gazetteer.neighbour",
        "gazetteer.position",
        "gazetteer.duplicate",
        "gazetteer.capital",
    ]


def test_a_position_that_cannot_be_read_is_reported_once() -> None:
    tree, _ = parse_yaml(f"provinces: [{{{ALPHA}, lat: north, lon: 1}}]", "provinces.yaml")
    values, found = read_shape(tree, PROVINCES, "provinces.yaml")
    assert [diagnostic.code for diagnostic in found] == ["value.number"]
    gazetteer, found_too = read_gazetteer(values, "provinces.yaml")
    assert not found_too
    assert gazetteer.provinces[0].lat is gazetteer.provinces[0].lon is None


def test_a_slug_cannot_leave_its_folder() -> None:
    gazetteer, found = read(f"provinces: [{{{ALPHA}, slug: ../../Etc}}]")
    assert not found
    assert gazetteer.provinces[0].slug == "etc"


def test_an_empty_gazetteer_finds_nothing() -> None:
    gazetteer, found = read_gazetteer(Values(), "provinces.yaml")
    assert not found
    assert gazetteer.province("Alpha") is None
    assert gazetteer.find_places("Alpha") == ()
    assert gazetteer.suggest_province("Alpha") is None


# --- the data of this site ---------------------------------------------------------------------


def test_afghanistan_is_complete(afghanistan: Gazetteer) -> None:
    assert len(afghanistan.provinces) == 34
    for province in afghanistan.provinces:
        assert province.code.startswith("AF-"), province.name
        assert dict(province.names).keys() == {"fa", "ps"}, province.name
        capital = afghanistan.place_by_id[province.capital]
        assert (capital.kind, capital.province) == ("city", province.code)
        assert capital.lat is not None, province.name
        assert capital.lon is not None, province.name
        assert 29.3 < capital.lat < 38.5, province.name
        assert 60.4 < capital.lon < 74.9, province.name
        assert province.neighbours, province.name
    landlocked = {"Pakistan", "Iran", "Turkmenistan", "Uzbekistan", "Tajikistan", "China"}
    assert {c for p in afghanistan.provinces for c in p.borders} == landlocked


def test_a_site_may_have_a_large_gazetteer(tmp_path: Path) -> None:
    content = tmp_path / "content"
    content.mkdir()
    places = "".join(f"      - {{name: Place {n}, kind: village}}\n" for n in range(3000))
    (content / "site.yaml").write_text("title: Test\n", encoding="utf-8")
    (content / "provinces.yaml").write_text(
        f"provinces:\n  - code: XE-A\n    name: Alpha\n    places:\n{places}", encoding="utf-8"
    )
    found = read_site(Tree(root=tmp_path)).diagnostics
    assert not [d for d in found if d.span.path == "content/provinces.yaml"]
