"""Which requests are answered at all, and which file a request's path means.

A preview listens on a port that every page open in the same browser can reach. Two things keep those
pages out: the `Host` header, which a page that has bent its own name to this address (DNS
rebinding) cannot make up, and the `Origin` header of a socket. Paths are taken apart before they are
decoded, so that an encoded slash never becomes one.
"""

from __future__ import annotations

import ipaddress
import re
from dataclasses import dataclass
from urllib.parse import quote, unquote_to_bytes

_HOST = re.compile(r"(?:\[(?P<six>[0-9A-Fa-f:.]+)\]|(?P<name>[A-Za-z0-9_.-]+))(?::[0-9]{1,5})?")
_CONTROL = re.compile(r"[\x00-\x1f\x7f/\\]")
EVERY_ADDRESS = frozenset({"", "0.0.0.0", "::"})  # noqa: S104 - recognised, not listened on


@dataclass(frozen=True, slots=True, kw_only=True)
class HostRule:
    """Which names this preview may be called by."""

    host: str
    """What `--host` says."""

    def allows(self, header: str) -> bool:
        """Whether a `Host` header names this machine as it was told to be named.

        The forms of localhost always do, and the name given with `--host`. A preview that listens
        on every address can be called by any of them, but by no other name: only a name can be
        bent. The port is not compared, so that a forwarded port works.
        """
        match = _HOST.fullmatch(header)
        if match is None:
            return False
        name = (match["six"] or match["name"]).lower().removesuffix(".")
        if name in {"localhost", self.host.lower()}:
            return True
        try:
            address = ipaddress.ip_address(name)
        except ValueError:
            return False
        return address.is_loopback or self.host in EVERY_ADDRESS

    def allows_origin(self, origin: str | None, header: str) -> bool:
        """Whether a socket may be opened: only by a page that this preview itself has served."""
        return self.allows(header) and origin in {f"http://{header}", f"https://{header}"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """A path of the site, taken apart and decoded."""

    parts: tuple[str, ...]
    folder: bool
    """Whether it ends in a slash."""

    @property
    def file(self) -> str:
        """The file that is meant, below the output folder, with forward slashes."""
        return "/".join((*self.parts, "index.html") if self.folder else self.parts)

    @property
    def url(self) -> str:
        """The path below the base, encoded anew."""
        return "/".join(quote(part) for part in self.parts) + ("/" if self.folder else "")


def target_of(path: str, base: str) -> Target | None:
    """What a request's path means.

    Args:
        path: as it came, still percent-encoded, without a query.
        base: base path of the site without a slash at its end: `/repo`, or empty.

    Returns:
        None for whatever cannot be a file of the site: outside its base, encoded slashes, NUL and
        other control characters, `..`, hidden names, empty parts, bytes that are not UTF-8.
    """
    if not path.isascii() or not path.startswith(f"{base}/"):
        return None
    raw = path[len(base) + 1 :].split("/")
    folder = raw[-1] == ""
    parts = []
    for piece in raw[:-1] if folder else raw:
        try:
            part = unquote_to_bytes(piece).decode()
        except UnicodeDecodeError:
            return None
        if not part or part.startswith(".") or _CONTROL.search(part):
            return None
        parts.append(part)
    return Target(parts=tuple(parts), folder=folder)
