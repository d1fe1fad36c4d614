"""What the page is told, as server-sent events (html.spec.whatwg.org/multipage/server-sent-events.html)."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator, Callable, Iterator, Sequence
from contextlib import suppress
from typing import Any, Final

from bot.preview.bot_process import BotProcess, ProcessState
from bot.preview.scene import Scene
from bot.simulator.client import Event, Watch

# A line now and then, in seconds, so that a browser that has gone is noticed.
_HEARTBEAT: Final = 15.0


class Events:
    """All that happens, for any number of pages."""

    def __init__(self, scene: Scene, process: BotProcess, samples: Callable[[], Sequence[str]] = list) -> None:
        """`samples` gives questions that can be asked; it reads the articles, which takes its time."""
        self._scene = scene
        self._process = process
        self._samples = samples
        self._is_over = False

    def end(self) -> None:
        """End all streams."""
        self._is_over = True
        self._scene.telegram.notify()

    async def stream(self) -> AsyncIterator[str]:
        """Everything there is, then everything that comes."""
        loop, woken = asyncio.get_running_loop(), asyncio.Event()
        stop_listening = self._scene.telegram.listen(lambda: loop.call_soon_threadsafe(woken.set))
        page = _Page(self._scene, self._process)
        scene = Event("scene", self._scene.as_json(await asyncio.to_thread(self._samples)))
        try:
            yield _format_event(scene)
            while not self._is_over:
                woken.clear()
                news = [_format_event(event) for event in page.look()]
                yield "".join(news) or ": still here\n\n"
                with suppress(TimeoutError):
                    async with asyncio.timeout(_HEARTBEAT):
                        await woken.wait()
        finally:
            stop_listening()


class _Page:
    """What one page has been told."""

    def __init__(self, scene: Scene, process: BotProcess) -> None:
        self._scene = scene
        self._process = process
        self._watch = Watch(scene.telegram)
        self._sent: dict[str, Any] = {}
        self._last_line = 0
        # At which of its starts the bot has asked for messages.
        self._polling_start = 0

    def look(self) -> Iterator[Event]:
        yield from self._watch.look()
        yield from self._if_changed("process", self._process_json())
        if lines := self._process.lines_after(self._last_line):
            self._last_line = lines[-1].number
            yield Event("log", {"lines": [line._asdict() for line in lines]})

    def _process_json(self) -> dict[str, Any]:
        state: str = self._process.state
        if self._scene.account.poll:
            self._polling_start = self._process.starts
        if state == ProcessState.RUNNING and self._polling_start != self._process.starts:
            state = "starting"
        return {"state": state, "is_telegram_there": self._scene.telegram.is_serving}

    def _if_changed(self, name: str, data: dict[str, Any]) -> Iterator[Event]:
        if self._sent.get(name) != data:
            self._sent[name] = data
            yield Event(name, data)


def _format_event(event: Event) -> str:
    return f"event: {event.name}\ndata: {json.dumps(event.data, ensure_ascii=False)}\n\n"
