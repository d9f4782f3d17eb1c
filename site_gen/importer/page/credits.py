"""Who is credited with an article, in which role, and which agencies it uses.

Bylines stand above it (“By Ann Lee in Gao”), sign-offs below (“(Additional reporting by Bo Kim;
Editing by Tom Rey)”), agencies in both. A name is an agency's only when it is a known one, or is
listed with one as what the text was made from (“With reporting by AFP and Tolo News”).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from site_gen.importer.datelines import dateline
from site_gen.importer.notation import regex, words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_AGENCIES = {
    **{
        name.lower(): name
        for name in words(
            """
            AFP AP Reuters dpa PTI ANI IANS UNI AAP EFE APP PNA NAN SANA IRNA ANSA APA UPI Xinhua TASS Interfax
            Anadolu Kyodo Yonhap Bernama Antara Bloomberg Pajhwok Lusa Ukrinform Belga NTB Tasnim RIA
            """
        )
    },
    "the associated press": "AP",
    "associated press": "AP",
    "agence france-presse": "AFP",
    "thomson reuters": "Reuters",
    "press trust of india": "PTI",
    "deutsche presse-agentur": "dpa",
    "united press international": "UPI",
    "anadolu agency": "Anadolu",
    "ria novosti": "RIA",
    "press association": "PA",
    "canadian press": "Canadian Press",
    "the canadian press": "Canadian Press",
    "philippine news agency": "PNA",
    "news agency of nigeria": "NAN",
}
"""As they are written → as the record has them."""
_BY_CASE = frozenset(words("AP UNI APP NAN SANA RIA APA ANI PNA PA"))
"""Words of other languages, or of prose, but for their capitals."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Credits:
    """What bylines and sign-offs say."""

    people: tuple[str, ...] = ()
    """Names, with the role in brackets where one is given: “Bo Kim (editing)”."""
    agencies: tuple[str, ...] = ()


_ROLES = (
    ("additional reporting", r"(?:additional|extra|further|more) report(?:ing|s)"),
    ("reporting", r"reporting|reported|research"),
    ("writing", r"writing|written|words|text|story"),
    ("editing", r"editing|edited"),
    ("compiling", r"compiled|compilation"),
    ("translation", r"translation|translated(?: from [A-Z]\w+)?"),
    ("photographs", r"photograph(?:s|y|ed)|photos?|pictures?|images?"),
    ("video", r"video|filmed"),
    ("graphics", r"graphics?|illustrations?|maps?"),
)
_ROLE = "|".join(pattern for _, pattern in _ROLES)
_MARKER = regex(
    rf"(?P<role>\b(?:{_ROLE})(?: (?:and|&) (?:{_ROLE}))?)(?: (?:was|is) (?:done|provided))?(?: by:?| ?:) "
    r"|(?P<by>^(?:posted (?:on .{4,30}? )?)?by:? |^authors?: ?)"
    r"|(?P<source>\bwith (?:some |additional )?(?:inputs?|files|material|information|reports?|a report|contributions?)(?: (?:from|by))? "
    r"|\b(?:inputs?|files|material|information)\b[^.]{0,40}? (?:from|by) |(?:^|[.;] )with (?=(?-i:[A-Z])))",
    re.IGNORECASE,
)
_CONTRIBUTED = regex(
    r"(?:^|[.;] )(?P<names>[A-Z][^.;]*?) (?:also |further )?contributed\b"
    r"|(?<=, and )(?P<too>(?:[A-Z][\w.'’-]+ ){1,3}[A-Z][\w'’-]+) from [A-Z]"
)
_CUT = regex(
    r"\s[|·•/–—]|\s-\s|\s{3,}|\s(?:On )?(?:(?i:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?i:day)?\b\.?,? )"
    r"|\s(?:On )?(?i:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)(?i:uary|ruary|ch|il|ust|ember|ober)?\.? \d"
    r"|\s\d|\sUpdated\b|\sViews\b|@|\bin Uncategorized"
)
_WHERE = regex(r"\s(?:in|from|at|for)\s.*$|\s?\((?!a )[^()]*\)$")
_TITLE = regex(
    r"(?:\w[\w’'-]*,? ){0,4}(?:writer|reporter|correspondent|editor|photographer|producer|bureau chief|freelancer)$",
    re.IGNORECASE,
)
_NOBODY = regex(
    r"(?:the )?(?:(?:news |other |wire )?agenc(?:y|ies)|newsroom|webmaster|web desk|(?:news )?wires?|wire (?:reports?|services?)|staff|admin|correspondents|reporters|writers|editors"
    r"|news|names withheld|others?|inputs?|files|reports?)$",
    re.IGNORECASE,
)
_OUTLET = regex(
    r"(?:news|press|post|times|radio|tv|television|agency|service|network|wires?|tribune|gazette|media|observer|monitor|independent|online|desk|tolo\w*)$",
    re.IGNORECASE,
)
_LED = regex(
    r"^(?:.*\b(?:writers?|reporters?|correspondents?|producers?|journalists?) (?=[A-Z])|[\w.]+['’]s (?=[A-Z]\w+ [A-Z]))"
)
_PLACE_OF_TWO = regex(
    r"(?:New|San|Los|Las|Saint|St\.?|El|La|Port|Addis|Dar|Cape|Hong|Tel|Rio|Santo|Buenos|Kuala|Phnom|Abu|South|North|East|West) "
)


def read_credits(
    bylines: Iterable[str], signed: Iterable[str], first: str = "", last: str = ""
) -> Credits:
    """Read the lines that say who made an article.

    Args:
        bylines: Those above it.
        signed: Those below it.
        first: Its first paragraph, for an agency in the dateline.
        last: Its last paragraph, for an agency at its end.
    """
    roles: dict[str, dict[str, None]] = {}
    names: dict[str, str] = {}
    agencies: dict[str, None] = {}
    for line in (*bylines, *signed):
        for name, role in _people(line, agencies):
            names.setdefault(name.casefold(), name)
            roles.setdefault(name.casefold(), {}).update({role: None} if role else {})
    people = tuple(
        f"{name} ({' and '.join(roles[key])})" if roles[key] else name
        for key, name in names.items()
    )
    for name in _tags(first, last):
        agencies[name] = None
    return Credits(people=people, agencies=tuple(agencies))


SIGNED = regex(
    rf"(?<=[.!?”\"’]) [(\[—–-]+ ?(?:{_ROLE}|with (?:inputs?|files|reports?|a report))(?: (?:and|&) (?:{_ROLE}))? (?:by|from) (?-i:[A-Z])[^()\[\]“”]*[)\]]?$",
    re.IGNORECASE,
)
"""A sign-off at the end of a paragraph: “… he said. (Reporting by Ann Lee; Editing by Bo Kim)”."""


SIGNATURE = regex(
    rf"\W*(?:(?:photo |copy |additional )?(?:{_ROLE})(?: (?:and|&) (?:{_ROLE}))?(?: from [A-Z]\w+)? by (?-i:[A-Z])"
    rf"|[–—-]{{1,2}} ?(?-i:{'|'.join(sorted({*_AGENCIES.values()} - _BY_CASE | {'AP'}))})\b)",
    re.IGNORECASE,
)
"""How a sign-off below the article begins that is like no other line of a page: “[Reporting by …”, “-- AFP and Reuters”."""


def read_author(listed: str) -> Credits:
    """An author as a page's data give it: “By Ann Lee and Bo Kim, Reuters”."""
    return read_credits([re.sub(r"(?i)^(?:by:? )?", "By ", listed.strip())], ())


def agency(name: str) -> str:
    """The agency that a name is, as a record has it; empty when it is none that is known."""
    name = name.strip(" .,;()[]")
    known = _AGENCIES.get(name.lower(), "")
    return known if known not in _BY_CASE or name == known or " " in name else ""


def _tags(first: str, last: str) -> Iterator[str]:
    """Agencies in the dateline, and in brackets or behind a dash at the end: “… he said. (AFP)”."""
    length, head = dateline(first)
    tags = re.findall(r"\(([^()]{2,30})\)", head) if length else []
    found = re.search(
        r"[.!?”\"] ?(?:[(\[](?P<a>[^()\[\]]{2,40})[)\]]|[—–-]{1,2} ?(?P<b>[\w /,-]{2,30}))\.?$",
        last,
    )
    for tag in (*tags, *((found["a"] or found["b"],) if found else ())):
        for part in re.split(r"[/,]| and |-(?=[A-Z])", re.sub(r"^(?:with|by) ", "", tag)):
            if known := agency(part):
                yield known


def _people(line: str, agencies: dict[str, None]) -> Iterator[tuple[str, str]]:
    """(name, role) of those whom a line credits; the agencies in it are added to `agencies`."""
    bare = line.strip(" \t[]–—-*>")
    bare = bare[1:].removesuffix(")") if bare.startswith("(") else bare
    bare = bare if "(" in bare else bare.rstrip(")")
    for found in _CONTRIBUTED.finditer(bare):
        for name, _ in _names(found["names"] or found["too"], agencies):
            yield name, "contributing"
    marks = [] if "contributed" in bare else list(_MARKER.finditer(bare))
    for at, mark in enumerate(marks):
        listed = bare[mark.end() : marks[at + 1].start() if at + 1 < len(marks) else len(bare)]
        used = bool(mark["source"]) or _is_used(bare, mark)
        for name, title in _names(listed, agencies, used=used):
            yield name, _role(mark) or title
    for tag in re.split(r"[/,&|:]| and | with ", bare):
        if known := agency(tag):
            agencies[known] = None


def _is_used(line: str, mark: re.Match[str]) -> bool:
    """Whether a list says what the text was made from: “With reporting by AFP, AP, and Tolo News”."""
    return line[: mark.start()].lower().strip() in ("with", "with some")


def _role(mark: re.Match[str]) -> str:
    if not mark["role"]:
        return "contributing" if mark["source"] else ""
    return _roles(mark["role"])


def _roles(named: str) -> str:
    """“Text and photographs” as the record has it; empty when it names no role."""
    parts = re.split(r" (?:and|&) ", named.lower())
    roles = (
        next((n for n, p in _ROLES if re.fullmatch(p, part, re.IGNORECASE)), "") for part in parts
    )
    return " and ".join(dict.fromkeys(filter(None, roles)))


def _names(listed: str, agencies: dict[str, None], *, used: bool = False) -> list[tuple[str, str]]:
    """(name, title) of the people, desks and outlets of a list; its agencies are added to `agencies`."""
    cut = _CUT.search(f" {listed}")
    listed = listed[: max(0, cut.start() - 1)] if cut else listed
    parts = [p for each in _BETWEEN.split(f"{listed} ") if (p := each.strip(" ;:"))]
    known = [agency(re.sub(r"(?i)\s*(?:staff|inputs|writer)$", "", part)) for part in parts]
    agencies.update((name, None) for name in known if name)
    found: list[tuple[str, str]] = []
    placed = False
    for part, wire in zip(parts, known, strict=True):
        name = _plain_name(part)
        if found and not wire and _TITLE.match(name):
            found[-1] = found[-1][0], name
        elif wire or len(name) < 3 or _NOBODY.match(name) or not _NAMED.match(name):
            pass
        elif used and any(known) and (" " not in name or _OUTLET.search(name)):
            agencies[name] = None
        elif not (found and _is_aside(name, placed=placed)):
            role = re.search(r"\(([^()]+)\)$", part)
            found.append((name, _roles(role[1]) if role else ""))
        placed = placed or re.search(r"\s(?:in|from)\s", part) is not None
    return found


_BETWEEN = regex(r",|;| (?i:and) | & | with |(?<=[a-z]{2})\. ")
_NAMED = regex(r"(?i:our|the|a )|[^\W\d_a-z]")


def _plain_name(part: str) -> str:
    """A name without where somebody was, for whom they write, and what is printed behind it."""
    name = _LED.sub("", _WHERE.sub("", re.sub(r"(?i)^(?:with|by)\s+", "", part))).strip(" ,")
    name = re.sub(r" (?:at|in|on)$", "", name)
    name = name if re.search(r"\b[A-Z]\.$", name) else name.rstrip(".")
    capitals = re.match(r"(?:[A-Z][A-Z.'’-]+ )+[A-Z][A-Z'’-]+(?= [A-Z][a-z])", name)
    return re.sub(r"\s+", " ", capitals[0] if capitals else name)


def _is_aside(name: str, *, placed: bool) -> bool:
    """Whether what follows a name is a place or an outlet: “Ann Lee, Kabul”, “in Mosul, Basra and Hilla”."""
    place = placed and _PLACE_OF_TWO.match(name) is not None
    return " " not in name or _OUTLET.search(name) is not None or place
