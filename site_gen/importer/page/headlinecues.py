"""What speaks for or against a line of a page as its headline: cues with names, which `headlines` weighs."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from site_gen.importer.datelines import dateline
from site_gen.importer.notation import regex, words
from site_gen.importer.page.headlineshapes import (
    COVERS,
    KIND_OF_REPORT,
    LABEL,
    MOTTO,
    NAME_AND_PLACE,
    NAMES,
    PAPER,
    REPORT,
    SERIES,
    WEEKDAY,
    is_name,
    shape_cues,
)
from site_gen.importer.page.lines import DATE_WORDS, is_sentence, paragraph_key
from site_gen.parsing.gazetteer import fold

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

_STOPWORDS = frozenset(
    words(
        """
    the a an of to in on at for with from by and or as is are was were be has have had not but
    after before over into near amid says say said will its it his her their they this that than
    more what how why who
    """
    )
)


@lru_cache(maxsize=256)
def content_words(text: str) -> frozenset[str]:
    """The first letters of the words that carry what a line is about."""
    return frozenset(w[:5] for w in fold(text).split() if w not in _STOPWORDS and len(w) > 2)


_LINKS_BELOW = regex(
    r"(?i)(?:most (?:read|viewed|popular|shared)|trending|top stor|latest|breaking|read (?:also|more|next)|also (?:in|read)|related|more (?:from|on|news|stories)"
    r"|see also|you may|recommended|don.t miss|in other news|editor.s pick|popular|starred|all items|key (?:events|moments)|headlines|contents)"
)
"""A heading under which other articles are named."""

_TEMPTING = frozenset({"", "standfirst", "date line", "related links", "navigation", "caption"})

_CLOSING = frozenset({"comments", "consent and terms", "credit", "author box"})
"""What stands below an article."""

_SURE = frozenset({"byline", "date line", "time stamp"})

_WINDOW = 150
"""Lines before the article among which its headline is looked for."""

_LEAD = 30
"""Words above which a paragraph is the article's first one, no notice or standfirst above the headline."""

LONGEST = 35
"""Words that a headline has at most."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """The paragraphs of a page, as far as they are known when its headline is looked for."""

    found: Sequence[tuple[int, str]]
    reasons: Sequence[str]
    start: int
    """The first paragraph that reads like running text."""
    marked: frozenset[int] = frozenset()
    """Lines of the text that are marked as headings."""
    apart: frozenset[int] = frozenset()
    """Lines of names with room between them: sections, topics."""

    def sentences(self) -> list[int]:
        """The first paragraphs of running text, among which a standfirst or a caption may be."""
        return [
            i
            for i, (_, line) in enumerate(self.found)
            if not self.reasons[i] and len(line.split()) >= 8 and is_sentence(line)
        ]


@dataclass(slots=True, kw_only=True)
class Candidate:
    """A line that may be the headline."""

    at: int
    cues: set[str]
    share: float
    firm: bool


def candidates(page: Page) -> list[tuple[int, frozenset[str]]]:
    """(index, cues) of every line that may be the headline."""
    running = page.sentences()
    limit = max(page.start, running[1] if len(running) > 1 else len(page.found))
    limit = min(limit, page.start + 12)
    if running and len(page.found[running[0]][1].split()) > _LEAD:
        limit = min(limit, max(page.start, running[0]) + 1)
    closed = (i for i in range(page.start + 1, limit) if page.reasons[i] in _CLOSING)
    limit = next(closed, limit)
    low = max(0, limit - _WINDOW)
    told = {i: paragraph_key(page.found[i][1]) for i in range(low, min(limit + 1, len(page.found)))}
    address = _address(page)
    own = [
        paragraph_key(line)
        for _, line in page.found
        if "©" in line or "opyright" in line or line.startswith("About ")
    ]
    tried = [i for i in range(low, min(limit, len(page.found))) if _may_be(page, i)]
    result: list[Candidate] = []
    for i in tried:
        one = _alone(page, i, address)
        if one is None:
            continue
        one.cues |= {*_beside(page, i), *_where(page, i, running)}
        one.cues |= set(_again(page, i, told, tried))
        if "a short title above its deck" in one.cues:
            one.cues.discard("section")
        if any(told[i] in line for line in own):
            one.cues.add("page's own name")
        _in_order(page, one, result)
        result.append(one)
    best = max((one.share for one in result), default=0.0)
    for one in result:
        if one.share < best - 0.4:
            one.cues.add("another shares much more")
    return [(one.at, frozenset(one.cues)) for one in result]


_ASKED = regex(r"(?:Q|A|Question|Answer) ?[:.–—-]\s")
"""A question of an interview and its answer, marked as such."""


def _may_be(page: Page, at: int) -> bool:
    line, reason = page.found[at][1], page.reasons[at]
    count = len(line.split())
    if reason not in _TEMPTING or count > LONGEST or len(line) > 240 or _ASKED.match(line):
        return False
    if count < 2 and not _below_kicker(page, at):
        return False
    if at >= page.start and re.search(r"\w[.!]$", line):
        headed = at == page.start and count <= 16 and {*page.reasons[at + 1 : at + 3]} & _SURE
        return bool(headed)  # else a paragraph
    if reason == "date line":
        return (
            SERIES.match(line) is not None
            or REPORT.search(line) is not None
            or (KIND_OF_REPORT.search(line) is not None and count > 3)
            or (COVERS.search(line) is not None and count > 5)
            or len(re.findall(r"[^\W\d_]{3,}", DATE_WORDS.sub(" ", line)))
            > 2
            < len(re.findall(r"\b[a-z]{2,}", DATE_WORDS.sub(" ", line))) + 1
        )
    if reason in ("related links", "navigation"):
        return LABEL.match(line) is not None and count >= 5
    return reason != "caption"


def _address(page: Page) -> set[str]:
    """The words of the page's own address, where it is printed."""
    for _, line in page.found[: page.start + 2]:
        link = re.search(r"(?:https?://|www\.)\S+", line)
        if link and link[0].count("-") > 2:
            return {w[:5] for w in re.split(r"[^a-z0-9]+", link[0].lower()) if len(w) > 2}
    return set()


def _alone(page: Page, at: int, address: set[str]) -> Candidate | None:
    """What a line is by itself, and how much of the article it names."""
    line = page.found[at][1]
    content = content_words(line)
    if not content:
        return None
    key = paragraph_key(line)
    opening: set[str] = set()
    lead: frozenset[str] = frozenset()
    for i in range(at + 1, min(len(page.found), max(at, page.start) + 8)):
        near = page.found[i][1]
        if paragraph_key(near) == key or (i < page.start and not is_sentence(near)):
            continue
        opening |= content_words(near)
        if not lead and not page.reasons[i] and is_sentence(near) and len(near.split()) > 11:
            lead = content_words(near)
    common = content & opening
    share = len(common) / len(content)
    cues = {"always", *shape_cues(line, share, len(common))}
    cues.add(f"share {min(4, int(share * 5))}")
    cues.add(f"shared words {min(3, len(common))}")
    cues.add(f"words of the lead {min(3, len(content & lead))}")
    if page.reasons[at]:
        cues.add(f"class {page.reasons[at]}")
    if page.found[at][0] in page.marked:
        cues.add("marked as a heading")
    if page.found[at][0] in page.apart:
        cues.add("words set apart")
    if address and len(content) > 2 and len(content & address) > 0.6 * len(content):
        cues.add("in the address")
    placed = NAME_AND_PLACE.fullmatch(line)
    if placed and not opening & content_words(placed["name"]):
        cues.add("name in place")
    firm = share >= 0.25 and len(line.split()) >= 4 and not cues & _UNLIKE and not page.reasons[at]
    return Candidate(at=at, cues=cues, share=share * min(1, len(content) / 4), firm=firm)


_UNLIKE = frozenset(
    (
        "person", "names", "name in place", "names a day", "caption with credit", "point", "motto", "lower case",
        "label", "menu", "field of a form", "dateline alone", "in brackets", "who made it", "page talk", "paper's name", "section", "first line like a paper's name",
    )
)  # fmt: skip
"""What no line has that is a good headline."""


def _kind(page: Page, at: int) -> str:
    if not 0 <= at < len(page.found):
        return "nothing"
    line, reason = page.found[at][1], page.reasons[at]
    if reason:
        return reason
    if WEEKDAY.fullmatch(line):
        return "date line"
    if is_name(line) or NAMES.fullmatch(line) or NAME_AND_PLACE.fullmatch(line):
        return "person"
    if is_sentence(line):
        return "dateline" if dateline(line)[0] else "sentence"
    count = len(line.split())
    return "scrap" if count < 4 else "headline-like"


def _beside(page: Page, at: int) -> Iterator[str]:
    """What stands above and below a line."""
    line = page.found[at][1]
    above, below = _kind(page, at - 1), _kind(page, at + 1)
    yield f"above: {above}"
    yield f"below: {below}"
    if above == "navigation" and below in ("date line", "time stamp", "byline"):
        yield "between the menu and the date"
    beyond = _kind(page, at + 2)
    if {below, beyond} & {"byline", "person"}:
        yield "byline soon"
    if below == "sentence" and beyond in ("byline", "person", "date line"):
        yield "standfirst and byline"
    yield from _deck(page, at)
    over = len(page.found[at - 1][1].split()) if above == "headline-like" else 0
    if 4 < over < len(line.split()) - 3:
        yield "longer, right below a line"


_EXPLAINS = regex(r"(?:How|Why|What|Who|Where|When|Inside)\b[^?]*$")


def _explains(line: str) -> bool:
    """“How a family came to own the only water”: what is told below a title that does not tell it."""
    return len(line.split()) >= 7 and _EXPLAINS.match(line) is not None


def _short_title(line: str) -> bool:
    """“The Well-Digger's Daughter”: a magazine's title, rather than a section or the paper's name."""
    return (
        3 <= len(line.split()) <= 7
        and not line.isupper()
        and not is_sentence(line)
        and PAPER.search(line) is None
        and KIND_OF_REPORT.search(line) is None
        and MOTTO.search(line) is None
    )


def _deck(page: Page, at: int) -> Iterator[str]:
    """Whether a line explains a short title right above, or is one with such a line below it."""
    line = page.found[at][1]
    if at and not page.reasons[at - 1] and _short_title(page.found[at - 1][1]) and _explains(line):
        yield "explains a short title above"
    below = page.found[at + 1][1] if at + 1 < len(page.found) else ""
    if (_short_title(line) and _explains(below)) or _below_kicker(page, at):
        yield "a short title above its deck"
    elif at and _below_kicker(page, at - 1):
        yield "explains a short title above"


_KICKER = regex(
    r"(?i)letters? from .{3,30}|reportage|profile|dispatch(?:es)?(?: from .{3,30})?|feature|long ?reads?|on the road|portrait"
)
"""What a magazine prints above a title that does not tell what its article is about."""


def _below_kicker(page: Page, at: int) -> bool:
    """Whether a line of a few words stands between a magazine's kicker and a deck with a byline below it."""
    if not 1 <= at < len(page.found) - 2 or page.reasons[at + 1] not in ("", "standfirst"):
        return False
    line, below = page.found[at][1], page.found[at + 1][1]
    return (
        _KICKER.fullmatch(page.found[at - 1][1]) is not None
        and len(line.split()) <= 6
        and not re.search(r"[.:|]$", line)
        and len(below.split()) >= 7
        and _kind(page, at + 2) in ("byline", "person", "date line")
    )


def _where(page: Page, at: int, running: Sequence[int]) -> Iterator[str]:
    """Where on the page a line stands."""
    number, line = page.found[at]
    if not at or number - page.found[at - 1][0] > 1:
        yield "room above"
    if at + 1 < len(page.found) and page.found[at + 1][0] - number > 1:
        yield "room below"
    if at < page.start and all(page.reasons[i] for i in range(page.start) if i != at):
        yield "no other line above the text"
    yield "first line" if at == 0 else f"from above {sum(at > edge for edge in (1, 3, 7))}"
    if at == 0 and len(line.split()) > 3 and not PAPER.search(line):
        yield "first line like a headline"
    elif at == 0 and PAPER.search(line) and not re.search(r"\b[a-z]\w{3,}", line):
        yield "first line like a paper's name"
    if at < page.start:
        yield f"from the text {sum(page.start - at > edge for edge in (1, 2, 4, 8))}"
    else:
        yield f"below running text {min(2, sum(i < at for i in running))}"
    for i in range(at - 1, max(-1, at - 6), -1):
        near = page.found[i][1]
        if page.reasons[i] in _SURE or is_sentence(near):
            break
        if len(near.split()) <= 6 and _LINKS_BELOW.match(near):
            directly = ", directly" if i == at - 1 else ""
            if at + 1 < len(page.found) and page.reasons[at + 1] in _SURE:
                break  # the last one, with the article's date: “Also in this section” ends above it
            yield f"below a heading of links{directly}"
            break


def _again(page: Page, at: int, told: Mapping[int, str], tried: Sequence[int]) -> Iterator[str]:
    """Where else on the page a line is printed, in whole or nearly."""
    line, key = page.found[at][1], told[at]
    count = len(line.split())
    content = content_words(line)
    for i, other in told.items():
        if i == at:
            continue
        if count >= 4 and other == key:
            yield "printed again"
        elif count >= 4 and key in other:
            if re.fullmatch(r".*?[>›|»-] .*|.* [|–-] .*", page.found[i][1]):
                yield "in a trail"
        elif i in tried and len(other.split()) >= 4 and other in key:
            yield "holds another line"
        elif i in tried:
            near = content_words(page.found[i][1])
            if (
                len(content & near) >= max(3, 0.6 * min(len(content), len(near)))
                and i == at - 1
                and count > len(other.split()) > 3
                and key.startswith(" ".join(other.split()[:3]))
            ):
                yield "told again at length"


def _in_order(page: Page, one: Candidate, before: Sequence[Candidate]) -> None:
    """Whether good headlines stand above a line, and what is between."""
    count = len(page.found[one.at][1].split())
    if any(_heads(page, other, one.at) for other in before):
        one.cues.add("a line of its block above")
    elif count > 3:
        one.cues.add("first of its block")
    firm = [other for other in before if other.firm]
    if not firm:
        if one.firm:
            one.cues.add("first good one")
        return
    first = firm[0]
    one.cues.add("below a good one")
    if set(page.reasons[first.at + 1 : one.at]) & {"byline", "date line"}:
        one.cues.add("what belongs to a good one between")


def _heads(page: Page, other: Candidate, at: int) -> bool:
    """Whether a line reads like a headline, and nothing of another kind is between it and one below it."""
    count = len(page.found[other.at][1].split())
    return (
        count > 3
        and not other.cues & _UNLIKE
        and (count > 5 or other.share >= 0.5 or "perhaps a verb" in other.cues)
        and all(
            not page.reasons[i] and _kind(page, i) in ("headline-like", "sentence", "scrap")
            for i in range(other.at + 1, at)
        )
    )
