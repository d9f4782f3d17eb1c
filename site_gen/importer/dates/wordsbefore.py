"""What the words before an expression make of its value: `since May 1`, `by 25 June`, `the week to June 18`."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta

from site_gen.importer.dates.parts import Found, number_of, shift_month
from site_gen.importer.dates.pieces import COUNT
from site_gen.importer.notation import regex

_SUPERLATIVE = regex(
    r"\b(?:first|largest|biggest|worst|heaviest|deadliest|highest|lowest|fiercest|most (?!of\b)\w+|longest|(?<!\bits )(?<!\bhis )(?<!\bher )(?<!\btheir )only|(?!west|rest|test|forest|interest|protest|request|arrest|harvest|guest|chest|contest|invest|conquest|honest|modest|latest|northwest|southwest|midwest)[a-z]{3,}est|than (?:at|in|on) any (?:other )?(?:time|year|month|week|day|point)|(?<!has )(?<!have )(?<!had )(?:not|never|un)[ -]?seen|(?:not|never|n[’']t|[Nn]obody|[Nn]o one) (?:[a-z]+ ){1,3}(?:so|as|such))\b[^.,;]{0,90}$"
)


_LASTING = regex(r"\b(?:has|have|had|[’']s) been the only (?:\w+ )?(?:on|in|at|of|among)\b[^.,;]*$")
"""“Has been the only nurse at the post since March”: she still is."""
_AGENT = regex(r"\b[Bb]y the $")
_OF_THAT_DAY = regex(r"['’]s (?!(?:\w+ )?(?:deadline|cut-?off|end|close|meeting|session)\b)")
_WENT_BY = regex(
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


_SPAN_TO = regex(
    rf"\b(?:{COUNT} )?(?P<unit>hours|days|weeks?) (?:up )?(?:to|ending|ended|that ended|through)(?: on)? $"
)
_WEEK_FROM = regex(r"\bweek (?:beginning|starting|from|(?P<of>of))(?: on)? (?:the )?$")


def with_word_before(
    text: str, match: re.Match[str], result: Found, published: date | None
) -> Found:
    """`since May 1` runs to the document's date; `by 25 June` is open before, past or to come."""
    if not result.value:
        return result
    if re.match(r"(?:an?|his|her|its|their|our|['’]s?) \d{4}$", match[0], re.IGNORECASE):
        return result  # “driven out by a 2011 revolt”
    word = _since_or_by(text, match)
    if word in ("by", "before"):
        return _until(text, match, result)
    if result.role != "event":
        return result
    if result.day is not None and (several := _several_days(text[: match.start()], result.day)):
        return replace(result, value=several)
    if word == "since" and published is not None:
        above = _SUPERLATIVE.search(text[max(0, match.start() - 120) : match.start()])
        lasting = _LASTING.search(text[max(0, match.start() - 140) : match.start()])
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


def _several_days(before: str, day: date) -> str:
    """The days of “the three days to June 18”, “the week of June 7”, “the night to June 7”."""
    if span := _SPAN_TO.search(before[-48:]):
        count = number_of(span["n"]) if span["n"] else 1
        week = span["unit"].startswith("week")
        by = -(-count // 24) if span["unit"] == "hours" else count * (7 if week else 1) - 1
        return f"{day - timedelta(days=by)}/{day}"
    if week_from := _WEEK_FROM.search(before[-24:]):
        first = day - timedelta(days=day.weekday() if week_from["of"] else 0)
        return f"{first}/{first + timedelta(days=6)}"
    if re.search(r"\bnight to (?:the )?$", before[-24:]):
        return f"{day - timedelta(days=1)}/{day}"
    return ""


def _since_or_by(text: str, match: re.Match[str]) -> str:
    """Which of the two stands before an expression, if any."""
    before = text[max(0, match.start() - 32) : match.start()] + match[0]
    word = re.search(
        r"\b([Ss]ince|[Bb]y|[Bb]efore(?= the end of ))\s+(?:the )?(?:\w+ ?of |(?:early|small) hours of |(?:nightfall|noon|midday|dawn|dusk|midnight|sunset|sunrise) on |early (?:on |in )?|late (?:on |in )?|mid[- ]|last |about |around |at least |this time )?(?:"
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
    if re.search(r"\b(?:[Bb]y|[Bb]efore) (?:the )?(?:very )?(?:end|close) of\b[^.;,]*$", said):
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
