"""Changing and deleting messages (core.telegram.org/bots/api#updating-messages)."""

from __future__ import annotations

import dataclasses
from typing import Annotated, Any, ClassVar, Final

from pydantic import Field

from bot.simulator import limits
from bot.simulator.api.access import chat_for, message_for
from bot.simulator.api.arguments.formatted_text import InputEntities, read_formatted_text
from bot.simulator.api.arguments.link_previews import LinkPreviewOptions
from bot.simulator.api.arguments.reply_markup import ReplyMarkup, read_keyboard
from bot.simulator.api.flood import count_message
from bot.simulator.api.methods.method import Method
from bot.simulator.api.parameters import Integer, Missing, Parameters
from bot.simulator.errors import BadRequest
from bot.simulator.serialize import message_json
from bot.simulator.world.accounts import BotAccount
from bot.simulator.world.chats import Chat, Group, Message, PrivateChat
from bot.simulator.world.world import World

_NOT_MODIFIED: Final = (
    "message is not modified: specified new message content and reply markup are exactly the same as a current content "
    "and reply markup of the message"
)
MessageId = Annotated[Integer, Missing("message identifier is not specified")]


class EditParameters(Parameters):
    """Of the methods that change a message: by its chat and number, or by its inline identifier."""

    chat_id: str = ""
    message_id: Integer = 0
    inline_message_id: str = ""


class EditMessageText(EditParameters):
    """Of editMessageText."""

    unmodelled: ClassVar = frozenset({"business_connection_id", "parse_mode", "rich_message"})

    text: Annotated[str, Missing("message text is empty")]
    entities: InputEntities = Field(default_factory=list)
    link_preview_options: LinkPreviewOptions | None = None
    reply_markup: ReplyMarkup | None = None


class EditMessageReplyMarkup(EditParameters):
    """Of editMessageReplyMarkup."""

    unmodelled: ClassVar = frozenset({"business_connection_id"})

    reply_markup: ReplyMarkup | None = None


class DeleteMessage(Parameters):
    """Of deleteMessage."""

    chat_id: Annotated[str, Missing("chat identifier is not specified")]
    message_id: MessageId


def edit_message_text(world: World, account: BotAccount, parameters: EditMessageText) -> dict[str, Any] | bool:
    """Put another text, and another keyboard or none, in the place of the old."""
    text, entities = read_formatted_text(parameters.text, parameters.entities, world.find_user)
    keyboard = read_keyboard(parameters.reply_markup)
    preview = parameters.link_preview_options.as_link_preview() if parameters.link_preview_options else None
    content = {"text": text, "entities": entities, "keyboard": keyboard, "link_preview": preview}
    return _edit(world, account, parameters, content)


def edit_message_reply_markup(
    world: World, account: BotAccount, parameters: EditMessageReplyMarkup
) -> dict[str, Any] | bool:
    """Put another keyboard, or none, in the place of the old."""
    keyboard = read_keyboard(parameters.reply_markup)
    return _edit(world, account, parameters, {"keyboard": keyboard})


def delete_message(world: World, account: BotAccount, parameters: DeleteMessage) -> bool:
    """Delete an own message, or as an administrator anybody's."""
    chat = chat_for(world, account, parameters.chat_id, to_write=True)
    message = message_for(chat, parameters.message_id, "message to delete")
    if message.sender != account.user and not _may_delete(chat, account):
        raise BadRequest("message can't be deleted")
    is_old = world.clock.now() - message.date > limits.DELETABLE_SECONDS
    if is_old and not (isinstance(chat, Group) and _may_delete(chat, account)):
        raise BadRequest("message can't be deleted for everyone")
    chat.remove(message)
    world.notify()
    return True


def _message_to_edit(world: World, account: BotAccount, parameters: EditParameters) -> Message:
    if parameters.inline_message_id:
        if parameters.chat_id or parameters.message_id:
            raise BadRequest("this simulator takes a chat_id and message_id or an inline_message_id, not both")
        message = _inline_message(world, account, parameters.inline_message_id)
        count_message(world, account, None)
        return message
    if not parameters.message_id:
        raise BadRequest("message identifier is not specified")
    chat = chat_for(world, account, parameters.chat_id, to_write=True)
    message = message_for(chat, parameters.message_id, "message to edit")
    if message.sender != account.user or message.service:
        raise BadRequest("message can't be edited")
    count_message(world, account, chat)
    return message


def _inline_message(world: World, account: BotAccount, identifier: str) -> Message:
    sent = world.inline_messages.get(identifier)
    if sent is None:  # `get_input_bot_inline_message_id` in td/telegram/InlineMessageManager.cpp
        raise BadRequest("invalid inline message identifier specified")
    message = sent.chat.message(sent.id)
    if message is None or account.user not in (message.via_bot, message.sender):
        raise BadRequest("MESSAGE_ID_INVALID")
    return message


def _edit(
    world: World, account: BotAccount, parameters: EditParameters, content: dict[str, Any]
) -> dict[str, Any] | bool:
    message = _message_to_edit(world, account, parameters)
    edited = dataclasses.replace(message, **content)
    if edited == message:
        raise BadRequest(_NOT_MODIFIED)
    edited = dataclasses.replace(edited, edit_date=int(world.clock.now()))
    message.chat.put(edited)
    world.notify()
    return True if parameters.inline_message_id else message_json(edited)


def _may_delete(chat: Chat, account: BotAccount) -> bool:
    return isinstance(chat, PrivateChat) or (isinstance(chat, Group) and chat.member(account.user).is_administrator)


METHODS: Final = (
    Method("editMessageText", EditMessageText, edit_message_text),
    Method("editMessageReplyMarkup", EditMessageReplyMarkup, edit_message_reply_markup),
    Method("deleteMessage", DeleteMessage, delete_message),
)
