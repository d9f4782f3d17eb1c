"""English stems, so that `denied` finds `denies`.

The algorithm is M. F. Porter's, “An algorithm for suffix stripping” (Program 14(3), 1980), written
from the paper with the two later corrections of its author (`bli` → `ble`, `logi` → `log`).
`themes/default/assets/search/words.js` holds the same in JavaScript; `tests/browser/test_search_words.py` holds the two together.
"""

from __future__ import annotations

from functools import lru_cache

_STEP2 = (
    ("ational", "ate"),
    ("tional", "tion"),
    ("enci", "ence"),
    ("anci", "ance"),
    ("izer", "ize"),
    ("bli", "ble"),
    ("alli", "al"),
    ("entli", "ent"),
    ("eli", "e"),
    ("ousli", "ous"),
    ("ization", "ize"),
    ("ation", "ate"),
    ("ator", "ate"),
    ("alism", "al"),
    ("iveness", "ive"),
    ("fulness", "ful"),
    ("ousness", "ous"),
    ("aliti", "al"),
    ("iviti", "ive"),
    ("biliti", "ble"),
    ("logi", "log"),
)
_STEP3 = (
    ("icate", "ic"),
    ("ative", ""),
    ("alize", "al"),
    ("iciti", "ic"),
    ("ical", "ic"),
    ("ful", ""),
    ("ness", ""),
)
_STEP4 = (
    "al",
    "ance",
    "ence",
    "er",
    "ic",
    "able",
    "ible",
    "ant",
    "ement",
    "ment",
    "ent",
    "ion",
    "ou",
    "ism",
    "ate",
    "iti",
    "ous",
    "ive",
    "ize",
)


def _shape(stem: str) -> str:
    """`c` or `v` for each letter; y is a vowel after a consonant."""
    shape = ""
    for letter in stem:
        vowel = letter in "aeiou" or (letter == "y" and shape[-1:] == "c")
        shape += "v" if vowel else "c"
    return shape


def _measure(stem: str) -> int:
    """How often a run of vowels is followed by one of consonants: the paper's m."""
    return _shape(stem).count("vc")


def _short(stem: str) -> bool:
    """Whether it ends consonant, vowel, consonant other than w, x, y: the paper's *o."""
    return _shape(stem).endswith("cvc") and stem[-1] not in "wxy"


def _plural(word: str) -> str:
    if word.endswith(("sses", "ies")):
        return word[:-2]
    return word[:-1] if word.endswith("s") and not word.endswith("ss") else word


def _past(word: str) -> str:
    if word.endswith("eed"):
        return word[:-1] if _measure(word[:-3]) > 0 else word
    for suffix in ("ed", "ing"):
        stem = word.removesuffix(suffix)
        if stem == word or "v" not in _shape(stem):
            continue
        if stem.endswith(("at", "bl", "iz")):
            return stem + "e"
        if stem[-1:] == stem[-2:-1] and _shape(stem)[-1] == "c" and stem[-1] not in "lsz":
            return stem[:-1]
        return stem + "e" if _measure(stem) == 1 and _short(stem) else stem
    return word


def _replace(word: str, rules: tuple[tuple[str, str], ...]) -> str:
    """Only the longest suffix that the word ends with is looked at."""
    found = max((rule for rule in rules if word.endswith(rule[0])), key=_suffix, default=None)
    if found and _measure(word[: -len(found[0])]) > 0:
        return word[: -len(found[0])] + found[1]
    return word


def _suffix(rule: tuple[str, str]) -> int:
    return len(rule[0])


def _drop(word: str) -> str:
    suffix = max((suffix for suffix in _STEP4 if word.endswith(suffix)), key=len, default="")
    stem = word.removesuffix(suffix)
    if not suffix or _measure(stem) <= 1 or (suffix == "ion" and stem[-1] not in "st"):
        return word
    return stem


def _tidy(word: str) -> str:
    if word.endswith("e"):
        size = _measure(word[:-1])
        if size > 1 or (size == 1 and not _short(word[:-1])):
            word = word[:-1]
    return word[:-1] if word.endswith("ll") and _measure(word) > 1 else word


@lru_cache(maxsize=1 << 16)
def stem(word: str) -> str:
    """The stem of a folded word; words of one or two letters, and other scripts, stay as they are."""
    if len(word) < 3 or not (word.isascii() and word.isalpha()):
        return word
    word = _past(_plural(word))
    if word.endswith("y") and "v" in _shape(word[:-1]):
        word = word[:-1] + "i"
    return _tidy(_drop(_replace(_replace(word, _STEP2), _STEP3)))
