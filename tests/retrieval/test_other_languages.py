"""Questions in another language than the article's, with small dictionaries of the tests' own."""

from pathlib import Path

import pytest

from content import Article
from retrieval import Dictionaries, Retriever
from tests.dictionaries import write_dictd

ENGLISH_GERMAN = {
    "bridge": "Brücke <fem>",
    "build": "bauen, errichten",
    "close": "sperren, schließen",
    "closed": "gesperrt, geschlossen",
    "customers": "Kundschaft <fem>",
    "cyclist": "Radfahrer <masc>",
    "cost": "kosten",
    "engineer": "Ingenieur <masc>, Ingenieurin <fem>, Techniker <masc>",
    "mayor": "Bürgermeisterin <fem>",
    "traffic": "Verkehr <masc>",
    "retailer": "Einzelhändler <masc>",
    "turnover": "Umsatz <masc>",
    "inhabitant": "Einwohner <masc>",
    "vaccine": "Impfstoff <masc>",
}
GERMAN_RUSSIAN = {
    "Brücke <n, fem>": "мост",
    "Radfahrer <n, masc>": "велосипедист",
    "Baustelle <n, fem>": "стройплощадка",
    "Verkehr <n, masc>": "движение",
    "kosten <v>": "стоить",
    "Impfstoff <n, masc>": "вакцина",
}


@pytest.fixture(scope="module")
def asked(tmp_path_factory: pytest.TempPathFactory, bridge: Article) -> Retriever:
    folder = tmp_path_factory.mktemp("dictionaries")
    write_dictd(folder, "freedict-eng-deu", ENGLISH_GERMAN)
    write_dictd(folder, "freedict-deu-rus", GERMAN_RUSSIAN)
    return Retriever([bridge], dictionaries=Dictionaries([folder]))


@pytest.fixture(scope="module")
def bare(bridge: Article) -> Retriever:
    return Retriever([bridge], dictionaries=Dictionaries([]))


@pytest.mark.parametrize(
    ("question", "language", "quoted", "bold"),
    [
        ("When was the traffic closed?", "en", "Am 8. Februar wurde der Verkehr gesperrt.", {"Verkehr", "gesperrt"}),
        ("How much does the bridge cost?", "en", "48 Millionen Euro", {"kosten"}),
        ("Who is the engineer of the bridge?", "en", "Clara Öztürk", {"Ingenieurin"}),
        ("Where can cyclists go?", "en", "Radfahrer dürfen", {"Radfahrer"}),
        ("Что могут велосипедисты?", "ru", "Radfahrer dürfen", {"Radfahrer"}),
        ("Сколько стоит мост?", "ru", "48 Millionen Euro", {"kosten"}),
    ],
)
def test_the_quote_is_the_articles_and_its_words_are_marked(
    asked: Retriever, question: str, language: str, quoted: str, bold: set[str]
) -> None:
    answer = asked.answer(question)
    assert answer.found
    assert answer.language == language
    assert quoted in answer.quotes[0].text
    text = answer.quotes[0].article.text
    assert bold <= {text[start:end] for start, end in answer.quotes[0].highlights}


@pytest.mark.parametrize(
    "question", ["Who developed the vaccine?", "How many inhabitants has Berlin?", "Кто разработал вакцину?"]
)
def test_what_the_article_does_not_say_is_refused(asked: Retriever, question: str) -> None:
    assert not asked.answer(question).found


def test_names_are_found_without_a_dictionary(bare: Retriever) -> None:
    assert "Öztürk" in bare.answer("Who is Clara Öztürk?").quotes[0].text
    hits = bare.search("Кто такая Клара Озтюрк?")
    assert "Öztürk" in hits[0].article.text[hits[0].start : hits[0].end]


def test_german_questions_about_english_articles(tmp_path: Path) -> None:
    write_dictd(tmp_path, "freedict-deu-eng", {"Hafen <masc>": "harbour, port", "gesperrt": "closed, blocked"})
    english = Article.from_text(
        "Ferries sail from Dover every hour.\n\nThe harbour was closed for repairs in May.", title="Port", language="en"
    )
    answer = Retriever([english], dictionaries=Dictionaries([tmp_path])).answer("Wann war der Hafen gesperrt?")
    assert answer.found
    assert answer.language == "de"
    assert answer.quotes[0].text.startswith("The harbour was closed")


def test_no_dictionary_is_looked_for_while_nobody_asks_in_another_language(bridge: Article) -> None:
    class Unwanted(Dictionaries):
        def installed(self) -> tuple[()]:
            raise AssertionError("looked for")

    retriever = Retriever([bridge], dictionaries=Unwanted([]))
    assert retriever.answer("Wann wurde der Verkehr gesperrt?").found
    with pytest.raises(AssertionError, match="looked for"):
        retriever.answer("When was the traffic closed?")


@pytest.mark.parametrize("question", ["What?", "Кто?", "hello", "¿Qué?", "何", "и", "مرحبا"])
def test_questions_about_nothing_are_answered_by_nothing(asked: Retriever, question: str) -> None:
    answer = asked.answer(question)
    assert not answer.found
