"""The command line: arguments, printing, exit codes, the real clock.

Exit code 0: done; 1: the site has errors, or a file could not be written; 2: the command itself is
wrong. Diagnostics go to standard error, results to standard output.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from site_gen import __version__
from site_gen.diagnostics import SiteGenError, did_you_mean
from site_gen.meter import Meter

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence
    from typing import NoReturn

    from site_gen.diagnostics import Diagnostic
    from site_gen.edges.look import Look
    from site_gen.engine.build import BuildReport

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


_RIGHTS = "give yourself the right to read and write there, or choose another folder"
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

    def command(
        name: str, run: Callable[[argparse.Namespace], int], summary: str, details: str = ""
    ) -> argparse.ArgumentParser:
        found = commands.add_parser(
            name,
            help=summary,
            description=f"{summary[0].upper()}{summary[1:]}. {details}".strip(),
        )
        found.add_argument(
            "--root", type=Path, metavar="DIR", help="folder of the site (default: found upwards)"
        )
        found.set_defaults(run=run)
        root.commands = {**root.commands, name: found}
        return found

    build = command(
        "build",
        _build,
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
        "check", _check, "check the content without building", "Exit code 1 when there are errors."
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
        _verify,
        "verify quotations against the texts and record their hashes",
        "Looks for every quote: in seeds/<id>.txt, where that text lies, and records the SHA-256 of "
        "each that stands there to the letter in seeds/<id>.yaml. Commit what it changes: machines "
        "without the texts check quotations by it.",
    )
    _add_format(verify)

    new = command(
        "new",
        _new,
        "write a skeleton entry",
        "Never over a file that exists.",
    )
    new.add_argument("title", help="headline of the entry")
    new.add_argument("--date", metavar="EDTF", help=_DAY)
    new.add_argument("--slug", help="address of the entry (default: made from the title)")

    schema = command(
        "schema",
        _schema,
        "write JSON Schemas, with which editors complete and check while typing",
        "Written to the folder given, in place of earlier ones. docs/entry-format.md says how to "
        "point an editor to them.",
    )
    schema.add_argument(
        "out", type=Path, metavar="DIR", nargs="?", help="folder (default: names are listed)"
    )

    importer = command(
        "import",
        _import,
        "draft entries from raw articles",
        "What the text decides is filled in, with its line; the rest is asked in the draft. Nothing is "
        "ever overwritten, and a text that was imported before changes nothing.",
    )
    _add_import(importer)

    publish = command(
        "publish",
        _publish,
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
        _serve,
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


def main(
    argv: Sequence[str] | None = None,
    look: Look | None = None,
    kept: list[object] | None = None,
) -> int:
    """Run one command.

    Args:
        argv: arguments without the program's name; by default those of the process.
        look: at the site that the arguments name, taken a moment ago.
        kept: see `build`.

    Returns:
        The exit code.
    """
    arguments = parser().parse_args(argv)
    arguments.look, arguments.kept = look, kept
    try:
        code: int = arguments.run(arguments)
    except SiteGenError as problem:
        hint = f"; {_RIGHTS}" if isinstance(problem.__cause__, PermissionError) else ""
        print(f"site-gen: {problem}{hint}", file=sys.stderr)
        return 1
    except PermissionError as problem:
        if problem.filename is None:
            raise
        print(f"site-gen: {problem.filename}: {problem.strerror}; {_RIGHTS}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:
        # Whoever read the output has gone; nothing more can be said to them.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    return code


def _root(arguments: argparse.Namespace) -> Path:
    from site_gen.edges.source import find_root

    if arguments.root is not None:
        root = Path(arguments.root).resolve()
        if not (root / "content").is_dir():
            above = find_root(root)
            hint = f"; did you mean --root {above}?" if above else ""
            what = "holds no folder content/" if root.is_dir() else "is no folder"
            message = f"--root: {root} {what}, so it is no site{hint}"
            raise SiteGenError(message)
        return root
    found = find_root(Path.cwd())
    if found is None:
        message = (
            "no content/site.yaml here or in any folder above; name the site with --root, "
            "or begin one with that file and the line `title: A title`"
        )
        raise SiteGenError(message)
    return found


def print_diagnostics(
    diagnostics: Iterable[Diagnostic], form: str = "text", root: Path | None = None
) -> None:
    """Print diagnostics to standard error, and their number.

    Args:
        diagnostics: in the order of printing.
        form: `text`, or `github` for annotations, which go to standard output.
        root: of the site; annotations name files below the folder that the workflow has checked out.
    """
    below = _below(root) if root and form == "github" else ""
    errors = warnings = 0
    for diagnostic in diagnostics:
        errors += diagnostic.severity == "error"
        warnings += diagnostic.severity == "warning"
        if form == "github":
            print(github_annotation(diagnostic, below))
        else:
            print(diagnostic, file=sys.stderr)
    if errors or warnings:
        print(f"{_count(errors, 'error')}, {_count(warnings, 'warning')}", file=sys.stderr)


def _count(number: int, noun: str, plural: str = "") -> str:
    return f"{number:,} {noun if number == 1 else plural or noun + 's'}"


def _below(root: Path) -> str:
    """Path of a site in the repository, with a slash at its end; empty when it lies at the top."""
    top = Path(os.environ.get("GITHUB_WORKSPACE") or Path.cwd()).resolve()
    if not root.is_relative_to(top) or root == top:
        return ""
    return f"{root.relative_to(top).as_posix()}/"


def github_annotation(diagnostic: Diagnostic, below: str = "") -> str:
    """A diagnostic as a GitHub workflow command, which marks the line of a pull request.

    Args:
        diagnostic: with a path from the site's root.
        below: path of that root in the repository, with a slash at its end.
    """

    def escaped(text: str) -> str:
        return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")

    def value(text: str) -> str:
        return escaped(text).replace(":", "%3A").replace(",", "%2C")

    message = diagnostic.message + (f"; hint: {diagnostic.hint}" if diagnostic.hint else "")
    span = diagnostic.span
    return (
        f"::{diagnostic.severity} file={value(below + span.path)},line={span.line},col={span.col},"
        f"title={value(diagnostic.code)}::{escaped(message)}"
    )


def _build(arguments: argparse.Namespace) -> int:
    from site_gen.engine.build import BuildOptions, build
    from site_gen.engine.task import summary

    root = _root(arguments)
    options = BuildOptions(
        root=root,
        out=Path(arguments.out).resolve() if arguments.out else root / "public",
        base_url=arguments.base_url,
        drafts=arguments.drafts,
        workers=arguments.workers or min(os.cpu_count() or 1, 8),
        force=arguments.force,
        overwrite=arguments.overwrite,
    )
    silent = arguments.quiet or arguments.json
    meter = Meter(sys.stderr) if not silent else None
    report = build(
        options,
        progress=meter,
        waiting=lambda: print("another build of this site is running; waiting", file=sys.stderr),
        look=arguments.look,
        kept=arguments.kept,
    )
    if meter:
        meter.end()
    if arguments.json:
        print(json.dumps(report_json(report), ensure_ascii=False, indent=1))
        return int(report.failed)
    print_diagnostics(report.diagnostics, arguments.format, _root(arguments))
    if report.write is None:
        print("Nothing was written; the last good site stays in place.", file=sys.stderr)
        return 1
    if arguments.explain:
        for path, reasons in report.reasons:
            print(f"{path}: {', '.join(reasons)}")
        for path in report.write.removed:
            print(f"{path}: removed, no longer part of the site")
    if report.foreign:
        print(
            f"{options.out} holds {_count(len(report.foreign), 'file')} that the site did not "
            f"write; left alone: {', '.join(report.foreign[:5])}",
            file=sys.stderr,
        )
    if not arguments.quiet:
        print(
            summary(
                report.entries,
                report.events,
                report.pages,
                drafts=report.drafts,
                written=len(report.write.written),
                unchanged=report.write.unchanged,
                removed=len(report.write.removed),
            )
            + f" in {report.seconds:.2f} s"
        )
    return 0


def report_json(report: BuildReport) -> dict[str, object]:
    """A build's report for other programs."""
    write = report.write
    return {
        "ok": write is not None,
        "entries": report.entries,
        "drafts": report.drafts,
        "events": report.events,
        "pages": report.pages,
        "read": report.read,
        "written": list(write.written) if write else [],
        "unchanged": write.unchanged if write else 0,
        "removed": list(write.removed) if write else [],
        "foreign": list(report.foreign),
        "reasons": {path: list(reasons) for path, reasons in report.reasons},
        "seconds": round(report.seconds, 4),
        "stages": {stage: round(spent, 4) for stage, spent in report.stages.items()},
        "diagnostics": [
            {
                "severity": d.severity,
                "code": d.code,
                "message": d.message,
                "hint": d.hint,
                "path": d.span.path,
                "line": d.span.line,
                "col": d.span.col,
            }
            for d in report.diagnostics
        ],
    }


def _check(arguments: argparse.Namespace) -> int:
    from site_gen.inspection import check

    links = arguments.links or arguments.archive
    if not links and (arguments.again or arguments.archive_service):
        option = "--again" if arguments.again else "--archive-service"
        message = f"{option} says how addresses are asked; give --links, too"
        raise SiteGenError(message)
    inspection = check(_root(arguments), drafts=arguments.drafts, release=arguments.release)
    print_diagnostics(inspection.diagnostics, arguments.format, _root(arguments))
    if inspection.failed:
        if links:
            print(
                "The addresses of sources were not asked: mend the errors first.", file=sys.stderr
            )
        return 1
    events = sum(len(entry.events) for entry in inspection.site.entries)
    left_out = (
        f"; {_count(inspection.drafts, 'draft')} left out, --drafts checks them, too"
        if inspection.drafts
        else ""
    )
    print(
        f"{_count(len(inspection.site.entries), 'entry', 'entries')} with "
        f"{_count(events, 'event')}: no errors{left_out}"
    )
    return _links(arguments) if links else 0


def _links(arguments: argparse.Namespace) -> int:
    from site_gen.linkcheck import ARCHIVE, LinkOptions, check_links

    meter = Meter(sys.stderr)
    report = check_links(
        LinkOptions(
            root=_root(arguments),
            archive=arguments.archive,
            service=(arguments.archive_service or ARCHIVE).rstrip("/"),
            again=arguments.again,
        ),
        progress=meter,
    )
    meter.end()
    print_diagnostics(report.diagnostics, arguments.format, _root(arguments))
    for path in report.written:
        print(f"address of a copy recorded in {path}")
    print(
        f"{_count(report.addresses, 'address', 'addresses')} of sources, {report.asked} asked now"
    )
    return int(report.failed)


def _verify(arguments: argparse.Namespace) -> int:
    from site_gen.inspection import verify

    inspection = verify(_root(arguments))
    print_diagnostics(inspection.diagnostics, arguments.format, _root(arguments))
    for path in inspection.written:
        print(f"recorded in {path}")
    print(f"{_count(inspection.quotes, 'quotation')} verified to the letter")
    return 1 if inspection.failed else 0


def _new(arguments: argparse.Namespace) -> int:
    from site_gen.skeleton import write_skeleton

    path = write_skeleton(
        _root(arguments),
        title=arguments.title,
        date=arguments.date or _today(),
        slug=arguments.slug,
    )
    print(path)
    return 0


def _today() -> str:
    import datetime as dt

    return dt.datetime.now(tz=dt.UTC).date().isoformat()


def _schema(arguments: argparse.Namespace) -> int:
    from site_gen.parsing.schema import schemas

    found = schemas()
    if arguments.out is not None:
        try:
            arguments.out.mkdir(parents=True, exist_ok=True)
            for name, schema in found.items():
                text = json.dumps(schema, ensure_ascii=False, indent=2)
                (arguments.out / name).write_text(f"{text}\n", encoding="utf-8")
        except OSError as problem:
            message = f"{problem.filename}: {problem.strerror}"
            raise SiteGenError(message) from problem
    for name in found:
        print(name if arguments.out is None else arguments.out / name)
    return 0


def _import(arguments: argparse.Namespace) -> int:
    from site_gen.importer import reporting
    from site_gen.importer.intake import ImportOptions, import_articles

    options = ImportOptions(
        date=arguments.date,
        url=arguments.url,
        publisher=arguments.publisher,
        csv=arguments.csv,
        encoding=arguments.encoding,
        today=_today(),
    )
    faults: list[Diagnostic] = []
    total = len(arguments.inputs)
    meter = Meter(sys.stderr)
    results = import_articles(
        arguments.inputs, _root(arguments), options, write=not arguments.dry_run
    )
    for number, done in enumerate(results, 1):
        meter.end()
        if done.fault is not None:
            faults.append(done.fault)
        if arguments.json:
            print(reporting.as_json(done))
        else:
            for line in reporting.say(done, explain=arguments.explain):
                print(line)
        if total > 1:
            meter("articles", number, total)
    meter.end()
    print_diagnostics(faults)
    return 1 if faults else 0


def _publish(arguments: argparse.Namespace) -> int:
    from site_gen.publish import PublishOptions, explain, publish

    meter = Meter(sys.stderr)
    done = publish(
        PublishOptions(
            root=_root(arguments),
            remote=arguments.remote,
            branch=arguments.branch,
            base_url=arguments.base_url,
            push=arguments.push and not arguments.dry_run,
            workers=min(os.cpu_count() or 1, 8),
        ),
        progress=meter,
        waiting=lambda: print("this site is being published already; waiting", file=sys.stderr),
    )
    meter.end()
    print_diagnostics(done.diagnostics, arguments.format, _root(arguments))
    if done.failed:
        print("Nothing was published.", file=sys.stderr)
        return 1
    for line in explain(done):
        print(line)
    return 0


def _serve(arguments: argparse.Namespace) -> int:
    from site_gen.serve import ServeOptions, serve

    options = ServeOptions(
        root=_root(arguments),
        host=arguments.host,
        port=arguments.port,
        editor=arguments.editor,
        poll=arguments.poll,
        open_browser=arguments.open,
    )
    return serve(options, say=lambda text: print(text, flush=True), show=print_diagnostics)
