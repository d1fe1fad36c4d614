"""A server that passes on what comes, and can stand still: it then takes new connections, and reads nothing."""

from __future__ import annotations

import asyncio
import contextlib
import threading
from collections.abc import Iterator

_CHUNK = 65_536


class StallingProxy:
    """Passes on what comes at `port` of this machine to `host` and `to`. Its loop runs in a thread of its own."""

    def __init__(self, host: str, to: int) -> None:
        self._to = (host, to)
        self.loop = asyncio.new_event_loop()
        self._moving = asyncio.Event()
        self._moving.set()
        self.port = 0

    @contextlib.contextmanager
    def stalled(self) -> Iterator[None]:
        """Stands still meanwhile, as a server whose process is stopped: the system still takes connections for it."""
        self.loop.call_soon_threadsafe(self._moving.clear)
        try:
            yield
        finally:
            self.loop.call_soon_threadsafe(self._moving.set)

    def start(self) -> asyncio.Server:
        """Listens from now on."""
        server = self.loop.run_until_complete(asyncio.start_server(self._connect, "127.0.0.1", 0))
        self.port = server.sockets[0].getsockname()[1]
        return server

    async def _connect(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await self._moving.wait()
        there, back = await asyncio.open_connection(*self._to)
        with contextlib.suppress(OSError):
            await asyncio.gather(self._pass_on(reader, back), self._pass_on(there, writer))

    async def _pass_on(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            while data := await reader.read(_CHUNK):
                await self._moving.wait()
                writer.write(data)
                await writer.drain()
        finally:
            writer.close()


@contextlib.contextmanager
def stalling_proxy(host: str, to: int) -> Iterator[StallingProxy]:
    """A proxy that listens."""
    proxy = StallingProxy(host, to)
    server, loop = proxy.start(), proxy.loop
    thread = threading.Thread(target=loop.run_forever)
    thread.start()
    try:
        yield proxy
    finally:
        loop.call_soon_threadsafe(loop.stop)
        thread.join()
        server.close()
        left = asyncio.all_tasks(loop)
        for task in left:
            task.cancel()
        if left:
            loop.run_until_complete(asyncio.wait(left))
        loop.run_until_complete(asyncio.sleep(0))  # in which the sockets are closed
        loop.close()
