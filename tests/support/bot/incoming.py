"""Messages as Telegram gives them to the bot."""

from __future__ import annotations

from typing import Any

from telegram import Message

from bot.incoming.addressing import BotIdentity

ME = BotIdentity(1, "BelegBot")
ANNA = {"id": 2, "is_bot": False, "first_name": "Anna"}
BOT = {"id": 1, "is_bot": True, "first_name": "Beleg", "username": "BelegBot"}
OTHER_BOT = {"id": 9, "is_bot": True, "first_name": "Uhr", "username": "UhrBot"}
PRIVATE = {"id": 2, "type": "private", "first_name": "Anna"}
GROUP = {"id": -100, "type": "supergroup", "title": "Runde"}


def entity(kind: str, text: str, part: str, **more: Any) -> dict[str, Any]:
    def units(words: str) -> int:
        return len(words.encode("utf-16-le")) // 2

    return {"type": kind, "offset": units(text[: text.index(part)]), "length": units(part), **more}


def message(text: str, *entities: dict[str, Any], chat: dict[str, Any] = GROUP, **more: Any) -> Message:
    data = {"message_id": 7, "date": 0, "chat": chat, "from": ANNA, "text": text, "entities": list(entities), **more}
    return Message.de_json(data, None)


def command(text: str, **more: Any) -> Message:
    return message(text, entity("bot_command", text, text.split(maxsplit=1)[0]), **more)


def by_bot(**more: Any) -> dict[str, Any]:
    return {"message_id": 3, "date": 0, "chat": GROUP, "from": BOT, **more}
