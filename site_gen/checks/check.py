"""What `site-gen check` looks for beyond mistakes of form: quotations, wording, contradictions, oversights."""

from __future__ import annotations

from typing import TYPE_CHECKING

from site_gen.checks.conflicts import find_conflicts
from site_gen.checks.oversights import find_oversights
from site_gen.checks.quotes import SourceText, check_closeness, check_quotes, check_texts

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from site_gen.chronology.site import Site
    from site_gen.diagnostics import Diagnostic


def examine(
    site: Site, texts: Mapping[str, bytes], files: Mapping[str, str], paths: Sequence[str]
) -> list[Diagnostic]:
    """Everything that is doubtful about a site.

    Args:
        site: as far as it could be read.
        texts: source id → bytes of the source's text, for those that are at hand.
        files: path → text of the Markdown files of the content.
        paths: all files of the site.
    """
    claims = [claim for entry in site.entries for event in entry.events for claim in event.claims]
    quotes: dict[str, list[str]] = {}
    for claim in claims:
        if claim.quote:
            quotes.setdefault(claim.span.path, []).append(claim.quote)
    at_hand = {source_id: SourceText(raw) for source_id, raw in texts.items()}
    return [
        *check_texts(site.sources, at_hand),
        *check_quotes(claims, site.sources, at_hand),
        *check_closeness(files, at_hand, quotes),
        *find_conflicts(site),
        *find_oversights(site, files, paths),
    ]
