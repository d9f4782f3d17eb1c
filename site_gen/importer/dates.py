"""Dates that a text names, as EDTF, with how each one follows from the text.

What counts as an expression follows TIMEX3 (ISO 24617-1, TimeML): calendar dates, weekdays,
deictic and anaphoric expressions and sets; durations alone (“for three hours”) are not dates. How
an incomplete date is completed follows the published treatment of HeidelTime (Strötgen and Gertz
2013) for news: from the document's date, by the tense of the clause. Where that is not enough the
mention has no value, and candidates instead.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from site_gen.importer.calendardays import resolve_whole_day
from site_gen.importer.datelines import dateline
from site_gen.importer.dateparts import Basis, Context, Found, Role
from site_gen.importer.datepatterns import PATTERNS
from site_gen.importer.relativedays import (
    resolve_counted,
    resolve_deictic,
    resolve_nth_day,
    resolve_weekday,
)
from site_gen.importer.tense import pieces, sentences

if TYPE_CHECKING:
    from collections.abc import Iterable


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


_TRIGGER = re.compile(
    r"\d|day|week|month|year|night|yesterday|tomorrow|weekend|morning|evening|afternoon|summer|winter|spring|autumn|fall\b"
    r"|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|Mon|Tue|Wed|Thu|Fri|Sat|Sun",
    re.IGNORECASE,
)
_NOT_A_DATE = re.compile(
    r"\b(?:Black|Good|Bloody|Palm|Easter|Ash|Cyber|Shrove|Super|Holy|Maundy|Man|[Ee]very|[Ee]ach|[Aa]ny|[Oo]ne|(?<=on )a) $"
)
_SPOKEN_OF = re.compile(r"(?:next|coming) (?:week|month|year)", re.IGNORECASE)
_QUOTES = re.compile(r"[“\"][^“”\"]*(?:[”\"]|$)")


def find_dates(
    paragraphs: Iterable[tuple[int, str]], published: date | None
) -> tuple[DateMention, ...]:
    """All expressions of time, in the order of the text.

    Args:
        paragraphs: (line number, text) of the article.
        published: The document's date; None when it is not known, and then only expressions that
            carry their own year have a value.
    """
    mentions: list[DateMention] = []
    anchor: date | None = None
    told: list[date] = []
    head: int | None = None
    for line, text in paragraphs:
        found: list[DateMention] = []
        for offset, piece in pieces(text):
            here, anchor = _in_paragraph(line, piece, published, anchor, told)
            found += [
                replace(m, start=m.start + offset, end=m.end + offset) if offset else m
                for m in here
            ]
        if head is None:
            head = dateline(text)[0]
            found = [mention for mention in found if mention.end > head or len(text) == head]
        mentions += found
    return tuple(mentions)


def _in_paragraph(
    line: int, text: str, published: date | None, anchor: date | None, told: list[date]
) -> tuple[list[DateMention], date | None]:
    if not _TRIGGER.search(text):
        return [], anchor
    hits: list[tuple[int, int, int, re.Match[str]]] = []
    for rank, (pattern, _) in enumerate(PATTERNS):
        hits += [(m.start(), -m.end(), rank, m) for m in pattern.finditer(text) if m[0].strip()]
    hits.sort(key=lambda hit: hit[:3])
    quotes = [q.span() for q in _QUOTES.finditer(text)]
    mentions: list[DateMention] = []
    days: list[date] = []
    # “For a second day” may count from a day that the sentence names later.
    reach = 0
    pending: list[tuple[int, int, int, re.Match[str]]] = []
    for hit in hits:
        start, end, rank, match = hit[0], -hit[1], hit[2], hit[3]
        if start < reach or _NOT_A_DATE.search(text[:start]):
            continue
        pending.append(hit)
        reach = end
    for start, negative_end, rank, match in pending:
        end = -negative_end
        if start and _overlaps_kept(mentions, start):
            continue
        handler = PATTERNS[rank][1]
        context = Context(
            text=text,
            published=published,
            anchor=anchor,
            sentence_days=tuple(days),
            start=start,
            told=tuple(told),
            year=_other_year(text, start, mentions, published),
            earlier=_earlier_day(text, start, mentions),
            same_sentence=_day_in_sentence(text, start, mentions),
        )
        if handler is resolve_counted and (beside := _beside(text, start, mentions)) is not None:
            context = replace(context, anchor=beside, sentence_days=(beside,), same_sentence=beside)
        if handler in (resolve_nth_day, resolve_counted):
            context = replace(context, following=_following(context, end, pending))
        result = handler(match, context)
        if result.skip:
            continue
        quoted = any(a < start < b for a, b in quotes)
        surface = re.sub(r"^(?:and|to|than|of|for) ", "", match[0].strip())
        if quoted and (handler is resolve_deictic or _SPOKEN_OF.match(match[0])):
            continue  # “today” in a quotation is the speaker's day, not the article's
        result = _with_since(text, match, result, published)
        mentions.append(
            DateMention(
                line=line,
                start=end - len(match[0].lstrip()),
                end=end,
                text=surface,
                value=result.value,
                basis=result.basis,
                role=result.role,
                reason=result.reason,
                candidates=result.candidates,
                quoted=quoted,
            )
        )
        aside = re.search(r"\b[Ss]ince\b[^.,;]{0,60}$", text[:start])
        if (
            result.day is not None
            and result.role == "event"
            and "/" not in result.value
            and not aside
        ):
            anchor = result.day
            days.append(result.day)
    told += days
    return mentions, anchor


def _earlier_day(text: str, start: int, mentions: list[DateMention]) -> date | None:
    low = next((a for a, b in sentences(text) if a <= start <= b), 0)
    days = [
        m
        for m in mentions
        if m.precision == "day" and m.role == "event" and not _COMPARED.search(text[: m.start + 8])
    ]
    if not days or days[-1].start >= low:
        return None
    return date.fromisoformat(days[-1].value.rstrip("~?%"))


def _day_in_sentence(text: str, start: int, mentions: list[DateMention]) -> date | None:
    low = next((a for a, b in sentences(text) if a <= start <= b), 0)
    named = [m for m in mentions if m.start >= low and m.precision == "day" and m.role == "event"]
    return date.fromisoformat(named[-1].value.rstrip("~?%")) if named else None


def _other_year(text: str, start: int, mentions: list[DateMention], published: date | None) -> int:
    """The year that the sentence, or the one before it, names and that is not the document's."""
    spans = sentences(text)
    here = next((i for i, (a, b) in enumerate(spans) if a <= start <= b), 0)
    low = spans[max(0, here - 1)][0]
    for mention in reversed(mentions):
        if mention.start < low:
            break
        if mention.basis != "explicit" and mention.precision == "day":
            return 0  # the text has come back to its own time
        found = re.match(r"(\d{4})(?:-\d\d){0,2}$", mention.value)
        if found and mention.basis == "explicit" and mention.role == "event":
            compared = _COMPARED.search(text[: mention.start + 8])
            year = int(found[1])
            same = published is None or year == published.year
            return 0 if same or compared else year
    return 0


_COMPARED = re.compile(r"\b(?:since|than|up from|until|unlike|compared|as in)\b[^.;]{0,40}$")


def _following(
    context: Context, end: int, hits: list[tuple[int, int, int, re.Match[str]]]
) -> date | None:
    """The day that the next expression of the same clause names by itself."""
    for start, _, rank, match in hits:
        if start < end:
            continue
        between = context.text[end:start]
        if start - end > 60 or re.search(r"[.,;:“”\"]", between):
            return None
        handler = PATTERNS[rank][1]
        if handler in (resolve_weekday, resolve_whole_day, resolve_deictic):
            return handler(match, context).day
        return None
    return None


def _beside(text: str, start: int, mentions: list[DateMention]) -> date | None:
    """“since Saturday, a day after it was seized”: the day that stands right before."""
    if not mentions or text[mentions[-1].end : start].strip() not in (",", "—", "–", "-", "("):
        return None
    first = mentions[-1].value.partition("/")[0].rstrip("~?%")
    return date.fromisoformat(first) if re.fullmatch(r"\d{4}-\d\d-\d\d", first) else None


def _overlaps_kept(mentions: list[DateMention], start: int) -> bool:
    return bool(mentions) and start < mentions[-1].end


_SUPERLATIVE = re.compile(
    r"\b(?:first|largest|biggest|worst|heaviest|deadliest|highest|lowest|fiercest|most \w+|longest|only)\b[^.,;]{0,90}$"
)


def _with_since(text: str, match: re.Match[str], result: Found, published: date | None) -> Found:
    """`since May 1` runs to the document's date; `by 25 June`, of the past, is open before."""
    if not result.value or result.role != "event":
        return result
    if re.match(r"(?:an?|his|her|its|their|our|['’]s?) \d{4}$", match[0], re.IGNORECASE):
        return result  # “driven out by a 2011 revolt”
    if result.day is not None and re.search(
        r"\bweek (?:up )?(?:to|ending|that ended|through)(?: on)? $", text[: match.start()]
    ):
        first = result.day - timedelta(days=6)
        return replace(result, value=f"{first.isoformat()}/{result.day.isoformat()}")
    before = text[max(0, match.start() - 24) : match.start()] + match[0]
    word = re.search(
        r"\b([Ss]ince|[Bb]y)\s+(?:the )?(?:\w+ ?of |early |late |mid[- ]|last |about |around |at least )?(?:"
        + re.escape(match[0].strip())
        + r"|"
        + re.escape(re.sub(r"^\w+ (?=\S)", "", match[0].strip()))
        + r")$",
        before,
    )
    if word is None:
        return result
    if word[1].lower() == "since" and published is not None:
        if _SUPERLATIVE.search(text[: match.start()]):
            return result  # “the largest since 2001” compares, it lasts no longer
        if len(result.value) == 10 and result.value >= published.isoformat():
            return result
        start = result.value.partition("/")[0]
        return replace(result, value=f"{start}/{published.isoformat()}")
    if word[1].lower() == "by" and "/" not in result.value:
        return replace(result, value=f"../{result.value}")
    return result
