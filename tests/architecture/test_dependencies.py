"""The locks hold what pyproject.toml asks for, by hash, and docs/dependencies.md says why."""

from __future__ import annotations

import json
import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
RUNTIME = PROJECT["dependencies"]
IMPORT = [*RUNTIME, *PROJECT["optional-dependencies"]["import"]]
DEV = [*IMPORT, *PROJECT["optional-dependencies"]["dev"]]


def name_of(requirement: str) -> str:
    """The name in its normal form (PEP 503)."""
    name = re.match(r"[\w.-]+", requirement)
    assert name
    return re.sub(r"[-_.]+", "-", name.group(0)).lower()


def version_of(requirement: str) -> tuple[int, ...]:
    """The lower bound that a requirement names; (0,) for none."""
    bound = re.search(r">=([\d.]+)", requirement)
    return tuple(map(int, bound.group(1).split("."))) if bound else (0,)


def locked(path: str) -> dict[str, tuple[int, ...]]:
    """Name → version. Every line that names a package must carry hashes."""
    text = (ROOT / path).read_text(encoding="utf-8")
    found = {}
    for block in re.split(r"\n(?=[a-z])", text.replace("\\\n", " ")):
        pinned = re.match(r"([a-z0-9-]+)==([\d.]+)", block)
        if pinned:
            assert "--hash=sha256:" in block, pinned.group(1)
            found[pinned.group(1)] = tuple(map(int, pinned.group(2).strip(".").split(".")))
        else:
            assert block.startswith("#"), block[:80]
    return found


@pytest.mark.parametrize(
    ("path", "requirements"),
    [
        ("requirements.lock", RUNTIME),
        ("requirements-import.lock", IMPORT),
        ("requirements-dev.lock", DEV),
    ],
)
def test_the_lock_satisfies_the_project(path: str, requirements: list[str]) -> None:
    versions = locked(path)
    for requirement in requirements:
        assert versions[name_of(requirement)] >= version_of(requirement), "run `make lock`"


def test_the_locks_agree() -> None:
    runtime, importer, dev = map(
        locked, ("requirements.lock", "requirements-import.lock", "requirements-dev.lock")
    )
    assert runtime.items() < importer.items() < dev.items()


def test_the_oracles_are_locked_by_hash_and_without_addresses() -> None:
    folder = ROOT / "tests" / "oracles"
    wanted = json.loads((folder / "package.json").read_text(encoding="utf-8"))["dependencies"]
    packages = json.loads((folder / "package-lock.json").read_text(encoding="utf-8"))["packages"]
    assert packages.pop("")["dependencies"] == wanted
    for name, package in packages.items():
        assert package["integrity"].startswith("sha512-"), name
        assert "resolved" not in package, name


def test_every_dependency_has_its_reason() -> None:
    reasons = (ROOT / "docs" / "dependencies.md").read_text(encoding="utf-8")
    reasons = reasons.lower().replace("_", "-")
    for requirement in DEV:
        assert name_of(requirement) in reasons, requirement
