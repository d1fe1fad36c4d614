"""The articles that were read sentence by sentence."""

from __future__ import annotations

from pathlib import Path

import pytest

from content import Article, load_articles
from retrieval.base.errors import UnusableGold
from retrieval.evaluation.attribution import AttributionScore, GoldSentence, evaluate_attributions, read_gold

ROOT = Path(__file__).parents[3]
GOLD = sorted((ROOT / "tests/gold/attribution").glob("*.json"))
ARTICLES = {
    path: article
    for folder in ("content/articles", "tests/gold/articles")
    for article in load_articles(ROOT / folder)
    for path in [f"{folder}/{article.slug}.md"]
}


@pytest.mark.parametrize("path", GOLD, ids=lambda path: path.stem)
def test_every_reported_sentence_has_its_speaker_and_no_other_has_one(path: Path) -> None:
    article, gold = read_gold(path)
    assert evaluate_attributions(ARTICLES[article.as_posix()], gold).mistakes == ()


def test_every_shipped_article_has_been_read() -> None:
    read = {read_gold(path)[0].as_posix() for path in GOLD}
    assert {path for path in ARTICLES if path.startswith("content/")} <= read


def test_a_score_counts_sentences_speakers_and_rules() -> None:
    text = "Laut der Werft brennt es. Er sagte, sie sei alt. Ein Hund bellt. Zwei Hunde bellen."
    article = Article.from_text(text, title="Es brennt", language="de")
    gold = [GoldSentence("Laut der Werft", "Küstenwache"), GoldSentence("Ein Hund", None)]
    score = evaluate_attributions(article, gold)
    assert (score.precision, score.recall, score.f1, score.speaker_accuracy) == (0.5, 0.5, 0.5, 0.0)
    assert score.by_rule() == (("source_preposition", 1, 1.0), ("says_in_reported_mood", 1, 0.0))
    assert len(score.mistakes) == 3
    assert (score + AttributionScore()).found == 2


@pytest.mark.parametrize("starts", ["Eine Katze", "Hund"])
def test_a_gold_sentence_that_is_not_there_or_there_twice_is_told(starts: str) -> None:
    article = Article.from_text("Ein Hund bellt. Ein anderer Hund bellt.", title="Hunde", language="de")
    with pytest.raises(UnusableGold, match=starts):
        evaluate_attributions(article, [GoldSentence(starts, None)])
