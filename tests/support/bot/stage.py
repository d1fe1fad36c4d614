"""Where the README's conversations are played: the shipped article's bot, and Anna and Ben, in one chat.

Or, for those about many articles, the bot of the small library that the tests know. It has the encoder of this machine,
as readers of the README have it.
"""

from __future__ import annotations

from contextlib import ExitStack
from typing import Self

from bot.articles.library import Library
from bot.simulator import Chat, Message, Telegram, TelegramServer
from content import load_articles
from retrieval import Retriever
from tests.support.bot.articles import ARCHIVE
from tests.support.bot.dialogues import by_the_bot, shown
from tests.support.bot.running_bot import running, settings_for
from tests.support.paths import ARTICLES
from tests.support.retrieval.patient_encoder import patient_encoder

_FORWARDED = "(weitergeleitet) "


class Stage:
    """A chat, to be used as a context: "group", "guest" (a group that the bot is not in), else Anna's private chat.

    With "archive" before it the bot knows many articles.
    """

    def __init__(self, where: str) -> None:
        self._where = where.removeprefix("archive").strip()
        self._articles = ARCHIVE if where.startswith("archive") else load_articles(ARTICLES)
        self._telegram = Telegram()
        self._account = self._telegram.new_bot("belegbot", name="Belegbot")
        self._account.supports_inline_queries = self._account.supports_guest_queries = True
        self._people = {name: self._telegram.new_person(name, language_code="de") for name in ("Anna", "Ben")}
        self._latest: dict[str, Message] = {}
        self._tapped: Message | None = None
        self._open = ExitStack()

    def __enter__(self) -> Self:
        server = self._open.enter_context(TelegramServer(self._telegram))
        library = Library(Retriever(self._articles, patient_encoder()))
        self._open.enter_context(running(settings_for(server, self._account), library))
        self._chat = self._entered()
        if self._where != "guest":
            self._telegram.wait_for(lambda: by_the_bot(self._chat, self._account))  # its greeting or introduction
        self._heard = len(by_the_bot(self._chat, self._account))
        return self

    def __exit__(self, *_: object) -> None:
        self._open.close()

    def _entered(self) -> Chat:
        anna, ben = self._people.values()
        match self._where:
            case "group":
                return self._telegram.new_group("Runde", [anna, ben, self._account])
            case "guest":
                return self._telegram.new_group("Anderswo", [anna, ben])
            case _:
                return anna.opens(self._account)

    def says(self, who: str, words: str) -> None:
        """What one line of a dialogue says or does.

        "Anna" says the words; "Anna → Ben" says them in reply to Ben's latest message, or to the bot's, and
        "Anna → Ben »this«" in reply to the passage marked in it. Words in square brackets are a button that is tapped
        under the bot's latest message. "(Foto)" is a picture without words, "(weitergeleitet)" before words makes them
        somebody else's.
        """
        person, _, rest = who.partition(" → ")
        to, _, marked = rest.partition(" ")
        if words.startswith("[") and words.endswith("]"):
            self._tapped = by_the_bot(self._chat, self._account)[-1]
            self._people[person].taps(self._tapped, words[1:-1])
            return
        if words == "(Foto)":
            self._latest[person] = self._people[person].shows(self._chat, reply_to=self._latest_of(to))
            return
        own = words.removeprefix(_FORWARDED)
        self._latest[person] = self._people[person].says(
            self._chat,
            own,
            reply_to=self._latest_of(to),
            quote=marked.strip("»«") or None,
            forwarded_from=None if own == words else "Carla",
        )

    def _latest_of(self, name: str) -> Message | None:
        if name == self._account.user.first_name:
            return by_the_bot(self._chat, self._account)[-1]
        return self._latest.get(name)

    def reply(self) -> str:
        """What the bot says next, its entities written out; or what the message has become whose button was tapped."""
        tapped, self._tapped = self._tapped, None
        if tapped:
            before = shown(tapped)
            now = self._telegram.wait_for(lambda: self._unlike(before)) or before
            self._heard = len(by_the_bot(self._chat, self._account))  # a sample question's answer is a new message
            return now
        self._heard += 1
        return shown(self._telegram.wait_for(lambda: by_the_bot(self._chat, self._account)[self._heard - 1 :])[0])

    def _unlike(self, before: str) -> str | None:
        now = shown(by_the_bot(self._chat, self._account)[-1])
        return None if now == before else now

    def offers(self, words: str) -> str:
        """What typing these words after the bot's name lists: titles, and indented below each its description."""
        query = self._people["Anna"].queries(self._account, words)
        self._telegram.wait_for(lambda: query.is_answered)
        return "".join(f"{result.title}\n  {result.description}\n" for result in query.results)
