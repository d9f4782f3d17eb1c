"""Whole builds beside those of other generators: one corpus, in turn, as ratios.

    python tests/bench/peers_bench.py --tools ../shared/bench -n 1000 [--rounds 3] [--peer hugo=PATH …]

`--tools` is the folder with `corpus.py` and `peers.py`, which write the same entries for each
generator and give each the plainest templates. site-gen gets `tests/bench/plain_theme`, and once more
its default theme with search and exports. Each round runs every tool once: cold, nothing changed, one body edited.
Times are of whole processes. What counts is the ratio of medians of one run of this command.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import os
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
PROJECT = HERE.parents[1]
MODES = ("cold", "nothing", "body")
COMMANDS = {
    "hugo": ["build", "-d", "public", "--noBuildLock", "--quiet"],
    "pelican": ["-s", "pelicanconf.py", "-q"],
    "mkdocs": ["build", "-q"],
    "eleventy": ["--quiet"],
    "zensical": ["build"],
    "nikola": ["build", "-q"],
}
"""Generator → its arguments for a build, run in its site's folder."""


@dataclass(slots=True)
class Tool:
    """One generator with its site."""

    name: str
    site: Path
    command: list[str]
    entry: Path
    clean: tuple[str, ...]
    seconds: dict[str, list[float]] = field(default_factory=lambda: {mode: [] for mode in MODES})
    memory: float = 0.0
    """Largest single process, MiB, over all cold runs."""


def load(path: Path) -> Any:
    """A script as a module."""
    spec = importlib.util.spec_from_file_location(path.stem, path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def write_corpus(tools: Path, folder: Path, count: int, layout: str) -> Path:
    """Write the entries; the path of the one that is edited."""
    subprocess.run(
        [
            sys.executable,
            str(tools / "corpus.py"),
            str(folder),
            "-n",
            str(count),
            "--layout",
            layout,
        ],
        check=True,
        stdout=subprocess.DEVNULL,
    )
    name = f"e{count // 2:05d}-*.md"
    return next(folder.rglob(name))


def our_site(tools: Path, folder: Path, count: int, theme: str) -> Tool:
    """A site of ours over the corpus."""
    entry = write_corpus(tools, folder, count, "site_gen")
    provinces = sorted(load(tools / "corpus.py").PROVINCES)
    lines = [f"  - {{code: XB-{n:02d}, name: {name}}}" for n, name in enumerate(provinces, 1)]
    gazetteer = "country: {name: Benchland, code: XB}\nprovinces:\n" + "\n".join(lines) + "\n"
    (folder / "content/provinces.yaml").write_text(gazetteer)
    (folder / "content/site.yaml").write_text(
        "title: Timeline\nbase_url: https://example.org/\norder: oldest\n"
        f"ignore: [date.after_article]\ntheme: {theme}\n"
    )
    if theme == "plain":
        shutil.copytree(HERE / "plain_theme", folder / "themes" / "plain")
    return Tool(
        name=f"site-gen, {theme} theme",
        site=folder,
        command=[sys.executable, "-m", "site_gen", "build", "--quiet"],
        entry=entry,
        clean=("public", ".site_gen_cache"),
    )


def peer_site(tools: Path, folder: Path, count: int, name: str, program: list[str]) -> Tool:
    """A peer's site over the same corpus."""
    entry = write_corpus(tools, folder, count, name)
    subprocess.run(
        [sys.executable, str(tools / "peers.py"), str(folder), "--layout", name], check=True
    )
    return Tool(
        name=name,
        site=folder,
        command=[*program, *COMMANDS[name]],
        entry=entry,
        clean=("public", ".cache", "resources", "output"),
    )


def run(tool: Tool) -> float:
    """One build; seconds."""
    environment = {**os.environ, "PYTHONPATH": str(PROJECT)}
    began = time.perf_counter()
    done = subprocess.run(
        tool.command,
        cwd=tool.site,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        check=False,
    )
    spent = time.perf_counter() - began
    if done.returncode:
        sys.exit(f"{tool.name} failed:\n{done.stderr.decode()[-2000:]}")
    return spent


def one_round(tool: Tool, number: int) -> None:
    """Cold, nothing changed, one body edited."""
    for name in tool.clean:
        shutil.rmtree(tool.site / name, ignore_errors=True)
    before = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    tool.seconds["cold"].append(run(tool))
    after = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    if after > before:
        tool.memory = after / 1024
    time.sleep(0.2)  # past the time stamps of what was just written
    tool.seconds["nothing"].append(run(tool))
    original = tool.entry.read_text(encoding="utf-8")
    tool.entry.write_text(f"{original}\nA later note, numbered {number}.\n", encoding="utf-8")
    time.sleep(0.2)
    tool.seconds["body"].append(run(tool))
    tool.entry.write_text(original, encoding="utf-8")
    time.sleep(0.2)
    run(tool)


def main() -> None:
    """Measure and print."""
    arguments = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    arguments.add_argument("--tools", type=Path, required=True)
    arguments.add_argument("-n", type=int, default=1000)
    arguments.add_argument("--rounds", type=int, default=3)
    arguments.add_argument(
        "--peer", action="append", default=[], metavar="NAME=PROGRAM", help="hugo=/usr/bin/hugo"
    )
    arguments.add_argument("--default-theme", action="store_true", help="also the default theme")
    options = arguments.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        base = Path(scratch)
        measured = [our_site(options.tools, base / "ours", options.n, "plain")]
        if options.default_theme:
            measured.append(our_site(options.tools, base / "full", options.n, "default"))
        for peer in options.peer:
            name, _, program = peer.partition("=")
            words = program.split() or [shutil.which(name) or name]
            measured.append(peer_site(options.tools, base / name, options.n, name, words))
        for number in range(options.rounds):
            for tool in measured:
                one_round(tool, number)
                last = {mode: round(tool.seconds[mode][-1], 3) for mode in MODES}
                print(json.dumps({"round": number, "tool": tool.name, **last}), flush=True)
    ours = measured[0]
    print(f"\n{options.n} entries, medians of {options.rounds} rounds; ratio: {ours.name} ÷ tool")
    for tool in measured:
        parts = []
        for mode in MODES:
            mine, other = (statistics.median(t.seconds[mode]) for t in (ours, tool))
            parts.append(f"{mode} {other:8.3f} s (ratio {mine / other:6.3f})")
        print(f"{tool.name:26} " + "  ".join(parts))


if __name__ == "__main__":
    main()
