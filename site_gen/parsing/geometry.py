"""Outlines of the provinces and where a position lies among them: the map of a site.

The file is drawn once (`tools/make_geometry.py`, see `docs/gazetteer.md`) and is data of the site like
any other: its path data goes into pages, so nothing but path data is let through.
"""

from __future__ import annotations

import json
import math
import re
from typing import TYPE_CHECKING, Any

from msgspec import Struct

from site_gen.diagnostics import Diagnostic, Span, did_you_mean, error, warning

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

MAX_CHARACTERS = 500_000
"""Of a geometry file: far more than a map that a page can carry."""

MAX_UNITS = 100_000
"""Of the map's width and height."""

_PATH = re.compile(r"[Mm][MmLlHhVvZz0-9 .,-]*[Zz]")
_KEYS = ("viewBox", "projection", "provenance", "outlines", "label_points")
_PROJECTION_KEYS = ("kind", "lon0", "lat0", "scale_x", "scale_y")


class Geometry(Struct, frozen=True, kw_only=True):
    """A map: one outline for each province, in SVG units with y pointing down."""

    width: int
    """Units of the SVG view box, which starts at 0, 0."""
    height: int
    outlines: tuple[tuple[str, str], ...]
    """(code of the province, SVG path data), in the order of the file; fill rule `evenodd`."""
    label_points: tuple[tuple[str, tuple[float, float]], ...] = ()
    """(code of the province, x and y of a point well inside it)."""
    provenance: str = ""
    """Whose data it is and under which licence; for the page's small print."""
    lon0: float
    """Longitude of x = 0, degrees."""
    lat0: float
    """Latitude of y = 0, degrees."""
    scale_x: float
    """Units per degree of longitude."""
    scale_y: float
    """Units per degree of latitude."""

    def project(self, lat: float, lon: float) -> tuple[float, float]:
        """Where a position in degrees lies, as x and y, to a tenth of a unit; maybe off the map."""
        x = (lon - self.lon0) * self.scale_x
        y = (self.lat0 - lat) * self.scale_y
        return round(x, 1), round(y, 1)

    def shows(self, lat: float, lon: float) -> bool:
        """Whether a position lies within the map's frame."""
        x, y = self.project(lat, lon)
        return 0 <= x <= self.width and 0 <= y <= self.height


def read_geometry(
    text: str, path: str, codes: Collection[str]
) -> tuple[Geometry | None, tuple[Diagnostic, ...]]:
    """A geometry from the text of a JSON file.

    Args:
        text: as read.
        path: of the file, for diagnostics.
        codes: of the provinces in the gazetteer. An outline of another is an error; a province
            without an outline, a warning.

    Returns:
        None when the file cannot be drawn from, and the diagnostics.
    """
    reader = _Reader(text, path)
    return reader.read(codes), tuple(sorted(reader.found, key=lambda found: found.sort_key))


class _Reader:
    """One file, and what is wrong with it."""

    def __init__(self, text: str, path: str) -> None:
        self.text = text
        self.path = path
        self.found: list[Diagnostic] = []

    def read(self, codes: Collection[str]) -> Geometry | None:
        data = self.parse()
        if data is None or not self.has_keys("the file", data, _KEYS):
            return None
        size = self.size(data.get("viewBox"))
        projection = self.projection(data.get("projection"))
        outlines = tuple(self.outlines(data.get("outlines")))
        labels = tuple(self.labels(data.get("label_points"), size))
        provenance = data.get("provenance", "")
        if not isinstance(provenance, str):
            self.invalid("`provenance` is no text", "provenance")
        if self.found or size is None or projection is None:
            return None
        self.check_codes({code for code, _ in outlines}, codes)
        return Geometry(
            width=size[0],
            height=size[1],
            outlines=outlines,
            label_points=labels,
            provenance=provenance,
            lon0=projection[0],
            lat0=projection[1],
            scale_x=projection[2],
            scale_y=projection[3],
        )

    def parse(self) -> dict[str, Any] | None:
        if len(self.text) > MAX_CHARACTERS:
            self.invalid(f"the file has more than {MAX_CHARACTERS:,} characters")
            return None
        try:
            data = json.loads(self.text, parse_constant=_refuse, object_pairs_hook=_without_twins)
        except json.JSONDecodeError as fault:
            span = Span(path=self.path, line=fault.lineno, col=fault.colno)
            message = f"not JSON: {fault.msg[:1].lower()}{fault.msg[1:]}"
            self.found.append(error("geometry.invalid", message, span))
        except (ValueError, RecursionError) as fault:
            self.invalid(f"not JSON that can be used: {fault}")
        else:
            if isinstance(data, dict):
                return data
            self.invalid("the file holds no JSON object")
        return None

    def has_keys(self, what: str, data: dict[str, Any], known: tuple[str, ...]) -> bool:
        before = len(self.found)
        for key in data:
            if key not in known:
                self.invalid(f"unknown key “{key}”", key, did_you_mean(key, known))
        optional = ("provenance", "label_points")
        for key in known:
            if key not in data and key not in optional:
                self.invalid(f"{what} lacks `{key}`")
        return len(self.found) == before

    def size(self, box: object) -> tuple[int, int] | None:
        if (
            isinstance(box, list)
            and len(box) == 4
            and all(type(side) is int for side in box)
            and box[:2] == [0, 0]
            and all(0 < side <= MAX_UNITS for side in box[2:])
        ):
            return box[2], box[3]
        self.invalid(
            f"`viewBox` must be [0, 0, width, height], whole, up to {MAX_UNITS}", "viewBox"
        )
        return None

    def projection(self, data: object) -> tuple[float, ...] | None:
        if not isinstance(data, dict):
            self.invalid("`projection` is no object", "projection")
            return None
        if not self.has_keys("`projection`", data, _PROJECTION_KEYS):
            return None
        if data["kind"] != "equirectangular":
            self.invalid("`kind` must be equirectangular, the only projection there is", "kind")
        for key in _PROJECTION_KEYS[1:]:
            limit = MAX_UNITS if key.startswith("scale") else 360
            if not _is_number(data[key], limit) or (key.startswith("scale") and data[key] <= 0):
                self.invalid(f"`{key}` is no number that makes sense here", key)
                return None
        return tuple(float(data[key]) for key in _PROJECTION_KEYS[1:])

    def outlines(self, data: object) -> Iterator[tuple[str, str]]:
        if not isinstance(data, dict) or not data:
            self.invalid("`outlines` is no object of province code → path data", "outlines")
            return
        for code, outline in data.items():
            if isinstance(outline, str) and _PATH.fullmatch(outline):
                yield code, outline
            else:
                hint = (
                    "only M, L, H, V, Z, numbers and separators; it begins with M and ends with Z"
                )
                self.invalid(f"the outline of {code} is no closed SVG path", code, hint)

    def labels(
        self, data: object, size: tuple[int, int] | None
    ) -> Iterator[tuple[str, tuple[float, float]]]:
        if data is None:
            return
        if not isinstance(data, dict):
            self.invalid("`label_points` is no object of province code → [x, y]", "label_points")
            return
        width, height = size or (MAX_UNITS, MAX_UNITS)
        for code, point in data.items():
            if (
                isinstance(point, list)
                and len(point) == 2
                and _is_number(point[0], width)
                and _is_number(point[1], height)
                and min(point) >= 0
            ):
                yield code, (point[0], point[1])
            else:
                self.invalid(f"the label point of {code} is no [x, y] on the map", code)

    def check_codes(self, drawn: set[str], codes: Collection[str]) -> None:
        for code in sorted(drawn.difference(codes)):
            message = f"there is an outline for “{code}”, which is no province of the gazetteer"
            hint = did_you_mean(code, codes)
            self.found.append(error("geometry.province", message, self.at(code), hint))
        for code in sorted(set(codes) - drawn):
            message = f"{code} has no outline: the map does not show it"
            self.found.append(warning("geometry.province", message, self.at("outlines")))

    def at(self, key: str) -> Span:
        """Where `key` first stands in quotation marks; the file when it does not."""
        index = self.text.find(json.dumps(key, ensure_ascii=False)) if key else -1
        if index < 0:
            return Span(path=self.path)
        start = self.text.rfind("\n", 0, index) + 1
        return Span(path=self.path, line=self.text.count("\n", 0, index) + 1, col=index - start + 1)

    def invalid(self, message: str, key: str = "", hint: str = "") -> None:
        self.found.append(error("geometry.invalid", message, self.at(key), hint))


def _is_number(value: object, limit: float) -> bool:
    """Whether `value` is a number of JSON, and no larger than `limit` either way."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        return False
    return math.isfinite(value) and abs(value) <= limit


def _refuse(constant: str) -> float:
    raise ValueError(f"{constant} is no number")


def _without_twins(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    data = dict(pairs)
    if len(data) < len(pairs):
        keys = [key for key, _ in pairs]
        raise ValueError(f"the key “{next(k for k in keys if keys.count(k) > 1)}” occurs twice")
    return data
