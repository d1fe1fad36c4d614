"""A quote as it is shown."""

from __future__ import annotations

import pytest

from bot.config.settings import InterfaceLanguage
from bot.messages.texts import Catalogue
from bot.replies.quotes.quote_block import quotation
from bot.replies.style import ReplyStyle
from content import Article
from retrieval import Quote, Span


def bold_words(text: str, quoted: str, *matched: str) -> list[str]:
    """What is bold of the sentence of a text, in which these words matched."""
    article = Article.from_text(text, title="x", language="de")
    start = text.index(quoted)
    places = sorted(text.index(word, start) for word in matched)
    by_place = {text.index(word, start): word for word in matched}
    highlights = tuple(Span(at, at + len(by_place[at])) for at in places)
    quote = Quote(article, article.paragraphs[0], (Span(start, start + len(quoted)),), highlights)
    shown = quotation(quote, ReplyStyle(Catalogue()[InterfaceLanguage.GERMAN]))
    return [
        shown.text[entity.offset : entity.offset + entity.length] for entity in shown.entities if entity.type == "bold"
    ]


@pytest.mark.parametrize(
    ("quoted", "matched"),
    [
        ("Das Sicherheitsrisiko bleibt.", ("Sicherheitsrisiko",)),  # more than half of it, and all that matched
        ("Die Brücke bleibt bis März gesperrt.", ("Brücke", "gesperrt")),
    ],
)
def test_of_a_short_quote_what_matched_is_bold(quoted: str, matched: tuple[str, ...]) -> None:
    assert bold_words(quoted, quoted, *matched) == list(matched)


def test_where_not_all_can_be_bold_the_words_are_that_the_article_has_least_often() -> None:
    text = "Die Elbbrücke ist alt. Die Elbbrücke ist neu. Gesperrt wird die Elbbrücke."
    quoted = "Gesperrt wird die Elbbrücke."
    assert bold_words(text, quoted, "Gesperrt", "Elbbrücke") == ["Gesperrt"]
