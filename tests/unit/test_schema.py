"""The concrete shapes, against the entry format's own examples."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from site_gen.model import Claim, Event, Figure, Source
from site_gen.parsing import schema
from site_gen.parsing.frontmatter import DATA_LIMITS, parse_yaml
from site_gen.parsing.shape import read

ENTRY = """\
title: Crossing reported lost
date: 2021-07-08
provinces: [Herat, AF-BDG]
sources:
  - rferl-1
  - {publisher: An outlet, url: https://example.org/1, published: 2021-07~}
summary: >-
  Two lines,
  one sentence.
tags: [border crossings]
slug: crossing
aliases: [old-address]
draft: false
import:
  questions: [{field: date, reason: two dates in the text}]
"""
EVENT = """\
provinces: []
places: [Islam Qala]
type: Armed clash
actors: [Taliban, Border guards]
sources: [rferl-1]
claims:
  - speaker: An official
    role: customs official
    party: government
    stance: denies
    says: It was not.
    quote: was not
    source: rferl-1
    via: AFP
    to: reporters
    said: 2021-07-08
    origin: Ministry
    id: official
    not_disputed: another day
figures:
  - {series: districts, value: 50, qualifier: more than, of: 370, as_of: 2021-06-22}
  - {series: districts, value: [20, 30], words: dozens, scope: a week, claim: official, source: s}
background: true
date_note: “Thursday”
planned: true
same_as: [other#crossing]
not_disputed: nobody else says
"""
SOURCE = """\
headline: A headline
publisher: null
credits: [A reporter]
agencies: [Reuters]
published: 2021-06-20~
published_note: from the text
url: null
archived: https://archive.example/1
retrieved: 2021-07-09
sha256: 037eabfb2ac78f414fa5590ddc670f2dafe6783effe3a052a24cc786fd56fde6
words: 721
language: en
reworded: by machine
note: a note
quotes: [037eabfb2ac78f414fa5590ddc670f2dafe6783effe3a052a24cc786fd56fde6]
"""
DISPUTE = """\
title: How many
kind: different scope
members: [a#b.c, {ref: d#e, account: Taliban}]
summary: One sentence.
settles: A document.
"""
ACTORS = """\
actors:
  - {name: A B, kind: person, party: taliban, role: spokesman, aliases: [AB], names: {ps: ا}}
  - {name: Officials, slug: officials, note: unnamed}
"""
SITE = """\
title: A chronology
description: Of something.
base_url: https://example.org/repo/
language: en
time_zone: Asia/Kabul
theme: default
gazetteer: provinces.yaml
geometry: geometry.json
order: newest
period: 2021-06-01/2021-07-31
parties: {taliban: {label: Taliban, belligerent: true}, un: {label: United Nations}}
event_types: [Statement]
series: {districts: {title: Districts taken, unit: districts, about: Over any span.}}
eras: [{title: Withdrawal, date: 2021-04-14/..}]
license: CC-BY-4.0
editors: [A. B.]
repository: https://example.org/repo
"""
PROVINCES = """\
country: {name: Afghanistan, code: AF}
provinces:
  - code: AF-HER
    name: Herat
    aliases: [Hirat]
    names: {fa: هرات}
    slug: herat
    lat: 34.3
    lon: 62
    capital: {name: Herat, aliases: [Hirat], names: {fa: هرات}, lat: 34.34, lon: 62.2}
    neighbours: [AF-BDG]
    borders: [Iran]
    places:
      - {name: Islam Qala, kind: crossing, aliases: [Eslam Qaleh], lat: 34.67, lon: 61.07}
      - {name: Kohsan, kind: district, names: {fa: کهسان}, note: a note}
  - {code: AF-BDG, name: Badghis, capital: Qala-e Naw}
"""
PAGE = "title: About\nsummary: What this is.\norder: -1\n"

GOOD = {
    "entry": ENTRY,
    "event": EVENT,
    "source": SOURCE,
    "dispute": DISPUTE,
    "actors": ACTORS,
    "site": SITE,
    "provinces": PROVINCES,
    "page": PAGE,
}


@pytest.mark.parametrize("name", sorted(schema.SHAPES))
def test_every_key_of_the_format_is_read(name):
    node, found = parse_yaml(GOOD[name], "x.yaml", limits=DATA_LIMITS)
    values, wrong = read(node, schema.SHAPES[name], "x.yaml")
    assert [str(d) for d in (*found, *wrong)] == []
    assert set(values) >= {field.name for field in schema.SHAPES[name].fields} - {
        "relative_urls", "cname", "ignore", "max_entry_bytes",
    }  # fmt: skip


def test_a_gazetteer_is_given_whole_records_only():
    text = (
        "provinces:\n  - {name: A}\n  - {code: XX-B, name: B, places: [{name: C}, {kind: town}]}\n"
    )
    node, _ = parse_yaml(text, "x.yaml")
    values, found = read(node, schema.PROVINCES, "x.yaml")
    assert [(d.code, d.span.line) for d in found] == [("key.missing", n) for n in (2, 3, 3)]
    assert values == {"provinces": ({"code": "XX-B", "name": "B", "places": ()},)}


def test_every_key_is_documented():
    pages = [
        Path(__file__).parents[2] / "docs" / name for name in ("entry-format.md", "gazetteer.md")
    ]
    documented = set(re.findall(r"[a-z_0-9]+", "".join(page.read_text() for page in pages)))
    keys = {key for each in every_object(schema.schemas()) for key in each["properties"]}
    assert keys - documented == set()


def every_object(part):
    """All schemas of objects with keys of their own within `part`."""
    if isinstance(part, dict):
        if isinstance(part.get("properties"), dict) and part.get("type") == "object":
            yield part
        part = list(part.values())
    if isinstance(part, list):
        for each in part:
            yield from every_object(each)


@pytest.mark.parametrize(
    ("shape", "model", "made_elsewhere"),
    [
        (schema.SOURCE, Source, {"hash_span", "id", "inline", "span"}),
        (schema.CLAIM, Claim, {"quote_span", "span"}),
        (schema.FIGURE, Figure, {"high", "span"}),
        (
            schema.EVENT,
            Event,
            {"id", "entry", "title", "date", "digest", "part", "same_as_places", "span"},
        ),
    ],
)
def test_shapes_and_model_name_the_same_things(shape, model, made_elsewhere):
    assert set(shape.by_name) == set(model.__struct_fields__) - made_elsewhere


@pytest.mark.parametrize("name", sorted(schema.schemas()))
def test_a_schema_is_one_by_its_metaschema(name):
    made = schema.schemas()[name]
    Draft202012Validator.check_schema(made)
    assert made["$id"] == name
    assert made["title"]
    assert json.loads(json.dumps(made)) == made
