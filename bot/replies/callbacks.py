"""The replies to taps on buttons."""

from __future__ import annotations

from dataclasses import replace

from bot.articles.scope import ChatScope
from bot.callback.callback_data import (
    AskAll,
    AskSample,
    CallbackData,
    ChooseAll,
    ChooseArticle,
    ListArticles,
    ListVoices,
    ShowArticle,
    ShowContext,
    ShowQuote,
    ShowVoice,
)
from bot.incoming.addressing import BotIdentity
from bot.incoming.message_view import MessageView
from bot.messages.reply import Reply
from bot.messages.texts import Texts
from bot.replies.answers import answer_reply, sample_reply, with_way_out
from bot.replies.articles.article import article_view
from bot.replies.articles.article_list import article_list
from bot.replies.quotes.quote_view import context_view, quote_view
from bot.replies.samples import sampled_question
from bot.replies.voices import listed_voices, shown_voice


def reply_to_tap(
    tap: CallbackData | None, shown: MessageView, scope: ChatScope, texts: Texts, me: BotIdentity | None
) -> Reply | None:
    """What the tap on a button of a message that is `shown` brings; None when what it stood for is no longer there.

    A quote is shown whatever the chat has settled on since: the message is from before.
    """
    articles = scope.library.articles
    reply: Reply | None = None
    match tap:
        case AskSample():
            reply = _sampled(tap, scope, texts)
        case AskAll(question):
            asked = shown.question if question is None else question
            reply = _from_all(asked, scope, texts, brief=shown.in_group) if asked else None
        case ShowQuote(references):
            reply = quote_view(references, articles, texts, shown.heading)
        case ShowContext(references):
            reply = context_view(references, articles, texts, shown.heading)
        case ShowVoice():
            reply = shown_voice(tap, scope, texts)
        case ListVoices():
            reply = listed_voices(tap, scope, texts)
        case ListArticles(page, words):
            reply = article_list(scope.library, texts, shown.search_words if words is None else words, page)
        case ShowArticle():
            reply = article_view(tap, scope, texts, me)
        case ChooseArticle(article) | ChooseAll(article):
            reply = article_view(ShowArticle(article), scope, texts, me)
    return replace(reply, in_place=not isinstance(tap, AskSample)) if reply else None


def _sampled(tap: AskSample, scope: ChatScope, texts: Texts) -> Reply | None:
    question = sampled_question(tap, scope.library.articles)
    if question is None:
        return None
    reply = sample_reply(question, scope.retriever, texts)
    # Nobody wrote the question: only the button can carry it on.
    return with_way_out(reply, question, texts, can_be_read_back=False) if scope.article else reply


def _from_all(question: str, scope: ChatScope, texts: Texts, *, brief: bool) -> Reply:
    return answer_reply(question, scope.library, texts, brief=brief)
