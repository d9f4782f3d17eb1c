"""What of a pasted page is the article, and what is the page's furniture.

Every line is put into one class, with the reason; nothing is thrown away, so that `--explain` can
list what was left out and an editor can disagree. The classes are found by what a line says (a list
of the phrases that news pages use), by what it looks like (a sentence, a headline, a row of links)
and by whether the very same paragraph stands in other documents.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from site_gen.importer.datelines import dateline
from site_gen.importer.headlinecues import Page, content_words
from site_gen.importer.headlines import clean_title, find_title, runners_up
from site_gen.importer.pagelines import (
    BULLET,
    DATE_WORDS,
    DAY,
    MONTHS,
    PRESENT,
    SENTENCE_END,
    class_of,
    is_heading,
    is_sentence,
    is_teaser,
    paragraph_key,
    tells_day,
    tells_of_past,
)
from site_gen.importer.paragraphs import paragraphs
from site_gen.importer.tense import tells

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

LineKind = Literal["title", "body", "furniture"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One paragraph of the supplied text."""

    number: int
    """Line in the supplied text, counted from 1; the first one when lines were hard-wrapped."""
    text: str
    kind: LineKind
    reason: str
    """Class of furniture (`navigation`, `caption` …); empty for the article itself."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A supplied text, taken apart."""

    title: str
    title_line: int
    """0 when no headline was found."""
    lines: tuple[Line, ...]
    """All paragraphs in the order of the text."""
    title_candidates: tuple[tuple[int, str], ...] = ()
    """(line, text) of those that may be it, when none is good enough."""
    byline: tuple[str, ...] = ()
    """Names after “By”, as the page gives them."""
    agencies: tuple[str, ...] = ()
    """Agencies of a closing “With reporting by …” line."""

    @property
    def body(self) -> tuple[Line, ...]:
        """The paragraphs of the article."""
        return tuple(line for line in self.lines if line.kind == "body")

    @property
    def text(self) -> str:
        """The article's paragraphs, one a line."""
        return "\n".join(line.text for line in self.lines if line.kind == "body")


_STOP = re.compile(
    r"^(?:leave (?:a |your )?(?:comments?|repl(?:y|ies))|(?:add|post|write) (?:a|your) comment.*|(?:\d+|one) (?:comments?|responses?|repl(?:y|ies)|thoughts?):?(?: (?:on|to|so far)\b.*)?"
    r"|-*\s?ends\s?-*|note from the (?:author|editor):?.*|# ?# ?#|-30-|notes? (?:to|for) editors?\b.*|for interviews?\b.*|media (?:contacts?|enquiries|inquiries):?.*|press contacts?:?.*"
    r"|your comments?|get in touch|have your say|(?:what|how) you can (?:do|help)(?: now)?"
    r"|(?:readers['’]? |user )?(?:comments?|reactions?|responses?|replies|comentarios|commentaires|réactions|kommentare|komentar) ?\(\d+\).{0,30}"
    r"|for (?:further|more) information(?:,? please)?(?: contact)?\b.*|about (?:us|the (?:authors?|organi[sz]ation))"
    r"|comments? ?(?:\(\d+\)|\d+)?(?: closed)?|related internet links|your email address will not be published.*|join the (?:conversation|discussion).*"
    r"|the comments? (?:section )?(?:is|are) .*|(?:•\s*)?\d+x\d+ image|about the authors?)$",
    re.IGNORECASE,
)
"""After such a line nothing of the article follows."""
_MORE = re.compile(
    r"^(?:more on this story|explore more on .*|most (?:read|viewed|popular).*|you (?:might|may) also (?:like|be interested).*"
    r"|related (?:posts|articles|stories|news|content|topics|coverage).*|more (?:news|stories)|more on .{3,40}:|recommended for you.*)$",
    re.IGNORECASE,
)
"""A box with links, at the end of most pages, in the middle of some."""
_AFTER_LINKS = re.compile(
    r"^(?:keep reading|read (?:more|next|also)|see also|related.*|more from.*):?$", re.IGNORECASE
)


def take_apart(text: str, *, title: str = "", elsewhere: frozenset[str] = frozenset()) -> Document:
    """Tell the article from the page around it.

    Args:
        text: The supplied text.
        title: The headline, when the page's own data give it.
        elsewhere: `paragraph_key`s of paragraphs that stand in other documents too.
    """
    page = read_page_lines(text, elsewhere)
    found, start, reasons = page.found, page.start, list(page.reasons)
    at = find_title(page, title)
    _mark_points(found, reasons, at)
    if at is not None and (at >= start or reasons[start : start + 1] == ["summary box"]):
        start = next(
            (i for i in range(at + 1, len(found)) if not reasons[i] and is_sentence(found[i][1])),
            len(found),
        )
    _mark_outside(found, reasons, start, at)
    lines: list[Line] = []
    for i, (number, line) in enumerate(found):
        if i == at:
            lines.append(Line(number=number, text=line, kind="title", reason=""))
        elif reasons[i]:
            lines.append(Line(number=number, text=line, kind="furniture", reason=reasons[i]))
        else:
            lines.append(Line(number=number, text=BULLET.sub("", line), kind="body", reason=""))
    headline = title or (found[at][1] if at is not None else "")
    return Document(
        title=clean_title(headline),
        title_line=found[at][0] if at is not None else 0,
        lines=tuple(lines),
        title_candidates=tuple(
            (found[i][0], clean_title(found[i][1])) for i in (() if headline else runners_up(page))
        ),
        byline=_byline(
            line for (_, line), why in zip(found, reasons, strict=True) if why == "byline"
        ),
        agencies=_agencies(
            line for (_, line), why in zip(found, reasons, strict=True) if why == "credit"
        ),
    )


def read_page_lines(text: str, elsewhere: frozenset[str] = frozenset()) -> Page:
    """The paragraphs of a text, with what is known of each before the headline is."""
    found = paragraphs(text)
    told = [paragraph_key(line) for _, line in found if is_sentence(line)]
    if 2 * sum(key in elsewhere for key in told) >= len(told):
        elsewhere = frozenset()  # another copy of the same article, not the same furniture
    reasons = [class_of(line, elsewhere) for _, line in found]
    _mark_boxes(found, reasons)
    _mark_teasers(found, reasons)
    _mark_captions(found, reasons)
    _mark_page_turns(found, reasons)
    start = next(
        (i for i, (_, line) in enumerate(found) if not reasons[i] and is_sentence(line)), len(found)
    )
    marked = frozenset(
        number for number, line in enumerate(text.split("\n"), 1) if re.match(r"#{1,2} \S", line)
    )
    return Page(found=found, reasons=reasons, start=start, marked=marked)


def _mark_captions(found: Sequence[tuple[int, str]], reasons: list[str]) -> None:
    """Captions that no mark betrays: they describe a picture, or are printed twice in a row."""
    sentences = [i for i, (_, line) in enumerate(found) if not reasons[i] and is_sentence(line)]
    for i, (_, line) in enumerate(found):
        if reasons[i]:
            continue
        if i and _CAPTION_LABEL.fullmatch(found[i - 1][1]):
            reasons[i - 1] = reasons[i] = "caption"
            continue
        twice = i + 1 < len(found) and paragraph_key(found[i + 1][1]) == paragraph_key(line)
        headed = any(not reasons[k] and len(found[k][1].split()) >= 4 for k in range(i))
        if twice and headed and not is_sentence(line) and len(line.split()) <= 12 and "," in line:
            reasons[i] = reasons[i + 1] = "caption"
        if i in sentences[:2] and PRESENT.search(line) and _again_with_credit(found, i):
            reasons[i] = "caption"
        if twice and i in sentences[:2] and (PRESENT.search(line) or _SHOWN.search(line)):
            reasons[i] = reasons[i + 1] = "caption"
        if is_sentence(line) and _signed_below(found, i):
            reasons[i] = "caption"
        if len(line.split()) > 40 or "“" in line or '"' in line or dateline(line)[0]:
            continue
        if (
            _beside_credit(found, reasons, i)
            and is_sentence(line)
            and _pictures(line)
            and not tells_of_past(line)
        ):
            reasons[i] = "caption"
        if not DAY.search(line) and not _WEEKDAY_END.search(line):
            continue
        early = bool(sentences) and i == sentences[0]
        bare = re.sub(r"\b(?:which|who)\b[^,]*(?:,|$)", "", line)
        bare = re.sub(r"\b(?:that|such as|following|after|during|as)\b.*", "", bare)
        dated_present = (
            PRESENT.search(bare)
            and not re.search(r"\b(?:said|says?|told|was|were|will|have|has)\b", bare)
            and not re.search(r"[.!?] [A-Z]", line)
        )
        if (
            early
            and (
                dated_present
                or (len(line.split()) < 26 and not tells(bare) and not _SET.search(bare))
            )
        ) or (
            dated_present
            and (
                re.search(rf"(?:{MONTHS})\.? \d{{1,2}}(?:, \d{{4}})?\.?$", line, re.IGNORECASE)
                or _WEEKDAY_END.search(line)
            )
        ):
            reasons[i] = "caption"
    if sum(_LABEL.match(line) is not None for _, line in found) < 3:
        _mark_before_dateline(found, reasons, sentences)
    _mark_told_again(found, reasons, sentences)


def _mark_told_again(
    found: Sequence[tuple[int, str]], reasons: list[str], sentences: Sequence[int]
) -> None:
    """A standfirst that one of the next paragraphs tells to the letter."""
    for order, i in enumerate(sentences[:2]):
        if reasons[i] or len(found[i][1].split()) < 8:
            continue
        key = paragraph_key(found[i][1])
        if any(key in paragraph_key(found[k][1]) for k in sentences[order + 1 : order + 5]):
            reasons[i] = "standfirst"


_SET = re.compile(
    r"\b(?:set|hit|put|cut|shut|burst|spread|cast|beat|split|hurt) (?:off|up|out|on|down|over|through|into|fire|an?|the|its|his|her|their|at least|some)\b"
)
"""Verbs whose past looks like their present."""
_CAPTION_LABEL = re.compile(r"(?i)\[?(?:image|photo|picture|video) (?:caption|source|credit)[,:]?")
"""“Image caption,”: what it announces is the next line."""
_SHOWN = re.compile(r"\b(?:photo|photograph|picture|image)\b|, (?:left|right|cent(?:er|re)),")
_LABEL = re.compile(r"[A-Z][A-Z.'’ -]{2,40}(?:, [\w ]{2,40})?: ")
"""Who speaks, in a transcript, which is no dateline: “ANN LEE, host: …”."""
_WEEKDAY_END = re.compile(r"\b(?:on )?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\.?$")


def _again_with_credit(found: Sequence[tuple[int, str]], at: int) -> bool:
    """Whether the next line is the same one, with an agency's name behind it."""
    line, below = found[at][1], found[at + 1][1] if at + 1 < len(found) else ""
    return below.startswith(line) and 0 < len(below[len(line) :].split()) <= 4


def _signed_below(found: Sequence[tuple[int, str]], at: int) -> bool:
    """Whether a photographer's name and the agency's stand below a line, each on a line of its own."""
    below = [line for _, line in found[at + 1 : at + 3]]
    return (
        len(below) == 2
        and re.fullmatch(r"(?:[A-Z][\w.'’-]+ ?){2,4}(?:, File)?", below[0]) is not None
        and re.fullmatch(r"(?:AP|AFP|EPA|Reuters|Getty)(?: (?:Photo|Images|File))?", below[1])
        is not None
    )


def _beside_credit(found: Sequence[tuple[int, str]], reasons: Sequence[str], at: int) -> bool:
    """Whether a picture's credit, not a whole caption, stands right before or after a line."""
    beside = [i for i in (at - 1, at + 1) if 0 <= i < len(found)]
    return any(
        (reasons[i] == "caption" and len(found[i][1].split()) <= 7)
        or (reasons[i] == "byline" and "photo" in found[i][1].lower())
        for i in beside
    )


def _pictures(line: str) -> bool:
    """Whether one sentence describes what a picture shows."""
    return PRESENT.search(line) is not None and not re.search(r"[.!?] [A-Z]", line)


def _mark_before_dateline(
    found: Sequence[tuple[int, str]], reasons: list[str], sentences: Sequence[int]
) -> None:
    """What stands before the paragraph with the agency's dateline is a standfirst or a caption."""
    for order, i in enumerate(sentences[:4]):
        length, head = dateline(found[i][1])
        formal = length and (
            re.search(r"\d|\(", head) or head.split(",")[0].strip(" —–-:").isupper()
        )
        if formal and order:
            for k in sentences[:order]:
                if len(found[k][1].split()) <= 45:
                    reasons[k] = reasons[k] or "standfirst"
        if length:
            return


_BOX = re.compile(
    r"^(?:what you need to know|what to know|key (?:points|takeaways|developments)|at a glance|in (?:short|brief|summary)"
    r"|here['’]s what (?:to|you (?:need|have) to|we) know|what we know(?: so far)?|(?:the )?main points|key (?:facts|messages)|in summary|top ?lines"
    r"|highlights|story highlights|quick facts|the latest|summary|synopsis):?$",
    re.IGNORECASE,
)


def _mark_boxes(found: Sequence[tuple[int, str]], reasons: list[str]) -> None:
    """The short lines that stand right under “What you need to know”: they tell the article twice."""
    for i, (number, line) in enumerate(found):
        if not _BOX.match(BULLET.sub("", line).strip()):
            continue
        reasons[i] = reasons[i] or "summary box"
        for k in range(i + 1, min(i + 7, len(found))):
            follows = found[k][0] == number + k - i
            if (
                not follows
                or reasons[k]
                or len(found[k][1].split()) > 25
                or dateline(found[k][1])[0]
                or (BULLET.match(found[i + 1][1]) and not BULLET.match(found[k][1]))
            ):
                break
            reasons[k] = reasons[k] or "summary box"


def _mark_points(found: Sequence[tuple[int, str]], reasons: list[str], title: int | None) -> None:
    """The points right under a headline tell the article beforehand, if there is one below them."""
    points = []
    for i in range(title + 1 if title is not None else len(found), len(found)):
        if reasons[i] or not _POINT.match(found[i][1]) or len(found[i][1].split()) > 35:
            break
        points.append(i)
    below = found[points[-1] + 1 :] if points else []
    told = [line for _, line in below if is_sentence(line) and not _POINT.match(line)]
    if len(told) > len(points) and _told_again([found[i][1] for i in points], told):
        for i in points:
            reasons[i] = "summary box"


def _told_again(points: Sequence[str], lines: Sequence[str]) -> bool:
    """Whether most of what points say is in the paragraphs, too."""
    said = content_words(" ".join(points))
    return 2 * len(said & content_words(" ".join(lines))) >= len(said)


_POINT = re.compile(r"[•▪◦‣·*–—-] ?\w")


def _mark_teasers(found: Sequence[tuple[int, str]], reasons: list[str]) -> None:
    """The first words of other articles, cut off, with their headlines above them."""
    sentences = [i for i, (_, line) in enumerate(found) if not reasons[i] and is_sentence(line)]
    for i in sentences[1:]:
        before = found[i - 1][1]
        headed = not reasons[i - 1] and not is_sentence(before) and len(before.split()) >= 3
        if is_teaser(found[i][1]) and headed:
            reasons[i - 1] = reasons[i] = "related links"


def _mark_page_turns(found: Sequence[tuple[int, str]], reasons: list[str]) -> None:
    """The catchword of a newspaper's continuation: capitals after “see page A6”."""
    for i, (_, line) in enumerate(found):
        if i and reasons[i - 1] == "page turn" and line.isupper() and len(line.split()) < 3:
            reasons[i] = reasons[i] or "page turn"


def _mark_outside(
    found: Sequence[tuple[int, str]], reasons: list[str], start: int, title: int | None
) -> None:
    """Mark what lies before the headline and after the article's end, and links in between."""
    title_key = paragraph_key(found[title][1]) if title is not None else ""
    last = start - 1
    stopped = False
    links = False
    broken = False
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
        if is_sentence(line):
            links = broken = False
            last = i
        elif links:
            reasons[i] = "related links"
        elif re.search(r"[.!?:;…\"”’)]$", line) and len(line.split()) >= 2 and not broken:
            last = i
    _mark_after(found, reasons, start, _end(found, reasons, start, last))


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
        elif len(line.split()) >= 18 and tells(line):
            row += 1
        if row == 2:
            return True
    return False


def _mark_after(
    found: Sequence[tuple[int, str]], reasons: list[str], start: int, last: int
) -> None:
    """Mark what follows the last paragraph, and headings and links before it."""
    asked = _interview(found, reasons, start, last)
    for i in range(start, len(found)):
        if reasons[i]:
            continue
        if i > last:
            reasons[i] = "after the article"
        elif i in asked:
            continue
        elif i > start and (
            is_heading(found[i][1]) or re.fullmatch(r"[-–—] .{2,60} [-–—]", found[i][1])
        ):
            reasons[i] = "subheading"
        elif (
            not is_sentence(found[i][1])
            and not SENTENCE_END.search(found[i][1])
            and len(found[i][1].split()) > 7
            and not BULLET.match(found[i][1])
            and not found[i][1].endswith((":", ";", ","))
        ):
            reasons[i] = "related links"


def _interview(
    found: Sequence[tuple[int, str]], reasons: Sequence[str], start: int, last: int
) -> frozenset[int]:
    """The questions of an interview, that speak to somebody or are answered in the first person."""
    asked = [i for i in range(start, last) if not reasons[i] and found[i][1].endswith("?")]
    spoken = sum(re.search(r"\byou\b", found[i][1]) is not None for i in asked)
    answered = sum(_IN_PERSON.search(_QUOTED.sub("", found[i + 1][1])) is not None for i in asked)
    return frozenset(asked if answered and spoken + answered >= max(2, len(asked) // 2) else ())


_IN_PERSON = re.compile(r"\b(?:I|[Ww]e|[Mm]y|[Oo]ur|us|me)\b")
_QUOTED = re.compile(r"[“\"][^“”\"]*[”\"]")
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
    while last > start and not reasons[last] and _COLOPHON.match(found[last][1]):
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


_COLOPHON = re.compile(
    r"(?:(?:[A-Z][\w.'’-]+ ){1,4}(?:(?:covers?|writes|edits|blogs|freelances|teaches|lectures|reports) (?:about|on|for|from|in|at|[a-z]+ (?:for|at))"
    r"|is (?:an? (?:product|service|publication|project|production|imprint) of|published (?:by|daily|weekly)|based in|the author of)) .+"
    r"|(?:[A-Z][\w.'’-]+ ){1,4}is an? .{3,60}\b(?:researcher|consultant|lecturer|professor|photographer|analyst|fellow|student|author)\b.*"
    r"|(?:To (?:receive|unsubscribe|subscribe|stop|get|read) (?:this|these|from|further|our|the|more|send)\b|To unsubscribe\b).*"
    r"|(?:This |The )?(?:[Ii]nterview|[Cc]onversation|[Tt]ranscript)\b.{0,60}\b(?:edited|condensed|shortened|translated)\b.*|Interview(?: by|:) [A-Z].*"
    r"|(?:Research|Reporting|Travel|Work) (?:for|on) this .{3,20} (?:was|has been) (?:funded|supported|paid|made)\b.*|(?:Exclusive |All )?rights to (?:re-?publish|reproduce|print)\b.*"
    r"|With (?:just |only )?(?:[$€£]\d+|\d+ \w+),? (?:we|you) can\b.*|[¿¡].*"
    r"|[\[(](?:\d{1,2}|\*)[)\]] \D{3,160}|\*+ ?[A-Z]\D{3,160}"
    r"|(?:Our|These|NPR) transcripts? (?:are|is|may|were)\b.*|(?:Support|Funding) (?:for .{3,40} )?comes from\b.*"
    r"|Rules for comments?\b.*|Comment(?:ing)? (?:rules|policy|guidelines)\b.*|Published in\b[^.]{3,80}\d{4}\.?"
    r"|(?:[Tt]his|[Tt]he) (?:article|story|report|piece|post|text) (?:first |originally )?(?:appeared|ran|was (?:first|originally|updated|amended|corrected|edited|translated))\b.*"
    r"|\(?(?:Names|Some names|The names?|[A-Z]\w+['’]s name) .{0,60}\b(?:changed|withheld|pseudonym)\b.*"
    r")$"
)
"""What only the last lines of a page say: of its author, its makers, its footnotes."""


def _previous(reasons: Sequence[str], at: int, start: int) -> int:
    while at > start and reasons[at]:
        at -= 1
    return at


def _byline(lines: Iterable[str]) -> tuple[str, ...]:
    names: list[str] = []
    for line in lines:
        found = re.match(r"^(?:by|written by|author):? (.+)$", line, re.IGNORECASE)
        if found:
            bare = DATE_WORDS.sub("", re.split(r"\s{2,}|[|·•]", found[1])[0])
            bare = re.split(r"\b(?:in|for|on)\b", bare)[0]
            names += [
                part.strip(" ,.")
                for part in re.split(r",| and | & ", bare)
                if len(part.strip(" ,.")) > 2
            ]
    return tuple(dict.fromkeys(names))


def _agencies(lines: Iterable[str]) -> tuple[str, ...]:
    names: list[str] = []
    for line in lines:
        found = re.match(
            r"^\(?(?:with |additional |some )*(?:reporting|files|material|information)\b.{0,12}?\b(?:by|from)\b (.+?)\.?\)?$",
            line,
            re.IGNORECASE,
        )
        if found:
            names += [
                re.sub(r"^the ", "", part.strip(" ,."))
                for part in re.split(r",\s*(?:and\s)?|\s(?:and|&)\s|;", found[1])
                if part.strip(" ,.")
            ]
    return tuple(dict.fromkeys(names))
