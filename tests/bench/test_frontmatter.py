"""Front matter is the second cost of a cold build: microseconds per entry, each way of reading it.

    python tests/bench/test_frontmatter.py FOLDER

measures them on the entries in a folder (the table of `docs/decisions/010-yaml-as-text.md`).
"""

from __future__ import annotations

import sys
import timeit
from functools import partial
from pathlib import Path
from statistics import median
from time import process_time

import pytest
import yaml

from site_gen.diagnostics import Span
from site_gen.parsing.frontmatter import ENTRY_LIMITS, parse_yaml, split
from site_gen.parsing.frontmatter.reading import read_yaml
from site_gen.parsing.schema import ENTRY
from site_gen.parsing.shape import read

FRONT = """\
title: "Municipal factory repaired in Estravia"
date: 1985-08-23
provinces:
  - Upper Valley
sources:
  - publisher: University Press
    url: https://university-press.example/1913/survey
  - publisher: Provincial Archive
    url: https://provincial-archive.example/1955/gazette
  - publisher: Geographical Society
    url: https://geographical-society.example/1946/company
tags: [archaeology, calendar, census, radio]
summary: "The town's one factory works again, for the first time since the flood of the spring."
"""


def microseconds(call) -> float:
    return min(timeit.repeat(call, number=200, repeat=5)) / 200 * 1e6


# Each bound is about four times what was measured where it was written: a slower machine passes, a
# parser in Python (1,250 µs) does not.


@pytest.mark.bench
def test_plain_front_matter_takes_tens_of_microseconds():
    assert microseconds(lambda: parse_yaml(FRONT, "x.md", 2)) < 150


@pytest.mark.bench
def test_through_pyyaml_it_takes_not_much_longer():
    assert microseconds(lambda: parse_yaml(FRONT, "x.md", 2, fast=False)) < 350


@pytest.mark.bench
def test_its_shape_is_read_in_less():
    node, _ = parse_yaml(FRONT, "x.md", 2)
    assert microseconds(lambda: read(node, ENTRY, "x.md")) < 80


if __name__ == "__main__":
    texts = [split(path.read_text(), "x.md")[0].front for path in Path(sys.argv[1]).rglob("*.md")]
    nodes = [parse_yaml(text, "x.md")[0] for text in texts]
    ways = {
        "PyYAML, safe loader in Python": (lambda text: yaml.load(text, yaml.SafeLoader), texts),
        "PyYAML, safe loader in C": (lambda text: yaml.load(text, yaml.CSafeLoader), texts),
        "events in Python": (
            lambda text: read_yaml(text, Span(path="x.md"), ENTRY_LIMITS, pure=True),
            texts,
        ),
        "events in C": (lambda text: parse_yaml(text, "x.md", fast=False), texts),
        "the fast reader": (lambda text: parse_yaml(text, "x.md"), texts),
        "shape": (lambda node: read(node, ENTRY, "x.md"), nodes),
    }
    for name, (way, given) in ways.items():
        turns = [
            timeit.timeit(partial(list, map(way, given)), timer=process_time, number=1)
            for _ in "12345"
        ]
        print(f"{median(turns) / len(given) * 1e6:7.1f} µs  {name}")
