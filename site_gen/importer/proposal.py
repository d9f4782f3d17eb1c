"""What an import proposes, and what it was told in advance."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from site_gen.importer.dates.parts import DateMention
    from site_gen.importer.figures import FigureMention
    from site_gen.importer.page.furniture import Document
    from site_gen.importer.places.parts import PlaceMention
    from site_gen.importer.places.scenes import Scene
    from site_gen.importer.publication.day import Publication, Stated
    from site_gen.importer.speakers.finding import SpeakerMention


@dataclass(frozen=True, slots=True, kw_only=True)
class Answers:
    """What is known in advance, from the command line or from the page's own data."""

    name: str
    """Of the input, for messages."""
    date: str = ""
    """EDTF."""
    url: str = ""
    publisher: str = ""
    title: str = ""
    credits: tuple[str, ...] = ()
    stated: tuple[Stated, ...] = ()
    retrieved: str = ""
    today: str = ""
    """The real day: nothing was published after it. Never the date itself."""
    period: tuple[str, str] | None = None
    elsewhere: frozenset[str] = frozenset()
    """Keys of paragraphs that stand in other sources (`page.lines.paragraph_key`)."""
    taken: frozenset[str] = frozenset()
    """Ids and slugs that are in use."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """Something that the evidence does not settle."""

    field: str
    """`date`, `title`, `publisher`, `provinces`, or `event-id.date`, `event-id.places`."""
    reason: str
    candidates: tuple[str, ...] = ()
    evidence: tuple[int, ...] = ()
    """Lines of the supplied text."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EventHint:
    """A dated happening that the text seems to tell of."""

    id: str
    date: str
    """EDTF; never more precise than the text."""
    note: str
    provinces: tuple[str, ...] = ()
    """Codes."""
    places: tuple[str, ...] = ()
    """Ids of the gazetteer."""
    speakers: tuple[SpeakerMention, ...] = ()
    figures: tuple[FigureMention, ...] = ()
    unclear_speakers: tuple[SpeakerMention, ...] = ()
    """Who speaks in the same paragraph, of which of its days is not clear."""
    unclear_figures: tuple[FigureMention, ...] = ()
    lines: tuple[int, ...] = ()
    plan: bool = False
    caption: bool = False
    waiting: tuple[str, ...] = ()
    """What its dates would be with the first candidate for the day of publication."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """All that an import knows of one text."""

    source_id: str
    slug: str
    sha256: str
    document: Document = field(repr=False)
    published: Publication
    publisher: str
    provinces: tuple[str, ...]
    """Names, as the entry lists them."""
    events: tuple[EventHint, ...] = ()
    dates: tuple[DateMention, ...] = field(default=(), repr=False)
    places: tuple[PlaceMention, ...] = field(default=(), repr=False)
    scenes: tuple[Scene, ...] = field(default=(), repr=False)
    speakers: tuple[SpeakerMention, ...] = field(default=(), repr=False)
    figures: tuple[FigureMention, ...] = field(default=(), repr=False)
    questions: tuple[Question, ...] = ()
    record: str = field(repr=False)
    """Text of `seeds/<id>.yaml`."""
    entry: str = field(repr=False)
    """Text of `content/entries/<slug>.md`."""
    explanation: tuple[str, ...] = field(default=(), repr=False)
    """What was dropped, and how each answer follows; for `--explain`."""


def bounds(published: Publication) -> str:
    """The publication date as far as it is known, as EDTF: the day, or what bounds it."""
    if published.value:
        return published.value
    if published.span:
        return published.span
    return "1900/.."


def whole_day(edtf: str) -> date | None:
    """The day of a date in EDTF that is one, sure or not."""
    found = re.fullmatch(r"(\d{4}-\d\d-\d\d)[~?%]?", edtf)
    return date.fromisoformat(found[1]) if found else None
