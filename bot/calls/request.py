"""One request to the Bot API, by httpx, that tells how far it got."""

from __future__ import annotations

import json
from collections.abc import Callable
from http import HTTPStatus
from typing import Any

import httpx
from telegram.error import TelegramError
from telegram.request import HTTPXRequest

# Set in a request's extensions once the head of its answer is there: from then on it has taken effect.
ANSWERED = "answered"

# Telegram answers in well under a second; what takes longer than this (in seconds) has most likely been lost.
ANSWER_SECONDS = 10.0

# Of these one cannot tell that Telegram takes this bot for one of its own.
_STRANGER = (HTTPStatus.UNAUTHORIZED, HTTPStatus.NOT_FOUND)


class UnreadableAnswer(TelegramError):
    """What answered is not in the Bot API's form: a page of some web server, of a proxy, or half an answer."""

    def __init__(self, status: int) -> None:
        super().__init__(f"an answer {status} that is not the Bot API's")
        self.status = status


class TelegramRequest(HTTPXRequest):
    """python-telegram-bot's request, which calls `on_contact` whenever Telegram has answered.

    Against the library's own it logs nothing of what it could not read: it may be people's words.
    """

    def __init__(
        self, on_contact: Callable[[], None], connections: int, answer_seconds: float = ANSWER_SECONDS
    ) -> None:
        super().__init__(
            connection_pool_size=connections,
            connect_timeout=answer_seconds,
            read_timeout=answer_seconds,
            write_timeout=answer_seconds,
            pool_timeout=answer_seconds,
            httpx_kwargs={"event_hooks": {"response": [_note_answer]}},
        )
        self._on_contact = on_contact

    async def do_request(self, *args: Any, **kwargs: Any) -> tuple[int, bytes]:
        """The answer's status and body.

        Raises:
            UnreadableAnswer: it is none of the Bot API's, and tells of no fault within Telegram (5xx).
        """
        status, body = await super().do_request(*args, **kwargs)
        if status < HTTPStatus.INTERNAL_SERVER_ERROR:
            if not _is_of_bot_api(body):
                raise UnreadableAnswer(status)
            if status not in _STRANGER:
                self._on_contact()
        return status, body

    @staticmethod
    def parse_json_payload(payload: bytes) -> Any:
        """The answer's JSON.

        Raises:
            telegram.error.TelegramError: it is none.
        """
        try:
            return json.loads(payload.decode("utf-8", "replace"))
        except ValueError:
            raise TelegramError("Invalid server response") from None


def _is_of_bot_api(body: bytes) -> bool:
    """Whether it is as core.telegram.org/bots/api#making-requests promises: an object with `ok`, and its result."""
    try:
        answer = json.loads(body.decode("utf-8", "replace"))
    except ValueError:
        return False
    return isinstance(answer, dict) and (answer.get("ok") is False or (answer.get("ok") is True and "result" in answer))


async def _note_answer(response: httpx.Response) -> None:
    response.request.extensions[ANSWERED] = True
