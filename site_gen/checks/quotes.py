"""Quotations that verify themselves, and prose that stays the editor's own.

A quotation must stand in its source's text to the letter. Where the text (`seeds/<id>.txt`, which git
ignores) is at hand, it is looked for there; on any other machine its hash is compared with those that
`site-gen verify` has recorded in `seeds/<id>.yaml`. One altered word fails both.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from difflib import SequenceMatcher
from hashlib import sha256
from typing import TYPE_CHECKING

from site_gen.diagnostics import Diagnostic, Span, error, warning

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from site_gen.model import Claim, Source

CLOSE = 11
"""So many consecutive words of a source's text outside a quotation are too many."""

_MARKS = str.maketrans(
    {
        **dict.fromkeys("“”„‟«»″", '"'),
        **dict.fromkeys("‘’‚‛′", "'"),
        "…": "...",
        **dict.fromkeys("\u00ad\u200b\u200c\u200d\u2060\ufeff"),
    }
)
_OMISSION = re.compile(r"\s*\[\.\.\.\]\s*")
_PARAGRAPH = re.compile(r"\n\s*\n")
_WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)*")
_CURLY = re.compile(r"“(?:(?!\n\s*\n)[^”])*”")
_STRAIGHT = re.compile(r'"(?:(?!\n\s*\n)[^"])*"')
_DATA = re.compile(r"\A---\n.*?^---$|^ {0,3}(```|~~~).*?^ {0,3}\1", re.DOTALL | re.MULTILINE)


def fold(text: str) -> str:
    """The form in which wordings are compared.

    Typographic quotation marks and ellipses become plain ones, any white space becomes one space,
    and invisible characters go. Letters, their case and all other punctuation count.
    """
    return " ".join(unicodedata.normalize("NFC", text).translate(_MARKS).split())


def fingerprint(quote: str) -> str:
    """SHA-256 of a folded quotation, as `seeds/<id>.yaml` records it."""
    return sha256(fold(quote).encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class SourceText:
    """The text of a source, ready to be searched."""

    raw: bytes

    @property
    def text(self) -> str:
        """Its characters; what is not UTF-8 is replaced, and then equals no quotation."""
        return self.raw.decode("utf-8-sig", errors="replace")

    @property
    def sha256(self) -> str:
        """Of its bytes."""
        return sha256(self.raw).hexdigest()

    @property
    def words(self) -> int:
        """Number of words, counted as stretches between white space."""
        return len(self.text.split())

    def has(self, quote: str) -> bool:
        """Whether a quotation stands in it, at the bounds of words.

        `[…]` in the quotation stands for words left out: the parts must then follow each other.
        """
        return _find(fold(self.text), quote) is not None

    def marks(self, quote: str) -> bool:
        """Whether the quotation's first part stands between quotation marks within a paragraph.

        True as well when the text has no double quotation marks, so that nothing can be told.
        """
        paragraphs = [fold(part) for part in _PARAGRAPH.split(self.text)]
        if not any('"' in part for part in paragraphs):
            return True
        first = _OMISSION.split(fold(quote))[0]
        return any(
            part.count('"', 0, place.start()) % 2
            for part in paragraphs
            for place in _pattern(first).finditer(part)
        )

    def nearest(self, quote: str) -> str:
        """The passage that is most like a quotation; empty when none is like it."""
        words, text = fold(quote).split(), fold(self.text).split()
        bare = [[word.strip(".,;:!?\"'()").casefold() for word in side] for side in (words, text)]
        match = SequenceMatcher(None, bare[0], bare[1], autojunk=False).find_longest_match()
        if match.size < max(2, len(words) // 3):
            return ""
        start = max(match.b - match.a, 0)
        return " ".join(text[start : start + len(words)])


def _pattern(part: str) -> re.Pattern[str]:
    before = r"(?<!\w)" if part[:1].isalnum() else ""
    after = r"(?!\w)" if part[-1:].isalnum() else ""
    return re.compile(before + re.escape(part) + after)


def _find(folded: str, quote: str) -> int | None:
    start = 0
    for part in _OMISSION.split(fold(quote)):
        found = _pattern(part).search(folded, start)
        if found is None:
            return None
        start = found.end()
    return start


def check_texts(
    sources: Mapping[str, Source], texts: Mapping[str, SourceText]
) -> Iterator[Diagnostic]:
    """Whether the texts at hand are the ones that the register describes.

    Args:
        sources: by id.
        texts: source id → text, for those that are at hand.
    """
    by_hash = {source.sha256: source.id for source in sources.values() if source.sha256}
    for source_id, text in texts.items():
        source = sources.get(source_id)
        if source is None or source.inline:
            own = by_hash.get(text.sha256)
            yield warning(
                "text.orphan",
                f"there is no record seeds/{source_id}.yaml for this text",
                Span(path=f"seeds/{source_id}.txt"),
                f"it is the text of {own}: rename it to {own}.txt" if own else "",
            )
        elif not source.sha256:
            yield warning(
                "text.unhashed",
                "the record does not hold the SHA-256 of its text",
                source.span,
                f"sha256: {text.sha256}",
            )
        elif source.sha256 != text.sha256:
            yield error(
                "text.hash",
                f"seeds/{source_id}.txt is not the text that this SHA-256 was taken from",
                source.hash_span or source.span,
                f"bring back that text, or record sha256: {text.sha256}",
            )
        elif source.words is not None and source.words != text.words:
            yield warning(
                "text.words",
                f"the text has {text.words} words, not {source.words}",
                source.span,
                f"words: {text.words}",
            )


def check_quotes(
    claims: Iterable[Claim], sources: Mapping[str, Source], texts: Mapping[str, SourceText]
) -> Iterator[Diagnostic]:
    """Whether every quotation is to the letter.

    Args:
        claims: all claims of the site.
        sources: by id.
        texts: source id → text, for those that are at hand.
    """
    for claim in claims:
        source = sources.get(claim.source)
        if claim.quote and source is not None and not source.reworded:
            found = _check_quote(claim, source, texts.get(claim.source))
            if found is not None:
                yield found


def _check_quote(claim: Claim, source: Source, text: SourceText | None) -> Diagnostic | None:
    span = claim.quote_span or claim.span
    if text is not None:
        if not text.has(claim.quote):
            near = text.nearest(claim.quote)
            return error(
                "quote.altered",
                f"these words do not stand in seeds/{source.id}.txt to the letter",
                span,
                f"the text has “{near}”" if near else "give the sense under says: instead",
            )
        if not text.marks(claim.quote):
            return warning(
                "quote.unmarked",
                f"in seeds/{source.id}.txt these words are not between quotation marks",
                span,
                "a report's own words go under says:, in yours",
            )
        if fingerprint(claim.quote) not in source.quotes and not source.inline:
            return warning(
                "quote.unrecorded",
                "where the text is absent, nobody can verify this quotation yet",
                span,
                "site-gen verify records its hash",
            )
        return None
    if fingerprint(claim.quote) in source.quotes:
        return None
    if source.sha256 or source.quotes:
        return error(
            "quote.unverified",
            f"no hash of these words is recorded in seeds/{source.id}.yaml",
            span,
            "bring back the wording that was verified, or run site-gen verify beside the text",
        )
    return warning(
        "quote.unchecked",
        f"no text of “{source.id}” was ever supplied, so this quotation cannot be verified",
        span,
        f"put the text into seeds/{source.id}.txt and run site-gen verify",
    )


def verified(
    claims: Iterable[Claim], sources: Mapping[str, Source], texts: Mapping[str, SourceText]
) -> dict[str, tuple[str, ...]]:
    """Hashes to record: source id → sorted fingerprints of the quotations that stand in its text.

    Only sources of the register whose text is at hand are in it.
    """
    found: dict[str, set[str]] = {
        source_id: set()
        for source_id in texts
        if source_id in sources and not sources[source_id].inline
    }
    for claim in claims:
        if not claim.quote or claim.source not in found or sources[claim.source].reworded:
            continue
        if texts[claim.source].has(claim.quote):
            found[claim.source].add(fingerprint(claim.quote))
    return {source_id: tuple(sorted(hashes)) for source_id, hashes in found.items()}


def record(text: str, hashes: Sequence[str]) -> str:
    """The text of a source's record with `quotes:` set to `hashes`.

    Nothing but the value of that key changes: comments, order and line ends stay as they are. A key
    that is missing is added at the end; no key is added for no hashes.

    Raises:
        ValueError: when the file cannot be edited in that way (it is no plain mapping).
    """
    import yaml

    newline = "\r\n" if "\r\n" in text else "\n"
    block = "".join(f"{newline}  - {item}" for item in hashes) if hashes else " []"
    try:
        node = yaml.compose(text, Loader=yaml.SafeLoader)
    except yaml.YAMLError:
        raise ValueError("the record is not YAML") from None
    if not isinstance(node, yaml.MappingNode):
        raise ValueError("the record is not a mapping")  # noqa: TRY004 - of a value, not of a type
    for key, value in node.value:
        if key.value != "quotes":
            continue
        end = value.end_mark.index
        if isinstance(value, yaml.SequenceNode):
            if [item.value for item in value.value] == list(hashes):
                return text
            if not value.flow_style:
                end = value.value[-1].end_mark.index
        return text[: text.index(":", key.end_mark.index) + 1] + block + text[end:]
    if not hashes:
        return text
    end_of_last = text if text.endswith("\n") or not text else text + newline
    edited = f"{end_of_last}quotes:{block}{newline}"
    try:
        yaml.compose(edited, Loader=yaml.SafeLoader)
    except yaml.YAMLError:
        raise ValueError("the record ends in a way that nothing can be added to it") from None
    return edited


def check_closeness(
    files: Mapping[str, str],
    texts: Mapping[str, SourceText],
    quotes: Mapping[str, Iterable[str]],
) -> Iterator[Diagnostic]:
    """Where prose has `CLOSE` or more consecutive words of a source's text outside a quotation.

    Args:
        files: path → text of each Markdown file.
        texts: source id → text, for those that are at hand.
        quotes: path → the quotations that the file's claims hold.
    """
    shingles: dict[tuple[str, ...], str] = {}
    for source_id, text in texts.items():
        words = _words(text.text)
        for start in range(len(words) - CLOSE + 1):
            shingles.setdefault(tuple(words[start : start + CLOSE]), source_id)
    if not shingles:
        return
    for path, prose in files.items():
        for offset, count, source_id in _runs(_own_words(prose, quotes.get(path, ())), shingles):
            line = prose.count("\n", 0, offset) + 1
            col = offset - prose.rfind("\n", 0, offset)
            yield warning(
                "text.close",
                f"{count} consecutive words are those of {source_id}",
                Span(path=path, line=line, col=col),
                "say it in your own words",
            )


def _words(text: str) -> list[str]:
    return _WORD.findall(text.translate(_MARKS).casefold())


def _own_words(text: str, quotes: Iterable[str]) -> list[tuple[str, int]]:
    """(word, offset) of a Markdown file; empty words stand where a quotation was."""
    plain = _without_quotations(text.replace("’", "'").replace("‘", "'"))
    words = [
        ("" if found[0] == "\0" else found[0].casefold(), found.start())
        for found in re.finditer(rf"\0|{_WORD.pattern}", plain)
    ]
    for quote in quotes:
        needle = _words(quote)
        for start in range(len(words) - len(needle) + 1) if needle else ():
            if words[start][0] == needle[0]:
                stretch = words[start : start + len(needle)]
                if [word for word, _ in stretch] == needle:
                    words[start : start + len(needle)] = [("", at) for _, at in stretch]
    return words


def _without_quotations(text: str) -> str:
    """The text with each quotation replaced by NULs: “…” everywhere, "…" in prose only.

    In front matter and in event blocks, straight marks are YAML's own and quote nobody.
    """

    def masked(match: re.Match[str]) -> str:
        return "\0" * len(match[0])

    text = _CURLY.sub(masked, text)
    pieces: list[str] = []
    start = 0
    for data in _DATA.finditer(text):
        pieces += (_STRAIGHT.sub(masked, text[start : data.start()]), data[0])
        start = data.end()
    return "".join((*pieces, _STRAIGHT.sub(masked, text[start:])))


def _runs(
    words: list[tuple[str, int]], shingles: Mapping[tuple[str, ...], str]
) -> Iterator[tuple[int, int, str]]:
    """(offset, number of words, source id) of each stretch that is some source's."""
    plain = [word for word, _ in words]
    start = 0
    while start <= len(plain) - CLOSE:
        source_id = shingles.get(tuple(plain[start : start + CLOSE]))
        if source_id is None:
            start += 1
            continue
        end = start + CLOSE
        while tuple(plain[end - CLOSE + 1 : end + 1]) in shingles and end < len(plain):
            end += 1
        yield words[start][1], end - start, source_id
        start = end
