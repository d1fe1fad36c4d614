"""Figures for whoever has the token."""

from __future__ import annotations

import asyncio

import httpx
import pytest
from pydantic import SecretStr
from starlette.applications import Starlette

from bot.calls import LastContact
from bot.running.monitoring import Health, Metrics, health_routes


@pytest.mark.parametrize(
    ("token", "headers", "status"),
    [
        (None, {}, 200),
        ("hush", {}, 401),
        ("hush", {"Authorization": "Bearer hus"}, 401),
        ("hush", {"Authorization": "Basic hush"}, 401),
        ("hush", {"Authorization": "Bearer hush"}, 200),
    ],
)
def test_metrics_are_shown_to_whoever_has_the_token(token: str | None, headers: dict[str, str], status: int) -> None:
    contact = LastContact()
    routes = health_routes(Health(contact, 0), Metrics(contact), SecretStr(token) if token else None)

    async def statuses() -> list[int]:
        transport = httpx.ASGITransport(Starlette(routes=routes))
        async with httpx.AsyncClient(transport=transport, base_url="http://x") as client:
            return [(await client.get(path, headers=headers)).status_code for path in ("/metrics", "/healthz")]

    assert asyncio.run(statuses()) == [status, 200]
