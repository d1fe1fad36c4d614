"""Answers questions that name what they are about: what is found for each, whether it answers, and the quotes."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial

from content import Article, newest_first
from retrieval.answering.answer import Answer
from retrieval.answering.excerpts import QuoteBudget
from retrieval.answering.quote_context import QuoteContext
from retrieval.answering.quoting import interleaved_quotes, quotes_of
from retrieval.encoder.caching_encoder import CachingEncoder
from retrieval.index.parsed_article import Sentence
from retrieval.query.query import analyze_question
from retrieval.query.question import Question, QuestionReader
from retrieval.quotes.quote import Quote
from retrieval.scoring.decision.answerability import Decision, decide
from retrieval.scoring.decision.decider import Decider
from retrieval.scoring.decision.verdict import Verdict
from retrieval.scoring.premises.part import UnsupportedPart
from retrieval.scoring.search_result import SearchResult
from retrieval.scoring.searcher import Searcher

# In the articles of so many of the best passages sentences are looked for.
PASSAGES = 8

# A sentence answers about as well as the best one when its score is at most so much lower. Among XQuAD's articles,
# which speak of different things, few questions then get a second voice; of pairs of news on one matter most do.
_EQUALLY_GOOD = 0.16


@dataclass(frozen=True, eq=False, slots=True)
class Lookup:
    """A question, what was found for it (None: nothing), and whether that answers.

    `equally_good` are sentences of several articles that answer about equally well, the newest first, if any do.
    """

    question: Question
    found: SearchResult | None
    decision: Decision
    equally_good: Sequence[Sentence] = ()

    @property
    def answered(self) -> bool:
        """Whether what was found answers the question."""
        return self.decision.verdict is Verdict.ANSWER


class Answerer:
    """Looks questions up."""

    def __init__(
        self,
        searcher: Searcher,
        reader: QuestionReader,
        vectors: CachingEncoder | None,
        decider: Decider,
    ) -> None:
        self._searcher = searcher
        self._reader = reader
        self._vectors = vectors
        self._decider = decider

    def read(self, message: str) -> tuple[Question, ...]:
        """The questions of a message, at least one."""
        return self._reader.read(message)

    def answer(
        self, message: str, asked: Sequence[Question], budget: QuoteBudget, limit: int, near: QuoteContext | None = None
    ) -> Answer:
        """The answer to the questions of a message, in at most `limit` quotes. What is `near` to a quote helps."""
        return conclude(message, self.look_up(asked, limit, near), budget, limit)

    def look_up(self, asked: Sequence[Question], limit: int = 1, near: QuoteContext | None = None) -> list[Lookup]:
        """What is found for each question of a message, and whether it answers."""
        looked_up = [self._decided(question, self.find(question, limit, near)) for question in asked]
        first = looked_up[0]
        # Of several questions each has its own first quote already; what follows on a quote stays with its article.
        if first.found and first.answered and near is None and len(looked_up) == 1:
            return [
                Lookup(first.question, first.found, first.decision, _equally_good(first.found, self._decider.answers))
            ]
        return looked_up

    def _decided(self, question: Question, found: SearchResult | None) -> Lookup:
        return Lookup(question, *(self._decider.decide(found) if found else (None, decide(None))))

    def find(self, question: Question, limit: int = 1, near: QuoteContext | None = None) -> SearchResult | None:
        """What is found for a question; for more than a few quotes, in more articles."""
        if not question.subject:
            return None
        found = self._searcher.find(analyze_question(question, self._vectors), max(PASSAGES, limit))
        return near.pull(found) if found and near else found


def conclude(message: str, looked_up: Sequence[Lookup], budget: QuoteBudget, limit: int) -> Answer:
    """The answer to the message, given what is found for each of its questions."""
    answer = _conclude(message, looked_up, budget, limit)
    told = [each for each in looked_up if each.decision.verdict is answer.verdict]
    parts = {part for each in told for part in _parts_beside(each, answer)}
    return replace(
        answer,
        unsupported_parts=tuple(sorted(parts, key=lambda part: part.span)),
        decision=told[0].decision if told else None,
        by_words_alone=bool(told and told[0].found and told[0].found.query.vector is None),
        quote_within=partial(conclude, message, looked_up, limit=limit),
    )


def _parts_beside(looked_up: Lookup, answer: Answer) -> Iterator[UnsupportedPart]:
    """What of the question is not supported, with what stands there instead only where its article is quoted first."""
    found, quoted = looked_up.found, [quote.article for quote in answer.quotes[:1]]
    is_quoted = found is not None and found.ranked[0].passage.article in quoted
    for part in looked_up.decision.unsupported:
        if quoted or part.absent:
            yield part if is_quoted else part._replace(instead=None)


def _conclude(message: str, looked_up: Sequence[Lookup], budget: QuoteBudget, limit: int) -> Answer:
    subject = tuple(each.question.text[word.start : word.end] for each in looked_up for word in each.question.subject)
    if answered := [(each.found, each.equally_good) for each in looked_up if each.found and each.answered]:
        quotes = tuple(interleaved_quotes(answered, budget, limit))
        equals = max(1, len(answered[0][1])) if len(looked_up) == 1 else 1
        return Answer(
            message,
            Verdict.ANSWER,
            quotes,
            subject,
            equally_good=min(equals, len(quotes)),
            answered_questions=_answered_one_each([found for found, _ in answered], quotes),
        )
    near = [each.found for each in looked_up if each.found and each.decision.verdict is Verdict.NEAREST]
    if near:
        return Answer(message, Verdict.NEAREST, tuple(quotes_of(near[0], budget, 1)), subject)
    return Answer(message, Verdict.NONE, (), subject)


def _answered_one_each(answered: Sequence[SearchResult], quotes: Sequence[Quote]) -> int:
    """How many of the first quotes are the best for a question of their own; what answers two is quoted once."""
    best = {found.ranked[0] for found in answered}
    turns = itertools.takewhile(lambda quote: any(_is_core(each, quote) for each in best), quotes[: len(answered)])
    return max(1, sum(1 for _ in turns))


def _is_core(sentence: Sentence, quote: Quote) -> bool:
    return sentence.passage.article is quote.article and sentence.span.covers(quote.core)


def _equally_good(found: SearchResult, answers: Callable[[SearchResult, Sentence], bool]) -> tuple[Sentence, ...]:
    """The best sentence of each article that answers about as well as the best of all, the newest first.

    Where the articles' dates do not tell, the better one is first. What two articles say in the same words is there
    once. Of one article alone it is the best sentence.
    """
    if len(found.indexes) == 1:
        return tuple(found.ranked[:1])
    least = found.sentences[found.ranked[0]] - _EQUALLY_GOOD
    heads: dict[Article, Sentence] = {}
    for sentence in found.ranked:
        if found.sentences[sentence] >= least:
            heads.setdefault(sentence.passage.article, sentence)
    answering = [head for at, head in enumerate(heads.values()) if at == 0 or answers(found, head)]
    said: dict[tuple[str, ...], Sentence] = {}
    for head in newest_first(answering, lambda sentence: sentence.passage.article):
        said.setdefault(tuple(word.form for word in head.words), head)
    return tuple(said.values())
