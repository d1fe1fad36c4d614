"""Sample questions as buttons: a tap asks the question."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence

from bot.formatting import shorten
from bot.replies.reply import Button
from content import Article

_PREFIX = "ask:"
_MOST = 4
_LONGEST_LABEL = 100


def sample_buttons(articles: Sequence[Article]) -> tuple[tuple[Button, ...], ...]:
    """A row for each of the first sample questions, taken in turn from one article after the other."""
    questions = list(_in_turn([article.questions for article in articles]))[:_MOST]
    return tuple(
        (Button(shorten(question, _LONGEST_LABEL), data=_PREFIX + _digest(question)),) for question in questions
    )


def sampled_question(data: str, articles: Iterable[Article]) -> str | None:
    """The question that a button with this data asks; None when no article has it any more."""
    return next((q for article in articles for q in article.questions if _PREFIX + _digest(q) == data), None)


def _digest(question: str) -> str:
    # By content, not by number: a button stays right, or is known to be stale, whatever is added or edited.
    return hashlib.blake2s(question.encode(), digest_size=8).hexdigest()


def _in_turn(lists: Sequence[Sequence[str]]) -> Iterator[str]:
    for at in range(max(map(len, lists), default=0)):
        for questions in lists:
            if at < len(questions):
                yield questions[at]
