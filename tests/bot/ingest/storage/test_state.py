"""The state of a feed, as somebody has changed it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from bot.config.errors import BrokenMemory
from bot.ingest.storage.state import STATE_FILE, read_state

ENTRY = {"id": "a", "seen": "x"}


@pytest.mark.parametrize(
    "changed",
    [
        {"not_before": "2030-01-01T00:00:00"},  # of no time zone: no comparison with now
        {"pause": 1e300},
        {"pause": -1},
        {"pause": "Infinity"},
        {"entries": [ENTRY | {"file": "../musk.md"}]},
        {"entries": [ENTRY | {"file": "..\\musk.md"}]},
        {"entries": [ENTRY | {"file": "a\0.md"}]},
        {"entries": [ENTRY | {"file": "a" * 5_000 + ".md"}]},
    ],
)
def test_what_no_feed_can_have_is_told_with_its_file(tmp_path: Path, changed: dict[str, object]) -> None:
    file = tmp_path / STATE_FILE
    file.write_text(json.dumps({"address": "https://example.org/feed"} | changed), "utf-8")
    with pytest.raises(BrokenMemory, match=r"feed\.json: it cannot be read \("):
        read_state(file)
