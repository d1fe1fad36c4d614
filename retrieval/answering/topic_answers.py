"""Answers to messages that do not ask the text: what an article is about as a whole, and where it comes from."""

from __future__ import annotations

from collections.abc import Sequence

from content import Article
from retrieval.analysis.answer_type import offers_something_new
from retrieval.analysis.clauses import cut
from retrieval.analysis.terms import terms_of
from retrieval.answering.answer import Answer
from retrieval.answering.answerer import Lookup
from retrieval.answering.excerpts import QuoteBudget, excerpt
from retrieval.base.spans import Span
from retrieval.index.parsed_article import ParsedArticle
from retrieval.query.topic import Topic
from retrieval.quotes.citation import cite
from retrieval.quotes.quote import Quote
from retrieval.scoring.decision.verdict import Verdict
from retrieval.scoring.decision.word_coverage import coverage

# From this share of the question's terms on, the article tells of its own origin in words of its own.
_OWN_WORDS = 0.6


def topic_answer(topic: Topic, message: str, parsed: ParsedArticle | None, budget: QuoteBudget) -> Answer:
    """The answer to a message about an article as a whole, or about nothing; found: what it asks for is known.

    `parsed` is the article that is meant; None: it may be any of several, of which nothing is told.
    """
    quotes: tuple[Quote, ...] = ()
    if parsed is not None and topic is Topic.OVERVIEW:
        quotes = (_lead(parsed, budget),)
    known = parsed is not None and is_known(topic, parsed.article)
    return Answer(message, Verdict.ANSWER if known else Verdict.NONE, quotes, (), topic=topic)


def is_known(topic: Topic, article: Article) -> bool:
    """Whether that can be told of the article: it always has an overview, and never small talk."""
    match topic:
        case Topic.OVERVIEW:
            return True
        case Topic.AUTHOR:
            return bool(article.authors)
        case Topic.PUBLISHED:
            return article.published is not None
        case Topic.PUBLISHER:
            return bool(article.publisher)
        case Topic.URL:
            return bool(article.url)
        case Topic.TALK:
            return False


def tells_itself(looked_up: Sequence[Lookup]) -> bool:
    """Whether the article's text answers a question for its origin: "Das Interview führte Jana Thoma."."""
    first = looked_up[0]
    if not first.found or not first.answered:
        return False
    query, sentence = first.found.query, first.found.ranked[0]
    parsed, kind = first.found.index_of(sentence).parsed, query.answer_type
    if kind is not None and not offers_something_new(parsed.offers(kind, sentence), query.forms):
        return False
    return coverage(query.terms, terms_of(sentence.tokens)) >= _OWN_WORDS


def _lead(parsed: ParsedArticle, budget: QuoteBudget) -> Quote:
    """The first sentences of the first passage that asks nothing, as an interview's first one may."""
    passages = [parsed.of_passage(passage) for passage in parsed.passages]
    first, *more = next((each for each in passages if not each[0].asks), passages[0])

    def shorten(sentence: Span, limit: int) -> Span:
        return cut(parsed.article.text, sentence, limit, lambda _: 0.0)

    spans, core = excerpt(first.span, [(each.span, True) for each in more[:1]], budget, shorten)
    return cite(parsed.article, spans, core=core)
