"""The whole simulated Telegram: its accounts, people and chats, and the ways to watch it."""

from __future__ import annotations

import itertools
from collections import deque
from collections.abc import Sequence
from typing import Any, Final

from bot.simulator import limits
from bot.simulator.api.flood import FloodControl, FloodLimits
from bot.simulator.delivery.posts import post, thread_of
from bot.simulator.errors import ImpossibleAction
from bot.simulator.faults.plan import Faults
from bot.simulator.people.person import Person, create_topic
from bot.simulator.people.replies import reply_fields
from bot.simulator.texts.detection import found_in
from bot.simulator.world.accounts import BotAccount
from bot.simulator.world.changes import Changes
from bot.simulator.world.chats import Channel, Chat, Group, PrivateChat
from bot.simulator.world.clock import Clock, SystemClock
from bot.simulator.world.inline import inline_message_id
from bot.simulator.world.members import Status
from bot.simulator.world.messages import Message
from bot.simulator.world.queries import OpenQueries
from bot.simulator.world.requests import Request
from bot.simulator.world.updates import UpdateQueue
from bot.simulator.world.users import User

_FIRST_BOT: Final = 7_000_000_001
_FIRST_PERSON: Final = 500_000_001
_FIRST_GROUP: Final = 4_000_000_001
# core.telegram.org/api/bots/ids: a supergroup's or channel's number counts down from here.
_SUPERGROUPS: Final = -1_000_000_000_000
_FIRST_UPDATE: Final = 100_000_001
# Enough for any test; a preview that runs for weeks forgets the oldest.
_REQUESTS_KEPT: Final = 50_000


class Telegram(Changes):
    """People, bots and chats. Acting and watching are thread-safe.

    Args:
        clock: what time it is; the machine's by default.
        callback_query_seconds: for how long a tap can be answered.
        guest_query_seconds: for how long a guest can answer.
        flood_control: whether bots may send only so much, and how much.
    """

    def __init__(
        self,
        clock: Clock | None = None,
        *,
        callback_query_seconds: float = limits.CALLBACK_QUERY_SECONDS,
        guest_query_seconds: float = limits.GUEST_QUERY_SECONDS,
        flood_control: bool | FloodLimits = False,
    ) -> None:
        super().__init__()
        self.clock: Clock = clock or SystemClock()
        self.queries = OpenQueries(self.clock)
        self.faults = Faults(self)
        flood_limits = FloodLimits() if flood_control is True else flood_control or None
        self.flood = FloodControl(self.clock, flood_limits)
        self.callback_query_seconds = callback_query_seconds
        self.guest_query_seconds = guest_query_seconds
        self._accounts: dict[str, BotAccount] = {}
        self._people: dict[int, Person] = {}
        self._chats: dict[int, Group | Channel] = {}
        self._private_chats: dict[tuple[int, int], PrivateChat] = {}
        # By their identifiers, as they were sent.
        self.inline_messages: dict[str, Message] = {}
        self._requests: deque[Request] = deque(maxlen=_REQUESTS_KEPT)
        self._numbers = itertools.count()
        # Whether requests may wait for updates; a server that is about to stop takes it back.
        self.is_serving = True
        self.clock.on_advance(self.changed)

    def new_bot(
        self,
        username: str,
        *,
        name: str | None = None,
        privacy: bool = True,
        mentions_reach_it: bool = True,
        token: str | None = None,
    ) -> BotAccount:
        """Register a bot, as with BotFather. `username` is without the @."""
        with self.lock:
            number = _FIRST_BOT + next(self._numbers)
            user = User(id=number, is_bot=True, first_name=name or username, username=username)
            token = token or f"{number}:{username}-token"
            updates = UpdateQueue(_FIRST_UPDATE)
            account = BotAccount(user, token, updates, privacy=privacy, mentions_reach_it=mentions_reach_it)
            self._accounts[token] = account
            return account

    def new_person(
        self,
        first_name: str,
        *,
        last_name: str | None = None,
        username: str | None = None,
        language_code: str | None = None,
    ) -> Person:
        """Register a person."""
        with self.lock:
            user = User(
                id=_FIRST_PERSON + next(self._numbers),
                first_name=first_name,
                last_name=last_name,
                username=username,
                language_code=language_code,
            )
            person = self._people[user.id] = Person(self, user)
            return person

    def new_group(
        self,
        title: str,
        members: Sequence[Person | BotAccount],
        *,
        topics: Sequence[str] = (),
        is_supergroup: bool = True,
        username: str | None = None,
    ) -> Group:
        """Make a group. The first member, a person, owns it; people are there from the beginning, bots are added.

        With topics it is a forum, which only a supergroup can be. `username` makes it public.
        """
        owner = members[0] if members else None
        if not isinstance(owner, Person):
            raise ImpossibleAction("a group is made by a person: name its owner first")
        if not is_supergroup and (topics or username):
            raise ImpossibleAction("only supergroups have topics or a username")
        with self.lock:
            group = self.make_group(title, is_supergroup=is_supergroup, is_forum=bool(topics), username=username)
            self._populate(group, owner, members, topics)
            return group

    def make_group(self, title: str, *, is_supergroup: bool, **how: Any) -> Group:
        """A group without anybody in it. `how` is as for `Group`."""
        number = _FIRST_GROUP + next(self._numbers)
        chat_id = _SUPERGROUPS - number if is_supergroup else -number
        group = self._chats[chat_id] = Group(chat_id, self.lock, title=title, is_supergroup=is_supergroup, **how)
        return group

    def _populate(
        self, group: Group, owner: Person, members: Sequence[Person | BotAccount], topics: Sequence[str]
    ) -> None:
        for member in members:
            if isinstance(member, Person):
                group.set_status(member.user, Status.CREATOR if member is owner else Status.MEMBER)
        for name in topics:
            create_topic(self, group, owner.user, name)
        for member in members:
            if isinstance(member, BotAccount):
                owner.adds(member, group)

    def new_channel(self, title: str, *, discussion: Group | None = None, username: str | None = None) -> Channel:
        """Make a channel; its posts are forwarded to the discussion group. Bots in channels are not modelled."""
        with self.lock:
            chat_id = _SUPERGROUPS - _FIRST_GROUP - next(self._numbers)
            channel = Channel(chat_id, self.lock, title=title, username=username)
            channel.discussion = discussion
            if discussion:
                discussion.linked_channel = channel
            self._chats[chat_id] = channel
            return channel

    def bot_says(self, account: BotAccount, chat: Group, text: str, *, reply_to: Message | None = None) -> Message:
        """Have a bot write into a group, one that is only there to be heard: what others do goes over HTTP."""
        with self.lock:
            member = chat.member(account.user)
            if chat.upgraded_to or not member.is_present or member.is_muted:
                raise ImpossibleAction(f"@{account.username} cannot write there")
            topic, thread = thread_of(chat, None, reply_to)
            fields = reply_fields(chat, reply_to, None)
            return post(
                self,
                chat,
                account.user,
                text=text,
                entities=found_in(text),
                topic=topic,
                thread_id=thread,
                **fields,
            )

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

    def find_user(self, user_id: int) -> User | None:
        """The person or bot with this identifier."""
        if person := self._people.get(user_id):
            return person.user
        return next((account.user for account in self.accounts if account.user.id == user_id), None)

    @property
    def people(self) -> tuple[Person, ...]:
        """Everybody with a client."""
        with self.lock:
            return tuple(self._people.values())

    def person(self, user_id: int) -> Person | None:
        """The person with this identifier."""
        return self._people.get(user_id)

    def open_chat(self, person: Person, account: BotAccount) -> PrivateChat:
        """The private chat of the two, made when it is not there."""
        key = (account.user.id, person.user.id)
        if key not in self._private_chats:
            self._private_chats[key] = PrivateChat(person, account, self.lock)
        return self._private_chats[key]

    def private_chat(self, account: BotAccount, user_id: int) -> PrivateChat | None:
        """The private chat of the bot with this person."""
        return self._private_chats.get((account.user.id, user_id))

    def chat(self, which: int | str) -> Group | Channel | None:
        """The group or channel with this identifier, or with this username (without the @, in any case)."""
        if isinstance(which, int):
            return self._chats.get(which)
        return next((chat for chat in self._chats.values() if (chat.username or "").lower() == which.lower()), None)

    @property
    def chats(self) -> tuple[Chat, ...]:
        """All chats."""
        with self.lock:
            return (*self._private_chats.values(), *self._chats.values())

    def new_file_number(self) -> int:
        """A number for what somebody shows."""
        return next(self._numbers)

    def new_inline_message_id(self, account: BotAccount) -> str:
        """An identifier for a message that the bot may change without knowing its chat."""
        return inline_message_id(account.user.id, next(self._numbers))

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
            self.changed()

    def _last_seen(self) -> str:
        last = [f"{request.method}: {request.error or 'ok'}" for request in self.requests[-5:]]
        return f"the last requests: {', '.join(last) or 'none'}"
