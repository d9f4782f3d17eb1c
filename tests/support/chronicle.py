"""An invented chronicle of any size, and a preview of it in a process of its own."""

from __future__ import annotations

import os
import queue
import re
import shutil
import signal
import subprocess
import sys
import threading
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

PROJECT = Path(__file__).resolve().parents[2]

SITE = """\
title: Estravia, spring 2031
description: An invented chronicle.
base_url: {base_url}
event_types: [Statement]
parties:
  crown: {{label: The Crown, belligerent: true}}
  league: {{label: The League, belligerent: true}}
"""
PROVINCES = """\
country: {name: Estravia, code: XE}
provinces:
  - code: XE-NOR
    name: Norvale
    capital: {name: Norvale, lat: 52.2, lon: 21.1}
    neighbours: [XE-SOU]
    places:
      - {name: Tal, kind: town}
  - code: XE-SOU
    name: Southmere
    capital: {name: Port Lune, lat: 51.0, lon: 21.4}
    neighbours: [XE-NOR]
"""
SOURCE = """\
headline: Report {number}
publisher: {publisher}
published: {date}
url: https://post.example/{number}
"""
ENTRY = """\
---
title: {title}
date: {date}
provinces: [{province}]
sources: [post-{source}]
summary: What report {number} tells of the {what}.
tags: [{tag}]
---

Report {number} is about the {what}. Words to be edited: original.

## {date}: The {what} is closed {{#closed}}

```yaml event
places: {places}
type: Statement
actors: [{speaker}]
claims:
  - speaker: {speaker}
    says: It is closed for repairs.
```

It was closed at noon, says {speaker}.

## {date}: The {what} is open again {{#open}}

```yaml event
type: Statement
claims:
  - speaker: {speaker}
    says: It is open.
```

{filler}
"""
WHAT = ("bridge", "ferry", "mill", "market", "harbour", "road", "school")
SPEAKERS = ("Ada Fenn", "Ole Brandt", "Mira Voss", "the harbour master", "Tomas Hale")
TAGS = ("traffic", "trade", "weather")
FILLER = "Nobody in the town had heard of it before. The ferry went twice that day. "


def entry(number: int, *, title: str = "", words: str = "original") -> str:
    """The Markdown of one entry; events of neighbouring numbers fall on neighbouring days."""
    day = number % 1080
    date = f"{2031 + day // 360}-{day // 30 % 12 + 1:02}-{day % 30 % 28 + 1:02}"
    what = WHAT[number % len(WHAT)]
    south = number % 2
    return ENTRY.format(
        number=number,
        title=title or f"The {what} of report {number}",
        date=date,
        province="Southmere" if south else "Norvale",
        places="[Port Lune]" if south else "[Tal]",
        source=number % 50,
        what=what,
        tag=TAGS[number % len(TAGS)],
        speaker=SPEAKERS[number % len(SPEAKERS)],
        filler=FILLER * 5,
    ).replace("original", words)


def path_of(root: Path, number: int) -> Path:
    """File of one entry."""
    return root / "content" / "entries" / f"report-{number:05}.md"


def write_site(root: Path, entries: int, base_url: str = "https://chronicle.example/") -> Path:
    """Write a site with so many entries, and the theme of this project.

    Returns:
        The folder.
    """
    folder = root / "content" / "entries"
    folder.mkdir(parents=True)
    (root / "seeds").mkdir()
    (root / "content" / "site.yaml").write_text(SITE.format(base_url=base_url))
    (root / "content" / "provinces.yaml").write_text(PROVINCES)
    for number in range(50):
        record = SOURCE.format(number=number, publisher=f"Post {number % 7}", date="2031-01-01")
        (root / "seeds" / f"post-{number}.yaml").write_text(record)
    for number in range(entries):
        path_of(root, number).write_text(entry(number))
    if (PROJECT / "themes").is_dir():
        shutil.copytree(PROJECT / "themes", root / "themes")
    return root


@dataclass(slots=True)
class Preview:
    """`site-gen serve` in a process of its own."""

    root: Path
    process: subprocess.Popen[str]
    lines: list[str] = field(default_factory=list)
    address: str = ""
    """Of the site, base path included, with a slash at its end."""
    _fresh: queue.Queue[str] = field(default_factory=queue.Queue)
    _reader: threading.Thread = field(default_factory=threading.Thread)

    @property
    def origin(self) -> str:
        """Without the base path."""
        match = re.match(r"http://[^/]+", self.address)
        assert match
        return match[0]

    @property
    def port(self) -> int:
        """Where it listens."""
        return int(self.origin.rpartition(":")[2])

    def line(self, pattern: str, timeout: float = 20) -> re.Match[str]:
        """Wait for a line that matches, among those not yet looked at."""
        end = time.monotonic() + timeout
        while True:
            try:
                text = self._fresh.get(timeout=max(0.01, end - time.monotonic()))
            except queue.Empty:
                raise AssertionError(f"no line like {pattern!r} in {self.lines}") from None
            if match := re.search(pattern, text):
                return match

    def stop(self, number: int = signal.SIGINT) -> int:
        """End it as Ctrl-C does.

        Returns:
            Exit code.
        """
        if self.process.poll() is None:
            self.process.send_signal(number)
        code = self.process.wait(timeout=10)
        self._reader.join(timeout=5)
        return code

    def read(self) -> None:
        """Collect what it prints; run in a thread."""
        assert self.process.stdout is not None
        with self.process.stdout as output:
            for text in output:
                self.lines.append(text.rstrip())
                self._fresh.put(text.rstrip())


def start_preview(
    root: Path, *arguments: str, first: float = 30, environment: Sequence[tuple[str, str]] = ()
) -> Preview:
    """Start a preview and wait for its first build.

    Args:
        root: of the site.
        arguments: further ones of the command; the port is any free one unless they name it.
        first: seconds that the first build may take; 0 does not wait for it.
        environment: further variables.
    """
    port = () if "--port" in arguments else ("--port", "0")
    process = subprocess.Popen(
        [sys.executable, "-m", "site_gen", "serve", "--root", root, *port, *arguments],
        cwd=PROJECT,
        env={**os.environ, "PYTHONUNBUFFERED": "1", "PYTHONWARNINGS": "error", **dict(environment)},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        # A group of its own, so that a test can send it what a terminal would.
        start_new_session=True,
    )
    preview = Preview(root=root, process=process)
    reader = threading.Thread(target=preview.read, daemon=True)
    reader.start()
    preview._reader = reader
    preview.address = preview.line(r"Serving (http://\S+)")[1]
    if first:
        preview.line(r"\d files? changed|last good site", timeout=first)
    return preview
