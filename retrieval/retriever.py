"""The way of a question: words, ranked passages, the decision whether they answer, quotes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import chain, zip_longest
from pathlib import Path

from content import Article
from retrieval.answers import Answer, Hit
from retrieval.engine import Engines
from retrieval.errors import NothingToSearch
from retrieval.excerpts import Budget
from retrieval.explanation import Explanation
from retrieval.following import Following
from retrieval.indexing import Progress
from retrieval.inquiry import Inquiry, explained
from retrieval.language import rules_of
from retrieval.leaning import Leaning, Listener
from retrieval.model import FULL, Model
from retrieval.passages import Passage
from retrieval.question import Question, QuestionReader
from retrieval.quotes import Quote
from retrieval.reading import Tongue
from retrieval.refusal import NOTHING, Decision, Signals
from retrieval.shelf import Found, Shelf
from retrieval.surroundings import Surroundings
from retrieval.translation import Dictionaries

# As many articles that are asked alone are kept ready, those asked of late: each takes up to three megabytes.
_ALONE = 20

# How many passages are looked at for quotes.
_CANDIDATES = 8


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
            answer = self._followed(question, asked, self._listener.hear(question), following, max_quotes)
        else:
            answer = self._unanswerable(question, asked) or self._looked_up(question, asked, budget, max_quotes)
        return replace(answer, language=self._asked_in(answer, asked[0]))

    def explain(self, question: str, max_sentences: int = 2, max_chars: int = 450, max_quotes: int = 3) -> Explanation:
        """What `answer` gives for the same arguments, and what led to it.

        Raises:
            ValueError: a budget is below 1.
        """
        _check(max_sentences, max_chars, max_quotes)
        asked = self._reader.read(question)
        inquiries = self._inquiries(asked, limit=max_quotes)
        answer = self._unanswerable(question, asked) or _concluded(
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

    def _looked_up(
        self,
        question: str,
        asked: Sequence[Question],
        budget: Budget,
        limit: int,
        near: Surroundings | None = None,
    ) -> Answer:
        """The answer to a question that names what it is about."""
        return _concluded(question, self._inquiries(asked, near, limit), budget, limit)

    def _followed(
        self, question: str, asked: Sequence[Question], leaning: Leaning | None, following: Following, limit: int
    ) -> Answer:
        """The answer to a message that follows on a quote."""
        if leaning is Leaning.SOURCE:
            quotes = following.source()
        elif leaning is Leaning.MORE:
            quotes = self._more(following, limit)
        elif leaning is Leaning.ONWARD:
            quotes = following.story(onward=True)
        elif len(asked) == 1 and self._listener.leans(asked[0]):
            return self._told(question, asked, following, limit)
        else:
            return self._looked_up(question, asked, following.budget, limit, following.surroundings)
        return Answer(question, bool(quotes), tuple(quotes[:limit]), (), leaning)

    def _told(self, question: str, asked: Sequence[Question], following: Following, limit: int) -> Answer:
        """The answer to a question without a subject of its own: from around the quote, else from elsewhere."""
        leaning, quotes = following.told(asked[0], self._listener)
        if leaning is Leaning.AROUND and not self._listener.kind(asked[0]):
            said = self._listener.asks_for_words(asked[0]) and self._completed(question, following.speaker(), following)
            for answer in (said, self._looked_up(question, asked, following.budget, limit, following.surroundings)):
                if answer and answer.found:
                    return answer
        if not quotes:
            elsewhere = self._completed(question, following.key_words(), following)
            if elsewhere.found and following.gives(leaning, elsewhere.quotes[0], asked[0], self._listener):
                quotes = [quote for quote in elsewhere.quotes[:1] if not following.repeats(quote)]
        nearest = [] if quotes else following.story()[:1]
        return Answer(question, bool(quotes), tuple(quotes[:limit] or nearest), (), leaning)

    def _completed(self, question: str, words: str, following: Following) -> Answer:
        """The answer to the question with these words of the quote as its subject."""
        asked = self._reader.read(f"{question} {words}")
        return self._looked_up(question, asked, following.budget, 1, following.surroundings)

    def _more(self, following: Following, limit: int) -> list[Quote]:
        """What else there is of what the quote answers; what stands next to it, when that is not known."""
        words = following.key_words()
        if not words:
            return following.story()
        found = [self._best(part, limit=limit) for part in self._reader.read(words)]
        quotes = [quote for part in found if part for quote in part.quotes(following.budget, limit + _CANDIDATES)]
        return [quote for quote in quotes if quote.highlights and not following.repeats(quote)]

    def signals(self, question: str) -> Signals:
        """What the decision to answer or to refuse looks at, for the first question of the message."""
        found = self._best(self._reader.read(question)[0])
        return found.evidence.signals if found else NOTHING

    def _inquiries(self, asked: Sequence[Question], near: Surroundings | None = None, limit: int = 1) -> list[Inquiry]:
        """What is found for each question of a message, and whether it answers."""
        found = ((question, self._best(question, near, limit)) for question in asked)
        inquiries = [Inquiry(question, best, self._decided(best)) for question, best in found]
        alone, best = inquiries[0], inquiries[0].found
        # Of several questions each has its own first quote already; what follows on a quote stays with its article.
        if best and alone.answered and near is None and len(inquiries) == 1:
            return [replace(alone, abreast=best.abreast(self._answers))]
        return inquiries

    def _best(self, question: Question, near: Surroundings | None = None, limit: int = 1) -> Found | None:
        """What is found on the shelf that has the best passage; for more than a few quotes, in more passages."""
        found = [shelf.find(question, max(_CANDIDATES, limit), near) for shelf in self._shelves]
        return max((each for each in found if each), key=lambda each: each.score, default=None)

    def _answers(self, signals: Signals) -> bool:
        refusal = self._model.decides(signals)
        return refusal is None or refusal.decide(signals).answered

    def _decided(self, found: Found | None) -> Decision | None:
        if found is None:
            return None
        signals = found.evidence.signals
        refusal = self._model.decides(signals)
        return refusal.decide(signals) if refusal else None


def _check(*budgets: int) -> None:
    if min(budgets) < 1:
        raise ValueError("An answer needs room for at least one quote of one sentence and one character.")


def _concluded(text: str, inquiries: Sequence[Inquiry], budget: Budget, limit: int) -> Answer:
    """The answer to the message, given what is found for each of its questions."""
    subject = tuple(each.question.text[word.start : word.end] for each in inquiries for word in each.question.subject)
    if answered := [(each.found, each.abreast) for each in inquiries if each.found and each.answered]:
        quotes = _alternating([found.quotes(budget, limit, abreast) for found, abreast in answered], limit)
        equals = max(1, len(answered[0][1])) if len(inquiries) == 1 else 1
        return Answer(text, True, quotes, subject, abreast=min(equals, len(quotes)))
    near = [each.found for each in inquiries if each.found and each.near]
    return Answer(text, False, tuple(near[0].quotes(budget, 1)) if near else (), subject)


def _alternating(answers: Sequence[Sequence[Quote]], limit: int) -> tuple[Quote, ...]:
    """The best quote of each answer, then the second best of each, and so on; what was quoted is not repeated."""
    quotes: dict[tuple[object, ...], Quote] = {}
    for quote in chain.from_iterable(zip_longest(*answers)):
        if quote is not None:
            quotes.setdefault((id(quote.article), quote.spans), quote)
    return tuple(quotes.values())[:limit]
