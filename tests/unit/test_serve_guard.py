"""Who may ask the preview, and what for."""

from __future__ import annotations

import pytest

from site_gen.serve.guard import HostRule, target_of

LOCAL = HostRule(host="127.0.0.1")


@pytest.mark.parametrize(
    "header",
    [
        "127.0.0.1",
        "127.0.0.1:8000",
        "127.8.8.8:8000",
        "localhost",
        "LOCALHOST:8000",
        "localhost.:8000",
        "[::1]",
        "[::1]:8000",
    ],
)
def test_the_forms_of_localhost_are_let_in(header: str) -> None:
    assert LOCAL.allows(header)
    assert LOCAL.allows_origin(f"http://{header}", header)


@pytest.mark.parametrize(
    "header",
    [
        "",
        "evil.example",
        "evil.example:8000",
        "localhost.evil.example",
        "evil-localhost",
        "127.0.0.1.evil.example",
        "127.0.0.1@evil.example",
        "evil.example#127.0.0.1",
        "192.168.1.5:8000",
        "[fe80::1]",
        "0.0.0.0:8000",
        "localhost:8000:1",
        "localhost, evil.example",
        "localhost ",
        "[::1",
        "locälhost",
    ],
)
def test_other_names_are_not(header: str) -> None:
    assert not LOCAL.allows(header)
    assert not LOCAL.allows_origin(f"http://{header}", header)


def test_the_name_given_is_let_in() -> None:
    rule = HostRule(host="Desk.lan")
    assert rule.allows("desk.lan:8000")
    assert rule.allows("localhost:8000")
    assert not rule.allows("other.lan")


@pytest.mark.parametrize("host", ["0.0.0.0", "::", ""])
def test_on_every_address_addresses_are_let_in_and_names_are_not(host: str) -> None:
    rule = HostRule(host=host)
    assert rule.allows("192.168.1.5:8000")
    assert rule.allows("[fe80::1]:8000")
    assert not rule.allows("evil.example")


@pytest.mark.parametrize(
    "origin",
    [
        None,
        "",
        "null",
        "http://evil.example",
        "http://localhost:8001",
        "http://127.0.0.1:8000",
        "http://localhost:8000.evil.example",
        "file://",
        "ftp://localhost:8000",
    ],
)
def test_a_socket_opens_to_pages_of_the_preview_only(origin: str | None) -> None:
    assert not LOCAL.allows_origin(origin, "localhost:8000")


@pytest.mark.parametrize(
    ("path", "base", "file"),
    [
        ("/", "", "index.html"),
        ("/entries/", "", "entries/index.html"),
        ("/entries", "", "entries"),
        ("/assets/style.css", "", "assets/style.css"),
        ("/repo/", "/repo", "index.html"),
        ("/repo/a/b.html", "/repo", "a/b.html"),
        ("/caf%C3%A9/", "", "café/index.html"),
        ("/a%20b", "", "a b"),
        ("/%252e%252e/x", "", "%2e%2e/x"),
        ("/a..b/...c", "", None),
        ("/a..b/c...", "", "a..b/c..."),
    ],
)
def test_a_path_means_a_file(path: str, base: str, file: str | None) -> None:
    target = target_of(path, base)
    assert (target.file if target else None) == file


@pytest.mark.parametrize(
    "path",
    [
        "",
        "*",
        "//",
        "//evil.example/",
        "/a//b",
        "/.",
        "/..",
        "/../x",
        "/a/../b",
        "/a/./b",
        "/%2e%2e/x",
        "/%2E%2E%2Fx",
        "/a%2fb",
        "/a%5cb",
        "/a\\b",
        "/a%00",
        "/%00",
        "/a%0ab",
        "/a%7f",
        "/%ff",
        "/%c0%ae%c0%ae/x",
        "/%c0%af",
        "/.git/config",
        "/a/.env",
        "/%2egit/config",
        "/é",
        "http://localhost/",
        "localhost:80",
    ],
)
def test_a_path_means_nothing(path: str) -> None:
    assert target_of(path, "") is None


@pytest.mark.parametrize("path", ["/", "/repo", "/repository/", "/repo%2f", "/Repo/", "/x/repo/"])
def test_outside_the_base_there_is_nothing(path: str) -> None:
    assert target_of(path, "/repo") is None


def test_a_target_gives_its_address_again() -> None:
    target = target_of("/caf%C3%A9/a%20b", "")
    assert target is not None
    assert target.url == "caf%C3%A9/a%20b"
