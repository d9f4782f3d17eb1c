"""Whose verb it is: the subject before or behind a verb of saying."""

from __future__ import annotations

import re

from site_gen.importer.notation import regex
from site_gen.importer.speakers.clauses import finite_verb, is_noun_phrase
from site_gen.importer.speakers.names import (
    COLLECTIVE,
    NAME,
    NAME_WORD,
    NO_SUBJECT,
    ROLE_WORD,
    body_named,
    named_person,
    person_of_body,
    person_or_body,
    plain_phrase,
    role_in,
    strip_lead,
    strip_time,
    whole_name,
    without_title,
)


def plain_subject(text: str) -> tuple[str, str] | None:
    """A speaker of whatever kind that ends right before a verb of saying: “my sister”, “travellers”."""
    parts = segments(_without_occasion(text))
    if not parts or not parts[-1]:
        return None
    last = strip_time(parts[-1])
    clause = re.split(
        r"\b(?:that|as|when|because|while|although|though|but|and|after|before|since|where|which|what|if|than)\s+(?=\S)",
        last,
    )
    relative = re.fullmatch(r"(.{3,40}?)\s(?:who|which|that)\s.+", last)
    return plain_phrase(relative[1] if relative else clause[-1])


def segments(text: str) -> list[str]:
    """The parts of a sentence between commas and the like."""
    return [
        part.strip(" —–-")
        for part in re.split(r"\s*(?:,(?!\d{3}\b)|[;“”\"()]|:(?!\d))\s*|\s+[—–-]{1,2}\s+", text)
    ]


def subject_before(text: str) -> tuple[str, str] | None:
    """(name, role) of the subject that ends right before a verb of saying."""
    text = _without_occasion(text)
    short = re.search(
        r" \([A-Z][A-Za-z/.&-]{1,9}\)(?=,?\s*$|\s[a-z]+\s*$| (?:(?:earlier )?(?:last|this) \w+|on \w+day|in [A-Z]\w+)\s*$)",
        text,
    )  # a body's abbreviation
    whole = text[: short.start()] + text[short.end() :] if short else text
    return _subject_of(whole) or (_subject_of(text) if short else None)


_OCCASION = regex(
    r" (?:(?:in|during) (?:an?|his|her|their) (?:[\w-]+ ){0,3}(?:interview|talk|conversation|chat|call) with|in (?:reaction|response|reply|answer) to) [^,;:“”\"]{2,50}$"
)
"""What may stand right before the verb: “the mayor in an interview with Radio Lal said”."""


def _without_occasion(text: str) -> str:
    """What ends in the subject itself, with a comma where a role stands behind the name."""
    occasion = _OCCASION.search(text)
    if occasion is None:
        return text
    before = segments(text[: occasion.start()])
    named = len(before) > 1 and whole_name(strip_lead(before[-2]))
    return text[: occasion.start()] + (", " if named else " ")


def _subject_of(text: str) -> tuple[str, str] | None:
    parts = segments(text)
    closed = bool(parts) and parts[-1] == ""
    while parts and parts[-1] == "":
        parts.pop()
    if not parts:
        return None
    if not closed:
        last = strip_time(parts[-1])
        relative = re.search(r"\b(?:that|who|which) (?!(?:the|a|an|he|she|it|they)\b)[a-z]", last)
        if relative and COLLECTIVE.search(last[: relative.start()]):
            last = last[: relative.start()].strip()
        if len(parts) == 1 or not re.match(
            r"^(?:who|whom|which|whose|in|on|at|from|speaking|citing|including|also)\b", last
        ):
            return _in_apposition(parts, last)
    # The verb follows a comma: “Name, role, said” or “The role, Name, said”.
    aside = len(parts) > 1 and _ASIDE.fullmatch(parts[-1]) is not None
    if aside:
        parts.pop()
    tail = parts[-1]
    if aside and len(parts) == 1:
        tail = re.split(r"\b(?:that|as|when|because|while|although)\s+(?=\S)", tail)[-1]
        return person_or_body(tail) or plain_phrase(tail)
    other = re.fullmatch(
        r"(?:which|whom|who) ((?:(?:the|an?|his|her|their|some|many) )?(?:[\w-]+ ){0,2}(?!sometimes|always|afterwards|besides)(?:[a-z]{3,}s|police))",
        tail,
    )
    if other and not closed and not NO_SUBJECT.search(other[1]) and is_noun_phrase(other[1]):
        return person_or_body(other[1]) or plain_phrase(other[1])
    if len(parts) > 1 and re.match(r"(?:who|whose|which)\b", tail):
        return _before_who(parts)
    if len(parts) > 1 and re.fullmatch(NAME_WORD, tail) and _KIN.match(strip_lead(parts[-2])):
        return (tail, role_in(strip_lead(parts[-2])))
    return _by_comma(parts)


def _in_apposition(parts: list[str], last: str) -> tuple[str, str] | None:
    """“Idris Jibo, a resident of Gida said”: the one who is named, or whoever the last part names."""
    named = strip_lead(parts[-2]) if len(parts) > 1 else ""
    run_on = re.fullmatch(rf"({NAME.pattern}) (an? .+)", last)
    if run_on and whole_name(run_on[1]) and _SOMEBODY_OF.match(run_on[2]):
        return (run_on[1], role_in(run_on[2]))  # “Gul Bibi a baker in Lal told”
    if _SOMEBODY_OF.match(last) and whole_name(named) and not _WHEN.match(named):
        return (without_title(named), role_in(last))
    return person_or_body(last)


_ASIDE = regex(
    r"(?:(?:via|through) (?:his|her|its|their|the|an?) .*|on the other hand|for (?:instance|example|one)|by contrast|in turn|of course|too|as well|meanwhile|however|for (?:his|her|its|their) part"
    r"|in (?:a|an|his|her|its|their) (?:\w+ ){0,3}(?:statement|interview|tweet|post|message|letter|briefing|speech|report|bulletin|complaint|petition|ruling|verdict|sermon|address)(?: (?:to|of|on|with|for|from|by|published|sent|dated) .*)?"
    r"|(?:in|at|during|after|following) (?:(?:an?|the|his|her|its|their) )?(?:\w+ ){0,3}(?:meeting|talks?|conversation|call|discussion|session|audience|interview) with .*"
    r"|(?:also )?(?:quoting|citing|speaking|talking) .*"
    r"|(?:seen|obtained|published|released|issued|posted|dated|signed|carried|reviewed|read out|written|sent|leaked|broadcast|carried out|conducted|commissioned|funded|compiled|prepared|drafted|reached|contacted|interviewed) (?:by|in|on|from|to|as|at|last|this|late|early)\b.*"
    r")",
    re.IGNORECASE,
)
"""What may stand between a subject and its verb, within commas."""
_KIN = regex(
    r"(?:[Aa]n?|[Oo]ne|[Tt]he|[Hh]is|[Hh]er|[Tt]heir|[Mm]y|[Oo]ur|[Aa]nother|[A-Z]\w+['’]s?) (?:[\w-]+ ){0,3}[a-z]{3,}$"
)


_SOMEBODY_OF = regex(
    r"(?:[Aa]n?|[Oo]ne|[Aa]nother) (?:[\w-]+ ){0,2}(?:[a-z]{2,}(?:er|or|ist|ian|ant|eer|yst|man|woman)|resident|nurse|official|witness|clerk|nun|monk|priest|chief)(?: (?:with|for|of|from|at|in) |$)"
)


_PEOPLE_OF = regex(
    r"(?:[A-Z]?[a-z]+ )?[A-Z]?[a-z]+s (?:of|in|from|at|near) (?:the )?[A-Z][\w’'-]*(?: [A-Z][\w’'-]*)?"
)


def _before_who(parts: list[str]) -> tuple[str, str] | None:
    """(name, role) of whom the last part, “who heads the miners' union”, tells."""
    whole = strip_lead(parts[-2])
    if _PEOPLE_OF.fullmatch(whole):
        return plain_phrase(whole)  # “Elders from Lal, who …”
    if parts[-1].startswith("who ") and _SOMEBODY_OF.match(whole) and finite_verb(whole) is None:
        return named_person(whole) or plain_phrase(whole)  # “A volunteer with the Lawyers, who …”
    if len(parts) > 2 and re.match(r"(?:an?|the|one|his|her|their|its|\d+) |\d+$", parts[-2]):
        named = re.search(rf"(?:^|\s)({NAME.pattern})$", parts[-3])
        if named and whole_name(named[1]):
            return (without_title(named[1]), role_in(parts[-2]))
    found = _described(strip_lead(parts[-2])) or _by_comma(parts)
    if found and not found[1] and whole_name(found[0]):
        return (found[0], role_in(parts[-1]))
    return found


def _described(text: str) -> tuple[str, str] | None:
    """Of whom a relative clause tells: “Senator Ann Lee, who …”, “his wife, who …”, “the guards' boss, who …”."""
    verb = finite_verb(text)
    if verb and whole_name(text[verb.end() :].strip()):
        return (without_title(text[verb.end() :].strip()), "")  # “sentenced Ann Lee, who said”
    tail = re.split(
        r"\b(?:those of|by|from|with|to|for|as|that|when|while|and|but|after|before|against|including|alongside|behind|said|says|told)\s+(?=\S)",
        text,
    )[-1]
    body = body_named(tail)
    return named_person(tail) or ((body, "") if body else plain_phrase(tail))


_POST = regex(
    r"(?:an?|the) (?:[\w-]+ ){1,3}(?:of|at|in|with|from) (?:the )?[A-Z]|(?:[a-z-]+ ){1,3}(?:of|at|in) (?:the )?[A-Z]|who (?:[\w-]+ ){1,6}(?:at|in|of|near) (?:the )?[A-Z]"
)
_WHEN = regex(
    r"(?:In|At|On|From|Near|For|By|To|As|After|Before|During|Since|Last|Next|Late|Early|This|That)\b|.*\b(?:\w+day|January|February|March|April|May|June|July|August|September|October|November|December)\b"
)


def _by_comma(parts: list[str]) -> tuple[str, str] | None:
    tail = parts[-1]
    first = strip_lead(parts[-3]) if len(parts) > 2 else ""
    begins = len(parts) == 3 or (len(parts) == 4 and " " not in parts[0])
    if (
        begins
        and whole_name(first)
        and not parts[-3].startswith("The ")
        and _POST.match(parts[-2])
        and not _WHEN.match(first)
        and len(tail.split()) <= 2
        and not ROLE_WORD.match(tail)
    ):
        # “Musa Bello, a teacher at Kuru High School, Birnin Kuru”: the last is where.
        return (without_title(first), role_in(parts[-2]))
    if whole_name(tail) and len(parts) > 1:
        role = strip_lead(parts[-2])
        return (without_title(tail), role_in(role) if ROLE_WORD.search(role) else "")
    for back in range(2, min(6, len(parts)) + 1):
        name = strip_lead(parts[-back])
        if whole_name(name):
            return (without_title(name), role_in(" ".join(parts[len(parts) - back + 1 :])))
        named = named_person(name)
        if named:
            extra = parts[len(parts) - back + 1]
            return (named[0], named[1] or role_in(extra))
    first = strip_lead(parts[-2]) if len(parts) > 1 else ""
    if (
        re.match(r"an? ", tail)
        and COLLECTIVE.search(tail)
        and re.match(r"(?:[Tt]he )?[A-Z]", first)
        and not _WHEN.match(first)
        and finite_verb(f"x {first}") is None
    ):
        return (first, "")  # “The Lal Watch, a group that counts loaves, said”
    for back in range(1, min(4, len(parts)) + 1):
        body = body_named(parts[-back])
        if (
            body
            and not re.match(
                r"^(?:who|which|including|especially|among|in|on|at|from|with|near)\b", parts[-back]
            )
            and (back > 1 or not re.match(r"^(?:a|an|the) ", parts[-back]))
        ):
            return (body, "")
    return None


_LEFT_OF_AND = regex(r",?\s+and\s+(?P<role>[^;:“”\"]{0,60}?)$")


_LISTED = regex(
    r"(?:^|[.;:–—“”\"] |\b(?:but|while|that|as|because|although|, and) )(?P<all>(?:(?:the |[Tt]he |some )?[\w'’-]+(?: [\w'’-]+){0,2}, ){1,4}(?:(?:the |some )?[\w'’-]+(?: [\w'’-]+){0,2})),?\s+and\s+(?:the )?$"
)
"""“Drivers, conductors and …” before the last of those who speak."""


def _can_speak(each: str) -> bool:
    """Whether a short phrase of a list names people or bodies, rather than when and where."""
    last = each.rsplit(maxsplit=1)[-1]
    return (
        COLLECTIVE.search(last) is not None
        or re.search(r"(?:[^s']s|men|women|people)$", last) is not None
    )


_IN_SUBJECT = regex(r"\b(?:of|by|with|to|from|between|for|at|near|against|in|on|than|that|as)\s")


def joined(before: str, who: tuple[str, str]) -> list[tuple[str, str]]:
    """All who share a verb: “Ann Lee and Bo Dahl” are two, “Syria and Russia” is one name.

    Args:
        before: The sentence up to the verb.
        who: (name, role) of the subject that stands nearest to it.
    """
    at = before.rfind(who[0])
    listed = (
        _LISTED.search(before[:at]) if at > 0 and not who[1] and not whole_name(who[0]) else None
    )
    if listed and all(_can_speak(each) for each in re.split(r",\s+", listed["all"])):
        return [(f"{listed['all']} and {who[0]}", "")]
    left = _LEFT_OF_AND.search(before[:at]) if at > 0 else None
    if left is None or finite_verb(f"x {left['role']}"):
        return [who]
    parts = segments(before[: left.start()])
    while len(parts) > 1 and re.match(r"(?:who|whose|which|an?|the|his|her)\b", parts[-1]):
        parts.pop()  # “Imre Varga, who commands the garrison, and his deputy”
    first = strip_lead(parts[-1])
    if not first or finite_verb(f"x {first}") or _WHEN.match(first):
        return [who]
    of_both = re.fullmatch(
        r"((?:[Tt]he |[Ss]ome )?(?:[\w-]+ ){0,2}[\w-]+s) of (?:the )?[A-Z][\w-]+", first
    )
    if of_both and not who[1] and re.match(r"(?:the )?[A-Z]", who[0]):
        return [(f"{first} and {who[0]}", "")]  # “the prime ministers of Latvia and Estonia”
    person = named_person(first)
    if person and (" " in person[0] or person[1]) and not COLLECTIVE.search(person[0]):
        name_only = first.removesuffix(person[0])
        alike = whole_name(who[0]) or who[1]
        return [person, who] if alike and not _IN_SUBJECT.search(name_only) else [who]
    if len(parts) == 1 and COLLECTIVE.match(first) and not who[1] and not whole_name(who[0]):
        return [(f"{first} and {who[0]}", "")]  # “Lawyers for the family and a rights group”
    body = re.fullmatch(
        r"(?:(?:[Tt]he|[Ss]ome|[Ll]ocal|[Ss]everal) )?(?:[\w-]+ ){0,3}[\w-]+|(?:[Tt]he|[Aa]n?) [\w-]+ of (?:an?|the) [\w-]+",
        first,
    )
    speaks = _can_speak(first) or re.match(r"(?:The |the )?[A-Z]", first)
    alone = not _IN_SUBJECT.search(f"{first} ")
    if body and speaks and not who[1] and not left["role"] and alone:
        return [(f"{first} and {who[0]}", "")]
    return [who]


def subject_after(text: str) -> tuple[str, str] | None:
    """(name, role) of the subject right after a verb of saying or “according to”."""
    text = re.sub(
        r"(?<=[a-z]) \([A-Z][A-Za-z/.&-]{1,9}\)(?= [A-Z]| of\b| (?:officials?|staff|sources?|spokes\w+|reports?|team|data)\b)",
        "",
        text,
    )
    parts = segments(
        re.split(r"(?<=[a-z]{4})\.\s|\.$|\bwho\b|\bwhich\b|\bas\b|\bwhen\b|\bafter\b", text)[0]
    )
    if not parts or not parts[0]:
        return None
    head = strip_time(parts[0])
    if not named_person(head):
        head = strip_time(
            re.split(
                r"\s(?:in|on|at|by|from|late|early|to|during)\s(?=[A-Zat\d]|(?:its|his|her|their)\s)",
                parts[0],
            )[0]
        )
    head = re.sub(r"\s(?:quoted|cited|compiled|published|released|issued)$", "", head)
    of_body = person_of_body(parts[0])
    if of_body:
        return of_body
    named = named_person(head)
    if named:
        role = named[1]
        if (
            not role
            and len(parts) > 1
            and (ROLE_WORD.search(parts[1]) or re.match(r"^(?:an?|the|one) ", parts[1]))
        ):
            role = role_in(parts[1])
        return (named[0], role)
    if len(parts) > 1 and whole_name(parts[1]) and ROLE_WORD.search(head):
        return (without_title(parts[1]), role_in(head))
    body = body_named(head)
    return (body, "") if body else plain_phrase(parts[0]) or plain_phrase(head)
