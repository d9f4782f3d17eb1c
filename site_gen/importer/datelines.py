"""The line with place, day and agency with which a report begins."""

from __future__ import annotations

import re

_DATELINE = re.compile(
    r"^(?P<place>(?:[A-Z][\w'’.-]*(?: (?:[A-Z][\w'’.-]*|e|i|el|de|al|la))*)"
    r"(?:[,/] ?(?:[A-Z][\w'’.]*(?: [A-Z][\w'’.]*)*))*)"
    r"(?:,? (?:(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|"
    r"Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)\.? \d{1,2}(?:,? \d{4})?|\d{1,2} (?:[A-Z][a-z]+)(?: \d{4})?))?"
    r"(?: ?\([^()]{2,30}\))?(?: ?(?:—|–|--|-) |: (?=[A-Z]))"
)


def dateline(text: str) -> tuple[int, str]:
    """(length, text) of the dateline with which an agency's report begins, or (0, "")."""
    found = _DATELINE.match(text)
    if not found or len(found[0]) > 90:
        return 0, ""
    head = found["place"].split(",")[0]
    formal = (
        "(" in found[0]
        or re.search(r"\d", found[0])
        or "—" in found[0]
        or "–" in found[0]
        or "--" in found[0]
    )
    if head.isupper() or (formal and len(head.split()) <= 4) or "," in found["place"]:
        return found.end(), found[0]
    return 0, ""
