"""Tells how far a long build is: a bar on a terminal, plain lines elsewhere."""

from __future__ import annotations

import time
from typing import TextIO

from msgspec import Struct, field

PATIENCE = 2.0
"""Seconds that a build may take before anything is said."""
WIDTH = 30
EVERY = 5.0
"""Seconds between plain lines."""
SPEAKS = 0.2
"""Seconds of a stage after which its speed says something."""


class Meter(Struct):
    """Shows progress on a stream; call it with (what, done, of how many)."""

    stream: TextIO
    began: float = field(default_factory=time.monotonic)
    shown: float = 0.0
    stage: str = ""
    stage_began: float = 0.0
    open: bool = False

    def __call__(self, stage: str, done: int, total: int) -> None:
        """Say how far a stage is, if it is time to."""
        now = time.monotonic()
        if stage != self.stage:
            self.stage, self.stage_began = stage, now
        if now - self.began < PATIENCE:
            return
        terminal = self.stream.isatty()
        if done < total and now - self.shown < (0.1 if terminal else EVERY):
            return
        self.shown = now
        text = f"{stage} {done:,} of {total:,}"
        # After no time at all, any speed would be made up.
        if done and (spent := now - self.stage_began) >= SPEAKS:
            rate = done / spent
            left = f", {(total - done) / rate:.0f} s left" if done < total else ""
            text += f", {rate:,.{0 if rate >= 10 else 1}f}/s{left}"
        if terminal:
            filled = WIDTH * done // max(total, 1)
            bar = "█" * filled + "░" * (WIDTH - filled)
            self.stream.write(f"\r{bar} {text}\x1b[K")
            self.open = True
        else:
            self.stream.write(text + "\n")
        self.stream.flush()

    def end(self) -> None:
        """Leave the line."""
        if self.open:
            self.stream.write("\r\x1b[K")
            self.stream.flush()
