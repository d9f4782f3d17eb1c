"""What an expression of time looks like, and which rule gives it a value."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from site_gen.importer.calendardays import (
    resolve_attacks_of_2001,
    resolve_bare_month,
    resolve_bare_ordinal,
    resolve_day_of_month,
    resolve_decade,
    resolve_edge_of_month,
    resolve_holiday,
    resolve_iso_day,
    resolve_month_of_year,
    resolve_numeric_day,
    resolve_span_days,
    resolve_span_months,
    resolve_whole_day,
    resolve_year,
    resolve_years,
)
from site_gen.importer.dateparts import MONTHS_LONG, ORDINAL_WORDS, Context, Found
from site_gen.importer.relativedays import (
    resolve_calendar_unit,
    resolve_counted,
    resolve_deictic,
    resolve_end_of,
    resolve_next_span,
    resolve_nth_day,
    resolve_past_span,
    resolve_same_or_next,
    resolve_season,
    resolve_start_of,
    resolve_weekday,
    resolve_weekdays,
    resolve_weekend,
)

if TYPE_CHECKING:
    from collections.abc import Callable

_M = (
    r"(?P<m{0}>January|February|March|April|May|June|July|August|September|October|November|December"
    r"|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)\b\.?)"
)
_D = r"(?P<d{0}>3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?(?![\d:%])(?!,\d{{3}})(?!\.\d)"
_Y = r"(?P<y{0}>1[5-9]\d\d|20\d\d)(?![\d%]|,\d{{3}}|-\d\d-\d\d)"
_WD = (
    r"(?P<w{0}>(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
    r"|(?:Mon|Tues|Tue|Wed|Thurs|Thur|Thu|Fri|Sat|Sun)(?:\.|(?=,? \d|, [A-Z])))"
)
_N = (
    r"(?P<n>(?i:\d{1,3}|an?(?: couple of)?|couple of|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen"
    r"|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty))"
)
_PART = (
    r"(?:(?:late|early|mid)?-?(?:morning|afternoon|evening|night|midnight|noon|dawn|dusk|midday))"
)
_YEAR_TAIL = r"(?:,? (?:of )?(?P<tail>last|this|next) year)?"


def _p(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)


_WD1, _M1, _M2, _D1, _D2 = _WD.format(1), _M.format(1), _M.format(2), _D.format(1), _D.format(2)
_Y1, _Y2 = _Y.format(1), _Y.format(2)
_NOT_COUNT = r"(?! (?:[a-z]+s|people|per|percent|men|women|children|police|civilians|other)\b)"
_COUNTED = r"(?:people|troops|soldiers|fighters|men|houses|homes|families|civilians|square|metres|meters|dollars)"
_PREPOSITION = (
    r"(?:[Ii]n|[Ss]ince|[Dd]uring|[Uu]ntil|[Bb]y|[Tt]hrough|[Ff]rom|[Bb]efore|[Aa]fter|[Aa]round|[Tt]hroughout|[Bb]ack in|with(?= (?:January|February|July|September|October|November|December))|[Aa]s (?:recently|early|late) as"
    r"|(?:[Ff]or|of|and|to)(?= \w+\b(?! [A-Z]))|(?:compared (?:with|to)|than in|against)(?= \w+\b(?! [A-Z])))"
)
_MOD = r"(?:the )?(?:very )?(?:early|mid|late|(?:beginning|start|end|middle|first half|second half) of)[ -](?:in )?"
PATTERNS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str], Context], Found]], ...] = (
    (
        _p(
            r"\b(?:September|Sept\.?) 11(?:th)?,?(?: 2001,?)? (?:terror(?:ist)? )?attacks?\b|\b9/11\b"
        ),
        resolve_attacks_of_2001,
    ),
    # June 21–23, June 28 to July 2
    (
        _p(
            rf"\b(?:[Bb]etween|[Ff]rom) {_M1} {_D1}(?:,? {_Y1})?(?: ?[-–—] ?| to | through | until | and )"
            rf"(?:{_M2} )?{_D2}(?:,? {_Y2})?\b{_NOT_COUNT}"
        ),
        resolve_span_days,
    ),
    (
        _p(
            rf"\b{_M1} {_D1}(?:,? {_Y1})?(?: ?[-–—] ?| to | through | until )"
            rf"(?:{_M2} )?{_D2}(?:,? {_Y2})?\b{_NOT_COUNT}"
        ),
        resolve_span_days,
    ),
    # the 14th of this month, the fourteenth of last month
    (
        _p(
            rf"\b(?:[Tt]he )?(?P<nth>(?:3[01]|[12]\d|[1-9])(?:st|nd|rd|th)|{'|'.join(ORDINAL_WORDS)}) (?:day )?of (?P<which>this|last|next|the) month\b"
        ),
        resolve_day_of_month,
    ),
    # October 4 and 5
    (_p(rf"\b{_M1} {_D1} and (?P<m2>(?!))?{_D2}(?:,? {_Y2})?\b{_NOT_COUNT}"), resolve_span_days),
    # 21–24 April
    (
        _p(
            rf"\b(?:(?:[Bb]etween|[Ff]rom) )?(?:the )?{_D1}(?: {_M1})?(?: ?[-–—] ?| to | through | until | and )(?:the )?"
            rf"{_D2}(?: of)? {_M2}\b(?:,? {_Y2})?"
        ),
        resolve_span_days,
    ),
    (
        _p(r"\b(?P<y>1[5-9]\d\d|20\d\d)-(?P<m>0[1-9]|1[0-2])-(?P<d>[0-2]\d|3[01])(?:\b|(?=T\d))"),
        resolve_iso_day,
    ),
    (_p(r"\b(?P<a>\d{1,2})[-/.](?P<b>\d{1,2})[-/.](?P<y>(?:19|20)\d\d)\b"), resolve_numeric_day),
    (
        _p(
            rf"\b(?:{_WD1},? \(?)?(?:{_PART} )?{_M1} {_D1}\b(?:(?:,| -| \d\d:\d\d(?::\d\d)?(?: [A-Z]{{3,4}})?)? {_Y1})?{_YEAR_TAIL}"
        ),
        resolve_whole_day,
    ),
    (
        _p(rf"\b(?:{_WD1},? \(?)?(?:the )?{_D1}(?: of)? {_M1}(?![a-z])(?:,? {_Y1})?{_YEAR_TAIL}"),
        resolve_whole_day,
    ),
    (
        _p(
            rf"\b(?:[Bb]etween|[Ff]rom) (?:early |mid-?|late )?{_M1}(?! ?\d) (?:and|to|until|through) "
            rf"(?:early |mid-?|late )?{_M2}(?! ?\d{{1,2}}\b)(?![a-z])(?:,? {_Y1})?"
        ),
        resolve_span_months,
    ),
    # between November 2017 and April 2018
    (
        _p(
            rf"\b(?:[Bb]etween|[Ff]rom) (?:early |mid-?|late )?{_M1}(?:,| of)? {_Y1} (?:and|to|until|through) "
            rf"(?:early |mid-?|late )?{_M2}(?:,| of)? {_Y2}\b"
        ),
        resolve_span_months,
    ),
    (_p(rf"\b(?:{_MOD})?{_M1}(?:,| of)? {_Y1}\b"), resolve_month_of_year),
    (
        _p(
            rf"\b(?P<word>{_PREPOSITION} (?:last |next |this )?(?:{_MOD})?|{_MOD}|[Ll]ast |[Nn]ext |[Tt]his |[Ee]arlier in )"
            rf"\s?{_M1}(?![a-z’'-]|\.? ?\d| [A-Z][a-z]+,? (?:who|said|the))(?:,? (?:of )?(?P<tail>last|this|next) year)?"
        ),
        resolve_bare_month,
    ),
    (_p(rf"\b(?:(?:between|from) )?{_Y1} ?(?:-|–|to|and) ?{_Y2}\b"), resolve_years),
    (_p(r"\b(?:the )?(?:(?:early|mid|late)[ -])?(?P<decade>1[5-9]\d|20\d)0s\b"), resolve_decade),
    (
        _p(
            rf"\b(?:[Ii]n|[Ss]ince|[Bb]y|[Uu]ntil|[Ff]rom|[Dd]uring|of|[Bb]efore|[Aa]fter|[Tt]hrough|[Ll]ate|[Ee]arly|[Mm]id-?|and"
            rf"|[Tt]he|year|summer|winter|spring|autumn|fall|to|than) ?{_Y1}\b"
            rf"(?! {_COUNTED})"
        ),
        resolve_year,
    ),
    # this summer, last winter, since the spring
    (
        _p(
            r"\b(?P<word>[Ll]ast|[Nn]ext|[Tt]his past|[Tt]his coming|[Tt]his|[Ss]ince the)(?: (?:early|late|whole))? "
            r"(?P<season>summer|winter|spring|autumn|(?<!the )fall)\b(?! of\b| in [A-Z0-9]|['’]s? |-| (?:\d{4}|camp|capital|residence|school))"
        ),
        resolve_season,
    ),
    # a 2011 revolt, his 2014 campaign, the group's 2015 charter
    (
        _p(
            rf"(?:\b(?:[Aa]n?|[Hh]is|[Hh]er|[Ii]ts|[Tt]heir|[Oo]ur)|['’]s?) {_Y1}(?= (?!{_COUNTED}\b)[a-z])"
        ),
        resolve_year,
    ),
    (
        _p(
            rf"\b(?:[Bb]etween|[Ff]rom) {_WD.format(1)}(?: {_PART})? (?:and|to|until|through|into) {_WD.format(2)}\b(?: {_PART})?"
        ),
        resolve_weekdays,
    ),
    (
        _p(
            rf"\b(?:(?P<word>[Ll]ast|[Nn]ext|[Tt]his past|[Tt]his coming|[Cc]oming|[Tt]he following|[Tt]he previous|[Tt]he past|[Tt]his) )?"
            rf"{_WD1}(?![a-z])(?:(?:['’]s)?(?: {_PART}))?"
            rf"(?!,? (?:the )?\(?(?:(?:{MONTHS_LONG})\b|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b|\d{{1,2}}(?:st|nd|rd|th)? (?:of )?(?:{MONTHS_LONG})))"
            r"(?:,? (?P<week>(?:of )?(?:last|this|next) week))?"
            r"(?!s\b)(?! (?:Times|Mail|Telegraph|Express|Mirror|Sun|Punch|Vanguard|Tribune|Herald|Star|Guardian|Independent|[Ss]chool|Post|Review|best|roast|paper)\b)"
        ),
        resolve_weekday,
    ),
    (
        _p(
            r"\b(?:[Tt]he day before yesterday|[Yy]esterday(?: (?:morning|afternoon|evening))?|[Tt]oday|[Tt]onight"
            r"|[Tt]omorrow(?: (?:morning|afternoon|evening|night))?|[Ll]ast night"
            r"|[Tt]his (?:morning|afternoon|evening)|[Oo]vernight)\b(?! (?:stay|bus|train|curfew|shift|operation))"
        ),
        resolve_deictic,
    ),
    (
        _p(
            rf"\b(?:[Ii]n|[Oo]ver|[Dd]uring|[Ff]or|[Ww]ithin|[Dd]uring|[Oo]f)? ?(?:just )?the (?!(?:previous|preceding) day\b)(?P<past>past|last|previous|preceding)(?: {_N})?[ -]"
            r"(?P<unit>hours?|days?|weeks?|fortnights?|months?|years?|decades?|centur(?:y|ies)|minutes?|generations?)\b(?! of (?:the|this|last|next|\d{4}|"
            rf"{MONTHS_LONG})\b)"
        ),
        resolve_past_span,
    ),
    (
        _p(
            rf"\b(?:[Ii]n|[Oo]ver|[Dd]uring|[Ww]ithin|[Ff]or) the (?:next|coming|following) (?:{_N} )?(?P<unit>days?|weeks?|months?)\b"
        ),
        resolve_next_span,
    ),
    (
        _p(
            rf"\b(?:[Jj]ust |[Oo]nly |[Aa]bout |[Ss]ome )?{_N}(?: full)? (?P<unit>hours?|days?|weeks?|fortnights?|months?|years?) "
            r"(?P<way>ago|earlier|later|before|after|previously)\b"
        ),
        resolve_counted,
    ),
    (
        _p(
            r"\b(?:[Ee]arlier |[Ll]ater |[Ll]ate |[Ee]arly |[Tt]he end of |[Mm]id-?|[Tt]he (?:start|beginning) of )?"
            r"(?P<which>[Ll]ast|[Pp]revious|[Tt]his|[Nn]ext|[Cc]oming|[Cc]urrent) (?P<unit>week|month|year)\b(?!['’]s \w+ (?:ago)|-)"
        ),
        resolve_calendar_unit,
    ),
    (
        _p(r"\b[Tt]he (?P<unit>week|month|year) (?P<which>before last|after next)\b"),
        resolve_calendar_unit,
    ),
    (
        _p(rf"\b[Tt]he (?P<edge>first|last) day of {_M1}(?![a-z])(?:,? {_Y1})?"),
        resolve_edge_of_month,
    ),
    (
        _p(r"\b[Tt]he (?:start|beginning) of (?:the|this) (?P<unit>month|year)\b"),
        resolve_start_of,
    ),
    (
        _p(r"\b(?P<eom>[Tt]he (?:end|close) of the (?P<unit>month|year|week))\b"),
        resolve_end_of,
    ),
    (
        _p(
            r"\b(?:[Oo]ver|[Aa]t|[Dd]uring|[Oo]n|[Tt]his|[Ll]ast|[Nn]ext|[Oo]ver the last)? ?(?:the |this |last |next |coming )?weekend\b"
        ),
        resolve_weekend,
    ),
    (
        _p(
            rf"\b(?:[Ff]or (?:a|the|its|their) |[Oo]n (?:the|its|a) |[Tt]he |its |a )(?P<nth>{'|'.join(ORDINAL_WORDS)}|\d+(?:st|nd|rd|th))"
            r"(?: consecutive| straight| successive| full)? (?:day|night)\b(?: running| in a row)?(?! later)"
            r"(?! of (?:Eid|Ramadan|Ramazan|Muharram|Nowruz|Christmas|the (?:month|week|year|festival|holy|new|Islamic|Muslim)))"
        ),
        resolve_nth_day,
    ),
    (
        _p(
            r"\b(?:later |earlier )?(?:(?:on )?[Tt]he (?P<which>next|following|same|previous) (?:day|morning|evening|night|afternoon)"
            r"|that (?:same |very )?(?:day|evening|night|morning|afternoon)"
            r"|(?P<before>[Tt]he (?:day|evening|night|morning) before(?= (?:and|but|or|when|that|by|in|at|near|between|with|from|over|along|outside|inside|he|she|they|it|had|has|was|were)\b|[^\w ]|$)))"
            r"\b(?! of)"
        ),
        resolve_same_or_next,
    ),
    (_p(r"\b(?:Christmas (?:Eve|Day)|New Year['’]s (?:Eve|Day))\b"), resolve_holiday),
    (
        _p(
            r"\b[Oo]n the (?P<d1>3[01]|[12]\d|[1-9])(?:st|nd|rd|th)\b(?=[,.;)]| (?:and|when|after|by|in|to|at|for|with|from)\b)"
        ),
        resolve_bare_ordinal,
    ),
)
