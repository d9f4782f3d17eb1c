"""Markdown → HTML, plain text, links and the data blocks of events.

CommonMark with tables and footnotes; raw HTML is shown as text; links lead to http, https, mailto
or into the site and nowhere else. See `docs/entry-format.md` for what editors are told.

- `document`, on `blocks` on `inlines`: the reference, through markdown-it-py as `grammar` sets it up;
- `fast`, on `fast_inlines`: the same for what most entries consist of, many times as fast;
- `markup` and `destination`: what both write and where links may lead.
"""

from site_gen.parsing.markdown.body import Document, Fence, Section
from site_gen.parsing.markdown.reading import inline, parse, render
from site_gen.web.address import ROOT

__all__ = ["ROOT", "Document", "Fence", "Section", "inline", "parse", "render"]
