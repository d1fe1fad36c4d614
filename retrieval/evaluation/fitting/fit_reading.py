"""Fits the lines of a reader (`ReadingLines`) on several sets of questions, as `fit_answerability` does.

The set that is worst off draws both lines, those of its questions counted that are denied or refused without reading.
The reader must not have been trained on the articles.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import NamedTuple

from content.language import Language
from retrieval.evaluation.fitting.fit_answerability import AllowedErrors, are_enough
from retrieval.evaluation.fitting.observations import Observation, ObservationSet
from retrieval.scoring.decision.answerability import LogisticModelPair, is_open, verdict_of
from retrieval.scoring.decision.verdict import Verdict
from retrieval.scoring.decision.windows import ReadingLines, ReadingLinesByLanguage


def fit_lines(
    sets: Sequence[ObservationSet], shares: AllowedErrors, formulas: LogisticModelPair, fallback: ReadingLinesByLanguage
) -> ReadingLinesByLanguage:
    """The lines for each language, and for foreign questions; where there are too few of these, `fallback` stays."""
    fitted = {language.value: _lines(sets, shares, formulas, language) for language in Language}
    found = {**fitted, "foreign": _lines(sets, shares, formulas, None)}
    return fallback._replace(**{which: lines for which, lines in found.items() if lines})


def _lines(
    sets: Sequence[ObservationSet], shares: AllowedErrors, formulas: LogisticModelPair, language: Language | None
) -> ReadingLines | None:
    """Those for questions in this language of the article; None: for those in another one."""

    def concerned(observed: Sequence[Observation]) -> list[Observation]:
        return [
            each for each in observed if each.signals and (language or each.signals.language) == each.signals.language
        ]

    foreign = language is None
    read = [_read_questions(concerned(each.answerable), formulas) for each in sets if each.foreign == foreign]
    read = [each for each in read if each.logits]
    if not are_enough(sets, foreign=foreign) or not read:
        return None
    answer = min(each.line(shares.wrong_refusals, each.refused) for each in read)
    none = min(each.line(shares.denied, each.denied) for each in read)
    return ReadingLines(answer, min(answer, none))


class _ReadQuestions(NamedTuple):
    """Answerable questions of a set: how many there are, are denied and are refused unread, and the others' logits."""

    asked: int
    denied: int
    refused: int
    logits: Sequence[float]

    def line(self, share: float, lost: int) -> float:
        """The logit below which so few lie that, with those `lost` already, they are no more than the share."""
        allowed = int(share * self.asked) - lost
        return math.floor(100 * self.logits[max(0, min(allowed, len(self.logits) - 1))]) / 100


def _read_questions(observed: Sequence[Observation], formulas: LogisticModelPair) -> _ReadQuestions:
    denied, doubtful, logits = 0, 0, []
    for signals, doubted in observed:
        if signals is None:
            denied += 1
            continue
        formula = formulas.foreign if signals.foreign else formulas.own
        verdict = verdict_of(signals, formula, doubted=doubted)
        if verdict is Verdict.NONE:
            denied += 1
        elif not is_open(verdict, doubted=doubted):
            doubtful += 1
        elif signals.reading is not None:
            logits.append(signals.reading)
    return _ReadQuestions(len(observed), denied, denied + doubtful, sorted(logits))
