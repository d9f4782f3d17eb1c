"""Getting one page from its address: the only use of the network, and only when asked to.

An edge: with a limit for size and for the whole time, and no leaving of the site asked for.
"""

from __future__ import annotations

import http.client
import re
import urllib.error
import urllib.request
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from site_gen.diagnostics import Diagnostic, Span, error
from site_gen.edges.timelimit import Line
from site_gen.importer.refusal import MAX_BYTES

if TYPE_CHECKING:
    from http.client import HTTPMessage
    from typing import IO

SECONDS = 20.0
"""For the whole page, from the first packet to the last."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A page as it came."""

    raw: bytes
    url: str
    """Where it was in the end."""
    charset: str


class _LeftSite(Exception):  # noqa: N818 - carries an address
    pass


def site_of(url: str) -> str:
    """The part of a host's name by which two addresses are of one site: `example.org`."""
    host = (urlsplit(url).hostname or "").removeprefix("www.")
    parts = host.split(".")
    if len(parts) <= 2 or re.fullmatch(r"[\d.]+", host):
        return host
    short = len(parts[-1]) == 2 and len(parts[-2]) <= 3
    return ".".join(parts[-3:] if short else parts[-2:])


class _SameSite(urllib.request.HTTPRedirectHandler):
    def redirect_request(
        self,
        req: urllib.request.Request,
        fp: IO[bytes],
        code: int,
        msg: str,
        headers: HTTPMessage,
        newurl: str,
    ) -> urllib.request.Request | None:
        if site_of(newurl) != site_of(req.full_url) or urlsplit(newurl).scheme not in (
            "http",
            "https",
        ):
            raise _LeftSite(newurl)
        return super().redirect_request(req, fp, code, msg, headers, newurl)


def fetch(url: str, *, seconds: float = SECONDS) -> Page | Diagnostic:
    """One page, or what is wrong with it."""
    span = Span(path=url)
    if urlsplit(url).scheme not in ("http", "https") or not urlsplit(url).hostname:
        return error("import.address", "this is no address of a page", span)
    request = urllib.request.Request(  # noqa: S310 - the scheme has just been checked
        url,
        headers={
            "User-Agent": "Mozilla/5.0 (compatible; site-gen)",
            "Accept": "text/html,application/xhtml+xml,text/plain;q=0.8",
        },
    )
    line = Line()
    opener = urllib.request.build_opener(*line.handlers(), _SameSite)
    try:
        with line.open_for(seconds), opener.open(request, timeout=seconds) as answer:
            kind = answer.headers.get_content_type()
            if kind not in ("text/html", "application/xhtml+xml", "text/plain"):
                return error("import.binary", f"the address gives {kind}, not a page", span)
            raw = b""
            while piece := answer.read1(65536):
                raw += piece
                if len(raw) > MAX_BYTES:
                    return error("import.too_large", "the page is larger than 5 MB", span)
            return Page(raw=raw, url=answer.url, charset=answer.headers.get_content_charset() or "")
    except _LeftSite as left:
        return error(
            "import.redirect",
            f"the address leads to another site, {site_of(str(left))}",
            span,
            f"if that is the article, import it by its own address: {left}",
        )
    except urllib.error.HTTPError as problem:
        return _status(problem.code, span)
    except TimeoutError:
        return _slow(span, seconds)
    except (OSError, http.client.HTTPException) as problem:
        reason = getattr(problem, "reason", problem)
        if isinstance(reason, TimeoutError):
            return _slow(span, seconds)
        return error("import.unreachable", f"the page cannot be reached: {reason}", span)


def _slow(span: Span, seconds: float) -> Diagnostic:
    return error(
        "import.timeout",
        f"the server did not deliver the page within {seconds:g} seconds",
        span,
        "try again later, or save the page in a browser and import the file",
    )


def _status(code: int, span: Span) -> Diagnostic:
    if code in (404, 410):
        return error(
            "import.not_found",
            f"the server says that there is no such page ({code})",
            span,
            "check the address",
        )
    if code in (401, 402, 403, 451, 429):
        return error(
            "import.login",
            f"the server does not give out the page ({code})",
            span,
            "open it in a browser and paste the article's text",
        )
    return error("import.unreachable", f"the server answers with status {code}", span)
