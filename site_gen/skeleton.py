"""A skeleton entry for an editor to fill in."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from site_gen.dates.edtf import EdtfError, parse
from site_gen.diagnostics import SiteGenError
from site_gen.edges.source import leads_out
from site_gen.slug import slugify

if TYPE_CHECKING:
    from pathlib import Path

TEMPLATE = """\
---
title: {title}
date: {date}  # when the article was published
provinces: []  # as content/provinces.yaml names them
sources:
  # Better: the name of a record in seeds/, without .yaml.
  - headline: The article's headline
    publisher: Its publisher
    url: null
summary: One or two sentences in your own words.
tags: []
draft: true
---

What the article reports, in your own words.

## {date}: What happened {{#what-happened}}

```yaml event
claims:
  - speaker: Who says so
    stance: asserts
    says: What they say, in your own words.
```

Prose about the event.
"""


def skeleton(title: str, date: str) -> str:
    """The text of a skeleton entry: a draft with one event and one claim."""
    return TEMPLATE.format(title=json.dumps(title, ensure_ascii=False), date=date)


def write_skeleton(root: Path, *, title: str, date: str, slug: str | None) -> Path:
    """Write a skeleton to `content/entries/`.

    Returns:
        Where it was written, relative to `root`.

    Raises:
        SiteGenError: when the date is none, or a file of that name exists.
    """
    try:
        parse(date)
    except EdtfError as problem:
        message = f"--date: {problem.message}" + (f"; {problem.hint}" if problem.hint else "")
        raise SiteGenError(message) from problem
    if not title.strip() or any(ord(c) < 32 for c in title):
        message = "a title is one line of text, with something in it"
        raise SiteGenError(message)
    name = slugify(slug or title)
    path = root / "content" / "entries" / f"{name}.md"
    if leads_out(root, f"content/entries/{name}.md"):
        message = f"{path.parent} leads out of the site's folder"
        raise SiteGenError(message)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("x", encoding="utf-8") as file:
            file.write(skeleton(title, date))
    except FileExistsError:
        message = f"{path.relative_to(root)} exists already; choose another title, or --slug"
        raise SiteGenError(message) from None
    except OSError as problem:
        message = f"{path}: {problem.strerror}; nothing was written"
        raise SiteGenError(message) from problem
    return path.relative_to(root)
