"""Decides whether what was found answers: by cosines and words, and by what a reader makes of what these leave open."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import NamedTuple

from retrieval.index.parsed_article import Sentence
from retrieval.scoring.decision.answerability import (
    Decision,
    DecisionModels,
    Signals,
    best_logit,
    decide,
    is_denied,
    lines_for,
    signals_of,
)
from retrieval.scoring.decision.reranking import rerank
from retrieval.scoring.decision.verdict import Verdict
from retrieval.scoring.decision.windows import ReadWindow, WindowReader
from retrieval.scoring.search_result import SearchResult


class Decider(NamedTuple):
    """`constants` decide, by what `windows` reads, too; None: nothing is read. Thread-safe."""

    constants: DecisionModels
    windows: WindowReader | None = None

    def decide(self, found: SearchResult) -> tuple[SearchResult, Decision]:
        """What was found, in the order that the reader gives it, and whether it answers.

        Signals are those of the sentence that words and meaning had first; doubts and premises those of the one that
        comes first then.
        """
        signals, windows = self._read(found, found.ranked[0])
        found = rerank(found, windows)
        return found, decide(found, None, self.constants, signals=signals, windows=windows)

    def answers(self, found: SearchResult, sentence: Sentence) -> bool:
        """Whether this sentence answers, of whichever article."""
        signals, windows = self._read(found, sentence)
        decision = decide(found, sentence, self.constants, signals=signals, windows=windows)
        return decision.verdict is Verdict.ANSWER

    def _read(self, found: SearchResult, sentence: Sentence) -> tuple[Signals, Sequence[ReadWindow]]:
        """What the decision about this sentence goes by, and the windows that were read for it.

        But where all is read, a reader that has no lines reads nothing: what its logits mean is not known.
        """
        signals = signals_of(found, sentence)
        if self.windows is None or (is_denied(signals, self.constants) and not self.windows.reads_all):
            return signals, ()
        signals = signals._replace(reader=self.windows.name)
        lines = lines_for(signals, self.constants)
        reads = lines is not None or self.windows.reads_all
        windows = self.windows.read(found, sentence, lines.answer if lines else math.inf) if reads else ()
        return signals._replace(reading=best_logit(windows) if windows else None), windows
