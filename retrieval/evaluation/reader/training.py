"""The training loop. It computes in bfloat16; the weights that are updated are kept in float32 beside that."""

from __future__ import annotations

import math
import random
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

import torch
from torch import Tensor
from torch.nn import functional

from retrieval.evaluation.reader.data.examples import UNKNOWN, TrainingExample
from retrieval.evaluation.reader.network import TrainableReader

# The examples of one case.
CaseExamples = Sequence[TrainingExample]

# Batches are cut of so many cases that are sorted by length, and after so many steps the log has a line.
_POOL, _LOGGED = 400, 100


@dataclass(frozen=True, slots=True)
class TrainingSettings:
    """Of a run of so many steps. `rate` is the highest one: it rises during `warm_up`, a share, and falls by a cosine.

    `batch`: pairs at least. `place`, `unsupported` and `order`: what the losses of where the answer is, of what of the
    question is not supported, and of which window of an article comes first, count beside that of whether there is an
    answer. `smoothing`: how far what is wanted is from 0 and 1.
    """

    steps: int
    batch: int = 32
    rate: float = 1e-4
    warm_up: float = 0.06
    decay: float = 0.01
    place: float = 0.3
    unsupported: float = 1.0
    order: float = 1.0
    smoothing: float = 0.02


class Trainer:
    """Trains a reader, one pass over examples after the other."""

    def __init__(self, reader: TrainableReader, settings: TrainingSettings) -> None:
        self._reader, self._settings = reader, settings
        self._parameters = [parameter for _, parameter in reader.trained()]
        self._masters = [parameter.detach().float().clone() for parameter in self._parameters]
        self._optimizer = torch.optim.AdamW(
            [
                {"params": [each for each in self._masters if each.dim() > 1], "weight_decay": settings.decay},
                {"params": [each for each in self._masters if each.dim() == 1], "weight_decay": 0.0},
            ],
            settings.rate,
            betas=(0.9, 0.98),
            fused=True,
        )
        self.step = 0

    @property
    def finished(self) -> bool:
        """Whether all steps are done."""
        return self.step >= self._settings.steps

    def weights(self) -> dict[str, Tensor]:
        """The trained tensors in float32, by their names in the file of weights."""
        return {name: master for (name, _), master in zip(self._reader.trained(), self._masters, strict=True)}

    def train(self, examples: Sequence[CaseExamples], chance: random.Random, log: Callable[[str], None]) -> None:
        """One pass over the examples of all cases, or less, when the steps are done."""
        self._reader.train()
        losses: list[float] = []
        pairs, begun = 0, time.monotonic()
        for batch in batches(examples, self._settings.batch, chance):
            if self.finished:
                return
            losses.append(self._update(batch))
            pairs += sum(map(len, batch))
            if self.step % _LOGGED == 0:
                loss = sum(losses[-_LOGGED:]) / len(losses[-_LOGGED:])
                each = 1000 * (time.monotonic() - begun) / pairs
                log(f"step {self.step} of {self._settings.steps}: loss {loss:.4f}, {each:.1f} ms a pair")

    def _update(self, batch: Sequence[CaseExamples]) -> float:
        for group in self._optimizer.param_groups:
            group["lr"] = self._settings.rate * rate_at(self.step / self._settings.steps, self._settings.warm_up)
        loss = self._loss(batch)
        loss.backward()
        for master, parameter in zip(self._masters, self._parameters, strict=True):
            master.grad = parameter.grad.float()
            parameter.grad = None
        torch.nn.utils.clip_grad_norm_(self._masters, 1.0)
        self._optimizer.step()
        with torch.no_grad():
            for parameter, master in zip(self._parameters, self._masters, strict=True):
                parameter.copy_(master)
        self.step += 1
        return float(loss.item())

    def _loss(self, cases: Sequence[CaseExamples]) -> Tensor:
        batch = list(chain.from_iterable(cases))
        reading = self._reader.read([example.pair for example in batch])
        weights = torch.tensor([example.weight for example in batch])
        wanted = torch.tensor([float(example.answers) for example in batch])
        smoothed = wanted * (1 - 2 * self._settings.smoothing) + self._settings.smoothing
        biases = torch.tensor([example.bias for example in batch])
        losses = functional.binary_cross_entropy_with_logits(reading.answers + biases, smoothed, reduction="none")
        for logits, places in (
            (reading.starts, [example.start for example in batch]),
            (reading.ends, [example.end for example in batch]),
        ):
            at = torch.tensor(places)
            missed = functional.cross_entropy(logits, at, ignore_index=UNKNOWN, reduction="none")
            losses = losses + self._settings.place * missed
        losses = losses + self._settings.unsupported * _unsupported_losses(reading.unsupported, batch)
        order = self._settings.order * _order_loss(reading.answers, cases)
        return (losses * weights).sum() / weights.sum() + order


def _order_loss(answers: Tensor, cases: Sequence[CaseExamples]) -> Tensor:
    """The mean over cases: ListNet's top one (Cao et al. 2007) over the windows of an article, of which one answers."""
    losses, start = [answers.new_zeros(())], 0
    for case in cases:
        ordered = [start + at for at, example in enumerate(case) if example.is_ordered]
        if len(ordered) > 1:
            first = next(at for at, number in enumerate(ordered) if case[number - start].answers)
            losses.append(functional.cross_entropy(answers[ordered][None], torch.tensor([first])))
        start += len(case)
    return torch.stack(losses).sum() / max(1, len(losses) - 1)


def _unsupported_losses(logits: Tensor, batch: Sequence[TrainingExample]) -> Tensor:
    """Of each example the mean over its question's pieces; 0 where it is not known which are supported."""
    wanted, known = torch.zeros_like(logits), torch.zeros_like(logits)
    for row, example in enumerate(batch):
        if example.unsupported is not None:
            size = len(example.unsupported)
            wanted[row, 1 : size + 1] = torch.tensor(example.unsupported, dtype=logits.dtype)
            known[row, 1 : size + 1] = 1 / size
    losses = functional.binary_cross_entropy_with_logits(logits, wanted, reduction="none")
    return (losses * known).sum(1)


def rate_at(share: float, warm_up: float) -> float:
    """The rate after a share of the steps, as a share of the highest."""
    if share < warm_up:
        return 0.02 + 0.98 * share / warm_up
    return 0.02 + 0.98 * (1 + math.cos(math.pi * (share - warm_up) / (1 - warm_up))) / 2


def batches(cases: Sequence[CaseExamples], size: int, chance: random.Random) -> Iterator[list[CaseExamples]]:
    """All cases in a drawn order, in batches of nearly equal lengths: padding costs as much as words.

    A batch has as many cases as it takes to have `size` pairs; the last one of a pool may have fewer.
    """
    order = [case for case in cases if case]
    chance.shuffle(order)
    drawn: list[list[CaseExamples]] = []
    for start in range(0, len(order), _POOL):
        batch: list[CaseExamples] = []
        for case in sorted(order[start : start + _POOL], key=_longest):
            batch.append(case)
            if sum(map(len, batch)) >= size:
                drawn.append(batch)
                batch = []
        drawn += [batch] if batch else []
    chance.shuffle(drawn)
    yield from drawn


def _longest(case: CaseExamples) -> int:
    return max(len(example.pair.pieces) for example in case)
