"""Regular expressions of the importer: compiled late, and each of them right."""

from __future__ import annotations

import importlib
import pkgutil
import re
from typing import TYPE_CHECKING

import pytest

import site_gen.importer
from site_gen.importer.notation import regex

if TYPE_CHECKING:
    from collections.abc import Iterator


def test_an_expression_is_compiled_when_it_is_first_asked_for() -> None:
    name = regex(r"(?P<first>\w+) b", re.IGNORECASE)
    assert name.pattern == r"(?P<first>\w+) b"
    assert "_compiled" not in vars(name)
    found = name.search("say A B")
    assert found is not None
    assert found["first"] == "A"
    compiled = vars(name)["_compiled"]
    assert name.fullmatch("a b") is not None
    assert name.groupindex == {"first": 1}
    assert vars(name)["_compiled"] is compiled


def test_a_wrong_expression_fails_when_it_is_asked_for() -> None:
    wrong = regex("(")
    with pytest.raises(re.error):
        wrong.search("a")


LATE = type(regex("a"))


def expressions() -> Iterator[tuple[str, str, re.Pattern[str]]]:
    for module in pkgutil.walk_packages(site_gen.importer.__path__, "site_gen.importer."):
        for name, value in vars(importlib.import_module(module.name)).items():
            if isinstance(value, LATE):
                yield module.name, name, value
            elif isinstance(value, tuple | dict):
                parts = value.values() if isinstance(value, dict) else value
                for part in parts:
                    for one in part if isinstance(part, tuple) else (part,):
                        if isinstance(one, LATE):
                            yield module.name, name, one


def test_every_expression_of_the_importer_can_be_compiled() -> None:
    found = list(expressions())
    assert len(found) > 300
    for module, name, one in found:
        assert isinstance(re.compile(one.pattern), re.Pattern), (module, name)
