"""What the page asks for: itself, events, and to have something done."""

from __future__ import annotations

import json
from collections.abc import Awaitable, Callable
from functools import partial
from pathlib import Path
from typing import Any, Final

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, Response, StreamingResponse
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

from bot.config.errors import BotError
from bot.config.settings import Settings
from bot.incoming.request_body import TooLarge, read_body
from bot.preview.bot_process import BotProcess
from bot.preview.connection import TelegramConnection
from bot.preview.events import Events
from bot.preview.explainer import Explainer
from bot.simulator import ImpossibleAction, TelegramServer
from bot.simulator.client import Actions, message_at
from content import ContentError

PAGE: Final = Path(__file__).resolve().parent / "page"
# In bytes; a page with its markup may have many times what its text has.
_LARGEST_FILE: Final = 20_000_000
_LARGEST_JSON: Final = 25_000_000  # with a draft's text in it

Sent = Any
Doing = Callable[[Sent], Awaitable[dict[str, Any]]]


def create_app(
    server: TelegramServer, process: BotProcess, events: Events, explainer: Explainer, settings: Settings
) -> Starlette:
    """The page, and below it:

    GET  /events     what happens (`bot.preview.events`)
    POST /actions    what somebody does in a client (`bot.simulator.client`)
    POST /process    {"do": …}: "start", "stop", "restart" the bot; "cut", "mend" its way to Telegram
    POST /why        {"chat", "message"}: why the bot wrote this
    POST /draft      a file, or {"url"}: what will be the article
    POST /articles   a corrected draft: writes the article file
    """
    connection = TelegramConnection(server)
    switches = {
        "start": process.start,
        "stop": process.stop,
        "restart": process.restart,
        "cut": connection.cut,
        "mend": connection.mend,
    }

    async def stream(_: Request) -> Response:
        return StreamingResponse(events.stream(), media_type="text/event-stream")

    async def switch(sent: Sent) -> dict[str, Any]:
        await run_in_threadpool(switches.get(_text(sent, "do"), _reject_switch))
        server.telegram.notify()
        return {}

    async def why(sent: Sent) -> dict[str, Any]:
        message = message_at(server.telegram, _text(sent, "chat"), sent.get("message"))
        return await run_in_threadpool(explainer.explain, message)

    async def write(sent: Sent) -> dict[str, Any]:
        from bot.preview.drafts import save_draft  # noqa: PLC0415 - reading web pages takes longer to load than all else

        return await run_in_threadpool(save_draft, sent, settings.content_dir, settings.largest_article)

    return Starlette(
        routes=[
            Route("/events", stream),
            Route("/actions", _require_json(Actions(server.telegram).perform), methods=["POST"]),
            Route("/process", _require_json(switch), methods=["POST"]),
            Route("/why", _require_json(why), methods=["POST"]),
            Route("/draft", partial(_draft, largest=settings.largest_article), methods=["POST"]),
            Route("/articles", _require_json(write), methods=["POST"]),
            Mount("/", StaticFiles(directory=PAGE, html=True)),
        ]
    )


async def _draft(request: Request, largest: int) -> Response:
    """A file's bytes with its name in the query, or an address as JSON."""
    from bot.preview.drafts import draft_from_address, draft_from_file  # noqa: PLC0415 - see above

    if _content_type(request) != "application/octet-stream":
        by_address = _require_json(lambda sent: run_in_threadpool(draft_from_address, _text(sent, "url"), largest))
        return await by_address(request)
    try:
        data, name = await read_body(request, _LARGEST_FILE), request.query_params.get("name", "")
    except TooLarge:
        return _error_response(413, f"the file has more than {_LARGEST_FILE // 1_000_000} MB; an article is a text")
    return await _respond(lambda: run_in_threadpool(draft_from_file, data, name, largest))


def _require_json(do: Doing) -> Callable[[Request], Awaitable[Response]]:
    async def answer(request: Request) -> Response:
        # Other types of content can be posted across origins without asking the server first.
        if _content_type(request) != "application/json":
            return _error_response(415, "the content type is not application/json")
        try:
            sent = json.loads(await read_body(request, _LARGEST_JSON))
        except TooLarge:
            return _error_response(413, f"the body has more than {_LARGEST_JSON // 1_000_000} MB")
        except (ValueError, RecursionError):
            return _error_response(400, "the body is not JSON")
        return await _respond(lambda: do(sent))

    return answer


async def _respond(do: Callable[[], Awaitable[dict[str, Any]]]) -> Response:
    from retrieval import RetrievalError  # noqa: PLC0415 - loaded late, as in `explaining`

    try:
        return JSONResponse(await do())
    except (ImpossibleAction, BotError, ContentError, RetrievalError) as error:
        return _error_response(409, str(error))


def _error_response(code: int, why: str) -> Response:
    return JSONResponse({"error": why}, status_code=code)


def _content_type(request: Request) -> str:
    return request.headers.get("content-type", "").partition(";")[0]


def _text(sent: Sent, key: str) -> str:
    value = sent.get(key) if isinstance(sent, dict) else None
    if not isinstance(value, str):
        raise ImpossibleAction(f'a text is missing: "{key}"')
    return value


def _reject_switch() -> None:
    raise ImpossibleAction("no such switch")
