"""All that there is in a `Telegram`, as data: the time, accounts, users, chats, queries, requests."""

from __future__ import annotations

import itertools
from collections import deque
from typing import Any, Final

from bot.simulator.limits import FloodLimits, Limit
from bot.simulator.world.accounts import BotAccount
from bot.simulator.world.changes import ChangeNotifier
from bot.simulator.world.chats import Channel, Chat, Group, Message, PrivateChat
from bot.simulator.world.clock import Clock
from bot.simulator.world.inline import InlineCache
from bot.simulator.world.queries import BotQuery
from bot.simulator.world.requests import Request
from bot.simulator.world.users import User

_FIRST_GROUP: Final = 4_000_000_001
# core.telegram.org/api/bots/ids: a supergroup's or channel's number counts down from here.
_SUPERGROUPS: Final = -1_000_000_000_000
# Enough for any test; a preview that runs for weeks forgets the oldest.
_REQUESTS_KEPT: Final = 50_000


class World(ChangeNotifier):
    """What everything in the simulator may know. Whoever reads or changes it holds the lock.

    Attributes:
        clock: what time it is.
        flood_limits: how much bots may send; None: without end.
        callback_query_seconds: for how long a tap can be answered.
        guest_query_seconds: for how long a guest can answer.
        is_serving: whether requests may wait for updates; a server that is about to stop takes it back.
        numbers: the next one is in no identifier so far.
        queries: all that were ever asked, by identifier.
        inline_messages: by their inline identifiers, as they were sent.
        sending_times: of the newest messages, by bot, limit, and the chat that the limit is counted in.
    """

    def __init__(
        self,
        clock: Clock,
        *,
        callback_query_seconds: float,
        guest_query_seconds: float,
        flood_limits: FloodLimits | None,
    ) -> None:
        super().__init__()
        self.clock = clock
        self.flood_limits = flood_limits
        self.callback_query_seconds = callback_query_seconds
        self.guest_query_seconds = guest_query_seconds
        self.is_serving = True
        self.numbers = itertools.count()
        self.queries: dict[str, BotQuery] = {}
        self.inline_cache = InlineCache()
        self.inline_messages: dict[str, Message] = {}
        self.sending_times: dict[tuple[int, Limit, int | None], deque[float]] = {}
        self._accounts: dict[str, BotAccount] = {}
        self._users: dict[int, User] = {}
        self._chats: dict[int, Group | Channel] = {}
        self._private_chats: dict[tuple[int, int], PrivateChat] = {}
        self._requests: deque[Request] = deque(maxlen=_REQUESTS_KEPT)

    @property
    def accounts(self) -> tuple[BotAccount, ...]:
        """All bots."""
        with self.lock:
            return tuple(self._accounts.values())

    def account(self, token: str) -> BotAccount | None:
        """The bot with this token."""
        return self._accounts.get(token)

    def account_of(self, user: User) -> BotAccount | None:
        """The bot that this user is."""
        return next((account for account in self.accounts if account.user.id == user.id), None)

    def add_account(self, account: BotAccount) -> None:
        """Add a bot, which has its token for itself."""
        self._accounts[account.token] = account

    @property
    def users(self) -> tuple[User, ...]:
        """Everybody but the bots."""
        with self.lock:
            return tuple(self._users.values())

    def find_user(self, user_id: int) -> User | None:
        """The person or bot with this identifier."""
        if user := self._users.get(user_id):
            return user
        return next((account.user for account in self.accounts if account.user.id == user_id), None)

    def add_user(self, user: User) -> None:
        """Add a person."""
        self._users[user.id] = user

    @property
    def chats(self) -> tuple[Chat, ...]:
        """All chats."""
        with self.lock:
            return (*self._private_chats.values(), *self._chats.values())

    def chat(self, which: int | str) -> Group | Channel | None:
        """The group or channel with this identifier, or with this username (without the @, in any case)."""
        if isinstance(which, int):
            return self._chats.get(which)
        return next((chat for chat in self._chats.values() if (chat.username or "").lower() == which.lower()), None)

    def private_chat(self, account: BotAccount, user_id: int) -> PrivateChat | None:
        """The private chat of the bot with this person."""
        return self._private_chats.get((account.user.id, user_id))

    def add_private_chat(self, user: User, account: BotAccount) -> PrivateChat:
        """The private chat of the two, made when it is not there."""
        key = (account.user.id, user.id)
        if key not in self._private_chats:
            self._private_chats[key] = PrivateChat(user, account, self.lock)
        return self._private_chats[key]

    def add_group(self, title: str, *, is_supergroup: bool, **settings: Any) -> Group:
        """A new group without anybody in it. `settings` are as for `Group`."""
        number = _FIRST_GROUP + next(self.numbers)
        chat_id = _SUPERGROUPS - number if is_supergroup else -number
        group = self._chats[chat_id] = Group(chat_id, self.lock, title=title, is_supergroup=is_supergroup, **settings)
        return group

    def add_channel(self, title: str, *, discussion: Group | None, username: str | None) -> Channel:
        """A new channel, with its discussion group."""
        chat_id = _SUPERGROUPS - _FIRST_GROUP - next(self.numbers)
        channel = self._chats[chat_id] = Channel(chat_id, self.lock, title=title, username=username)
        channel.discussion = discussion
        if discussion:
            discussion.linked_channel = channel
        return channel

    @property
    def requests(self) -> tuple[Request, ...]:
        """Every request of bots that has been answered, oldest first."""
        with self.lock:
            return tuple(self._requests)

    @property
    def refusals(self) -> tuple[Request, ...]:
        """The requests that were answered with an error which is no planned fault."""
        return tuple(request for request in self.requests if not (request.ok or request.fault))

    def record(self, request: Request) -> None:
        """Note a request that has been answered."""
        with self.lock:
            self._requests.append(request)
            self.notify()
