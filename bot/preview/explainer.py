"""Why the bot answered as it did: found anew, with the articles as they are now."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Any

from bot.simulator import BotAccount, Message
from bot.simulator.serialize import message_json
from bot.simulator.world.chats import PrivateChat
from content import FolderState, folder_state

if TYPE_CHECKING:
    from retrieval import Explanation, Retriever

_QUOTATIONS = frozenset({"blockquote", "expandable_blockquote"})


class Explainer:
    """Explains messages of the bot.

    Args:
        account: the bot.
        content_dir: the folder of its articles.
        load: makes a retriever of them, as they are then; again when something in the folder has changed.
        choice_of: the slug of the article that a chat, given by its identifier, has settled on; None: on none.
    """

    def __init__(
        self,
        account: BotAccount,
        content_dir: Path,
        load: Callable[[], Retriever],
        choice_of: Callable[[int], str | None] = lambda _: None,
    ) -> None:
        self._account = account
        self._folder = content_dir
        self._load = load
        self._choice_of = choice_of
        self._state: FolderState | None = None
        self._retriever: Retriever | None = None

    def explain(self, message: Message) -> dict[str, Any]:
        """The question that the message answers (None: it answers none), the answer, and the reasons for it.

        `shown` is which of the answer's quotes the message shows; `articles` are those that the reasons speak of. To a
        chat that has settled on an article that one answers, unless the message shows a quote from elsewhere.

        Raises:
            ContentError, RetrievalError: the articles cannot be read now.
        """
        question = question_of(message, self._account)
        if not question:
            return {"question": None}
        explanations = (retriever.explain(question) for retriever in self._scopes(message))
        explanation, shown = _find_explanation(message, explanations)
        return {"question": question, "shown": shown, **_explanation_json(explanation)}

    def _scopes(self, message: Message) -> Iterator[Retriever]:
        """What may have answered: first what answers the chat now."""
        from bot.articles.identifiers import article_with_slug  # noqa: PLC0415 - loaded late, as the ranking is

        library = self._current()
        choice = self._choice_of(message.chat.id)
        if choice and (article := article_with_slug(choice, library.articles)):
            yield library.within(article)
        yield library

    def _current(self) -> Retriever:
        state = folder_state(self._folder)
        if self._retriever is None or state != self._state:
            self._retriever, self._state = self._load(), state
        return self._retriever


def question_of(message: Message, account: BotAccount) -> str | None:
    """What the bot was asked when it wrote this message; None when it was not asked about an article."""
    if message.sender != account.user:
        return None
    first = next(iter(message.entities), None)
    # Tapped, not written: then the answer begins with the question.
    if first and first.type == "bold" and first.offset == 0 and _has_more_lines(message, first.of(message.text)):
        return first.of(message.text)
    asked = message.reply_to or _before(message)
    return _read_question(asked, account) if asked else None


def _has_more_lines(message: Message, begin: str) -> bool:
    return message.text.startswith(f"{begin}\n")


def _before(message: Message) -> Message | None:
    """In a private chat answers reply to nothing: they come after their question."""
    earlier = [one for one in message.chat.messages if one.id < message.id and not one.sender.is_bot]
    return earlier[-1] if earlier and isinstance(message.chat, PrivateChat) else None


def _read_question(message: Message, account: BotAccount) -> str | None:
    """What the bot itself reads in the message."""
    # Loaded late: see above.
    from telegram import Message as ApiMessage  # noqa: PLC0415

    from bot.incoming.addressing import BotIdentity, parse_request  # noqa: PLC0415

    read = ApiMessage.de_json(message_json(message), None)
    request = parse_request(read, BotIdentity(account.user.id, account.username))
    return request.question or None if request and request.is_question else None


def _find_explanation(message: Message, explanations: Iterator[Explanation]) -> tuple[Explanation, int]:
    """The first explanation of an answer with a quote that the message shows, and which one; else the first of all."""
    quoted = [entity.of(message.text) for entity in message.entities if entity.type in _QUOTATIONS]
    first = next(explanations)
    for explanation in chain([first], explanations if quoted else ()):
        texts = [quote.text for quote in explanation.answer.quotes]
        if shown := [texts.index(text) for text in quoted if text in texts]:
            return explanation, shown[0]
    return first, 0


def _explanation_json(explanation: Explanation) -> dict[str, Any]:
    from bot.replies.answer_json import answer_json  # noqa: PLC0415 - loaded late, as the ranking is
    from bot.replies.explanation_json import explanation_json  # noqa: PLC0415

    articles = {quote.article for quote in explanation.answer.quotes}
    articles |= {passage.article for reasons in explanation.reasons for passage in reasons.passages}
    return {
        "answer": answer_json(explanation.answer),
        "reasons": explanation_json(explanation),
        "articles": {article.slug: {"title": article.title, "text": article.text} for article in articles},
    }
