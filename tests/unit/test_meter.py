"""How far a long piece of work is, said on a terminal and in a log."""

from __future__ import annotations

import io
import itertools

import pytest

from site_gen import meter
from site_gen.meter import Meter


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    now = [0.0]
    monkeypatch.setattr(meter.time, "monotonic", lambda: now[0])
    return now


def test_a_short_piece_of_work_is_not_talked_about(clock: list[float]) -> None:
    stream = io.StringIO()
    told = Meter(stream, began=0.0)
    for done in range(10):
        clock[0] += 0.1
        told("pages", done, 10)
    told.end()
    assert stream.getvalue() == ""


def test_a_log_gets_a_line_now_and_then(clock: list[float]) -> None:
    stream = io.StringIO()
    told = Meter(stream, began=0.0)
    for done in range(1, 21):
        clock[0] += 1
        told("links", done, 20)
    assert stream.getvalue().splitlines() == [
        "links 5 of 20, 1.2/s, 12 s left",
        "links 10 of 20, 1.1/s, 9 s left",
        "links 15 of 20, 1.1/s, 5 s left",
        "links 20 of 20, 1.1/s",
    ]


def test_no_speed_is_made_up_at_the_start_of_a_stage(clock: list[float]) -> None:
    stream = io.StringIO()
    told = Meter(stream, began=0.0)
    clock[0] = 60.0
    told("pages", 1, 348)
    assert stream.getvalue() == "pages 1 of 348\n"


def test_a_terminal_has_a_bar_that_goes_away(clock: list[float]) -> None:
    stream = Terminal()
    told = Meter(stream, began=0.0)
    for done, clock[0] in zip(range(11), itertools.count(3.0)):
        told("links", done, 10)
    told.end()
    lines = stream.getvalue().split("\r")
    assert lines[6].startswith("█" * 15 + "░" * 15 + " links 5 of 10, 1.0/s, 5 s left")
    assert lines[-1] == "\x1b[K"
