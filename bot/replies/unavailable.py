"""What is said when nothing can be looked up: never that the articles do not answer."""

from __future__ import annotations

from bot.messages.formatting import plain
from bot.messages.reply import AnswerOutcome, Reply
from bot.messages.texts import Texts
from bot.replies.inline import Page
from retrieval import Verdict


def cannot_look(texts: Texts) -> Reply:
    """The reply to a question that cannot be looked up now."""
    return Reply(plain(texts("cannot-look")), outcome=AnswerOutcome(Verdict.NONE, texts.language, was_looked_up=False))


def nothing_offered(texts: Texts) -> Page:
    """The page for somebody who types after the bot's name meanwhile."""
    return Page((), "", texts("cannot-look-inline"), lasting=False)
