"""Questions and their answers, by words alone: the same on every machine."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from content import Article
from retrieval import WORDS_ALONE, NothingToSearch, Retriever, Verdict

# Anything a chat can send, and what it cannot: lone surrogates come from broken clients.
MESSAGES = st.text(max_size=300) | st.text(alphabet="Brücke Stadt Öztürk?!…\n\0\u202e👍🏽\ud800 ", max_size=80)


def first(retriever: Retriever, question: str) -> str:
    """The first quote of an answer, or of what comes nearest."""
    quotes = retriever.answer(question).quotes
    return quotes[0].text if quotes else ""


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("Was kostet die Brücke?", "48 Millionen"),
        ("wer plant die brücke", "Öztürk"),
        ("Wann wurde der Verkehr gesperrt?", "8. Februar"),
        ("warum sind die umsätze gefallen", "Kundschaft"),
    ],
)
def test_the_first_quote_answers(retriever: Retriever, question: str, answer: str) -> None:
    assert answer in first(retriever, question)


@pytest.mark.parametrize(
    ("question", "name"),
    [
        ("wer ist frau oeztuerk?", "Öztürk"),
        ("wer ist Ozturk", "Öztürk"),
        ("Wer ist Clara Öztürkk?", "Öztürk"),
        ("ingenieurin aus Koln", "Öztürk"),
        ("was sagt der einzelhandler strauss", "Strauß"),
    ],
)
def test_spellings_are_forgiven(retriever: Retriever, question: str, name: str) -> None:
    answer = retriever.answer(question)
    assert answer.found
    assert name in answer.quotes[0].text


@pytest.mark.parametrize(
    "question",
    [
        "Wie viele Einwohner hat Köln?",
        "Wer gewann die Fußball-Weltmeisterschaft?",
        "hallo zusammen, weiß jemand, wie das Wetter wird?",
        "Wann wurde der Tunnel unter dem Ärmelkanal eröffnet?",
    ],
)
def test_what_the_article_does_not_speak_of_is_refused(retriever: Retriever, question: str) -> None:
    answer = retriever.answer(question)
    assert not answer.found
    assert len(answer.quotes) == (answer.verdict is Verdict.NEAREST)


def test_what_is_doubted_is_shown_as_the_nearest(retriever: Retriever) -> None:
    answer = retriever.answer("Wann widersprach Bürgermeisterin Meyer?")
    assert answer.verdict is Verdict.NEAREST
    assert not answer.found
    (quote,) = answer.quotes
    assert "Meyer widersprach ihm" in quote.text


def test_a_why_question_gets_the_sentence_with_the_reason(retriever: Retriever) -> None:
    quote = retriever.answer("Warum wurde der Verkehr gesperrt?").quotes[0]
    assert quote.text == ("Am 8. Februar wurde der Verkehr gesperrt. Damit wollte die Stadt die Bauarbeiter schützen.")


def test_a_quote_that_leans_on_the_sentence_before_brings_it(retriever: Retriever) -> None:
    assert first(retriever, "Wird sie 48 Millionen Euro kosten?").startswith(
        "Die Stadt Lindau baut seit März 2021 eine neue Brücke über den Rhein. Sie soll 48 Millionen"
    )


def test_headings_are_never_quoted(retriever: Retriever) -> None:
    answer = retriever.answer("Welche Kritik gibt es an der neuen Brücke?", max_sentences=3, max_chars=900)
    assert not any("#" in quote.text for quote in answer.quotes)


def test_several_questions_are_each_answered(retriever: Retriever) -> None:
    answer = retriever.answer("Was kostet die Brücke? Und wer ist Jörg Strauß?")
    assert "48 Millionen" in answer.quotes[0].text
    assert "Strauß" in answer.quotes[1].text


RENOVATION = Article.from_text(
    "Die Sanierung des Bades kostet zwei Millionen Euro. Der Rat hat lange beraten. Über die Sanierung des Bades"
    " entscheidet der Rat im Juni.\n\nDer Bus fährt.",
    title="Bad",
    language="de",
)


@pytest.mark.parametrize(
    "question",
    [
        "Was kostet die Sanierung des Bades? Und wann entscheidet der Rat über die Sanierung des Bades?",
        "Wann entscheidet der Rat über die Sanierung? Und was kostet die Sanierung des Bades?",
        "Wann entscheidet der Rat? Und wann entscheidet der Rat über die Sanierung des Bades?",
    ],
)
def test_of_several_questions_no_part_is_quoted_twice(question: str) -> None:
    quotes = Retriever([RENOVATION], WORDS_ALONE).answer(question).quotes
    assert "entscheidet der Rat im Juni" in " ".join(quote.text for quote in quotes)
    spans = [span for quote in quotes for span in quote.spans]
    assert all(a.end <= b.start or b.end <= a.start for at, a in enumerate(spans) for b in spans[:at])


def test_a_refused_question_does_not_sink_the_other(retriever: Retriever) -> None:
    answer = retriever.answer("Wie viele Einwohner hat Paris? Und was kostet die Brücke?")
    assert answer.found
    assert "48 Millionen" in answer.quotes[0].text


def test_who_asks_about_nothing_gets_nothing(retriever: Retriever) -> None:
    for message in ("Hallo zusammen!", "👍", "", "danke", "wer bist du?"):
        answer = retriever.answer(message)
        assert (answer.found, answer.quotes, answer.subject) == (False, (), ())


def test_a_question_without_a_word_of_the_article_has_no_hits(retriever: Retriever) -> None:
    assert retriever.search("zzz qqq?") == []


def test_hits_are_ordered_and_limited(retriever: Retriever) -> None:
    hits = retriever.search("Brücke Stadt Verkehr", limit=2)
    assert len(hits) == 2
    assert hits[0].score >= hits[1].score
    assert hits == retriever.search("Brücke Stadt Verkehr", limit=9)[:2]


def test_articles_of_different_languages_stand_in_one_library(bridge: Article) -> None:
    english = Article.from_text(
        "The harbour was closed for repairs in May. Ferries sail from Dover.", title="Harbour", language="en"
    )
    retriever = Retriever([bridge, english], WORDS_ALONE)
    assert "closed for repairs" in first(retriever, "Why was the harbour closed?")
    assert "Öztürk" in first(retriever, "Wer plant die neue Brücke?")


@pytest.mark.parametrize("text", ["Ein Satz.", "Ein Satz über Katzen.\n\nEin Satz über Hunde."])
def test_the_smallest_articles_can_be_asked(text: str) -> None:
    retriever = Retriever([Article.from_text(text, title="Kleines", language="de")], WORDS_ALONE)
    assert len(retriever.search("Satz")) == len(retriever.articles[0].paragraphs)
    assert "Satz" in first(retriever, "Was ist mit dem Satz?")


def test_an_article_of_an_unknown_language_can_be_asked() -> None:
    article = Article.from_text("La ville construit un pont.\n\nLe maire est absent.", title="Pont", language="fr")
    assert Retriever([article], WORDS_ALONE).search("pont")[0].paragraph.number == 1


def test_nothing_to_search_is_an_error() -> None:
    with pytest.raises(NothingToSearch, match="no article"):
        Retriever([])
    with pytest.raises(NothingToSearch, match="Leer"):
        Retriever([Article.from_text("# Nur eine Überschrift", title="Leer", language="de")], WORDS_ALONE)


def test_a_budget_below_one_is_an_error(retriever: Retriever) -> None:
    with pytest.raises(ValueError, match="room"):
        retriever.answer("Was?", max_sentences=0)


@given(message=MESSAGES, sentences=st.integers(1, 4), characters=st.integers(1, 500))
def test_every_quote_of_every_answer_is_the_articles_text(
    retriever: Retriever, message: str, sentences: int, characters: int
) -> None:
    answer = retriever.answer(message, max_sentences=sentences, max_chars=characters)
    assert len(answer.quotes) <= {Verdict.ANSWER: 3, Verdict.NEAREST: 1, Verdict.NONE: 0}[answer.verdict]
    assert bool(answer.quotes) == (answer.verdict is not Verdict.NONE)
    for quote in answer.quotes:
        pieces = [quote.article.text[span.start : span.end] for span in quote.spans]
        assert quote.text == " […] ".join(pieces)
        assert len(pieces) <= sentences
        assert sum(map(len, pieces)) <= characters + sentences  # white space between joined sentences


def test_an_article_given_twice_is_there_once(bridge: Article) -> None:
    assert Retriever([bridge, bridge], WORDS_ALONE).articles == (bridge,)


def test_hits_of_several_questions_are_the_best_for_any_of_them(retriever: Retriever) -> None:
    one, other = "Was kostet die Brücke?", "Wer ist Jörg Strauß?"
    numbers = [hit.paragraph.number for hit in retriever.search(f"{one} {other}", limit=2)]
    assert set(numbers) == {retriever.search(question)[0].paragraph.number for question in (one, other)}


def test_ten_thousand_characters_are_a_question_too(retriever: Retriever) -> None:
    assert retriever.answer("Brücke " * 1500).found
    retriever.answer("x" * 10_000)
    retriever.answer("? " * 5_000)


@pytest.mark.parametrize(
    "question", ["Was kostet die Brücke?", "Wer plant die Brücke? Was kostet sie?", "Wann kommt der Mond zur Brücke?"]
)
def test_a_shortened_answer_is_the_answer_in_shorter_quotes(retriever: Retriever, question: str) -> None:
    for sentences, characters in ((1, 450), (1, 60), (3, 900)):
        shorter = retriever.answer(question).shortened(sentences, characters)
        asked = retriever.answer(question, sentences, characters)
        fields = [
            (each.verdict, each.language, each.answered_questions, each.unsupported_parts, *map(str, each.quotes))
            for each in (shorter, asked)
        ]
        assert fields[0] == fields[1]
        assert [quote.spans for quote in shorter.quotes] == [quote.spans for quote in asked.quotes]
