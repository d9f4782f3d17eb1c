"""One expression of time as it was found in a text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from site_gen.importer.dateparts import Basis, Role


@dataclass(frozen=True, slots=True, kw_only=True)
class DateMention:
    """One expression of time."""

    line: int
    start: int
    """Offset of its first character in the paragraph."""
    end: int
    text: str
    value: str
    """EDTF; empty when the text does not tell."""
    basis: Basis
    role: Role = "event"
    reason: str = ""
    """Why there is no value."""
    candidates: tuple[str, ...] = ()
    quoted: bool = False
    """Within direct speech."""

    @property
    def precision(self) -> str:
        """`day`, `month`, `year`, `decade`, `interval`, or empty without a value."""
        if not self.value:
            return ""
        if "/" in self.value:
            return "interval"
        if "X" in self.value:
            return "decade"
        return ("year", "month", "day")[self.value.rstrip("~?%").count("-")]
