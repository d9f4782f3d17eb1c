"""Asks the addresses of sources whether they still answer, and a web archive for copies.

An edge, and beside `site-gen import` the only one that uses the network; only when asked to. One
address at a time, with a pause between two requests to one host. What was learnt is kept as it comes
in, so that a run that was broken off goes on where it stopped.
"""

from __future__ import annotations

import http.client
import json
import re
import time
import urllib.error
import urllib.request
from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from urllib.parse import quote, urlsplit

from site_gen.diagnostics import Diagnostic, error, warning
from site_gen.edges.look import STATE
from site_gen.edges.source import Tree
from site_gen.edges.timelimit import Line
from site_gen.engine.reading import read_site
from site_gen.parsing.records import source_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from http.client import HTTPMessage
    from pathlib import Path
    from typing import IO

    from site_gen.model import Source

FILE = "links.json"
ARCHIVE = "https://web.archive.org"
PAUSE = 1.0
"""Seconds between two requests to one host."""
SECONDS = 20.0
"""For one answer, however slowly its lines come in."""
SAVING_PAUSES = 20
"""Pauses between two wishes for a new copy: the Wayback Machine takes three a minute from one address.
https://github.com/akamhy/waybackpy/issues/187"""
SAVING_PATIENCE = 6
"""Times the seconds for an answer that a new copy may take; it takes up to two minutes."""
FRESH = 7 * 24 * 3600.0
"""Seconds for which an answer is not asked for again."""
DOUBTFUL = 3600.0
"""The same for answers that say nothing certain: refusals, failures, silence."""
_COPY = re.compile(r"/web/\d{14}[a-z_]*/")
_LATER = "(try again later)"
_GONE = (404, 410)
_MOVED = (301, 308)
_NO_HEAD = (400, 403, 404, 405, 406, 410, 501)
"""Answers to HEAD that prove nothing: some servers know GET only."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What an address said."""

    state: str
    """`alive`, `moved`, `dead` or `unknown`."""
    told: str = ""
    """Status or failure, for people; of `moved` the new address."""
    asked: float = 0.0
    """Seconds since the epoch."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkOptions:
    """What is asked for."""

    root: Path
    archive: bool = False
    """Also ask for copies, and write their addresses into the records."""
    service: str = ARCHIVE
    pause: float = PAUSE
    seconds: float = SECONDS
    again: bool = False
    """Ask anew what was answered lately."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkReport:
    """What came of it."""

    diagnostics: tuple[Diagnostic, ...]
    asked: int
    """Addresses that were asked; the others were answered lately."""
    addresses: int
    written: tuple[str, ...] = ()
    """Records that got the address of a copy."""

    @property
    def failed(self) -> bool:
        """Whether a source can be read nowhere any more."""
        return any(d.severity == "error" for d in self.diagnostics)


class _Moved(Exception):  # noqa: N818 - carries an answer
    def __init__(self, code: int, url: str) -> None:
        super().__init__(url)
        self.code, self.url = code, url


class _Stay(urllib.request.HTTPRedirectHandler):
    """Follows nothing: the asker wants to know."""

    def redirect_request(
        self,
        req: urllib.request.Request,  # noqa: ARG002 - the base class's signature
        fp: IO[bytes],
        code: int,
        msg: str,  # noqa: ARG002
        headers: HTTPMessage,  # noqa: ARG002
        newurl: str,
    ) -> urllib.request.Request | None:
        fp.close()
        raise _Moved(code, newurl)


@dataclass(slots=True)
class Asker:
    """Asks addresses, one after the other, and no host too often."""

    pause: float = PAUSE
    seconds: float = SECONDS
    clock: Callable[[], float] = time.monotonic
    sleep: Callable[[float], None] = time.sleep
    last: dict[str, float] = field(default_factory=dict)
    """Host, or what it is asked for → when it was asked last."""
    refused: set[str] = field(default_factory=set)
    """For what the archive wants no more requests for now: `web`, `save`."""

    def ask(self, url: str) -> Answer:
        """What an address says. Temporary redirects are followed, permanent ones are told."""
        if urlsplit(url).scheme not in ("http", "https") or not urlsplit(url).hostname:
            return Answer(state="dead", told="this is no address of a page")
        here, moved = url, ""
        for _ in range(8):
            found = self._status(here)
            if isinstance(found, _Moved):
                if found.code in _MOVED and here == (moved or url):
                    moved = found.url
                here = found.url
                continue
            if found.state == "alive" and moved:
                return Answer(state="moved", told=moved)
            return found
        return Answer(state="unknown", told="it leads on and on")

    def _status(self, url: str) -> Answer | _Moved:
        found = self._request(url, "HEAD")
        if isinstance(found, int) and found in _NO_HEAD:
            found = self._request(url, "GET")
        match found:
            case int() if 200 <= found < 300:
                return Answer(state="alive", told=str(found))
            case int() if found in _GONE:
                return Answer(state="dead", told=f"status {found}")
            case int():
                return Answer(state="unknown", told=f"status {found}")
            case str():
                # Even a name that nobody knows: it may be this machine that has no network.
                return Answer(state="unknown", told=found)
            case _:
                return found

    def _request(self, url: str, method: str) -> int | str | _Moved:
        """A status, what failed, or where it leads on to."""
        try:
            return self.answer(url, method)[0]
        except _Moved as moved:
            return moved
        except urllib.error.HTTPError as problem:
            problem.close()
            return problem.code
        except (OSError, http.client.HTTPException, ValueError) as problem:
            return _failure(problem)

    def answer(
        self, url: str, method: str = "GET", *, follow: bool = False, seconds: float = 0.0
    ) -> tuple[int, HTTPMessage, str]:
        """(status, head, address in the end) of an answer, when the host may be asked again."""
        self._wait(urlsplit(url).netloc, self.pause)
        request = urllib.request.Request(  # noqa: S310 - the scheme was checked
            quote(url, safe="%/:=&?~#+!$,;'@()*[]"),
            method=method,
            headers={"User-Agent": "Mozilla/5.0 (compatible; site-gen)", "Accept": "*/*"},
        )
        seconds = seconds or self.seconds
        line = Line()
        opener = urllib.request.build_opener(*line.handlers(), *(() if follow else (_Stay,)))
        with line.open_for(seconds), opener.open(request, timeout=seconds) as answer:
            return answer.status, answer.headers, answer.url

    def _wait(self, what: str, pause: float) -> None:
        wait = self.last.get(what, -pause) + pause - self.clock()
        if wait > 0:
            self.sleep(wait)
        self.last[what] = self.clock()

    def copy_of(
        self, url: str, service: str, day: str = "", *, make: bool = True
    ) -> tuple[str, str]:
        """(address of a copy, what went wrong).

        The archive is asked for the copy nearest to a day, and else to make one, if that is wanted.
        When it wants no more requests, it gets none.
        """
        wanted = day.replace("-", "") or "2"
        told = "the archive gave no address of a copy"
        for way in ("web", "save") if make else ("web",):
            if self.refused & {way, "web"}:
                return "", f"the archive wants no more requests for now {_LATER}"
            if way == "save":
                self._wait(f"{way} {service}", self.pause * SAVING_PAUSES)
            try:
                _, head, there = self.answer(
                    f"{service}/web/{wanted}/{url}" if way == "web" else f"{service}/save/{url}",
                    follow=True,
                    seconds=self.seconds * (SAVING_PATIENCE if way == "save" else 1),
                )
                for address in (head.get("Content-Location", ""), there):
                    if _COPY.search(address):
                        return f"{service}{address}" if address.startswith("/") else address, ""
            except urllib.error.HTTPError as problem:
                problem.close()
                if problem.code == 429:
                    self.refused.add(way)
                told = f"the archive answers with status {problem.code}"
            except TimeoutError:
                told = f"no answer of the archive in time; it may make a copy all the same {_LATER}"
            except (OSError, http.client.HTTPException, ValueError) as problem:
                told = _failure(problem)
        return "", told


def _failure(problem: Exception) -> str:
    reason = getattr(problem, "reason", problem)
    if isinstance(reason, TimeoutError):
        return "no answer in time"
    if type(reason).__name__ == "gaierror":
        return f"no such host ({reason})"
    return f"{reason}"


def check_links(
    options: LinkOptions,
    *,
    progress: Callable[[str, int, int], None] | None = None,
    asker: Asker | None = None,
    now: Callable[[], float] = time.time,
) -> LinkReport:
    """Ask every source's address and every copy's; with `archive`, look for copies that are missing.

    Raises:
        SiteGenError: when a record cannot be written.
    """
    asker = asker or Asker(pause=options.pause, seconds=options.seconds)
    site = read_site(Tree(root=options.root), drafts=True).found
    sources = [site.sources[key] for key in sorted(site.sources)]
    known = _Known(options.root / STATE / FILE)
    addresses = list(
        dict.fromkeys(url for source in sources for url in (source.url, source.archived) if url)
    )
    asked = 0
    for number, url in enumerate(addresses, 1):
        if options.again or not known.fresh(url, now()):
            known.learn(url, asker.ask(url), now())
            asked += 1
        if progress:
            progress("links", number, len(addresses))
    written = []
    found: list[Diagnostic] = []
    for number, source in enumerate(sources, 1):
        copy = source.archived
        if options.archive and source.url and not copy:
            there = known.of(source.url).state != "dead"
            copy, fault = _archive(source, options, asker, make=there)
            if copy:
                written.append(source.span.path)
            elif fault:
                found.append(warning("link.unarchived", fault, source.span))
                copy = "-"
            if progress:
                progress("copies", number, len(sources))
        found += _doubts(source, copy, known)
    return LinkReport(
        diagnostics=tuple(sorted(found, key=lambda d: d.sort_key)),
        asked=asked,
        addresses=len(addresses),
        written=tuple(dict.fromkeys(written)),
    )


def _doubts(source: Source, copy: str, known: _Known) -> Iterable[Diagnostic]:
    """What is wrong with the addresses of one source.

    Args:
        source: as recorded.
        copy: address of its copy; `-` when there is none and that was said already.
        known: answers.
    """
    span = source.span
    archived = known.of(source.archived) if source.archived else None
    readable = copy not in ("", "-") and (archived is None or archived.state != "dead")
    if archived is not None and archived.state == "dead":
        yield warning("link.dead", f"the copy is gone ({archived.told}): {source.archived}", span)
    if not source.url:
        return
    answer = known.of(source.url)
    if answer.state == "dead":
        make = warning if readable else error
        hint = "" if readable else "look for a copy in a web archive and put it into archived:"
        yield make("link.dead", f"the page is gone ({answer.told}): {source.url}", span, hint)
    elif answer.state == "moved":
        yield warning(
            "link.moved", f"the page has moved: {source.url}", span, f"url: {answer.told}"
        )
    elif answer.state == "unknown":
        yield warning(
            "link.unknown",
            f"whether the page is there cannot be told ({answer.told}): {source.url}",
            span,
            "open it in a browser",
        )
    if not copy:
        yield warning(
            "link.unarchived",
            f"no copy of it is recorded: {source.url}",
            span,
            "site-gen check --links --archive looks for one",
        )


def _archive(source: Source, options: LinkOptions, asker: Asker, *, make: bool) -> tuple[str, str]:
    """(address of a copy that is recorded now, what went wrong).

    Args:
        source: as recorded.
        options: what is asked for.
        asker: of the archive.
        make: whether a new copy would be one of the article, and not of the word that it is gone.
    """
    day = source.published.end if source.published else ""
    copy, fault = asker.copy_of(source.url, options.service, day or "", make=make)
    if not copy:
        return "", fault
    if source.inline:
        return "", f"there is a copy; write it into the record: archived: {copy}"
    path = options.root / source.span.path
    text = path.read_text(encoding="utf-8")
    edited = with_copy(text, copy)
    if _archived(edited, source) != copy:
        return "", f"there is a copy; write it into the record: archived: {copy}"
    temporary = path.with_name(path.name + ".new")
    temporary.write_text(edited, encoding="utf-8")
    temporary.replace(path)
    return copy, ""


def with_copy(text: str, address: str) -> str:
    """A source's record with the address of a copy; everything else stays as it was typed."""
    line = f"archived: {json.dumps(address)}"
    if re.search(r"^archived:.*$", text, re.MULTILINE):
        return re.sub(r"^archived:.*$", lambda _: line, text, count=1, flags=re.MULTILINE)
    return re.sub(r"^(url:.*)$", lambda m: f"{m[1]}\n{line}", text, count=1, flags=re.MULTILINE)


def _archived(text: str, source: Source) -> str:
    """What a record says now."""
    from site_gen.parsing import frontmatter, schema
    from site_gen.parsing.shape import read as read_shape

    node, _ = frontmatter.parse_yaml(text, source.span.path, 1)
    if node is None:
        return ""
    values, _ = read_shape(node, schema.SOURCE, source.span.path)
    record = source_of(values, source.id, source.span.path)
    return record.archived if record.url == source.url else ""


@dataclass(slots=True)
class _Known:
    """Answers, kept in a file."""

    path: Path
    answers: dict[str, Answer] = field(default_factory=dict)

    def __post_init__(self) -> None:
        try:
            data = json.loads(self.path.read_text(encoding="utf-8"))
            self.answers = {url: Answer(**found) for url, found in data.items()}
        except (OSError, ValueError, TypeError, AttributeError):
            self.answers = {}

    def of(self, url: str) -> Answer:
        return self.answers.get(url, Answer(state="unknown", told="not asked"))

    def fresh(self, url: str, now: float) -> bool:
        answer = self.answers.get(url)
        if answer is None:
            return False
        return now - answer.asked < (DOUBTFUL if answer.state == "unknown" else FRESH)

    def learn(self, url: str, answer: Answer, now: float) -> None:
        """Keep an answer; a run that is broken off right after it has lost nothing."""
        self.answers[url] = Answer(state=answer.state, told=answer.told, asked=now)
        self.path.parent.mkdir(parents=True, exist_ok=True)
        temporary = self.path.with_name(self.path.name + ".new")
        data = {
            known: {"state": a.state, "told": a.told, "asked": a.asked}
            for known, a in sorted(self.answers.items())
        }
        temporary.write_text(json.dumps(data, ensure_ascii=False, indent=1), encoding="utf-8")
        temporary.replace(self.path)
