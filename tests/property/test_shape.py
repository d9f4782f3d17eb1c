"""What `read` accepts, the JSON Schema accepts; and nothing makes `read` trip."""

from __future__ import annotations

import re
from functools import cache

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from site_gen.parsing import schema
from site_gen.parsing.frontmatter import Broken, Mapping, Sequence, Text
from site_gen.parsing.shape import Either, Field, List, Map, Record, Shape, json_schema, read

SHAPES = {**schema.SHAPES, "inline_source": schema.INLINE_SOURCE, "claim": schema.CLAIM}

VALIDATORS = {
    name: Draft202012Validator(json_schema(shape, f"{name}.schema.json", name))
    for name, shape in SHAPES.items()
}

TEXTS = [
    "a", "a b", "true", "True", "no", "null", "~", "", " ", "0", "-1", "+1", "007", "0x1F", "0o17",
    "1.5", "1e3", ".5", "5.", ".inf", ".NaN", "1_000", "12:30", "2021", "2021-07", "2021-07-08",
    "2021-06-21/2021-06-23", "../2021-06~", "2021-06-22?/", "202X", "2021-XX-XX%", " 2021 ", "2021-13",
    "https://example.org/a?b#c", "http://[::1]:80", "https://é.example/ذ", "https://a b", "ftp://a",
    "https://u@h/", "AF-HER", "AF", "en", "uz-Cyrl", "0" * 64, "af" * 32, "asserts", "contradiction",
    "more than", "person", "newest", "a#b.c", "ذ", "a\nb", "x" * 300, "\xa0", "\u2003x", "\x85x",
]  # fmt: skip
SAMPLES = [Text(text, plain=plain) for text in TEXTS for plain in (True, False)]
SCALARS = st.sampled_from(SAMPLES) | st.builds(
    Text, st.text(max_size=8), st.just(1), st.just(1), plain=st.booleans()
)
NODES = st.recursive(
    SCALARS | st.just(Broken(1, 1)),
    lambda inner: (
        st.lists(inner, max_size=3).map(lambda items: Sequence(tuple(items), 1, 1))
        | st.lists(st.tuples(SCALARS, inner), max_size=3, unique_by=lambda pair: str(pair[0])).map(
            lambda pairs: Mapping(tuple(pairs), 1, 1)
        )
    ),
    max_leaves=4,
)


@cache
def documents(shape):
    """Mostly good documents of a shape."""
    nothing = st.just(Text("null", plain=True))
    values = {
        field.name: nodes(field.kind) | nothing if field.nullable else nodes(field.kind)
        for field in shape.fields
    }

    @st.composite
    def build(draw):
        pairs = [
            (Text(field.name), draw(values[field.name]))
            for field in shape.fields
            if draw(st.integers(0, 9)) < (10 if field.required else 4)
        ]
        if draw(st.integers(0, 39)) == 39:
            pairs.append((Text("another"), draw(SCALARS)))
        return Mapping(tuple(pairs), 1, 1)

    return build()


def nodes(kind):
    """Mostly good values of a kind."""
    if isinstance(kind, Record):
        good = documents(kind.shape)
    elif isinstance(kind, List):
        good = st.lists(nodes(kind.kind), min_size=kind.least, max_size=kind.most or 3).map(
            lambda items: Sequence(tuple(items), 1, 1)
        )
    elif isinstance(kind, Map):
        good = st.lists(
            st.tuples(st.sampled_from(["fa", "no", "2021"]).map(Text), nodes(kind.kind)),
            max_size=2,
            unique_by=lambda pair: str(pair[0]),
        ).map(lambda pairs: Mapping(tuple(pairs), 1, 1))
    elif isinstance(kind, Either):
        good = st.one_of([nodes(each) for each in kind.kinds])
    else:
        good = st.sampled_from([text for text in SAMPLES if not wrong(text, kind)])
    return st.integers(0, 99).flatmap(lambda chance: NODES if chance == 99 else good)


def wrong(text, kind):
    """What is wrong with one scalar."""
    shape = Shape(name="alone", fields=(Field("a", kind),))
    return read(Mapping(((Text("a"), text),), 1, 1), shape, "x.md")[1]


INTEGER = re.compile(r"[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+")
FLOAT = re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?")
INFINITE = re.compile(r"[-+]?\.(inf|Inf|INF)|\.(nan|NaN|NAN)")


def resolved(node):
    """The document as YAML 1.2's core schema (10.3.2) reads it: what an editor checks."""
    if isinstance(node, Mapping):
        return {str(key): resolved(value) for key, value in node.pairs}
    if isinstance(node, Sequence):
        return [resolved(item) for item in node.items]
    assert isinstance(node, Text)
    text = str(node)
    if node.plain:
        if text in ("", "~", "null", "Null", "NULL"):
            return None
        if text in ("true", "True", "TRUE", "false", "False", "FALSE"):
            return text.lower() == "true"
        if INTEGER.fullmatch(text):
            return int(text, 0) if text[:2] in ("0o", "0x") else int(text)
        if FLOAT.fullmatch(text) or INFINITE.fullmatch(text):
            return float(text.replace(".", "", 1) if INFINITE.fullmatch(text) else text)
    return text


def has_broken(node):
    if isinstance(node, Mapping):
        return any(has_broken(value) for _, value in node.pairs)
    if isinstance(node, Sequence):
        return any(has_broken(item) for item in node.items)
    return isinstance(node, Broken)


@pytest.mark.parametrize("name", sorted(SHAPES))
@given(data=st.data())
@settings(
    max_examples=40,
    suppress_health_check=[HealthCheck.filter_too_much, HealthCheck.too_slow],
    deadline=None,
)
def test_what_is_read_is_valid_by_the_schema(name, data):
    shape = SHAPES[name]
    node = data.draw(documents(shape))
    _, found = read(node, shape, "x.md")
    assume(not found and not has_broken(node))
    VALIDATORS[name].validate(resolved(node))


@pytest.mark.parametrize("name", sorted(SHAPES))
@given(node=NODES)
@settings(max_examples=30)
def test_no_tree_makes_it_trip(name, node):
    _, found = read(node, SHAPES[name], "x.md")
    assert all(each.message and each.span.path == "x.md" for each in found)
