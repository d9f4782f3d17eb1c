"""Where a clause has its verb, and whose a second verb behind “and” is.

“The mayor visited the school on Monday and promised new desks”: the promise is the mayor's. Who shares
a verb is read from left to right, up to the first finite verb; where two clauses leave open which
of their subjects is meant (“the mayor left as the rebels came and said …”), nobody is named.
"""

from __future__ import annotations

import re

from site_gen.importer.notation import regex

_AUXILIARY = (
    r"was|were|is|are|has|have|had|will|would|could|can|cannot|did|does|may|might|must|should"
)
_IRREGULAR = (
    r"took|fell|came|went|began|broke|left|got|made|met|put|held|led|sent|shot|fled|lost|won|hit|struck|ran|rose|gave|found|kept|sold|saw"
    r"|fought|blew|died|stood|became|brought|caught|built|felt|grew|knew|threw|withdrew|drove|wrote|spoke|cut|set|hurt|let|shut|spent|slept|rode"
    r"|sat|lay|read|paid|bought|taught|thought|sought|chose|drew|swore|wore|tore|bore|hid|forgave|forgot|overtook|undertook|understood|walked"
    r"|clung|bled|crept|dealt|knelt|leant|shone|sprang|stuck|stung|strode|spun|trod|wove|cast|broadcast|cost|forbade|foresaw|withstood|overcame|upheld|sped|spat|lent|drank|ate|sang|sank|swam|dug|hung|laid|lit|shook|stole|woke|wept|burst|quit|told|said|heard|beat|bent|fed|flew|froze|leapt|meant|rang|slid|split|spread|swept|swung|sent|split"
)
_PRESENT = (
    r"welcomes?|supports?|backs|hails|praises|wants?|plans|hopes|faces|runs|heads|leads|owns|keeps?|lives?|works?|stands?|remains?|agrees?|refuses?|supports?"
    r"|rejects?|accepts?|seeks?|knows?|thinks?|believes?|likes?|needs?|gets?|makes?|gives?|takes?|sees?|hears?|visits|meets|opposes?|criticises|criticizes|disagrees?|shrugs|nods|laughs|sighs|smiles|points"
)
_VERB = regex(
    rf"(?<![\w’'-])(?:(?:{_AUXILIARY}|{_IRREGULAR}|{_PRESENT})(?![\w’'-])|[a-z]{{2,}}ed(?![\w’'-])(?! (?:by|to be)\b)|[a-z]{{3,}}s(?= that\b))"
)
_WITH_OBJECT = regex(
    r"\s(?:the|an?|his|her|its|their|this|that|these|those|it|them|him|us|no|nothing|short|one|two|three|four|five|six|seven|eight|nine|ten|\d+)\b"
)
_CONJUNCTION = regex(
    r",?\s*\b(?:and|but|yet|or)(?: (?:on \w+day|at(?: once)?|in the end|in turn|\w+ly|then|also|later|afterwards|afterward|instead|even|again|still|once again|now|yesterday|today|since))*,?\s*$"
)
_ASIDE = regex(
    r"(?:(?:who|whose|whom|which|where|when|while|as|after|before|although|though|if|because|in|on|at|from|with|by|near|for|of|to|during|under"
    r"|since|amid|despite|including|also|aged|along|together|alongside|[a-z]+ing)\b|\d+$)",
    re.IGNORECASE,
)


def finite_verb(text: str) -> re.Match[str] | None:
    """The first finite verb of a clause that has something before it to be its subject."""
    return _VERB.search(text)


def is_noun_phrase(text: str) -> bool:
    """Whether a subject is one, rather than the beginning of a sentence with a verb of its own.

    “A note left at the scene” is; “The Taliban claimed responsibility and”, “lost two outposts” and
    “The mayor visited the school” are none.
    """
    if re.search(r"\b(?:and|but|or|yet)$", text):
        return False
    head = re.split(r"\s(?:who|that|which|before|after|when|while|as|since|until)\s", text)[0]
    if re.match(
        rf"(?:{_IRREGULAR}|[a-z]{{3,}}ed|seen|known|taken|given)\s(?:by|two|the|an?|in|on)\b", head
    ):
        return False
    verb = finite_verb(head)
    while verb is not None:
        if _WITH_OBJECT.match(head, verb.end()):
            return False
        following = finite_verb("x" + head[verb.end() :])
        if following is None:
            return True
        head = "x" + head[verb.end() :]
        verb = following
    return True


def ends_in_conjunction(text: str) -> bool:
    """Whether a verb behind a text shares its subject with an earlier one: “… the school and”."""
    return _CONJUNCTION.search(text) is not None


def shared_subject(before: str) -> str | None:
    """What ends in the subject of a verb behind “and” or “but”, or None when that is not settled.

    Args:
        before: The sentence up to the second verb, quotations blanked.
    """
    end = _CONJUNCTION.search(before)
    if end is None:
        return None
    clause = re.split(r"[;:]\s|\s[–—]\s", before[: end.start()])[-1]
    parts = re.split(r"\s*(?:,(?!\d)|[“”\"()])\s*", clause)
    for back in range(len(parts) - 1, -1, -1):
        part = parts[back].strip()
        if not part or _ASIDE.match(part):
            continue
        led = re.match(r"(?:and|but|then|later|\w+ly) ", part)
        part = part[led.end() :] if led else part
        if _begins_with_verb(part):
            continue
        found = _with_verb(part)
        if found is not None:
            return ", ".join([*parts[:back], found])
        if back == len(parts) - 1 or any(finite_verb(f"x {left}") for left in parts[:back]):
            return None  # a joint subject, or a noun of what somebody conceded, claimed, saw
        return ", ".join(parts[: back + 1]) + ("," if back else "")
    return None


def _begins_with_verb(part: str) -> bool:
    found = _VERB.match(part)
    return found is not None and re.match(r"\s[a-z]+ (?:said|say)", part[found.end() :]) is None


def _with_verb(part: str) -> str | None:
    """The subject in “the mayor visited the school”; None without a verb."""
    verb = finite_verb(part)
    return None if verb is None else part[: verb.start()].strip()
