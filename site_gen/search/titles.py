"""Titles as the index keeps them: words in a Huffman code that the site's first entries give.

Later entries leave the code as it is, so that an edit of one writes its own shelf and no other.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from site_gen.search.bits import Bits, canonical, gamma, huffman_sizes, pack
from site_gen.search.postings import plain_id

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from site_gen.search.postings import EntryPostings

TEACHERS = 512
"""Entries whose titles give the code."""
_LEAST = 6
"""A word that stands less often in these has no code of its own."""
_LONGEST = 15
"""Bits of the longest code."""
_END, _SPELT = 0, 1
"""Symbols of the end of a text, and of a word that is spelt byte by byte."""
_LAST = 256
"""Symbol of the end of such a word; those above are of pieces of words."""
_PIECES = range(2, 6)
"""Letters of a piece."""
_TRIED, _KEPT = 600, 250
"""So many pieces are tried, so many kept at most …"""
_USED = 8
"""… of those that stand in the words at least so often."""


@dataclass(frozen=True, slots=True)
class Wording:
    """A code of words."""

    words: Mapping[str, str]
    """Word → code."""
    end: str
    spelt: str
    letters: Mapping[int, str]
    """Byte, or `_LAST` → code."""
    pieces: Mapping[str, str]
    """Several letters → code."""
    cut: Callable[[str], list[str]]
    """Takes a word apart."""

    @classmethod
    def of(cls, sizes: Sequence[Any]) -> Wording:
        """From what `learn` gave."""
        (end, spelt), by_size, letters, pieces_by_size = sizes
        words, pieces = _listed(by_size), _listed(pieces_by_size)
        codes = canonical([end, spelt, *(size for size, _ in words)])
        spelling = canonical([*(int(size, 16) for size in letters), *(size for size, _ in pieces)])
        return cls(
            words={word: codes[number] for number, (_, word) in enumerate(words, 2)},
            end=codes[_END],
            spelt=codes[_SPELT],
            letters={byte: spelling[byte] for byte in range(_LAST + 1)},
            pieces={piece: spelling[n] for n, (_, piece) in enumerate(pieces, _LAST + 1)},
            cut=_cutter(piece for _, piece in pieces),
        )

    def text(self, words: Iterable[str]) -> str:
        """Words, as bits."""
        known = self.words
        return "".join([known.get(word) or self._spell(word) for word in words]) + self.end

    def title(self, text: str) -> str:
        """A title, as bits: whether its first word is known by a small letter only, then its words."""
        words = text.split(" ")
        small = _small(words[0])
        if words[0] in self.words or small not in self.words or small == words[0]:
            return "0" + self.text(words)
        return "1" + self.text((small, *words[1:]))

    def _spell(self, word: str) -> str:
        pieces, letters = self.pieces, self.letters
        codes = [
            pieces.get(piece) or "".join([letters[byte] for byte in piece.encode()])
            for piece in self.cut(word)
        ]
        return self.spelt + "".join(codes) + letters[_LAST]


def _listed(by_size: Sequence[str]) -> list[tuple[int, str]]:
    found = enumerate(text.split(" ") if text else () for text in by_size)
    return [(size, word) for size, words in found for word in words]


def _cutter(pieces: Iterable[str]) -> Callable[[str], list[str]]:
    """Takes words apart from the left into the longest pieces that are known, and single letters."""
    longest = sorted(pieces, key=len, reverse=True)
    return re.compile("|".join([*map(re.escape, longest), "."]), re.DOTALL).findall


def _small(word: str) -> str:
    """A word without its capital letter, if it begins with one of A to Z."""
    return word[0].lower() + word[1:] if "A" <= word[:1] <= "Z" else word


def learn(entries: Iterable[EntryPostings]) -> list[Any]:
    """The lengths of all codes, from the first entries of a site.

    Returns:
        [[of the end, of a word that is spelt], [words that have a code of 0 bits, of 1 …, separated by
        spaces], of each byte and of the end of a word as hexadecimal digits].
    """
    counts: Counter[str] = Counter()
    first: Counter[str] = Counter()
    texts = 0
    for entry in entries:
        for words, is_title in _texts(entry.shown):
            texts += 1
            counts.update(words[1:] if is_title else words)
            first.update(words[:1] if is_title else ())
    for word, count in first.items():
        small = _small(word)
        counts[small if counts[small] and not counts[word] else word] += count
    known = sorted(word for word, count in counts.items() if count >= _LEAST and word)
    rare = {word: count for word, count in counts.items() if count < _LEAST or not word}
    numbers = {number: counts[word] for number, word in enumerate(known, 2)}
    sizes = huffman_sizes({_END: texts + 1, _SPELT: sum(rare.values()) + 1} | numbers, _LONGEST)
    letters, pieces = _spelling(rare)
    spelling = huffman_sizes(letters | dict(enumerate(pieces.values(), _LAST + 1)), _LONGEST)
    return [
        [sizes[_END], sizes[_SPELT]],
        _by_size((sizes[number], word) for number, word in enumerate(known, 2)),
        "".join(f"{spelling[byte]:x}" for byte in range(_LAST + 1)),
        _by_size((spelling[number], piece) for number, piece in enumerate(pieces, _LAST + 1)),
    ]


def _by_size(found: Iterable[tuple[int, str]]) -> list[str]:
    listed: list[list[str]] = [[] for _ in range(_LONGEST + 1)]
    for size, word in found:
        listed[size].append(word)
    return [" ".join(words) for words in listed]


def _spelling(words: Mapping[str, int]) -> tuple[dict[int, int], dict[str, int]]:
    """How often words that are spelt need each byte and `_LAST`; and each piece, in their order."""
    found: Counter[str] = Counter()
    for word, count in words.items():
        for size in _PIECES:
            for start in range(len(word) - size + 1):
                found[word[start : start + size]] += count
    tried = sorted(found, key=lambda piece: (found[piece] * (1 - len(piece)), piece))[:_TRIED]
    for least in (_USED // 2, _USED):
        used: Counter[str] = Counter()
        cut = _cutter(tried)
        for word, count in words.items():
            for piece in cut(word):
                used[piece] += count
        tried = [piece for piece in tried if used[piece] >= least]
        tried = sorted(tried, key=lambda piece: (-used[piece], piece))[:_KEPT]
    pieces = dict.fromkeys(sorted(tried), 0)
    letters = Counter(range(_LAST + 1))
    cut = _cutter(pieces)
    for word, count in words.items():
        letters[_LAST] += count
        for piece in cut(word):
            if piece in pieces:
                pieces[piece] += count
            else:
                for byte in piece.encode():
                    letters[byte] += count
    return dict(letters), {piece: count + 1 for piece, count in pieces.items()}


def _texts(shown: Sequence[Any]) -> Iterator[tuple[list[str], bool]]:
    """The words of each text of an entry, and whether it is a title."""
    slug, title, date, events = shown
    yield from _three("" if slug == plain_id(title) else slug, title, date)
    for identifier, heading, day in events:
        yield from _three(identifier, heading, day)


def _three(identifier: str, title: str, date: str) -> Iterator[tuple[list[str], bool]]:
    yield title.split(" "), True
    if identifier:
        yield identifier.split("-"), False
    if date:
        yield date.split(" "), False


def shelf(entries: Iterable[EntryPostings], wording: Wording) -> bytes:
    """Titles, addresses, dates and status of some entries and their events."""
    parts = []
    for entry in entries:
        slug, title, date, events = entry.shown
        slug = "" if slug == plain_id(title) else slug
        parts += [*_coded(slug, title, date, wording), gamma(len(events) + 1)]
        for (identifier, heading, day), status in zip(events, entry.statuses[1:], strict=True):
            parts += [f"{status:03b}", *_coded(identifier, heading, day, wording)]
    return pack("".join(parts))


def _coded(identifier: str, title: str, date: str, wording: Wording) -> Iterator[str]:
    yield wording.title(title)
    yield "0" + wording.text(identifier.split("-")) if identifier else "1"
    yield "0" + wording.text(date.split(" ")) if date else "1"


def read_titles(content: bytes, code: bytes, entries: int) -> list[list[str]]:
    """The titles of each entry of a shelf, its own and its events'."""
    wording = Wording.of(json.loads(code))
    words = {code: word for word, code in wording.words.items()}
    words |= {wording.end: "", wording.spelt: ""}
    symbols = {code: number for number, code in enumerate(words)}
    texts = list(words.values())
    letters = {code: bytes([byte]) for byte, code in wording.letters.items() if byte < _LAST}
    letters |= {code: piece.encode() for piece, code in wording.pieces.items()}
    letters[wording.letters[_LAST]] = b""
    spelling = {code: number for number, code in enumerate(letters)}
    spelt = list(letters.values())
    bits = Bits(content)

    def text() -> list[str]:
        found = []
        while (number := bits.symbol(symbols)) != symbols[wording.end]:
            word = texts[number]
            if number == symbols[wording.spelt]:
                word = b"".join(iter(lambda: spelt[bits.symbol(spelling)], b"")).decode()
            found.append(word)
        return found

    def title() -> str:
        capital = bits.number(1)
        found = " ".join(text())
        for _ in range(2):
            if not bits.number(1):
                text()
        return found[0].upper() + found[1:] if capital else found

    shelf = []
    for _ in range(entries):
        titles = [title()]
        for _ in range(bits.gamma() - 1):
            bits.number(3)
            titles.append(title())
        shelf.append(titles)
    return shelf
