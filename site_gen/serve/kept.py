"""Pages as browsers have got them, so that they can be told what has changed since."""

from __future__ import annotations

from dataclasses import dataclass, field
from hashlib import blake2b

MOST = 16_000_000
"""Bytes that are kept; of whatever was sent before them a browser asks for the whole page."""


@dataclass(slots=True)
class Kept:
    """Contents by their digest, the one used last at the end."""

    _pages: dict[str, bytes] = field(default_factory=dict)
    _size: int = 0

    def keep(self, page: bytes) -> str:
        """Keep a page; gives its digest."""
        digest = blake2b(page, digest_size=12).hexdigest()
        if self._pages.pop(digest, None) is None:
            self._size += len(page)
        self._pages[digest] = page
        while self._size > MOST and len(self._pages) > 1:
            oldest = next(iter(self._pages))
            self._size -= len(self._pages.pop(oldest))
        return digest

    def get(self, digest: str) -> bytes | None:
        """A page by its digest; None when it is kept no more."""
        return self._pages.get(digest)
