"""Sample questions as buttons: a tap asks the question."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import islice

from bot.articles.identifiers import digest
from bot.callback.callback_data import AskSample, encode
from bot.messages.formatting import shorten
from bot.messages.reply import ReplyButton
from content import Article

_MOST = 4
_LONGEST_LABEL = 100


def sample_buttons(articles: Sequence[Article]) -> tuple[tuple[ReplyButton, ...], ...]:
    """A row for each of the first sample questions, taken in turn from one article after the other."""
    questions = islice(_round_robin([article.questions for article in articles]), _MOST)
    return tuple(
        (ReplyButton(shorten(question, _LONGEST_LABEL), data=encode(AskSample(digest(question)))),)
        for question in questions
    )


def find_sample(callback: AskSample, articles: Iterable[Article]) -> str | None:
    """The question that the tap asks; None when no article has it any more."""
    return _by_digest(tuple(articles)).get(callback.question)


@lru_cache(maxsize=2)  # of thousands of articles it takes its time, and every tap looks again
def _by_digest(articles: tuple[Article, ...]) -> Mapping[str, str]:
    return {digest(question): question for article in articles for question in article.questions}


def _round_robin(lists: Sequence[Sequence[str]]) -> Iterator[str]:
    for at in range(max(map(len, lists), default=0)):
        for questions in lists:
            if at < len(questions):
                yield questions[at]
