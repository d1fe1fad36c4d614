"""Articles found by words: in what is known of them, and in their texts."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from content import Article, newest_first
from retrieval import Retriever
from retrieval.spelling import spelling_key
from retrieval.words import words_of

# So many passages are looked at; in large libraries no others are ranked by all fields (`retrieval.catalogue`).
_PASSAGES = 128

# A passage's score, about 1 when it has all the words: among XQuAD's articles 99 of 100 passages that have up to three
# rare words are above .74, and of those that have none of them 95 of 100 below .54 (two words).
_LEAST = 0.65

# A shorter part of a name is looked for at the beginning of a word only.
_ANYWHERE = 4


def newest(articles: Sequence[Article]) -> Sequence[Article]:
    """The articles, the newest first."""
    return _newest(tuple(articles))


def find_articles(words: str, retriever: Retriever) -> Sequence[Article]:
    """The articles that have all words in title, publisher, authors, date or short name, the newest first; then those
    whose text has them, the best first. Each is there once; none when no article has them."""
    asked = _keys(words)
    if not asked:
        return ()
    ordered = newest(retriever.articles)
    named = [article for article, known in zip(ordered, _known(tuple(ordered)), strict=True) if _has(known, asked)]
    hits = (hit.article for hit in retriever.search(words, _PASSAGES) if hit.score >= _LEAST)
    return tuple(dict.fromkeys([*named, *hits]))


def _has(known: str, asked: Sequence[str]) -> bool:
    return all((key if len(key) >= _ANYWHERE else f" {key}") in known for key in asked)


@lru_cache(maxsize=2)  # of a large library it takes its time, and pages are turned
def _newest(articles: tuple[Article, ...]) -> tuple[Article, ...]:
    return tuple(newest_first(articles, lambda article: article))


@lru_cache(maxsize=2)
def _known(articles: tuple[Article, ...]) -> tuple[str, ...]:
    """What is known of each article, in the spelling in which it is compared."""
    return tuple(" " + " ".join(_keys(_told(article))) for article in articles)


def _told(article: Article) -> str:
    published = article.published.isoformat() if article.published else ""
    return " ".join([article.title, article.publisher or "", *article.authors, published, article.slug])


def _keys(text: str) -> list[str]:
    return [spelling_key(word.form) for word in words_of(text)]
