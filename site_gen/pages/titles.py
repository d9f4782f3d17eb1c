"""Words of the interface that pages bear in their titles, descriptions and ways in.

They come from the theme's catalogue, as the words in templates do. A theme that extends none need not
have them: what its catalogue lacks is said as here, which is what the default theme's says in English.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

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
    "publisher.unknown": "Publisher not known",
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
}


def say(strings: Mapping[str, str], key: str, **values: object) -> str:
    """One of `WORDS`, in the words of a catalogue where it has them."""
    text = strings.get(key) or WORDS[key]
    return text.format(**values) if values else text
