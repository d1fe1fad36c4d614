"""Answers that go wrong: a `Fault` as an HTTP response, or as the lack of one."""

from __future__ import annotations

import asyncio
import socket
import struct
from http import HTTPStatus
from typing import Final

from starlette.responses import HTMLResponse, JSONResponse, Response
from starlette.types import Receive, Scope, Send

from bot.simulator.faults.transport import transport_of
from bot.simulator.world.faults import Fault, FaultKind
from bot.simulator.world.world import World

_PIECES: Final = 10
_GARBAGE: Final = b'{"ok":true,"result":\xff\xfe<'
_CONFLICT: Final = "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running"


def broken_answer(world: World, fault: Fault, whole: Response) -> Response:
    """What the client gets instead of the whole answer."""
    if fault.kind is FaultKind.STATUS:
        return _error_answer(fault)
    if fault.kind is FaultKind.HTML:
        return _page_answer(fault)
    if fault.kind is FaultKind.GARBAGE:
        return Response(_GARBAGE, media_type="application/json")
    return _BROKEN[fault.kind](world, fault, whole)


async def wait_while_connected(world: World, receive: Receive, seconds: float | None) -> bool:
    """Wait that long, or without end; whether the client still waits for an answer then.

    It does no longer when it has hung up, or when the server is about to stop.
    """
    loop = asyncio.get_running_loop()
    stopped = asyncio.Event()

    def look() -> None:
        if not world.is_serving:
            loop.call_soon_threadsafe(stopped.set)

    stop_listening = world.listen(look)
    look()
    ends = [asyncio.ensure_future(_wait_for_disconnect(receive)), asyncio.ensure_future(stopped.wait())]
    try:
        done, _ = await asyncio.wait(ends, timeout=seconds, return_when=asyncio.FIRST_COMPLETED)
        return not done
    finally:
        stop_listening()
        for end in ends:
            end.cancel()
        await asyncio.gather(*ends, return_exceptions=True)


async def _wait_for_disconnect(receive: Receive) -> None:
    while (await receive())["type"] != "http.disconnect":
        pass


def _error_answer(fault: Fault) -> Response:
    status = fault.status or HTTPStatus.INTERNAL_SERVER_ERROR
    description = HTTPStatus(status).phrase
    parameters = {}
    if status == HTTPStatus.CONFLICT:
        description = _CONFLICT
    elif status == HTTPStatus.TOO_MANY_REQUESTS:
        description = f"{description}: retry after {fault.retry_after}"
        parameters = {"parameters": {"retry_after": fault.retry_after}}
    content = {"ok": False, "error_code": status, "description": fault.description or description, **parameters}
    return JSONResponse(content, status_code=status)


def _page_answer(fault: Fault) -> Response:
    status = HTTPStatus(fault.status or HTTPStatus.BAD_GATEWAY)
    title = f"{status.value} {status.phrase}"
    page = f"<html>\r\n<head><title>{title}</title></head>\r\n<body><center><h1>{title}</h1></center></body>\r\n</html>"
    return HTMLResponse(page, status_code=status)


class _Broken(Response):
    """Something that takes the place of the whole answer, by what it does to the connection."""

    def __init__(self, world: World, fault: Fault, whole: Response) -> None:
        super().__init__()
        self._world = world
        self._seconds = fault.seconds
        self._whole = whole

    async def _begin(self, send: Send) -> bytes:
        """Send the headers of the whole answer; its body, which they promise."""
        headers = self._whole.raw_headers
        await send({"type": "http.response.start", "status": self._whole.status_code, "headers": headers})
        return bytes(self._whole.body)


class _Reset(_Broken):
    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        del send
        transport = transport_of(scope)
        # To close a socket that is told not to linger resets the connection (socket(7), SO_LINGER).
        transport.get_extra_info("socket").setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        transport.abort()
        await _wait_for_disconnect(receive)


class _Torn(_Broken):
    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        body = await self._begin(send)
        await send({"type": "http.response.body", "body": body[: len(body) // 2], "more_body": True})
        transport_of(scope).close()
        await _wait_for_disconnect(receive)


class _Slow(_Broken):
    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        body = await self._begin(send)
        size = -(-len(body) // _PIECES)
        for start in range(0, len(body), size):
            if not await wait_while_connected(self._world, receive, self._seconds / _PIECES):
                return await _abort(scope, receive)
            await send({"type": "http.response.body", "body": body[start : start + size], "more_body": True})
        return await send({"type": "http.response.body", "body": b""})


class _Late(_Broken):
    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if await wait_while_connected(self._world, receive, self._seconds):
            await self._whole(scope, receive, send)
        else:
            await _abort(scope, receive)


class _Never(_Broken):
    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        del send
        await wait_while_connected(self._world, receive, None)
        await _abort(scope, receive)


async def _abort(scope: Scope, receive: Receive) -> None:
    transport_of(scope).abort()
    await _wait_for_disconnect(receive)


_BROKEN: Final[dict[FaultKind, type[_Broken]]] = {
    FaultKind.RESET: _Reset,
    FaultKind.TORN: _Torn,
    FaultKind.SLOW: _Slow,
    FaultKind.LATE: _Late,
    FaultKind.TIMEOUT: _Never,
}
