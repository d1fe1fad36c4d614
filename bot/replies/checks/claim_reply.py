"""The reply to a claim without quotation marks: what the articles say about it, never whether it is true."""

from __future__ import annotations

from bot.messages.formatting import FormattedText, plain, without_autolinks
from bot.messages.reply import Reply
from bot.messages.texts import Texts
from bot.replies.questions.answers import answer_heading, look_up, quoting_reply
from bot.replies.questions.refusals import refusal_outcome, refusal_text
from bot.replies.style import ReplyStyle
from retrieval import Answer, Retriever, Verdict

_NOTHING = ("claim-none", "claim-none-part")


def claim_reply(claim: str, retriever: Retriever, style: ReplyStyle) -> Reply:
    """The nearest passage, below what of the claim the articles do not have; or that there is none."""
    texts = style.texts
    answer = look_up(claim, retriever, style)
    if answer.topic or answer.follow_up or not answer.subject:
        return Reply(plain(texts("check-empty")))
    if answer.verdict is Verdict.NONE:
        text = without_autolinks(claim_refusal(answer, retriever, texts))
        return Reply(text, outcome=refusal_outcome(answer, retriever, texts))
    return quoting_reply(answer, claim_heading(answer, retriever, texts), style)


def claim_heading(answer: Answer, retriever: Retriever, texts: Texts) -> FormattedText:
    """What stands above the passage."""
    return answer_heading(answer, retriever, texts, found=texts("claim-found"))


def claim_refusal(answer: Answer, retriever: Retriever, texts: Texts) -> str:
    """That the articles have nothing about it."""
    return refusal_text(answer, retriever, texts, _NOTHING)
