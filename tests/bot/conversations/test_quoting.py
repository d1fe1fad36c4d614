"""How a quote looks: bold sparingly, never folded, no card that hides it, and every sign as it stands."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from bot.simulator import BotAccount, Group, Message, Person, Telegram, TelegramServer
from content import Article
from tests.support.bot.dialogues import Dialogue, shown
from tests.support.bot.running_bot import running, settings_for

SIGNS = (
    "Der Verein @turmfreunde schreibt /start unter https://example.org/?a=1&b=<2> und *fett* _schief_ `so` "
    "[hier](https://example.com) an mail@example.org 👩‍🚀🇩🇪."
)
LONG = (
    "Der Kran hebt am Morgen die schwere Glocke aus dem Turm, während unten auf dem Platz viele Menschen stehen, die "
    "schon seit Stunden warten, weil sie sehen wollen, wie das Seil hält, das der Meister selbst geprüft hat."
)
TOWER = Article(
    text=f"{SIGNS}\n\n{LONG}\n\nDie Uhr zeigt Mitternacht.",
    title="Der Turm",
    language="de",
    url="https://example.org/turm",
)
INTERVIEW = Article(
    text=(
        "Die Schlosserin Henrike Vollmer hat ihre Werkstatt am Kanal.\n\n"
        "**Frau Vollmer, Sie sind 61 und haben die Werkstatt seit 1990. Wollen Sie im Alter weiter schweißen?**\n\n"
        "Ja. Solange die Hände mitmachen, höre ich nicht auf.\n\n"
        "**Wie viele Lehrlinge haben Sie ausgebildet?**\n\n"
        "Es waren vierzehn, und neun von ihnen haben heute einen Betrieb.\n\n"
        "**Bereuen Sie die Arbeit am alten Schleusentor?**\n\n"
        "Nein, obwohl wir dafür den ganzen Winter gebraucht haben."
    ),
    title="Schlosserin Henrike Vollmer",
    language="de",
    url="https://example.org/schlosserin",
)


@pytest.fixture(scope="module")
def account(world: TelegramServer, telegram: Telegram) -> Iterator[BotAccount]:
    account = telegram.new_bot("QuotingBot")
    with running(settings_for(world, account), [TOWER]):
        yield account


@pytest.fixture
def dialogue(telegram: Telegram, account: BotAccount, group: Group) -> Dialogue:
    return Dialogue(telegram, account, group)


@pytest.fixture(scope="module")
def interview(world: TelegramServer, telegram: Telegram) -> Iterator[BotAccount]:
    account = telegram.new_bot("InterviewBot")
    with running(settings_for(world, account), [INTERVIEW]):
        yield account


def answer_to(dialogue: Dialogue, person: Person, question: str) -> Message:
    person.says(dialogue.chat, f"/frage@{dialogue.account.username} {question}")
    return dialogue.reply()


def part(message: Message, kind: str) -> list[str]:
    """What is formatted so."""
    return [entity.of(message.text) for entity in message.entities if entity.type == kind]


def test_signs_are_shown_as_they_stand(dialogue: Dialogue, anna: Person) -> None:
    answer = answer_to(dialogue, anna, "Was schreibt der Verein?")
    assert part(answer, "blockquote") == [SIGNS]
    assert [entity.url for entity in answer.entities if entity.type == "text_link"] == []


def test_what_stands_in_an_article_calls_nobody_and_cannot_be_tapped(dialogue: Dialogue, anna: Person) -> None:
    """Telegram makes mentions, commands and links of plain text; of what a quote or a name holds it must not."""
    answer = answer_to(dialogue, anna, "Was schreibt der Verein?")
    alive = {"mention", "bot_command", "url", "email", "hashtag", "text_mention"}
    assert [entity.type for entity in answer.entities if entity.type in alive] == []
    assert part(answer, "code")[:2] == ["@turmfreunde", "/start"]


def test_no_card_hides_the_quote(dialogue: Dialogue, anna: Person, telegram: Telegram) -> None:
    answer = answer_to(dialogue, anna, "Was schreibt der Verein? Und was hebt der Kran?")
    assert answer.link_preview
    assert answer.link_preview.is_disabled
    anna.taps(answer, label := answer.buttons[0].text)
    telegram.wait_for(lambda: shown(dialogue.chat.message(answer.id) or answer) != shown(answer))
    turned = dialogue.chat.message(answer.id)
    assert turned is not None, label
    assert turned.link_preview
    assert turned.link_preview.is_disabled


@pytest.mark.parametrize(
    "question", ["uhr zeigt mitternacht", "Kran Morgen schwere Glocke Turm Platz Menschen Stunden Seil Meister"]
)
def test_bold_is_never_more_than_a_third(dialogue: Dialogue, anna: Person, question: str) -> None:
    answer = answer_to(dialogue, anna, question)
    (quoted,) = part(answer, "blockquote") + part(answer, "expandable_blockquote")
    bold = part(answer, "bold")
    assert bold
    assert set(" ".join(bold).lower().split()) <= set(question.lower().split())
    assert sum(map(len, bold)) <= len(quoted) / 3


def test_no_answer_is_folded_however_long(dialogue: Dialogue, anna: Person) -> None:
    assert part(answer_to(dialogue, anna, "Was hebt der Kran?"), "blockquote") == [LONG]
    assert part(answer_to(dialogue, anna, "Was zeigt die Uhr?"), "blockquote") == ["Die Uhr zeigt Mitternacht."]


@pytest.mark.parametrize(
    "question",
    ["Wird Henrike Vollmer im Alter weiter schweißen?", "Wie viele Lehrlinge?", "Was ist am alten Schleusentor?"],
)
def test_what_an_interviewer_asks_is_no_answer(
    telegram: Telegram, interview: BotAccount, anna: Person, question: str
) -> None:
    dialogue = Dialogue.opened_by(anna, telegram, interview)
    anna.says(dialogue.chat, question)
    dialogue.reply()
    answer = dialogue.reply().text
    assert "*" not in answer
    assert "Sie" not in answer.split()
