"""The nouns of a sourced chronology, as immutable values.

A **claim is not an event**: an event carries the claims made about it, each with its speaker, the
outlet that printed it and the day on which it was said. Nothing here reads files, knows the time or
knows a country; what a province is comes from the site's gazetteer.
"""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from site_gen.dates.edtf import EventDate  # noqa: TC001
from site_gen.diagnostics import Span  # noqa: TC001 - the cache reads it from here

Stance = Literal["asserts", "confirms", "denies", "unconfirmed"]
STANCES: tuple[Stance, ...] = ("asserts", "confirms", "denies", "unconfirmed")
"""`asserts` and `confirms` affirm; `denies` contradicts; `unconfirmed` relays without vouching."""

Qualifier = Literal[
    "exactly",
    "more than",
    "at least",
    "nearly",
    "up to",
    "fewer than",
    "about",
    "expected",
    "planned",
]
QUALIFIERS: tuple[Qualifier, ...] = (
    "exactly",
    "more than",
    "at least",
    "nearly",
    "up to",
    "fewer than",
    "about",
    "expected",
    "planned",
)

DisputeKind = Literal["contradiction", "tension", "different scope", "probable error"]
DISPUTE_KINDS: tuple[DisputeKind, ...] = (
    "contradiction",
    "tension",
    "different scope",
    "probable error",
)

Status = Literal["disputed", "claimed", "corroborated", "reported"]
"""Derived by `timeline`, never typed in by an editor."""


class Source(Struct, frozen=True, kw_only=True, gc=False, array_like=True):
    """One supplied document. Its record is `seeds/<id>.yaml`, or stands inside an entry."""

    id: str
    headline: str
    publisher: str
    """Empty when not known; pages then say so."""
    credits: tuple[str, ...] = ()
    agencies: tuple[str, ...] = ()
    """Agencies whose reporting the document says it uses (“With reporting by AFP”)."""
    published: EventDate | None = None
    published_note: str = ""
    url: str = ""
    """Empty when not known; an address is never made up."""
    archived: str = ""
    retrieved: str = ""
    sha256: str = ""
    """Of the text's UTF-8 bytes, `seeds/<id>.txt`; empty when no text was supplied."""
    words: int | None = None
    language: str = ""
    reworded: str = ""
    """Why its wording cannot be trusted; when set, no quotation from it may be printed."""
    note: str = ""
    quotes: tuple[str, ...] = ()
    """SHA-256 of each verified quotation, after folding (see `quotes`)."""
    inline: bool = False
    span: Span
    hash_span: Span | None = None
    """Where `sha256` stands."""


class Claim(Struct, frozen=True, kw_only=True, gc=False, array_like=True):
    """One statement by one speaker about an event."""

    id: str
    """Unique within its event; given, or made from the speaker's name."""
    speaker: str
    """Canonical name of the actor who said it."""
    role: str = ""
    party: str = ""
    """Key of the site's `parties`; given, or the speaker's own from the register of actors."""
    stance: Stance = "asserts"
    says: str = ""
    """The statement in the editor's own words."""
    quote: str = ""
    """A short fragment of the speaker's words, to the letter."""
    source: str
    """Id of the source that carries the statement."""
    via: str = ""
    """Agency or outlet through which the source has it (“according to AFP”)."""
    to: str = ""
    """To whom it was said, when that is known (“the UN Security Council”)."""
    said: EventDate | None = None
    """When it was said, as far as the source tells; not when it was printed."""
    origin: str = ""
    """Overrides whom the statement goes back to, for the count of independent origins."""
    not_disputed: str = ""
    span: Span
    quote_span: Span | None = None
    """Where `quote` stands."""


class Figure(Struct, frozen=True, kw_only=True, gc=False, array_like=True):
    """One point of a series: a number, how exact it is, and who gave it."""

    series: str
    value: float | None
    """None when the source gives words only (“dozens”), which then stand in `words`."""
    high: float | None = None
    """Upper end, when the source gives a range; `value` is then the lower end."""
    qualifier: Qualifier = "exactly"
    words: str = ""
    of: float | None = None
    """The whole of which `value` is a part (50 of 370 districts)."""
    as_of: EventDate
    scope: str = ""
    """What exactly is counted; figures of different scope never share a line."""
    claim: str = ""
    """Id of the claim of the same event that carries it; empty: the article's own voice."""
    source: str
    not_disputed: str = ""
    span: Span


class Event(Struct, frozen=True, kw_only=True, gc=False, array_like=True):
    """One dated happening: a level-2 section of an entry."""

    id: str
    """Unique within its entry; the fragment of its permalink."""
    entry: str
    """Slug of the entry that it stands in."""
    title: str
    date: EventDate
    date_note: str = ""
    """How the date follows from the text, where that is not plain."""
    provinces: tuple[str, ...] = ()
    """ISO 3166-2 codes; empty only for events outside every province."""
    places: tuple[str, ...] = ()
    """Ids of places in the gazetteer."""
    type: str = ""
    """ACLED sub-event type, or a type that the site declares; empty: none fits."""
    actors: tuple[str, ...] = ()
    """Canonical names; the first is the one whose act the event is (ACLED's actor 1)."""
    sources: tuple[str, ...] = ()
    claims: tuple[Claim, ...] = ()
    figures: tuple[Figure, ...] = ()
    background: bool = False
    """History that the article recalls, outside the period of the chronology."""
    planned: bool = False
    """Announced for its date by an article that appeared earlier."""
    same_as: tuple[str, ...] = ()
    """References (`entry#event`) to accounts of the same happening in other entries."""
    same_as_places: tuple[tuple[int, int], ...] = ()
    """(line, column) of each of them."""
    not_disputed: str = ""
    digest: str = ""
    """Of everything but the place in the file; equal digests mean equal events."""
    part: int = 0
    """Which part of the entry's body it is; its prose is `Body.parts[part]`."""
    span: Span

    @property
    def ref(self) -> str:
        """How other files name it: `entry-slug#event-id`."""
        return f"{self.entry}#{self.id}"


class Verdict(Struct, frozen=True, kw_only=True):
    """A derived status with the counts that it rests on."""

    status: Status
    outlets: int
    """Publishers that carry the event."""
    origins: int
    """Independent voices that affirm it."""


class Prose(Struct, frozen=True, kw_only=True, gc=False, array_like=True):
    """The words of one part of an entry: of an event, of the lead, or of an undated section."""

    html: str
    """Rendered; holds `ROOT` marks for links within the site."""
    text: str
    """Plain, a line for each paragraph."""


class Body(Struct, frozen=True, kw_only=True, gc=False, array_like=True):
    """The words of an entry, kept apart from its data: most of a build works without them."""

    parts: tuple[Prose, ...]
    """In the order of the file, events and undated sections alike."""
    digest: str


class Link(Struct, frozen=True, kw_only=True, gc=False, array_like=True):
    """A link in a body that must lead somewhere within the site."""

    target: str
    """Site path or reference as typed, e.g. `/provinces/herat/` or `../entries/x/#y`."""
    span: Span


class Entry(Struct, frozen=True, kw_only=True, gc=False, array_like=True):
    """One article, in the editor's own words."""

    slug: str
    title: str
    date: EventDate
    """When the article was published."""
    provinces: tuple[str, ...]
    sources: tuple[str, ...]
    cited: tuple[tuple[str, Span], ...] = ()
    """(source id, place in the file) for every id of the register that the entry names."""
    inline_sources: tuple[Source, ...] = ()
    summary: str = ""
    tags: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    asked_at: tuple[int, int] = (1, 1)
    """Line and column of the import's questions."""
    alias_places: tuple[tuple[int, int], ...] = ()
    """(line, column) of each of them."""
    draft: bool = False
    questions: tuple[tuple[str, str], ...] = ()
    """(field, reason) of what an import could not settle; a release must have none."""
    prose: str = ""
    """Digest of the body."""
    parts: int = 0
    """How many parts the body has."""
    events: tuple[Event, ...] = ()
    """In the order of the file."""
    links: tuple[Link, ...] = ()
    span: Span


class Revision(Struct, frozen=True, kw_only=True, gc=False, array_like=True):
    """One commit of the site's repository that changed an entry."""

    commit: str
    """Its id, 40 hexadecimal characters or more."""
    moment: str
    """RFC 3339, in UTC."""
    kind: Literal["published", "corrected", "edited"]
    """`edited`: only the words around what it says, or nobody knows what it said before."""
    changes: tuple[str, ...] = ()
    """What it says that the version before did not, a sentence each."""


class DisputeMember(Struct, frozen=True, kw_only=True, gc=False, array_like=True):
    """One side's account: an event or a claim."""

    ref: str
    """`entry#event` or `entry#event.claim`."""
    account: str = ""
    """Heading of the column that it stands in; by default the speaker or the outlet."""
    span: Span


class Dispute(Struct, frozen=True, kw_only=True, gc=False, array_like=True):
    """Claims or events that contradict each other or are in tension."""

    slug: str
    title: str
    kind: DisputeKind
    members: tuple[DisputeMember, ...]
    summary: str = ""
    settles: str = ""
    """What would settle it."""
    html: str = ""
    text: str = ""
    links: tuple[Link, ...] = ()
    span: Span


class StaticPage(Struct, frozen=True, kw_only=True, gc=False, array_like=True):
    """A page of prose: about, method."""

    slug: str
    title: str
    summary: str = ""
    html: str = ""
    text: str = ""
    order: int = 0
    links: tuple[Link, ...] = ()
    span: Span


class Actor(Struct, frozen=True, kw_only=True, gc=False, array_like=True):
    """A person, an organisation or a group that acts or speaks."""

    name: str
    slug: str
    kind: Literal["person", "organisation", "group"] = "group"
    """`group` is for speakers without a name: “local officials”, “truck drivers”."""
    party: str = ""
    role: str = ""
    aliases: tuple[str, ...] = ()
    names: tuple[tuple[str, str], ...] = ()
    """(language tag, name) in other scripts."""
    note: str = ""
    registered: bool = False

    @property
    def named(self) -> bool:
        """Whether a reader could go and ask: a person or an organisation, not “officials”."""
        return self.kind != "group"
