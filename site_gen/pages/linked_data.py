"""What an entry says, for machines: JSON-LD in the terms of https://schema.org.

An event without certain dates has none here: a machine would take them for certain. The speaker is
the author of a claim, and the source is where it appears; the site vouches for neither.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from site_gen.dates.edtf import parse
from site_gen.pages.page import site_path

if TYPE_CHECKING:
    from site_gen.pages.views import Card, ClaimView, EntryCard, SourceLink
    from site_gen.parsing.config import Config


def linked_data(entry: EntryCard, cards: tuple[Card, ...], config: Config) -> str:
    """JSON-LD of an entry, safe within a `<script>` element."""

    def absolute(url: str) -> str:
        return config.origin + site_path(url)

    graph: list[dict[str, Any]] = [
        {
            "@type": "Article",
            "@id": absolute(entry.url),
            "headline": entry.title,
            "abstract": entry.summary,
            "inLanguage": config.language,
            "isPartOf": {"@type": "WebSite", "@id": config.base_url, "name": config.title},
            "isBasedOn": [{"@id": absolute(source.url)} for source in entry.sources],
            "about": [{"@id": absolute(card.url)} for card in cards],
            "license": config.license,
        }
    ]
    graph += [_source(source, absolute(source.url)) for source in entry.sources]
    for card in cards:
        graph.append(_event(card, absolute(card.url)))
        graph[-1]["subjectOf"] = [{"@id": absolute(source.url)} for source in card.sources]
        for claim in card.claims:
            graph.append(_claim(claim, absolute(claim.url)))
            graph[-1]["about"] = {"@id": absolute(card.url)}
            graph[-1]["appearance"] = {"@id": absolute(claim.source.url)}
    data = {"@context": "https://schema.org", "@graph": [_without_empty(node) for node in graph]}
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return text.replace("&", r"\u0026").replace("<", r"\u003c").replace(">", r"\u003e")


def _source(source: SourceLink, key: str) -> dict[str, Any]:
    publisher = {"@type": "Organization", "name": source.publisher} if source.publisher else None
    return {
        "@type": "NewsArticle",
        "@id": key,
        "headline": source.headline,
        "url": source.external,
        "publisher": publisher,
        "datePublished": source.published.machine if source.published else "",
    }


def _event(card: Card, key: str) -> dict[str, Any]:
    date = card.date
    start, end = date.machine, ""
    if date.precision == "interval" and not (date.approximate or date.uncertain):
        # Each end as precise as it is: from June to July is not from the first to the last day.
        start, end = (_end(text) for text in date.edtf.split("/"))
    return {
        "@type": "Event",
        "@id": key,
        "name": card.title,
        "description": "" if start else date.words,
        "startDate": start,
        "endDate": end,
        "location": [
            {"@type": "AdministrativeArea", "name": province.name, "identifier": province.code}
            for province in card.provinces
        ],
    }


def _end(text: str) -> str:
    """One end of an interval; empty when it is open, unknown, or has no form for machines."""
    return parse(text).machine() if text.strip(". ") else ""


def _claim(claim: ClaimView, key: str) -> dict[str, Any]:
    kinds = {"person": "Person", "organisation": "Organization"}
    return {
        "@type": "Claim",
        "@id": key,
        "text": claim.says or claim.quote,
        "author": {"@type": kinds.get(claim.speaker.note, "Thing"), "name": claim.speaker.name},
        "dateCreated": claim.said.machine if claim.said else "",
    }


def _without_empty(node: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in node.items() if value}
