"""The way of a question: words, ranked passages, the decision whether they answer, quotes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import lru_cache
from pathlib import Path

from content import Article
from retrieval.answers import Answer, Hit
from retrieval.desk import Desk, concluded
from retrieval.engine import Engines
from retrieval.errors import NothingToSearch
from retrieval.excerpts import Budget
from retrieval.explanation import Explanation
from retrieval.follow_ups import FollowUp
from retrieval.following import Following
from retrieval.indexing import Progress
from retrieval.inquiry import explained
from retrieval.language import rules_of
from retrieval.leaning import Listener
from retrieval.model import FULL, Model
from retrieval.passages import Passage
from retrieval.question import Question, QuestionReader
from retrieval.quotes import Quote
from retrieval.reading import Tongue
from retrieval.refusal import NOTHING, Signals
from retrieval.shelf import Shelf
from retrieval.translation import Dictionaries

# As many articles that are asked alone are kept ready, those asked of late: each takes up to three megabytes.
_ALONE = 20


class Retriever:
    """Finds passages and quotes in a fixed library of articles. Building it costs time, asking it little.

    `model` is how it scores and decides; only measurements need another one than the full one. `dictionaries` are what
    questions in another language than the articles' are translated by: those in the standard folders, if not told
    otherwise, and looked for only when such a question comes. `index` is a folder in which the index is kept: it is
    made when it is not there, or not that of these articles, and else only opened. `progress` goes through the articles
    that have to be read. `engines` makes what ranks the passages elsewhere, in place of an index in this process
    (`retrieval.milvus`).

    Raises:
        NothingToSearch: the library is empty, or one of its articles has no text.
    """

    def __init__(
        self,
        articles: Iterable[Article],
        model: Model = FULL,
        *,
        dictionaries: Dictionaries | None = None,
        index: Path | None = None,
        progress: Progress = iter,
        engines: Engines | None = None,
    ) -> None:
        self.articles = tuple(dict.fromkeys(articles))  # an article that is given twice is there once
        if not self.articles:
            raise NothingToSearch("There is no article to search.")
        self._model = model
        self._dictionaries = dictionaries or Dictionaries()
        self.within = lru_cache(_ALONE)(self._within)
        languages = dict.fromkeys(article.language for article in self.articles)
        self._listener = Listener()
        self._reader = QuestionReader([rules_of(language) for language in languages])
        self._shelves = [
            Shelf(
                [article for article in self.articles if article.language == language],
                Tongue(rules_of(language)),
                model,
                self._dictionaries,
                kept=index,
                progress=progress,
                engines=engines,
            )
            for language in languages
        ]
        self._desk = Desk(self._shelves, self._reader, model)

    def prepare(self) -> None:
        """Makes ready what ranks the passages, which otherwise the first question waits for.

        Raises:
            EngineUnavailable: it cannot be reached. The next call, or question, tries again.
        """
        for shelf in self._shelves:
            shelf.prepare()

    def _within(self, article: Article) -> Retriever:
        """What answers from this article alone, as if there were no other: what words count is counted in it.

        On XQuAD that is better than counting in the whole library (R@1 .975, not .965, of 632 questions in English; an
        article that does not answer is told in 99.4, not 98.7 of 100).
        """
        return (
            self if self.articles == (article,) else Retriever([article], self._model, dictionaries=self._dictionaries)
        )

    def search(self, question: str, limit: int = 10) -> list[Hit]:
        """The best passages first, at most `limit`; none when no word of the question occurs.

        For a message of several questions, those that are best for any of them.
        """
        best: dict[Passage, float] = {}
        for asked in self._reader.read(question):
            for shelf in self._shelves:
                for passage, score in shelf.ranked(shelf.hear(asked), limit):
                    best[passage] = max(score, best.get(passage, 0.0))
        ranked = sorted(best.items(), key=lambda found: -found[1])[:limit]
        return [Hit(passage.article, passage.paragraph, *passage.span, score) for passage, score in ranked]

    def answer(
        self,
        question: str,
        max_sentences: int = 2,
        max_chars: int = 450,
        max_quotes: int = 3,
        *,
        about: Quote | None = None,
    ) -> Answer:
        """Quotes that answer the question, or an honest no with at most the nearest passage.

        A quote has at most `max_sentences` sentences and, omissions not counted, `max_chars` characters; there are at
        most `max_quotes`. A message may ask several questions: then the first quotes are the best one for each that is
        answered, in their order.

        `about` is the quote that the question follows on: one without a subject of its own ("Und warum?") is answered
        from around it (`Answer.leaning`), another is ranked with what is near to it as a help.

        Raises:
            ValueError: a budget is below 1.
        """
        _check(max_sentences, max_chars, max_quotes)
        budget = Budget(max_sentences, max_chars)
        asked = self._reader.read(question)
        shelf = next((shelf for shelf in self._shelves if about and shelf.has(about.article)), None)
        if about and shelf:
            following = Following(shelf.quoter(about.article).reading, about, budget)
            answer = FollowUp(self._desk, self._listener, question, asked, following, max_quotes).answer()
        else:
            answer = self._unanswerable(question, asked) or self._desk.answer(question, asked, budget, max_quotes)
        return replace(answer, language=self._asked_in(answer, asked[0]))

    def explain(self, question: str, max_sentences: int = 2, max_chars: int = 450, max_quotes: int = 3) -> Explanation:
        """What `answer` gives for the same arguments, and what led to it.

        Raises:
            ValueError: a budget is below 1.
        """
        _check(max_sentences, max_chars, max_quotes)
        asked = self._reader.read(question)
        inquiries = self._desk.inquiries(asked, max_quotes)
        answer = self._unanswerable(question, asked) or concluded(
            question, inquiries, Budget(max_sentences, max_chars), max_quotes
        )
        reasons = tuple(explained(inquiry, self._shelves[0].hear(inquiry.question)) for inquiry in inquiries)
        refusal = self._model.decides(reasons[0].signals or NOTHING)
        return Explanation(replace(answer, language=self._asked_in(answer, asked[0])), refusal, reasons)

    def _asked_in(self, answer: Answer, question: Question) -> str:
        """The language of the question; in doubt that of the first quote, as names look the same in many."""
        quoted = next((quote.article.language for quote in answer.quotes), question.language)
        if quoted == question.language:
            return quoted
        return self._reader.certain_language(answer.question) or quoted

    def _unanswerable(self, question: str, asked: Sequence[Question]) -> Answer | None:
        """The answer to a message that leans on a quote, when there is none; None for a question of its own."""
        leaning = self._listener.hear(question) or self._listener.leaning_of(asked[0])
        return Answer(question, False, (), (), leaning) if leaning else None

    def signals(self, question: str) -> Signals:
        """What the decision to answer or to refuse looks at, for the first question of the message."""
        found = self._desk.find(self._desk.read(question)[0])
        return found.evidence.signals if found else NOTHING


def _check(*budgets: int) -> None:
    if min(budgets) < 1:
        raise ValueError("An answer needs room for at least one quote of one sentence and one character.")
