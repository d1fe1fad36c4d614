"""Runs a command that starts the preview, as a newcomer would: asks the bot at the page, then presses Ctrl-C.

python3 .ci/first_command.py FOLDER COMMAND        nothing but the standard library: the command brings the rest
"""

import json
import os
import re
import signal
import subprocess
import sys
import threading
import urllib.request
from collections.abc import Iterable, Iterator
from typing import Any, NoReturn

QUESTION = "Was hat Starlink mit Taiwan zu tun?"
QUOTE = "Satellitenkommunikationssystem Starlink"
# Everything is installed first, from a network that may be slow; in seconds.
TIMEOUT = 600


def main(folder: str, command: str) -> None:
    """Exits with 0 only if the page was there, the bot has quoted, and all ended well."""
    # Whoever ends this program ends all that it has started: told so before that is known, it remembers.
    told: list[int] = []
    signal.signal(signal.SIGTERM, lambda number, _: told.append(number))
    # A group of its own, as a terminal's foreground has: Ctrl-C is for all of it.
    shell = ["bash", "-euo", "pipefail", "-c", command]
    process = subprocess.Popen(  # noqa: S603 - the command is the README's
        shell, cwd=folder, stdout=subprocess.PIPE, text=True, start_new_session=True
    )
    watchdog = threading.Timer(TIMEOUT, os.killpg, (process.pid, signal.SIGKILL))
    try:
        signal.signal(signal.SIGTERM, end)
        if told:
            end()
        watchdog.start()
        address = printed_address(process)
        print(f"asked at {address}: {asked(address)}")
        os.killpg(process.pid, signal.SIGINT)
        code = process.wait()
        if code:
            sys.exit(f"the first command has ended with {code}")
    finally:
        watchdog.cancel()
        if process.poll() is None:
            os.killpg(process.pid, signal.SIGKILL)


def end(*_: object) -> NoReturn:
    """As SIGTERM asks."""
    sys.exit("the first command was not waited for")


def printed_address(process: "subprocess.Popen[str]") -> str:
    """What the command says is the page's address."""
    assert process.stdout is not None  # noqa: S101 - asked for above
    for line in process.stdout:
        print(line, end="")
        if found := re.search(r"http://127\.0\.0\.1:\d+/\S*", line):
            return found[0]
    sys.exit("the first command has ended without an address")


def asked(address: str) -> str:
    """What the bot answers in the first private chat of the page."""
    with urllib.request.urlopen(address) as page:  # noqa: S310 - our own page
        if "<title>Belegbot</title>" not in page.read().decode():
            sys.exit(f"there is no page at {address}")
    with urllib.request.urlopen(f"{address}events") as stream:  # noqa: S310
        events = parsed(stream)
        world = next(data for name, data in events if name == "world")
        chat = next(chat for chat in world["chats"] if chat["type"] == "private")
        say(address, chat)
        for name, data in events:
            texts = [message.get("text", "") for message in data["messages"]] if name == "messages" else []
            if quoted := [text for text in texts if QUOTE in text]:
                return quoted[0]
    sys.exit("the events have ended without an answer")


def parsed(stream: Iterable[bytes]) -> Iterator[tuple[str, Any]]:
    """Server-sent events: their names and their data."""
    name = ""
    for line in stream:
        field, _, value = line.decode().rstrip("\n").partition(": ")
        if field == "event":
            name = value
        elif field == "data":
            yield name, json.loads(value)


def say(address: str, chat: dict[str, Any]) -> None:
    """Write the question into the chat, as its person."""
    action = {"do": "say", "person": chat["person"], "chat": chat["key"], "text": QUESTION}
    headers = {"Content-Type": "application/json"}
    request = urllib.request.Request(f"{address}actions", json.dumps(action).encode(), headers)  # noqa: S310
    urllib.request.urlopen(request).close()  # noqa: S310


if __name__ == "__main__":
    main(*sys.argv[1:])
