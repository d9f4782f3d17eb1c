"""Where what the paragraphs tell took place, from one to the next.

A paragraph that names no place belongs to the province named last only while it tells of the same
happening; when that is doubtful it has none.
"""

from __future__ import annotations

import itertools
import re
from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from site_gen.importer.datelines import begins_report, dateline
from site_gen.importer.dates.parts import number_of
from site_gen.importer.notation import regex
from site_gen.importer.places.asides import of_a_local
from site_gen.importer.places.continuity import (
    OTHER_TOWN,
    SEVERAL_PLACES,
    THERE,
    TWO_THINGS,
    Situation,
    goes_on,
    of_governments,
    without_speaker,
)
from site_gen.importer.places.countries import SEATS
from site_gen.importer.places.ownplace import NOWHERE, Own, Where, own_place
from site_gen.importer.places.told import Told, earlier_scene
from site_gen.parsing.gazetteer import fold

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from site_gen.importer.places.parts import PlaceMention

    Judge = Callable[[int, str, Situation, Told], bool]


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """Where what one paragraph tells took place."""

    line: int
    provinces: tuple[str, ...]
    places: tuple[str, ...]
    how: Literal["named", "office", "continued", "none"]
    """`office`: only through who speaks; `continued`: the paragraph before named it."""
    ambiguous: tuple[PlaceMention, ...] = ()


_SPOKEN_FROM = ("office", "government")
"""Parts of names that say who speaks, not where something happened."""


def scenes(
    paragraphs: Sequence[tuple[int, str]],
    mentions: Sequence[PlaceMention],
    headline: Sequence[PlaceMention] = (),
    headings: Sequence[PlaceMention] = (),
    breaks: Sequence[int] = (),
    judge: Judge | None = None,
    bylines: Sequence[PlaceMention] = (),
) -> tuple[Scene, ...]:
    """For every paragraph, the provinces in which what it tells took place.

    Args:
        paragraphs: (line number, text) of the article.
        mentions: What `find_places` found in them.
        headline: What it found in the headline: where the article begins.
        headings: What it found in the headings between paragraphs.
        breaks: Lines of these headings.
        judge: Says of (line, text, situation, what was told) whether a paragraph goes on; for fitting.
        bylines: What `find_places` found in the line that says who wrote it, and where.
    """
    by_line: defaultdict[int, list[PlaceMention]] = defaultdict(list)
    for mention in mentions:
        by_line[mention.line].append(mention)
    sure = {
        m.provinces[0]
        for m in mentions
        if len(m.provinces) == 1 and m.part not in ("government", "destination")
    }
    begin = tuple(dict.fromkeys(m.provinces[0] for m in headline if _sure_scene(m)))
    own = {line: own_place(by_line[line], text, sure) for line, text in paragraphs}
    for line, text in paragraphs[:1]:
        if not own[line][0][0] and not own[line][2]:
            own[line] = (_dateline_scene(by_line[line], text), "named", ())
    lead = next((found[0] for found, how, _ in own.values() if found[0] and how == "named"), ())
    early = not begin and bool(paragraphs) and _without_place(own, by_line, paragraphs[0][0])
    if early:
        begin = _named_next(paragraphs, own)
    written = any(m.provinces == begin for m in bylines)
    story = _Story(
        main=begin if len(begin) == 1 or early else lead if len(lead) == 1 else (),
        current=(begin, ()) if len(begin) == 1 or early else NOWHERE,
        seen=set(begin),
        opens=written or not early,
        early=early,
        judge=judge or _weighed,
        length=len(paragraphs),
        named=tuple(found for found, _, _ in own.values()),
        begin=begin,
        capital=next((m.provinces for m in mentions if fold(m.text) in SEATS), ()),
    )
    result: list[Scene] = []
    before = 0
    for left, (line, text) in zip(range(len(paragraphs) - 1, -1, -1), paragraphs, strict=True):
        story.left = left
        if any(before < at < line for at in breaks):
            over = [m for m in headings if before < m.line < line and _sure_scene(m)]
            story.turn(tuple(dict.fromkeys(m.provinces[0] for m in over)), text, by_line[line])
        before = line
        result.append(story.tell(line, text, own[line], by_line[line]))
    return tuple(result)


def _without_place(
    own: Mapping[int, Own], by_line: Mapping[int, Sequence[PlaceMention]], line: int
) -> bool:
    """Whether a paragraph names no place but its dateline's, and is of none."""
    where, _, unclear = own[line]
    return (
        where == NOWHERE
        and not unclear
        and all(m.part in ("dateline", "landmark", "destination") for m in by_line.get(line, ()))
    )


_BESIDES = regex(
    r"\b(?:[Mm]eanwhile|[Ss]eparately|[Ee]lsewhere|[Aa]nother|[Ll]ast (?:year|month|week))\b"
)


def _named_next(paragraphs: Sequence[tuple[int, str]], own: Mapping[int, Own]) -> tuple[str, ...]:
    """The province of an article that begins without a place: the first that is named for itself."""
    named = [own[n][0][0] for n, _ in paragraphs[1:] if own[n][0][0]]
    lead = paragraphs[0][1]
    if TWO_THINGS.search(lead):
        both = tuple(dict.fromkeys(codes[0] for codes in named if len(codes) == 1))
        if len(both) == 2:
            return both
        if named and len(named[0]) == 2:
            return named[0]
    if (things := SEVERAL_PLACES.search(lead)) is not None:
        every = tuple(dict.fromkeys(code for codes in named for code in codes))
        if len(every) == number_of(things["count"]):
            return every
    near = [(codes, text) for n, text in paragraphs[1:6] if (codes := own[n][0][0])]
    alone = [codes for codes, text in near if len(codes) == 1 and not _BESIDES.search(text)]
    return alone[0] if alone else near[0][0] if near else ()


@dataclass(slots=True)
class _Story:
    """Where the article is, from paragraph to paragraph."""

    main: tuple[str, ...]
    """The province that the article is about, when it begins with one."""
    current: Where
    """What the last paragraph that said so took place in."""
    seen: set[str]
    judge: Judge
    length: int
    """Paragraphs of the article."""
    named: tuple[Where, ...] = ()
    """What each paragraph itself says of its place."""
    begin: tuple[str, ...] = ()
    """The provinces of the headline, or those that the next paragraphs name."""
    memory: dict[tuple[str, ...], Told] = field(default_factory=dict)
    """What was told of each scene, by its provinces; `()` is what was told of none."""
    since: int = 0
    """Paragraphs since a place was named."""
    left: int = 0
    """Paragraphs after the one that is being told."""
    begun: bool = False
    opens: bool = True
    """Whether the paragraph stands right below a headline or heading that names a place."""
    chained: bool = False
    """Whether the paragraph before has a place."""
    early: bool = False
    """Whether the article begins without a place, and the next paragraphs name one."""
    capital: tuple[str, ...] = ()
    """Where the country is governed from, if the article names it."""
    together: tuple[str, ...] = ()
    """The provinces of one name: “the Lanao provinces”."""

    def turn(self, named: tuple[str, ...], text: str, mentions: Sequence[PlaceMention]) -> None:
        """A heading stands before the paragraph, and names these provinces."""
        if named:
            self.current, self.since, self.opens = (named, ()), 0, True
            self.seen.update(named)
        elif len(self.seen) > 1 or _UNKNOWN.search(_without(text, mentions)):
            self.current, self.chained = (self.main, ()), False

    def tell(self, line: int, text: str, own: Own, mentions: Sequence[PlaceMention]) -> Scene:
        """Where the next paragraph took place."""
        found, how, unclear = own
        bare = _without(text, mentions)
        aside = self.current if self.chained and own[0][0] and _LOOKS_BACK.search(text) else None
        self.since += 1
        if how == "office" and self.chained:
            if set(self.current[0]) < set(found[0]):
                found = self.current[0], ()  # on the road from here
            elif _only_beside(text, mentions):
                found = NOWHERE
        if self.begun and begins_report(text):
            self.current = NOWHERE
            if not found[0] and not unclear:
                found = _dateline_scene(mentions, text)
        if found[0]:
            self._go_to(found, mentions)
        elif unclear and self.chained and all(self._here(m) for m in unclear):
            found, how, unclear = (self.current[0], ()), "named", ()
        elif unclear:
            self.current = NOWHERE
        elif self.current[0] and (scene := self._goes_on(line, bare, mentions)):
            if scene != self.current[0]:
                self.current, self.since = (scene, ()), 1
            if (
                not self.early and len(scene) > 1 and scene not in (self.main, self.together)
            ):  # one town of those just named
                self.current = (self._one_of_them(text), ())
            found, how = (self.current[0], ()), "continued"
        elif briefed := _at_a_briefing(text, mentions):
            self.current = found = (briefed.provinces, ())
            how = "office"
        elif not self.begun and OTHER_TOWN.search(bare):
            self.current = NOWHERE
        self.memory.setdefault(found[0], Told()).add(bare)
        self.begun, self.opens, self.chained = True, False, bool(found[0])
        self.early = self.early and not own[0][0]
        if aside is not None and aside[0] == self.main and found[0] != aside[0]:
            self.current = aside
        return Scene(
            line=line,
            provinces=found[0],
            places=found[1],
            how=how if found[0] else "none",
            ambiguous=unclear,
        )

    def _go_to(self, found: Where, mentions: Sequence[PlaceMention]) -> None:
        """A paragraph names its place; one that is only named beside the story's does not end it."""
        more = set(found[0]) - set(self.main)
        beside = self.chained and self.current[0] == self.main and len(more) < len(found[0])
        self.current, self.since = (
            (self.main, ()) if beside and more and not more & set(self.capital) else found,
            0,
        )
        self.seen.update(found[0])
        if any(one.start == two.start for one, two in itertools.pairwise(mentions)):
            self.together = found[0]

    def _one_of_them(self, text: str) -> tuple[str, ...]:
        """The province that “there” means when several were named last: “the city” is rather the capital."""
        if _CITY.search(text) and set(self.capital) & set(self.current[0]):
            return self.capital
        if THERE.search(text) or set(self.main) <= set(self.current[0]):
            return self.main or self.current[0][:1]
        return self.current[0][:1]

    def _here(self, mention: PlaceMention) -> bool:
        """Whether a name of several provinces can mean the one that the paragraph before is in."""
        return len(self.current[0]) == 1 and self.current[0][0] in mention.provinces

    def _goes_on(self, line: int, bare: str, mentions: Sequence[PlaceMention]) -> tuple[str, ...]:
        """The scene that the paragraph is of: the current one or an earlier one; none when it is of no scene."""
        if self.opens and not OTHER_TOWN.search(bare) and not _WIDE.search(bare):
            return self.current[0]
        if len(self.main) > 1 and _AT_ALL.search(bare):
            return self.main
        here, returns = earlier_scene(
            bare, self.current[0], self.main, self.memory, chained=self.chained
        )
        others = [m for m in mentions if not set(m.provinces) & set(here)]
        told_here = [set(codes) for codes, _ in self.named if codes]
        after = self.named[len(self.named) - self.left :]
        situation = Situation(
            provinces=len({c for codes in told_here for c in codes} | set(self.begin)),
            more_to_come=any(set(codes) - set(here) for codes, _ in after),
            since=self.since,
            chained=self.chained and not returns,
            alone=len(self.seen) == 1,
            several=len(here) > 1 and here != self.together,
            main=here == self.main,
            beside=any(m.part == "landmark" for m in others),
            away=any(m.part not in ("government", "dateline") for m in others),
            left=self.left,
            length=self.length,
            to_come=_to_come(bare),
            returns=returns,
            early=self.early,
        )
        return here if self.judge(line, bare, situation, self.memory.get(here, Told())) else ()


def _weighed(_line: int, text: str, situation: Situation, told: Told) -> bool:
    return goes_on(text, situation, told)


def _at_a_briefing(text: str, mentions: Sequence[PlaceMention]) -> PlaceMention | None:
    """Where the country is governed, when a paragraph of nowhere else begins with what was said to reporters there."""
    found = [m for m in mentions if m.part == "government" and _BRIEFED.search(text[: m.start])]
    return found[0] if found and len(found[0].provinces) == 1 else None


_BRIEFED = regex(
    r"^[^.“”\"]*\b(?:told (?:reporters|journalists)|(?:press|news) conference)(?: on \w+day)? in $"
)


_LOOKS_BACK = regex(
    r"^(?:Last (?:year|month|week)|In (?:January|February|March|April|May|June|July|August|September|October|November|December)\b|(?:A|Two|Three|Four|Ten|Several) (?:days?|weeks?|months?|years?) (?:earlier|before|ago)|Earlier|In (?:19|20)\d\d)"
    r"|\bhad (?:died|been (?:killed|shot|found|kidnapped|attacked))\b"
)
"""A look back at what happened elsewhere, after which the story goes on where it was."""
_AT_ALL = regex(r"\b(?:in|at) (?:several|these|all|both|the (?:two|three|four)) (?:\w+ )?[a-z]+s\b")
"""“Blamed bad salt for the illness in several kitchens”: in all of which the article tells."""
_UNKNOWN = regex(r"\b(?:in|near|at) (?!x|The\b)[A-Z][a-z]+")
_WIDE = regex(
    r"\b(?:[Aa]cross(?! the (?:road|highway|street|bridge|railway)\b)|[Aa]round the country|[Nn]ationwide|[Cc]ountry-?wide|[Ss]everal)\b"
    r"|\b(?:north|south|east|west)\w* and (?:north|south|east|west)\w*\b"
    r"|\bin (?:an?|another) (?:[\w-]+ )?(?:city|town|village) (?:that|which|where)\b"
)


_PART_OF_THE_COUNTRY = regex(
    r"\b(?:north|south|east|west)(?:-?east|-?west)?(?:ern(?:most)?)?\b|\bcentral [A-Z]|\b(?:overlooking|surrounding) the\b",
    re.IGNORECASE,
)


_IN_THE_HOUSE = regex(
    r"\b(?:informed|told|addressed|assured|stormed|walked out of) the (?:National |Federal |Lower |Upper )?(?:Assembly|Senate|[Pp]arliament|House)\b"
    r"|\b(?:camped|camping|rallied|marched|protested|demonstrated|gathered|massed) (?:outside|before|at|on|in front of) the (?:[A-Z][\w]+ ){0,3}(?:[Mm]inistry|[Pp]arliament|[Pp]alace|[Ee]mbassy|[Cc]ourt|Assembly)\b"
    r"|\b(?:[Jj]udges?|[Cc]ourt|[Tt]ribunal|[Jj]ury)\b(?: (?:has|have|had|on \w+day|yesterday))* (?:sentenced|jailed|convicted|acquitted|fined|freed)\b"
)
"""“ISLAMABAD: The minister informed the National Assembly”, “a judge sentenced”: that is where they sit."""


def _dateline_scene(here: Sequence[PlaceMention], text: str) -> Where:
    """Where a lead that says no other place took place: in the dateline's town.

    Where the country is governed reporters write of all of it, so there the lead must tell of a happening
    with nothing in it of governments, or of another part of the country.
    """
    told = without_speaker(text[dateline(text)[0] :])
    heads = [m for m in here if m.part == "dateline" and len(m.provinces) == 1]
    sits = _IN_THE_HOUSE.search(told) is not None
    if len(heads) != 1 or (
        not sits and any(pattern.search(told) for pattern in (_WIDE, OTHER_TOWN))
    ):
        return NOWHERE
    head = heads[0]
    others = [m for m in here if m.part != "dateline"]
    if any(m.provinces != head.provinces or m.part in _SPOKEN_FROM for m in others) or (
        fold(head.text) in SEATS and any(m.part == "destination" for m in others)
    ):
        return NOWHERE
    bare = _without(text, here)[dateline(text)[0] :]
    if (
        fold(head.text) in SEATS
        and not sits
        and (_PART_OF_THE_COUNTRY.search(bare) or _UNKNOWN.search(bare) or of_governments(bare))
    ):
        return NOWHERE
    return head.provinces, head.places[:1]


def _only_beside(text: str, mentions: Sequence[PlaceMention]) -> bool:
    """Whether names only say where somebody is from, or where a road leads: “Eliseo Meza, a teacher from Jaén, hid in a hotel”."""
    named = [m for m in mentions if m.part in ("office", "destination")]
    return bool(named) and all(
        re.search(
            r" on (?:the|its|his|her|their) (?:road|highway|way) to (?:the )?$", text[: m.start]
        )
        or of_a_local(text[: m.start], text[m.end :])
        or (
            re.search(r", an? (?:[\w-]+ ){1,3}from $", text[: m.start])
            and re.match(r", (?!sa(?:id|ys)\b|told\b|added\b|recalled\b)", text[m.end :])
        )
        for m in named
    )


def _sure_scene(mention: PlaceMention) -> bool:
    return len(mention.provinces) == 1 and mention.part == "scene"


def _without(text: str, mentions: Sequence[PlaceMention]) -> str:
    """A paragraph without the names that the gazetteer knows."""
    for mention in sorted(mentions, key=lambda m: -m.start):
        if mention.end - mention.start == len(mention.text):
            text = f"{text[: mention.start]}{'x' * len(mention.text)}{text[mention.end :]}"
    return text


def _to_come(text: str) -> bool:
    """Whether a paragraph tells of plans only."""
    told = [m[0] for m in re.finditer(r"[^.!?]+", text) if len(m[0].split()) > 2]
    return bool(told) and all(_PLANNED.search(one) and not _TOLD.search(one) for one in told)


_CITY = regex(r"\b(?:the|this) city\b(?! of\b)")
_PLANNED = regex(
    r"\b(?:will|would|(?:is|are|was|were) (?:due|set|expected|to)|until (?:\w+day|further))\b"
)
_TOLD = regex(
    r"\b(?:(?:was|were)(?! (?:due|set|expected|to)\b)|had|killed|wounded|died|dead|missing)\b"
)
