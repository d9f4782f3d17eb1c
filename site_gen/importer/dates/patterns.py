"""What an expression of time looks like, and which rule gives it a value."""

from __future__ import annotations

from typing import TYPE_CHECKING

from site_gen.importer.dates.anaphora import (
    resolve_counted,
    resolve_same_or_next,
    resolve_told_unit,
)
from site_gen.importer.dates.calendardays import resolve_span_days, resolve_whole_day
from site_gen.importer.dates.calendarmonths import resolve_bare_month, resolve_span_months
from site_gen.importer.dates.feasts import DAYS, FEASTS, resolve_holiday
from site_gen.importer.dates.ordinaldays import (
    resolve_bare_ordinal,
    resolve_day_of_month,
    resolve_edge_of_month,
)
from site_gen.importer.dates.parts import MONTHS_LONG, ORDINAL_WORDS, Context, Found
from site_gen.importer.dates.pieces import (
    COUNT,
    COUNTED,
    DAY1,
    DAY2,
    MONTH1,
    MONTH2,
    NOT_COUNT,
    PART_OF_DAY,
    PART_OF_MONTH,
    PREPOSITION,
    WEEKDAY1,
    YEAR1,
    YEAR2,
    YEAR_TAIL,
)
from site_gen.importer.dates.rangepatterns import RANGES
from site_gen.importer.dates.ranges import (
    resolve_from_now,
    resolve_half_of_month,
    resolve_in_the_unit,
    resolve_part_of_month,
    resolve_part_of_year,
    resolve_span_dates,
    resolve_weekday_of_month,
    resolve_worded_day,
)
from site_gen.importer.dates.relativedays import (
    resolve_calendar_unit,
    resolve_deictic,
    resolve_end_of,
    resolve_next_span,
    resolve_nth_day,
    resolve_past_span,
    resolve_season,
    resolve_start_of,
    resolve_weekend,
)
from site_gen.importer.dates.weekdays import resolve_weekday, resolve_weekdays
from site_gen.importer.dates.wholedates import (
    resolve_attacks_of_2001,
    resolve_decade,
    resolve_iso_day,
    resolve_month_of_year,
    resolve_numeric_day,
    resolve_year,
    resolve_years,
)
from site_gen.importer.notation import regex

if TYPE_CHECKING:
    import re
    from collections.abc import Callable, Iterator

PATTERNS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str], Context], Found]], ...] = (
    (
        regex(
            r"\b(?:September|Sept\.?) 11(?:th)?,?(?: 2001,?)? (?:terror(?:ist)? )?attacks?\b|\b11(?:th)? (?:of )?September,?(?: 2001,?)? (?:terror(?:ist)? )?attacks?\b|\b9/11\b"
        ),
        resolve_attacks_of_2001,
    ),
    # June 21–23, June 28 to July 2
    (
        regex(
            rf"\b(?:[Bb]etween|[Ff]rom) {MONTH1} {DAY1}(?:,? {YEAR1})?(?: ?[-–—] ?| to | through | until | and )"
            rf"(?:{MONTH2} )?{DAY2}(?:,? {YEAR2})?\b{NOT_COUNT}"
        ),
        resolve_span_days,
    ),
    (
        regex(
            rf"\b{MONTH1} {DAY1}(?:,? {YEAR1})?(?: ?[-–—] ?| to | through | until )"
            rf"(?:{MONTH2} )?{DAY2}(?:,? {YEAR2})?\b{NOT_COUNT}"
        ),
        resolve_span_days,
    ),
    # the 14th of this month, the fourteenth of last month
    (
        regex(
            rf"\b(?:[Tt]he )?(?P<nth>(?:3[01]|[12]\d|[1-9])(?:st|nd|rd|th)|{'|'.join(ORDINAL_WORDS)}) (?:day )?of (?P<which>this|last|next|the same|that|the) month\b"
        ),
        resolve_day_of_month,
    ),
    # October 4 and 5
    (
        regex(rf"\b{MONTH1} {DAY1} and (?P<m2>(?!))?{DAY2}(?:,? {YEAR2})?\b{NOT_COUNT}"),
        resolve_span_days,
    ),
    # 21–24 April
    (
        regex(
            rf"\b(?:(?:[Bb]etween|[Ff]rom) )?(?:the )?{DAY1}(?: {MONTH1})?(?: ?[-–—] ?| to | through | until | and )(?:the )?"
            rf"{DAY2}(?: of)? {MONTH2}\b(?:,? {YEAR2})?"
        ),
        resolve_span_days,
    ),
    (
        regex(
            r"\b(?P<y>1[5-9]\d\d|20\d\d)(?P<sep>[-/.])(?P<m>0[1-9]|1[0-2])(?P=sep)(?P<d>[0-2]\d|3[01])(?:\b|(?=T\d))"
        ),
        resolve_iso_day,
    ),
    (
        regex(
            r"\b(?P<a>\d{1,2})[-/.](?P<b>\d{1,2})[-/.](?P<y>(?:19|20)\d\d)\b|\b(?P<a2>\d{1,2})/(?P<b2>\d{1,2})/(?P<y2>\d\d)\b(?!/)"
        ),
        resolve_numeric_day,
    ),
    (
        regex(
            rf"\b(?:{WEEKDAY1},? [(\[]?)?(?:{PART_OF_DAY} )?{MONTH1} {DAY1}\b(?:(?:,| -| \d\d:\d\d(?::\d\d)?(?: [A-Z]{{3,4}})?)? {YEAR1})?{YEAR_TAIL}(?: \((?P<w2>(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\))?"
        ),
        resolve_whole_day,
    ),
    (
        regex(
            rf"\b(?:{WEEKDAY1},? [(\[]?)?(?:the )?{DAY1}(?: of)? {MONTH1}(?![a-z])(?:,? {YEAR1})?{YEAR_TAIL}"
        ),
        resolve_whole_day,
    ),
    (
        regex(
            rf"\b(?:[Bb]etween|[Ff]rom) (?:early |mid-?|late )?{MONTH1}(?! ?\d) (?:and|to|until|through) "
            rf"(?:early |mid-?|late )?{MONTH2}(?! ?\d{{1,2}}\b)(?![a-z])(?:,? {YEAR1})?"
        ),
        resolve_span_months,
    ),
    # between November 2017 and April 2018
    (
        regex(
            rf"\b(?:[Bb]etween|[Ff]rom) (?:early |mid-?|late )?{MONTH1}(?:,| of)? {YEAR1} (?:and|to|until|through) "
            rf"(?:early |mid-?|late )?{MONTH2}(?:,| of)? {YEAR2}\b"
        ),
        resolve_span_months,
    ),
    (regex(rf"\b(?:{PART_OF_MONTH})?{MONTH1}(?:,| of)? {YEAR1}\b"), resolve_month_of_year),
    (
        regex(
            rf"\b(?P<word>{PREPOSITION} (?:last |next |this )?(?:{PART_OF_MONTH})?|{PART_OF_MONTH}|[Ll]ast |[Nn]ext |[Tt]his |[Ee]arlier in )"
            rf"\s?{MONTH1}(?![a-z’'–—/-]|\.? ?\d| (?:Street|Road|Avenue|Square|Revolution|Movement|Day)\b|,? (?:of )?(?:1[5-9]|20)\d\d\b| [A-Z][a-z]+,? (?:who|said|the)){YEAR_TAIL}"
        ),
        resolve_bare_month,
    ),
    (
        regex(
            rf"\b(?:(?:[Bb]etween|[Ff]rom) {YEAR1} ?(?:-|–|to|and|until|through) ?{YEAR2}|(?:(?:[Ii]n|[Oo]f|[Tt]he) )?(?P<y3>1[5-9]\d\d|20\d\d)(?: ?(?:-|–|to|/) ?(?=\d{{4}})|[-–/](?=\d\d\b))(?P<y4>(?:1[5-9]|20)?\d\d)(?![-–/\d])(?! (?:more |local |armed )?{COUNTED}))\b"
        ),
        resolve_years,
    ),
    (
        regex(r"\b(?:the )?(?:(?:early|mid|late)[ -])?(?P<decade>1[5-9]\d|20\d)0s\b"),
        resolve_decade,
    ),
    (
        regex(
            rf"\b(?:[Ii]n|[Ss]ince|[Bb]y|[Uu]ntil|[Ff]rom|[Dd]uring|of|[Bb]efore|[Aa]fter|[Tt]hrough|[Ll]ate|[Ee]arly|[Mm]id-?|and|[Aa]s (?:early|late|recently|far back) as"
            rf"|[Ll]ike|[Tt]he|year|summer|winter|spring|autumn|fall|to|than|[Ff]or(?= ?\d{{4}}(?:[,.;)]|$| (?:and|but|will)\b))) ?{YEAR1}\b"
            rf"(?! {COUNTED})(?![-–/]\d\d\b)"
        ),
        resolve_year,
    ),
    # everybody remembers 1984, when …; the flood (1984)
    (
        regex(
            rf"(?:(?<=[a-z] )|(?<=[a-z] \()|(?<=\d\d\d\d, )){YEAR1}(?=, when\b|\)|, the year\b|,? and (?:1[5-9]|20)\d\d\b|, (?:1[5-9]|20)\d\d\b)"
        ),
        resolve_year,
    ),
    # 2016 could be worse
    (
        regex(
            rf"(?:^|(?<=[.!?] )|(?:(?<=[a-z], )|(?<= say )|(?<= says )|(?<= said )|(?<= that )|(?<= fear ))(?!\d\d00)(?=(?:19|20)\d\d)){YEAR1}"
            r"(?= (?:(?:could|will|may|might|would|is|was) (?:be|have been|prove|bring|see|become|likely|already|also|the|an?|no|not)|(?:has|had) been|saw|brought|promises|looks|began|ended)\b)"
        ),
        resolve_year,
    ),
    # this summer, last winter, since the spring
    (
        regex(
            r"\b(?P<word>[Ll]ast|[Nn]ext|[Tt]his past|[Tt]his coming|[Tt]his|[Ss]ince the)(?: (?:early|late|whole))? "
            r"(?P<season>summer|winter|spring|autumn|(?<!the )fall)\b(?! of\b| in [A-Z0-9]|['’]s? |-| (?:\d{4}|camp|capital|residence|school))"
        ),
        resolve_season,
    ),
    # his 2014 campaign, the group's 2015 charter
    (
        regex(
            rf"(?:\b(?:[Hh]is|[Hh]er|[Ii]ts|[Tt]heir|[Oo]ur)|['’]s?) {YEAR1}(?= (?!{COUNTED}\b)[a-z])"
        ),
        resolve_year,
    ),
    (
        regex(
            rf"\b(?:(?P<word>[Ll]ast|[Nn]ext|[Tt]his past|[Tt]his coming|[Cc]oming|[Tt]he following|[Tt]he previous|[Tt]he past|[Tt]his) )?"
            rf"{WEEKDAY1}(?![a-z])(?:(?:['’]s)?(?: {PART_OF_DAY}))?"
            rf"(?!,? (?:the )?[(\[]?(?:(?:{MONTHS_LONG})\b|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b|\d{{1,2}}(?:st|nd|rd|th)? (?:of )?(?:{MONTHS_LONG})))"
            r"(?:,? (?P<week>(?:of )?(?:last|this|next) week))?"
            r"(?!s\b)(?! (?:Times|Mail|Telegraph|Express|Mirror|Sun|Punch|Vanguard|Tribune|Herald|Star|Guardian|Independent|[Ss]chool|Post|Review|best|roast|papers?|markets?|bazaar|league|editions?)\b)"
        ),
        resolve_weekday,
    ),
    (
        regex(
            r"\b(?:[Tt]he (?:day before yesterday|night before last|day after tomorrow)|[Dd]ay before yesterday|[Yy]esterday(?: (?:morning|afternoon|evening|night))?|[Tt]oday|[Tt]onight"
            r"|[Tt]omorrow(?: (?:morning|afternoon|evening|night))?|[Ll]ast night"
            r"|[Tt]his (?:morning|afternoon|evening)|[Oo]ver ?night)\b(?! (?:[Pp]rogramme|[Pp]rogram|show|newspaper|stay|bus|train|curfew|shift|operation))"
        ),
        resolve_deictic,
    ),
    (
        regex(
            rf"\b(?:[Ii]n|[Oo]ver|[Dd]uring|[Ff]or|[Ww]ithin|[Dd]uring|[Oo]f)? ?(?:just )?(?:(?:the|these|those) |(?:(?<=[Ii]n )|(?<=[Oo]ver )|(?<=uring )|(?<=ithin ))(?=(?:past|last) (?:\d+|[a-z]+) (?:hour|day|week|month|year)s))(?!(?:previous|preceding) (?:day|month|year)\b)(?P<past>past|last|previous|preceding)(?: {COUNT})?[ -]"
            r"(?P<unit>hours?|days?|weeks?|fortnights?|months?|years?|decades?|centur(?:y|ies)|minutes?|generations?)\b(?! of (?:the|this|last|next|\d{4}|"
            rf"{MONTHS_LONG})\b)"
        ),
        resolve_past_span,
    ),
    (
        regex(
            rf"\b(?:[Ii]n|[Oo]ver|[Dd]uring|[Ww]ithin|[Ff]or) the (?:next|coming|following) (?:{COUNT} )?(?P<unit>hours?|days?|weeks?|months?|years?)\b"
        ),
        resolve_next_span,
    ),
    (
        regex(
            rf"\b(?:[Jj]ust |[Oo]nly |[Aa]bout |[Ss]ome )?(?:(?P<halved>[Hh]alf )?{COUNT}(?P<half>(?:-| )and(?:-| )a(?:-| )half)?)(?: full)? (?P<unit>hours?|days?|nights?|weeks?|fortnights?|months?|years?|decades?|century|centuries)(?P<half2> and a half)? "
            r"(?P<way>ago|earlier|later|before|afterwards|after|previously|since)\b"
        ),
        resolve_counted,
    ),
    (
        regex(
            r"\b(?:[Ee]arlier |[Ll]ater |[Ll]ate |[Ee]arly |[Tt]he end of |[Mm]id-?|[Tt]he (?:start|beginning) of )?"
            r"(?P<which>[Ll]ast|[Pp]revious|[Tt]his|[Nn]ext|[Cc]oming|[Cc]urrent) (?P<unit>week|month|year)\b(?!['’]s \w+ (?:ago)|-)"
        ),
        resolve_calendar_unit,
    ),
    (
        regex(r"\b[Tt]he (?P<unit>week|month|year) (?P<which>before last|after next)\b"),
        resolve_calendar_unit,
    ),
    (
        regex(rf"\b[Tt]he (?P<edge>first|last) day (?:of|in) {MONTH1}(?![a-z])(?:,? {YEAR1})?"),
        resolve_edge_of_month,
    ),
    (
        regex(r"\b[Tt]he (?:start|beginning|middle) of (?:the|this) (?P<unit>month|year)\b"),
        resolve_start_of,
    ),
    (
        regex(r"\b(?P<eom>[Tt]he (?:end|close) of the (?P<unit>month|year|week))\b"),
        resolve_end_of,
    ),
    (
        regex(
            r"\b(?:[Oo]ver|[Aa]t|[Dd]uring|[Oo]n|[Tt]his|[Ll]ast|[Nn]ext|[Oo]ver the last)? ?(?:the |this |last |next |coming |that |the same |the following |the previous )?(?:past |coming )?week-?end\b(?: before last| before(?=[.,;]|$)| after(?=[.,;]|$))?(?! of (?:the )?(?:\d|[A-Z]))"
        ),
        resolve_weekend,
    ),
    (
        regex(
            rf"\b(?:[Ff]or (?:a|the|its|their) |[Oo]n (?:the|its|a) |[Tt]he |its |a |(?:entered|into|in) (?:an?|its|the|their) (?:[a-z]+ )?)(?P<nth>{'|'.join(ORDINAL_WORDS)}|\d+(?:st|nd|rd|th))"
            r"(?: consecutive| straight| successive| full)? (?:day|night)\b(?: running| in a row)?(?! later)"
            rf"(?! of (?:Eid|Ramadan|Ramazan|Muharram|Nowruz|Christmas|{MONTHS_LONG}|the (?:month|week|year|festival|feast|holidays?|fast|holy|new|Islamic|Muslim)))"
        ),
        resolve_nth_day,
    ),
    (
        regex(
            r"(?<! to )\b(?:later |earlier )?(?:(?:on )?(?:[Tt]he (?:very )?(?P<which>next|following|same|previous)|(?P<which2>Next(?= morning| day))) (?:day|morning|evening|night|afternoon)"
            r"|(?:on )?[Tt]hat (?:same |very )?(?:day|evening|night|morning|afternoon)"
            r"|(?P<after>[Tt]he (?:day|morning) after(?=[,.;]| (?:they|he|she|it|we|there)\b))"
            r"|(?P<before>[Tt]he (?:day|evening|night|morning) before(?= (?:and|but|or|when|that|by|in|at|near|between|with|from|over|along|outside|inside|he|she|they|it|had|has|was|were)\b|[^\w ]|$)))"
            r"\b(?! of\b)"
        ),
        resolve_same_or_next,
    ),
    (
        regex(
            r"\b(?:[Ll]ater |[Ee]arlier )?(?:in )?(?:(?:[Tt]he (?:very )?(?P<way>next|following|same|previous|preceding)|(?P<way2>that)(?: same)?) (?P<unit>week|month|year)"
            r"|[Tt]he (?P<unit2>week|month|year) (?P<then>before|after)(?: that|(?=[,.;]|$)))\b(?! of| in which| (?:that|when)\b)"
        ),
        resolve_told_unit,
    ),
    (
        regex(
            rf"\b(?:(?P<name>{DAYS})|(?:[Aa]t|[Oo]n|[Ss]ince|[Bb]efore|[Aa]fter|[Bb]y|[Uu]ntil) (?P<bare>{FEASTS})"
            rf"(?![-'’]| (?:[A-Z]|al\b|ul\b|trees?|markets?|cards?|shopping|presents?|gifts?|dinner|party|parties|holidays?|lights?|season|dates?|truce|vacation|break|services?|mass|prayers?)))"
            rf"(?:,? {YEAR1}|{YEAR_TAIL})(?! (?:attacks?|bomb|raid|massacre))"
        ),
        resolve_holiday,
    ),
    (
        regex(
            r"\b(?:(?:[Oo]n|[Ss]ince|[Uu]ntil|[Bb]y|[Bb]efore|[Aa]fter|(?:planned|set|scheduled|due|called) for|(?:night|morning|evening|afternoon|hours) of) the|(?P<w1>(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day),?(?: the)?) (?P<d1>3[01]|[12]\d|[1-9])(?:st|nd|rd|th)\b(?=[,.;)]|$| (?:and|but|when|after|by|in|to|at|for|with|from|they|he|she|it|we|there|the|his|her|their|its|an?)\b)(?! (?:and|to) the)"
        ),
        resolve_bare_ordinal,
    ),
    *RANGES,
)

_MONTH_NAMED = regex(r"\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)")
_DAY_NAMED = regex(r"\b(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)")
_UNIT_NAMED = regex(
    r"(?i)day|night|morning|evening|afternoon|hour|week|month|year|decade|centur|quarter|half"
)
_DIGIT = regex(r"\d")
_NEED_A_MONTH = frozenset(
    {
        resolve_span_days,
        resolve_whole_day,
        resolve_month_of_year,
        resolve_bare_month,
        resolve_span_months,
        resolve_edge_of_month,
        resolve_span_dates,
        resolve_worded_day,
    }
)
_NEED_A_WEEKDAY = frozenset({resolve_weekday, resolve_weekdays, resolve_weekday_of_month})
_NEED_A_DIGIT = frozenset(
    {
        resolve_year,
        resolve_years,
        resolve_decade,
        resolve_iso_day,
        resolve_numeric_day,
        resolve_bare_ordinal,
        resolve_span_days,
        resolve_whole_day,
        resolve_month_of_year,
        resolve_span_dates,
    }
)
_NEED_A_UNIT = frozenset(
    {
        resolve_counted,
        resolve_from_now,
        resolve_same_or_next,
        resolve_told_unit,
        resolve_calendar_unit,
        resolve_past_span,
        resolve_next_span,
        resolve_nth_day,
        resolve_in_the_unit,
        resolve_half_of_month,
        resolve_part_of_month,
        resolve_part_of_year,
        resolve_day_of_month,
        resolve_weekend,
        resolve_start_of,
        resolve_end_of,
    }
)
_NEEDS = (
    (_MONTH_NAMED, _NEED_A_MONTH),
    (_DAY_NAMED, _NEED_A_WEEKDAY),
    (_DIGIT, _NEED_A_DIGIT),
    (_UNIT_NAMED, _NEED_A_UNIT),
)


def patterns_for(text: str) -> Iterator[tuple[int, re.Pattern[str]]]:
    """(rank, pattern) of what a paragraph may hold: without a month's name, say, no pattern that has one."""
    vain = [handlers for word, handlers in _NEEDS if not word.search(text)]
    for rank, (pattern, handler) in enumerate(PATTERNS):
        if not any(handler in handlers for handlers in vain):
            yield rank, pattern
