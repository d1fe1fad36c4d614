"""Interviews: which passages are put as questions, by the whole of the article."""

from __future__ import annotations

import pytest

from retrieval.analysis.interviews import asks, questions_among


@pytest.mark.parametrize(
    ("text", "is_question"),
    [
        ("Was kostet Honig?", True),
        ("**Was kostet Honig?**", True),
        ("„Was kostet Honig?“", True),
        ("Er fragte (warum nur?).", False),
        ("(Und warum?)", True),
        ("Was kostet Honig? Elf Euro.", False),
        ("Was kostet Honig?\n", True),
        ("", False),
    ],
)
def test_a_text_asks_that_ends_in_a_question(text: str, is_question: bool) -> None:
    assert asks(text) is is_question


def asked(*passages: str) -> list[str]:
    """Those of the passages that belong to whoever asks."""
    return [passage for passage, is_asking in zip(passages, questions_among(passages), strict=True) if is_asking]


def test_bold_questions_are_those_of_an_interview() -> None:
    questions = ["**Was kostet Honig?**", "**Wie viele Völker haben Sie?**", "**Und sonst?**"]
    assert (
        asked("Ein Vorspann.", questions[0], "Elf Euro.", questions[1], "Zwölf.", questions[2], "Nichts.") == questions
    )


def test_an_article_with_a_question_or_two_is_no_interview() -> None:
    assert asked("Was tun?", "Die Brücke ist gesperrt.") == []
    assert asked("Was tun?", "Die Brücke ist gesperrt.", "Und nun?", "Der Bus fährt.") == []
    assert asked() == []


@pytest.mark.parametrize(("before", "behind"), [("", ""), ("**", "**"), ("_", "_")])
def test_what_an_interviewer_says_without_a_question_mark_belongs_to_it(before: str, behind: str) -> None:
    """Where labels name who speaks."""

    def says(name: str, text: str) -> str:
        return f"{before}{name}:{behind} {text}"

    questions = [
        says("Rundschau", "Was kostet Honig?"),
        says("Rundschau", "Erzählen Sie von Ihren Bienen."),
        says("Rundschau", "Und im Winter?"),
        says("Rundschau", "Wird es mehr?"),
    ]
    answers = [says("Lohmann", text) for text in ("Elf Euro.", "Sie fliegen.", "Nicht. Wozu auch?", "Ja.")]
    passages = [each for pair in zip(questions, answers, strict=True) for each in pair]
    assert asked(*passages) == questions, "an answer that ends in a question stays an answer"


def test_a_label_with_its_colon_outside_of_the_emphasis_is_one_too() -> None:
    passages = ["**R**: Wo?", "**L**: Hier.", "**R**: Wann?", "**L**: Jetzt.", "**R**: Sagen Sie mehr.", "**R**: Wie?"]
    assert asked(*passages) == [passage for passage in passages if passage.startswith("**R")]


def test_what_goes_on_without_a_label_asks_where_it_ends_in_a_question() -> None:
    passages = ["A: Wo?", "B: Hier.", "Und noch ein Satz.", "A: Wann?", "B: Jetzt.", "A: Wie?", "Oder womit?", "B: So."]
    assert asked(*passages) == ["A: Wo?", "A: Wann?", "A: Wie?", "Oder womit?"]


def test_a_colon_within_a_text_is_no_label() -> None:
    """A figure, or a long part of a sentence, names nobody."""
    passages = [
        "Um 10:30 Uhr?",
        "1: Was?",
        "Die Antwort auf all das, so sagte sie es uns damals, war ganz kurz: nein?",
        "2: Ja.",
    ]
    assert asked(*passages) == passages[:3]
