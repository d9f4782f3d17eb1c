"""Who a text says has said something: name, role, and through which outlet.

Only what stands in the sentence is read: a subject next to a verb of saying, or after “according
to”. These are hints for an editor's claims; nothing here asserts one.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from site_gen.importer.datelines import dateline
from site_gen.importer.notation import regex
from site_gen.importer.speakers.clauses import (
    ends_in_conjunction,
    is_noun_phrase,
    shared_subject,
)
from site_gen.importer.speakers.names import COLLECTIVE, person_or_body, plain_phrase, whole_name
from site_gen.importer.speakers.sayings import (
    ACCORDING,
    INVERTED,
    IRREGULAR_VERB,
    NO_STATEMENT,
    SAY,
    SUPPOSED,
    is_speech,
    is_statement,
)
from site_gen.importer.speakers.subjects import (
    joined,
    plain_subject,
    segments,
    subject_after,
    subject_before,
)
from site_gen.importer.tense import sentences

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


@dataclass(frozen=True, slots=True, kw_only=True)
class SpeakerMention:
    """One speaker in one paragraph."""

    line: int
    name: str
    """A person's name, or the body or group that speaks (“local officials”)."""
    role: str = ""
    verb: str = ""
    to: str = ""
    """To whom, when the text says (“RFE/RL”)."""
    via: str = ""
    """Outlet that carried it, when that is not the article's own."""


_OUTLET = r"(?:(?:the )?[A-Z][\w./'’-]*(?: (?:[A-Z][\w./'’-]*|of|the))*|reporters|journalists|a (?:\w+ ){0,3}(?:station|channel|conference|agency|briefing|broadcaster))"


def find_speakers(paragraphs: Iterable[tuple[int, str]]) -> tuple[SpeakerMention, ...]:
    """All speakers, in the order of the text; one and the same only once in a paragraph."""
    mentions: list[SpeakerMention] = []
    for line, text in paragraphs:
        seen: list[str] = []
        head = dateline(text)[0]
        text = f"{' ' * head}{text[head:]}"  # a place before the text is no part of a subject
        text = _PASTED.sub(" ", text)
        text = re.sub(r"’’|''|»", "”", text)
        text = re.sub(r"‘‘|``|«", "“", text)
        spoken = _spoken(text)  # of the paragraph: one quotation may run over several sentences
        for low, high in sentences(text):
            for mention in _in_sentence(line, text[low:high], spoken[low:high]):
                name = re.sub(r"^(?:[Tt]he|[Aa]n?) ", "", mention.name)
                if any(_same(name, other) for other in seen):
                    continue
                seen.append(name)
                mentions.append(_full_name(mention, mentions))
    return tuple(mentions)


def without_outlet(
    mentions: Iterable[SpeakerMention], names: Iterable[str]
) -> tuple[SpeakerMention, ...]:
    """Without the page's own outlet where it only “reported” what it tells: it is the source, no voice in it."""
    own = {_bare(name) for name in names if name}
    return tuple(
        mention
        for mention in mentions
        if not (
            mention.verb in ("reported", "reports", "according to") and _bare(mention.name) in own
        )
    )


def _bare(name: str) -> str:
    return re.sub(r"^the ", "", name.casefold().strip())


def _same(name: str, earlier: str) -> bool:
    """Whether a name is the one of an earlier speaker, or short for it: “the ministry”, “Lim”.

    “Police sources” are not “police”, nor “hospital officials” the “officials” of before.
    """
    new, old = name.casefold().split(), earlier.casefold().split()
    if len(new) > len(old):
        longer = name[:1].isupper() and earlier[:1].isupper() and len(old) == 1
        return (longer and old[0] in (new[0], new[-1])) and COLLECTIVE.search(earlier) is None
    head = old[: len(new)] == new and (len(old) == len(new) or name[:1].isupper())
    return head or old[-len(new) :] == new


_PASTED = regex(r"(?<=[a-z]{2}[.?!])(?=[A-Z][a-z])|(?<=[a-z]{2}[.?!][”\"])(?=[A-Z][a-z])")
"""Where a point stands without the space behind it, as between sentences of pasted text."""


def _full_name(mention: SpeakerMention, earlier: Iterable[SpeakerMention]) -> SpeakerMention:
    """“Blinken”, once “Antony Blinken” has spoken."""
    if " " in mention.name:
        return mention
    whole = {m.name for m in earlier if m.name.endswith(f" {mention.name}")}
    return replace(mention, name=whole.pop()) if len(whole) == 1 else mention


def _in_sentence(line: int, raw: str, spoken: list[bool]) -> list[SpeakerMention]:
    found: list[SpeakerMention] = []
    # Words within quotation marks are the speaker's; a verb of saying in there tells of another.
    text = "".join(
        " " if inside and raw[i] not in '"“”' and not _CLOSING.match(raw, i) else raw[i]
        for i, inside in enumerate(spoken)
    )
    text = re.sub(r"\b(?:an? )?\d{1,2}-year-old (?=[A-Z])", "", text)
    inverted_at: set[int] = set()
    # “The guards had asked for help, a nurse said”: she is who says it.
    earlier: list[SpeakerMention] = []
    for match in INVERTED.finditer(text):
        inverted_at.add(match.start("verb"))
        mention = subject_after(text[match.end() :])
        if mention:
            found.append(_mention(line, mention, match["verb"], text[match.end() :]))
        else:
            inverted_at.discard(match.start("verb"))
    for match in SAY.finditer(text):
        if not {match.start("verb"), match.start()} & inverted_at:
            before, after = text[: match.start()], text[match.end() :]
            perfect = match[0].startswith(("has ", "have ", "had "))
            mention = _who_says(match["verb"], before, after, perfect=perfect)
            if mention and not _NEVER.search(mention[0]) and is_noun_phrase(mention[0]):
                everyone = joined(before, mention)
                found += (_mention(line, who, match["verb"], after) for who in everyone)
                if re.match(r"had (?:\w+ )?(?:asked|warned|promised|ordered)\b", match[0]):
                    earlier.append(found[-1])
    found += (_mention(line, who, verb, "") for who, verb in _in_passing(text))
    told = [mention for mention in found if mention not in earlier]
    return told or found


def _who_says(
    verb: str, before: str, after: str, *, perfect: bool = False
) -> tuple[str, str] | None:
    """(name, role) of the subject of a verb of saying, or None."""
    if _PRONOUN_SAYS.search(before) or NO_STATEMENT.search(before) or SUPPOSED.search(before):
        return None
    if not is_statement(verb, before, after):
        return None
    if verb in ("asked", "declined to", "refused to") and _UNNAMED.match(after):
        return None
    if verb.startswith(("asked", "asks", "demanded")) and _PRICE.search(before):
        return None
    if verb.startswith(("call ", "calls ")) and _PLAN.search(before):
        return None
    if ends_in_conjunction(before):
        shared = shared_subject(before)
        mention = (subject_before(shared) or plain_subject(shared)) if shared else None
    else:
        mention = subject_after(after) if _closes(verb, before, after) else subject_before(before)
        if mention is None and (perfect or is_speech(verb, after)):
            mention = plain_subject(before)
        if (
            mention is None
            and verb in ("said", "says", "added")
            and not re.search(r"\b(?:he|she|it|they|who|we|i)\s*$", before, re.IGNORECASE)
            and re.search(r"[,”\"]\s*$", before)
        ):
            mention = subject_after(after)
    acts = verb.startswith(("put ", "rail", "raised", "revised", "lowered", "credit", "gave "))
    if mention and acts and not (mention[1] or _has_voice(mention[0])):
        return None  # “three more deaths raised the toll”
    return mention if mention is None or mention[0].lower() not in ("a", "an", "the") else None


_PRONOUN_SAYS = regex(r"\b(?:which|whom|who|that|what) (?:it|he|she|they)\s*$")
"""“the league, which it says is cheating”, “what it said was a song”: who “it” is stands elsewhere."""
_PLAN = regex(
    r"\b(?:rules?|recipes?|plans?|laws?|bills?|budgets?|deals?|agreements?|roadmap|schedule|designs?|job|work|phone) $"
)
"""“The plan calls for two bridges”: nobody says so."""
_PRICE = regex(
    r"\b(?:(?:half|quarter|third|part|fraction|double|percent|per cent|%)(?: of)?|twice|thrice|times|(?:more|less) than|as much as) what [^,.;:“”\"]*$",
    re.IGNORECASE,
)
"""“half of what the government asked”: a price, and no words of anybody."""
_UNNAMED = regex(
    r" (?:not to be|to (?:remain|stay|be) (?:anonymous|unnamed|un\w+|identified)|for anonymity|that (?:his|her|their|the) [\w ]{0,20}names?"
    r"|be (?:named|identified|quoted)|(?:give|disclose|reveal|state) (?:his|her|their) (?:\w+ )?(?:names?|surnames?))\b"
)
"""What somebody asked who does not want to be named, before saying something."""


def _in_passing(text: str) -> Iterator[tuple[tuple[str, str], str]]:
    """((name, role), words) of who says something without a verb of saying of their own."""
    for match in ACCORDING.finditer(text):
        mention = subject_after(text[match.end() :])
        if mention and not _RULE.search(mention[0]):
            yield mention, "according to"
    yield from _by_whom(text)
    for match in _WITH.finditer(text):
        mention = plain_phrase(match["who"])
        if mention and _has_voice(mention[0]):
            yield mention, match["verb"]
    for match in _SAYING.finditer(text):
        mention = _who_adds(text[: match.start()])
        if mention:
            yield mention, match["verb"]
    for match in _QUOTED.finditer(text):
        mention = _quoted(match, text)
        if mention:
            yield mention, "quoted as saying"
    for match in _WHAT_CALLED.finditer(text):
        mention = person_or_body(match["who"])
        if mention:
            yield mention, match["verb"]


def _who_adds(before: str) -> tuple[str, str] | None:
    """Whose words “, saying that” tells: the subject's of the clause before it, unless that says something itself."""
    clause = re.split(r"[;:]\s", before)[-1]
    if SAY.search(clause) or _TWO_VERBS.search(clause):
        return None
    shared = shared_subject(f"{before} and")
    mention = (subject_before(shared) or plain_subject(shared)) if shared else None
    return mention if mention and (mention[1] or _has_voice(mention[0])) else None


def _has_voice(name: str) -> bool:
    """Whether a name is a person's or a body's, rather than a thing's."""
    return COLLECTIVE.search(name) is not None or whole_name(name)


def _by_whom(text: str) -> Iterator[tuple[tuple[str, str], str]]:
    """Who is behind “by”: “was confirmed by a spokesman”, “the toll given by the hospital”."""
    for match in _BY.finditer(text):
        who = re.split(
            r"\s(?:that|how|why|whether|on|late|early|in an?|was|were|is|are|has|have|had|will)\s",
            text[match.end() :],
        )[0]
        mention = subject_after(who)
        if _DENIED.search(text[: match.end()]):
            continue
        if (
            mention
            and (not (match["verb"] or match["toll"]) or mention[1] or _has_voice(mention[0]))
            and not _NO_VOICE.search(mention[0])
        ):
            yield mention, match["verb"] or "told"


def _quoted(match: re.Match[str], text: str) -> tuple[str, str] | None:
    """Whom “was quoted as saying” or “quoted the minister as saying” is about."""
    if match["who"]:
        return person_or_body(match["who"]) or plain_phrase(match["who"])
    before = text[: match.start()]
    mention = subject_before(before)
    return mention if mention and is_noun_phrase(mention[0]) else None


_BY = regex(
    r"\btold by (?=[^.;]{3,60}? (?:that|how|why|whether)\b)"
    r"|(?<!not )(?<!never )(?<!n['’]t )\b(?:was|were|has been|have been|had been|is|are|being)(?: (?!not\b|yet\b|n?either\b)\w+){0,2} (?P<verb>confirmed|announced|condemned|denied|denounced|criticised|criticized|echoed|corroborated)(?: (?:to|on|in) [^,.;]{3,25})? by "
    r"|\b(?:claim|claims|statement|account|version|accusation|accusations|allegation|allegations|charge|report|suggestion)s?\b[^.;]{0,50} (?:was|were|been|is|are) (?:rejected|dismissed|disputed|denied) by "
    r"|\b(?P<toll>number|toll|figure|count|estimate|total|loss|version|account|reason|date)(?:e?s)?(?: of (?:the )?\w+)? (?:given|announced|acknowledged|admitted|reported|claimed|disputed|cited|quoted|provided|offered|put out) by "
    r"|\b(?:claim|charge|accusation|allegation|report|suggestion|version)s? (?:flatly |promptly |later |also )?(?:rejected|denied|dismissed|disputed) by "
    r"|\bdeclared (?!dead\b)(?:to [^,.;]{3,40}|[a-z]+|an? [\w ]{3,20}) by (?!acclamation|default|law|decree|popular)"
)
"""“Reporters were told by the governor that …”, “was confirmed by a spokesman”."""
_NO_VOICE = regex(
    r"\b(?:courts? of \w+|court|courts|parliament|senate|assembly|house|tests?|paper|number|order|letters?|judges?|cabinet|council|letter|radio)$",
    re.IGNORECASE,
)
"""Who convicts or votes with such a verb, rather than saying something."""
_DENIED = regex(
    r"\b(?:no|not|never|nor|neither|none|nothing|yet to|n['’]t)\b[^.,;]*$", re.IGNORECASE
)
_WITH = regex(
    r"(?:^|[,;–—]|\b(?:said|and|on|in|at|as|up|out|down|sides|there|here)) ?\bwith (?P<who>(?!(?:no|his|her|their|its|him|them|neither)\b)[^,.;:“”\"]{3,60}?)(?: (?:also|even|still))? "
    r"(?P<verb>saying|reporting|warning(?= (?:of|that)\b)|confirming|claiming|accusing|denying|insisting|blaming|alleging|arguing|estimating|complaining|calling(?= (?:it|this|them|him|her|the|for|on)\b)|describing|dismissing|urging)\b(?! (?:nothing|no|responsibility|little)\b)"
)
"""“…, with residents reporting explosions”."""
_SAYING = regex(
    r", (?P<verb>saying(?! (?:nothing|his|her|their)\b)|arguing|insisting|warning(?= that\b)|(?:adding|expressing|stating)(?= that\b)|calling(?= (?:it|this|them|him|her)\b)|(?:describing|urging|blaming|accusing)(?= (?:the|an?|his|her|its|their|him|them|it|[A-Z]\w+|[a-z]+s)\b(?! all\b)))\b"
)
_TWO_VERBS = regex(
    r"\b(?:after|before|because|as|when|while|that|who|which|where|until|since|although|though|and|but) \w+"
)
"""What leaves open who is meant by “saying”."""
_QUOTED = regex(
    r"\b(?:was|were|is|are|has been|have been) quoted (?:\w+ )?(?:(?:by|in|on|at) [^.;:“”\"]{2,60}? )?as (?:saying|telling)\b"
    r"|\b(?:quot|cit)(?:ed|es|ing) (?P<who>[^.;:“”\"]{2,80}?),? as (?:saying|telling)\b"
)
_RULE = regex(
    r"\b(?:rites?|customs?|traditions?|laws?|plan|schedule|rules?|procedures?|principles?|needs?|wishes|size|age|rank|constitution|conscience|tastes?|means|abilit(?:y|ies)|seasons?|heights?)$"
)
"""What something is done according to, and what says nothing."""
_CLOSING = regex(r"[,?!.][\"”]")


_ALSO_INVERTED = (
    "wrote",
    "writes",
    "reported",
    "reports",
    "warned",
    "explained",
    "insisted",
    "argued",
    "argues",
    "explains",
    "insists",
    "notes",
    "warns",
    "indicated",
    "specified",
    "announced",
    "confirmed",
    "stated",
    "estimates",
    "estimated",
    "deplores",
    "regrets",
)


_UNNAMED_WHO = regex(r" who (?:asked|declined|refused|requested|wished) [^,;.]*")


def _closes(verb: str, before: str, after: str) -> bool:
    """Whether who says it stands at the end, behind the verb (“…, said a statement of the army”)."""
    after = _UNNAMED_WHO.sub("", after)
    who = re.match(
        r"\s+(?:an?\b|the\b|[A-Z]|(?:[a-z]+ ){1,3}(?=[A-Z][a-z]+ [A-Z][a-z]+(?:, [“\"]|[.,])))[\w'’ .-]*(?=[,.;]|$)",
        after,
    )
    alone = len([part for part in segments(before) if part]) == 1  # “The men, wrote the judge, …”
    return (
        (verb in ("said", "says", "say") or (alone and verb in _ALSO_INVERTED))
        and re.search(r"[\w%],\s*$", before) is not None
        and who is not None
        and not re.search(
            r"\b(?:was|were|is|are|had|has|have|will|would|could|can|did|do|does|may|might|not|[a-z]{3,}ed)\b",
            who[0] if alone and after[who.end() : who.end() + 1] == "," else after,
        )
        and IRREGULAR_VERB.search(who[0].split(" who ")[0]) is None
        and not whole_name(segments(before)[-2] if len(segments(before)) > 1 else "")
    )


_NEVER = regex(
    r"^(?:said|says|told|adding)\s|\b(?:clock|sign|passport|film|movie|app|banner|poster|placard|label|song|novel|poem|legend|proverb|calendar|thermometer|gauge|graffiti)(?: (?:on|at|in|above|over|outside) .*)?$|^(?:[Hh]undreds|[Tt]housands|[Dd]ozens|[Ss]cores)$|^(?:[Nn]o|[Nn]either|[Nn]one|[Nn]or|[Nn]ot)\b|\b(?:I|he|she|they|we|who|which)$|^[Tt]he [a-z]+ (?:the|an?|his|her|their) [a-z]+$|^(?:[Ii]n|[Aa]t|[Oo]n|[Nn]ear)\s|^(?:(?:[Ee]arlier|[Ff]irst|[Ii]nitial|[Ss]ome|[Oo]ther|[Uu]nconfirmed|[Ll]ocal|[Ee]arly|[Cc]onflicting) )*[Rr]eports?$|^(?:(?:[Ee]arly|[Ii]nitial|[Ff]irst|[Pp]reliminary|[Pp]rovisional|[Rr]ough|[Ss]ome|[Oo]ther) )+(?:[Ee]stimates?|[Ff]igures|[Cc]ounts?|[Aa]ssessments?)$|\b[Bb]ureau in\b|^\w+ publishes\b|\s(?:said|says|say|told|claimed|claims|adding) (?!to\b)[\w“\"]"
)
"""What is no speaker: nobody, what somebody asked for (“the letter the mayor …”), a place (“In Logar, …, said …”), the paper's own desk."""


def _spoken(text: str) -> list[bool]:
    inside = False
    marks: list[bool] = []
    for char in text:
        if char == "“":
            inside = True
        elif char == "”":
            inside = False
        elif char == '"':
            inside = not inside
        marks.append(inside)
    return marks


def _mention(line: int, who: tuple[str, str], verb: str, after: str) -> SpeakerMention:
    to = ""
    if verb in ("told", "tells"):
        match = re.match(rf"\s*({_OUTLET})", after)
        if match:
            to = re.sub(r"\s+(?:on|by|in|that|late|early)$", "", match[1]).strip(" .,")
    via = ""
    match = re.search(r",? according to ([A-Z][\w./-]*)\b", after)
    if match and verb != "according to":
        via = match[1].rstrip(".")
    return SpeakerMention(line=line, name=who[0], role=who[1], verb=verb, to=to, via=via)


_WHAT_CALLED = regex(
    r"\b[Ww]hat (?P<who>[^,.;:“”\"]{2,60}?) (?P<verb>called|described as|termed)\b"
)
