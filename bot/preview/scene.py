"""Who and what there is in the preview: the bot's account, people, and a chat for every way to reach the bot."""

from __future__ import annotations

import secrets
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

from bot.config.settings import Settings
from bot.simulator import BotAccount, Chat, Telegram
from bot.simulator.client import chat_key
from bot.simulator.serialize.fields import Json
from content import ContentError, read_articles

_USERNAME = "belegbot"


@dataclass(frozen=True, eq=False, slots=True)
class Scene:
    """A Telegram with people in it. `kinds` says of every chat, by its key, what it is there to show."""

    telegram: Telegram
    account: BotAccount
    kinds: Mapping[str, str]

    def as_json(self, samples: Sequence[str]) -> Json:
        """What the page has to know beforehand; `samples` are questions that can be asked."""
        return {"account": self.account.user.id, "kinds": self.kinds, "samples": samples}


# More than anybody looks through.
_MOST_QUESTIONS = 100


def sample_questions(settings: Settings) -> list[str]:
    """The questions that the articles bring with them; none while all files are broken, which the bot tells.

    Of very many articles only the first ones' questions.
    """
    largest = settings.largest_article
    try:
        articles = read_articles(settings.content_dir, kept=settings.index_folder, largest=largest).articles
    except ContentError:
        return []
    return list(islice((question for article in articles for question in article.questions), _MOST_QUESTIONS))


def set_up_scene() -> Scene:
    """A new Telegram. The bot is called to the groups, and has not been told yet: it does not run."""
    telegram = Telegram()
    # A secret: whoever knows the token could speak for the bot, through this machine's other users or web pages.
    account = telegram.new_bot(_USERNAME, name="Belegbot", token=f"1:{secrets.token_urlsafe(24)}")
    account.supports_inline_queries = account.supports_guest_queries = True
    anna = telegram.new_person("Anna", username="anna", language_code="de")
    ben = telegram.new_person("Ben", username="ben", language_code="en")
    cem = telegram.new_person("Cem", language_code="de")
    people = (anna, ben, cem)
    chats: dict[Chat, str] = {telegram.open_chat(person, account): "private" for person in people}
    chats |= {
        telegram.new_group("Leserunde", [*people, account]): "group",
        telegram.new_group("Redaktion", [*people, account], topics=("Außenpolitik", "Technik")): "forum",
        telegram.new_group("Familie", people): "inline",
        telegram.new_group("Nachbarschaft", people): "guest",
    }
    return Scene(telegram, account, {chat_key(chat): kind for chat, kind in chats.items()})
