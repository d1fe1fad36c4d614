"""A local Telegram: the Bot API over HTTP, with people and chats, as strict as the real one, or stricter.

It knows nothing of any particular bot and nothing of tests; bot and simulator meet over HTTP only.

    telegram = Telegram()
    account = telegram.new_bot("belegbot", token="1:secret")
    anna = telegram.new_person("Anna", language_code="de")
    with TelegramServer(telegram) as server:        # a bot talks to server.url
        chat = anna.opens(account)
        telegram.wait_for(lambda: len(chat.messages) > 1)

What is in which file:

    telegram        the whole: accounts, people, chats; waiting, and the log of requests
    people          what somebody can do in a client: write, answer, tap, edit, delete, stop the bot, add and kick
    accounts        a bot as Telegram knows it
    users, chats, members, messages, entities, keyboards, callbacks, requests    what there is, as plain data
    clock           what time it is; stands still for tests
    delivery        how a message comes into a chat and to the bots there
    membership      who comes and goes, and what bots hear of it
    privacy         which messages of a group reach a bot
    detection       the entities that a client finds in a text
    updates         the queue of a bot's updates
    polling, webhooks    the two ways that updates take to a bot
    parameters      from a request to typed parameters, or to a refusal; for all methods
    formatted_text, markup, links, access    what Telegram checks: text and entities, keyboards, links, rights
    methods/        the Bot API's methods, one file for each part of its documentation
    serialize       from all this to the Bot API's JSON
    limits, errors  Telegram's limits with their sources; the tree of errors, and Telegram's sentences
    app, server     the Bot API as an ASGI application; the application as a server in a thread

Where the simulator is stricter than Telegram the refusal says "this simulator": parameters that are unknown, mistyped,
or documented but not modelled; entities that Telegram would mend or drop without a word (see `formatted_text`). Not
modelled: media, parse_mode, reply keyboards, inline and guest queries, business, payments, bots in channels, flood
limits.
"""

from bot.simulator.accounts import BotAccount, BotCommand
from bot.simulator.app import create_app
from bot.simulator.callbacks import CallbackAnswer, CallbackQuery
from bot.simulator.chats import Channel, Chat, ChatAction, Group, PrivateChat, Topic
from bot.simulator.clock import Clock, ManualClock, SystemClock
from bot.simulator.entities import Entity
from bot.simulator.errors import ImpossibleAction, Refusal, SimulatorError, WaitTimedOut
from bot.simulator.keyboards import Button, Keyboard
from bot.simulator.members import Member, Status
from bot.simulator.messages import Message
from bot.simulator.people import Person
from bot.simulator.requests import Request
from bot.simulator.server import TelegramServer
from bot.simulator.telegram import Telegram
from bot.simulator.users import User

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
    "Group",
    "ImpossibleAction",
    "Keyboard",
    "ManualClock",
    "Member",
    "Message",
    "Person",
    "PrivateChat",
    "Refusal",
    "Request",
    "SimulatorError",
    "Status",
    "SystemClock",
    "Telegram",
    "TelegramServer",
    "Topic",
    "User",
    "WaitTimedOut",
    "create_app",
]
