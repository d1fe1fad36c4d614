"""A bot's account: who it is, what BotFather has set, and what the bot has set itself."""

from __future__ import annotations

from dataclasses import dataclass

from bot.simulator.world.consumers import LongPoll, Webhook
from bot.simulator.world.updates import UpdateQueue
from bot.simulator.world.users import User


@dataclass(frozen=True, slots=True)
class BotCommand:
    """One line of a command menu; `command` is without the slash."""

    command: str
    description: str


class BotAccount:
    """A bot as Telegram knows it.

    Attributes:
        privacy: privacy mode, BotFather's /setprivacy.
        mentions_reach_it: whether in privacy mode a message of a group that mentions the bot reaches it. BotFather says
            that it does, other people that it does not.
        can_join_groups: BotFather's /setjoingroups.
        supports_inline_queries: BotFather's /setinline.
        supports_guest_queries: whether it can be summoned where it is no member, a switch at BotFather's.
        commands: the menus by scope and language code, "" for all other languages.
        texts: "name", "description" and "short_description" by field and language code.
    """

    def __init__(self, user: User, token: str, updates: UpdateQueue, *, privacy: bool, mentions_reach_it: bool) -> None:
        self.user = user
        self.token = token
        self.privacy = privacy
        self.mentions_reach_it = mentions_reach_it
        self.can_join_groups = True
        self.supports_inline_queries = False
        self.supports_guest_queries = False
        self.updates = updates
        self.webhook: Webhook | None = None
        self.poll: LongPoll | None = None
        self.commands: dict[tuple[str, str], tuple[BotCommand, ...]] = {}
        self.texts: dict[tuple[str, str], str] = {}

    @property
    def username(self) -> str:
        """Its name without the @; a bot always has one."""
        return self.user.username or ""

    @property
    def pending_updates(self) -> int:
        """How many updates the bot has not confirmed: by a later offset, or by answering 2xx to a webhook."""
        return len(self.updates.pending)

    @property
    def unfetched_updates(self) -> int:
        """How many updates were never handed to the bot. 0: it has fetched everything so far."""
        return self.updates.unfetched
