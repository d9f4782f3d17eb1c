"""Which outlet published a text, when the page itself says so."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from site_gen.importer.datelines import dateline
from site_gen.importer.notation import regex
from site_gen.parsing.gazetteer import fold

if TYPE_CHECKING:
    from site_gen.importer.page.furniture import Document

_COPYRIGHT = regex(
    r"(?:©|\(c\)|copyright)\s*(?:©\s*)?(?:(?:19|20)\d\d(?:\s*[-–]\s*(?:19|20)\d\d)?,?\s*)?(?:by )?(?P<name>(?:the )?[A-Z][^.|•·©]{2,50}?)(?:\s*©?\s*(?:19|20)\d\d)?(?:[.|•·,]|$)",
    re.IGNORECASE,
)
_COPYRIGHT_AFTER = regex(r"^(?P<name>(?:The )?[A-Z][\w'’&. -]{2,50}?)\s*(?:©|\(c\))", re.IGNORECASE)
_BOX = regex(r"^(?P<name>(?:[\w.’'/&-]+ ){1,6}?)is one of the (?:most|largest|oldest|leading)")


def infer_publisher(document: Document, given: str) -> tuple[str, tuple[str, tuple[str, ...]]]:
    """(publisher, (reason, candidates)): the first is empty when the page does not say."""
    if given:
        return given, ("", ())
    mastheads = [
        line.text
        for line in document.lines[:4]
        if line.reason in ("before the article", "headline again")
        and len(line.text.split()) <= 6
        and not _NO_NAME.search(line.text)
        and not _SECTION.fullmatch(line.text.strip())
    ]
    found = _named(document)
    if found and all(_same(found, name) for name in mastheads[:1]):
        return found, ("", ())
    candidates = tuple(dict.fromkeys((*mastheads, *([found] if found else []))))
    if found:
        return "", ("the page bears two names; one may be an agency's", candidates)
    return "", ("the page does not say who published it", candidates)


_SECTION = regex(
    r"(?:asia|africa|europe|oceania|americas?|middle east|asia[ -]pacific|south asia|central asia|latin america"
    r"|science|health|culture|technology|economy|society|video|podcasts?|top stories|latest|home page)",
    re.IGNORECASE,
)
"""Parts of a newspaper: such a line above an article names none."""
_NO_NAME = regex(
    r"\d|^(?:by|from|connect|follow|sign|log|magazine|share|photos?|words|written|our|politics|world|news|opinion"
    r"|staff|published|posted|situation|briefing|mail$|finance$|sports?$|weather|live$|menu$|business$|press release|for immediate release|read|home|key|topics?)\b|[:@!?]",
    re.IGNORECASE,
)


def _same(one: str, other: str) -> bool:
    """Whether two names are of one outlet: “The Post”, “Washington Post Company”."""
    first, second = (
        {w for w in fold(name).split() if len(w) > 2} - {"the"} for name in (one, other)
    )
    return bool(first & second) or fold(other).replace(" ", "") in fold(one).replace(" ", "")


def _named(document: Document) -> str:
    """The name in a notice of copyright, a box about the outlet, or an agency's dateline."""
    for line in document.lines:
        if line.kind != "furniture":
            continue
        box = _BOX.match(line.text)
        if box:
            return box["name"].strip()
        found = _COPYRIGHT.search(line.text) or _COPYRIGHT_AFTER.match(line.text)
        if found:
            name = found["name"].strip(" ,")
            if not re.search(r"rights|reserved|photo|image|getty", name, re.IGNORECASE):
                return name
    if document.body:
        length, head = dateline(document.body[0].text)
        agency = re.search(r"\(([A-Z][^()]{1,30})\)", head) if length else None
        if agency:
            return agency[1]
    return ""
