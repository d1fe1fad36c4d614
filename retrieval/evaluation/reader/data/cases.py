"""Questions, each with the article that it is asked of, in the sentences that the product reads it in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property

from content import Article
from retrieval.base.spans import Span
from retrieval.encoder.text import PASSAGE_LIMIT, clean
from retrieval.evaluation.sets.question_sets import GoldQuestion, QuestionSet
from retrieval.index.parsed_article import LanguageResources, ParsedArticle, Sentence
from retrieval.language import rules_of
from retrieval.reader.windows import Segment

# A passage that answers may have so many sentences for each of them to be taken for the answer.
_FEW = 2


@dataclass(frozen=True, eq=False)
class ReadArticle:
    """An article with its sentences; `origin` is the name of the set that it comes from."""

    article: Article
    origin: str

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """Its sentences, in order."""
        return ParsedArticle(self.article, _resources(self.article.language)).sentences

    @cached_property
    def segments(self) -> Mapping[int, Segment]:
        """Its sentences as windows are made of them, by their numbers."""
        text = self.article.text
        ends = [*(sentence.span.start for sentence in self.sentences[1:]), len(text)]
        return {
            each.number: Segment(clean(each.text, PASSAGE_LIMIT), clean(text[each.span.end : end], PASSAGE_LIMIT))
            for each, end in zip(self.sentences, ends, strict=True)
        }

    def numbers_in(self, places: Sequence[Span]) -> frozenset[int]:
        """The sentences that share something with one of the places."""
        return frozenset(each.number for each in self.sentences if any(each.span.overlaps(place) for place in places))


@dataclass(frozen=True, eq=False, slots=True)
class ReaderCase:
    """A question and the article that it is asked of.

    `answering`: the sentences that answer, or among which some do. `foreign`: it is in another language. `unsupported`:
    the words of the question that the sentences `about` contradict, or do not say; both empty where that is not known.
    """

    question: GoldQuestion
    asked_of: ReadArticle
    answering: frozenset[int]
    foreign: bool = False
    unsupported: str = ""
    about: frozenset[int] = frozenset()

    @property
    def place_known(self) -> bool:
        """Whether each of `answering` answers, and not just one of them."""
        return bool(self.question.answers) or len(self.answering) <= _FEW

    @property
    def is_near_miss(self) -> bool:
        """Whether it is not answered, but looks so."""
        return not self.question.answerable and not self.is_unrelated

    @property
    def is_unrelated(self) -> bool:
        """Whether it has nothing to do with its article."""
        return self.question.kind == "unrelated"


def cases_of(questions: QuestionSet) -> Iterator[ReaderCase]:
    """The cases of a set, article by article; none of what only a heading answers, as headings are no sentences."""
    for entry in questions.articles:
        asked_of = ReadArticle(entry.article, questions.name)
        for question in entry.questions:
            answering = asked_of.numbers_in(question.answers or question.places)
            if answering or not question.answerable:
                yield ReaderCase(question, asked_of, answering, questions.foreign)


def articles_of(cases: Iterable[ReaderCase]) -> list[ReadArticle]:
    """The articles of cases, each once."""
    return list(dict.fromkeys(case.asked_of for case in cases))


@cache
def _resources(language: str) -> LanguageResources:
    return LanguageResources(rules_of(language))
