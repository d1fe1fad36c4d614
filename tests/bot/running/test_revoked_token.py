"""A token that Telegram does not know is a wrong setting: no restart mends it, and no question is lost."""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from bot.config.errors import TokenRejected
from bot.config.settings import Settings
from bot.simulator import Fault, FaultKind, Telegram, TelegramServer
from tests.support.bot.articles import BRIDGE
from tests.support.bot.bot_process import environment, process
from tests.support.bot.dialogues import Dialogue, by_the_bot
from tests.support.bot.running_bot import running, settings_for, webhook_settings

QUESTION = "Wer bezahlt die Reparatur?"
TOLD = "TELEGRAM_TOKEN: Telegram does not know this token; copy it again from @BotFather"


def _revoke(telegram: Telegram, status: int = 401) -> None:
    telegram.faults.add(Fault(kind=FaultKind.STATUS, status=status, times=None))


@pytest.fixture
def revocable() -> Telegram:
    """A Telegram of its own: there the refusals are no fault of the bot's."""
    return Telegram()


@pytest.mark.parametrize("status", [401, 404])
@pytest.mark.parametrize("way", [settings_for, webhook_settings])
def test_revoked_while_it_runs_it_ends_and_loses_no_question(
    revocable: Telegram, way: Callable[..., Settings], status: int
) -> None:
    with TelegramServer(revocable) as server:
        account, anna = revocable.new_bot("RevokedBot"), revocable.new_person("Anna", language_code="de")
        settings = way(server, account, watchdog_seconds=15)  # which is why it is asked every 5 s about the webhook
        chat = anna.opens(account)

        def revoke_with_a_question_in_hand() -> None:
            with running(settings, [BRIDGE], first_wait=0.01) as thread:
                revocable.wait_for(lambda: by_the_bot(chat, account))
                _hold_sending(revocable)
                anna.says(chat, QUESTION)
                revocable.wait_for(lambda: account.pending_updates == 0)
                _revoke(revocable, status)
                thread.join(30)
                assert not thread.is_alive()

        with pytest.raises(TokenRejected, match=TOLD):
            revoke_with_a_question_in_hand()
        assert len(by_the_bot(chat, account)) == 1
        revocable.faults.clear()
        with running(settings, [BRIDGE], first_wait=0.01):
            revocable.wait_for(lambda: len(by_the_bot(chat, account)) == 2, timeout=25)


def _hold_sending(telegram: Telegram) -> None:
    telegram.faults.add(Fault(kind=FaultKind.STATUS, status=500, method="sendMessage", times=None))


@pytest.mark.parametrize(("way", "method"), [(settings_for, "deleteWebhook"), (webhook_settings, "setWebhook")])
def test_revoked_before_it_receives_it_ends(revocable: Telegram, way: Callable[..., Settings], method: str) -> None:
    def revoke_then() -> None:
        revocable.wait_for(lambda: any(call.method == method for call in revocable.requests))
        _revoke(revocable)

    with TelegramServer(revocable) as server:
        settings = way(server, revocable.new_bot("RevokedBot"))
        revocable.faults.add(Fault(kind=FaultKind.STATUS, status=401, method=method, times=None))
        revoking = threading.Thread(target=revoke_then)
        revoking.start()
        with pytest.raises(TokenRejected, match=TOLD), running(settings, [BRIDGE], first_wait=0.01):
            pass
        revoking.join()


@pytest.mark.parametrize("status", [401, 404, 500, 502])
def test_refused_for_a_while_it_goes_on(revocable: Telegram, status: int) -> None:
    """Telegram has its faults: what getMe denies twice, it may know again."""
    with TelegramServer(revocable) as server:
        account, anna = revocable.new_bot("DeniedBot"), revocable.new_person("Anna", language_code="de")
        with running(settings_for(server, account), [BRIDGE], first_wait=0.01):
            chat = anna.opens(account)
            revocable.wait_for(lambda: by_the_bot(chat, account))
            for method in ("getUpdates", "getMe"):
                revocable.faults.add(Fault(kind=FaultKind.STATUS, status=status, method=method, times=2))
            dialogue = Dialogue(revocable, account, chat)
            for _ in range(2):
                anna.says(chat, QUESTION)
                dialogue.reply()


def test_the_process_ends_with_the_exit_code_of_a_wrong_setting(tmp_path: Path) -> None:
    with TelegramServer(Telegram()) as elsewhere:
        stranger = Telegram().new_bot("StrangerBot")
        with process([sys.executable, "-m", "bot"], environment(elsewhere, stranger), tmp_path) as bot:
            _, log = bot.communicate(timeout=60)
    assert (bot.returncode, log.splitlines()[-1]) == (2, f"error: {TOLD}")
    assert (stranger.token in log, "Traceback" in log) == (False, False)
