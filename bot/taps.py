"""What a tap on a button means. The button carries all of it (1 to 64 bytes): nothing is remembered between messages.

What a button points to is named by content, not by number alone, so that it stays right, or is known to be gone,
whatever an editor adds or changes meanwhile, and whichever process gets the tap.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass

from content import Article


@dataclass(frozen=True, slots=True)
class AskSample:
    """Ask the sample question with this digest."""

    question: str


@dataclass(frozen=True, slots=True)
class ShowVoice:
    """Show the passage with this number (from 0) of the speaker with this digest, in the library with this version."""

    library: str
    speaker: str
    number: int


@dataclass(frozen=True, slots=True)
class ListVoices:
    """Show the list of all speakers again."""


Tap = AskSample | ShowVoice | ListVoices


def encode(tap: Tap) -> str:
    """The data that a button carries for this."""
    match tap:
        case AskSample(question):
            return f"ask:{question}"
        case ShowVoice(library, speaker, number):
            return f"voice:{library}:{speaker}:{number}"
        case ListVoices():
            return "voices"


def decode(data: str) -> Tap | None:
    """What a button with this data means; None when it is not one of ours, or is one of an earlier version's."""
    match data.split(":"):
        case ["ask", question]:
            return AskSample(question)
        case ["voice", library, speaker, number] if number.isdecimal() and number.isascii():
            return ShowVoice(library, speaker, int(number))
        case ["voices"]:
            return ListVoices()
        case _:
            return None


def digest(text: str) -> str:
    """Sixteen hexadecimal digits that stand for the text."""
    return hashlib.blake2s(text.encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()


def library_version(articles: Iterable[Article]) -> str:
    """Changes with every change of any article."""
    return digest(" ".join(article.version for article in articles))
