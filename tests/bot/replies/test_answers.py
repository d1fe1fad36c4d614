"""What is said of an answer to somebody who asks in another language than the article's."""

import pytest

from bot.replies.answers import answer_text
from bot.settings import InterfaceLanguage
from bot.texts import Catalogue
from content import Article
from retrieval import Dictionaries, Retriever
from tests.dictionaries import write_dictd

TEXT = "Die Brücke bleibt bis Mai gesperrt.\n\nDie Reparatur bezahlt das Land."
NOTES = {
    "de": "Das Zitat ist auf Deutsch, in der Sprache des Artikels.",
    "en": "The quote is in German, the language of the article.",
}


@pytest.fixture(scope="module")
def retriever(tmp_path_factory: pytest.TempPathFactory) -> Retriever:
    folder = tmp_path_factory.mktemp("dictionaries")
    write_dictd(folder, "freedict-eng-deu", {"bridge": "Brücke", "closed": "gesperrt", "repair": "Reparatur"})
    article = Article.from_text(TEXT, title="Brücke", language="de")
    return Retriever([article], dictionaries=Dictionaries([folder]))


@pytest.mark.parametrize("interface", list(InterfaceLanguage))
@pytest.mark.parametrize(
    ("question", "noted"), [("How long is the bridge closed?", True), ("Wie lange ist die Brücke gesperrt?", False)]
)
def test_a_note_under_the_quote_tells_its_language(
    retriever: Retriever, interface: InterfaceLanguage, question: str, noted: bool
) -> None:
    answer = retriever.answer(question)
    assert answer.found
    lines = answer_text(answer, Catalogue()[interface], articles=1).text.splitlines()
    assert lines[0] == "Die Brücke bleibt bis Mai gesperrt."
    assert (lines[-1] == NOTES[interface]) is noted


def test_the_nearest_passage_is_noted_and_a_mere_refusal_is_not(retriever: Retriever) -> None:
    texts = Catalogue()[InterfaceLanguage.ENGLISH]
    near = retriever.answer("How much did the repair of the bridge and the harbour cost?")
    assert not near.found
    assert answer_text(near, texts, articles=1).text.endswith(NOTES["en"]) is bool(near.quotes)
    nothing = retriever.answer("Who invented the telephone?")
    assert answer_text(nothing, texts, articles=1).text == "The article does not answer that."


def test_an_article_of_another_language_is_noted_without_its_name() -> None:
    article = Article.from_text("Le pont est fermé jusqu'en mai.", title="Pont", language="fr")
    answer = Retriever([article], dictionaries=Dictionaries([])).answer("Was ist mit dem Pont fermé?")
    text = answer_text(answer, Catalogue()[InterfaceLanguage.GERMAN], articles=1).text
    assert text.endswith("Das Zitat ist in der Sprache des Artikels.")
