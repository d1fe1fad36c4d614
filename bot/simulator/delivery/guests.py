"""Guest mode: bots that are summoned into groups where they are no members (core.telegram.org/api/bots/guest-mode).

A bot is summoned by its @username, be it in a caption, or by a reply to what it has answered there as a guest; it sees
that message and what it replies to, nothing else of the group. Not by what is forwarded or sent via a bot, which
Telegram leaves open. A bot that was kicked can be summoned, as with Telegram
(github.com/tdlib/telegram-bot-api/issues/857). Not modelled: private chats between people.
"""

from __future__ import annotations

from collections.abc import Iterator

from bot.simulator import limits
from bot.simulator.delivery.queries import ask
from bot.simulator.serialize import guest_message_json
from bot.simulator.world.accounts import BotAccount
from bot.simulator.world.chats import Group, Message
from bot.simulator.world.queries import GuestQuery
from bot.simulator.world.users import GROUP_ANONYMOUS_BOT
from bot.simulator.world.world import World


def summon(world: World, message: Message) -> None:
    """Ask the guests that the message summons, at most as many as Telegram allows."""
    chat = message.chat
    if isinstance(chat, Group) and not chat.is_protected and _is_own_writing(message):
        for account in [*_guests_for(world, message, chat)][: limits.GUESTS_A_MESSAGE]:
            query = GuestQuery(account=account, user=message.sender, message=message)
            ask(world, query, world.guest_query_seconds)
            chat.add_recipient(message, account.user)
            content = guest_message_json(message, query.id)
            account.updates.add("guest_message", chat.id, world.clock.now(), content)


def _is_own_writing(message: Message) -> bool:
    is_person = not message.sender.is_bot or message.sender == GROUP_ANONYMOUS_BOT
    return is_person and not (message.service or message.origin or message.via_bot)


def _guests_for(world: World, message: Message, group: Group) -> Iterator[BotAccount]:
    """The bots that are meant and are no members, in the order in which they are named."""
    replied = message.reply_to
    guests = {
        account.username.lower(): account
        for account in world.accounts
        if account.supports_guest_queries and not group.member(account.user).is_present
    }
    named = [entity.of(message.text)[1:].lower() for entity in message.entities if entity.type == "mention"]
    if replied and replied.guest_caller:
        named.insert(0, (replied.sender.username or "").lower())
    yield from (guests[name] for name in dict.fromkeys(named) if name in guests)
