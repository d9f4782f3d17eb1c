"""Compiles the hottest modules, when asked to: `SITE_GEN_COMPILE=1 pip install .`.

Everything else about the package stands in pyproject.toml. Without the variable it is plain Python, and does the same, in
some more time: docs/decisions/041-compiled-modules.md.
"""

from __future__ import annotations

import os
import sys
import tomllib
from pathlib import Path

from setuptools import Extension, setup

COMPILED = [
    "site_gen/web/address.py",
    "site_gen/engine/codec.py",
    "site_gen/dates/wording.py",
    "site_gen/digest.py",
    "site_gen/dates/edtf.py",
    "site_gen/parsing/entry.py",
    "site_gen/web/escaping.py",
    "site_gen/exports/calendar.py",
    "site_gen/exports/fulltext.py",
    "site_gen/exports/table.py",
    "site_gen/parsing/frontmatter/fast.py",
    "site_gen/parsing/frontmatter/text.py",
    "site_gen/parsing/gazetteer/folding.py",
    "site_gen/parsing/markdown/destination.py",
    "site_gen/parsing/markdown/fast.py",
    "site_gen/parsing/markdown/fast_inlines.py",
    "site_gen/parsing/markdown/markup.py",
    "site_gen/web/marks.py",
    "site_gen/chronology/ordering.py",
    "site_gen/pages/cards.py",
    "site_gen/pages/entries.py",
    "site_gen/parsing/records.py",
    "site_gen/chronology/references.py",
    "site_gen/search/bits.py",
    "site_gen/search/merge.py",
    "site_gen/search/postings.py",
    "site_gen/search/shards.py",
    "site_gen/slug.py",
    "site_gen/chronology/status.py",
    "site_gen/parsing/words.py",
]
"""What a first build spends its time in. Not every module can be: `class X(str)` cannot, and the keywords of a class (`frozen`,
`gc`) are lost."""

ASKED = os.environ.get("SITE_GEN_COMPILE") == "1"


def needed() -> list[str]:
    """What the compiler needs: itself, and whatever the modules import, for their types."""
    if not ASKED:
        return []
    project = tomllib.loads(Path("pyproject.toml").read_text(encoding="utf-8"))["project"]
    return ["mypy>=1.13", "types-PyYAML", *project["dependencies"]]


def extensions() -> list[Extension]:
    """The modules to compile."""
    if not ASKED or not {"bdist_wheel", "build_ext"} & set(sys.argv):
        return []
    from mypyc.build import mypycify

    found: list[Extension] = mypycify(COMPILED, opt_level="2", debug_level="0")
    return found


setup(ext_modules=extensions(), setup_requires=needed())
