"""Vectors of texts: made once, and missed where the encoder gives none."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pytest

from retrieval.base.errors import EncoderUnavailable
from retrieval.encoder import Vectors, VectorStore
from retrieval.encoder.caching_encoder import CachingEncoder
from tests.support.retrieval.fake_encoder import FakeEncoder, text_vectors

TEXTS = ["Die Brücke ist gesperrt.", "Das Freibad öffnet.", "Der Bus fährt zur Brücke."]

# Kept vectors are rounded: so far may a cosine be from that of the floats.
ROUNDED = 0.002


@pytest.fixture
def encoder() -> FakeEncoder:
    return FakeEncoder()


@pytest.fixture
def vectors(encoder: FakeEncoder) -> CachingEncoder:
    return text_vectors(encoder)


def test_a_question_is_encoded_once(encoder: FakeEncoder, vectors: CachingEncoder) -> None:
    first, again = vectors.question("Wo fährt der Bus?"), vectors.question("Wo fährt der Bus?")
    assert first is not None
    assert again is first
    assert first == pytest.approx(FakeEncoder().embed_questions(["Wo fährt der Bus?"])[0])
    assert encoder.questions == ["Wo fährt der Bus?"]


def test_of_many_questions_those_of_late_are_remembered(encoder: FakeEncoder, vectors: CachingEncoder) -> None:
    for number in range(1000):
        vectors.question(f"Bus {number}?")
        vectors.question("Bus 0?")
    assert len(encoder.questions) == 1000
    vectors.question("Bus 999?")
    assert len(encoder.questions) == 1000
    vectors.question("Bus 1?")
    assert len(encoder.questions) == 1001


def test_a_question_without_a_vector_is_counted_and_asked_for_again(
    encoder: FakeEncoder, vectors: CachingEncoder, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("INFO")
    for times in (1, 2):
        encoder.down = True
        assert [vectors.question("Wo fährt der Bus?") for _ in range(2)] == [None, None]
        assert vectors.unanswered == 2 * times
        encoder.down = False
        assert vectors.question("Wo fährt das Boot?" * times) is not None
    assert vectors.question("Wo fährt der Bus?") is not None
    told = [record.message.partition(":")[0] for record in caplog.records]
    assert len(told) == 4, "once that it fails, however many ask, and once that it works again"
    assert told[:2] == told[2:]


def test_what_was_not_made_is_not_known(vectors: CachingEncoder) -> None:
    rows, known = vectors.stored_vectors(TEXTS)
    assert (len(rows), known.tolist()) == (3, [False] * 3)
    question = vectors.question("Wo fährt der Bus?")
    assert question is not None
    assert np.isnan(vectors.cosines(TEXTS, question)).all()


def test_only_what_is_missing_is_made(encoder: FakeEncoder, vectors: CachingEncoder) -> None:
    vectors.make(TEXTS[:1])
    vectors.make([*TEXTS, TEXTS[2]])
    vectors.make(TEXTS)
    assert encoder.passages == TEXTS
    assert vectors.stored_vectors([*TEXTS, "Anderes"])[1].tolist() == [True, True, True, False]


def test_cosines_are_those_of_the_floats(encoder: FakeEncoder, vectors: CachingEncoder) -> None:
    vectors.make(TEXTS[:2])
    question = vectors.question("Ist die Brücke gesperrt?")
    assert question is not None
    expected = encoder.embed_passages(TEXTS) @ question
    assert vectors.cosines(TEXTS, question)[:2] == pytest.approx(expected[:2], abs=ROUNDED)
    assert np.isnan(vectors.cosines(TEXTS, question)[2])


def test_vectors_of_other_dimensions_cannot_be_compared(vectors: CachingEncoder) -> None:
    vectors.make(TEXTS)
    assert np.isnan(vectors.cosines(TEXTS, np.ones(3, np.float32))).all()


def test_a_text_that_fails_stays_unknown_and_alone_is_tried_again() -> None:
    encoder = FakeEncoder(fails_at=[TEXTS[1]])
    vectors = text_vectors(encoder)
    vectors.make(TEXTS)
    assert vectors.stored_vectors(TEXTS)[1].tolist() == [True, False, True]
    encoder.passages.clear()
    encoder.fails_at = ()
    vectors.make(TEXTS)
    assert encoder.passages == [TEXTS[1]]
    assert vectors.stored_vectors(TEXTS)[1].all()


def test_what_was_made_before_the_encoder_went_is_kept() -> None:
    class ShortLived(FakeEncoder):
        def embed_passages(self, texts: Sequence[str]) -> Vectors:
            made = super().embed_passages(texts)
            self.down = True
            return made

    encoder = ShortLived()
    vectors = text_vectors(encoder)
    texts = [f"Haus {number}" for number in range(500)]
    with pytest.raises(EncoderUnavailable):
        vectors.make(texts)
    known = vectors.stored_vectors(texts)[1].tolist()
    assert known == [True] * len(encoder.passages) + [False] * (500 - len(encoder.passages))
    assert 0 < len(encoder.passages) < 500


def test_encoders_of_different_names_share_no_vector() -> None:
    store = VectorStore(None)
    one, other = (CachingEncoder(FakeEncoder(name), store) for name in ("one", "other"))
    one.make(TEXTS)
    assert one.stored_vectors(TEXTS)[1].all()
    assert not other.stored_vectors(TEXTS)[1].any()
