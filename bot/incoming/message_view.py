"""What one of the bot's own messages shows, read back from it: all that a reply to it or a tap on it goes by.

Nothing is stored for either, so both work after a restart and from any process. What Telegram gives back is the text
with its formats and the buttons with their data.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from telegram import Message, MessageEntity
from telegram.constants import ChatType, MessageEntityType

from bot.callback.callback_data import CallbackData, ListSpeakers, ShowContext, ShowQuote, ShowSpeaker, decode
from bot.callback.quote_references import QuoteReferences
from bot.messages.entities import TextEntity, entity_texts
from bot.messages.formatting import FormattedText, utf16_length
from content import Article
from retrieval import InvalidSpan, Quote, cite
from retrieval.base.words import words_of
from retrieval.quotes.location import locate
from retrieval.quotes.quote import OMISSION

NO_HEADING = FormattedText()

_SEARCHED = (MessageEntityType.BOLD, MessageEntityType.CODE)
_BLOCKS = (MessageEntityType.BLOCKQUOTE, MessageEntityType.EXPANDABLE_BLOCKQUOTE)

# A heading of the bot's is much shorter (code points); what is longer is none.
_LONGEST_HEADING = 1000


@dataclass(frozen=True, slots=True)
class MessageView:
    """A message of the bot's.

    `quotation` is that in it, of the paragraph around one (`is_context`) what is underlined; empty for none. Of two it
    is the first, unless something is marked in the other one. `highlights` are the words in bold in it, `heading` is
    what stands before it. `selection` is the passage that somebody marked in replying. `callbacks` is what its buttons
    mean, `labels` what stands on them. `question` is what the message answers, if that is known. `is_elsewhere`: it
    stands in a chat that the bot is not in, of which Telegram tells nothing else.
    """

    quotation: str = ""
    highlights: frozenset[str] = frozenset()
    heading: FormattedText = NO_HEADING
    selection: str = ""
    callbacks: tuple[CallbackData, ...] = ()
    labels: frozenset[str] = frozenset()
    is_context: bool = False
    in_group: bool = False
    first_line: str = ""
    search_words: str = ""
    question: str = ""
    is_elsewhere: bool = False

    def find_quote(self, articles: Iterable[Article]) -> ShownQuote | None:
        """Which quote it shows; None when it shows none, or one that no article has any more."""
        listed = tuple(articles)
        found = self._find_by_references(listed) or self._find_by_text(listed)
        if found and self.selection and (part := _cite(self.selection, [found.quote.article], self.highlights)):
            return replace(found, quote=part)
        return found

    def _find_by_references(self, articles: tuple[Article, ...]) -> ShownQuote | None:
        """By its buttons: which of the quotes that they carry is the one in the text."""
        carried = [callback.references for callback in self.callbacks if isinstance(callback, ShowQuote | ShowContext)]
        for references in carried[:1]:
            for number in range(len(references.quotes)):
                turned = replace(references, current=number)
                quote = turned.quote(articles)
                if quote and quote.text.split() == self.quotation.split():
                    return ShownQuote(quote, turned)
            if self.is_context and (quote := references.quote(articles)):
                return ShownQuote(quote, references)
        return None

    def _find_by_text(self, articles: tuple[Article, ...]) -> ShownQuote | None:
        """By its words: answers sent inline have no buttons, and an article may have changed around a quote."""
        quote = _cite(self.quotation, articles, self.highlights)
        is_voice = any(isinstance(callback, ShowSpeaker | ListSpeakers) for callback in self.callbacks)
        return ShownQuote(quote, is_voice=is_voice) if quote else None


@dataclass(frozen=True, slots=True)
class ShownQuote:
    """The quote that a message shows, and the references to it and its neighbours, if its buttons carry them.

    `is_voice`: it is shown as one of the passages of somebody whom the articles report.
    """

    quote: Quote
    references: QuoteReferences | None = None
    is_voice: bool = False


def view_message(message: Message, marked: str = "", at: int = 0) -> MessageView:
    """What the bot's message shows, and what was `selection` in it from `at` on (UTF-16 code units)."""
    text = message.text or ""
    entities = entity_texts(message) if message.text else {}
    keyboard = message.reply_markup.inline_keyboard if message.reply_markup else ()
    buttons = [button for row in keyboard for button in row]
    blocks = sorted((entity for entity in entities if entity.type in _BLOCKS), key=lambda entity: entity.offset)
    # What is marked below a quotation, as its source, belongs to it.
    block = next((entity for entity in reversed(blocks) if marked and entity.offset <= at), next(iter(blocks), None))
    in_group = message.chat.type != ChatType.PRIVATE
    taps = (decode(button.callback_data) for button in buttons if isinstance(button.callback_data, str))
    known = tuple(callback for callback in taps if callback)
    labels = frozenset(button.text for button in buttons)
    if block is None:
        first_line = text.partition("\n")[0]
        searched = _search_words(text, first_line, entities)
        return MessageView(
            callbacks=known, labels=labels, in_group=in_group, first_line=first_line, search_words=searched
        )
    underlined = [part for entity, part in _within(block, entities) if entity.type == MessageEntityType.UNDERLINE]
    bold = (part for entity, part in _within(block, entities) if entity.type == MessageEntityType.BOLD)
    return MessageView(
        quotation=OMISSION.join(underlined) or entities[block],
        highlights=frozenset(word.form for part in bold for word in words_of(part)),
        heading=_heading(text, block, entities),
        selection=marked,
        callbacks=known,
        labels=labels,
        is_context=bool(underlined),
        in_group=in_group,
    )


def _within(block: MessageEntity, entities: dict[MessageEntity, str]) -> Iterator[tuple[MessageEntity, str]]:
    inside = (entity for entity in entities if block.offset <= entity.offset < block.offset + block.length)
    return ((entity, entities[entity]) for entity in sorted(inside, key=lambda entity: entity.offset))


def _heading(text: str, block: MessageEntity, entities: dict[MessageEntity, str]) -> FormattedText:
    before = _prefix(text, block.offset)
    heading = before.rstrip()
    if not heading.strip() or len(heading) > _LONGEST_HEADING:
        return NO_HEADING
    marks = (
        TextEntity(MessageEntityType(entity.type), len(_prefix(text, entity.offset)), len(part), entity.url)
        for entity, part in entities.items()
        if entity.type in (MessageEntityType.BOLD, MessageEntityType.TEXT_LINK, MessageEntityType.CODE)
        and entity.offset + entity.length <= block.offset
    )
    return FormattedText(heading, tuple(marks))


def _search_words(text: str, first_line: str, entities: dict[MessageEntity, str]) -> str:
    """What stands out in the first line: words, in bold but for what Telegram would have made a link of."""
    line = utf16_length(first_line)
    first = [each for each in entities if each.type in _SEARCHED and each.offset + each.length <= line]
    start = min((each.offset for each in first), default=0)
    end = max((each.offset + each.length for each in first), default=0)
    return _prefix(text, end).removeprefix(_prefix(text, start))


def _prefix(text: str, count: int) -> str:
    """As much of the text as the UTF-16 code units hold."""
    return text.encode("utf-16-le", "surrogatepass")[: 2 * count].decode("utf-16-le", "ignore")


def _cite(text: str, articles: Iterable[Article], matched: frozenset[str]) -> Quote | None:
    found = locate(text, articles)
    if found is None:
        return None
    article, spans = found
    try:
        return cite(article, spans, matched.__contains__)
    except InvalidSpan:  # these words stand in a heading
        return None
