"""The parts of retrieval that can be switched off, so that what each is worth can be measured."""

from __future__ import annotations

from dataclasses import dataclass

from retrieval.fields import PASSAGE_FIELDS, SENTENCE_FIELDS, Field
from retrieval.refusal import ACROSS, ACROSS_SCRIPTS, FITTED, Refusal, Signals


@dataclass(frozen=True, slots=True)
class Model:
    """How passages and sentences are scored, and what a quote is made of.

    `passages` and `sentences` are the fields of their scores. `passage_evidence`: the score of its passage is part of a
    sentence's. `expectations`: a sentence that offers what the question asks for gains. `context`: a sentence that
    leans on the one before brings it. `clauses`: an over-long sentence is cut at the clauses that say most of what is
    asked, otherwise at its end. `refusal` decides whether there is an answer, `across` for a
    question in another language than the article and `across_scripts` in another script; no `refusal`: there is one.
    """

    passages: tuple[Field, ...] = PASSAGE_FIELDS
    sentences: tuple[Field, ...] = SENTENCE_FIELDS
    passage_evidence: bool = True
    expectations: bool = True
    context: bool = True
    clauses: bool = True
    refusal: Refusal | None = FITTED
    across: Refusal = ACROSS
    across_scripts: Refusal = ACROSS_SCRIPTS

    def decides(self, signals: Signals) -> Refusal | None:
        """What decides by these signals; None: there always is an answer."""
        if self.refusal is None:
            return None
        return (self.refusal, self.across, self.across_scripts)[signals.distance]


FULL = Model()
