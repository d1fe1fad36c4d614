"""Questions in another language than the article's: names by their letters, the rest by what it means."""

from __future__ import annotations

import pytest

from content import Article
from retrieval import WORDS_ALONE, Retriever, Verdict
from tests.support.retrieval.fake_encoder import FakeEncoder
from tests.support.retrieval.queries import article_of

# What an encoder of many languages would know.
SYNONYMS = {
    "traffic": "Verkehr",
    "closed": "gesperrt",
    "cyclists": "Radfahrer",
    "велосипедисты": "Radfahrer",
    "engineer": "Ingenieurin",
}


def best(retriever: Retriever, question: str) -> str:
    """The sentence that is best for a question, whether it answers or not."""
    passages = retriever.explain(question).reasons[0].passages
    top = max(passages, key=lambda passage: passage.sentence_score)
    return top.article.text[slice(*top.sentence)]


@pytest.fixture(scope="module")
def translating(bridge: Article) -> Retriever:
    return Retriever([bridge], FakeEncoder(synonyms=SYNONYMS))


@pytest.mark.parametrize(
    ("question", "language", "sentence"),
    [
        ("When was the traffic closed?", "en", "Am 8. Februar wurde der Verkehr gesperrt."),
        ("Where can cyclists go?", "en", "Radfahrer dürfen die Baustelle weiterhin queren."),
        ("Что могут велосипедисты?", "ru", "Radfahrer dürfen die Baustelle weiterhin queren."),
        ("Who is the engineer?", "en", "Planerin ist die Ingenieurin Clara Öztürk aus Köln."),
    ],
)
def test_what_means_what_is_asked_is_found(translating: Retriever, question: str, language: str, sentence: str) -> None:
    assert best(translating, question) == sentence
    assert translating.answer(question).language == language
    signals = translating.signals(question)
    assert signals
    assert signals.foreign


@pytest.mark.parametrize(
    ("question", "sentence"),
    [
        ("When was the traffic closed?", "Am 8. Februar wurde der Verkehr gesperrt."),
        ("How much does the bridge cost?", "Sie soll 48 Millionen Euro kosten."),
        ("Who is the engineer of the bridge?", "Planerin ist die Ingenieurin Clara Öztürk aus Köln."),
        ("Where can cyclists go?", "Radfahrer dürfen die Baustelle weiterhin queren."),
        ("Что могут велосипедисты?", "Radfahrer dürfen die Baustelle weiterhin queren."),
        ("Сколько стоит мост?", "Sie soll 48 Millionen Euro kosten."),
        ("Кто такая Клара Озтюрк?", "Planerin ist die Ingenieurin Clara Öztürk aus Köln."),
    ],
)
def test_the_encoder_of_this_machine_finds_it(by_meaning: Retriever, question: str, sentence: str) -> None:
    assert best(by_meaning, question) == sentence


@pytest.mark.parametrize(
    "question", ["Who developed the vaccine?", "How many inhabitants has Berlin?", "Кто разработал вакцину?"]
)
def test_what_the_article_does_not_say_is_refused(retriever: Retriever, by_meaning: Retriever, question: str) -> None:
    assert retriever.answer(question).verdict is Verdict.NONE
    assert by_meaning.answer(question).verdict is Verdict.NONE


def test_names_are_found_by_their_letters(retriever: Retriever) -> None:
    answer = retriever.answer("Who is Clara Öztürk?")
    assert "Öztürk" in answer.quotes[0].text
    assert answer.language == "en"
    assert {"Clara", "Öztürk"} <= {
        answer.quotes[0].article.text[start:end] for start, end in answer.quotes[0].highlights
    }


def test_german_questions_about_english_articles() -> None:
    english = article_of(
        "Ferries sail from Dover every hour.", "The harbour was closed for repairs in May.", language="en"
    )
    retriever = Retriever([english], FakeEncoder(synonyms={"harbour": "Hafen", "closed": "gesperrt"}))
    assert best(retriever, "Wann war der Hafen gesperrt?") == "The harbour was closed for repairs in May."
    assert retriever.answer("Wann war der Hafen gesperrt?").language == "de"


@pytest.mark.parametrize("question", ["What?", "Кто?", "hello", "何", "и", "مرحبا"])
def test_questions_about_nothing_are_not_answered(retriever: Retriever, question: str) -> None:
    answer = retriever.answer(question)
    assert not answer.found
    assert answer.quotes == ()


def test_german_words_of_another_language_are_looked_for_as_they_are() -> None:
    """ "Die" and "war" are stop words of German articles, and words of English questions."""
    english = article_of("The war ended in May.", "The dice fell.", language="en")
    retriever = Retriever([english], WORDS_ALONE)
    assert best(retriever, "When did the war end?") == "The war ended in May."
