"""The connection below an answer, for answers that break it. ASGI hides it; uvicorn's protocol can hand it on."""

from __future__ import annotations

import asyncio
from typing import Any, Final

from starlette.types import Receive, Scope, Send
from uvicorn.protocols.http.h11_impl import H11Protocol

from bot.simulator.errors import SimulatorError

_EXTENSION: Final = "simulator.transport"


class TransportProtocol(H11Protocol):
    """HTTP as uvicorn speaks it, with the transport in the extensions of the application's scope."""

    def __init__(self, *arguments: Any, **settings: Any) -> None:
        super().__init__(*arguments, **settings)
        application: Any = self.app

        async def with_transport(scope: Scope, receive: Receive, send: Send) -> None:
            extensions = {**scope.get("extensions", {}), _EXTENSION: self.transport}
            await application({**scope, "extensions": extensions}, receive, send)

        self.app = with_transport


def transport_of(scope: Scope) -> asyncio.Transport:
    """The transport over which this request has come.

    Raises:
        SimulatorError: it came over none, as the application was called without a `TelegramServer`.
    """
    transport = scope.get("extensions", {}).get(_EXTENSION)
    if not isinstance(transport, asyncio.Transport):
        raise SimulatorError("faults that break the connection need a TelegramServer")
    return transport
