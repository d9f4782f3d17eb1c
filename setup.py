"""Compiles the hottest modules, when asked to: `SITE_GEN_COMPILE=1 pip install .`.

Everything else about the package stands in pyproject.toml. Why, and what it is worth:
docs/decisions/041-compiled-modules.md. Without the variable, or without a C compiler, the package is plain Python, and
does the same.
"""

from __future__ import annotations

import os

from setuptools import setup

COMPILED = [
    "site_gen/codec.py",
    "site_gen/digest.py",
    "site_gen/edtf.py",
    "site_gen/entry.py",
    "site_gen/frontmatter/fast.py",
    "site_gen/markdown/fast.py",
    "site_gen/markdown/fast_inlines.py",
    "site_gen/markdown/markup.py",
    "site_gen/marks.py",
    "site_gen/pages/cards.py",
    "site_gen/pages/digests.py",
    "site_gen/records.py",
    "site_gen/slug.py",
    "site_gen/words.py",
]


def modules() -> list[object]:
    """What to compile."""
    if os.environ.get("SITE_GEN_COMPILE") != "1":
        return []
    try:
        from mypyc.build import mypycify
    except ImportError:  # asked what it needs, before it is there
        return []
    found: list[object] = mypycify([*COMPILED], opt_level="2", debug_level="0")
    return found


setup(
    ext_modules=modules(),
    setup_requires=["mypy>=1.13"] if os.environ.get("SITE_GEN_COMPILE") == "1" else [],
)
