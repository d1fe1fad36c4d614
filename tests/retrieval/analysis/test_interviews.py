"""Interviews: which passages are put as questions, by the whole of the article."""

from __future__ import annotations

import pytest

from content import Article
from retrieval.analysis.interviews import asks, belongs_to_question, turns_of


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
    article = Article.from_text("\n\n".join(passages), title="Bienen", language="de")
    turns = turns_of(article)
    found = [article.text[paragraph.start : paragraph.end] for paragraph in article.paragraphs
             if belongs_to_question(turns, paragraph.start)]  # fmt: skip
    assert found == [article.text[turn.span.start : turn.span.end].strip() for turn in turns if turn.asks]
    return found


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


def said(text: str) -> list[tuple[str, bool]]:
    """The words of each turn, and whether they ask."""
    turns = turns_of(Article.from_text(text, title="Bienen", language="de"))
    return [(text[turn.span.start : turn.span.end].strip(), turn.asks) for turn in turns]


def test_lines_with_labels_are_turns_of_their_own() -> None:
    text = "R: Wo?\nL: Hier.\nR: Wann?\nL (lacht): Jetzt.\nR: Und?\nL: Nichts."
    assert [asking for _, asking in said(text)] == [True, False] * 3


def test_a_question_in_bold_may_have_its_answer_behind_it() -> None:
    text = "**Wo?** Hier.\n\n**Wann?**\nJetzt. Oder nie?\n\n**Und?** Nichts."
    assert said(text) == [
        ("**Wo?**", True), ("Hier.", False), ("**Wann?**", True), ("Jetzt. Oder nie?", False), ("**Und?**", True),
        ("Nichts.", False),
    ]  # fmt: skip


def test_what_an_interviewer_says_in_bold_is_no_answer_though_it_asks_nothing() -> None:
    text = (
        "**Wo?**\n\nHier.\n\n**Das ist weit.**\n\nJa.\n\n**Ein Zwischentitel**\n\n**Wann?**\n\nNie.\n\n**Und?**\n\nSo."
    )
    assert [words for words, asking in said(text) if asking] == [
        "**Wo?**",
        "**Das ist weit.**",
        "**Wann?**",
        "**Und?**",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Zutaten: Mehl.\n\nZubereitung: Rühren.\n\nTipp: Mehr Mehl.",
        "Preise: drei Euro.\n\nPreise: vier Euro.\n\nAnfahrt: Bus.\n\nAnfahrt: Bahn.\n\nAnfahrt: Rad.",
        "**Die Brücke ist zu.**\n\nDas ist alles.",
    ],
)
def test_labels_that_take_no_turns_make_no_interview(text: str) -> None:
    assert said(text) == []
