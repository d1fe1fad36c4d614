"""What a message is about that does not ask the text."""

from __future__ import annotations

from enum import StrEnum


class Topic(StrEnum):
    """What a message is about instead of the text of the articles.

    `OVERVIEW`: what the article is about as a whole. `AUTHOR`, `PUBLISHED`, `PUBLISHER`, `URL`: where it comes from.
    `TALK`: nothing; thanks, a greeting, an insult, or who the bot is.
    """

    OVERVIEW = "overview"
    AUTHOR = "author"
    PUBLISHED = "published"
    PUBLISHER = "publisher"
    URL = "url"
    TALK = "talk"
