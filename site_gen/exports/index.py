"""`index.json`: all entries in one short list, for themes that search in the browser on their own."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from site_gen.pages.digests import digest_of
from site_gen.pages.page import site_path
from site_gen.web import address
from site_gen.web.artifact import Artifact

if TYPE_CHECKING:
    from site_gen.pages.cards import CardMaker


def index(maker: CardMaker) -> Artifact:
    """An object for each published entry: title, address, date, names of provinces, summary."""
    entries = tuple(entry for entry in maker.timeline.entries if not entry.draft)
    codes = maker.site.gazetteer.by_code

    def make() -> bytes:
        encode = json.JSONEncoder(ensure_ascii=False).encode
        # One by one: the list as a whole would be the largest thing in memory.
        listed = [
            encode(
                {
                    "title": entry.title,
                    "url": site_path(address.entry(entry.slug)),
                    "date": entry.date.edtf,
                    "provinces": [codes[code].name for code in entry.provinces],
                    "summary": entry.summary,
                }
            ).encode()
            for entry in entries
        ]
        return b"[" + b", ".join(listed) + b"]\n"

    return Artifact(
        path="index.json",
        inputs=lambda: (("entries", digest_of([maker.digests.entry(entry) for entry in entries])),),
        make=make,
    )
