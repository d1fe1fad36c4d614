"""The reply to a message that is to be checked: each of its quotations beside the article's own words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.callback.callback_data import CheckMessage, encode
from bot.callback.quote_references import references_to
from bot.messages.formatting import FormattedText, join, plain, without_autolinks
from bot.messages.reply import AnswerOutcome, Reply, ReplyButton
from bot.messages.texts import Texts
from bot.replies.checks.claim_reply import claim_reply
from bot.replies.checks.quotations import quotations_in, says_something
from bot.replies.checks.verdict_line import verdict_line
from bot.replies.quotes.quote_block import quotation
from bot.replies.quotes.quote_view import quote_buttons
from bot.replies.style import ReplyStyle
from bot.replies.wording import in_marks
from retrieval import QuotationCheck, Quote, Retriever, Verdict, excerpt_of

# More quotations would make a message that nobody reads to its end; together their quotes are no longer than two.
_MOST = 5
_TOGETHER = 2
_LONGEST_QUOTATION = 60

# Code points: more that was left out would draw the eye from what was changed.
_SHORT = 15


def check_reply(text: str, retriever: Retriever, style: ReplyStyle) -> Reply:
    """The quotations of the message `text`, one after the other; without any, what the articles say to its claim."""
    if checks := quotations_in(text, retriever):
        return quotations_reply(text, checks, retriever, style, repeats=len(checks) > 1)
    return claim_reply(text, retriever, style) if says_something(text) else Reply(plain(style.texts("check-empty")))


def quotations_reply(
    text: str, checks: Sequence[QuotationCheck], retriever: Retriever, style: ReplyStyle, *, repeats: bool
) -> Reply:
    """Quotations of the message `text`, checked. `repeats`: each is repeated above its verdict."""
    articles = len(retriever.articles)
    shown = checks[:_MOST]
    longest = min(style.longest_quote, _TOGETHER * style.longest_quote // len(shown))
    quotes = [_quote(check, longest) for check in shown]
    blocks = [
        _block(text, check, quote, articles, style, repeats=repeats) for check, quote in zip(shown, quotes, strict=True)
    ]
    if len(checks) > len(shown):
        blocks.append(plain(style.texts("quotations-more")))
    return Reply(join("\n\n", blocks), _buttons(quotes, style.texts), outcome=_outcome(shown, style.texts))


def check_offer(articles: int, texts: Texts) -> Reply:
    """The offer to check a forwarded message, to which it replies: so the tap finds what to check."""
    return Reply(plain(texts("check-offer", articles=articles)), (check_button(texts),), as_reply=True)


def check_button(texts: Texts) -> tuple[ReplyButton, ...]:
    """The row of buttons that has a forwarded message checked."""
    return (ReplyButton(texts("check-it"), data=encode(CheckMessage())),)


def _quote(check: QuotationCheck, longest: int) -> Quote | None:
    """The article's words; in bold is what is changed, or, where nothing is, what is left out."""
    quote = excerpt_of(check, longest)
    if quote is None or not check.changes:
        return quote
    marked = {change.original for change in check.changes}
    marked |= {span for span in check.omissions if span.end - span.start <= _SHORT}
    return replace(quote, highlights=tuple(span for span in quote.highlights if span in marked))


def _block(
    text: str, check: QuotationCheck, quote: Quote | None, articles: int, style: ReplyStyle, *, repeats: bool
) -> FormattedText:
    said = in_marks(text[check.start : check.end], style.texts, _LONGEST_QUOTATION) if repeats else ""
    line = verdict_line(text, check, articles, style.texts)
    return join("\n", [without_autolinks(said), line, quotation(quote, style, every_highlight=True) if quote else ""])


def _buttons(quotes: Sequence[Quote | None], texts: Texts) -> tuple[tuple[ReplyButton, ...], ...]:
    """Those of the only quote; beside several, none would say which it belongs to."""
    only = quotes[0] if len(quotes) == 1 else None
    return quote_buttons(only, references_to([only], question_language=only.article.language), texts) if only else ()


def _outcome(checks: Sequence[QuotationCheck], texts: Texts) -> AnswerOutcome:
    found = any(check.quote for check in checks)
    verdicts = ",".join(sorted({check.verdict.value for check in checks}))
    return AnswerOutcome(Verdict.ANSWER if found else Verdict.NONE, texts.language, reason=f"check-{verdicts}")
