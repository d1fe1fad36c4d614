"""Accounts, people and chats as JSON. Users, chats and messages are written as the Bot API writes them."""

from __future__ import annotations

from bot.simulator.serialize import chat_json, entity_json, me_json, user_json
from bot.simulator.serialize.fields import Json, omit_none
from bot.simulator.telegram import Telegram
from bot.simulator.world.accounts import BotAccount
from bot.simulator.world.chats import Channel, Chat, Group, PrivateChat
from bot.simulator.world.inline import InlineQuery


def chat_key(chat: Chat) -> str:
    """What tells one chat from all others; a private chat's identifier is the person's in all their chats."""
    return f"{chat.id}-{chat.account.user.id}" if isinstance(chat, PrivateChat) else str(chat.id)


def chat_with_key(telegram: Telegram, key: str) -> Chat | None:
    """The chat that has this key."""
    return next((chat for chat in telegram.chats if chat_key(chat) == key), None)


def world_json(telegram: Telegram) -> Json:
    """All but the messages."""
    with telegram.lock:
        return {
            "accounts": [_account_json(account) for account in telegram.accounts],
            "people": [user_json(person.user) for person in telegram.people],
            "chats": [_chat_json(chat) for chat in telegram.chats],
            "faults": [{"kind": str(fault.kind), "method": fault.method} for fault in telegram.faults.planned],
        }


def results_json(query: InlineQuery) -> Json:
    """What the list above the text field shows; nothing of it is sent before it is chosen."""
    answer = query.answer
    if answer is None:
        return {"is_answered": False, "results": []}
    return omit_none(
        is_answered=True,
        results=[
            {
                "id": result.id,
                "title": result.title,
                "description": result.description,
                "text": result.text,
                "entities": [entity_json(entity) for entity in result.entities],
            }
            for result in answer.results
        ],
        button=answer.button.text if answer.button else None,
        has_more=bool(answer.next_offset),
    )


def _account_json(account: BotAccount) -> Json:
    menus = [
        {"scope": scope, "language": language, "commands": [[line.command, line.description] for line in lines]}
        for (scope, language), lines in account.commands.items()
    ]
    texts = [{"field": field, "language": language, "text": text} for (field, language), text in account.texts.items()]
    return {
        **me_json(account),
        "menus": menus,
        "texts": texts,
        "privacy": account.privacy,
        "mentions_reach_it": account.mentions_reach_it,
    }


def _chat_json(chat: Chat) -> Json:
    more: Json = {"key": chat_key(chat), "is_protected": chat.is_protected}
    if isinstance(chat, PrivateChat):
        more |= {"person": chat.user.id, "account": chat.account.user.id, "is_blocked": chat.is_blocked}
    if isinstance(chat, Group):
        more["members"] = [{"id": member.user.id, "status": str(member.status)} for member in chat.members]
        more["topics"] = [{"id": topic.id, "name": topic.name} for topic in chat.topics]
    if isinstance(chat, Channel):
        more["members"] = []
    return chat_json(chat) | more
