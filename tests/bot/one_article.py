"""Everything that the bot says with one article in its library, written down as Telegram gets it.

`python -m tests.bot.one_article` writes it anew, when it is meant to change.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from bot.articles.library import Library
from bot.config.settings import InterfaceLanguage
from bot.incoming.addressing import BotIdentity, UserRequest
from bot.incoming.commands import Command
from bot.messages.reply import Reply
from bot.messages.texts import Catalogue
from bot.replies.conversation import Conversation
from bot.replies.inline import guest_suggestion
from tests.support.bot.articles import BRIDGE

WRITTEN = Path(__file__).with_suffix(".json")

ME = BotIdentity(1, "belegbot")
HEARS_ALL = BotIdentity(1, "belegbot", hears_all=True)

QUESTIONS = (
    *("Was kostet die Reparatur der Brücke?", "Wer bezahlt?", "Wie lange gesperrt? Und wer bezahlt die Reparatur?"),
    *("Wie viele Einwohner hat die Lahn?", "What about the Lahn?", "Bus"),
    *("Wer regiert Portugal?", "Hallo!", "", "Und warum?", "Was noch?", "Wer sagt das?", "https://example.org @anna"),
)


def said() -> dict[str, Any]:
    """What is said, by what brings it about."""
    conversation = Conversation(Library([BRIDGE]), Catalogue(), InterfaceLanguage.GERMAN)
    calls = [UserRequest(None, question) for question in QUESTIONS]
    calls += [
        UserRequest(command, words, command_name=command.names[0]) for command in Command for words in ("", "bruecke")
    ]
    found: dict[str, Any] = {}
    taps: dict[str, None] = {}
    for code in ("de", "en"):
        for call in calls:
            for in_group in (False, True):
                reply = conversation.reply_to(call, ME, code, in_group=in_group)
                found[f"{code} {'group' if in_group else 'private'} {call.command} {call.words}"] = as_json(reply)
                buttons = [button for row in reply.buttons for button in row] if reply else []
                taps |= dict.fromkeys(button.data for button in buttons if button.data)
        found[f"{code} joins"] = as_json(conversation.introduction(ME, code))
        found[f"{code} joins and hears all"] = as_json(conversation.introduction(HEARS_ALL, code))
        for question in QUESTIONS:
            page = conversation.inline_page(question, "", code)
            found[f"{code} inline {question}"] = [
                [offer.id, offer.title, offer.description, as_json(offer.reply)] for offer in page.suggestions
            ] + [page.next_offset, page.button]
            asked = conversation.reply_to(UserRequest(None, question), ME, code, in_group=True)
            guest = guest_suggestion(asked, [BRIDGE]) if asked else None
            found[f"{code} guest {question}"] = [guest.id, guest.title, as_json(guest.reply)] if guest else None
    return found | _tapped(conversation, list(taps))


def _tapped(conversation: Conversation, taps: list[str]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for tap in taps:  # and those under what they bring, which are added meanwhile
        reply = conversation.reply_to_callback(tap, "de")
        assert reply is not None
        found[f"tap {tap}"] = as_json(reply)
        more = (button.data for row in reply.buttons for button in row if button.data)
        taps += [data for data in dict.fromkeys(more) if data not in taps]
    return found


def as_json(reply: Reply | None) -> dict[str, Any] | None:
    """All of the reply that Telegram gets; None: silence."""
    if reply is None:
        return None
    text, entities = reply.text.for_telegram()
    keyboard = reply.keyboard
    return {
        "text": text,
        "entities": [json.loads(entity.to_json()) for entity in entities],
        "keyboard": json.loads(keyboard.to_json()) if keyboard else None,
        "in_place": reply.in_place,
    }


if __name__ == "__main__":
    lines = (f"{json.dumps(what)}: {json.dumps(reply, ensure_ascii=False)}" for what, reply in said().items())
    WRITTEN.write_text("{\n" + ",\n".join(lines) + "\n}\n", "utf-8")
