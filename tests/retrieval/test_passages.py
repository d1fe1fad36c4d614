import pytest

from content import Article
from retrieval.gathering import Gathering
from retrieval.language import GERMAN
from retrieval.passages import passages_of
from retrieval.phrases import Phrases
from retrieval.reading import Reading, Tongue
from retrieval.words import words_of


def test_every_sentence_is_in_one_passage() -> None:
    article = Article.from_text(
        "Ein Satz. Noch einer.\n\nUnd hier. " + "Ein langer Satz. " * 200, title="T", language="de"
    )
    passages = list(passages_of(article))
    assert [passage.paragraph.number for passage, _ in passages[:2]] == [1, 2]
    assert [passage.number for passage, _ in passages] == [0, 1, 2]
    sentences = [sentence for _, sentences in passages for sentence in sentences]
    assert all(passage.span == (sentences[0].start, sentences[-1].end) for passage, sentences in passages)
    assert sentences == sorted(set(sentences))
    assert len(sentences) == 203


def test_the_question_of_an_interview_is_read_with_its_answer() -> None:
    article = Article.from_text("**Was kostet Honig?**\n\nElf Euro. Leider.", title="T", language="de")
    reading = Reading(article, Tongue(GERMAN))
    assert [sentence.asks for sentence in reading.sentences] == [True, False, False]
    gathering = Gathering(Tongue(GERMAN))
    gathering.add(article)
    holdings = gathering.holdings()
    assert holdings.texts.itself.tolist() == [[0, 1], [0, 3]]
    assert holdings.own.tolist() == [[0, 1], [1, 3]]
    assert holdings.sentence_texts(0).around.tolist() == [[0, 1], [0, 3], [1, 3]]


def test_names_are_two_capitalised_words_in_a_row() -> None:
    article = Article.from_text("Da kam Clara Öztürk aus Köln.", title="T", language="de")
    assert Reading(article, Tongue(GERMAN)).names == {("clara", "ozturk")}


@pytest.mark.parametrize(
    ("text", "leans"),
    [
        ("Damit wollte die Stadt helfen.", True),
        ("Dem Bericht zufolge war es so.", True),
        ("Das ist der Plan.", True),
        ("Das Unternehmen wächst.", False),
        ("Lindau baut.", False),
    ],
)
def test_sentences_that_lean_on_the_one_before(text: str, leans: bool) -> None:
    assert Tongue(GERMAN).leaning.open(words_of(text)) == leans


def test_phrases_are_found_longest_first_and_without_umlauts() -> None:
    phrases = Phrases([("weiss", "jemand"), ("weiss",), ("für", "wen")])
    assert list(phrases.find(words_of("Weiß jemand, fuer wen?"))) == [range(0, 2), range(2, 4)]
    assert not phrases.open(())
