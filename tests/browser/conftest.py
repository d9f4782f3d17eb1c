"""An invented site, built once, for the tests of what readers see."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from site_gen.engine.build import BuildOptions, build
from site_gen.pages import listings

if TYPE_CHECKING:
    from collections.abc import Callable

ROOT = Path(__file__).resolve().parents[2]


def build_site(root: Path, *, relative: bool = False) -> Path:
    shutil.copytree(ROOT / "tests" / "data" / "reader", root)
    shutil.copytree(ROOT / "themes", root / "themes")
    if relative:
        with (root / "content" / "site.yaml").open("a", encoding="utf-8") as settings:
            settings.write("relative_urls: true\n")
    out = root / "public"
    report = build(BuildOptions(root=root, out=out, base_url="https://example.org/repo/"))
    assert not report.failed, "\n".join(map(str, report.diagnostics))
    return out


@pytest.fixture(scope="session")
def parts_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The built site, its timeline cut into pages of at most three events."""
    whole = listings.bins
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(listings, "bins", lambda rows: whole(rows, 3))
        return build_site(tmp_path_factory.mktemp("parts") / "site")


@pytest.fixture
def reader_as_files(tmp_path: Path) -> Path:
    """The built site with relative addresses."""
    return build_site(tmp_path / "site", relative=True)


@pytest.fixture(scope="session")
def reader_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The built site, below `/repo/`."""
    return build_site(tmp_path_factory.mktemp("reader") / "site")


@pytest.fixture(scope="session")
def reader(reader_folder: Path, serve: Callable[..., str]) -> str:
    """Address of the served site, with `/repo/` at its end."""
    return serve(reader_folder, "/repo/")
