"""A command that has little to do loads little; a build talks to nobody and starts nothing.

What a process imports, opens and starts is told by the interpreter's audit events, in a process of its
own; a process tracer, where there is one, tells the same from outside.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
HEAVY = {"jinja2", "markdown_it", "mdit_py_plugins", "yaml", "PIL", "livereload", "tornado"}
"""What a page is made with, or a preview; dear to import."""

RUN = """
import json, sys
seen = []
def watch(event, arguments):
    if event.startswith(("socket.", "subprocess.", "os.exec", "os.posix_spawn", "os.spawn",
                         "os.system", "os.startfile", "pty.", "webbrowser.", "urllib.", "ctypes.",
                         "os.fork")):
        seen.append(event)
sys.addaudithook(watch)
from site_gen.start import main
try:
    code = main(sys.argv[1:])
except SystemExit as left:
    code = left.code
print(json.dumps({"code": code, "seen": seen, "modules": sorted(sys.modules)}), file=sys.stderr)
"""


def run(*arguments: str) -> dict[str, object]:
    """Run a command in a process of its own: its exit code, audit events and modules."""
    done = subprocess.run(
        [sys.executable, "-c", RUN, *arguments],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    told: dict[str, object] = json.loads(done.stderr.splitlines()[-1])
    assert not told["code"], done.stderr
    return told


def loaded(told: dict[str, object]) -> set[str]:
    """Names of top-level packages that a process has imported."""
    return {name.partition(".")[0] for name in told["modules"]}


def build(root: Path) -> dict[str, object]:
    """Build a site in a process of its own, with two workers where there is work for them."""
    return run("build", "--root", str(root), "--quiet", "--workers", "2")


def test_the_version_is_told_with_nothing_loaded() -> None:
    told = run("--version")
    assert not loaded(told) & (HEAVY | {"typing_extensions"})
    assert told["seen"] == []


def test_a_build_with_nothing_to_do_loads_nothing_to_do_it_with(site: Path) -> None:
    assert "jinja2" in loaded(build(site))
    # Files of the last moment are looked at once more, since their time proves nothing yet.
    for file in site.rglob("*"):
        os.utime(file, (1, 1))
    build(site)
    build(site)  # for the first may have begun in that very moment
    assert not loaded(build(site)) & HEAVY


def default_site(root: Path) -> Path:
    """A site with the theme that comes with the program, and work for two processes."""
    shutil.copytree(ROOT / "tests" / "data" / "reader", root)
    entry = (root / "content/entries/stands.md").read_text()
    for number in range(120):
        (root / f"content/entries/stands-{number}.md").write_text(entry)
    return root


def test_a_build_opens_no_socket_and_starts_no_program(tmp_path: Path) -> None:
    told = build(default_site(tmp_path / "site"))
    assert set(told["seen"]) == {"os.fork"}
    assert build(tmp_path / "site")["seen"] == []
    assert run("check", "--root", str(tmp_path / "site"))["seen"] == []
    assert run("verify", "--root", str(tmp_path / "site"))["seen"] == []
    assert run("new", "Title", "--root", str(tmp_path / "site"))["seen"] == []


def test_the_watch_sees_what_it_watches_for() -> None:
    planted = RUN.replace(
        "    code = main(sys.argv[1:])",
        "    code = 0; import socket, subprocess; socket.socket(); subprocess.run(['true'])",
    )
    done = subprocess.run(
        [sys.executable, "-c", planted], cwd=ROOT, capture_output=True, text=True, check=True
    )
    seen = json.loads(done.stderr.splitlines()[-1])["seen"]
    assert {"socket.__new__", "subprocess.Popen"} <= set(seen)


def test_template_code_in_content_is_text(tmp_path: Path) -> None:
    """In every field that a page shows; nothing of it is evaluated, nothing makes a build fail."""
    root, code = (
        default_site(tmp_path / "site"),
        "{{ 90001 * 7 }}{% include 'base.html' %}{# gone #}",
    )
    for path in (*root.glob("content/*/*.md"), *root.glob("seeds/*.yaml")):
        lines = path.read_text(encoding="utf-8").split("\n")
        for number, line in enumerate(lines):
            key, colon, _ = line.partition(": ")
            if colon and key in ("title", "summary", "headline", "publisher", "note"):
                lines[number] = f"{key}: {json.dumps(code)}"
        text = "\n".join(lines)
        path.write_text(f"{text}\n{code}\n" if path.suffix == ".md" else text, encoding="utf-8")
    build(root)
    pages = [path.read_text(encoding="utf-8") for path in (root / "public").rglob("*.html")]
    assert sum("{{ 90001 * 7 }}" in page and "{# gone #}" in page for page in pages) > 10
    assert not [page for page in pages if "630007" in page]


UNSHARE = shutil.which("unshare")
if (
    UNSHARE
    and subprocess.run([UNSHARE, "--net", "true"], capture_output=True, check=False).returncode == 0
):

    def test_a_build_needs_no_network(tmp_path: Path) -> None:
        """In a network of its own, which has not even a loopback."""
        root = default_site(tmp_path / "site")
        command = [sys.executable, "-m", "site_gen", "build", "--root", str(root), "--quiet"]
        alone = [UNSHARE or "", "--net", *command, "--workers", "2"]
        subprocess.run(alone, cwd=ROOT, check=True)
        offline = {path: path.read_bytes() for path in (root / "public").rglob("*.*")}
        shutil.rmtree(root / "public")
        subprocess.run([*command, "--force"], cwd=ROOT, check=True)
        assert {path: path.read_bytes() for path in (root / "public").rglob("*.*")} == offline


STRACE = shutil.which("strace")
if STRACE:

    def test_a_tracer_sees_no_socket_and_no_program(tmp_path: Path) -> None:
        root, log = default_site(tmp_path / "site"), tmp_path / "log"
        calls = "trace=execve,execveat,socket,connect,bind,sendto,sendmsg"
        tracer = [STRACE or "", "-f", "-qq", "-o", str(log), "-e", calls]
        command = [sys.executable, "-m", "site_gen", "build", "--root", str(root), "--quiet"]
        subprocess.run([*tracer, *command, "--workers", "2"], cwd=ROOT, check=True)
        # The interpreter itself.
        told = re.findall(r"^\d+ +(\w+)\(", log.read_text(), re.MULTILINE)
        assert told == ["execve"]
