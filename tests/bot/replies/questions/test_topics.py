"""The replies to what does not ask the text."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from bot.config.settings import InterfaceLanguage
from bot.messages.texts import Catalogue
from bot.replies.questions.topics import topic_reply
from bot.replies.style import ReplyStyle
from content import Article
from retrieval import WORDS_ALONE, Answer, Quote, Retriever, Span, Topic, Verdict, cite
from tests.support.bot.articles import BRIDGE, LATER, POOL

GERMAN, ENGLISH = (Catalogue()[language] for language in InterfaceLanguage)
UNKNOWN = "Das steht nicht dabei."
BARE = Article.from_text("Ein Satz steht da.", title="Nur ein Titel", language="de")


def said(topic: Topic, message: str = "", articles: Sequence[Article] = (BRIDGE,), *, in_group: bool = False) -> str:
    alone = articles[0] if len(articles) == 1 else None
    reply = topic_reply(
        answer_of(topic, message), Retriever(articles, WORDS_ALONE), ReplyStyle(GERMAN, in_group, alone)
    )
    return reply.text.text if reply else ""


def answer_of(topic: Topic, message: str = "", *quotes: Quote) -> Answer:
    return Answer(message, Verdict.NONE, quotes, (), topic=topic)


@pytest.mark.parametrize(
    ("topic", "answer"),
    [
        (Topic.AUTHOR, "Geschrieben von Ida Fechner und Jo Amari."),
        (Topic.PUBLISHED, "Erschienen am 25.10.2024."),
        (Topic.PUBLISHER, "Erschienen bei: Der Stadtbote"),
        (Topic.URL, "Hier steht der Artikel: „Die Brücke bleibt bis Mai gesperrt“"),
    ],
)
def test_where_an_article_comes_from_is_told_or_not_known(topic: Topic, answer: str) -> None:
    assert said(topic) == answer
    assert said(topic, in_group=True) == answer
    assert said(topic, articles=[BARE]) == UNKNOWN


def test_an_overview_is_title_origin_lead_and_outline() -> None:
    alone = Retriever([BRIDGE], WORDS_ALONE)
    overview = answer_of(Topic.OVERVIEW, "", cite(BRIDGE, [Span(0, 96)]))
    reply = topic_reply(overview, alone, ReplyStyle(GERMAN))
    assert reply is not None
    assert reply.text.text == (
        "„Die Brücke bleibt bis Mai gesperrt“\n"
        "Der Stadtbote · 25.10.2024\n"
        "Die Brücke über die Lahn bleibt bis Mai gesperrt. Ein Gutachter fand Risse im mittleren Pfeiler.\n"
        "Absatz 1\n"
        "Gliederung:\n"
        "• Umleitung (ab Absatz 3)"
    )
    assert [row[0].label for row in reply.buttons] == list(BRIDGE.questions)
    in_group = topic_reply(overview, alone, ReplyStyle(GERMAN, in_group=True))
    assert in_group is not None
    assert in_group.buttons == ()


def test_an_overview_of_what_is_hardly_known_is_short() -> None:
    assert said(Topic.OVERVIEW, articles=[BARE]) == "„Nur ein Titel“"


def test_of_several_articles_it_asks_which_unless_one_is_replied_to() -> None:
    articles = [BRIDGE, LATER, POOL]
    assert said(Topic.OVERVIEW, articles=articles).startswith("Diese Artikel habe ich.")
    assert said(Topic.AUTHOR, articles=articles).startswith("Welchen Artikel meinst du?")
    quote = cite(POOL, [Span(0, 31)])
    reply = topic_reply(answer_of(Topic.AUTHOR), Retriever(articles, WORDS_ALONE), ReplyStyle(GERMAN), quote)
    assert reply is not None
    assert reply.text.text == "Geschrieben von Karla Voss."


@pytest.mark.parametrize(
    ("message", "line"),
    [
        ("Danke!", "Gern!"),
        ("vielen dnak, super", "Gern!"),
        ("👍🏻", "Gern!"),
        ("thank you so much", "Gern!"),
        ("Hallo!", "Hallo! Frag mich etwas zum Artikel."),
        ("Gutem Morgen zusammen", "Hallo! Frag mich etwas zum Artikel."),
        ("tschüss", "Bis bald!"),
        ("wer bist du?", "Ich bin ein Bot und beantworte Fragen zu einem Artikel mit Zitaten daraus."),
        ("are you a robot", "Ich bin ein Bot und beantworte Fragen zu einem Artikel mit Zitaten daraus."),
        ("du bist dumm", "Schade, das war wohl nichts. Versuch es gern mit einer anderen Frage."),
        ("lol", "Freut mich! Hast du noch eine Frage?"),
        ("😂😂", "Freut mich! Hast du noch eine Frage?"),
        ("mir ist langweilig", "Frag mich gern etwas zum Artikel."),
    ],
)
def test_talk_gets_a_line_that_fits_and_in_a_group_none(message: str, line: str) -> None:
    assert said(Topic.TALK, message) == line
    assert said(Topic.TALK, message, in_group=True) == ""


def test_in_english() -> None:
    retriever = Retriever([BRIDGE], WORDS_ALONE)
    for topic, message, line in (
        (Topic.TALK, "thanks", "You’re welcome!"),
        (Topic.AUTHOR, "", "Written by Ida Fechner and Jo Amari."),
        (Topic.PUBLISHED, "", "Published on 2024-10-25."),
    ):
        reply = topic_reply(answer_of(topic, message), retriever, ReplyStyle(ENGLISH, article=BRIDGE))
        assert reply is not None
        assert reply.text.text == line
