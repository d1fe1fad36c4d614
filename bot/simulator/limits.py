"""Telegram's limits, each with its source. Lengths are in code points unless the name says otherwise."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

# core.telegram.org/bots/api#sendmessage says "1-4096 characters after entities parsing"; Telegram's server counts code
# points (`utf8_length` in td/telegram/MessageContent.cpp), not UTF-16 units.
MESSAGE_TEXT: Final = 4096
# Of the text as it comes in, before anything is parsed (`get_formatted_text` in telegram-bot-api/Client.cpp).
MESSAGE_TEXT_BYTES: Final = 1 << 15
# limits.tginfo.me: entities beyond these are dropped without a word.
MESSAGE_ENTITIES: Final = 100
# core.telegram.org/bots/api#message: captions of people without Premium
CAPTION: Final = 1024
# core.telegram.org/bots/api#replyparameters
REPLY_QUOTE: Final = 1024

# core.telegram.org/bots/api#inlinekeyboardbutton
CALLBACK_DATA_BYTES: Final = 64
# core.telegram.org/bots/api#copytextbutton
COPY_TEXT: Final = 256
# limits.tginfo.me: buttons of one inline keyboard
KEYBOARD_BUTTONS: Final = 100
# core.telegram.org/bots/api#answercallbackquery
CALLBACK_ANSWER_TEXT: Final = 200
# How long a tap can be answered; not documented, measured with Telegram.
CALLBACK_QUERY_SECONDS: Final = 150.0

# core.telegram.org/bots/api#inlinequery; it can be answered as long as its update waits (`add_new_inline_query` in
# telegram-bot-api/Client.cpp).
INLINE_QUERY: Final = 256
INLINE_QUERY_SECONDS: Final = 30.0
# core.telegram.org/bots/api#answerinlinequery; the longest cache_time is that of telegram-bot-api/Client.cpp.
INLINE_RESULTS: Final = 50
INLINE_RESULT_ID_BYTES: Final = 64
INLINE_OFFSET_BYTES: Final = 64
INLINE_CACHE_SECONDS_DEFAULT: Final = 300
INLINE_CACHE_SECONDS: Final = 24 * 60 * 60
# core.telegram.org/bots/api#inlinequeryresultsbutton
START_PARAMETER: Final = 64

# core.telegram.org/api/bots/guest-mode
GUESTS_A_MESSAGE: Final = 3
# How long a guest can answer. It is known to end, but not when; taken to be as with inline queries.
GUEST_QUERY_SECONDS: Final = 30.0

# core.telegram.org/bots/api#getupdates; the longest wait is LONG_POLL_MAX_TIMEOUT in telegram-bot-api/Client.h.
UPDATES_A_REQUEST: Final = 100
POLLING_SECONDS: Final = 50

# core.telegram.org/bots/api#setwebhook
WEBHOOK_CONNECTIONS: Final = 100
WEBHOOK_CONNECTIONS_DEFAULT: Final = 40
SECRET_TOKEN: Final = 256

# core.telegram.org/bots/api#botcommand and #setmycommands
COMMAND: Final = 32
COMMAND_DESCRIPTION: Final = 256
COMMANDS: Final = 100

# core.telegram.org/bots/api#setmyname, #setmydescription, #setmyshortdescription
BOT_NAME: Final = 64
BOT_DESCRIPTION: Final = 512
BOT_SHORT_DESCRIPTION: Final = 120

# core.telegram.org/bots/api#deletemessage
DELETABLE_SECONDS: Final = 48 * 60 * 60
# core.telegram.org/bots/api#getting-updates: updates are kept no longer than 24 hours.
UPDATE_SECONDS: Final = 24 * 60 * 60


@dataclass(frozen=True, slots=True)
class Limit:
    """At most so many messages in any stretch of so many seconds."""

    messages: int
    seconds: float


@dataclass(frozen=True, slots=True, kw_only=True)
class FloodLimits:
    """What a bot may send in one chat, in one group, and in all (core.telegram.org/bots/faq#broadcasting-to-users)."""

    chat: Limit = Limit(3, 3.0)
    group: Limit = Limit(20, 60.0)
    all: Limit = Limit(30, 1.0)
