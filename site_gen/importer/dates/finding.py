"""Dates that a text names, as EDTF, with how each one follows from the text.

What counts as an expression follows TIMEX3 (ISO 24617-1, TimeML): calendar dates, weekdays,
deictic and anaphoric expressions and sets; durations alone (“for three hours”) are not dates. How
an incomplete date is completed follows the published treatment of HeidelTime (Strötgen and Gertz
2013) for news: from the document's date, by the tense of the clause. Where that is not enough the
mention has no value, and candidates instead.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING

from site_gen.importer.datelines import dateline
from site_gen.importer.dates.anaphora import resolve_counted
from site_gen.importer.dates.calendardays import resolve_whole_day
from site_gen.importer.dates.eventdays import is_counted_from
from site_gen.importer.dates.parts import (
    Context,
    DateMention,
    Found,
    Told,
    day_of,
    month_of,
)
from site_gen.importer.dates.patterns import PATTERNS, patterns_for
from site_gen.importer.dates.relativedays import (
    day_of_quotation,
    resolve_calendar_unit,
    resolve_deictic,
    resolve_nth_day,
)
from site_gen.importer.dates.storyline import (
    day_in_sentence,
    earlier_day,
    looked_back_to,
    other_year,
)
from site_gen.importer.dates.weekdays import resolve_weekday
from site_gen.importer.dates.wholedates import resolve_attacks_of_2001
from site_gen.importer.dates.wordsbefore import with_word_before
from site_gen.importer.notation import regex
from site_gen.importer.tense import pieces, sentence_start, sentences

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable


_TRIGGER = regex(
    r"\d|day|week|month|year|night|yesterday|tomorrow|weekend|morning|evening|afternoon|summer|winter|spring|autumn|fall\b|decade|centur|Christmas|Easter|Halloween|Epiphany|\bEid\b|Pentecost|Passover|Yom Kippur|Hashanah|Ashura|Diwali|Vesak|Thanksgiving|quarter|ties\b"
    r"|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|Mon|Tue|Wed|Thu|Fri|Sat|Sun",
    re.IGNORECASE,
)
_NOT_A_DATE = regex(
    r"\b(?:Black|Good|Bloody|Palm|Easter|Ash|Cyber|Shrove|Super|Holy|Maundy|Man|[Ee]very|[Ee]ach|(?:named|called)(?: her| him| it)?|[Aa]ny|(?<=on )a) $"
)
_REST_DAY = regex(
    r"(?:, the (?:weekly|Muslim|Jewish|Christian)|,? (?:is|was) (?:the|a|an|their) (?:\w+ )?)(?: ?day of rest| ?weekend| ?holiday| ?rest day| ?holy day| ?day off| ?day of prayers?| ?market day)\b(?! (?:when|that|to|after|before)\b)"
)
"""“Friday is the weekend there”: each one is."""
_INDEFINITE = regex(r"\b[Aa] $")
_NO_NOUN = regex(
    r"(?: (?:in|of|on|at|and|or|when|that|with|after|before|like|this|last|night|morning|evening|afternoon)\b)|[,.;:)]|$"
)
"""“It was a Tuesday in November” names no day, “a Tuesday raid” does."""
_FIRST_NAME = regex(r" (?!(?:Mr|Mrs|Ms|Dr)\b|[A-Z]{2})[A-Z][a-z]+")
_OF_NAME = regex(r"(?<!On )(?<!on )\b[Tt]he $|\b(?:Mr|Mrs|Ms|Dr|Sgt|Pastor|named|and)\.? $")
"""“Monday Okoro was freed”, “the Friday Mosque”."""
_ONE_OF_MANY = regex(r"\b[Oo]ne $")
"""“One Friday”, but not “a second one by Friday”."""
_SPOKEN_OF = regex(r"(?:next|coming) (?:week|month|year)", re.IGNORECASE)
_MONTH_WORD = r"(?i:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[A-Za-z]*\.?"
_QUOTES = regex(r"[“\"][^“”\"]*(?:[”\"]|$)")


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
    story = _Story()
    head: int | None = None
    for number, (line, text) in enumerate(paragraphs):
        found: list[DateMention] = []
        story.paragraph = number
        if head is None or text[:3].isupper():
            story.written = _written(text, published) or story.written or published
        for offset, piece in pieces(text):
            here = _in_paragraph(line, piece, story.written, published, story)
            found += [
                replace(m, start=m.start + offset, end=m.end + offset) if offset else m
                for m in here
            ]
        if head is None:
            head = dateline(text)[0]
            found = [mention for mention in found if mention.end > head or len(text) == head]
            if story.written != published and head < len(text):
                found[:0] = _of_dateline(line, text, story.written)
        mentions += found
    return tuple(mentions)


def _of_dateline(line: int, text: str, written: date | None) -> list[DateMention]:
    """The day of a dateline, which is one before that of publication."""
    length, head = dateline(text)
    day = _HEAD_DAY.search(head)
    if day is None or written is None:
        return []
    start = length - len(head) + day.start()
    return [
        DateMention(
            line=line,
            start=start,
            end=start + len(day[0]),
            text=day[0],
            value=written.isoformat(),
            basis="explicit" if re.search(r"\d{4}", day[0]) else "year from document",
        )
    ]


_HEAD_DAY = regex(
    rf"(?:\d{{1,2}}(?:st|nd|rd|th)? {_MONTH_WORD}|{_MONTH_WORD} \d{{1,2}})(?:,? \d{{4}})?"
)


@dataclass(slots=True)
class _Story:
    """What the paragraphs so far have told of."""

    anchor: date | None = None
    days: list[date] = field(default_factory=list)
    told: list[Told] = field(default_factory=list)
    paragraph: int = 0
    written: date | None = None
    """The day from which it counts: its dateline's, else the document's."""
    named_since: bool = False
    """Whether something has only lasted since then."""
    named: tuple[int, str] = (0, "")
    """(paragraph, value) of the last day, month or year."""

    def named_near(self) -> str:
        return self.named[1] if self.paragraph - self.named[0] <= 1 else ""


_Hit = tuple[int, int, int, "re.Match[str]"]


@lru_cache(maxsize=128)  # asked again with another day, to infer the one of publication
def _hits(text: str) -> tuple[_Hit, ...]:
    """What looks like an expression of time, in the order of the text, of those that begin together the longest first."""
    hits: list[_Hit] = []
    for rank, pattern in patterns_for(text):
        hits += [(m.start(), -m.end(), rank, m) for m in pattern.finditer(text) if m[0].strip()]
    hits.sort(key=lambda hit: hit[:3])
    return tuple(hit for hit in hits if not _is_name(text, hit[0], hit[3][0]))


def _in_paragraph(
    line: int, text: str, published: date | None, printed: date | None, story: _Story
) -> list[DateMention]:
    if not _TRIGGER.search(text):
        return []
    hits = _hits(text)
    quotes = [q.span() for q in _QUOTES.finditer(text)]
    mentions: list[DateMention] = []
    days: list[date] = []
    reach = 0
    for start, negative_end, rank, match in hits:
        end = -negative_end
        if start < reach:
            continue
        handler = PATTERNS[rank][1]
        low = sentence_start(text, start)
        quoted = any(a < start < b for a, b in quotes)
        year = other_year(text, start, mentions, published, quoted=quoted)
        context = Context(
            text=text,
            published=published,
            anchor=story.anchor,
            sentence_days=tuple(days),
            start=start,
            told=tuple(story.days),
            year=year,
            earlier=earlier_day(text, low, mentions),
            same_sentence=day_in_sentence(low, mentions),
            story=tuple(story.told[-8:]),
            paragraph=story.paragraph,
            sentence=low,
            named=story.named_near(),
            named_since=story.named_since,
        )
        context = _with_neighbours(context, handler, end, hits, mentions)
        counted = _just_counted_from(handler, match, mentions)
        result = _COUNTED if counted else _resolved(match, handler, context, quoted=quoted)
        if result.skip:
            reach = max(reach, end if result.whole else 0)
            continue
        reach = end
        surface = re.sub(r"^(?:and|to|than|of|for) ", "", match[0].strip())
        if quoted and _SPOKEN_OF.match(match[0]):
            continue  # “next week” in a quotation is the speaker's, not the article's
        result = with_word_before(text, match, result, printed)
        if handler is resolve_calendar_unit:
            result = _until_printed(result, published, printed)
        begins = end - len(match[0].lstrip())
        if mentions and _says_again(text, mentions[-1], begins, result):
            again = mentions.pop()
            begins, surface = again.start, text[again.start : end].rstrip()
        mentions.append(
            DateMention(
                line=line,
                start=begins,
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
        if not result.value:
            story.told.append(_asked(result, story.paragraph, low))
        if result.role != "event" or not result.value or _OF_PAPER.match(text, end):
            continue
        since = (
            re.search(r"\b[Ss]ince\b[^.,;]{0,60}$", text[max(0, start - 70) : start])
            or "since" in match[0].lower()
        )
        by = result.value.startswith("../")
        day = None if ("/" in result.value and not by) or since else result.day
        if day is not None:
            story.anchor = day
            days.append(day)
        if day is not None or not since or result.value.count("-") > 2:
            back = looked_back_to(text, low, start, match[0])
            lasting = bool(since) and result.day is not None
            story.told.append(
                Told(
                    result.day if lasting else day,
                    story.paragraph,
                    low,
                    background=back or lasting,
                    since=lasting,
                    by_weekday=re.match(r"\W*\w+day\b.*\d", match[0]) is not None,
                )
            )
        if "X" not in result.value and ("/" not in result.value or since or by):
            story.named_since = bool(since)
            first, _, last = result.value.partition("/")
            story.named = (story.paragraph, last if by else first)
        elif result.value[:7] == result.value[11:18]:
            story.named = (story.paragraph, result.value[:7])  # days of one month
            story.named_since = False
    story.days += days
    return mentions


def _just_counted_from(
    handler: Callable[[re.Match[str], Context], Found],
    match: re.Match[str],
    mentions: list[DateMention],
) -> bool:
    """Whether a day only names that from which the expression right before it counts."""
    return bool(
        handler in (resolve_whole_day, resolve_attacks_of_2001)
        and mentions
        and mentions[-1].value
        and match.start() - mentions[-1].end < _THE_NAMED
        and is_counted_from(match, match.string)
    )


_THE_NAMED = 20
_COUNTED = Found(skip=True, whole=True)


def _resolved(
    match: re.Match[str],
    handler: Callable[[re.Match[str], Context], Found],
    context: Context,
    *,
    quoted: bool,
) -> Found:
    """What an expression comes to; “today” in a quotation is the speaker's day, when that is known."""
    if not quoted or handler is not resolve_deictic:
        return handler(match, context)
    spoken = day_of_quotation(match, context)
    return Found(skip=True) if spoken is None else handler(match, spoken)


def _until_printed(result: Found, written: date | None, printed: date | None) -> Found:
    """“This week” goes on to the day of publication, also when the dateline is older."""
    if re.fullmatch(rf"[-\d]{{10}}/{written}", result.value) is None:
        return result
    return replace(result, value=f"{result.value[:10]}/{printed}")


def _says_again(text: str, last: DateMention, start: int, result: Found) -> bool:
    """“Yesterday, Wednesday 16 October”: one day, named twice."""
    between = text[last.end : start]
    deictic = re.match(r"yesterday|today|tomorrow|last night", last.text, re.IGNORECASE)
    once = between in (", ", " (") and deictic is not None
    return once and result.value == last.value != ""


def _with_neighbours(
    context: Context,
    handler: Callable[[re.Match[str], Context], Found],
    end: int,
    hits: tuple[_Hit, ...],
    mentions: list[DateMention],
) -> Context:
    """With the days that stand right before an expression that counts, right behind it and in its main clause."""
    text, start, low = context.text, context.start, context.sentence
    if handler is resolve_counted and (beside := _beside(text, start, mentions)) is not None:
        context = replace(context, anchor=beside, sentence_days=(beside,), same_sentence=beside)
    if handler in (resolve_nth_day, resolve_counted):
        context = replace(context, following=_following(context, end, hits))
    if handler is resolve_counted and _BEGINS.match(text[low:start]):
        context = replace(context, main=_of_main_clause(context, end, hits))
    return context


def _asked(result: Found, paragraph: int, sentence: int) -> Told:
    """What a question leaves for the expressions behind it, which may count from its day."""
    goes_on = _goes_on(result) and bool(result.candidates)
    return Told(
        date.fromisoformat(result.candidates[0]) if goes_on else None,
        paragraph,
        sentence,
        by_weekday=result.basis == "weekday",
        asked=True,
    )


def _is_name(text: str, start: int, said: str) -> bool:
    """“Black Friday”, “every Monday”, “one Tuesday” are no days of a calendar; “Good Friday, April 14” is one."""
    if re.search(r"[a-z],? (?:[A-Z][a-z]+ \d|\d)", said):
        return False
    before = text[max(0, start - 12) : start]
    if _INDEFINITE.search(before) and _NO_NOUN.match(text, start + len(said)):
        return True
    if said.rstrip().endswith("day") and _FIRST_NAME.match(text, start + len(said)):
        first = start == sentence_start(text, start) and said[0].isupper()
        if first or _OF_NAME.search(before):
            return True
    if said.rstrip().endswith("day") and _REST_DAY.match(text, start + len(said)):
        return True
    one = _ONE_OF_MANY.search(before) and text[start].isupper()
    return bool(one or _NOT_A_DATE.search(before))


_WRITTEN_BEFORE = 3
"""Days before the one of publication that a dateline can lie: what it says of “today” counts from it."""


def _written(text: str, published: date | None) -> date | None:
    """The day of a dateline with which a report begins, when that is not much older than the document's."""
    head = dateline(text)[1]
    if published is None or not re.search(r"\d", head):
        return None
    for pattern, handler in PATTERNS:
        found = pattern.search((head.title() if head.isupper() else head).rstrip(" :"))
        if found and handler is resolve_whole_day:
            year = int(found["y1"]) if found["y1"] else published.year
            day = day_of(year, month_of(found["m1"]), int(found["d1"]))
            if day is not None and 0 <= (published - day).days <= _WRITTEN_BEFORE:
                return day
    return None


_OF_PAPER = regex(r"['’]s (?:issue|edition|paper|papers|bulletin|newspapers?|front page)\b")
"""“A report in Monday's issue says …”: nothing that is told happened then."""
_BEGINS = regex(
    r"(?:[A-Z][^—–]{0,70}(?:—|–|--| -) ?)?[\W\d]*(?:(?i:barely|just|only|some|almost|nearly|about|more than|less than) )?$"
)


def _goes_on(result: Found) -> bool:
    """Whether a weekday is a question because it may go on from a day told before."""
    return result.basis == "weekday" and "go on from" in result.reason


def _following(context: Context, end: int, hits: tuple[_Hit, ...]) -> date | None:
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


def _of_main_clause(context: Context, end: int, hits: tuple[_Hit, ...]) -> date | None:
    """The one day that the clause behind “Two days after it was lost, …” names, if it is one of the news."""
    text = context.text
    comma = text.find(", ", end)
    high = next((b for a, b in sentences(text) if a <= context.start <= b), len(text))
    found = [hit for hit in hits if hit[0] >= end and hit[0] < high]
    if comma < 0 or not found or found[0][0] < comma:
        return None
    days = {
        PATTERNS[rank][1](match, context).day
        for _, _, rank, match in found
        if PATTERNS[rank][1] in (resolve_weekday, resolve_deictic)
    }
    return days.pop() if len(days) == 1 else None


def _beside(text: str, start: int, mentions: list[DateMention]) -> date | None:
    """“since Saturday, a day after it was seized”: the day that stands right before."""
    if not mentions or text[mentions[-1].end : start].strip() not in (",", "—", "–", "-", "("):
        return None
    first = mentions[-1].value.partition("/")[0].rstrip("~?%")
    return date.fromisoformat(first) if re.fullmatch(r"\d{4}-\d\d-\d\d", first) else None
