"""The fixtures that the browser tests stand on: a server like GitHub Pages', and a browser."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.error import HTTPError
from urllib.request import Request, urlopen

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from playwright.sync_api import Page


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "sub").mkdir()
    (tmp_path / "index.html").write_text("<!doctype html><title>Home</title><p>ä")
    (tmp_path / "sub" / "index.html").write_text("<!doctype html><title>Sub</title>")
    (tmp_path / "404.html").write_text("<!doctype html><title>Not here</title>")
    return tmp_path


def test_a_folder_is_served_below_its_base(folder: Path, serve: Callable[..., str]) -> None:
    address = serve(folder, "/repo/")
    with urlopen(address + "sub") as answer:
        assert answer.url == address + "sub/"
        assert b"Sub" in answer.read()
    with urlopen(Request(address, headers={"Accept-Encoding": "gzip"})) as answer:
        assert answer.headers["Content-Encoding"] == "gzip"


@pytest.mark.parametrize("path", ["repo/nothing", "elsewhere", "repo/../../secret"])
def test_what_is_not_there_is_not_found(folder: Path, serve: Callable[..., str], path: str) -> None:
    (folder.parent / "secret").write_text("x")
    origin = serve(folder, "/repo/").removesuffix("repo/")
    with pytest.raises(HTTPError) as caught:
        urlopen(origin + path)
    caught.value.close()
    assert caught.value.code == 404


@pytest.mark.browser
def test_the_browser_opens_a_served_page(
    folder: Path, serve: Callable[..., str], page: Page
) -> None:
    page.goto(serve(folder, "/repo/"))
    assert page.title() == "Home"
    assert page.inner_text("p") == "ä"
    answer = page.goto(page.url + "nothing/")
    assert answer is not None
    assert answer.status == 404
    assert page.title() == "Not here"
