"""The form in which names are compared."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_APOSTROPHES = "'’‘`´ʼʻʽʾʿˈ′"
_LETTERS = {
    **dict.fromkeys("يىېۍے", "ی"),  # Arabic, Pashto and Urdu forms of one letter
    "ك": "ک",
    "ګ": "گ",
    "ة": "ه",
    "ہ": "ه",
    "ھ": "ه",
    "ە": "ه",
    "ٱ": "ا",
    "ø": "o",
    "đ": "d",
    "ð": "d",
    "ħ": "h",
    "ı": "i",
    "ł": "l",
    "ŋ": "n",
    "œ": "oe",
    "æ": "ae",
    "þ": "th",
    "ŧ": "t",
    "ə": "a",
    "ـ": "",  # tatweel only stretches a word
}
_ABBREVIATION = re.compile(r"(?<!\w)[^\W\d_](?:\.[^\W\d_])+(?!\w)\.?")
_HYPHENS = "\u002d\u2010\u2011\u2012\u2013\u2014\u2212"
_BOUND_LINK = re.compile(rf"(?<=\w)[{_HYPHENS}]y[ei](?=[{_HYPHENS} ])", re.IGNORECASE)
_ENGLISH = str.maketrans(
    {chr(c): " " for c in range(128) if not chr(c).isalnum()}
    | {chr(c): chr(c).lower() for c in range(65, 91)}
    | {"'": None, "`": None}
)


class _Folding(dict[int, str]):
    """Code point → what it folds to; filled as letters come along, then used by `str.translate`."""

    def __missing__(self, point: int) -> str:
        folded = "".join(_fold_letter(chr(point)))
        self[point] = folded
        return folded


def _fold_letter(letter: str) -> Iterator[str]:
    if letter in _APOSTROPHES:  # before the acute accent comes apart into a space and a mark
        return
    whole = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", letter).casefold())
    for char in whole:
        kind, mark = unicodedata.category(char), unicodedata.combining(char)
        if char in _LETTERS:
            yield _LETTERS[char]
        elif char in _APOSTROPHES or (kind == "Cf" and char != "\u200c"):
            continue  # with joiners, direction marks, soft hyphens; a non-joiner divides
        elif mark == 1 or 10 <= mark <= 36 or mark > 199:
            # Accents, Hebrew points and Arabic vowel signs go. Marks of other classes are part of
            # the letter (Japanese voicing, Indic signs), see Unicode's canonical combining classes.
            continue
        elif kind == "Nd":
            yield str(unicodedata.decimal(char))
        else:
            yield char if kind[0] in "LMN" else " "


_folding = _Folding()


def fold(text: str) -> str:
    """The form in which names are compared: everywhere the same, and never shown.

    Case, accents, punctuation, compatibility forms and the digits of other scripts are folded;
    so are the Arabic, Persian and Pashto forms of one letter, vowel signs and tatweel. Hyphens and
    the zero-width non-joiner divide words like a space, apostrophes vanish, `U.S.` is `us`. The
    linking vowel between two words of a Persian name goes in all its spellings: `Mazar-i-Sharif`,
    `Mazar-e Sharif` and `Mazar e Sharif` are one.

    Returns:
        Words separated by single spaces; empty when `text` holds no letter or digit.
        `fold(fold(text)) == fold(text)`.
    """
    if "." in text:
        text = _ABBREVIATION.sub(lambda found: found[0].replace(".", ""), text)
    if "y" in text or "Y" in text:
        text = _BOUND_LINK.sub("", text)
    if text.isascii():
        words = text.translate(_ENGLISH).split()
    else:
        words = unicodedata.normalize("NFC", text.translate(_folding)).split()
    if len(words) > 2 and ("e" in words or "i" in words):
        words[1:-1] = [word for word in words[1:-1] if word not in ("e", "i")]
    return " ".join(words)


def key(text: str) -> str:
    """Folded and without spaces: `Lashkargah` and `Lashkar Gah` are one name."""
    return fold(text).replace(" ", "")
