"""Prints how long this Python takes for work like a build's, in milliseconds; fails where it could not hold the program.

For `tools/compiled.sh`, which takes the quickest: pythons of one version differ by a tenth and more, by how they were compiled.
"""

import os
import re
import sys
import sysconfig
import time
from importlib.util import find_spec

LINE = re.compile(r"( *)(?:([a-z]+): )?(.*)")


def work() -> int:
    """Lines taken apart, put into a dict, and written anew."""
    found = {}
    for number in range(3000):
        text = f"  key: what stands in line {number}, & more"
        match = LINE.fullmatch(text)
        if match is not None:
            _, key, value = match.groups()
            found[f"{key}{number % 100}"] = value.replace("&", "&amp;").split(" ")
        if "<" in text or text.startswith("#"):
            found.clear()
    return len("".join(" ".join(words) for words in found.values()))


def main() -> int:
    """See above."""
    headers = os.path.join(sysconfig.get_path("include"), "Python.h")
    if not (os.path.exists(headers) and find_spec("venv") and find_spec("ensurepip")):
        return 1
    best = float("inf")
    for _ in range(15):
        began = time.perf_counter()
        work()
        best = min(best, time.perf_counter() - began)
    print(round(best * 1000, 2))
    return 0


if __name__ == "__main__":
    sys.exit(main())
