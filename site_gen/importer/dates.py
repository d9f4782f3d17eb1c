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
from functools import lru_cache
from typing import TYPE_CHECKING, Literal

from site_gen.importer.datelines import dateline
from site_gen.importer.words import words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

Basis = Literal["explicit", "year from document", "weekday", "relative"]
"""How a value follows: whole in the text; day and month in the text; by the day of the week; by
counting from the document's date or from a date named before."""

Role = Literal["event", "plan"]
"""A `plan` is a deadline or something still to come when the text was written."""


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
_WEEKDAY_NUMBER = {
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
} | {"a": 1, "an": 1, "thirty": 30, "forty": 40, "couple of": 2, "a couple of": 2}
_ORDINAL_WORDS = {
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
        ],
        1,
    )
}
_M = (
    r"(?P<m{0}>January|February|March|April|May|June|July|August|September|October|November|December"
    r"|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)\b)\.?"
)
_D = r"(?P<d{0}>3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?(?![\d:%])(?!,\d{{3}})(?!\.\d)"
_Y = r"(?P<y{0}>1[5-9]\d\d|20\d\d)(?![\d%]|,\d{{3}}|-\d\d-\d\d)"
_WD = (
    r"(?P<w{0}>(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
    r"|(?:Mon|Tues|Tue|Wed|Thurs|Thur|Thu|Fri|Sat|Sun)(?:\.|(?=,? \d|, [A-Z])))"
)
_N = (
    r"(?P<n>(?i:\d{1,3}|an?(?: couple of)?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen"
    r"|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty))"
)
_PART = (
    r"(?:(?:late|early|mid)?-?(?:morning|afternoon|evening|night|midnight|noon|dawn|dusk|midday))"
)
_MONTHS_LONG = (
    "January|February|March|April|May|June|July|August|September|October|November|December"
)
_YEAR_TAIL = r"(?:,? (?:of )?(?P<tail>last|this|next) year)?"


def _p(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Context:
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
    following: date | None = None
    """The day that the expression right behind this one names."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Found:
    value: str = ""
    basis: Basis = "explicit"
    role: Role = "event"
    reason: str = ""
    candidates: tuple[str, ...] = ()
    day: date | None = None
    """For what follows (“the next day”)."""
    skip: bool = False


UNDATED = "the publication date is not known"
"""Why an expression that counts from the document's date has no value."""


def _iso(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _month(name: str) -> int:
    return _MONTH_NUMBER[name.rstrip(".")]


def _number(text: str) -> int:
    return int(text) if text.isdigit() else _NUMBER_WORDS.get(text.lower(), 1)


def _shift_month(year: int, month: int, by: int) -> tuple[int, int]:
    index = year * 12 + month - 1 + by
    return index // 12, index % 12 + 1


# --- tense -----------------------------------------------------------------------------------

_FUTURE = (
    # The participle belongs to it: in “will be held” nothing has been held.
    r"(?:(?:wo|would)n['’]t|['’]ll|will|would|shall|(?:was|were) to have|(?:is|are|was|were) (?:due|set|expected|scheduled|"
    r"slated|likely|planned|supposed) to|(?:is|are|was|were) to|going to|must|should|could|can(?= be\b)|may|might)"
    r"(?: (?:not|also|then|now|soon|only|still|probably|likely))*(?: be| have)?(?: been)?(?: \w+)?"
    r"|(?:is|are|was|were) (?:due|set(?! (?:ablaze|alight|on fire|up|off|free|upon)\b)|expected|scheduled|slated|likely)|due|scheduled|foreseen"
    r"|set to|plan(?:s|ned|ning)?(?: to| for)?|expect(?:s|ed)?|hop(?:es?|ing|ed) to|called for(?= *$| (?:\w+day|next|tomorrow))|aim(?:s|ing|ed)? to"
    r"|intends? to|vow(?:s|ed) to|promise[sd]? to|prepar(?:es?|ing) (?:to|for)|[Aa]head of|deadline|upcoming"
    r"|want(?:s|ed)? to|to be (?:held|signed|built|opened|sent|handed|completed|put|tried|deployed|released|replaced|sworn)|[Uu]ntil|[Tt]ill|(?:put off|postponed|delayed|adjourned|moved) to(?= \w+day|$| \d| [A-Z])|no later than"
    r"|(?:(?<=s )start|opens|begins?|starts|meets?|resumes?|ends|expires|departs|leaves|returns|takes? (?:office|place|effect)|comes? into (?:force|effect)|arrives|"
    r"convenes?|goes to the polls|go to the polls)"
    r"(?=\s*$| (?:in|on|at|here|again|for|from|there|next|talks|work|a)\b)"
)
_IRREGULAR = (
    "was|were|had|did|said|told|took|fell|came|went|began|broke|left|got|made|met|put|held|led|sent|shot|drove|ran"
    "|rose|fled|gave|found|kept|sold|sat|wrote|spoke|saw|fought|blew|died|lost|won|hit|struck|stood|became|brought"
    "|caught|built|felt|grew|knew|paid|rode|sank|slew|swept|threw|wore|withdrew|overran|overthrew|flew|ate|bore|"
    "chose|drew|dug|froze|hung|laid|lay|lit|meant|rang|read|sought|shook|tore|sprang|burst|hurt|shut|split|spread|beat|bled|bought|clung|crept|dealt|fed|flung|"
    "forgot|hid|knelt|leapt|lent|rang|sang|slid|spent|spun|swam|swung|wept|wound|slept|stole|stuck|swore|taught|thought|woke"
    "|wounded|gone|taken|fallen|seen|been|killed|bombed|has|have|says|says|according to|since"
)
_CUES = re.compile(rf"\b(?:(?P<future>{_FUTURE})|(?P<past>{_IRREGULAR}|[a-z]{{2,}}ed))\b")
_CLAUSE = re.compile(
    r"[,;:—–()\"“”]| -- | (?:but|while|when|whereas|although|though|and|which|who) "
)
_SENTENCE = re.compile(r"(?<=[.!?…])[\"”’)]*\s+(?=[\"“‘(]?[A-Z0-9])")
_ABBREVIATED = re.compile(
    r"\b(?:[A-Z]|Mr|Mrs|Ms|Dr|Gen|Col|Maj|Lt|Sgt|Capt|Gov|Sen|Rep|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|St|"
    r"Mon|Tues?|Wed|Thurs?|Fri|Sat|Sun|No|vs|approx|Brig|Cmdr|Prof|Rev|Adm|Cpl|Pvt|Hon|U\.S|U\.N|U\.K|a\.m|p\.m)\.$"
)


@lru_cache(maxsize=64)  # asked again for every expression of a paragraph
def sentences(text: str) -> tuple[tuple[int, int], ...]:
    """(start, end) of each sentence of a paragraph."""
    spans: list[tuple[int, int]] = []
    start = 0
    for found in _SENTENCE.finditer(text):
        before = text[start : found.start()]
        if _ABBREVIATED.search(before) and not before.endswith("on X."):
            continue
        spans.append((start, found.start()))
        start = found.end()
    spans.append((start, len(text)))
    return tuple(spans)


Tense = Literal["past", "future", "unsure", ""]

_OVER = re.compile(
    r"\b(?:was|were|had|did|held|fought|lasted|stayed|remained|continued|[a-z]{2,}ed)\b"
)
_STILL = re.compile(
    r"\b(?:will|would|is|are|has|have|remains?|to|postponed|delayed|put off|extended|adjourned|suspended|closed|shut|banned|"
    r"moved|remanded|until)\b"
)
_FINITE = re.compile(r"\b(?:was|were|had|did|said|told|took|fell|came|went|began|broke|left)\b")


_LONG = 4000


def pieces(text: str) -> Iterator[tuple[int, str]]:
    """(offset, piece) of a paragraph: all of it, or whole sentences of one that no news has.

    What looks around an expression takes time with the length of the paragraph.
    """
    if len(text) <= _LONG:
        yield 0, text
        return
    start = end = 0
    for _, high in sentences(text):
        if high - start > _LONG and end > start:
            yield start, text[start:end]
            start = end
        end = high
    while end - start > 4 * _LONG:  # a “sentence” without end
        yield start, text[start : start + _LONG]
        start += _LONG
    yield start, text[start:end]


def _of_clause(clause: str, cues: list[re.Match[str]]) -> Tense:
    """The tense that the verbs before an expression give it."""
    last = cues[-1]
    if last["future"]:
        until = last[0].lower() in ("until", "till") and _OVER.search(clause[: last.start()])
        return "past" if until and not _STILL.search(clause[: last.start()]) else "future"
    # “was to be one of the first towns handed over on …”, “will leave the base seized on …”
    planned = [cue for cue in cues[:-1] if cue["future"]]
    if planned and re.fullmatch(r"[a-z]+ed|held|taken|given|sent|built", last[0]):
        between = clause[planned[-1].end() : last.start()]
        if not _FINITE.search(between):
            return "unsure"
    return "past"


def tense(text: str, start: int, end: int) -> Tense:
    """Of the clause that an expression stands in: the nearest verb before it, else after it.

    `unsure`: something to come and something past are both near.
    """
    low, high = next(((a, b) for a, b in sentences(text) if a <= start <= b), (0, len(text)))
    before = text[low:start]
    cut = 0
    for found in _CLAUSE.finditer(before):
        if found.end() < len(before.rstrip()):
            cut = found.end()
    for clause in (before[cut:], before):
        cues = list(_CUES.finditer(clause))
        if cues:
            return _of_clause(clause, cues)
        after = text[end:high]
        # A clause that begins with the expression: “On Friday, the president will meet …”.
        if clause is not before or not before.strip():
            follow = _verb_after(after)
            stop = None if not before.strip() else _CLAUSE.search(after.lstrip(", "))
            if follow and (stop is None or follow.start() <= stop.start() + 2):
                return "future" if follow["future"] else "past"
    follow = _verb_after(text[end:high])
    return ("future" if follow["future"] else "past") if follow else ""


def _verb_after(text: str) -> re.Match[str] | None:
    """The first verb behind an expression; not “since”, and not who said all that (“…, officials said.”)."""
    for cue in _CUES.finditer(text):
        said = re.fullmatch(r"said|says|told|reported|announced|warned|added", cue[0])
        if cue[0] == "since" or (said and re.match(r"\s*(?:[.,;”\"]|$)", text[cue.end() :])):
            continue
        return cue
    return None


def tells(text: str) -> bool:
    """Whether there is a verb in it that tells of something past or to come."""
    return _CUES.search(text) is not None


def _is_deadline(text: str, start: int, end: int) -> bool:
    before, after = text[max(0, start - 25) : start].lower(), text[end : end + 22].lower()
    return bool(
        re.search(
            r"\b(?:by|before|until|till|no later than|ahead of|prior to|through|as of)\s+(?:the )?$",
            before,
        )
        or re.match(r",?[ -]*(?:the )?(?:\w+ )?(?:deadline|target|cut-?off)", after)
        or re.search(r"\bdeadline (?:of|on|for)\s+$", before)
    )


# --- completing ------------------------------------------------------------------------------


def _complete_day(found: re.Match[str], context: _Context, month: int, day: int) -> _Found:
    """Give a month and a day their year."""
    published = context.published
    if published is None:
        return _Found(basis="year from document", reason=UNDATED)
    this = _iso(published.year, month, day) or _iso(published.year - 1, month, day)
    if this is None:
        return _Found(
            basis="year from document", reason="there is no such day", skip=_bad(month, day)
        )
    start, end = found.span()
    tensed = tense(context.text, start, end)
    deadline = _is_deadline(context.text, start, end)
    ahead = (this - published).days
    coming = tensed == "future" and _STILL_TO_COME.search(context.text[:start])
    if context.year and not coming and (told := _iso(context.year, month, day)) is not None:
        return _Found(
            basis="year from document",
            reason=f"the sentence before tells of {context.year}",
            candidates=tuple(sorted({told.isoformat(), this.isoformat()})),
        )
    before = _iso(this.year - 1, month, day)
    after = _iso(this.year + 1, month, day)
    named = context.text[end : end + 12].strip().startswith("deadline")
    if ahead <= 0:
        if tensed == "future" and not named and ahead < -200 and after is not None:
            return _Found(
                value=after.isoformat(), basis="year from document", role="plan", day=None
            )
        missed = tensed == "future" and (
            ahead == 0 or deadline or _was_planned(context.text, start)
        )
        role: Role = "plan" if named or missed else "event"
        return _Found(value=this.isoformat(), basis="year from document", role=role, day=this)
    over = deadline and tensed == "past" and not named and not _to_do(context.text[:start])
    if (tensed == "future" or deadline) and not over:
        return _Found(value=this.isoformat(), basis="year from document", role="plan")
    if tensed == "past" and ahead == 1 and not found.groupdict().get("w1"):
        return _Found(value=this.isoformat(), basis="year from document", day=this)  # time zones
    if tensed == "past" and ahead > 60 and before is not None:
        return _Found(value=before.isoformat(), basis="year from document", day=before)
    return _Found(
        basis="year from document",
        reason="it lies after the publication date, and the clause does not tell whether it is to come",
        candidates=tuple(d.isoformat() for d in (before, this) if d is not None),
    )


_STILL_TO_COME = re.compile(
    r"\b(?:will|(?:is|are) (?:to|due|set|expected|scheduled|slated|planned))\b[^.;]{0,60}$"
)
"""Said from the document's own day: whatever year the text has told of, this is yet to come."""


def _to_do(before: str) -> bool:
    """Whether an infinitive leads up to a deadline: “agreed to leave by …”."""
    return re.search(r"\b(?:to [a-z]+|promise[sd]?|pledge[sd]?)\b[^.;]{0,60}$", before) is not None


def _was_planned(text: str, start: int) -> bool:
    return bool(
        re.search(
            r"\b(?:planned|scheduled|due|set|slated|meant|intended)(?: to \w+)?(?: for| on)? (?:the )?$",
            text[:start],
        )
    )


def _bad(month: int, day: int) -> bool:
    return _iso(2000, month, day) is None


def _whole_day(found: re.Match[str], context: _Context) -> _Found:
    groups = found.groupdict()
    month, day = _month(groups["m1"]), int(groups["d1"])
    if _bad(month, day):
        return _Found(skip=True)
    year = groups.get("y1")
    tail = groups.get("tail")
    if year:
        exact = _iso(int(year), month, day)
        if exact is None:
            return _Found(reason="there is no such day")
        result = _Found(value=exact.isoformat(), day=exact)
        if context.published is not None and exact > context.published:
            result = replace(result, role="plan", day=None)
    elif tail and context.published is not None:
        exact = _iso(context.published.year + {"last": -1, "this": 0, "next": 1}[tail], month, day)
        result = (
            _Found(value=exact.isoformat(), basis="year from document", day=exact)
            if exact
            else _Found(reason="there is no such day")
        )
        if result.day is not None and result.day > context.published:
            result = replace(result, role="plan", day=None)
    else:
        result = _complete_day(found, context, month, day)
    weekday = groups.get("w1")
    if weekday and result.candidates and context.published is not None:
        named = _WEEKDAY_NUMBER[weekday.rstrip(".")]
        fitting = [d for c in result.candidates if (d := date.fromisoformat(c)).weekday() == named]
        if len(fitting) == 1:
            ahead = fitting[0] > context.published
            result = _Found(
                value=fitting[0].isoformat(),
                basis="year from document",
                role="plan" if ahead else "event",
                day=None if ahead else fitting[0],
            )
    if weekday and result.value:
        named = _WEEKDAY_NUMBER[weekday.rstrip(".")]
        if date.fromisoformat(result.value).weekday() != named:
            return _Found(
                basis=result.basis,
                reason=f"{result.value} is not a {weekday.rstrip('.')}",
                candidates=(result.value,),
            )
    return result


def _iso_day(found: re.Match[str], _context: _Context) -> _Found:
    exact = _iso(int(found["y"]), int(found["m"]), int(found["d"]))
    return _Found(value=exact.isoformat(), day=exact) if exact else _Found(skip=True)


def _numeric_day(found: re.Match[str], _context: _Context) -> _Found:
    one, two, year = int(found["a"]), int(found["b"]), int(found["y"])
    options = {d for d in (_iso(year, two, one), _iso(year, one, two)) if d is not None}
    if not options:
        return _Found(skip=True)
    if len(options) == 1:
        (only,) = options
        return _Found(value=only.isoformat(), day=only)
    return _Found(
        reason="the day and the month could be either way round",
        candidates=tuple(d.isoformat() for d in sorted(options)),
    )


def _span_days(found: re.Match[str], context: _Context) -> _Found:
    """`June 21–23`, `21 and 24 April`, `June 28 to July 2`."""
    groups = found.groupdict()
    first_month = _month(groups["m1"] or groups["m2"])
    last_month = _month(groups["m2"] or groups["m1"])
    year = groups.get("y1") or groups.get("y2")
    if year:
        last: _Found = _Found(
            value=d.isoformat() if (d := _iso(int(year), last_month, int(groups["d2"]))) else "",
            day=d,
        )
    else:
        last = _complete_day(found, context, last_month, int(groups["d2"]))
    if not last.value:
        return last
    end = date.fromisoformat(last.value)
    start = _iso(end.year, first_month, int(groups["d1"]))
    if start is not None and start > end:
        start = _iso(end.year - 1, first_month, int(groups["d1"]))
    if start is None or start >= end:
        return _Found(skip=True)
    return replace(last, value=f"{start.isoformat()}/{end.isoformat()}")


def _span_months(found: re.Match[str], context: _Context) -> _Found:
    """`between January and March`, `from May to July 2015`."""
    first, last = _month(found["m1"]), _month(found["m2"])
    if found["y1"]:
        year = int(found["y1"])
    elif context.published is None:
        return _Found(basis="year from document", reason=UNDATED)
    elif tense(context.text, *found.span()) == "future" or context.year:
        return _Found(basis="year from document", reason="the year is not certain")
    else:
        year = context.published.year - (last > context.published.month)
    begin = year - (first > last)
    return _Found(
        value=f"{begin}-{first:02d}/{year}-{last:02d}",
        basis="explicit" if found["y1"] else "year from document",
    )


def _month_of_year(found: re.Match[str], context: _Context) -> _Found:
    value = f"{found['y1']}-{_month(found['m1']):02d}"
    published = context.published
    role: Role = "plan" if published and value > published.isoformat()[:7] else "event"
    return _Found(value=value, role=role)


def _bare_month(found: re.Match[str], context: _Context) -> _Found:
    published = context.published
    if published is None:
        return _Found(basis="year from document", reason=UNDATED)
    month = _month(found["m1"])
    word = (found["word"] or "").lower().strip()
    tail = found["tail"]
    year = published.year
    if tail:
        year += {"last": -1, "this": 0, "next": 1}[tail]
        role: Role = "plan" if (year, month) > (published.year, published.month) else "event"
        return _Found(value=f"{year}-{month:02d}", basis="year from document", role=role)
    start, end = found.span("m1")
    if context.year and not word.endswith(("last", "next", "this")):
        return _Found(
            basis="year from document",
            reason=f"the sentence before tells of {context.year}",
            candidates=tuple(
                sorted({f"{context.year}-{month:02d}", f"{published.year}-{month:02d}"})
            ),
        )
    tensed = tense(context.text, start, end)
    ahead = month > published.month
    if word.endswith("last"):
        year -= 1 if month >= published.month else 0
        return _Found(value=f"{year}-{month:02d}", basis="year from document")
    if word.endswith("next"):
        year += 0 if ahead else 1
        return _Found(value=f"{year}-{month:02d}", basis="year from document", role="plan")
    deadline = bool(re.search(r"\b(?:by|until|before|through)\b", word))
    if deadline and ahead and tensed == "past" and not _to_do(context.text[:start]):
        return _Found(
            basis="year from document",
            reason="the clause does not tell whether it is past or to come",
            candidates=(f"{year - 1}-{month:02d}", f"{year}-{month:02d}"),
        )
    if tensed == "future" or (deadline and month >= published.month):
        if month < published.month and published.month - month <= 4 and not deadline:
            return _Found(value=f"{year}-{month:02d}", basis="year from document")
        year += 1 if month < published.month else 0
        return _Found(value=f"{year}-{month:02d}", basis="year from document", role="plan")
    if tensed in ("", "unsure") and ahead:
        return _Found(
            basis="year from document",
            reason="the clause does not tell whether it is past or to come",
            candidates=(f"{year - 1}-{month:02d}", f"{year}-{month:02d}"),
        )
    year -= 1 if ahead else 0
    return _Found(value=f"{year}-{month:02d}", basis="year from document")


def _year(found: re.Match[str], context: _Context) -> _Found:
    year = int(found["y1"])
    published = context.published
    if published and year > published.year:
        return _Found(value=str(year), role="plan")
    return _Found(value=str(year))


def _years(found: re.Match[str], _context: _Context) -> _Found:
    if int(found["y1"]) >= int(found["y2"]):
        return _Found(skip=True)
    return _Found(value=f"{found['y1']}/{found['y2']}")


def _decade(found: re.Match[str], _context: _Context) -> _Found:
    return _Found(value=f"{found['decade']}X")


def _weekday(found: re.Match[str], context: _Context) -> _Found:
    published = context.published
    if published is None:
        return _Found(basis="weekday", reason=UNDATED)
    number = _WEEKDAY_NUMBER[found["w1"].rstrip(".")]
    groups = found.groupdict()
    word = (groups.get("word") or "").lower()
    if groups.get("week"):
        which = -7 if "last" in groups["week"] else 7 if "next" in groups["week"] else 0
        monday = published - timedelta(days=published.weekday())
        day = monday + timedelta(days=which + number)
        plan = day > published
        return _Found(
            value=day.isoformat(),
            basis="weekday",
            role="plan" if plan else "event",
            day=None if plan else day,
        )
    if re.search(r"\b(?:first|second|third|fourth|final)\s+$", context.text[: found.start("w1")]):
        return _Found(basis="weekday", reason="the month it is counted in is not certain")
    back = (published.weekday() - number) % 7
    past = published - timedelta(days=back)
    ahead = published + timedelta(days=-back % 7)
    if context.text[found.end() :].startswith(" before last"):
        past -= timedelta(days=7 if back else 14)
    elif word in ("last", "this past", "the previous", "the past"):
        past -= timedelta(days=0 if back else 7)
        if word == "the previous" and context.anchor is not None:
            gap = (context.anchor.weekday() - number - 1) % 7 + 1
            counted = context.anchor - timedelta(days=gap)
            if counted != past:
                return _either("weekday", "it may count from the day named before", counted, past)
    elif word == "the following" or (
        word == "next" and re.search(r"\b[Tt]he $", context.text[: found.start()])
    ):
        if context.anchor is None:
            return _Found(basis="relative", reason="what it counts from has no date")
        gap = (number - context.anchor.weekday() - 1) % 7 + 1
        day = context.anchor + timedelta(days=gap)
        return _Found(value=day.isoformat(), basis="relative", day=day)
    elif re.search(r"\bweeks? ago(?: on)? $", context.text[: found.start("w1")]):
        return _either("weekday", "of which week is not certain", past - timedelta(days=7), past)
    elif word in ("next", "this coming", "coming"):
        day = ahead if back else ahead + timedelta(days=7)
        return _Found(value=day.isoformat(), basis="weekday", role="plan")
    else:
        return _bare_weekday(found, context, past, ahead)
    return _Found(value=past.isoformat(), basis="weekday", day=past)


def _bare_weekday(found: re.Match[str], context: _Context, past: date, ahead: date) -> _Found:
    """“On Friday”: the one before the document's day or the one after, by the clause; else both."""
    assert context.published is not None
    start, end = found.span("w1")
    tensed = tense(context.text, start, end)
    today = past == ahead
    why = ""
    if today:
        tensed = "past" if _came_to_nothing(context.text, start, end) else tensed
    elif _may_be_over(context.text, start, end):
        why = "it was planned, and may be past by now or still to come"
    elif tensed in ("", "unsure"):
        why = "the clause does not tell whether it is past or to come"
    elif tensed == "past" and _before_something(context.text[:start]):
        why = "what it stands before may be past or to come"
    elif tensed == "past" and (found.groupdict().get("word") or "").lower() == "this":
        why = "it may be past or to come"
    if why:
        return _either("weekday", why, past, ahead)
    if tensed == "future":
        plan = not today or not re.search(r"\bsaid|told\b", context.text[:start][-20:])
        return _Found(value=ahead.isoformat(), basis="weekday", role="plan" if plan else "event")
    last = context.earlier
    said = re.search(
        r"\b(?:said|announced|reported|told (?:\w+ ){1,4})(?: ?on)? ?$", context.text[:start]
    )
    if last is not None and (context.published - last).days > 7 and not said:
        then = last + timedelta(days=(past.weekday() - last.weekday()) % 7)
        if then != past:
            return _either("weekday", f"the sentence before tells of {last}", then, past)
    if context.year and re.search(
        rf"\b(?:{_MONTHS_LONG})\b[^.]*\b{context.year}\b", context.text[:start]
    ):
        return _either("weekday", f"the sentence before tells of {context.year}", past)
    return _Found(value=past.isoformat(), basis="weekday", day=past)


_PLANNED_THEN = re.compile(
    r"\b(?:was|were|had been) (?:due|set|expected|scheduled|slated|likely|planned|supposed|meant|to)\b(?![^.;]*\b(?:but|adjourned|instead|until)\b)[^.;]*$"
    r"|\bhad (?:said|announced|promised|vowed|warned)\b[^.;]*\bwould\b[^.;]*$|\b[Aa]head of $"
)
_CALLED_OFF = re.compile(
    r"^[^.;]{0,60}\b(?:postponed|cancell?ed|called off|put off|delayed|scrapped|rescheduled|did not (?:happen|take place))\b"
)


def _may_be_over(text: str, start: int, end: int) -> bool:
    """Whether something was planned for a day of which the text does not say if it has come."""
    low = next((a for a, b in sentences(text) if a <= start <= b), 0)
    return bool(_PLANNED_THEN.search(text[low:start]) or _CALLED_OFF.match(text[end:]))


def _came_to_nothing(text: str, start: int, end: int) -> bool:
    """“was to vote on Thursday but failed”: what was planned has been tried."""
    low = next((a for a, b in sentences(text) if a <= start <= b), 0)
    return bool(
        re.search(r"\b(?:was|were) (?:due |set |expected |scheduled )?to\b[^.;]*$", text[low:start])
        and re.match(
            r"[^.;]{0,40}\bbut (?:\w+ )?(?:failed|was|were|did|could|had|never)\b", text[end:]
        )
        and not _CALLED_OFF.match(text[end:])
    )


def _either(basis: Basis, reason: str, *days: date) -> _Found:
    """A question between several days."""
    return _Found(
        basis=basis, reason=reason, candidates=tuple(d.isoformat() for d in sorted(set(days)))
    )


def _before_something(before: str) -> bool:
    """Whether an expression belongs to what something else came before: “before the vote on …”."""
    if re.search(r"\buntil $", before):
        return False  # “had been held there until Saturday”
    found = re.search(
        r"\b(?:before|ahead of|until|pending|run-up to|eve of|in time for) ([^,.;:]*)$", before
    )
    return found is not None and not re.search(
        rf"\b(?:dawn|daybreak|sunrise|sunset|dusk|noon|midday|midnight|nightfall|first light|breakfast|lunch\w*"
        rf"|{_IRREGULAR}|and|but|said|[a-z]{{2,}}(?:ed|ing))\b",
        found[1],
    )


def _weekdays(found: re.Match[str], context: _Context) -> _Found:
    published = context.published
    if published is None:
        return _Found(basis="weekday", reason=UNDATED)
    first, last = (_WEEKDAY_NUMBER[found[k].rstrip(".")] for k in ("w1", "w2"))
    end = published - timedelta(days=(published.weekday() - last) % 7)
    start = end - timedelta(days=(last - first) % 7)
    if tense(context.text, *found.span()) == "future":
        start = published + timedelta(days=(first - published.weekday()) % 7)
        end = start + timedelta(days=(last - first) % 7)
        return _Found(value=f"{start}/{end}", basis="weekday", role="plan")
    return _Found(value=f"{start.isoformat()}/{end.isoformat()}", basis="weekday", day=end)


def _deictic(found: re.Match[str], context: _Context) -> _Found:
    published = context.published
    if published is None:
        return _Found(basis="relative", reason=UNDATED)
    word = found[0].lower()
    if word == "overnight" and re.match(
        rf" (?:(?:on|into|from|to|between) )?(?:{_MONTHS_LONG}|[A-Z]\w+day\b)",
        context.text[found.end() :],
    ):
        return _Found(skip=True)  # “overnight into Monday”: the day says it
    if word == "overnight":
        day = context.sentence_days[-1] if context.sentence_days else published
        return _Found(
            value=f"{(day - timedelta(days=1)).isoformat()}/{day.isoformat()}", basis="relative"
        )
    if "before yesterday" in word:
        by = -2
    elif "yesterday" in word or word == "last night":
        by = -1
    elif "tomorrow" in word:
        by = 1
    else:
        by = 0
    day = published + timedelta(days=by)
    if word == "today" and context.text[: found.start()].endswith(" ago "):
        return _Found(skip=True)
    if word == "today" and not _told_today(context.text, *found.span()):
        return _Found(skip=True)
    if by > 0:
        return _Found(value=day.isoformat(), basis="relative", role="plan")
    tensed = tense(context.text, *found.span()) if by == 0 else "past"
    return _Found(
        value=day.isoformat(),
        basis="relative",
        role="plan" if tensed == "future" else "event",
        day=day,
    )


def _told_today(text: str, start: int, end: int) -> bool:
    """Whether “today” is the day of the text, and not just nowadays (“today he runs a shop”)."""
    low, high = next(((a, b) for a, b in sentences(text) if a <= start <= b), (0, len(text)))
    if re.search(r"\b(?:even|still|of|until|as of|than|exists?|to this day) $", text[low:start]):
        return False
    clauses = _CLAUSE.split(text[low:start])[-1], _CLAUSE.split(text[end:high].lstrip(", "))[0]
    return any(_CUES.search(clause) for clause in clauses) or not re.search(
        r"\b(?:is|are|lives?|works?|runs?|remains?|stands?|owns?|hosts?|serves?|leads?|teaches)\b",
        " ".join(clauses),
    )


def _past_span(found: re.Match[str], context: _Context) -> _Found:
    """`in the past 24 hours`, `over the last three days`, `the past week`."""
    published = context.published
    count = _number(found["n"]) if found["n"] else 1
    unit = found["unit"]
    if unit.startswith(("decade", "centur", "minute", "generation")):
        return _Found(skip=True)
    if not found["n"] and unit == "day" and found["past"] != "past":
        return _Found(skip=True)  # “the last day of March”, “on the previous day”
    if published is None:
        return _Found(basis="relative", reason=UNDATED)
    days = {"hour": -(-count // 24), "day": count, "week": 7 * count, "fortnight": 14 * count}
    key = unit.rstrip("s")
    if key in days:
        start = published - timedelta(days=days[key])
        return _Found(value=f"{start.isoformat()}/{published.isoformat()}", basis="relative")
    if key == "month":
        year, month = _shift_month(published.year, published.month, -count)
        return _Found(value=f"{year}-{month:02d}/{published.isoformat()}", basis="relative")
    return _Found(value=f"{published.year - count}/{published.year}", basis="relative")


def _next_span(found: re.Match[str], context: _Context) -> _Found:
    """`over the next three months`; “the coming days”, without a number, has no end."""
    published = context.published
    if not found["n"]:
        return _Found(skip=True)
    if published is None:
        return _Found(basis="relative", reason=UNDATED)
    if tense(context.text, *found.span()) == "past":
        return _Found(skip=True)  # “over the next three days they walked”
    count = _number(found["n"])
    unit = found["unit"].rstrip("s")
    if unit == "month":
        year, month = _shift_month(published.year, published.month, count)
        value = f"{published.isoformat()[:7]}/{year}-{month:02d}"
    else:
        end = published + timedelta(days=count * (7 if unit == "week" else 1))
        value = f"{published.isoformat()}/{end.isoformat()}"
    return _Found(value=value, basis="relative", role="plan")


def _counted(found: re.Match[str], context: _Context) -> _Found:
    """`two days ago`, `a day later`, `four days earlier`, `two days after …`."""
    count, unit, way = _number(found["n"]), found["unit"].rstrip("s"), found["way"].lower()
    if unit == "hour":
        return _Found(skip=True)
    if way == "ago":
        base, sign = context.published, -1
        if base is None:
            return _Found(basis="relative", reason=UNDATED)
    else:
        base = context.anchor
        sign = {"earlier": -1, "before": 1, "previously": -1, "later": 1, "after": -1}[way]
        if way in ("after", "before") and context.following is not None:
            return _Found(skip=True)  # “two days after the attack on Sunday”: Sunday says it
        if base is None:
            return _Found(
                basis="relative",
                reason=UNDATED if context.published is None else "what it counts from has no date",
            )
        if unit in ("month", "year") and way in ("before", "after"):
            return _Found(skip=True)  # “a year after the attack”: it orders, it does not date
        if unit != "day":
            return _Found(basis="relative", reason="what it counts from is not certain")
        if not _anchored(context):
            return _Found(
                basis="relative",
                reason="what it counts from is not certain",
                candidates=_counting(context, sign * count),
            )
    if unit == "day":
        day = base + timedelta(days=sign * count)
        return _Found(value=day.isoformat(), basis="relative", day=day)
    if unit in ("week", "fortnight"):
        day = base + timedelta(days=sign * (7 if unit == "week" else 14) * count)
        return _Found(value=f"{day.isoformat()}~", basis="relative")
    if unit == "month":
        year, month = _shift_month(base.year, base.month, sign * count)
        return _Found(value=f"{year}-{month:02d}~", basis="relative")
    if unit == "year":
        return _Found(
            value=f"{base.year + sign * count}~" if count > 1 else f"{base.year - 1}~",
            basis="relative",
        )
    return _Found(skip=True)


def _anchored(context: _Context) -> bool:
    """Whether it is certain from which day an expression counts.

    From one that the paragraph itself names, from the only one that the text has told of, or, at the
    beginning of a paragraph, from the last one of a story told in order.
    """
    in_order = list(context.told) == sorted(context.told)
    first = len(re.findall(r"\w+", context.text[: context.start])) == 0
    return bool(context.sentence_days) or len(set(context.told)) <= 1 or (in_order and first)


def _counting(context: _Context, by: int) -> tuple[str, ...]:
    days = sorted(set(context.told[-2:]))
    return tuple((d + timedelta(days=by)).isoformat() for d in days)


def _calendar_unit(found: re.Match[str], context: _Context) -> _Found:
    """`last month`, `this year`, `next week`."""
    published = context.published
    if published is None:
        return _Found(basis="relative", reason=UNDATED)
    which = {
        "before last": -2,
        "after next": 2,
        "last": -1,
        "previous": -1,
        "this": 0,
        "current": 0,
        "next": 1,
        "coming": 1,
    }[found["which"].lower()]
    role: Role = "plan" if which > 0 else "event"
    if which == 0 and tense(context.text, *found.span()) == "future":
        role = "plan"
    unit = found["unit"]
    if unit == "week":
        monday = published - timedelta(days=published.weekday()) + timedelta(days=7 * which)
        sunday = monday + timedelta(days=6)
        if which == 0 and role == "event":
            sunday = published
        if monday == sunday:
            return _Found(value=monday.isoformat(), basis="relative", role=role)
        return _Found(
            value=f"{monday.isoformat()}/{sunday.isoformat()}", basis="relative", role=role
        )
    if unit == "month":
        year, month = _shift_month(published.year, published.month, which)
        return _Found(value=f"{year}-{month:02d}", basis="relative", role=role)
    return _Found(value=str(published.year + which), basis="relative", role=role)


def _weekend(found: re.Match[str], context: _Context) -> _Found:
    published = context.published
    if published is None:
        return _Found(basis="relative", reason=UNDATED)
    word = found[0].lower()
    weekday = published.weekday()
    saturday = published - timedelta(days=(weekday - 5) % 7)
    if "last" in word and weekday >= 5:
        saturday -= timedelta(days=7)
    elif (
        "next" in word
        or "coming" in word
        or (weekday < 5 and tense(context.text, *found.span()) == "future")
    ):
        saturday = published + timedelta(days=(5 - weekday) % 7)
        return _Found(
            value=f"{saturday}/{saturday + timedelta(days=1)}", basis="relative", role="plan"
        )
    elif weekday == 5:
        week_before = saturday - timedelta(days=7)
        return _Found(
            basis="relative",
            reason="published on a Saturday, it could be this weekend or the one before",
            candidates=tuple(f"{s}/{s + timedelta(days=1)}" for s in (week_before, saturday)),
        )
    sunday = saturday + timedelta(days=1)
    return _Found(
        value=f"{saturday.isoformat()}/{sunday.isoformat()}", basis="relative", day=sunday
    )


def _nth_day(found: re.Match[str], context: _Context) -> _Found:
    """`for a second day`, `the fourth day of`."""
    word = found["nth"].lower()
    count = _ORDINAL_WORDS.get(word) or int(re.sub(r"\D", "", word) or 0)
    last = context.following or (
        context.sentence_days[-1] if context.sentence_days else context.published
    )
    if last is None:
        return _Found(basis="relative", reason=UNDATED)
    if count < 2:
        return _Found(skip=True)
    return _Found(
        value=f"{(last - timedelta(days=count - 1)).isoformat()}/{last.isoformat()}",
        basis="relative",
    )


def _same_or_next(found: re.Match[str], context: _Context) -> _Found:
    """`the next day`, `that day`, `the previous evening`, `the night before`."""
    word = found["which"] or ("previous" if found["before"] else "same")
    by = {"next": 1, "following": 1, "same": 0, "previous": -1}[word]
    latest = max((*context.told, *context.sentence_days), default=None)
    if context.anchor is not None and latest is not None and (latest - context.anchor).days > 14:
        return _Found(
            basis="relative",
            reason="which day it counts from is not certain",
            candidates=tuple(
                (d + timedelta(days=by)).isoformat() for d in (context.anchor, latest)
            ),
        )
    if context.anchor is None:
        return _Found(
            basis="relative",
            reason=UNDATED if context.published is None else "what it counts from has no date",
        )
    if not _anchored(context):
        return _Found(
            basis="relative",
            reason="which day it counts from is not certain",
            candidates=_counting(context, by),
        )
    day = context.anchor + timedelta(days=by)
    return _Found(value=day.isoformat(), basis="relative", day=day)


def _attacks_of_2001(_found: re.Match[str], _context: _Context) -> _Found:
    return _Found(value="2001-09-11")


def _holiday(found: re.Match[str], context: _Context) -> _Found:
    month, day = {
        "Christmas Eve": (12, 24),
        "Christmas Day": (12, 25),
        "New Year's Eve": (12, 31),
    }.get(found[0].replace("’", "'"), (1, 1))
    return _complete_day(found, context, month, day)


def _bare_ordinal(found: re.Match[str], context: _Context) -> _Found:
    published = context.published
    if published is None:
        return _Found(basis="year from document", reason=UNDATED)
    day = int(found["d1"])
    base = published if day <= published.day else published.replace(day=1) - timedelta(days=1)
    exact = _iso(base.year, base.month, day)
    if exact is None or tense(context.text, *found.span()) == "future":
        return _Found(basis="year from document", reason="the month is not named")
    return _Found(value=exact.isoformat(), basis="year from document", day=exact)


def _edge_of_month(found: re.Match[str], context: _Context) -> _Found:
    """`the first day of April`, `the last day of March 2016`."""
    month = _month(found["m1"])
    year = int(found["y1"]) if found["y1"] else 0
    first = found["edge"].lower() == "first"
    following, after = _shift_month(year or 2001, month, 1)
    day = 1 if first else (date(following, after, 1) - timedelta(days=1)).day
    if year:
        exact = date(year, month, day)
        return _Found(value=exact.isoformat(), day=exact)
    if month == 2 and not first:
        return _Found(basis="year from document", reason="the year decides on the last day")
    return _complete_day(found, context, month, day)


def _start_of(found: re.Match[str], context: _Context) -> _Found:
    """`the beginning of the month`."""
    published = context.published
    if published is None:
        return _Found(basis="relative", reason=UNDATED)
    if tense(context.text, *found.span()) == "future":
        return _Found(basis="relative", reason="which month or year is meant is not certain")
    cut = {"month": 7, "year": 4}[found["unit"]]
    return _Found(value=published.isoformat()[:cut], basis="relative")


def _end_of(found: re.Match[str], context: _Context) -> _Found:
    published = context.published
    if published is None:
        return _Found(basis="relative", reason=UNDATED)
    future = tense(context.text, *found.span()) == "future" or _is_deadline(
        context.text, *found.span()
    )
    role: Role = "plan" if future else "event"
    if found["unit"] == "week":
        return _Found(skip=True)
    if not future:
        return _Found(basis="relative", reason="which month or year is meant is not certain")
    cut = 7 if found["unit"] == "month" else 4
    return _Found(value=published.isoformat()[:cut], basis="relative", role=role)


_WD1, _M1, _M2, _D1, _D2 = _WD.format(1), _M.format(1), _M.format(2), _D.format(1), _D.format(2)
_Y1, _Y2 = _Y.format(1), _Y.format(2)
_NOT_COUNT = r"(?! (?:[a-z]+s|people|per|percent|men|women|children|police|civilians|other)\b)"
_PREPOSITION = (
    r"(?:[Ii]n|[Ss]ince|[Dd]uring|[Uu]ntil|[Bb]y|[Tt]hrough|[Ff]rom|[Bb]efore|[Aa]fter|[Aa]round|[Tt]hroughout|[Bb]ack in|[Aa]s (?:recently|early|late) as"
    r"|(?:[Ff]or|of|and|to)(?= \w+\b(?! [A-Z]))|(?:compared (?:with|to)|than in|against)(?= \w+\b(?! [A-Z])))"
)
_MOD = r"(?:the )?(?:very )?(?:early|mid|late|(?:beginning|start|end|middle|first half|second half) of)[ -](?:in )?"

_PATTERNS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str], _Context], _Found]], ...] = (
    (
        _p(
            r"\b(?:September|Sept\.?) 11(?:th)?,?(?: 2001,?)? (?:terror(?:ist)? )?attacks?\b|\b9/11\b"
        ),
        _attacks_of_2001,
    ),
    # June 21–23, June 28 to July 2
    (
        _p(
            rf"\b(?:[Bb]etween|[Ff]rom) {_M1} {_D1}(?:,? {_Y1})?(?: ?[-–—] ?| to | through | until | and )"
            rf"(?:{_M2} )?{_D2}(?:,? {_Y2})?\b{_NOT_COUNT}"
        ),
        _span_days,
    ),
    (
        _p(
            rf"\b{_M1} {_D1}(?:,? {_Y1})?(?: ?[-–—] ?| to | through | until )"
            rf"(?:{_M2} )?{_D2}(?:,? {_Y2})?\b{_NOT_COUNT}"
        ),
        _span_days,
    ),
    # October 4 and 5
    (_p(rf"\b{_M1} {_D1} and (?P<m2>(?!))?{_D2}(?:,? {_Y2})?\b{_NOT_COUNT}"), _span_days),
    # 21–24 April
    (
        _p(
            rf"\b(?:(?:[Bb]etween|[Ff]rom) )?(?:the )?{_D1}(?: {_M1})?(?: ?[-–—] ?| to | through | until | and )(?:the )?"
            rf"{_D2}(?: of)? {_M2}\b(?:,? {_Y2})?"
        ),
        _span_days,
    ),
    (
        _p(r"\b(?P<y>1[5-9]\d\d|20\d\d)-(?P<m>0[1-9]|1[0-2])-(?P<d>[0-2]\d|3[01])(?:\b|(?=T\d))"),
        _iso_day,
    ),
    (_p(r"\b(?P<a>\d{1,2})[-/.](?P<b>\d{1,2})[-/.](?P<y>(?:19|20)\d\d)\b"), _numeric_day),
    (
        _p(rf"\b(?:{_WD1},? \(?)?(?:{_PART} )?{_M1} {_D1}\b(?:(?:,| -)? {_Y1})?{_YEAR_TAIL}"),
        _whole_day,
    ),
    (
        _p(rf"\b(?:{_WD1},? \(?)?(?:the )?{_D1}(?: of)? {_M1}(?![a-z])(?:,? {_Y1})?{_YEAR_TAIL}"),
        _whole_day,
    ),
    (
        _p(
            rf"\b(?:[Bb]etween|[Ff]rom) (?:early |mid-?|late )?{_M1}(?! ?\d) (?:and|to|until|through) "
            rf"(?:early |mid-?|late )?{_M2}(?! ?\d{{1,2}}\b)(?![a-z])(?:,? {_Y1})?"
        ),
        _span_months,
    ),
    (_p(rf"\b(?:{_MOD})?{_M1}(?:,| of)? {_Y1}\b"), _month_of_year),
    (
        _p(
            rf"\b(?P<word>{_PREPOSITION} (?:last |next |this )?(?:{_MOD})?|{_MOD}|[Ll]ast |[Nn]ext |[Tt]his |[Ee]arlier in )"
            rf"\s?{_M1}(?![a-z’'-]|\.? ?\d| [A-Z][a-z]+,? (?:who|said|the))(?:,? (?:of )?(?P<tail>last|this|next) year)?"
        ),
        _bare_month,
    ),
    (_p(rf"\b(?:(?:between|from) )?{_Y1} ?(?:-|–|to|and) ?{_Y2}\b"), _years),
    (_p(r"\b(?:the )?(?:(?:early|mid|late)[ -])?(?P<decade>1[5-9]\d|20\d)0s\b"), _decade),
    (
        _p(
            rf"\b(?:[Ii]n|[Ss]ince|[Bb]y|[Uu]ntil|[Ff]rom|[Dd]uring|of|[Bb]efore|[Aa]fter|[Tt]hrough|[Ll]ate|[Ee]arly|[Mm]id-?|and"
            rf"|[Tt]he|year|summer|winter|spring|autumn|fall|to|than) ?{_Y1}\b"
            r"(?! (?:people|troops|soldiers|fighters|men|houses|homes|families|civilians|square|metres|meters|dollars))"
        ),
        _year,
    ),
    (
        _p(
            rf"\b(?:[Bb]etween|[Ff]rom) {_WD.format(1)}(?: {_PART})? (?:and|to|until|through|into) {_WD.format(2)}\b(?: {_PART})?"
        ),
        _weekdays,
    ),
    (
        _p(
            rf"\b(?:(?P<word>[Ll]ast|[Nn]ext|[Tt]his past|[Tt]his coming|[Cc]oming|[Tt]he following|[Tt]he previous|[Tt]he past|[Tt]his) )?"
            rf"{_WD1}(?![a-z])(?:(?:['’]s)?(?: {_PART}))?"
            rf"(?!,? (?:the )?\(?(?:(?:{_MONTHS_LONG})\b|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b|\d{{1,2}}(?:st|nd|rd|th)? (?:of )?(?:{_MONTHS_LONG})))"
            r"(?:,? (?P<week>(?:of )?(?:last|this|next) week))?"
            r"(?!s\b)(?! (?:Times|Mail|Telegraph|Express|Mirror|School|Post|Review)\b)"
        ),
        _weekday,
    ),
    (
        _p(
            r"\b(?:[Tt]he day before yesterday|[Yy]esterday(?: (?:morning|afternoon|evening))?|[Tt]oday|[Tt]onight"
            r"|[Tt]omorrow(?: (?:morning|afternoon|evening|night))?|[Ll]ast night"
            r"|[Tt]his (?:morning|afternoon|evening)|[Oo]vernight)\b(?! (?:stay|bus|train|curfew|shift|operation))"
        ),
        _deictic,
    ),
    (
        _p(
            rf"\b(?:[Ii]n|[Oo]ver|[Dd]uring|[Ff]or|[Ww]ithin|[Dd]uring|[Oo]f)? ?(?:just )?the (?P<past>past|last|previous|preceding)(?: {_N})?[ -]"
            r"(?P<unit>hours?|days?|weeks?|fortnights?|months?|years?|decades?|centur(?:y|ies)|minutes?|generations?)\b(?! of (?:the|this|last|next|\d{4}|"
            rf"{_MONTHS_LONG})\b)"
        ),
        _past_span,
    ),
    (
        _p(
            rf"\b(?:[Ii]n|[Oo]ver|[Dd]uring|[Ww]ithin|[Ff]or) the (?:next|coming|following) (?:{_N} )?(?P<unit>days?|weeks?|months?)\b"
        ),
        _next_span,
    ),
    (
        _p(
            rf"\b(?:[Jj]ust |[Oo]nly |[Aa]bout |[Ss]ome )?{_N}(?: full)? (?P<unit>hours?|days?|weeks?|fortnights?|months?|years?) "
            r"(?P<way>ago|earlier|later|before|after|previously)\b"
        ),
        _counted,
    ),
    (
        _p(
            r"\b(?:[Ee]arlier |[Ll]ater |[Ll]ate |[Ee]arly |[Tt]he end of |[Mm]id-?|[Tt]he (?:start|beginning) of )?"
            r"(?P<which>[Ll]ast|[Pp]revious|[Tt]his|[Nn]ext|[Cc]oming|[Cc]urrent) (?P<unit>week|month|year)\b(?!['’]s \w+ (?:ago)|-)"
        ),
        _calendar_unit,
    ),
    (
        _p(r"\b[Tt]he (?P<unit>week|month|year) (?P<which>before last|after next)\b"),
        _calendar_unit,
    ),
    (
        _p(rf"\b[Tt]he (?P<edge>first|last) day of {_M1}(?![a-z])(?:,? {_Y1})?"),
        _edge_of_month,
    ),
    (
        _p(r"\b[Tt]he (?:start|beginning) of (?:the|this) (?P<unit>month|year)\b"),
        _start_of,
    ),
    (
        _p(r"\b(?P<eom>[Tt]he (?:end|close) of the (?P<unit>month|year|week))\b"),
        _end_of,
    ),
    (
        _p(
            r"\b(?:[Oo]ver|[Aa]t|[Dd]uring|[Oo]n|[Tt]his|[Ll]ast|[Nn]ext|[Oo]ver the last)? ?(?:the |this |last |next |coming )?weekend\b"
        ),
        _weekend,
    ),
    (
        _p(
            rf"\b(?:[Ff]or (?:a|the|its|their) |[Oo]n (?:the|its|a) |[Tt]he |its |a )(?P<nth>{'|'.join(_ORDINAL_WORDS)}|\d+(?:st|nd|rd|th))"
            r"(?: consecutive| straight| successive| full)? (?:day|night)\b(?: running| in a row)?(?! (?:later|after))"
            r"(?! of (?:Eid|Ramadan|Ramazan|Muharram|Nowruz|Christmas|the (?:month|week|year|festival|holy|new|Islamic|Muslim)))"
        ),
        _nth_day,
    ),
    (
        _p(
            r"\b(?:later |earlier )?(?:(?:on )?[Tt]he (?P<which>next|following|same|previous) (?:day|morning|evening|night|afternoon)"
            r"|that (?:same |very )?(?:day|evening|night|morning|afternoon)"
            r"|(?P<before>[Tt]he (?:day|evening|night|morning) before(?! (?:the|a|an|his|her|their|its|yesterday)\b)))"
            r"\b(?! of)"
        ),
        _same_or_next,
    ),
    (_p(r"\b(?:Christmas (?:Eve|Day)|New Year['’]s (?:Eve|Day))\b"), _holiday),
    (
        _p(
            r"\b[Oo]n the (?P<d1>3[01]|[12]\d|[1-9])(?:st|nd|rd|th)\b(?=[,.;)]| (?:and|when|after|by|in)\b)"
        ),
        _bare_ordinal,
    ),
)


_TRIGGER = re.compile(
    r"\d|day|week|month|year|night|yesterday|tomorrow|weekend|morning|evening"
    r"|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|Mon|Tue|Wed|Thu|Fri|Sat|Sun",
    re.IGNORECASE,
)
_NOT_A_DATE = re.compile(
    r"\b(?:Black|Good|Bloody|Palm|Easter|Ash|Cyber|Shrove|Super|Holy|Maundy|Man|[Ee]very|[Ee]ach|[Aa]ny|[Oo]ne|(?<=on )a) $"
)
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
    for rank, (pattern, _) in enumerate(_PATTERNS):
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
        handler = _PATTERNS[rank][1]
        context = _Context(
            text=text,
            published=published,
            anchor=anchor,
            sentence_days=tuple(days),
            start=start,
            told=tuple(told),
            year=_other_year(text, start, mentions, published),
            earlier=_earlier_day(text, start, mentions),
        )
        if handler is _counted and (beside := _beside(text, start, mentions)) is not None:
            context = replace(context, anchor=beside, sentence_days=(beside,))
        if handler in (_nth_day, _counted):
            context = replace(context, following=_following(context, end, pending))
        result = handler(match, context)
        if result.skip:
            continue
        quoted = any(a < start < b for a, b in quotes)
        surface = re.sub(r"^(?:and|to|than|of|for) ", "", match[0].strip())
        if quoted and handler is _deictic:
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
    context: _Context, end: int, hits: list[tuple[int, int, int, re.Match[str]]]
) -> date | None:
    """The day that the next expression of the same clause names by itself."""
    for start, _, rank, match in hits:
        if start < end:
            continue
        between = context.text[end:start]
        if start - end > 60 or re.search(r"[.,;:“”\"]", between):
            return None
        handler = _PATTERNS[rank][1]
        if handler in (_weekday, _whole_day, _deictic):
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


def _with_since(text: str, match: re.Match[str], result: _Found, published: date | None) -> _Found:
    """`since May 1` runs to the document's date; `by 25 June`, of the past, is open before."""
    if not result.value or result.role != "event":
        return result
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
