"""Runs the bot against a local Telegram, asks it in a private chat, and prints the answer.

.venv/bin/python -m examples.run_against_the_simulator QUESTION
"""

import os
import sys
from subprocess import Popen
from tempfile import TemporaryDirectory

from bot.simulator import Telegram, TelegramServer


def main(question: str) -> None:
    telegram = Telegram()
    account = telegram.new_bot("belegbot")
    anna = telegram.new_person("Anna", language_code="de")
    chat = anna.opens(account)
    with TelegramServer(telegram) as server, TemporaryDirectory() as folder:
        settings = {"TELEGRAM_API_URL": server.url, "TELEGRAM_TOKEN": account.token}
        store = {"DATABASE_URL": f"sqlite:///{folder}/store.sqlite3"}
        bot = Popen([sys.executable, "-m", "bot", "--polling"], env=os.environ | settings | store)
        try:
            anna.says(chat, question)
            telegram.wait_for(lambda: len(chat.messages) == 4, timeout=60)  # /start, greeting, question, answer
            print(chat.messages[-1].text)
        finally:
            bot.terminate()
            bot.wait()


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit("usage: python -m examples.run_against_the_simulator QUESTION")
    main(*sys.argv[1:])
