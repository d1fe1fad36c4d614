"""An answer as JSON."""

from __future__ import annotations

from typing import Any

from content import Article
from retrieval import Answer, Attribution, Quote, UnsupportedPart


def answer_json(answer: Answer) -> dict[str, Any]:
    """Everything the answer holds. Offsets count Unicode code points of the article's text, ends are exclusive.

    Those of `unsupported` count the question's; its `instead` lies in the text of the first quote's article.
    """
    return {
        "question": answer.question,
        "language": answer.language,
        "verdict": answer.verdict.value,
        "found": answer.found,
        "topic": answer.topic.value if answer.topic else None,
        "subject": list(answer.subject),
        "abreast": answer.equally_good,
        "unsupported": [_unsupported(part, answer.question) for part in answer.unsupported_parts],
        "quotes": [quote_json(quote) for quote in answer.quotes],
    }


def _unsupported(part: UnsupportedPart, question: str) -> dict[str, Any]:
    return {
        "text": question[part.span.start : part.span.end],
        "start": part.span.start,
        "end": part.span.end,
        "kind": part.kind.value,
        "absent": part.absent,
        "instead": list(part.instead) if part.instead else None,
    }


def quote_json(quote: Quote) -> dict[str, Any]:
    """Everything the quote holds."""
    return {
        "text": quote.text,
        "spans": [list(span) for span in quote.spans],
        "core": list(quote.core),
        "highlights": [list(span) for span in quote.highlights],
        "attribution": _attribution(quote.attribution) if quote.attribution else None,
        "attributions": [_attribution(attribution) for attribution in quote.attributions],
        "article": _article(quote.article),
        "paragraph": {
            "number": quote.paragraph.number,
            "heading": quote.paragraph.heading,
            "start": quote.paragraph.start,
            "end": quote.paragraph.end,
        },
    }


def _attribution(attribution: Attribution) -> dict[str, Any]:
    return {
        "speaker": attribution.speaker,
        "mention": attribution.mention,
        "cue": attribution.cue,
        "confidence": attribution.confidence.value,
        "start": attribution.start,
        "end": attribution.end,
    }


def _article(article: Article) -> dict[str, Any]:
    return {
        "slug": article.slug,
        "title": article.title,
        "language": article.language,
        "publisher": article.publisher,
        "authors": list(article.authors),
        "published": article.published.isoformat() if article.published else None,
        "url": article.url,
    }
