"""What turns texts into vectors, as the rest of the program sees it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol, TypeAlias

import numpy as np
from numpy.typing import NDArray

# Of shape (texts, dimensions). The dot product of two rows is the cosine of their texts.
Vectors: TypeAlias = NDArray[np.float32]


class Encoder(Protocol):
    """Turns texts into vectors whose cosine says how near two texts are in meaning. May be used by several threads.

    Questions and passages are embedded differently (the model was trained on "query: " and "passage: " before them):
    compare a question's vector with passages' vectors.

    Of both methods: a row belongs to the text of the same number and has length 1, but a text without any letter or
    digit gets a row of zeros, whose cosine with anything is 0. Texts are first `clean`, so cut at QUESTION_LIMIT or
    PASSAGE_LIMIT code points.
    """

    @property
    def name(self) -> str:
        """Which model computes them, where, in which version: vectors of different names are not comparable."""
        ...

    def __hash__(self) -> int:
        """By identity, as any object's: what one encoder made is kept for it."""
        ...

    def embed_questions(self, texts: Sequence[str]) -> Vectors:
        """The vectors of questions.

        Raises:
            EncoderUnavailable: at least one of them has none: it was not computed in time, or not rightly.
        """
        ...

    def embed_passages(self, texts: Sequence[str]) -> Vectors:
        """The vectors of passages, or of sentences of passages.

        A text that the encoder fails at has a row of NaN. Where the encoder becomes unusable after some texts got
        their vectors, the rows of the others are NaN too, so that no vector is lost; a later call may succeed.

        Raises:
            EncoderUnavailable: the encoder cannot be used, and no text has got its vector.
        """
        ...


class WordsAlone:
    """The wish that no encoder be used, as opposed to None: the default one, if there is one."""

    __slots__ = ()

    def __repr__(self) -> str:
        return "WORDS_ALONE"


WORDS_ALONE = WordsAlone()
