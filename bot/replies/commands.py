"""The replies to commands that ask no question."""

from __future__ import annotations

from bot.articles.deep_links import INLINE_START, resolve_start_parameter
from bot.articles.identifiers import article_id
from bot.articles.scope import ChatScope
from bot.callback.callback_data import ShowArticle
from bot.incoming.addressing import BotIdentity, UserRequest
from bot.incoming.commands import Command
from bot.messages.formatting import plain
from bot.messages.reply import Reply
from bot.messages.texts import Texts
from bot.replies.articles.article import article_reply, article_view
from bot.replies.articles.article_list import all_articles_button, article_list
from bot.replies.help import choice_reply, greeting, help_reply, privacy_reply
from bot.replies.quoted_speakers import speakers_command_reply
from bot.replies.style import ReplyStyle


def command_reply(request: UserRequest, me: BotIdentity, style: ReplyStyle, scope: ChatScope) -> Reply:
    """What the command tells a chat that is answered from this scope."""
    texts = style.texts
    match request.command:
        case Command.START:
            return _start(request.words, me, style, scope)
        case Command.ARTICLE:
            return _article(request.words, me, texts, scope)
        case Command.SOURCES:
            return speakers_command_reply(scope, texts)
        case Command.PRIVACY:
            return privacy_reply(scope, style)
        case _:
            return help_reply(scope.library.articles, me, style)


def _start(parameter: str, me: BotIdentity, style: ReplyStyle, scope: ChatScope) -> Reply:
    """The greeting; where a link to an article led here, what became of it."""
    texts = style.texts
    is_link = scope.has_choice and parameter and parameter != INLINE_START
    if is_link and resolve_start_parameter(parameter, scope.library.articles) is None:
        return Reply(plain(texts("link-unknown")), ((all_articles_button(texts),),))
    if scope.article:
        return choice_reply(scope.article, scope, me, style)
    return greeting(scope.library.articles, me, style)


def _article(words: str, me: BotIdentity, texts: Texts, scope: ChatScope) -> Reply:
    """The only article; of several the one that the chat has settled on, or those that the words find, or all."""
    if not scope.has_choice:
        return article_reply(scope.library.articles[0], texts)
    if scope.article and not words.strip():
        view = article_view(ShowArticle(article_id(scope.article)), scope, texts, me)
        if view:
            return view
    return article_list(scope.library, texts, words)
