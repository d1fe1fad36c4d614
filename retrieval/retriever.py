"""The way of a question: words, ranked passages, the decision whether they answer, quotes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import chain, zip_longest

from content import Article
from retrieval.answers import Answer, Hit
from retrieval.errors import NothingToSearch
from retrieval.excerpts import Budget
from retrieval.explanation import Explanation
from retrieval.inquiry import Inquiry, explained
from retrieval.language import rules_of
from retrieval.model import FULL, Model
from retrieval.passages import Passage
from retrieval.question import Question, QuestionReader
from retrieval.quotes import Quote
from retrieval.reading import Tongue
from retrieval.refusal import NOTHING, Decision, Signals
from retrieval.shelf import Found, Shelf

# How many passages are looked at for quotes.
_CANDIDATES = 8


class Retriever:
    """Finds passages and quotes in a fixed library of articles. Building it costs time, asking it little.

    `model` is how it scores and decides; only measurements need another one than the full one.

    Raises:
        NothingToSearch: the library is empty, or one of its articles has no text.
    """

    def __init__(self, articles: Iterable[Article], model: Model = FULL) -> None:
        self.articles = tuple(dict.fromkeys(articles))  # an article that is given twice is there once
        if not self.articles:
            raise NothingToSearch("There is no article to search.")
        for article in self.articles:
            if not article.paragraphs:
                raise NothingToSearch(f'The article "{article.title}" has no text to search.')
        self._model = model
        languages = dict.fromkeys(article.language for article in self.articles)
        self._reader = QuestionReader([rules_of(language) for language in languages])
        self._shelves = [
            Shelf(
                [article for article in self.articles if article.language == language],
                Tongue(rules_of(language)),
                model,
            )
            for language in languages
        ]

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

    def answer(self, question: str, max_sentences: int = 2, max_chars: int = 450, max_quotes: int = 3) -> Answer:
        """Quotes that answer the question, or an honest no with at most the nearest passage.

        A quote has at most `max_sentences` sentences and, omissions not counted, `max_chars` characters; there are at
        most `max_quotes`. A message may ask several questions: then the first quotes are the best one for each that is
        answered, in their order.

        Raises:
            ValueError: a budget is below 1.
        """
        _check(max_sentences, max_chars, max_quotes)
        return self._concluded(question, self._inquiries(question), Budget(max_sentences, max_chars), max_quotes)

    def explain(self, question: str, max_sentences: int = 2, max_chars: int = 450, max_quotes: int = 3) -> Explanation:
        """What `answer` gives for the same arguments, and what led to it.

        Raises:
            ValueError: a budget is below 1.
        """
        _check(max_sentences, max_chars, max_quotes)
        inquiries = self._inquiries(question)
        answer = self._concluded(question, inquiries, Budget(max_sentences, max_chars), max_quotes)
        reasons = (explained(inquiry, self._shelves[0].hear(inquiry.question)) for inquiry in inquiries)
        return Explanation(answer, self._model.refusal, tuple(reasons))

    def signals(self, question: str) -> Signals:
        """What the decision to answer or to refuse looks at, for the first question of the message."""
        found = self._best(self._reader.read(question)[0])
        return found.evidence.signals if found else NOTHING

    def _inquiries(self, text: str) -> list[Inquiry]:
        """What is found for each question of the message, and whether it answers."""
        found = ((question, self._best(question)) for question in self._reader.read(text))
        return [Inquiry(question, best, self._decided(best)) for question, best in found]

    def _concluded(self, text: str, inquiries: Sequence[Inquiry], budget: Budget, max_quotes: int) -> Answer:
        subject = tuple(text[word.start : word.end] for each in inquiries for word in each.question.subject)
        if answered := [each.found for each in inquiries if each.found and each.answered]:
            quotes = _alternating([found.quotes(budget, max_quotes) for found in answered], max_quotes)
            return Answer(text, True, quotes, subject)
        near = [each.found for each in inquiries if each.found and each.near]
        return Answer(text, False, tuple(near[0].quotes(budget, 1)) if near else (), subject)

    def _best(self, question: Question) -> Found | None:
        """What is found on the shelf that has the best passage."""
        found = [shelf.find(question, _CANDIDATES) for shelf in self._shelves]
        return max((each for each in found if each), key=lambda each: each.score, default=None)

    def _decided(self, found: Found | None) -> Decision | None:
        refusal = self._model.refusal
        return refusal.decide(found.evidence.signals) if refusal and found else None


def _check(*budgets: int) -> None:
    if min(budgets) < 1:
        raise ValueError("An answer needs room for at least one quote of one sentence and one character.")


def _alternating(answers: Sequence[Sequence[Quote]], limit: int) -> tuple[Quote, ...]:
    """The best quote of each answer, then the second best of each, and so on; what was quoted is not repeated."""
    quotes: dict[tuple[object, ...], Quote] = {}
    for quote in chain.from_iterable(zip_longest(*answers)):
        if quote is not None:
            quotes.setdefault((id(quote.article), quote.spans), quote)
    return tuple(quotes.values())[:limit]
