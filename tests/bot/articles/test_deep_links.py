"""Names of articles where there is little room, and the links that lead to them."""

from __future__ import annotations

import re

import pytest

from bot.articles.deep_links import deep_link, resolve_start_parameter, start_parameter
from bot.articles.identifiers import article_id, article_with_id, article_with_slug
from content import Article


def article(slug: str) -> Article:
    return Article(text="Text.", title="T", language="de", slug=slug)


@pytest.mark.parametrize("slug", ["bruecke", "a" * 64, "a" * 65, "größe", "zwei worte", "inline", "a.b", "", "x/y?z"])
def test_every_article_has_a_link_that_leads_back_to_it(slug: str) -> None:
    found = article(slug)
    parameter = start_parameter(found)
    assert re.fullmatch(r"[A-Za-z0-9_-]{1,64}", parameter)
    assert parameter != "inline", "that one is taken"
    assert resolve_start_parameter(parameter, [article("andere"), found]) is found
    assert deep_link(found, "belegbot") == f"https://t.me/belegbot?start={parameter}"


def test_a_slug_that_telegram_takes_is_in_the_link_as_it_is() -> None:
    assert start_parameter(article("bruecke-mai_2")) == "bruecke-mai_2"


def test_what_is_not_there_is_not_found() -> None:
    articles = [article("bruecke")]
    assert resolve_start_parameter("freibad", articles) is None
    assert article_with_slug("", articles) is None
    assert article_with_id("bruecke", articles) is None, "a slug is no name"


def test_a_name_stays_when_the_text_changes() -> None:
    before = article("bruecke")
    after = Article(text="Ein anderer Text.", title="T", language="de", slug="bruecke")
    assert article_id(before) == article_id(after)
    assert article_with_id(article_id(before), [after]) is after
