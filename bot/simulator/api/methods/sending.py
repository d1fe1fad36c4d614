"""Sending: sendMessage and sendChatAction (core.telegram.org/bots/api#sendmessage)."""

from __future__ import annotations

from typing import Annotated, Any, ClassVar, Final

from pydantic import Field

from bot.simulator import limits
from bot.simulator.api.access import chat_for, check_may_send_text, message_for, topic_for
from bot.simulator.api.arguments.formatted_text import InputEntities, read_formatted_text
from bot.simulator.api.arguments.link_previews import LinkPreviewOptions
from bot.simulator.api.arguments.reply_markup import ReplyMarkup, read_keyboard
from bot.simulator.api.flood import count_message
from bot.simulator.api.methods.method import Method
from bot.simulator.api.parameters import ChatId, Flag, FromJson, Integer, Missing, Parameters, Part, Within
from bot.simulator.delivery import posts
from bot.simulator.errors import BadRequest
from bot.simulator.serialize import message_json
from bot.simulator.world.accounts import BotAccount
from bot.simulator.world.chats import Chat, ChatAction, ForumTopic, Message
from bot.simulator.world.message_content.entities import utf16_length
from bot.simulator.world.message_content.quotes import TextQuote
from bot.simulator.world.world import World

_ACTIONS: Final = frozenset(
    {
        "typing",
        "upload_photo",
        "record_video",
        "upload_video",
        "record_voice",
        "upload_voice",
        "upload_document",
        "choose_sticker",
        "find_location",
        "record_video_note",
        "upload_video_note",
    }
)


class ReplyParameters(Part):
    """ReplyParameters, within one chat; the quotation without formatting."""

    message_id: int
    chat_id: int | str | None = None
    allow_sending_without_reply: bool = False
    quote: str = ""
    quote_position: int | None = None


class SendMessage(Parameters):
    """Of sendMessage."""

    unmodelled: ClassVar = frozenset(
        {
            "business_connection_id",
            "direct_messages_topic_id",
            "parse_mode",
            "allow_paid_broadcast",
            "message_effect_id",
            "suggested_post_parameters",
        }
    )

    chat_id: ChatId
    text: Annotated[str, Missing("message text is empty")]
    message_thread_id: Integer | None = None
    entities: InputEntities = Field(default_factory=list)
    link_preview_options: LinkPreviewOptions | None = None
    disable_notification: Flag = False
    protect_content: Flag = False
    reply_parameters: Annotated[ReplyParameters, FromJson, Within("")] | None = None
    reply_markup: ReplyMarkup | None = None


class SendChatAction(Parameters):
    """Of sendChatAction."""

    unmodelled: ClassVar = frozenset({"business_connection_id"})

    chat_id: ChatId
    action: Annotated[str, Missing("wrong parameter action in request")]
    message_thread_id: Integer | None = None


def send_message(world: World, account: BotAccount, parameters: SendMessage) -> dict[str, Any]:
    """Send a text."""
    text, entities = read_formatted_text(parameters.text, parameters.entities, world.find_user)
    keyboard = read_keyboard(parameters.reply_markup)
    chat = chat_for(world, account, parameters.chat_id, to_write=True)
    check_may_send_text(chat, account)
    topic = topic_for(chat, parameters.message_thread_id)
    replied = _message_to_reply_to(chat, topic, parameters.reply_parameters)
    quote = _quote(replied, parameters.reply_parameters)
    topic, thread = posts.thread_of(chat, topic, replied)
    count_message(world, account, chat)
    message = posts.post(
        world,
        chat,
        account.user,
        text=text,
        entities=entities,
        keyboard=keyboard,
        reply_to_id=replied.id if replied else None,
        quote=quote,
        topic=topic,
        thread_id=thread,
        link_preview=parameters.link_preview_options.as_link_preview() if parameters.link_preview_options else None,
        is_protected=parameters.protect_content,
    )
    return message_json(message)


def send_chat_action(world: World, account: BotAccount, parameters: SendChatAction) -> bool:
    """Say what the bot is doing."""
    if parameters.action.lower() not in _ACTIONS:
        raise BadRequest("wrong parameter action in request")
    chat = chat_for(world, account, parameters.chat_id, to_write=True)
    topic = topic_for(chat, parameters.message_thread_id)
    now = world.clock.now()
    chat.add_action(ChatAction(account.user, parameters.action.lower(), now, topic.id if topic else None))
    world.notify()
    return True


def _message_to_reply_to(chat: Chat, topic: ForumTopic | None, reply: ReplyParameters | None) -> Message | None:
    if reply is None:
        return None
    if reply.chat_id is not None and str(reply.chat_id) != str(chat.id):
        raise BadRequest("this simulator does not model replies to messages of other chats")
    if reply.allow_sending_without_reply and chat.message(reply.message_id) is None:
        return None
    replied = message_for(chat, reply.message_id, "message to be replied")
    if topic and replied.topic != topic:
        raise BadRequest("this simulator does not model replies to messages of other topics")
    return replied


def _quote(replied: Message | None, reply: ReplyParameters | None) -> TextQuote | None:
    if replied is None or reply is None or not reply.quote:
        return None
    if reply.quote not in replied.text or len(reply.quote) > limits.REPLY_QUOTE:
        raise BadRequest("QUOTE_TEXT_INVALID")
    return TextQuote(reply.quote, utf16_length(replied.text[: replied.text.index(reply.quote)]))


METHODS: Final = (
    Method("sendMessage", SendMessage, send_message),
    Method("sendChatAction", SendChatAction, send_chat_action),
)
