"""Calls to the Bot API, within Telegram's limits and across its faults.

In which file:

    request        one HTTP request: what it tells of how far it got
    faults         what an error says: whether the call took effect, whether to try again
    flood          how much may be sent, and when the next message may go
    concurrency    how many calls are under way at once, and which goes next
    backoff        how long to wait before a call is tried again
    refused_parts  a message without what Telegram refuses of it
    caller         a call, from its turn to its result: waits, tries again, gives up
    contact        when Telegram was last reached
    client         the bot as python-telegram-bot has it, made of these
"""

from bot.calls.client import build_bot, no_bot_api, unknown_token
from bot.calls.contact import LastContact
from bot.calls.faults import CallLost, error_kind
from bot.calls.flood import OFFICIAL, UNLIMITED, SendLimits, official_limits
from bot.calls.request import UnreadableAnswer

__all__ = [
    "OFFICIAL",
    "UNLIMITED",
    "CallLost",
    "LastContact",
    "SendLimits",
    "UnreadableAnswer",
    "build_bot",
    "error_kind",
    "no_bot_api",
    "official_limits",
    "unknown_token",
]
