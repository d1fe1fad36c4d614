"""What is said when nothing can be looked up: never that the articles do not answer."""

from __future__ import annotations

from bot.messages.formatting import plain
from bot.messages.reply import AnswerOutcome, Reply
from bot.messages.texts import Texts
from bot.replies.inline import InlinePage
from retrieval import Verdict


def unavailable_reply(texts: Texts) -> Reply:
    """The reply to a question that cannot be looked up now."""
    return Reply(plain(texts("cannot-look")), outcome=AnswerOutcome(Verdict.NONE, texts.language, was_looked_up=False))


def unavailable_page(texts: Texts) -> InlinePage:
    """The page for somebody who types after the bot's name meanwhile."""
    return InlinePage((), "", texts("cannot-look-inline"), is_cacheable=False)
