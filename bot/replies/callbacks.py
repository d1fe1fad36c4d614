"""The replies to taps on buttons."""

from __future__ import annotations

from dataclasses import replace

from bot.articles.scope import ChatScope
from bot.callback.callback_data import (
    AskAll,
    AskSample,
    CallbackData,
    CheckMessage,
    ChooseAll,
    ChooseArticle,
    ListArticles,
    ListSpeakers,
    ShowArticle,
    ShowContext,
    ShowQuote,
    ShowSpeaker,
)
from bot.incoming.addressing import BotIdentity
from bot.incoming.message_view import MessageView
from bot.messages.reply import Reply
from bot.replies.articles.article import article_view
from bot.replies.articles.article_list import article_list
from bot.replies.checks.check_reply import check_reply
from bot.replies.questions.answers import answer_reply, sample_reply, with_search_all_button
from bot.replies.quoted_speakers import speaker_callback_reply, speakers_callback_reply
from bot.replies.quotes.quote_view import context_view, quote_view
from bot.replies.samples import find_sample
from bot.replies.style import ReplyStyle


def callback_reply(
    callback: CallbackData | None, view: MessageView, scope: ChatScope, style: ReplyStyle, me: BotIdentity | None
) -> Reply | None:
    """What the tap on a button of a message that is `view` brings; None when what it stood for is no longer there.

    A quote is shown whatever the chat has settled on since: the message is from before.
    """
    articles, texts = scope.library.articles, style.texts
    reply: Reply | None = None
    match callback:
        case AskSample():
            reply = _sample(callback, scope, style)
        case AskAll(question):
            asked = view.question if question is None else question
            reply = answer_reply(asked, scope.library, replace(style, article=None)) if asked else None
        case CheckMessage():
            reply = check_reply(view.question, scope.retriever, style) if view.question else None
        case ShowQuote(references):
            reply = quote_view(references, articles, style, view.heading)
        case ShowContext(references):
            reply = context_view(references, articles, style, view.heading)
        case ShowSpeaker():
            reply = speaker_callback_reply(callback, scope, style)
        case ListSpeakers():
            reply = speakers_callback_reply(callback, scope, texts)
        case ListArticles(page, words):
            reply = article_list(scope.library, texts, view.search_words if words is None else words, page)
        case ShowArticle():
            reply = article_view(callback, scope, texts, me)
        case ChooseArticle(article) | ChooseAll(article):
            reply = article_view(ShowArticle(article), scope, texts, me)
    return replace(reply, in_place=not isinstance(callback, AskSample)) if reply else None


def _sample(callback: AskSample, scope: ChatScope, style: ReplyStyle) -> Reply | None:
    question = find_sample(callback, scope.library.articles)
    reply = sample_reply(question, scope.retriever, style) if question else None
    if question is None or reply is None or scope.article is None:
        return reply
    # Nobody wrote the question: only the button can carry it on.
    return with_search_all_button(reply, question, style.texts, can_be_read_back=False)
