"""The line under a quote."""

import pytest

from bot.config.settings import InterfaceLanguage
from bot.messages.texts import Catalogue
from bot.replies.quotes.source_line import source_description, source_line
from bot.replies.style import ReplyStyle
from content import Article
from retrieval import Attribution, Confidence, Quote, Span

TEXT = "Eins sagt A. Zwei sagt B. Drei ist so."
SENTENCES = [Span(0, 12), Span(13, 25), Span(26, 38)]
TEXTS = {language: Catalogue()[language] for language in InterfaceLanguage}


def said(number: int, speaker: str | None, confidence: Confidence = Confidence.STRONG) -> Attribution:
    return Attribution(*SENTENCES[number], speaker, None, None, confidence)


def line(title: str, spans: list[Span], *attributions: Attribution, language: str = "de") -> str:
    article = Article.from_text(TEXT, title=title, language="de")
    quote = Quote(article, article.paragraphs[0], tuple(spans), said=attributions)
    return source_line(quote, ReplyStyle(TEXTS[InterfaceLanguage(language)])).text


def test_the_articles_own_voice_carries_no_name() -> None:
    assert line("Titel", SENTENCES[2:]) == "„Titel“, Absatz 1"


@pytest.mark.parametrize(
    ("attributions", "voices"),
    [
        ([said(0, "A")], "laut A"),
        ([said(0, "A", Confidence.FAIR)], "laut A"),
        ([said(0, "A", Confidence.WEAK)], "vermutlich laut A"),
        ([said(0, "russische Seite")], "dem Artikel nach: russische Seite"),
        ([said(0, None)], "ohne klare Angabe, wer das sagt"),
    ],
)
def test_who_says_it_stands_first(attributions: list[Attribution], voices: str) -> None:
    assert line("Titel", SENTENCES[:1], *attributions) == f"{voices} · „Titel“, Absatz 1"


def test_several_speakers_are_named_in_order_and_once() -> None:
    weak = said(1, "B", Confidence.WEAK)
    assert line("T", SENTENCES[:2], said(0, "A"), weak) == "laut A und vermutlich laut B · „T“, Absatz 1"
    assert line("T", SENTENCES[:2], said(0, "A"), said(1, "A")) == "laut A · „T“, Absatz 1"
    everybody = [said(number, name) for number, name in enumerate("ABC")]
    assert line("T", SENTENCES, *everybody) == "laut A, B und C · „T“, Absatz 1"


def test_a_quote_that_is_partly_the_articles_own_says_so() -> None:
    assert line("T", SENTENCES[1:], said(1, "B")) == "teils laut B · „T“, Absatz 1"
    assert line("T", [SENTENCES[0], SENTENCES[2]], said(0, "A")) == "teils laut A · „T“, Absatz 1"


def test_in_english() -> None:
    assert line("T", SENTENCES[:1], said(0, "A"), language="en") == "according to A · “T”, paragraph 1"


@pytest.mark.parametrize(
    ("title", "shown"),
    [
        ("Kurz", "„Kurz“"),
        ("Er sagt „ja“", "„Er sagt ‚ja‘“"),
        ('Er sagt "ja"', "„Er sagt ‚ja‘“"),
        ("x " * 200, "„" + ("x " * 20).strip() + "…“"),
    ],
)
def test_titles_stand_in_quotation_marks_that_they_do_not_have(title: str, shown: str) -> None:
    assert line(title, SENTENCES[2:]) == f"{shown}, Absatz 1"


@pytest.mark.parametrize(("language", "shown"), [("de", "„‚Bild‘ lügt“"), ("en", "“‘Bild’ lügt”")])
def test_marks_within_marks_are_those_of_the_language(language: str, shown: str) -> None:
    assert line("„Bild“ lügt", SENTENCES[2:], language=language).startswith(shown)


def test_a_mark_that_a_cut_leaves_open_is_closed() -> None:
    assert line(f"Der „{'Bote ' * 20}“", SENTENCES[2:]) == "„Der ‚Bote Bote Bote Bote Bote Bote Bote…‘“, Absatz 1"


def test_where_one_article_answers_it_is_not_named() -> None:
    article = Article.from_text(TEXT, title="Titel", language="de")
    quote = Quote(article, article.paragraphs[0], (SENTENCES[0],), said=(said(0, "A"),))
    style = ReplyStyle(TEXTS[InterfaceLanguage.GERMAN], article=article)
    assert source_line(quote, style).text == "laut A · Absatz 1"


def test_of_a_description_the_title_is_cut() -> None:
    article = Article.from_text(TEXT, title="Ein sehr langer Titel " * 10, language="de")
    quote = Quote(article, article.paragraphs[0], (SENTENCES[0],), said=(said(0, "A"),))
    text = source_description(quote, TEXTS[InterfaceLanguage.GERMAN], 60)
    assert text == "laut A · Absatz 1 · „Ein sehr langer Titel Ein sehr langer…“"
    assert source_description(quote, TEXTS[InterfaceLanguage.GERMAN], 30) == "laut A · Absatz 1"


def test_those_behind_the_same_words_are_listed_and_a_guess_is_dropped_where_it_is_sure() -> None:
    assert line("T", SENTENCES[:2], said(0, "A"), said(1, "B")).startswith("laut A und B · ")
    assert line("T", SENTENCES[:2], said(0, "A", Confidence.WEAK), said(1, "A")).startswith("laut A · ")
