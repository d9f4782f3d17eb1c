"""What dates a weekday whatever the verb of its clause: a statement, a deed that nobody plans, what something is prepared for."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from site_gen.importer.dateparts import Context

NEAR_BY = 240
"""Characters within which what dates a weekday stands."""
_STATEMENT_OF = re.compile(
    r"\b(?:statement|report|order|decree|announcement|letter|ruling|message|communiqué) (?:of|on) $"
)
"""“He will see them, a statement of Monday said.”"""


def dated_by(context: Context, tensed: str, start: int, end: int) -> bool:
    """Whether a weekday is that of a statement or of a deed, whatever the verb of its clause."""
    before = context.text[max(0, start - NEAR_BY) : start]
    said = _STATEMENT_OF.search(before) or _SET_BY.search(before)
    return bool(said) or _said_in(context, start) or _of_a_deed(context, tensed, start, end)


def _said_in(context: Context, start: int) -> bool:
    """“He vowed that they would pay, in remarks in Lal on Friday”: the day is that of the remarks."""
    clause = context.text[max(context.sentence, start - NEAR_BY) : start]
    remarks = _REMARKS.search(clause)
    return remarks is not None and _SAID.search(clause[: remarks.start()]) is not None


_HARM = (
    r"(?:raids?|attacks?|bombings?|blasts?|explosions?|killings?|murders?|massacres?|shootings?|clash(?:es)?|assaults?|ambush(?:es)?|(?:air ?|drone |missile |rocket )strikes?|airstrikes?"
    r"|fires?|quakes?|earthquakes?|floods?|crash(?:es)?|accidents?|stampedes?|collapse|coup|kidnappings?|abductions?|disasters?|incidents?|violence|riots?|unrest|shelling|robbery|landslides?|deaths?)"
)


def _of_a_deed(context: Context, tensed: str, start: int, end: int) -> bool:
    """“Monday's bombing brings the toll to 41”, “an inquiry into the killing of nine farmers on Saturday”: nobody plans it."""
    clause = context.text[max(context.sentence, start - NEAR_BY) : start]
    after = context.text[end : end + NEAR_BY]
    if _ITS_HARM.match(after) or (re.match(r"['’]s \w", after) and _BECAUSE_OF.search(clause)):
        return True
    if tensed != "future" and re.match(r"['’]s \w", after) and clause.endswith("after "):
        return True
    if tensed == "unsure" and _KILLED_ON.search(clause):
        return True
    if not _HARM_ON.search(clause) or _FEARED.search(clause):
        return False
    return tensed in ("", "unsure") or _LOOKED_INTO.search(clause) is not None


_ITS_HARM = re.compile(rf"(?: \w+)?['’]s (?:[\w-]+ ){{0,3}}?{_HARM}\b")
_BECAUSE_OF = re.compile(
    r"\b(?:(?:[a-z]{3,}ed|torn|hit|struck|left|made|hurt) (?:\w+ )?by|follow(?:s|ing)?|in the wake of"
    r"|(?:results?|winners?|losers?|outcome|turnout|aftermath|survivors?|victims?|toll|damage|footage|pictures?|videos?|images|photos) (?:of|from|in)) $"
)
"""“The damage caused by Sunday's storm”, “it follows Monday's ruling”."""
_HARM_ON = re.compile(
    rf"\b{_HARM}\b(?:(?!\b(?:will|would|was|were|is|are|has|have|had|to)\b)[^.;,])*$"
)
_KILLED_ON = re.compile(
    r"(?<!\bbe )(?<!been )(?<!being )\b(?:killed|wounded|injured|hurt|shot|arrested|seized|abducted|kidnapped|murdered|burned|destroyed|drowned)"
    r"(?: (?:in|at|near|by) [^.;,]{2,30})? on $"
)
"""“To the family of each guard killed on Saturday.”"""
_FEARED = re.compile(
    r"\b(?:fear\w*|threat\w*|risks?|warn\w*|alerts?|brac\w+|prevent\w*|avoid\w*|expect\w*|predict\w*|forecast\w*|will|would|due|set|scheduled|anniversary|memorial)\b"
)
_LOOKED_INTO = re.compile(
    r"\b(?:inquiry|investigat\w+|probe\w*|condemn\w*|accus\w+|blam\w+|responsib\w+|suspected|follows?|following|over|after)\b[^.;,]*$"
)
_SET_BY = re.compile(
    r"\b(?:set|imposed|issued|given|laid down|announced) by (?:the |an? )?[\w’']+(?: [\w’']+){0,2} on $"
)
"""“A deadline set by the kidnappers on Friday expires on Monday.”"""
_REMARKS = re.compile(
    r"(?<!will )(?<!to )\b(?:in|during|after|at) (?:an?|his|her|its|their|the)?(?: ?\b[\w-]+){0,2} ?"
    r"\b(?:remarks|statement|address|speech|interview|letter|comments|(?:press|news) (?:conference|briefing|release)|briefing|message|post|tweet|broadcast|sermon|note|communiqué)\b"
    r"(?!(?:[^.;“”]* )?(?:to be|due|expected|planned|scheduled|set|which|that|who)\b)[^.;:“”\"]{0,50}$"
)
_SAID = re.compile(
    r"\b(?:said|vowed|promised|pledged|warned|told|insisted|declared|announced|ordered|wrote|added|argued|confirmed|denied|stressed|threatened|claimed|urged|called)\b"
    r"(?![^.;]*\b(?:will|would|is to|plans? to) (?:say|speak|announce|explain|comment|appear|repeat|publish)\b)"
)


def prepared_for(context: Context, start: int, end: int) -> bool:
    """“The town needs quiet for Sunday's vote”, “are resting before resuming the search on Sunday”: it is still to come."""
    clause = re.split(r"[.;“”\"]", context.text[context.sentence : start])[-1]
    clause = re.split(r"\b(?:said|says|told \w+|warned|added)(?: that)? ", clause)[-1]
    held = _HELD.match(context.text[end:]) and clause.endswith("for ")
    if not held and not _BEFORE_DOING.search(clause):
        return False
    return _NOW.search(clause) is not None


_HELD = re.compile(
    r"['’]s (?:[\w-]+ ){0,3}?(?:votes?|voting|elections?|polls?|polling|run-?off|referendum|ballot|summit|talks|conference|final|match|march|rally|protests?|strike|inauguration|funeral|ceremony|hearing|session|launch|opening|handover|meeting|deadline)\b"
)
_BEFORE_DOING = re.compile(
    r"\bbefore (?:going|resuming|returning|moving|starting|beginning|heading|leaving|continuing|travelling|traveling|meeting|opening|holding|voting)\b(?:(?!\b(?:was|were|had|did|[a-z]{3,}ed)\b)[^.;,:])*$"
)
_NOW = re.compile(
    r"\b(?:needs?|wants?|are|is|must|should|will|prepares?|(?:has|have) (?:been )?[a-z]+(?:ed|en|nt|ught))\b(?![^.;,]*\b(?:was|were|did)\b)"
)


def brings(context: Context, end: int) -> bool:
    """“Saturday's market offers some hope”, “Friday's verdict ends a feud”: what a day's happening means, told in the present."""
    return _BRINGS.match(context.text[end : end + NEAR_BY]) is not None


_BRINGS = re.compile(
    r"['’]s (?:[\w-]+ ){1,4}?(?:offers|gives|brings|leaves|makes|deals|hands|lifts|dashes|revives|renews|sparks|fuels|stirs|strengthens|weakens|reflects|signals|suggests|demonstrates|illustrates|reveals"
    r"|exposes|proves|confirms|caps|crowns|breaks|puts|sends|means|(?:ends|closes|opens|completes|extends)(?= (?:an?|the|its|his|her|their|months|weeks|years|days|hopes)\b))\b(?! (?:in|on|at|from) )"
)
