"""What a reader says decides what the formula leaves open, and nothing else."""

from __future__ import annotations

import logging

import pytest

from retrieval import WORDS_ALONE, Retriever, Verdict
from retrieval.reader import NO_READER
from retrieval.scoring.decision.answerability import Decision, DecisionModels
from retrieval.scoring.decision.decider import Decider
from retrieval.scoring.decision.verdict import Verdict as Outcome
from retrieval.scoring.decision.windows import MOST, ReadingLines, ReadingLinesByLanguage, WindowReader
from retrieval.scoring.search_result import SearchResult
from retrieval.scoring.searcher import Searcher
from tests.support.retrieval.fake_encoder import FakeEncoder, text_vectors
from tests.support.retrieval.fake_reader import FakeReader
from tests.support.retrieval.queries import article_of, query_of

LINES = ReadingLinesByLanguage(
    de=ReadingLines(answer=1.0, none=-1.0),
    en=ReadingLines(answer=9.0, none=8.0),
    foreign=ReadingLines(answer=2.0, none=-2.0),
)
MODELS = DecisionModels(lines={"fake": LINES})

PASSAGES = ("Die Brücke ist gesperrt. Sie kostet Geld.", "Das Wetter war schön. Viele kamen.", "Der Bus fährt.")


def found(question: str = "Ist die Brücke gesperrt?", *passages: str) -> SearchResult:
    article = article_of(*(passages or PASSAGES))
    vectors = text_vectors(FakeEncoder())
    searcher = Searcher([article], vectors)
    searcher.encode(iter)
    result = searcher.find(query_of(question, vectors), 8)
    assert result
    return result


def decision(reader: FakeReader, result: SearchResult | None = None, *, reads_all: bool = False) -> Decision:
    return Decider(MODELS, WindowReader(reader, reads_all=reads_all)).decide(result or found())[1]


@pytest.mark.parametrize(
    ("logit", "verdict"),
    [(1.0, Outcome.ANSWER), (0.99, Outcome.NEAREST), (-1.0, Outcome.NEAREST), (-1.01, Outcome.NONE)],
)
def test_the_lines_belong_to_the_better_verdict(logit: float, verdict: Outcome) -> None:
    read = decision(FakeReader(otherwise=logit))
    assert (read.verdict, read.by_reading) == (verdict, True)


def test_the_best_window_decides_and_no_more_is_read_than_it_takes() -> None:
    reader = FakeReader({"Bus": 3.0}, otherwise=-3.0)
    assert decision(reader).verdict is Verdict.ANSWER
    quick = FakeReader({"Brücke": 3.0}, otherwise=-3.0)
    assert decision(quick).verdict is Verdict.ANSWER
    assert [len(each.windows) for each in (quick, reader)] == [1, 3]
    assert len(decision(FakeReader({"Brücke": 3.0}), reads_all=True).windows) == 3, "unless more is wanted"


def test_at_most_so_many_windows_are_read() -> None:
    reader = FakeReader(otherwise=-3.0)
    passages = [f"Die Brücke {number} ist gesperrt." for number in range(99)]
    assert decision(reader, found("Ist die Brücke gesperrt?", *passages)).verdict is Verdict.NONE
    assert len(reader.windows) == MOST


def test_windows_tell_where_they_stand() -> None:
    (window, *_) = decision(FakeReader({"Brücke": 3.0})).windows
    article = window.sentences[0].passage.article
    assert article.text[window.span.start : window.span.end].startswith("Die Brücke ist gesperrt. Sie kostet Geld.")
    assert (window.logit, window.answer) == (3.0, "Brücke")
    assert window.likelihood == pytest.approx(0.953, abs=1e-3)


def test_what_the_formula_denies_is_not_read() -> None:
    reader = FakeReader(otherwise=9.0)
    assert decision(reader, found("Was macht die Feuerwehr im Winter?")).verdict is Verdict.NONE
    assert reader.windows == []


def test_what_is_doubted_stays_so_however_it_reads() -> None:
    doubted = decision(FakeReader(otherwise=9.0), found("Wann ist die Brücke gesperrt?"))
    assert (doubted.verdict, doubted.by_reading) == (Verdict.NEAREST, False)
    assert doubted.doubts
    assert doubted.windows, "another sentence might have offered it"


def test_foreign_questions_have_lines_of_their_own() -> None:
    result = found("Is the Brücke gesperrt now?")
    assert result.query.question.is_foreign_to("de")
    assert decision(FakeReader(otherwise=1.5), result).verdict is not Verdict.ANSWER


def test_a_reader_without_lines_decides_nothing() -> None:
    reader = FakeReader(otherwise=-9.0)
    assert Decider(DecisionModels(), WindowReader(reader)).decide(found())[1].verdict is Verdict.ANSWER
    assert reader.windows == []


def test_to_fit_lines_a_reader_that_has_none_reads_all_even_what_is_denied() -> None:
    windows = WindowReader(FakeReader(otherwise=-9.0), reads_all=True)
    for question, verdict in (
        ("Ist die Brücke gesperrt?", Verdict.ANSWER),
        ("Was macht die Feuerwehr im Winter?", Verdict.NONE),
    ):
        read = Decider(DecisionModels(), windows).decide(found(question))[1]
        assert read.signals
        assert (read.verdict, read.signals.reading, read.by_reading) == (verdict, -9.0, False)


def test_a_question_that_is_asked_again_is_not_read_again_for_any_article() -> None:
    articles = [article_of(*PASSAGES), article_of("Die Brücke ist gesperrt, sagt die Stadt.", title="Stadt")]
    reader = FakeReader(otherwise=2.0)
    asking = Retriever(articles, FakeEncoder(), reader=reader, constants=MODELS)
    first = asking.answer("Ist die Brücke gesperrt?")
    asked = len(reader.questions)
    assert (first.equally_good, asked) == (2, 2)
    assert [quote.text for quote in asking.answer("Ist die Brücke gesperrt?").quotes] == [
        quote.text for quote in first.quotes
    ]
    assert len(reader.questions) == asked


def test_while_it_fails_cosines_decide_and_the_log_tells_it_once(caplog: pytest.LogCaptureFixture) -> None:
    reader = FakeReader(otherwise=-9.0)
    windows = WindowReader(reader)
    reader.down = True
    with caplog.at_level(logging.INFO):
        for _ in range(2):
            read = Decider(MODELS, windows).decide(found())[1]
            assert (read.verdict, read.by_reading, read.windows) == (Verdict.ANSWER, False, ())
        reader.down = False
        assert Decider(MODELS, windows).decide(found())[1].verdict is Verdict.NONE
    assert windows.unanswered == 2
    assert [record.levelname for record in caplog.records] == ["WARNING", "INFO"]


def test_the_same_is_not_read_twice() -> None:
    reader, result = FakeReader(otherwise=-9.0), found()
    windows = WindowReader(reader)
    for _ in range(2):
        Decider(MODELS, windows).decide(result)
    assert len(reader.questions) == 1


def retriever(reader: FakeReader, *, words: bool = False) -> Retriever:
    encoder = WORDS_ALONE if words else FakeEncoder()
    return Retriever([article_of(*PASSAGES)], encoder, reader=reader, constants=MODELS)


def test_a_retriever_has_it_decide() -> None:
    question = "Ist die Brücke gesperrt?"
    reader = FakeReader(otherwise=0.0)
    asking = retriever(reader)
    assert asking.answer(question).verdict == "nearest"
    assert asking.within(asking.articles[0]).answer(question).verdict == "nearest"
    (reasons,) = asking.explain(question).reasons
    assert reasons.signals
    assert (reasons.signals.reading, reasons.signals.reader, reasons.lines) == (0.0, "fake", LINES.de)
    assert reasons.borders
    assert reasons.borders.none < 0.5 < reasons.borders.answer
    assert len(reasons.decision.windows) == 3


def test_words_alone_and_no_reader_have_none() -> None:
    reader = FakeReader(otherwise=-9.0)
    assert retriever(reader, words=True).answer("Ist die Brücke gesperrt?").found
    without = Retriever([article_of(*PASSAGES)], FakeEncoder(), reader=NO_READER)
    assert without.answer("Ist die Brücke gesperrt?").found
    assert reader.windows == []
    assert Retriever([article_of(*PASSAGES)], FakeEncoder()).windows is None, "another encoder than the default one"
