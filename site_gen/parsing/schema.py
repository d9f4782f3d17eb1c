"""The shapes of all that an editor writes in YAML. `docs/entry-format.md` says the same in words."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from site_gen.model import DISPUTE_KINDS, QUALIFIERS, STANCES
from site_gen.parsing.shape import (
    BASE_URL,
    BOOL,
    DATE,
    DATE_TEXT,
    HOST,
    INT,
    NUMBER,
    TEXT,
    URL,
    Choice,
    Either,
    Field,
    List,
    Map,
    Number,
    Pattern,
    Record,
    Shape,
    json_schema,
    one_or_more,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

TEXTS = List(TEXT)
NAMES = Map(TEXT)
SHA256 = Pattern("[0-9a-f]{64}", "a SHA-256 in 64 lower-case hexadecimal digits")
_STANCES_ELSEWHERE = {
    **dict.fromkeys(
        ("says", "said", "claims", "claimed", "states", "reports", "affirms"), "asserts"
    ),
    **dict.fromkeys(("rejects", "rejected", "refutes", "disputes", "contradicts"), "denies"),
    **dict.fromkeys(("admits", "acknowledges", "corroborates"), "confirms"),
    "not confirmed": "unconfirmed",
}
_QUALIFIERS_ELSEWHERE = {
    **dict.fromkeys(("over", "above", "more", ">"), "more than"),
    **dict.fromkeys(("at most", "no more than", "maximum", "max", "≤", "<="), "up to"),
    **dict.fromkeys(("no fewer than", "no less than", "minimum", "min", "≥", ">="), "at least"),
    **dict.fromkeys(("under", "below", "less than", "less", "<"), "fewer than"),
    **dict.fromkeys(("around", "approximately", "roughly", "some", "circa", "~"), "about"),
    **dict.fromkeys(("almost", "close to"), "nearly"),
}
"""Words that are near in letters can be far in meaning: “at most” is not “at least”."""
LANGUAGE = Pattern(
    "[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*", "a language tag", "write en, fa or uz-Cyrl (BCP 47)"
)
PROVINCE_CODE = Pattern("[A-Z]{2}-[A-Z0-9]{1,3}", "an ISO 3166-2 code", "write AF-HER")
COUNT = Number(least=0, whole=True)

NOT_DISPUTED = Field(
    "not_disputed", TEXT, doc="Answer to the conflict linter: why this is no contradiction."
)

_SOURCE_FIELDS = (
    Field("headline", TEXT, doc="The document's title."),
    Field("publisher", TEXT, nullable=True, doc="null: not known."),
    Field("credits", TEXTS, doc="Who is credited, as the document does it."),
    Field("agencies", TEXTS, doc="Agencies whose reporting the document says it uses."),
    Field("published", DATE, nullable=True, doc="When it was published (EDTF). null: not known."),
    Field("published_note", TEXT, doc="How that is known, if not from the document."),
    Field("url", URL, nullable=True, doc="Its address. null: not known; never made up."),
    Field("archived", URL, nullable=True, doc="Address of an archived copy."),
    Field("retrieved", DATE_TEXT, nullable=True, doc="When it was retrieved."),
    Field("sha256", SHA256, doc="Of the text's UTF-8 bytes."),
    Field("words", COUNT, doc="Number of words of the text."),
    Field("language", LANGUAGE, doc="Language tag (BCP 47)."),
    Field("reworded", TEXT, doc="Why the wording cannot be trusted; no quotation is printed then."),
    Field("note", TEXT),
    Field("quotes", List(SHA256), doc="Written by `site-gen verify`."),
)


def _required(fields: tuple[Field, ...], *names: str) -> tuple[Field, ...]:
    return tuple(
        Field(
            each.name,
            each.kind,
            required=each.required or each.name in names,
            nullable=each.nullable,
            doc=each.doc,
        )
        for each in fields
    )


SOURCE = Shape(
    name="source",
    fields=_required(_SOURCE_FIELDS, "headline", "publisher", "url"),
    doc="A document that entries rest on: seeds/<id>.yaml. Never its text.",
)

INLINE_SOURCE = Shape(
    name="inline_source",
    fields=_SOURCE_FIELDS,
    one_of=(("headline", "publisher", "url"),),
    doc="A source that stands inside an entry.",
)

CLAIM = Shape(
    name="claim",
    doc="One statement by one speaker. One of says and quote is required.",
    fields=(
        Field("speaker", TEXT, required=True, doc="A name of content/actors.yaml, or any other."),
        Field("role", TEXT, doc="As the source gives it."),
        Field("party", TEXT, doc="Key of the site's parties. Default: the speaker's."),
        Field(
            "stance",
            Choice(*STANCES, also=_STANCES_ELSEWHERE),
            doc="Towards the event as its heading states it. Default: asserts.",
        ),
        Field("says", TEXT, doc="The statement in the editor's words."),
        Field("quote", TEXT, doc="A short fragment of the speaker's words, to the letter."),
        Field("source", TEXT, doc="Id. Default: the event's only source."),
        Field("via", TEXT, doc="Agency or outlet through which the source has it."),
        Field("to", TEXT, doc="To whom it was said."),
        Field("said", DATE, doc="When it was said (EDTF), only if the source tells."),
        Field("origin", TEXT, doc="Origin that it goes back to, when not the speaker."),
        Field("id", TEXT, doc="For references. Default: made from the speaker's name."),
        NOT_DISPUTED,
    ),
)

FIGURE = Shape(
    name="figure",
    doc="One point of a series. One of value and words is required.",
    fields=(
        Field("series", TEXT, required=True, doc="Key of the site's series."),
        Field(
            "value",
            Either(NUMBER, List(NUMBER, least=2, most=2)),
            doc="A number, or a list of two for a range.",
        ),
        Field("words", TEXT, doc="How the source says it, when it gives no number."),
        Field(
            "qualifier", Choice(*QUALIFIERS, also=_QUALIFIERS_ELSEWHERE), doc="Default: exactly."
        ),
        Field("of", NUMBER, doc="The whole."),
        Field("as_of", DATE, doc="EDTF. Default: the event's date."),
        Field("scope", TEXT, doc="What exactly is counted; no line joins different scopes."),
        Field("claim", TEXT, doc="Id of the claim that carries it. Default: the article itself."),
        Field("source", TEXT, doc="Id. Default: the claim's, else the event's only source."),
        NOT_DISPUTED,
    ),
)

EVENT = Shape(
    name="event",
    doc="The block `yaml event` under an event's heading.",
    fields=(
        Field("provinces", TEXTS, doc="Default: the entry's. []: outside every province."),
        Field("places", TEXTS, doc="Towns, districts, crossings, airfields of the gazetteer."),
        Field("type", TEXT, doc="ACLED sub-event type, or one of the site's event_types."),
        Field("actors", TEXTS, doc="Who took part; the first is the one whose act it is."),
        Field("sources", one_or_more(TEXT), doc="Which of the entry's sources carry it."),
        Field("claims", List(Record(CLAIM)), doc="Who said what about it."),
        Field("figures", List(Record(FIGURE)), doc="Numbers that it gives."),
        Field("background", BOOL, doc="true: history that the article recalls."),
        Field("planned", BOOL, doc="true: announced for its date by an earlier article."),
        Field("date_note", TEXT, doc="How the date follows from the text."),
        Field("same_as", TEXTS, doc="entry#event: the same happening in other entries."),
        NOT_DISPUTED,
    ),
)

_QUESTION = Shape(
    name="question",
    fields=(
        Field("field", TEXT, required=True, doc="Key of the front matter, or event-id.key."),
        Field("reason", TEXT, required=True),
        Field("candidates", TEXTS, doc="Answers to choose from."),
        Field("evidence", List(NUMBER), doc="Lines of seeds/<id>.txt."),
    ),
    doc="What an import could not settle.",
)
_IMPORT = Shape(
    name="import",
    fields=(Field("questions", List(Record(_QUESTION))),),
    doc="Left by `site-gen import`.",
)

ENTRY = Shape(
    name="entry",
    doc="Front matter of content/entries/<slug>.md.",
    fields=(
        Field("title", TEXT, required=True, doc="Headline of the entry, in the editor's words."),
        Field("date", DATE, required=True, doc="When the article was published (EDTF)."),
        Field(
            "provinces",
            TEXTS,
            required=True,
            doc="Names, aliases or ISO 3166-2 codes from the gazetteer; [] outside every province.",
        ),
        Field(
            "sources",
            List(Either(TEXT, Record(INLINE_SOURCE))),
            required=True,
            doc="Ids of the register, or records with the same keys. Only a draft may have none.",
        ),
        Field("summary", TEXT, doc="One or two sentences."),
        Field("tags", TEXTS, doc="Words."),
        Field("slug", TEXT, doc="Address, if not the file's name."),
        Field("aliases", TEXTS, doc="Earlier addresses on this site that lead here."),
        Field("draft", BOOL, doc="true: shown in preview only."),
        Field("import", Record(_IMPORT), doc="Open questions of an import."),
    ),
    elsewhere=(
        (SOURCE, "in the record of the source: seeds/<id>.yaml"),
        (EVENT, "in the block `yaml event` below the heading of an event"),
    ),
)

_MEMBER = Shape(
    name="member",
    fields=(
        Field("ref", TEXT, required=True, doc="entry#event or entry#event.claim"),
        Field("account", TEXT, doc="Heading of its column. Default: speaker or outlet."),
    ),
    doc="One side's account.",
)

DISPUTE = Shape(
    name="dispute",
    doc="Front matter of content/disputes/<slug>.md.",
    fields=(
        Field("title", TEXT, required=True),
        Field("kind", Choice(*DISPUTE_KINDS), required=True),
        Field(
            "members",
            one_or_more(Either(TEXT, Record(_MEMBER))),
            required=True,
            doc="Events (entry#event) and claims (entry#event.claim).",
        ),
        Field("summary", TEXT, doc="One sentence for lists."),
        Field("settles", TEXT, doc="What would settle it."),
    ),
)

PAGE = Shape(
    name="page",
    doc="Front matter of content/pages/<slug>.md.",
    fields=(
        Field("title", TEXT, required=True),
        Field("summary", TEXT),
        Field("order", INT, doc="Lower comes first in the navigation."),
    ),
)

_ACTOR = Shape(
    name="actor",
    fields=(
        Field("name", TEXT, required=True),
        Field("slug", TEXT, doc="Address, if not made from the name."),
        Field(
            "kind",
            Choice("person", "organisation", "group"),
            doc="group: speakers without a name. Default.",
        ),
        Field("party", TEXT, doc="Key of the site's parties."),
        Field("role", TEXT),
        Field("aliases", TEXTS, doc="Other spellings."),
        Field("names", NAMES, doc="Language tag: name in other scripts."),
        Field("note", TEXT),
    ),
)
ACTORS = Shape(
    name="actors",
    doc="content/actors.yaml: who acts and speaks.",
    fields=(Field("actors", List(Record(_ACTOR)), required=True),),
)

_PARTY = Shape(
    name="party",
    fields=(
        Field("label", TEXT, required=True),
        Field("belligerent", BOOL, doc="true: its word about itself is only a claim."),
    ),
)
_SERIES = Shape(
    name="series",
    fields=(
        Field("title", TEXT, required=True),
        Field("unit", TEXT),
        Field("about", TEXT),
    ),
)
_ERA = Shape(
    name="era",
    fields=(Field("title", TEXT, required=True), Field("date", DATE, required=True)),
)
SITE = Shape(
    name="site",
    doc="content/site.yaml: the settings of the site.",
    fields=(
        Field("title", TEXT, required=True),
        Field("description", TEXT),
        Field("base_url", BASE_URL, doc="Where the site is published."),
        Field("language", LANGUAGE, doc="Language tag (BCP 47)."),
        Field("time_zone", TEXT, doc="Name of the IANA data base: Asia/Kabul."),
        Field("theme", TEXT),
        Field("gazetteer", TEXT, doc="File in content/."),
        Field("geometry", TEXT, doc="File in content/: outlines for the map."),
        Field("order", Choice("newest", "oldest"), doc="What comes first."),
        Field("period", DATE, doc="What the chronology covers (EDTF interval)."),
        Field("parties", Map(Record(_PARTY)), doc="Sides, and kinds of observers."),
        Field("event_types", TEXTS, doc="Beyond ACLED's sub-event types."),
        Field("series", Map(Record(_SERIES)), doc="Figures followed over time."),
        Field("eras", List(Record(_ERA)), doc="Stretches of time, shown as bands."),
        Field("license", TEXT),
        Field("editors", TEXTS),
        Field("repository", URL, doc="For “edit this entry” links."),
        Field("relative_urls", BOOL, doc="true: links between pages are relative."),
        Field("cname", HOST, doc="Domain of its own, for GitHub Pages."),
        Field("ignore", TEXTS, doc="Codes of warnings that are not reported."),
        Field("max_entry_bytes", Number(least=1, whole=True), doc="Larger ones are refused."),
    ),
)

_NAMES_FIELDS = (
    Field("aliases", TEXTS, doc="Other spellings in Latin script."),
    Field("names", NAMES, doc="Language tag: name in other languages."),
)
_POSITION_FIELDS = (
    # Their range is checked by the gazetteer, which looks at both of them together.
    Field("lat", NUMBER, doc="Degrees north."),
    Field("lon", NUMBER, doc="Degrees east."),
)
_KINDS = "city, town, district, crossing, airfield, village, or a word of your own."
_CAPITAL = Shape(
    name="capital",
    fields=(
        Field("name", TEXT, required=True),
        Field("kind", TEXT, doc="Default: city."),
        *_NAMES_FIELDS,
        *_POSITION_FIELDS,
        Field("note", TEXT),
    ),
)
_PLACE = Shape(
    name="place",
    fields=(
        Field("name", TEXT, required=True),
        Field("kind", TEXT, required=True, doc=_KINDS),
        *_NAMES_FIELDS,
        *_POSITION_FIELDS,
        Field("note", TEXT),
    ),
)
_PROVINCE = Shape(
    name="province",
    fields=(
        Field("code", PROVINCE_CODE, required=True, doc="ISO 3166-2."),
        Field("name", TEXT, required=True),
        *_NAMES_FIELDS,
        Field("slug", TEXT, doc="Part of the address, if not made from the name."),
        Field(
            "capital",
            Either(TEXT, Record(_CAPITAL, whole=True)),
            doc="A place written out, or the name of one of the places.",
        ),
        *_POSITION_FIELDS,
        Field("neighbours", List(PROVINCE_CODE), doc="Codes of the provinces next to it."),
        Field("borders", TEXTS, doc="Countries that it borders."),
        Field("places", List(Record(_PLACE, whole=True))),
    ),
)
_COUNTRY = Shape(
    name="country",
    fields=(
        Field("name", TEXT, required=True),
        Field("code", Pattern("[A-Z]{2}", "an ISO 3166-1 code", "write AF"), required=True),
    ),
)
PROVINCES = Shape(
    name="provinces",
    doc="The gazetteer: content/provinces.yaml.",
    fields=(
        Field("country", Record(_COUNTRY)),
        Field("provinces", List(Record(_PROVINCE, whole=True)), required=True),
    ),
)

SHAPES: Mapping[str, Shape] = MappingProxyType(
    {shape.name: shape for shape in (ACTORS, DISPUTE, ENTRY, EVENT, PAGE, PROVINCES, SITE, SOURCE)}
)
"""Whatever has a file or a block of its own, by name."""


def schemas() -> Mapping[str, dict[str, Any]]:
    """JSON Schemas (draft 2020-12) for editors: file name → schema, sorted by name."""
    return {
        f"{name}.schema.json": json_schema(shape, f"{name}.schema.json", shape.doc)
        for name, shape in sorted(SHAPES.items())
    }
