"""Words of the interface that the program itself puts on pages and into feeds: titles, ways, dates.

They come from the theme's catalogue, as the words in templates do. A theme that extends none need not
have them: what its catalogue lacks is said as here, which is what the default theme's says in English.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from site_gen.dates.strings import ALONE, MONTHS, locale_of
from site_gen.dates.strings import WORDS as OF_DATES

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from site_gen.dates.edtf import EventDate

WORDS = {
    "timeline": "Timeline",
    "articles": "Articles",
    "provinces": "Provinces",
    "sources": "Sources",
    "actors": "Actors",
    "disputes": "Disputes",
    "figures": "Figures",
    "months": "Months",
    "tags": "Tags",
    "corrections": "Corrections",
    "search": "Search",
    "not.found": "Page not found",
    "numbered": "{title}, page {n}",
    "stretch": "{title}, {stretch}",
    "comma": ", ",
    "number.group": ",",
    "number.decimal": ".",
    "publisher.unknown": "Publisher not known",
    "reworded.short": "reworded copy",
    "own.voice": "In its own voice:",
    "said": "said {date}",
    "to": "to {name}",
    "via": "via {name}",
    "about.articles": "All articles in order of publication.",
    "about.provinces": "The provinces of {country}, with the events in each.",
    "about.province": "What the sources report from {name}.",
    "about.sources": "Every document that this chronology rests on.",
    "about.source": "The record of this source, and {n} events that rest on it.",
    "about.actors": "Everyone who acts or speaks in this chronology.",
    "about.actor": "What {name} said and did, in time order.",
    "about.disputes": "Where accounts contradict each other or are in tension.",
    "about.figures": "Numbers followed over time, each with its qualifier and its voice.",
    "about.months": "Every month from which something is reported.",
    "about.month": "Events of {name}.",
    "about.tags": "Subjects of the articles, with the events of those.",
    "about.tag": "Events tagged “{name}”.",
    "about.corrections": "What was corrected in the entries after they had come out.",
    "about.search": "Search the chronology.",
    "of": "of {whole}",
    "qualifier.more than": "more than",
    "qualifier.at least": "at least",
    "qualifier.nearly": "nearly",
    "qualifier.up to": "up to",
    "qualifier.fewer than": "fewer than",
    "qualifier.about": "about",
    "qualifier.expected": "expected",
    "qualifier.planned": "planned",
    "status.disputed": "Disputed",
    "status.claimed": "Claimed",
    "status.corroborated": "Corroborated",
    "status.reported": "Reported",
    "cite.note": "On an article of {date}",
    "cite.in": "{note}, in: {title}",
    "feed.disputed": "status: disputed",
    "feed.claimed": "status: claimed",
    "feed.corroborated": "status: corroborated",
    "feed.reported": "status: reported",
    "feed.asserts": "asserts",
    "feed.confirms": "confirms",
    "feed.denies": "denies",
    "feed.unconfirmed": "relays, unconfirmed",
    "feed.province": "Articles that report from {name}.",
    "feed.corrections": "{title}: corrections",
    "feed.corrected": "Corrected: {title}",
    "calendar.without": "Without {n} of {all} events, whose days the sources do not give.",
    "correction.added": "{what} added: {after}",
    "correction.removed": "{what} removed: {before}",
    "correction.changed": "{what} changed from {before} to {after}",
    "correction.event.added": "event added: “{title}” ({date})",
    "correction.event.removed": "event removed: “{title}”",
    "correction.event.changed": "“{title}”: {change}",
    "correction.claim.added": "claim added: {claim}",
    "correction.claim.removed": "claim removed: {claim}",
    "correction.claim.changed": "{speaker}: {change}",
    "correction.figure.added": "figure added: {series}, {number}",
    "correction.figure.removed": "figure removed: {series}, {number}",
    "correction.said": "{speaker}, {words}",
    "correction.words": "“{text}”",
    "correction.background.set": "now marked as background",
    "correction.background.unset": "no longer marked as background",
    "correction.planned.set": "now marked as planned",
    "correction.planned.unset": "no longer marked as planned",
    "correction.of.headline": "headline",
    "correction.of.article-date": "date of the article",
    "correction.of.date": "date",
    "correction.of.title": "title",
    "correction.of.province": "province",
    "correction.of.place": "place",
    "correction.of.source": "source",
    "correction.of.type": "type",
    "correction.of.actor": "actor",
    "correction.of.speaker": "speaker",
    "correction.of.role": "role",
    "correction.of.stance": "stance",
    "correction.of.statement": "statement",
    "correction.of.quotation": "quotation",
    "correction.of.said": "day of the statement",
    "correction.of.figure": "figure “{series}”",
    "correction.of.scope": "what “{series}” counts",
    "correction.of.as-of": "day of the figure “{series}”",
    "correction.stance.asserts": "asserts",
    "correction.stance.confirms": "confirms",
    "correction.stance.denies": "denies",
    "correction.stance.unconfirmed": "unconfirmed",
}

SEARCH = {
    "search.found.one": "{n} result",
    "search.found.other": "{n} results",
    "search.found.for": "{found} for “{q}”",
    "search.found.all": "{found}: everything on this site that passes the filters",
    "search.none": "No result for “{q}”.",
    "search.none.hint": "Try fewer words, or another spelling of a name.",
    "search.none.filtered": "No result for “{q}” with these filters.",
    "search.none.filters": "No result with these filters.",
    "search.instead": "No result for “{typed}”; showing “{shown}”.",
    "search.begun": "No result for the word “{typed}”; showing words that begin with it.",
    "search.or": "” or “",
    "search.empty": "Type a word, a name or a date. “Quotes” look for a phrase, -word leaves a word out.",
    "search.stopped": "“{q}” has only words that stand in almost every text, such as “the” and “of”; they are not searched for. Add a word.",
    "search.cut": "The query was very long; only its beginning was used.",
    "search.failed": "A part of the search index could not be loaded. Check the connection, then try again.",
    "search.broken": "The search index does not fit this page. Reload the page.",
    "search.retry": "Try again",
    "search.loading": "Searching …",
    "search.suggestions": "Suggestions",
    "search.suggested.one": "{n} suggestion",
    "search.suggested.other": "{n} suggestions",
    "search.all": "All {n} results",
    "search.sort": "Order",
    "search.sort.relevance": "Best match first",
    "search.sort.newest": "Newest first",
    "search.sort.oldest": "Oldest first",
    "search.filters": "Filters",
    "search.clear": "Clear filters",
    "search.from": "From",
    "search.to": "To",
    "search.date": "Date",
    "search.province": "Province",
    "search.status": "Status",
    "search.type": "Type",
    "search.kind": "Kind",
    "search.speaker": "Speaker",
    "search.source": "Source",
    "search.kind.event": "Events",
    "search.kind.entry": "Articles",
    "search.article": "Article",
    "search.in": "in",
    "search.more": "More results",
    "search.results": "Results",
    "search.dates": "YYYY-MM-DD",
}
"""Words of the search, which its script has in English: key → text."""
_OF_SEARCH = (
    *SEARCH,
    *("status.disputed", "status.claimed", "status.corroborated", "status.reported"),
    *("pattern.day", "pattern.month", *MONTHS, *(f"{month}{ALONE}" for month in MONTHS)),
)


def number_words(value: float) -> str:
    """A number as people write it in English: `1,037`, `12.5`."""
    return f"{int(value):,}" if value == int(value) else f"{value:,}"


def numbers_of(strings: Mapping[str, str]) -> Callable[[float], str]:
    """How a catalogue writes numbers: `1.037` and `12,5` in German, `1 037` and `12,5` in French."""
    usual = (WORDS["number.group"], WORDS["number.decimal"])
    signs = tuple(
        strings.get(key, sign) for key, sign in zip(("number.group", "number.decimal"), usual)
    )
    if signs == usual:
        return number_words
    table = str.maketrans(dict(zip(usual, signs, strict=True)))
    return lambda value: number_words(value).translate(table)


class Catalogue:
    """What a site says in the words of its language.

    Args:
        strings: key → text, from the theme's catalogue; what it lacks is said in English.
    """

    __slots__ = ("dates", "number", "strings")

    def __init__(self, strings: Mapping[str, str]) -> None:
        self.strings = strings
        self.dates = locale_of(strings)
        self.number = numbers_of(strings)

    def say(self, key: str, **values: object) -> str:
        """One of `WORDS`, its marks filled in."""
        text = self.strings.get(key) or WORDS[key]
        return text.format(**values) if values else text

    def words(self, date: EventDate) -> str:
        """A date in full."""
        return self.dates.words(date.edtf)

    def search_words(self) -> dict[str, str]:
        """What the script of the search has to say otherwise than it would: its own key → text."""
        usual = {**OF_DATES, **WORDS, **SEARCH}
        return {
            key.removeprefix("search."): self.strings[key]
            for key in _OF_SEARCH
            if key in self.strings and self.strings[key] != usual.get(key)
        }
