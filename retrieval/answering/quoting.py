"""Quotes of what was found: the sentence that answers, with those beside it that it needs or that add to it."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain

from retrieval.analysis.clauses import cut
from retrieval.analysis.terms import terms_of
from retrieval.answering.companions import companions
from retrieval.answering.excerpts import Cut, QuoteBudget, excerpt
from retrieval.answering.highlights import highlights
from retrieval.base.spans import Span
from retrieval.index.parsed_article import Sentence
from retrieval.quotes.quote import Quote
from retrieval.scoring.search_result import SearchResult


def quotes_of(found: SearchResult, budget: QuoteBudget, limit: int, first: Sequence[Sentence] = ()) -> list[Quote]:
    """At most `limit` quotes: of the `first` sentences, then of the best; none repeats a sentence of one before it.

    Beside the best, only those are quoted that score above 0: others have nothing in common with the question.
    """
    quoted: list[Quote] = []
    for core in (*first, *found.ranked):
        if len(quoted) == limit or (quoted and found.sentences[core] <= 0):
            break
        if any(_contains(quote, core) for quote in quoted):
            continue
        quote = quote_around(found, core, budget, quoted)
        if not any(_overlap(quote, other) for other in quoted):
            quoted.append(quote)
    return quoted


def quote_around(found: SearchResult, core: Sentence, budget: QuoteBudget, others: Sequence[Quote] = ()) -> Quote:
    """The quote around the sentence `core`; no sentence of the `others` joins it."""
    index, article = found.index_of(core), core.passage.article
    scores = {
        each: score
        for each, score in found.sentences.items()
        if each.passage.article is article and not any(_contains(quote, each) for quote in others)
    }
    parsed = index.parsed
    beside = companions(found.query, parsed, core, scores)
    spans, answering = excerpt(core.span, beside, budget, _cut(found, core))
    words = chain.from_iterable(map(parsed.tokens, spans))
    analyzer = parsed.resources.analyzer
    marked = tuple(highlights(words, analyzer.read(found.query.question.subject), analyzer))
    return Quote(article, core.passage.paragraph, spans, marked, core=answering)


def _cut(found: SearchResult, core: Sentence) -> Cut:
    """How to shorten a sentence: to the clauses that hold most of the query's idf mass."""
    index = found.index_of(core)
    terms = frozenset(found.query.terms)

    def worth(span: Span) -> float:
        return sum(map(index.sentence_shares.idf, terms.intersection(terms_of(index.parsed.tokens(span)))))

    return lambda sentence, limit: cut(core.passage.article.text, sentence, limit, worth)


def _overlap(one: Quote, other: Quote) -> bool:
    return one.article is other.article and any(
        a.start < b.end and b.start < a.end for a in one.spans for b in other.spans
    )


def _contains(quote: Quote, sentence: Sentence) -> bool:
    return quote.article is sentence.passage.article and any(span.covers(sentence.span) for span in quote.spans)
