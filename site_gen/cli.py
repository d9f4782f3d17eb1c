"""The command line: what each command does, printing, exit codes, the real clock.

Exit code 0: done; 1: the site has errors, or a file could not be written; 2: the command itself is
wrong. Diagnostics go to standard error, results to standard output.
"""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from site_gen.arguments import parser
from site_gen.diagnostics import SiteGenError
from site_gen.meter import Meter

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from site_gen.diagnostics import Diagnostic
    from site_gen.edges.look import Look
    from site_gen.engine.build import BuildReport

_RIGHTS = "give yourself the right to read and write there, or choose another folder"


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
        code = _COMMANDS[arguments.command](arguments)
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


_COMMANDS: Mapping[str, Callable[[argparse.Namespace], int]] = {
    "build": _build,
    "check": _check,
    "verify": _verify,
    "new": _new,
    "schema": _schema,
    "import": _import,
    "publish": _publish,
    "serve": _serve,
}
