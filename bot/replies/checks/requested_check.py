"""Whether somebody asks to have something checked, what that is, and the reply."""

from __future__ import annotations

from dataclasses import replace

from bot.incoming.addressing import BotIdentity, UserRequest
from bot.incoming.commands import Command
from bot.incoming.message_view import ShownQuote
from bot.messages.formatting import plain
from bot.messages.reply import Reply
from bot.messages.texts import Texts
from bot.replies.checks.check_reply import check_button, check_offer, check_reply
from bot.replies.style import ReplyStyle
from retrieval import CheckRequest, Retriever, check_request


def requested_check(
    request: UserRequest, retriever: Retriever, style: ReplyStyle, me: BotIdentity, replied_quote: ShownQuote | None
) -> Reply | None:
    """The reply to a command that checks, to "Stimmt das?" and to a forwarded message; None: it asks something else.

    "Stimmt das?" in reply to one of the bot's quotes asks for its source, and is a question like any other.
    """
    if request.is_forwarded and "?" not in request.words:
        return check_offer(len(retriever.articles), style.texts)
    asked = _asked(request)
    if asked is None or (replied_quote and request.command is not Command.CHECK):
        return None
    if text := asked.claim or request.about or (replied_quote.quote.text if replied_quote else ""):
        return check_reply(text, retriever, style)
    command = f"/{Command.CHECK.name_in(style.texts.language)}"
    return Reply(plain(style.texts("check-what", command=f"{command}@{me.username}" if style.in_group else command)))


def with_check_button(reply: Reply, texts: Texts) -> Reply:
    """The answer to a forwarded question, with a button that has it checked instead."""
    return replace(reply, buttons=(*reply.buttons, check_button(texts)), as_reply=True)


def _asked(request: UserRequest) -> CheckRequest | None:
    """What is to be checked; behind a command, whatever stands there."""
    asked = check_request(request.words) if request.is_question or request.command is Command.CHECK else None
    if request.command is Command.CHECK:
        return asked or CheckRequest(request.words)
    return asked
