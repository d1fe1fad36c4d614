"""Who asks whether something is true, or was said so, and about which part of a message: as people type it."""

from __future__ import annotations

import pytest

from retrieval import check_request

ABOUT_ANOTHER = [
    *(
        "stimmt das?",
        "Stimmt das",
        "stimt das",
        "stimmt dass??",
        "stimmt das zitat?",
        "stimmt das zitat so",
        "stimmts?",
    ),
    *("hat sie das so gesagt?", "hat der das echt so gesagt", "hat musk das wirklich gesagt?", "Sagte Holt das?"),
    *("Hat Frau Vogt das so gesagt?", "ist das wahr", "ist das zitat echt?", "hey bot stimmt das was er da schreibt?"),
    *(
        "weiß jemand ob das stimmt?",
        "hä stimmt das wirklich so?",
        "steht das so im artikel?",
        "fake oder echt?",
        "echt?",
    ),
    *("Faktencheck bitte", "kannst du das mal prüfen?", "kann das stimmen?", "ist das richtig zitiert"),
    *("is that what he said?", "is that true", "did she really say that?", "is this a real quote?", "true?"),
    *("Is that what Musk said?", "Did the mayor say that?", "is this legit?", "fact check please", "/prüfen"),
]
CLAIMS = [
    ("Ein Tag kostet fünf Euro. Stimmt das?", "Ein Tag kostet fünf Euro."),
    ("Ein Tag kostet fünf Euro, stimmt das so?", "Ein Tag kostet fünf Euro"),
    ("ein tag kostet fünf euro stimmt das", "ein tag kostet fünf euro"),
    ("Ein Tag kostet fünf Euro, oder?", "Ein Tag kostet fünf Euro"),
    ("stimmt das: Ein Tag kostet fünf Euro", "Ein Tag kostet fünf Euro"),
    ("A day costs five euros, is that true?", "A day costs five euros"),
    ("/prüfen Ein Tag kostet fünf Euro", "Ein Tag kostet fünf Euro"),
    ("Hey Leute, stimmt das?", ""),
]
QUOTATIONS = [
    *("stimmt „Das Becken hat Sprünge“?", "„Das Becken hat Sprünge“", "Holt sagte: „Das Becken hat Sprünge.“"),
    *("Hat Holt wirklich gesagt: „Das Becken hat Sprünge“?", "Did Holt say “the pool has cracks”?"),
    *("„Das Becken hat Sprünge“ - echt?", "ist das ein echtes zitat: „Das Becken hat Sprünge“"),
]
QUESTIONS = [
    *("Stimmt es, dass ein Tag fünf Euro kostet?", "Warum ist das so?", "Was hat er gesagt?", "Wer sagt das?"),
    *("Stimmt das? Wer ist Holt?", "Wer hat das gesagt?", "Wer sagt „Das Becken hat Sprünge“?", "Was sagte Holt?"),
    *("Gilt „kein Zutritt für Hunde“ auch im Freibad?", "Ist das Freibad offen?", "Sagt Holt die Wahrheit?"),
    *("Danke, stimmt", "klar stimmt", "wirklich", "", "👍", "Was kostet ein Tag?", "Hat Holt das versprochen?"),
]


@pytest.mark.parametrize("message", ABOUT_ANOTHER)
def test_it_is_about_what_is_replied_to(message: str) -> None:
    request = check_request(message)
    assert request is not None
    assert request.claim == ""


@pytest.mark.parametrize(("message", "claim"), CLAIMS)
def test_it_is_about_what_stands_beside_it(message: str, claim: str) -> None:
    request = check_request(message)
    assert request is not None
    assert request.claim == claim


@pytest.mark.parametrize("message", QUOTATIONS)
def test_a_quotation_is_checked_with_what_names_its_speaker(message: str) -> None:
    request = check_request(message)
    assert request is not None
    assert request.claim == message


@pytest.mark.parametrize("message", QUESTIONS)
def test_other_messages_ask_something_else(message: str) -> None:
    assert check_request(message) is None
