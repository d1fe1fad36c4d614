"""The simulator's limits against those of python-telegram-bot, which others took from the documentation."""

from __future__ import annotations

import pytest
from telegram import constants

from bot.simulator import limits


@pytest.mark.parametrize(
    ("here", "there"),
    [
        (limits.MESSAGE_TEXT, constants.MessageLimit.MAX_TEXT_LENGTH),
        (limits.MESSAGE_ENTITIES, constants.MessageLimit.MESSAGE_ENTITIES),
        (limits.CALLBACK_DATA_BYTES, constants.InlineKeyboardButtonLimit.MAX_CALLBACK_DATA),
        (limits.COPY_TEXT, constants.InlineKeyboardButtonLimit.MAX_COPY_TEXT),
        (limits.KEYBOARD_BUTTONS, constants.InlineKeyboardMarkupLimit.TOTAL_BUTTON_NUMBER),
        (limits.CALLBACK_ANSWER_TEXT, constants.CallbackQueryLimit.ANSWER_CALLBACK_QUERY_TEXT_LENGTH),
        (limits.UPDATES_A_REQUEST, constants.PollingLimit.MAX_LIMIT),
        (limits.WEBHOOK_CONNECTIONS, constants.WebhookLimit.MAX_CONNECTIONS_LIMIT),
        (limits.SECRET_TOKEN, constants.WebhookLimit.MAX_SECRET_TOKEN_LENGTH),
        (limits.COMMAND, constants.BotCommandLimit.MAX_COMMAND),
        (limits.COMMAND_DESCRIPTION, constants.BotCommandLimit.MAX_DESCRIPTION),
        (limits.COMMANDS, constants.BotCommandLimit.MAX_COMMAND_NUMBER),
        (limits.BOT_NAME, constants.BotNameLimit.MAX_NAME_LENGTH),
        (limits.BOT_DESCRIPTION, constants.BotDescriptionLimit.MAX_DESCRIPTION_LENGTH),
        (limits.BOT_SHORT_DESCRIPTION, constants.BotDescriptionLimit.MAX_SHORT_DESCRIPTION_LENGTH),
    ],
)
def test_limits(here: int, there: int) -> None:
    assert here == there
