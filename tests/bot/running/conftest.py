"""People who ask on, whatever stands still."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.support.bot.crowd import Crowd, slow_telegram


@pytest.fixture
def crowd() -> Iterator[Crowd]:
    """At a Telegram that takes a tenth of a second to send, so that much is in hand when something happens."""
    with slow_telegram(0.1) as server:
        server.telegram.new_bot("EnduringBot")
        yield Crowd(server)
