from __future__ import annotations

import itertools
import json
import re
import subprocess
import sys
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from site_gen.parsing.frontmatter import parse_yaml
from site_gen.parsing.frontmatter.limits import DATA_LIMITS
from site_gen.parsing.gazetteer import read_gazetteer
from site_gen.parsing.geometry import MAX_CHARACTERS, Geometry, read_geometry
from site_gen.parsing.schema import PROVINCES
from site_gen.parsing.shape import read as read_shape

ROOT = Path(__file__).resolve().parents[2]
INVENTED = ROOT / "tests" / "data" / "gazetteer"
FOLDERS = [ROOT / "content", INVENTED]
MAKE = ROOT / "tools" / "make_geometry.py"

Point = tuple[int, int]


def gazetteer_of(folder: Path) -> Any:
    text = (folder / "provinces.yaml").read_text(encoding="utf-8")
    tree, _ = parse_yaml(text, "provinces.yaml", limits=DATA_LIMITS)
    return read_gazetteer(read_shape(tree, PROVINCES, "provinces.yaml")[0], "provinces.yaml")[0]


def geometry_of(folder: Path) -> Geometry:
    text = (folder / "geometry.json").read_text(encoding="utf-8")
    geometry, found = read_geometry(text, "geometry.json", gazetteer_of(folder).by_code)
    assert not found
    assert geometry is not None
    return geometry


def rings_of(outline: str) -> list[list[Point]]:
    """The rings of relative path data as `tools/make_geometry.py` writes it."""
    rings = []
    for part in re.findall(r"M([^Mz]*)z", outline):
        numbers = [int(number) for number in re.findall(r"-?\d+", part)]
        pairs = list(zip(numbers[::2], numbers[1::2]))
        rings.append(list(itertools.accumulate(pairs, lambda a, b: (a[0] + b[0], a[1] + b[1]))))
    return rings


def edges_of(ring: list[Point]) -> list[tuple[Point, Point]]:
    return list(zip(ring, [*ring[1:], ring[0]]))


def signed_area(edges: list[tuple[Point, Point]]) -> float:
    return sum(ax * by - bx * ay for (ax, ay), (bx, by) in edges) / 2


def is_inside(x: float, y: float, rings: list[list[Point]]) -> bool:
    inside = False
    for (ax, ay), (bx, by) in itertools.chain.from_iterable(map(edges_of, rings)):
        if (ay > y) != (by > y) and x < (bx - ax) * (y - ay) / (by - ay) + ax:
            inside = not inside
    return inside


# --- the maps ----------------------------------------------------------------------------------


@pytest.mark.parametrize("folder", FOLDERS, ids=["afghanistan", "invented"])
def test_neighbours_share_their_borders_and_nothing_else(folder: Path) -> None:
    gazetteer, geometry = gazetteer_of(folder), geometry_of(folder)
    users: dict[frozenset[Point], list[str]] = {}
    for code, outline in geometry.outlines:
        for ring in rings_of(outline):
            assert len(set(ring)) == len(ring) >= 3, code
            for edge in edges_of(ring):
                users.setdefault(frozenset(edge), []).append(code)
    touching: dict[str, set[str]] = {code: set() for code in gazetteer.by_code}
    for edge, codes in users.items():
        assert len(codes) == len(set(codes)) <= 2, (edge, codes)
        if len(codes) == 2:
            touching[codes[0]].add(codes[1])
            touching[codes[1]].add(codes[0])
    listed = {province.code: set(province.neighbours) for province in gazetteer.provinces}
    assert touching == listed


@pytest.mark.parametrize("folder", FOLDERS, ids=["afghanistan", "invented"])
def test_no_gap_and_no_overlap(folder: Path) -> None:
    geometry = geometry_of(folder)
    # Turn every outer ring the same way and holes the other; then inner borders cancel out.
    edges: Counter[tuple[Point, Point]] = Counter()
    for _, outline in geometry.outlines:
        rings = rings_of(outline)
        for ring in rings:
            others = [other for other in rings if other is not ring]
            hole = sum(is_inside(*ring[0], [other]) for other in others) % 2 == 1
            turned = ring if (signed_area(edges_of(ring)) > 0) != hole else ring[::-1]
            edges.update(edges_of(turned))
    assert set(edges.values()) == {1}
    outside = [edge for edge in edges if edge[::-1] not in edges]
    assert signed_area(outside) == signed_area(list(edges)) > 0


@pytest.mark.parametrize("folder", FOLDERS, ids=["afghanistan", "invented"])
def test_labels_and_capitals_lie_in_their_provinces(folder: Path) -> None:
    gazetteer, geometry = gazetteer_of(folder), geometry_of(folder)
    outlines = {code: rings_of(outline) for code, outline in geometry.outlines}
    assert dict(geometry.label_points).keys() == outlines.keys()
    for code, (x, y) in geometry.label_points:
        assert [c for c, rings in outlines.items() if is_inside(x, y, rings)] == [code]
    for province in gazetteer.provinces:
        x, y = geometry.project(province.lat, province.lon)
        assert geometry.shows(province.lat, province.lon)
        assert is_inside(x, y, outlines[province.code]), province.name


def test_the_map_of_afghanistan_is_small() -> None:
    geometry = geometry_of(ROOT / "content")
    assert len(geometry.outlines) == 34
    assert sum(len(outline) for _, outline in geometry.outlines) <= 14_000
    assert "public domain" in geometry.provenance


def test_positions_are_projected_in_proportion() -> None:
    geometry = geometry_of(INVENTED)
    assert geometry.project(geometry.lat0, geometry.lon0) == (0, 0)
    assert not geometry.shows(0, 0)
    # One degree of longitude is shorter than one of latitude by the cosine of the latitude.
    assert geometry.scale_x / geometry.scale_y == pytest.approx(0.6156, abs=1e-3)


def make(source: Path, target: Path, *arguments: str) -> dict[str, Any]:
    command = [sys.executable, str(MAKE), str(source), str(target), "--provenance", "Invented"]
    subprocess.run([*command, *arguments], check=True, capture_output=True)
    return dict(json.loads(target.read_text(encoding="utf-8")))


def test_the_invented_map_is_what_the_tool_draws(tmp_path: Path) -> None:
    source = INVENTED / "provinces.geojson"
    make(source, tmp_path / "geometry.json", "--width", "300", "--size", "400")
    drawn = (tmp_path / "geometry.json").read_bytes()
    assert drawn == (INVENTED / "geometry.json").read_bytes()


def feature(code: str, *corners: tuple[float, float], name: str = "code") -> dict[str, Any]:
    shape = {"type": "Polygon", "coordinates": [[*corners, corners[0]]]}
    return {"type": "Feature", "properties": {name: code}, "geometry": shape}


NORTH = feature("XE-NOR", (0, 1), (1, 1), (1, 2), (0, 2))
ISLAND = feature("XE-NOR", (3, 1), (4, 1), (4, 2), (3, 2))
ABROAD = feature("XF-ONE", (0, 0), (1, 0), (1, 1), (0, 1))


def test_codes_of_another_country_are_left_out_and_parts_of_a_province_kept(tmp_path: Path) -> None:
    """The second part of a province took the place of the first."""
    source = tmp_path / "world.geojson"
    source.write_text(json.dumps({"features": [NORTH, ABROAD, ISLAND]}))
    outlines = make(source, tmp_path / "geometry.json", "--only", "XE-")["outlines"]
    assert list(outlines) == ["XE-NOR"]
    assert len(rings_of(outlines["XE-NOR"])) == 2


def test_the_code_may_stand_in_another_property(tmp_path: Path) -> None:
    source = tmp_path / "world.geojson"
    other = feature("XE-NOR", (0, 1), (1, 1), (1, 2), (0, 2), name="iso_3166_2")
    source.write_text(json.dumps({"features": [other]}))
    drawn = make(source, tmp_path / "geometry.json", "--property", "iso_3166_2")
    assert list(drawn["outlines"]) == ["XE-NOR"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("title: x", "no JSON"),
        ("{}", "no GeoJSON with features"),
        ('{"features": [1]}', "feature 1 has no properties"),
        (
            json.dumps({"features": [feature("x", (0, 0), name="iso")]}),
            "another with --property: iso",
        ),
        (json.dumps({"features": [ABROAD]}), "begins with XE-"),
        (json.dumps({"features": [feature("XE-N", (0, 0))]}), "a polygon is not a list of rings"),
        (
            '{"features": [{"properties": {"code": "XE-N"}, "geometry": {"type": "Point"}}]}',
            "Point",
        ),
    ],
)
def test_polygons_that_cannot_be_drawn_are_a_line(tmp_path: Path, text: str, said: str) -> None:
    """Each of them was a traceback."""
    source = tmp_path / "provinces.geojson"
    source.write_text(text, encoding="utf-8")
    only = ["--only", "XE-"] if "XF-" in text else []
    command = [
        sys.executable,
        str(MAKE),
        str(source),
        str(tmp_path / "x"),
        "--provenance",
        "I",
        *only,
    ]
    done = subprocess.run(command, check=False, capture_output=True, text=True)
    assert done.returncode == 2
    assert said in done.stderr
    assert "Traceback" not in done.stderr
    assert not (tmp_path / "x").exists()


def test_a_smaller_size_drops_the_points_that_matter_least(tmp_path: Path) -> None:
    source = INVENTED / "provinces.geojson"
    full = make(source, tmp_path / "full.json", "--width", "300", "--size", "400")["outlines"]
    small = make(source, tmp_path / "small.json", "--width", "300", "--size", "205")["outlines"]
    assert sum(map(len, small.values())) <= 205 < sum(map(len, full.values()))
    for code, outline in full.items():
        before, after = rings_of(outline), rings_of(small[code])
        assert len(after) == len(before)
        for old, new in zip(before, after):
            assert set(new) <= set(old)
    # The border between the two keeps its kink and loses the point that hardly bends it.
    assert any((46, 230) in ring for ring in rings_of(full["XE-NOR"]))
    for code in ("XE-NOR", "XE-SOU"):
        points = set(itertools.chain.from_iterable(rings_of(small[code])))
        assert (74, 264) in points
        assert (46, 230) not in points


def test_a_size_that_cannot_be_met_is_refused(tmp_path: Path) -> None:
    with pytest.raises(subprocess.CalledProcessError) as failed:
        make(INVENTED / "provinces.geojson", tmp_path / "geometry.json", "--size", "50")
    assert b"at least" in failed.value.stderr
    assert not (tmp_path / "geometry.json").exists()


# --- reading -----------------------------------------------------------------------------------

SQUARE = {
    "viewBox": [0, 0, 100, 50],
    "projection": {
        "kind": "equirectangular",
        "lon0": 20,
        "lat0": 53.5,
        "scale_x": 10,
        "scale_y": 16.5,
    },
    "outlines": {"XE-A": "M0 0h10v10H0z"},
}


def diagnose(text: str, codes: tuple[str, ...] = ("XE-A",)) -> list[str]:
    _, found = read_geometry(text, "geometry.json", codes)
    return [str(diagnostic).removeprefix("geometry.json:") for diagnostic in found]


def changed(**changes: object) -> str:
    return json.dumps({**SQUARE, **changes}, indent=0)


def test_what_is_fine() -> None:
    geometry, found = read_geometry(changed(), "geometry.json", ["XE-A"])
    assert not found
    assert geometry is not None
    assert (geometry.width, geometry.height) == (100, 50)
    assert geometry.outlines == (("XE-A", "M0 0h10v10H0z"),)
    assert geometry.project(53, 21) == (10.0, 8.2)


@pytest.mark.parametrize(
    "outline",
    [
        "",
        "0 0h10z",
        "M0 0h10",
        "M0 0C1 1 2 2 3 3z",
        "M0 0h1e3z",
        'M0 0z"/><script>alert(1)</script><path d="M0 0z',
        "M0 0url(#a)z",
        "M0 0\nz",
        "M٠ ٠z",
        7,
        None,
        ["M0 0z"],
    ],
)
def test_an_outline_is_path_data_and_nothing_else(outline: object) -> None:
    text = changed(outlines={"XE-A": outline})
    assert diagnose(text) == [
        (
            "16:1: error[geometry.invalid]: the outline of XE-A is no closed SVG path; hint: only M, L, "
            "H, V, Z, numbers and separators; it begins with M and ends with Z"
        )
    ]
    assert read_geometry(text, "geometry.json", ["XE-A"])[0] is None


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "1:1: error[geometry.invalid]: not JSON: expecting value"),
        ('{"viewBox":\n [}', "2:3: error[geometry.invalid]: not JSON: expecting value"),
        ("[]", "1:1: error[geometry.invalid]: the file holds no JSON object"),
        ('{"a": NaN}', "1:1: error[geometry.invalid]: not JSON that can be used: NaN is no number"),
        (
            '{"a": 1, "a": 2}',
            "1:1: error[geometry.invalid]: not JSON that can be used: the key “a” occurs twice",
        ),
        (
            " " * (MAX_CHARACTERS + 1),
            "1:1: error[geometry.invalid]: the file has more than 500,000 characters",
        ),
        (
            changed(outline={}),
            "18:1: error[geometry.invalid]: unknown key “outline”; hint: did you mean “outlines”?",
        ),
        (
            changed(viewBox=[0, 0, 100, 1.5]),
            (
                "2:1: error[geometry.invalid]: `viewBox` must be [0, 0, width, height], whole, up to "
                "100000"
            ),
        ),
        (
            changed(viewBox=[0, 0, True, 5]),
            (
                "2:1: error[geometry.invalid]: `viewBox` must be [0, 0, width, height], whole, up to "
                "100000"
            ),
        ),
        (changed(projection=3), "8:1: error[geometry.invalid]: `projection` is no object"),
        (
            changed(
                projection={"kind": "lambert"}
                | dict.fromkeys(("lon0", "lat0", "scale_x", "scale_y"), 1)
            ),
            (
                "9:1: error[geometry.invalid]: `kind` must be equirectangular, the only projection there "
                "is"
            ),
        ),
        (
            changed(projection={"kind": "equirectangular", "lon0": 1, "lat0": 2, "scale_x": 3}),
            "1:1: error[geometry.invalid]: `projection` lacks `scale_y`",
        ),
        (
            changed(projection={**SQUARE["projection"], "scale_x": 0}),  # type: ignore[dict-item]
            "12:1: error[geometry.invalid]: `scale_x` is no number that makes sense here",
        ),
        (
            changed(projection={**SQUARE["projection"], "lat0": "53"}),  # type: ignore[dict-item]
            "11:1: error[geometry.invalid]: `lat0` is no number that makes sense here",
        ),
        (
            changed(outlines={}),
            "15:1: error[geometry.invalid]: `outlines` is no object of province code → path data",
        ),
        (
            changed(label_points=[]),
            "18:1: error[geometry.invalid]: `label_points` is no object of province code → [x, y]",
        ),
        (
            changed(label_points={"XE-B": [1, 51]}),
            "19:1: error[geometry.invalid]: the label point of XE-B is no [x, y] on the map",
        ),
        (changed(provenance=1), "18:1: error[geometry.invalid]: `provenance` is no text"),
    ],
)
def test_what_can_be_wrong(text: str, message: str) -> None:
    assert diagnose(text) == [message]


def test_deep_nesting_is_an_error_and_no_crash() -> None:
    (found,) = diagnose("[" * 100_000)
    assert found.startswith("1:1: error[geometry.invalid]: not JSON that can be used")


def test_outlines_and_provinces_belong_together() -> None:
    assert diagnose(changed(), ("XE-B", "XF-A")) == [
        "15:1: warning[geometry.province]: XE-B has no outline: the map does not show it",
        "15:1: warning[geometry.province]: XF-A has no outline: the map does not show it",
        (
            "16:1: error[geometry.province]: there is an outline for “XE-A”, which is no province of the "
            "gazetteer; hint: did you mean “XE-B”?"
        ),
    ]
