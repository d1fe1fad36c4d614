"""Users: people and bots."""

from __future__ import annotations

from bot.simulator.serialize.fields import Json, omit_none
from bot.simulator.world.accounts import BotAccount
from bot.simulator.world.users import User

# core.telegram.org/bots/api#user: what this Telegram offers no bot.
_NOT_MODELLED = (
    "can_connect_to_business",
    "has_main_web_app",
    "has_topics_enabled",
    "allows_users_to_create_topics",
    "can_manage_bots",
    "supports_join_request_queries",
)


def user_json(user: User) -> Json:
    """User, as in messages."""
    return omit_none(
        id=user.id,
        is_bot=user.is_bot,
        first_name=user.first_name,
        last_name=user.last_name,
        username=user.username,
        language_code=user.language_code,
    )


def me_json(account: BotAccount) -> Json:
    """User, as getMe answers: with what BotFather has set."""
    name = account.texts.get(("name", ""), account.user.first_name)
    return user_json(account.user) | {
        "first_name": name,
        "can_join_groups": account.can_join_groups,
        "supports_inline_queries": account.supports_inline_queries,
        "supports_guest_queries": account.supports_guest_queries,
        "can_read_all_group_messages": not account.privacy,
        **dict.fromkeys(_NOT_MODELLED, False),
    }
