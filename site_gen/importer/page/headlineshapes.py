"""What a line of a page looks like by itself: a headline, a name, a menu, a paper's motto, a report's own name."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from site_gen.importer.notation import regex, words
from site_gen.importer.page.lines import DAY, is_sentence

if TYPE_CHECKING:
    from collections.abc import Iterator

NAMES = regex(
    r"(?:[A-Z][\w.'’-]+ ){1,2}[A-Z][\w'’-]+(?:,? (?:-|–)|(?:, (?:[A-Z][\w.'’-]+ ){1,2}[A-Z][\w'’-]+)*,? and (?:[A-Z][\w.'’-]+ ){1,2}[A-Z][\w'’-]+)"
)
"""“Ann Lee, Bob Ray, and Cy Dow”, “A. WRITER -”."""

_NAME = regex(r"[A-Z][\w'’.-]+ (?:[A-Z]\. )?[A-Z][\w'’-]+")

NAME_AND_PLACE = regex(
    r"(?P<name>(?:[A-Z][\w.'’-]+ ){1,3})(?:(?:in|at) [A-Z]\w+(?: [A-Z]\w+)?|[-–|] [A-Z]\w+.*)"
)

REPORT = regex(
    r"^(?:[A-Z]\w+:? ){2,}(?:Assessment|Report|Update|Briefing|Bulletin|Digest|Snapshot|Review|Summary|Overview)\b(?: \|)?[^|]*$"
)
"""“Offensive Campaign Assessment, May 21, 2023”: a report's own name."""

KIND_OF_REPORT = regex(
    r"\b(?:Assessment|Report|Update|Briefing|Bulletin|Digest|Snapshot|Review|Summary|Overview|[Ii]n [Bb]rief|Round-?up)\b"
)

COVERS = regex(
    r"\(?\d{1,2} ?(?:[A-Z][a-z]+ )?(?:\d{4} )?[-–] ?(?:[A-Z][a-z]+ )?\d{1,2}\b|\([^()]*\d{4}\)$"
)
"""The days that a report covers, in its name: “(20 – 26 July 2020)”."""


WEEKDAY = regex(
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day(?:,? (?:morning|noon|afternoon|evening|night))?"
)


MOTTO = regex(
    r"(?i)\b(?:since \d{4}|est\.? \d{4}|news (?:from|of|on|for|and)|daily news|weekly|newspaper|journalism|reporting (?:from|on)"
    r"|independent|magazine|voice of|edition|newsletter|notebook|diary|blog|notes from|e-?paper)\b"
)

PAPER = regex(
    r"\b(?:Post|Times|News|Herald|Gazette|Tribune|Daily|Journal|Office|Agency|Service|Radio|Press|Review|Online|Network|Committee"
    r"|Courier|Messenger|Chronicle|Mail|Star|Sun|Observer|Monitor|Report|Reports|Wire|Desk|Watch|TV|Voice|Leader|Ledger|Guardian|Standard"
    r"|Correspondent|Bureau|Dispatch|Feed|Feeds|Cell|Organi[sz]ation|Institute|Forum|Letter|Quarterly|Foundation|Trust|Council|Society)s?\b",
    re.IGNORECASE,
)

_MENU = frozenset(
    words(
        """
    home archive subscribe about us contact news sport sports world business opinion politics search login more menu culture
    lifestyle travel tech money weather live video audio podcasts events donate stories share save print email section sections
    letters economy features classifieds jobs africa asia europe uk americas pakistan india briefings health science national local
    latest top all print photos editorial region regions maps data resources publications programmes donors media press
    """
    )
)

LABEL = regex(
    r"^(?:analysis|opinion|explainer|explained|in pictures|video|watch|live|podcast|gallery|interview|feature|comment|editorial|factbox|timeline|profile)"
    r"(?: updates)?(?: ?[:|–-]|(?-i: [A-Z]))",
    re.IGNORECASE,
)
"""What a headline may begin with, and a link, too: “Analysis: …”."""

_CONNECTED = regex(
    r"(?:After|With|As|While|But|Despite|Amid|Although|Since|Of|Some|One|It|He|She|They|There|Not|For|Almost|Nearly|Only|Once|When|Two|Three|Six|The|A|An|In|At|On|From)\b"
)

SERIES = regex(
    r"(?:No\.?|Nr\.?|#|Issue|Letter|Dispatch|Part|Chapter|Episode|Week|Instal?lment|Lesson|Postcard|Report) ?#?\d{1,4} ?[:–—-] ?\S+ \S+"
)
"""“No. 87: Taloqan, and after”."""
_FIELD = (
    r"(?i)(?:format|source|from|to|contact|writers?|authors?|weather|advert(?:isement)?|eds?|editor['’]?s note|image caption|photo|picture|credit|web posted(?: at)?|tags?"
    r"|filed under|topics?|category|language|locations?|country|theme|posted|mod note|written|email|tel|phone)\b ?:|image caption\b|heard on\b"
)
_MAKERS = (
    r"(?i:from (?:our|wire|staff)\b|our (?:staff|own|reporter|correspondent|special|man|woman)\b|compiled\b|supported by|more by|(?:written|edited|reported|issued|posted|translated|produced|published) by"
    r"|an? (?:report|project|publication|service|film|paper|product|production) (?:by|of|from) )|FROM (?:[A-Z.]+ ){2,4}IN |.*\b[Bb]y [A-Z][a-z]+ [A-Z][a-z]+(?: and [A-Z][a-z]+ [A-Z][a-z]+)?$"
)
_PAGE_TALK = (
    r"(?i).*\b(?:click here|this page|send (?:it|this) to a friend|front ?page|listen live|forwarded message|our partners|text-only|read on|log ?in|download|print this|share this|gift article|add to list"
    r"|cookies?|subscrib\w+|unsubscribe|in your browser)\b|-{2,}|[«»‹›](?!.*[»›])|[Ee]very (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day from\b|.*, (?:on the first of )?every (?:second |other )?(?:week|month|(?:Sun|Mon|Tues|Wednes|Thurs|Fri|Satur)day)$"
)
_SHAPES = tuple(
    (name, regex(pattern))
    for name, pattern in (
        ("caption with credit", r".*\w{3}[.!?] (?:[A-Z][\w'’./-]* ?){1,4}$"),
        ("point", r"[•▪◦‣·*] ?|[-–—] "),
        ("section", r".*\+ ?\d+ more$"),
        ("label", r".*:$"),
        ("colon within", r".*\w: [^\s\d]"),
        ("number of a series", SERIES.pattern),
        ("field of a form", _FIELD),
        ("dateline alone", r"[A-Z][\w/ .'’-]+(?:, [A-Z]\w+)? \([A-Z][\w./ -]+\) ?[:–—-]*$"),
        ("in brackets", r"(?:\[[^\]]*\] ?)+$|\([^()]*\)$"),
        ("who made it", _MAKERS),
        ("page talk", _PAGE_TALK),
    )
)


def shape_cues(line: str, share: float, common: int) -> Iterator[str]:
    """The cues of what a line looks like, given how much of the article's beginning it names."""
    count = len(line.split())
    edges = (2, 3, 5, 8, 15, 20, 25)
    yield f"length {sum(count > edge for edge in edges)}"
    if is_sentence(line):
        yield "sentence"
    if is_name(line):
        yield "person"
    if NAMES.fullmatch(line):
        yield "names"
    yield from (name for name, pattern in _SHAPES if pattern.match(line))
    if line[0].islower():
        yield "lower case"
    if count < 3 and line.istitle() and not _CONNECTED.match(line):
        yield "section"
    menu = [re.sub(r"\W", "", w).lower() in _MENU for w in line.split()]
    if count > 2 and sum(menu) > 0.5 * count:
        yield "menu"
    if count <= 12 and share < 0.5 and MOTTO.search(line):
        yield "motto"
    yield from _report_or_day(line)
    yield from _capitals(line, common)
    yield from _wording(line)


def _report_or_day(line: str) -> Iterator[str]:
    """“… (16 February 2024)”, “… Assessment, May 21, 2023” are a report's own name, other days are not a headline's."""
    bare = re.sub(r" \([^()]+\)$|(?<=[a-z]{4}), [A-Z][a-z]+ \d{1,2}, \d{4}$", "", line)
    named = REPORT.search(line) is not None
    if COVERS.search(line) and (named or KIND_OF_REPORT.search(line)):
        yield "a report and its days"
    elif named or (DAY.search(line) and KIND_OF_REPORT.search(line)):
        yield "a report"
    elif (
        DAY.search(bare)
        or WEEKDAY.fullmatch(bare)
        or re.search(r"\b\d{1,4}[/.-]\d{1,2}[/.-]\d{2,4}\b", bare)
    ):
        yield "names a day"


def _capitals(line: str, common: int) -> Iterator[str]:
    count = len(line.split())
    proper = sum(w[0].isupper() or not w[0].isalpha() for w in line.split())
    if not line.isupper() and count > 3 and proper == count:
        yield "each word a capital"
    if count <= 7 and proper >= count - 1 and PAPER.search(line) and common < 3:
        yield "paper's name"


def _wording(line: str) -> Iterator[str]:
    if re.search(r"\w{2}[.!]$", line):
        yield "full stop"
    if re.search(r"[a-z]{2}s? (?:the |a )?[a-z]", line) and re.search(
        r"\b(?!(?:news|sports|us|letters|features|events|jobs|politics|business)\b)[a-z]{3,}(?:s|ed)\b",
        line,
    ):
        yield "perhaps a verb"


def is_name(line: str) -> bool:
    """Whether a line is a person's name, like a byline without “By”."""
    return _NAME.fullmatch(line) is not None and not _CONNECTED.match(line)
