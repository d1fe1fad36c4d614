import pytest

from content import Article, ContentError, InvalidText


def test_an_article_of_bare_text_keeps_it_untouched() -> None:
    text = "\r\n  Erster Absatz. \r\n\r\n\tZweiter\u00a0Absatz.\n"
    article = Article.from_text(text, title="Titel", language="de")
    assert article.text == text
    assert [text[p.start : p.end] for p in article.paragraphs] == ["Erster Absatz.", "Zweiter\u00a0Absatz."]


def test_what_is_not_known_is_none_or_empty() -> None:
    article = Article.from_text("Text.", title="Titel", language="de")
    assert (article.publisher, article.published, article.url, article.licence) == (None, None, None, None)
    assert (article.authors, article.sources, article.questions) == ((), (), ())


@pytest.mark.parametrize(("title", "language"), [("", "de"), (" \n", "de"), ("Titel", ""), ("Titel", "d e")])
def test_a_blank_title_or_language_is_refused(title: str, language: str) -> None:
    with pytest.raises(InvalidText) as caught:
        Article.from_text("Text.", title=title, language=language)
    assert isinstance(caught.value, ContentError)


def test_an_article_without_text_can_be_counted() -> None:
    assert Article.from_text(" \n", title="Leer", language="de").paragraphs == ()


def test_the_version_changes_with_title_and_text_only() -> None:
    version = Article.from_text("Text.", title="Titel", language="de").version
    assert version == Article.from_text("Text.", title="Titel", language="en").version
    assert version != Article.from_text("Text!", title="Titel", language="de").version
    assert version != Article.from_text("Text.", title="Titel!", language="de").version


def test_the_outline_names_the_first_paragraph_below_each_heading() -> None:
    article = Article.from_text("a\n\n# Eins\n\nb\n\nc\n\n# Zwei\n\nd\n\n# Leer", title="Titel", language="de")
    assert article.outline == (("Eins", 2), ("Zwei", 4))
