"""Questions that are asked of articles whose sentences are known: what pairs are made of, and what is judged."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, cached_property

from content import Article
from retrieval.base.spans import Span
from retrieval.evaluation.sets.question_sets import GoldArticle, GoldQuestion, QuestionSet
from retrieval.index.parsed_article import LanguageResources, ParsedArticle, Sentence
from retrieval.language import rules_of


@dataclass(frozen=True, eq=False)
class ReadArticle:
    """An article with its sentences. `origin` is the name of the set that it comes from."""

    article: Article
    origin: str

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """Its sentences, in order."""
        return ParsedArticle(self.article, _resources(self.article.language)).sentences

    def text_of(self, number: int) -> str:
        """The sentence of that number."""
        return self.sentences[number].text

    def numbers_in(self, places: Sequence[Span]) -> frozenset[int]:
        """The sentences that have a part of one of the places."""
        return frozenset(
            each.number
            for each in self.sentences
            for place in places
            if each.span.start < place.end and place.start < each.span.end
        )


@dataclass(frozen=True, eq=False, slots=True)
class ReaderCase:
    """A question asked of an article. `answering`: the sentences that answer; empty where that is not known."""

    question: GoldQuestion
    asked_of: ReadArticle
    answering: frozenset[int]
    foreign: bool = False

    @property
    def kind(self) -> str:
        """What kind of near-miss it is; empty where it is none, or not told."""
        return self.question.kind


def cases_of(questions: QuestionSet) -> Iterator[ReaderCase]:
    """The cases of a set, article by article."""
    for entry in questions.articles:
        asked_of = ReadArticle(entry.article, questions.name)
        for question in entry.questions:
            yield ReaderCase(question, asked_of, _answering(asked_of, question, entry), questions.foreign)


def _answering(asked_of: ReadArticle, question: GoldQuestion, _entry: GoldArticle) -> frozenset[int]:
    return asked_of.numbers_in(question.answers or question.places) if question.answerable else frozenset()


@cache
def _resources(language: str) -> LanguageResources:
    return LanguageResources(rules_of(language))
