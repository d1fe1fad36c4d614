"""The entities that a client finds in what is written."""

from __future__ import annotations

import pytest

from bot.simulator.texts.detection import find_entities


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("/start", [("bot_command", "/start")]),
        ("/frage@belegbot was ist?", [("bot_command", "/frage@belegbot")]),
        ("und/oder a/b //x </p>", []),
        ("(/start)", [("bot_command", "/start")]),
        ("🎉 @belegbot, was?", [("mention", "@belegbot")]),
        ("a@b @ab @1abc", []),
        ("anna@example.org", [("email", "anna@example.org")]),
        ("Siehe https://example.org/a_(b), bitte", [("url", "https://example.org/a_(b")]),
        ("Auf example.org. Und z.B. nicht", [("url", "example.org")]),
        ("#wahl2026 und #1 a#b", [("hashtag", "#wahl2026")]),
        ("https://example.org/@anna#b", [("url", "https://example.org/@anna#b")]),
    ],
)
def test_found(text: str, found: list[tuple[str, str]]) -> None:
    assert [(entity.type, entity.of(text)) for entity in find_entities(text)] == found


def test_offsets_are_utf16_units() -> None:
    [mention] = find_entities("🎉🎉 @belegbot")

    assert (mention.offset, mention.length) == (5, 9)
