"""From the values of `provinces.yaml` to a gazetteer, and what is wrong with it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from msgspec.structs import replace

from site_gen.diagnostics import Span, did_you_mean, error
from site_gen.parsing.gazetteer.folding import key
from site_gen.parsing.gazetteer.records import Gazetteer, Place, Province
from site_gen.parsing.shape import Values
from site_gen.slug import slugify

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from site_gen.diagnostics import Diagnostic
    from site_gen.parsing.gazetteer.records import Names


def read_gazetteer(values: Values, path: str) -> tuple[Gazetteer, tuple[Diagnostic, ...]]:
    """A gazetteer from what was read of `provinces.yaml`.

    Args:
        values: of the shape `schema.PROVINCES`.
        path: of the file, for diagnostics.

    Returns:
        The gazetteer, without what is wrong, and the diagnostics in the order of the file.
    """
    return _Reader(path).read(values)


class _Reader:
    """Collects provinces, places and diagnostics of one file."""

    def __init__(self, path: str) -> None:
        self.path = path
        self.found: list[Diagnostic] = []
        self.provinces: list[Province] = []
        self.places: list[Place] = []
        self.keys: dict[str, tuple[Province, str]] = {}
        self.slugs: dict[str, str] = {}

    def read(self, values: Values) -> tuple[Gazetteer, tuple[Diagnostic, ...]]:
        country = values.get("country", {})
        records: tuple[Values, ...] = values.get("provinces", ())
        for record in records:
            self.read_province(record)
        self.check_neighbours(records)
        gazetteer = Gazetteer(
            country=str(country.get("name", "")),
            country_code=str(country.get("code", "")),
            provinces=tuple(self.provinces),
            places=tuple(self.places),
        )
        return gazetteer, tuple(sorted(self.found, key=lambda found: found.sort_key))

    def at(self, *values: object) -> Span:
        """Where the first of `values` that knows its place stands."""
        for value in values:
            if (line := getattr(value, "line", None)) is not None:
                return Span(path=self.path, line=line, col=getattr(value, "col", 1))
        return Span(path=self.path)

    def read_province(self, record: Values) -> None:
        code, name = record["code"], record["name"]
        province = Province(
            code=str(code),
            name=str(name),
            slug=slugify(record.get("slug", name)),
            aliases=_texts(record.get("aliases")),
            names=_names(record.get("names")),
            borders=_texts(record.get("borders")),
            neighbours=_texts(record.get("neighbours")),
        )
        before = len(self.found)
        for text in (code, *_given_names(record)):
            other, spelling = self.keys.setdefault(key(text), (province, str(text)))
            if other is not province:
                self.duplicate(
                    f"“{text}” stands for two provinces: {other.name} has “{spelling}”", text, name
                )
        owner = self.slugs.setdefault(province.slug, str(name))
        if len(self.found) == before and owner != name:
            self.duplicate(
                f"{name} and {owner} have one address, “{province.slug}”",
                record.get("slug"),
                name,
                hint="give one of them a `slug`",
            )
        lat, lon = self.position(record)
        capital, places = self.read_places(record, province)
        if capital and lat is None:
            lat, lon = capital.lat, capital.lon
        self.places += places
        self.provinces.append(
            replace(province, capital=capital.id if capital else "", lat=lat, lon=lon)
        )

    def read_places(self, record: Values, province: Province) -> tuple[Place | None, list[Place]]:
        """The capital, if any, and all places of a province, the capital first."""
        given = record.get("capital")
        items: list[Values] = list(record.get("places", ()))
        if isinstance(given, Values):
            items.insert(0, given)
        places: list[Place] = []
        owners: dict[tuple[str, str], str] = {}
        for item in items:
            place = self.read_place(item, province, {place.id for place in places})
            if self.is_new(item, place, owners, province):
                places.append(place)
        if not isinstance(given, str):
            return (places[0] if given else None), places
        named = [place for place in places if key(given) in map(key, place.spellings)]
        if not named:
            self.found.append(
                error(
                    "gazetteer.capital",
                    f"the capital of {province.name}, “{given}”, is not among its places",
                    self.at(given, record["name"]),
                    did_you_mean(given, (place.name for place in places))
                    or "list it under `places`, or write it here as a mapping",
                )
            )
            return None, places
        places.remove(named[0])
        return named[0], [named[0], *places]

    def read_place(self, item: Values, province: Province, ids: set[str]) -> Place:
        name, kind = str(item["name"]), str(item.get("kind", "city"))
        ident = f"{province.slug}/{slugify(name)}"
        if ident in ids:  # Kunduz the city and Kunduz the district
            ident += f"-{slugify(kind)}"
        lat, lon = self.position(item)
        return Place(
            id=ident,
            name=name,
            kind=kind,
            province=province.code,
            aliases=_texts(item.get("aliases")),
            names=_names(item.get("names")),
            lat=lat,
            lon=lon,
            note=str(item.get("note", "")),
        )

    def is_new(
        self,
        item: Values,
        place: Place,
        owners: dict[tuple[str, str], str],
        province: Province,
    ) -> bool:
        """Whether no other place of its kind in the province has one of its names."""
        for text in _given_names(item):
            if owners.setdefault((place.kind, key(text)), place.id) != place.id:
                self.duplicate(
                    f"{province.name} has two places ({place.kind}) of the name “{text}”",
                    text,
                    item["name"],
                )
                return False
        return True

    def position(self, record: Values) -> tuple[float | None, float | None]:
        """Latitude and longitude in degrees, or neither."""
        given = {key: record.get(key) for key in ("lat", "lon") if key in record.nodes}
        sound = len(given) == 2
        if len(given) == 1:
            (have,) = given
            lack = "lon" if have == "lat" else "lat"
            self.bad_position(record, have, f"{record['name']} has `{have}` without `{lack}`")
        for axis, value in given.items():
            limit = 90 if axis == "lat" else 180
            if value is None:  # it is no number, which has been reported
                sound = False
            elif abs(value) > limit:
                self.bad_position(
                    record, axis, f"`{axis}: {value}` is not from -{limit} to {limit}"
                )
                sound = False
        return (float(record["lat"]), float(record["lon"])) if sound else (None, None)

    def bad_position(self, record: Values, key: str, message: str) -> None:
        span = record.span(self.path, key)
        self.found.append(error("gazetteer.position", message, span))

    def duplicate(self, message: str, *at: object, hint: str = "") -> None:
        self.found.append(error("gazetteer.duplicate", message, self.at(*at), hint))

    def check_neighbours(self, records: Iterable[Values]) -> None:
        """Every neighbour exists and lists the province in turn; the others are dropped."""
        listed = {province.code: province.neighbours for province in self.provinces}
        for record in records:
            code = str(record["code"])
            for other in record.get("neighbours", ()):
                if other not in listed:
                    message = f"{record['name']} lists an unknown neighbour, “{other}”"
                    hint = did_you_mean(str(other), listed)
                elif other == code:
                    message, hint = f"{record['name']} lists itself as a neighbour", ""
                elif code not in listed[str(other)]:
                    message = f"{code} lists {other} as a neighbour, but {other} does not list it"
                    hint = "borders go both ways: add it there, or remove it here"
                else:
                    continue
                self.found.append(
                    error("gazetteer.neighbour", message, self.at(other, record["name"]), hint)
                )
        self.provinces = [
            replace(
                province,
                neighbours=tuple(
                    other
                    for other in province.neighbours
                    if other != province.code and province.code in listed.get(other, ())
                ),
            )
            for province in self.provinces
        ]


def _given_names(record: Values) -> tuple[Any, ...]:
    """Name, aliases and native names as the file gives them, with their line marks."""
    return (
        record["name"],
        *record.get("aliases", ()),
        *record.get("names", {}).values(),
    )


def _texts(values: Iterable[object] | None) -> tuple[str, ...]:
    return tuple(str(value) for value in values or ())


def _names(names: Mapping[str, object] | None) -> Names:
    return tuple((str(lang), str(text)) for lang, text in (names or {}).items())
