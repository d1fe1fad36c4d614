"""`python -m bot preview`: the bot in a browser, without Telegram."""

from __future__ import annotations

import os
import signal
import sys
import threading
import webbrowser
from collections.abc import Iterator
from contextlib import contextmanager

import click

from bot.config.settings import load_settings


@click.command()
@click.option("--port", type=click.IntRange(1, 65535), help="Where the page is served; by default 8765, or a free one.")
@click.option("--no-browser", is_flag=True, help="Only print the address, open no browser.")
def preview(port: int | None, no_browser: bool) -> None:
    """Shows the bot in a browser page that looks and works like Telegram; needs no token and no network.

    It is the real bot, in a process of its own, with the settings from the environment or .env, but for those of
    Telegram. Only this machine can reach the page. Ctrl-C ends it.
    """
    from bot.preview import preview as previewing  # noqa: PLC0415 - the web server and its like would slow down `ask`

    with _stop_signal() as stop, previewing(load_settings(), port) as address:
        click.echo(f"The bot is at {address}   (Ctrl-C ends it)")
        if not no_browser and _has_a_screen():
            webbrowser.open(address)
        stop.wait()


@contextmanager
def _stop_signal() -> Iterator[threading.Event]:
    """Set by Ctrl-C, by a closed terminal, or by whoever stops processes; a second time it is not waited for."""
    stop = threading.Event()
    names = ("SIGINT", "SIGTERM", "SIGHUP")  # Windows has no SIGHUP
    numbers = [getattr(signal, name) for name in names if hasattr(signal, name)]
    before = {number: signal.getsignal(number) for number in numbers}

    def on_signal(number: int, _: object) -> None:
        signal.signal(number, before[number])
        stop.set()

    for number in numbers:
        signal.signal(number, on_signal)
    try:
        yield stop
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _has_a_screen() -> bool:
    # Without one, Python's webbrowser would open a text browser in this terminal.
    return sys.platform in {"darwin", "win32"} or bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
