"""Every write, rename, mkdir and sync fails once, with every error: nothing is torn, nothing lost."""

from __future__ import annotations

import errno
import io
import itertools
import os
import shutil
from typing import TYPE_CHECKING, Any

import pytest

from site_gen.build import BuildOptions, build
from site_gen.diagnostics import SiteGenError

from .conftest import change_site, make_site, tree

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

ERRORS = (errno.ENOSPC, errno.EIO, errno.EACCES)
CALLS = ("write", "rename", "replace", "mkdir", "fsync", "unlink", "rmdir")


class Fault:
    """Lets the calls that change the disk below a folder pass, but for one of them."""

    def __init__(self, number: int, code: int) -> None:
        self.number = number
        self.code = code
        self.count = 0
        self.hit = ""

    def check(self, name: str, where: object) -> None:
        """Count a call; fail the chosen one."""
        self.count += 1
        if self.count == self.number:
            self.hit = f"{name} {where}"
            raise OSError(self.code, os.strerror(self.code), str(where))

    def wrap(self, name: str, call: Callable[..., Any]) -> Callable[..., Any]:
        """The call with the fault in it."""

        def faulty(*args: Any, **kwargs: Any) -> Any:
            self.check(name, args[0])
            return call(*args, **kwargs)

        return faulty

    def open(self, call: Callable[..., Any]) -> Callable[..., Any]:
        """`io.open` with the fault in it, for writing."""

        def faulty(file: Any, mode: str = "r", *args: Any, **kwargs: Any) -> Any:
            if set(mode) & set("wxa"):
                self.check("open", file)
            return call(file, mode, *args, **kwargs)

        return faulty


@pytest.fixture
def plant(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[int, int], Fault]]:
    """Plants a fault for the length of a test."""

    def planted(number: int, code: int) -> Fault:
        monkeypatch.undo()
        fault = Fault(number, code)
        for name in CALLS:
            monkeypatch.setattr(os, name, fault.wrap(name, getattr(os, name)))
        monkeypatch.setattr(io, "open", fault.open(io.open))
        return fault

    yield planted
    monkeypatch.undo()


def options(root: Path) -> BuildOptions:
    """A build into the site's own folder."""
    return BuildOptions(root=root, out=root / "public")


def test_any_failure_leaves_whole_files_and_the_next_build_mends_it(
    tmp_path: Path, plant: Callable[[int, int], Fault], monkeypatch: pytest.MonkeyPatch
) -> None:
    good = make_site(tmp_path / "good", entries=3)
    build(options(good))
    old = tree(good / "public")
    wanted = shutil.copytree(good, tmp_path / "wanted")
    change_site(wanted)
    shutil.rmtree(wanted / ".site_gen_cache")
    shutil.rmtree(wanted / "public")
    build(options(wanted))
    new = tree(wanted / "public")
    said: list[str] = []
    for number in itertools.count(1):
        code = ERRORS[number % len(ERRORS)]
        root = shutil.copytree(good, tmp_path / f"site-{number}")
        change_site(root)
        fault = plant(number, code)
        try:
            report = build(options(root))
        except SiteGenError as problem:
            said.append(str(problem))
        else:
            assert report.write is not None
        monkeypatch.undo()
        for path, content in tree(root / "public").items():
            assert content in (old.get(path), new.get(path)), f"{path} is torn after {fault.hit}"
        report = build(options(root))
        assert report.write is not None
        assert tree(root / "public") == new, f"not mended after {fault.hit}"
        shutil.rmtree(root)
        if not fault.hit:
            break
    assert len(said) > 20
    assert all(line and "\n" not in line for line in said)
