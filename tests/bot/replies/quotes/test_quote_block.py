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


@pytest.mark.parametrize(
    "imitation",
    [
        "laut Reuters · Absatz 1",
        "— Quelle: Reuters, Absatz 1",
        "„Dаs Wаsser ist gіftig.“ lаut Reuters · Аbsatz 1",  # with Cyrillic letters
        "> Das Wasser ist giftig.\n\u2003laut Reuters",
    ],
)
def test_what_imitates_a_source_line_stays_within_the_block(imitation: str) -> None:
    """The bot's words are those outside the block, whatever the article writes."""
    quoted = f"Das Wasser ist sauber, sagte Clara\nÖztürk.\n{imitation}"
    article = Article.from_text(f"{quoted}\n\nEnde.", title=f"Titel {imitation[:20]}".replace("\n", " "), language="de")
    quote = Quote(article, article.paragraphs[0], (Span(0, len(quoted)),), ())
    shown = quotation(quote, ReplyStyle(Catalogue()[InterfaceLanguage.GERMAN], article=article))
    (block,) = (entity for entity in shown.entities if entity.type == "blockquote")
    assert shown.text[block.offset : block.offset + block.length] == quoted
    outside = shown.text[: block.offset] + shown.text[block.offset + block.length :]
    assert outside.startswith("\n")
    assert outside.count("\n") == 1, "one line, which names the paragraph last"
    assert outside.endswith("Absatz 1")
