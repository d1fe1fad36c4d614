"""An article whose address Telegram takes for no link: it is answered from as any other."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.simulator import Person, Telegram, TelegramServer
from tests.support.bot.articles import BRIDGE
from tests.support.bot.dialogues import Dialogue
from tests.support.bot.running_bot import running, settings_for


@pytest.mark.parametrize("url", ["http://intranet/artikel/5", "https://localhost:8000/bruecke", "http://wiki"])
def test_no_link_and_no_button_leads_there(world: TelegramServer, telegram: Telegram, anna: Person, url: str) -> None:
    account = telegram.new_bot("IntranetBot")
    account.supports_inline_queries = True
    with running(settings_for(world, account), [replace(BRIDGE, url=url), replace(BRIDGE, slug="zwei", url=url)]):
        dialogue = Dialogue.opened_by(anna, telegram, account)
        assert dialogue.reply().text
        for question in ("Wer bezahlt die Reparatur?", "/artikel bruecke", "worum gehts", "/quellen"):
            anna.says(dialogue.chat, question)
            message = dialogue.reply()
            buttons = [button for row in (message.keyboard.rows if message.keyboard else ()) for button in row]
            assert not [button for button in buttons if button.url]
            assert "text_link" not in [entity.type for entity in message.entities]
        assert telegram.refusals == ()


def test_asked_for_the_address_it_tells_it(world: TelegramServer, telegram: Telegram, anna: Person) -> None:
    account = telegram.new_bot("IntranetBot")
    with running(settings_for(world, account), [replace(BRIDGE, url="http://intranet/artikel/5")]):
        dialogue = Dialogue.opened_by(anna, telegram, account)
        dialogue.reply()
        anna.says(dialogue.chat, "gibts nen link?")
        assert dialogue.reply().text == "Hier steht der Artikel: http://intranet/artikel/5"
