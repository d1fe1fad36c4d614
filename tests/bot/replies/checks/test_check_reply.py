"""What is said of a quotation in one line, and what of a claim without quotation marks."""

from __future__ import annotations

from functools import lru_cache

import pytest

from bot.config.settings import InterfaceLanguage
from bot.messages.texts import Catalogue
from bot.replies.checks.check_reply import check_reply
from bot.replies.style import ReplyStyle
from content import Article
from retrieval import WORDS_ALONE, QuotationCheck, Retriever
from tests.support.bot.articles import ARCHIVE

POOL = """Das Freibad öffnet am 14. Juni um neun Uhr. „Das Becken hat nach dem Winter Sprünge“, sagte Bademeister \
Jens Holt. Alle Duschen sind neu und warm, teilte die Stadt mit.

Ein Tag kostet nach langem Streit im Rat vier Euro. Die Pumpe wird nicht erneuert, weil das Geld dafür fehlt."""

LINES = [
    ("„Das Becken hat nach dem Winter Sprünge“", "Wörtlich so im Artikel."),
    ("„Das Becken hat nach dem Winter Risse“", "In der Nachricht „Risse“, im Artikel „Sprünge“."),
    ("„Das Becken hat nach dem Winter große Sprünge“", "In der Nachricht steht zusätzlich „große“."),
    ("„Das Freibad öffnet um neun Uhr.“", "Gekürzt um „am 14. Juni“. Im Artikel:"),
    ("„Die Pumpe wird erneuert, weil das Geld dafür fehlt.“", "Gekürzt um „nicht“. Im Artikel:"),
    ("„Ein Tag kostet nach Streit im Rat Euro“", "Gekürzt. Im Artikel:"),
    ("„Das Becken nach dem Winter hat Sprünge“", "In der Nachricht steht „hat“ an anderer Stelle."),
    (
        "„Das Freibad öffnet am 15. Juli um sehr neun Uhr“",
        "In der Nachricht „15. Juli“ statt „14. Juni“ und zusätzlich „sehr“.",
    ),
    ("„Wer schwimmt, der braucht eine Kappe“", "Dieses Zitat steht nicht im Artikel."),
    (
        "Bürgermeister Otto Sand im Rat: „Das Becken hat nach dem Winter Sprünge“",
        "Wörtlich so im Artikel. Dort sagt es aber Jens Holt, nicht Otto Sand.",
    ),
    (
        "Otto Sand sagte: „Das Becken hat nach dem Winter Risse“",
        "In der Nachricht „Risse“, im Artikel „Sprünge“. Im Artikel sagt das Jens Holt, nicht Otto Sand.",
    ),
    (
        "Otto Sand sagte: „Alle Duschen sind neu und warm“",
        "Wörtlich so im Artikel. Im Artikel sagt das jemand anderes als Otto Sand.",
    ),
    ("Jens Holt sagte: „Das Becken hat nach dem Winter Sprünge“", "Wörtlich so im Artikel."),
    # Without quotation marks: said after the article, or claimed in words of one's own.
    ("ein tag kostet im rat fünf euro", "In der Nachricht „fünf“, im Artikel „vier“."),
    ("Das Freibad am Fluss öffnet ja erst am 15. Juni", "Der Artikel nennt hier „14. Juni“, nicht „15. Juni“."),
    ("Das Freibad hat neue Duschen", "Dazu steht im Artikel:"),
    ("Elefanten sind rosa", "Dazu finde ich nichts im Artikel."),
    ("https://example.org/freibad", "Darin finde ich kein Zitat und keine Aussage, die ich nachschlagen kann."),
]


@lru_cache
def pool() -> Retriever:
    return Retriever([Article.from_text(POOL, title="Freibad", language="de")], WORDS_ALONE)


def said(message: str, retriever: Retriever | None = None, language: str = "de", *, in_group: bool = True) -> str:
    style = ReplyStyle(Catalogue()[InterfaceLanguage(language)], in_group)
    return check_reply(message, retriever or pool(), style).text.text


BRIDGE = {
    "de": "„Die Brücke bleibt zu“, sagte Bürgermeisterin Karin Ottmann. „Das Holz ist morsch“, sagte Jens Holt.",
    "en": "“The bridge stays shut,” said Mayor Karin Ottmann. “The wood is rotten,” said Jens Holt.",
}


@pytest.mark.parametrize(
    ("language", "message", "line"),
    [
        (
            "de",
            "Die Bürgermeisterin sagte: „Das Holz ist morsch“",
            "Dort sagt es aber Jens Holt, nicht „Bürgermeisterin“.",
        ),
        ("de", "Ottmann sagte: „Das Holz ist morsch“", "Dort sagt es aber Jens Holt, nicht Ottmann."),
        ("en", "The mayor said: “The wood is rotten”", "But Jens Holt says it there, not “mayor”."),
    ],
)
def test_who_is_named_by_a_role_alone_stands_in_quotation_marks(language: str, message: str, line: str) -> None:
    retriever = Retriever([Article.from_text(BRIDGE[language], title="-", language=language)], WORDS_ALONE)
    assert said(message, retriever, language).split("\n")[0].endswith(line)


@pytest.mark.parametrize(("message", "line"), LINES)
def test_one_line_says_it_above_the_articles_own_words(message: str, line: str) -> None:
    told = said(message).split("\n")
    assert told[0] == line
    assert len(told) == 1 or told[1] in POOL or told[1].startswith("„")


def test_in_english() -> None:
    told = said("“Das Becken hat nach dem Winter Risse”", language="en")
    assert told.startswith("The message has “Risse”, the article “Sprünge”.")


def test_every_change_is_bold_even_where_they_are_most_of_the_quote() -> None:
    style = ReplyStyle(Catalogue()[InterfaceLanguage.GERMAN], in_group=True)
    reply = check_reply("„Alle Räume sind alt und warm, teilte das Amt mit“", pool(), style).text
    bold = [reply.text[mark.offset : mark.end] for mark in reply.entities if mark.type == "bold"]
    assert bold == ["Duschen", "neu", "die Stadt"]


def test_of_several_articles_each_is_told_that_none_has_it() -> None:
    told = said("„Wer schwimmt, der braucht eine Kappe“", Retriever(ARCHIVE, WORDS_ALONE))
    assert told == "Dieses Zitat steht in keinem der Artikel."


@pytest.mark.parametrize(("in_group", "longest"), [(True, 350), (False, 500)])
def test_five_quotations_are_no_longer_than_two_quotes(longest: int, *, in_group: bool) -> None:
    text = " ".join(f"Der {at}. Turm steht am Rand der Stadt, weil dort früher eine Mauer war." for at in range(60))
    towers = Retriever([Article.from_text(text, title="Türme", language="de")], WORDS_ALONE)
    message = " und ".join(f"„{text[at * 500 : at * 500 + 450]}“" for at in range(7))
    told = said(message, towers, in_group=in_group)
    quoted = [line for line in told.split("\n") if line.startswith("Der ")]
    assert len(quoted) == 5
    assert sum(map(len, quoted)) <= 2 * longest + 5 * len(" […] ") * 3
    assert told.endswith("Zu den weiteren Zitaten sage ich hier nichts.")


def test_of_a_thousand_quotations_the_first_are_looked_up(monkeypatch: pytest.MonkeyPatch) -> None:
    retriever = Retriever([Article.from_text(POOL, title="Freibad", language="de")], WORDS_ALONE)
    asked: list[str] = []
    check = retriever.check

    def noting(text: str) -> tuple[QuotationCheck, ...]:
        asked.append(text)
        return check(text)

    monkeypatch.setattr(retriever, "check", noting)
    told = said("„Das Becken hat nach dem Winter Risse“ " * 1000, retriever)
    assert told.endswith("Zu den weiteren Zitaten sage ich hier nichts.")
    (text,) = asked
    assert text.count("“") == 20
