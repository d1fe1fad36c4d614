"""A client of the Bot API that is nothing but HTTP."""

from __future__ import annotations

from typing import Any

import httpx

Json = dict[str, Any]


class Api:
    """Sends requests for one bot. A call gives the result; `refused` gives the description of the refusal."""

    def __init__(self, url: str, token: str, client: httpx.Client) -> None:
        self.url = url
        self.token = token
        self._base = f"{url}/bot{token}/"
        self.client = client

    def answer(self, method: str, **parameters: Any) -> Json:
        """The whole answer of a request whose parameters are sent as JSON."""
        answer: Json = self.client.post(self._base + method, json=parameters).json()
        return answer

    def __call__(self, method: str, **parameters: Any) -> Any:
        answer = self.answer(method, **parameters)
        assert answer["ok"], answer
        return answer["result"]

    def refused(self, method: str, **parameters: Any) -> str:
        """Why this is refused; fails when it is not."""
        answer = self.answer(method, **parameters)
        assert not answer["ok"], answer
        description: str = answer["description"]
        return description

    def updates(self, **parameters: Any) -> list[Json]:
        """What waits, confirmed at once."""
        updates: list[Json] = self("getUpdates", **parameters)
        if updates:
            self("getUpdates", offset=updates[-1]["update_id"] + 1, limit=1)
        return updates
