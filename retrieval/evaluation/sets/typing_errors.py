"""Typing errors made on purpose."""

from __future__ import annotations

import random
import string


def with_typing_error(text: str, chance: random.Random) -> str:
    """The text with one letter of its longest word dropped, doubled, replaced, or swapped with the next.

    The first letter stays. White space becomes single blanks; a text without words stays as it is.
    """
    words = text.split()
    if not words:
        return text
    longest = max(range(len(words)), key=lambda at: len(words[at]))
    words[longest] = _mistype(words[longest], chance)
    return " ".join(words)


def _mistype(word: str, chance: random.Random) -> str:
    at = chance.randrange(1, max(2, len(word) - 1))
    before, letter, after = word[:at], word[at : at + 1], word[at + 1 :]
    return chance.choice(
        [
            before + after,
            before + letter + letter + after,
            before + chance.choice(string.ascii_lowercase) + after,
            before + after[:1] + letter + after[1:],
        ]
    )
