"""Private chats with bots, and the buttons of their messages."""

from __future__ import annotations

from bot.simulator.delivery.membership import set_blocked
from bot.simulator.delivery.queries import ask
from bot.simulator.errors import ImpossibleAction
from bot.simulator.people.rights import check_is_in
from bot.simulator.people.writing import send_text
from bot.simulator.serialize import callback_query_json
from bot.simulator.world.accounts import BotAccount
from bot.simulator.world.chats import Message, PrivateChat
from bot.simulator.world.inline import InlineQuery
from bot.simulator.world.queries import CallbackQuery
from bot.simulator.world.users import User
from bot.simulator.world.world import World


def open_chat(world: World, user: User, account: BotAccount, payload: str = "") -> PrivateChat:
    """Open the chat and press Start, or follow a deep link with a payload; starts a stopped bot again."""
    chat = world.add_private_chat(user, account)
    if chat.is_blocked:
        set_blocked(world, chat, is_blocked=False)
    send_text(world, user, chat, f"/start {payload}".rstrip())
    return chat


def stop_bot(world: World, user: User, account: BotAccount) -> None:
    """Stop (block) the bot."""
    chat = world.private_chat(account, user.id)
    if chat is None or chat.is_blocked:
        raise ImpossibleAction("there is no running chat with this bot to stop")
    set_blocked(world, chat, is_blocked=True)


def tap_button(world: World, user: User, message: Message, label: str) -> CallbackQuery:
    """Tap the button with this label, as the message has it now."""
    check_is_in(user, message.chat)
    current = message.chat.message(message.id)
    button = current.button(label) if current else None
    if current is None or button is None:
        raise ImpossibleAction(f'no button "{label}" on message {message.id}')
    if button.callback_data is None:
        raise ImpossibleAction(f'the button "{label}" asks the client for something, not the bot')
    account = world.account_of(current.via_bot or current.sender)
    if account is None:
        raise ImpossibleAction("the message is not a bot's")
    query = CallbackQuery(account=account, user=user, message=current, data=button.callback_data)
    ask(world, query, world.callback_query_seconds)
    account.updates.add("callback_query", user.id, world.clock.now(), callback_query_json(query))
    world.notify()
    return query


def press_results_button(world: World, user: User, query: InlineQuery) -> PrivateChat:
    """Press the button above the results: the private chat opens, with the button's parameter."""
    if query.answer is None or query.answer.button is None:
        raise ImpossibleAction("there is no button above the results")
    return open_chat(world, user, query.account, query.answer.button.start_parameter)
