"""Pairs of a true question and its twin that takes something false for given, as cases.

The files are those of `tests/gold/premises.json`: `pairs` with `article`, `true`, `false`, `kind`.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path

from retrieval.base.errors import InvalidBenchmark
from retrieval.evaluation.reader.data.cases import ReadArticle, ReaderCase
from retrieval.evaluation.sets.question_sets import GoldQuestion


def twins(path: Path, articles: Mapping[str, ReadArticle]) -> Iterator[ReaderCase]:
    """The cases of a file's pairs that are about one of the articles, which are given by their ids.

    Where the true question is answered is not known.

    Raises:
        InvalidBenchmark: it is not in that format.
    """
    try:
        pairs = [
            (row["article"], row["true"], row["false"], row["kind"])
            for row in json.loads(path.read_text("utf-8"))["pairs"]
        ]
    except (ValueError, KeyError, TypeError) as error:
        raise InvalidBenchmark(f"{path}: expected pairs with article, true, false and kind ({error!r})") from error
    for slug, true, false, kind in pairs:
        if article := articles.get(slug):
            everywhere = frozenset(range(len(article.sentences)))
            yield ReaderCase(GoldQuestion(true), article, everywhere)
            yield ReaderCase(GoldQuestion(false, answerable=False, kind=f"premise: {kind}"), article, frozenset())
