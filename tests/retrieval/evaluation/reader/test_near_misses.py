"""Near-misses that rules make out of questions that a window answers."""

from __future__ import annotations

import random

import pytest

from retrieval.evaluation.reader.data.near_misses import NearMiss, NearMissMaker, names_in

NAMES = ["Irmgard Vogt", "Jonas Brehm"]


def made(question: str, window: str, names: list[str] = NAMES, *, seed: int = 3) -> dict[str, str]:
    """What is changed, each kind once."""
    return {each.kind: each.question for each in all_made(question, window, names, seed)}


def all_made(question: str, window: str, names: list[str], seed: int) -> list[NearMiss]:
    return list(NearMissMaker(["Petra Sand"], share=1.0).made_of(question, window, names, random.Random(seed)))


@pytest.mark.parametrize(
    ("question", "window", "kind", "changed"),
    [
        ("Warum ist der Preis gestiegen?", "Der Preis stieg.", "opposite", "Warum ist der Preis gesunken?"),
        ("Who opposed the plan?", "Brehm opposed it.", "opposite", "Who supported the plan?"),
        ("Wann wurde gebaut?", "Gebaut wurde 1998.", "reason", "Weshalb wurde gebaut?"),
        ("Why was it built?", "It was built for a lack of room.", "time", "In what year was it built?"),
    ],
)
def test_one_thing_is_changed(question: str, window: str, kind: str, changed: str) -> None:
    assert changed in {made(question, window, seed=seed)[kind] for seed in range(9)}


def test_a_number_becomes_another_one_of_its_length() -> None:
    changed = made("Was geschah mit den 320 Kindern?", "320 Kinder und 175 Erwachsene fuhren.")["number"]
    number = changed.split()[-2]
    assert changed.startswith("Was geschah mit den ")
    assert number != "320"
    assert len(number) == 3


def test_a_name_becomes_another_one() -> None:
    changed = made("Was sagt Irmgard Vogt dazu?", "Irmgard Vogt freut sich.")["name"]
    assert changed in ("Was sagt Jonas Brehm dazu?", "Was sagt Petra Sand dazu?")


def test_two_names_change_places() -> None:
    changed = made("Was wirft Jonas Brehm Frau Vogt vor?", "Brehm kritisiert sie.", [*NAMES, "Frau Vogt"])
    assert "role" not in changed, "one name is all that stands in a row"
    assert (
        made("Why did Jonas Brehm sue Irmgard Vogt?", "He sued her.")["role"] == "Why did Irmgard Vogt sue Jonas Brehm?"
    )


def test_no_reason_is_asked_for_that_the_window_may_tell() -> None:
    assert "reason" not in made("Wann wurde gebaut?", "Gebaut wurde, weil es eng war.")
    assert "time" not in made("Wie lange wurde gebaut?", "Lange."), "the question word does not stand alone"


def test_a_sentence_does_not_start_with_a_name() -> None:
    assert names_in("Die Stadt baut. Irmgard Vogt auch.") == ["Irmgard Vogt"]


@pytest.mark.parametrize(
    ("question", "window", "kind", "changed"),
    [
        ("Warum ist der Preis gestiegen?", "Der Preis stieg.", "opposite", ["gesunken"]),
        ("Why did Jonas Brehm sue Irmgard Vogt?", "He sued her.", "role", ["Irmgard Vogt", "Jonas Brehm"]),
        ("Warum wurde das Bad geschlossen?", "Es wurde geschlossen.", "negation", ["nicht "]),
        ("Wann wurde gebaut?", "Gebaut wurde 1998.", "reason", []),
    ],
)
def test_it_is_known_what_was_changed(question: str, window: str, kind: str, changed: list[str]) -> None:
    (made,) = (each for each in all_made(question, window, NAMES, 1) if each.kind == kind)
    assert [made.question[place.start : place.end] for place in made.changed] == changed


@pytest.mark.parametrize(
    ("question", "window"),
    [
        ("Warum wurde das Bad nicht geschlossen?", "Es wurde geschlossen."),
        ("Warum wurde das Bad geschlossen?", "Es wurde nicht geschlossen."),
        ("Was kostet das Bad?", "Es kostet nichts."),
    ],
)
def test_nothing_is_denied_that_may_be_denied_already(question: str, window: str) -> None:
    assert "negation" not in made(question, window)
