"""Where the program starts, and where a plain build with nothing to do ends.

Such a build is the most frequent of all. It is over before the modules are imported with which the
others begin; whatever is out of the ordinary in the least goes the usual way, which knows better.
"""

from __future__ import annotations

import gc
import importlib
import os
import sys
import time

from site_gen.edges.look import LISTING, STATE, Look, Note, key_of, packaged_themes, seen_from_above

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import NoReturn


def run() -> NoReturn:
    """Run the command of this process, and end it.

    At once: to take apart what a first build of a large site has made takes a twentieth of its time.
    """
    kept: list[object] = []
    code = main(kept=kept)
    if not kept:
        sys.exit(code)
    try:
        sys.stdout.flush()
        sys.stderr.flush()
    except OSError:
        code = code or 1  # whoever read the output has gone
    os._exit(code)


def main(argv: list[str] | None = None, kept: list[object] | None = None) -> int:
    """Run one command.

    Args:
        argv: arguments without the program's name; by default those of the process.
        kept: takes up what need not be taken apart any more.

    Returns:
        The exit code.
    """
    arguments = sys.argv[1:] if argv is None else argv
    look = None
    if arguments[:1] == ["build"]:
        gc.disable()  # a look makes a tuple for each file, and no cycle
        try:
            look, said = _look(arguments[1:], time.perf_counter())
        except OSError:
            said = None  # the usual way says what is wrong
        finally:
            gc.enable()
        if said is not None:
            if said:
                print(said)
            if kept is not None:
                kept.append(look)
            return 0
    _load_structs()
    from site_gen.cli import main as run

    return run(arguments, look, kept)


def _load_structs() -> None:
    """Import msgspec, and not `typing_extensions`.

    It would take that, where it is installed, for what the standard library has as well; and loading it
    takes as long as all else that a short command imports.
    """
    if "typing_extensions" not in sys.modules:
        sys.modules["typing_extensions"] = None  # type: ignore[assignment]
        try:
            importlib.import_module("msgspec")
        finally:
            del sys.modules["typing_extensions"]


def _look(options: list[str], began: float) -> tuple[Look | None, str | None]:
    """A look at the site, and what to print if there is nothing to do; None if there may be."""
    root = ""
    quiet = False
    words = iter(options)
    for word in words:
        if word == "--root":
            root = next(words, "")
        elif word.startswith("--root="):
            root = word.removeprefix("--root=")
        elif word == "--workers":
            if not next(words, "").strip("0").isdecimal():
                return None, None
        elif word == "--quiet":
            quiet = True
        else:
            return None, None
    folder = os.path.realpath(root) if root else _found_upwards(os.getcwd())
    out, state = f"{folder}/public", f"{folder}/{STATE}/public"
    if not folder or not os.path.isdir(state) or os.path.realpath(state) != state:
        return None, None
    look = Look(folder, packaged_themes(), time.time_ns())
    with os.scandir(state) as found:
        # A build that goes on, or was broken off, has more than data bases here; a link is nobody's.
        odd = any(
            entry.is_symlink() or not entry.name.endswith((".db", ".db-journal", LISTING, "lock"))
            for entry in found
        )
    note = Note.read(state)
    if (
        odd
        or note is None
        or not note.said
        or note.key != key_of(out)
        or os.path.realpath(out) != out
        or not note.out
        or note.out != seen_from_above(out)
        or look.refused
        or note.lines != look.lines
    ):
        return look, None
    return look, "" if quiet else f"{note.said} in {time.perf_counter() - began:.2f} s"


def _found_upwards(folder: str) -> str:
    """The folder at or above that holds a site; empty for none."""
    while not os.path.isfile(f"{folder}/content/site.yaml"):
        above = os.path.dirname(folder)
        if above == folder:
            return ""
        folder = above
    return folder
