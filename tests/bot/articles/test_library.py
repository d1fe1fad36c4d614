"""Questions in threads: when more are asked than can be compared by meaning, none waits for long."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Sequence

import pytest

from bot.articles.library import Library
from retrieval import Answer, Retriever
from retrieval.encoder import Vectors
from tests.support.bot.articles import BRIDGE
from tests.support.retrieval.fake_encoder import FakeEncoder

QUESTIONS = 40

# Seconds that a question takes, and that nothing is compared for once one has waited for too long.
SLOW, REST = 0.4, 1.0


class SlowEncoder(FakeEncoder):
    """As an embeddings server under load."""

    def embed_questions(self, texts: Sequence[str]) -> Vectors:
        time.sleep(SLOW)
        return super().embed_questions(texts)


@pytest.fixture
def library() -> Library:
    return Library(Retriever([BRIDGE], SlowEncoder()))


async def ask(library: Library, questions: int) -> list[Answer]:
    asked = (f"Wer bezahlt die Reparatur Nr. {number}?" for number in range(questions))
    return await asyncio.gather(*(library.run(library.retriever.answer, question) for question in asked))


def test_who_would_wait_for_long_is_answered_by_words_alone(library: Library) -> None:
    answers = asyncio.run(ask(library, QUESTIONS))
    by_words = [answer for answer in answers if answer.by_words_alone]
    assert len(by_words) >= QUESTIONS / 2
    assert all("bezahlt zur Hälfte das Land" in answer.quotes[0].text for answer in by_words)
    assert library.unencoded >= len(by_words)


def test_a_moment_later_meaning_counts_again(library: Library) -> None:
    asyncio.run(ask(library, QUESTIONS))
    time.sleep(REST)
    (answer,) = asyncio.run(ask(library, 1))
    assert not answer.by_words_alone


def test_that_words_alone_decide_is_told_once_and_not_as_a_fault_of_the_encoder(
    library: Library, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("INFO")
    asyncio.run(ask(library, QUESTIONS))
    time.sleep(REST)
    asyncio.run(ask(library, 1))
    assert [record.message.partition(":")[0] for record in caplog.records] == [
        "More is asked than can be compared by meaning"
    ]


def test_what_is_in_hand_counts_also_once_the_articles_have_changed(library: Library) -> None:
    changed = library.with_retriever(Retriever([BRIDGE], SlowEncoder()))

    async def scene() -> list[Answer]:
        before = asyncio.create_task(ask(library, QUESTIONS // 2))
        await asyncio.sleep(0)
        answers = await ask(changed, 1)
        await before
        return answers

    (answer,) = asyncio.run(scene())
    assert answer.by_words_alone
