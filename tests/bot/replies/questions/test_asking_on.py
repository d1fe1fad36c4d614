"""Questions in reply to a quote, or to a message of somebody: each is answered as what it asks itself."""

import pytest

from bot.articles.library import Library
from bot.config.settings import InterfaceLanguage
from bot.incoming.addressing import BotIdentity, UserRequest
from bot.incoming.message_view import ShownQuote
from bot.messages.texts import Catalogue
from bot.replies.conversation import Conversation
from bot.replies.questions.answers import answer_reply
from bot.replies.style import ReplyStyle
from content import load_articles
from retrieval import WORDS_ALONE, Retriever
from tests.support.paths import ROOT

RETRIEVER = Retriever(load_articles(ROOT / "examples" / "articles"), WORDS_ALONE)
CATALOGUE = Catalogue()
CONVERSATION = Conversation(Library(RETRIEVER), CATALOGUE, InterfaceLanguage.GERMAN)
ORGAN, TREES = "Orgelbauerin", "Streit um die Linden"


def asked_on(first: str, message: str) -> str:
    """The reply to a message that replies to the quote that the first question gets."""
    shown = ShownQuote(RETRIEVER.answer(first).quotes[0])
    reply = answer_reply(message, RETRIEVER, ReplyStyle(CATALOGUE[InterfaceLanguage.GERMAN]), replied_quote=shown)
    assert reply is not None
    return reply.text.text


@pytest.mark.parametrize(
    ("first", "message", "title"),
    [
        ("Was kostet die Reparatur?", "und wie viel geld ist da?", ORGAN),
        ("Wann ist das erste Konzert?", "und wo ist das?", ORGAN),
        ("Wie viele Bäume will Krol pflanzen?", "wann will er das machen?", TREES),
        ("Wie viele Bäume will Krol pflanzen?", "und was kostet das?", TREES),
    ],
)
def test_what_points_back_stays_in_the_quotes_article(first: str, message: str, title: str) -> None:
    assert f"„{title}" in asked_on(first, message)


@pytest.mark.parametrize(
    ("first", "message", "words"),
    [
        ("Was kostet die Reparatur?", "und wer zahlt das?", "Die Hälfte zahlt die Gemeinde"),
        ("Was fordert Aylin Demir?", "Was verkauft sie denn?", "Käse verkauft"),
        ("Wie viele Bäume will Krol pflanzen?", "Und wann entscheidet der Stadtrat?", "am 27. Mai"),
    ],
)
def test_it_is_answered_there(first: str, message: str, words: str) -> None:
    assert words in asked_on(first, message)


@pytest.mark.parametrize(
    ("first", "message", "words"),
    [
        ("Was kostet die Reparatur?", "Und wie lange braucht ein junger Baum?", "dreißig Jahre"),
        ("Wie viele Bäume will Krol pflanzen?", "und wann ist das erste Konzert geplant?", "21. September"),
        ("Was versprach Krol?", "Was hat der Küster versprochen?", "14 Grad"),
        ("Was kostet die Reparatur?", "was sagt sie zum rückschnitt der linden?", "Rückschnitt"),
    ],
)
def test_another_article_answers_what_that_one_does_not(first: str, message: str, words: str) -> None:
    assert words in asked_on(first, message)


@pytest.mark.parametrize(
    ("post", "message", "words"),
    [
        ("Krol pflanzt also zwölf junge Bäume?", "Was kostet die Reparatur der Orgel?", "96.000"),
        ("Die Reparatur der Orgel kostet 96.000 Euro", "Und wann entscheidet der Stadtrat?", "27. Mai"),
        ("Die Orgel in der Marienkirche ist immer noch kaputt", "was kostet das?", "96.000"),
        ("Krol sagt, die Linden sind krank. Stimmt das?", "Was sagt die Biologin dazu?", "Sabine Wendt"),
        ("Was macht eigentlich Krol?", "mit jungen Bäumen", "zwölf junge Bäume"),
    ],
)
def test_a_comment_is_answered_by_its_own_question(post: str, message: str, words: str) -> None:
    request = UserRequest(None, message, post)
    reply = CONVERSATION.reply_to(request, BotIdentity(1, "belegbot"), "de", in_group=True)
    assert reply is not None
    assert words in reply.text.text
