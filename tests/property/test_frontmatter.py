"""Whatever is thrown at it: front matter is read or refused, never tripped over."""

from __future__ import annotations

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from site_gen.diagnostics import Span
from site_gen.parsing import schema
from site_gen.parsing.frontmatter import ENTRY_LIMITS, decode, parse_yaml, split
from site_gen.parsing.frontmatter.reading import read_yaml
from site_gen.parsing.frontmatter.tree import Broken, Mapping, Sequence, Text
from site_gen.parsing.shape import read

# Text that is nearly YAML: pieces of it, strung together.
PIECES = [
    "title", "date", "tags", "claims", "a", "b c", "É", "ذ", "2021-07-08", "true", "null", "~", "",
    ": ", ":", ":\n", "\n", "\n\n", "  ", "    ", "\t", " ", "- ", "-", "\n- ", "\n  - ", "\n    ",
    "[", "]", "{", "}", ", ", ",", '"', "'", "\\", "\\n", "\\x00", "\\u2028", "|", ">", ">-\n", "|\n",
    "#", " # c", "&a ", "*a", "<<: ", "!t ", "!!str ", "? ", "%", "@", "`", "---\n", "...\n", "\r",
    "\u0085", "\u2028", "\ufeff", "\x00", "\ud800", "“", "x" * 30, "https://example.org/a#b",
]  # fmt: skip
YAMLISH = st.lists(st.sampled_from(PIECES), max_size=24).map("".join)
ANY = YAMLISH | st.text(max_size=60)


def plain(node):
    if isinstance(node, Mapping):
        return {str(key): plain(value) for key, value in node.pairs}
    if isinstance(node, Sequence):
        return [plain(item) for item in node.items]
    return ... if isinstance(node, Broken) else str(node)


def leaves(node):
    if isinstance(node, Mapping):
        for key, value in node.pairs:
            yield key
            yield from leaves(value)
    elif isinstance(node, Sequence):
        for item in node.items:
            yield from leaves(item)
    elif isinstance(node, Text):
        yield node


@given(st.binary(max_size=80) | ANY.map(lambda text: text.encode(errors="surrogatepass")))
def test_any_bytes_are_decoded_or_refused(raw):
    text, found = decode(raw, "x.md")
    assert "\r" not in text
    text.encode()
    lines = text.split("\n")
    for each in found:
        assert 1 <= each.span.line <= len(lines)
        assert 1 <= each.span.col <= len(lines[each.span.line - 1]) + 1
    assert (
        decode(text.encode(), "x.md") == (text.removeprefix("\ufeff"), [])
        or found
        or "\ufeff" in text
    )


@given(
    st.lists(st.sampled_from(["---", "---\n", "--- \n", "\n", "a: b\n", "text", " "])).map("".join)
)
def test_a_split_loses_nothing_but_the_fences(text):
    parts, found = split(text, "x.md")
    lines = text.split("\n")
    assert text.endswith(parts.body)
    assert parts.body == "\n".join(lines[parts.body_line - 1 :]) or not parts.body
    if parts.front:
        assert "\n".join(lines[parts.front_line - 1 :]).startswith(parts.front)
    if not found:
        assert len(parts.front) + len(parts.body) <= len(text) - 7


@pytest.mark.parametrize("pure", [False, True], ids=["c", "pure"])
@given(text=ANY)
def test_any_text_is_read_or_refused(pure, text):
    node, found = read_yaml(text, Span(path="x.md", line=3, col=2), ENTRY_LIMITS, pure=pure)
    assert node is not None or found
    lines = text.split("\n")
    for each in found:
        assert each.message
        assert 3 <= each.span.line < 3 + len(lines) + 1
        assert each.span.col >= 2
    for shape in schema.SHAPES.values():
        for each in read(node, shape, "x.md")[1]:
            assert each.span.line >= 3


@given(YAMLISH)
def test_a_plain_text_stands_where_its_mark_says(text):
    node, found = parse_yaml(text, "x.md")
    lines = text.split("\n")
    for leaf in leaves(node) if not found else ():
        if leaf.plain and leaf:
            start = lines[leaf.line - 1][leaf.col - 1 :]
            assert start.startswith(leaf.split()[0])


@given(YAMLISH)
def test_what_is_accepted_is_what_pyyaml_reads_without_types(text):
    # PyYAML's loaders in Python and in C differ over tabs; ours are compared with their own.
    node, found = read_yaml(text, Span(path="x.md"), ENTRY_LIMITS, pure=True)
    if not found:
        assert plain(node) == (yaml.load(text, yaml.BaseLoader) or plain(node))


@given(YAMLISH)
def test_the_two_parsers_agree_on_what_both_accept(text):
    span = Span(path="x.md")
    node, found = read_yaml(text, span, ENTRY_LIMITS)
    other, also = read_yaml(text, span, ENTRY_LIMITS, pure=True)
    if not found and not also:
        assert plain(node) == plain(other)
        marks = [(leaf.line, leaf.col, leaf.plain) for leaf in leaves(node) if leaf]
        assert marks == [(leaf.line, leaf.col, leaf.plain) for leaf in leaves(other) if leaf]
