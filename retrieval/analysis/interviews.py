"""Interviews: which passages of an article are put as questions, by the whole of the article."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

# What may stand behind the question mark of a question: quotation marks, brackets, Markdown's emphasis.
_CLOSING = "\"'“”‘’»«›‹)]*_"

# "Rundschau: …", "**Lohmann:** …": who speaks, before what is said.
_LABEL = re.compile(r"[\W_]{0,4}(?P<name>[^\W\d_][^:\n]{0,40}?)[\W_]{0,3}:[*_]*\s")

# An article with fewer passages that end in a question is none: others ask a question now and then.
_FEWEST = 3


def asks(text: str) -> bool:
    """Whether the text ends in a question."""
    return text.rstrip(_CLOSING + " \n").endswith("?")


def questions_among(passages: Sequence[str]) -> list[bool]:
    """Which of an article's passages belong to whoever asks in an interview; none in an article that is none.

    Where labels name who speaks, what an asking one says without a question mark belongs to it, too.
    """
    asking = [asks(passage) for passage in passages]
    if sum(asking) < _FEWEST:
        return [False] * len(passages)
    labels = [label["name"] if (label := _LABEL.match(passage)) else "" for passage in passages]
    turns = Counter(filter(None, labels))
    questions = Counter(label for label, is_asking in zip(labels, asking, strict=True) if label and is_asking)
    interviewers = {label for label, times in questions.items() if 2 * times > turns[label]}
    return [label in interviewers if label else is_asking for label, is_asking in zip(labels, asking, strict=True)]
