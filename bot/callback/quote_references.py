"""References to quotes, so small that a button can carry them.

What a button needs to show an answer's quotes again, after a restart and from any process: the versions of their
articles, the quotes' spans, and the words that matched. Packed it has at most 46 bytes, which base64 turns into the 62
characters that Telegram's 64 leave beside a button's kind:

    number of the quote shown, plus 64 when the first two are shown together, plus 128 times the question's language
    number of articles · their versions, 4 bytes each
    number of quotes · for each: its article · number of spans · for each: distance from the end before, and length
    the hashes of matched words, 2 bytes each, as many as fit

Anybody who speaks to Telegram by a client of their own can send data that no button had. A quote is therefore shown
only when it is one that could have been made of this article: of whole sentences, or of each one run of its clauses
(`is_quotable`). A keyed digest would refuse sooner, but take room from the words, end all buttons when the token is
renewed, and those that are out there already.

The language is there only when it is not that of all the quotes: its letters as the digits 1 to 26 of a number to the
base 27. Numbers are varints: seven bits a byte, the lowest first, the eighth bit says that more follow.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from bot.callback.binary import (
    decode_language,
    encode_language,
    known_code,
    read_bytes,
    read_spans,
    read_varint,
    varint,
)
from content import Article
from retrieval import InvalidSpan, Quote, Span, cite
from retrieval.base.words import words_of
from retrieval.quotes.quotable import is_quotable

_MOST_BYTES = 46
_VERSION = 4
_HASH = 2
_PAIR = 2

# Beside the number of the quote shown; there are never so many quotes.
_PAIRED = 64


@dataclass(frozen=True, slots=True)
class QuoteReferences:
    """The quotes of an answer, each as its article's version and its spans; `current` is the number of one, from 0.

    `paired`: the first two are shown together, since they answer equally well. `words` are hashes of the word forms
    that matched the question. `question_language` is the ISO 639 code of the language that it was asked in; empty when
    that is the language of all the quotes.
    """

    quotes: tuple[tuple[str, tuple[Span, ...]], ...]
    words: frozenset[bytes]
    current: int = 0
    paired: bool = False
    question_language: str = ""

    @property
    def shows_pair(self) -> bool:
        """Whether what is shown are the first two quotes."""
        return self.paired and self.current < _PAIR <= len(self.quotes)

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
        if self.current >= len(self.quotes):
            return None
        version, spans = self.quotes[self.current]
        article = next((article for article in articles if article.version == version), None)
        if article is None:
            return None
        try:
            quote = cite(article, spans, lambda form: _hash(form) in self.words)
        except InvalidSpan:  # another text with this version's digits; one in four thousand million; or made up
            return None
        return quote if is_quotable(article, quote.spans) else None


def references_to(
    quotes: Sequence[Quote], shown: int = 0, *, paired: bool = False, question_language: str = ""
) -> QuoteReferences:
    """References to the quotes, the last ones left out where a button could not carry them all.

    `question_language` is an ISO 639 code; it is kept if one of the quotes is in another language.
    """
    listed = tuple((quote.article.version, quote.spans) for quote in quotes)
    marked = dict.fromkeys(
        _hash(word.form)
        for quote in quotes
        for highlight in quote.highlights
        for word in words_of(quote.article.text, highlight)
    )
    foreign = any(quote.article.language != question_language for quote in quotes)
    return _fit(
        QuoteReferences(listed, frozenset(), shown, paired, known_code(question_language) if foreign else ""),
        list(marked),
    )


def append_quote(references: QuoteReferences, quote: Quote) -> QuoteReferences:
    """The references with one more quote behind the others, which is shown; the first are left out for want of room."""
    listed = (*references.quotes, (quote.article.version, quote.spans))
    return _fit(
        QuoteReferences(listed, frozenset(), len(listed) - 1, question_language=references.question_language),
        sorted(references.words),
    )


def with_question_language(references: QuoteReferences, language: str) -> QuoteReferences:
    """The references for a question in this language (ISO 639), other than that of some of their quotes; empty: none.

    To make room for it words or quotes are left out, but not the quote that is shown.
    """
    return _fit(replace(references, question_language=known_code(language)), sorted(references.words))


def _fit(references: QuoteReferences, words: Sequence[bytes]) -> QuoteReferences:
    """As many of the quotes as a button can carry, the one shown among them, and as many of the words, in order."""
    bare = replace(references, words=frozenset())
    while len(bare.quotes) > 1 and len(_serialize(bare)) > _MOST_BYTES:
        if bare.current < len(bare.quotes) - 1:
            bare = replace(bare, quotes=bare.quotes[:-1])
        else:
            bare = replace(bare, quotes=bare.quotes[1:], current=bare.current - 1)
    room = (_MOST_BYTES - len(_serialize(bare))) // _HASH
    paired = bare.paired and len(bare.quotes) >= _PAIR
    return replace(bare, words=frozenset(words[: max(0, room)]), paired=paired)


def pack(references: QuoteReferences) -> str | None:
    """The references as 62 characters at most; None when not even one quote fits."""
    packed = _serialize(references)
    return base64.urlsafe_b64encode(packed).decode().rstrip("=") if len(packed) <= _MOST_BYTES else None


def unpack(text: str) -> QuoteReferences | None:
    """What `pack` made; None when the text is something else."""
    try:
        data = iter(base64.b64decode(text + "=" * (-len(text) % 4), altchars=b"-_", validate=True))
        rest, current = divmod(read_varint(data), _PAIRED)
        language, paired = divmod(rest, 2)
        question_language = decode_language(language)
        versions = [read_bytes(data, _VERSION).hex() for _ in range(read_varint(data))]
        quotes = tuple((versions[read_varint(data)], read_spans(data)) for _ in range(read_varint(data)))
    except (ValueError, IndexError):
        return None
    hashes = bytes(data)
    words = frozenset(hashes[at : at + _HASH] for at in range(0, len(hashes), _HASH))
    return QuoteReferences(quotes, words, current, bool(paired), question_language)


def _serialize(references: QuoteReferences) -> bytes:
    versions = list(dict.fromkeys(version for version, _ in references.quotes))
    which = references.current + _PAIRED * (references.paired + 2 * encode_language(references.question_language))
    packed = varint(which) + varint(len(versions))
    packed += b"".join(map(bytes.fromhex, versions)) + varint(len(references.quotes))
    for version, spans in references.quotes:
        packed += varint(versions.index(version)) + varint(len(spans))
        end = 0
        for span in spans:
            packed += varint(span.start - end) + varint(span.end - span.start)
            end = span.end
    return packed + b"".join(sorted(references.words))


def _hash(form: str) -> bytes:
    return hashlib.blake2s(form.encode("utf-8", "surrogatepass"), digest_size=_HASH).digest()
