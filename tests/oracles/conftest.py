"""The site that the oracles look at, and the programs that look.

`make oracles` installs the programs (tests/oracles/package-lock.json). `SITE=folder` in the
environment has them look at a site that is built already; it must be built for the root of a
domain.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

ROOT = Path(__file__).resolve().parents[2]
MODULES = Path(__file__).parent / "node_modules"
VNU = MODULES / "vnu-jar" / "build" / "dist" / "vnu.jar"


def run(command: Sequence[str | Path], **options: Any) -> subprocess.CompletedProcess[str]:
    """Run a program to its end, whatever its answer; one that is missing is a clear failure."""
    try:
        return subprocess.run(
            command,
            capture_output=True,
            text=True,
            check=False,
            stdin=subprocess.DEVNULL,
            **options,
        )
    except FileNotFoundError as missing:
        pytest.fail(f"{missing.filename} is missing: run `make oracles`", pytrace=False)


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory, serve: Callable[..., str]) -> tuple[Path, str]:
    """The project's own site, freshly built: its folder and the address that serves it."""
    if given := os.environ.get("SITE"):
        return Path(given), serve(Path(given))
    folder = tmp_path_factory.mktemp("site") / "public"
    address = serve(folder)
    command = [sys.executable, "-m", "site_gen", "build", "--root", ROOT, "--out", folder]
    build = run([*command, "--base-url", address], cwd=ROOT)
    if build.returncode:
        pytest.fail(f"the site does not build:\n{build.stdout}{build.stderr}", pytrace=False)
    return folder, address


@pytest.fixture(scope="session")
def nu() -> Callable[..., list[str]]:
    """`nu(*options_and_paths)`: what the Nu HTML checker calls an error there."""

    def check(*arguments: str | Path) -> list[str]:
        if not VNU.is_file():
            pytest.fail(f"{VNU.name} is missing: run `make oracles`", pytrace=False)
        # A deep page needs more stack than Java gives by default.
        command = ["java", "-Xss4m", "-jar", VNU, "--format", "json", "--exit-zero-always"]
        report = run([*command, *arguments])
        try:
            messages = json.loads(report.stderr)["messages"]
        except json.JSONDecodeError:
            pytest.fail(f"the Nu HTML checker failed:\n{report.stderr}", pytrace=False)
        return [
            f"{message.get('url', '')}:{message.get('lastLine', 0)}: {message['message']}"
            for message in messages
            if message["type"] != "info"
        ]

    return check


@pytest.fixture(scope="session")
def csstree() -> Callable[[Path], list[str]]:
    """`csstree(folder_or_file)`: what csstree, which knows newer CSS than Nu does, calls an error."""

    def check(target: Path) -> list[str]:
        report = run([MODULES / ".bin" / "csstree-validator", "--reporter", "json", target])
        try:
            # Findings go to the error channel, their absence to the other.
            found = json.loads(report.stderr or report.stdout)
        except json.JSONDecodeError:
            pytest.fail(f"csstree failed:\n{report.stderr}", pytrace=False)
        return [f"{item['name']}:{item['line']}: {item['message']}" for item in found]

    return check


@pytest.fixture(scope="session")
def lighthouse(
    chromium: str, chromium_flags: tuple[str, ...]
) -> Callable[[str], tuple[dict[str, int], list[str]]]:
    """`lighthouse(address)`: (category to points of 100, what cost points there)."""

    def details(audit: dict[str, Any]) -> list[Any]:
        return audit.get("details", {}).get("items") or []

    def measure(address: str) -> tuple[dict[str, int], list[str]]:
        report = run(
            [
                *(MODULES / ".bin" / "lighthouse", address),
                *("--output", "json", "--quiet", "--no-enable-error-reporting"),
                "--chrome-flags=" + " ".join(chromium_flags),
            ],
            env={**os.environ, "CHROME_PATH": chromium},
        )
        if report.returncode:
            pytest.fail(f"Lighthouse failed on {address}:\n{report.stderr}", pytrace=False)
        result = json.loads(report.stdout)
        points = {name: round(c["score"] * 100) for name, c in result["categories"].items()}
        losses = [
            f"{audit['id']}: {audit['title']} ({audit.get('displayValue') or audit['score']})"
            + "".join(f"\n    {json.dumps(item)[:300]}" for item in details(audit)[:5])
            for category in result["categories"].values()
            for reference in category["auditRefs"]
            if reference["weight"]
            for audit in [result["audits"][reference["id"]]]
            if audit["score"] is not None and audit["score"] < 1
        ]
        return points, losses

    return measure
