"""Quotes of what was found: the sentence that answers, with those beside it that it needs or that add to it."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Sequence
from functools import partial
from itertools import chain

from retrieval.analysis.clauses import cut, is_run_of_clauses
from retrieval.analysis.terms import terms_of
from retrieval.answering.adjacent_sentences import adjacent_sentences
from retrieval.answering.excerpts import Cut, QuoteBudget, excerpt
from retrieval.answering.highlights import highlights
from retrieval.base.spans import Span
from retrieval.index.parsed_article import Sentence
from retrieval.quotes.quote import Quote
from retrieval.scoring.search_result import SearchResult


def quotes_of(found: SearchResult, budget: QuoteBudget, limit: int) -> list[Quote]:
    """At most `limit` quotes, best first; none repeats another."""
    return interleaved_quotes([(found, ())], budget, limit)


def interleaved_quotes(
    answers: Sequence[tuple[SearchResult, Sequence[Sentence]]], budget: QuoteBudget, limit: int
) -> list[Quote]:
    """The best quote of each answer, then the second best of each, and so on; what was quoted is not quoted again.

    With what was found come the sentences that are quoted before the best.
    """
    quoted: list[Quote] = []
    turns = deque(_quotes(found, first, budget, quoted) for found, first in answers)
    while turns and len(quoted) < limit:
        if quote := next(turns[0], None):
            quoted.append(quote)
            turns.rotate(-1)
        else:
            turns.popleft()
    return quoted


def _quotes(
    found: SearchResult, first: Sequence[Sentence], budget: QuoteBudget, quoted: Sequence[Quote]
) -> Iterator[Quote]:
    """Quotes of the `first` sentences, then of the best; `quoted` grows as they are taken.

    Beside the best, only those are quoted that score above 0: others have nothing in common with the question. What
    the best one leans on may have been quoted: without it, it would not be understood.
    """
    is_best = True
    for core in (*first, *found.ranked):
        if not is_best and found.sentences[core] <= 0:
            break
        if not any(_contains(quote, core) for quote in quoted):
            quote = quote_around(found, core, budget, quoted)
            if is_best or not any(_overlap(quote, other) for other in quoted):
                yield quote
        is_best = False


def quote_around(found: SearchResult, core: Sentence, budget: QuoteBudget, others: Sequence[Quote] = ()) -> Quote:
    """The quote around the sentence `core`; no sentence of the `others` joins it."""
    index, article = found.index_of(core), core.passage.article
    scores = {
        each: score
        for each, score in found.sentences.items()
        if each.passage.article is article and not any(_contains(quote, each) for quote in others)
    }
    parsed = index.parsed
    beside = adjacent_sentences(found.query, parsed, core, scores)
    spans, answering = excerpt(core.span, beside, budget, _cut(found, core), partial(is_run_of_clauses, article.text))
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
    return one.article is other.article and any(a.overlaps(b) for a in one.spans for b in other.spans)


def _contains(quote: Quote, sentence: Sentence) -> bool:
    """Whether the quote has all of the sentence, or is made for what was left of it."""
    if quote.article is not sentence.passage.article:
        return False
    return sentence.span.covers(quote.core) or any(span.covers(sentence.span) for span in quote.spans)
