from __future__ import annotations

import random

from retrieval.evaluation.sets.typing_errors import with_typing_error


def test_one_word_is_mistyped_after_its_first_letter() -> None:
    chance = random.Random(1)
    for _ in range(50):
        first, second, third = with_typing_error("Wo liegt Oberammergau", chance).split()
        assert (first, second) == ("Wo", "liegt")
        assert third[0] == "O"
        assert abs(len(third) - len("Oberammergau")) <= 1
    assert with_typing_error("", chance) == ""
