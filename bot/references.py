"""References to quotes, so small that a button can carry them.

What a button needs to show an answer's quotes again, after a restart and from any process: the versions of their
articles, the quotes' spans, and the words that matched. Packed it has at most 46 bytes, which base64 turns into the 62
characters that Telegram's 64 leave beside a button's kind:

    number of the quote shown, plus 64 when the first two are shown together
    number of articles · their versions, 4 bytes each
    number of quotes · for each: its article · number of spans · for each: distance from the end before, and length
    the hashes of matched words, 2 bytes each, as many as fit

Numbers are varints: seven bits a byte, the lowest first, the eighth bit says that more follow.
"""

from __future__ import annotations

import base64
import hashlib
import itertools
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from content import Article
from retrieval import InvalidSpan, Quote, Span, cite
from retrieval.words import normalised

_MOST_BYTES = 46
_VERSION = 4
_HASH = 2
_PAIR = 2

# Beside the number of the quote shown; there are never so many quotes.
_PAIRED = 64


@dataclass(frozen=True, slots=True)
class References:
    """The quotes of an answer, each as its article's version and its spans; `shown` is the number of one, from 0.

    `paired`: the first two are shown together, since they answer equally well. `words` are hashes of the word forms
    that matched the question.
    """

    quotes: tuple[tuple[str, tuple[Span, ...]], ...]
    words: frozenset[bytes]
    shown: int = 0
    paired: bool = False

    @property
    def shows_pair(self) -> bool:
        """Whether what is shown are the first two quotes."""
        return self.paired and self.shown < _PAIR <= len(self.quotes)

    def has(self, quote: Quote) -> bool:
        """Whether one of them quotes a word of this quote, too."""
        return any(
            version == quote.article.version and a.start < b.end and b.start < a.end
            for version, spans in self.quotes
            for a in spans
            for b in quote.spans
        )

    def quote(self, articles: Iterable[Article]) -> Quote | None:
        """The quote that is to be shown; None when its article is gone or has changed."""
        if self.shown >= len(self.quotes):
            return None
        version, spans = self.quotes[self.shown]
        article = next((article for article in articles if article.version == version), None)
        if article is None:
            return None
        try:
            return cite(article, spans, lambda form: _hash(form) in self.words)
        except InvalidSpan:  # another text with this version's digits; one in four thousand million
            return None


def refer(quotes: Sequence[Quote], shown: int = 0, *, paired: bool = False) -> References:
    """References to the quotes, the last ones left out where a button could not carry them all."""
    listed = tuple((quote.article.version, quote.spans) for quote in quotes)
    while len(listed) > 1 and len(_packed(References(listed, frozenset()))) > _MOST_BYTES:
        listed = listed[:-1]
    marked = dict.fromkeys(
        _hash(normalised(quote.article.text[start:end])) for quote in quotes for start, end in quote.highlights
    )
    room = (_MOST_BYTES - len(_packed(References(listed, frozenset())))) // _HASH
    return References(listed, frozenset(list(marked)[: max(0, room)]), shown, paired and len(listed) >= _PAIR)


def followed_by(references: References, quote: Quote) -> References:
    """The references with one more quote behind the others, which is shown; the first are left out for want of room."""
    listed = (*references.quotes, (quote.article.version, quote.spans))
    while len(listed) > 1 and len(_packed(References(listed, frozenset(), len(listed) - 1))) > _MOST_BYTES:
        listed = listed[1:]
    shown = len(listed) - 1
    room = (_MOST_BYTES - len(_packed(References(listed, frozenset(), shown)))) // _HASH
    return References(listed, frozenset(sorted(references.words)[: max(0, room)]), shown)


def pack(references: References) -> str | None:
    """The references as 62 characters at most; None when not even one quote fits."""
    packed = _packed(references)
    return base64.urlsafe_b64encode(packed).decode().rstrip("=") if len(packed) <= _MOST_BYTES else None


def unpack(text: str) -> References | None:
    """What `pack` made; None when the text is something else."""
    try:
        data = iter(base64.b64decode(text + "=" * (-len(text) % 4), altchars=b"-_", validate=True))
        paired, shown = divmod(_number(data), _PAIRED)
        versions = [_bytes(data, _VERSION).hex() for _ in range(_number(data))]
        quotes = tuple((versions[_number(data)], _spans(data)) for _ in range(_number(data)))
    except (ValueError, IndexError):
        return None
    rest = bytes(data)
    words = frozenset(rest[at : at + _HASH] for at in range(0, len(rest), _HASH))
    return References(quotes, words, shown, bool(paired))


def _packed(references: References) -> bytes:
    versions = list(dict.fromkeys(version for version, _ in references.quotes))
    packed = _varint(references.shown + _PAIRED * references.paired) + _varint(len(versions))
    packed += b"".join(map(bytes.fromhex, versions)) + _varint(len(references.quotes))
    for version, spans in references.quotes:
        packed += _varint(versions.index(version)) + _varint(len(spans))
        end = 0
        for span in spans:
            packed += _varint(span.start - end) + _varint(span.end - span.start)
            end = span.end
    return packed + b"".join(sorted(references.words))


def _hash(form: str) -> bytes:
    return hashlib.blake2s(form.encode("utf-8", "surrogatepass"), digest_size=_HASH).digest()


def _varint(number: int) -> bytes:
    packed = bytearray()
    while number > 0x7F:
        packed.append(number & 0x7F | 0x80)
        number >>= 7
    return bytes([*packed, number])


def _number(data: Iterator[int]) -> int:
    number = shift = 0
    for byte in data:
        number |= (byte & 0x7F) << shift
        if byte <= 0x7F:
            return number
        shift += 7
    raise ValueError("The data ends within a number.")


def _bytes(data: Iterator[int], count: int) -> bytes:
    taken = bytes(itertools.islice(data, count))
    if len(taken) < count:
        raise ValueError("The data ends too soon.")
    return taken


def _spans(data: Iterator[int]) -> tuple[Span, ...]:
    spans: list[Span] = []
    end = 0
    for _ in range(_number(data)):
        start = end + _number(data)
        end = start + _number(data)
        spans.append(Span(start, end))
    return tuple(spans)
