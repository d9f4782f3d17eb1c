"""Work beside work: a process of its own helps, and its failure changes nothing."""

from __future__ import annotations

import os
from functools import partial
from typing import TYPE_CHECKING

import pytest

from site_gen.edges.output import STAGING, make_folders
from site_gen.edges.processes import beside

if TYPE_CHECKING:
    from pathlib import Path


def no_process_is_left() -> bool:
    try:
        os.waitpid(-1, os.WNOHANG)
    except ChildProcessError:
        return True
    return False


def test_folders_are_there_when_the_block_is_left(tmp_path: Path) -> None:
    with beside(partial(make_folders, tmp_path, ["entries/one", "entries/two"])):
        pass
    assert sorted(os.listdir(tmp_path / STAGING / "entries")) == ["one", "two"]
    assert no_process_is_left()


def test_a_failure_beside_is_no_failure(tmp_path: Path) -> None:
    def fail() -> None:
        raise OSError

    with beside(fail):
        pass
    (tmp_path / STAGING).write_text("in the way")
    make_folders(tmp_path, ["entries/one"])


def test_an_error_in_the_block_comes_out_and_leaves_no_process(tmp_path: Path) -> None:
    work = partial(make_folders, tmp_path, ["entries/one"])
    with pytest.raises(KeyError), beside(work):
        raise KeyError
    assert no_process_is_left()


def test_nothing_to_do_starts_no_process() -> None:
    with beside(None):
        assert no_process_is_left()
