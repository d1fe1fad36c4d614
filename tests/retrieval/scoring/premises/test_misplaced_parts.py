"""What an article has, but where it tells something else: places and roles; claims and what they deny."""

from __future__ import annotations

import pytest

from content import Article
from retrieval import WORDS_ALONE, Retriever
from retrieval.reader import NO_READER
from tests.support.retrieval.fake_encoder import FakeEncoder

DECREE = """Der Handelsminister hat das Dekret unterschrieben. Es gilt ab dem Sommer.

Der Präsident hielt sich am Freitag in Vesk auf. Dort eröffnete er eine Messe für Maschinen.

Ein Konzern will in Porusch eine Fabrik für Batterien bauen und rund 200 Leute einstellen.

Die Karten für die Messe gelten auch im Bus. Die Fahrer haben davon noch nichts gehört, sagte ein Sprecher. Für Kinder \
ist der Eintritt frei. Eine Halle sollte ursprünglich beheizt werden. Das hat die Stadt abgelehnt."""

# A true question, the words of it that are changed, and what makes it false.
CASES = [
    ("Wie viele Leute will der Konzern in Porusch einstellen?", "Porusch", "Vesk"),
]


@pytest.fixture(scope="module")
def retriever() -> Retriever:
    article = Article(text=DECREE, title="Ausfuhr", language="de")
    return Retriever([article], FakeEncoder(dimensions=512, synonyms={"handelsminister": "der"}), reader=NO_READER)


@pytest.mark.parametrize(("question", "right", "wrong"), CASES, ids=[case[2] for case in CASES])
def test_what_the_article_has_elsewhere_is_marked(question: str, right: str, wrong: str, retriever: Retriever) -> None:
    false = question.replace(right, wrong)
    assert retriever.answer(question).unsupported == ()
    marked = [false[part.start : part.end] for part in retriever.answer(false).unsupported]
    assert marked
    assert all(part in wrong for part in marked)


@pytest.mark.parametrize(
    "question",
    [
        "warum wird die halle nicht beheizt",  # what was to be, and was not
        "Was eröffnete der Präsident in Vesk?",
        "Haben die Fahrer schon davon gehört?",  # a no answers it
        "was sagte ein sprecher zu den karten",  # a verb, typed small, is no role
    ],
)
def test_of_what_is_true_nothing_is_marked(question: str, retriever: Retriever) -> None:
    assert retriever.answer(question).unsupported == ()


def test_what_is_denied_in_a_reason_is_denied_there_alone() -> None:
    text = "He heard a girl describe her homework in the Eastgate branch because her flat has no internet."
    retriever = Retriever([Article(text=text, title="-", language="en")], WORDS_ALONE)
    assert retriever.answer("Why does the girl do her homework in the Eastgate branch?").unsupported == ()


def test_of_more_words_than_anybody_asks_none_is_looked_up_on_its_own(retriever: Retriever) -> None:
    question = "Wie viele Leute will der Konzern{} in Vesk einstellen?"
    assert retriever.answer(question.format(" und der" * 20)).unsupported
    assert not retriever.answer(question.format(" und der" * 30)).unsupported


@pytest.mark.parametrize(
    "text",
    [
        "Der Präsident hat das Dekret – , nicht unterschrieben.",
        "Der Präsident ( ) hat das Dekret, : nicht unterschrieben, weil er nicht kam.",
    ],
)
def test_between_two_marks_there_may_be_no_word(text: str) -> None:
    retriever = Retriever([Article(text=text, title="-", language="de")], WORDS_ALONE)
    assert retriever.answer("Der Präsident hat das Dekret nicht unterschrieben, stimmt das?").unsupported == ()


@pytest.mark.parametrize(
    ("text", "question"),
    [
        ("Die Halle sollte ursprünglich beheizt werden.", "Warum wird die Halle nicht beheizt?"),
        ("Die Werft baut die Halle in Ahlen nicht vor dem Herbst.", "Die Werft baut die Halle in Ahlen, stimmt das?"),
    ],
)
def test_what_was_to_be_or_is_denied_in_part_contradicts_nothing(text: str, question: str) -> None:
    retriever = Retriever([Article(text=text, title="-", language="de")], WORDS_ALONE)
    assert retriever.answer(question).unsupported == ()
