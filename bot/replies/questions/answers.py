"""The reply to a question."""

from __future__ import annotations

from dataclasses import replace

from bot.callback.callback_data import AskAll, decode, encode
from bot.callback.quote_references import references_to
from bot.incoming.message_view import ShownQuote
from bot.messages.formatting import FormattedText, bold, join, plain, shorten, without_autolinks
from bot.messages.reply import AnswerOutcome, Reply, ReplyButton
from bot.messages.texts import Texts
from bot.replies.help import prompt_reply
from bot.replies.questions.follow_ups import follow_up_reply
from bot.replies.questions.outcomes import outcome_of
from bot.replies.questions.own_question import leans
from bot.replies.questions.refusals import refusal_reply, refusal_text
from bot.replies.questions.topics import topic_reply
from bot.replies.questions.unsupported import is_contradicted, unsupported_line, with_instead_highlighted
from bot.replies.quotes.quote_block import quote_block
from bot.replies.quotes.quote_view import pair_buttons, quote_buttons
from bot.replies.style import ReplyStyle
from retrieval import Answer, Quote, Retriever, Verdict
from retrieval.base.words import normalise

# Below Telegram's limit by far, whatever a sample question's length.
_LONGEST_QUESTION = 300

# As many quotes stand in one message: more would not be read.
_TOGETHER = 2

# So many more words tell that a question points nowhere after all: "wer klagte gegen das parkhaus?"
_CLEARLY_MORE = 2


def answer_reply(
    question: str, retriever: Retriever, style: ReplyStyle, *, replied_quote: ShownQuote | None = None
) -> Reply | None:
    """A quote that answers; what comes nearest; that the article does not answer; or help when nothing was asked.

    None: silence, in a group to what is mere talk. `replied_quote`: the quote that the question replies to.
    """
    about = replied_quote.quote if replied_quote else None
    answer = look_up(question, retriever, style, about)
    if answer.topic:
        return topic_reply(answer, retriever, style, about)
    if answer.follow_up:
        if replied_quote is None:
            return Reply(plain(style.texts("lean-on-nothing")))
        return follow_up_reply(answer, replied_quote, retriever, style)
    if not answer.subject:
        return prompt_reply(retriever.articles, style.texts)
    if answer.verdict is Verdict.NONE:
        return refusal_reply(answer, retriever, style)
    return quoting_reply(answer, answer_heading(answer, retriever, style.texts), style)


def quoting_reply(answer: Answer, heading: FormattedText, style: ReplyStyle) -> Reply:
    """The best quote of an answer below the heading, and its buttons."""
    text = _quoting_text(answer, heading, style)
    return Reply(text, _buttons(answer, style.texts), outcome=outcome_of(answer, style.texts))


def look_up(question: str, retriever: Retriever, style: ReplyStyle, about: Quote | None = None) -> Answer:
    """The answer, in quotes as long as the chat bears.

    What is asked `about` a quote stays in its article: what points back to it ("da", "sie") unless only another article
    has its words, anything else unless another has more of them.
    """
    if about is None or len(retriever.articles) == 1 or about.article not in retriever.articles:
        return _ask(question, retriever, style, about)
    answer = _ask(question, retriever.within(about.article), style, about)
    if answer.topic or answer.follow_up or (leans(question) and answer.found):
        return answer
    elsewhere = _ask(question, retriever, style, about)
    if not elsewhere.found:
        return answer
    if leans(question):
        return elsewhere if _matched_words(elsewhere) - _matched_words(answer) >= _CLEARLY_MORE else answer
    return answer if answer.found and _matched_words(answer) >= _matched_words(elsewhere) else elsewhere


def _ask(question: str, retriever: Retriever, style: ReplyStyle, about: Quote | None) -> Answer:
    """In a group what is shown beside another quote, or only comes nearest, is one sentence; everywhere what has
    another figure than the question, and what answers one of several: they share the room of one quote."""
    longest = style.longest_quote
    answer = retriever.answer(question, max_chars=longest, about=about)
    if answer.answered_questions > 1:
        answer = answer.shortened(1, longest // _TOGETHER)
    elif _is_one_sentence(answer, style):
        answer = answer.shortened(1, longest)
    return with_instead_highlighted(answer)


def _matched_words(answer: Answer) -> int:
    """How many words of the first quote, if there is one, matched the question."""
    quotes = answer.quotes[:1]
    return len({normalise(quote.article.text[start:end]) for quote in quotes for start, end in quote.highlights})


def _is_one_sentence(answer: Answer, style: ReplyStyle) -> bool:
    """Whether one sentence will do: in a group beside another quote, or where it only comes nearest; anywhere where it
    has something else in the place of all that the question takes for given."""
    if answer.follow_up:
        return False
    if answer.verdict is Verdict.NEAREST:
        return style.in_group or is_contradicted(answer) or has_unmatched_sentence(answer.quotes[0])
    return style.in_group and answer.equally_good > 1


def has_unmatched_sentence(quote: Quote) -> bool:
    """Whether something from further on without a word of the question stands behind the nearest: of 46 such, 41 only
    puzzled."""
    behind = [span for span in quote.spans if span.start > quote.core.end]
    return any(not any(span.covers(highlight) for highlight in quote.highlights) for span in behind)


def _buttons(answer: Answer, texts: Texts) -> tuple[tuple[ReplyButton, ...], ...]:
    visible = visible_quotes(answer)
    references = references_to(answer.quotes, paired=len(visible) > 1, question_language=answer.language)
    if references.paired:
        return pair_buttons(visible, references, texts)
    return quote_buttons(visible[0], references, texts)


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


def sample_reply(question: str, retriever: Retriever, style: ReplyStyle) -> Reply | None:
    """The reply to a tap on a sample question: nobody wrote it into the chat, so the answer repeats it."""
    reply = answer_reply(question, retriever, style)
    heading = bold(without_autolinks(shorten(question, _LONGEST_QUESTION)))
    return replace(reply, text=join("\n", [heading, reply.text])) if reply else None


def answer_text(answer: Answer, retriever: Retriever, style: ReplyStyle) -> FormattedText:
    """The best quote, what comes nearest, or the refusal: what is said of an answer, in a chat as in a terminal.

    Of articles that answer equally well two quotes, never made one: they may contradict each other.
    """
    if answer.verdict is Verdict.NONE:
        return without_autolinks(refusal_text(answer, retriever, style.texts))
    return _quoting_text(answer, answer_heading(answer, retriever, style.texts), style)


def _quoting_text(answer: Answer, heading: FormattedText, style: ReplyStyle) -> FormattedText:
    return join("\n", [heading, quote_block(visible_quotes(answer), answer.language, style)])


def answer_heading(answer: Answer, retriever: Retriever, texts: Texts, found: str = "") -> FormattedText:
    """What stands above the quote: what of the question the articles do not say, and that it only comes nearest.

    `found` stands there of a quote that answers.
    """
    lacking = unsupported_line(answer, retriever, texts)
    if is_contradicted(answer):
        return lacking
    return join(" ", [lacking, found if answer.found else texts("nearest")])


def visible_quotes(answer: Answer) -> tuple[Quote, ...]:
    """The quotes of the answer that are shown at once: the first, or two that are equally good or answer a question
    each."""
    return answer.quotes[: min(max(answer.equally_good, answer.answered_questions), _TOGETHER)]


def unavailable_reply(texts: Texts) -> Reply:
    """The reply to a question that cannot be looked up now: never that the articles do not answer."""
    return Reply(
        plain(texts("cannot-look")),
        outcome=AnswerOutcome(Verdict.NONE, texts.language, was_looked_up=False, reason="candidates-unavailable"),
    )
