"""The Bot API over HTTP (core.telegram.org/bots/api#making-requests), as an ASGI application."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager, suppress
from typing import Any

from starlette.applications import Starlette
from starlette.datastructures import UploadFile
from starlette.requests import Request as HttpRequest
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from bot.simulator.api.methods import METHODS
from bot.simulator.delivery.polling import wait_for_updates
from bot.simulator.delivery.webhooks import deliver_to_webhooks
from bot.simulator.errors import BadRequest, InternalServerError, NotFound, Refusal, Unauthorized
from bot.simulator.faults.answers import broken_answer, wait_while_connected
from bot.simulator.telegram import Telegram
from bot.simulator.world.accounts import BotAccount
from bot.simulator.world.consumers import LongPoll
from bot.simulator.world.faults import Fault, FaultKind
from bot.simulator.world.requests import Request


class _ClientGone(Exception):
    """Nobody waits for the answer any more."""


def create_app(telegram: Telegram) -> Starlette:
    """The Bot API of this Telegram at `/bot<token>/<method>`. Webhooks are served during its lifespan."""

    @asynccontextmanager
    async def deliver_webhooks(app: Starlette) -> AsyncIterator[None]:
        del app
        task = asyncio.create_task(deliver_to_webhooks(telegram))
        yield
        task.cancel()
        with suppress(asyncio.CancelledError):
            await task

    async def answer(request: HttpRequest) -> Response:
        return await _answer(telegram, request)

    return Starlette(
        routes=[Route("/bot{token}/{method}", answer, methods=["GET", "POST"])],
        exception_handlers={404: _answer_not_found, 405: _answer_not_found},
        lifespan=deliver_webhooks,
    )


async def _answer_not_found(request: HttpRequest, error: Exception) -> Response:
    del request, error
    return _refusal_response(NotFound())


async def _answer(telegram: Telegram, http: HttpRequest) -> Response:
    account = telegram.account(http.path_params["token"])
    method = http.path_params["method"]
    fault = telegram.faults.draw(account, method)
    entry = _RequestRecord(telegram, account, method, fault)
    try:
        entry.parameters = await _read_parameters(http)
        if fault and not fault.after_effect and not await _is_done_later(telegram, fault, http):
            entry.record(error=f"not done: this simulator's fault, {fault.kind}")
            return broken_answer(telegram, fault, _refusal_response(InternalServerError()))
        result = await _result(telegram, account, method, entry.parameters, http)
    except Refusal as refusal:
        entry.record(code=refusal.code, error=refusal.description)
        answer = _refusal_response(refusal)
    except _ClientGone:
        return Response(status_code=204)
    else:
        entry.record(result=result)
        answer = JSONResponse({"ok": True, "result": result})
    return broken_answer(telegram, fault, answer) if fault and fault.after_effect else answer


async def _is_done_later(telegram: Telegram, fault: Fault, http: HttpRequest) -> bool:
    """Whether the request is fulfilled after all: it is late, and the client has waited for that."""
    return fault.kind is FaultKind.LATE and await wait_while_connected(telegram, http.receive, fault.seconds)


class _RequestRecord:
    """What is going to be on record of a request."""

    def __init__(self, telegram: Telegram, account: BotAccount | None, method: str, fault: Fault | None) -> None:
        self._telegram = telegram
        self._known: dict[str, Any] = {
            "bot": account.username if account else None,
            "method": method,
            "date": telegram.clock.now(),
        }
        self._fault = fault.kind if fault else None
        self.parameters: Mapping[str, str] = {}

    def record(self, **outcome: Any) -> None:
        self._telegram.record(Request(**self._known, parameters=self.parameters, fault=self._fault, **outcome))


async def _result(
    telegram: Telegram, account: BotAccount | None, name: str, sent: Mapping[str, str], http: HttpRequest
) -> Any:
    if account is None:
        raise Unauthorized
    method = METHODS.get(name.lower())
    if method is None:
        raise NotFound("method not found")
    result = method.call(telegram, account, sent)
    if isinstance(result, LongPoll):
        result = await wait_for_updates(telegram, account, result, http.is_disconnected)
        if result is None:
            raise _ClientGone
    return result


async def _read_parameters(http: HttpRequest) -> Mapping[str, str]:
    """The parameters as texts, wherever they stand: query string, form, multipart or JSON; the body goes first."""
    content_type = http.headers.get("content-type", "")
    if content_type.startswith("application/json"):
        body = _read_json(await http.body())
    else:
        async with http.form() as form:
            body = {name: "" if isinstance(value, UploadFile) else value for name, value in form.items()}
            if any(isinstance(value, UploadFile) for value in form.values()):
                raise BadRequest("this simulator takes no files")
    return {**http.query_params, **body}


def _read_json(body: bytes) -> dict[str, str]:
    try:
        values = json.loads(body or b"{}")
    except ValueError:
        raise BadRequest("can't parse JSON object") from None
    if not isinstance(values, dict):
        raise BadRequest("object expected as parameters")
    return {
        name: value if isinstance(value, str) else json.dumps(value)
        for name, value in values.items()
        if value is not None
    }


def _refusal_response(refusal: Refusal) -> Response:
    content: dict[str, Any] = {"ok": False, "error_code": refusal.code, "description": refusal.description}
    if refusal.parameters:
        content["parameters"] = refusal.parameters
    return JSONResponse(content, status_code=refusal.code)
