"""What the page asks for: itself, events, and to have something done."""

from __future__ import annotations

import json
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any, Final

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, Response, StreamingResponse
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

from bot.preview.bot_process import BotProcess
from bot.preview.events import Events
from bot.simulator import ImpossibleAction, TelegramServer
from bot.simulator.client import Actions

PAGE: Final = Path(__file__).resolve().parent / "page"

Doing = Callable[[Any], Awaitable[dict[str, Any]]]


def create_app(server: TelegramServer, process: BotProcess, events: Events) -> Starlette:
    """`GET /events`, `POST /actions` (a client's), `POST /process` (the bot's process and its way), and the page."""
    switches = {
        "start": process.start,
        "stop": process.stop,
        "restart": process.restart,
        "cut": server.stop,
        "mend": server.start,
    }

    async def stream(_: Request) -> Response:
        return StreamingResponse(events.stream(), media_type="text/event-stream")

    async def switch(sent: Any) -> dict[str, Any]:
        name = sent.get("do") if isinstance(sent, dict) else None
        if name not in switches:
            raise ImpossibleAction(f"one of these can be done: {', '.join(switches)}")
        await run_in_threadpool(switches[name])
        server.telegram.changed()
        return {}

    return Starlette(
        routes=[
            Route("/events", stream),
            Route("/actions", _taking_json(Actions(server.telegram).perform), methods=["POST"]),
            Route("/process", _taking_json(switch), methods=["POST"]),
            Mount("/", StaticFiles(directory=PAGE, html=True)),
        ]
    )


def _taking_json(do: Doing) -> Callable[[Request], Awaitable[Response]]:
    async def answer(request: Request) -> Response:
        # Other types of content can be posted across origins without asking the server first.
        if request.headers.get("content-type", "").partition(";")[0] != "application/json":
            return JSONResponse({"error": "the content type is not application/json"}, status_code=415)
        try:
            return JSONResponse(await do(json.loads(await request.body())))
        except ValueError:
            return JSONResponse({"error": "the body is not JSON"}, status_code=400)
        except ImpossibleAction as error:
            return JSONResponse({"error": str(error)}, status_code=409)

    return answer
