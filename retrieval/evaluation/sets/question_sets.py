"""Questions whose answers are known, and the articles that they are asked of."""

from __future__ import annotations

import random
from collections.abc import Iterable
from dataclasses import dataclass, replace

from content import Article
from retrieval.base.spans import Span

_SEED = 7


@dataclass(frozen=True, eq=False, slots=True)
class GoldQuestion:
    """A question and what answers it in its article.

    A quote is right that covers any of `answers`. `places` are the paragraphs that answer. Both are empty where the
    article does not answer, and where it is only known that it does, as the answer is said in other words, or no place
    was noted. `kind` tells what makes a question look answerable that is not; empty: not known. `alone`: it is clear
    only with its article at hand, so it is not asked of a library.
    """

    text: str
    answerable: bool = True
    answers: tuple[Span, ...] = ()
    places: tuple[Span, ...] = ()
    kind: str = ""
    alone: bool = False


@dataclass(frozen=True, eq=False, slots=True)
class GoldArticle:
    """An article with its questions."""

    article: Article
    questions: tuple[GoldQuestion, ...]

    def without(self, places: Iterable[Span]) -> Article | None:
        """The article without these paragraphs; None when nothing is left."""
        text = self.article.text
        for start, end in sorted(set(places), reverse=True):
            text = text[:start] + text[end:]
        if not text.strip():
            return None
        return Article.from_text(text, title=self.article.title, language=self.article.language)


@dataclass(frozen=True, eq=False, slots=True)
class QuestionSet:
    """The articles and questions of a file. `foreign`: the questions are in another language than the articles."""

    name: str
    articles: tuple[GoldArticle, ...]
    foreign: bool = False

    def __len__(self) -> int:
        return sum(len(entry.questions) for entry in self.articles)

    def sample(self, size: int) -> QuestionSet:
        """The same with at most so many questions, always the same ones. All articles stay, to be searched."""
        questions = [question for entry in self.articles for question in entry.questions]
        if len(questions) <= size:
            return self
        chance = random.Random(_SEED)  # noqa: S311 - drawn to be repeatable, not to be secret
        drawn = set(map(id, chance.sample(questions, size)))
        entries = (
            replace(entry, questions=tuple(each for each in entry.questions if id(each) in drawn))
            for entry in self.articles
        )
        return replace(self, articles=tuple(entries))
