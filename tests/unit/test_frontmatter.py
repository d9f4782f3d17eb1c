"""From bytes to a tree: what is read, where it stands, and what is refused."""

from __future__ import annotations

import pickle

import pytest

from site_gen.diagnostics import Span
from site_gen.parsing.frontmatter import (
    Broken,
    Mapping,
    Sequence,
    Text,
    as_bool,
    decode,
    is_null,
    parse_yaml,
    span_of,
    split,
)


def plain(node):
    """The tree without its marks."""
    if isinstance(node, Mapping):
        return {str(key): plain(value) for key, value in node.pairs}
    if isinstance(node, Sequence):
        return [plain(item) for item in node.items]
    return "<broken>" if isinstance(node, Broken) else str(node)


def places(found):
    return [(d.code, d.span.line, d.span.col) for d in found]


class TestDecode:
    def test_a_byte_order_mark_and_foreign_line_ends_are_dropped(self):
        assert decode(b"\xef\xbb\xbfa\r\nb\rc\n", "x.md") == ("a\nb\nc\n", [])

    def test_a_bad_byte_is_named_with_line_and_column_and_the_rest_is_kept(self):
        text, found = decode(b"\xef\xbb\xbfab\r\n\xc3\xa9 \xff!\n", "x.md")
        assert text == "ab\né \ufffd!\n"
        assert places(found) == [("file.encoding", 2, 3)]
        assert "0xFF" in found[0].message

    @pytest.mark.parametrize("codec", ["utf-16-le", "utf-16-be"])
    def test_utf_16_is_recognised(self, codec):
        raw = "\ufeff---\n".encode(codec)
        text, found = decode(raw, "x.md")
        assert text == ""
        assert places(found) == [("file.encoding", 1, 1)]
        assert "UTF-16" in found[0].message

    def test_a_file_at_the_limit_is_read_and_one_above_is_not(self):
        assert decode(b"abc", "x.md", limit=3) == ("abc", [])
        text, found = decode(b"abcd", "x.md", limit=3)
        assert text == ""
        assert places(found) == [("file.too_large", 1, 1)]

    def test_control_characters_are_named_and_replaced(self):
        text, found = decode("a\x00b\n \x92\t".encode(), "x.md")
        assert text == "a\ufffdb\n \ufffd\t"
        assert places(found) == [
            ("file.control_character", 1, 2),
            ("file.control_character", 2, 2),
        ]
        assert "Windows-1252" in found[1].hint

    def test_a_binary_file_does_not_flood(self):
        _, found = decode(b"\x00" * 1000, "x.md")
        assert len(found) == 10
        assert "990 more" in found[-1].hint

    def test_letters_beyond_ascii_are_no_control_characters(self):
        text = "£ é “x” ذبیح الله مجاهد"
        assert decode(text.encode(), "x.md") == (text, [])


class TestSplit:
    def test_both_parts_know_their_lines(self):
        parts, found = split("---\na: b\n---\n\nBody\n", "x.md")
        assert found == []
        assert (parts.front, parts.front_line) == ("a: b\n", 2)
        assert (parts.body, parts.body_line) == ("\nBody\n", 4)

    @pytest.mark.parametrize("text", ["---\n---", "---\n---\n", "--- \n---\t\n"])
    def test_an_empty_front_matter_is_one(self, text):
        parts, found = split(text, "x.md")
        assert found == []
        assert (parts.front, parts.body, parts.body_line) == ("", "", 3)

    @pytest.mark.parametrize("text", ["", "Body\n", "----\n", " ---\na: b\n---\n"])
    def test_without_front_matter_all_is_body(self, text):
        parts, found = split(text, "x.md")
        assert places(found) == [("frontmatter.missing", 1, 1)]
        assert (parts.front, parts.body) == ("", text)

    def test_front_matter_below_empty_lines_is_pointed_at(self):
        _, found = split("\n\n---\na: b\n---\n", "x.md")
        assert places(found) == [("frontmatter.missing", 3, 1)]
        assert "very first line" in found[0].hint

    def test_front_matter_that_is_not_closed_ends_before_the_first_empty_line(self):
        parts, found = split("---\na: b\n\nBody\n", "x.md")
        assert places(found) == [("frontmatter.unclosed", 1, 1)]
        assert (parts.front, parts.body, parts.body_line) == ("a: b\n", "\nBody\n", 3)

    def test_a_lone_opening_line(self):
        parts, found = split("---", "x.md")
        assert places(found) == [("frontmatter.unclosed", 1, 1)]
        assert (parts.front, parts.body) == ("", "")


class TestText:
    def test_it_is_a_string_that_knows_its_place(self):
        text = Text("abc", 3, 7, plain=True)
        assert text == "abc"
        assert {text: 1}["abc"] == 1
        assert span_of(text, "x.md") == Span(path="x.md", line=3, col=7)

    def test_it_survives_the_way_to_another_process(self):
        text = pickle.loads(pickle.dumps(Text("abc", 3, 7, plain=True)))
        assert (text, text.line, text.col, text.plain) == ("abc", 3, 7, True)

    def test_nothing_is_told_from_the_word_for_it(self):
        node, _ = parse_yaml("[null, ~, , 'null', \"\", nothing]\n", "x.md")
        assert node is None or node.kind == "broken"
        node, _ = parse_yaml("- null\n- ~\n-\n- 'null'\n- ''\n- nothing\n", "x.md")
        assert [is_null(item) for item in node.items] == [True, True, True, False, False, False]

    def test_only_true_and_false_are_truth_values(self):
        node, _ = parse_yaml("[true, false, 'true', yes, no, on, True]\n", "x.md")
        assert [as_bool(item) for item in node.items] == [True, False, *[None] * 5]


class TestParseYaml:
    def test_nothing_has_a_type(self):
        text = "a: no\nb: 2021-07-08\nc: 0123\nd: 1.10\ne: 12:30:45\nf: 1e3\ng: 0x1F\nh: =\n"
        node, found = parse_yaml(text, "x.md")
        assert found == []
        assert plain(node) == {
            "a": "no", "b": "2021-07-08", "c": "0123", "d": "1.10", "e": "12:30:45", "f": "1e3",
            "g": "0x1F", "h": "=",
        }  # fmt: skip

    def test_every_node_knows_its_place_in_the_file(self):
        node, _ = parse_yaml("a: b\nc:\n  - d\n  - {e: f}\n", "x.md", 10, 3)
        (a, b), (c, items) = node.pairs
        assert [(t.line, t.col) for t in (a, b, c)] == [(10, 3), (10, 6), (11, 3)]
        assert [(n.line, n.col) for n in (items, *items.items)] == [(12, 5), (12, 7), (13, 7)]
        ((e, f),) = items.items[1].pairs
        assert [(t.line, t.col) for t in (e, f)] == [(13, 8), (13, 11)]

    @pytest.mark.parametrize("text", ["", "\n", "# a comment\n", "---\n"])
    def test_an_empty_document_is_nothing(self, text):
        node, found = parse_yaml(text, "x.md", 5)
        assert found == []
        assert is_null(node)

    def test_a_document_may_begin_with_its_marker(self):
        node, found = parse_yaml("---\na: b\n...\n", "x.md")
        assert (plain(node), found) == ({"a": "b"}, [])
