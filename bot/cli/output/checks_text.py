"""The quotations of a text, checked, as lines for a terminal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bot.cli.output.terminal import terminal_text
from bot.messages.texts import Texts
from bot.replies.quotes.source_line import source_line
from bot.replies.style import ReplyStyle
from retrieval import QuotationCheck, QuotationVerdict, Quote, Span, SpeakerVerdict

_INDENT = "  "


def checks_text(text: str, checks: Sequence[QuotationCheck], texts: Texts) -> str:
    """A block for each quotation: its line in the text, the verdict, what differs, what the article says, and who."""
    if not checks:
        return texts("check-nothing")
    return "\n\n".join("\n".join(_block(text, check, texts)) for check in checks)


def is_confirmed(check: QuotationCheck) -> bool:
    """Whether nothing in it is changed."""
    return check.verdict in (QuotationVerdict.EXACT, QuotationVerdict.SHORTENED)


def _block(text: str, check: QuotationCheck, texts: Texts) -> Iterator[str]:
    quotation = " ".join(text[check.start : check.end].split())
    verdict = texts(f"check-{check.verdict.value}")
    yield texts("check-line", line=text.count("\n", 0, check.start) + 1, verdict=verdict, quotation=quotation)
    if check.quote is None:
        return
    original = check.quote.article.text
    for change in check.changes:
        yield _INDENT + _change(text[slice(*change.written)], original[slice(*change.original)], texts)
    for span in check.omissions:
        yield _INDENT + texts("check-left-out", words=_words(original, span))
    if check.speaker is SpeakerVerdict.WRONG and check.named:
        yield _INDENT + texts("check-wrong-speaker", named=check.named)
    if not is_confirmed(check):
        yield f"{_INDENT}❝ {_one_line(check.quote)} ❞"
    yield _INDENT + terminal_text(source_line(check.quote, ReplyStyle(texts)))


def _change(written: str, original: str, texts: Texts) -> str:
    if not original:
        return texts("check-added", written=written)
    return texts("check-changed", written=written, original=" ".join(original.split()))


def _words(text: str, span: Span) -> str:
    return " ".join(text[slice(*span)].split())


def _one_line(quote: Quote) -> str:
    return " ".join(quote.text.split())
