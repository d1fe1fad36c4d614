"""The reply to a question."""

from __future__ import annotations

from dataclasses import replace

from bot.callback.callback_data import AskAll, decode, encode
from bot.callback.quote_references import references_to
from bot.incoming.message_view import ShownQuote
from bot.messages.formatting import FormattedText, bold, join, plain, shorten, without_autolinks
from bot.messages.reply import AnswerOutcome, Reply, ReplyButton
from bot.messages.texts import Texts
from bot.replies.follow_ups import follow_up_reply
from bot.replies.help import prompt_reply
from bot.replies.quotes.quotations import quote_block
from bot.replies.quotes.quote_view import pair_buttons, quote_buttons
from retrieval import Answer, Quote, Retriever, Verdict

# Below Telegram's limit by far, whatever a sample question's length.
_LONGEST_QUESTION = 300

# More than two would not be read.
_VOICES = 2


def answer_reply(
    question: str, retriever: Retriever, texts: Texts, *, brief: bool = False, replied_quote: ShownQuote | None = None
) -> Reply:
    """A quote that answers; what comes nearest; that the article does not answer; or help when nothing was asked.

    `brief`: what only comes nearest in one sentence. `replied_quote`: the quote that the question replies to.
    """
    answer = retriever.answer(question, about=replied_quote.quote if replied_quote else None)
    if answer.follow_up:
        if replied_quote is None:
            return Reply(plain(texts("lean-on-nothing")))
        return follow_up_reply(answer, replied_quote, retriever, texts, brief=brief)
    if not answer.subject:
        return prompt_reply(retriever.articles, texts)
    if brief and answer.verdict is Verdict.NEAREST:
        answer = retriever.answer(question, max_sentences=1, about=replied_quote.quote if replied_quote else None)
    outcome = AnswerOutcome(answer.verdict, texts.language)
    text = answer_text(answer, texts, articles=len(retriever.articles))
    return Reply(text, _buttons(answer, texts), outcome=outcome)


def _buttons(answer: Answer, texts: Texts) -> tuple[tuple[ReplyButton, ...], ...]:
    if not answer.quotes:
        return ()
    references = references_to(answer.quotes, paired=answer.equally_good > 1, question_language=answer.language)
    return pair_buttons(references, texts) if references.paired else quote_buttons(answer.quotes[0], references, texts)


def with_search_all_button(reply: Reply, question: str, texts: Texts, *, can_be_read_back: bool) -> Reply:
    """The reply from the only article that a chat asks; where it refuses, with a button that asks all of them.

    `can_be_read_back`: the question stands in the message that is answered, if it is too long for the button.
    """
    if reply.outcome is None or reply.outcome.verdict is Verdict.ANSWER:
        return reply
    data = encode(AskAll(question))
    carried = decode(data) == AskAll(question)
    if not (carried or can_be_read_back):
        return reply
    button = ReplyButton(texts("search-all"), data=data)
    return replace(reply, buttons=(*reply.buttons, (button,)), as_reply=not carried)


def sample_reply(question: str, retriever: Retriever, texts: Texts) -> Reply:
    """The reply to a tap on a sample question: nobody wrote it into the chat, so the answer repeats it."""
    reply = answer_reply(question, retriever, texts)
    return replace(reply, text=join("\n", [bold(without_autolinks(shorten(question, _LONGEST_QUESTION))), reply.text]))


def answer_text(answer: Answer, texts: Texts, *, articles: int) -> FormattedText:
    """The best quote, what comes nearest, or the refusal: what is said of an answer, in a chat as in a terminal.

    Of articles that answer equally well two quotes, never made one: they may contradict each other.
    """
    if answer.verdict is Verdict.NONE:
        return FormattedText(texts("refused", articles=articles))
    shown = quote_block(visible_quotes(answer), answer.language, texts)
    return shown if answer.found else join("\n", [texts("nearest"), shown])


def visible_quotes(answer: Answer) -> tuple[Quote, ...]:
    """The quotes of the answer that are shown at once: the first, or the first two that are equally good."""
    return answer.quotes[: min(answer.equally_good, _VOICES)]


def unavailable_reply(texts: Texts) -> Reply:
    """The reply to a question that cannot be looked up now: never that the articles do not answer."""
    return Reply(plain(texts("cannot-look")), outcome=AnswerOutcome(Verdict.NONE, texts.language, was_looked_up=False))
