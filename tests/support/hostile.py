"""A site with a payload in every field that an editor, or whoever sends a change, can fill."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from payloads import FIRST, payloads

from site_gen.engine.build import BuildOptions, build

if TYPE_CHECKING:
    from collections.abc import Iterable

ROOT = Path(__file__).resolve().parents[2]
EVERY = 12
"""One payload in so many stands in what has a page of its own besides the entry's: a tag, an actor."""


def quoted(value: object) -> str:
    """As JSON, which is YAML too."""
    return json.dumps(value, ensure_ascii=False)


def entry(number: int, text: str, source: str, prose: str) -> str:
    """An entry with one payload in each of its fields.

    Args:
        number: of the payload.
        text: the payload.
        source: id of a source in the register, besides those that stand in the entry itself.
        prose: the payload where Markdown may stand, or plain words where it is refused.
    """
    few = number % EVERY == 0
    head = {
        "title": text,
        "date": "2031-04-12",
        "provinces": [f"XE-P{number % 3}"],
        "sources": [
            source,
            {
                "headline": text,
                "publisher": text if few else "The Courier",
                "url": f"https://example.org/{number // EVERY}",
                "credits": [text],
                "agencies": [text],
                "published_note": text,
                "note": text,
            },
        ],
        "summary": text,
        "tags": [text if few else "tag"],
        "slug": f"e{number}",
        "aliases": [f"/old/{number}/" + re.sub(r"[\s/\\?#%\"'<>&]|^\.", "-", text)],
    }
    speaker = text if few else "Ada Fenn"
    claim = {
        "speaker": speaker,
        "role": text,
        "says": text,
        "via": text,
        "to": text,
        "origin": text,
        "not_disputed": text,
        "source": source,
        "id": "c",
    }
    block: dict[str, object] = {
        "places": [f"p{number % 3}/l{number}"] if few else [],
        "type": text if few else "Statement",
        "actors": [speaker],
        "claims": [{**claim, "quote": text}, {**claim, "id": "d", "stance": "denies"}],
        "figures": [
            {"series": "s", "value": number, "words": text, "scope": text, "source": source},
            {"series": f"s{number % 7}", "words": text, "scope": text, "claim": "c"},
        ],
        "date_note": text,
        "not_disputed": text,
    }
    lines = [f"{key}: {quoted(value)}" for key, value in block.items()]
    return "\n".join(
        (
            "---",
            *(f"{key}: {quoted(value)}" for key, value in head.items()),
            f"---\n\n{prose}\n",
            f"## 2031-04-11: {prose} {{#e}}\n\n```yaml event",
            *lines,
            f"```\n\n{prose}\n\n| {prose.splitlines()[0]} | x |\n|---|---|\n| {prose} | x |\n",
        )
    )


def file_name(text: str) -> str:
    """The payload as the name of a file, as far as a file may have that name."""
    return re.sub(r"^\.|/", "-", text)[:80].strip()


def write(root: Path, path: str, text: str) -> None:
    """Write an input file."""
    (root / path).parent.mkdir(parents=True, exist_ok=True)
    (root / path).write_text(text, encoding="utf-8")


def settings(few: list[str]) -> dict[str, object]:
    """What `content/site.yaml` says."""
    return {
        "title": "Hostile",
        "description": few[0],
        "license": few[1],
        "editors": few,
        "time_zone": few[2],
        "repository": "https://example.org/repo",
        "geometry": "geometry.json",
        "period": "2031-04-01/2031-05-31",
        "parties": {text.strip(): {"label": text, "belligerent": True} for text in few},
        "event_types": ["Statement", *few],
        "series": {
            "s": {"title": few[3], "unit": few[4], "about": few[5]},
            **{f"s{n}": {"title": few[n], "unit": few[-n], "about": few[n + 7]} for n in range(7)},
            **{text: {"title": text, "unit": text, "about": text} for text in few},
        },
        "eras": [{"title": text, "date": "2031-04-01/2031-04-20"} for text in few],
    }


def gazetteer(few: dict[int, str]) -> dict[str, object]:
    """Provinces and places with payloads for names."""
    texts = list(few.values())
    return {
        "country": {"name": texts[0], "code": "XE"},
        "provinces": [
            {
                "code": f"XE-P{n}",
                "name": f"{texts[n]} p{n}",
                "slug": f"p{n}",
                "aliases": [f"{text} a{n}" for text in texts[n::3]],
                "names": {"fa": texts[n + 3]},
                "capital": {
                    "name": f"{texts[n + 6]} c{n}",
                    "lat": 50 + n,
                    "lon": 20,
                    "note": texts[n],
                },
                "borders": texts[n::3],
                "places": [
                    {"name": f"l{number}", "kind": text, "aliases": [text], "note": text}
                    for number, text in few.items()
                    if number % 3 == n
                ],
            }
            for n in range(3)
        ],
    }


def make(root: Path, *, title: str = "", most: int | None = None) -> Hostile:
    """Write the site, with a payload in every field.

    Args:
        root: of the site.
        title: of the site, which stands on every page; by default a payload too.
        most: how many payloads get an entry.
    """
    everything = payloads()
    few = {number: text for number, text in everything.items() if number % EVERY == 0}
    texts = list(few.values())
    shapes = json.loads((ROOT / "tests/data/reader/content/geometry.json").read_text())
    for n, code in enumerate(("XE-ISL", "XE-NOR", "XE-SOU")):
        for part in ("outlines", "label_points"):
            shapes[part][f"XE-P{n}"] = shapes[part].pop(code)
    write(root, "content/geometry.json", json.dumps({**shapes, "provenance": texts[0]}))
    title = title or everything[FIRST + 42]
    write(root, "content/site.yaml", quoted({**settings(texts), "title": title}))
    write(root, "content/provinces.yaml", quoted(gazetteer(few)))
    write(root, "content/actors.yaml", quoted({"actors": [*map(actor, few, texts)]}))
    for n, text in enumerate(texts):
        # A record's name is part of addresses: most payloads are refused there.
        write(root, f"seeds/s{n}.yaml", quoted(source(text)))
        write(root, f"content/media/{file_name(text)}.png", "")
    for number in list(few)[:8]:
        page = {"title": few[number], "summary": few[number]}
        write(root, f"content/pages/page-{number}.md", f"---\n{quoted(page)}\n---\n\nText.\n")
    for n, text in enumerate(texts):
        first, second = (f"e{FIRST + m}#e" for m in (n, n + 1))
        members = [{"ref": f"{first}.c", "account": text}, second]
        told = {"title": text, "members": members, "summary": text, "settles": text}
        head = quoted({**told, "kind": "contradiction"})
        write(root, f"content/disputes/d{n}.md", f"---\n{head}\n---\n\nText.\n")
    used = dict(list(everything.items())[:most])
    site = Hostile(root, used, [f"s{n}" for n in range(len(texts))])
    site.write_entries(used)
    return site


def source(text: str) -> dict[str, object]:
    """A record of the register, with a payload in each of its fields."""
    told = ("headline", "publisher", "published_note", "note")
    lists = {"credits": [text], "agencies": [text], "url": None, "published": "2031-04-10"}
    return {**dict.fromkeys(told, text), **lists}


def actor(number: int, text: str) -> dict[str, object]:
    """A record of an actor, with a payload in each of its fields."""
    return {
        "name": f"{text} x{number}",
        "kind": ("person", "organisation", "group")[number % 3],
        "party": text.strip(),
        "role": text,
        "aliases": [text],
        "names": {"fa": text},
        "note": text,
    }


@dataclass(frozen=True, slots=True)
class Hostile:
    """The site as it was written."""

    root: Path
    payloads: dict[int, str]
    """By number; each has an entry, `e` and the number."""
    sources: list[str]

    def path(self, number: int) -> str:
        """Of a payload's entry."""
        return f"content/entries/{file_name(self.payloads[number])}{number}.md"

    def write_entries(self, numbers: Iterable[int], prose: str = "") -> None:
        """Write entries, with the payload, or other words, where Markdown stands."""
        for number in numbers:
            text = self.payloads[number]
            name = self.sources[number % len(self.sources)]
            write(self.root, self.path(number), entry(number, text, name, prose or text))

    def build(self) -> None:
        """Build the site; payloads that Markdown refuses with an error are taken out of the text."""
        options = BuildOptions(root=self.root, out=self.root / "public", workers=2)
        first = build(options)
        bad = {d.span.path for d in first.diagnostics if d.severity == "error"}
        refused = [number for number in self.payloads if self.path(number) in bad]
        assert len(refused) < len(self.payloads) / 3
        self.write_entries(refused, "Words.")
        report = build(options)
        assert not report.failed, "\n".join(map(str, report.diagnostics))
