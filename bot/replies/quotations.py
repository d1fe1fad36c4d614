"""A quote as it is shown: a block with the matched words in bold, and its source line."""

from __future__ import annotations

from bot.formatting import Formatted, blockquote, bold, join, plain
from bot.replies.sources import source_line
from bot.texts import Texts
from retrieval import Quote, Span
from retrieval.quotes import OMISSION


def quotation(quote: Quote, texts: Texts) -> Formatted:
    """The quote, character for character, and under it who says it and where it stands."""
    return join("\n", [blockquote(marked_text(quote)), source_line(quote, texts)])


def marked_text(quote: Quote) -> Formatted:
    """`quote.text` with its highlights in bold."""
    return join(OMISSION, [_marked(quote, span) for span in quote.spans])


def _marked(quote: Quote, span: Span) -> Formatted:
    text = quote.article.text
    marked, at = plain(""), span.start
    for highlight in quote.highlights:
        if span.covers(highlight):
            marked = marked + text[at : highlight.start] + bold(text[highlight.start : highlight.end])
            at = highlight.end
    return marked + text[at : span.end]


def found_words(quote: Quote, texts: Texts) -> str:
    """The words of the quote that matched, each once: for where bold cannot be seen."""
    words = dict.fromkeys(quote.article.text[start:end] for start, end in quote.highlights)
    return texts("found-words", words=", ".join(words))
