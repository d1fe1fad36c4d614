"""An article of any length: what is done for a question grows as it does, and no faster."""

from __future__ import annotations

import time
from typing import Any

import pytest

from content import Article
from retrieval import WORDS_ALONE, Retriever
from retrieval.attribution import Attribution, attributions_in_part
from retrieval.base.spans import Span
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


def test_of_a_long_article_only_parts_that_name_them_are_read_for_who_says_what(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Whether somebody is named where the question puts them: to read all of a book for it would take a minute."""
    read: list[Span] = []

    def watched(article: Article, part: Span) -> tuple[Attribution, ...]:
        read.append(part)
        return attributions_in_part(article, part)

    monkeypatch.setattr("retrieval.attribution.attribution_cache.attributions_in_part", watched)
    filler = "\n\n".join(
        f"Die Gemeinde hat im Jahr {1000 + at} neue Bänke am Wasser aufgestellt." for at in range(2_000)
    )
    said = "Anna Weber sammelt seit Mai Kartoffeln. Das sei mühsam, sagte Weber."
    text = f"Ida Kern sammelt seit April im Wald Pilze und Beeren.\n\n{filler}\n\n{said}"
    article = Article.from_text(text, title="Chronik", language="de")
    Retriever([article], WORDS_ALONE).answer("Seit wann sammelt Anna Weber im Wald Pilze und Beeren?")
    assert 1 <= len(set(read)) <= 2
