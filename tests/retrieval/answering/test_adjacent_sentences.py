"""What stands beside the sentence that answers."""

from __future__ import annotations

import pytest

from content import Article
from retrieval import WORDS_ALONE, Quote, Retriever


def quote_of(text: str, question: str, max_sentences: int = 2, max_chars: int = 450) -> Quote:
    article = Article.from_text(text, title="x", language="de")
    return Retriever([article], WORDS_ALONE).answer(question, max_sentences, max_chars).quotes[0]


def core_of(quote: Quote) -> str:
    return quote.article.text[quote.core.start : quote.core.end]


POOL = "Der Verein ist alt. Das Bad bekommt im Mai neue Fliesen."


def test_nothing_stands_before_the_answer_that_it_does_not_need() -> None:
    quote = quote_of(POOL + "\n\nDer Bus fährt.", "Was bekommt das Bad im Mai?")
    assert quote.text == core_of(quote) == "Das Bad bekommt im Mai neue Fliesen."


def test_what_it_leans_on_stands_before_it() -> None:
    text = "Bürgermeisterin Aylin Vogt lehnt das ab. Sie will das Freibad im Herbst sanieren.\n\nDer Bus fährt."
    quote = quote_of(text, "Was ist mit dem Freibad im Herbst?")
    assert quote.text == "Bürgermeisterin Aylin Vogt lehnt das ab. Sie will das Freibad im Herbst sanieren."
    assert core_of(quote) == "Sie will das Freibad im Herbst sanieren."


CLAUSE = "Bürgermeisterin Aylin Vogt lehnt den Vorschlag der Verwaltung ab"


@pytest.mark.parametrize(
    ("before", "shown"),
    [
        (f"{CLAUSE}, weil er die Kinder der Stadt und der Dörfer trifft.", f"{CLAUSE} […] "),
        (f"{CLAUSE} und den des Rates von Petersrode und Umgebung ebenso.", ""),
        ("Nichts.", ""),
    ],
)
def test_it_is_cut_at_a_clause_or_left_out(before: str, shown: str) -> None:
    quote = quote_of(f"{before} Sie will das Freibad im Herbst sanieren.\n\nDer Bus fährt.", "Freibad im Herbst?")
    assert quote.text == f"{shown}Sie will das Freibad im Herbst sanieren."


LONG = f"{CLAUSE} und den des Rates"


@pytest.mark.parametrize(
    ("before", "shown"),
    [
        (f"{LONG} von Petersrode ebenso.", f"{LONG} von Petersrode ebenso. "),
        (f"{LONG} {'von Petersrode und Umgebung ' * 3}ebenso.", ""),
    ],
)
def test_who_is_asked_for_is_named_by_a_whole_sentence_or_not_at_all(before: str, shown: str) -> None:
    quote = quote_of(f"{before} Sie will das Freibad sanieren.\n\nDer Bus fährt.", "Wer will das Freibad sanieren?")
    assert quote.text == f"{shown}Sie will das Freibad sanieren."
    assert core_of(quote) == "Sie will das Freibad sanieren."


def test_what_only_connects_needs_nothing() -> None:
    text = "Der Rat hat lange beraten. Außerdem bekommt das Freibad im Herbst neue Fliesen.\n\nDer Bus fährt."
    assert quote_of(text, "Was bekommt das Freibad im Herbst?").text.startswith("Außerdem")


def test_a_later_sentence_joins_when_it_adds() -> None:
    text = "Das Freibad schließt im Herbst. Der Bus fährt weiter. Auch das Freibad am See schließt.\n\nDer Rat tagt."
    quote = quote_of(text, "Wann schließt das Freibad?")
    assert quote.text == "Das Freibad schließt im Herbst. […] Auch das Freibad am See schließt."
