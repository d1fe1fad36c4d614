"""A chat that is answered from one article of many: chosen in the list or by a link, in groups by administrators."""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import Sequence
from pathlib import Path

import pytest

from bot.articles.library import Library
from bot.calls import UNLIMITED, LastContact, build_bot
from bot.config.errors import StoreUnavailable
from bot.config.settings import InterfaceLanguage
from bot.handlers.router import Router
from bot.incoming.rate_limit import RateLimit
from bot.incoming.updates import parse_update
from bot.messages.texts import Catalogue
from bot.replies.conversation import Conversation
from bot.simulator import BotAccount, Group, Message, Person, Telegram, TelegramServer
from bot.simulator.delivery.posts import post
from bot.simulator.serialize import message_json
from bot.simulator.texts.detection import find_entities
from bot.simulator.world.faults import Fault, FaultKind
from bot.simulator.world.users import GROUP_ANONYMOUS_BOT
from content import Article
from tests.support.bot.articles import ARCHIVE, BRIDGE, CLUBS, LATER, POOL
from tests.support.bot.dialogues import Dialogue, by_the_bot, changed, rows, shown
from tests.support.bot.quotations import AT_THE_RIVER, MAY, PORTRAIT, TITLE
from tests.support.bot.remembered import Remembered
from tests.support.bot.running_bot import running, settings_for

ALONE = f"{MAY}\nAbsatz 1"
_ARTICLE = f"Ich antworte hier nur aus diesem Artikel:\n**{TITLE}**\n"
SETTLED = f"{_ARTICLE}Frag einfach los, zum Beispiel:"


def settled_in_group(account: BotAccount) -> str:
    """What a group is told that a link has settled."""
    return f"{_ARTICLE}Fragt mit /frage@{account.username}, zum Beispiel:"


POOL_QUESTION = "Wann öffnet das Freibad?"
POOL_ANSWER = "❝ Das **Freibad** **öffnet** am 14. Juni. ❞"
REFUSED = "Das beantwortet der Artikel nicht."
# Ben's client is in English.
ONLY_ADMINISTRATORS = "Which article I answer from here is for the administrators of the group to choose."
ONLY_ADMINISTRATORS_HERE = "Aus welchem Artikel ich hier antworte, bestimmen die Administratoren der Gruppe."
HERE = f"{PORTRAIT}\nIch antworte hier nur aus diesem Artikel."
GONE = "Den Artikel, aus dem ich hier antworten sollte, gibt es nicht mehr. Ich antworte wieder aus allen.\n"


@pytest.fixture
def dialogue(telegram: Telegram, archive: BotAccount, anna: Person) -> Dialogue:
    dialogue = Dialogue.opened_by(anna, telegram, archive)
    dialogue.reply()
    return dialogue


@pytest.fixture
def group(telegram: Telegram, archive: BotAccount, anna: Person, ben: Person) -> Dialogue:
    """A group of Anna's with Ben and the bot."""
    return _introduced(telegram, archive, telegram.new_group("Runde", [anna, ben, archive]))


def _introduced(telegram: Telegram, account: BotAccount, group: Group) -> Dialogue:
    telegram.wait_for(lambda: by_the_bot(group, account))
    return Dialogue(telegram, account, group)


def viewed(dialogue: Dialogue, person: Person, article: str = "stadtbote", **where: object) -> Message:
    """The bot's view of an article, which the person has come to by the list."""
    person.says(dialogue.chat, f"/artikel@{dialogue.account.username} {article}", **where)  # type: ignore[arg-type]
    listed = dialogue.reply()
    person.taps(listed, "1")
    return changed(dialogue.telegram, listed)


def told(dialogue: Dialogue, person: Person, message: Message, label: str) -> str:
    """What the person is told at the top of the chat when they tap the button."""
    query = person.taps(message, label)
    answer = dialogue.telegram.wait_for(lambda: query.answer)
    assert answer is not None
    assert not answer.show_alert
    return answer.text


def asked(dialogue: Dialogue, person: Person, question: str, **where: object) -> str:
    said = person.says(dialogue.chat, f"/frage@{dialogue.account.username} {question}", **where)  # type: ignore[arg-type]
    answer = dialogue.reply()
    assert answer.topic == said.topic
    return shown(answer)


def calls_of(telegram: Telegram, account: BotAccount, method: str) -> int:
    return sum(each.method == method and each.bot == account.username for each in telegram.requests)


def test_a_private_chat_chooses_at_once_and_changes_its_mind(dialogue: Dialogue, anna: Person) -> None:
    view = viewed(dialogue, anna)
    assert shown(view) == PORTRAIT
    assert rows(view)[-3:] == [
        ["Nur daraus antworten"],
        ["Wer zu Wort kommt", "Zum Artikel"],
        ["Link kopieren", "Alle Artikel"],
    ]
    before = calls_of(dialogue.telegram, dialogue.account, "getChatMember")
    assert told(dialogue, anna, view, "Nur daraus antworten") == "Ab jetzt antworte ich hier nur aus diesem Artikel."
    settled = changed(dialogue.telegram, view)
    assert shown(settled) == HERE
    dialogue.assert_answers(anna, [(AT_THE_RIVER, ALONE), ("/artikel", HERE)])
    assert told(dialogue, anna, settled, "Aus allen antworten") == "Ab jetzt antworte ich hier aus allen Artikeln."
    assert shown(changed(dialogue.telegram, settled)) == PORTRAIT
    anna.says(dialogue.chat, AT_THE_RIVER)
    assert "bis August" in dialogue.reply().text
    assert calls_of(dialogue.telegram, dialogue.account, "getChatMember") == before


def test_what_the_article_does_not_answer_is_one_tap_away_in_all(dialogue: Dialogue, anna: Person) -> None:
    told(dialogue, anna, viewed(dialogue, anna), "Nur daraus antworten")
    long = "An welchem Tag im Sommer öffnet denn nun das Freibad, und ist das am 14. Juni?"
    for question in (POOL_QUESTION, long):
        anna.says(dialogue.chat, question)
        refusal = dialogue.reply()
        assert shown(refusal).startswith(REFUSED)
        assert rows(refusal)[-1] == ["In allen Artikeln suchen"]
        anna.taps(refusal, "In allen Artikeln suchen")
        answer = changed(dialogue.telegram, refusal)
        assert "am 14. Juni" in answer.text
    anna.says(dialogue.chat, "Welche Farbe haben Elefanten?")
    refusal = dialogue.reply()
    anna.taps(refusal, "In allen Artikeln suchen")
    assert shown(changed(dialogue.telegram, refusal)).startswith(
        "Das beantwortet keiner der Artikel. Diese Fragen schon:"
    )


def test_buttons_from_before_go_on_working(dialogue: Dialogue, anna: Person) -> None:
    anna.says(dialogue.chat, AT_THE_RIVER)
    answer = dialogue.reply()
    told(dialogue, anna, viewed(dialogue, anna, "freibad"), "Nur daraus antworten")
    anna.taps(answer, "Weitere (1)")
    third = changed(dialogue.telegram, answer)
    anna.taps(third, "◀ 2 von 2")
    changed(dialogue.telegram, third)
    anna.says(dialogue.chat, "Wer sagt das?", reply_to=answer)
    assert shown(dialogue.reply()).startswith("Das sagt dem Artikel nach: Stadt."), "where the quote stands"


def test_a_link_settles_the_private_chat(telegram: Telegram, archive: BotAccount, anna: Person) -> None:
    dialogue = Dialogue(telegram, archive, telegram.open_chat(anna, archive))
    anna.opens(archive, "bruecke")
    welcome = dialogue.reply()
    assert shown(welcome) == SETTLED
    assert rows(welcome) == [
        ["Wie lange bleibt die Brücke gesperrt?"],
        ["Wer bezahlt die Reparatur?"],
        ["Aus allen antworten"],
        ["Alle Artikel"],
    ]
    dialogue.assert_answers(anna, [(AT_THE_RIVER, ALONE), ("/start", SETTLED)])
    anna.opens(archive, "gibt-es-nicht")
    assert shown(dialogue.reply()) == "Den Artikel zu diesem Link habe ich nicht, oder nicht mehr."
    anna.opens(archive, "inline")
    assert shown(dialogue.reply()) == SETTLED, "the button above inline results chooses nothing"
    told(dialogue, anna, welcome, "Aus allen antworten")
    assert shown(changed(telegram, welcome)) == PORTRAIT
    anna.opens(archive)
    assert shown(dialogue.reply()).startswith("Ich beantworte Fragen zu 10 Artikeln")


def test_the_view_hands_out_the_link(dialogue: Dialogue, anna: Person) -> None:
    view = viewed(dialogue, anna)
    copied = next(button.copy_text for button in view.buttons if button.text == "Link kopieren")
    assert copied == f"https://t.me/{dialogue.account.username}?start=bruecke"


def test_in_a_group_its_administrators_choose_for_all(group: Dialogue, anna: Person, ben: Person) -> None:
    view = viewed(group, ben)
    assert told(group, ben, view, "Nur daraus antworten") == ONLY_ADMINISTRATORS
    assert shown(view) == PORTRAIT
    assert "bis August" in asked(group, ben, AT_THE_RIVER)
    assert told(group, anna, view, "Nur daraus antworten") == "Ab jetzt antworte ich hier nur aus diesem Artikel."
    settled = changed(group.telegram, view)
    assert asked(group, ben, AT_THE_RIVER) == ALONE
    ben.says(group.chat, f"/frage@{group.account.username} {POOL_QUESTION}")
    refusal = group.reply()
    assert shown(refusal) == REFUSED
    ben.taps(refusal, "In allen Artikeln suchen")
    assert shown(changed(group.telegram, refusal)).startswith(POOL_ANSWER)
    anna.promotes(ben, group.chat)  # type: ignore[arg-type]
    told(group, ben, settled, "Aus allen antworten")
    assert "bis August" in asked(group, anna, AT_THE_RIVER)


def test_a_choice_holds_for_all_topics(telegram: Telegram, archive: BotAccount, anna: Person, ben: Person) -> None:
    forum = telegram.new_group("Forum", [anna, ben, archive], topics=("Politik", "Sport"))
    group = _introduced(telegram, archive, forum)
    told(group, anna, viewed(group, anna, topic="Politik"), "Nur daraus antworten")
    assert asked(group, ben, AT_THE_RIVER, topic="Sport") == ALONE
    assert asked(group, ben, AT_THE_RIVER) == ALONE


@pytest.mark.parametrize("who", ["owner", "anonymous", "member"])
def test_a_link_settles_a_group_for_administrators_only(group: Dialogue, anna: Person, ben: Person, who: str) -> None:
    before = calls_of(group.telegram, group.account, "getChatMember")
    person = ben if who == "member" else anna
    person.says(group.chat, f"/start@{group.account.username} bruecke", anonymously=who == "anonymous")
    answer = shown(group.reply())
    if who == "member":
        assert answer == ONLY_ADMINISTRATORS
        assert "bis August" in asked(group, ben, AT_THE_RIVER)
    else:
        assert answer == settled_in_group(group.account)
        assert asked(group, ben, AT_THE_RIVER) == ALONE
    asked_for = calls_of(group.telegram, group.account, "getChatMember") - before
    assert asked_for == (0 if who == "anonymous" else 1)


def test_when_telegram_does_not_tell_who_may_nothing_changes(telegram: Telegram, group: Dialogue, anna: Person) -> None:
    view = viewed(group, anna)
    fault = Fault(method="getChatMember", kind=FaultKind.STATUS, status=429, retry_after=60, bot=group.account)
    telegram.faults.add(fault)  # to wait as long would be to leave the button spinning
    assert told(group, anna, view, "Nur daraus antworten").startswith("Telegram sagt mir gerade nicht, ob du hier")
    assert "bis August" in asked(group, anna, AT_THE_RIVER)
    assert told(group, anna, view, "Nur daraus antworten") == "Ab jetzt antworte ich hier nur aus diesem Artikel."


def test_a_group_keeps_its_choice_when_it_becomes_a_supergroup(
    telegram: Telegram, archive: BotAccount, anna: Person, ben: Person
) -> None:
    small = telegram.new_group("Klein", [anna, ben, archive], is_supergroup=False)
    group = _introduced(telegram, archive, small)
    view = viewed(group, anna)
    told(group, anna, view, "Nur daraus antworten")
    changed(telegram, view)
    upgraded = Dialogue(telegram, archive, anna.upgrades(small))
    assert asked(upgraded, ben, AT_THE_RIVER) == ALONE


def test_a_group_that_removed_the_bot_begins_anew(group: Dialogue, anna: Person) -> None:
    told(group, anna, viewed(group, anna), "Nur daraus antworten")
    anna.removes(group.account, group.chat)  # type: ignore[arg-type]
    anna.adds(group.account, group.chat)  # type: ignore[arg-type]
    group.reply()
    assert "bis August" in asked(group, anna, AT_THE_RIVER)


def test_whoever_stops_the_bot_begins_anew(dialogue: Dialogue, anna: Person) -> None:
    told(dialogue, anna, viewed(dialogue, anna), "Nur daraus antworten")
    anna.stops(dialogue.account)
    anna.opens(dialogue.account)
    assert shown(dialogue.reply()).startswith("Ich beantworte Fragen zu 10 Artikeln")


def test_a_choice_outlives_a_restart_and_ends_with_its_article(world: TelegramServer) -> None:
    telegram = world.telegram
    account = telegram.new_bot("SettledBot")
    anna = telegram.new_person("Anna", language_code="de")
    settings = settings_for(world, account)
    with running(settings, ARCHIVE):
        dialogue = Dialogue.opened_by(anna, telegram, account)
        dialogue.reply()
        told(dialogue, anna, viewed(dialogue, anna), "Nur daraus antworten")
    with running(settings, ARCHIVE):
        dialogue.assert_answers(anna, [(AT_THE_RIVER, ALONE)])
    with running(settings, [*CLUBS, LATER, POOL]):
        anna.says(dialogue.chat, POOL_QUESTION)
        assert shown(dialogue.reply()).startswith(GONE + POOL_ANSWER)
        anna.says(dialogue.chat, POOL_QUESTION)
        assert shown(dialogue.reply()).startswith(POOL_ANSWER), "told once"
    with running(settings, [BRIDGE]):
        dialogue.assert_answers(anna, [(AT_THE_RIVER, ALONE)])


def test_the_store_has_the_choice_and_no_more(world: TelegramServer, tmp_path: Path) -> None:
    telegram = world.telegram
    account = telegram.new_bot("KeptBot")
    anna = telegram.new_person("Anna", language_code="de")
    file = tmp_path / "store.sqlite3"
    with running(settings_for(world, account, database_url=f"sqlite:///{file}"), ARCHIVE):
        dialogue = Dialogue.opened_by(anna, telegram, account)
        dialogue.reply()
        told(dialogue, anna, viewed(dialogue, anna), "Nur daraus antworten")
        dialogue.assert_silent(anna)
    connection = sqlite3.connect(file)
    kept = connection.execute("SELECT chat, article FROM choices").fetchall()
    connection.close()
    assert kept == [(anna.user.id, "bruecke")]


@pytest.mark.parametrize("channel", ["linked", "another"])
def test_who_writes_as_the_linked_channel_chooses_and_as_another_one_does_not(
    telegram: Telegram, archive: BotAccount, anna: Person, ben: Person, channel: str
) -> None:
    group = _introduced(telegram, archive, telegram.new_group("Kommentare", [anna, ben, archive]))
    linked = telegram.new_channel("Meldungen", discussion=group.chat)  # type: ignore[arg-type]
    sender = linked if channel == "linked" else telegram.new_channel("Fremd")
    text = f"/start@{archive.username} bruecke"
    with telegram.lock:  # Telegram has another bot write for channels; what tells them apart is `sender_chat`
        post(telegram, group.chat, GROUP_ANONYMOUS_BOT, sender_chat=sender, text=text, entities=find_entities(text))
    answer = shown(group.reply())
    assert answer == (settled_in_group(archive) if channel == "linked" else ONLY_ADMINISTRATORS_HERE)
    assert ("bis August" in asked(group, anna, AT_THE_RIVER)) is (channel == "another")


def test_the_link_is_told_too_when_telegram_cannot_be_asked(telegram: Telegram, group: Dialogue, anna: Person) -> None:
    fault = Fault(method="getChatMember", kind=FaultKind.STATUS, status=429, retry_after=60, bot=group.account)
    telegram.faults.add(fault)
    anna.says(group.chat, f"/start@{group.account.username} bruecke")
    assert shown(group.reply()).startswith("Telegram sagt mir gerade nicht")


class Away(Remembered):
    """A memory that cannot be asked until it is back."""

    is_back = False

    async def choice_of(self, chat: int) -> str | None:
        if not self.is_back:
            raise StoreUnavailable(f"what chat {chat} chose cannot be asked now")
        return "bruecke"


def asked_with(world: TelegramServer, articles: Sequence[Article], memory: Away, *, fails_first: bool) -> list[str]:
    """What the bot says to Anna's question, when it is handled again after the memory could not be asked."""
    account = world.telegram.new_bot(f"MemoryBot{len(world.telegram.accounts)}")
    bot = build_bot(account.token, world.url, LastContact(), UNLIMITED, lambda _: None)
    conversation = Conversation(Library(articles), Catalogue(), InterfaceLanguage.GERMAN)
    router = Router(bot, conversation, RateLimit(0), memory)
    anna = world.telegram.new_person("Anna", language_code="de")
    chat = world.telegram.open_chat(anna, account)
    said = anna.says(chat, AT_THE_RIVER)

    async def scene() -> None:
        async with bot:
            update = parse_update({"update_id": 1, "message": message_json(said)}, bot)
            assert update
            if fails_first:
                with pytest.raises(StoreUnavailable):  # the inbox hands it out again
                    await router.handle(update)
                assert by_the_bot(chat, account) == []
                memory.is_back = True
            await router.handle(update)

    asyncio.run(scene())
    return [shown(message) for message in by_the_bot(chat, account)]


def test_while_the_store_is_away_nothing_is_answered_from_other_articles(world: TelegramServer) -> None:
    assert asked_with(world, ARCHIVE, Away(), fails_first=True) == [ALONE]


def test_with_one_article_nothing_is_asked_of_the_store(world: TelegramServer) -> None:
    assert asked_with(world, [BRIDGE], Away(), fails_first=False) == [ALONE]
