"""Getting updates: polling and the webhook (core.telegram.org/bots/api#getting-updates)."""

from __future__ import annotations

import re
from ipaddress import ip_address
from typing import Any, ClassVar, Final
from urllib.parse import urlsplit

from bot.simulator import limits
from bot.simulator.api.methods.method import Method, NoParameters
from bot.simulator.api.parameters import Flag, Integer, Parameters, UpdateKinds
from bot.simulator.delivery.polling import end_poll, start_poll
from bot.simulator.errors import BadRequest, Conflict
from bot.simulator.world.accounts import BotAccount
from bot.simulator.world.consumers import LongPoll, Webhook
from bot.simulator.world.updates import DEFAULT_KINDS, KINDS
from bot.simulator.world.world import World

_SECRET: Final = re.compile(r"[A-Za-z0-9_-]*", re.ASCII)
_PORTS: Final = (80, 88, 443, 8443)


class GetUpdates(Parameters):
    """Of getUpdates. Telegram forces limit and timeout into their bounds."""

    offset: Integer = 0
    limit: Integer = limits.UPDATES_A_REQUEST
    timeout: Integer = 0
    allowed_updates: UpdateKinds | None = None


class SetWebhook(Parameters):
    """Of setWebhook."""

    unmodelled: ClassVar = frozenset({"certificate", "ip_address"})

    url: str = ""
    max_connections: Integer = limits.WEBHOOK_CONNECTIONS_DEFAULT
    allowed_updates: UpdateKinds | None = None
    drop_pending_updates: Flag = False
    secret_token: str = ""


class DeleteWebhook(Parameters):
    """Of deleteWebhook."""

    drop_pending_updates: Flag = False


def get_updates(world: World, account: BotAccount, parameters: GetUpdates) -> LongPoll:
    """Confirm what is before the offset, and wait for updates."""
    if account.webhook:
        raise Conflict(
            "can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first"
        )
    other = "terminated by other getUpdates request; make sure that only one bot instance is running"
    end_poll(world, account, Conflict(other))
    if parameters.allowed_updates is not None:
        account.updates.allow(parameters.allowed_updates)
    account.updates.confirm(parameters.offset)
    return start_poll(
        world,
        account,
        limit=_within(parameters.limit, 1, limits.UPDATES_A_REQUEST),
        timeout=_within(parameters.timeout, 0, limits.POLLING_SECONDS),
    )


def set_webhook(world: World, account: BotAccount, parameters: SetWebhook) -> bool:
    """Have updates posted to an address; an empty one ends that."""
    if parameters.url:
        _check_webhook(parameters)
        end_poll(world, account, Conflict("terminated by setWebhook request"))
    if parameters.allowed_updates is not None:
        account.updates.allow(parameters.allowed_updates)
    _take_webhook(world, account, parameters.drop_pending_updates)
    if parameters.url:
        connections = _within(parameters.max_connections, 1, limits.WEBHOOK_CONNECTIONS)
        account.webhook = Webhook(parameters.url, parameters.secret_token, connections)
    return True


def delete_webhook(world: World, account: BotAccount, parameters: DeleteWebhook) -> bool:
    """Go back to polling."""
    _take_webhook(world, account, parameters.drop_pending_updates)
    return True


def get_webhook_info(world: World, account: BotAccount, parameters: NoParameters) -> dict[str, Any]:
    """Where updates go, how many wait, and what went wrong last."""
    del world, parameters
    webhook = account.webhook
    info: dict[str, Any] = {
        "url": webhook.url if webhook else "",
        "has_custom_certificate": False,
        "pending_update_count": account.pending_updates,
    }
    if webhook:
        info |= {"max_connections": webhook.max_connections, "ip_address": "127.0.0.1"}
        if webhook.last_error:
            info |= {"last_error_date": webhook.last_error_date, "last_error_message": webhook.last_error}
    if account.updates.allowed != DEFAULT_KINDS:
        info["allowed_updates"] = [kind for kind in KINDS if kind in account.updates.allowed]
    return info


def _take_webhook(world: World, account: BotAccount, drop: bool) -> None:
    account.webhook = None
    if drop:
        account.updates.clear()
    world.notify()


def _check_webhook(parameters: SetWebhook) -> None:
    try:
        url = urlsplit(parameters.url)
        port = url.port
    except ValueError:
        raise BadRequest("invalid webhook URL specified") from None
    if not url.hostname or url.scheme not in {"http", "https"}:
        raise BadRequest("invalid webhook URL specified")
    if url.scheme == "http" and not _is_loopback(url.hostname):
        raise BadRequest("bad webhook: An HTTPS URL must be provided for webhook")
    if url.scheme == "https" and port not in (None, *_PORTS):
        raise BadRequest("bad webhook: Webhook can be set up only on ports 80, 88, 443 or 8443")
    if len(parameters.secret_token) > limits.SECRET_TOKEN:
        raise BadRequest("secret token is too long")
    if not _SECRET.fullmatch(parameters.secret_token):
        raise BadRequest("secret token contains unallowed characters")


def _is_loopback(host: str) -> bool:
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def _within(number: int, least: int, most: int) -> int:
    return min(max(number, least), most)


METHODS: Final = (
    Method("getUpdates", GetUpdates, get_updates),
    Method("setWebhook", SetWebhook, set_webhook),
    Method("deleteWebhook", DeleteWebhook, delete_webhook),
    Method("getWebhookInfo", NoParameters, get_webhook_info),
)
