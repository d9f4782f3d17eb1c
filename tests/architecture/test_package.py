"""What is installed is complete: every package, the themes, and it runs away from the checkout."""

from __future__ import annotations

import ast
import os
import shutil
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path

ROOT = Path(__file__).parents[2]
BASE = ROOT / "tests" / "cases" / "base"


def test_the_list_of_packages_is_the_tree() -> None:
    listed = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["setuptools"]["packages"]
    found = {
        ".".join(file.parent.relative_to(ROOT).parts) for file in (ROOT / "site_gen").rglob("*.py")
    }
    assert listed == [*sorted(found), "site_gen_themes"]


def test_no_compiled_class_has_keywords_for_the_compiler_drops_them() -> None:
    setup = ast.parse((ROOT / "setup.py").read_text(encoding="utf-8"))
    listed = next(
        ast.literal_eval(node.value)
        for node in setup.body
        if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "COMPILED"
    )
    assert len(listed) > 20
    assert [
        f"{path}: {node.name}"
        for path in listed
        for node in ast.walk(ast.parse((ROOT / path).read_text(encoding="utf-8")))
        if isinstance(node, ast.ClassDef) and node.keywords
    ] == []


def test_a_wheel_builds_a_site_without_the_checkout(tmp_path: Path) -> None:
    source = tmp_path / "source"
    source.mkdir()
    for name in ("pyproject.toml", "README.md", "LICENSE"):
        shutil.copy(ROOT / name, source / name)
    for name in ("site_gen", "themes"):
        shutil.copytree(ROOT / name, source / name, ignore=shutil.ignore_patterns("__pycache__"))
    command = "from setuptools import build_meta; print(build_meta.build_wheel('dist'))"
    subprocess.run([sys.executable, "-c", command], cwd=source, check=True, capture_output=True)
    installed = tmp_path / "installed"
    (wheel,) = (source / "dist").glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(installed)
    site = shutil.copytree(BASE, tmp_path / "site")
    shutil.rmtree(site / "themes")
    subprocess.run(
        [sys.executable, "-m", "site_gen", "build", "--quiet"],
        cwd=site,
        check=True,
        env={**os.environ, "PYTHONPATH": str(installed)},
    )
    assert (site / "public/entries/bridge/index.html").is_file()
    assert (site / "public/assets/style.css").is_file()


def test_an_environment_that_was_broken_off_is_made_anew(tmp_path: Path) -> None:
    """`make site`, stopped by Ctrl-C while it made .venv, said “No module named pip” ever after."""
    for name in ("tools/venv.sh", "requirements.lock", "pyproject.toml"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        shutil.copy(ROOT / name, tmp_path / name)
    told = tmp_path / "told"
    python = tmp_path / "python"
    python.write_text(
        f'#!/bin/sh\necho "$*" >>{told}\n'
        'if [ "$1 $2" = "-m venv" ]; then mkdir -p "$3/bin" && cp "$0" "$3/bin/python"; fi\n'
    )
    python.chmod(0o755)
    half = tmp_path / ".venv" / "bin"
    half.mkdir(parents=True)
    shutil.copy(python, half / "python")
    (tmp_path / ".venv" / "left over").touch()

    def run() -> list[str]:
        told.unlink(missing_ok=True)
        environment = {**os.environ, "PYTHON": str(python)}
        command = ["sh", "tools/venv.sh", "runtime"]
        subprocess.run(command, cwd=tmp_path, env=environment, check=True, capture_output=True)
        return [" ".join(line.split()[:2]) for line in told.read_text().splitlines()]

    assert "-m venv" in run()
    assert not (tmp_path / ".venv" / "left over").exists()
    (tmp_path / ".venv" / "runtime.stamp").unlink()  # stopped while pip ran
    again = run()
    assert "-m pip" in again
    assert "-m venv" not in again
