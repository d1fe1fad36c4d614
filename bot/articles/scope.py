"""What a chat is answered from: the library, or the one article of it that the chat has settled on."""

from __future__ import annotations

from dataclasses import dataclass

from content import Article
from retrieval import Retriever


@dataclass(frozen=True, eq=False, slots=True)
class ChatScope:
    """`library` as it was when the chat spoke; `article` is the article that it has settled on.

    `missing` is the slug of one that it had settled on and that is no longer there, which it is to be told.
    """

    library: Retriever
    article: Article | None = None
    missing: str | None = None

    @property
    def retriever(self) -> Retriever:
        """What answers the chat."""
        return self.library.within(self.article) if self.article else self.library

    @property
    def only_article(self) -> Article | None:
        """The article that alone answers the chat; None: several may."""
        return self.article or (None if self.has_choice else self.library.articles[0])

    @property
    def has_choice(self) -> bool:
        """Whether there is more than one article to be asked about."""
        return len(self.library.articles) > 1
