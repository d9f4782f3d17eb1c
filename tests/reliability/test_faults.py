"""Every write, rename, mkdir and sync fails once, with every error: nothing is torn, nothing lost.

`-s` prints how many calls were failed. The cache's data base writes by itself, so a limit on the size of
files makes it fail, too.
"""

from __future__ import annotations

import errno
import io
import itertools
import os
import shutil
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from msgspec.structs import replace

from site_gen.cli import main
from site_gen.edges.processes import WORTH_PROCESSES, beside
from site_gen.edges.source import Tree
from site_gen.engine import assembly
from site_gen.engine.build import BuildOptions, build

from .conftest import change_site, make_site, tree

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from contextlib import AbstractContextManager

ROOT = Path(__file__).parents[2]
LIMITED = """
import resource, sys
from site_gen.cli import main
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[1]), int(sys.argv[1])))
sys.exit(main(sys.argv[2:]))
"""

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
            # A call upon a handle does not know the file's name.
            name = () if isinstance(where, int) else (str(where),)
            raise OSError(self.code, os.strerror(self.code), *name)

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


def run(root: Path, capsys: pytest.CaptureFixture[str]) -> tuple[int, list[str]]:
    """Exit code of a build into the site's own folder, and its complaints."""
    code = main(["build", "--root", str(root), "--quiet", "--workers", "1"])
    return code, capsys.readouterr().err.splitlines()


@pytest.fixture
def sites(tmp_path: Path) -> tuple[Path, dict[str, bytes], dict[str, bytes]]:
    """A built site, its tree, and the tree that it has after `change_site`."""
    good = make_site(tmp_path / "good", entries=3)
    build(options(good))
    wanted = shutil.copytree(good, tmp_path / "wanted")
    change_site(wanted)
    shutil.rmtree(wanted / ".site_gen_cache")
    shutil.rmtree(wanted / "public")
    build(options(wanted))
    return good, tree(good / "public"), tree(wanted / "public")


def options(root: Path) -> BuildOptions:
    """A build into the site's own folder."""
    return BuildOptions(root=root, out=root / "public")


@pytest.mark.parametrize("code", ERRORS, ids=errno.errorcode.get)
def test_any_failure_leaves_whole_files_and_the_next_build_mends_it(
    sites: tuple[Path, dict[str, bytes], dict[str, bytes]],
    tmp_path: Path,
    plant: Callable[[int, int], Fault],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    code: int,
) -> None:
    good, old, new = sites
    refused = 0
    for number in itertools.count(1):
        root = shutil.copytree(good, tmp_path / f"site-{number}")
        change_site(root)
        fault = plant(number, code)
        exit_code, said = run(root, capsys)
        monkeypatch.undo()
        if exit_code:
            refused += 1
            assert exit_code == 1
            (line,) = said
            assert line.startswith("site-gen: ")
            assert str(tmp_path) in line
            assert os.strerror(code) in line
        for path, content in tree(root / "public").items():
            assert content in (old.get(path), new.get(path)), f"{path} is torn after {fault.hit}"
        assert set(old) & set(new) <= set(tree(root / "public")), f"lost after {fault.hit}"
        assert run(root, capsys) == (0, [])
        assert tree(root / "public") == new, f"not mended after {fault.hit}"
        shutil.rmtree(root)
        if not fault.hit:
            break
    print(f"{errno.errorcode[code]}: {number - 1} calls failed, {refused} builds refused")
    assert refused > 20


def test_a_disk_that_is_full_for_the_cache_is_one_line(
    sites: tuple[Path, dict[str, bytes], dict[str, bytes]], tmp_path: Path
) -> None:
    """No file may grow beyond a limit: sooner or later that meets each kind of file."""
    good, old, new = sites
    refused = 0
    for limit in (0, 1, 64, 300, 1000, 2000, 4000, 6000, 9000, 15_000, 30_000):
        root = shutil.copytree(good, tmp_path / f"site-{limit}")
        change_site(root)
        done = subprocess.run(
            [sys.executable, "-c", LIMITED, str(limit), "build", "--root", str(root), "--quiet"],
            capture_output=True,
            text=True,
            check=False,
            cwd=ROOT,
        )
        assert done.returncode in (0, 1), done.stderr
        if done.returncode:
            refused += 1
            (line,) = done.stderr.splitlines()
            assert line.startswith("site-gen: ")
            assert str(root) in line
        for path, content in tree(root / "public").items():
            assert content in (old.get(path), new.get(path)), f"{path} is torn at {limit}"
        build(options(root))
        assert tree(root / "public") == new, f"not mended after {limit}"
    assert refused > 3


@pytest.mark.parametrize(
    "problem", [FileNotFoundError, PermissionError, IsADirectoryError, OSError]
)
def test_a_file_that_vanishes_while_it_is_read_is_named(
    sites: tuple[Path, dict[str, bytes], dict[str, bytes]],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    problem: type[OSError],
) -> None:
    root, old, _ = sites
    change_site(root)
    read = Tree.read
    for name in ("content/site.yaml", "content/entries/bridge.md", "themes/plain/assets/style.css"):

        def refuse(self: Tree, path: str, size: int = 0, name: str = name) -> bytes:
            if path == name:
                raise problem(errno.EIO, "as planted", path)
            return read(self, path, size)

        monkeypatch.setattr(Tree, "read", refuse)
        code, said = run(root, capsys)
        assert code == 1
        assert sum(name in line and "as planted" in line for line in said) == 1, said
        assert tree(root / "public") == old


def test_a_file_that_can_be_read_again_is_read(
    site: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Who mends a disk, or the permissions of a folder, leaves the files' time stamps as they were."""
    build(options(site))
    change_site(site)
    time.sleep(0.1)  # long enough for time stamps to be trusted
    read = Tree.read

    def refuse(self: Tree, path: str, size: int = 0) -> bytes:
        if path == "content/entries/bridge.md":
            raise PermissionError(errno.EACCES, "as planted", path)
        return read(self, path, size)

    with monkeypatch.context() as planted:
        planted.setattr(Tree, "read", refuse)
        assert run(site, capsys)[0] == 1
    assert run(site, capsys) == (0, [])


def test_a_first_build_does_not_need_the_folders_that_are_made_ahead(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    site = make_site(tmp_path / "site", entries=WORTH_PROCESSES)
    ahead: list[object] = []
    build(replace(options(site), workers=2))
    with_them = tree(site / "public")

    def fail(*given: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    def noted(work: Callable[[], None] | None) -> AbstractContextManager[None]:
        ahead.append(work)
        return beside(work)

    monkeypatch.setattr(assembly, "make_folders", fail)
    monkeypatch.setattr(assembly, "beside", noted)
    for folder in (".site_gen_cache", "public"):
        shutil.rmtree(site / folder)
    build(replace(options(site), workers=2))
    assert tree(site / "public") == with_them
    build(replace(options(site), workers=2, force=True))
    build(replace(options(site), workers=1))
    assert [work is not None for work in ahead] == [True, False]
