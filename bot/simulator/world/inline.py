"""Inline mode: queries, results, and the messages made of them (core.telegram.org/bots/inline).

Telegram keeps an answer for `cache_time` seconds and gives it to whoever asks the same again, or with `is_personal`
only to the same user, without asking the bot. So does the simulator.
"""

from __future__ import annotations

from dataclasses import dataclass

from bot.simulator.world.message_content.entities import Entity
from bot.simulator.world.message_content.keyboards import Keyboard
from bot.simulator.world.message_content.link_previews import LinkPreview
from bot.simulator.world.queries import BotQuery


@dataclass(frozen=True, slots=True, kw_only=True)
class InlineResult:
    """One result, an article: `title` and `description` are shown in the list, the rest becomes the message."""

    id: str
    title: str
    description: str = ""
    url: str | None = None
    text: str
    entities: tuple[Entity, ...] = ()
    keyboard: Keyboard | None = None
    link_preview: LinkPreview | None = None


@dataclass(frozen=True, slots=True)
class ResultsButton:
    """The button above the results: opens the private chat with the bot and sends "/start <start_parameter>"."""

    text: str
    start_parameter: str


@dataclass(frozen=True, slots=True, kw_only=True)
class InlineAnswer:
    """What the bot offers. `next_offset` is empty when there are no more results; `date` is Unix time."""

    results: tuple[InlineResult, ...]
    next_offset: str
    button: ResultsButton | None
    cache_time: int
    is_personal: bool
    date: float


@dataclass(eq=False, kw_only=True)
class InlineQuery(BotQuery):
    """What somebody has typed after the bot's name. `answer` is None until the bot answers in time.

    `id` is empty when the answer came from Telegram's cache and the bot was not asked.
    """

    text: str
    offset: str
    chat_type: str
    answer: InlineAnswer | None = None

    @property
    def is_answered(self) -> bool:
        return self.answer is not None

    @property
    def results(self) -> tuple[InlineResult, ...]:
        """What can be chosen; nothing until there is an answer."""
        return self.answer.results if self.answer else ()

    @property
    def key(self) -> tuple[str, str]:
        """What tells one query from another."""
        return self.text, self.offset


class InlineCache:
    """The answers of bots that Telegram still gives by itself."""

    def __init__(self) -> None:
        # By bot, query, and the user who asked; None: for all users.
        self._answers: dict[tuple[int, tuple[str, str], int | None], InlineAnswer] = {}

    def keep(self, query: InlineQuery, answer: InlineAnswer) -> None:
        """Remember the answer, for all users or for the one who asked."""
        self._answers[query.account.user.id, query.key, query.user.id if answer.is_personal else None] = answer

    def find(self, query: InlineQuery, now: float) -> InlineAnswer | None:
        """The answer to the same query, if it is not too old."""
        kept = (self._answers.get((query.account.user.id, query.key, who)) for who in (query.user.id, None))
        return next((answer for answer in kept if answer and now < answer.date + answer.cache_time), None)
