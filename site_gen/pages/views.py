"""What templates see: plain values, nothing else.

A template gets one view and the site's frame, so a page cannot depend on anything that its view does
not hold. That is what makes an incremental build provably equal to a clean one. Addresses begin with
the mark `address.ROOT`. HTML is in fields called `html` and has passed `markdown`; all else is text.

Structs, for they are many: a dataclass costs half a millisecond at import, and making one five times
the time.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from collections.abc import Callable

    from site_gen.dates.edtf import EventDate
    from site_gen.dates.wording import DateLocale


class DateView(Struct, frozen=True):
    """A date as precise as known. Its words are made when a template asks for them."""

    date: EventDate
    locale: DateLocale
    """The words in which the site says dates."""
    note: str = ""

    @property
    def edtf(self) -> str:
        """As typed."""
        return self.date.edtf

    @property
    def words(self) -> str:
        """For people: `about June 2021`."""
        return self.locale.words(self.date.edtf)

    @property
    def short(self) -> str:
        """For the date rail, without the year."""
        return self.locale.short(self.date.edtf)

    @property
    def machine(self) -> str:
        """Value for `<time datetime>`; empty when HTML has none for it."""
        return self.date.machine()

    @property
    def precision(self) -> str:
        """`day`, `month`, `interval` and so on."""
        return self.date.precision

    @property
    def approximate(self) -> bool:
        """“About”."""
        return self.date.approximate

    @property
    def uncertain(self) -> bool:
        """With a question mark."""
        return self.date.uncertain

    @property
    def start(self) -> str:
        """ISO date of the first day that it may be; empty when open."""
        return self.date.start or ""

    @property
    def end(self) -> str:
        """ISO date of the last day that it may be; empty when open."""
        return self.date.end or ""


class Link(Struct, frozen=True):
    """A name that leads somewhere."""

    name: str
    url: str
    note: str = ""


class ProvinceLink(Struct, frozen=True):
    """A province, or a place within one."""

    name: str
    url: str
    code: str
    kind: str = ""
    native: tuple[tuple[str, str], ...] = ()
    """(language tag, name)."""
    lat: float | None = None
    lon: float | None = None


class SourceLink(Struct, frozen=True):
    """A source, named as in a footnote."""

    id: str
    publisher: str
    """Empty when not known."""
    headline: str
    url: str
    external: str
    """Empty when not known."""
    published: DateView | None
    reworded: bool


class DisputeLink(Struct, frozen=True):
    """A dispute, seen from an event or a claim that is part of it."""

    name: str
    url: str
    kind: str
    since: DateView | None
    """Day on which the first account of another day came out, when that was later than the event's own:
    before it nobody could know of the dispute."""


class ClaimView(Struct, frozen=True):
    """One statement by one speaker."""

    ref: str
    url: str
    speaker: Link
    named: bool
    role: str
    party: str
    party_label: str
    stance: str
    says: str
    quote: str
    source: SourceLink
    via: str
    to: str
    said: DateView | None
    disputes: tuple[DisputeLink, ...] = ()


class FigureView(Struct, frozen=True):
    """A number with its qualifier and its voice."""

    series: Link
    value: str
    qualifier: str
    of: str
    unit: str
    """Empty where the source has words for the number: “dozens” of what, the series tells."""
    scope: str
    as_of: DateView
    dated: bool
    """Whether that is another date than the event's."""
    speaker: str
    """Empty: the article's own voice."""
    voiced: bool
    """Whether somebody else speaks of the event, so that it must be said whose figure this is."""
    source: SourceLink


class Card(Struct, frozen=True):
    """An event wherever it is listed. Its prose is not part of it."""

    ref: str
    id: str
    url: str
    title: str
    date: DateView
    type: str
    type_group: str
    background: bool
    planned: bool
    draft: bool
    status: str
    outlets: int
    origins: int
    provinces: tuple[ProvinceLink, ...]
    places: tuple[ProvinceLink, ...]
    actors: tuple[Link, ...]
    claims: tuple[ClaimView, ...]
    figures: tuple[FigureView, ...]
    sources: tuple[SourceLink, ...]
    disputes: tuple[DisputeLink, ...]
    same_as: tuple[Link, ...]
    tags: tuple[str, ...]
    entry: Link
    known: str
    """ISO day from which it could be known; empty when not known."""


class CitationView(Struct, frozen=True):
    """How to cite an entry or an event."""

    url: str
    """Permalink, absolute."""
    title: str
    authors: tuple[str, ...]
    """Empty: the site itself."""
    bibtex: str
    csl: str


class PartView(Struct, frozen=True):
    """A stretch of an entry's body: prose, or an event with its prose."""

    html: str
    card: Card | None = None
    citation: Callable[[], CitationView] | None = None
    """Called by templates that show it."""
    """Of the event."""


class Sourcing(Struct, frozen=True):
    """How many events have a voice with a name."""

    events: int
    named: int
    """With at least one speaker whom a reader could ask: a person or an organisation."""
    unnamed: int
    """With speakers, none of them named (“local officials”)."""
    own_voice: int
    """Told by the article itself."""


class EntryCard(Struct, frozen=True):
    """An entry wherever it is listed."""

    slug: str
    url: str
    title: str
    date: DateView
    summary: str
    provinces: tuple[ProvinceLink, ...]
    tags: tuple[Link, ...]
    sources: tuple[SourceLink, ...]
    events: int
    draft: bool


class RevisionView(Struct, frozen=True):
    """When an entry came out, or what was corrected in it."""

    id: str
    """Fragment on the entry's page."""
    kind: str
    """`published` or `corrected`."""
    day: str
    """ISO day, in UTC."""
    words: str
    """The same for people."""
    changes: tuple[str, ...]
    entry: Link
    """To the entry, at this revision."""


class HistoryView(Struct, frozen=True):
    """What the repository remembers of an entry."""

    revisions: tuple[RevisionView, ...]
    """Oldest first; edits of words alone are left out."""
    edited: str
    """ISO day of the last change of any kind, when that is later than the last revision."""
    edited_words: str


class CorrectionsView(Struct, frozen=True):
    """The newest corrections of all entries."""

    corrections: tuple[RevisionView, ...]
    """Newest first."""
    more: bool
    """Whether there are older ones."""


class EntryView(Struct, frozen=True):
    """An entry's page."""

    card: EntryCard
    parts: tuple[PartView, ...]
    sourcing: Sourcing
    previous: Link | None
    next: Link | None
    path: str
    """Of its file, for “edit this entry”."""
    citation: Callable[[], CitationView]
    linked_data: Callable[[], str]
    """JSON-LD."""
    history: HistoryView | None = None
    """None without a repository."""
    questions: tuple[tuple[str, str], ...] = ()


class Count(Struct, frozen=True):
    """A line of an index: a way in, and how many events it leads to."""

    name: str
    url: str
    key: str
    events: int
    note: str = ""
    native: tuple[tuple[str, str], ...] = ()
    group: str = ""


class MonthGroup(Struct, frozen=True):
    """Cards under one heading of the timeline."""

    key: str
    """`YYYY-MM`, `YYYY`, `YYY`, `YY`, empty for dates without one, or `before` the chronology."""
    heading: str
    """Of `before`: the month in which the chronology begins."""
    url: str
    """Of the month's page; empty where there is none."""
    cards: tuple[Card, ...]


class BarView(Struct, frozen=True):
    """A day or month of the chart. `x` and `width` in percent, `y` and heights in pixels."""

    start: str
    end: str
    label: str
    events: int
    disputed: int
    x: float
    width: float
    y: float
    height: float
    disputed_y: float
    disputed_height: float
    about: int = 0
    """Events whose day is approximate or uncertain."""
    about_y: float = 0
    about_height: float = 0


class TickView(Struct, frozen=True):
    """A mark on the chart's axis."""

    x: float
    label: str
    """May be empty."""
    major: bool


class BandView(Struct, frozen=True):
    """An era above the chart."""

    label: str
    date: str
    x: float
    width: float
    y: int
    height: int
    before: bool
    """Whether it began before the chart does."""
    after: bool
    """Whether it goes on after the chart's end."""


class ChartView(Struct, frozen=True):
    """How many events by day or month, under the eras of the site."""

    unit: str
    """`day` or `month`."""
    start: str
    end: str
    units: int
    """How many days or months the chart is wide."""
    height: int
    base: int
    """Where the bars stand, in pixels from the top."""
    bar_height: int
    """Of the highest bar."""
    bars: tuple[BarView, ...]
    ticks: tuple[TickView, ...]
    bands: tuple[BandView, ...]
    peak: int
    peak_label: str
    counted: int
    """Events that are known sharply enough to be counted."""
    total: int
    first: str
    last: str
    throughout: tuple[tuple[str, str], ...] = ()
    """(title, date) of eras that began before the chart does and go on after its end: they need no band."""
    about: int = 0
    """Of the counted, how many are approximate or uncertain."""


class Shape(Struct, frozen=True):
    """A province on the map."""

    code: str
    name: str
    url: str
    path: str
    x: float
    y: float
    events: int
    level: int
    """Shade, 0 for none to 4; index into the map's scale."""
    labelled: bool
    """Whether its name stands on the map."""
    only_large: bool = False
    """Whether the name finds room only on a large map, where letters are small beside it."""


class Marker(Struct, frozen=True):
    """A place of known position on the map."""

    name: str
    kind: str
    url: str
    x: float
    y: float
    events: int


class MapView(Struct, frozen=True):
    """The provinces, shaded by how much is reported from them."""

    width: float
    height: float
    shapes: tuple[Shape, ...]
    markers: tuple[Marker, ...]
    outside: int
    """Events that happened in no province."""
    scale: tuple[tuple[int, int, int], ...]
    """(shade, fewest events, most events), lightest first."""
    here: str = ""
    """Code of the province that the page is about."""
    provenance: str = ""


class ListingView(Struct, frozen=True):
    """A page that lists events in time order: home, month, province, source, tag, actor."""

    title: str
    url: str
    groups: tuple[MonthGroup, ...]
    shown: int
    total: int
    order: str
    """`newest` or `oldest` first."""
    parts: tuple[Count, ...] = ()
    """The other pages of a long listing, by stretch of time."""
    previous: Link | None = None
    next: Link | None = None
    map: MapView | None = None
    chart: ChartView | None = None
    facets: tuple[tuple[str, tuple[Count, ...]], ...] = ()
    """(facet, values) to filter by; only values that occur on the page."""
    key: str = ""
    """Of the stretch of time on this page, as in `parts`."""
    all_values: str = ""
    """Address of the values of the events on all pages; empty when this page has all of them."""
    standing: tuple[tuple[str, int], ...] = ()
    """(status, events on all pages), each status once, the weakest first; empty where it is not told."""


class ProvinceView(Struct, frozen=True):
    """A province's page."""

    name: str
    code: str
    native: tuple[tuple[str, str], ...]
    aliases: tuple[str, ...]
    capital: ProvinceLink | None
    neighbours: tuple[Link, ...]
    borders: tuple[str, ...]
    places: tuple[Count, ...]
    listing: ListingView


class SourceView(Struct, frozen=True):
    """A source's page: its record, and the events that rest on it."""

    link: SourceLink
    credits: tuple[str, ...]
    agencies: tuple[str, ...]
    published_note: str
    archived: str
    retrieved: str
    sha256: str
    words: str
    language: str
    reworded: str
    note: str
    quotes: int
    entries: tuple[Link, ...]
    listing: ListingView


class ActorView(Struct, frozen=True):
    """An actor's page: everything that it said and did, in time order."""

    name: str
    slug: str
    kind: str
    party: str
    role: str
    aliases: tuple[str, ...]
    native: tuple[tuple[str, str], ...]
    note: str
    said: int
    did: int
    listing: ListingView


class TermView(Struct, frozen=True):
    """The page of a tag or a month."""

    listing: ListingView
    kind: str


class IndexView(Struct, frozen=True):
    """A page that lists ways in: provinces, sources, tags, actors, months."""

    title: str
    kind: str
    counts: tuple[Count, ...]
    map: MapView | None = None
    sources: tuple[SourceLink, ...] = ()


class EntriesView(Struct, frozen=True):
    """The list of entries by publication."""

    title: str
    cards: tuple[EntryCard, ...]
    parts: tuple[Count, ...] = ()
    previous: Link | None = None
    next: Link | None = None


class AccountView(Struct, frozen=True):
    """One column of a dispute: what one side says."""

    heading: str
    members: tuple[tuple[Card, ClaimView | None], ...]
    """The event, and the claim where the dispute names one."""


class DisputeView(Struct, frozen=True):
    """A dispute's page: the accounts side by side."""

    title: str
    kind: str
    summary: str
    settles: str
    html: str
    accounts: tuple[AccountView, ...]
    provinces: tuple[ProvinceLink, ...]
    previous: Link | None
    next: Link | None
    path: str


class DisputeCard(Struct, frozen=True):
    """A dispute wherever it is listed."""

    url: str
    title: str
    kind: str
    summary: str
    accounts: tuple[str, ...]


class DisputesView(Struct, frozen=True):
    """The list of disputes."""

    title: str
    disputes: tuple[DisputeCard, ...]


class PointView(Struct, frozen=True):
    """A point of a series, as the table gives it."""

    tag: str
    """What it is called in the plot; empty when it is not in it."""
    date: DateView
    value: str
    number: float | None
    high: float | None
    qualifier: str
    of: str
    scope: str
    speaker: Link | None
    """None: the article's own voice."""
    role: str
    source: SourceLink
    event: Link


class MarkView(Struct, frozen=True):
    """A point in a plot. Measures across are percent, upright ones pixels from the top."""

    tag: str
    value: str
    """The number or range, without its qualifier."""
    shape: str
    """`exact`, `above`, `below`, `about` or `ahead`."""
    qualifier: str
    x: float
    y: float
    y_high: float | None
    """Where the upper end of a range lies; `y` is then the lower end."""
    x1: float | None
    """Where a date of more than one day begins and, in `x2`, ends."""
    x2: float | None
    before: bool
    """Whether the date is open to the past (“by 25 June”)."""
    after: bool
    """Whether it is open to the future."""
    vague: bool
    """Whether the date is approximate or uncertain."""
    voice: str
    date: str
    scope: str
    side: str = "right"
    """Of the marker, where its label stands: `left` or `right`."""
    rise: int = 0
    """By how much the label is lower than the marker."""
    told: bool = True
    """Whether the label has room for the voice; its tag always shows."""


class StrokeView(Struct, frozen=True):
    """A line between two points that count the same."""

    x1: float
    y1: float
    x2: float
    y2: float


class ScopeView(Struct, frozen=True):
    """What the points of a letter count."""

    tag: str
    name: str


class PlotView(Struct, frozen=True):
    """The geometry of a plot."""

    unit: str
    height: int
    base: int
    """Where zero lies."""
    top: int
    rungs: tuple[tuple[float, str], ...]
    """(height, label) of the lines of the scale."""
    ticks: tuple[TickView, ...]
    strokes: tuple[StrokeView, ...]
    marks: tuple[MarkView, ...]
    scopes: tuple[ScopeView, ...]
    shapes: tuple[tuple[str, str], ...]
    """(shape, qualifier) of the markers that need an explanation."""
    ranges: bool
    """Whether some mark needs this one explained; likewise below."""
    spans: bool
    open: bool
    vague: bool
    first: str
    last: str


class SeriesView(Struct, frozen=True):
    """A series with its plot and its table."""

    key: str
    title: str
    unit: str
    about: str
    points: tuple[PointView, ...]
    plot: PlotView | None = None
    """None: fewer than two points have a number."""


class FiguresView(Struct, frozen=True):
    """All series."""

    title: str
    series: tuple[SeriesView, ...]


class ProseView(Struct, frozen=True):
    """A page of prose: about, method; also 404 and search."""

    title: str
    summary: str
    html: str
    sourcing: Sourcing | None = None
    counts: tuple[Count, ...] = ()
    ways: tuple[Link, ...] = ()
