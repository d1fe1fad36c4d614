"""Answers by meaning: with an encoder that knows a few synonyms, and with that of this machine."""

from __future__ import annotations

import pytest

from content import Article
from retrieval import EncoderUnavailable, Retriever, Verdict
from retrieval.encoder import default_encoder, why_not
from tests.support.retrieval.fake_encoder import FakeEncoder, text_vectors
from tests.support.retrieval.queries import article_of

CARS = article_of(
    "Guten Tag. Heute geht es um dies und das.",
    "Das Automobil rostet im Hafen. Der Kran steht daneben.",
    "Der Bus fährt nach Lindau.",
)


def best(retriever: Retriever, question: str) -> str:
    """The sentence that is best for a question, whether it answers or not."""
    passages = retriever.explain(question).reasons[0].passages
    top = max(passages, key=lambda passage: passage.sentence_score)
    return top.article.text[slice(*top.sentence)]


def test_a_sentence_is_found_by_what_it_means() -> None:
    retriever = Retriever([CARS], FakeEncoder(synonyms={"automobil": "wagen"}))
    assert best(retriever, "Wo ist der Wagen?") == "Das Automobil rostet im Hafen."
    assert [hit.paragraph.number for hit in retriever.search("Wo ist der Wagen?", limit=1)] == [2]


def test_an_encoder_that_does_not_answer_costs_no_answer(caplog: pytest.LogCaptureFixture) -> None:
    encoder = FakeEncoder()
    retriever = Retriever([CARS], encoder)
    encoder.down = True
    answer = retriever.answer("Wohin fährt der Bus?")
    assert answer.quotes[0].text.startswith("Der Bus fährt nach Lindau.")
    assert retriever.vectors
    assert retriever.vectors.unanswered == 1
    assert "words alone" in caplog.text


def test_an_encoder_that_is_down_at_the_start_is_told_and_words_go_on(caplog: pytest.LogCaptureFixture) -> None:
    encoder = FakeEncoder()
    encoder.down = True
    retriever = Retriever([CARS], encoder)
    assert "words alone" in caplog.text
    assert best(retriever, "Wohin fährt der Bus?") == "Der Bus fährt nach Lindau."
    with pytest.raises(EncoderUnavailable):
        retriever.encode()
    encoder.down = False
    retriever.encode()
    signals = retriever.signals("Wohin fährt der Bus denn?")
    assert signals
    assert signals.encoder == "fake"


def test_later_means_that_nothing_is_made_before_it_is_wanted() -> None:
    encoder = FakeEncoder()
    retriever = Retriever([CARS], encoder, later=True)
    assert encoder.passages == []
    retriever.encode()
    paragraphs = [CARS.text[each.start : each.end] for each in CARS.paragraphs]
    sentences = [
        "Guten Tag.",
        "Heute geht es um dies und das.",
        "Das Automobil rostet im Hafen.",
        "Der Kran steht daneben.",
    ]
    assert sorted(encoder.passages) == sorted([*paragraphs, *sentences]), "a paragraph of one sentence is made once"


def test_retrievers_of_one_encoder_share_what_was_made() -> None:
    encoder = FakeEncoder()
    for _ in range(2):
        Retriever([CARS], encoder)
    assert len(encoder.passages) == len(set(encoder.passages))
    vectors = text_vectors(encoder)
    assert Retriever([CARS], vectors).vectors is vectors


def test_an_article_asked_alone_uses_the_librarys_vectors() -> None:
    encoder = FakeEncoder(synonyms={"automobil": "wagen"})
    library = Retriever([CARS, article_of("Der Wagen glänzt.")], encoder)
    made = len(encoder.passages)
    assert best(library.within(CARS), "Wo ist der Wagen?") == "Das Automobil rostet im Hafen."
    assert len(encoder.passages) == made


def test_by_default_the_encoder_of_this_machine_is_used(bridge: Article) -> None:
    if (encoder := default_encoder()) is None:
        pytest.skip(why_not() or "no encoder")
    vectors = Retriever([bridge]).vectors
    assert vectors
    assert vectors.name == encoder.name


@pytest.mark.parametrize(
    ("question", "sentence"),
    [
        ("Was muss man dafür bezahlen?", "Sie soll 48 Millionen Euro kosten."),
        ("Seit wann kommen keine Autos mehr durch?", "Am 8. Februar wurde der Verkehr gesperrt."),
        ("Kommt man mit dem Fahrrad noch durch?", "Radfahrer dürfen die Baustelle weiterhin queren."),
        (
            "Weshalb verdient der Laden weniger?",
            "Seine Umsätze seien um ein Drittel gefallen, weil die Kundschaft ausbleibe.",
        ),
    ],
)
def test_other_words_find_the_sentence(by_meaning: Retriever, question: str, sentence: str) -> None:
    assert best(by_meaning, question) == sentence


@pytest.mark.parametrize(
    "question",
    [
        "Wie viele Einwohner hat Köln?",
        "Wer gewann die Fußball-Weltmeisterschaft?",
        "hallo zusammen, weiß jemand, wie das Wetter wird?",
        "Who developed the vaccine?",
    ],
)
def test_what_the_article_does_not_speak_of_is_refused(by_meaning: Retriever, question: str) -> None:
    assert by_meaning.answer(question).verdict is Verdict.NONE


def test_what_the_article_says_in_these_words_is_answered(by_meaning: Retriever, bridge: Article) -> None:
    for sentence in ("Am 8. Februar wurde der Verkehr gesperrt.", "Radfahrer dürfen die Baustelle weiterhin queren."):
        answer = by_meaning.answer(sentence)
        assert answer.found
        assert sentence in answer.quotes[0].text
        assert answer.quotes[0].article is bridge
