"""Sample questions as buttons: a tap asks the question."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import islice

from bot.articles.article_search import newest_articles
from bot.articles.identifiers import digest
from bot.callback.callback_data import AskSample, encode
from bot.messages.formatting import shorten
from bot.messages.reply import ReplyButton
from content import Article
from retrieval import Retriever
from retrieval.analysis.spelling import spelling_key
from retrieval.analysis.terms import ngrams_of
from retrieval.base.words import words_of
from retrieval.encoder.caching_encoder import CachingEncoder

_MOST = 4
_NEWEST = 3
_LONGEST_LABEL = 100

# Beside a refusal: of as many articles, so many questions.
_MOST_NEAREST = 3
_ARTICLES = 4
_PASSAGES = 8


def sample_buttons(articles: Sequence[Article]) -> tuple[tuple[ReplyButton, ...], ...]:
    """A row for each of the first sample questions, taken in turn from one article after the other."""
    return question_buttons(islice(_round_robin([article.questions for article in articles]), _MOST))


def first_samples(articles: Sequence[Article], language: str) -> tuple[tuple[ReplyButton, ...], ...]:
    """The same for somebody who begins: those of the newest articles that have some, in this language if one is."""
    newest = [article for article in newest_articles(articles) if article.questions][:_NEWEST]
    return sample_buttons([each for each in newest if each.language == language] or newest)


def question_buttons(questions: Iterable[str]) -> tuple[tuple[ReplyButton, ...], ...]:
    """A row for each of these sample questions."""
    return tuple(
        (ReplyButton(shorten(question, _LONGEST_LABEL), data=encode(AskSample(digest(question)))),)
        for question in questions
    )


def nearest_samples(question: str, retriever: Retriever, *, by_words_alone: bool = False) -> tuple[str, ...]:
    """The sample questions that are answered, those nearest to the question first; of several articles, of those
    that have the most to do with it. `by_words_alone`: the encoder had no time for the question."""
    hits = [hit.article for hit in retriever.search(question, _PASSAGES)] if len(retriever.articles) > 1 else []
    articles = list(dict.fromkeys([*hits, *newest_articles(retriever.articles)]))[:_ARTICLES]
    samples = dict.fromkeys(sample for article in articles for sample in article.questions if sample != question)
    nearness = _nearness(question, samples, None if by_words_alone else retriever.vectors)
    ordered = sorted(samples, key=lambda sample: -nearness[sample])
    return tuple(islice((sample for sample in ordered if retriever.answers(sample)), _MOST_NEAREST))


def _nearness(question: str, samples: Iterable[str], vectors: CachingEncoder | None) -> dict[str, float]:
    """How much each has in common with the question: in meaning, where that has a vector, and in words' 4-grams."""
    meant = vectors.question(question) if vectors else None
    asked, found = _grams(question), {}
    for sample in samples:
        offered = _grams(sample)
        found[sample] = len(asked & offered) / max(1, len(asked | offered))
        if vectors and meant is not None and (other := vectors.question(sample)) is not None:
            found[sample] += float(meant @ other)
    return found


def _grams(text: str) -> set[str]:
    return {gram for word in words_of(text) for gram in ngrams_of(spelling_key(word.form))}


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
