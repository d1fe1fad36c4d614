"""What a chat is answered from: the library, or the one article of it that the chat has settled on."""

from __future__ import annotations

from dataclasses import dataclass

from content import Article
from retrieval import Retriever


@dataclass(frozen=True, eq=False, slots=True)
class Scope:
    """`library` as it was when the chat spoke; `settled` is the article that it has settled on.

    `gone` is the slug of one that it had settled on and that is no longer there, which it is to be told.
    """

    library: Retriever
    settled: Article | None = None
    gone: str | None = None

    @property
    def retriever(self) -> Retriever:
        """What answers the chat."""
        return self.library.within(self.settled) if self.settled else self.library

    @property
    def has_choice(self) -> bool:
        """Whether there is more than one article to be asked about."""
        return len(self.library.articles) > 1
