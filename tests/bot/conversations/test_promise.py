"""The promise, for any article and any question: every word is the article's own, and Telegram takes every message."""

from datetime import date

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from bot.articles.library import Library
from bot.config.settings import InterfaceLanguage
from bot.incoming.addressing import BotIdentity, UserRequest
from bot.incoming.commands import Command
from bot.messages.texts import Catalogue
from bot.replies.conversation import Conversation
from bot.simulator import BotAccount, Telegram
from content import Article
from retrieval.quotes.quote import OMISSION
from tests.support.bot.dialogues import Dialogue
from tests.support.bot.replies import QUESTIONS, SCALARS, TEXTS, assert_telegram_takes, quoted_texts
from tests.support.bot.replying import reply_of

ME = BotIdentity(1, "belegbot")
CATALOGUE = Catalogue()


@given(TEXTS, st.text(SCALARS), QUESTIONS, st.sampled_from(["de", "ru", None]))
def test_any_article_and_any_question_make_a_message_that_quotes(
    text: str, title: str, question: str, language: str | None
) -> None:
    article = Article.from_text(text, title=f"T{title}", language="de")
    if not article.paragraphs:
        return
    conversation = Conversation(Library([article]), CATALOGUE, InterfaceLanguage.GERMAN)
    reply = reply_of(conversation, UserRequest(None, question), ME, language)
    assert_telegram_takes(reply)
    for quoted in quoted_texts(reply):
        assert all(piece in text for piece in quoted.split(OMISSION))


@pytest.mark.slow
@settings(max_examples=25)
@given(TEXTS, QUESTIONS, st.booleans())
def test_any_message_can_be_checked_beside_any_article(text: str, message: str, in_group: bool) -> None:
    article = Article.from_text(text, title="T", language="de")
    if not article.paragraphs:
        return
    conversation = Conversation(Library([article]), CATALOGUE, InterfaceLanguage.GERMAN)
    for said in (message, f"„{message}“", f"„{text}“ „{message}“ " * 7):
        request = UserRequest(Command.CHECK, "", about=said)
        reply = reply_of(conversation, request, ME, "de", in_group=in_group)
        assert_telegram_takes(reply)
        for quoted in quoted_texts(reply):
            assert all(piece in text for piece in quoted.split(OMISSION))


@pytest.mark.slow
@example("00:/A", [], [])  # a title with more commands in it than Telegram takes entities a message
@settings(max_examples=25)  # each builds the index of a library
@given(st.text(SCALARS, min_size=1), st.lists(st.text(SCALARS, min_size=1)), st.lists(st.text(SCALARS, min_size=1)))
def test_greeting_and_portrait_can_be_sent_whatever_editors_write(
    title: str, authors: list[str], questions: list[str]
) -> None:
    article = Article(
        text="# " + "\n\na\n\n# ".join([title] * 20) + "\n\nText.",
        title="x" + title * 200,
        language="de",
        slug="eigen",
        authors=tuple(authors) * 20,
        questions=tuple(question for question in questions if question.strip()),
    )
    twins = [Article.from_text(article.text, title=article.title, language="de") for _ in range(10)]
    for articles in ([article], [article, *twins]):
        conversation = Conversation(Library(articles), CATALOGUE, InterfaceLanguage.ENGLISH)
        for words in ("", "x"):
            for command in (None, *Command):
                assert_telegram_takes(reply_of(conversation, UserRequest(command, words), ME, "de"))
    scope = conversation.scope_of(article.slug)
    assert scope.article is article
    for command in (Command.ARTICLE, Command.START):
        assert_telegram_takes(reply_of(conversation, UserRequest(command, ""), ME, "de", scope=scope))


@pytest.mark.slow
@given(TEXTS, TEXTS, QUESTIONS, st.booleans())
def test_any_two_articles_are_quoted_apart(one: str, other: str, question: str, in_group: bool) -> None:
    articles = [
        Article(text=text, title=title, language="de", slug=title, published=date(2024, 1, day))
        for day, (title, text) in enumerate((("A", one), ("B", other)), start=1)
    ]
    if not all(article.paragraphs for article in articles):
        return
    conversation = Conversation(Library(articles), CATALOGUE, InterfaceLanguage.GERMAN)
    first = conversation.reply_to(UserRequest(None, question), ME, "de", in_group=in_group)
    if first is None:
        assert in_group  # talk, or a sign: groups get no word for it
        return
    said = [first]
    for reply in said:
        assert_telegram_takes(reply)
        for quoted in quoted_texts(reply):
            assert any(all(piece in text for piece in quoted.split(OMISSION)) for text in (one, other))
        if reply is said[0]:
            data = [button.data for row in reply.buttons for button in row if button.data]
            said += [view for each in data if (view := conversation.reply_to_callback(each, "de"))]
            assert len(said) == len(data) + 1


@pytest.mark.slow
@given(question=QUESTIONS.filter(lambda words: words.strip() and len(words) < 4000 and "\x00" not in words))
def test_whatever_is_asked_gets_one_answer_that_telegram_takes(
    telegram: Telegram, polling_bot: BotAccount, question: str
) -> None:
    person = telegram.new_person("Eva", language_code="de")
    dialogue = Dialogue.opened_by(person, telegram, polling_bot)
    dialogue.reply()
    person.says(dialogue.chat, question)
    assert dialogue.reply().text
    dialogue.assert_silent(person)
