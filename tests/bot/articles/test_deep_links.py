"""Names of articles where there is little room, and the links that lead to them."""

from __future__ import annotations

import re

import pytest

from bot.articles.deep_links import article_at, article_named, article_with, link_to, name_of, parameter_of
from content import Article


def article(slug: str) -> Article:
    return Article(text="Text.", title="T", language="de", slug=slug)


@pytest.mark.parametrize("slug", ["bruecke", "a" * 64, "a" * 65, "größe", "zwei worte", "inline", "a.b", "", "x/y?z"])
def test_every_article_has_a_link_that_leads_back_to_it(slug: str) -> None:
    found = article(slug)
    parameter = parameter_of(found)
    assert re.fullmatch(r"[A-Za-z0-9_-]{1,64}", parameter)
    assert parameter != "inline", "that one is taken"
    assert article_at(parameter, [article("andere"), found]) is found
    assert link_to(found, "belegbot") == f"https://t.me/belegbot?start={parameter}"


def test_a_slug_that_telegram_takes_is_in_the_link_as_it_is() -> None:
    assert parameter_of(article("bruecke-mai_2")) == "bruecke-mai_2"


def test_what_is_not_there_is_not_found() -> None:
    articles = [article("bruecke")]
    assert article_at("freibad", articles) is None
    assert article_with("", articles) is None
    assert article_named("bruecke", articles) is None, "a slug is no name"


def test_a_name_stays_when_the_text_changes() -> None:
    before = article("bruecke")
    after = Article(text="Ein anderer Text.", title="T", language="de", slug="bruecke")
    assert name_of(before) == name_of(after)
    assert article_named(name_of(before), [after]) is after
