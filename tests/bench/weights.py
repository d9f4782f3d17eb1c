"""Writes fitted weights into the module that uses them."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping


def table(weights: Mapping[str, float]) -> str:
    """The rows of a table of weights, the least first."""
    return "".join(
        f'    "{k}": {weights[k]:.2f},\n' for k in sorted(weights, key=weights.__getitem__)
    )


def write(module: Path, weights: Mapping[str, float]) -> None:
    """Put weights in the place of the module's `WEIGHTS`."""
    fresh = f"WEIGHTS: dict[str, float] = {{\n{table(weights)}}}\n"
    code = re.sub(
        r"WEIGHTS: dict\[str, float\] = \{.*?\}\n",
        lambda _: fresh,
        module.read_text(encoding="utf-8"),
        count=1,
        flags=re.DOTALL,
    )
    module.write_text(code, encoding="utf-8")
