"""What is said of an answer: the quote, what comes nearest, or no; and in whose language the quote is."""

from dataclasses import replace

import pytest

from bot.config.settings import InterfaceLanguage
from bot.messages.texts import Catalogue
from bot.replies.questions.answers import answer_reply, answer_text, has_unmatched_sentence
from bot.replies.style import ReplyStyle
from content import Article
from retrieval import WORDS_ALONE, Quote, Retriever, Span, Verdict
from tests.support.bot.replies import quoted_texts
from tests.support.retrieval.fake_encoder import FakeEncoder

TEXT = "Die Brücke über die Lahn bleibt bis Mai gesperrt.\n\nDie Reparatur bezahlt das Land."
NOTES = {
    "de": "Das Zitat ist auf Deutsch, in der Sprache des Artikels.",
    "en": "The quote is in German, the language of the article.",
}
NEAREST = {"de": "Am ehesten dazu:", "en": "What comes nearest:"}
GERMAN = Catalogue()[InterfaceLanguage.GERMAN]


@pytest.fixture(scope="module")
def retriever() -> Retriever:
    return Retriever([Article.from_text(TEXT, title="Brücke", language="de")], WORDS_ALONE)


@pytest.mark.parametrize("interface", list(InterfaceLanguage))
@pytest.mark.parametrize(("question", "noted"), [("What about the Lahn?", True), ("Was ist mit der Lahn?", False)])
def test_a_note_under_the_quote_tells_its_language(
    retriever: Retriever, interface: InterfaceLanguage, question: str, noted: bool
) -> None:
    answer = retriever.answer(question)
    assert answer.found
    lines = answer_text(answer, retriever, ReplyStyle(Catalogue()[interface])).text.splitlines()
    assert lines[0] == "Die Brücke über die Lahn bleibt bis Mai gesperrt."
    assert (lines[-1] == NOTES[interface]) is noted


@pytest.mark.parametrize("interface", list(InterfaceLanguage))
def test_what_comes_nearest_is_called_so_and_noted(retriever: Retriever, interface: InterfaceLanguage) -> None:
    answer = retriever.answer("How much does the Lahn cost?")
    assert answer.verdict is Verdict.NEAREST
    lines = answer_text(answer, retriever, ReplyStyle(Catalogue()[interface])).text.splitlines()
    assert lines[:2] == [NEAREST[interface], "Die Brücke über die Lahn bleibt bis Mai gesperrt."]
    assert lines[-1] == NOTES[interface]


def test_a_refusal_is_one_line_without_a_passage(retriever: Retriever) -> None:
    answer = retriever.answer("Welche Farbe haben Elefanten?")
    assert (answer.verdict, answer.quotes) == (Verdict.NONE, ())
    assert answer_text(answer, retriever, ReplyStyle(GERMAN)).text == "Das beantwortet der Artikel nicht."


def test_what_cannot_be_read_is_not_denied(retriever: Retriever) -> None:
    answer = retriever.answer("Who invented the telephone?")
    assert answer.verdict is Verdict.NONE
    assert answer_text(answer, retriever, ReplyStyle(GERMAN)).text == "Ich verstehe hier nur Fragen auf Deutsch."
    reply = answer_reply("Who invented the telephone?", retriever, ReplyStyle(GERMAN))
    assert reply is not None
    assert reply.outcome is not None
    assert not reply.outcome.was_looked_up


def test_an_encoder_reads_every_language() -> None:
    article = Article.from_text(TEXT, title="Brücke", language="de")
    retriever = Retriever([article], FakeEncoder())
    answer = retriever.answer("Who invented the telephone?")
    if answer.verdict is Verdict.NONE:
        assert answer_text(answer, retriever, ReplyStyle(GERMAN)).text == "Das beantwortet der Artikel nicht."


@pytest.mark.parametrize("in_group", [False, True])
def test_what_comes_nearest_is_one_sentence(in_group: bool) -> None:
    text = "Die Brücke bleibt bis Mai gesperrt. Die Reparatur bezahlt das Land."
    retriever = Retriever([Article.from_text(text, title="Brücke", language="de")], WORDS_ALONE)
    reply = answer_reply("Was kostet die Reparatur der Brücke?", retriever, ReplyStyle(GERMAN, in_group))
    assert reply is not None
    assert reply.outcome is not None
    assert reply.outcome.verdict is Verdict.NEAREST
    heading, quote, _ = reply.text.text.splitlines()
    assert heading == NEAREST["de"]
    assert quote == "Die Reparatur bezahlt das Land."


def test_beside_what_comes_nearest_no_sentence_stands_without_a_word_of_the_question() -> None:
    text = "Die Brücke bleibt gesperrt. Das Bad hat offen. Sein Becken ist neu.\n\nDer Bus hält dort."
    article = Article.from_text(text, title="Brücke", language="de")
    bridge, bath = Span(0, 27), Span(47, 67)
    quote = Quote(article, article.paragraphs[0], (bridge, bath), (Span(4, 10),), core=bridge)
    assert has_unmatched_sentence(quote)
    assert not has_unmatched_sentence(replace(quote, highlights=(Span(4, 10), Span(52, 58))))
    assert not has_unmatched_sentence(replace(quote, spans=(Span(0, 46),)))


@pytest.mark.parametrize(("in_group", "longest"), [(False, 500), (True, 350)])
def test_of_two_questions_both_are_answered_at_once_in_the_room_of_one_quote(in_group: bool, longest: int) -> None:
    filler = ", weil der Regen seit Wochen fällt, was niemand so vorhergesehen hatte, der dort Dienst tut" * 4
    text = f"Die Brücke bleibt bis Mai gesperrt{filler}.\n\nDas Hallenbad bekommt ein neues Becken{filler}."
    retriever = Retriever([Article.from_text(text, title="Stadt", language="de")], WORDS_ALONE)
    question = "Wie lange bleibt die Brücke gesperrt? Was bekommt das Hallenbad?"
    reply = answer_reply(question, retriever, ReplyStyle(GERMAN, in_group))
    assert reply is not None
    first, second = quoted_texts(reply)
    assert first.startswith("Die Brücke bleibt bis Mai gesperrt")
    assert second.startswith("Das Hallenbad bekommt ein neues Becken")
    assert len(first) + len(second) <= longest
    assert [button.label for button in reply.buttons[0]] == ["Kontext 1", "Kontext 2"]


def test_an_article_of_another_language_is_noted_without_its_name() -> None:
    article = Article.from_text("Le pont est fermé jusqu'en mai.", title="Pont", language="fr")
    retriever = Retriever([article], WORDS_ALONE)
    answer = retriever.answer("Was ist mit dem Pont fermé?")
    text = answer_text(answer, retriever, ReplyStyle(GERMAN)).text
    assert text.endswith("Das Zitat ist in der Sprache des Artikels.")
