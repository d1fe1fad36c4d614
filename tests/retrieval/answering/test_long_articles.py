"""An article of any length: what is done for a question grows as it does, and no faster."""

from __future__ import annotations

import time
from typing import Any

import pytest

from content import Article
from retrieval import WORDS_ALONE, Retriever
from retrieval.index.parsed_article import ParsedArticle
from tests.support.retrieval.corpus import Generator


@pytest.mark.slow
def test_an_answer_from_a_long_article_takes_linear_time() -> None:
    text = "\n\n".join(article.text for article in Generator().articles(4_000))

    def seconds(characters: int) -> float:
        article = Article.from_text(text[:characters], title="Titel", language="de")
        start = time.thread_time()  # whatever else the machine has to do
        Retriever([article], WORDS_ALONE).answer("Was sagte Wolf heute?")
        return time.thread_time() - start

    seconds(2_000)  # builds the verb tables
    assert len(text) > 400_000
    assert seconds(400_000) < 25 * seconds(40_000)


def test_an_article_alone_is_read_once_for_its_index_and_its_first_question(monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[Article] = []

    def watched(article: Article, *resources: Any) -> ParsedArticle:
        read.append(article)
        return ParsedArticle(article, *resources)

    monkeypatch.setattr("retrieval.index.parsed_article.ParsedArticle", watched)
    article = Article.from_text("Die Brücke ist seit Mai gesperrt.", title="Titel", language="de")
    assert Retriever([article], WORDS_ALONE).answer("Seit wann ist die Brücke gesperrt?").found
    assert read == [article]
