"""Inline mode: what somebody who types after the bot's name in any chat can send: quotes, or a check."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from telegram import InlineQueryResultArticle, InputTextMessageContent

from bot.articles.article_search import newest_articles
from bot.articles.identifiers import article_id, digest
from bot.callback.quote_references import pack, references_to
from bot.messages.formatting import FormattedText, bold, join, shorten, without_autolinks
from bot.messages.reply import NO_PREVIEW, Reply
from bot.messages.texts import Texts
from bot.replies.checks.check_reply import quotations_reply
from bot.replies.checks.claim_reply import claim_heading, claim_refusal
from bot.replies.checks.quotations import quotations_in
from bot.replies.checks.verdict_line import verdict_line
from bot.replies.questions.refusals import refusal_text
from bot.replies.questions.topics import topic_reply
from bot.replies.questions.unsupported import unsupported_line, with_instead_highlighted
from bot.replies.quotes.quote_block import quote_block
from bot.replies.quotes.source_line import source_description
from bot.replies.style import ReplyStyle
from bot.replies.wording import in_marks
from content import Article
from retrieval import Answer, QuotationCheck, Quote, Retriever, Topic, check_request

_PAGE = 10
_MOST_QUOTES = 50
_MOST_ARTICLES = 5
_LONGEST_TITLE = 80
_LONGEST_DESCRIPTION = 120
_LONGEST_CLAIM = 120

NO_HEADING = FormattedText()


@dataclass(frozen=True, slots=True)
class Suggestion:
    """One result: what the list shows of it, and the message that choosing it sends. `id` is unique on its page."""

    id: str
    title: str
    description: str
    reply: Reply

    def for_telegram(self) -> InlineQueryResultArticle:
        """The result as Telegram takes it."""
        text, entities = self.reply.text.for_telegram()
        content = InputTextMessageContent(text, entities=entities, link_preview_options=NO_PREVIEW)
        return InlineQueryResultArticle(
            self.id, self.title, content, reply_markup=self.reply.keyboard, description=self.description or None
        )


@dataclass(frozen=True, slots=True)
class InlinePage:
    """Some of the results. `next_offset` leads to more, empty on the last page; `button` to a private chat.

    Not `is_cacheable`: it may be another one at the next moment.
    """

    suggestions: tuple[Suggestion, ...]
    next_offset: str
    button: str
    is_cacheable: bool = True


def inline_page(query: str, offset: str, retriever: Retriever, texts: Texts) -> InlinePage:
    """The page of results for what was typed: quotes, or a check; sample questions while nothing is."""
    start = int(offset) if offset.isdecimal() and offset.isascii() else 0
    # In a chat that the bot is not in: others have talked there before, and nobody knows which article it has.
    style = ReplyStyle(texts, in_group=True)
    asked = check_request(query)
    claim = asked.claim if asked else ""
    if claim and (checks := quotations_in(claim, retriever)):
        return InlinePage((_check_suggestion(claim, checks, retriever, style),), "", texts("inline-ask"))
    answer = retriever.answer(claim or query, max_chars=style.longest_quote, max_quotes=_MOST_QUOTES)
    suggestions = _suggestions(with_instead_highlighted(answer), claim, retriever, style)
    refusal = claim_refusal if claim else refusal_text
    button = texts("inline-ask") if suggestions else refusal(answer, retriever, texts)
    more = str(start + _PAGE) if start + _PAGE < len(suggestions) else ""
    return InlinePage(tuple(suggestions[start : start + _PAGE]), more, shorten(button, _LONGEST_TITLE))


def _suggestions(answer: Answer, claim: str, retriever: Retriever, style: ReplyStyle) -> list[Suggestion]:
    """The quotes; of what asks nothing of the text, what it asks for. `claim`: what the answer is about, if a claim."""
    if answer.topic and answer.topic is not Topic.TALK and not claim:
        return _topics(answer.question, retriever, style)
    if not answer.subject:
        return _samples(retriever, style)
    heading = (_claim_heading if claim else unsupported_line)(answer, retriever, style.texts)
    return [
        _suggestion(quote, answer.language, style, NO_HEADING if number else heading)
        for number, quote in enumerate(answer.quotes)
    ]


def _claim_heading(answer: Answer, retriever: Retriever, texts: Texts) -> FormattedText:
    """Nobody sees the claim that was typed, so it stands above what the articles say about it."""
    claim = without_autolinks(in_marks(answer.question, texts, _LONGEST_CLAIM))
    return join("\n", [claim, claim_heading(answer, retriever, texts)])


def _samples(retriever: Retriever, style: ReplyStyle) -> list[Suggestion]:
    questions = dict.fromkeys(question for article in _first(retriever) for question in article.questions)
    suggestions = []
    for question in questions:
        answer = retriever.answer(question, max_chars=style.longest_quote)
        if answer.found:
            quote = answer.quotes[0]
            heading = bold(without_autolinks(shorten(question, _LONGEST_TITLE)))
            reply = Reply(join("\n", [heading, quote_block([quote], answer.language, style)]))
            description = shorten(_core(quote), _LONGEST_DESCRIPTION)
            suggestions.append(Suggestion(digest(question), shorten(question, _LONGEST_TITLE), description, reply))
    return suggestions


def _topics(query: str, retriever: Retriever, style: ReplyStyle) -> list[Suggestion]:
    """What is known of each article that may be meant."""
    suggestions = []
    for article in _first(retriever):
        alone = retriever.within(article)
        answer = alone.answer(query, max_chars=style.longest_quote)
        if answer.topic and (reply := topic_reply(answer, alone, style)):
            said = _core(answer.quotes[0]) if answer.quotes else reply.text.text.splitlines()[-1]
            title, about = shorten(article.title, _LONGEST_TITLE), shorten(said, _LONGEST_DESCRIPTION)
            suggestions.append(Suggestion(f"{answer.topic} {article_id(article)}", title, about, reply))
    return suggestions


def _first(retriever: Retriever) -> Sequence[Article]:
    """The articles that are offered: each is asked to see what would be sent, so of many the newest have to do."""
    articles = retriever.articles
    return newest_articles(articles)[:_MOST_ARTICLES] if len(articles) > 1 else articles


def _check_suggestion(
    text: str, checks: Sequence[QuotationCheck], retriever: Retriever, style: ReplyStyle
) -> Suggestion:
    """Quotations, checked: the first one's verdict in the list. Nobody sees what was typed, so the reply repeats it."""
    reply = quotations_reply(text, checks, retriever, style, repeats=True)
    first = verdict_line(text, checks[0], len(retriever.articles), style.texts)
    described = checks[0].quote.text if checks[0].quote else text[checks[0].start : checks[0].end]
    title, description = shorten(first.text, _LONGEST_TITLE), shorten(" ".join(described.split()), _LONGEST_DESCRIPTION)
    return Suggestion(digest(text), title, description, replace(reply, buttons=()))


def _suggestion(quote: Quote, asked: str, style: ReplyStyle, heading: FormattedText = NO_HEADING) -> Suggestion:
    source = source_description(quote, style.texts, _LONGEST_DESCRIPTION)
    name = digest(pack(references_to([quote])) or quote.text)
    text = join("\n", [heading, quote_block([quote], asked, style)])
    return Suggestion(name, shorten(_core(quote), _LONGEST_TITLE), source, Reply(text))


def _core(quote: Quote) -> str:
    """The sentence of the quote that answers."""
    start, end = quote.core
    return quote.article.text[start:end]


def guest_suggestion(reply: Reply, articles: Sequence[Article]) -> Suggestion:
    """A reply in the form in which a guest answers; its title is not shown."""
    return Suggestion("answer", shorten(articles[0].title, _LONGEST_TITLE), "", reply)


def unavailable_page(texts: Texts) -> InlinePage:
    """The page for somebody who types after the bot's name while nothing can be looked up."""
    return InlinePage((), "", texts("cannot-look-inline"), is_cacheable=False)
