"""Where on a page the article ends, and what of the lines around it is none of it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from site_gen.importer.notation import regex
from site_gen.importer.page.lines import (
    BULLET,
    PRESENT,
    SENTENCE_END,
    is_heading,
    is_sentence,
    paragraph_key,
    tells_day,
)
from site_gen.importer.tense import tells

if TYPE_CHECKING:
    from collections.abc import Sequence

_STOP = regex(
    r"^(?:leave (?:a |your )?(?:comments?|repl(?:y|ies))|(?:add|post|write) (?:a|your) comment.*|(?:\d+|one) (?:comments?|responses?|repl(?:y|ies)|thoughts?):?(?: (?:on|to|so far)\b.*)?"
    r"|-*\s?ends?\s?-*|recommended actions?|take action(?: now)?|act now|note from the (?:author|editor):?.*|# ?# ?#|-30-|notes? (?:to|for) editors?\b.*|for interviews?\b.*|media (?:contacts?|enquiries|inquiries):?.*|press contacts?:?.*"
    r"|your comments?|get in touch|have your say|(?:what|how) you can (?:do|help)(?: now)?"
    r"|(?:readers['’]? |user )?(?:comments?|reactions?|responses?|replies|comentarios|commentaires|réactions|kommentare|komentar) ?\(\d+\).{0,30}"
    r"|for (?:further|more) information(?:,? please)?(?: contact)?\b.*|about (?:us|the (?:authors?|organi[sz]ation))"
    r"|comments? ?(?:\(\d+\)|\d+)?(?: closed)?|related internet links|your email address will not be published.*|join the (?:conversation|discussion).*"
    r"|(?:the )?comments? (?:section )?(?:is|are) .*|(?:•\s*)?\d+x\d+ image|about the authors?)$",
    re.IGNORECASE,
)
"""After such a line nothing of the article follows."""

_MORE = regex(
    r"^(?:more on this story|explore more on .*|most (?:read|viewed|popular).*|you (?:might|may) also (?:like|be interested).*"
    r"|related (?:posts|articles|stories|news|content|topics|coverage).*|(?:more|other) (?:news|stories|headlines):?|more on .{3,40}:|recommended for you.*)$",
    re.IGNORECASE,
)
"""A box with links, at the end of most pages, in the middle of some."""

_AFTER_LINKS = regex(
    r"^(?:keep reading|read (?:more|next|also)(?: (?:from|on|about|in|by) .{2,40})?|see also|related.*|more from.*):?$",
    re.IGNORECASE,
)


def mark_outside(
    found: Sequence[tuple[int, str]], reasons: list[str], start: int, title: int | None
) -> None:
    """Mark what lies before the headline and after the article's end, and links in between."""
    title_key = paragraph_key(found[title][1]) if title is not None else ""
    last = start - 1
    stopped = False
    links = False
    broken = False
    cut = _cut_off(found, reasons)
    for i, (_, line) in enumerate(found):
        bare = BULLET.sub("", line).strip()
        if i == title:
            continue
        if i < start:
            reasons[i] = reasons[i] or (
                "headline again" if paragraph_key(line) == title_key else "before the article"
            )
            continue
        if last >= start and (
            _STOP.match(bare) or (_MORE.match(bare) and not _goes_on(found, reasons, i))
        ):
            stopped = True
        elif _MORE.match(bare):
            links = True
        if stopped:
            reasons[i] = reasons[i] or "after the article"
            continue
        if _AFTER_LINKS.match(bare):
            links = True
        if reasons[i]:
            broken = broken or reasons[i] in (
                "navigation",
                "share and subscribe",
                "consent and terms",
            )
            continue
        if is_sentence(line) or i == cut:
            links = broken = False
            last = i
        elif links:
            reasons[i] = "related links"
        elif re.search(r"[.!?:;…\"”’)]$", line) and len(line.split()) >= 2 and not broken:
            last = i
    _mark_after(found, reasons, start, _end(found, reasons, start, last), cut)
    _mark_readers(found, reasons, start)


def _mark_readers(found: Sequence[tuple[int, str]], reasons: list[str], start: int) -> None:
    """What readers wrote below an article, when no heading says so: they speak for themselves, in a report that does not."""
    body = [i for i in range(start, len(found)) if not reasons[i]]
    for order, i in enumerate(body):
        line = found[i][1]
        if order < 3 or _SPOKEN.search(line) or not _READER.search(line):
            continue
        before = " ".join(_QUOTED.sub("", found[k][1]) for k in body[:order])
        rest = [found[k][1] for k in body[order:]]
        if not re.search(r"\b(?:I|my|My)\b", before) and not any(
            _SPOKEN.search(each) for each in rest
        ):
            for k in body[order:]:
                reasons[k] = "comments"
        return


_READER = regex(
    r"(?i)\b(?:(?:nice|great|good|excellent|interesting|sad|biased) (?:article|piece|report|story|post|write-?up)\b|thanks? (?:you )?for (?:posting|sharing|(?:this|the|your)(?: \w+)? (?:article|report|story|post|share))|your (?:site|blog|posts?)\b"
    r"|shame on (?:you|the|them|our|this|those)|may (?:god|allah)\b|god bless|r\.?i\.?p\b|lol\b|in my (?:humble )?opinion|i (?:totally |fully |strongly )?(?:agree|disagree) with"
    r"|you (?:people|guys|forgot|are wrong|should have)\b|this (?:article|author|writer|journalist) (?:is|has|forgot|should))|!!+|\?\?+"
)
_SPOKEN = regex(r"[“”\"]|\b(?:said|says|told|according to)\b")


def _cut_off(found: Sequence[tuple[int, str]], reasons: Sequence[str]) -> int:
    """Index of a last line that breaks off within a sentence of the article, as a text cut to a length does; -1 for none."""
    at = len(found) - 1
    if at < 3 or reasons[at] or reasons[at - 1] or not is_sentence(found[at - 1][1]):
        return -1
    line = found[at][1]
    if re.search(r"[.!?…:\"”’)\]|]$", line) or len(line.split()) < 4:
        return -1
    small = len(_SMALL.findall(line))
    opened = line.count("“") > line.count("”") or line.count('"') % 2 == 1
    begun = _BEGUN.match(line) is not None
    return (
        at
        if opened
        or _LEFT_OPEN.search(line)
        or (begun and small >= 2 and _FINITE.search(line) and len(line.split()) >= 6)
        else -1
    )


_SMALL = regex(
    r"\b(?:the|an?|of|was|were|is|are|had|has|have|that|his|her|their|its|be|been|who|which|as|said)\b"
)
_LEFT_OPEN = regex(
    r"\b(?:the|an?|of|and|or|to|that|who|which|is|was|were|are|has|had|have|with|by|from|in|at|for|as|than|when|while|but|into|over|after|before|about|between|against|its|his|her|their)$"
)
_FINITE = regex(r"\b(?:was|were|is|are|had|has|have|said|been|did|came|took|went)\b")
_BEGUN = regex(
    r"(?:The|An?|He|She|They|It|We|His|Her|Their|In|On|At|But|However|Meanwhile|Earlier|Last|According|Mr|Mrs|Ms|Dr|Local|Some|Many|This|That|These|There|When|While|After|Since)\b"
)
"""How a sentence begins, and a headline hardly ever does."""


_TO_YOU = regex(r"\b(?:[Yy]ou|[Yy]our|us|[Pp]lease)\b(?![^“]*”)")


def _goes_on(found: Sequence[tuple[int, str]], reasons: Sequence[str], at: int) -> bool:
    """Whether two long paragraphs in a row follow a box with links, as no list of links has them."""
    row = 0
    for i in range(at + 1, len(found)):
        line = found[i][1]
        if _STOP.match(line):
            return False
        if reasons[i]:
            continue
        if not is_sentence(line):
            row = 0
        elif len(line.split()) >= 15 and tells(line) and not _TO_YOU.search(line):
            row += 1
        if row == 2:
            return True
    tail = [i for i in range(at + 1, len(found)) if not reasons[i]]
    return (
        row == 1
        and len(tail) > 2
        and tail[-1] == len(found) - 1
        and all(not is_sentence(found[i][1]) for i in tail[:-1])
    )


def _mark_after(
    found: Sequence[tuple[int, str]], reasons: list[str], start: int, last: int, cut: int
) -> None:
    """Mark what follows the last paragraph, and headings and links before it."""
    asked = _interview(found, reasons, start, last)
    for i in range(start, len(found)):
        if reasons[i]:
            continue
        if i > last:
            reasons[i] = "after the article"
        elif i in asked or i == cut:
            continue
        elif i > start and is_heading(found[i][1]):
            reasons[i] = "subheading"
        elif (
            not is_sentence(found[i][1])
            and not SENTENCE_END.search(found[i][1])
            and len(found[i][1].split()) > 7
            and not BULLET.match(found[i][1])
            and not found[i][1].endswith((":", ";", ","))
            and not _without_point(found, reasons, i)
        ):
            reasons[i] = "related links"


def _without_point(found: Sequence[tuple[int, str]], reasons: Sequence[str], at: int) -> bool:
    """Whether a line between two paragraphs is one that lost its full stop, rather than a link."""
    line = found[at][1]
    shown = re.search(r"\b(?:is|are)\b", line) or PRESENT.search(line)
    begun = not shown and _BEGUN.match(line) and len(_SMALL.findall(line.lower())) >= 2
    quoted = re.match(r"[“\"].*,[”\"] ", line)
    return bool(
        (begun or quoted) and tells(line) and not reasons[at - 1] and is_sentence(found[at - 1][1])
    )


def _interview(
    found: Sequence[tuple[int, str]], reasons: Sequence[str], start: int, last: int
) -> frozenset[int]:
    """The questions of an interview, that speak to somebody or are answered in the first person."""
    asked = [i for i in range(start, last) if not reasons[i] and found[i][1].endswith("?")]
    spoken = sum(re.search(r"\byou\b", found[i][1]) is not None for i in asked)
    answered = sum(_IN_PERSON.search(_QUOTED.sub("", found[i + 1][1])) is not None for i in asked)
    return frozenset(asked if answered and spoken + answered >= max(2, len(asked) // 2) else ())


_IN_PERSON = regex(r"\b(?:I|[Ww]e|[Mm]y|[Oo]ur|us|me)\b")

_QUOTED = regex(r"[“\"][^“”\"]*[”\"]")

_ENDS = frozenset(
    (
        "navigation",
        "related links",
        "share and subscribe",
        "consent and terms",
        "credit",
        "author box",
        "comments",
        "time stamp",
        "date line",
        "after the article",
    )
)


def _end(found: Sequence[tuple[int, str]], reasons: Sequence[str], start: int, last: int) -> int:
    """Index of the last paragraph, without scraps that look like sentences behind it.

    A comment, a teaser or a notice of a line or two, between lines of furniture, is no last paragraph;
    it names no day.
    """
    while (
        last > start
        and not reasons[last]
        and (_COLOPHON.match(found[last][1]) or _SIGNED.fullmatch(found[last][1]))
        and (not _TOLD.search(found[last][1]) or _UNDER_HEADLINE.search(found[last][1]))
    ):
        last = _previous(reasons, last - 1, start)
    at = last
    scraps = 0
    while at > start and not reasons[at]:
        line = found[at][1]
        scraps += len(line.split())
        if len(line.split()) > 14 or scraps > 30 or tells_day(line):
            return last
        at -= 1
    gap = at
    between = 0
    while gap > start and (reasons[gap] in _ENDS or is_heading(found[gap][1])):
        between += reasons[gap] in _ENDS
        gap -= 1
    return last if between < 2 else _end(found, reasons, start, _previous(reasons, gap, start))


_TOLD = regex(r"[“”\"]|, (?:[\w’'-]+ ){1,4}(?:said|says|added|claims?|told \w+)\.$")
"""“Until Thursday the ferry will run, too, the mayor said”: of the article after all."""
_UNDER_HEADLINE = regex(r"\b(?:under|with) the (?:headline|title)\b|\bprint edition\b")
_SIGNED = regex(r"(?:[A-Z][\w.'’-]* ){1,3}[A-Z][\w'’-]+")
"""Whose letter it is: “J. Halloran”."""
_COLOPHON = regex(
    r"(?:(?:[A-Z][\w.'’-]+ ){1,4}(?:(?:covers?|writes|edits|blogs|freelances|teaches|lectures|reports) (?:about|on|for|from|in|at|[a-z]+ (?:for|at))"
    r"|is (?:an? (?:product|service|publication|project|production|imprint) of|based in|the author of)) .+"
    r"|(?:[A-Z][\w.'’-]+ ){1,4}is an? .{3,60}\b(?:researcher|consultant|lecturer|professor|photographer|analyst|fellow|student|author)\b.*"
    r"|(?:To (?:receive|unsubscribe|subscribe|stop|get|read) (?:this|these|from|further|our|the|more|send)\b|To unsubscribe\b).*"
    r"|(?:This |The )?(?:[Ii]nterview|[Tt]ranscript)\b.{0,60}\b(?:edited|condensed|shortened|translated)\b.*"
    r"|[¿¡].*|[\[(](?:\d{1,2}|\*)[)\]] \D{3,160}"
    r"|Rules for comments?\b.*|Published in\b[^.]{3,80}\d{4}\.?|You (?:get|receive|are receiving|got|received|have received) this\b.*"
    r"|(?:[Tt]his|[Tt]he) (?:article|story|report|piece|post|text) (?:first |originally |also )?(?:appear(?:s|ed)|runs?|ran|was (?:first|originally|updated|amended|corrected|edited|translated))\b.*"
    r"|For (?:media|press|interview) (?:inquiries|enquiries|queries|requests)\b.*|(?:Correction|Clarification|CORRECTION|CLARIFICATION|Editor['’]s note)(?:,? [^:]{2,20})?: .*"
    r"|(?:The )?[Nn]ext (?:letter|issue|week|month|dispatch|edition|instal?lment)(?: in [^:]{2,40})?: .*|Yours(?: (?:sincerely|truly|ever|faithfully))?,?|(?:Best|Kind|Warm) (?:wishes|regards),?|Sincerely,?"
    r"|(?:[A-Z][\w.'’-]+ ){1,5}is (?:an? )?(?:independent (?:organi[sz]ation|non)|non-?profit|charity)\b.*"
    r"|(?:The |All )?(?:[Oo]pinions|[Vv]iews) (?:in|of|expressed)\b.*\b(?:own|authors?|writers?)\b.*"
    r"|(?:\S+ ){0,25}[\w.+-]+@[\w-]+\.[\w.]+(?: \S+){0,8}"
    r"|(?:Translated|Adapted|Abridged|Reprinted|Republished|Excerpted|Extracted) (?:from|by|with)\b.*"
    r")$"
)
"""What only the last lines of a page say: of its author, its makers, its footnotes."""


def _previous(reasons: Sequence[str], at: int, start: int) -> int:
    while at > start and reasons[at]:
        at -= 1
    return at
