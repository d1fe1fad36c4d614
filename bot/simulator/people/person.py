"""People, and what they can do in a Telegram client. Thread-safe."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, Unpack

from bot.simulator.delivery.topics import create_topic
from bot.simulator.people import bots, groups, inline, writing
from bot.simulator.people.rights import check_is_in
from bot.simulator.people.writing import MessageOptions, Participant
from bot.simulator.world.accounts import BotAccount
from bot.simulator.world.chats import Channel, Chat, ForumTopic, Group, Message, PrivateChat
from bot.simulator.world.inline import InlineQuery, InlineResult
from bot.simulator.world.queries import CallbackQuery
from bot.simulator.world.users import Status, User
from bot.simulator.world.world import World


@dataclass(frozen=True)
class Person:
    """Somebody with a Telegram client. Made by `Telegram.new_person`.

    All methods raise `ImpossibleAction` for what no client offers.
    """

    _world: World
    user: User

    def opens(self, account: BotAccount, payload: str = "") -> PrivateChat:
        """Open the chat and press Start, or follow a deep link with a payload; starts a stopped bot again."""
        with self._world.lock:
            return bots.open_chat(self._world, self.user, account, payload)

    def stops(self, account: BotAccount) -> None:
        """Stop (block) the bot."""
        with self._world.lock:
            bots.stop_bot(self._world, self.user, account)

    def taps(self, message: Message, label: str) -> CallbackQuery:
        """Tap the button with this label, as the message has it now."""
        with self._world.lock:
            return bots.tap_button(self._world, self.user, message, label)

    def says(self, chat: Chat, text: str, **options: Unpack[MessageOptions]) -> Message:
        """Write into a chat, a group only as a member.

        The text is plain; commands, mentions, links and hashtags in it become entities.
        """
        with self._world.lock:
            return writing.send_text(self._world, self.user, chat, text, **options)

    def shows(
        self,
        chat: Chat,
        caption: str = "",
        *,
        kind: Literal["photo", "video"] = "photo",
        size: tuple[int, int] = (1280, 960),
        duration: int = 10,
        **options: Unpack[MessageOptions],
    ) -> Message:
        """Show a photo or a video; the message's text is the caption.

        Args:
            chat: where; a group only as a member.
            caption: becomes entities as a text does.
            kind: what is shown.
            size: width and height in pixels.
            duration: of a video, in seconds.
            options: as in `says`.
        """
        with self._world.lock:
            return writing.send_media(
                self._world, self.user, chat, caption, kind=kind, size=size, duration=duration, **options
            )

    def edits(self, message: Message, text: str) -> Message:
        """Change the text of an own message."""
        with self._world.lock:
            return writing.edit_message(self._world, self.user, message, text)

    def deletes(self, message: Message) -> None:
        """Delete a message for everybody: an own one, anybody's as an administrator or in a private chat.

        Bots are not told.
        """
        with self._world.lock:
            writing.delete_message(self._world, self.user, message)

    def posts(self, channel: Channel, text: str) -> Message:
        """Post into a channel, as anybody may here; the post, which comes to the discussion group if there is one."""
        with self._world.lock:
            return writing.publish_post(self._world, self.user, channel, text)

    def queries(self, account: BotAccount, text: str = "", *, chat_type: str = "private") -> InlineQuery:
        """Type "@bot text", wherever a chat of this type is open. The results are there once the bot has answered.

        What was asked before may be answered at once, from Telegram's cache.
        """
        with self._world.lock:
            return inline.send_query(self._world, self.user, account, text, chat_type)

    def scrolls(self, query: InlineQuery) -> InlineQuery:
        """Scroll to the end of the results, which asks the bot for more."""
        with self._world.lock:
            return inline.request_more_results(self._world, self.user, query)

    def chooses(
        self,
        query: InlineQuery,
        result: InlineResult | str,
        chat: Chat,
        *,
        reply_to: Message | None = None,
        topic: ForumTopic | str | None = None,
    ) -> Message:
        """Send a result, given itself or by its identifier, into a chat: a message of this person, "via @bot"."""
        with self._world.lock:
            return inline.send_result(self._world, self.user, query, result, chat, reply_to=reply_to, topic=topic)

    def presses(self, query: InlineQuery) -> PrivateChat:
        """Press the button above the results: the private chat opens, with the button's parameter."""
        with self._world.lock:
            return bots.press_results_button(self._world, self.user, query)

    def adds(self, who: Participant, group: Group) -> None:
        """Add somebody to a group, be it again."""
        with self._world.lock:
            groups.add_to_group(self._world, self.user, group, who.user)

    def removes(self, who: Participant, group: Group) -> None:
        """Kick somebody out of a group, as an administrator."""
        with self._world.lock:
            groups.remove_from_group(self._world, self.user, group, who.user)

    def promotes(self, who: Participant, group: Group) -> None:
        """Make a member an administrator, with all rights."""
        with self._world.lock:
            groups.change_status(self._world, self.user, group, who.user, Status.ADMINISTRATOR)

    def demotes(self, who: Participant, group: Group) -> None:
        """Make an administrator a plain member."""
        with self._world.lock:
            groups.change_status(self._world, self.user, group, who.user, Status.MEMBER)

    def mutes(self, who: Participant, group: Group) -> None:
        """Forbid a member to write, as an administrator of a supergroup."""
        with self._world.lock:
            groups.mute(self._world, self.user, group, who.user)

    def unmutes(self, who: Participant, group: Group) -> None:
        """Let a member write again."""
        with self._world.lock:
            groups.unmute(self._world, self.user, group, who.user)

    def upgrades(self, group: Group) -> Group:
        """Make a group a supergroup, as its owner; the group that it is from then on, with another identifier."""
        with self._world.lock:
            return groups.upgrade_group(self._world, self.user, group)

    def protects(self, group: Group, *, is_protected: bool = True) -> None:
        """Forbid to forward or copy what is written in the group, as its owner, or allow it again."""
        with self._world.lock:
            groups.set_protected(self._world, self.user, group, is_protected=is_protected)

    def leaves(self, group: Group) -> None:
        """Leave a group."""
        with self._world.lock:
            groups.leave_group(self._world, self.user, group)

    def creates_topic(self, group: Group, name: str) -> ForumTopic:
        """Open a topic in a forum."""
        with self._world.lock:
            check_is_in(self.user, group)
            return create_topic(self._world, group, self.user, name)
