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
from bot.replies.pagination import pagination_buttons
from bot.replies.quotes.quote_block import language_note, quote_block
from bot.replies.quotes.source_line import place_in_article, quoted_title, source_line
from bot.replies.style import ReplyStyle
from content import Article
from retrieval import Quote, Span

# Of a very long paragraph this many characters (code points) on each side of the quote are its context.
_AROUND = 1000

# As many words at either end tell a browser which passage of a page is meant.
_FRAGMENT_WORDS = 4

# Of more buttons beside each other the page's has a short label, or a phone would cut all of them.
_ROW = 4

# Of a citation, which is short enough for the clipboard.
_LONGEST_TITLE = 80

NO_HEADING = FormattedText()


def quote_view(
    references: QuoteReferences, articles: Sequence[Article], style: ReplyStyle, heading: FormattedText = NO_HEADING
) -> Reply | None:
    """The quote that the references point to, in place of the one before; None when it is no longer there.

    `heading` is what stands above the quote, and stays there.
    """
    if references.shows_pair:
        pair = [replace(references, current=number).quote(articles) for number in range(2)]
        voices = [quote for quote in pair if quote]
        if len(voices) == len(pair):
            text = join("\n", [heading, quote_block(voices, references.question_language, style)])
            return Reply(text, pair_buttons(voices, references, style.texts), in_place=True)
        references = replace(references, paired=False)
    quote = references.quote(articles)
    if quote is None:
        return None
    text = join("\n", [heading, quote_block([quote], references.question_language, style)])
    page, count = _pages(references)
    return Reply(
        text,
        quote_buttons(quote, references, style.texts),
        in_place=True,
        confirmation=style.texts("quote-position", page=page + 1, count=count) if count > 1 else "",
    )


def context_view(
    references: QuoteReferences, articles: Sequence[Article], style: ReplyStyle, heading: FormattedText = NO_HEADING
) -> Reply | None:
    """The paragraph around the quote, the quote underlined in it; None when it is no longer there."""
    quote = references.quote(articles)
    if quote is None:
        return None
    block = expandable_blockquote(without_autolinks(_context(quote)))
    note = language_note([quote], references.question_language, style.texts)
    text = join("\n", [heading, block, source_line(quote, style), note])
    back = ReplyButton(style.texts("back-to-quote"), data=encode(ShowQuote(references)))
    return Reply(text, ((back, *_link_button(quote, style.texts)),), in_place=True)


def quote_buttons(quote: Quote, references: QuoteReferences, texts: Texts) -> tuple[tuple[ReplyButton, ...], ...]:
    """The row of buttons under a quote: its neighbours, its context, its citation, its page."""
    if pack(references) is None:
        return ()
    row = (
        *_pagination_buttons(references, texts),
        *_context_button(quote, references, texts),
        ReplyButton(texts("copy"), copy_text=_citation(quote, texts)),
    )
    return ((*row, *_link_button(quote, texts, "read-article" if len(row) < _ROW else "read-article-short")),)


def pair_buttons(
    quotes: Sequence[Quote], references: QuoteReferences, texts: Texts
) -> tuple[tuple[ReplyButton, ...], ...]:
    """The row of buttons under two quotes that are shown together: those behind them, the context of each, the page of
    the article, if it is one."""
    if pack(references) is None:
        return ()
    contexts = (
        ReplyButton(
            texts("context-of", number=number + 1), data=encode(ShowContext(replace(references, current=number)))
        )
        for number in range(2)
    )
    row = (*_pagination_buttons(references, texts), *contexts)
    first, second = quotes
    return ((*row, *_link_button(first, texts, "read-article-short")) if first.article is second.article else row,)


def _pagination_buttons(references: QuoteReferences, texts: Texts) -> Iterator[ReplyButton]:
    page, count = _pages(references)
    together = len(references.quotes) - count  # the first page may show two

    def data_of(page: int) -> str:
        return encode(ShowQuote(replace(references, current=page + together if page else 0)))

    return pagination_buttons(page, count, data_of, texts, onward=texts("more", count=count - 1))


def _pages(references: QuoteReferences) -> tuple[int, int]:
    """The page that is shown, from 0, and how many there are: the first two quotes may be shown together."""
    if references.paired:
        return max(references.current - 1, 0), len(references.quotes) - 1
    return references.current, len(references.quotes)


def _context_button(quote: Quote, references: QuoteReferences, texts: Texts) -> Iterator[ReplyButton]:
    if _window(quote) != Span(quote.spans[0].start, quote.spans[-1].end) or len(quote.spans) > 1:
        yield ReplyButton(texts("context"), data=encode(ShowContext(references)))


def _link_button(quote: Quote, texts: Texts, label: str = "read-article") -> Iterator[ReplyButton]:
    if quote.article.url:
        yield ReplyButton(texts(label), url=passage_url(quote.article.url, quote))


def passage_url(url: str, quote: Quote) -> str:
    """The page's address with a text fragment (wicg.github.io/scroll-to-text-fragment), which opens it where the
    sentence stands that answers."""
    start, end = quote.core
    words = quote.article.text[start:end].split()
    ends = [words] if len(words) <= 2 * _FRAGMENT_WORDS else [words[:_FRAGMENT_WORDS], words[-_FRAGMENT_WORDS:]]
    fragment = ",".join(percent_encoded(" ".join(part), safe="").replace("-", "%2D") for part in ends)
    return f"{url}{'' if '#' in url else '#'}:~:text={fragment}"


def _citation(quote: Quote, texts: Texts) -> str:
    title = quoted_title(quote.article, texts, _LONGEST_TITLE)
    place = texts("source-line", title=title, place=texts("place", **place_in_article(quote)))
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
