"""Dates in the words of a theme's catalogue: which keys those are, and what is wrong with one.

`month.1` to `month.12` are the names of the months, `pattern.…` the ways of putting dates together.
A key that ends in `.short` is the form beside a timeline. `month.1.alone` is for languages whose months
are called otherwise without a day; where it is missing, `month.1` serves.
"""

from __future__ import annotations

from functools import lru_cache
from string import Formatter
from typing import TYPE_CHECKING, cast

from site_gen.dates.wording import ENGLISH, ENGLISH_SHORT, IN_ENGLISH, DateLocale, DateWording

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

SHORT = ".short"
ALONE = ".alone"
MONTHS = tuple(f"month.{number}" for number in range(1, 13))
"""Keys of the months' names."""
PATTERNS = {
    "pattern.day": "day",
    "pattern.day.in-year": "day_of_year",
    "pattern.days": "days",
    "pattern.days.in-year": "days_of_year",
    "pattern.month": "month",
    "pattern.month.in-year": "month_of_year",
    "pattern.months": "months_range",
    "pattern.months.in-year": "months_range_of_year",
    "pattern.years": "years",
    "pattern.century": "century",
    "pattern.decade": "decade",
    "pattern.decade.inside": "decade_inside",
    "pattern.interval": "span",
    "pattern.some-day": "some_day",
    "pattern.some-time": "some_time",
    "pattern.about": "about",
    "pattern.uncertain": "uncertain",
    "pattern.by": "by",
    "pattern.until": "until",
    "pattern.since": "since",
    "pattern.since-unknown": "since_unknown",
}
"""Key → field of `DateWording`."""


def _words_of(wording: DateWording, ending: str) -> dict[str, str]:
    found = {f"{key}{ending}": name for key, name in zip(MONTHS, wording.months, strict=True)}
    for key, field in PATTERNS.items():
        found[f"{key}{ending}"] = cast("str", getattr(wording, field))
    return found


WORDS = _words_of(ENGLISH, "") | _words_of(ENGLISH_SHORT, SHORT)
"""Every key that there is, in English, but those of months that stand alone."""
KEYS = (*WORDS, *(f"{key}{ending}" for key in MONTHS for ending in (ALONE, f"{ALONE}{SHORT}")))


def locale_of(strings: Mapping[str, str]) -> DateLocale:
    """How a catalogue without faults says dates; what it lacks is said in English.

    The same words give the same value, and with it the dates that it has said before.
    """
    own = tuple((key, strings[key]) for key in KEYS if key in strings)
    return _locale(own) if own else IN_ENGLISH


@lru_cache(maxsize=8)
def _locale(own: tuple[tuple[str, str], ...]) -> DateLocale:
    strings = WORDS | dict(own)
    found = DateLocale(_wording(strings, ""), _wording(strings, SHORT))
    return IN_ENGLISH if found == IN_ENGLISH else found


def _wording(strings: Mapping[str, str], ending: str) -> DateWording:
    months = tuple(strings[f"{key}{ending}"] for key in MONTHS)
    alone = tuple(
        strings.get(f"{key}{ALONE}{ending}", name) for key, name in zip(MONTHS, months, strict=True)
    )
    patterns = {field: strings[f"{key}{ending}"] for key, field in PATTERNS.items()}
    return DateWording(months=months, standalone=alone, **patterns)


def is_of_dates(key: str) -> bool:
    """Whether a key can only be meant for the words of dates."""
    head, _, rest = key.partition(".")
    return head == "pattern" or (head == "month" and rest[:1].isdigit())


def marks_in(text: str) -> tuple[str, ...]:
    """The names of the marks in a text, in their order.

    Raises:
        ValueError: when a brace has no partner, or a mark is more than a name.
    """
    found = []
    for _, name, form, conversion in Formatter().parse(text):
        if name is None:
            continue
        if form or conversion or not name.isidentifier():
            shown = f"{name}!{conversion}" if conversion else f"{name}:{form}" if form else name
            message = f"“{{{shown}}}” is no mark"
            raise ValueError(message)
        found.append(name)
    return tuple(found)


def gaps(keys: Iterable[str]) -> dict[str, list[str]]:
    """Of the sets of months that are given in part: its last key → the keys that are missing.

    Args:
        keys: that the catalogue of one language has, in its order.
    """
    there = list(keys)
    found: dict[str, list[str]] = {}
    for ending in ("", SHORT):
        wanted = [f"{key}{ending}" for key in MONTHS]
        given = [key for key in there if key in wanted]
        missing = [key for key in wanted if key not in given]
        if given and missing:
            found[given[-1]] = missing
    return found
