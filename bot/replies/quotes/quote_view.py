"""A quote with its buttons, and the paragraph around it: what taps change a message into."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from urllib.parse import quote as percent_encoded

from telegram.constants import InlineKeyboardButtonLimit

from bot.callback.callback_data import ShowContext, ShowQuote, encode
from bot.callback.quote_references import QuoteReferences, pack
from bot.messages.formatting import (
    FormattedText,
    expandable_blockquote,
    join,
    plain,
    shorten,
    underline,
    without_autolinks,
)
from bot.messages.reply import Reply, ReplyButton
from bot.messages.texts import Texts
from bot.replies.quotes.quotations import language_note, quote_block
from bot.replies.quotes.sources import place_in_article, quoted_title, source_line
from content import Article
from retrieval import Quote, Span

# Of a very long paragraph this many characters (code points) on each side of the quote are its context.
_AROUND = 1000

# As many words at either end tell a browser which passage of a page is meant.
_FRAGMENT_WORDS = 4

NO_HEADING = FormattedText()


def quote_view(
    references: QuoteReferences, articles: Sequence[Article], texts: Texts, heading: FormattedText = NO_HEADING
) -> Reply | None:
    """The quote that the references point to, in place of the one before; None when it is no longer there.

    `heading` is what stands above the quote, and stays there.
    """
    if references.shows_pair:
        pair = [replace(references, current=number).quote(articles) for number in range(2)]
        voices = [quote for quote in pair if quote]
        if len(voices) == len(pair):
            text = join("\n", [heading, quote_block(voices, references.question_language, texts)])
            return Reply(text, pair_buttons(references, texts), in_place=True)
        references = replace(references, paired=False)
    quote = references.quote(articles)
    if quote is None:
        return None
    text = join("\n", [heading, quote_block([quote], references.question_language, texts)])
    return Reply(text, quote_buttons(quote, references, texts), in_place=True)


def context_view(
    references: QuoteReferences, articles: Sequence[Article], texts: Texts, heading: FormattedText = NO_HEADING
) -> Reply | None:
    """The paragraph around the quote, the quote underlined in it; None when it is no longer there."""
    quote = references.quote(articles)
    if quote is None:
        return None
    block = expandable_blockquote(without_autolinks(_context(quote)))
    note = language_note([quote], references.question_language, texts)
    text = join("\n", [heading, block, source_line(quote, texts), note])
    back = ReplyButton(texts("back-to-quote"), data=encode(ShowQuote(references)))
    return Reply(text, ((back, *_link_button(quote, texts)),), in_place=True)


def quote_buttons(quote: Quote, references: QuoteReferences, texts: Texts) -> tuple[tuple[ReplyButton, ...], ...]:
    """The rows of buttons under a quote: its neighbours, its context, its citation, its page."""
    if pack(references) is None:
        return ()
    pagination = tuple(_pagination_buttons(references, texts))
    return tuple(row for row in (pagination, tuple(_action_buttons(quote, references, texts))) if row)


def pair_buttons(references: QuoteReferences, texts: Texts) -> tuple[tuple[ReplyButton, ...], ...]:
    """The rows of buttons under two quotes that are shown together: those behind them, the context of each."""
    if pack(references) is None:
        return ()
    pagination = tuple(_pagination_buttons(replace(references, current=1), texts))[1:]
    contexts = tuple(
        ReplyButton(
            texts("context-of", number=number + 1), data=encode(ShowContext(replace(references, current=number)))
        )
        for number in range(2)
    )
    return tuple(row for row in (pagination, contexts) if row)


def _pagination_buttons(references: QuoteReferences, texts: Texts) -> Iterator[ReplyButton]:
    count = len(references.quotes)
    for key, number in (("turn-back", references.current - 1), ("turn-on", references.current + 1)):
        if 0 <= number < count:
            data = encode(ShowQuote(replace(references, current=number)))
            yield ReplyButton(texts(key, number=number + 1, count=count), data=data)


def _action_buttons(quote: Quote, references: QuoteReferences, texts: Texts) -> Iterator[ReplyButton]:
    if _window(quote) != Span(quote.spans[0].start, quote.spans[-1].end) or len(quote.spans) > 1:
        yield ReplyButton(texts("context"), data=encode(ShowContext(references)))
    yield ReplyButton(texts("copy"), copy_text=_citation(quote, texts))
    yield from _link_button(quote, texts)


def _link_button(quote: Quote, texts: Texts) -> Iterator[ReplyButton]:
    if quote.article.url:
        yield ReplyButton(texts("read-article"), url=passage_url(quote.article.url, quote))


def passage_url(url: str, quote: Quote) -> str:
    """The page's address with a text fragment (wicg.github.io/scroll-to-text-fragment), which opens it at the quote."""
    start, end = quote.spans[0]
    words = quote.article.text[start:end].split()
    ends = [words] if len(words) <= 2 * _FRAGMENT_WORDS else [words[:_FRAGMENT_WORDS], words[-_FRAGMENT_WORDS:]]
    fragment = ",".join(percent_encoded(" ".join(part), safe="").replace("-", "%2D") for part in ends)
    return f"{url}{'' if '#' in url else '#'}:~:text={fragment}"


def _citation(quote: Quote, texts: Texts) -> str:
    title = quoted_title(quote.article, texts)
    place = texts("source-line", title=shorten(title, 80), **place_in_article(quote))
    limit = int(InlineKeyboardButtonLimit.MAX_COPY_TEXT)
    return f"{shorten(quote.text, limit - len(place) - 3)} ({place})"


def _window(quote: Quote) -> Span:
    """The paragraphs that the quote lies in, or as much of them as can be shown."""
    first, last = quote.spans[0].start, quote.spans[-1].end
    around = [paragraph for paragraph in quote.article.paragraphs if paragraph.start < last and first < paragraph.end]
    return Span(max(around[0].start, first - _AROUND), min(around[-1].end, last + _AROUND))


def _context(quote: Quote) -> FormattedText:
    text, window = quote.article.text, _window(quote)
    marked, at = plain(""), window.start
    for start, end in quote.spans:
        marked = marked + text[at:start] + underline(text[start:end])
        at = end
    return marked + text[at : window.end]
