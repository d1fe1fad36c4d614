"""The way to Telegram, cut and mended."""

from __future__ import annotations

import socket
from concurrent.futures import ThreadPoolExecutor

import httpx
import pytest

from bot.preview.connection import TelegramConnection
from bot.simulator import Telegram, TelegramServer


def test_it_is_cut_and_mended_at_the_same_port() -> None:
    telegram = Telegram()
    account = telegram.new_bot("belegbot")
    with TelegramServer(telegram) as server:
        way, address = TelegramConnection(server), f"{server.url}/bot{account.token}/getMe"
        for _ in range(2):
            way.cut()
            way.cut()  # it is cut already
            with pytest.raises(httpx.ConnectError):
                httpx.get(address, trust_env=False)
            way.mend()
            assert httpx.get(address, trust_env=False).json()["ok"]


def test_nobody_else_gets_the_port_while_it_is_cut() -> None:
    with TelegramServer(Telegram()) as server:
        way = TelegramConnection(server)
        way.cut()
        with socket.socket() as other, pytest.raises(OSError, match="in use"):
            other.bind(("127.0.0.1", server.port))
        way.mend()


def test_mending_while_it_is_being_cut_mends() -> None:
    telegram = Telegram()
    account = telegram.new_bot("belegbot")
    with TelegramServer(telegram) as server, ThreadPoolExecutor() as threads:
        way = TelegramConnection(server)
        for _ in range(5):
            cut = threads.submit(way.cut)
            telegram.wait_for(lambda: not telegram.is_serving)  # what the page goes by
            threads.submit(way.mend).result()
            cut.result()
            address = f"{server.url}/bot{account.token}/getMe"
            assert httpx.get(address, trust_env=False).json()["ok"]
