"""Sample questions as buttons: a tap asks the question."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from bot.formatting import shorten
from bot.replies.reply import Button
from bot.taps import AskSample, digest, encode
from content import Article

_MOST = 4
_LONGEST_LABEL = 100


def sample_buttons(articles: Sequence[Article]) -> tuple[tuple[Button, ...], ...]:
    """A row for each of the first sample questions, taken in turn from one article after the other."""
    questions = list(_in_turn([article.questions for article in articles]))[:_MOST]
    return tuple(
        (Button(shorten(question, _LONGEST_LABEL), data=encode(AskSample(digest(question)))),) for question in questions
    )


def sampled_question(tap: AskSample, articles: Iterable[Article]) -> str | None:
    """The question that the tap asks; None when no article has it any more."""
    return next((q for article in articles for q in article.questions if digest(q) == tap.question), None)


def _in_turn(lists: Sequence[Sequence[str]]) -> Iterator[str]:
    for at in range(max(map(len, lists), default=0)):
        for questions in lists:
            if at < len(questions):
                yield questions[at]
