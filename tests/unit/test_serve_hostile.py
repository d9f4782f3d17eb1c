"""What a preview answers to those who mean harm: never a file that is not the site's, never a 500."""

from __future__ import annotations

import base64
import json
import os
import socket
import struct
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from chronicle import Preview, start_preview, write_site

SECRET = "no-one-shall-read-this"


@pytest.fixture(scope="module")
def preview(tmp_path_factory) -> Iterator[Preview]:
    folder = tmp_path_factory.mktemp("hostile")
    root = write_site(folder / "site", 3, base_url="https://chronicle.example/repo/")
    (folder / "secret.txt").write_text(SECRET)
    (root / "secret.txt").write_text(SECRET)
    running = start_preview(root)
    out = root / ".site_gen_cache" / "preview"
    # What somebody could have put there, or a build made by mistake.
    (out / "link.txt").symlink_to(folder / "secret.txt")
    (out / "folder").symlink_to(folder)
    (out / ".hidden").write_text(SECRET)
    (out / "loop").symlink_to(out / "loop")
    os.mkfifo(out / "pipe")
    yield running
    running.stop()


def ask(preview: Preview, request: bytes, *, more: float = 5) -> bytes:
    """Send bytes as they are; everything that comes back until the other side closes."""
    with socket.create_connection(("127.0.0.1", preview.port), timeout=more) as line:
        line.sendall(request)
        answer = b""
        try:
            while block := line.recv(65536):
                answer += block
        except (TimeoutError, ConnectionResetError):
            pass
    return answer


def get(preview: Preview, path: bytes, headers: bytes = b"", method: bytes = b"GET") -> bytes:
    host = b"" if b"Host:" in headers else f"Host: localhost:{preview.port}\r\n".encode()
    return ask(
        preview,
        method + b" " + path + b" HTTP/1.1\r\n" + host + headers + b"Connection: close\r\n\r\n",
    )


def status(answer: bytes) -> int:
    assert answer.startswith(b"HTTP/1.1 "), answer[:200]
    return int(answer.split(b" ", 2)[1])


PATHS = [
    b"/repo/../secret.txt",
    b"/repo/../../secret.txt",
    b"/../secret.txt",
    b"/repo/assets/../../../secret.txt",
    b"/repo/%2e%2e/secret.txt",
    b"/repo/%2e%2e%2fsecret.txt",
    b"/repo/..%2f..%2f..%2fsecret.txt",
    b"/repo/..%5csecret.txt",
    b"/repo/..\\secret.txt",
    b"/repo/%252e%252e%252fsecret.txt",
    b"/repo/%c0%ae%c0%ae/secret.txt",
    b"/repo/..;/secret.txt",
    b"/repo/assets%2fstyle.css",
    b"/repo/%00",
    b"/repo/index.html%00",
    b"/repo/index.html%00.css",
    b"/repo/%ff%fe",
    b"/repo/%",
    b"/repo/%zz",
    b"/repo/%0d%0aX-Evil:%201",
    b"/repo/link.txt",
    b"/repo/folder/secret.txt",
    b"/repo/folder/site/secret.txt",
    b"/repo/folder/",
    b"/repo/loop",
    b"/repo/loop/x",
    b"/repo/pipe",
    b"/repo/.hidden",
    b"/repo/%2ehidden",
    b"/repo/.git/config",
    b"/repo/assets",
    b"/repo/assets/",
    b"/repo/index.html/",
    b"/repo/index.html/x",
    b"/repo//etc/passwd",
    b"/repo/" + b"a" * 5000,
    b"/repo/" + b"a/" * 3000,
    b"/repo/entries/report-00001.md",
    b"/content/entries/report-00001.md",
    b"/repo/content/site.yaml",
    b"/etc/passwd",
    b"//evil.example/",
    b"//repo/",
    b"/reposecret",
    b"/secret.txt",
    b"/preview.lock",
    b"/repo/../preview.lock",
    b"/__site_gen/",
    b"/__site_gen/client.py",
    b"/__site_gen/../application.py",
    b"/__site_gen/%2e%2e/application.py",
    b"/__site_gen/client.js/",
    b"/repo/__site_gen/client.js",
    b"file:///etc/passwd",
    b"http://localhost/repo/",
    b"*",
]


@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.decode("latin-1")[:40])
def test_a_hostile_path_finds_nothing(preview: Preview, path: bytes) -> None:
    answer = get(preview, path)
    assert status(answer) in {400, 403, 404}
    assert SECRET.encode() not in answer
    assert b"X-Evil" not in answer.split(b"\r\n\r\n")[0]
    assert b"Traceback" not in answer


@pytest.mark.parametrize(
    "host",
    [
        b"evil.example",
        b"evil.example:80",
        b"localhost.evil.example",
        b"127.0.0.1.evil.example",
        b"192.168.7.7",
        b"",
        b"localhost@evil.example",
        b"[::1",
        b"xn--lclhost-9za",
        b"\xff",
        b"localhost\r\nHost: evil.example",
    ],
)
@pytest.mark.parametrize("path", [b"/repo/", b"/__site_gen/client.js", b"/__site_gen/livereload"])
def test_a_foreign_name_is_refused(preview: Preview, host: bytes, path: bytes) -> None:
    answer = get(preview, path, b"Host: " + host + b"\r\n")
    assert status(answer) in {400, 403}
    assert b"Estravia" not in answer


def test_without_a_name_there_is_no_answer(preview: Preview) -> None:
    answer = ask(preview, b"GET /repo/ HTTP/1.1\r\nConnection: close\r\n\r\n")
    assert status(answer) in {400, 403}
    assert status(ask(preview, b"GET /repo/ HTTP/1.0\r\n\r\n")) in {400, 403}


@pytest.mark.parametrize(
    "method", [b"POST", b"PUT", b"DELETE", b"PATCH", b"OPTIONS", b"TRACE", b"XYZ"]
)
@pytest.mark.parametrize("path", [b"/repo/", b"/__site_gen/client.js"])
def test_a_preview_is_only_read(preview: Preview, method: bytes, path: bytes) -> None:
    assert status(get(preview, path, b"Content-Length: 0\r\n", method)) == 405


def test_a_redirect_stays_on_the_site(preview: Preview) -> None:
    for path in (b"/repo", b"/", b"/repo/entries", b"/repo/entries?next=//evil.example"):
        answer = get(preview, path)
        assert status(answer) == 302
        location = answer.split(b"Location: ")[1].split(b"\r\n")[0]
        assert location.startswith(b"/repo/")
    assert status(get(preview, b"/repo/%2f%2fevil.example")) == 404


def test_no_garbage_ends_the_server(preview: Preview) -> None:
    for garbage in (
        b"\x00" * 100,
        b"GET\r\n\r\n",
        b"GET / HTTP/9.9\r\n\r\n",
        b"\x16\x03\x01\x02\x00\x01\x00",
        b"GET / HTTP/1.1\r\n" + b"A: b\r\n" * 10_000 + b"\r\n",
        b"GET /" + b"a" * 100_000 + b" HTTP/1.1\r\n\r\n",
        b"POST /repo/ HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
        b"POST /repo/ HTTP/1.1\r\nHost: localhost\r\nContent-Length: -1\r\n\r\n",
    ):
        answer = ask(preview, garbage, more=0.5)
        assert not answer.startswith(b"HTTP/1.1 5"), garbage[:30]
    assert status(get(preview, b"/repo/")) == 200


def upgrade(preview: Preview, origin: str | None) -> socket.socket:
    """Ask for a socket; the line is open when the answer is 101."""
    key = base64.b64encode(b"0123456789abcdef").decode()
    lines = [
        "GET /__site_gen/livereload HTTP/1.1",
        f"Host: localhost:{preview.port}",
        "Upgrade: websocket",
        "Connection: Upgrade",
        f"Sec-WebSocket-Key: {key}",
        "Sec-WebSocket-Version: 13",
        *([f"Origin: {origin}"] if origin is not None else []),
    ]
    line = socket.create_connection(("127.0.0.1", preview.port), timeout=5)
    line.sendall("\r\n".join([*lines, "", ""]).encode())
    return line


@pytest.mark.parametrize(
    "origin",
    [
        None,
        "null",
        "http://evil.example",
        "http://localhost",
        "http://localhost:1",
        "http://127.0.0.1:{port}",
        "http://localhost:{port}.evil.example",
        "http://evil.example/http://localhost:{port}",
    ],
)
def test_a_foreign_page_opens_no_socket(preview: Preview, origin: str | None) -> None:
    with upgrade(preview, origin and origin.format(port=preview.port)) as line:
        assert line.recv(4096).startswith(b"HTTP/1.1 403")


def frame(text: bytes) -> bytes:
    """A text frame as a browser sends it."""
    size = len(text)
    head = bytes([0x81, 0x80 | size]) if size < 126 else b"\x81\xfe" + struct.pack(">H", size)
    return head + bytes(4) + text


@pytest.mark.parametrize(
    "message",
    [
        b"",
        b"x",
        b"[]",
        b"null",
        b"1",
        b"{}",
        b'{"command": 1}',
        b'{"command": "info"}',
        b'{"command": "info", "url": 1, "build": "x", "server": null}',
        b'{"command": "info", "url": "http://[", "build": 0, "server": ""}',
        b'{"command": "info", "url": "//\\u0000/%00/..", "build": 1e400, "server": ""}',
        b'{"command": "info", "url": "/", "build": 99999999999999999999, "server": []}',
        b'{"command": "hello"}',
        b"[" * 20_000,
        b"\xff\xfe",
    ],
)
def test_no_message_ends_the_server(preview: Preview, message: bytes) -> None:
    with upgrade(preview, f"http://localhost:{preview.port}") as line:
        assert line.recv(4096).startswith(b"HTTP/1.1 101")
        line.sendall(frame(message))
        line.settimeout(0.3)
        with suppress(TimeoutError, ConnectionResetError):
            line.recv(65536)
    assert status(get(preview, b"/repo/")) == 200
    assert not [text for text in preview.lines if "Traceback" in text or "ERROR" in text]


def test_a_page_of_the_preview_hears_the_state(preview: Preview) -> None:
    with upgrade(preview, f"http://localhost:{preview.port}") as line:
        hello = json.dumps({"command": "info", "url": "/repo/", "build": 1, "server": "other"})
        line.sendall(frame(hello.encode()))
        answer = b""
        while b'"stale": true' not in answer:
            block = line.recv(65536)
            assert block
            answer += block


def test_answers_are_for_this_origin_only(preview: Preview) -> None:
    head = get(preview, b"/repo/").split(b"\r\n\r\n")[0]
    assert b"Cross-Origin-Resource-Policy: same-origin" in head
    assert b"X-Content-Type-Options: nosniff" in head
    assert b"Access-Control-Allow-Origin" not in head


def test_a_file_is_sent_once_until_it_changes(preview: Preview) -> None:
    head = get(preview, b"/repo/assets/style.css").split(b"\r\n\r\n")[0]
    etag = head.split(b"Etag: ")[1].split(b"\r\n")[0]
    again = get(preview, b"/repo/assets/style.css", b"If-None-Match: " + etag + b"\r\n")
    assert status(again) == 304
    assert again.endswith(b"\r\n\r\n")


def test_a_head_has_no_body(preview: Preview) -> None:
    for path in (b"/repo/", b"/repo/assets/style.css", b"/__site_gen/client.js", b"/repo/nope"):
        answer = get(preview, path, method=b"HEAD")
        assert answer.endswith(b"\r\n\r\n")
        assert int(answer.split(b"Content-Length: ")[1].split(b"\r\n")[0]) > 0


def test_the_files_are_not_touched_by_being_served(preview: Preview) -> None:
    page = Path(preview.root, ".site_gen_cache", "preview", "index.html").read_bytes()
    body = get(preview, b"/repo/").split(b"\r\n\r\n", 1)[1]
    assert b"site-gen-preview" not in page
    start = body.index(b"<script id=")
    assert body[:start] + body[body.index(b"</script>", start) + 9 :] == page
