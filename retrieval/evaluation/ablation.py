"""What each part of the model is worth: everything measured again with that part switched off."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from retrieval.evaluation.measures import Progress, Report, evaluate, unheard
from retrieval.evaluation.squad import GoldArticle
from retrieval.model import FULL, Model


@dataclass(frozen=True, slots=True)
class Ablation:
    """The measures without one part; `part` names it, empty for the full model."""

    part: str
    report: Report


def variants(model: Model = FULL) -> Iterator[tuple[str, Model]]:
    """The model, and the model without each of its parts, each with the part's name. None of them refuses.

    What is refused is left out of it because the thresholds fit the scores of the full model only.
    """
    model = replace(model, refusal=None)
    yield "", model
    for field in model.passages:
        yield f"passages: {field.name}", replace(model, passages=tuple(f for f in model.passages if f is not field))
    for each in model.sentences:
        yield f"sentences: {each.name}", replace(model, sentences=tuple(f for f in model.sentences if f is not each))
    yield "sentences: score of the passage", replace(model, passage_evidence=False)
    yield "sentences: what the question asks for", replace(model, expectations=False)
    yield "quotes: sentences that others lean on", replace(model, context=False)
    yield "quotes: cut at the best clauses", replace(model, clauses=False)


def ablate(gold: Sequence[GoldArticle], progress: Progress = unheard) -> tuple[Ablation, ...]:
    """All variants measured, the full model first; what is asked where no answer is, is left out."""
    found = []
    all_variants = tuple(variants())
    for at, (part, model) in enumerate(all_variants):
        found.append(Ablation(part, evaluate(gold, model, refusals=False)))
        progress(at + 1, len(all_variants))
    return tuple(found)
