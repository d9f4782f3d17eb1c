"""Asking sources whether they are still there, of a server on this machine."""

from __future__ import annotations

import contextlib
import json
import os
import shutil
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from site_gen.edges.source import Tree
from site_gen.engine.reading import read_site
from site_gen.linkcheck import Asker, LinkOptions, check_links, with_copy

ROOT = Path(__file__).resolve().parents[2]
SECOND = ROOT / "tests/data/second_site"
COPY = "/web/20341004120000/"


@dataclass
class Web:
    """A server that says what it is told to."""

    address: str = ""
    pages: dict[str, tuple[int, dict[str, str]]] = field(default_factory=dict)
    asked: list[tuple[str, str]] = field(default_factory=list)
    drips: str = ""
    """A method to which `/drip` answers with one line after the other."""


@pytest.fixture
def web() -> Iterator[Web]:
    found = Web()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            found.asked.append((self.command, self.path))
            if self.path == "/drip" and self.command == found.drips:
                self.drip()
                return
            status, headers = found.pages.get(self.path, (404, {}))
            if self.command == "HEAD" and headers.get("no-head"):
                status, headers = 405, {}
            self.send_response(status)
            for name, value in headers.items():
                self.send_header(name, value)
            self.send_header("Content-Length", "0")
            self.end_headers()

        def drip(self) -> None:
            self.send_response(200)
            with contextlib.suppress(OSError):
                for number in range(90):  # a hundred would be refused for their number
                    self.send_header(f"X-{number}", "y")
                    self.flush_headers()
                    time.sleep(0.1)

        def do_HEAD(self) -> None:
            self.do_GET()

        def log_message(self, *arguments: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    found.address = f"http://127.0.0.1:{server.server_port}"
    threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}).start()
    yield found
    server.shutdown()
    server.server_close()


@pytest.fixture
def root(tmp_path: Path, web: Web) -> Path:
    """The second site, with addresses of that server in place of its own."""
    shutil.copytree(SECOND, tmp_path / "site")
    for path in (tmp_path / "site").rglob("*.*"):
        if path.suffix in (".yaml", ".md"):
            text = path.read_text(encoding="utf-8")
            for host in ("courier", "gazette"):
                text = text.replace(f"https://{host}.example", f"{web.address}/{host}")
            path.write_text(text, encoding="utf-8")
    web.pages |= {"/courier/1": (200, {}), "/courier/2": (200, {}), "/gazette/7": (200, {})}
    return tmp_path / "site"


def check(root: Path, web: Web, **options: object) -> tuple[list[str], bool]:
    """(codes with the files that they are about, whether that fails)."""
    report = check_links(LinkOptions(root=root, pause=0, service=web.address, **options))
    told = [f"{d.severity}[{d.code}] {d.span.path}" for d in report.diagnostics]
    return told, report.failed


UNARCHIVED = [
    "warning[link.unarchived] content/entries/convoys-to-dunmere.md",
    "warning[link.unarchived] seeds/courier-1.yaml",
    "warning[link.unarchived] seeds/courier-2.yaml",
]


def test_pages_that_answer(root: Path, web: Web) -> None:
    assert check(root, web) == (UNARCHIVED, False)


@pytest.mark.parametrize(
    ("status", "headers", "expected"),
    [
        (200, {}, None),
        (200, {"no-head": "1"}, None),
        (404, {}, "error[link.dead]"),
        (410, {}, "error[link.dead]"),
        (403, {}, "warning[link.unknown]"),
        (429, {}, "warning[link.unknown]"),
        (500, {}, "warning[link.unknown]"),
        (302, {"Location": "/courier/2"}, None),
        (301, {"Location": "/courier/2"}, "warning[link.moved]"),
        (301, {"Location": "/nowhere"}, "error[link.dead]"),
        (302, {"Location": "/courier/1"}, "warning[link.unknown]"),
    ],
)
def test_what_an_answer_means(
    root: Path, web: Web, status: int, headers: dict[str, str], expected: str | None
) -> None:
    web.pages["/courier/1"] = (status, headers)
    told, failed = check(root, web)
    more = [f"{expected} seeds/courier-1.yaml"] if expected else []
    assert sorted(told) == sorted([*UNARCHIVED, *more])
    assert failed == (expected == "error[link.dead]")


def test_silence_says_nothing_certain(root: Path, web: Web) -> None:
    settings = root / "seeds/courier-1.yaml"
    text = settings.read_text(encoding="utf-8")
    settings.write_text(text.replace(web.address, "http://127.0.0.1:9"), encoding="utf-8")
    told, failed = check(root, web)
    assert "warning[link.unknown] seeds/courier-1.yaml" in told
    assert not failed


def test_a_dead_page_with_a_copy_is_a_warning(root: Path, web: Web) -> None:
    path = root / "seeds/courier-1.yaml"
    copy = f"{web.address}{COPY}x"
    path.write_text(with_copy(path.read_text(encoding="utf-8"), copy), encoding="utf-8")
    web.pages["/courier/1"] = (404, {})
    web.pages[f"{COPY}x"] = (200, {})
    told, failed = check(root, web)
    assert "warning[link.dead] seeds/courier-1.yaml" in told
    assert not failed
    web.pages[f"{COPY}x"] = (404, {})
    told, failed = check(root, web, again=True)
    assert "error[link.dead] seeds/courier-1.yaml" in told
    assert failed


def test_what_was_answered_lately_is_not_asked_again(root: Path, web: Web) -> None:
    check(root, web)
    first = len(web.asked)
    assert check(root, web)[0] == UNARCHIVED
    assert len(web.asked) == first
    check(root, web, again=True)
    assert len(web.asked) == 2 * first


def test_a_run_that_was_broken_off_goes_on_where_it_stopped(root: Path, web: Web) -> None:
    class Broken(Asker):
        def ask(self, url: str):
            if len(web.asked) == 2:
                raise KeyboardInterrupt
            return super().ask(url)

    options = LinkOptions(root=root, pause=0)
    with pytest.raises(KeyboardInterrupt):
        check_links(options, asker=Broken(pause=0))
    report = check_links(options)
    assert (report.asked, report.addresses) == (1, 3)
    assert len({path for _, path in web.asked}) == len(web.asked) == 3


def test_an_unusable_memory_is_an_empty_one(root: Path, web: Web) -> None:
    check(root, web)
    path = root / ".site_gen_cache/links.json"
    assert set(json.loads(path.read_text(encoding="utf-8"))[f"{web.address}/courier/1"]) == {
        "state",
        "told",
        "asked",
    }
    for text in ("", "[]", '{"a": 1}', '{"a": {"b": 2}}'):
        path.write_text(text, encoding="utf-8")
        assert check(root, web)[0] == UNARCHIVED


def test_doubtful_answers_are_asked_again_sooner(root: Path, web: Web) -> None:
    web.pages["/courier/1"] = (500, {})
    clock = [1e9]
    options = LinkOptions(root=root, pause=0)

    def asked() -> int:
        return check_links(options, now=lambda: clock[0]).asked

    assert asked() == 3
    clock[0] += 2 * 3600
    assert asked() == 1
    clock[0] += 8 * 24 * 3600
    assert asked() == 3


def test_no_host_is_asked_too_often() -> None:
    now, slept = [0.0], []

    def sleep(seconds: float) -> None:
        slept.append(round(seconds, 3))
        now[0] += seconds

    asker = Asker(pause=1.0, clock=lambda: now[0], sleep=sleep, seconds=0.2)
    for _ in range(3):
        asker.ask("http://127.0.0.1:9/a")
    asker.ask("http://127.0.0.2:9/a")
    now[0] += 0.4
    asker.ask("http://127.0.0.1:9/b")
    assert slept == [1.0, 1.0, 0.6]


@pytest.mark.parametrize("method", ["HEAD", "GET"])
def test_a_server_that_drips_is_not_waited_for(web: Web, method: str) -> None:
    """Each line comes in good time, and there is no end of them."""
    web.pages["/drip"] = (405 if method == "GET" else 200, {})
    web.drips = method
    assert Asker(pause=0, seconds=0.5).ask(f"{web.address}/drip").told == "no answer in time"
    assert Asker(pause=0, seconds=0.5).ask(f"{web.address}/nowhere").state == "dead"


def test_the_archive_is_asked_for_few_new_copies_a_minute(web: Web) -> None:
    now, slept = [0.0], []

    def sleep(seconds: float) -> None:
        slept.append(round(seconds))
        now[0] += seconds

    asker = Asker(pause=1.0, clock=lambda: now[0], sleep=sleep)
    for number in range(3):
        web.pages[f"/save/https://a.example/{number}"] = (200, {"Content-Location": f"{COPY}x"})
        assert asker.copy_of(f"https://a.example/{number}", web.address)[0].endswith(f"{COPY}x")
    waits = [seconds for seconds in slept if seconds > 1]
    assert len(waits) == 2
    assert all(seconds >= 18 for seconds in waits)


@pytest.mark.parametrize("way", ["web/20341004", "save"])
def test_an_archive_that_wants_no_more_gets_no_more(root: Path, web: Web, way: str) -> None:
    web.pages[f"/{way}/{web.address}/courier/1"] = (429, {})
    report = check_links(LinkOptions(root=root, pause=0, service=web.address, archive=True))
    told = {d.span.path: d.message for d in report.diagnostics}
    assert "wants no more requests" in told["seeds/courier-2.yaml"]
    asked = {path.split("/")[1] for _, path in web.asked if "http" in path and "courier/2" in path}
    assert asked == ({"web"} if way == "save" else set())
    assert not report.failed


def test_copies_are_looked_for_near_the_day_of_publication(root: Path, web: Web) -> None:
    page = f"{web.address}/courier/1"
    found = f"{COPY}{page}"
    web.pages[f"/web/20341004/{page}"] = (302, {"Location": found})
    web.pages[found] = (200, {})
    before = (root / "seeds/courier-1.yaml").read_text(encoding="utf-8")
    told, failed = check(root, web, archive=True)
    assert not failed
    assert "warning[link.unarchived] seeds/courier-1.yaml" not in told
    site = read_site(Tree(root=root)).found
    assert site.sources["courier-1"].archived == f"{web.address}{found}"
    after = (root / "seeds/courier-1.yaml").read_text(encoding="utf-8")
    assert [line for line in after.splitlines() if not line.startswith("archived:")] == (
        before.splitlines()
    )


def test_no_copy_is_made_of_the_word_that_a_page_is_gone(root: Path, web: Web) -> None:
    web.pages["/courier/1"] = (404, {})
    told, failed = check(root, web, archive=True)
    assert failed
    assert "error[link.dead] seeds/courier-1.yaml" in told
    asked = [path for _, path in web.asked if path.endswith("/courier/1")]
    assert f"/web/20341004/{web.address}/courier/1" in asked
    assert f"/save/{web.address}/courier/1" not in asked
    assert f"/save/{web.address}/courier/2" in [path for _, path in web.asked]


def test_a_copy_is_made_when_there_is_none(root: Path, web: Web) -> None:
    page = f"{web.address}/courier/2"
    web.pages[f"/save/{page}"] = (200, {"Content-Location": f"{COPY}{page}"})
    report = check_links(LinkOptions(root=root, pause=0, service=web.address, archive=True))
    assert report.written == ("seeds/courier-2.yaml",)
    site = read_site(Tree(root=root)).found
    assert site.sources["courier-2"].archived == f"{web.address}{COPY}{page}"
    messages = {d.span.path: d.message for d in report.diagnostics}
    assert messages["seeds/courier-1.yaml"] == "the archive answers with status 404"


def test_a_record_within_an_entry_is_left_to_its_editor(root: Path, web: Web) -> None:
    page = f"{web.address}/gazette/7"
    web.pages[f"/save/{page}"] = (200, {"Content-Location": f"{COPY}{page}"})
    entry = root / "content/entries/convoys-to-dunmere.md"
    before = entry.read_bytes()
    report = check_links(LinkOptions(root=root, pause=0, service=web.address, archive=True))
    assert entry.read_bytes() == before
    assert any("write it into the record: archived: http" in d.message for d in report.diagnostics)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "url: https://a.example/\nwords: 3\n",
            'url: https://a.example/\narchived: "{}"\nwords: 3\n',
        ),
        ("archived: null  # none yet\nurl: x\n", 'archived: "{}"\nurl: x\n'),
        ("archived:\nurl: x\n", 'archived: "{}"\nurl: x\n'),
    ],
)
def test_a_record_keeps_all_else(text: str, expected: str) -> None:
    address = r"https://archive.example/web/1/\1"
    assert with_copy(text, address) == expected.format(address.replace("\\", "\\\\"))


def test_the_command(root: Path, web: Web) -> None:
    web.pages["/courier/1"] = (404, {})
    command = [sys.executable, "-m", "site_gen", "check", "--links", "--root", root]
    done = subprocess.run(
        command, capture_output=True, text=True, check=False, cwd=ROOT, env={**os.environ}
    )
    assert done.returncode == 1
    assert "error[link.dead]" in done.stderr
    assert "3 addresses of sources, 3 asked now" in done.stdout
    plain = subprocess.run(
        [part for part in command if part != "--links"],
        capture_output=True,
        text=True,
        check=False,
        cwd=ROOT,
    )
    assert plain.returncode == 0
    assert "link." not in plain.stderr
