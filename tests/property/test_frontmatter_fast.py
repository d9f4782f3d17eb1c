"""The fast reader gives PyYAML's tree, or declines. `SITE_GEN_FUZZ=40000` tries more documents."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from site_gen.diagnostics import Span
from site_gen.parsing.frontmatter import ENTRY_LIMITS, Mapping, Sequence, parse_yaml
from site_gen.parsing.frontmatter.fast import read_fast
from site_gen.parsing.frontmatter.reading import read_yaml

DOCUMENTS = int(os.environ.get("SITE_GEN_FUZZ", "500"))

PLAIN = """\
title: "Factory repaired: again"
date: 1985-08-23
provinces:
  - Upper Valley
  - Marsh

sources:
- publisher: University Press
  url: https://press.example/1913/survey#part-2
- publisher: Archive (No. 2)
tags: [calendar, O'Brien's radio,  two  words ]
empty: []
other: ""
draft: true
count: 0123
nothing: null
name: ذبیح الله
# A comment.
note: “Quoted”; (in brackets)
same_as: [one-entry#first, another#second]
summary: >-
  Several lines, with: a colon
  - and a dash, # and no comment,
  folded into one.

figures:
  - {series: districts taken, value: 50, qualifier: more than }
  - series: troops
    scope: >-
      since May,
      all told
    of: 370
last: >-
  The end.
"""

# Lines of every form that it reads, and of forms just beside them.
WORDS = st.text(
    alphabet=st.sampled_from(list("ab1 éذ:#,-[]{}\"'\\?!&*|>%@`~.=<_\t\u00a0\u200c\u2028²")),
    max_size=6,
)
VALUES = (
    st.sampled_from(["a", "b c", "x:y", "no", "1.10", "[]", '""', "[a, b]", "https://a.b/c#d"])
    | WORDS
    | WORDS.map(lambda text: f"a{text}")
    | WORDS.map(lambda text: f'"{text}"')
    | WORDS.map(lambda text: f"[a{text}, b]")
)
SAFE = st.sampled_from(["a", "a b", "2021-07-08"]) | st.lists(
    st.sampled_from([*"ab1 .;'!()-/#:éذ", " ", "#", " #", ": ", " - ", "  "]), max_size=6
).map(lambda pieces: "a" + "".join(pieces))
FIRST = st.sampled_from([*"((“éذ²", "", "", "", "a", "-", "?", "'"])
SAFE_VALUES = st.one_of(
    SAFE,
    st.tuples(FIRST, SAFE).map("".join),
    SAFE.map('"{}"'.format),
    st.lists(SAFE.map(lambda text: text.replace(",", "")), max_size=3).map(
        lambda items: f"[{', '.join(items)}]"
    ),
)
SAFE_PAIRS = st.lists(
    st.tuples(st.sampled_from("stuvwxyz"), SAFE.map(lambda text: text.replace(",", ""))), max_size=3
).map(lambda pairs: "{" + ", ".join(f"{key}: {value}" for key, value in pairs) + "}")
FOLDED = st.lists(
    st.sampled_from(["a", "a: b", "- a", "# c", " a", "   a", "a ", "", "   "]) | SAFE | WORDS,
    max_size=3,
)
KEYS = st.sampled_from(["a", "b", "key", "title", "x-y", "z_1", "A", "é", '"q"', "null", "- a", ""])
INDENTS = st.sampled_from(["", "", "", "  ", "  ", "    ", "   ", " "])
LINES = st.one_of(
    st.builds("{}{}: {}".format, INDENTS, KEYS, VALUES),
    st.builds("{}{}:".format, INDENTS, KEYS),
    st.builds("{}- {}".format, INDENTS, VALUES),
    st.builds("{}- {}: {}".format, INDENTS, KEYS, VALUES),
    st.builds("{}{}".format, INDENTS, VALUES),
    st.sampled_from(["", "  ", "---", "...", "# c"]),
)
GROUPS = st.one_of(
    st.builds("{}: {}".format, KEYS, VALUES),
    st.builds("{}: {}".format, KEYS, VALUES),
    st.builds("{}:\n  - {}\n  - {}".format, KEYS, VALUES, VALUES),
    st.builds("{}:\n- {}\n- {}: {}".format, KEYS, VALUES, KEYS, VALUES),
    st.builds("{}:\n  - {}: {}\n    {}: {}".format, KEYS, KEYS, VALUES, KEYS, VALUES),
    LINES,
)
LOOKALIKES = st.lists(GROUPS, max_size=6).map("\n".join) | st.lists(LINES, max_size=8).map(
    "\n".join
)


def marked(node):
    """The tree with its marks."""
    here = (node.kind, node.line, node.col)
    if isinstance(node, Mapping):
        return (*here, [(marked(key), marked(value)) for key, value in node.pairs])
    if isinstance(node, Sequence):
        return (*here, [marked(item) for item in node.items])
    return (*here, str(node), node.plain)


def check(text, line=2, col=1):
    """Whether the fast reader read it; if so, as PyYAML does."""
    fast = read_fast(text, line, col, 5_000)
    if fast is None:
        return False
    for pure in (False, True):
        node, found = read_yaml(
            text, Span(path="x.md", line=line, col=col), ENTRY_LIMITS, pure=pure
        )
        assert found == []
        assert marked(node) == marked(fast)
    return True


SLIPS = st.sampled_from([""] * 11 + [" "])


@st.composite
def plain_documents(draw):
    """Mostly what it reads; now and then something slips in, or out."""
    text = ""
    for key in draw(st.lists(st.sampled_from("abcdefghijklmnop"), min_size=1, max_size=5)):
        margin = draw(st.sampled_from(["", "  "]))
        match draw(st.integers(0, 6)):
            case 0 | 1:
                text += f"{key}: {draw(SAFE_VALUES)}\n"
            case 2:
                text += f"{key}:\n"
                for value in draw(st.lists(SAFE_VALUES, min_size=1, max_size=3)):
                    text += f"{margin}{draw(SLIPS)}- {value}\n"
            case 3:
                text += f"{key}:\n"
                for first, second in draw(
                    st.lists(st.tuples(SAFE_VALUES, SAFE_VALUES), min_size=1)
                ):
                    text += f"{margin}{draw(SLIPS)}- x: {first}\n"
                    text += f"{margin}{draw(SLIPS)}  {draw(st.sampled_from('yyyx'))}: {second}\n"
            case 4:
                text += f"{key}: {draw(SAFE_PAIRS)}\n"
                text += draw(st.sampled_from(["", "", "\n", "# c\n", "  # c\n"]))
            case 5:
                text += f"{key}: >-\n"
                for value in draw(FOLDED):
                    text += f"  {draw(SLIPS)}{value}\n"
                text += draw(st.sampled_from(["", "\n", "# c\n", "\n  # c\n", "  \n", "      \n"]))
            case 6:
                text += f"{key}:\n{margin}- x: >-\n"
                for value in draw(FOLDED):
                    text += f"{margin}    {draw(SLIPS)}{value}\n"
                text += draw(st.sampled_from(["", "", "\n", "# c\n", f"{margin}    # c\n"]))
                text += f"{margin}  y: {draw(SAFE_PAIRS | SAFE)}\n"
    if draw(st.booleans()):
        at = draw(st.integers(0, len(text)))
        text = text[:at] + draw(WORDS) + text[at + draw(st.integers(0, 3)) :]
    return text


@given(plain_documents(), st.integers(1, 3))
@settings(max_examples=DOCUMENTS, deadline=None)
def test_it_agrees_with_pyyaml_on_plain_documents_with_a_slip(text, col):
    check(text, col=col)


@given(LOOKALIKES, st.integers(1, 3))
@settings(max_examples=DOCUMENTS // 2, deadline=None)
def test_it_agrees_with_pyyaml_on_whatever_looks_like_lines(text, col):
    check(text, col=col)


@given(st.integers(0, len(PLAIN)), WORDS, st.integers(0, 3))
@settings(max_examples=DOCUMENTS // 2, deadline=None)
def test_it_agrees_on_a_real_document_with_a_slip(at, slip, drop):
    check(PLAIN[:at] + slip + PLAIN[at + drop :])


def test_it_reads_what_entries_have():
    assert check(PLAIN)


@pytest.mark.parametrize(
    "text",
    [
        "", "\n", "a", "- a", "a:", "a:\n", "a:\nb: c", "a: b:", "a: b: c", "a: b #c", "a: b ",
        "a: 'b'", 'a: "\\x"', "a: *b", "a: &b c", "a: !b c", "a: {b: c, b: d}", "a: {}",
        "a: {b: c:}", "a: {b: c: d}", "a: {b: [c]}", "a: >-", "a: >-\nb: c", "a: >-\n\n  b",
        "a: >-\n  b\n   c", "a: >-\n  b\n c", "a: >-\n  b\n     ", "a: >-\n  b\n\n  c", "a: >\n  b",
        "a: >-\n  b\n\n  # c", "a: |\n  b", "a:\n  - >-\n    b", "a: b\n  # c", "a: [b, #c]", "a: [b #c]", "a: [b", "a: [b, ]",
        "a: [[b]]", "a: b\na: c", "A: b", "a: b\n  c", "a: b\n  c: d", "a:\n  - b\n   - c",
        "a:\n  - b: c\n   d: e", "a:\n  - b: c\n    b: d", "a: b\n---\nc: d",
        "a: b\n...", "a: b\x00", "a: b\u2028c", "a: b\tc", "a:\n  - b:\n      - c", "a: [b: c]",
        "a:\n  - b\n    c: d", "a: b\n- c", "<<: a", "a: ~", "a: -",
        "a: " + "b" * 5_000,
    ],
)  # fmt: skip
def test_it_declines_what_is_not_plain(text):
    assert read_fast(text, 1, 1, 5_000) is None


def test_it_can_be_turned_off():
    fast, slow = parse_yaml(PLAIN, "x.md"), parse_yaml(PLAIN, "x.md", fast=False)
    assert marked(fast[0]) == marked(slow[0])
    assert fast[1] == slow[1] == []


def test_a_plain_document_does_not_import_pyyaml():
    program = (
        "import sys\n"
        "from site_gen.parsing.frontmatter import parse_yaml\n"
        "from site_gen.parsing.schema import ENTRY\n"
        "assert parse_yaml('a: b\\n', 'x.md')[1] == []\n"
        "assert 'yaml' not in sys.modules\n"
        "parse_yaml('a: b\\n', 'x.md', fast=False)\n"
        "assert 'yaml' in sys.modules\n"
    )
    subprocess.run([sys.executable, "-c", program], check=True)
