"""A gold set of the project's own (`retrieval.evaluation.gold`) as a set of questions."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from content import Article
from retrieval.base.spans import Span
from retrieval.evaluation.gold import QuoteCase, read_cases
from retrieval.evaluation.sets.question_sets import GoldArticle, GoldQuestion, QuestionSet

_NEAR = "near-"


def gold_questions(folder: Path, root: Path) -> QuestionSet:
    """The questions of all files of `folder`/questions, whose articles are relative to `root`.

    But messages that ask several questions: a window that answers one of them does not answer the message.

    Raises:
        InvalidBenchmark: a file is in another format, or its article is missing or faulty.
    """
    read = [read_cases(path, root) for path in sorted((folder / "questions").glob("*.yaml"))]
    entries = (GoldArticle(article, tuple(_questions(article, cases))) for article, cases in read)
    return QuestionSet(folder.name, tuple(entries))


def _questions(article: Article, cases: tuple[QuoteCase, ...]) -> Iterator[GoldQuestion]:
    for case in cases:
        if not case.gold:
            yield GoldQuestion(case.ask, answerable=False, kind=case.how.removeprefix(_NEAR))
        elif len(case.gold) == 1:
            found = re.finditer(re.escape(case.gold[0]), article.text)
            yield GoldQuestion(case.ask, answers=tuple(Span(*each.span()) for each in found))
