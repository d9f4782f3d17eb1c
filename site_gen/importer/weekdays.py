"""Values of weekdays: `on Friday`, `last Tuesday`, `Monday of last week`, `between Friday and Sunday`.

A bare one is the one before the document's day or the one after it, by the tense of its clause; what may
be either has both as candidates and no value.
"""

from __future__ import annotations

import re
from datetime import date, timedelta

from site_gen.importer.dateparts import (
    UNDATED,
    WEEKDAY_NUMBER,
    Context,
    Found,
    either,
    number_of,
)
from site_gen.importer.datewords import COUNT
from site_gen.importer.tense import (
    HAS_ORDERED,
    IRREGULAR,
    PUT_OFF,
    RESOLVED_TO,
    Tense,
    sentences,
    tense,
)
from site_gen.importer.weekdayclauses import NEAR_BY, brings, dated_by, prepared_for
from site_gen.importer.weekdaystory import (
    before_told,
    in_quotation,
    of_a_story,
    planned_then,
)


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
    beside = _NAMED_BESIDE.search(context.text[: found.start()])
    if beside is not None and context.text[found.end() : found.end() + 1] == ")":
        return _named_beside(beside[1].lower(), number, published)
    if _THE_BEFORE.search(context.text[: found.end("w1")]) and _BEFORE.match(
        context.text[found.end("w1") :]
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


_OF_A_STORY = re.compile(
    r"\b(?:[Oo]n|[Bb]y|[Uu]ntil|[Ss]ince) (?:the|that) $|(?:^|[.!?“\"] ?)That $"
)
"""“On the Thursday we closed the port”: not of this week, but of the one that is told of."""
_DEED = re.compile(
    r" (?:[a-z-]+ )?(?:raids?|attacks?|blasts?|bombings?|killings?|shootings?|clash(?:es)?|strikes?|assaults?|ambush(?:es)?|fire|quake|earthquake|flood|storm|crash|accident|incident|massacre|kidnapping|abduction|vote|election|poll|protests?|march|rally|talks|meeting)\b"
)
"""“Made no statement on the Saturday raid”: the raid of that day."""
_NAMED_BESIDE = re.compile(r"\b([Tt]oday|[Tt]onight|[Yy]esterday|[Tt]omorrow|[Ll]ast night) \($")


def _named_beside(word: str, number: int, published: date) -> Found:
    """“Tomorrow (Friday)”: the word says which one, when the weekday agrees."""
    by = {"yesterday": -1, "last night": -1, "tomorrow": 1}.get(word, 0)
    day = published + timedelta(days=by)
    if day.weekday() != number:
        back = (published.weekday() - number) % 7
        nearest = published - timedelta(days=back)
        return either("weekday", f"“{word}” would be another weekday", nearest, day)
    plan = by > 0
    return Found(
        value=day.isoformat(),
        basis="weekday",
        role="plan" if plan else "event",
        day=None if plan else day,
    )


def _bare_weekday(found: re.Match[str], context: Context, past: date, ahead: date) -> Found:
    """“On Friday”: the one before the document's day or the one after, by the clause; else both."""
    assert context.published is not None
    start, end = found.span("w1")
    today = past == ahead
    tensed = _tense_of_weekday(context, (start, end), past, today=today)
    if why := _next_or_until(context, tensed, (start, end), past, ahead):
        return either("weekday", why, past, ahead)
    if dated_by(context, tensed, start, end):
        tensed = "past"
    elif tensed != "future" and prepared_for(context, start, end):
        tensed = "future"
    if context.period is not None and context.period < past and tensed != "future":
        then = past - timedelta(days=-(-(past - context.period).days // 7) * 7)
        return either("weekday", "it may be of the days that the report covers", then, past)
    if today:
        tensed = "past" if _came_to_nothing(context.text, start, end) else tensed
        if tensed == "past" and (
            in_quotation(context)
            or _told_later(context.text, start, end)
            or before_told(context, past)
        ):
            week_before = past - timedelta(days=7)
            return either("weekday", "the text may tell of a week before", week_before, past)
    elif (context.published - past).days <= _NEXT_DAYS and (
        _TO_HAVE.search(context.text[:start])
        or ((context.published - past).days == 1 and _TO_BE.search(context.text[:start]))
    ):
        tensed = "past"
    else:
        if tensed == "" and _one_after_another(context, past):
            return Found(value=past.isoformat(), basis="weekday", day=past)
        why, planned = _past_or_to_come(found, context, tensed, past)
        if planned and (not why or (ahead - context.published).days <= _NEXT_DAYS):
            return Found(value=ahead.isoformat(), basis="weekday", role="plan")
        if why:
            return either("weekday", why, past, ahead)
    if tensed == "future" and _said_before(context, start, past):
        return Found(value=past.isoformat(), basis="weekday", day=past)
    if tensed == "future" and planned_then(context, start):
        return either("weekday", "it counts from the day on which it was planned", ahead)
    if tensed == "future":
        plan = not today or not re.search(r"\bsaid|told\b", context.text[:start][-20:])
        return Found(value=ahead.isoformat(), basis="weekday", role="plan" if plan else "event")
    counted = _counted_up_from(context, start, past)
    if (told := counted or of_a_story(context, past, start, today=today)) is not None:
        return told
    return Found(value=past.isoformat(), basis="weekday", day=past)


def _tense_of_weekday(context: Context, at: tuple[int, int], past: date, *, today: bool) -> Tense:
    """“Saturday's market offers some hope”: past, when Saturday is one of the last two days."""
    assert context.published is not None
    if today or not brings(context, at[1]):
        return tense(context.text, *at)
    return "past" if (context.published - past).days <= _NEXT_DAYS else "unsure"


def _counted_up_from(context: Context, start: int, past: date) -> Found | None:
    """“It came nine days after they were seized on Friday”: not last Friday, if that was less than nine days ago."""
    counted = _DAYS_AFTER.search(context.text[context.sentence : start])
    if counted is None or context.published is None:
        return None
    after = timedelta(days=number_of(counted["n"]))
    for base in (context.same_sentence, context.anchor):
        if base is not None and (base - after).weekday() == past.weekday():
            return Found(value=str(base - after), basis="weekday", day=base - after)
    ahead = (past + after - context.published).days
    if ahead <= 0 and context.same_sentence is None:
        return None
    then = past - timedelta(days=max(1, -(-ahead // _WEEK)) * _WEEK)
    return either("weekday", "what came so many days later is not known", then, past)


_DAYS_AFTER = re.compile(rf"\b{COUNT} days after [^.;,]*\b(?:had|was|were) [^.;,]*$")


def _one_after_another(context: Context, past: date) -> bool:
    """“On Friday it was Zaranj. On Saturday Shebarghan, after a week of fighting”: told in their order."""
    last = context.same_sentence or context.earlier
    return last is not None and 0 <= (past - last).days <= _NEXT_DAYS


def _said_before(context: Context, start: int, past: date) -> bool:
    """“On Monday they said that they would stop Tuesday's march”, told on Wednesday: it was the day right after."""
    said, published = context.same_sentence, context.published
    assert published is not None
    if said is None or not re.search(r"\bwould\b", context.text[context.sentence : start]):
        return False
    return said < past < published and (published - said).days < _WEEK


_WEEK = 7


def _next_or_until(
    context: Context, tensed: str, at: tuple[int, int], past: date, ahead: date
) -> str:
    """Why a weekday right behind another one, or until which somebody was given time, may be past or to come."""
    beside, before = context.same_sentence, context.text[max(0, at[0] - NEAR_BY) : at[0]]
    follows = tensed != "future" and beside is not None and _AND_ON.search(before) is not None
    if follows and beside is not None and past < beside and (ahead - beside).days <= _NEXT_DAYS:
        return "it may be right after the weekday before it"
    if tensed == "past" and _GIVEN_UNTIL.search(
        before + "|" + context.text[at[1] : at[1] + NEAR_BY]
    ):
        return "it may be over by now or still to come"
    return ""


def _past_or_to_come(
    found: re.Match[str], context: Context, tensed: str, past: date
) -> tuple[str, bool]:
    """Why a weekday may be past or to come (empty when it is certain), and whether something was planned for it."""
    assert context.published is not None
    start, end = found.span("w1")
    before = context.text[:start]
    if _may_be_over(context.text, start, end):
        return "it was planned, and may be past by now or still to come", True
    if tensed in ("", "unsure"):
        return "the clause does not tell whether it is past or to come", False
    if tensed == "past" and RESOLVED_TO.search(before):
        return "what was decided for it may be past or still to come", False
    recent = (context.published - past).days <= 2
    if tensed == "past" and _CALLED_FOR.search(before):
        return "it may be when it was called for, or what was called for", False
    if tensed == "future" and recent and PUT_OFF.search(before):
        return "what was put off until then may be past or still to come", False
    if tensed == "future" and recent and HAS_ORDERED.search(before):
        return "it may be when it was asked for, or what was asked for", False
    if tensed == "future" and _HAD_URGED.search(before):
        return "it may be when it was asked for, or what was asked for", False
    if tensed == "past" and _CONDITION.search(before):
        return "what was to be done by then may be past or to come", False
    if tensed == "past" and _before_something(before):
        return "what it stands before may be past or to come", True
    if tensed == "past" and (found.groupdict().get("word") or "").lower() == "this":
        ahead = context.published.weekday() < WEEKDAY_NUMBER[found["w1"].rstrip(".")]
        if ahead and _TOLD_TO.search(before):
            return "", True
        return "it may be past or to come", False
    return "", False


def _the_one_before(number: int, context: Context, end: int) -> Found:
    """“… the Friday before”: counted from the day told last; “the Friday before the vote” from that of the vote."""
    base = context.same_sentence or context.anchor
    if base is None or re.match(r" before \w", context.text[end:]):
        return Found(basis="relative", reason="what it counts from has no date")
    day = base - timedelta(days=(base.weekday() - number - 1) % 7 + 1)
    return Found(value=day.isoformat(), basis="relative", day=day)


def _told_later(text: str, start: int, end: int) -> bool:
    """Whether a story goes on behind the weekday on which it is printed, or its writer tells what he did then."""
    low, high = next(((a, b) for a, b in sentences(text) if a <= start <= b), (0, len(text)))
    own_words = re.sub(r"[“\"][^“”\"]*(?:[”\"]|$)", " ", text[low:high])
    return bool(
        _NEXT_DAY.search(text[end:]) or _SAID_THEN.match(text[high:]) or _I_DID.search(own_words)
    )


_TO_HAVE = re.compile(r"(?<!that )(?<!which )(?<!who )\b(?:was|were) to have [a-z]+\b[^.;,]*$")
"""“The talks were to have ended on Thursday”, but did not: it is over."""
_TO_BE = re.compile(r"[a-z] (?:that|which|who) (?:was|were) to (?!have\b)[^.;,]*$")
"""“Set fire to schools that were to serve as polling stations on Tuesday night”, told on Wednesday."""
_AND_ON = re.compile(
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day(?: \w+)? and (?:again )?(?:on )?$"
)
"""“Were closed on Wednesday and Thursday”, printed on a Wednesday."""
_GIVEN_UNTIL = re.compile(r"\buntil (?:\w+ on )?\|(?: \w+)? to (?!the\b|an?\b)[a-z]+\b")
"""“Gave him until Sunday to leave.”"""
_NEXT_DAYS = 2
"""Days ahead within which what was planned for a weekday is still to come: of one five days past it is told how it went."""
_THE_BEFORE = re.compile(r"\b[Tt]he \w+$")
_BEFORE = re.compile(r" before(?=[.;:,)]|$| (?:the|an?|his|her|its|their|they|he|she|it)\b)")
_NEXT_DAY = re.compile(
    r"^[^.;]*(?:[.;][^.;]*)?\b(?:(?:[Tt]he|[Bb]y) (?:next|following) (?:day|morning|night|afternoon|evening)|(?:[Tt]he day|[Aa] day) (?:after|later)(?=[,.;]))\b(?! (?:will|would|is|are)\b)"
)
_SAID_THEN = re.compile(
    r"[^.;]*(?<!had )\b(?:said|announced|confirmed|reported)\b[^.;]{0,30}\bon (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b"
)
"""“The boy went missing on Tuesday. Police said so on Friday”, printed on a Tuesday."""
_I_DID = re.compile(
    r"\b(?:I|[Ww]e) (?:\w+ly )?(?:[a-z]+ed|met|saw|went|came|found|left|drove|rode|sat|spoke|stood|took|ran)\b"
)
"""“When I called on him on Monday”: a writer who travels is printed later."""
_CALLED_FOR = re.compile(
    r"(?<!has )(?<!have )(?<!had )\bcalled (?:\w+ )?for (?:[a-z-]+ ){0,4}?"
    r"(?:march|marches|protests?|rally|rallies|strikes?|demonstrations?|vigils?|sit-ins?|boycott|shutdown|gathering|mourning|prayers) on $"
)
"""“Called for a march on Friday”: the day of the call, or of the march."""
_TOLD_TO = re.compile(
    r"\b(?:told|asked|ordered|invited|urged|advised|instructed|summoned|expected|required) to [a-z]+\b[^.;,]*$"
)
"""“Were told to report this Thursday”, printed on a Monday."""
_HAD_URGED = re.compile(
    r"\bhad (?:urged|asked|told|ordered|warned|called on)\b[^.;,]*\bto [a-z]+\b[^.;,]*$"
)
_CONDITION = re.compile(
    r"\b(?:if|unless)\b[^.;]*(?:\bby|\b(?:is|are|do|does)(?: not|n['’]t)? [a-z]+(?: [a-z]+)? on) $"
)
"""“It would be cut off if nobody paid by Friday”."""
_PLANNED_THEN = re.compile(
    r"\b(?:was|were|had been) (?:due|set|expected|scheduled|slated|likely|planned|supposed|meant|to)\b(?![^.;]*\b(?:but|adjourned|instead|until)\b)[^.;]*$"
    r"|\bhad (?:(?:hoped|intended|wanted|expected|promised|agreed|vowed|offered|threatened|pledged) to|planned)\b(?![^.;]*\bbut\b)[^.;]*$|\bhad (?:said|announced|promised|vowed|warned)\b[^.;]*\bwould\b[^.;]*$|\b[Aa]head of $"
)
_CALLED_OFF = re.compile(
    r"^[^.;]{0,60}(?<!\band )\b(?:postponed|cancell?ed|called off|put off|delayed|scrapped|rescheduled|did not (?:happen|take place))\b"
)


def _may_be_over(text: str, start: int, end: int) -> bool:
    """Whether something was planned for a day of which the text does not say if it has come."""
    low = next((a for a, b in sentences(text) if a <= start <= b), 0)
    if re.search(r"\b[Ss]ince (?:late |early )?$", text[low:start]):
        return False  # “rain since Saturday has delayed trains”
    if re.match(r", (?:is|are|will|may|might|could)\b", text[end:]):
        return False  # “the vote, scheduled for Sunday, is likely to be delayed”
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
