"""What a tap on a button means. The button carries all of it (1 to 64 bytes): nothing is remembered between messages.

What a button points to is named by content, not by number alone, so that it stays right, or is known to be gone,
whatever an editor adds or changes meanwhile, and whichever process gets the tap.
"""

from __future__ import annotations

from dataclasses import dataclass

from telegram.constants import InlineKeyboardButtonLimit

from bot.callback.quote_references import QuoteReferences, pack, unpack


@dataclass(frozen=True, slots=True)
class AskSample:
    """Ask the sample question with this digest."""

    question: str


@dataclass(frozen=True, slots=True)
class ShowSpeaker:
    """Show the passage with this number (from 0) of the speaker with this digest, in the library with this version."""

    library: str
    speaker: str
    number: int


@dataclass(frozen=True, slots=True)
class ListSpeakers:
    """Show a page (from 0) of the list of all speakers, of the articles with this version; without one, of all."""

    library: str = ""
    page: int = 0


@dataclass(frozen=True, slots=True)
class ShowQuote:
    """Show the quote that the references point to."""

    references: QuoteReferences


@dataclass(frozen=True, slots=True)
class ShowContext:
    """Show the paragraph around the quote that the references point to."""

    references: QuoteReferences


@dataclass(frozen=True, slots=True)
class ListArticles:
    """Show a page (from 0) of the articles that the words find; without words, of all.

    None: the words are too long for a button. They stand in the message that it is under.
    """

    page: int
    words: str | None


@dataclass(frozen=True, slots=True)
class ShowArticle:
    """Show the article with this name, which stands on a page (from 0) of a list, as `ListArticles`."""

    article: str
    page: int = 0
    words: str | None = ""


@dataclass(frozen=True, slots=True)
class ChooseArticle:
    """Answer this chat only from the article with this name."""

    article: str


@dataclass(frozen=True, slots=True)
class ChooseAll:
    """Answer this chat from all articles again, and show the one with this name."""

    article: str


@dataclass(frozen=True, slots=True)
class AskAll:
    """Ask all articles what one did not answer.

    None: the question is too long for a button. It stands in the message that the answer replies to.
    """

    question: str | None


@dataclass(frozen=True, slots=True)
class CheckMessage:
    """Check the quotations of the message that the button's message replies to."""


CallbackData = (
    AskSample
    | ShowSpeaker
    | ListSpeakers
    | ShowQuote
    | ShowContext
    | ListArticles
    | ShowArticle
    | ChooseArticle
    | ChooseAll
    | AskAll
    | CheckMessage
)

# Words to look for articles by are cut to so many code points; a heading has room for them.
LONGEST_SEARCH = 200


def encode(callback: CallbackData) -> str:
    """The data that a button carries for this."""
    match callback:
        case ShowQuote(references) | ShowContext(references):
            data = f"{'q' if isinstance(callback, ShowQuote) else 'c'}:{pack(references)}"
        case AskSample(question):
            data = f"ask:{question}"
        case ShowSpeaker(library, speaker, number):
            data = f"voice:{library}:{speaker}:{number}"
        case ListSpeakers(library, page):
            data = ":".join(["voices", *([library] if library or page else []), *([str(page)] if page else [])])
        case ChooseArticle(article):
            data = f"only:{article}"
        case ChooseAll(article):
            data = f"free:{article}"
        case AskAll(words):
            data = _with_words("all", words)
        case CheckMessage():
            data = "check"
        case ListArticles(page, words):
            data = _with_words(f"list:{page}", words)
        case ShowArticle(article, page, words):
            data = _with_words(f"article:{article}:{page}", words)
    return data


def _with_words(data: str, words: str | None) -> str:
    """The data with the words behind a colon; without colon and words when they are too long."""
    carried = f"{data}:{words}"
    too_long = len(carried.encode("utf-8", "surrogatepass")) > InlineKeyboardButtonLimit.MAX_CALLBACK_DATA
    return data if words is None or too_long else carried


def decode(data: str) -> CallbackData | None:
    """What a button with this data means; None when it is not one of ours, or is one of an earlier version's."""
    callback: CallbackData | None = None
    match data.split(":"):
        case ["ask", question]:
            callback = AskSample(question)
        case ["voice", library, speaker, number] if _is_number(number):
            callback = ShowSpeaker(library, speaker, int(number))
        case ["voices"]:
            callback = ListSpeakers()
        case ["voices", library]:
            callback = ListSpeakers(library)
        case ["voices", library, page] if _is_number(page):
            callback = ListSpeakers(library, int(page))
        case ["q" | "c" as kind, packed] if references := unpack(packed):
            callback = ShowQuote(references) if kind == "q" else ShowContext(references)
        case ["only", article]:
            callback = ChooseArticle(article)
        case ["free", article]:
            callback = ChooseAll(article)
        case ["check"]:
            callback = CheckMessage()
        case ["all", *words]:
            callback = AskAll(_words(words))
        case ["list", page, *words] if _is_number(page):
            callback = ListArticles(int(page), _words(words))
        case ["article", article, page, *words] if _is_number(page):
            callback = ShowArticle(article, int(page), _words(words))
    return callback


def _is_number(text: str) -> bool:
    return text.isdecimal() and text.isascii()


def _words(parts: list[str]) -> str | None:
    return ":".join(parts) if parts else None
