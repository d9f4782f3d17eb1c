"""What an expression of time is completed from, and what becomes of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from site_gen.importer.notation import words

Basis = Literal["explicit", "year from document", "weekday", "relative"]
"""How a value follows: whole in the text; day and month in the text; by the day of the week; by
counting from the document's date or from a date named before."""
Role = Literal["event", "plan"]
"""A `plan` is a deadline or something still to come when the text was written."""
_MONTH_NUMBER = {
    name: number
    for number, names in enumerate(
        (
            "January Jan",
            "February Feb",
            "March Mar",
            "April Apr",
            "May",
            "June Jun",
            "July Jul",
            "August Aug",
            "September Sept Sep",
            "October Oct",
            "November Nov",
            "December Dec",
        ),
        1,
    )
    for name in names.split()
}
WEEKDAY_NUMBER = {
    name: number
    for number, names in enumerate(
        (
            "Monday Mon",
            "Tuesday Tues Tue",
            "Wednesday Wed",
            "Thursday Thurs Thur Thu",
            "Friday Fri",
            "Saturday Sat",
            "Sunday Sun",
        )
    )
    for name in names.split()
}
_NUMBER_WORDS = {
    word: number
    for number, word in enumerate(
        words(
            """
    zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen
    fifteen sixteen seventeen eighteen nineteen twenty
    """
        )
    )
} | {"a": 1, "an": 1, "couple of": 2, "a couple of": 2}
_TENS = {
    word: 10 * number
    for number, word in enumerate(words("twenty thirty forty fifty sixty seventy eighty ninety"), 2)
}
ORDINAL_WORDS = {
    word: number
    for number, word in enumerate(
        [
            "first",
            "second",
            "third",
            "fourth",
            "fifth",
            "sixth",
            "seventh",
            "eighth",
            "ninth",
            "tenth",
            "eleventh",
            "twelfth",
            "thirteenth",
            "fourteenth",
            "fifteenth",
            "sixteenth",
            "seventeenth",
            "eighteenth",
            "nineteenth",
            "twentieth",
            *(
                f"twenty-{nth}"
                for nth in words("first second third fourth fifth sixth seventh eighth ninth")
            ),
            "thirtieth",
            "thirty-first",
        ],
        1,
    )
}
MONTHS_LONG = (
    "January|February|March|April|May|June|July|August|September|October|November|December"
)


@dataclass(frozen=True, slots=True)
class Told:
    """A day that the text has told of, or an expression of several days (then without one)."""

    day: date | None
    paragraph: int
    sentence: int
    """Where its sentence begins in the paragraph."""
    background: bool = False
    """Whether the sentence looks back to it (“a strike that had begun on May 3”) and tells of another time."""
    since: bool = False
    """Whether something has lasted since then."""
    by_weekday: bool = False
    """Whether it was named with its weekday (“Friday, March 22”), or may be the weekday after such a one."""
    asked: bool = False
    """Whether it is a question which day that is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """What an expression is completed from."""

    text: str
    published: date | None
    anchor: date | None
    """The day that the text named last, in the past."""
    sentence_days: tuple[date, ...]
    """Days resolved so far in this paragraph."""
    start: int = 0
    """Where the expression begins in the text."""
    told: tuple[date, ...] = ()
    """Days of the paragraphs before, in the order of the text."""
    year: int = 0
    """The year, other than the document's, that this paragraph has named last; 0 for none."""
    earlier: date | None = None
    """The last day that an earlier sentence of this paragraph has named."""
    same_sentence: date | None = None
    """The last day that this sentence has named before."""
    following: date | None = None
    """The day that the expression right behind this one names."""
    story: tuple[Told, ...] = ()
    """What has been told of so far, with where."""
    paragraph: int = 0
    """Which paragraph the expression stands in."""
    sentence: int = 0
    """Where the sentence of the expression begins."""
    main: date | None = None
    """The day of the main clause behind “two days after …,”."""
    named_since: bool = False
    """Whether something has only lasted since what was named last."""
    named: str = ""
    """The day, month or year that was named last, in this paragraph or the one before."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """What an expression comes to."""

    value: str = ""
    basis: Basis = "explicit"
    role: Role = "event"
    reason: str = ""
    candidates: tuple[str, ...] = ()
    day: date | None = None
    """For what follows (“the next day”)."""
    skip: bool = False
    """It is no date; a part of it may be one, unless it is `whole`."""
    whole: bool = False


UNDATED = "the publication date is not known"
"""Why an expression that counts from the document's date has no value."""


def day_of(year: int, month: int, day: int) -> date | None:
    """A day, or None when there is none of that number."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def month_of(name: str) -> int:
    """The number of a month’s name, whole or short."""
    return _MONTH_NUMBER[name.rstrip(".")]


def number_of(text: str) -> int:
    """A number in digits or words."""
    if text.isdigit():
        return int(text)
    tens, _, ones = text.lower().replace(" ", "-").partition("-")
    if tens in _TENS:
        return _TENS[tens] + _NUMBER_WORDS.get(ones, 0)
    return _NUMBER_WORDS.get(text.lower(), 1)


def shift_month(year: int, month: int, by: int) -> tuple[int, int]:
    """(year, month) some months later, or earlier."""
    index = year * 12 + month - 1 + by
    return index // 12, index % 12 + 1


def year_of_tail(tail: str, context: Context) -> int:
    """The year of “May last year”, “March of that year”; 0 when the text has named none."""
    if tail in ("that", "the same"):
        return int(context.named[:4] or 0)
    assert context.published is not None
    return context.published.year + {"last": -1, "this": 0, "next": 1}[tail]


def either(basis: Basis, reason: str, *days: date) -> Found:
    """A question between several days."""
    return Found(
        basis=basis, reason=reason, candidates=tuple(d.isoformat() for d in sorted(set(days)))
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class DateMention:
    """One expression of time."""

    line: int
    start: int
    """Offset of its first character in the paragraph."""
    end: int
    text: str
    value: str
    """EDTF; empty when the text does not tell."""
    basis: Basis
    role: Role = "event"
    reason: str = ""
    """Why there is no value."""
    candidates: tuple[str, ...] = ()
    quoted: bool = False
    """Within direct speech."""

    @property
    def precision(self) -> str:
        """`day`, `month`, `year`, `decade`, `interval`, or empty without a value."""
        if not self.value:
            return ""
        if "/" in self.value:
            return "interval"
        if "X" in self.value:
            return "decade"
        return ("year", "month", "day")[self.value.rstrip("~?%").count("-")]
