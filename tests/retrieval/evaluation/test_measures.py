"""What is asked where, what counts as right, and what a report makes of it."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence

import pytest

from content import Article
from retrieval import EncoderUnavailable
from retrieval.base.spans import Span
from retrieval.evaluation.evaluation_run import EvaluationRun, QuestionResult
from retrieval.evaluation.measures import TITLES, Report, UnansweredCount, evaluate
from retrieval.evaluation.page import page
from retrieval.evaluation.retrievers import RetrievalMode, RetrieverSet
from retrieval.evaluation.sets.question_sets import GoldArticle, GoldQuestion, QuestionSet
from tests.support.retrieval.fake_encoder import FakeEncoder, text_vectors

WORDS = RetrievalMode(None)


@pytest.fixture(scope="module")
def report(squad: QuestionSet) -> Report:
    return evaluate(squad, WORDS)


def rows_of(questions: QuestionSet, way: RetrievalMode = WORDS) -> list[QuestionResult]:
    return list(EvaluationRun(questions, RetrieverSet(questions.articles, way)).rows())


def single(question: GoldQuestion, *texts: str) -> QuestionResult:
    """What a question gets that is asked of the first of these articles."""
    articles = [Article.from_text(text, title="T", language="de") for text in texts]
    entries = (GoldArticle(articles[0], (question,)), *(GoldArticle(article, ()) for article in articles[1:]))
    (row,) = rows_of(QuestionSet("single", entries))
    return row


def test_a_report_has_every_measure(squad: QuestionSet) -> None:
    seen: list[tuple[int, int]] = []
    report = evaluate(squad, WORDS, progress=lambda done, total: seen.append((done, total)))
    assert seen == [(1, 4), (2, 4), (3, 4), (4, 4)]
    assert (report.name, report.way, report.questions) == ("squad", "words alone", 4)
    assert report.library_r1 == report.article_r1 == report.library_mrr == 1.0
    assert report.refused_random == report.refused_impossible == 1.0
    assert report.near_misses == {"unrelated": UnansweredCount(1, 1)}
    assert report.figures().keys() == TITLES.keys()
    assert None not in report.figures().values()
    assert report.quote_1 == pytest.approx(1 - len(report.misses) / 3, abs=1e-4)


def test_a_report_as_json(report: Report) -> None:
    read = json.loads(json.dumps(report.as_json()))
    assert read["near_misses"] == {"unrelated": {"refused": 1, "asked": 1}}
    assert read["library_r1"] == report.library_r1
    assert len(read["misses"]) == len(report.misses)


def test_of_nothing_nothing_is_measured(squad: QuestionSet) -> None:
    empty = QuestionSet("empty", tuple(GoldArticle(entry.article, ()) for entry in squad.articles))
    report = evaluate(empty, WORDS)
    assert report.figures() == {name: 0 if name == "questions" else None for name in TITLES}


def test_what_nobody_noted_is_not_measured() -> None:
    """Answered, but in other words: ranks need a place, quotes an answer."""
    row = single(GoldQuestion("Was kostet die Fähre?"), "Die Fähre kostet vier Euro.", "Der Bus fährt.")
    assert (*row.ranks, *row.quotes, row.shown, row.refusals.removed, row.miss) == (None,) * 9
    assert row.refusals.random is not None


def test_one_article_has_no_other_and_one_paragraph_no_rank_in_its_article() -> None:
    text = "Die Fähre kostet vier Euro."
    row = single(GoldQuestion("Was kostet die Fähre?", answers=(Span(17, 26),), places=(Span(0, 27),)), text)
    assert row.refusals == (None, None, None)
    assert row.ranks == (1.0, None, 1.0)


def test_a_question_that_needs_its_article_is_not_asked_of_the_library() -> None:
    text = "Die Fähre kostet vier Euro.\n\nDer Bus fährt."
    question = GoldQuestion("Was kostet die Fähre?", answers=(Span(17, 26),), places=(Span(0, 27),), alone=True)
    assert single(question, text).ranks == (None, 1.0, None)


@pytest.mark.parametrize(("length", "right"), [(90, False), (190, True), (300, True)])
def test_of_a_long_answer_half_or_a_hundred_characters_do(length: int, right: bool) -> None:
    """The first sentence, of 116 characters, is quoted; the others are not."""
    text = f"Die Fähre im Hafen braucht {'Öl, Holz, Teer, ' * 5} und Gas. {'Der Bus ist im Winter langsam. ' * 10}"
    start = 50 if length == 90 else 0
    question = GoldQuestion("Was braucht die Fähre im Hafen?", answers=(Span(start, start + length),))
    row = single(question, text)
    assert row.quotes[0] is right


def test_the_nearest_is_shown_but_no_answer() -> None:
    """No date is there, so that it is doubted; words speak for it."""
    text = "Die Fähre am Hafen der Insel legt ab."
    row = single(GoldQuestion("Wann legt die Fähre am Hafen der Insel ab?", answers=(Span(0, 9),)), text)
    assert row.verdict == "nearest"
    assert (row.shown, row.quotes) == (True, (False, False, False))
    assert row.miss
    assert row.miss.quoted == "", "it was not called an answer"


def test_articles_in_another_language_are_never_asked(readers: QuestionSet) -> None:
    retrievers = RetrieverSet(readers.articles, WORDS)
    german, english = (entry.article for entry in readers.articles)
    assert retrievers.library(german).articles == (german,)
    assert retrievers.other_articles(english) == []
    assert retrievers.most_similar(german, "September?") is None


def test_an_encoder_is_asked_for_what_is_missing_first(squad: QuestionSet) -> None:
    encoder = FakeEncoder()
    told: list[Article] = []

    def encoding(articles: Sequence[Article]) -> Iterator[Article]:
        for article in articles:
            told.append(article)
            yield article

    report = evaluate(squad, RetrievalMode(text_vectors(encoder)), encoding=encoding)
    assert report.way == "encoder"
    assert len(told) == 2
    assert report.unencoded == 0
    assert "Was kostet die Fähre?" in encoder.questions


def test_words_alone_do_not_pass_for_an_encoder(squad: QuestionSet) -> None:
    encoder = FakeEncoder()
    encoder.down = True
    with pytest.raises(EncoderUnavailable):
        evaluate(squad, RetrievalMode(text_vectors(encoder)))
    failing = FakeEncoder(fails_at=["Was kostet die Fähre?"])
    assert evaluate(squad, RetrievalMode(text_vectors(failing))).unencoded > 0


def test_the_page_shows_figures_and_misses_and_loads_nothing(squad: QuestionSet, report: Report) -> None:
    missing = evaluate(
        squad, RetrievalMode(text_vectors(FakeEncoder(synonyms={"Gärtner": "Schnee", "Birnen": "Schnee"})))
    )
    html = page("Titel & Probe", [report, missing])
    assert "<title>Titel &amp; Probe</title>" in html
    assert "unrelated" in html
    assert "<td>encoder" in html
    assert "<script" not in html
    assert "http" not in html
    assert "<Ole>" not in html
    assert all(miss.question in html for miss in (*report.misses, *missing.misses))
