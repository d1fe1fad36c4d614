"""Which messages of a group reach a bot (core.telegram.org/bots/features#privacy-mode).

In privacy mode: commands meant for it, bare commands when it was the last bot to speak in the group, messages sent via
it, replies to its own messages, and service messages; with `BotAccount.mentions_reach_it` also messages that mention
it. "Replies to any messages … meant for this bot" is read narrowly, as replies to what the bot itself wrote: who gets
along with that gets along with Telegram. Unlike Telegram, a change of the mode works at once, without adding the bot to
the group again.
"""

from __future__ import annotations

from bot.simulator.world.accounts import BotAccount
from bot.simulator.world.chats import Group, Message
from bot.simulator.world.users import GROUP_ANONYMOUS_BOT, User


def is_visible_to(message: Message, group: Group, account: BotAccount) -> bool:
    """Whether the bot, a member of the group, gets this message as an update."""
    if message.sender.is_bot and message.sender != GROUP_ANONYMOUS_BOT:
        return message.service is not None and message.sender != account.user
    if message.service or not account.privacy or group.member(account.user).is_administrator:
        return True
    replied = message.reply_to
    return (
        message.via_bot == account.user
        or _is_command_for(message, group, account.user)
        or (replied is not None and replied.sender == account.user)
        or (account.mentions_reach_it and _mentions(message, account.user))
    )


def _is_command_for(message: Message, group: Group, bot: User) -> bool:
    for entity in message.entities:
        if entity.type == "bot_command" and entity.offset == 0:
            _, at, addressee = entity.of(message.text).partition("@")
            return addressee.lower() == (bot.username or "").lower() if at else group.last_bot == bot
    return False


def _mentions(message: Message, bot: User) -> bool:
    handle = f"@{bot.username}".lower()
    return any(
        (entity.type == "mention" and entity.of(message.text).lower() == handle)
        or (entity.type == "text_mention" and entity.user == bot)
        for entity in message.entities
    )
