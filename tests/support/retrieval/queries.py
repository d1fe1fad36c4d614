"""Questions as queries, and articles of few words."""

from __future__ import annotations

from content import Article
from retrieval.encoder.caching_encoder import CachingEncoder
from retrieval.language import rules_of
from retrieval.query.query import Query, analyze_question
from retrieval.query.question import QuestionReader


def query_of(text: str, vectors: CachingEncoder | None = None, language: str = "de") -> Query:
    """The first question of a message, as it is asked of articles in this language."""
    return analyze_question(QuestionReader([rules_of(language)]).read(text)[0], vectors)


def article_of(*passages: str, title: str = "Titel", language: str = "de") -> Article:
    """An article of these passages."""
    return Article.from_text("\n\n".join(passages), title=title, language=language)
