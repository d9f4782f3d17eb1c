"""Prints what each dependency costs, for docs/dependencies.md: size on disk and time to import.

Size: the installed files without byte code, those of packages that only it needs not included.
Time: `-X importtime`, cumulative, with whatever of the standard library it pulls in; median of 9.
"""

from __future__ import annotations

import re
import subprocess
import sys
from importlib.metadata import distribution
from statistics import median

RUNTIME = {
    "dulwich": "dulwich.repo",
    "msgspec": "msgspec",
    "Jinja2": "jinja2",
    "MarkupSafe": "markupsafe",
    "PyYAML": "yaml",
    "livereload": "livereload",
    "markdown-it-py": "markdown_it",
    "mdit-py-plugins": "mdit_py_plugins.footnote",
    "mdurl": "mdurl",
    "pillow": "PIL.ImageFont",
    "tornado": "tornado.ioloop",
    "watchfiles": "watchfiles",
}


def megabytes(name: str) -> float:
    """Size of a distribution's own files, in units of 10^6 bytes."""
    files = distribution(name).files or []
    paths = [file.locate() for file in files if file.suffix != ".pyc"]
    return sum(path.stat().st_size for path in paths if path.exists()) / 1e6


def milliseconds(module: str) -> float:
    """Time to import a module into a fresh interpreter."""
    times = []
    for _ in range(9):
        report = subprocess.run(
            [sys.executable, "-X", "importtime", "-c", f"import {module}"],
            capture_output=True,
            text=True,
            check=True,
        ).stderr
        last = re.findall(r"\| +(\d+) \|", report)[-1]
        times.append(int(last) / 1000)
    return median(times)


for name, module in RUNTIME.items():
    print(
        f"{name:16} {distribution(name).version:8} {megabytes(name):5.2f} MB"
        f" {milliseconds(module):6.1f} ms"
    )
