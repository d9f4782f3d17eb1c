"""The timeline's short ways must not matter: what one event is told by never rubs off on the next."""

from __future__ import annotations

from pathlib import Path

from chronicle import path_of, write_site

from site_gen.chronology.timeline import build
from site_gen.edges.source import Tree
from site_gen.engine.reading import read_site

ENTRY = """\
---
title: Five happenings
date: 2031-04-02
provinces: [Norvale]
sources: [post-1, post-2]
---

## 2031-04-01: Nobody is named

## 2031-04-01: The Crown alone says so

```yaml event
claims:
  - {speaker: A colonel, party: crown, says: It fell to us., source: post-1}
```

## 2031-04-01: Again nobody is named

## 2031-04-01: Somebody denies it

```yaml event
claims:
  - {speaker: A clerk, says: It burned., source: post-1}
  - {speaker: A miller, stance: denies, says: It never burned., source: post-2}
```

## 2031-04-01: Of one source only

```yaml event
sources: [post-2]
```

## 2031-04-01: Of both again
"""


def test_each_event_has_its_own_verdict(tmp_path: Path) -> None:
    root = write_site(tmp_path / "site", 1)
    path_of(root, 7).write_text(ENTRY)
    site = read_site(Tree(root=root), drafts=True).site
    assert site is not None
    rows = build(site).by_entry["report-00007"]
    assert [(row.verdict.status, row.verdict.outlets, row.verdict.origins) for row in rows] == [
        ("corroborated", 2, 2),
        ("claimed", 2, 1),
        ("corroborated", 2, 2),
        ("disputed", 2, 1),
        ("reported", 1, 1),
        ("corroborated", 2, 2),
    ]
