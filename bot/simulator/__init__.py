"""A local Telegram: the Bot API over HTTP, with people and chats, as strict as the real one, or stricter.

It knows nothing of any particular bot and nothing of tests; bot and simulator meet over HTTP only.

    telegram = Telegram()
    account = telegram.new_bot("belegbot", token="1:secret")
    anna = telegram.new_person("Anna", language_code="de")
    with TelegramServer(telegram) as server:        # a bot talks to server.url
        chat = anna.opens(account)
        telegram.wait_for(lambda: len(chat.messages) > 1)

What is where, from above to below; nothing imports what stands above it (`lint-imports` checks that):

    client/         what a Telegram client shows and does, as JSON, for screens
    http/           the Bot API as an ASGI application; the application as a server in a thread
    telegram        the whole: where accounts, people and chats are made, and what happens is waited for
    people/         what somebody can do in a client; `person` offers all of it:
      writing, media, replies    write, show photos and videos, answer, edit, delete, post into a channel
      bots                       open a chat with a bot, stop it, tap the buttons of its messages
      inline                     type inline queries, scroll, choose
      groups, rights             add, kick, promote and mute, protect what is written, leave; who may do what
    api/            what bots can do:
      methods/                   the Bot API's methods, one file for each part of its documentation
      arguments/                 what they are given, from JSON to what a message has: texts, keyboards, results
      parameters                 from a request to typed parameters, or to a refusal; for all methods
      access, flood              which chats, messages and queries a bot reaches, and how much it may send
    faults/         what goes wrong on demand: the plan, the answers, the connection below them
    delivery/       how what happens comes into chats and to bots:
      posts, topics              messages, new and edited; topics of forums
      membership, migration      who comes and goes; groups that become supergroups
      privacy, guests            which messages of a group reach a bot; which bots a message summons
      queries                    what a bot is asked and answers by an identifier
      polling, webhooks          the two ways that updates take to a bot
    serialize/      from all this to the Bot API's JSON
    texts/          what Telegram reads in a text: entities that a client finds, links, where formatting may stand
    world/          what there is, as data: `world` holds
      accounts, updates, consumers    bots, the updates that wait for them, and who takes these
      users, chats                    people, their places in chats, and what was written there
      message_content/                what a message carries: entities, keyboards, media, quotes, services
      queries, inline                 what bots were asked and have answered
      requests, faults                what bots have sent, and what befalls that
      clock, changes                  what time it is; the lock, and who is woken when something happens
    limits, errors  Telegram's limits with their sources; the tree of errors, and Telegram's sentences

Where the simulator is stricter than Telegram the refusal says "this simulator": parameters that are unknown, mistyped,
or documented but not modelled; entities that Telegram would mend or drop without a word (see `texts.formatting`). Not
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
from bot.simulator.world.chats import Channel, Chat, ChatAction, ForumTopic, Group, Message, PrivateChat
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
    "ForumTopic",
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
    "User",
    "Video",
    "WaitTimedOut",
    "create_app",
]
