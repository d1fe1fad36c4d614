"""What is posted to one of the bot's web servers, up to a limit."""

from __future__ import annotations

from starlette.requests import Request


class TooLarge(Exception):
    """The body has more bytes than may be."""


async def read_body(request: Request, largest: int) -> bytes:
    """The body of the request, of `largest` bytes at most: it is not read where more is announced, or any further.

    Raises:
        TooLarge: it has more.
        ClientDisconnect: whoever sends it is gone.
    """
    announced = request.headers.get("content-length", "0")
    if announced.isdecimal() and int(announced) > largest:
        raise TooLarge
    body = bytearray()
    async for chunk in request.stream():
        body += chunk
        if len(body) > largest:
            raise TooLarge
    return bytes(body)
