"""What a shelf needs of that which ranks its passages, be it in this process or elsewhere."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from content import Article
from retrieval.asked import Asked
from retrieval.fields import Field
from retrieval.passages import Passage
from retrieval.reading import Tongue


class Engine(Protocol):
    """Ranks the passages of the articles of one language.

    A score is a share of the question's idf mass (`retrieval.ranking`), whichever engine gives it: the refusal decides
    by it. One that runs elsewhere raises `EngineUnavailable` from everything here.
    """

    def ranked(self, asked: Asked, limit: int) -> list[tuple[Passage, float]]:
        """The best passages first, at most `limit`; of equals, the one that stands first."""

    def by_field(self, asked: Asked, passage: Passage) -> dict[str, float]:
        """The passage's score by each field that counts for this question, by the fields' names."""


class RemoteEngine(Engine, Protocol):
    """One that runs elsewhere."""

    def prepare(self) -> None:
        """Has it know the articles, which otherwise the first question waits for.

        Raises:
            EngineUnavailable: it cannot be reached.
        """


class Engines(Protocol):
    """Makes engines that run elsewhere, one a language, and knows whether they can be reached."""

    @property
    def fault(self) -> str | None:
        """Why they cannot be reached, one line; None: they could, when last asked."""

    def stored(self) -> dict[str, int]:
        """What is kept there, by names, and how many passages each holds, also what other versions have left.

        Raises:
            EngineUnavailable: they cannot be reached.
        """

    def stop(self) -> None:
        """No more articles are loaded, as the process is to end; questions are still answered."""

    def of(self, articles: Sequence[Article], tongue: Tongue, fields: Sequence[Field]) -> RemoteEngine:
        """The engine of these articles. It asks nothing yet, so that it can be made while nothing can be reached."""
