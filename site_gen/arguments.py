"""What each command takes: its arguments, their help, and what may have been meant by a slip."""

from __future__ import annotations

import argparse
import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from site_gen import __version__
from site_gen.diagnostics import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from typing import NoReturn

DESCRIPTION = """\
Build a static site from a sourced chronology: one Markdown entry for each news article, with who
said what, through which outlet, on which day."""

EPILOG = """\
a first session:
  site-gen new "Border crossing reported captured"   write a skeleton entry
  site-gen serve                                     preview it, with reload on every save
  site-gen check                                     list every mistake, with file, line and hint
  site-gen build                                     write the site to public/

A site is a folder with content/site.yaml, content/provinces.yaml, content/entries/ and seeds/.
Commands find it at or above the current folder, or take it from --root."""


class _Parser(argparse.ArgumentParser):
    """A parser that says of a slip what may have been meant, and where all that it takes is listed."""

    commands: Mapping[str, argparse.ArgumentParser] = {}

    def parse_args(  # type: ignore[override]
        self, args: Sequence[str] | None = None, namespace: argparse.Namespace | None = None
    ) -> argparse.Namespace:
        """As `ArgumentParser.parse_args`; whatever is too much is told with its own command's help."""
        first = next(iter(sys.argv[1:] if args is None else args), "").partition("=")[0]
        own_options = ("-h", "--help", "--version")
        if self.commands and first.startswith("-") and first not in own_options:
            near = did_you_mean(first, own_options) or f"site-gen COMMAND {first}"
            self.error(f"the command comes first, then its options; {near}")
        found, rest = self.parse_known_args(args, namespace)
        if rest:
            own = self.commands.get(getattr(found, "command", ""), self)
            own.error(f"not known here: {' '.join(rest)}{_meant(own, rest[0])}")
        return found

    def error(self, message: str) -> NoReturn:
        """Say what is wrong in a line, and where more is to be read; exit with 2."""
        wrong = re.match(r"argument COMMAND: invalid choice: '(.*?)' \(", message)
        if wrong:
            near = did_you_mean(wrong[1], self.commands)
            message = f"there is no command “{wrong[1]}”{near and f'; {near}'}"
        elif message.endswith("required: COMMAND"):
            message = f"name a command: {', '.join(self.commands)}"
        self.exit(2, f"{self.prog}: {message}\nSee {self.prog} --help\n")


def _meant(command: argparse.ArgumentParser, word: str) -> str:
    """A guess at what somebody wanted who gave a command a word that it does not take."""
    name = command.prog.rpartition(" ")[2]
    if word.startswith("-"):
        options = command.format_usage().replace("[", " ").replace("]", " ").split()
        near = did_you_mean(word.partition("=")[0], (o for o in options if o.startswith("--")))
        return f"; {near}" if near else ""
    if name == "new":
        return "; put a title of several words between quotation marks"
    if name == "schema":
        return ""
    return f"; {name} takes the whole site: give its folder with --root, or none when you are in it"


_DAY = "when the article was published: 2021-07-14, or 2021-07 when the day is not known"


def parser() -> argparse.ArgumentParser:
    """The arguments of every command."""
    root = _Parser(
        prog="site-gen",
        description=DESCRIPTION,
        epilog=EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    root.add_argument("--version", action="version", version=f"site-gen {__version__}")
    # With its name given, argparse need not format its own usage, for which it measures the terminal.
    commands = root.add_subparsers(
        prog="site-gen", dest="command", metavar="COMMAND", required=True
    )

    def command(name: str, summary: str, details: str = "") -> argparse.ArgumentParser:
        found = commands.add_parser(
            name,
            help=summary,
            description=f"{summary[0].upper()}{summary[1:]}. {details}".strip(),
        )
        found.add_argument(
            "--root", type=Path, metavar="DIR", help="folder of the site (default: found upwards)"
        )
        root.commands = {**root.commands, name: found}
        return found

    build = command(
        "build",
        "build the site",
        "With a mistake in the content nothing is written: the last good site stays in place.",
    )
    _add_output(build)
    build.add_argument("--drafts", action="store_true", help="include drafts")
    build.add_argument(
        "--explain", action="store_true", help="say for each file why it was made anew"
    )
    build.add_argument("--json", action="store_true", help="print a report as JSON")
    build.add_argument(
        "--force", action="store_true", help="forget earlier builds and make everything anew"
    )
    build.add_argument(
        "--overwrite", action="store_true", help="build into a folder that holds other files"
    )
    build.add_argument(
        "--workers",
        type=_processes,
        default=0,
        metavar="N",
        help="processes for a large build (default: one for each core, 8 at most)",
    )
    build.add_argument("--quiet", action="store_true", help="print mistakes only")

    check = command(
        "check", "check the content without building", "Exit code 1 when there are errors."
    )
    check.add_argument("--drafts", action="store_true", help="check drafts as part of the site")
    check.add_argument(
        "--release", action="store_true", help="fail while an import's questions are open"
    )
    check.add_argument(
        "--links",
        action="store_true",
        help="also ask the addresses of sources whether they still answer (uses the network)",
    )
    check.add_argument(
        "--archive",
        action="store_true",
        help="with --links: ask a web archive for copies, and record them in seeds/",
    )
    check.add_argument(
        "--again", action="store_true", help="with --links: ask anew what was answered lately"
    )
    check.add_argument(
        "--archive-service",
        default="",
        metavar="URL",
        help="the web archive (default: https://web.archive.org)",
    )
    _add_format(check)
    _add_format(build)

    verify = command(
        "verify",
        "verify quotations against the texts and record their hashes",
        "Looks for every quote: in seeds/<id>.txt, where that text lies, and records the SHA-256 of "
        "each that stands there to the letter in seeds/<id>.yaml. Commit what it changes: machines "
        "without the texts check quotations by it.",
    )
    _add_format(verify)

    new = command(
        "new",
        "write a skeleton entry",
        "Never over a file that exists.",
    )
    new.add_argument("title", help="headline of the entry")
    new.add_argument("--date", metavar="EDTF", help=_DAY)
    new.add_argument("--slug", help="address of the entry (default: made from the title)")

    schema = command(
        "schema",
        "write JSON Schemas, with which editors complete and check while typing",
        "Written to the folder given, in place of earlier ones. docs/entry-format.md says how to "
        "point an editor to them.",
    )
    schema.add_argument(
        "out", type=Path, metavar="DIR", nargs="?", help="folder (default: names are listed)"
    )

    importer = command(
        "import",
        "draft entries from raw articles",
        "What the text decides is filled in, with its line; the rest is asked in the draft. Nothing is "
        "ever overwritten, and a text that was imported before changes nothing.",
    )
    _add_import(importer)

    publish = command(
        "publish",
        "put the site into a branch of the remote, for GitHub Pages",
        "Builds anew, checks every link, and says what would be pushed. Nothing leaves this machine "
        "without --push, nothing is ever forced, and a branch that site-gen did not make is left alone.",
    )
    publish.add_argument("--push", action="store_true", help="do it: push to the branch")
    publish.add_argument(
        "--dry-run", action="store_true", help="only say what would be done (this is the default)"
    )
    publish.add_argument("--remote", default="origin", help="of this repository (default: origin)")
    publish.add_argument("--branch", default="gh-pages", help="of the remote (default: gh-pages)")
    publish.add_argument(
        "--base-url", default="", metavar="URL", help="where the site will live, sub-path included"
    )
    _add_format(publish)

    serve = command(
        "serve",
        "preview the site, drafts included, and follow every save",
        "Mistakes are shown over the page that you look at; the last good site stays below them.",
    )
    serve.add_argument(
        "--host",
        default="127.0.0.1",
        help="address to listen on (default: 127.0.0.1, which only this machine can reach)",
    )
    serve.add_argument(
        "--port",
        type=_whole,
        default=8000,
        metavar="PORT",
        help="port, or the next free one (default: 8000)",
    )
    serve.add_argument("--open", action="store_true", help="open the browser")
    serve.add_argument(
        "--editor",
        default="vscode",
        metavar="NAME",
        help="what links to files open: vscode (default), vscodium, cursor, zed, idea, sublime, "
        "textmate, none, or an address with {path}, {line} and {col} in it",
    )
    serve.add_argument(
        "--poll",
        action="store_true",
        help="look at the files instead of waiting for events (network drives, some containers)",
    )
    return root


def _whole(text: str) -> int:
    try:
        return int(text)
    except ValueError:
        message = f"“{text}” is not a whole number"
        raise argparse.ArgumentTypeError(message) from None


def _processes(text: str) -> int:
    number = _whole(text)
    if number < 1:
        message = f"“{text}” is not 1 or more"
        raise argparse.ArgumentTypeError(message)
    return number


def _add_import(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "inputs",
        nargs="+",
        metavar="FILE|URL|-",
        help="plain text; HTML or an address, after `make importer`; or - for standard input",
    )
    command.add_argument("--date", default="", metavar="EDTF", help=_DAY)
    command.add_argument("--url", default="", help="address of the article")
    command.add_argument("--publisher", default="", help="who published it")
    command.add_argument(
        "--encoding",
        default="",
        metavar="NAME",
        help="of the text, when it cannot be told: windows-1252, macintosh, iso-8859-2 …",
    )
    command.add_argument(
        "--explain", action="store_true", help="list what was dropped, and how each answer follows"
    )
    command.add_argument(
        "--json", action="store_true", help="print one line of JSON for each input"
    )
    command.add_argument(
        "--csv",
        action="store_true",
        help="the inputs are tables: TimelineJS's or ACLED's columns, or TimelineJS's JSON",
    )
    command.add_argument("--dry-run", action="store_true", help="write nothing")


def _add_output(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--out", type=Path, metavar="DIR", help="output folder (default: public/ of the site)"
    )
    command.add_argument(
        "--base-url", default="", metavar="URL", help="where the site will live, sub-path included"
    )


def _add_format(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--format",
        choices=("text", "github"),
        default="text",
        help="how mistakes are printed; github: annotations of a workflow",
    )
