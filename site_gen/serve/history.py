"""When each file of the preview last changed, counted in builds."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


@dataclass(slots=True)
class History:
    """Answers what a page has missed since it was served."""

    build: int = 0
    _changed: dict[str, int] = field(default_factory=dict)

    def note(self, paths: Iterable[str]) -> None:
        """Count one more build, which changed these files."""
        self.build += 1
        for path in paths:
            self._changed[path] = self.build

    def since(self, build: int) -> tuple[str, ...]:
        """Files that changed after that build, in the order of their paths."""
        return tuple(sorted(path for path, at in self._changed.items() if at > build))
