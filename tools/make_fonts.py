"""Cuts the theme's fonts out of the full ones. Run by hand when a font or the set of letters changes.

    npm install @fontsource-variable/newsreader @fontsource-variable/libre-franklin
    python tools/make_fonts.py node_modules/@fontsource-variable themes/default/assets/fonts

Needs fonttools and brotli (`pip install "fonttools[woff]"`), which nothing else here does. The result
is committed, so that a build neither fetches nor cuts anything.
"""

from __future__ import annotations

import sys
from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont

LETTERS = (
    *range(0x20, 0x7F),
    *range(0xA0, 0x100),
    *(0x0131, 0x0152, 0x0153, 0x0160, 0x0161, 0x0178, 0x017D, 0x017E, 0x02BB, 0x02BC),
    *(0x2013, 0x2014, 0x2018, 0x2019, 0x201A, 0x201C, 0x201D, 0x201E, 0x2020, 0x2022, 0x2026),
    *(0x2032, 0x2033, 0x2039, 0x203A, 0x20AC, 0x2212, 0x2248, 0x2264, 0x2265),
)
"""Western European Latin and the punctuation of running text; anything else falls back."""

CUTS = (
    # source file, weights kept (a range stays variable), further features, result
    ("newsreader/files/newsreader-latin-wght-normal.woff2", (400, 600), [], "serif"),
    ("newsreader/files/newsreader-latin-wght-italic.woff2", 400, [], "serif-italic"),
    ("libre-franklin/files/libre-franklin-latin-wght-normal.woff2", (400, 600), ["tnum"], "sans"),
)
FEATURES = ["kern", "liga", "locl", "ccmp"]


def cut(source: Path, weights: object, features: list[str], target: Path) -> int:
    """Write the reduced font; return its size in bytes."""
    font = instantiateVariableFont(TTFont(source), {"wght": weights})
    options = Options()
    options.layout_features = FEATURES + features
    options.name_IDs = [1, 2, 13, 14]
    options.hinting = False
    options.flavor = "woff2"
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=LETTERS)
    subsetter.subset(font)
    font["head"].modified = font["head"].created  # the same bytes on every run
    font.recalcTimestamp = False
    font.flavor = "woff2"
    font.save(target)
    return target.stat().st_size


def main() -> None:
    """Cut every font of the theme."""
    modules, target = map(Path, sys.argv[1:])
    for source, weights, features, name in CUTS:
        path = target / f"{name}.woff2"
        print(path, cut(modules / source, weights, features, path))


if __name__ == "__main__":
    main()
