"""How long an answer takes, by words alone and by meaning too, beside rank-bm25 alone on the same article.

Run: pytest tests/benchmarks --benchmark-only
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path

import pytest
from pytest_benchmark.fixture import BenchmarkFixture
from rank_bm25 import BM25Plus

from bot.articles.library import Library
from bot.config.settings import InterfaceLanguage
from bot.incoming.addressing import BotIdentity, UserRequest
from bot.messages.texts import Catalogue
from bot.replies.conversation import Conversation
from content import Article, load_articles
from retrieval import WORDS_ALONE, Encoder, Retriever
from retrieval.encoder import VectorStore, WordsAlone, default_encoder, why_not
from retrieval.encoder.caching_encoder import CachingEncoder
from tests.support.paths import ARTICLES

QUESTIONS = (
    "Was hat Starlink mit Taiwan zu tun?",
    "hallo zusammen, weiß jemand, wer Kirienko ist?",
    "Warum könnte der Kontakt zu Putin ein Sicherheitsrisiko für die USA sein?",
    "Wie viele Einwohner hat Taiwan?",
)


@pytest.fixture(scope="module")
def article() -> Article:
    return load_articles(ARTICLES)[0]


@pytest.fixture(scope="module", params=["words alone", "encoder of this machine"])
def encoder(request: pytest.FixtureRequest) -> Encoder | WordsAlone:
    return WORDS_ALONE if request.param == "words alone" else own_encoder()


def own_encoder() -> Encoder:
    if (found := default_encoder()) is None:
        pytest.skip(why_not() or "there is no encoder")
    return found


def never_asked_before() -> Iterator[str]:
    """Nothing is remembered from the question before: each has words of its own."""
    return (f"Warum ist der Unternehmer Musk wegen Kontakt{number:05} ein Risiko?" for number in count())


@pytest.mark.benchmark(group="one article, asked again")
@pytest.mark.parametrize("question", QUESTIONS)
def test_an_answer(benchmark: BenchmarkFixture, article: Article, encoder: Encoder | WordsAlone, question: str) -> None:
    retriever = Retriever([article], encoder)
    assert benchmark(retriever.answer, question)


@pytest.mark.benchmark(group="one article, every question for the first time")
def test_an_answer_to_a_question_never_asked_before(
    benchmark: BenchmarkFixture, article: Article, encoder: Encoder | WordsAlone
) -> None:
    retriever, questions = Retriever([article], encoder), never_asked_before()
    assert benchmark(lambda: retriever.answer(next(questions)))


@pytest.mark.benchmark(group="one article, every question for the first time")
def test_the_peer_rank_bm25_on_words(benchmark: BenchmarkFixture, article: Article) -> None:
    """The least that could be asked for: paragraphs ranked by their words, no quote, no refusal."""
    paragraphs = [article.text[each.start : each.end] for each in article.paragraphs]
    peer = BM25Plus([re.findall(r"\w+", text.lower()) for text in paragraphs])
    questions = never_asked_before()
    assert len(benchmark(lambda: peer.get_scores(re.findall(r"\w+", next(questions).lower())))) == len(paragraphs)


@pytest.mark.benchmark(group="start")
def test_reading_an_article(benchmark: BenchmarkFixture, article: Article) -> None:
    assert benchmark(Retriever, [article], WORDS_ALONE)


@pytest.mark.benchmark(group="start")
def test_making_the_vectors_of_an_article(benchmark: BenchmarkFixture, article: Article) -> None:
    encoder = own_encoder()

    def made() -> Retriever:
        return Retriever([article], CachingEncoder(encoder, VectorStore(None)))

    assert benchmark.pedantic(made, rounds=3).without_vectors == 0  # type: ignore[no-untyped-call]


@pytest.mark.benchmark(group="start")
def test_reading_an_article_whose_vectors_are_kept(
    benchmark: BenchmarkFixture, article: Article, tmp_path: Path
) -> None:
    vectors = CachingEncoder(own_encoder(), VectorStore(tmp_path / "vectors.sqlite3"))
    Retriever([article], vectors)
    assert benchmark(Retriever, [article], vectors)


@pytest.mark.benchmark(group="one article, with and without reasons")
@pytest.mark.parametrize("way", [Retriever.answer, Retriever.explain], ids=["answer", "explain"])
def test_an_answer_and_its_explanation(
    benchmark: BenchmarkFixture, article: Article, way: Callable[[Retriever, str], object]
) -> None:
    """`explain` gives the same answer; what it tells beside it costs this much more."""
    assert benchmark(way, Retriever([article], WORDS_ALONE), QUESTIONS[0])


@pytest.mark.benchmark(group="a reply in private, every question for the first time")
@pytest.mark.parametrize("asked", ["Warum ist Musk wegen Kontakt{} ein Risiko?", "Wie tief ist Becken{} in Grünau?"])
def test_a_reply(benchmark: BenchmarkFixture, article: Article, encoder: Encoder | WordsAlone, asked: str) -> None:
    """An answer, and a refusal with sample questions beside it: all that is done between receiving and sending."""
    conversation = Conversation(Library(Retriever([article], encoder)), Catalogue(), InterfaceLanguage.GERMAN)
    me, questions = BotIdentity(1, "belegbot"), (UserRequest(None, asked.format(number)) for number in count())
    assert benchmark(lambda: conversation.reply_to(next(questions), me, "de"))
