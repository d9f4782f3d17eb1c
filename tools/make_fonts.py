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

BASIC = (
    *range(0x20, 0x7F),
    *(0xA0, 0xA7, 0xA9, 0xB0, 0xB7, 0xD7, 0x2013, 0x2014, 0x2018, 0x2019, 0x201C, 0x201D),
    *(0x2020, 0x2022, 0x2026, 0x2032, 0x2033, 0x2212, 0x2248, 0x2264, 0x2265),
)
"""Letters of English and the punctuation of running text: in every first view."""

ACCENTED = tuple(
    code
    for code in (
        *range(0xA1, 0x100),
        *(0x0131, 0x0152, 0x0153, 0x0160, 0x0161, 0x0178, 0x017D, 0x017E, 0x02BB, 0x02BC),
        *(0x201A, 0x201E, 0x2039, 0x203A, 0x20AC),
    )
    if code not in BASIC
)
"""The rest of western European Latin: fetched by pages that have some (`unicode-range`)."""

SERIF = "newsreader/files/newsreader-latin-wght-normal.woff2"
ITALIC = "newsreader/files/newsreader-latin-wght-italic.woff2"
SANS = "libre-franklin/files/libre-franklin-latin-wght-normal.woff2"
FEATURES = ("liga", "locl", "ccmp")
CUTS = (
    # result, source, weights kept (a range stays variable), letters, further features
    ("serif", SERIF, (400, 600), BASIC, ("kern",)),
    ("serif-accented", SERIF, (400, 600), ACCENTED, ()),
    ("serif-italic", ITALIC, 400, BASIC + ACCENTED, ()),
    ("sans", SANS, (400, 600), BASIC, ("kern", "tnum")),
    ("sans-accented", SANS, (400, 600), ACCENTED, ()),
)


def ranges(codes: tuple[int, ...]) -> str:
    """Value of CSS's `unicode-range`."""
    found: list[list[int]] = []
    for code in sorted(codes):
        if found and code == found[-1][1] + 1:
            found[-1][1] = code
        else:
            found.append([code, code])
    return ", ".join(f"U+{a:X}" if a == b else f"U+{a:X}-{b:X}" for a, b in found)


def cut(
    source: Path, weights: object, letters: tuple[int, ...], features: tuple[str, ...], target: Path
) -> int:
    """Write the reduced font; return its size in bytes."""
    font = instantiateVariableFont(TTFont(source), {"wght": weights})
    options = Options()
    options.layout_features = [*FEATURES, *features]
    options.name_IDs = [1, 2, 13, 14]
    options.hinting = False
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=letters)
    subsetter.subset(font)
    font.recalcTimestamp = False  # the same bytes on every run
    font.flavor = "woff2"
    font.save(target)
    return target.stat().st_size


def main() -> None:
    """Cut every font of the theme."""
    modules, target = map(Path, sys.argv[1:])
    for name, source, weights, letters, features in CUTS:
        path = target / f"{name}.woff2"
        print(path, cut(modules / source, weights, letters, features, path))
    print("basic:", ranges(BASIC))
    print("accented:", ranges(ACCENTED))


if __name__ == "__main__":
    main()
