"""The reply to a claim without quotation marks: what the articles say about it, never whether it is true."""

from __future__ import annotations

from bot.messages.formatting import FormattedText, join, plain, without_autolinks
from bot.messages.reply import AnswerOutcome, Reply
from bot.messages.texts import Texts
from bot.replies.questions.answers import look_up, quoting_reply
from bot.replies.questions.refusals import can_read, refusal_text
from bot.replies.questions.unsupported import is_contradicted, refused_part, unsupported_line
from bot.replies.style import ReplyStyle
from retrieval import Answer, Retriever, Verdict


def claim_reply(claim: str, retriever: Retriever, style: ReplyStyle) -> Reply:
    """The nearest passage, below what of the claim the articles do not have; or that there is none."""
    texts = style.texts
    answer = look_up(claim, retriever, style)
    if answer.topic or answer.follow_up or not answer.subject:
        return Reply(plain(texts("check-empty")))
    if answer.verdict is Verdict.NONE:
        return _nothing(answer, retriever, texts)
    return quoting_reply(answer, claim_heading(answer, retriever, texts), style)


def claim_heading(answer: Answer, retriever: Retriever, texts: Texts) -> FormattedText:
    """What stands above the passage."""
    lacking = unsupported_line(answer, retriever, texts)
    if is_contradicted(answer):
        return lacking
    return join(" ", [lacking, texts("claim-found" if answer.found else "nearest")])


def _nothing(answer: Answer, retriever: Retriever, texts: Texts) -> Reply:
    is_read = can_read(answer, retriever)
    lacking = refused_part(answer, retriever, texts)
    key = "claim-none-part" if lacking else "claim-none"
    text = texts(key, articles=len(retriever.articles), words=lacking)
    shown = text if is_read else refusal_text(answer, retriever, texts)
    outcome = AnswerOutcome(Verdict.NONE, texts.language, was_looked_up=is_read)
    return Reply(without_autolinks(shown), outcome=outcome)
