"""Several articles: asked together, or one alone; and two that answer the same question."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

import pytest

from content import Article
from retrieval import WORDS_ALONE, Answer, Retriever

QUESTIONS = (
    "Wie lange bleibt die Brücke gesperrt?",
    "Was kostet die Reparatur der Brücke?",
    "Wann öffnet das Freibad?",
    "Wer ist Bürgermeister?",
    "Hallo!",
    "How long is the bridge closed?",
)


def article(text: str, slug: str, published: date | datetime | None = None) -> Article:
    return Article(text=text, title=slug.title(), language="de", slug=slug, published=published)


MAY = article(
    "Die Brücke über die Lahn bleibt bis Mai gesperrt.\n\nDie Reparatur der Brücke kostet vier Millionen Euro.",
    "mai",
    date(2024, 10, 25),
)
AUGUST = article(
    "Die Brücke über die Lahn bleibt bis August gesperrt.\n\nDas Freibad öffnet am 1. Juni.",
    "august",
    datetime.fromisoformat("2025-01-07T09:30"),
)
UNDATED = article("Die Brücke über die Lahn bleibt zwei Jahre gesperrt.", "undatiert")
POOL = article("Das Freibad öffnet erst am 14. Juni, weil das Becken noch Risse hat.", "freibad", date(2025, 4, 12))


def library_of(articles: Sequence[Article]) -> Retriever:
    return Retriever(articles, WORDS_ALONE)


def seen(answer: Answer) -> object:
    """What can be seen of an answer."""
    return answer.found, answer.follow_up, answer.language, [(q.article, q.spans, q.highlights) for q in answer.quotes]


@pytest.mark.parametrize("question", QUESTIONS)
def test_asked_alone_an_article_answers_as_if_there_were_no_other(question: str) -> None:
    library = library_of([MAY, AUGUST, POOL])
    for each in library.articles:
        alone = library_of([each])
        assert seen(library.within(each).answer(question)) == seen(alone.answer(question))
        assert library.within(each).search(question) == alone.search(question)
        assert library.within(each).explain(question).reasons[0].signals == alone.explain(question).reasons[0].signals


def test_the_only_article_needs_no_other_index() -> None:
    library = library_of([MAY])
    assert library.within(MAY) is library


def test_articles_that_answer_equally_well_stand_first_the_newest_before_the_others() -> None:
    for order in ([MAY, AUGUST, UNDATED], [UNDATED, AUGUST, MAY]):
        answer = library_of(order).answer("Wie lange bleibt die Brücke gesperrt?")
        assert answer.equally_good == 3
        assert [quote.article for quote in answer.quotes] == [AUGUST, MAY, UNDATED]
        assert all(quote.text in quote.article.text for quote in answer.quotes), "never two articles in one quote"


def test_there_are_not_more_than_quotes_are_wanted() -> None:
    answer = library_of([MAY, AUGUST, UNDATED]).answer("Wie lange bleibt die Brücke gesperrt?", max_quotes=2)
    assert (answer.equally_good, len(answer.quotes)) == (2, 2)


def test_an_article_that_answers_less_well_stays_behind() -> None:
    answer = library_of([MAY, AUGUST, POOL]).answer("Was kostet die Reparatur der Brücke?")
    assert answer.equally_good == 1
    assert answer.quotes[0].article is MAY


def test_an_article_that_answers_but_not_as_well_stays_behind() -> None:
    nearly = article("Diese Brücke bleibt gesperrt bis Juni, sagt man.", "juni")
    question = "Wie lange bleibt die Brücke über die Lahn gesperrt?"
    assert library_of([nearly]).answer(question).found
    answer = library_of([nearly, MAY, POOL]).answer(question)
    assert (answer.equally_good, answer.quotes[0].article) == (1, MAY)


def test_an_article_that_is_doubted_is_no_second_voice() -> None:
    dated = article("Die Brücke öffnet wieder für alle Busse und Züge im Mai.", "mai")
    doubted = article("Die Brücke öffnet wieder für alle Busse und Züge.", "nie")
    answer = library_of([dated, doubted]).answer("Wann öffnet die Brücke wieder für Busse und Züge?")
    assert (answer.equally_good, answer.quotes[0].article) == (1, dated)


def test_what_two_articles_say_in_the_same_words_is_said_once_by_the_newer() -> None:
    copied = article(MAY.text, "kopie", date(2024, 10, 26))
    answer = library_of([MAY, copied]).answer("Wie lange bleibt die Brücke gesperrt?")
    assert answer.equally_good == 1
    assert answer.quotes[0].article is copied


def test_several_questions_and_follow_ups_have_one_voice_each() -> None:
    library = library_of([MAY, AUGUST])
    both = library.answer("Wie lange bleibt die Brücke gesperrt? Was kostet die Reparatur der Brücke?")
    assert both.found
    assert (both.equally_good, both.answered_questions) == (1, 2)
    first = library.answer("Wie lange bleibt die Brücke gesperrt?").quotes[1]
    followed = library.answer("Wie lange bleibt die Brücke gesperrt?", about=first)
    assert followed.equally_good == 1
    assert followed.quotes[0].article is first.article


def test_what_answers_two_questions_is_told_once() -> None:
    answer = library_of([MAY]).answer("Wie lange bleibt die Brücke gesperrt? Bis wann ist die Brücke gesperrt?")
    assert (answer.found, answer.answered_questions) == (True, 1)
    half = library_of([MAY]).answer("Wie lange bleibt die Brücke gesperrt? Wer regiert Portugal?")
    assert (half.found, half.answered_questions) == (True, 1)


def test_a_refusal_has_one_voice() -> None:
    assert library_of([MAY, AUGUST]).answer("Wer regiert Portugal?").equally_good == 1


@pytest.mark.parametrize(
    ("question", "language"),
    [
        ("Starlink Taiwan", "en"),  # names alone: as if asked in the language of what is quoted
        ("Starlink in Taiwan", "en"),
        ("What about Starlink in Taiwan?", "en"),
        ("Was ist mit Starlink in Taiwan?", "de"),
    ],
)
def test_a_question_in_doubt_counts_as_asked_in_the_language_of_the_quote(question: str, language: str) -> None:
    german = Article.from_text("Die Brücke bleibt bis Mai gesperrt.", title="Brücke", language="de")
    english = Article.from_text("The Starlink satellites over Taiwan were off in May.", title="S", language="en")
    answer = library_of([german, english]).answer(question)
    assert [quote.article for quote in answer.quotes] == [english]
    assert answer.language == language
