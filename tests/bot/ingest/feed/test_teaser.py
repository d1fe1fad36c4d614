"""Whether a feed gives an article's whole text or a teaser."""

from __future__ import annotations

import pytest

from bot.ingest.feed.teaser import is_full_text
from tests.support.ingest.stories import BRIDGE


@pytest.mark.parametrize(
    ("text", "is_content", "whole"),
    [
        (BRIDGE.text, True, True),
        (f"{BRIDGE.text} […]", True, False),
        (f"{BRIDGE.paragraphs[0]}…", True, False),
        (f"{BRIDGE.text}\n\nWeiterlesen: Die Brücke »", True, False),
        (f"{BRIDGE.text}\n\nContinue reading", True, False),
        (f"{BRIDGE.text} […]\n\nThe post A appeared first on B.", True, False),
        ("Ein kurzer Satz.", True, False),
        (BRIDGE.text, False, False),
        ("\n\n".join([BRIDGE.text] * 4), False, True),
    ],
)
def test_a_teaser_is_told_from_a_whole_text(text: str, is_content: bool, whole: bool) -> None:
    assert is_full_text(text, is_content=is_content) is whole
