"""The simulated Telegram: where its accounts, people and chats are made, and what happens is waited for."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from typing import Final, TypeVar

from bot.simulator import limits
from bot.simulator.delivery.posts import post, thread_of
from bot.simulator.delivery.topics import create_topic
from bot.simulator.errors import ImpossibleAction, WaitTimedOut
from bot.simulator.faults.plan import Faults
from bot.simulator.limits import FloodLimits
from bot.simulator.people.person import Person
from bot.simulator.people.replies import reply_fields
from bot.simulator.texts.detection import find_entities
from bot.simulator.world.accounts import BotAccount
from bot.simulator.world.chats import Channel, Group, Message, PrivateChat
from bot.simulator.world.clock import Clock, SystemClock
from bot.simulator.world.updates import UpdateQueue
from bot.simulator.world.users import Status, User
from bot.simulator.world.world import World

T = TypeVar("T")

_FIRST_BOT: Final = 7_000_000_001
_FIRST_PERSON: Final = 500_000_001
_FIRST_UPDATE: Final = 100_000_001


class Telegram(World):
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
        super().__init__(
            clock or SystemClock(),
            callback_query_seconds=callback_query_seconds,
            guest_query_seconds=guest_query_seconds,
            flood_limits=FloodLimits() if flood_control is True else flood_control or None,
        )
        self.faults = Faults(self)
        self.clock.on_advance(self.notify)

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
            number = _FIRST_BOT + next(self.numbers)
            user = User(id=number, is_bot=True, first_name=name or username, username=username)
            token = token or f"{number}:{username}-token"
            updates = UpdateQueue(_FIRST_UPDATE)
            account = BotAccount(user, token, updates, privacy=privacy, mentions_reach_it=mentions_reach_it)
            self.add_account(account)
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
                id=_FIRST_PERSON + next(self.numbers),
                first_name=first_name,
                last_name=last_name,
                username=username,
                language_code=language_code,
            )
            self.add_user(user)
            return Person(self, user)

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
            group = self.add_group(title, is_supergroup=is_supergroup, is_forum=bool(topics), username=username)
            self._populate(group, owner, members, topics)
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
            return self.add_channel(title, discussion=discussion, username=username)

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
                entities=find_entities(text),
                topic=topic,
                thread_id=thread,
                **fields,
            )

    @property
    def people(self) -> tuple[Person, ...]:
        """Everybody with a client."""
        return tuple(Person(self, user) for user in self.users)

    def person(self, user_id: int) -> Person | None:
        """The person with this identifier."""
        return next((person for person in self.people if person.user.id == user_id), None)

    def open_chat(self, person: Person, account: BotAccount) -> PrivateChat:
        """The private chat of the two, made when it is not there."""
        return self.add_private_chat(person.user, account)

    def wait_for(self, condition: Callable[[], T], timeout: float = 5.0) -> T:
        """Wait until the condition is true and return its value; it is looked at whenever something has changed.

        Args:
            condition: called with the lock held; should be quick.
            timeout: in seconds of real time, whatever the clock says.

        Raises:
            WaitTimedOut: it did not come true.
        """
        end = time.monotonic() + timeout
        with self.lock:
            while not (value := condition()):
                left = end - time.monotonic()
                if left <= 0:
                    raise WaitTimedOut(f"not true within {timeout:g} s; {self._describe_last_requests()}")
                self.lock.wait(left)
            return value

    def _describe_last_requests(self) -> str:
        last = [f"{request.method}: {request.error or 'ok'}" for request in self.requests[-5:]]
        return f"the last requests: {', '.join(last) or 'none'}"
