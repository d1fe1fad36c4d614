"""What a message is about when it does not ask the text."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from content import Article
from retrieval import WORDS_ALONE, Retriever, Topic
from retrieval.query.topic import TopicDetector

GOLD = Path(__file__).parents[2] / "gold"
TOPICS: dict[str, list[str]] = yaml.safe_load((GOLD / "topics.yaml").read_text("utf-8"))
DETECTOR = TopicDetector()


@pytest.mark.parametrize(("name", "messages"), TOPICS.items())
def test_messages_have_their_topic(name: str, messages: list[str]) -> None:
    wrong = {message: topic for message in messages if (topic := DETECTOR.topic(message) or "none") != name}
    assert wrong == {}


@pytest.mark.parametrize("path", sorted((GOLD / "questions").glob("*.yaml")), ids=lambda path: path.stem)
def test_a_question_to_the_text_has_none(path: Path) -> None:
    questions = yaml.safe_load(path.read_text("utf-8"))["questions"]
    assert [each["ask"] for each in questions if DETECTOR.topic(each["ask"])] == []


@pytest.mark.parametrize("message", ["", " \n", "\u202e", "12", "Worum geht es?" * 20])
def test_nothing_and_what_is_long_has_none(message: str) -> None:
    assert DETECTOR.topic(message) is None


def test_where_a_quote_is_replied_to_this_is_what_it_says() -> None:
    assert DETECTOR.topic("Wie alt ist das?", leaning=True) is None
    assert DETECTOR.topic("Wie alt ist der Artikel?", leaning=True) is Topic.PUBLISHED


@given(st.text(max_size=200))
def test_any_text_will_do(message: str) -> None:
    assert DETECTOR.topic(message) in (None, *Topic)


BRIDGE = Article.from_text(
    "Die Brücke ist gesperrt. Sie bleibt es bis Mai. Das Land bezahlt.\n\nDer Bus fährt.", title="Brücke", language="de"
)
INTERVIEW = Article(
    text="Was essen Bienen?\n\nVor allem Nektar.\n\nDas Interview führte Jana Thoma.",
    title="Bienen",
    language="de",
    authors=("Redaktion",),
)


def test_what_the_front_matter_has_is_found() -> None:
    answer = Retriever([BRIDGE], WORDS_ALONE).answer("Wer hat das geschrieben?")
    assert (answer.topic, answer.found, answer.quotes, answer.subject) == ("author", False, (), ())
    assert Retriever([INTERVIEW], WORDS_ALONE).answer("Wer hat den Artikel geschrieben?").found


def test_an_overview_quotes_the_lead() -> None:
    answer = Retriever([BRIDGE], WORDS_ALONE).answer("worum gehts")
    assert (answer.topic, answer.found) == (Topic.OVERVIEW, True)
    assert answer.quotes[0].text == "Die Brücke ist gesperrt. Sie bleibt es bis Mai."


def test_talk_gets_no_quote() -> None:
    answer = Retriever([BRIDGE], WORDS_ALONE).answer("danke!")
    assert (answer.topic, answer.found, answer.quotes) == (Topic.TALK, False, ())


def test_of_several_articles_none_is_meant_but_that_of_the_quote() -> None:
    both = Retriever([BRIDGE, INTERVIEW], WORDS_ALONE)
    answer = both.answer("Wer hat den Artikel geschrieben?")
    assert (answer.topic, answer.found) == (Topic.AUTHOR, False)
    quote = both.answer("Was essen Bienen?").quotes[0]
    assert quote.article is INTERVIEW
    assert both.answer("Wer hat den Artikel geschrieben?", about=quote).found


def test_the_articles_own_words_are_preferred() -> None:
    answer = Retriever([INTERVIEW], WORDS_ALONE).answer("Wer hat das Interview geführt?")
    assert (answer.topic, answer.found) == (None, True)
    assert answer.quotes[0].text == "Das Interview führte Jana Thoma."


LETTER = Article.from_text(
    "Ein Brief lag im Schloss. Geschrieben hat den Brief Agathe Orle.\n\nDer Bus fährt nach Orlebach.",
    title="Brief",
    language="de",
)


@pytest.mark.parametrize("question", ["Wer hat das geschrieben?", "und wer hat das geschrieben", "Who wrote that?"])
def test_who_wrote_that_asks_for_the_author_also_in_reply_to_a_quote(question: str) -> None:
    retriever = Retriever([BRIDGE], WORDS_ALONE)
    answer = retriever.answer(question, about=retriever.answer("Wer bezahlt die Brücke?").quotes[0])
    assert (answer.topic, answer.found, answer.quotes) == (Topic.AUTHOR, False, ())


def test_unless_the_text_tells_who_wrote_what_the_quote_speaks_of() -> None:
    retriever = Retriever([LETTER], WORDS_ALONE)
    answer = retriever.answer("Wer hat das geschrieben?", about=retriever.answer("Was lag im Schloss?").quotes[0])
    assert (answer.topic, answer.found) == (None, True)
    assert "Agathe Orle" in answer.quotes[0].text


def test_an_explanation_has_the_same_topic() -> None:
    assert Retriever([BRIDGE], WORDS_ALONE).explain("tl;dr").answer.topic is Topic.OVERVIEW
