"""Emphasis, code and inline links, as long as there is no doubt about them. See `fast`."""

from __future__ import annotations

import re

from site_gen.diagnostics import Span
from site_gen.model import Link
from site_gen.parsing.markdown import markup
from site_gen.parsing.markdown.destination import Destination, resolve

_NEWLINE = "\n"

_MARKS = ("[", "*", "_", "`")
# Inline markup, to be matched at a mark. Emphasis holds no other markup. A run of `*` opens before a letter or
# digit, or after white space before anything else; it closes likewise. `_` moreover needs white
# space before, and white space or punctuation after, since it does nothing within words. Addresses
# are of characters that no normalisation touches. The last alternative catches what none of the
# others is sure of.
_INLINE = re.compile(
    r"""
      `(?<!``)([^`\s](?:[^`]*[^`\s])?)`(?!`)                                       # 1 code
    | \*\*(?:(?<!\S\*\*)(?=[^\s*])|(?=[^\W_]))([^*_`\[\]]+)
          (?:(?<=[^\W_])\*\*|(?<=\S)\*\*(?!\S))(?!\*)                              # 2 strong
    | \*(?:(?<!\S\*)(?=[^\s*])|(?=[^\W_]))([^*_`\[\]]+)
          (?:(?<=[^\W_])\*|(?<=\S)\*(?!\S))(?!\*)                                  # 3 emphasis
    | _(?<!\S_)(?=[^\W_])([^*_`\[\]]+)(?<=[^\W_])_(?=[\s.,;:!?)]|\Z)               # 4 emphasis
    | _(?<=[^\W_]_)(?=[^\W_])()                                                    # 5 in a word
    | \[([^*_`\[\]]+)\](?:
          \((
              https?://[A-Za-z0-9.-]{1,200}(?:[/?\#](?:[A-Za-z0-9/.~?=\#:,;+@&_-]|%[0-9A-F]{2})*)?
            | [A-Za-z0-9/._~-]+(?:\#[A-Za-z0-9._~-]+)? | \#[A-Za-z0-9._~-]+
          )\)                                                                      # 6, 7 link
        | (?!\()                                                                   # 6 brackets
      )
    | ([*_`\[])                                                                    # 8
    """,
    re.VERBOSE,
)
_CODE, _STRONG, _EMPHASIS, _EMPHASIS_TOO, _IN_WORD, _BRACKETS, _ADDRESS, _OTHER = range(1, 9)


def _next_mark(text: str, start: int, end: int) -> int:
    """Where the next mark stands; `end` when there is none.

    A search for one character at a time: a pattern of them would take ten times as long.
    """
    for mark in _MARKS:
        at = text.find(mark, start, end)
        if at >= 0:
            end = at
    return end


class Unsure(Exception):  # noqa: N818 a signal within `fast`, never an error
    """This text is for the reference."""


class Inlines:
    """The lines of one document that hold text, and the links in them."""

    def __init__(self, path: str, line: int, page: str) -> None:
        self.links: list[Link] = []
        self._path = path
        self._line = line
        self._page = page

    def read(
        self, text: str, row: int = 0, col: int = 1, *, linkless: bool = False
    ) -> tuple[str, str]:
        """(HTML, plain text) of lines of text, the first beginning at `col`, as all others do."""
        if not ("*" in text or "[" in text or "`" in text or "_" in text):
            return markup.text(text), text.replace("\n", " ")
        html: list[str] = []
        plain: list[str] = []
        done = 0
        size = len(text)
        while (start := _next_mark(text, done, size)) < size:
            found = _INLINE.match(text, start)
            if found is None:
                raise Unsure
            if start > done:
                html.append(markup.text(text[done:start]))
                plain.append(text[done:start])
            done = found.end()
            kind = found.lastindex
            if kind == _ADDRESS:
                html.append(self._link(found, row, col, linkless=linkless))
                plain.append(found[_BRACKETS])
                continue
            if kind is None or kind == _OTHER:
                raise Unsure
            words = found[kind]
            if kind == _CODE:
                html.append(f"<code>{markup.text(words.replace(_NEWLINE, ' '))}</code>")
            elif kind == _STRONG:
                html.append(f"<strong>{markup.text(words)}</strong>")
            elif kind in (_EMPHASIS, _EMPHASIS_TOO):
                html.append(f"<em>{markup.text(words)}</em>")
            else:  # an underscore within a word, or brackets that are no link
                words = found[0]
                html.append(markup.text(words))
            plain.append(words)
        if done < size:
            html.append(markup.text(text[done:]))
            plain.append(text[done:])
        return "".join(html), "".join(plain).replace("\n", " ").strip()

    def _link(self, found: re.Match[str], row: int, col: int, *, linkless: bool) -> str:
        url = found[_ADDRESS]
        # What `resolve` would say of an address elsewhere; remembering each would cost more.
        external = url.startswith(("https://", "http://"))
        address = Destination(url) if external else resolve(url, self._path, self._page)
        if linkless or not isinstance(address, Destination) or found[_BRACKETS].isspace():
            raise Unsure  # deserves a diagnostic
        if address.target:
            at, text = found.start(), found.string
            row += text.count("\n", 0, at)
            col += at - (text.rfind("\n", 0, at) + 1)
            span = Span(path=self._path, line=self._line + row, col=col)
            self.links.append(Link(target=address.target, span=span))
        return f"{markup.link_open(address)}{markup.text(found[_BRACKETS])}</a>"
