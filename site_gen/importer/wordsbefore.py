"""What the words before an expression make of its value: `since May 1`, `by 25 June`, `the week to June 18`."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta

from site_gen.importer.dateparts import Found, number_of, shift_month
from site_gen.importer.datewords import COUNT

_SUPERLATIVE = re.compile(
    r"\b(?:first|largest|biggest|worst|heaviest|deadliest|highest|lowest|fiercest|most \w+|longest|only|(?!west|rest|test|forest|interest|protest|request|arrest|harvest|guest|chest|contest|invest|conquest|honest|modest|latest|northwest|southwest|midwest)[a-z]{3,}est|than (?:at|in|on) any (?:other )?(?:time|year|month|week|day|point)|(?<!has )(?<!have )(?<!had )(?:not|never|un)[ -]?seen|(?:not|never|n[’']t|[Nn]obody|[Nn]o one) (?:[a-z]+ ){1,3}(?:so|as|such))\b[^.,;]{0,90}$"
)


_HAVE_DONE = re.compile(
    r"(?<!that )(?<!which )\b(?:has|have) [a-z]+ (?:at least |more than |about |some |nearly |over )?\d"
)
"""“The worst fires in memory have killed 181 people since Saturday.”"""
_LASTING = re.compile(
    r"\b(?:has|have|had|[’']s) been the only (?:\w+ )?(?:on|in|at|of|among)\b[^.,;]*$"
)
"""“Has been the only nurse at the post since March”: she still is."""
_AGENT = re.compile(r"\b[Bb]y the $")
_OF_THAT_DAY = re.compile(r"['’]s (?!(?:\w+ )?(?:deadline|cut-?off|end|close|meeting|session)\b)")
_WENT_BY = re.compile(
    r"(?<!\bbe )(?<!been )(?<!was )(?<!were )\b(?:pass(?:ed|es|ing)|drove|driv(?:es|ing)|stood|standing|walk(?:ed|ing)|flew|flying|rode|riding)"
    r" by\b (?:early |late )?(?:on )?\w+(?: \w+)?$"
)
"""“A lorry passed by early on Tuesday.”"""
_NO_NOUN = "and|but|when|they|she|had|was|were|has|have|the|about|some|most|all|its|it|he|there|after|before|with|from|that"


def _is_agent(text: str, match: re.Match[str]) -> bool:
    """Whether something of that day did it: “destroyed by the September 11 attacks”."""
    if _OF_THAT_DAY.match(text, match.end()):
        return True  # “shocked by Wednesday's raid”
    if not _AGENT.search(text[max(0, match.start() - 8) : match.start()]):
        return False
    noun = re.match(rf" (?!(?:{_NO_NOUN})\b)[a-z]{{3,}}", text[match.end() :])
    return noun is not None or match[0].endswith(("attack", "attacks"))


_SPAN_TO = re.compile(
    rf"\b(?:{COUNT} )?(?P<unit>hours|days|weeks?|months|year) (?:up )?(?:to|ending|ended|that ended|through)(?: on)? $"
)


_MONTHS_TO = re.compile(
    rf"\b(?:year|{COUNT} months) (?:to|ending|ended)(?: in)? [A-Z][a-z]+(?: (?:of )?(?:last|this) year| \d{{4}})?$"
)
"""“The year to June”, “the three months to September”: whole months."""
_WEEK_FROM = re.compile(r"\bweek (?:beginning|starting|from|(?P<of>of))(?: on)? (?:the )?$")


def _months_to(result: Found, count: str | None, unit: str) -> Found:
    """`the six months to June 30`: whole months, when the day is the last of one."""
    end = result.day
    if end is None or (end + timedelta(days=1)).day != 1:
        return result
    months = number_of(count) if count and unit == "months" else 12
    year, month = shift_month(end.year, end.month, 1 - months)
    return replace(result, value=f"{year}-{month:02d}/{end.year}-{end.month:02d}")


def _length(count: str | None, unit: str) -> int:
    """Days between the first and the last: “the week to …” has six, “the 24 hours to …” one."""
    number = number_of(count) if count else 1
    if unit == "hours":
        return -(-number // 24)
    return number * (7 if unit.startswith("week") else 1) - 1


def with_word_before(
    text: str, match: re.Match[str], result: Found, published: date | None
) -> Found:
    """`since May 1` runs to the document's date; `by 25 June` is open before, past or to come."""
    if not result.value:
        return result
    if re.match(r"(?:an?|his|her|its|their|our|['’]s?) \d{4}$", match[0], re.IGNORECASE):
        return result  # “driven out by a 2011 revolt”
    word = _since_or_by(text, match)
    if word == "by":
        return _until(text, match, result)
    if result.role != "event":
        return result
    months = _MONTHS_TO.search(text[max(0, match.start() - 30) : match.end()])
    if months and re.fullmatch(r"\d{4}-\d\d", result.value):
        count = number_of(months["n"]) if months["n"] else 12
        year, month = shift_month(int(result.value[:4]), int(result.value[5:]), 1 - count)
        return replace(result, value=f"{year}-{month:02d}/{result.value}")
    if result.day is not None and (several := _several_days(text, match, result, result.day)):
        return several
    if word == "since" and published is not None:
        above = _SUPERLATIVE.search(text[max(0, match.start() - 120) : match.start()])
        lasting = _LASTING.search(text[max(0, match.start() - 140) : match.start()])
        lasting = lasting or (above and _HAVE_DONE.search(above[0]))
        if re.search(r"\b[Nn]ot $", text[max(0, match.start() - 4) : match.start()]):
            return result  # “it had not snowed so, not since 1991”
        if above and not lasting and not re.search(r"\b(?:those|ones) ", above[0]):
            return result  # “the largest since 2001” compares, it lasts no longer
        if len(result.value) == 10 and result.value >= published.isoformat():
            return result
        if "/" in result.value and re.search(r"\d (?:to|until|–|-) ", match[0]):
            return result  # “since January 1 to April 30”
        start = result.value.partition("/")[0]
        return replace(result, value=f"{start}/{published.isoformat()}")
    return result


def _several_days(text: str, match: re.Match[str], result: Found, day: date) -> Found | None:
    """The days of “the three days to June 18”, “the week of June 7”, “the night to June 7”."""
    span = _SPAN_TO.search(text[max(0, match.start() - 48) : match.start()])
    if span:
        if span["unit"] in ("months", "year"):
            return _months_to(result, span["n"], span["unit"])
        first = day - timedelta(days=_length(span["n"], span["unit"]))
        return replace(result, value=f"{first}/{day}")
    before = text[max(0, match.start() - 24) : match.start()]
    week = _WEEK_FROM.search(before)
    if week:
        first = day - timedelta(days=day.weekday() if week["of"] else 0)
        return replace(result, value=f"{first}/{first + timedelta(days=6)}")
    if re.search(r"\bnight to (?:the )?$", before):
        return replace(result, value=f"{day - timedelta(days=1)}/{day}")
    return None


def _since_or_by(text: str, match: re.Match[str]) -> str:
    """Which of the two stands before an expression, if any."""
    before = text[max(0, match.start() - 32) : match.start()] + match[0]
    word = re.search(
        r"\b([Ss]ince|[Bb]y)\s+(?:the )?(?:\w+ ?of |(?:early|small) hours of |(?:nightfall|noon|midday|dawn|dusk|midnight|sunset|sunrise) on |early (?:on |in )?|late (?:on |in )?|mid[- ]|last |about |around |at least |this time )?(?:"
        + re.escape(match[0].strip())
        + r"|"
        + re.escape(re.sub(r"^\w+ (?=\S)", "", match[0].strip()))
        + r")$",
        before,
    )
    if word and word[1].lower() == "by" and _WENT_BY.search(text[: match.end()]):
        return ""
    return word[1].lower() if word else ""


def _until(text: str, match: re.Match[str], result: Found) -> Found:
    """“By 25 June”: some time until then; “by the end of June”: until its last day."""
    if _is_agent(text, match):
        return result  # “caused by the June 3 flood”
    said = text[max(0, match.start() - 24) : match.start()] + match[0]
    if re.search(r"\b[Bb]y (?:the )?(?:very )?(?:end|close) of\b[^.;,]*$", said):
        last = _last_day(result.value.rpartition("/")[2].rstrip("~?%"))
        return replace(result, value=f"../{last}")
    if "/" in result.value:
        return result
    return replace(result, value=f"../{result.value}")


def _last_day(value: str) -> str:
    """The last day of a year or month."""
    if len(value) == 4:
        return f"{value}-12-31"
    if len(value) != 7:
        return value
    year, month = shift_month(int(value[:4]), int(value[5:]), 1)
    return (date(year, month, 1) - timedelta(days=1)).isoformat()
