"""Questions for what somebody says, and quotes that do not repeat each other."""

import pytest

from content import Article, load_articles
from retrieval import WORDS_ALONE, Retriever
from tests.support.paths import ARTICLES

COUNCIL = Article.from_text(
    "Die Bürgermeisterin Ida Falk sagte, die Brücke werde gesperrt. "
    "Der Ingenieur Peter Brandt sagte, sie sei sicher.\n\n"
    "Der Verkehr nimmt zu. Laut Brandt hält der Pfeiler noch zehn Jahre.",
    title="Brücke",
    language="de",
)


@pytest.mark.parametrize(
    ("question", "speaker"),
    [
        ("Was sagt Falk dazu?", "Ida Falk"),
        ("Was sagte die Bürgermeisterin Falk zur Brücke?", "Ida Falk"),
        ("Was meint Brandt zum Pfeiler?", "Peter Brandt"),
    ],
)
def test_who_is_asked_for_is_quoted(question: str, speaker: str) -> None:
    answer = Retriever([COUNCIL], WORDS_ALONE).answer(question, max_sentences=1)
    assert answer.found
    attribution = answer.quotes[0].attribution
    assert attribution is not None
    assert attribution.speaker == speaker


def test_a_name_that_speaks_without_being_named_in_the_sentence() -> None:
    article = Article.from_text(
        "Guten Tag.\n\nIda Falk führt die Stadt. Einen Bericht über die Brücke wies sie zurück.\n\nDie Brücke ist neu.",
        title="Brücke",
        language="de",
    )
    answer = Retriever([article], WORDS_ALONE).answer("Was sagt Falk zur Brücke?", max_sentences=1)
    assert answer.quotes[0].text == "Einen Bericht über die Brücke wies sie zurück."


def test_somebody_whom_the_article_does_not_know_says_nothing_in_it() -> None:
    assert not Retriever([COUNCIL], WORDS_ALONE).answer("Was sagt Merkel dazu?").found


def test_the_quotes_of_an_answer_do_not_repeat_each_other() -> None:
    for question in ("starlink taiwan", "Was hat Musk mit Putin zu tun?", "Kontakte"):
        quotes = Retriever(load_articles(ARTICLES), WORDS_ALONE).answer(question).quotes
        spans = [span for quote in quotes for span in quote.spans]
        assert all(a.end <= b.start or b.end <= a.start for at, a in enumerate(spans) for b in spans[:at])
