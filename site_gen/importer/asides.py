"""Names that a sentence only mentions beside what happened: whom somebody asked, where a man is based, what might be.

“The Najaf-based cleric”, “Khost beat Nangarhar by four wickets”, “memories of Chibok”, “would be under water”.
"""

from __future__ import annotations

import re
from typing import Literal

from site_gen.gazetteer import fold
from site_gen.importer.words import words

Aside = Literal["office", "government", "origin", "landmark", "destination", "plan"]

_BASED = re.compile(r"-(?:based|born|raised|educated|trained|registered)\b")
_BOUND = re.compile(r"-bound\b")
_OF_SOMEBODY = (
    r"(?:lawyer|trader|businessman|businesswoman|merchant|family|couple|man|woman|student|teacher|journalist|reporter|"
    r"engineer|driver|farmer|shopkeeper|doctor|native|singer|poet|pastor|imam|trucker)"
)
_A_LOCAL = re.compile(r"\b[Aa]n? (?:\w+ )?$")
_LOCAL_AFTER = re.compile(rf" {_OF_SOMEBODY}\b")
_WHOSE_OFFICE = re.compile(
    r"['’]s (?:(?:former|deputy|acting|then|new|late|provincial) )*(?:governor|mayor|police chief|chief of police|senator)s?\b"
)
_ASKED = re.compile(
    r"\b(?:asked|urged|told|accused|blamed|warned|begged|pressed|lobbied|petitioned|appealed to|wrote to|thanked|"
    r"(?:ties|relations|talks|pact|deal) (?:with|between)) $"
)
"""Of a town where a country is governed from: its government."""
_THE = re.compile(r"\b[Tt]he (?:so-called )?$")
_CALLED_BY = re.compile(
    r" (?:cartel|derby|[Aa]ccords?|[Aa]greement|[Dd]eclaration|[Pp]rotocol|[Cc]onference of|peace (?:deal|accord|agreement)|[Bb]rigade|[Bb]attalion|[Rr]egiment)\b"
)
"""“The Sinaloa cartel”, “the Helmand brigade”: wherever they are."""
PEOPLES = frozenset(
    words(
        """
        amhara afar somali oromo tigray harari chin kachin shan kayin karen kayah mon rakhine turkana pokot samburu nandi
        meru kisii embu baringo marakwet unity
        """
    )
)
"""Names of provinces that are those of peoples, too (or a common word)."""
_OF_A_PEOPLE = re.compile(
    r" (?:[a-z]+ )?(?:farmers?|herders?|herdsmen|militia(?:s|men)?|fighters?|rebels?|civilians|refugees|m[ae]n|wom[ae]n|warriors|youths?|"
    r"community|people|elders?|famil(?:y|ies)|troops|soldiers|forces|government|army|president|leaders?|politicians|pirates|"
    r"language|culture|clans?|civil society|insurgents)\b"
)
_IN = re.compile(r"\b[Ii]n (?:the )?(?:\w+ern )?$")
_MEMORY = re.compile(
    r"\b(?:memor(?:y|ies)|echoes|reminders?|reminiscent) of(?: the)? $|\b[Rr]emind\w* \w+ of(?: the)? $"
    r"|\b(?:(?:call|nam)ed (?!for\b|on\b|off\b)[^.;,]{0,30}?after|the name of) (?:an? (?:\w+ ){1,2}(?:in|of) )?(?:the )?$"
)
_CALM = re.compile(
    r"^After [^.,;]*\b(?:peace(?:ful)?|calm|quiet|lull|truce)\b[^.,;]*\bin (?:the )?(?:[A-Z][\w-]+(?: [A-Z][\w-]+)*(?:, and|,| and) )*$"
)
_BROKEN = re.compile(r"[^.,;]*, [^.;]*\b(?:in|at|near|on|to) (?:the )?[A-Z]")
"""“After a calm year in A and B, thieves came to Lodwar”: the news is of Lodwar only."""
_OF_THE = re.compile(r"\bthe (?:(?:north|south|east|west|central)\w* )?$", re.IGNORECASE)
_BELT = re.compile(
    r", an? (?:[\w-]+ ){0,3}(?:region|belt|strip|band|expanse|zone|swathe|desert)s?\b"
)
"""“The Sahel, a dry belt south of the desert”: a landscape of several countries, and no province."""
_AND_OTHERS = r"(?:(?:, and|,| and) [A-Z][\w-]+(?: [A-Z][\w-]+)?)*"
_SPEAK_TOGETHER = re.compile(
    rf"{_AND_OTHERS} (?:(?:regional|provincial|state|county|city)(?: (?:states?|governments?|councils?))?) "
    r"(?:spokes\w+|officials|governors|presidents|authorities|leaders|commissioners|clerks|police chiefs)\b"
)
"""“The Oromia and Amhara regional spokesmen issued statements”."""
_ARE_ASKED = re.compile(
    r"\b(?:asked|urged|begged|pressed|lobbied|petitioned|called (?:up)?on|appealed to) (?:the )?(?:[A-Z][\w-]+(?: [A-Z][\w-]+)*(?:, and|,| and) (?:the )?)*$"
)
_TO_DO = re.compile(rf"{_AND_OTHERS} (?:counties|states|provinces|regions|governments) to [a-z]")
"""“A bishop urged Samburu and Turkana counties to meet”: whoever governs there."""
_TO_HOSPITAL = re.compile(
    r"\b(?:taken|brought|carried|flown|rushed|evacuated|airlifted|transferred|driven|ferried)(?: \w+){0,3} to (?:an? |the )?(?:[a-z]+ ){0,2}(?:hospitals?|clinics?) in (?:the |[A-Z][\w ]+['’]s )(?:[\w-]+ )?capital,? (?:of )?$"
)
"""“The wounded boy was brought to a clinic in the capital”: away from where he was hurt."""
_HEEDED = re.compile(
    r"\b(?:little|scant|no|much|more|some) (?:notice|attention|interest|concern|heed|sympathy|support|alarm) in $"
)
"""“The feud draws little notice in Bangkok”: there it is governed."""
_SERVED = re.compile(
    r"\bhad (?:\w+ )?(?:defended|lived (?:in|at|near)|worked (?:in|at|near)|served (?:in|at)|studied (?:in|at)|taught (?:in|at)|"
    r"grown up (?:in|at|near)|been (?:born|trained|posted|stationed) (?:in|at|near))(?: the)? $"
    r"|\bhad (?:\w+ )?been an? (?:[\w-]+ ){1,4}(?:in|at|of|for|from) $|\b(?:was|is) an? (?:[\w-]+ ){1,3}from $"
    r"|\bwho had fought (?:in|at|near|for) $"
)
_OFFERED = re.compile(
    r"\b(?:giv\w+|offer\w*|promis\w*|found|want\w*) (?:[\w-]+ ){0,3}?(?:an? |the )?(?:[\w-]+ )?(?:jobs?|posts?|positions?|seats?|ministry) in $"
)
"""“By giving them posts in Kabul”: what somebody is to have there."""
_ACTS_FROM = re.compile(
    r"\b(?:[Pp]olice|[Tt]roops|[Oo]fficials|[Rr]escuers|[Ff]irefighters|[Ss]oldiers|[Dd]octors|army|navy|coast ?guard) (?:in|from|at) $"
)
_FAR_OFF = re.compile(
    r", (?:about |some |nearly |around )?\d+ ?(?:km|kilomet\w+|miles?)(?: \([^)]*\))? (?:away|off|to the|north|south|east|west)"
)
_MIGHT = re.compile(
    r"\b(?:could|might|may|would)(?: (?:also|soon|well|then|still|even))? (?!have\b|not\b|hear\b|see\b|be (?:heard|seen)\b)\w+"
    r"(?: \w+){0,4} (?:in|at|on|near) $"
)
SUPPOSED = re.compile(
    r"\b(?:could|might|may) (?:still |now |well |also )?be (?:out|alive|hiding|holed|trapped|buried|stuck|lying|left|held)\b[^.;]*$"
)
"""“They might still be hiding in X”: that is so now, somebody thinks."""
_MIGHT_AFTER = re.compile(
    r"(?:(?:, [A-Z][\w-]+)*,? and [A-Z][\w-]+)? (?:would|could|might|may)(?! have\b| not be\b| hear\b| see\b| be (?:heard|seen)\b) \w"
)
"""What would be so if something else were."""


def aside(name: str, text: str, sentence: str, after: str, *, at_seat: bool) -> Aside | None:
    """What a name does that is only mentioned; None when nothing says so.

    Args:
        name: The name.
        text: The paragraph.
        sentence: What of its sentence stands before the name.
        after: What follows.
        at_seat: Whether a country is governed from the town.
    """
    if _CALLED_BY.match(after) and (not sentence or _THE.search(sentence)):
        return "origin"
    if fold(name) in PEOPLES and _OF_A_PEOPLE.match(after) and not _IN.search(sentence):
        return "origin"
    if _BASED.match(after) or _BOUND.match(after):
        return "government" if at_seat else "origin"
    if at_seat and _ASKED.search(sentence):
        return "government"
    if at_seat and _HEEDED.search(sentence):
        return "government"
    if _TO_HOSPITAL.search(sentence) and not re.match(r"[\w ]*, where\b", after):
        return "destination"
    if (beside := _of_several(text, sentence, after)) is not None:
        return beside
    if _MEMORY.search(sentence) or (_OF_THE.search(sentence) and _BELT.match(after)):
        return "landmark"
    if _SERVED.search(sentence) or (_ACTS_FROM.search(sentence) and _FAR_OFF.match(after)):
        return "origin"
    if _WHOSE_OFFICE.match(after) or (_A_LOCAL.search(sentence) and _LOCAL_AFTER.match(after)):
        return "office"
    if _OFFERED.search(sentence):
        return "landmark"
    if (_MIGHT.search(sentence) or _MIGHT_AFTER.match(after)) and not SUPPOSED.search(sentence):
        return "plan"
    return None


def _of_several(text: str, sentence: str, after: str) -> Aside | None:
    """What names do that stand in a list, or whose officials do."""
    if _ARE_ASKED.search(sentence) and _TO_DO.match(after):
        return "government"
    if _SPEAK_TOGETHER.match(after):
        return "office"
    if _CALM.search(sentence) and _BROKEN.match(text, text.find(after)):
        return "landmark"
    return None


_APPOSED = re.compile(r", an? (?:[\w-]+ ){1,3}from $")


def only_of_somebody(text: str, start: int, end: int) -> bool:
    """Whether a name only says where somebody is from who is told of elsewhere: “a Karachi lawyer was among the wounded”."""
    before, after = text[max(0, start - 60) : start], text[end : end + 30]
    return bool(
        (
            _APPOSED.search(before)
            and re.match(r", (?!sa(?:id|ys)\b|told\b|added\b|recalled\b)", after)
        )
        or (_A_LOCAL.search(before) and _LOCAL_AFTER.match(after))
        or re.match(r"['’]s former\b", after)
    )
