"""The same program with its hottest modules compiled (`make compiled`) does the same.

Compiled code is held to the tests of the plain one, and to its output, byte for byte.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from chronicle import write_site

pytestmark = pytest.mark.oracle

ROOT = Path(__file__).resolve().parents[2]
SUITE = ("tests/unit", "tests/property", "tests/bad_sites", "tests/golden", "tests/cases")


@pytest.fixture(scope="module")
def python() -> Path:
    """The interpreter of an environment with the compiled program."""
    environment = {**os.environ, "PYTHON": os.environ.get("PYTHON", sys.executable)}
    made = subprocess.run(
        ["sh", "tools/compiled.sh"],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert made.returncode == 0, made.stdout + made.stderr
    return ROOT / ".venv-compiled" / "bin" / "python"


def asked(python: Path, *arguments: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    """What the interpreter answers; the tree's own modules, which are not compiled, are out of its way."""
    environment = {key: value for key, value in os.environ.items() if key != "PYTHONPATH"}
    return subprocess.run(
        [python, "-P", *arguments],
        cwd=cwd,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )


def test_every_module_of_the_list_is_compiled(python: Path, tmp_path: Path) -> None:
    listed = re.findall(
        r'^    "(site_gen/[\w/]+)\.py",$', (ROOT / "setup.py").read_text(), re.MULTILINE
    )
    names = [name.replace("/", ".") for name in listed]
    assert len(names) > 15
    told = f"import importlib\nfor name in {names}: print(importlib.import_module(name).__file__)"
    files = asked(python, "-c", told, cwd=tmp_path).stdout.split()
    assert len(files) == len(names)
    assert [file for file in files if not file.endswith(".so")] == []
    plain = asked(
        python, "-c", "import site_gen.model; print(site_gen.model.__file__)", cwd=tmp_path
    )
    assert plain.stdout.strip().endswith("model.py")


def tree(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


@pytest.mark.parametrize("name", ["ours", "second", "large"])
def test_it_builds_the_same_site(name: str, python: Path, tmp_path: Path) -> None:
    """Our own chronology, the invented conflict, and a site large enough for several processes."""
    site = tmp_path / "site"
    if name == "large":
        write_site(site, 400)
    else:
        source = ROOT if name == "ours" else ROOT / "tests" / "data" / "second_site"
        for folder in ("content", "seeds", "themes"):
            if (source / folder).is_dir():
                shutil.copytree(source / folder, site / folder)
    build = ("-m", "site_gen", "build", "--root", str(site), "--out")
    compiled = asked(python, *build, str(tmp_path / "compiled"), cwd=tmp_path)
    assert compiled.returncode == 0, compiled.stdout + compiled.stderr
    subprocess.run([sys.executable, *build, str(tmp_path / "plain")], cwd=ROOT, check=True)
    found = tree(tmp_path / "compiled")
    assert len(found) > 50
    assert found == tree(tmp_path / "plain")


def test_it_passes_the_same_tests(python: Path) -> None:
    workers = ("-n", "2", "-p", "no:cacheprovider", "-q", "--no-header")
    run = asked(python, "-m", "pytest", *workers, *SUITE, cwd=ROOT)
    assert run.returncode == 0, run.stdout[-3000:] + run.stderr[-1000:]
