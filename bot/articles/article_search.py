"""Articles found by words: in what is known of them, and in their texts."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from content import Article, newest_first
from retrieval import Hit, Retriever, Span
from retrieval.analysis.analyzer import Analyzer
from retrieval.analysis.spelling import spelling_key
from retrieval.analysis.terms import ngrams_of, terms_of
from retrieval.base.words import Word, words_of
from retrieval.language import rules_of

# So many passages are looked at: the best by words and the best by meaning (`retrieval.scoring.candidates`).
_PASSAGES = 128

# A passage has a word when it has this share of the word's 4-grams: so it is found with another ending, too.
_HAD = 0.6

# A shorter part of a name is looked for at the beginning of a word only.
_ANYWHERE = 4


def newest_articles(articles: Sequence[Article]) -> Sequence[Article]:
    """The articles, the newest first."""
    return _newest(tuple(articles))


def find_articles(words: str, retriever: Retriever) -> Sequence[Article]:
    """The articles that have all words in title, publisher, authors, date or short name, the newest first; then those
    whose text has them, the best first. Each is there once; none when no article has them."""
    asked = _keys(words)
    if not asked:
        return ()
    ordered = newest_articles(retriever.articles)
    named = [
        article for article, known in zip(ordered, _searchable(tuple(ordered)), strict=True) if _has_words(known, asked)
    ]
    written = words_of(words)
    hits = (hit.article for hit in retriever.search(words, _PASSAGES) if _passage_has_words(hit, written))
    return tuple(dict.fromkeys([*named, *hits]))


def _passage_has_words(hit: Hit, words: Sequence[Word]) -> bool:
    """Whether the passage has all of the words, those left out that carry grammar only."""
    analyzer = _analyzer_of(hit.article.language)
    asked = [ngrams_of(token.key) for token in analyzer.read(words) if not token.stop]
    there = set(terms_of(analyzer.read(words_of(hit.article.text, Span(hit.start, hit.end)))))
    return bool(asked) and all(sum(map(there.__contains__, terms)) >= _HAD * len(terms) for terms in asked)


@lru_cache(maxsize=16)
def _analyzer_of(language: str) -> Analyzer:
    return Analyzer(rules_of(language))


def _has_words(known: str, asked: Sequence[str]) -> bool:
    return all((key if len(key) >= _ANYWHERE else f" {key}") in known for key in asked)


@lru_cache(maxsize=2)  # of a large library it takes its time, and pages are turned
def _newest(articles: tuple[Article, ...]) -> tuple[Article, ...]:
    return tuple(newest_first(articles, lambda article: article))


@lru_cache(maxsize=2)
def _searchable(articles: tuple[Article, ...]) -> tuple[str, ...]:
    """What is known of each article, in the spelling in which it is compared."""
    return tuple(" " + " ".join(_keys(_metadata(article))) for article in articles)


def _metadata(article: Article) -> str:
    published = article.published.isoformat() if article.published else ""
    return " ".join([article.title, article.publisher or "", *article.authors, published, article.slug])


def _keys(text: str) -> list[str]:
    return [spelling_key(word.form) for word in words_of(text)]
