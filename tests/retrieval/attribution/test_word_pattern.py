"""Words that are looked at once each."""

from __future__ import annotations

from retrieval.attribution.syntax.word_pattern import LONGEST_KEPT, WordPattern, once_each_word


def test_a_word_is_looked_at_once_and_one_that_is_too_long_to_be_kept_each_time() -> None:
    seen: list[str] = []

    @once_each_word
    def length(word: str) -> int:
        seen.append(word)
        return len(word)

    long = "a" * (LONGEST_KEPT + 1)
    assert [length(word) for word in ("Mast", "Mast", long, long)] == [4, 4, len(long), len(long)]
    assert seen == ["Mast", long, long]


def test_a_long_word_is_told_by_its_ending_too() -> None:
    masters = WordPattern("meister$")
    assert "a" * 100 + "meister" in masters
    assert "a" * 100 not in masters
