"""A build reads each date once or more, and a chronology has thousands: microseconds, uncached."""

from __future__ import annotations

import timeit

import pytest

from site_gen.dates.edtf import parse


@pytest.mark.bench
@pytest.mark.parametrize("text", ["2021-07-08", "2021-06~", "2021-06-21/2021-06-23"])
def test_a_date_takes_microseconds(text: str) -> None:
    read = parse.__wrapped__
    seconds = min(timeit.repeat(lambda: read(text), number=1000, repeat=5)) / 1000
    # Ten times what it takes on the machine where it was written: a slower one passes, a grammar
    # library does not.
    assert seconds < 35e-6
