"""Requests that end when their time is up, however slowly a server answers."""

from __future__ import annotations

import socket
import threading
import urllib.request
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import http.client
    from collections.abc import Callable, Iterator
    from http.client import HTTPResponse


class Line:
    """The connections of one request, which are cut when its time is up.

    A timeout of the socket's only says how long one packet may take: a server that sends a line now
    and then would keep a run for hours.
    """

    def __init__(self) -> None:
        self.connections: list[http.client.HTTPConnection] = []
        self.over = False
        self._done = threading.Event()

    def handlers(self) -> tuple[urllib.request.BaseHandler, ...]:
        """For an opener of `urllib.request`: connections made by them are this line's."""
        return _Plain(self), _Secure(self)

    def making(self, kind: Callable[..., http.client.HTTPConnection]) -> Any:
        """What makes connections of a kind, and keeps them."""

        def make(*arguments: Any, **more: Any) -> http.client.HTTPConnection:
            self.connections.append(kind(*arguments, **more))
            return self.connections[-1]

        return make

    @contextmanager
    def open_for(self, seconds: float) -> Iterator[None]:
        """Cut the connections when this takes longer.

        Raises:
            TimeoutError: then.
        """
        watch = threading.Thread(target=self._watch, args=(seconds,), daemon=True)
        watch.start()
        try:
            yield
        except Exception as problem:
            if self.over:
                raise TimeoutError from problem
            raise
        finally:
            self._done.set()
        if self.over:  # what came in until then may look like an answer
            raise TimeoutError

    def _watch(self, seconds: float) -> None:
        while not self._done.wait(seconds):
            self.over, seconds = True, 0.2
            for connection in self.connections:
                with suppress(OSError, AttributeError):
                    connection.sock.shutdown(socket.SHUT_RDWR)


class _Plain(urllib.request.HTTPHandler):
    def __init__(self, line: Line) -> None:
        super().__init__()
        self.line = line

    def do_open(self, http_class: Any, req: urllib.request.Request, **more: Any) -> HTTPResponse:
        return super().do_open(self.line.making(http_class), req, **more)


class _Secure(urllib.request.HTTPSHandler):
    def __init__(self, line: Line) -> None:
        super().__init__()
        self.line = line

    def do_open(self, http_class: Any, req: urllib.request.Request, **more: Any) -> HTTPResponse:
        return super().do_open(self.line.making(http_class), req, **more)
