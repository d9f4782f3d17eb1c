"""The layers of docs/architecture.md, and what the core may not touch."""

from __future__ import annotations

import ast
import shutil
import subprocess
import sys
from configparser import ConfigParser
from fnmatch import fnmatchcase
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "site_gen"


def read_contract() -> ConfigParser:
    parser = ConfigParser()
    parser.read(ROOT / ".importlinter", encoding="utf-8")
    return parser


def edges() -> set[str]:
    """Modules that may touch the outside world, from the contract: `site_gen.cli -> **`."""
    lines = read_contract()["importlinter:contract:core"]["ignore_imports"].split("\n")
    return {
        importer
        for line in lines
        if line.strip()
        for importer, _, imported in [line.strip().partition(" -> ")]
        if imported == "**"
    }


def core_files() -> list[Path]:
    """Every module that is not an edge."""
    outside = edges()
    return sorted(
        path
        for path in PACKAGE.rglob("*.py")
        if not any(fnmatchcase(module_of(path), edge) for edge in outside)
    )


def module_of(path: Path) -> str:
    """Dotted name of a module by its file."""
    return ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")


def lint_imports(folder: Path) -> subprocess.CompletedProcess[str]:
    """What `make check` runs, on the contract and the package of a folder.

    A process of its own: the checker finds the package by importing it.
    """
    return subprocess.run(
        [sys.executable, ROOT / "tools" / "layers.py"],
        cwd=folder,
        env={"PYTHONPATH": str(folder)},
        capture_output=True,
        text=True,
        check=False,
    )


def test_the_layers_hold() -> None:
    report = lint_imports(ROOT)
    assert report.returncode == 0, report.stderr


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    shutil.copy(ROOT / ".importlinter", tmp_path)
    shutil.copytree(PACKAGE, tmp_path / "site_gen", ignore=shutil.ignore_patterns("__pycache__"))
    return tmp_path


def add_line(path: Path, line: str) -> None:
    path.write_text(path.read_text(encoding="utf-8") + f"\n{line}\n", encoding="utf-8")


@pytest.mark.parametrize(
    "line",
    [
        "import os",
        "from pathlib import Path",
        "import http.server",
        "import subprocess",
        "import logging",
        "import time",
    ],
)
def test_a_side_effect_in_the_core_is_found(copy: Path, line: str) -> None:
    add_line(copy / "site_gen" / "model.py", line)
    report = lint_imports(copy)
    assert report.returncode == 1
    assert "files, network, processes, logging and the clock BROKEN" in report.stderr


def test_an_import_of_a_higher_layer_is_found(copy: Path) -> None:
    add_line(copy / "site_gen" / "diagnostics.py", "import site_gen.chronology.timeline")
    report = lint_imports(copy)
    assert report.returncode == 1
    assert "imports only what stands below it BROKEN" in report.stderr


def test_a_module_without_a_layer_is_found(copy: Path) -> None:
    (copy / "site_gen" / "newcomer.py").write_text("", encoding="utf-8")
    report = lint_imports(copy)
    assert report.returncode == 1
    assert "newcomer" in report.stderr


# What a list of imports cannot say: import-linter sees `urllib`, of which `parse` is pure; the
# clock hides in `datetime`; `open` needs no import.
IMPURE_IMPORTS = {"urllib.request", "urllib.error", "urllib.robotparser"}
IMPURE_CALLS = {"open", "input", "print", "breakpoint", "exec", "eval", "__import__"}
CLOCK = {"now", "today", "utcnow", "fromtimestamp"}


def impurities(tree: ast.AST) -> list[str]:
    """Side effects in a module of the core, as `line: what`."""
    found = []
    for node in ast.walk(tree):
        match node:
            case ast.Import(names=names):
                found += [
                    f"{node.lineno}: import {name.name}"
                    for name in names
                    if name.name in IMPURE_IMPORTS
                ]
            case ast.ImportFrom(module=str(module), names=names):
                found += [
                    f"{node.lineno}: from {module} import {name.name}"
                    for name in names
                    if module in IMPURE_IMPORTS or f"{module}.{name.name}" in IMPURE_IMPORTS
                ]
            case ast.Call(func=ast.Name(id=name)) if name in IMPURE_CALLS:
                found.append(f"{node.lineno}: {name}()")
            case ast.Call(func=ast.Attribute(value=ast.Name(id=owner), attr=name)) if (
                name in CLOCK and owner in {"date", "datetime", "dt"}
            ):
                found.append(f"{node.lineno}: {owner}.{name}()")
            case ast.Call(func=ast.Attribute(value=ast.Attribute(attr=owner), attr=name)) if (
                name in CLOCK and owner in {"date", "datetime"}
            ):
                found.append(f"{node.lineno}: {owner}.{name}()")
            case _:
                pass
    return found


@pytest.mark.parametrize("path", core_files(), ids=lambda path: path.stem)
def test_the_core_is_pure(path: Path) -> None:
    assert not impurities(ast.parse(path.read_text(encoding="utf-8")))


@pytest.mark.parametrize(
    "planted",
    [
        "import urllib.request",
        "from urllib import request",
        "from urllib.request import urlopen",
        "open('x')",
        "print('x')",
        "date.today()",
        "datetime.datetime.now()",
    ],
)
def test_a_planted_impurity_is_found(planted: str) -> None:
    assert len(impurities(ast.parse(planted))) == 1


def test_the_edges_are_the_ones_of_the_design() -> None:
    """A further edge is a decision about the architecture: change it here, on purpose."""
    assert edges() == {
        "site_gen.__main__",
        "site_gen.arguments",
        "site_gen.cli",
        "site_gen.edges.*",
        "site_gen.engine.assembly",
        "site_gen.engine.build",
        "site_gen.engine.history",
        "site_gen.engine.loading",
        "site_gen.engine.rebuild",
        "site_gen.engine.rewording",
        "site_gen.engine.task",
        "site_gen.importer.fetching",
        "site_gen.importer.intake",
        "site_gen.inspection",
        "site_gen.linkcheck",
        "site_gen.meter",
        "site_gen.publish",
        "site_gen.serve",
        "site_gen.serve.*",
        "site_gen.skeleton",
        "site_gen.start",
    }
