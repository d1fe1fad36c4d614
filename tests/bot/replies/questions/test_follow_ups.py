"""Who says it, where no source is found: that is never said to be none."""

from __future__ import annotations

import pytest

from bot.config.settings import InterfaceLanguage
from bot.incoming.message_view import ShownQuote
from bot.messages.texts import Catalogue
from bot.replies.questions.follow_ups import follow_up_reply
from bot.replies.style import ReplyStyle
from content import Article
from retrieval import WORDS_ALONE, Retriever, Span, cite

GERMAN = Catalogue()[InterfaceLanguage.GERMAN]
LEAD = "Die Orgel liegt in der Werkstatt."
INTERVIEW = f"""{LEAD} Henrike Vollmer reinigt sie.

**Frau Vollmer, warum klang die Orgel schief?**

Weil ihr die Luft ausging. Der Balg war gerissen.

**Was kostet die Reparatur?**

Sie kostet 96.000 Euro. Die Hälfte zahlt die Gemeinde.

**Wann ist sie fertig?**

Im September. Davor stimmen wir sechs Wochen lang."""


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (LEAD, "Rund um diesen Satz finde ich niemanden, auf den sich der Artikel beruft."),
        (
            INTERVIEW,
            "Rund um diesen Satz finde ich nicht, wer das sagt. Der Artikel ist ein Interview mit Henrike Vollmer.",
        ),
    ],
)
def test_what_nobody_is_found_for_is_told_as_that(text: str, told: str) -> None:
    article = Article.from_text(text, title="Die Orgel", language="de")
    quote = cite(article, [Span(0, len(LEAD))])
    retriever = Retriever([article], WORDS_ALONE)
    reply = follow_up_reply(
        retriever.answer("Wer sagt das?", about=quote), ShownQuote(quote), retriever, ReplyStyle(GERMAN)
    )
    assert reply.text.text.splitlines()[0] == told
