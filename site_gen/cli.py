"""The command line: arguments, printing, exit codes, the real clock.

Exit code 0: done; 1: the site has errors, or a file could not be written; 2: the command itself is
wrong. Diagnostics go to standard error, results to standard output.
"""

from __future__ import annotations

import argparse
import datetime as dt
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from site_gen import __version__
from site_gen.diagnostics import SiteGenError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from site_gen.diagnostics import Diagnostic

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


def parser() -> argparse.ArgumentParser:
    """The arguments of every command."""
    root = argparse.ArgumentParser(
        prog="site-gen",
        description=DESCRIPTION,
        epilog=EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    root.add_argument("--version", action="version", version=f"site-gen {__version__}")
    commands = root.add_subparsers(dest="command", metavar="COMMAND", required=True)

    def command(
        name: str, run: Callable[[argparse.Namespace], int], summary: str, details: str = ""
    ) -> argparse.ArgumentParser:
        found = commands.add_parser(
            name,
            help=summary,
            description=f"{summary[0].upper()}{summary[1:]}. {details}".strip(),
            formatter_class=argparse.RawDescriptionHelpFormatter,
        )
        found.add_argument(
            "--root", type=Path, metavar="DIR", help="folder of the site (default: found upwards)"
        )
        found.set_defaults(run=run)
        return found

    build = command(
        "build",
        _build,
        "build the site",
        "With a mistake in the content nothing is written: the last good site stays in place.",
    )
    _add_output(build)
    build.add_argument("--drafts", action="store_true", help="include drafts")
    build.add_argument("--quiet", action="store_true", help="print mistakes only")

    check = command(
        "check", _check, "check the content without building", "Exit code 1 when there are errors."
    )
    check.add_argument("--drafts", action="store_true", help="check drafts as part of the site")
    _add_format(check)
    _add_format(build)

    new = command(
        "new",
        _new,
        "write a skeleton entry",
        "Never over a file that exists.",
    )
    new.add_argument("title", help="headline of the entry")
    new.add_argument("--date", metavar="EDTF", help="when the article was published")
    new.add_argument("--slug", help="address of the entry (default: made from the title)")

    serve = command("serve", _serve, "preview the site and reload on every save")
    serve.add_argument("--host", default="127.0.0.1", help="address to listen on")
    serve.add_argument("--port", type=int, default=8000, help="port (default: 8000)")
    return root


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


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command.

    Args:
        argv: arguments without the program's name; by default those of the process.

    Returns:
        The exit code.
    """
    arguments = parser().parse_args(argv)
    try:
        code: int = arguments.run(arguments)
    except SiteGenError as problem:
        print(f"site-gen: {problem}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:
        # Whoever read the output has gone; nothing more can be said to them.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    return code


def _root(arguments: argparse.Namespace) -> Path:
    from site_gen.source import find_root

    if arguments.root is not None:
        return Path(arguments.root).resolve()
    found = find_root(Path.cwd())
    if found is None:
        message = "no content/site.yaml here or in any folder above; name the site with --root"
        raise SiteGenError(message)
    return found


def print_diagnostics(diagnostics: Iterable[Diagnostic], form: str = "text") -> None:
    """Print diagnostics to standard error, and their number."""
    errors = warnings = 0
    for diagnostic in diagnostics:
        errors += diagnostic.severity == "error"
        warnings += diagnostic.severity == "warning"
        if form == "github":
            print(github_annotation(diagnostic))
        else:
            print(diagnostic, file=sys.stderr)
    if errors or warnings:
        print(f"{_count(errors, 'error')}, {_count(warnings, 'warning')}", file=sys.stderr)


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"


def github_annotation(diagnostic: Diagnostic) -> str:
    """A diagnostic as a GitHub workflow command, which marks the line of a pull request."""

    def escaped(text: str) -> str:
        return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")

    def value(text: str) -> str:
        return escaped(text).replace(":", "%3A").replace(",", "%2C")

    message = diagnostic.message + (f"; hint: {diagnostic.hint}" if diagnostic.hint else "")
    span = diagnostic.span
    return (
        f"::{diagnostic.severity} file={value(span.path)},line={span.line},col={span.col},"
        f"title={value(diagnostic.code)}::{escaped(message)}"
    )


def _build(arguments: argparse.Namespace) -> int:
    from site_gen.build import BuildOptions, build

    root = _root(arguments)
    out = Path(arguments.out).resolve() if arguments.out else root / "public"
    report = build(
        BuildOptions(root=root, out=out, base_url=arguments.base_url, drafts=arguments.drafts)
    )
    print_diagnostics(report.diagnostics, arguments.format)
    if report.write is None:
        print("Nothing was written; the last good site stays in place.", file=sys.stderr)
        return 1
    if not arguments.quiet:
        print(
            f"{_count(report.entries, 'entry').replace('entrys', 'entries')}, "
            f"{_count(report.events, 'event')}, {_count(report.pages, 'page')}: "
            f"{len(report.write.written)} written, {report.write.unchanged} unchanged, "
            f"{len(report.write.removed)} removed in {report.seconds:.2f} s"
        )
    return 0


def _check(arguments: argparse.Namespace) -> int:
    from site_gen.reading import read_site
    from site_gen.source import Tree

    reading = read_site(Tree(root=_root(arguments)), drafts=arguments.drafts)
    print_diagnostics(reading.diagnostics, arguments.format)
    if reading.site is None:
        return 1
    events = sum(len(entry.events) for entry in reading.site.entries)
    print(f"{len(reading.site.entries)} entries with {events} events: no errors")
    return 0


def _new(arguments: argparse.Namespace) -> int:
    from site_gen.skeleton import write_skeleton

    path = write_skeleton(
        _root(arguments),
        title=arguments.title,
        date=arguments.date or dt.datetime.now(tz=dt.UTC).date().isoformat(),
        slug=arguments.slug,
    )
    print(path)
    return 0


def _serve(arguments: argparse.Namespace) -> int:
    from site_gen.serve import serve

    return serve(_root(arguments), host=arguments.host, port=arguments.port)
