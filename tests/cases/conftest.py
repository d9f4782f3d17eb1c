"""What the table of bad inputs needs."""

from __future__ import annotations

import time
from contextlib import contextmanager

import pytest


@pytest.fixture
def processor_seconds():
    """`with processor_seconds(at_most=1):` fails when the body computes longer than that."""

    @contextmanager
    def bound(at_most):
        start = time.process_time()
        yield
        assert time.process_time() - start < at_most

    return bound
