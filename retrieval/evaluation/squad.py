"""Files in the format of SQuAD 1.1 (Rajpurkar et al. 2016), which XQuAD and GermanQuAD share, and of SQuAD 2.0."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from content import Article
from retrieval.errors import InvalidBenchmark
from retrieval.spans import Span

_SEPARATOR = "\n\n"


@dataclass(frozen=True, eq=False, slots=True)
class GoldQuestion:
    """A question and where its answer stands: the spans of `answers` lie in paragraph `paragraph` (from 0).

    No answers: the article does not answer it (SQuAD 2.0).
    """

    text: str
    paragraph: int
    answers: tuple[Span, ...]


@dataclass(frozen=True, eq=False, slots=True)
class GoldArticle:
    """An article with its questions. Each context of the file is one paragraph."""

    article: Article
    contexts: tuple[str, ...]
    questions: tuple[GoldQuestion, ...]

    def without(self, paragraph: int) -> Article | None:
        """The article without that paragraph (from 0); None when nothing is left."""
        left = [context for at, context in enumerate(self.contexts) if at != paragraph]
        if not left:
            return None
        return Article.from_text(_SEPARATOR.join(left), title=self.article.title, language=self.article.language)


def read_squad(path: Path, language: str, questions: Path | None = None) -> tuple[GoldArticle, ...]:
    """The articles of the file, in order.

    `questions` is another file with the same questions in another language, by their ids: they are then asked instead.

    Raises:
        InvalidBenchmark: a file is not JSON in SQuAD's format, or `questions` lacks a question.
    """
    asked = _questions(questions) if questions else None
    try:
        entries = json.loads(path.read_text("utf-8"))["data"]
        return tuple(_article(entry if asked is None else _asked_with(entry, asked), language) for entry in entries)
    except InvalidBenchmark:
        raise
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise InvalidBenchmark(
            f"{path}: not in SQuAD's format ({error!r}); expected data > paragraphs > qas"
        ) from error


def _questions(path: Path) -> dict[str, str]:
    """The file's questions by their ids."""
    try:
        entries = json.loads(path.read_text("utf-8"))["data"]
        asked = (asked for entry in entries for paragraph in entry["paragraphs"] for asked in paragraph["qas"])
        return {str(each["id"]): each["question"] for each in asked}
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise InvalidBenchmark(
            f"{path}: not in SQuAD's format ({error!r}); expected data > paragraphs > qas"
        ) from error


def _asked_with(entry: dict[str, Any], questions: dict[str, str]) -> dict[str, Any]:
    """The entry with its questions in other words."""
    paragraphs = [
        {**paragraph, "qas": [{**asked, "question": _translated(asked, questions)} for asked in paragraph["qas"]]}
        for paragraph in entry["paragraphs"]
    ]
    return {**entry, "paragraphs": paragraphs}


def _translated(asked: dict[str, Any], questions: dict[str, str]) -> str:
    number = str(asked["id"])
    if number not in questions:
        raise InvalidBenchmark(f'The question "{number}" is in one of the two files only.')
    return questions[number]


def _article(entry: dict[str, Any], language: str) -> GoldArticle:
    # A line feed within a context would not be a paragraph's border, but two would: offsets must not move.
    contexts = tuple(paragraph["context"].replace("\n", " ") for paragraph in entry["paragraphs"])
    questions: list[GoldQuestion] = []
    at = 0
    for number, (context, paragraph) in enumerate(zip(contexts, entry["paragraphs"], strict=True)):
        for asked in paragraph["qas"]:
            answers = () if asked.get("is_impossible") else asked["answers"]
            starts = ((at + answer["answer_start"], len(answer["text"])) for answer in answers)
            spans = tuple(Span(start, start + length) for start, length in starts)
            questions.append(GoldQuestion(asked["question"], number, spans))
        at += len(context) + len(_SEPARATOR)
    title = str(entry.get("title", "")).replace("_", " ") or "Untitled"
    article = Article.from_text(_SEPARATOR.join(contexts), title=title, language=language)
    return GoldArticle(article, contexts, tuple(questions))
