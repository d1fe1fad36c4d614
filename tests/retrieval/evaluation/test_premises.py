"""False things that questions take for given: how many are noticed or refused, and how often a true one is doubted."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

import pytest

from content import Article, load_articles
from retrieval import WORDS_ALONE, Retriever
from retrieval.base.spans import Span

GOLD = Path(__file__).parents[3] / "tests" / "gold"
PREMISES = json.loads((GOLD / "premises.json").read_text("utf-8"))
SETS = sorted(PREMISES["floors"])


@lru_cache(maxsize=1)
def _articles() -> Mapping[str, Article]:
    articles = {article.slug: article for article in load_articles(GOLD / "articles")}
    for file in sorted([*(GOLD / "left_out").glob("*.json"), *(GOLD / "fit").glob("*.json")]):
        for row in json.loads(file.read_text("utf-8"))["articles"]:
            articles[row["id"]] = Article.from_text(row["text"], title=row["title"], language=row["language"])
    return articles


@pytest.mark.slow
@pytest.mark.parametrize("name", SETS)
def test_false_premises_are_noticed_and_true_questions_are_not_doubted(name: str) -> None:
    pairs = [pair for pair in PREMISES["pairs"] if pair["set"] == name]
    retrievers = {pair["article"]: Retriever([_articles()[pair["article"]]], WORDS_ALONE) for pair in pairs}
    noticed = [_is_noticed(retrievers[pair["article"]], pair) for pair in pairs]
    doubted = [bool(retrievers[pair["article"]].answer(pair["true"]).unsupported) for pair in pairs]
    floors = PREMISES["floors"][name]
    assert sum(noticed) >= floors["noticed"]
    assert sum(doubted) <= floors["doubted"]


def _is_noticed(retriever: Retriever, pair: Mapping[str, str]) -> bool:
    """Whether the false words are marked, or the question is not answered."""
    start = pair["false"].index(pair["wrong"])
    wrong = Span(start, start + len(pair["wrong"]))
    answer = retriever.answer(pair["false"])
    return not answer.found or any(map(wrong.overlaps, answer.unsupported))
