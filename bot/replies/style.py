"""How replies are written in one chat."""

from __future__ import annotations

from dataclasses import dataclass

from bot.messages.texts import Texts
from content import Article

# A quote longer than this (code points) fills the screen of a phone: in a group it pushes away what others say.
_LONGEST_IN_GROUP = 350
_LONGEST_IN_PRIVATE = 500


@dataclass(frozen=True, eq=False, slots=True)
class ReplyStyle:
    """In whose words replies are written, and what goes without saying in the chat.

    `article` is the only one that answers there: under a quote from it no title stands. None: several may, or nobody
    there knows which.
    """

    texts: Texts
    in_group: bool = False
    article: Article | None = None

    @property
    def longest_quote(self) -> int:
        """How long a quote may be, in code points."""
        return _LONGEST_IN_GROUP if self.in_group else _LONGEST_IN_PRIVATE

    def names(self, article: Article) -> bool:
        """Whether a quote from the article has its title under it."""
        return article is not self.article
