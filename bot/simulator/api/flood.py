"""Flood control: how many messages a bot may send (core.telegram.org/bots/faq#broadcasting-to-users).

"In a single chat, avoid sending more than one message per second. We may allow short bursts that go over this limit";
20 a minute in a group; about 30 a second in all. Telegram does not say how it counts. Here sending and editing count,
whether by chat or by inline identifier (then only in all), and what is refused does not. A burst is three messages, by
default: in no three seconds may there be more than three in a chat.
"""

from __future__ import annotations

from collections import deque
from math import ceil

from bot.simulator.errors import TooManyRequests
from bot.simulator.limits import Limit
from bot.simulator.world.accounts import BotAccount
from bot.simulator.world.chats import Chat, Group
from bot.simulator.world.world import World


def count_message(world: World, account: BotAccount, chat: Chat | None) -> None:
    """Note that the bot sends a message into the chat, or into one that it does not know.

    Raises:
        TooManyRequests: it may not, for as many seconds as this says.
    """
    flood_limits = world.flood_limits
    if flood_limits is None:
        return
    now = world.clock.now()
    windows = [_window(world, account, flood_limits.all, None)]
    if chat:
        windows.append(_window(world, account, flood_limits.chat, chat.id))
    if isinstance(chat, Group):
        windows.append(_window(world, account, flood_limits.group, chat.id))
    wait = max(_seconds_to_wait(limit, sent, now) for limit, sent in windows)
    if wait > 0:
        seconds = max(ceil(wait), 1)
        raise TooManyRequests(f"retry after {seconds}", retry_after=seconds)
    for _, sent in windows:
        sent.append(now)


def _window(world: World, account: BotAccount, limit: Limit, chat_id: int | None) -> tuple[Limit, deque[float]]:
    return limit, world.sending_times.setdefault((account.user.id, limit, chat_id), deque(maxlen=limit.messages))


def _seconds_to_wait(limit: Limit, sent: deque[float], now: float) -> float:
    """How many seconds until one more fits; 0 or less when it does now."""
    return sent[0] + limit.seconds - now if len(sent) == limit.messages else 0.0
