"""The command as a process: how it starts, what it says, how it ends."""

from __future__ import annotations

import os
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from itertools import count
from pathlib import Path

import pytest
from chronicle import PROJECT, Preview, entry, path_of, start_preview, write_site

from site_gen.serve.watcher import Watcher


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return write_site(tmp_path / "site", 3)


@pytest.fixture
def started(root: Path) -> Iterator[list[Preview]]:
    previews: list[Preview] = []
    yield previews
    for preview in previews:
        preview.stop(signal.SIGKILL)


def fetch(address: str) -> tuple[int, str]:
    try:
        with urllib.request.urlopen(address, timeout=10) as answer:
            return answer.status, answer.read().decode()
    except urllib.error.HTTPError as problem:
        with problem:
            return problem.code, problem.read().decode()


def is_gone(session: int) -> bool:
    """Whether a session ends within a moment."""
    end = time.monotonic() + 5
    while alive(session) and time.monotonic() < end:
        time.sleep(0.05)
    return not alive(session)


def alive(session: int) -> bool:
    """Whether any process is left of a session; a zombie has ended."""
    for folder in Path("/proc").iterdir():
        if folder.name.isdigit():
            try:
                fields = (folder / "stat").read_text().rpartition(")")[2].split()
            except OSError:
                continue
            if int(fields[3]) == session and fields[0] != "Z":
                return True
    return False


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
@pytest.mark.parametrize("whole_group", [True, False])
def test_it_ends_quietly_and_leaves_nothing_running(
    root: Path, started: list[Preview], number: int, whole_group: bool
) -> None:
    preview = start_preview(root)
    started.append(preview)
    if whole_group:
        # What a terminal does with Ctrl-C.
        os.killpg(preview.process.pid, number)
        code = preview.process.wait(timeout=10)
    else:
        code = preview.stop(number)
    assert code == 0 if number == signal.SIGINT or not whole_group else code in {0, -15}
    assert len(preview.lines) == 2, preview.lines
    assert is_gone(preview.process.pid)


def test_it_ends_while_it_builds_and_starts_again(tmp_path: Path, started: list[Preview]) -> None:
    root = write_site(tmp_path / "many", 300)
    preview = start_preview(root, first=0)
    started.append(preview)
    time.sleep(0.7)
    assert preview.stop() == 0
    assert not [line for line in preview.lines if "Traceback" in line]
    assert is_gone(preview.process.pid)
    again = start_preview(root)
    started.append(again)
    assert fetch(again.address + "entries/report-00299/")[0] == 200


def test_a_folder_of_another_version_is_taken_over(root: Path, started: list[Preview]) -> None:
    """The preview refused its own folder, with advice that its command does not take."""
    first = start_preview(root)
    started.append(first)
    first.stop()
    state = root / ".site_gen_cache"
    caches = [*state.glob("*/*.db"), *state.glob("*/listing.txt")]
    assert len(caches) > 1
    for path in caches:
        path.write_bytes(b"of another version")
    left = state / "preview" / "entries" / "left-behind" / "index.html"
    left.parent.mkdir()
    left.write_text("left behind")
    again = start_preview(root)
    started.append(again)
    assert not [line for line in again.lines if "last good site" in line], again.lines
    assert fetch(again.address + "entries/left-behind/")[0] == 404
    path_of(root, 1).write_text(entry(1, words="seen all the same"))
    again.line(r"1 file changed")
    assert "seen all the same" in fetch(again.address + "entries/report-00001/")[1]


def test_a_port_in_use_is_no_trouble(root: Path, started: list[Preview]) -> None:
    with socket.socket() as busy:
        busy.bind(("127.0.0.1", 0))
        busy.listen()
        port = busy.getsockname()[1]
        preview = start_preview(root, "--port", str(port))
        started.append(preview)
        assert port < preview.port <= port + 50
        assert fetch(preview.address)[0] == 200


@pytest.mark.parametrize("asked", [True, False])
def test_the_browser_is_opened_when_that_is_asked_for(
    root: Path, tmp_path: Path, started: list[Preview], asked: bool
) -> None:
    opened = tmp_path / "opened"
    browser = tmp_path / "browser"
    browser.write_text(f'#!/bin/sh\necho "$1" > "{opened}"\n')
    browser.chmod(0o755)
    arguments = ["--open"] if asked else []
    preview = start_preview(root, *arguments, environment=[("BROWSER", f"{browser} %s")])
    started.append(preview)
    end = time.monotonic() + (10 if asked else 0.5)
    while not (opened.exists() and opened.read_text()) and time.monotonic() < end:
        time.sleep(0.02)
    assert opened.exists() == asked
    if asked:
        assert opened.read_text().strip() == preview.address


def test_two_previews_of_one_site_do_not_meet(root: Path, started: list[Preview]) -> None:
    started += [start_preview(root), start_preview(root)]
    path_of(root, 1).write_text(entry(1, words="both see it"))
    for preview in started:
        preview.line("files? changed")
        assert "both see it" in fetch(preview.address + "entries/report-00001/")[1]


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("--host", "192.0.2.1"), "cannot listen on 192.0.2.1"),
        (("--host", "no such host"), "cannot listen on no such host"),
        (("--port", "70000"), "a port is a number from 0 to 65535"),
        (("--editor", "vim"), "--editor vim"),
    ],
)
def test_what_cannot_be_done_is_said_in_a_line(
    root: Path, arguments: tuple[str, ...], message: str
) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "site_gen", "serve", "--root", root, *arguments],
        cwd=PROJECT,
        capture_output=True,
        text=True,
        timeout=20,
        check=False,
    )
    assert done.returncode == 1
    assert message in done.stderr
    assert done.stderr.count("\n") == 1


def test_a_site_that_begins_with_mistakes_is_waited_for(root: Path, started: list[Preview]) -> None:
    good = entry(1)
    path_of(root, 1).write_text(good.replace("[Southmere]", "[Nowhere]"))
    preview = start_preview(root)
    started.append(preview)
    status, body = fetch(preview.address)
    assert status == 503
    assert "The site has mistakes" in body
    assert "site-gen-preview" in body
    assert any("province.unknown" in line for line in preview.lines)
    path_of(root, 1).write_text(good)
    preview.line("files? changed")
    assert fetch(preview.address)[0] == 200


def test_drafts_are_shown(root: Path, started: list[Preview]) -> None:
    path_of(root, 1).write_text(entry(1).replace("tags:", "draft: true\ntags:"))
    preview = start_preview(root)
    started.append(preview)
    assert fetch(preview.address + "entries/report-00001/")[0] == 200


def test_the_published_folder_is_left_alone(root: Path, started: list[Preview]) -> None:
    started.append(start_preview(root))
    assert not (root / "public").exists()


@pytest.mark.parametrize("poll", [False, True])
def test_every_way_of_saving_is_noticed(root: Path, started: list[Preview], poll: bool) -> None:
    preview = start_preview(root, *(["--poll"] if poll else []))
    started.append(preview)
    path = path_of(root, 1)
    address = preview.address + "entries/report-00001/"

    def in_place(text: str) -> None:
        path.write_text(text)

    def by_rename(text: str) -> None:
        fresh = path.with_name("4913")
        fresh.write_text(text)
        fresh.replace(path)

    def with_backup(text: str) -> None:
        path.replace(path.with_name(path.name + "~"))
        path.write_text(text)
        path.with_name(path.name + "~").unlink()

    def slowly(text: str) -> None:
        with path.open("w") as file:
            time.sleep(0.02)
            file.write(text)

    def anew(text: str) -> None:
        path.unlink()
        path.write_text(text)

    def with_an_old_time(text: str) -> None:
        path.write_text(text)
        os.utime(path, (1_000_000_000 + len(preview.lines),) * 2)

    for save in (in_place, by_rename, with_backup, slowly, anew, with_an_old_time):
        # Words of one length: neither size nor whole seconds tell the saves apart.
        words = f"saved {save.__name__[:4]:4}"
        save(entry(1, words=words))
        end = time.monotonic() + 5
        while words not in fetch(address)[1]:
            assert time.monotonic() < end, (save.__name__, preview.lines)
            time.sleep(0.02)
    assert not [line for line in preview.lines if "error" in line], preview.lines


def test_a_file_that_is_emptied_first_is_waited_for(root: Path) -> None:
    """However long the machine takes between the two halves of a save."""
    path = path_of(root, 1)
    sizes: list[int] = []
    watcher = Watcher(root, lambda _: sizes.append(path.stat().st_size), print)
    watcher.start(lambda: None)
    time.sleep(0.3)
    try:
        for _ in range(3):
            with path.open("w") as file:
                time.sleep(0.15)
                file.write(entry(1))
            time.sleep(0.1)
        with path.open("w"):
            time.sleep(0.6)
    finally:
        watcher.close()
    assert sizes.count(0) == 1
    assert sizes[-1] == 0  # it was meant so


def test_what_editors_leave_behind_is_not_a_save(root: Path, started: list[Preview]) -> None:
    preview = start_preview(root)
    started.append(preview)
    for name in (".report-00001.md.swp", "report-00001.md~", ".#report-00001.md"):
        (root / "content" / "entries" / name).write_text("x")
    time.sleep(0.4)
    assert len(preview.lines) == 2


def test_a_folder_that_comes_later_is_watched(root: Path, started: list[Preview]) -> None:
    shutil.move(root / "seeds", root / "elsewhere")
    preview = start_preview(root)
    started.append(preview)
    shutil.move(root / "elsewhere", root / "seeds")
    preview.line("files? changed")
    assert fetch(preview.address)[0] == 200
    record = root / "seeds" / "post-1.yaml"
    record.write_text(record.read_text().replace("Report 1", "Another headline"))
    preview.line(r"followed: [1-9]\d* files")


def test_a_worker_that_is_killed_is_replaced(root: Path, started: list[Preview]) -> None:
    preview = start_preview(root)
    started.append(preview)
    listing = subprocess.run(
        ["pgrep", "-P", str(preview.process.pid)], capture_output=True, text=True, check=True
    )
    for child in listing.stdout.split():
        command = Path("/proc", child, "cmdline").read_bytes()
        if b"spawn_main" in command:
            os.kill(int(child), signal.SIGKILL)
    path_of(root, 1).write_text(entry(1, words="after the fall"))
    preview.line("1 error")
    path_of(root, 1).write_text(entry(1, words="after all"))
    preview.line("files? changed")
    assert "after all" in fetch(preview.address + "entries/report-00001/")[1]


def test_polling_notices_a_save(root: Path) -> None:
    noticed: list[frozenset[str]] = []
    watcher = Watcher(root, noticed.append, print, poll=True)
    watcher.start(lambda: None)
    end = time.monotonic() + 20
    # The first saves may come before the first look, with which later ones are compared.
    for number in count():
        path_of(root, 2).write_text(entry(2, words=f"seen {number}"))
        time.sleep(0.2)
        if noticed or time.monotonic() > end:
            break
    watcher.close()
    assert noticed[0] == frozenset({"content/entries/report-00002.md"})
