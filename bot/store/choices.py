"""Which article a chat has settled on, for as long as the chat wants it so and has the bot in it."""

from __future__ import annotations

from sqlalchemy import ColumnElement, Connection, and_, bindparam, delete, select

from bot.store.tables import CHOICES, INSERTS


class ChatChoices:
    """The choices of the chats of the bot with this name. An article is named by its slug."""

    def __init__(self, bot: str) -> None:
        self._bot = bot
        self._of = select(CHOICES.c.article).where(CHOICES.c.bot == bot, CHOICES.c.chat == bindparam("chat"))

    def of(self, connection: Connection, chat: int) -> str | None:
        """The article that the chat has settled on; None: it is answered from all."""
        return connection.scalar(self._of, {"chat": chat})

    def choose(self, connection: Connection, chat: int, article: str) -> None:
        """Settles the chat on the article."""
        connection.execute(
            INSERTS[connection.dialect.name](CHOICES)
            .values(bot=self._bot, chat=chat, article=article)
            .on_conflict_do_update(index_elements=("bot", "chat"), set_={"article": article})
        )

    def forget(self, connection: Connection, chat: int, article: str | None = None) -> None:
        """Answers the chat from all articles again; given an article, only if that is what it has settled on."""
        chosen = self._is(chat) if article is None else and_(self._is(chat), CHOICES.c.article == article)
        connection.execute(delete(CHOICES).where(chosen))

    def move(self, connection: Connection, chat: int, to: int) -> None:
        """The chat goes on under another number. What was chosen there already stays."""
        article = self.of(connection, chat)
        if article is not None and self.of(connection, to) is None:
            self.choose(connection, to, article)
        self.forget(connection, chat)

    def _is(self, chat: int) -> ColumnElement[bool]:
        return and_(CHOICES.c.bot == self._bot, CHOICES.c.chat == chat)
