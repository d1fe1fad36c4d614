"""python-telegram-bot as a client that was written against the real Telegram."""

from __future__ import annotations

import asyncio

import pytest
import telegram as ptb
from telegram.error import BadRequest, ChatMigrated, Conflict, Forbidden, InvalidToken
from telegram.ext import Application, ContextTypes, MessageHandler, filters

from bot.simulator import BotAccount, Group, Person, PrivateChat, Request, Telegram, TelegramServer


def bot_of(server: TelegramServer, token: str) -> ptb.Bot:
    return ptb.Bot(token, base_url=f"{server.url}/bot")


def refusals_of(telegram: Telegram, account: BotAccount) -> list[Request]:
    return [refusal for refusal in telegram.refusals if refusal.bot == account.username]


def test_a_conversation(server: TelegramServer, telegram: Telegram, anna: Person) -> None:
    account = telegram.new_bot("conversing")

    async def converse() -> None:
        async with bot_of(server, account.token) as bot:
            chat = anna.opens(account, "musk")
            [start] = await bot.get_updates(timeout=5)
            assert start.message
            assert start.message.text == "/start musk"
            assert start.message.from_user
            assert start.message.from_user.language_code == "de"
            button = ptb.InlineKeyboardButton("Kontext", callback_data="more")
            await start.message.reply_text(
                "Ein „Zitat“ 🎉 ja",
                entities=[ptb.MessageEntity("blockquote", 4, 11), ptb.MessageEntity("bold", 4, 2)],
                reply_markup=ptb.InlineKeyboardMarkup.from_button(button),
                link_preview_options=ptb.LinkPreviewOptions(is_disabled=True),
                do_quote=True,
            )
            tap = anna.taps(chat.messages[-1], "Kontext")
            [update] = await bot.get_updates(offset=start.update_id + 1, timeout=5)
            query = update.callback_query
            assert query
            assert query.data == "more"
            await query.answer("gern")
            await query.edit_message_text("Mehr")
            assert tap.answer
            assert tap.answer.text == "gern"
            assert [message.text for message in chat.messages] == ["/start musk", "Mehr"]

    asyncio.run(converse())
    assert not refusals_of(telegram, account)


def test_an_application_that_polls(server: TelegramServer, telegram: Telegram) -> None:
    account = telegram.new_bot("polling")
    ben = telegram.new_person("Ben")

    async def echo(update: ptb.Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        assert context.bot.username == "polling"
        assert update.effective_message
        await update.effective_message.reply_text(f"Du sagst: {update.effective_message.text}")

    async def run() -> PrivateChat:
        application = Application.builder().token(account.token).base_url(f"{server.url}/bot").build()
        application.add_handler(MessageHandler(filters.TEXT, echo))
        async with application:
            assert application.updater
            await application.start()
            await application.updater.start_polling(timeout=10)
            chat = ben.opens(account)
            await asyncio.to_thread(telegram.wait_for, lambda: len(chat.messages) == 2)
            await application.updater.stop()
            await application.stop()
        return chat

    chat = asyncio.run(run())
    assert chat.messages[-1].text == "Du sagst: /start"
    assert account.pending_updates == 0
    assert not refusals_of(telegram, account)


def test_errors_are_those_that_it_expects(
    anna: Person, server: TelegramServer, account: BotAccount, chat: PrivateChat
) -> None:
    async def err() -> None:
        async with bot_of(server, account.token) as bot:
            with pytest.raises(BadRequest, match="Message text is empty"):
                await bot.send_message(chat.id, "")
            with pytest.raises(BadRequest, match="Chat not found"):
                await bot.send_message(99, "Hallo")
            anna.stops(account)
            with pytest.raises(Forbidden, match="bot was blocked by the user"):
                await bot.send_message(chat.id, "Hallo")
            await bot.set_webhook("http://127.0.0.1:9/")
            with pytest.raises(Conflict):
                await bot.get_updates()
        stranger = bot_of(server, "1:wrong")
        with pytest.raises(InvalidToken):
            await stranger.initialize()
        await stranger.shutdown()

    asyncio.run(err())


def test_a_group_with_topics(server: TelegramServer, account: BotAccount, forum: Group, anna: Person) -> None:
    async def answer() -> ptb.Message:
        async with bot_of(server, account.token) as bot:
            anna.says(forum, "/frage@belegbot Was?", topic="Politik")
            update = (await bot.get_updates())[-1]
            assert update.message
            assert update.message.is_topic_message
            return await update.message.reply_text("Das.")

    sent = asyncio.run(answer())

    assert sent.is_topic_message
    assert forum.messages[-1].topic == forum.topic("Politik")


def test_what_a_bot_sets_at_its_start(server: TelegramServer, telegram: Telegram) -> None:
    account = telegram.new_bot("starting", name="Belegbot")

    async def set_up() -> None:
        async with bot_of(server, account.token) as bot:
            scope = ptb.BotCommandScopeAllGroupChats()
            await bot.set_my_commands([("frage", "Stelle eine Frage")], scope=scope, language_code="de")
            assert await bot.get_my_commands(scope, "de") == (ptb.BotCommand("frage", "Stelle eine Frage"),)
            assert await bot.get_my_commands() == ()
            await bot.delete_my_commands(scope, "de")
            assert await bot.get_my_commands(scope, "de") == ()
            await bot.set_my_description("Belegt, was es sagt", language_code="de")
            assert (await bot.get_my_description("de")).description == "Belegt, was es sagt"
            await bot.set_my_short_description("Belegt")
            assert (await bot.get_my_short_description("en")).short_description == "Belegt"
            assert (await bot.get_my_name()).name == "Belegbot"
            assert (await bot.get_webhook_info()).url == ""

    asyncio.run(set_up())
    assert not refusals_of(telegram, account)


def test_looking_at_chats(server: TelegramServer, account: BotAccount, group: Group, anna: Person, ben: Person) -> None:
    async def look() -> None:
        async with bot_of(server, account.token) as bot:
            assert (await bot.get_chat(group.id)).title == "Runde"
            assert (await bot.get_chat_member(group.id, anna.user.id)).status == "creator"
            assert (await bot.get_chat_member(group.id, ben.user.id)).status == "member"
            ben.leaves(group)
            assert (await bot.get_chat_member(group.id, ben.user.id)).status == "left"
            anna.promotes(account, group)
            me = await bot.get_chat_member(group.id, account.user.id)
            assert isinstance(me, ptb.ChatMemberAdministrator)
            await bot.leave_chat(group.id)
            with pytest.raises(Forbidden, match="bot is not a member of the supergroup chat"):
                await bot.send_message(group.id, "Hallo")

    asyncio.run(look())


def test_inline_queries(server: TelegramServer, telegram: Telegram, anna: Person) -> None:
    account = telegram.new_bot("inlining")
    account.supports_inline_queries = True

    async def answer() -> None:
        async with bot_of(server, account.token) as bot:
            assert bot.supports_inline_queries
            query = anna.queries(account, "musk")
            [update] = await bot.get_updates()
            assert update.inline_query
            content = ptb.InputTextMessageContent("Zitat", entities=[ptb.MessageEntity("bold", 0, 5)])
            keyboard = ptb.InlineKeyboardMarkup.from_button(ptb.InlineKeyboardButton("Mehr", callback_data="more"))
            results = [ptb.InlineQueryResultArticle("1", "Titel", content, keyboard, description="Wer")]
            button = ptb.InlineQueryResultsButton("Selbst fragen", start_parameter="inline")
            await update.inline_query.answer(results, cache_time=5, is_personal=True, next_offset="1", button=button)
            message = anna.chooses(query, "1", anna.presses(query))
            anna.taps(message, "Mehr")
            updates = await bot.get_updates(offset=update.update_id + 1)
            tap = updates[-1].callback_query
            assert tap
            assert tap.message is None
            await tap.edit_message_text("Mehr")
            assert message.chat.messages[-1].text == "Mehr"

    asyncio.run(answer())
    assert not refusals_of(telegram, account)


def test_guest_queries(server: TelegramServer, telegram: Telegram, anna: Person) -> None:
    account = telegram.new_bot("visiting")
    account.supports_guest_queries = True
    group = telegram.new_group("Runde", [anna])

    async def answer() -> None:
        async with bot_of(server, account.token) as bot:
            assert bot.bot.supports_guest_queries
            anna.says(group, "@visiting wer zahlt?")
            [update] = await bot.get_updates()
            assert update.guest_message
            assert update.guest_message.guest_query_id
            content = ptb.InputTextMessageContent("Zitat")
            result = ptb.InlineQueryResultArticle("1", "Titel", content)
            sent = await bot.answer_guest_query(update.guest_message.guest_query_id, result)
            await bot.edit_message_text("Zitat!", inline_message_id=sent.inline_message_id)

    asyncio.run(answer())
    assert group.messages[-1].text == "Zitat!"
    assert not refusals_of(telegram, account)


def test_a_group_that_moves(server: TelegramServer, telegram: Telegram, account: BotAccount, anna: Person) -> None:
    group = telegram.new_group("Klein", [anna, account], is_supergroup=False)

    async def answer() -> int:
        async with bot_of(server, account.token) as bot:
            anna.upgrades(group)
            with pytest.raises(ChatMigrated) as caught:
                await bot.send_message(group.id, "Hallo")
            sent = await bot.send_message(caught.value.new_chat_id, "Hallo")
            return sent.chat.id

    sent_to = asyncio.run(answer())

    assert group.upgraded_to
    assert group.upgraded_to.id == sent_to
