"""A quote as it is shown: a block with the matched words in bold, and its source line."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from bot.messages.formatting import (
    FormattedText,
    blockquote,
    bold,
    join,
    plain,
    without_autolinks,
)
from bot.messages.texts import Texts
from bot.replies.quotes.source_line import date_of, source_line
from bot.replies.style import ReplyStyle
from content import Article
from retrieval import Quote, Span
from retrieval.quotes.quote import OMISSION

# The note under a quote, by the quote's language.
_UNTRANSLATED = {"de": "untranslated-de", "en": "untranslated-en"}

# Bold stands out only while no more than this share of the quote is bold.
_MOST_BOLD = 1 / 2


def quote_block(quotes: Sequence[Quote], question_language: str, style: ReplyStyle) -> FormattedText:
    """One quote, or two of them, and the note that they are in another language than the question.

    `question_language` is the ISO 639 code of the question's language; empty when it is that of the quotes.
    """
    block = quote_pair(quotes, style) if len(quotes) > 1 else quotation(quotes[0], style)
    return join("\n", [block, language_note(quotes, question_language, style.texts)])


def language_note(quotes: Sequence[Quote], question_language: str, texts: Texts) -> str:
    """That the quotes are in the article's language, untranslated; empty when that is the question's, too."""
    language = quotes[0].article.language
    if question_language in ("", language):
        return ""
    return texts(_UNTRANSLATED.get(language, "untranslated"), quotes=len(quotes), articles=len(_articles(quotes)))


def quotation(quote: Quote, style: ReplyStyle, *, every_highlight: bool = False) -> FormattedText:
    """The quote, character for character, and under it who says it and where it stands. Nothing of it is folded.

    `every_highlight`: all of them are in bold, however many.
    """
    highlights = quote.highlights if every_highlight else _sparse_highlights(quote)
    return join("\n", [blockquote(without_autolinks(_highlighted(quote, highlights))), source_line(quote, style)])


def quote_pair(quotes: Sequence[Quote], style: ReplyStyle) -> FormattedText:
    """Quotes one below the other, each with who says it and where it stands; of several articles, when that was."""
    quoted = _quotation_with_date if len(_articles(quotes)) > 1 else quotation
    return join("\n\n", [quoted(quote, style) for quote in quotes])


def _articles(quotes: Iterable[Quote]) -> set[Article]:
    return {quote.article for quote in quotes}


def _quotation_with_date(quote: Quote, style: ReplyStyle) -> FormattedText:
    shown = quotation(quote, style)
    if not quote.article.published:
        return shown
    return style.texts.format("dated-line", source=shown, date=date_of(quote.article, style.texts))


def _highlighted(quote: Quote, highlights: Sequence[Span]) -> FormattedText:
    """`quote.text` with these in bold."""
    return join(OMISSION, [_highlight(quote.article.text, span, highlights) for span in quote.spans])


def _sparse_highlights(quote: Quote) -> list[Span]:
    """The rarest first, while no more than the share above is bold; one of them in any case."""
    text, left = quote.article.text, _MOST_BOLD * len(quote.text)
    kept: list[Span] = []
    for highlight in sorted(quote.highlights, key=lambda span: text.count(text[span.start : span.end])):
        length = highlight.end - highlight.start
        if not kept or length <= left:
            kept.append(highlight)
            left -= length
    return sorted(kept)


def _highlight(text: str, span: Span, highlights: Sequence[Span]) -> FormattedText:
    marked, at = plain(""), span.start
    for highlight in highlights:
        if span.covers(highlight):
            marked = marked + text[at : highlight.start] + bold(text[highlight.start : highlight.end])
            at = highlight.end
    return marked + text[at : span.end]


def found_words(quotes: Iterable[Quote], texts: Texts) -> str:
    """The words of the quotes that matched, each once: for where bold cannot be seen. Empty when none did."""
    words = dict.fromkeys(quote.article.text[start:end] for quote in quotes for start, end in quote.highlights)
    return texts("found-words", words=", ".join(words)) if words else ""
