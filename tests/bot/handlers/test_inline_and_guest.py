"""Asked where the bot is no member: inline mode and guest mode."""

import pytest

from bot.articles.library import Library
from bot.simulator import BotAccount, Group, Person, Telegram, TelegramServer
from content import Article
from retrieval import Retriever
from tests.support.bot.articles import BRIDGE
from tests.support.bot.dialogues import answered, by_the_bot, label_above, shown
from tests.support.bot.quotations import PAYING_ELSEWHERE
from tests.support.bot.running_bot import running, settings_for
from tests.support.retrieval.fake_encoder import FakeEncoder

QUESTION = "Wer bezahlt die Reparatur?"
TWO_QUESTIONS = "Wer bezahlt die Reparatur? Und wie lange bleibt die Brücke gesperrt?"


@pytest.fixture(autouse=True)
def _switched_on(account: BotAccount) -> None:
    account.supports_inline_queries = True
    account.supports_guest_queries = True


@pytest.fixture
def elsewhere(telegram: Telegram, anna: Person, ben: Person) -> Group:
    """A group that the bot is not in."""
    return telegram.new_group("Anderswo", [anna, ben])


def test_keywords_list_quotes_with_their_sources(
    telegram: Telegram, account: BotAccount, anna: Person, elsewhere: Group
) -> None:
    query = answered(telegram, anna.queries(account, "reparatur bezahlt"))
    first = query.results[0]
    assert first.title.startswith("Die Reparatur bezahlt zur Hälfte das Land.")
    assert first.description == "Absatz 2 · „Die Brücke bleibt bis Mai gesperrt“"
    message = anna.chooses(query, first, elsewhere)
    assert shown(message) == PAYING_ELSEWHERE


def test_nothing_typed_lists_the_sample_questions(
    telegram: Telegram, account: BotAccount, anna: Person, elsewhere: Group
) -> None:
    query = answered(telegram, anna.queries(account))
    assert [result.title for result in query.results] == [
        "Wie lange bleibt die Brücke gesperrt?",
        "Wer bezahlt die Reparatur?",
    ]
    message = anna.chooses(query, query.results[1], elsewhere)
    assert shown(message) == f"**Wer bezahlt die Reparatur?**\n{PAYING_ELSEWHERE}"


def test_no_answer_is_said_on_the_button_that_leads_to_the_private_chat(
    telegram: Telegram, account: BotAccount, anna: Person
) -> None:
    query = answered(telegram, anna.queries(account, "elefanten"))
    assert query.results == ()
    assert label_above(query) == "Das beantwortet der Artikel nicht."


def test_a_guest_answers_where_it_is_mentioned(
    telegram: Telegram, account: BotAccount, anna: Person, elsewhere: Group
) -> None:
    before = len(elsewhere.messages)
    anna.says(elsewhere, "Hat jemand die Nachrichten gelesen?")
    anna.says(elsewhere, f"@{account.username} {QUESTION}")
    answer = telegram.wait_for(lambda: elsewhere.messages[before + 2 :])[0]
    assert shown(answer) == PAYING_ELSEWHERE
    followed = anna.says(elsewhere, "Wie lange bleibt die Brücke gesperrt?", reply_to=answer)
    second = telegram.wait_for(lambda: elsewhere.messages[before + 4 :])[0]
    assert second.text.startswith("Die Brücke über die Lahn bleibt bis Mai gesperrt.")
    assert followed.id < second.id


def test_a_guest_is_asked_about_the_message_replied_to(
    telegram: Telegram, account: BotAccount, anna: Person, ben: Person, elsewhere: Group
) -> None:
    wondered = ben.says(elsewhere, "Wer bezahlt eigentlich die Reparatur?")
    count = len(elsewhere.messages)
    anna.says(elsewhere, f"@{account.username}", reply_to=wondered)
    answer = telegram.wait_for(lambda: elsewhere.messages[count + 1 :])[0]
    assert answer.text.startswith("Die Reparatur bezahlt zur Hälfte das Land.")


def test_buttons_of_a_guests_answer_work(
    telegram: Telegram, account: BotAccount, anna: Person, elsewhere: Group
) -> None:
    count = len(elsewhere.messages)
    anna.says(elsewhere, f"@{account.username} {TWO_QUESTIONS}")
    answer = telegram.wait_for(lambda: elsewhere.messages[count + 1 :])[0]
    label = next(button.text for button in answer.buttons if "(" in button.text)
    anna.taps(answer, label)
    telegram.wait_for(lambda: shown(elsewhere.message(answer.id) or answer) != shown(answer))
    turned = elsewhere.message(answer.id)
    assert turned is not None
    assert [button.text for button in turned.buttons if "◀" in button.text]


MANY = Article.from_text(
    "\n\n".join(f"Der Turm Nummer {number} steht in der Stadt {chr(64 + number) * 4}." for number in range(1, 26)),
    title="Türme",
    language="de",
)


def test_many_quotes_come_in_pages(world: TelegramServer, anna: Person) -> None:
    account = world.telegram.new_bot("PagesBot")
    account.supports_inline_queries = True
    with running(settings_for(world, account), [MANY]):
        first = answered(world.telegram, anna.queries(account, "turm stadt"))
        titles = [result.title for result in first.results]
        page = first
        while page.answer and page.answer.next_offset:
            page = answered(world.telegram, anna.scrolls(page))
            titles += [result.title for result in page.results]
    assert len(first.results) == 10
    assert len(titles) > 10
    assert len(titles) == len(set(titles)), "no quote twice"


@pytest.mark.parametrize(
    ("words", "label"),
    [("reparatur", "Mich im privaten Chat fragen"), ("elefanten", "Das beantwortet der Artikel nicht.")],
)
def test_the_button_above_the_results_leads_to_the_private_chat(
    telegram: Telegram, account: BotAccount, anna: Person, words: str, label: str
) -> None:
    query = answered(telegram, anna.queries(account, words))
    assert label_above(query) == label
    chat = anna.presses(query)
    telegram.wait_for(lambda: by_the_bot(chat, account))
    assert shown(by_the_bot(chat, account)[0]).startswith("Ich beantworte Fragen zu diesem Artikel")


def test_results_are_described_in_the_askers_language(telegram: Telegram, account: BotAccount, ben: Person) -> None:
    query = answered(telegram, ben.queries(account, "reparatur bezahlt"))
    assert query.results[0].description == "paragraph 2 · “Die Brücke bleibt bis Mai gesperrt”"


def test_a_guest_says_when_the_article_does_not_answer(
    telegram: Telegram, account: BotAccount, anna: Person, elsewhere: Group
) -> None:
    anna.says(elsewhere, f"@{account.username} Welche Farbe haben Elefanten?")
    answer = telegram.wait_for(lambda: by_the_bot(elsewhere, account))[0]
    assert shown(answer) == "Das beantwortet der Artikel nicht."


def test_who_asks_a_guest_too_much_is_told_once_and_nothing_is_looked_up_for_it(
    world: TelegramServer, anna: Person, ben: Person
) -> None:
    """The limit comes first, as in chats: what is not to be answered costs no search."""
    account = world.telegram.new_bot("HurriedGuestBot")
    account.supports_guest_queries = True
    group = world.telegram.new_group("Eilig", [anna, ben])
    encoder = FakeEncoder()
    with running(settings_for(world, account, questions_per_minute=2), Library(Retriever([BRIDGE], encoder))):
        for number in range(5):
            anna.says(group, f"@{account.username} {QUESTION}{number * '!'}")
        told = "Das sind viele Fragen auf einmal. In einer Minute antworte ich dir wieder."
        world.telegram.wait_for(lambda: len(by_the_bot(group, account)) == 3)
        assert [shown(message) for message in by_the_bot(group, account)] == [PAYING_ELSEWHERE, PAYING_ELSEWHERE, told]
        assert len(encoder.questions) == 2
        ben.says(group, f"@{account.username} {QUESTION}")
        world.telegram.wait_for(lambda: len(by_the_bot(group, account)) == 4)
        assert shown(by_the_bot(group, account)[-1]) == PAYING_ELSEWHERE
