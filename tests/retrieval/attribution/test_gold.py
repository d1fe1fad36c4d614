"""The articles that were read sentence by sentence."""

from __future__ import annotations

import json
from functools import reduce
from operator import add
from pathlib import Path

import pytest

from content import Article, load_articles
from retrieval.base.errors import UnusableGold
from retrieval.evaluation.attribution import (
    AttributionScore,
    GoldSentence,
    evaluate_attributions,
    is_same_speaker,
    read_gold,
)

ROOT = Path(__file__).parents[3]
GOLD = sorted((ROOT / "tests/gold/attribution").glob("*.json"))
ARTICLES = {
    path: article
    for folder in ("content/articles", "tests/gold/articles")
    for article in load_articles(ROOT / folder)
    for path in [f"{folder}/{article.slug}.md"]
}


# Those of a genre were written blind, and are not without mistakes: they have floors.
GENRES = {path: genre for path in GOLD if (genre := json.loads(path.read_text("utf-8")).get("genre"))}
FLOORS: dict[str, dict[str, float]] = json.loads((ROOT / "tests/gold/attribution_floors.json").read_text("utf-8"))


@pytest.mark.parametrize("path", [path for path in GOLD if path not in GENRES], ids=lambda path: path.stem)
def test_every_reported_sentence_has_its_speaker_and_no_other_has_one(path: Path) -> None:
    article, gold = read_gold(path)
    assert evaluate_attributions(ARTICLES[article.as_posix()], gold).mistakes == ()


@pytest.mark.parametrize("genre", sorted(FLOORS))
def test_no_genre_is_below_its_floor(genre: str) -> None:
    read = [read_gold(path) for path, own in GENRES.items() if own == genre]
    scores = [evaluate_attributions(ARTICLES[article.as_posix()], gold) for article, gold in read]
    figures = reduce(add, scores, AttributionScore()).figures()
    assert [name for name, floor in FLOORS[genre].items() if figures[name] < floor] == []


def test_every_genre_has_a_floor() -> None:
    assert set(GENRES.values()) == set(FLOORS)


def test_every_shipped_article_has_been_read() -> None:
    read = {read_gold(path)[0].as_posix() for path in GOLD}
    assert {path for path in ARTICLES if path.startswith("content/")} <= read


def test_a_score_counts_sentences_speakers_and_rules() -> None:
    text = "Laut der Werft brennt es. Er sagte, sie sei alt. Ein Hund bellt. Zwei Hunde bellen."
    article = Article.from_text(text, title="Es brennt", language="de")
    gold = [GoldSentence("Laut der Werft", "Küstenwache"), GoldSentence("Ein Hund", None)]
    score = evaluate_attributions(article, gold)
    assert (score.precision, score.recall, score.f1, score.speaker_accuracy) == (0.5, 0.5, 0.5, 0.0)
    assert score.by_rule() == (
        ("de", "source_preposition", "named", 1, 1.0, 0, 1),
        ("de", "says_in_reported_mood", "pronoun", 1, 0.0, 0, 0),
    )
    assert score.figures()["wrong person"] == 1.0
    assert score.figures()["missed"] == score.figures()["own voice"] == 0.5
    assert len(score.mistakes) == 3
    assert (score + AttributionScore()).found == 2


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Teale", "Marcus Teale", True),
        ("Sprecher der Werft", "Sprecher", True),
        ("Ida Falk", "Jo Brandt", False),
        ("Ida Falk", None, False),
        (None, None, True),
    ],
)
def test_a_speaker_is_the_same_by_another_form_of_the_name(one: str | None, other: str | None, same: bool) -> None:
    assert is_same_speaker(one, other) == same


@pytest.mark.parametrize("starts", ["Eine Katze", "Hund"])
def test_a_gold_sentence_that_is_not_there_or_there_twice_is_told(starts: str) -> None:
    article = Article.from_text("Ein Hund bellt. Ein anderer Hund bellt.", title="Hunde", language="de")
    with pytest.raises(UnusableGold, match=starts):
        evaluate_attributions(article, [GoldSentence(starts, None)])
