"""The speakers of a long article: each name is held against the whole text, but it is read once for all of them."""

from __future__ import annotations

import time

from content import Article
from retrieval.attribution import grammar_of

# Letters, none of which is a listed noun's or ends like one.
_SYLLABLES = ("ba", "du", "fo", "gi", "ko", "lu", "mi", "po", "ra", "zu")


def test_many_names_are_held_against_a_long_text_in_linear_time() -> None:
    grammar = grammar_of("de")
    assert grammar is not None
    text = "Das Radar ist seit Mai gestört, hieß es am Abend. " * 4_000

    def seconds(names: int) -> float:
        # A text of its own each time, so that nothing is known of it yet.
        article = Article.from_text(text + str(names), title="Radar", language="de")
        start = time.thread_time()
        for number in range(names):
            grammar.tells_who("".join(_SYLLABLES[int(digit)] for digit in str(number)).title(), article.text)
        return time.thread_time() - start

    seconds(1)
    assert seconds(400) < max(0.2, 20 * seconds(1))
