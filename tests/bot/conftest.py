"""One Telegram and two running bots for all tests, by polling and by webhook; people and chats are each test's own."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from bot.simulator import BotAccount, Group, Person, PrivateChat, Telegram, TelegramServer
from tests.support.bot.articles import ARCHIVE, BRIDGE
from tests.support.bot.dialogues import by_the_bot
from tests.support.bot.running_bot import running, settings_for, webhook_settings

# What only Telegram can know: that an edit changes nothing, that somebody deleted the answer, or removed or
# muted the bot.
UNFORESEEABLE = (
    "are exactly the same as a current content and reply markup of the message",
    "message to edit not found",
    "bot was kicked from the supergroup chat",
    "not enough rights to send text messages to the chat",
)


@pytest.fixture(scope="session")
def world() -> Iterator[TelegramServer]:
    with TelegramServer(Telegram()) as server:
        yield server


@pytest.fixture(scope="session")
def telegram(world: TelegramServer) -> Iterator[Telegram]:
    yield world.telegram
    refused = [request.error or "" for request in world.telegram.refusals]
    assert [error for error in refused if not error.endswith(UNFORESEEABLE)] == []


@pytest.fixture(scope="session")
def polling_bot(world: TelegramServer, telegram: Telegram) -> Iterator[BotAccount]:
    account = telegram.new_bot("belegbot", name="Belegbot")
    with running(settings_for(world, account), [BRIDGE]):
        yield account


@pytest.fixture(scope="session")
def webhook_bot(world: TelegramServer, telegram: Telegram) -> Iterator[BotAccount]:
    account = telegram.new_bot("BelegHookBot", name="Belegbot", privacy=False)
    with running(webhook_settings(world, account), [BRIDGE]):
        yield account


@pytest.fixture(scope="session")
def archive_polling_bot(world: TelegramServer, telegram: Telegram) -> Iterator[BotAccount]:
    account = telegram.new_bot("ArchivBot", name="Archiv")
    account.supports_inline_queries = account.supports_guest_queries = True
    with running(settings_for(world, account), ARCHIVE):
        yield account


@pytest.fixture(scope="session")
def archive_webhook_bot(world: TelegramServer, telegram: Telegram) -> Iterator[BotAccount]:
    account = telegram.new_bot("ArchivHookBot", name="Archiv", privacy=False)
    with running(webhook_settings(world, account), ARCHIVE):
        yield account


@pytest.fixture(params=["polling", "webhook"])
def archive(request: pytest.FixtureRequest) -> BotAccount:
    """A running bot that knows many articles."""
    bot: BotAccount = request.getfixturevalue(f"archive_{request.param}_bot")
    return bot


@pytest.fixture(params=["polling", "webhook"])
def account(request: pytest.FixtureRequest) -> BotAccount:
    """A running bot: once by polling with privacy mode on, once by webhook with privacy mode off."""
    bot: BotAccount = request.getfixturevalue(f"{request.param}_bot")
    return bot


@pytest.fixture
def anna(telegram: Telegram) -> Person:
    return telegram.new_person("Anna", username="anna", language_code="de")


@pytest.fixture
def ben(telegram: Telegram) -> Person:
    return telegram.new_person("Ben", language_code="en-GB")


@pytest.fixture
def group(telegram: Telegram, anna: Person, ben: Person, account: BotAccount) -> Group:
    return _introduced(telegram, account, telegram.new_group("Runde", [anna, ben, account]))


@pytest.fixture
def forum(telegram: Telegram, anna: Person, ben: Person, account: BotAccount) -> Group:
    forum = telegram.new_group("Forum", [anna, ben, account], topics=("Politik", "Sport"))
    return _introduced(telegram, account, forum)


def _introduced(telegram: Telegram, account: BotAccount, group: Group) -> Group:
    """The group, once the bot has introduced itself there."""
    telegram.wait_for(lambda: by_the_bot(group, account))
    return group


@pytest.fixture
def private(telegram: Telegram, anna: Person, account: BotAccount) -> PrivateChat:
    """Anna's chat with the bot, after its greeting."""
    chat = anna.opens(account)
    telegram.wait_for(lambda: len(chat.messages) == 2)
    return chat
