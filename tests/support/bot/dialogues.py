"""Dialogues: what people say in a chat, and what the bot answers, exactly once, or its silence.

Replies are written as in the README: **bold**, ❝ a quotation ❞, [a link](https://example.org).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from bot.simulator import BotAccount, Chat, Entity, Message, Person, Telegram
from bot.simulator.world.inline import InlineQuery

SILENCE = None

_SIGNS: dict[str, Callable[[Entity], tuple[str, str]]] = {
    "bold": lambda _: ("**", "**"),
    "italic": lambda _: ("_", "_"),
    "blockquote": lambda _: ("❝ ", " ❞"),
    "expandable_blockquote": lambda _: ("❝ ", " ❞"),
    "underline": lambda _: ("__", "__"),
    "text_link": lambda entity: ("[", f"]({entity.url})"),
}


def shown(message: Message) -> str:
    """The message's text with its entities written out."""
    units = message.text.encode("utf-16-le")
    signs: list[tuple[int, int, str]] = []
    for order, entity in enumerate(message.entities):
        if entity.type in _SIGNS:
            before, after = _SIGNS[entity.type](entity)
            signs.append((entity.offset, order, before))
            signs.append((entity.offset + entity.length, -order - 1, after))
    for offset, _, sign in sorted(signs, reverse=True):
        units = units[: 2 * offset] + sign.encode("utf-16-le") + units[2 * offset :]
    return units.decode("utf-16-le")


def by_the_bot(chat: Chat, account: BotAccount) -> list[Message]:
    """What the bot has said in the chat."""
    return [message for message in chat.messages if message.sender.id == account.user.id]


class Dialogue:
    """One chat, watched for what the bot says in it from now on."""

    def __init__(self, telegram: Telegram, account: BotAccount, chat: Chat) -> None:
        self.telegram = telegram
        self.account = account
        self.chat = chat
        self._seen = len(by_the_bot(chat, account))

    @classmethod
    def opened_by(cls, person: Person, telegram: Telegram, account: BotAccount) -> Dialogue:
        """The person's private chat with the bot, watched from its first message on: the greeting is the next reply."""
        with telegram.lock:
            return cls(telegram, account, person.opens(account))

    def forget(self) -> None:
        """Watch from here on: a message of the bot's was deleted, or came in before."""
        self._seen = len(self._said())

    def reply(self) -> Message:
        """The bot's next message, waited for."""
        self._seen += 1
        return self.telegram.wait_for(lambda: self._said()[self._seen - 1 :][:1])[0]

    def assert_silent(self, person: Person, **where: object) -> None:
        """Checks that the bot has nothing more to say: asked for help in this chat, the help is its only message.

        Updates of one chat are handled in order, so that a late or second answer would come before it.
        """
        person.says(self.chat, f"/help@{self.account.username}", **where)  # type: ignore[arg-type]
        last = shown(self.reply())
        assert last.startswith("• "), f"instead of silence: {last}"

    def _said(self) -> list[Message]:
        return by_the_bot(self.chat, self.account)

    def assert_answers(self, person: Person, lines: Sequence[tuple[str, str | None]]) -> None:
        """The person says each line; the bot answers as written, once, or stays silent where it says SILENCE."""
        for words, answer in lines:
            said = person.says(self.chat, words)
            if answer is not None:
                reply = self.reply()
                assert shown(reply) == answer
                assert reply.reply_to_id in (None, said.id)
        self.assert_silent(person)


def changed(telegram: Telegram, message: Message) -> Message:
    """The message, once it shows something else."""
    before = shown(message)

    def after() -> Message | None:
        current = message.chat.message(message.id)
        return current if current and shown(current) != before else None

    found = telegram.wait_for(after)
    assert found is not None
    return found


def label(message: Message, sign: str) -> str:
    """What stands on the button with this sign."""
    return next(button.text for button in message.buttons if sign in button.text)


def rows(message: Message) -> list[list[str]]:
    """The labels of the message's buttons, row by row."""
    return [[button.text for button in row] for row in (message.keyboard.rows if message.keyboard else ())]


def answered(telegram: Telegram, query: InlineQuery) -> InlineQuery:
    """The query, once the bot has answered it."""
    telegram.wait_for(lambda: query.is_answered)
    return query


def label_above(query: InlineQuery) -> str:
    """What stands on the button above the results of an answered query."""
    assert query.answer is not None
    assert query.answer.button is not None
    return query.answer.button.text
