"""Excerpts: which sentences of a passage are quoted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from retrieval.passages import Passage
from retrieval.spans import Span


@dataclass(frozen=True, slots=True)
class Budget:
    """How long a quote may be: sentences, and characters (code points) of its spans together."""

    sentences: int
    characters: int


def excerpt(passage: Passage, scores: Sequence[float], budget: Budget) -> tuple[Span, ...]:
    """The best sentences of the passage, in the order of the text, within the budget.

    `scores` has one value for each of its sentences. The best sentence is always there; one that is longer than the
    budget is cut at white space.
    """
    order = sorted(range(len(scores)), key=lambda at: (-scores[at], at))
    best = _cut(passage.article.text, passage.sentences[order[0]], budget.characters)
    chosen = [best]
    left = budget.characters - (best.end - best.start)
    for at in order[1:]:
        if len(chosen) == budget.sentences:
            break
        sentence = passage.sentences[at]
        if sentence.end - sentence.start <= left:
            chosen.append(sentence)
            left -= sentence.end - sentence.start
    return tuple(sorted(chosen))


def _cut(text: str, sentence: Span, characters: int) -> Span:
    if sentence.end - sentence.start <= characters:
        return sentence
    whole = text[sentence.start : sentence.start + characters + 1]
    words = whole.rsplit(None, 1)[0] if len(whole.split(None, 1)) > 1 else whole[:characters]
    return Span(sentence.start, sentence.start + len(words.rstrip()))
