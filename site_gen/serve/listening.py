"""Sockets to listen on: the first free port, and a sentence when there is none."""

from __future__ import annotations

import errno
import socket
from contextlib import ExitStack

from site_gen.diagnostics import SiteGenError

PORTS = 50
"""How many ports are tried, from the one that was asked for upwards."""
# A name may stand for addresses that this machine does not have: `localhost` without IPv6.
_NOT_HERE = {errno.EADDRNOTAVAIL, errno.EAFNOSUPPORT}


def bind(host: str, port: int) -> list[socket.socket]:
    """Sockets that listen on the first free port from `port` upwards; on any for 0.

    Raises:
        SiteGenError: when there is none, or the address is not this machine's.
    """
    if not 0 <= port <= 65535:
        message = f"--port {port}: a port is a number from 0 to 65535"
        raise SiteGenError(message)
    for candidate in range(port, min(port + PORTS, 65536)):
        try:
            return _listen(host, candidate)
        except OSError as problem:
            if problem.errno == errno.EADDRINUSE:
                continue
            message = f"cannot listen on {host}, port {candidate}: {problem.strerror}"
            raise SiteGenError(message) from problem
    message = f"no free port from {port} upwards on {host}; name another with --port"
    raise SiteGenError(message)


def _listen(host: str, port: int) -> list[socket.socket]:
    """Sockets on every address of a name, or on none of them."""
    found = socket.getaddrinfo(host or None, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE)
    sockets: list[socket.socket] = []
    absent: OSError | None = None
    with ExitStack() as opened:
        for family, _, _, _, address in dict.fromkeys(found):
            try:
                # With any port, the addresses that follow take that of the first.
                one = _bound(family, (address[0], port, *address[2:]))
            except OSError as problem:
                if problem.errno not in _NOT_HERE:
                    raise
                absent = problem
                continue
            opened.enter_context(one)
            one.listen(128)
            port = one.getsockname()[1]
            sockets.append(one)
        if not sockets and absent is not None:
            raise absent
        opened.pop_all()
    return sockets


def _bound(family: int, address: tuple[object, ...]) -> socket.socket:
    one = socket.socket(family, socket.SOCK_STREAM)
    try:
        one.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        if family == socket.AF_INET6:
            one.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_V6ONLY, 1)
        one.setblocking(False)  # noqa: FBT003 - the signature of the standard library
        one.bind(address)
    except OSError:
        one.close()
        raise
    return one
