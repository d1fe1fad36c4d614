"""Small files of questions, in both formats."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

FERRY = "Die Fähre legt um acht Uhr ab. Sie kostet vier Euro und braucht zwanzig Minuten bis zur Insel."
MILL = "Die Mühle am Fluss mahlt seit 1790 Korn. Ihr Besitzer heißt Anton Kessler, er ist 71 Jahre alt."
PEAR = "Birnen reifen im September. Der Gärtner <Ole> lagert sie im Keller, weil es dort kühl ist."
SNOW = "Im Januar lag der Schnee zwei Meter hoch. Der Pass blieb neun Tage lang gesperrt."


def asked(question: str, context: str, answer: str | None, **more: object) -> dict[str, object]:
    """A question of SQuAD 2.0; no answer: it is impossible. Its answer is its id."""
    more = {"id": str(answer), "question": question, **more}
    if answer is None:
        return {**more, "is_impossible": True, "answers": []}
    return {**more, "answers": [{"text": answer, "answer_start": context.index(answer)}]}


SQUAD: Mapping[str, object] = {
    "data": [
        {
            "title": "Hafen",
            "paragraphs": [
                {"context": FERRY, "qas": [asked("Was kostet die Fähre?", FERRY, "vier Euro")]},
                {"context": MILL, "qas": [asked("Wem gehört die Mühle am Fluss?", MILL, "Anton Kessler")]},
            ],
        },
        {
            "title": "Der_Garten",
            "paragraphs": [
                {"context": PEAR, "qas": [asked("Wo lagert der Gärtner Birnen?", PEAR, "im Keller")]},
                {"context": SNOW, "qas": [asked("Wer erfand das Telefon?", SNOW, None, kind="unrelated")]},
            ],
        },
    ]
}

READERS: Mapping[str, object] = {
    "articles": [
        {
            "title": "Ausflug",
            "language": "de",
            "text": f"# Ausflug\n\n{FERRY}\n\n## Am Ziel\n\n{MILL} Die Fähre kostet vier Euro.",
            "questions": [
                {"question": "Was kostet die Fähre?", "answerable": True, "any": ["vier Euro"], "kind": "many"},
                {"question": "Und sein Alter?", "answerable": True, "any": ["71 Jahre"], "library": False},
                {"question": "Wie alt ist die Fähre?", "answerable": False, "kind": "attribute"},
                {"question": "When does the ferry leave?", "answerable": True, "any": ["acht Uhr"], "lang": "en"},
                {"question": "Wer hat das geschrieben?", "meta": "author", "known": False},
                {"question": "Danke!", "talk": True},
            ],
        },
        {"title": "Garden", "language": "en", "text": "Pears ripen in September.", "questions": []},
    ]
}


def written(path: Path, content: object) -> Path:
    """The path, of a file that has the content as JSON."""
    path.write_text(json.dumps(content), "utf-8")
    return path
