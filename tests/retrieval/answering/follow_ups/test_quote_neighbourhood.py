"""Questions that follow on a quote: answered from around it, with it as a help, or an honest no."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from content import Article
from retrieval import WORDS_ALONE, FollowUpIntent, Retriever, Span, cite
from tests.support.retrieval.follow_ups import FERRY, LIGHTHOUSE, POOL, SHIPPED, STARLINK, only, quoted

REPAIRS = "Was hat die Stadt in Reparaturen gesteckt?"
LOAN = "What did the council ask the government for?"


@pytest.mark.parametrize(
    ("retriever", "asked", "follow_up", "leaning", "begins"),
    [
        (SHIPPED, STARLINK, "Und warum?", FollowUpIntent.REASON, "Damit wollte die russische Regierung"),
        (SHIPPED, STARLINK, "Why?", FollowUpIntent.REASON, "Damit wollte die russische Regierung"),
        (
            SHIPPED,
            "Bis wann dauerten die Kontakte?",
            "Wann genau?",
            FollowUpIntent.DETAIL,
            "So Wall Street Journal schreibt",
        ),
        (
            SHIPPED,
            "Auf Anfragen der Zeitung",
            "Und wann war das?",
            FollowUpIntent.AROUND,
            "Einen Bericht über angebliche",
        ),
        (SHIPPED, STARLINK, "Wie ging es weiter?", FollowUpIntent.ONWARD, "Musk unterstützt im US-Wahlkampf"),
        (POOL, REPAIRS, "Seit wann?", FollowUpIntent.DETAIL, "Die Stadt habe das Bad seit 1974 betrieben"),
        (
            POOL,
            "Woraus ist das neue Becken?",
            "und warum das?",
            FollowUpIntent.REASON,
            "Das neue Becken soll aus Edelstahl",
        ),
        (
            POOL,
            "Was kostet die Sanierung?",
            "Wie viel genau?",
            FollowUpIntent.DETAIL,
            "Die Sanierung soll 2,4 Millionen",
        ),
        (LIGHTHOUSE, LOAN, "Why?", FollowUpIntent.REASON, "The community council has raised £410,000"),
        (LIGHTHOUSE, LOAN, "Und wie viel?", FollowUpIntent.DETAIL, "The community council has raised £410,000"),
        (
            LIGHTHOUSE,
            "How many birds did the beam kill?",
            "Why is that?",
            FollowUpIntent.REASON,
            "The beam killed up to 900",
        ),
        (LIGHTHOUSE, "Who wants to buy the building?", "And then?", FollowUpIntent.ONWARD, "Islanders have until"),
        (
            FERRY,
            "Did the ship fail an inspection?",
            "When was that?",
            FollowUpIntent.DETAIL,
            "The Ellery Gazette reported",
        ),
    ],
)
def test_a_question_without_a_subject_is_answered_from_around_the_quote(
    retriever: Retriever, asked: str, follow_up: str, leaning: FollowUpIntent, begins: str
) -> None:
    answer = retriever.answer(follow_up, about=quoted(retriever, asked))
    assert (answer.found, answer.follow_up) == (True, leaning)
    assert answer.quotes[0].text.startswith(begins)


@pytest.mark.parametrize(
    ("retriever", "asked", "follow_up", "leaning"),
    [
        (SHIPPED, "Wie lange dauerten die Kontakte?", "Und warum?", FollowUpIntent.REASON),
        (SHIPPED, STARLINK, "Wann war das?", FollowUpIntent.DETAIL),
        (POOL, "Was kostet die Sanierung?", "Weshalb?", FollowUpIntent.REASON),
        (LIGHTHOUSE, "When was the lighthouse switched off?", "Why?", FollowUpIntent.REASON),
        (FERRY, "Did the ship fail an inspection?", "And why?", FollowUpIntent.REASON),
    ],
)
def test_what_nothing_around_the_quote_tells_is_refused(
    retriever: Retriever, asked: str, follow_up: str, leaning: FollowUpIntent
) -> None:
    answer = retriever.answer(follow_up, about=quoted(retriever, asked))
    assert (answer.found, answer.follow_up) == (False, leaning)
    assert len(answer.quotes) <= 1


BRANCHES = Article.from_text(
    "Die Filiale in Köln schließt im Mai. Die Miete ist dort zu hoch. Das Haus wird verkauft.\n\n"
    "Die Filiale in Bonn schließt im Juni. Das Haus wird umgebaut. Die Leiterin Ute Mohn bleibt.",
    title="Filialen",
    language="de",
)


@pytest.mark.parametrize(
    ("city", "follow_up", "expected"),
    [
        ("Köln", "Was wird aus dem Haus?", "Das Haus wird verkauft."),
        ("Bonn", "Was wird aus dem Haus?", "Das Haus wird umgebaut."),
        ("Bonn", "Was ist mit der Miete?", "Die Miete ist dort zu hoch."),
    ],
)
def test_a_question_with_a_subject_is_ranked_with_the_quote_as_a_help(city: str, follow_up: str, expected: str) -> None:
    retriever = Retriever([BRANCHES], WORDS_ALONE)
    about = only(retriever, f"Die Filiale in {city} schließt im {'Mai' if city == 'Köln' else 'Juni'}.")
    answer = retriever.answer(follow_up, max_sentences=1, about=about)
    assert answer.follow_up is None
    assert answer.quotes[0].text == expected


def test_what_is_clearly_about_something_else_is_answered_from_elsewhere() -> None:
    answer = SHIPPED.answer("Was hat Trump versprochen?", about=quoted(SHIPPED, STARLINK))
    assert answer.follow_up is None
    assert "Trump hat versprochen" in answer.quotes[0].text


def test_what_the_article_does_not_answer_is_refused_beside_a_quote_too() -> None:
    about = quoted(SHIPPED, STARLINK)
    for question in ("Wie viele Einwohner hat die Insel?", "Wer gewann die Fußball-Weltmeisterschaft?"):
        assert not SHIPPED.answer(question, about=about).found


def test_a_pronoun_in_a_question_for_somebodys_words_is_whom_the_quote_names() -> None:
    text = (
        "Guten Tag.\n\nIda Falk leitet die Stadt. Sie hat den Bus bestellt.\n\n"
        "Der Zug kommt. Die Brücke werde gesperrt, sagte Falk.\n\nDer Bus fährt."
    )
    retriever = Retriever([Article.from_text(text, title="Brücke", language="de")], WORDS_ALONE)
    answer = retriever.answer(
        "Was sagt sie dazu?", max_sentences=1, about=only(retriever, "Ida Falk leitet die Stadt.")
    )
    assert answer.quotes[0].text == "Die Brücke werde gesperrt, sagte Falk."


def test_a_quote_of_another_library_is_no_help() -> None:
    answer = POOL.answer("Und warum?", about=quoted(SHIPPED, STARLINK))
    assert (answer.found, answer.quotes) == (False, ())


@given(st.sampled_from(["Und warum?", "Wann?", "Wer sagt das?", "Mehr", "Und dann?", "Wo?"]) | st.text(), st.data())
def test_any_message_about_any_quote_gets_quotes_within_the_budget(message: str, data: st.DataObject) -> None:
    (article,) = POOL.articles
    paragraph = data.draw(st.sampled_from(article.paragraphs))
    start = data.draw(st.integers(paragraph.start, paragraph.end - 1))
    about = cite(article, [Span(start, data.draw(st.integers(start + 1, paragraph.end)))])
    answer = POOL.answer(message, max_sentences=1, max_chars=60, about=about)
    for quote in answer.quotes:
        pieces = quote.text.split(" […] ")
        assert all(piece in article.text for piece in pieces)
        assert sum(map(len, pieces)) <= 60 + 3


def test_a_quote_of_white_space_has_nothing_around_it() -> None:
    (article,) = POOL.articles
    start = article.text.index(". Das teilte") + 1
    about = cite(article, [Span(start, start + 1)])
    for message in ("Und warum?", "Und dann?", "Wer sagt das?", "Wo?"):
        assert not POOL.answer(message, about=about).found


def test_another_article_that_tells_is_not_taken_for_the_quotes_own() -> None:
    both = Retriever([BRANCHES, *POOL.articles], WORDS_ALONE)
    about = cite(BRANCHES, [Span(0, BRANCHES.text.index("."))])
    answer = both.answer("Und warum?", about=about)
    assert all(quote.article is BRANCHES for quote in answer.quotes)
