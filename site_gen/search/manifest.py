"""The list of the index's files, and what it needs to know of the site's settings."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from site_gen.dates.wording import ENGLISH, DateWording
from site_gen.search.records import STATUSES
from site_gen.search.words import Analyzer, Names

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

FORMAT = 3
FOLDER = "search/index"
MANIFEST = f"{FOLDER}/manifest.json"
CHUNK = 1024
"""Entries whose columns share a file."""
SHELF = 6
"""Entries whose titles share a file."""
MARK = 8
"""Letters of a file's name."""
_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"
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
    wording: DateWording = ENGLISH
    """In which dates are said in full."""

    def to_json(self) -> list[Any]:
        """As values that JSON can hold, for a cache."""
        return [self.names.to_json(), self.language, self.provinces, self.types, self.wording]

    @classmethod
    def from_json(cls, data: Sequence[Any]) -> Setting:
        """From what `to_json` gave."""
        (own, equal, starts), language, provinces, types, (months, alone, *patterns) = data
        return cls(
            names=Names(
                own,
                {text: tuple(terms) for text, terms in equal.items()},
                {word: tuple(lengths) for word, lengths in starts.items()},
            ),
            language=language,
            provinces=tuple(tuple(province) for province in provinces),
            types=tuple(types),
            wording=DateWording._make((tuple(months), tuple(alone), *patterns)),
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
    """Name of a shard → weight, hash. A manifest that was read knows no weights: see `weigh`."""
    weights: str = ""
    """Hash of the file of weights."""
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
                "weights": self.weights,
                "terms": "\n".join(_shortened(sorted(self.terms))),
                "heavy": "".join(str(_digits(size)) for _, (size, _) in sorted(self.terms.items())),
                "marks": "".join(mark for _, (_, mark) in sorted(self.terms.items())),
            }
        )

    def weigh(self, content: bytes) -> None:
        """Take the weights of the shards from their file."""
        sizes = json.loads(content)
        self.terms = {
            name: (size, mark)
            for (name, (_, mark)), size in zip(sorted(self.terms.items()), sizes, strict=True)
        }

    @classmethod
    def read(cls, content: bytes, setting: Setting) -> Manifest:
        """A manifest as it was written; `named` stays empty."""
        data: dict[str, Any] = json.loads(content)
        names = _whole(data["terms"].split("\n") if data["terms"] else [])
        return cls(
            setting,
            entries=data["entries"],
            docs=data["docs"],
            terms={
                name: (0, mark) for name, mark in zip(names, _cut(data["marks"], MARK), strict=True)
            },
            weights=data["weights"],
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
            weights_path(self.weights),
            MANIFEST,
        ]


def _cut(text: str, size: int) -> list[str]:
    return [text[start : start + size] for start in range(0, len(text), size)]


def _shortened(names: Sequence[str]) -> Iterator[str]:
    """Each name as a digit (0 … 9, a … z) for what it shares with the one before, and the rest."""
    before = ""
    for name in names:
        shared = 0
        while shared < min(len(name), len(before), 35) and name[shared] == before[shared]:
            shared += 1
        yield _DIGITS[shared] + name[shared:]
        before = name


def _whole(short: Iterable[str]) -> Iterator[str]:
    before = ""
    for text in short:
        before = before[: int(text[0], 36)] + text[1:]
        yield before


def _digits(size: int) -> int:
    """A weight in one digit: how often 16 bytes double to hold it."""
    return min(9, max(0, (size - 1).bit_length() - 4))


def weights_path(mark: str) -> str:
    """File of the weights of all shards, for whoever brings the index up to date."""
    return f"{FOLDER}/weights/{mark}.json"


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
