"""Who is quoted in the articles: the list, and each one's passages, a tap away."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import lru_cache

from bot.articles.identifiers import article_id, digest, library_version
from bot.articles.scope import ChatScope
from bot.callback.callback_data import ListSpeakers, ShowArticle, ShowSpeaker, encode
from bot.messages.formatting import FormattedText, bold, join, plain, shorten, without_autolinks
from bot.messages.reply import Reply, ReplyButton
from bot.messages.texts import Texts
from bot.replies.articles.article_list import article_list
from bot.replies.pagination import pagination_buttons
from bot.replies.quotes.quote_block import quotation
from bot.replies.style import ReplyStyle
from content import Article
from retrieval import Quote, SpeakerPassages, quoted_speakers

# A line each, as many as are read at a glance; and as many buttons in a row as have room for a name.
_PAGE = 7
_ROW = 2

# To know whom an article reports it has to be read: of more it would take too long.
_MOST_ARTICLES = 20

_LONGEST_NAME = 36


def speakers_reply(articles: Sequence[Article], texts: Texts, page: int = 0, *, version: str = "") -> Reply:
    """A page (from 0) of those whom the articles report, how often, and buttons that lead to the passages.

    `version` is that of the articles, if these are not all there are.
    """
    heard = _voices(tuple(articles))
    if not heard:
        return Reply(plain(texts("voices-none", articles=len(articles))))
    count = (len(heard) - 1) // _PAGE + 1
    page = min(page, count - 1)
    shown = heard[page * _PAGE : (page + 1) * _PAGE]
    lines = [_line(voice, texts) for voice in shown]
    library = library_version(articles)
    buttons = [_button(voice, 0, library, _name(voice, texts)) for voice in shown]
    rows = [tuple(buttons[at : at + _ROW]) for at in range(0, len(buttons), _ROW)]
    turn = tuple(pagination_buttons(page, count, lambda other: encode(ListSpeakers(version, other)), texts))
    text = join("\n", [texts("voices", articles=len(articles)), *lines])
    return Reply(text, (*rows, turn) if turn else tuple(rows))


def speaker_reply(
    callback: ShowSpeaker, articles: Sequence[Article], style: ReplyStyle, *, is_part: bool = False
) -> Reply | None:
    """One passage of a voice, and buttons to its others; None when the articles have changed since.

    `is_part`: these are not all articles of the library.
    """
    texts, library = style.texts, library_version(articles)
    voice = next((voice for voice in _voices(tuple(articles)) if _key(voice) == callback.speaker), None)
    if library != callback.library or voice is None or callback.number >= len(voice.passages):
        return None
    count = len(voice.passages)
    heading = texts.format(
        "voice-heading", speaker=bold(without_autolinks(_name(voice, texts))), number=callback.number + 1, count=count
    )
    pagination = pagination_buttons(
        callback.number, count, lambda number: encode(ShowSpeaker(library, callback.speaker, number)), texts
    )
    back = ReplyButton(texts("voices-all"), data=encode(ListSpeakers(library if is_part else "")))
    return Reply(
        join("\n", [heading, quotation(voice.passages[callback.number], style)]), ((*pagination, back),), in_place=True
    )


def speakers_command_reply(scope: ChatScope, texts: Texts) -> Reply:
    """Everybody whom the articles report that a chat is answered from; of very many, the articles to choose from."""
    articles = scope.retriever.articles
    if len(articles) > _MOST_ARTICLES:
        return article_list(scope.library, texts, heading=texts("voices-by-article"))
    return speakers_reply(articles, texts)


def speakers_callback_reply(callback: ListSpeakers, scope: ChatScope, texts: Texts) -> Reply | None:
    """The list that a button leads back to; None when the library has changed since."""
    articles = _with_version(callback.library, scope) if callback.library else scope.retriever.articles
    if not callback.library and len(articles) > _MOST_ARTICLES:
        return None
    if not articles:
        return None
    listed = speakers_reply(articles, texts, callback.page, version=callback.library)
    if len(articles) < len(scope.library.articles):
        back = ReplyButton(texts("back-to-article"), data=encode(ShowArticle(article_id(articles[0]))))
        listed = replace(listed, buttons=(*listed.buttons, (back,)))
    return replace(listed, in_place=True)


def speaker_callback_reply(callback: ShowSpeaker, scope: ChatScope, style: ReplyStyle) -> Reply | None:
    """One passage of a voice, as `speaker_reply`; of all articles, of those that the chat asks, or of one of them."""
    articles = _with_version(callback.library, scope)
    is_part = len(articles) < len(scope.library.articles)
    return speaker_reply(callback, articles, style, is_part=is_part) if articles else None


def _with_version(library: str, scope: ChatScope) -> Sequence[Article]:
    """The articles with this version: all, or one of them; none when there are none."""
    articles = tuple(scope.library.articles)
    if len(articles) <= _MOST_ARTICLES and library_version(articles) == library:
        return articles
    article = _by_version(articles).get(library)
    return (article,) if article else ()


@lru_cache(maxsize=2)
def _by_version(articles: tuple[Article, ...]) -> Mapping[str, Article]:
    return {library_version([article]): article for article in articles}


def next_passage_reply(quote: Quote, articles: Sequence[Article], style: ReplyStyle) -> Reply | None:
    """The passage of a voice that comes after this one; None when it is the last."""
    if len(articles) > _MOST_ARTICLES:
        articles = [quote.article]
    for voice in _voices(tuple(articles)):
        for number, passage in enumerate(voice.passages[:-1]):
            if passage.article is quote.article and passage.spans == quote.spans:
                callback = ShowSpeaker(library_version(articles), _key(voice), number + 1)
                reply = speaker_reply(callback, articles, style)
                return replace(reply, in_place=False) if reply else None
    return None


@lru_cache(maxsize=2)  # a library is read once, and /quellen of a large one would take its time again and again
def _voices(articles: tuple[Article, ...]) -> tuple[SpeakerPassages, ...]:
    return quoted_speakers(articles)


def _line(voice: SpeakerPassages, texts: Texts) -> FormattedText:
    return texts.format("voice-line", speaker=without_autolinks(_name(voice, texts)), count=len(voice.passages))


def _name(voice: SpeakerPassages, texts: Texts) -> str:
    return texts("voice-hearsay") if voice.speaker is None else shorten(voice.speaker, _LONGEST_NAME)


def _key(voice: SpeakerPassages) -> str:
    """What stands for the speaker in a button. Hearsay has no name, and so no speaker has its key."""
    return digest(voice.speaker or "")


def _button(voice: SpeakerPassages, number: int, library: str, label: str) -> ReplyButton:
    return ReplyButton(label, data=encode(ShowSpeaker(library, _key(voice), number)))
