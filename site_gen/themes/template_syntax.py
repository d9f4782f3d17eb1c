"""What Jinja2 cannot read in a template, with its place and in words for who wrote it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec import Struct

from site_gen.diagnostics import Diagnostic, Span, did_you_mean, error

if TYPE_CHECKING:
    from jinja2 import TemplateSyntaxError

_NEW_LINE = re.compile(r"\r\n|\r|\n")
_UNKNOWN_TAG = re.compile(r"unknown tag '([^']*)'")
_INNERMOST = re.compile(r"innermost block that needs to be closed is '(\w+)'")
_CHARACTER = re.compile(r"^unexpected char (.*) at (\d+)$", re.DOTALL)
_ASKED_FOR = re.compile(r"(?:got|unexpected|block) ['“]([^'”]+)['”]")
_TAG = re.compile(r"\{%[-+]?\s*(\w+)(?:(?!%\}).)*%\}|\{#.*?#\}", re.DOTALL)
_RAW = re.compile(r"\{%[-+]?\s*raw\s*[-+]?%\}.*?\{%[-+]?\s*endraw\s*[-+]?%\}", re.DOTALL)
TAGS = (
    *("block", "call", "elif", "else", "extends", "filter", "for", "from", "if", "import"),
    *("include", "macro", "raw", "set", "with", "autoescape"),
    *("endblock", "endcall", "endfilter", "endfor", "endif", "endmacro", "endraw", "endset"),
    *("endwith", "endautoescape"),
)
"""Tags that a template may have."""
ABSENT = {
    "elseif": "it is called “elif”",
    "end": "a tag is closed by its own name: endif, endfor, endblock",
    "break": "a loop cannot be left; filter what it goes through: {% for x in list if … %}",
    "continue": "a loop cannot skip; filter what it goes through: {% for x in list if … %}",
    "do": "{% set … %} takes what an expression gives",
    "assign": "values are set with {% set name = value %}",
    "capture": "a text is kept with {% set name %}…{% endset %}",
    "comment": "a comment is {# … #}",
    "load": "there is nothing to load: filters and t(…) are there",
    "render": 'other templates are drawn in with {% include "name.html" %}',
    "url": "an address begins with {{ root }}: {{ root }}/sources/",
    "static": "an address begins with {{ root }}: {{ root }}/assets/name",
    "trans": "words of the interface are asked for with {{ t(…) }}",
}
"""Tags that other programs have, and what to do without them."""


class Source(Struct, frozen=True, kw_only=True):
    """The text of one template."""

    path: str
    """In the tree."""
    text: str

    def span(self, line: int, word: str = "", before: str = "") -> Span:
        """The place of a word in a line; of the line's first character when it is not there.

        Args:
            line: counted from 1.
            word: what is looked for; within tags rather than between them.
            before: pattern of what stands before it.
        """
        lines = _NEW_LINE.split(self.text)
        text = lines[line - 1] if 0 < line <= len(lines) else ""
        return Span(path=self.path, line=max(line, 1), col=_column(text, word, before))

    def at(self, position: int) -> Span:
        """The place of a character, lines ending with one."""
        before = "\n".join(_NEW_LINE.split(self.text))[:position]
        return Span(path=self.path, line=before.count("\n") + 1, col=position - before.rfind("\n"))


def _column(text: str, word: str, before: str) -> int:
    if word:
        start = r"(?<!\w)" if word[0].isalnum() or word[0] == "_" else ""
        end = r"(?!\w)" if word[-1].isalnum() or word[-1] == "_" else ""
        for pattern in dict.fromkeys((f"{before}{start}", start)):
            found = list(re.finditer(f"{pattern}({re.escape(word)}){end}", text))
            inside = [match for match in found if _is_inside(text[: match.start()])]
            if found:
                return (inside or found)[0].start(1) + 1
    return len(text) - len(text.lstrip()) + 1 if text.strip() else 1


def _is_inside(before: str) -> bool:
    """Whether what follows a piece of a line stands in a tag that begins in it."""
    begun = max(before.rfind("{{"), before.rfind("{%"))
    return begun > max(before.rfind("}}"), before.rfind("%}"))


def syntax_error(source: Source, problem: TemplateSyntaxError) -> Diagnostic:
    """A diagnostic of what Jinja2 says of a text."""
    said = (problem.message or "").removesuffix(".")
    unknown, innermost = _UNKNOWN_TAG.search(said), _INNERMOST.search(said)
    if unknown:
        return _unknown_tag(source, problem.lineno, unknown[1], innermost[1] if innermost else "")
    if innermost:
        return _unclosed(source, problem.lineno, innermost[1])
    character = _CHARACTER.match(said)
    if character:
        message = f"unexpected character {character[1]}"
        return error("template.syntax", message, source.at(int(character[2])))
    hint = _hint(said)
    for name, token in _TOKENS.items():
        said = said.replace(f"token '{name}'", f"“{token}”").replace(f"'{name}'", f"“{token}”")
    asked = _ASKED_FOR.search(said)
    # What comes too early stands behind the end of an expression.
    before = r"[\w)\]}'\"]\s*" if " got " in said else ""
    span = source.span(problem.lineno, asked[1] if asked else "", before)
    return error("template.syntax", said[:1].lower() + said[1:], span, hint)


_TOKENS = {"end of statement block": "%}", "end of print statement": "}}"}
"""How what Jinja2 calls by a name looks in a text."""


def _hint(said: str) -> str:
    if "unexpected end of template" in said or said == "unexpected '}'":
        return "what begins with {{ ends with }}, what begins with {% ends with %}"
    if said == "Missing end of comment tag":
        return "a comment ends with #}"
    if said == "unexpected '.'":
        return "names stand without a dot before them: {{ page.title }}"
    if said.endswith("got ':'"):
        return 'what a filter needs stands in brackets: | default("…")'
    return ""


def _unknown_tag(source: Source, line: int, tag: str, innermost: str) -> Diagnostic:
    span = source.span(line, tag, r"\{%[-+]?\s*")
    message, hint = f"unknown tag “{tag}”", ABSENT.get(tag) or did_you_mean(tag, TAGS)
    if tag in TAGS:
        opened = _opened(source, innermost) if innermost else None
        message = f"“{tag}” closes nothing"
        if innermost:
            message = f"“{tag}” stands within a “{innermost}” that is not closed"
        hint = f"close it first, with {{% end{innermost} %}}" if innermost else ""
        related = ((opened, f"the “{innermost}”"),) if opened else ()
        return error("template.syntax", message, span, hint, related)
    return error("template.syntax", message, span, hint)


def _unclosed(source: Source, line: int, tag: str) -> Diagnostic:
    """Told at the tag that is open, not at the end of the file, where Jinja2 misses its end."""
    message = f"“{tag}” is not closed"
    hint = f"it ends with {{% end{tag} %}}"
    if tag == "set":
        hint = "{% set name = value %} sets a value; without “=” it takes what follows, up to {% endset %}"
    return error("template.syntax", message, _opened(source, tag) or source.span(line), hint)


def _opened(source: Source, tag: str) -> Span | None:
    """The last tag of a name that nothing closes."""
    text = "\n".join(_NEW_LINE.split(source.text))
    text = _RAW.sub(lambda raw: re.sub(r"[^\n]", " ", raw[0]), text)
    open_tags: list[int] = []
    for found in _TAG.finditer(text):
        if found[1] == tag and not (tag == "set" and "=" in found[0]):
            open_tags.append(found.start(1))
        elif found[1] == f"end{tag}" and open_tags:
            open_tags.pop()
    return source.at(open_tags[-1]) if open_tags else None
