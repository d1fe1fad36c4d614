"""Whatever Telegram sends: the bot neither fails, nor sends what Telegram refuses, nor speaks when not spoken to."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import HealthCheck, event, given, settings

from tests.support.bot.articles import ARCHIVE, BRIDGE
from tests.support.bot.mutated_updates import mutated_update
from tests.support.bot.update_process import ME, Process, says_not_there, update_process
from tests.support.bot.updates import kinds, updates
from tests.support.fuzzing import seeded

KINDS = kinds(ME)

OWN_COMMANDS = (
    *("/frage", "/ask", "/pruefen", "/check", "/artikel", "/article", "/quellen", "/sources", "/hilfe", "/datenschutz"),
)


@pytest.fixture(scope="module", params=[[BRIDGE], ARCHIVE], ids=["one article", "many articles"])
def process(request: pytest.FixtureRequest) -> Iterator[Process]:
    with update_process(request.param) as process:
        yield process


def speaks_to_it(message: dict[str, Any], me: int) -> bool:
    """Told from the raw message, and generously: whether anything in it could be meant for the bot."""
    kind = (message.get("chat") or {}).get("type")
    if kind is None:
        return False  # spoilt
    if kind == "private":
        return True
    words = str(message.get("text") or message.get("caption") or "").lower()
    named = [
        (entity.get("user") or {}).get("id")
        for key in ("entities", "caption_entities")
        for entity in message.get(key) or ()
    ]
    replied = ((message.get("reply_to_message") or {}).get("from") or {}).get("id")
    return "@anybot" in words or words.startswith(OWN_COMMANDS) or me in (*named, replied)


@pytest.mark.slow
@settings(max_examples=500, suppress_health_check=[HealthCheck.too_slow])
@given(raw=updates(ME))
def test_any_update(process: Process, raw: dict[str, Any]) -> None:
    kind = next(key for key in raw if key in KINDS)
    called = process.handle(raw)
    event(f"{kind}: {'answered' if called else 'silence'}")
    refused = [r.error for r in process.telegram.refusals if not says_not_there(r.error or "")]
    assert list(dict.fromkeys(refused)) == []
    if kind in ("message", "guest_message") and not speaks_to_it(raw[kind], process.account.user.id):
        assert called == []
    if kind not in ("message", "edited_message", "guest_message", "callback_query", "inline_query", "my_chat_member"):
        assert called == []


@pytest.mark.slow
def test_an_update_with_parts_of_wrong_types() -> None:
    with update_process([BRIDGE]) as process:
        for random in seeded(300):
            process.handle(mutated_update(ME, random))
            refused = [each.error for each in process.telegram.refusals if not says_not_there(each.error or "")]
            assert refused == []
