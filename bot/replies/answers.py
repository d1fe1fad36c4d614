"""The reply to a question."""

from __future__ import annotations

from dataclasses import replace

from bot.formatting import Formatted, bold, inert, join, plain, shorten
from bot.references import refer
from bot.replies.follow_ups import follow_up_reply
from bot.replies.help import ask_something
from bot.replies.quotations import quotation
from bot.replies.quote_view import quote_buttons
from bot.replies.reply import Outcome, Reply
from bot.shown import Standing
from bot.texts import Texts
from retrieval import Answer, Retriever

# Below Telegram's limit by far, whatever a sample question's length.
_LONGEST_QUESTION = 300

# The note under a quote, by the quote's language.
_UNTRANSLATED = {"de": "untranslated-de", "en": "untranslated-en"}


def answer_reply(
    question: str, retriever: Retriever, texts: Texts, *, brief: bool = False, standing: Standing | None = None
) -> Reply:
    """A quote that answers; or that the article does not, with the nearest passage; or help when nothing was asked.

    `brief`: without the nearest passage. `standing`: the quote that the question replies to.
    """
    answer = retriever.answer(question, about=standing.quote if standing else None)
    if answer.leaning:
        if standing is None:
            return Reply(plain(texts("lean-on-nothing")))
        return follow_up_reply(answer, standing, retriever, texts, brief=brief)
    if not answer.subject:
        return ask_something(retriever.articles, texts)
    outcome = Outcome(answer.found, texts.language)
    if brief and not answer.found:
        return Reply(plain(texts("refused", articles=len(retriever.articles))), outcome=outcome)
    text = answer_text(answer, texts, articles=len(retriever.articles))
    buttons = quote_buttons(answer.quotes[0], refer(answer.quotes), texts) if answer.quotes else ()
    return Reply(text, buttons, outcome=outcome)


def sample_reply(question: str, retriever: Retriever, texts: Texts) -> Reply:
    """The reply to a tap on a sample question: nobody wrote it into the chat, so the answer repeats it."""
    reply = answer_reply(question, retriever, texts)
    return replace(reply, text=join("\n", [bold(inert(shorten(question, _LONGEST_QUESTION))), reply.text]))


def answer_text(answer: Answer, texts: Texts, *, articles: int) -> Formatted:
    """The best quote, or the refusal: what is said of an answer, in a chat as in a terminal."""
    shown = [quotation(quote, texts) for quote in answer.quotes[:1]]
    if note := _language_note(answer, texts):
        shown.append(plain(note))
    if answer.found:
        return join("\n", shown)
    refusal = texts("refused", articles=articles)
    return join("\n", [f"{refusal} {texts('nearest')}", *shown]) if shown else Formatted(refusal)


def _language_note(answer: Answer, texts: Texts) -> str:
    """For somebody who asked in another language than that of the quote: that it is the article's, untranslated."""
    language = answer.quotes[0].article.language if answer.quotes else answer.language
    if language == answer.language:
        return ""
    return texts(_UNTRANSLATED.get(language, "untranslated"))
