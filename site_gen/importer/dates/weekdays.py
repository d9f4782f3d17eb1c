"""Values of weekdays: `on Friday`, `last Tuesday`, `Monday of last week`, `between Friday and Sunday`.

A bare one is the one before the document's day or the one after it, by the tense of its clause; what may
be either has both as candidates and no value.
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import TYPE_CHECKING

from site_gen.importer.dates.parts import (
    UNDATED,
    WEEKDAY_NUMBER,
    Context,
    Found,
    either,
)
from site_gen.importer.dates.weekdaystory import (
    in_quotation,
    of_a_story,
    told_later,
)
from site_gen.importer.notation import regex
from site_gen.importer.tense import ARRANGED, IRREGULAR, tense

if TYPE_CHECKING:
    from site_gen.importer.dates.parts import Context


def resolve_weekday(found: re.Match[str], context: Context) -> Found:
    """`on Friday`, `last Tuesday`, `Monday of last week`, `the following Sunday`."""
    published = context.published
    if published is None:
        return Found(basis="weekday", reason=UNDATED)
    number = WEEKDAY_NUMBER[found["w1"].rstrip(".")]
    groups = found.groupdict()
    word = (groups.get("word") or "").lower()
    if groups.get("week"):
        return _of_week(groups["week"], number, published)
    if re.search(r"\b(?:first|second|third|fourth|final)\s+$", context.text[: found.start("w1")]):
        return Found(basis="weekday", reason="the month it is counted in is not certain")
    if _THE_BEFORE.search(context.text[: found.end("w1")]) and re.match(
        r" before\b(?! last\b)", context.text[found.end("w1") :]
    ):
        return _the_one_before(number, context, found.end("w1"))
    back = (published.weekday() - number) % 7
    past = published - timedelta(days=back)
    ahead = published + timedelta(days=-back % 7)
    of_it = _DEED.match(context.text[found.end() :])
    the_deed = of_it and back == 0 and re.search(r"\b[Tt]he $", context.text[: found.start("w1")])
    if the_deed or re.search(r"\b[Pp]enultimate $", context.text[: found.start()]):
        return either("weekday", "of which week is not certain", past - timedelta(days=7), past)
    if not word and not of_it and _OF_A_STORY.search(context.text[: found.start()]):
        after = context.anchor and context.anchor + timedelta(
            days=(number - context.anchor.weekday()) % 7
        )
        return either("weekday", "of which week is not certain", *filter(None, (after, past)))
    if (counted := _weeks_on(context.text[found.end() :], past, ahead, back)) is not None:
        return counted
    if word in ("last", "this past", "the previous", "the past"):
        return _last_weekday(found, context, past, word)
    if word == "the following" or (
        word == "next" and re.search(r"\b[Tt]he $", context.text[: found.start()])
    ):
        return _the_following(number, context)
    if re.search(r"\bweeks? ago(?: on)? $", context.text[: found.start("w1")]):
        return either("weekday", "of which week is not certain", past - timedelta(days=7), past)
    if word in ("next", "this coming", "coming"):
        day = ahead if back else ahead + timedelta(days=7)
        if word == "next" and (day - published).days == 1:
            day += timedelta(days=7)  # tomorrow is not called so
        elif word == "next" and day.isocalendar()[:2] == published.isocalendar()[:2]:
            return either(
                "weekday", "it may be of this week or the next", day, day + timedelta(days=7)
            )
        return Found(value=day.isoformat(), basis="weekday", role="plan")
    return _bare_weekday(found, context, past, ahead)


def _weeks_on(after: str, past: date, ahead: date, back: int) -> Found | None:
    """“On Tuesday week”, “the Saturday after next”, “the Friday before last”."""
    week, next_but_one = re.match(r" week\b(?!['’])", after), after.startswith(" after next")
    if week or next_but_one:
        day = ahead + timedelta(days=7 if back or week else 14)
        return Found(value=day.isoformat(), basis="weekday", role="plan")
    if after.startswith(" before last"):
        past -= timedelta(days=7 if back else 14)
        return Found(value=past.isoformat(), basis="weekday", day=past)
    return None


_THE_BEFORE = regex(r"\b[Tt]he \w+$")


def _the_one_before(number: int, context: Context, end: int) -> Found:
    """“… the Friday before”: counted from the day told last; “the Friday before the vote” from that of the vote."""
    base = context.same_sentence or context.anchor
    if base is None or re.match(r" before \w", context.text[end:]):
        return Found(basis="relative", reason="what it counts from has no date")
    day = base - timedelta(days=(base.weekday() - number - 1) % 7 + 1)
    return Found(value=day.isoformat(), basis="relative", day=day)


def _of_week(week: str, number: int, published: date) -> Found:
    """`Monday of last week`."""
    which = -7 if "last" in week else 7 if "next" in week else 0
    monday = published - timedelta(days=published.weekday())
    day = monday + timedelta(days=which + number)
    plan = day > published
    return Found(
        value=day.isoformat(),
        basis="weekday",
        role="plan" if plan else "event",
        day=None if plan else day,
    )


def _the_following(number: int, context: Context) -> Found:
    """`the following Sunday`: counted from the day told last."""
    if context.anchor is None:
        return Found(basis="relative", reason="what it counts from has no date")
    gap = (number - context.anchor.weekday() - 1) % 7 + 1
    day = context.anchor + timedelta(days=gap)
    return Found(value=day.isoformat(), basis="relative", day=day)


def _last_weekday(found: re.Match[str], context: Context, past: date, word: str) -> Found:
    """`last Friday`, `the previous Friday`: the latest one before the document's day, or before the day told of."""
    published = context.published
    assert published is not None
    bare = re.search(rf"\b[Oo]n {found['w1']}\b", context.text[: found.start()])
    if word == "last" and bare and not context.text[bare.end() :].startswith((" last", ", ")):
        return either(
            "weekday", "it was named before, then without “last”", past - timedelta(days=7), past
        )
    if word == "last" and (published - past).days == 1:
        return either("weekday", "yesterday is seldom called so", past - timedelta(days=7), past)
    past -= timedelta(days=0 if past < published else 7)
    if word == "the previous" and context.anchor is not None:
        gap = (context.anchor.weekday() - past.weekday() - 1) % 7 + 1
        counted = context.anchor - timedelta(days=gap)
        if context.same_sentence == context.anchor:
            return Found(value=counted.isoformat(), basis="weekday", day=counted)
        if counted != past:
            return either("weekday", "it may count from the day named before", counted, past)
    return Found(value=past.isoformat(), basis="weekday", day=past)


_OF_A_STORY = regex(r"\b(?:[Oo]n|[Bb]y|[Uu]ntil|[Ss]ince) (?:the|that) $|(?:^|[.!?“\"] ?)That $")
"""“On the Thursday we closed the port”: not of this week, but of the one that is told of."""
_DEED = regex(
    r" (?:[a-z-]+ )?(?:raids?|attacks?|blasts?|bombings?|killings?|shootings?|clash(?:es)?|strikes?|assaults?|ambush(?:es)?|fire|quake|earthquake|flood|storm|crash|accident|incident|massacre|kidnapping|abduction|vote|election|poll|protests?|march|rally|talks|meeting)\b"
)
"""“Made no statement on the Saturday raid”: the raid of that day."""


def _bare_weekday(found: re.Match[str], context: Context, past: date, ahead: date) -> Found:
    """“On Friday”: the one before the document's day or the one after, by the clause; else both."""
    assert context.published is not None
    start, end = found.span("w1")
    today = past == ahead
    tensed = tense(context.text, start, end)
    dated = dated_by(context, start, end)
    if dated:
        tensed = "past"
    if today:
        if tensed == "past" and (in_quotation(context) or told_later(context, past, end)):
            week_before = past - timedelta(days=7)
            return either("weekday", "the text may tell of a week before", week_before, past)
    elif not dated:
        why, planned = _past_or_to_come(found, context, tensed, past)
        if planned and (ahead - context.published).days <= _NEXT_DAYS:
            return Found(value=ahead.isoformat(), basis="weekday", role="plan")
        if why:
            return either("weekday", why, past, ahead)
    if tensed == "future":
        plan = not today or not re.search(r"\bsaid|told\b", context.text[:start][-20:])
        return Found(value=ahead.isoformat(), basis="weekday", role="plan" if plan else "event")
    if (told := of_a_story(context, past, start)) is not None:
        return told
    return Found(value=past.isoformat(), basis="weekday", day=past)


def _past_or_to_come(
    found: re.Match[str], context: Context, tensed: str, past: date
) -> tuple[str, bool]:
    """Why a weekday may be past or to come (empty when it is certain), and whether something was planned for it."""
    assert context.published is not None
    start, end = found.span("w1")
    before = context.text[context.sentence : start]
    if _may_be_over(before, context.text[end:]):
        return "it was planned, and may be past by now or still to come", True
    if tensed in ("", "unsure"):
        return "the clause does not tell whether it is past or to come", False
    said = context.same_sentence
    if tensed == "future" and said and said < past and re.search(r"\bwould\b", before):
        return "it may count from the day on which it was said", False
    if tensed == "past" and (ARRANGED.search(before) or _CONDITION.search(before)):
        return "what was arranged for it may be past or still to come", False
    if tensed == "past" and _before_something(before):
        return "what it stands before may be past or to come", True
    if tensed == "past" and before.endswith("for "):
        return "what it is for may be past or to come", False
    if tensed == "past" and (found.groupdict().get("word") or "").lower() == "this":
        return "it may be past or to come", False
    return "", False


_NEXT_DAYS = 2
"""Days ahead within which what was planned for a weekday is still to come: of one five days past it is told how it went."""
_CONDITION = regex(
    r"\b(?:if|unless)\b[^.;]*\b(?:by|(?:is|are|do|does)(?: not|n['’]t)? [a-z]+ on) $"
)
"""“It would be cut off if nobody paid by Friday”."""
_PLANNED_THEN = regex(
    r"\b(?:was|were|had been) (?:due|set|expected|scheduled|slated|likely|planned|supposed|meant|to)\b(?![^.;]*\b(?:but|adjourned|instead|until)\b)[^.;]*$"
    r"|\bhad (?:hoped|intended|wanted|expected|planned)\b[^.;]*$|\b[Aa]head of $"
    r"|\bhad (?:promised|agreed|vowed|offered|threatened|pledged|said|announced|warned|urged|asked|told|ordered)\b[^.;]*\b(?:would|to [a-z]+)\b[^.;]*$"
)
_CALLED_OFF = regex(
    r"^[^.;]{0,60}(?<!\band )\b(?:postponed|cancell?ed|called off|put off|delayed|scrapped|rescheduled|did not (?:happen|take place))\b"
)


def _may_be_over(before: str, after: str) -> bool:
    """Whether something was planned for a day of which the text does not say if it has come."""
    if re.search(r"\b[Ss]ince (?:late |early )?$", before):
        return False  # “rain since Saturday has delayed trains”
    if re.match(r", (?:is|are|will|may|might|could)\b", after):
        return False  # “the vote, scheduled for Sunday, is likely to be delayed”
    return bool(_PLANNED_THEN.search(before) or _CALLED_OFF.match(after))


def _before_something(before: str) -> bool:
    """Whether an expression belongs to what something else came before: “before the vote on …”."""
    if re.search(r"\buntil $|\b(?:[Hh]ours|[Mm]inutes|[Mm]oments) before (?:the )?$", before):
        return False  # “had been held there until Saturday”, “hours before Tuesday's vote, a bomb went off”
    found = re.search(
        r"\b(?:before(?! (?:an?|the|his|her|their|its)? ?(?:[\w-]+ ){0,3}?(?:courts?|judges?|magistrates?|tribunal|commission|panel|committee|senate|parliament|assembly|cameras?|reporters)\b)"
        r"|ahead of|until|pending|run-up to|eve of|in time for) ([^,.;:]*)$",
        before,
    )
    return found is not None and not re.search(
        rf"\b(?:dawn|daybreak|sunrise|sunset|dusk|noon|midday|midnight|nightfall|first light|breakfast|lunch\w*"
        rf"|{IRREGULAR}|and|but|said|[a-z]{{2,}}(?:ed|ing))\b",
        found[1],
    )


def resolve_weekdays(found: re.Match[str], context: Context) -> Found:
    """`between Friday and Sunday`."""
    published = context.published
    if published is None:
        return Found(basis="weekday", reason=UNDATED)
    if re.search(
        r"\b(?:postponed|moved|brought forward|put off|adjourned|delayed|rescheduled)\b[^.;,]*$",
        context.text[: found.start()],
    ):
        return Found(skip=True)
    first, last = (WEEKDAY_NUMBER[found[k].rstrip(".")] for k in ("w1", "w2"))
    end = published - timedelta(days=(published.weekday() - last) % 7)
    start = end - timedelta(days=(last - first) % 7)
    tensed = tense(context.text, *found.span())
    if tensed == "past" and ARRANGED.search(context.text[context.sentence : found.start("w1")]):
        tensed = "unsure"
    if tensed in ("future", "unsure"):
        coming = published + timedelta(days=(first - published.weekday()) % 7)
        ahead = f"{coming}/{coming + timedelta(days=(last - first) % 7)}"
        if tensed == "future":
            return Found(value=ahead, basis="weekday", role="plan")
        return Found(
            basis="weekday",
            reason="the clause does not tell whether it is past or to come",
            candidates=(f"{start}/{end}", ahead),
        )
    return Found(value=f"{start.isoformat()}/{end.isoformat()}", basis="weekday", day=end)


NEAR_BY = 240
"""Characters within which what dates a weekday stands."""


def dated_by(context: Context, start: int, end: int) -> bool:
    """Whether a weekday is that of a statement or of a deed, whatever the verb of its clause."""
    of_a_deed = _ITS_HARM.match(context.text[end : end + NEAR_BY]) is not None
    return of_a_deed or _said_in(context, start)


def _said_in(context: Context, start: int) -> bool:
    """“He vowed that they would pay, in remarks in Lal on Friday”: the day is that of the remarks."""
    clause = context.text[max(context.sentence, start - NEAR_BY) : start]
    remarks = _REMARKS.search(clause)
    return remarks is not None and _SAID.search(clause[: remarks.start()]) is not None


_HARM = (
    r"(?:raids?|attacks?|bombings?|blasts?|explosions?|killings?|murders?|massacres?|shootings?|clash(?:es)?|assaults?|ambush(?:es)?|(?:air ?|drone |missile |rocket )strikes?|airstrikes?"
    r"|fires?|quakes?|earthquakes?|floods?|crash(?:es)?|accidents?|stampedes?|collapse|coup|kidnappings?|abductions?|disasters?|incidents?|violence|riots?|unrest|shelling|robbery|landslides?|deaths?)"
)


_ITS_HARM = regex(rf"(?: \w+)?['’]s (?:[\w-]+ ){{0,3}}?{_HARM}\b")
"""“Monday's bombing brings the toll to 41”: nobody plans it."""
_REMARKS = regex(
    r"(?<!will )(?<!to )\b(?:in|during|after|at) (?:an?|his|her|its|their|the)?(?: ?\b[\w-]+){0,2} ?"
    r"\b(?:remarks|statement|address|speech|interview|letter|comments|(?:press|news) (?:conference|briefing|release)|briefing|message|post|tweet|broadcast|sermon|note|communiqué)\b"
    r"[^.;:“”\"]{0,50}$"
)
_SAID = regex(
    r"\b(?:said|vowed|promised|pledged|warned|told|insisted|declared|announced|ordered|wrote|added|argued|confirmed|denied|stressed|threatened|claimed|urged|called)\b"
)
