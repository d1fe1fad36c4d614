"""`python -m bot check`: whether the bot could run, and how people will reach it."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Iterator, Sequence

import click
from telegram import Bot, User
from telegram.error import InvalidToken, TelegramError

from bot.cli.failures import FAILED
from bot.cli.progress import shown
from bot.commands import Command
from bot.engines import engines_of
from bot.errors import InvalidSettings, StoreUnavailable
from bot.library import retriever_of
from bot.settings import Settings, load_settings
from bot.texts import Catalogue
from content import Article, ContentError
from retrieval import Dictionaries, EngineUnavailable, NothingToSearch, Retriever
from retrieval.errors import UnreadableDictionary


@click.command()
def check() -> None:
    """Tells whether content, settings and token are good, and which ways of addressing will work in groups.

    Exit code 1 when something is not.
    """
    try:
        settings = load_settings()
    except InvalidSettings as error:
        _report([(False, f"settings: {line}") for line in str(error).splitlines()])
        sys.exit(FAILED)
    Catalogue()  # texts that a translator broke are told here, not in the first chat
    parts = (_settings, _content, _dictionaries, _milvus, _store, _telegram)
    good = [_report(part(settings)) for part in parts]
    if not all(good):
        sys.exit(FAILED)


_PRIVACY_OFF = "@BotFather: /setprivacy, Disable; then remove the bot from the group and add it again"

_INSTALL_DICTIONARIES = "on Debian: apt-get install dict-freedict-eng-deu, and others; see the README"

Finding = tuple[bool | None, str]  # good, bad, or (None) a thing to know


def _report(findings: Sequence[Finding] | Iterator[Finding]) -> bool:
    """Prints the findings as they come; whether none was bad."""
    good = True
    for state, text in findings:
        sign = {True: click.style("✓", fg="green"), False: click.style("✗", fg="red"), None: " "}[state]
        click.echo(f"{sign} {text}")
        good = good and state is not False
    return good


def _settings(settings: Settings) -> Iterator[Finding]:
    way = f"by webhook, posted to {settings.webhook_url}" if settings.webhook_url else "by polling"
    yield True, f"settings: runs {way}; speaks {settings.language} where the asker's language is not known"


def _content(settings: Settings) -> Iterator[Finding]:
    try:
        dictionaries = Dictionaries(settings.dictionary_folders)
        retriever = retriever_of(settings.content_dir, settings.index_dir, dictionaries, progress=shown)
    except (ContentError, NothingToSearch) as error:
        for line in str(error).splitlines():
            yield False, f"content: {line}"
        return
    articles = retriever.articles
    yield True, f"content: {len(articles)} article(s) in {settings.content_dir}"
    for article in articles:
        yield None, f"  {article.slug}: {len(article.paragraphs)} paragraphs, {article.title}"
        yield from _samples(article, retriever)


def _samples(article: Article, retriever: Retriever) -> Iterator[Finding]:
    for question in article.questions:
        answer = retriever.answer(question)
        if not (answer.found and any(quote.article is article for quote in answer.quotes[: answer.abreast])):
            yield False, f'content: {article.slug} does not answer its sample question "{question}"; ask it otherwise'


def _dictionaries(settings: Settings) -> Iterator[Finding]:
    """Which languages can be asked in with a dictionary; without one, names and numbers are still found."""
    installed = Dictionaries(settings.dictionary_folders).installed()
    if installed:
        yield True, f"dictionaries: {len(installed)}"
    for dictionary in installed:
        try:
            dictionary.opened(dictionary.source)
        except UnreadableDictionary as error:
            yield False, f"dictionaries: {error}; install it again, or remove it"
        else:
            yield None, f"  {dictionary.source}-{dictionary.target}: {dictionary.path}"
    if not installed:
        yield None, f"  dictionaries: none; questions in other languages find names only ({_INSTALL_DICTIONARIES})"


def _milvus(settings: Settings) -> Iterator[Finding]:
    """Whether Milvus can be reached; what is stored there is not touched. Samples are asked without it."""
    try:
        engines = engines_of(settings)
        if engines is None:
            return
        stored = engines.stored()
    except (InvalidSettings, EngineUnavailable) as error:
        yield False, f"milvus: {error}"
        return
    yield True, f"milvus: {settings.milvus_uri} answers; collections of {settings.milvus_name}: {len(stored)}"
    for name, rows in stored.items():
        yield None, f"  {name}: {rows} passages"


def _store(settings: Settings) -> Iterator[Finding]:
    from bot.store.database import tried  # noqa: PLC0415 - it would slow down the other commands

    try:
        yield True, f"store: {tried(settings.database_url.get_secret_value())} can be used"
    except StoreUnavailable as error:
        yield False, f"store: {error}"


def _telegram(settings: Settings) -> Iterator[Finding]:
    if settings.telegram_token is None:
        yield False, "token: TELEGRAM_TOKEN is not set; @BotFather gives one (https://t.me/BotFather, /newbot)"
        return
    try:
        me = asyncio.run(_who_am_i(settings.telegram_token.get_secret_value(), settings.telegram_api_url))
    except InvalidToken:
        yield False, "token: Telegram does not know TELEGRAM_TOKEN; copy it again from @BotFather"
    except TelegramError as error:
        yield False, f"token: Telegram cannot be reached at {settings.telegram_api_url} ({error}); try again later"
    else:
        yield True, f"token: @{me.username} ({me.first_name})"
        yield from _groups(me)


async def _who_am_i(token: str, api_url: str) -> User:
    async with Bot(token, base_url=f"{api_url}/bot") as bot:
        return bot.bot


def _groups(me: User) -> Iterator[Finding]:
    if not me.can_join_groups:
        yield False, "groups: the bot cannot be added to groups; @BotFather: /setjoingroups, Enable"
        return
    yield True, f"groups: /{Command.ASK.names[0]}@{me.username} and replies to the bot work"
    if me.can_read_all_group_messages:
        yield True, f"groups: mentions (@{me.username}) work: privacy mode is off"
    else:
        yield None, f"  mentions (@{me.username}) may not reach it: privacy mode is on; to be sure, {_PRIVACY_OFF}"
    if me.supports_guest_queries:
        yield True, "groups: guest mode is on"
    else:
        yield None, "  guest mode is off: in chats where the bot is no member it cannot be asked"
