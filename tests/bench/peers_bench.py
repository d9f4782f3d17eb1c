"""Whole builds beside those of other generators: one corpus, in turn, as ratios.

    python tests/bench/peers_bench.py [-n 1000] [--rounds 3] [--default-theme] [--program PATH] [--peer hugo=PATH …]

`--tools` (`../shared/bench` if not said) is the folder with `corpus.py` and `peers.py`, which write the
same entries for each generator and give each the plainest templates. site-gen gets
`tests/bench/plain_theme`, and with `--default-theme` once more its own theme, with search and all
exports. Peers are those named, else those found on PATH. Each round runs every tool once: cold, nothing
changed, one body edited. What an earlier round has made is put aside, not deleted, before a cold build: some file systems
(ext4 without a journal) take several times as long to make a file where many were deleted within the last minutes. Times are of whole processes; processor time and memory are those of a cold build, the
largest process of each. What counts is the ratio of medians of one run of this command.
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
    processor: list[float] = field(default_factory=list)
    """Seconds of user and system time of each cold build, all processes together."""
    memory: float = 0.0
    """Largest single process, MiB, over all cold builds."""


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


def our_site(tools: Path, folder: Path, count: int, theme: str, program: list[str]) -> Tool:
    """A site of ours over the corpus, built by `program`."""
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
        command=[*program, "build", "--quiet"],
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


def run(tool: Tool) -> tuple[float, resource.struct_rusage]:
    """One build: seconds, and what it took."""
    environment = dict(os.environ)
    if tool.command[0] == sys.executable:
        environment["PYTHONPATH"] = str(PROJECT)
    # Programs in Python start from their compiled modules, as an installation has them.
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    with tempfile.TemporaryFile() as errors:
        began = time.perf_counter()
        process = subprocess.Popen(
            tool.command,
            cwd=tool.site,
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=errors,
        )
        _, status, usage = os.wait4(process.pid, 0)
        spent = time.perf_counter() - began
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            errors.seek(0)
            sys.exit(f"{tool.name} failed:\n{errors.read().decode()[-2000:]}")
    return spent, usage


def one_round(tool: Tool, number: int) -> None:
    """Cold, nothing changed, one body edited."""
    for name in tool.clean:
        if (tool.site / name).exists():
            aside = tool.site.with_name(f"{tool.site.name}-{number}")
            aside.mkdir(exist_ok=True)
            (tool.site / name).rename(aside / name)
    spent, usage = run(tool)
    tool.seconds["cold"].append(spent)
    tool.processor.append(usage.ru_utime + usage.ru_stime)
    tool.memory = max(tool.memory, usage.ru_maxrss / 1024)
    time.sleep(0.2)  # past the time stamps of what was just written
    tool.seconds["nothing"].append(run(tool)[0])
    original = tool.entry.read_text(encoding="utf-8")
    tool.entry.write_text(f"{original}\nA later note, numbered {number}.\n", encoding="utf-8")
    time.sleep(0.2)
    tool.seconds["body"].append(run(tool)[0])
    tool.entry.write_text(original, encoding="utf-8")
    time.sleep(0.2)
    run(tool)


def main() -> None:
    """Measure and print."""
    arguments = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    arguments.add_argument("--tools", type=Path, default=PROJECT.parent / "shared" / "bench")
    arguments.add_argument("-n", type=int, default=1000)
    arguments.add_argument("--rounds", type=int, default=3)
    arguments.add_argument(
        "--peer", action="append", default=[], metavar="NAME=PROGRAM", help="hugo=/usr/bin/hugo"
    )
    arguments.add_argument("--default-theme", action="store_true", help="also the default theme")
    arguments.add_argument(
        "--program",
        help="site-gen to measure, such as .venv-compiled/bin/site-gen (`make compiled`)",
    )
    options = arguments.parse_args()
    if not (options.tools / "corpus.py").is_file():
        print(f"no corpus.py in {options.tools}; nothing to compare on (--tools)")
        return
    peers = options.peer or [name for name in COMMANDS if shutil.which(name)]
    with tempfile.TemporaryDirectory() as scratch:
        base = Path(scratch)
        program = [sys.executable, "-m", "site_gen"]
        if options.program:
            program = [str(Path(options.program).absolute())]
        themes = ["plain", "default"] if options.default_theme else ["plain"]
        measured = [
            our_site(options.tools, base / theme, options.n, theme, program) for theme in themes
        ]
        for peer in peers:
            name, _, program = peer.partition("=")
            words = program.split() or [shutil.which(name) or name]
            measured.append(peer_site(options.tools, base / name, options.n, name, words))
        for number in range(options.rounds):
            for tool in measured:
                one_round(tool, number)
                last = {mode: round(tool.seconds[mode][-1], 3) for mode in MODES}
                print(json.dumps({"round": number, "tool": tool.name, **last}), flush=True)
    print(table(measured, options.n, options.rounds))


def table(measured: list[Tool], count: int, rounds: int) -> str:
    """Medians, and the first tool's as a share of each other's."""
    ours = measured[0]
    head = "".join(f" {mode} | {ours.name} ÷ it |" for mode in MODES)
    lines = [
        f"\n{count:,} entries, medians of {rounds} rounds\n",
        f"| |{head} processor | memory |",
        "|---|" + "---|" * (2 * len(MODES) + 2),
    ]
    for tool in measured:
        cells = []
        for mode in MODES:
            mine, other = (statistics.median(t.seconds[mode]) for t in (ours, tool))
            cells += [f"{other:.3f} s", f"{mine / other:.3f}" if tool is not ours else ""]
        cells += [f"{statistics.median(tool.processor):.2f} s", f"{tool.memory:.0f} MB"]
        lines.append(f"| {tool.name} | " + " | ".join(cells) + " |")
    return "\n".join(lines)


if __name__ == "__main__":
    main()
