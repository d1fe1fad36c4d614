"""The quotations of a text, checked, as JSON."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from bot.replies.answer_json import quote_json
from retrieval import QuotationCheck


def checks_json(text: str, checks: Iterable[QuotationCheck]) -> dict[str, Any]:
    """All checks, in order. Offsets count Unicode code points, ends are exclusive.

    `start`, `end` and `written` lie in the text that was checked, `original` and `omissions` in the article's.
    """
    return {"quotations": [_check(text, check) for check in checks]}


def _check(text: str, check: QuotationCheck) -> dict[str, Any]:
    return {
        "text": text[check.start : check.end],
        "start": check.start,
        "end": check.end,
        "verdict": check.verdict.value,
        "changes": [{"written": list(each.written), "original": list(each.original)} for each in check.changes],
        "omissions": [list(span) for span in check.omissions],
        "original": list(check.original) if check.original else None,
        "speaker": check.speaker.value if check.speaker else None,
        "named": check.named,
        "quote": quote_json(check.quote) if check.quote else None,
    }
