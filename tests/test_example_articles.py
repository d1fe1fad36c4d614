"""The articles of `examples/` show what they are there to show: an interview, and several speakers."""

from __future__ import annotations

from pathlib import Path

from content import load_articles
from retrieval import attributions
from retrieval.analysis.interviews import questions_among

ARTICLES = {article.slug: article for article in load_articles(Path(__file__).parents[1] / "examples" / "articles")}


def test_one_is_an_interview() -> None:
    interview = ARTICLES["interview-orgelbauerin"]
    assert sum(questions_among([interview.text[one.start : one.end] for one in interview.paragraphs])) == 6


def test_in_the_other_three_people_speak() -> None:
    speakers = {attribution.speaker for attribution in attributions(ARTICLES["bericht-marktplatz"])}
    assert speakers == {"Matthias Krol", "Sabine Wendt", "Aylin Demir"}


def test_each_brings_questions_and_says_where_it_is_from() -> None:
    for article in ARTICLES.values():
        assert article.questions
        assert article.publisher
        assert article.authors
        assert article.published
