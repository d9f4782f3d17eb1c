"""Which files of the site are out of date, and why. Pure.

A file is made anew when the digest of one of its inputs differs from the trace of the build that
made it. Each reason is a value with a name in the past participle; `build --explain` prints it.
"""

from __future__ import annotations

from typing import NamedTuple

from msgspec import MsgspecError, json


class Reason(NamedTuple):
    """Why a file is made anew."""

    name: str
    """`PageAdded`, `TemplateModified`, `EventsModified` …"""
    detail: str = ""

    def __str__(self) -> str:
        return f"{self.name} ({self.detail})" if self.detail else self.name


REASONS = {
    "program": "ProgramUpgraded",
    "settings": "SettingsModified",
    "template": "TemplateModified",
    "strings": "StringsModified",
    "prose": "ProseModified",
    "entry": "EntryModified",
    "entries": "EntriesModified",
    "events": "EventsModified",
    "whole": "EventsModified",
    "timeline": "TimelineModified",
    "listing": "ListingModified",
    "neighbours": "NeighboursModified",
    "counts": "CountsModified",
    "source": "SourceModified",
    "sources": "SourcesModified",
    "actor": "ActorModified",
    "dispute": "DisputeModified",
    "disputes": "DisputesModified",
    "members": "MembersModified",
    "figures": "FiguresModified",
    "questions": "QuestionsModified",
    "page": "PageModified",
    "sourcing": "SourcingModified",
    "history": "HistoryModified",
    "moments": "HistoryModified",
    "file": "FileModified",
    "search": "SearchModified",
}
"""Name of an input, up to a colon → name of the reason."""


_encode = json.Encoder(order="sorted").encode


def encode_inputs(inputs: tuple[tuple[str, str], ...]) -> str:
    """A trace's text: equal texts mean equal inputs."""
    return _encode(dict(inputs)).decode()


def reasons(old: str | None, new: str, *, present: bool = True) -> tuple[Reason, ...]:
    """Why a file is out of date; nothing when it is not.

    Args:
        old: trace of the build that made it; None when there is none.
        new: what it would be made from now.
        present: whether the file is still in the output folder as it was left.
    """
    if old is None:
        return (Reason("FileAdded"),)
    if not present:
        return (Reason("OutputMissing"),)
    if old == new:
        return ()
    before, after = _decode(old), _decode(new)
    changed = [name for name in sorted(before | after) if before.get(name) != after.get(name)]
    found: dict[Reason, None] = {}
    for name in changed:
        kind, _, detail = name.partition(":")
        found[Reason(REASONS.get(kind, "InputModified"), detail or _unless_known(kind))] = None
    return tuple(found) or (Reason("InputModified"),)


def _unless_known(kind: str) -> str:
    return "" if kind in REASONS else kind


def _decode(text: str) -> dict[str, str]:
    try:
        found = json.decode(text)
    except (MsgspecError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}
