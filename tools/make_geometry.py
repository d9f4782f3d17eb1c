"""Draws a site's map once: province polygons (GeoJSON) to `content/geometry.json`.

    python3 tools/make_geometry.py provinces.geojson content/geometry.json --provenance "…"

Borders are cut into arcs where three provinces, or two and the outside, meet. Each arc is simplified
once (Visvalingam & Whyatt 1993, *Line generalisation by repeated elimination of points*) and used
by both of its provinces, so that neighbours keep touching without gap or overlap. The input must
agree on shared borders vertex by vertex. Needs only the standard library.
"""

from __future__ import annotations

import argparse
import heapq
import itertools
import json
import math
from pathlib import Path

Point = tuple[float, float]
Arc = tuple[Point, ...]


class GeoJsonError(Exception):
    """What is wrong with the polygons, in a line."""


def provinces_of(text: str, name: str, begin: str) -> dict[str, list[list[Point]]]:
    """Code → rings, in the order of the codes.

    Args:
        text: GeoJSON.
        name: the property that holds a feature's code.
        begin: what the codes of the country begin with; the others are left out.

    Raises:
        GeoJsonError: when it is no collection of polygons with codes.
    """
    try:
        collection = json.loads(text)
    except ValueError as problem:
        message = f"no JSON: {problem}"
        raise GeoJsonError(message) from problem
    features = collection.get("features") if isinstance(collection, dict) else None
    if not isinstance(features, list) or not features:
        message = "no GeoJSON with features"
        raise GeoJsonError(message)
    rings: dict[str, list[list[Point]]] = {}
    for number, feature in enumerate(features, 1):
        try:
            properties, geometry = feature["properties"] or {}, feature["geometry"] or {}
            code, kind = properties.get(name), geometry.get("type")
        except (TypeError, KeyError, AttributeError) as problem:
            message = f"feature {number} has no properties, or no geometry"
            raise GeoJsonError(message) from problem
        if begin and not str(code).startswith(begin):
            continue
        if not isinstance(code, str) or not code:
            others = ", ".join(list(properties)[:20]) or "none"
            message = (
                f"feature {number} has no property “{name}”; name another with --property: {others}"
            )
            raise GeoJsonError(message)
        if kind not in ("Polygon", "MultiPolygon"):
            message = f"feature {number} ({code}) is no polygon: {kind}"
            raise GeoJsonError(message)
        # A province in two features has the outlines of both.
        rings.setdefault(code, []).extend(rings_of(geometry))
    if not rings:
        message = f"no feature whose “{name}” begins with {begin}"
        raise GeoJsonError(message)
    return dict(sorted(rings.items()))


def rings_of(geometry: dict) -> list[list[Point]]:
    """All rings of a Polygon or MultiPolygon, each without its repeated last point."""
    nested = geometry["coordinates"]
    polygons = [nested] if geometry["type"] == "Polygon" else nested
    return [[(p[0], p[1]) for p in ring[:-1]] for polygon in polygons for ring in polygon]


def steps(ring: list[Point]) -> list[frozenset[Point]]:
    """The edges of a ring, without direction."""
    return [frozenset(edge) for edge in zip(ring, [*ring[1:], ring[0]])]


def find_nodes(rings: dict[str, list[list[Point]]]) -> set[Point]:
    """Points at which an arc must end: where what lies on either side changes."""
    sides: dict[frozenset[Point], list[str]] = {}
    for code, ring in ((code, ring) for code, some in rings.items() for ring in some):
        for edge in steps(ring):
            sides.setdefault(edge, []).append(code)
    around: dict[Point, list[tuple[str, ...]]] = {}
    for edge, codes in sides.items():
        for point in edge:
            around.setdefault(point, []).append(tuple(sorted(codes)))
    return {point for point, seen in around.items() if len(seen) != 2 or seen[0] != seen[1]}


def cut(ring: list[Point], nodes: set[Point]) -> list[Arc]:
    """A ring as arcs from node to node; a ring without nodes is one closed arc."""
    start = next((i for i, p in enumerate(ring) if p in nodes), ring.index(min(ring)))
    turned = ring[start:] + ring[: start + 1]
    ends = [i for i, p in enumerate(turned) if p in nodes or i in (0, len(turned) - 1)]
    return [tuple(turned[a : b + 1]) for a, b in itertools.pairwise(ends)]


def weigh(arc: Arc) -> list[float]:
    """For each point the area that is lost when it is dropped in its turn; ends weigh all."""
    weights = [math.inf] * len(arc)
    left, right = list(range(-1, len(arc) - 1)), list(range(1, len(arc) + 1))

    def area(i: int) -> float:
        (ax, ay), (bx, by), (cx, cy) = arc[left[i]], arc[i], arc[right[i]]
        return abs((bx - ax) * (cy - ay) - (cx - ax) * (by - ay)) / 2

    heap = [(area(i), i) for i in range(1, len(arc) - 1)]
    heapq.heapify(heap)
    now = {i: a for a, i in heap}
    highest = 0.0
    while heap:
        weight, i = heapq.heappop(heap)
        if now.get(i) != weight:
            continue  # its neighbours have changed since
        highest = weights[i] = max(highest, weight)
        del now[i]
        right[left[i]], left[right[i]] = right[i], left[i]
        for j in (left[i], right[i]):
            if j in now:
                now[j] = area(j)
                heapq.heappush(heap, (now[j], j))
    return weights


def crossing(one: tuple[Point, Point], other: tuple[Point, Point]) -> bool:
    """Whether two edges meet anywhere but in a common end."""

    def side(a: Point, b: Point, c: Point) -> float:
        return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])

    (a, b), (c, d) = one, other
    shared = {a, b} & {c, d}
    if shared:
        if len(shared) == 2:
            return True
        (p,) = shared
        q, r = (b if p == a else a), (d if p == c else c)
        straight = side(p, q, r) == 0
        return straight and (q[0] - p[0]) * (r[0] - p[0]) + (q[1] - p[1]) * (r[1] - p[1]) > 0
    s, t, u, v = side(a, b, c), side(a, b, d), side(c, d, a), side(c, d, b)
    if s == t == u == v == 0:
        (a, b), (c, d) = sorted((a, b)), sorted((c, d))
        return max(a, c) <= min(b, d)
    return (s <= 0 <= t or t <= 0 <= s) and (u <= 0 <= v or v <= 0 <= u)


def clashing(lines: dict[Arc, Arc]) -> set[Arc]:
    """The arcs whose simplified lines touch or cross another, or collapse."""
    bad = {arc for arc, line in lines.items() if len(line) < (4 if line[0] == line[-1] else 2)}
    edges = sorted(
        (min(a[0], b[0]), max(a[0], b[0]), (a, b), arc)
        for arc, line in lines.items()
        for a, b in itertools.pairwise(line)
    )
    for i, (_, east, edge, arc) in enumerate(edges):
        for west, _, other, its in itertools.islice(edges, i + 1, None):
            if west > east:
                break
            if crossing(edge, other):
                bad |= {arc, its}
    return bad


def simplify(arcs: dict[Arc, list[float]], least: float) -> dict[Arc, Arc]:
    """Each arc without the points lighter than `least`, on whole units, none touching another."""
    limits = dict.fromkeys(arcs, least)
    while True:
        lines = {}
        for arc, weights in arcs.items():
            kept = ((round(x), round(y)) for (x, y), w in zip(arc, weights) if w >= limits[arc])
            lines[arc] = tuple(point for point, _ in itertools.groupby(kept))
        bad = {arc for arc in clashing(lines) if limits[arc] > 0}
        if not bad:
            return lines
        for arc in bad:  # give the lines that are in each other's way more of their points
            limits[arc] = limits[arc] / 2 if limits[arc] > 0.01 else 0


def draw(ring: list[Point]) -> str:
    """One ring as relative SVG path commands, separated only where a sign does not."""
    text = f"M{ring[0][0]} {ring[0][1]}l"
    for (ax, ay), (bx, by) in itertools.pairwise(ring):
        text += "".join(n if n[0] == "-" else f" {n}" for n in (str(bx - ax), str(by - ay)))
    return text.replace("l ", "l") + "z"


def area(ring: list[Point]) -> float:
    """Area of a ring, positive whichever way it runs."""
    return abs(sum(ax * by - bx * ay for (ax, ay), (bx, by) in zip(ring, [*ring[1:], ring[0]]))) / 2


def depth(x: float, y: float, rings: list[list[Point]]) -> float:
    """Distance from the nearest border, negative outside."""
    inside, nearest = False, math.inf
    for ring in rings:
        for (ax, ay), (bx, by) in zip(ring, [*ring[1:], ring[0]]):
            if (ay > y) != (by > y) and x < (bx - ax) * (y - ay) / (by - ay) + ax:
                inside = not inside
            length = (bx - ax) ** 2 + (by - ay) ** 2
            along = max(0, min(1, ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / length))
            nearest = min(
                nearest, math.dist((x, y), (ax + along * (bx - ax), ay + along * (by - ay)))
            )
    return nearest if inside else -nearest


def innermost(rings: list[list[Point]]) -> tuple[int, int]:
    """The point farthest from every border (pole of inaccessibility), by halving cells."""
    xs, ys = zip(*max(rings, key=area))
    half = max(max(xs) - min(xs), max(ys) - min(ys)) / 2
    x, y = (min(xs) + max(xs)) / 2, (min(ys) + max(ys)) / 2
    deepest = (depth(x, y, rings), x, y)
    cells = [(-math.inf, x, y, half)]
    while cells:
        bound, x, y, half = heapq.heappop(cells)
        if -bound <= deepest[0] + 0.5:
            break
        half /= 2
        for dx, dy in itertools.product((-half, half), repeat=2):
            here = depth(x + dx, y + dy, rings)
            deepest = max(deepest, (here, x + dx, y + dy))
            heapq.heappush(cells, (-(here + half * math.sqrt(2)), x + dx, y + dy, half))
    return round(deepest[1]), round(deepest[2])


def make(
    rings: dict[str, list[list[Point]]], *, width: int, size: int, margin: int, provenance: str
) -> dict:
    """The geometry of a map `width` units wide whose outlines take at most `size` characters."""
    lons, lats = zip(*(p for some in rings.values() for ring in some for p in ring))
    middle = math.cos(math.radians((min(lats) + max(lats)) / 2))
    scale_x = round((width - 2 * margin) / (max(lons) - min(lons)), 4)
    scale_y = round(scale_x / middle, 4)
    lon0, lat0 = round(min(lons) - margin / scale_x, 5), round(max(lats) + margin / scale_y, 5)
    height = math.ceil((lat0 - min(lats)) * scale_y) + margin

    nodes = find_nodes(rings)
    course: dict[str, list[list[tuple[Arc, bool]]]] = {}
    arcs: dict[Arc, list[float]] = {}
    for code, some in rings.items():
        course[code] = []
        for ring in some:
            pieces = []
            for piece in cut(ring, nodes):
                flat = tuple(((lon - lon0) * scale_x, (lat0 - lat) * scale_y) for lon, lat in piece)
                arc = min(flat, flat[::-1])
                arcs.setdefault(arc, weigh(arc))
                pieces.append((arc, arc == flat))
            course[code].append(pieces)

    def lay(least: float) -> dict[str, list[list[Point]]]:
        lines = simplify(arcs, least)
        return {
            code: [
                [
                    p
                    for arc, ahead in pieces
                    for p in (lines[arc] if ahead else lines[arc][::-1])[:-1]
                ]
                for pieces in some
            ]
            for code, some in course.items()
        }

    low, high = 0.0, width * width / 400
    if len("".join(draw(ring) for some in lay(low).values() for ring in some)) <= size:
        high = low
    while high - low > 0.05:
        least = (low + high) / 2
        text = "".join(draw(ring) for some in lay(least).values() for ring in some)
        low, high = (low, least) if len(text) <= size else (least, high)
    shapes = lay(high)
    return {
        "viewBox": [0, 0, width, height],
        "projection": {
            "kind": "equirectangular",
            "lon0": lon0,
            "lat0": lat0,
            "scale_x": scale_x,
            "scale_y": scale_y,
        },
        "provenance": provenance,
        "outlines": {code: "".join(map(draw, some)) for code, some in shapes.items()},
        "label_points": {code: innermost(some) for code, some in shapes.items()},
    }


def write(geometry: dict) -> str:
    """The geometry as JSON with a line for each province, so that a changed outline shows."""
    parts = []
    for key, value in geometry.items():
        text = json.dumps(value, ensure_ascii=False)
        if key in ("outlines", "label_points"):
            items = (f"  {json.dumps(code)}: {json.dumps(item)}" for code, item in value.items())
            text = "{\n" + ",\n".join(items) + "\n }"
        parts.append(f" {json.dumps(key)}: {text}")
    return "{\n" + ",\n".join(parts) + "\n}\n"


def main() -> None:
    """Read the arguments, draw, write."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("geojson", type=Path, help="polygons, one feature or more for a province")
    parser.add_argument("output", type=Path, help="content/geometry.json of your site")
    parser.add_argument("--provenance", required=True, help="whose data, under which licence")
    parser.add_argument(
        "--property", default="code", help="that holds the province's code (default: code)"
    )
    parser.add_argument("--only", default="", help="leave out codes that do not begin so: AF-")
    parser.add_argument(
        "--width", type=int, default=1000, help="in the map's own units (default: 1000)"
    )
    parser.add_argument(
        "--margin", type=int, default=4, help="around it, in the same units (default: 4)"
    )
    parser.add_argument(
        "--size", type=int, default=8_000, help="characters for all outlines (default: 8000)"
    )
    args = parser.parse_args()
    try:
        text = args.geojson.read_text(encoding="utf-8")
        rings = provinces_of(text, args.property, args.only)
        geometry = make(
            rings, width=args.width, size=args.size, margin=args.margin, provenance=args.provenance
        )
        total = sum(map(len, geometry["outlines"].values()))
        if total > args.size:
            parser.error(f"the outlines take at least {total} characters")
        args.output.write_text(write(geometry), encoding="utf-8")
    except OSError as problem:
        parser.error(f"{problem.filename}: {problem.strerror}")
    except (GeoJsonError, UnicodeDecodeError) as problem:
        parser.error(f"{args.geojson}: {problem}")
    except (TypeError, IndexError, ValueError, ZeroDivisionError):
        parser.error(
            f"{args.geojson}: a polygon is not a list of rings of at least four [lon, lat]"
        )
    print(f"{args.output}: {len(geometry['outlines'])} outlines, {total} characters")
    print(f"In content/site.yaml: geometry: {args.output.name}")


if __name__ == "__main__":
    main()
