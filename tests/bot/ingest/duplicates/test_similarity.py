"""How much two texts have in common."""

from __future__ import annotations

import random

from hypothesis import given
from hypothesis import strategies as st

from bot.ingest.duplicates.similarity import THRESHOLD, resemblance, shingles, text_digest
from tests.support.ingest.stories import FERRY


def words(count: int, seed: int) -> list[str]:
    generator = random.Random(seed)
    return [f"wort{generator.randrange(2000)}" for _ in range(count)]


@given(st.integers(0, 10_000), st.integers(60, 400))
def test_copies_are_told_from_other_texts(seed: int, count: int) -> None:
    text = words(count, seed)
    copy = [*words(8, seed + 1), *text[: count * 9 // 10]]
    other = words(count, seed + 2)
    assert resemblance(shingles(" ".join(text)), shingles(" ".join(copy))) >= THRESHOLD
    assert resemblance(shingles(" ".join(text)), shingles(" ".join(other))) < THRESHOLD / 5


def test_a_text_is_the_same_however_it_is_set() -> None:
    assert text_digest("„Die Brücke“, sagte er,\n\nist zu.") == text_digest('"DIE BRÜCKE" sagte er – ist zu')
    assert text_digest("Die Brücke ist zu.") != text_digest("Die Brücke ist offen.")
    assert shingles("Zwei Wörter") == shingles("zwei wörter!")
    assert resemblance(shingles(FERRY.text), shingles(FERRY.text)) == 1
