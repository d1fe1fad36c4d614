"""Whether a message is meant for the bot, and what it asks.

In a private chat everything is. In a group only a command that names the bot (or that only this bot has), a mention
of it, and a reply to one of its messages: the bot may be given all messages of a group and still answers no other.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from telegram import Bot, Message, MessageEntity
from telegram.constants import ChatType, MessageEntityType

from bot.incoming.commands import Command, find_command, is_own_name
from bot.incoming.message_view import MessageView, view_message
from bot.messages.entities import entity_texts

# "Hilfe!" in private asks for help, without a slash, too.
_SIGNS = " \t\r\n!?."


@dataclass(frozen=True, slots=True)
class BotIdentity:
    """Who the bot is in Telegram. `username` is without "@".

    `hears_all`: group messages reach it that do not speak to it, because its privacy mode is off. A mere mention then
    surely reaches it; with privacy mode on, experience differs.
    """

    id: int
    username: str
    hears_all: bool = False


@dataclass(frozen=True, slots=True)
class UserRequest:
    """What a message wants of the bot: a command, or None for a plain question, and the words that go with it.

    `about` is the text of somebody's message, or the passage marked in it, that the words were written in reply to;
    `answer` what a message of the bot's own shows that they reply to. `command_name` is as it was given.
    A command that does not exist, but names this bot or comes in private, is a call for help. `is_forwarded`: the words
    are somebody else's, sent on in private. Not `has_text`: it is a voice message, a sticker or another thing without
    words, sent in private.
    """

    command: Command | None
    words: str
    about: str = ""
    answer: MessageView | None = None
    command_name: str = field(default="", compare=False)
    has_text: bool = True
    is_forwarded: bool = field(default=False, compare=False)

    @property
    def is_question(self) -> bool:
        """Whether it asks the articles, by a command or without."""
        return self.command in (None, Command.ASK)

    @property
    def question(self) -> str:
        """What is asked: the words, behind those that they are about; empty when there are none."""
        return f"{self.about} {self.words}".strip()


def identity_of(bot: Bot) -> BotIdentity:
    """Who the bot is, as `getMe` told when it started."""
    return BotIdentity(bot.id, bot.username, hears_all=bool(bot.bot.can_read_all_group_messages))


def parse_request(message: Message, me: BotIdentity) -> UserRequest | None:
    """What the message wants of the bot; None when it is not meant for it."""
    private = message.chat.type == ChatType.PRIVATE
    if _not_a_person(message):
        return None
    text = message.text or message.caption
    if text is None:
        return UserRequest(None, "", has_text=False) if private and message.effective_attachment else None
    if message.forward_origin and not private:
        return None
    entities = entity_texts(message)
    written = next((entities[entity] for entity in entities if _is_leading_command(entity)), None)
    if written is None and private and not _replied_message(message):
        written = _command_word(text)
        text = written or text
    if written:
        return _command_request(message, text, written, me, private=private)
    mentions = [entity for entity, mentioned in entities.items() if _mentions(entity, mentioned, me)]
    if private or mentions or _replies_to(message, me):
        return UserRequest(
            None,
            _remove_entities(text, mentions),
            _replied_text(message, me),
            _replied_view(message, me),
            is_forwarded=message.forward_origin is not None,
        )
    return None


def _not_a_person(message: Message) -> bool:
    sender = message.from_user
    # Anonymous administrators and linked channels write through a bot of Telegram's; `sender_chat` tells them apart.
    is_bot = sender is not None and sender.is_bot and message.sender_chat is None
    return is_bot or bool(message.is_automatic_forward) or message.via_bot is not None


def _command_word(text: str) -> str | None:
    """The name of a command, if the text is nothing else."""
    word = text.strip(_SIGNS)
    return word if find_command(word) else None


def _is_leading_command(entity: MessageEntity) -> bool:
    return entity.type == MessageEntityType.BOT_COMMAND and entity.offset == 0


def _command_request(
    message: Message, text: str, written: str, me: BotIdentity, *, private: bool
) -> UserRequest | None:
    name, _, bot = written.removeprefix("/").partition("@")
    if bot and bot.lower() != me.username.lower():
        return None
    command = find_command(name)
    if not (private or bot or is_own_name(name)):
        return None
    words = text[len(written) :].strip()
    if command not in (Command.ASK, Command.CHECK):
        return UserRequest(command or Command.HELP, words, command_name=name)
    return UserRequest(command, words, _replied_text(message, me), _replied_view(message, me), command_name=name)


def _mentions(entity: MessageEntity, text: str, me: BotIdentity) -> bool:
    if entity.type == MessageEntityType.TEXT_MENTION:
        return entity.user is not None and entity.user.id == me.id
    return entity.type == MessageEntityType.MENTION and text.lower() == f"@{me.username.lower()}"


def _replied_text(message: Message, me: BotIdentity) -> str:
    """The message replied to, or the passage of it that was marked; empty for the bot's own, and for none."""
    replied = _replied_message(message)
    if replied and (_replied_view(message, me) or _replies_to(message, me)):
        return ""
    if message.quote and message.quote.is_manual:
        return message.quote.text
    return (replied.text or replied.caption or "") if replied else ""


def _replied_view(message: Message, me: BotIdentity) -> MessageView | None:
    """What the message replied to shows, if it is the bot's: one that it wrote, or that somebody sent via it."""
    replied = _replied_message(message)
    if replied is None or not (_replies_to(message, me) or (replied.via_bot and replied.via_bot.id == me.id)):
        return None
    quote = message.quote if message.quote and message.quote.is_manual else None
    view = view_message(replied, quote.text, quote.position) if quote else view_message(replied)
    return view if view.quotation else None


def _replies_to(message: Message, me: BotIdentity) -> bool:
    replied = _replied_message(message)
    return replied is not None and replied.from_user is not None and replied.from_user.id == me.id


def _replied_message(message: Message) -> Message | None:
    """The message replied to. Telegram presents every message of a topic, also in a private chat, as a reply to the one
    that opened it, and that one may be the bot's: it is none."""
    replied = message.reply_to_message
    return None if replied is None or replied.forum_topic_created else replied


def _remove_entities(text: str, entities: list[MessageEntity]) -> str:
    """The text without these entities, nor the punctuation that set them off from the rest."""
    units = text.encode("utf-16-le", "surrogatepass")
    for entity in sorted(entities, key=lambda entity: entity.offset, reverse=True):
        units = units[: 2 * entity.offset] + units[2 * (entity.offset + entity.length) :]
    return units.decode("utf-16-le", "surrogatepass").strip(" \t\r\n,:;–—-")
