"""Encoder processes over fake workers."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack

import pytest

from tests.support.encoder.workers import Start


@pytest.fixture
def start() -> Iterator[Start]:
    """What it starts is closed when the test is over."""
    with ExitStack() as stack:
        yield Start(stack)
