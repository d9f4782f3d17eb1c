"""The built site as it lies on the disk; nothing outside its folder is ever opened."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import blake2b
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from site_gen.serve.guard import Target

# The system's own table differs from machine to machine; a preview should not.
TYPES = {
    "avif": "image/avif",
    "bib": "text/plain; charset=utf-8",
    "css": "text/css; charset=utf-8",
    "csv": "text/csv; charset=utf-8",
    "geojson": "application/geo+json",
    "gif": "image/gif",
    "html": "text/html; charset=utf-8",
    "ico": "image/x-icon",
    "ics": "text/calendar; charset=utf-8",
    "jpeg": "image/jpeg",
    "jpg": "image/jpeg",
    "js": "text/javascript; charset=utf-8",
    "json": "application/json",
    "jsonld": "application/ld+json",
    "mjs": "text/javascript; charset=utf-8",
    "mp4": "video/mp4",
    "pdf": "application/pdf",
    "png": "image/png",
    "svg": "image/svg+xml",
    "txt": "text/plain; charset=utf-8",
    "wasm": "application/wasm",
    "webmanifest": "application/manifest+json",
    "webp": "image/webp",
    "woff": "font/woff",
    "woff2": "font/woff2",
    "xml": "application/xml",
    "xsl": "text/xsl; charset=utf-8",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """One file, read as a whole."""

    body: bytes
    kind: str
    """Content type."""

    @property
    def etag(self) -> str:
        """From the bytes themselves: two writes within a second are two versions."""
        return f'"{blake2b(self.body, digest_size=12).hexdigest()}"'


@dataclass(frozen=True, slots=True, kw_only=True)
class Folder:
    """The output folder of a preview."""

    path: Path

    def is_folder(self, target: Target) -> bool:
        """Whether a path without a slash at its end means a folder with an `index.html`."""
        if target.folder or not target.parts:
            return False
        return self._inside("/".join((*target.parts, "index.html"))) is not None

    def read(self, name: str) -> Found | None:
        """A file below the folder, or None: missing, not a regular file, or a link that leads out."""
        path = self._inside(name)
        if path is None:
            return None
        try:
            body = path.read_bytes()
        except OSError:
            return None
        return Found(body=body, kind=kind_of(name))

    def _inside(self, name: str) -> Path | None:
        try:
            found = (self.path / name).resolve(strict=True)
            inside = found.is_relative_to(self.path.resolve()) and found.is_file()
        except (OSError, RuntimeError, ValueError):
            return None
        return found if inside else None


def kind_of(name: str) -> str:
    """Content type by the end of a file's name."""
    return TYPES.get(name.rpartition(".")[2].lower(), "application/octet-stream")
