"""Every diagnostic code is documented, used and tested; no list of them lies."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
TESTS = ROOT / "tests"

CODE = re.compile(r"[a-z]+(?:_[a-z]+)*\.[a-z]+(?:_[a-z]+)*")
FILE_NAME = re.compile(r".*\.(?:css|csv|geojson|html|ics|js|json|md|py|svg|txt|xml|ya?ml)")


def documented() -> list[str]:
    """The first column of the table in docs/diagnostics.md, in its order."""
    text = (ROOT / "docs" / "diagnostics.md").read_text(encoding="utf-8")
    return re.findall(r"^\| `([^`]+)` \|", text, re.MULTILINE)


def reports(function: ast.expr) -> bool:
    """Whether a function that is called by this name makes a diagnostic."""
    match function:
        case ast.Name(id=name) | ast.Attribute(attr=name):
            return name in {"error", "warning"} or "report" in name
        case _:
            return False


def codes_in(tree: ast.AST, known_areas: frozenset[str]) -> set[str]:
    """The codes that a module gives: handed to what reports, or of a known area.

    The second half finds a code on its way through a helper or a table; what looks like a code
    and is the name of a file is none.
    """
    direct = {
        node.args[0].value
        for node in ast.walk(tree)
        if isinstance(node, ast.Call)
        and reports(node.func)
        and node.args
        and isinstance(node.args[0], ast.Constant)
        and isinstance(node.args[0].value, str)
        and CODE.fullmatch(node.args[0].value)
    }
    through = {
        node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant)
        and isinstance(node.value, str)
        and CODE.fullmatch(node.value)
        and not FILE_NAME.fullmatch(node.value)
        and node.value.partition(".")[0] in known_areas
    }
    return direct | through


def used() -> set[str]:
    trees = [
        ast.parse(path.read_text(encoding="utf-8")) for path in (ROOT / "site_gen").rglob("*.py")
    ]
    areas = {code.partition(".")[0] for code in documented()}
    areas |= {code.partition(".")[0] for tree in trees for code in codes_in(tree, frozenset())}
    return {code for tree in trees for code in codes_in(tree, frozenset(areas))}


def test_a_code_is_found_however_it_travels() -> None:
    tree = ast.parse(
        "error('a.one', m, s); self.error('a.two'); x._report('a.three'); log.error('no code')\n"
        "table = {'k': 'date.order', 'j': 'date.json', 'i': 'elsewhere.known'}"
    )
    assert codes_in(tree, frozenset()) == {"a.one", "a.two", "a.three"}
    assert codes_in(tree, frozenset({"date"})) == {"a.one", "a.two", "a.three", "date.order"}


def test_the_table_is_sorted_and_says_each_code_once() -> None:
    assert documented() == sorted(set(documented()))


def test_every_code_is_documented() -> None:
    assert sorted(used() - set(documented())) == []


def test_every_documented_code_is_used() -> None:
    assert sorted(set(documented()) - used()) == []


@pytest.fixture(scope="module")
def words_of_tests() -> set[str]:
    """Everything in the tests that has the shape of a code, fixture files included."""
    here = Path(__file__)
    return {
        word
        for path in TESTS.rglob("*")
        if path.is_file() and path != here and "node_modules" not in path.parts
        for word in CODE.findall(path.read_text(encoding="utf-8", errors="ignore"))
    }


def test_every_code_has_a_test(words_of_tests: set[str]) -> None:
    assert sorted(used() - words_of_tests) == []
