"""Front matter is the second cost of a cold build: microseconds per entry, each way of reading it."""

from __future__ import annotations

import timeit

from site_gen.frontmatter import parse_yaml
from site_gen.schema import ENTRY
from site_gen.shape import read

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


def test_plain_front_matter_takes_tens_of_microseconds():
    assert microseconds(lambda: parse_yaml(FRONT, "x.md", 2)) < 150


def test_through_pyyaml_it_takes_not_much_longer():
    assert microseconds(lambda: parse_yaml(FRONT, "x.md", 2, fast=False)) < 350


def test_its_shape_is_read_in_less():
    node, _ = parse_yaml(FRONT, "x.md", 2)
    assert microseconds(lambda: read(node, ENTRY, "x.md")) < 80
