"""A local Telegram: the Bot API over HTTP, with people and chats, as strict as the real one, or stricter.

It knows nothing of any particular bot and nothing of tests; bot and simulator meet over HTTP only.

    telegram = Telegram()
    account = telegram.new_bot("belegbot", token="1:secret")
    anna = telegram.new_person("Anna", language_code="de")
    with TelegramServer(telegram) as server:        # a bot talks to server.url
        chat = anna.opens(account)
        telegram.wait_for(lambda: len(chat.messages) > 1)

What is in which file:

    telegram        the whole: accounts, people, chats, and the log of requests
    changes         waiting for something to happen
    people          what somebody can do in a client; made of these parts:
      actors            who it is, and what they may do where
      writing           write, show photos and videos, answer, edit, delete, post into a channel
      administration    add, kick, promote and mute, protect what is written, make a supergroup of a group, leave
      inlining          type inline queries, scroll, choose
    accounts        a bot as Telegram knows it
    users, chats, members, messages, media, entities, keyboards, callbacks, requests    what there is, as plain data
    inline          inline queries, their answers and Telegram's cache of them, as plain data
    guests          which bots a message summons into a group where they are no members
    queries         what bots are asked and answer by an identifier, once and in time
    clock           what time it is; stands still for tests
    delivery        how a message comes into a chat and to the bots there
    replying        what of the message answered a message carries
    membership      who comes and goes, and what bots hear of it
    migration       groups that become supergroups
    privacy         which messages of a group reach a bot
    detection       the entities that a client finds in a text
    flood           how much bots may send, when that is switched on
    updates         the queue of a bot's updates
    polling, webhooks    the two ways that updates take to a bot
    parameters      from a request to typed parameters, or to a refusal; for all methods
    formatted_text, markup, links, access    what Telegram checks: text and entities, keyboards, links, rights
    methods/        the Bot API's methods, one file for each part of its documentation
    serialize/      from all this to the Bot API's JSON
    limits, errors  Telegram's limits with their sources; the tree of errors, and Telegram's sentences
    faults, broken, transport    what goes wrong on demand: the plan, the answers, the connection below them
    client/         what a Telegram client shows and does, as JSON, for screens
    app, server     the Bot API as an ASGI application; the application as a server in a thread

Where the simulator is stricter than Telegram the refusal says "this simulator": parameters that are unknown, mistyped,
or documented but not modelled; entities that Telegram would mend or drop without a word (see `formatted_text`). Not
modelled: media but people's photos and videos, albums, parse_mode, reply keyboards, inline results but articles, inline
feedback, private chats between people, single permissions, business, payments, bots in channels.
"""

from bot.simulator.errors import ImpossibleAction, Refusal, SimulatorError, WaitTimedOut
from bot.simulator.faults.plan import Faults
from bot.simulator.http.app import create_app
from bot.simulator.http.server import LocalServer, TelegramServer
from bot.simulator.limits import FloodLimits, Limit
from bot.simulator.people.person import Person
from bot.simulator.telegram import Telegram
from bot.simulator.world.accounts import BotAccount, BotCommand
from bot.simulator.world.chats import Channel, Chat, ChatAction, Group, Message, PrivateChat, Topic
from bot.simulator.world.clock import Clock, ManualClock, SystemClock
from bot.simulator.world.faults import Fault, FaultKind
from bot.simulator.world.inline import InlineAnswer, InlineQuery, InlineResult, ResultsButton
from bot.simulator.world.message_content.entities import Entity
from bot.simulator.world.message_content.keyboards import Button, Keyboard
from bot.simulator.world.message_content.media import Photo, Video
from bot.simulator.world.queries import CallbackAnswer, CallbackQuery, GuestQuery
from bot.simulator.world.requests import Request
from bot.simulator.world.users import Member, Status, User

__all__ = [
    "BotAccount",
    "BotCommand",
    "Button",
    "CallbackAnswer",
    "CallbackQuery",
    "Channel",
    "Chat",
    "ChatAction",
    "Clock",
    "Entity",
    "Fault",
    "FaultKind",
    "Faults",
    "FloodLimits",
    "Group",
    "GuestQuery",
    "ImpossibleAction",
    "InlineAnswer",
    "InlineQuery",
    "InlineResult",
    "Keyboard",
    "Limit",
    "LocalServer",
    "ManualClock",
    "Member",
    "Message",
    "Person",
    "Photo",
    "PrivateChat",
    "Refusal",
    "Request",
    "ResultsButton",
    "SimulatorError",
    "Status",
    "SystemClock",
    "Telegram",
    "TelegramServer",
    "Topic",
    "User",
    "Video",
    "WaitTimedOut",
    "create_app",
]
