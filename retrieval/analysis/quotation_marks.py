"""The quotations of a message: what stands in quotation marks, of whatever style.

Messages are typed in haste: marks of two styles meet, some are missing, and most phones know only straight ones. So
whether a mark opens or closes is read from what stands around it. (`retrieval.attribution.syntax.quotation` is for
articles, which are set with care.)
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from dataclasses import dataclass, field

from retrieval.base.spans import Span

_MARK = re.compile(r",,|''|``|‘‘|’’|<<|>>|[„“”‟»«\"‚‘’‛›‹'`]")
_SINGLE = frozenset("‚‘’‛›‹'`")
_ALWAYS_OPENS = frozenset({"„", "‟", ",,", "‚", "‛", "``"})
_APOSTROPHES = frozenset("'’‘`")
_BEFORE_OPENING = frozenset("([{–—-/:;>*_~|=")
_PARAGRAPH_END = re.compile(r"\n[ \t]*\n|\Z")
_CLOSING_PUNCTUATION = frozenset(".!?…,;:)]}%")


@dataclass(eq=False, slots=True)
class MarkedQuotation:
    """A stretch between quotation marks, without them; `inner` are those within it, in order."""

    span: Span
    inner: list[MarkedQuotation] = field(default_factory=list)


def marked_quotations(text: str) -> tuple[MarkedQuotation, ...]:
    """The outermost quotations, in order. One that is never closed ends where its paragraph does.

    Example: Er schrieb: „Sie sagte: ‚Nein‘.“  ->  one quotation, with another one in it.
    """
    stack = _Stack(text)
    for mark in _MARK.finditer(text):
        stack.take(mark)
    return stack.finish()


@dataclass(eq=False, slots=True)
class _Opened:
    """A quotation that is not closed yet."""

    mark: re.Match[str]
    single: bool
    inner: list[MarkedQuotation] = field(default_factory=list)


class _Stack:
    """The quotations that are open at a place of a text, the innermost last, and the outermost that are closed."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._opened: list[_Opened] = []
        self._open_doubles = 0
        self._open_marks = Counter[str]()
        self._outermost: list[MarkedQuotation] = []

    def take(self, mark: re.Match[str]) -> None:
        """The next mark."""
        single = mark.group() in _SINGLE
        is_open = bool(self._opened) and self._opened[-1].single if single else self._open_doubles > 0
        if _opens(self._text, mark, is_open=is_open, single=single):
            if not (is_open and self._repeats(mark)):
                self._opened.append(_Opened(mark, single))
                self._open_doubles += not single
                self._open_marks[mark.group()] += 1
        elif is_open and not _is_apostrophe(self._text, mark):
            while self._opened[-1].single is not single:
                self._drop()
            closed = self._pop()
            self._open_doubles -= not single
            self._add(MarkedQuotation(Span(closed.mark.end(), mark.start()), closed.inner))

    def finish(self) -> tuple[MarkedQuotation, ...]:
        """All that are closed; nothing comes any more."""
        ends = [each.start() for each in _PARAGRAPH_END.finditer(self._text)]
        while self._opened:
            if self._opened[-1].single:
                self._drop()
                continue
            unclosed = self._pop()
            start = unclosed.mark.end()
            span = Span(start, ends[bisect_left(ends, start)])
            self._add(MarkedQuotation(span, [each for each in unclosed.inner if span.covers(each.span)]))
            # Those around it began earlier, so they end no later.
            self._outermost += [each for each in unclosed.inner if not span.covers(each.span)]
        return tuple(sorted(self._outermost, key=lambda each: each.span))

    def _repeats(self, mark: re.Match[str]) -> bool:
        """Whether it is the mark that opened the quotation, again at the start of its next paragraph."""
        if not self._open_marks[mark.group()]:
            return False
        at = mark.start()
        while at > 0 and self._text[at - 1] != "\n":
            if not self._text[at - 1].isspace():
                return False
            at -= 1
        return True

    def _pop(self) -> _Opened:
        opened = self._opened.pop()
        self._open_marks[opened.mark.group()] -= 1
        return opened

    def _drop(self) -> None:
        """An apostrophe seemed to open the innermost one."""
        for inner in self._pop().inner:
            self._add(inner)

    def _add(self, quotation: MarkedQuotation) -> None:
        (self._opened[-1].inner if self._opened else self._outermost).append(quotation)


def _is_apostrophe(text: str, mark: re.Match[str]) -> bool:
    inside = mark.start() > 0 and text[mark.start() - 1].isalnum() and text[mark.end() : mark.end() + 1].isalnum()
    return inside and mark.group() in _APOSTROPHES


def _opens(text: str, mark: re.Match[str], *, is_open: bool, single: bool) -> bool:
    """Whether the mark opens a quotation, going by what stands around it; `is_open`: it could close one instead."""
    before = text[mark.start() - 1] if mark.start() else " "
    after = text[mark.end() : mark.end() + 1]
    if not after or (after in _CLOSING_PUNCTUATION and not (before.isspace() and after in ".…")):
        return False
    if after.isspace():  # « Nein »
        return before.isspace() and not is_open and not single
    if before.isspace() or mark.group() in _ALWAYS_OPENS:
        return True
    if is_open:
        return False
    return before in _BEFORE_OPENING or (not single and after.isalnum())
