"""What the bot reads back from its own messages."""

from __future__ import annotations

from hypothesis import example, given
from hypothesis import strategies as st

from bot.articles.identifiers import digest
from bot.articles.library import Library
from bot.callback.callback_data import ShowContext, ShowQuote, encode
from bot.config.settings import InterfaceLanguage
from bot.incoming.addressing import BotIdentity, UserRequest, parse_request
from bot.messages.reply import Reply
from bot.messages.texts import Catalogue
from bot.replies.conversation import Conversation
from content import Article
from tests.support.bot.articles import BRIDGE
from tests.support.bot.incoming import ME, message
from tests.support.bot.replies import QUESTIONS, TEXTS, assert_telegram_takes, quoted_texts, sent
from tests.support.bot.replies import read_back as shown
from tests.support.bot.replying import reply_of

CATALOGUE = Catalogue()
CONVERSATION = Conversation(Library([BRIDGE]), CATALOGUE, InterfaceLanguage.GERMAN)
QUESTION = "Wie lange bleibt die Brücke gesperrt?"


def answer() -> Reply:
    return reply_of(CONVERSATION, UserRequest(None, QUESTION), ME, "de")


def test_the_quote_and_its_neighbours_are_known_by_the_buttons() -> None:
    found = shown(answer())
    standing = found.find_quote([BRIDGE])
    assert standing is not None
    assert standing.references is not None
    assert standing.references.current == 0
    assert standing.quote.text == found.quotation
    turned = next(tap for tap in found.callbacks if isinstance(tap, ShowQuote))
    second = CONVERSATION.reply_to_callback(next(b.data for row in answer().buttons for b in row if b.data) or "", "de")
    assert second is not None
    at_second = shown(second).find_quote([BRIDGE])
    assert at_second is not None
    assert at_second.references is not None
    assert (at_second.references.current, turned.references.current) == (1, 1)


def test_without_buttons_it_is_known_by_its_words_and_what_is_bold() -> None:
    reply = answer()
    standing = shown(Reply(reply.text)).find_quote([BRIDGE])
    with_buttons = shown(reply).find_quote([BRIDGE])
    assert standing is not None
    assert with_buttons is not None
    assert standing.references is None
    assert standing.quote.spans == with_buttons.quote.spans
    assert {BRIDGE.text[start:end] for start, end in standing.quote.highlights} == {"Brücke", "bleibt", "gesperrt"}


def test_the_context_stands_for_the_quote_that_is_underlined_in_it() -> None:
    text = "Der Turm ist alt 👩‍🚀. Die Glocke goss Veit. Er kam aus Ulm. Dort steht er."
    long = Article.from_text(text, title="T", language="de")
    conversation = Conversation(Library([long]), CATALOGUE, InterfaceLanguage.GERMAN)
    reply = reply_of(conversation, UserRequest(None, "Wer goss die Glocke?"), ME, "de")
    context = next(tap for tap in shown(reply).callbacks if isinstance(tap, ShowContext))
    view = conversation.reply_to_callback(encode(context), "de")
    assert view is not None
    assert context.references.current == 0
    standing, at_first = shown(view).find_quote([long]), shown(reply).find_quote([long])
    assert standing is not None
    assert at_first is not None
    assert standing.quote.spans == at_first.quote.spans


def test_a_heading_is_what_stands_before_the_quotation_with_its_formats() -> None:
    sample = CONVERSATION.reply_to_callback("ask:" + digest("Wer bezahlt die Reparatur?"), "de")
    assert sample is not None
    heading = shown(sample).heading
    assert heading.text == "Wer bezahlt die Reparatur?"
    assert [(mark.type, mark.offset, mark.length) for mark in heading.entities] == [("bold", 0, len(heading.text))]
    assert shown(answer()).heading.text == ""


def test_help_and_other_peoples_messages_show_no_quote() -> None:
    helped = sent(reply_of(CONVERSATION, UserRequest(None, "Hallo"), ME, "de"))
    assert parse_request(message("Und warum?", reply_to_message=helped), ME) == UserRequest(None, "Und warum?")
    by_anna = {**sent(answer()), "from": {"id": 2, "is_bot": False, "first_name": "Anna"}}
    assert parse_request(message("Und warum?", reply_to_message=by_anna), ME) is None
    call = parse_request(message("Und warum?", reply_to_message=sent(answer())), ME)
    assert call is not None
    assert call.answer is not None


FOLLOW_UPS = st.sampled_from(["Und warum?", "Wer sagt das?", "Was noch?", "Wann?", "Wie ging es weiter?", "Wo?"])


@example("Die", "Die", "<&", True)
@given(TEXTS, QUESTIONS, FOLLOW_UPS | QUESTIONS, st.booleans())
def test_any_follow_up_on_any_answer_makes_a_message_that_quotes(
    text: str, question: str, follow_up: str, in_group: bool
) -> None:
    article = Article.from_text(text, title="T", language="de")
    if not article.paragraphs:
        return
    conversation = Conversation(Library([article]), CATALOGUE, InterfaceLanguage.GERMAN)
    reply = reply_of(conversation, UserRequest(None, question), BotIdentity(1, "belegbot"), "de")
    request = UserRequest(None, follow_up, answer=shown(reply))
    followed = conversation.reply_to(request, ME, "de", in_group=in_group)
    if followed is None:
        assert in_group  # to mere talk it is silent there
        return
    assert_telegram_takes(followed)
    for quoted in quoted_texts(followed):
        assert all(piece in text for piece in quoted.split(" […] "))
