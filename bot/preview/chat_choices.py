"""What the bot's chats have settled on, read from its store: it is the bot's own, in another process."""

from __future__ import annotations

from pathlib import Path


class ChatChoiceReader:
    """The choices that chats have made of the bot with this identifier, on the Telegram at this address.

    `store` is the SQLite file in which the bot keeps them.
    """

    def __init__(self, store: Path, bot: int, api_url: str) -> None:
        self._store = store
        self._bot = bot
        self._api_url = api_url

    def of(self, chat: int) -> str | None:
        """The slug of the article that the chat has settled on; None: on none, or nothing is stored yet."""
        if not self._store.exists():  # making it, and its tables, is left to the bot
            return None
        from sqlalchemy import URL, create_engine  # noqa: PLC0415 - the page is to be there before this is loaded
        from sqlalchemy.exc import SQLAlchemyError  # noqa: PLC0415

        from bot.store import name_of_bot  # noqa: PLC0415
        from bot.store.choices import ChatChoices  # noqa: PLC0415

        engine = create_engine(URL.create("sqlite", database=str(self._store)))
        try:
            with engine.connect() as connection:
                return ChatChoices(name_of_bot(self._bot, self._api_url)).of(connection, chat)
        except SQLAlchemyError:
            return None
        finally:
            engine.dispose()
