"""What dates a weekday whatever the verb of its clause: a statement, or a deed that nobody plans."""

from __future__ import annotations

from typing import TYPE_CHECKING

from site_gen.importer.regex import regex

if TYPE_CHECKING:
    from site_gen.importer.dateparts import Context

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
