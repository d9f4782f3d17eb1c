"""Bad input: each diagnostic of front matter, YAML and shapes, with its place."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from site_gen.diagnostics import Span
from site_gen.parsing import schema
from site_gen.parsing.frontmatter import DATA_LIMITS, ENTRY_LIMITS, decode, parse_yaml, split
from site_gen.parsing.frontmatter.reading import read_yaml
from site_gen.parsing.frontmatter.tree import Broken, Mapping, Sequence
from site_gen.parsing.shape import read

ROOT = Path(__file__).resolve().parents[2]
MINE = ("date.invalid", "url.", "file.", "frontmatter.", "key.", "type.wrong", "value.", "yaml.")
ELSEWHERE = {"file.missing", "file.outside", "file.unread", "file.unreadable"}

ENTRY = "---\ntitle: T\ndate: 2021-07-08\nprovinces: [Herat]\nsources: [s]\n{}\n---\nBody\n"


def entry(line="", old="", new=""):
    return ENTRY.replace(old, new).replace("{}", line)


# Code → an entry's file, and the line and column of its one mistake.
ENTRIES = {
    "date.invalid": (entry("", "07-08", "02-30"), 3, 7),
    "file.conflict": (entry() + "\n<<<<<<< a\nx\n=======\ny\n>>>>>>> b\n", 10, 1),
    "file.control_character": (entry() + "a\x07b", 9, 2),
    "file.encoding": (entry().encode() + b"na\xefve", 9, 3),
    "file.too_large": (entry() + "x" * 1024 * 1024, 1, 1),
    "frontmatter.missing": ("Body\n", 1, 1),
    "frontmatter.unclosed": ("---\ntitle: T\ndate: 2021\nprovinces: [H]\nsources: [s]\n", 1, 1),
    "key.missing": (entry("", "title: T", "tags: []"), 2, 1),
    "key.unknown": (entry("sumary: x"), 6, 1),
    "type.wrong": (entry("tags: x"), 6, 7),
    "url.invalid": (entry("", "[s]", "[{url: 'ftp://x'}]"), 5, 17),
    "value.empty": (entry("summary:"), 6, 9),
    "yaml.alias": (entry("summary: *x"), 6, 10),
    "yaml.anchor": (entry("summary: &x y"), 6, 10),
    "yaml.character": (entry("summary: a\u2028b"), 6, 11),
    "yaml.depth": (entry(f"import: {'[' * 20}{']' * 20}"), 6, 28),
    "yaml.duplicate_key": (entry("Title: T"), 6, 1),
    "yaml.key": (entry("? [a]\n: b"), 6, 3),
    "yaml.merge": (entry("<<: {tags: []}"), 6, 1),
    "yaml.nodes": (entry(f"tags: [{'a,' * 5000}]"), 6, 9982),
    "yaml.syntax": (entry("summary: a: b"), 6, 11),
    "yaml.tag": (entry("summary: !!python/name:os.system x"), 6, 10),
    "yaml.too_large": (entry(f"summary: {'x' * 64 * 1024}"), 2, 1),
}
# Code → other YAML, its shape, and the line and column of the mistake.
DATA = {
    "value.choice": ("title: T\nkind: contradicton\nmembers: [a#b]\n", schema.DISPUTE, 2, 7),
    "value.form": ("publisher: P\nurl: null\nheadline: H\nsha256: abc\n", schema.SOURCE, 4, 9),
    "value.number": ("publisher: P\nurl: null\nheadline: H\nwords: many\n", schema.SOURCE, 4, 8),
    "yaml.documents": ("title: T\n---\ntitle: T\n", schema.PAGE, 2, 1),
}


@pytest.mark.parametrize("code", sorted(ENTRIES))
def test_a_bad_entry_gives_its_diagnostic(code):
    raw, line, col = ENTRIES[code]
    text, found = decode(raw if isinstance(raw, bytes) else raw.encode(), "x.md")
    if text:
        parts, more = split(text, "x.md")
        found += more
        if parts.front:
            node, more = parse_yaml(parts.front, "x.md", parts.front_line)
            found += [*more, *read(node, schema.ENTRY, "x.md")[1]]
    if code == "yaml.depth":  # nested lists are not what belongs under `import`, either
        assert found.pop().code == "type.wrong"
    assert [(d.code, d.span, d.severity) for d in found] == [
        (code, Span(path="x.md", line=line, col=col), "error")
    ]


@pytest.mark.parametrize("code", sorted(DATA))
def test_bad_data_gives_its_diagnostic(code):
    text, shape, line, col = DATA[code]
    node, found = parse_yaml(text, "x.yaml")
    found += read(node, shape, "x.yaml")[1]
    assert [(d.code, d.span) for d in found] == [(code, Span(path="x.yaml", line=line, col=col))]


def test_every_code_has_a_case_and_every_case_is_documented():
    table = re.findall(r"^\| `([^`]+)`", (ROOT / "docs/diagnostics.md").read_text(), re.MULTILINE)
    assert table == sorted(table)
    assert {code for code in table if code.startswith(MINE)} - ELSEWHERE == {*ENTRIES, *DATA}


def plain(node):
    if isinstance(node, Mapping):
        return {str(key): plain(value) for key, value in node.pairs}
    if isinstance(node, Sequence):
        return [plain(item) for item in node.items]
    return ... if isinstance(node, Broken) else str(node)


# YAML, line and column, part of what is said, what is read all the same (`...`: broken).
SYNTAX = [
    ("a:\n\tb: c\nd: e", 2, 1, "a tab stands where YAML needs spaces", {"a": ..., "d": "e"}),
    ("a:\n  - b\n\t- c\nd: e", 3, 1, "indent with spaces", {"a": ["b"], "d": "e"}),
    ("a: b: c\nd: e", 1, 5, 'quotation marks: a: "…"', {"a": ..., "d": "e"}),
    ("a: b\n  word: c\nd: e", 2, 3, "same column", {"a": "b", "word": "c", "d": "e"}),
    ("a: b\n  two words: c\nd: e", 2, 12, "has a colon in it", {"a": ..., "d": "e"}),
    ("a:b\nd: e", 1, 3, "write a: b", {"a": ..., "d": "e"}),
    ("d: e\na:b\nf: g", 2, 3, "a space is missing after “a:”", {"d": "e", "a": ..., "f": "g"}),
    ("d: e\na:b", 2, 3, "a space is missing after “a:”", {"d": "e", "a": ...}),
    ("d: e\nword\nf: g", 2, 1, "expected `key: value`, found “word”", {"d": "e", "f": "g"}),
    ('a: "b\nd: e', 1, 4, 'mark " that opens here is not closed', {"a": ..., "d": "e"}),
    ("a: 'b\nd: 'e'", 1, 4, "mark ' that opens here is not closed", {"a": ..., "d": "e"}),
    ("a: 'It's b'\nd: e", 1, 8, "write '' for an apostrophe", {"a": ..., "d": "e"}),
    ('a: "b "c" d"\nd: e', 1, 8, 'write \\" for a quotation mark', {"a": ..., "d": "e"}),
    ('a: "\\q"\nd: e', 1, 5, "`\\q` stands for no character", {"a": ..., "d": "e"}),
    ('a: "\\UFFFFFFFF"\nd: e', 1, 5, "stands for no character", {"a": ..., "d": "e"}),
    ("a: [b, c\nd: e", 1, 4, "the bracket [ that opens here is not closed", {"a": ..., "d": "e"}),
    ("a: {b: c\nd: e", 1, 4, "the bracket { that opens here is not closed", {"a": ..., "d": "e"}),
    (
        "d: e\na: [b,",
        2,
        4,
        "[ that opens here is not closed; hint: close it with ]",
        {"d": "e", "a": ...},
    ),
    ("d: e\na:\n  {b: ", 3, 3, "{ that opens here is not closed", {"d": "e", "a": ...}),
    ("a: {b: ['[', c, # {\nd: ", 1, 8, "[ that opens here is not closed", {"a": ..., "d": ""}),
    ("a: [b, c}\nd: e", 1, 9, "a comma or ] is missing", {"a": ..., "d": "e"}),
    ("a: [b] c\nd: e", 1, 8, "something follows the closing bracket", {"a": ..., "d": "e"}),
    ("a: @b\nd: e", 1, 4, "cannot begin with “@”", {"a": ..., "d": "e"}),
    ("a: `b`\nd: e", 1, 4, "cannot begin with “`”", {"a": ..., "d": "e"}),
    ("a: %b\nd: e", 1, 4, "cannot begin with “%”", {"a": ..., "d": "e"}),
    ("a: *b* c\nd: e", 1, 4, "cannot begin with “*”", {"a": ..., "d": "e"}),
    ("a: & b\nd: e", 1, 4, "cannot begin with “&”", {"a": ..., "d": "e"}),
    ("a: !b! c\nd: e", 1, 4, "cannot begin with “!”", {"a": ..., "d": "e"}),
    ("a: , b\nd: e", 1, 4, "cannot begin with “,”", {"a": ..., "d": "e"}),
    ("a: ? b\nd: e", 1, 4, "cannot begin with “?”", {"a": ..., "d": "e"}),
    ("a: - b\nd: e", 1, 4, "a list item cannot begin here", {"a": ..., "d": "e"}),
    ("a: > b\n  c\nd: e", 1, 6, "text cannot follow “>”", {"a": ..., "d": "e"}),
    ("a: |x\n  c\nd: e", 1, 5, "text cannot follow “|”", {"a": ..., "d": "e"}),
    ("  a: b\nd: e", 2, 1, "begin all keys in the same column", {"a": "b", "d": "e"}),
    ("a:\n  - b\n - c\nd: e", 3, 2, "not indented like", {"a": ["b", "c"], "d": "e"}),
    ("a:\n  - b: c\n   d: e", 3, 4, "not indented like", {"a": [{"b": "c", "d": "e"}]}),
    ("a: b\n... c", 2, 1, "ends the document", {"a": "b"}),
    ("- a\n- b: c: d\n- e", 2, 7, "has a colon in it", ["a", {"b": ...}, "e"]),
    ("- a\n- [b\n- c", 2, 3, "is not closed", ["a", ..., "c"]),
    ("a:\n- b\n- c: d: e\nf: g", 3, 7, "has a colon", {"a": ["b", {"c": ...}], "f": "g"}),
    ("a: [\n  b,\n  c\n]\nd: e: f", 5, 5, "has a colon in it", {"a": ["b", "c"], "d": ...}),
    ("# x: y: z\na: b # c: d: e\nd: e: f", 3, 5, "has a colon", {"a": "b", "d": ...}),
    ("'a b': c: d\ne: f", 1, 9, "a colon", {"a b": ..., "e": "f"}),
    ("a" * 1100 + ": b\nd: e", 1, 1101, "a colon", {"a" * 1100: ..., "d": "e"}),
]


@pytest.mark.parametrize("pure", [False, True], ids=["c", "pure"])
@pytest.mark.parametrize(("text", "line", "col", "says", "rest"), SYNTAX)
def test_a_syntax_error_is_explained_and_the_rest_is_read(text, line, col, says, rest, pure):
    node, found = read_yaml(text, Span(path="x.md"), ENTRY_LIMITS, pure=pure)
    assert [(d.code, d.span.line, d.span.col) for d in found] == [("yaml.syntax", line, col)]
    assert says in str(found[0])
    assert plain(node) == rest


def test_all_mistakes_are_found_at_every_depth():
    text = 'a: x: y\nb:\n  - c: d: e\n    f: "g\n  - h: i\n    j:k\n  - [l\nm: &n o\nm: p\n'
    node, found = parse_yaml(text, "x.md", 11, 3)
    assert [(d.code, d.span.line, d.span.col) for d in sorted(found, key=lambda d: d.sort_key)] == [
        ("yaml.syntax", 11, 7),
        ("yaml.syntax", 13, 11),
        ("yaml.syntax", 14, 10),
        ("yaml.syntax", 16, 9),
        ("yaml.syntax", 17, 7),
        ("yaml.anchor", 18, 6),
        ("yaml.duplicate_key", 19, 3),
    ]
    assert plain(node) == {
        "a": ...,
        "b": [{"c": ..., "f": ...}, {"h": "i", "j": ...}, ...],
        "m": "o",
    }


def test_what_is_no_yaml_at_all_does_not_flood():
    node, found = parse_yaml("Lorem ipsum dolor.\nSit amet: consectetur: x\n" * 100, "x.md")
    assert len(found) == 21
    assert "the rest is not read" in found[-1].message
    assert read(node, schema.ENTRY, "x.md") == ({}, [])


def test_the_first_of_two_equal_keys_is_kept_and_shown():
    node, found = parse_yaml("caf\u00e9: 1\nb: 2\nCafe\u0301: 3\n", "x.md")
    assert [d.code for d in found] == ["yaml.duplicate_key"]
    assert found[0].related[0][0] == Span(path="x.md", line=1, col=1)
    assert plain(node) == {"caf\u00e9": "1", "b": "2"}


HOSTILE = {
    "brackets": "[" * 30_000,
    "braces": "{" * 30_000,
    "both": "[{" * 15_000,
    "questions": "{? " * 10_000,
    "dashes": "- " * 30_000,
    "keys": "? " * 30_000,
    "tags and brackets": "!a [" * 8_000,
    "quoted brackets": "a: '" + "[" * 30_000 + "'",
    "deeper and deeper": "\n".join(" " * n + "a:" for n in range(350)),
    "deeper and deeper, then wrong": "\n".join(" " * n + "a:" for n in range(350)) + " b: c: d",
    "aliases": "a: &a [x]\n" + "".join(f"b{n}: [*a, *a, *a]\n" for n in range(2_000)),
    "merges": "a: &a {x: y}\n" + "".join(f"b{n}:\n  <<: [*a, *a]\n" for n in range(2_000)),
    "wrong lines": "a: b: c\n" * 8_000,
    "wrong line at the end": "k: v\n" * 12_000 + "a: b: c\n",
    "different keys": "".join(f"k{n}: v\n" for n in range(6_000)) + "a: b: c\n",
    "open quotation mark": 'a: "' + "b\n" * 30_000,
    "plain lines": "a: b\n" + " c\n" * 20_000 + " d: e\n",
    "commas": "[" + "," * 60_000,
    "escapes": 'a: "' + "\\u0000" * 10_000 + '"',
    "line ends": "a:" + "\n" * 60_000 + "b: c: d",
    "separators": "a: " + "\u2028" * 20_000,
    "colons": ":" * 60_000,
    "long line": "a: " + "b " * 30_000 + ": c",
    "documents": "---\n" * 15_000,
    "tabs": "a:\n" + "\t\n" * 30_000 + "\tb: c\n",
}


@pytest.mark.parametrize("pure", [False, True], ids=["c", "pure"])
@pytest.mark.parametrize("name", sorted(HOSTILE))
def test_hostile_yaml_is_refused_quickly(name, pure, processor_seconds):
    with processor_seconds(at_most=5 if pure else 1):
        _, found = read_yaml(HOSTILE[name], Span(path="x.md"), ENTRY_LIMITS, pure=pure)
    assert found or name == "quoted brackets"
    assert len(found) < 6_500


def test_a_data_file_may_hold_more_than_an_entry():
    text = "places:\n" + "".join(f"  - {{name: Place {n}, kind: town}}\n" for n in range(3_000))
    assert [d.code for d in parse_yaml(text, "x.yaml")[1]] == ["yaml.too_large"]
    assert parse_yaml(text, "x.yaml", limits=DATA_LIMITS)[1] == []
