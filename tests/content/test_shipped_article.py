"""The article that the project ships, held against what was given for it."""

from content import Article, load_articles
from tests.support.paths import ARTICLES


def shipped() -> Article:
    (article,) = load_articles(ARTICLES)
    return article


def test_page_furniture_is_gone_and_the_text_is_whole() -> None:
    article = shipped()
    assert article.title not in article.text
    assert "mobile Version" not in article.text
    assert len(article.paragraphs) == 6
    assert article.outline == (("Der Kontakt könnte ein Sicherheitsrisiko für die USA darstellen", 3),)


def test_garbled_sentences_stay_as_they_were_given() -> None:
    text = shipped().text
    assert text.startswith(
        "Der Unternehmer und Milliardär Elon Musk hat auf einen Bericht von… geantwortet. Wall Street"
    )
    assert "für die USA darstellen USA bedeuten." in text
    assert "So Wall Street Journal schreibt nun, die Kontakte" in text
    assert text.endswith("der die US-Staatsausgaben prüfen soll, falls er die Wahl gewinnt.")


def test_nothing_is_claimed_that_is_not_known() -> None:
    article = shipped()
    assert (article.publisher, article.authors, article.published, article.url) == (None, (), None, None)
    assert article.questions
