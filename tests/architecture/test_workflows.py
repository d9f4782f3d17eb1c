"""The workflows: pinned by commit, least permissions; and the checker that watches them can see."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).resolve().parents[2]
WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
ZIZMOR = Path(sys.executable).parent / "zizmor"


def zizmor(*paths: Path) -> subprocess.CompletedProcess[str]:
    """The auditor as `make check` runs it."""
    return subprocess.run(
        [ZIZMOR, "--offline", "--pedantic", "--no-progress", "--color=never", *paths],
        capture_output=True,
        text=True,
        check=False,
    )


def test_there_are_three() -> None:
    assert [path.name for path in WORKFLOWS] == ["content.yml", "pages.yml", "test.yml"]


def test_only_one_of_them_runs_tests_which_a_chronology_of_another_country_fails() -> None:
    """Whoever puts an own chronology in the place of this one is told to delete that one."""
    running = [
        path.name for path in WORKFLOWS if re.search("make (test|oracles)", path.read_text())
    ]
    assert running == ["test.yml"]
    assert "`.github/workflows/test.yml`" in (ROOT / "docs/publishing.md").read_text()


def test_the_auditor_finds_nothing() -> None:
    audit = zizmor(ROOT / ".github")
    assert audit.returncode == 0, audit.stdout + audit.stderr


@pytest.mark.parametrize(
    ("good", "bad", "rule"),
    [
        (r"@[0-9a-f]{40} # v6\.0\.2", "@v6", "unpinned-uses"),
        (r"persist-credentials: false", "clean: true", "artipacked"),
        (r"permissions: \{\}", "permissions: write-all", "excessive-permissions"),
        (r"run: make test", 'run: echo "${{ github.head_ref }}"', "template-injection"),
    ],
)
def test_the_auditor_finds_a_planted_hole(tmp_path: Path, good: str, bad: str, rule: str) -> None:
    text, count = re.subn(good, bad, (ROOT / ".github/workflows/test.yml").read_text())
    assert count
    planted = tmp_path / ".github" / "workflows" / "test.yml"
    planted.parent.mkdir(parents=True)
    planted.write_text(text)
    audit = zizmor(planted)
    assert audit.returncode != 0
    assert rule in audit.stdout


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.stem)
def test_every_action_is_a_commit_with_its_version_beside_it(path: Path) -> None:
    uses = re.findall(r"uses: (.*)", path.read_text())
    assert uses
    for use in uses:
        assert re.fullmatch(r"actions/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", use)


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.stem)
def test_only_the_deployment_may_write(path: Path) -> None:
    workflow = yaml.safe_load(path.read_text())
    assert workflow["permissions"] == {}
    for name, job in workflow["jobs"].items():
        deploys = path.stem == "pages" and name == "deploy"
        expected = {"pages": "write", "id-token": "write"} if deploys else {"contents": "read"}
        assert job["permissions"] == expected
        # What may publish runs no code of the repository: no shell, no checkout.
        if deploys:
            assert [step["uses"].partition("@")[0] for step in job["steps"]] == [
                "actions/deploy-pages"
            ]


@pytest.mark.parametrize(
    ("owner", "repository", "given", "expected"),
    [
        ("Saltway", "Saltway/Chronicle", "", "https://saltway.github.io/Chronicle/"),
        ("Saltway", "Saltway/saltway.github.io", "", "https://saltway.github.io/"),
        ("Saltway", "Saltway/Chronicle", "https://news.saltway.org/", "https://news.saltway.org/"),
    ],
)
def test_pages_are_built_for_the_address_of_the_repository(
    tmp_path: Path, owner: str, repository: str, given: str, expected: str
) -> None:
    """The step's own script, with a program in Python's place that says how it was called."""
    workflow = yaml.safe_load((ROOT / ".github/workflows/pages.yml").read_text())
    (script,) = [s["run"] for s in workflow["jobs"]["build"]["steps"] if "BASE_URL" in str(s)]
    python = tmp_path / ".venv/bin/python"
    python.parent.mkdir(parents=True)
    python.write_text('#!/bin/sh\necho "$*"\n')
    python.chmod(0o755)
    told = subprocess.run(
        ["bash", "-e", "-c", script],
        capture_output=True,
        text=True,
        check=True,
        cwd=tmp_path,
        env={
            "PATH": os.environ["PATH"],
            "GITHUB_REPOSITORY_OWNER": owner,
            "GITHUB_REPOSITORY": repository,
            "BASE_URL": given,
        },
    )
    assert told.stdout == f"-m site_gen build --base-url {expected}\n"


def test_a_pull_request_is_annotated_and_its_site_attached() -> None:
    workflow = yaml.safe_load((ROOT / ".github/workflows/content.yml").read_text())
    assert workflow[True] == {"pull_request": None}  # YAML 1.1 reads `on` so
    job = workflow["jobs"]["preview"]
    runs = [step.get("run", "") for step in job["steps"]]
    assert ".venv/bin/python -m site_gen check --format github" in runs
    # A site of /repo/ could not be looked at from a folder of its own; docs/publishing.md names the address.
    address = "http://localhost:8000/"
    assert f".venv/bin/python -m site_gen build --base-url {address}" in runs
    assert f"<{address}>" in (ROOT / "docs/publishing.md").read_text()
    last = job["steps"][-1]
    assert last["uses"].startswith("actions/upload-artifact@")
    assert last["with"]["path"] == "public/"
    assert last["with"]["if-no-files-found"] == "error"
