"""What an article has that questions are held against."""

from __future__ import annotations

import pytest

from content import Article
from retrieval.index.parsed_article import LanguageResources, ParsedArticle
from retrieval.language import rules_of
from retrieval.scoring.article_facts import ArticleFacts


@pytest.mark.parametrize(
    ("text", "language", "people"),
    [
        ("Mit Johanna Pfund sprach der Rat. Später kam auch Pfund dazu.", "de", {"johanna", "pfund"}),
        ("The shares of Dollar General fell.", "en", {"dollar", "general"}),
        ("Die Brücke kostet 20 Millionen Euro mehr. Auch Euro fehlen.", "de", set()),
        ("Fünf Pfund Mehl fehlen. Es war gutes Mehl.", "de", set()),
        ("They paid Twenty Dollars Monday.", "en", set()),
    ],
)
def test_a_currency_is_part_of_a_name_unless_it_says_how_much(text: str, language: str, people: set[str]) -> None:
    article = Article.from_text(text, title="Rat", language=language)
    assert ArticleFacts(ParsedArticle(article, LanguageResources(rules_of(language)))).people == people
