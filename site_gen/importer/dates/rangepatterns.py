"""What parts of months and years and ranges look like, and which rule gives each a value."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from site_gen.importer.dates.calendardays import resolve_span_days
from site_gen.importer.dates.calendarmonths import resolve_bare_month, resolve_span_months
from site_gen.importer.dates.parts import MONTHS_LONG, ORDINAL_WORDS, Context, Found
from site_gen.importer.dates.pieces import (
    COUNT,
    DAY1,
    DAY2,
    MONTH1,
    MONTH2,
    PART_OF_DAY,
    WEEKDAY,
    YEAR1,
    YEAR2,
)
from site_gen.importer.dates.ranges import (
    resolve_from_now,
    resolve_from_today,
    resolve_half_of_month,
    resolve_in_the_unit,
    resolve_part_of_month,
    resolve_part_of_year,
    resolve_span_dates,
    resolve_weekday_of_month,
    resolve_worded_day,
)
from site_gen.importer.dates.weekdays import resolve_weekday, resolve_weekdays
from site_gen.importer.dates.wholedates import resolve_month_of_year, resolve_worded_decade
from site_gen.importer.notation import regex

if TYPE_CHECKING:
    import re
    from collections.abc import Callable

_ORDINALS = "|".join(sorted(ORDINAL_WORDS, key=len, reverse=True))
_DAY_NAME = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_THAT_DAY = rf"(?P<w1>{_DAY_NAME})"
_MONTH_ONLY = rf"(?:{MONTHS_LONG})"
_ANY_MONTH = rf"(?:{_MONTH_ONLY}|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)\b\.?)"
_ANY_DAY = r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?(?![\d:%])"
_ANY_YEAR = r"(?:,? (?:1[5-9]|20)\d\d)?"
_DATE = (
    rf"(?:{_ANY_MONTH} {_ANY_DAY}{_ANY_YEAR}|(?:the )?{_ANY_DAY}(?: of)? {_ANY_MONTH}{_ANY_YEAR})"
)
_ABOUT = r"(?:(?:early|late)(?: on)? |(?:the )?(?:early|late|morning|evening|afternoon|night) (?:hours )?of |around |about )?"
_TO = r"(?: to | through | until | till | into | and | up to )"
_TAIL = rf"(?:,? (?:of )?(?:{YEAR1}|(?P<tail>last|this|next) year))?"
_IN_MONTH = rf"(?: of| in) (?P<word>)(?:{MONTH1}(?![a-z]|\.? ?\d\d?\b){_TAIL}|(?P<which>last|this|next|the same|that|the) month)"
_IN_YEAR = rf"(?: of| in)? (?:{YEAR1}|(?P<which>last|this|next|the)(?: current)? year)\b"

_MONTHS = MONTHS_LONG.split("|")
_NEIGHBOURS = (
    "(?:" + "|".join(f"{one} and {other}" for one, other in pairwise([*_MONTHS, "January"])) + ")"
)
_THEIR_YEAR = rf"(?:,? (?:of )?(?:{YEAR1}|(?P<tail>last|this) year))?"

RANGES: tuple[tuple[re.Pattern[str], Callable[[re.Match[str], Context], Found]], ...] = (
    # the first week of May, the last ten days of last month
    (
        regex(
            rf"\b(?:the )?(?P<nth>[Ff]irst|[Ss]econd|[Tt]hird|[Ff]ourth|[Ll]ast) (?:week|{COUNT} days){_IN_MONTH}"
        ),
        resolve_part_of_month,
    ),
    # the second half of July
    (
        regex(
            rf"\b(?:the )?(?P<nth>[Ff]irst|[Ss]econd) (?P<half>half){_IN_MONTH}(?! of (?:next|last|this|the) year)"
        ),
        resolve_half_of_month,
    ),
    # the second Sunday of May
    (
        regex(
            rf"\b(?:the )?(?P<nth>[Ff]irst|[Ss]econd|[Tt]hird|[Ff]ourth|[Ll]ast) {_THAT_DAY}{_IN_MONTH}"
        ),
        resolve_weekday_of_month,
    ),
    # the third quarter of 2019, the first half of last year, the first five months of the year
    (
        regex(
            rf"\b(?:the )?(?P<nth>[Ff]irst|[Ss]econd|[Tt]hird|[Ff]ourth|[Ll]ast) (?:{COUNT} )?(?P<unit>quarter|half|months?){_IN_YEAR}"
        ),
        resolve_part_of_year,
    ),
    # the fourteenth of June, June the 14th, 14-Jun-2019
    (
        regex(
            rf"\b(?:[Tt]he )?(?P<nth>{_ORDINALS})(?: day)? of {MONTH1}(?![a-z]|['’]s)(?:,? {YEAR1})?"
        ),
        resolve_worded_day,
    ),
    (
        regex(
            rf"\b{MONTH1} the (?P<nth>(?:3[01]|[12]\d|[1-9])(?:st|nd|rd|th)|{_ORDINALS})\b(?:,? {YEAR1})?"
        ),
        resolve_worded_day,
    ),
    (regex(rf"\b(?P<nth>3[01]|[12]\d|0?[1-9])-{MONTH1}-{YEAR1}\b"), resolve_worded_day),
    # from 28 December 2018 to 3 January 2019, from early on June 14 until late on June 18
    (
        regex(
            rf"\b(?:[Bb]etween|[Ff]rom) {_ABOUT}(?P<one>{_DATE}),?{_TO}{_ABOUT}(?P<two>{_DATE})\b"
        ),
        resolve_span_dates,
    ),
    # June 14, 15 and 16; 14, 15 and 16 June
    (
        regex(
            rf"\b{MONTH1} {DAY1}(?:, (?:3[01]|[12]\d|[1-9]))+,? and (?P<m2>(?!))?{DAY2}(?:,? {YEAR2})?\b"
        ),
        resolve_span_days,
    ),
    (
        regex(
            rf"\b{DAY1}(?: (?P<m1>(?!)))?(?:, (?:3[01]|[12]\d|[1-9]))+,? and {DAY2} {MONTH2}\b(?:,? {YEAR2})?"
        ),
        resolve_span_days,
    ),
    # April-May 2019, April to June, October to December last year
    (
        regex(
            rf"\b(?:(?:[Bb]etween|[Ff]rom) )?(?:early |mid-?|late )?{MONTH1}(?: ?[-–—/] ?| to | through | until | and )(?:early |mid-?|late )?"
            rf"{MONTH2}(?! ?\d{{1,2}}\b)(?![a-z])(?:,? (?:of )?(?:{YEAR1}|(?P<tail>last|this) year))"
        ),
        resolve_span_months,
    ),
    (
        regex(
            rf"\b(?:mid-?)?{MONTH1}(?:[-–—/]| to | through )(?:mid-?)?{MONTH2}(?! ?\d)(?![a-z])(?P<y1>(?!))?"
        ),
        resolve_span_months,
    ),
    # in May and June: one stretch of time
    (
        regex(
            rf"(?:\b[Ii]n |\b[Dd]uring |(?<=\bspent ))(?={_NEIGHBOURS}\b){MONTH1} and {MONTH2}(?! ?\d\d?\b)(?!['’]){_THEIR_YEAR}"
        ),
        resolve_span_months,
    ),
    # May and June 2019; April, May and June
    (
        regex(
            rf"\b{MONTH1}(?=(?:, {_MONTH_ONLY})*,? (?:and|or) {_MONTH_ONLY}(?:,| of)? {YEAR1}\b)"
        ),
        resolve_month_of_year,
    ),
    (
        regex(
            rf"(?:(?<=[a-z] )|(?<=, )|^)(?P<word>){MONTH1}(?=(?:, {_MONTH_ONLY})*,? and {_MONTH_ONLY}\b(?! ?\d))(?P<tail>(?!))?"
        ),
        resolve_bare_month,
    ),
    # May was the deadliest month
    (
        regex(
            rf"(?:^|(?<=[.!?] ))(?P<word>)(?P<m1>{MONTHS_LONG})(?= (?:(?:saw|brought|has been the)\b|was (?:the|by far|also|a|another|an)\b|was, [^,.;]{{2,30}},|was (?:\w+ly|no|one)\b))(?P<tail>(?!))?"
        ),
        resolve_bare_month,
    ),
    # a second count of May's vote
    (
        regex(
            rf"(?:(?<=\bof )|(?<=\bin )|(?<=\bsince )|(?<=\bafter )|(?<=\bbefore )|(?<=\bfrom )|(?<=\bthan ))"
            rf"(?P<word>)(?P<m1>{MONTHS_LONG})(?=['’]s [a-z])(?P<tail>(?!))?"
        ),
        resolve_bare_month,
    ),
    # the May offensive, his June visit
    (
        regex(
            rf"\b(?P<word>[Tt]he|[Aa]n?|[Hh]is|[Hh]er|[Ii]ts|[Tt]heir|[Oo]ur) (?P<m1>{MONTHS_LONG})(?= (?!of\b|and\b|or\b|to\b|the\b|quarter\b)[a-z]{{3,}})(?P<tail>(?!))?"
        ),
        resolve_bare_month,
    ),
    # the '90s, the mid-eighties
    (
        regex(
            r"\b(?:[Tt]he |(?=early|mid|late))(?:(?:early|mid|late)[- ])?(?:['’‘](?P<ten>[2-9])0s|(?P<word>twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties))\b(?! of\b)"
        ),
        resolve_worded_decade,
    ),
    # last week on Friday
    (
        regex(rf"\b(?P<week>[Ll]ast|[Tt]his|[Nn]ext) week(?:,? on|['’]s) {_THAT_DAY}\b"),
        resolve_weekday,
    ),
    # Friday through Sunday, Friday-Saturday night, from late on Friday until early on Sunday
    (
        regex(
            rf"\b(?:[Bb]etween|[Ff]rom) {_ABOUT}{WEEKDAY.format(1)}(?: {PART_OF_DAY})?{_TO}{_ABOUT}{WEEKDAY.format(2)}\b(?: {PART_OF_DAY})?"
        ),
        resolve_weekdays,
    ),
    (
        regex(
            rf"\b{_THAT_DAY}(?: {PART_OF_DAY})?(?: (?:to|through|until|into) | ?[-–—/] ?)(?P<w2>{_DAY_NAME})\b(?: {PART_OF_DAY})?(?!,? \d)"
        ),
        resolve_weekdays,
    ),
    # from today to Friday, from tomorrow until Sept 21
    (
        regex(
            rf"\b[Ff]rom (?P<from>yesterday|today|tomorrow)(?: \w+)?{_TO}(?:{_THAT_DAY}\b|{MONTH1} {DAY1}\b|(?:the )?{DAY1.replace('d1', 'd3')} {MONTH1.replace('m1', 'm3')})(?: {PART_OF_DAY})?"
        ),
        resolve_from_today,
    ),
    # in two weeks' time, ten days from now, a week from Friday
    (
        regex(
            rf"\b(?:[Ii]n )?{COUNT} (?P<unit>days?|weeks?|months?|years?)(?:['’]s?|s)? (?:time\b|from (?:now|(?P<today>today)|(?:this |next )?{_THAT_DAY})\b)"
        ),
        resolve_from_now,
    ),
    # earlier in the week
    (
        regex(
            r"\b(?P<way>[Ee]arlier|[Ll]ater|[Ee]arly|[Ll]ate) in the (?P<unit>week|month|year)\b(?! of)"
        ),
        resolve_in_the_unit,
    ),
)
