"""Quotes of what was found: around the sentence that answers those that it needs to be understood and complete."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import chain

from retrieval.analysis.clauses import cut
from retrieval.analysis.phrases import PhraseList
from retrieval.analysis.terms import terms_of
from retrieval.answering.excerpts import Cut, QuoteBudget, excerpt
from retrieval.answering.highlights import highlights
from retrieval.base.spans import Span
from retrieval.index.parsed_article import ParsedArticle, Sentence
from retrieval.language import rules_of
from retrieval.quotes.quote import Quote
from retrieval.scoring.search_result import SearchResult

# A sentence of another passage joins a quote only when its score is at most so much below the core sentence's.
_ELSEWHERE = 1.0


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
    spans = excerpt(core.span, _companions(found, parsed, core, scores), budget, _cut(found, core))
    words = chain.from_iterable(map(parsed.tokens, spans))
    analyzer = parsed.resources.analyzer
    marked = tuple(highlights(words, analyzer.read(found.query.question.subject), analyzer))
    answering = next((each for each in spans if each.covers(core.span)), None)
    return Quote(article, core.passage.paragraph, spans, marked, core=core.span if answering else spans[0])


def _companions(
    found: SearchResult, parsed: ParsedArticle, core: Sentence, scores: Mapping[Sentence, float]
) -> Iterator[tuple[Span, bool]]:
    """The other sentences, the most wanted first, and whether each must stand whole."""
    question = found.query.question
    brought = [core]
    if any(PhraseList(rules_of(question.language).why).find(question.words)):
        brought += _reasons(parsed, core)
    brought += _leant_on(parsed, core)
    for sentence in brought[1:]:
        yield sentence.span, True
    enough = scores[core] - _ELSEWHERE
    for sentence in sorted(scores, key=lambda sentence: -scores[sentence]):
        if sentence not in brought and (sentence.passage is core.passage or scores[sentence] >= enough):
            yield sentence.span, False


def _reasons(parsed: ParsedArticle, sentence: Sentence) -> Iterator[Sentence]:
    """The next sentence, if it gives a reason ("Damit wollte …") and the sentence itself does not."""
    following = (each for each in parsed.of_passage(sentence.passage) if each.number == sentence.number + 1)
    if not _gives_reason(parsed, sentence):
        yield from (each for each in following if _gives_reason(parsed, each))


def _gives_reason(parsed: ParsedArticle, sentence: Sentence) -> bool:
    return any(word.form in parsed.resources.rules.reasons for word in sentence.words)


def _leant_on(parsed: ParsedArticle, sentence: Sentence) -> Iterator[Sentence]:
    """The sentences before, as far as each cannot be understood without the one before it."""
    passage = parsed.of_passage(sentence.passage)
    at = passage.index(sentence)
    while at > 0 and parsed.resources.leaning.open(passage[at].words):
        at -= 1
        yield passage[at]


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
