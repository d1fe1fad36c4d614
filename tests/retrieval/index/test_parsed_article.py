"""An article, read once: its passages, its sentences, and how they hang together."""

import pytest

from retrieval.analysis.passages import passages_of
from retrieval.analysis.phrases import PhraseList
from retrieval.base.spans import Span
from retrieval.base.words import words_of
from retrieval.index.parsed_article import LanguageResources, ParsedArticle
from retrieval.language import GERMAN
from tests.support.retrieval.queries import article_of

RESOURCES = LanguageResources(GERMAN)


def test_every_sentence_is_in_one_passage() -> None:
    article = article_of("Ein Satz. Noch einer.", "Und hier. " + "Ein langer Satz. " * 200)
    passages = list(passages_of(article))
    assert [passage.paragraph.number for passage, _ in passages[:2]] == [1, 2]
    assert [passage.number for passage, _ in passages] == [0, 1, 2]
    sentences = [sentence for _, sentences in passages for sentence in sentences]
    assert all(passage.span == (sentences[0].start, sentences[-1].end) for passage, sentences in passages)
    assert sentences == sorted(set(sentences))
    assert len(sentences) == 203


def test_sentences_are_numbered_through_the_article_and_know_their_text() -> None:
    parsed = ParsedArticle(article_of("Ein Satz. Noch einer.", "Der dritte."), RESOURCES)
    assert [sentence.number for sentence in parsed.sentences] == [0, 1, 2]
    assert [sentence.text for sentence in parsed.sentences] == ["Ein Satz.", "Noch einer.", "Der dritte."]
    assert [[each.number for each in parsed.of_passage(passage)] for passage in parsed.passages] == [[0, 1], [2]]


def searched(*passages: str) -> list[list[str]]:
    parsed = ParsedArticle(article_of(*passages), RESOURCES)
    return [[sentence.text for sentence in parsed.searched_sentences(passage)] for passage in parsed.passages]


def test_the_question_of_an_interview_is_searched_with_its_answer() -> None:
    question, answer = "**Was kostet Honig?**", "Elf Euro. Leider."
    parsed = ParsedArticle(article_of(question, answer), RESOURCES)
    assert [sentence.asks for sentence in parsed.sentences] == [True, False, False]
    assert searched(question, answer, "Die Bienen.") == [
        [question],
        [question, "Elf Euro.", "Leider."],
        ["Die Bienen."],
    ]


def test_what_an_interviewer_says_first_is_searched_with_the_answer_too() -> None:
    turn = "R: Der Honig ist teuer. Warum?"
    passages = ["R: Wo?", "L: Hier.", turn, "L: Der Regen.", "R: Und nun?", "L: Nichts."]
    assert searched(*passages)[3] == ["R: Der Honig ist teuer.", "Warum?", "L: Der Regen."]


def test_a_passage_that_only_ends_in_a_question_is_not_searched_with_the_next() -> None:
    assert searched("Die Brücke ist zu. Was tun?", "Der Bus fährt.")[1] == ["Der Bus fährt."]


def test_the_words_of_a_sentence_and_of_a_part_of_it() -> None:
    article = article_of("Da kam Clara Öztürk.")
    parsed = ParsedArticle(article, RESOURCES)
    whole, part = parsed.sentences[0].span, Span(7, 19)
    assert [token.form for token in parsed.tokens(whole)] == ["da", "kam", "clara", "öztürk"]
    assert [token.form for token in parsed.tokens(part)] == ["clara", "öztürk"]


def test_names_are_the_stems_of_capitalised_words_in_a_row() -> None:
    parsed = ParsedArticle(article_of("Da kam Clara Öztürk aus Köln."), RESOURCES)
    assert parsed.names == {"clara", "ozturk"}


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
    assert RESOURCES.leaning.open(words_of(text)) == leans


def test_phrases_are_found_longest_first_and_without_umlauts() -> None:
    phrases = PhraseList([("weiss", "jemand"), ("weiss",), ("für", "wen")])
    assert list(phrases.find(words_of("Weiß jemand, fuer wen?"))) == [range(0, 2), range(2, 4)]
    assert not phrases.open(())
