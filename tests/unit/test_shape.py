"""Shapes: what is accepted, what is refused and where, and what editors are told."""

from __future__ import annotations

import pickle

import pytest

from site_gen.dates.edtf import parse as parse_date
from site_gen.diagnostics import Span
from site_gen.parsing.frontmatter import Text, parse_yaml, span_of
from site_gen.parsing.shape import (
    BOOL,
    DATE,
    DATE_TEXT,
    INT,
    NUMBER,
    TEXT,
    URL,
    Choice,
    Either,
    Field,
    List,
    Map,
    Number,
    Pattern,
    Record,
    Shape,
    json_schema,
    one_or_more,
    read,
)

INNER = Shape(name="inner", fields=(Field("name", TEXT, required=True), Field("on", BOOL)))
SHAPE = Shape(
    name="all",
    fields=(
        Field("title", TEXT),
        Field("flag", BOOL),
        Field("count", INT),
        Field("share", Number(least=0, most=100)),
        Field("when", DATE),
        Field("got", DATE_TEXT),
        Field("url", URL, nullable=True),
        Field("order", Choice("newest", "oldest")),
        Field("code", Pattern("[a-z]{2}", "two letters", "write af")),
        Field("tags", List(TEXT)),
        Field("some", one_or_more(TEXT)),
        Field("names", Map(TEXT)),
        Field("inner", Record(INNER)),
        Field("value", Either(NUMBER, List(NUMBER, least=2, most=2))),
        Field("sources", List(Either(TEXT, Record(INNER)))),
    ),
)


def check(text, shape=SHAPE):
    node, found = parse_yaml(text, "x.md")
    assert found == []
    return read(node, shape, "x.md")


def one(text, shape=SHAPE):
    values, found = check(text, shape)
    assert len(found) == 1, found
    return values, found[0]


@pytest.mark.parametrize(
    ("text", "key", "value"),
    [
        ("title: 1984", "title", "1984"),
        ("title: no", "title", "no"),
        ("title: '  null '", "title", "null"),
        ("title: |\n  a\n  b\n", "title", "a\nb"),
        ("flag: true", "flag", True),
        ("flag: false", "flag", False),
        ("count: -12", "count", -12),
        ("share: 12.5", "share", 12.5),
        ("share: 0", "share", 0),
        ("when: 2021-06~", "when", parse_date("2021-06~")),
        ("got: 2021-06-22", "got", "2021-06-22"),
        ("url: https://example.org/a?b=c#d", "url", "https://example.org/a?b=c#d"),
        ("url: http://[2001:db8::1]:8080", "url", "http://[2001:db8::1]:8080"),
        ("url: https://تجربة.example/مسار", "url", "https://تجربة.example/مسار"),
        ("url: null", "url", None),
        ("url:", "url", None),
        ("order: oldest", "order", "oldest"),
        ("code: af", "code", "af"),
        ("tags: []", "tags", ()),
        ("tags: [a, 2021, no]", "tags", ("a", "2021", "no")),
        ("names: {fa: x, no: y}", "names", {"fa": "x", "no": "y"}),
        ("inner: {name: a}", "inner", {"name": "a"}),
        ("value: 20", "value", 20),
        ("value: [20, 30.5]", "value", (20, 30.5)),
        ("sources: [a, {name: b}]", "sources", ("a", {"name": "b"})),
    ],
)
def test_a_good_value_is_read(text, key, value):
    values, found = check(text)
    assert found == []
    assert values == {key: value}
    assert type(values[key]) in (type(value), Text) or isinstance(value, dict)


@pytest.mark.parametrize(
    ("text", "code", "col", "says"),
    [
        ("titel: x", "key.unknown", 1, "did you mean “title”?"),
        ("zzz: x", "key.unknown", 1, "known here: code, count"),
        ("title: [a]", "type.wrong", 8, "expected text, found a list"),
        ("title: {a: b}", "type.wrong", 8, "expected text, found `key: value` lines"),
        ("title:", "value.empty", 7, "remove the key"),
        ("title: ' '", "value.empty", 8, "“title” is empty"),
        ("flag: yes", "type.wrong", 7, "write true"),
        ("flag: 'no'", "type.wrong", 7, "write false without quotation marks"),
        ("flag: perhaps", "type.wrong", 7, "expected true or false, found “perhaps”"),
        ("flag: [true]", "type.wrong", 7, "found a list"),
        ("count: 1.5", "value.number", 8, "not a whole number"),
        ("count: '7'", "value.number", 8, "write it without quotation marks"),
        ("count: 007", "value.number", 8, "“007”"),
        ("count: 1e3", "value.number", 8, "“1e3”"),
        ("count: 12_000", "value.number", 8, "write 12000"),
        ("count: " + "9" * 5000, "value.number", 8, "…"),
        ("share: 1,200", "value.number", 8, "write 1200, without separators"),
        ("share: 101", "value.number", 8, "a number from 0 to 100"),
        ("share: .nan", "value.number", 8, "“.nan”"),
        ("count: [1]", "type.wrong", 8, "expected a whole number"),
        ("when: 2021-02-30", "date.invalid", 7, "2021-02-30"),
        ("when: [2021]", "type.wrong", 7, "expected a date"),
        ("url: ftp://example.org", "url.invalid", 6, "begins with http"),
        ("url: 'javascript:alert(1)'", "url.invalid", 6, "begins with http"),
        ("url: https://", "url.invalid", 6, "begins with http"),
        ("url: https://a:b@example.org/", "url.invalid", 6, "no user name"),
        ("url: https://a@example.org/", "url.invalid", 6, "no user name"),
        ("url: https://example.org/a b", "url.invalid", 6, "no spaces"),
        ('url: "https://example.org/a\\u202Eb"', "url.invalid", 6, "begins with http"),
        ('url: "https://example.org/\\"onload"', "url.invalid", 6, "begins with http"),
        ("url: https://example.org\\@evil.example", "url.invalid", 6, "begins with http"),
        ("order: oldes", "value.choice", 8, "did you mean “oldest”?"),
        ("order: 7", "value.choice", 8, "one of newest, oldest"),
        ("code: afg", "value.form", 7, "write af"),
        ("tags: a, b", "type.wrong", 7, "write tags: [a, b]"),
        ("some: []", "value.empty", 7, "must not be empty"),
        ("some:", "value.empty", 6, "“some” is empty"),
        ("tags: [a, ~]", "value.empty", 11, "an item is empty"),
        ("names: [a]", "type.wrong", 8, "expected `key: value` lines, found a list"),
        ("names: {fa: ~}", "value.empty", 13, "“fa” is empty"),
        ("inner: a", "type.wrong", 8, "expected a mapping (inner), found “a”"),
        ("inner: {on: true}", "key.missing", 8, "“name” is missing"),
        ("inner: {nmae: x}", "key.unknown", 9, "did you mean “name”?"),
        ("value: [1]", "type.wrong", 8, "expected a list of 2, found 1"),
        ("value: [1, 2, 3]", "type.wrong", 8, "expected a list of 2, found 3"),
        ("value: {a: 1}", "type.wrong", 8, "expected a number or a list of 2"),
        ("value: [1, x]", "value.number", 12, "“x” is not a number"),
    ],
)
def test_a_bad_value_is_pointed_at(text, code, col, says):
    values, found = check(text)
    assert [(d.code, d.span) for d in found] == [(code, Span(path="x.md", line=1, col=col))]
    assert says in str(found[0])
    assert text.partition(":")[0] not in values or isinstance(
        values[text.partition(":")[0]], (dict, tuple)
    )


def test_no_mistake_hides_another():
    text = (
        "titel: a\nflag: yes\ncount: x\nwhen: 2021-13\nurl: a\ntags: b\n"
        "inner: {on: x, off: y}\nsources:\n  - {name: []}\n  - []\n  - {name: good}\n"
    )
    values, found = check(text)
    assert [(d.code, d.span.line) for d in sorted(found, key=lambda d: d.sort_key)] == [
        ("key.unknown", 1),
        ("type.wrong", 2),
        ("value.number", 3),
        ("date.invalid", 4),
        ("url.invalid", 5),
        ("type.wrong", 6),
        ("key.missing", 7),
        ("type.wrong", 7),
        ("key.unknown", 7),
        ("type.wrong", 9),
        ("type.wrong", 10),
    ]
    assert values["sources"] == ({}, {"name": "good"})


def test_a_required_key_is_missed_at_the_mapping():
    shape = Shape(
        name="s",
        fields=(Field("a", TEXT, required=True), Field("b", URL, required=True, nullable=True)),
    )
    _, found = check("{}", shape)
    assert [(d.code, d.span.line, d.span.col) for d in found] == [("key.missing", 1, 1)] * 2
    assert "write `b: null`" in found[1].hint
    assert [d.code for d in check("", shape)[1]] == ["key.missing"] * 2


def test_a_misspelt_required_key_is_not_missing_as_well():
    shape = Shape(name="s", fields=(Field("title", TEXT, required=True),))
    assert one("titel: x", shape)[1].code == "key.unknown"


def test_one_of_a_group_is_required():
    shape = Shape(
        name="s", fields=(Field("says", TEXT), Field("quote", TEXT)), one_of=(("says", "quote"),)
    )
    assert check("says: x", shape)[1] == []
    assert check("says: x\nquote: y", shape)[1] == []
    assert "one of “says” and “quote”" in one("{}", shape)[1].message


@pytest.mark.parametrize("text", ["- a\n", "a\n", "'a'\n"])
def test_a_document_that_is_no_mapping(text):
    values, found = one(text)
    assert (found.code, values) == ("type.wrong", {})


def test_nothing_is_said_about_what_yaml_could_not_read():
    values, found = read(None, SHAPE, "x.md")
    assert (values, found) == ({}, [])
    shape = Shape(name="s", fields=(Field("a", INT, required=True),))
    node, found = parse_yaml("a: *b\n", "x.md")
    assert [d.code for d in found] == ["yaml.alias"]
    assert read(node, shape, "x.md") == ({}, [])


def test_every_value_can_be_pointed_at():
    values, _ = check("title: '  a'\nwhen: 2021\ntags: [x, y]\ninner:\n  name: n\n")
    assert span_of(values["title"], "x.md") == Span(path="x.md", line=1, col=8)
    assert values.span("x.md", "when") == Span(path="x.md", line=2, col=7)
    assert span_of(values["tags"][1], "x.md") == Span(path="x.md", line=3, col=11)
    assert span_of(values["inner"], "x.md") == Span(path="x.md", line=5, col=3)
    assert values["inner"].span("x.md") == Span(path="x.md", line=5, col=3)
    assert values.span("x.md", "absent") == Span(path="x.md")


def test_dates_of_equal_text_carry_no_place():
    values, _ = check("when: 2021-06-22\n")
    assert type(values["when"].edtf) is str


def test_values_survive_the_way_to_another_process():
    values, _ = check("title: a\ninner: {name: b}\nwhen: 2021\n")
    again = pickle.loads(pickle.dumps(values))
    assert again == values
    assert again["inner"].span("x.md", "name") == values["inner"].span("x.md", "name")


def test_kinds_that_cannot_be_told_apart_are_refused():
    with pytest.raises(ValueError, match="told apart"):
        Either(TEXT, NUMBER)


def test_the_schema_says_the_same():
    schema = json_schema(SHAPE, "all.schema.json", "All")
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert (schema["$id"], schema["title"]) == ("all.schema.json", "All")
    assert schema["additionalProperties"] is False
    assert schema["properties"]["order"] == {"enum": ["newest", "oldest"]}
    assert schema["properties"]["inner"] == {"$ref": "#/$defs/inner"}
    assert schema["$defs"]["inner"]["required"] == ["name"]
    assert schema["properties"]["url"]["anyOf"][1] == {"type": "null"}
