"""From nothing to a page at which the bot answers, and back."""

from __future__ import annotations

import secrets
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from starlette.types import ASGIApp

from bot.config.errors import PortTaken
from bot.config.settings import Settings
from bot.preview.app import create_app
from bot.preview.bot_process import BotProcess, bot_environment
from bot.preview.chat_choices import ChatChoiceReader
from bot.preview.events import Events
from bot.preview.explainer import Explainer
from bot.preview.guard import Guard
from bot.preview.scene import sample_questions, set_up_scene
from bot.simulator import LocalServer, TelegramServer

if TYPE_CHECKING:
    from retrieval import Retriever

DEFAULT_PORT: Final = 8765


@contextmanager
def preview(settings: Settings, port: int | None = None) -> Iterator[str]:
    """The bot at a page of this machine while the context lasts; its address. The bot may still be starting then.

    Args:
        settings: the bot's; what is Telegram's in them is replaced.
        port: where; None is `DEFAULT_PORT`, or any free one when that is taken.

    Raises:
        PortTaken: the port is in use.
    """
    scene = set_up_scene()
    with tempfile.TemporaryDirectory(prefix="belegbot-") as folder, TelegramServer(scene.telegram) as telegram:
        store = Path(folder) / "store.sqlite"
        environment = bot_environment(scene.account.token, telegram.url, store, settings.index_folder)
        process = BotProcess(environment, scene.telegram.notify)
        events = Events(scene, process, partial(sample_questions, settings))
        chat_choices = ChatChoiceReader(store, scene.account.user.id, telegram.url)
        explainer = Explainer(scene.account, settings.content_dir, partial(_retriever, settings), chat_choices.of)
        app = create_app(telegram, process, events, explainer, settings)
        with _serve_page(app, events, port) as page:
            process.start()
            try:
                yield page.url + "/"
            finally:
                # Before the page: what the bot still says when it is told to end is seen there.
                process.stop()


def _retriever(settings: Settings) -> Retriever:
    """What explains answers. It finds passages by itself, also where the bot asks a Milvus."""
    # Loaded late: the page is to be there before the ranking is.
    from bot.articles.encoders import encoder_of, reader_of  # noqa: PLC0415
    from bot.articles.retrievers import RetrieverSource  # noqa: PLC0415

    source = RetrieverSource(
        settings.content_dir,
        settings.index_folder,
        encoder_of(settings),
        reader=reader_of(settings),
        largest=settings.largest_article,
    )
    return source.load_whole().retriever


class PageServer(LocalServer):
    """The page's own server, beside the Bot API's: that one can be cut off while the page is watched."""

    def __init__(self, app: ASGIApp, events: Events, port: int) -> None:
        self._token = secrets.token_urlsafe(16)
        super().__init__(Guard(app, lambda: self.port, self._token), port)
        self._events = events

    @property
    def url(self) -> str:
        """The base address, which only whoever started it knows."""
        return f"{super().url}/{self._token}"

    def stop_waiting(self) -> None:
        self._events.end()


def _serve_page(app: ASGIApp, events: Events, port: int | None) -> PageServer:
    page = PageServer(app, events, port or DEFAULT_PORT)
    try:
        page.start()
    except OSError as error:
        if port is not None:
            why = (error.strerror or str(error)).partition(" (")[0]
            raise PortTaken(f"--port {port}: cannot listen there ({why}); choose another, or leave it out") from error
        page = PageServer(app, events, 0)
        page.start()
    return page
