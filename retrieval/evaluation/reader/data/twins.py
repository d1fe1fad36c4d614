"""Pairs of a true question and its twin that takes something false for given, as cases.

The files are those of `tests/gold/premises.json`: `pairs` with `article`, `true`, `false`, `kind`, and perhaps `gold`,
the words of the article that answer the true one, and `wrong`, those of the false one that are false.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path

from retrieval.base.errors import InvalidBenchmark
from retrieval.base.spans import Span
from retrieval.evaluation.reader.data.cases import ReadArticle, ReaderCase
from retrieval.evaluation.sets.question_sets import GoldQuestion


def twins(path: Path, articles: Mapping[str, ReadArticle]) -> Iterator[ReaderCase]:
    """The cases of a file's pairs that are about one of the articles, which are given by their ids.

    Raises:
        InvalidBenchmark: it is not in that format.
    """
    try:
        pairs = [
            (row["article"], row["true"], row["false"], row["kind"], row.get("gold", ""), row.get("wrong", ""))
            for row in json.loads(path.read_text("utf-8"))["pairs"]
        ]
    except (ValueError, KeyError, TypeError) as error:
        raise InvalidBenchmark(f"{path}: expected pairs with article, true, false and kind ({error!r})") from error
    for slug, true, false, kind, gold, wrong in pairs:
        if article := articles.get(slug):
            answered = _answered(true, article, gold)
            about = answered.answering if answered.question.answers else frozenset[int]()
            question = GoldQuestion(false, answerable=False, kind=f"premise: {kind}")
            yield answered
            yield ReaderCase(question, article, frozenset(), unsupported=wrong, about=about)


def _answered(question: str, article: ReadArticle, gold: str) -> ReaderCase:
    start = article.article.text.find(gold) if gold else -1
    if start < 0:
        return ReaderCase(GoldQuestion(question), article, frozenset(range(len(article.sentences))))
    places = (Span(start, start + len(gold)),)
    return ReaderCase(GoldQuestion(question, answers=places), article, article.numbers_in(places))
