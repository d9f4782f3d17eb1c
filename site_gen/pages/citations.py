"""How an entry and each of its events are cited: BibTeX and CSL-JSON.

No year is given: when the chronology was written is not known to it, and the article's date is not the
chronology's. The note says which article it is about.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

from site_gen.pages.page import site_path
from site_gen.pages.views import CitationView
from site_gen.web import address

if TYPE_CHECKING:
    from site_gen.model import Entry, Event
    from site_gen.parsing.config import Config
    from site_gen.themes.catalogue import Catalogue

_SPECIAL = re.compile(r"[\\{}&%$#_~^]")
_ESCAPES = {
    "\\": r"\textbackslash{}",
    # BibTeX counts braces, those after a backslash too: one alone would swallow what follows.
    "{": r"\textbraceleft{}",
    "}": r"\textbraceright{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
}


def bibtex_text(text: str) -> str:
    """A text for a BibTeX field. https://ctan.org/pkg/biblatex (section 2.3.1)."""
    return _SPECIAL.sub(lambda match: _ESCAPES.get(match[0], f"\\{match[0]}"), text)


def cite_entry(entry: Entry, config: Config, words: Catalogue) -> CitationView:
    """How an entry is cited."""
    path = site_path(address.entry(entry.slug))
    return _cite(config, words, path, entry.title, entry, entry.slug)


def cite_event(event: Event, entry: Entry, config: Config, words: Catalogue) -> CitationView:
    """How an event is cited; its title says when it happened."""
    title = f"{event.title} ({words.words(event.date)})"
    key = f"{entry.slug}--{event.id}"
    return _cite(config, words, site_path(address.event(event.ref)), title, entry, key)


def _cite(
    config: Config, words: Catalogue, path: str, title: str, entry: Entry, key: str
) -> CitationView:
    url = config.origin + path
    authors = config.editors or (config.title,)
    note = words.say("cite.note", date=words.words(entry.date))
    fields = (
        ("title", f"{{{bibtex_text(title)}}}"),
        ("author", " and ".join(f"{{{bibtex_text(name)}}}" for name in authors)),
        ("howpublished", rf"\url{{{url}}}"),
        ("note", bibtex_text(words.say("cite.in", note=note, title=config.title))),
    )
    lines = "".join(f"  {name} = {{{value}}},\n" for name, value in fields)
    csl = {
        "id": key,
        "type": "entry",
        "title": title,
        "author": [{"literal": name} for name in authors],
        "container-title": config.title,
        "URL": url,
        "language": config.language,
        "note": note,
    }
    return CitationView(
        url=url,
        title=title,
        authors=config.editors,
        bibtex=f"@misc{{{key},\n{lines}}}",
        # A list, even of one: https://resource.citationstyles.org/schema/latest/input/json/csl-data.json
        csl=f"[{json.dumps(csl, ensure_ascii=False, indent=1)}]",
    )
