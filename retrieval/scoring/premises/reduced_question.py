"""The question without one of its parts, and where the article then answers it best."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from retrieval.base.arrays import Floats
from retrieval.base.spans import Span
from retrieval.index.parsed_article import Sentence
from retrieval.query.query import Query, analyze_question
from retrieval.scoring.article_index import ArticleIndex
from retrieval.scoring.premises.context import PremiseContext
from retrieval.scoring.sentence_scores import sentence_scores

# Nobody asks so much at once: of four thousand letters each name would be a search of its own.
_MOST_WORDS = 60


@dataclass(frozen=True, eq=False)
class ReducedQuestion:
    """`scores` are those of the article's sentences for what is left of the question."""

    query: Query
    index: ArticleIndex
    scores: Floats

    @property
    def best(self) -> Sentence:
        """The sentence that answers best."""
        return self.index.parsed.sentences[int(self.scores.argmax())]

    @property
    def cosine(self) -> float:
        """The cosine of the best sentence with what is left; 0 if it is not known."""
        return self.index.cosine(self.query, self.best)

    def lead_over(self, sentences: frozenset[int]) -> float:
        """How much better the best sentence is than all those with these numbers; 0 for none."""
        return float(self.scores.max() - self.scores[list(sentences)].max()) if sentences else 0.0


def reduced_question(query: Query, index: ArticleIndex, without: Span) -> ReducedQuestion | None:
    """What is left without the part; None if that is not enough to look it up, or more than anybody asks."""
    question = query.question
    if len(question.words) > _MOST_WORDS:
        return None
    words = tuple(word for word in question.words if not word.span.overlaps(without))
    subject = tuple(word for word in question.subject if not word.span.overlaps(without))
    if not subject:
        return None
    written = question.text[words[0].start : max(words[0].start, without.start)]
    written += question.text[min(without.end, words[-1].end) : words[-1].end]
    left = replace(question, words=words, subject=subject, written=written)
    # Where the whole question has no vector, what is left would have none either, after as long a wait.
    reduced = analyze_question(left, index.vectors if query.vector is not None else None)
    return ReducedQuestion(reduced, index, sentence_scores(reduced, index))


def sentences_beside(context: PremiseContext, fits: Callable[[str], bool]) -> frozenset[int]:
    """The numbers of the sentences of those passages that have a word of such a form."""
    having = frozenset(context.facts.sentences_with(context.facts.forms_like(fits)))
    passages = map(context.parsed.searched_sentences, context.parsed.passages) if having else ()
    return frozenset(each.number for sentences in passages if not having.isdisjoint(sentences) for each in sentences)
