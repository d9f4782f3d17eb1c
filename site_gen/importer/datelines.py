"""The line with place, day and agency with which a report begins."""

from __future__ import annotations

import re

from site_gen.importer.notation import regex

_NAME = r"[A-Z][\w'’.-]*(?: (?:[A-Z][\w'’.-]*|e|i|el|de|al|la))*"
_MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul"
    r"|Aug|Sept|Sep|Oct|Nov|Dec|JANUARY|FEBRUARY|MARCH|APRIL|MAY|JUNE|JULY|AUGUST|SEPTEMBER|OCTOBER|NOVEMBER|DECEMBER"
    r"|JAN|FEB|MAR|APR|JUN|JUL|AUG|SEPT|SEP|OCT|NOV|DEC)\.?"
)
_DATE = (
    r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,? )?"
    rf"(?:{_MONTH} \d{{1,2}}(?:,? \d{{4}})?|\d{{1,2}}(?:st|nd|rd|th)? {_MONTH}(?:,? \d{{4}})?)"
)
_PLACE = rf"(?P<place>{_NAME}(?: ?[,/] ?{_NAME})*?)"
_DATELINES = (
    # KABUL, Afghanistan, April 2 (Agency) — / KABUL: / Khartoum / London, 14 May 2008 –
    regex(
        rf"^{_PLACE}(?:,? (?P<date>{_DATE}))?(?: ?\((?P<agency>[^()]{{2,30}})\))?(?: ?(?:–|--|-|\|) | ?— ?|(?<=[)]) ?–(?=[A-Z])|: (?=[A-Z]))"
    ),
    # New Delhi, Sep 29 (PTI) At least …
    regex(rf"^{_PLACE},? (?P<date>{_DATE}) \((?P<agency>[A-Z]{{2,8}})\):? (?=[A-Z“\"])"),
    # NOVEMBER 13, 2001 -- The …
    regex(rf"^(?P<place>)(?P<date>{_DATE})(?P<agency>) ?(?:—|–|--) ?(?=[A-Z“\"])"),
    # (Bangkok, December 5, 2019) –
    regex(rf"^\({_PLACE}(?:,? (?P<date>{_DATE}))?\)(?P<agency>) ?(?:—|–|--|-) "),
    # Bamako, 30 April 2015. The mission …
    regex(rf"^{_PLACE},? (?P<date>{_DATE})(?P<agency>)\. (?=[A-Z])"),
    # August 24, 2017 (KHARTOUM) - Two …
    regex(
        rf"^(?P<date>{_DATE})(?P<agency>) \((?P<place>{_NAME}(?:[,/] ?{_NAME})*)\) ?(?:—|–|--|-) "
    ),
)


_NO_PLACE = regex(
    rf"(?:On|By|In|At|From|Published|Posted|Updated|Last|Date|Issued|{_MONTH}|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b"
)


def dateline(text: str) -> tuple[int, str]:
    """(length, text) of the dateline with which an agency's report begins, or (0, "")."""
    cut = len(text) - len(text.lstrip(" ,;•*"))  # what a page's place left blank leaves behind
    for pattern in _DATELINES:
        found = pattern.match(text[cut:])
        if found and len(found[0]) <= 90 and _formal(found):
            return cut + found.end(), found[0]
    return 0, ""


def opening(text: str) -> int:
    """Length of the dateline before an article's first words, in the bare forms that only stand there: “Kabul: ”, “KABUL • ”."""
    length = dateline(text)[0]
    bare = re.match(
        rf"(?:{_NAME}(?: ?[,/] ?{_NAME})? ?: |[A-Z]{{3,}}(?: [A-Z]+)* • )(?=[A-Z])", text
    )
    return length or (bare.end() if bare and len(bare[0].split()) <= 4 else 0)


def begins_report(text: str) -> bool:
    """Whether a paragraph within a text begins a report of its own: “MADRID — …”."""
    length, head = dateline(text)
    return bool(length) and re.match(r"[A-Z]{4,}", head) is not None


def _formal(found: re.Match[str]) -> bool:
    """Whether it looks like a dateline rather than like the beginning of a sentence."""
    if not found["place"]:
        return re.search(r"\d{4}", found["date"]) is not None
    head = re.split(r" ?[,/.]", found["place"])[0]
    if _NO_PLACE.match(head):
        return False  # “On May 27, 2018 - 17:35”
    marked = found["date"] or found["agency"] or re.search(r"—|–|--|^\(", found[0])
    return head.isupper() or bool(marked and len(head.split()) <= 4) or "," in found["place"]


_WRITTEN = regex(
    r"(?:By |From (?:our|a) [\w ]{3,30} |Posted by )?(?:(?:[A-Z][\w’'.-]+|correspondent|and) ){0,6}in "
    rf"(?P<place>{_NAME})(?: \| .*|, \d.*)?"
)


def written_from(text: str) -> str:
    """The place of a byline, “By Anna Kone in Gao”, “From our correspondent in Gao”; empty when it has none."""
    found = _WRITTEN.fullmatch(text.strip()) if len(text) < 90 else None
    return found["place"] if found else ""
