"""The training loop: pairs in, weights out. In bfloat16, with the weights that are updated in float32 beside them."""

from __future__ import annotations

import math
import random
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

import torch
from torch import Tensor
from torch.nn import functional as F

from retrieval.evaluation.reader.network import Reader, Reading, padded
from retrieval.evaluation.reader.pairs import EncodedPair


@dataclass(frozen=True, slots=True)
class TrainingSettings:
    """Of a run. `span`: the weight of the loss of where the answer is, beside that of whether there is one."""

    steps: int
    batch: int = 32
    rate: float = 1e-4
    warm_up: float = 0.06
    decay: float = 0.01
    span: float = 0.3
    smoothing: float = 0.02


@dataclass(frozen=True, slots=True)
class Example:
    """A pair as it is trained on."""

    pair: EncodedPair
    answers: bool
    weight: float


class Trainer:
    """Trains a reader, batch by batch."""

    def __init__(self, reader: Reader, settings: TrainingSettings) -> None:
        self.settings = settings
        self.reader = reader.to(torch.bfloat16)
        self._parameters = [parameter for _, parameter in reader.trained()]
        self._masters = [parameter.detach().float().clone() for parameter in self._parameters]
        decayed = [master for master in self._masters if master.dim() > 1]
        others = [master for master in self._masters if master.dim() <= 1]
        self._optimizer = torch.optim.AdamW(
            [{"params": decayed, "weight_decay": settings.decay}, {"params": others, "weight_decay": 0.0}],
            settings.rate, betas=(0.9, 0.98), fused=True,
        )
        self.step = 0

    def masters(self) -> dict[str, Tensor]:
        """The trained tensors in float32, by their names."""
        return {name: master for (name, _), master in zip(self.reader.trained(), self._masters, strict=True)}

    def train(self, examples: Sequence[Example], chance: random.Random, log: Callable[[str], None]) -> None:
        """One pass over the examples, in batches of like lengths, until the steps are done."""
        self.reader.train()
        begun, losses = time.monotonic(), []
        for batch in batches(examples, self.settings.batch, chance):
            if self.step >= self.settings.steps:
                return
            losses.append(self._update(batch))
            if self.step % 50 == 0:
                recent = losses[-50:]
                log(f"step {self.step}/{self.settings.steps} loss {sum(recent) / len(recent):.4f} "
                    f"{1000 * (time.monotonic() - begun) / len(losses) / self.settings.batch:.1f} ms a pair")

    def _update(self, batch: Sequence[Example]) -> float:
        for group in self._optimizer.param_groups:
            group["lr"] = self.settings.rate * self._rate_now()
        loss = self._loss(batch)
        loss.backward()
        for master, parameter in zip(self._masters, self._parameters, strict=True):
            master.grad = parameter.grad.float()
            parameter.grad = None
        torch.nn.utils.clip_grad_norm_(self._masters, 1.0)
        self._optimizer.step()
        with torch.no_grad():
            torch._foreach_copy_(self._parameters, self._masters)
        self.step += 1
        return loss.item()

    def _rate_now(self) -> float:
        share = self.step / self.settings.steps
        if share < self.settings.warm_up:
            return (self.step + 1) / (self.settings.warm_up * self.settings.steps)
        return 0.02 + 0.98 * 0.5 * (1 + math.cos(math.pi * (share - self.settings.warm_up) / (1 - self.settings.warm_up)))

    def _loss(self, batch: Sequence[Example]) -> Tensor:
        reading = read(self.reader, [example.pair for example in batch])
        weights = torch.tensor([example.weight for example in batch])
        wanted = torch.tensor([float(example.answers) for example in batch])
        wanted = wanted * (1 - 2 * self.settings.smoothing) + self.settings.smoothing
        answers = F.binary_cross_entropy_with_logits(reading.answers, wanted, reduction="none")
        starts, ends = (torch.tensor([getattr(example.pair, name) for example in batch]) for name in ("start", "end"))
        places = sum(
            F.cross_entropy(logits, targets, ignore_index=-1, reduction="none")
            for logits, targets in ((reading.starts, starts), (reading.ends, ends))
        )
        return ((answers + self.settings.span * places) * weights).sum() / weights.sum()


def read(reader: Reader, pairs: Sequence[EncodedPair]) -> Reading:
    """What the reader says of pairs."""
    ids, mask = padded([pair.pieces for pair in pairs])
    at = torch.tensor([pair.window_at for pair in pairs])
    lengths = torch.tensor([len(pair.pieces) for pair in pairs])
    places = torch.arange(ids.shape[1])[None]
    window = (places >= at[:, None]) & (places < lengths[:, None] - 1) | (places == 0)
    return reader.upper(reader.lower(ids, mask), mask, window)


def batches(examples: Sequence[Example], size: int, chance: random.Random) -> Iterator[list[Example]]:
    """All examples in a drawn order, in batches of nearly equal lengths: padding costs as much as words."""
    order = list(examples)
    chance.shuffle(order)
    pool = size * 40
    cut = [
        part[at : at + size]
        for start in range(0, len(order), pool)
        for part in [sorted(order[start : start + pool], key=lambda example: len(example.pair.pieces))]
        for at in range(0, len(part), size)
    ]
    chance.shuffle(cut)
    yield from cut
