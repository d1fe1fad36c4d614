"""What of a question the article does not say, in one line above the quote; nothing where all is well."""

from __future__ import annotations

from functools import lru_cache

import pytest

from bot.config.settings import InterfaceLanguage
from bot.messages.texts import Catalogue
from bot.replies.answer_json import answer_json
from bot.replies.questions.answers import answer_reply
from bot.replies.style import ReplyStyle
from content import Article
from retrieval import WORDS_ALONE, Retriever
from tests.support.bot.articles import ARCHIVE, FEES
from tests.support.retrieval.articles import HARBOUR, MARROW

LINES = [
    ("Wie viele Boote zählte die Firma aus Bremen?", "Nicht im Artikel: „Bremen“. Am ehesten dazu:"),
    ("Wer zählte die 512 Boote?", "Der Artikel nennt hier 312, nicht 512."),
    ("Wie lange brauchte der Stadtrat für drei Sitzungen?", "Der Artikel nennt hier „dreizehn“, nicht „drei“."),
    ("Warum wird der Hafen am 4. Mai geschlossen?", "Der Artikel nennt hier „4. September“, nicht „4. Mai“."),
    ("Warum sind die Preise für Kabeljau gesunken?", "Im Artikel steht hier „gestiegen“, nicht „gesunken“."),
    ("Warum wollen die Fischer verkaufen?", "Im Artikel steht das hier mit „nicht“."),
    (
        "Warum rief Schweden seinen Botschafter aus Norwegen zurück?",
        "Andersherum: Im Artikel ist es „Norwegen“.",
    ),
    ("Warum rief Norwegen seinen Botschafter aus Schweden zurück?", "Am ehesten dazu:"),
]
ENGLISH_LINES = [
    ("Why did Marrow close its bridge on 4 May?", "The article says “4 September” here, not “4 May”."),
    ("What did Clara Hartmann find?", "Not in the article: “Hartmann”. What comes nearest:"),
    ("Why did Marrow close its bridge on 4 September?", "What comes nearest:"),
]
CASES = [*(("de", *line) for line in LINES), *(("en", *line) for line in ENGLISH_LINES)]


@lru_cache
def retriever(language: str) -> Retriever:
    text = HARBOUR if language == "de" else MARROW
    return Retriever([Article.from_text(text, title="-", language=language)], WORDS_ALONE)


def said(question: str, language: str = "de", asked: Retriever | None = None) -> str:
    style = ReplyStyle(Catalogue()[InterfaceLanguage(language)], in_group=True)
    reply = answer_reply(question, asked or retriever(language), style)
    assert reply is not None
    return reply.text.text


PORT = """Die Werft Lohse will bei Porusch eine neue Halle bauen und rund 200 Leute einstellen.

Der Bürgermeister war am Freitag in Vesk. Dort sprach er mit Händlern über den Markt."""


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("de", "Über „Vesk“ steht das nicht im Artikel."),
        ("en", "The article doesn't say this of “Vesk”."),
    ],
)
def test_of_a_place_that_belongs_elsewhere_that_is_told(language: str, line: str) -> None:
    retriever = Retriever([Article.from_text(PORT, title="-", language="de")], WORDS_ALONE)
    question = "Wie viele Leute will die Werft Lohse einstellen, die in Vesk eine neue Halle baut?"
    assert said(question, language, retriever).partition("\n")[0] == line


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("de", "Über „Ulrike Hasselbrink“ steht das nicht im Artikel."),
        ("en", "The article doesn't say this of “Ulrike Hasselbrink”."),
    ],
)
def test_of_a_name_whose_right_one_the_quote_does_not_show_that_is_told(language: str, line: str) -> None:
    retriever = Retriever([FEES], WORDS_ALONE)
    question = "Wann nannte die Kämmerin Ulrike Hasselbrink den Aufschub feige?"
    assert said(question, language, retriever).startswith(line)


@pytest.mark.parametrize(("language", "question", "line"), CASES, ids=lambda case: case)
def test_it_is_told_in_one_line_above_the_quote(language: str, question: str, line: str) -> None:
    article = retriever(language).articles[0].text
    first, _, rest = said(question, language).partition("\n")
    assert first == line
    assert rest.partition("\n")[0][:20] in article


def test_what_stands_there_instead_is_all_that_is_bold() -> None:
    style = ReplyStyle(Catalogue()[InterfaceLanguage.GERMAN])
    reply = answer_reply("Warum wird der Hafen am 4. Mai geschlossen?", retriever("de"), style)
    assert reply is not None
    bold = [mark for mark in reply.text.entities if mark.type == "bold"]
    assert [reply.text.text[mark.offset : mark.end] for mark in bold] == ["4. September"]


def test_a_refusal_names_what_no_article_has() -> None:
    assert (
        said("Wie alt ist Prokop aus Lindau?")
        == "Das beantwortet der Artikel nicht; „Prokop“ und „Lindau“ kommen darin nicht vor."
    )


def test_of_several_articles_it_is_told_of_all_or_of_the_one_that_is_quoted() -> None:
    many = Retriever(ARCHIVE, WORDS_ALONE)
    assert said("Was sagte Jens Krug zum Becken?", asked=many).startswith("Nicht in den Artikeln: „Krug“. Am ")


def test_programs_get_the_places() -> None:
    question = "Wer zählte die 512 Boote?"
    answer = answer_json(retriever("de").answer(question))
    (part,) = answer["unsupported"]
    start, end = part.pop("instead")
    assert retriever("de").articles[0].text[start:end] == "312"
    at = question.index("512")
    assert part == {"text": "512", "start": at, "end": at + 3, "kind": "number", "absent": True}
