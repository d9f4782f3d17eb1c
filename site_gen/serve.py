"""Live preview; the only importer of livereload."""

from __future__ import annotations

from typing import TYPE_CHECKING

from livereload import Server

from site_gen.build import BuildOptions, build
from site_gen.source import INPUT_FOLDERS

if TYPE_CHECKING:
    from pathlib import Path


def serve(root: Path, *, host: str, port: int) -> int:
    """Build a site with its drafts, serve it, and build again on every save."""
    options = BuildOptions(
        root=root,
        out=root / ".site_gen_cache" / "preview",
        base_url=f"http://{host}:{port}/",
        drafts=True,
        preview=True,
    )

    def rebuild() -> None:
        for _diagnostic in build(options).diagnostics:
            pass

    rebuild()
    server = Server()
    for folder in INPUT_FOLDERS:
        server.watch(str(root / folder), rebuild)
    server.serve(root=str(options.out), host=host, port=port)
    return 0
