"""How long the list of a large library's articles takes, and a search among them, beside what a question takes there.

Run: pytest tests/benchmarks/test_listing.py --benchmark-only
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from bot.articles.library import Library
from bot.config.settings import InterfaceLanguage
from bot.incoming.addressing import BotIdentity, UserRequest
from bot.incoming.commands import Command
from bot.messages.texts import Catalogue
from bot.replies.conversation import Conversation
from retrieval import Retriever
from tests.support.retrieval.corpus import Generator

_ARTICLES = 2_000
_ME = BotIdentity(1, "belegbot")


@pytest.fixture(scope="module")
def retriever() -> Retriever:
    generator = Generator()
    return Retriever(
        replace(article, slug=f"artikel-{at}", published=date(2000, 1, 1) + timedelta(days=at))
        for at, article in enumerate(generator.articles(10 * _ARTICLES))
    )


@pytest.fixture(scope="module")
def conversation(retriever: Retriever) -> Conversation:
    return Conversation(Library(retriever), Catalogue(), InterfaceLanguage.GERMAN)


@pytest.fixture(scope="module")
def words(retriever: Retriever) -> str:
    return " ".join(retriever.articles[77].text.split()[3:6])


@pytest.mark.benchmark(group="2,000 articles")
def test_a_page_of_the_list(benchmark: BenchmarkFixture, conversation: Conversation) -> None:
    assert benchmark(lambda: conversation.reply_to_callback("list:100:", "de"))


@pytest.mark.benchmark(group="2,000 articles")
def test_a_search_for_articles(benchmark: BenchmarkFixture, conversation: Conversation, words: str) -> None:
    assert benchmark(lambda: conversation.reply_to(UserRequest(Command.ARTICLE, words), _ME, "de"))


@pytest.mark.benchmark(group="2,000 articles")
def test_a_question_to_the_article_that_a_chat_has_settled_on(
    benchmark: BenchmarkFixture, conversation: Conversation, words: str
) -> None:
    scope = conversation.scope_of("artikel-77")
    assert benchmark(lambda: conversation.reply_to(UserRequest(None, words), _ME, "de", scope=scope))


@pytest.mark.benchmark(group="2,000 articles")
def test_the_peer_a_question_to_all(benchmark: BenchmarkFixture, conversation: Conversation, words: str) -> None:
    assert benchmark(lambda: conversation.reply_to(UserRequest(None, words), _ME, "de"))
