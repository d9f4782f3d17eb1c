"""The list of the index's files, and what it needs to know of the site's settings."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from site_gen.search.records import STATUSES
from site_gen.search.words import Analyzer, Names

if TYPE_CHECKING:
    from collections.abc import Sequence

FORMAT = 3
FOLDER = "search/index"
MANIFEST = f"{FOLDER}/manifest.json"
CHUNK = 1024
"""Entries whose columns share a file."""
SHELF = 6
"""Entries whose titles share a file."""
MARK = 8
"""Letters of a file's name."""
FAMILIES = ("columns", "kinds", "speakers", "sources")


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """What the index needs to know of the site's settings."""

    names: Names
    language: str = "en"
    provinces: tuple[tuple[str, str, str], ...] = ()
    """(code, name, slug) in the order of the gazetteer."""
    types: tuple[str, ...] = ()
    """All types that an event may have."""

    def to_json(self) -> list[Any]:
        """As values that JSON can hold, for a cache."""
        return [self.names.to_json(), self.language, self.provinces, self.types]

    @classmethod
    def from_json(cls, data: Sequence[Any]) -> Setting:
        """From what `to_json` gave."""
        names, language, provinces, types = data
        return cls(
            names=Names(*names),
            language=language,
            provinces=tuple(tuple(province) for province in provinces),
            types=tuple(types),
        )

    @property
    def analyzer(self) -> Analyzer:
        """How the texts of the site become terms."""
        return Analyzer(self.names, self.language.startswith("en"))


@dataclass(slots=True)
class Manifest:
    """The list of files while it is being made."""

    setting: Setting
    entries: int = 0
    docs: int = 0
    terms: dict[str, tuple[int, str]] = field(default_factory=dict)
    """Name of a shard → weight, hash."""
    chunks: list[str] = field(default_factory=list)
    """For each chunk the hashes of its file of each family, each of eight characters."""
    sizes: list[int] = field(default_factory=lambda: [0] * (len(FAMILIES) - 1))
    """Bytes of all files of each family but the first."""
    shelves: list[str] = field(default_factory=list)
    code: str = ""
    """Hash of the file that says how titles are written."""
    words: dict[int, str] = field(default_factory=dict)
    names: str = ""
    named: set[str] = field(default_factory=set)
    """Terms of names that the index holds."""

    def content(self) -> bytes:
        """The manifest's file."""
        return as_json(
            {
                "format": FORMAT,
                "language": self.setting.language,
                "entries": self.entries,
                "docs": self.docs,
                "chunk": CHUNK,
                "shelf": SHELF,
                "statuses": STATUSES,
                "provinces": self.setting.provinces,
                "types": self.setting.types,
                "names": self.names,
                "words": {str(size): name for size, name in sorted(self.words.items())},
                "chunks": "".join(self.chunks),
                "sizes": self.sizes,
                "code": self.code,
                "shelves": "".join(self.shelves),
                "terms": "\n".join(
                    f"{name} {size} {mark}" for name, (size, mark) in sorted(self.terms.items())
                ),
            }
        )

    @classmethod
    def read(cls, content: bytes, setting: Setting) -> Manifest:
        """A manifest as it was written; `named` stays empty."""
        data: dict[str, Any] = json.loads(content)
        lines = (line.split(" ") for line in data["terms"].split("\n") if line)
        return cls(
            setting,
            entries=data["entries"],
            docs=data["docs"],
            terms={name: (int(size), mark) for name, size, mark in lines},
            chunks=_cut(data["chunks"], len(FAMILIES) * MARK),
            sizes=data["sizes"],
            code=data["code"],
            shelves=_cut(data["shelves"], MARK),
            words={int(size): mark for size, mark in data["words"].items()},
            names=data["names"],
        )

    def files(self) -> list[str]:
        """Paths of all files of the index below the output folder."""
        chunks = [_cut(marks, MARK) for marks in self.chunks]
        return [
            *(shelf_path(mark) for mark in self.shelves),
            *([code_path(self.code)] if self.code else []),
            *(column_path(family, mark) for marks in chunks for family, mark in enumerate(marks)),
            *(term_path(mark) for _, mark in self.terms.values()),
            *(place_path(mark) for _, mark in self.terms.values()),
            *(word_path(mark) for mark in self.words.values()),
            names_path(self.names),
            MANIFEST,
        ]


def _cut(text: str, size: int) -> list[str]:
    return [text[start : start + size] for start in range(0, len(text), size)]


def term_path(mark: str) -> str:
    """File of a shard: which documents have its terms, and how often."""
    return f"{FOLDER}/terms/{mark}.bin"


def place_path(mark: str) -> str:
    """The shard's other file: where in these documents its terms stand."""
    return f"{FOLDER}/places/{mark}.bin"


def column_path(family: int, mark: str) -> str:
    """File of a chunk: its columns, its kinds, its speakers or its sources."""
    kind = "bin" if family < FAMILIES.index("speakers") else "json"
    return f"{FOLDER}/{FAMILIES[family]}/{mark}.{kind}"


def shelf_path(mark: str) -> str:
    """File of the titles of some entries."""
    return f"{FOLDER}/titles/{mark}.bin"


def code_path(mark: str) -> str:
    """File of the words that titles are made of."""
    return f"{FOLDER}/code/{mark}.json"


def word_path(mark: str) -> str:
    """File of the words of one length."""
    return f"{FOLDER}/words/{mark}.json"


def names_path(mark: str) -> str:
    """File of the names."""
    return f"{FOLDER}/names/{mark}.json"


def as_json(value: Sequence[Any] | dict[str, Any]) -> bytes:
    """Compact JSON; equal values give equal bytes."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()
