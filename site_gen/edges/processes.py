"""Shares work among forked processes.

A pool of the standard library does the same and more; importing one takes as long as reading a
hundred entries.
"""

from __future__ import annotations

import gc
import os
import pickle
import signal
from contextlib import contextmanager, suppress
from selectors import EVENT_READ, DefaultSelector
from struct import Struct
from typing import TYPE_CHECKING, Any, TypeVar

from site_gen.diagnostics import SiteGenError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

T = TypeVar("T")

WORTH_PROCESSES = 200
"""Fewer entries or pages than this are done sooner than a second process has started."""
_NUMBER = Struct("=I")
_HEAD = Struct("=?IQ")
"""Of an answer: whether the work was done, the item's place, how many bytes follow."""
_AT_ONCE = 8192
"""Items in the pipe that hands them out: fewer than it holds before somebody reads."""


def in_processes(
    work: Callable[[int], T],
    items: Sequence[int],
    workers: int,
    *,
    meanwhile: Callable[[], None] | None = None,
) -> Iterator[T]:
    """The results of `work` for each item, in order, from several processes when that is wanted.

    Processes are forked, so `work` may use whatever this process has in memory; what it changes
    there is lost. Where processes cannot be forked, this one does all of the work. `meanwhile` is called
    once they have begun.

    Raises:
        SiteGenError: when a process ends before its work is done.
        Exception: what `work` raised, the first in the order of items.
    """
    if workers < 2 or not 2 <= len(items) <= _AT_ONCE or not hasattr(os, "fork"):
        yield from (work(item) for item in items)
        return
    gc.freeze()  # so that processes do not copy what they only look at
    crew: dict[int, int] = {}
    try:
        todo = _handed_out(len(items))
        for _ in range(min(workers, len(items))):
            answers, process = _start(work, items, todo, tuple(crew))
            crew[answers] = process
        os.close(todo)
        if meanwhile:
            meanwhile()
        yield from _in_order(crew, len(items))
    finally:
        for answers, process in crew.items():
            os.close(answers)
            with suppress(ProcessLookupError):
                os.kill(process, signal.SIGKILL)
            os.waitpid(process, 0)
        gc.unfreeze()


@contextmanager
def beside(work: Callable[[], None] | None) -> Iterator[None]:
    """Have another process do some work, whose end is waited for at the end of the block.

    It helps the work in the block, which must come out the same when it fails. None, and where
    processes cannot be forked: nothing is done.
    """
    process = os.fork() if work and hasattr(os, "fork") else -1
    if work and not process:
        try:
            signal.signal(signal.SIGINT, signal.SIG_IGN)
            work()
        finally:
            os._exit(0)  # never back to the callers of its parent
    try:
        yield
    finally:
        if process > 0:
            os.waitpid(process, 0)


def _handed_out(count: int) -> int:
    """A pipe that holds the places of all items; who reads one, does it."""
    taken, given = os.pipe()
    os.write(given, b"".join(_NUMBER.pack(place) for place in range(count)))
    os.close(given)
    return taken


def _start(
    work: Callable[[int], Any], items: Sequence[int], todo: int, others: tuple[int, ...]
) -> tuple[int, int]:
    """A process at work: where its answers come from, and its number."""
    answers, told = os.pipe()
    process = os.fork()
    if process:
        os.close(told)
        return answers, process
    # From here on in the child, which must never return to the callers of its parent.
    try:
        # Ctrl-C reaches all processes of a terminal; the parent decides.
        signal.signal(signal.SIGINT, signal.SIG_IGN)
        for handle in (answers, *others):
            os.close(handle)
        with open(told, "wb", buffering=0) as out:
            while raw := os.read(todo, _NUMBER.size):
                (place,) = _NUMBER.unpack(raw)
                done, found = _done(work, items[place])
                out.write(_HEAD.pack(done, place, len(found)))
                _write(out.fileno(), found)
    except BaseException:  # noqa: BLE001 - the parent has gone, or memory has; nobody listens
        os._exit(1)
    os._exit(0)


def _done(work: Callable[[int], Any], item: int) -> tuple[bool, bytes]:
    """Whether an item could be done; the result, or the exception."""
    try:
        return True, pickle.dumps(work(item), pickle.HIGHEST_PROTOCOL)
    except Exception as problem:  # noqa: BLE001 - raised again by the parent
        return False, pickle.dumps(problem, pickle.HIGHEST_PROTOCOL)


def _write(handle: int, content: bytes) -> None:
    view = memoryview(content)
    while view:
        view = view[os.write(handle, view) :]


def _in_order(crew: dict[int, int], count: int) -> Iterator[Any]:
    """Results in the order of items, each as soon as those before it are there."""
    waiting: dict[int, tuple[bool, bytes]] = {}
    following = 0
    with DefaultSelector() as selector:
        for answers in crew:
            selector.register(answers, EVENT_READ, bytearray())
        while following < count:
            ready = selector.select()
            if not selector.get_map():
                message = "a process of this build ended before its work was done"
                raise SiteGenError(message)
            for key, _ in ready:
                if _received(key.fd, key.data, waiting):
                    selector.unregister(key.fd)
            while following in waiting:
                done, found = waiting.pop(following)
                result = pickle.loads(found)  # noqa: S301 - from a fork of this very process
                if not done:
                    raise result
                yield result
                following += 1


def _received(handle: int, held: bytearray, waiting: dict[int, tuple[bool, bytes]]) -> bool:
    """Take up what has come in; whether this was the end of it."""
    piece = os.read(handle, 1 << 20)
    held += piece
    while len(held) >= _HEAD.size:
        done, place, size = _HEAD.unpack_from(held)
        end = _HEAD.size + size
        if len(held) < end:
            break
        waiting[place] = (done, bytes(held[_HEAD.size : end]))
        del held[:end]
    return not piece
