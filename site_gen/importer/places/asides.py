"""Names that a sentence only mentions beside what happened: whom somebody asked, where a man is based, what might be.

“The Najaf-based cleric”, “the Sinaloa cartel”, “they asked Kabul”, “would be under water”.
"""

from __future__ import annotations

import re
from typing import Literal

from site_gen.importer.notation import regex, words
from site_gen.parsing.gazetteer import fold

Aside = Literal["destination", "government", "landmark", "office", "origin", "plan"]

_BASED = regex(r"-(?:based|born|raised|educated|trained|registered|bound)\b")
_ASKED = regex(
    r"\b(?:asked|urged|told|accused|blamed|warned|begged|pressed|lobbied|petitioned|appealed to|wrote to|thanked|"
    r"(?:ties|relations|talks|pact|deal) (?:with|between)|(?:notice|attention|interest|support) in|(?:Washington|London|Moscow|Beijing|Paris|Brussels) and) $"
)
_RULES = regex(
    r"['’]s (?:[a-z]+ )?(?:shelling|forces|troops|soldiers|army|military|offensive|invasion|air force|strategy|allies|envoys?|generals|demands?|position|authority|rule|control|relations|ties|policy|policies)\b"
)
"""Of a town where a country is governed from: its government."""
_TO_DO = regex(
    r"(?:(?:, and|,| and) [A-Z][\w-]+(?: [A-Z][\w-]+)?)* (?:counties|states|provinces|governments?) to [a-z]"
)
"""“A bishop urged Samburu and Turkana counties to meet”: whoever governs there."""
_A_LOCAL = regex(r"\b[Aa]n? (?:\w+ )?$")
_LOCAL_AFTER = regex(
    r" (?:lawyer|trader|businessman|businesswoman|merchant|family|couple|man|woman|student|teacher|journalist|reporter|"
    r"engineer|driver|farmer|shopkeeper|doctor|native|singer|poet|pastor|imam|trucker)\b"
)
_EMPLOYED = regex(r"\b(?:at|with|from|of|for) an? $")
_EMPLOYER = regex(
    r"(?:-based)? (?:[a-z]+ )?(?:university|college|think tank|institute|newspaper|magazine|daily|law firm|consultancy|research)\b"
)
"""“Who teaches at a Delhi university”: what somebody is, wherever they speak."""
_MEMORY = regex(
    r"\b(?:memor(?:y|ies)|echoes|reminders?|reminiscent) of(?: the)? $"
    r"|\b(?:(?:call|nam)ed (?!for\b|on\b|off\b)[^.;,]{0,30}?after|the name of) (?:an? (?:\w+ ){1,2}(?:in|of) )?(?:the )?$"
)
"""“Memories of Chibok”, “called so after a village in West Bengal”."""
_IF = regex(r"^[\"“]?If\b[^,]*$")
"""“If the coalition takes the port of X”: nothing has happened there."""
_TO_HOSPITAL = regex(
    r"\bto (?:an? |the )?(?:[a-z]+ ){0,2}(?:hospitals?|clinics?) in (?:the |[A-Z][\w ]+['’]s )(?:[\w-]+ )?capital,? (?:of )?$"
)
"""“The wounded boy was brought to a clinic in the capital”: away from where he was hurt."""
_THE = regex(r"\b[Tt]he (?:so-called )?$")
_CALLED_BY = regex(
    r" (?:cartel|derby|[Aa]ccords?|[Aa]greement|[Pp]rotocol|peace (?:deal|accord|agreement)|[Bb]rigade|[Bb]attalion|[Rr]egiment)\b"
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
_OF_A_PEOPLE = regex(
    r" (?:[a-z]+ )?(?:farmers?|herders?|herdsmen|militia(?:s|men)?|fighters?|rebels?|civilians|refugees|m[ae]n|wom[ae]n|warriors|youths?|"
    r"community|people|elders?|famil(?:y|ies)|troops|soldiers|forces|government|army|president|leaders?|politicians|pirates|"
    r"language|culture|clans?|civil society|insurgents)\b"
)
_IN = regex(r"\b[Ii]n (?:the )?(?:\w+ern )?$")
_MIGHT = regex(
    r"\b(?:could|might|may|would)(?: (?:also|soon|well|then|still|even))? (?!have\b|not\b|hear\b|see\b|be (?:heard|seen)\b)\w+"
    r"(?: \w+){0,4} (?:in|at|on|near) $"
)
SUPPOSED = regex(
    r"\b(?:could|might|may) (?:still |now |well |also )?be (?:out|alive|hiding|holed|trapped|buried|stuck|lying|left|held)\b[^.;]*$"
)
"""“They might still be hiding in X”: that is so now, somebody thinks."""
_MIGHT_AFTER = regex(
    r"(?:(?:, [A-Z][\w-]+)*,? and [A-Z][\w-]+)? (?:would|could|might|may)(?! have\b| not be\b| hear\b| see\b| be (?:heard|seen)\b) \w"
)
"""What would be so if something else were."""


def aside(name: str, sentence: str, after: str, *, at_seat: bool) -> Aside | None:
    """What a name does that is only mentioned; None when nothing says so.

    Args:
        name: The name.
        sentence: What of its sentence stands before the name.
        after: What follows.
        at_seat: Whether a country is governed from the town.
    """
    if _CALLED_BY.match(after) and (not sentence or _THE.search(sentence)):
        return "origin"
    if fold(name) in PEOPLES and _OF_A_PEOPLE.match(after) and not _IN.search(sentence):
        return "origin"
    if _BASED.match(after):
        return "government" if at_seat else "origin"
    if at_seat and (_ASKED.search(sentence) or _RULES.match(after)):
        return "government"
    if _EMPLOYED.search(sentence) and _EMPLOYER.match(after):
        return "government"
    if of_a_local(sentence, after):
        return "office"
    if _MEMORY.search(sentence):
        return "landmark"
    if _TO_DO.match(after):
        return "government"
    if _TO_HOSPITAL.search(sentence) and not re.match(r"[\w ]*, where\b", after):
        return "destination"
    if _IF.search(sentence):
        return "plan"
    if (_MIGHT.search(sentence) or _MIGHT_AFTER.match(after)) and not SUPPOSED.search(sentence):
        return "plan"
    return None


def of_a_local(before: str, after: str) -> bool:
    """“A Karachi lawyer was among the wounded”: where somebody is from who is told of elsewhere."""
    return bool(_A_LOCAL.search(before) and _LOCAL_AFTER.match(after))
