"""Of what the article says, what differs is shown first where there is no room for all."""

from __future__ import annotations

import pytest

from content import Article
from retrieval import WORDS_ALONE, Retriever, excerpt_of

FIRST = (
    "Das Becken des Freibads hat nach dem langen Winter Sprünge, und die Pumpe läuft seit Wochen nicht mehr richtig."
)
SECOND = "Ein Tag kostet vier Euro."
THIRD = "Für Kinder ist der Eintritt frei, wenn ihre Eltern eine Karte haben."


@pytest.fixture(scope="module")
def retriever() -> Retriever:
    return Retriever([Article.from_text(f"{FIRST} {SECOND} {THIRD}", title="Freibad", language="de")], WORDS_ALONE)


def shown(retriever: Retriever, message: str, limit: int) -> str:
    (check,) = retriever.check(f"„{message}“")
    quote = excerpt_of(check, limit)
    return quote.text if quote else ""


def test_all_of_it_where_there_is_room(retriever: Retriever) -> None:
    assert shown(retriever, f"{FIRST} {SECOND}", 500) == f"{FIRST} {SECOND}"


def test_the_sentence_that_differs(retriever: Retriever) -> None:
    assert shown(retriever, f"{FIRST} {SECOND.replace('vier', 'fünf')} {THIRD}", 40) == SECOND
    assert shown(retriever, f"{FIRST} {SECOND.replace('vier', 'fünf')} {THIRD}", 100) == f"{SECOND} {THIRD}"


def test_of_a_long_sentence_the_clause_that_differs(retriever: Retriever) -> None:
    told = shown(retriever, FIRST.replace("Pumpe", "Heizung"), 80)
    assert told == "und die Pumpe läuft seit Wochen nicht mehr richtig."


def test_nothing_of_what_is_nowhere(retriever: Retriever) -> None:
    assert shown(retriever, "Niemand weiß, wohin die Reise geht", 80) == ""
