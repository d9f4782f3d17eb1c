"""What a build remembers for the next one, outside the site itself.

Everything here may be lost: a cache that is missing, cut short, foreign or of another version is an
empty cache. Files are JSON, replaced as a whole.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from hashlib import blake2b
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pathlib import Path

VERSION = 1
FOLDER = ".site_gen_cache"


@dataclass(frozen=True, slots=True, kw_only=True)
class Cache:
    """The folder in which one site's builds into one output folder are remembered."""

    folder: Path

    @classmethod
    def of(cls, root: Path, out: Path) -> Cache:
        """The cache for building `root` into `out`."""
        if out == root / "public":
            return cls(folder=root / FOLDER / "public")
        name = blake2b(str(out).encode(), digest_size=8).hexdigest()
        return cls(folder=root / FOLDER / name)

    def load(self, name: str) -> dict[str, Any]:
        """What was saved under that name; empty when there is nothing usable."""
        try:
            found = json.loads((self.folder / f"{name}.json").read_bytes())
        except (OSError, ValueError):
            return {}
        if not isinstance(found, dict) or found.get("version") != VERSION:
            return {}
        data = found.get("data")
        return data if isinstance(data, dict) else {}

    def save(self, name: str, data: dict[str, Any]) -> None:
        """Remember `data`, replacing the file as a whole."""
        self.folder.mkdir(parents=True, exist_ok=True)
        path = self.folder / f"{name}.json"
        temporary = path.with_name(path.name + ".new")
        temporary.write_text(json.dumps({"version": VERSION, "data": data}, ensure_ascii=False))
        temporary.replace(path)
