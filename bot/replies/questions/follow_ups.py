"""The reply to a message that asks on about a quote without naming a subject: who says it, what else, why, when."""

from __future__ import annotations

from dataclasses import replace

from bot.callback.quote_references import QuoteReferences, append_quote, references_to, with_question_language
from bot.incoming.message_view import ShownQuote
from bot.messages.formatting import FormattedText, join, plain, without_autolinks
from bot.messages.reply import AnswerOutcome, Reply
from bot.messages.texts import Texts
from bot.replies.quoted_speakers import next_passage_reply
from bot.replies.quotes.quote_block import language_note, quote_block
from bot.replies.quotes.quote_view import quote_buttons
from bot.replies.quotes.source_line import has_own_voice, place_line, speaker_name
from bot.replies.style import ReplyStyle
from bot.replies.wording import enumeration
from content import Article
from retrieval import Answer, Attribution, Confidence, FollowUpIntent, Quote, Retriever, Verdict, interview_guests

# As many more quotes are looked at for one that was not shown yet.
_MOST = 20

_REFUSALS = {
    FollowUpIntent.MORE: "no-more",
    FollowUpIntent.ONWARD: "no-more",
    FollowUpIntent.REASON: "no-reason",
}


def follow_up_reply(answer: Answer, replied_quote: ShownQuote, retriever: Retriever, style: ReplyStyle) -> Reply:
    """What the article says to it, above the quote that says so; or that it does not, in a group without more."""
    reply = _follow_up_reply(answer, replied_quote, retriever, style)
    outcome = reply.outcome and reply.outcome._replace(reason=f"follow-up-{answer.follow_up}")
    return replace(reply, outcome=outcome)


def _follow_up_reply(answer: Answer, replied_quote: ShownQuote, retriever: Retriever, style: ReplyStyle) -> Reply:
    texts = style.texts
    if answer.follow_up is FollowUpIntent.SOURCE:
        return _source(answer, replied_quote.quote, style)
    if answer.follow_up is FollowUpIntent.MORE:
        return _next_reply(answer, replied_quote, retriever, style)
    if answer.found:
        around = answer.follow_up in (FollowUpIntent.AROUND, FollowUpIntent.ONWARD)
        return _with_quote(texts("around") if around else "", answer.quotes, answer.language, style)
    text = texts(_REFUSALS.get(answer.follow_up or FollowUpIntent.AROUND, "not-around"))
    if style.in_group or not answer.quotes:
        return Reply(plain(text), outcome=AnswerOutcome(Verdict.NONE, texts.language))
    return _with_quote(f"{text} {texts('nearest')}", answer.quotes, answer.language, style, Verdict.NEAREST)


def _with_quote(
    heading: FormattedText | str,
    quotes: tuple[Quote, ...],
    question_language: str,
    style: ReplyStyle,
    verdict: Verdict = Verdict.ANSWER,
) -> Reply:
    text = join("\n", [heading, quote_block(quotes[:1], question_language, style)])
    buttons = quote_buttons(quotes[0], references_to(quotes, question_language=question_language), style.texts)
    return Reply(text, buttons, outcome=AnswerOutcome(verdict, style.texts.language))


def _source(answer: Answer, quote: Quote, style: ReplyStyle) -> Reply:
    """Who says the quote, and the sentence in which that stands."""
    texts = style.texts
    found = AnswerOutcome(Verdict.ANSWER, texts.language)
    named = dict.fromkeys(filter(None, (_speaker(said, texts) for said in quote.attributions)))
    if not named:
        text = texts("says-unnamed") if quote.attributions else _no_source(quote.article, texts)
        if answer.quotes:
            return _with_quote(text, answer.quotes, answer.language, style)
        return Reply(join("\n", [text, place_line(quote, style)]), outcome=found)
    text = texts("says", speakers=enumeration(named, texts))
    if has_own_voice(quote):
        text += " " + texts("says-rest")
    return _with_quote(without_autolinks(text), answer.quotes or (quote,), answer.language, style)


def _no_source(article: Article, texts: Texts) -> str:
    """That no source was found, which is not to say that the article names none; of an interview, whose it is."""
    guests = interview_guests(article)
    if guests is None:
        return texts("says-article")
    return texts("says-interview", guests=enumeration(guests, texts), count=len(guests))


def _speaker(said: Attribution, texts: Texts) -> str:
    if said.speaker is None:
        return ""
    name = speaker_name(said.speaker)
    return texts("says-probably", speaker=name) if said.confidence is Confidence.WEAK else name


def _next_reply(answer: Answer, replied_quote: ShownQuote, retriever: Retriever, style: ReplyStyle) -> Reply:
    """The quote behind the one replied to; one that was not shown yet, when that was the last."""
    texts = style.texts
    nothing = Reply(plain(texts("no-more")), outcome=AnswerOutcome(Verdict.NONE, texts.language))
    if replied_quote.is_voice:
        passage = next_passage_reply(replied_quote.quote, retriever.articles, style)
        return _with_language_note(passage, replied_quote.quote, answer.language, texts) if passage else nothing
    seen = replied_quote.references or references_to([replied_quote.quote])
    shown = max(seen.current, 1) if seen.paired else seen.current
    for number in range(shown + 1, len(seen.quotes)):
        turned = replace(seen, current=number)
        listed = turned.quote(retriever.articles)
        # The last of a list may have none of the words that were asked for: that is not more of it.
        if listed and (listed.highlights or not seen.words):
            return _next_quote(listed, turned, replied_quote.quote, answer.language, style)
    longest, about = style.longest_quote, replied_quote.quote
    others = retriever.answer(answer.question, max_chars=longest, max_quotes=_MOST, about=about)
    fresh = [quote for quote in others.quotes if not seen.has(quote)]
    if not fresh:
        return nothing
    return _next_quote(fresh[0], append_quote(seen, fresh[0]), replied_quote.quote, answer.language, style)


def _next_quote(
    quote: Quote, references: QuoteReferences, before: Quote, question_language: str, style: ReplyStyle
) -> Reply:
    """One of the quotes that the references are to, `before` among them."""
    foreign = references.question_language or any(
        each.article.language != question_language for each in (before, quote)
    )
    known = with_question_language(references, question_language) if foreign else references
    return Reply(
        quote_block([quote], question_language, style),
        quote_buttons(quote, known, style.texts),
        outcome=AnswerOutcome(Verdict.ANSWER, style.texts.language),
    )


def _with_language_note(passage: Reply, quote: Quote, question_language: str, texts: Texts) -> Reply:
    """The passage of a voice that the quote is another one of, with the note on its language."""
    return replace(passage, text=join("\n", [passage.text, language_note([quote], question_language, texts)]))
