"""The line under a quote: who says it and where it stands."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from bot.config.settings import InterfaceLanguage
from bot.messages.formatting import FormattedText, link, plain, shorten, without_autolinks
from bot.messages.texts import Texts
from bot.replies.quotes.german_dative import dative_of
from bot.replies.style import ReplyStyle
from bot.replies.wording import enumeration
from content import Article
from retrieval import Attribution, Confidence, Quote

# Enough for any headline; a title may be of any length, a message may not.
_LONGEST_TITLE = 200
_LONGEST_SPEAKER = 100

# Under a quote a title is to tell articles apart, and must not be longer than the quote.
_SHORT_TITLE = 40

_ENGLISH_DETERMINERS = frozenset({"the", "a", "an"})

_DOUBLE_MARKS = re.compile('[„“”»«"]')


def source_line(quote: Quote, style: ReplyStyle) -> FormattedText:
    """ "laut Forbes · Absatz 5"; where several articles answer, with the title, which leads to the article's page."""
    place, voices = place_line(quote, style), speakers_line(quote, style.texts)
    return style.texts.format("attributed-line", voices=without_autolinks(voices), source=place) if voices else place


def place_line(quote: Quote, style: ReplyStyle) -> FormattedText:
    """ "Absatz 5", with the title where several articles answer."""
    place = style.texts("place", **place_in_article(quote))
    if not style.names(quote.article):
        return plain(place)
    title = linked_title(quote.article, style.texts, _SHORT_TITLE)
    return style.texts.format("source-line", title=title, place=place)


def source_description(quote: Quote, texts: Texts, limit: int) -> str:
    """Who says it, where, and as much of the title as there is room for in so many code points."""
    place = texts("place", **place_in_article(quote))
    if voices := speakers_line(quote, texts):
        place = texts("attributed-line", voices=shorten(voices, limit - len(place) - 3), source=place)
    room = limit - len(place) - len(" · „“")
    title = quoted_title(quote.article, texts, room) if room >= _SHORT_TITLE // 2 else ""
    return texts("attributed-line", voices=place, source=title) if title else place


def place_in_article(quote: Quote) -> dict[str, str | int]:
    """The arguments of the texts that name the paragraphs a quote is from."""
    numbers = [str(paragraph.number) for paragraph in quote.paragraphs]
    return {"paragraphs": ", ".join(numbers), "count": len(numbers)}


def speakers_line(quote: Quote, texts: Texts) -> str:
    """Who says it: every speaker once, in order, a guess as such; empty for the article's own voice."""
    sure = {said.speaker for said in quote.attributions if said.confidence is not Confidence.WEAK}
    once = {said.speaker: said for said in reversed(quote.attributions)}
    named = list(dict.fromkeys(said.speaker for said in quote.attributions))
    if not named:
        return ""
    said_by = [_voice(once[speaker], quote.article, texts, is_sure=speaker in sure) for speaker in named]
    listed = enumeration(_merge(said_by, texts), texts)
    return texts("voices-in-part", voices=listed) if has_own_voice(quote) else listed


def _voice(said: Attribution, article: Article, texts: Texts, *, is_sure: bool) -> tuple[str, str]:
    """The key of the text that names the speaker, and the speaker as it stands in it."""
    if said.speaker is None:
        return "voice-unnamed", ""
    name = _behind_according_to(said, article, texts.language)
    if name is None:
        mention = said.mention or ""
        named = mention if mention.endswith(said.speaker) and article.language == texts.language else said.speaker
        return "voice-named" if is_sure else "voice-named-weak", speaker_name(named)
    return "voice-sure" if is_sure else "voice-weak", speaker_name(name)


def _merge(said_by: Iterable[tuple[str, str]], texts: Texts) -> Iterator[str]:
    """The speakers as they are named, those behind the same words listed: "laut A und B"."""
    groups: list[tuple[str, list[str]]] = []
    for key, name in said_by:
        if groups and groups[-1][0] == key:
            groups[-1][1].append(name)
        else:
            groups.append((key, [name]))
    for key, names in groups:
        yield texts(key, speaker=enumeration(names, texts))


def _behind_according_to(said: Attribution, article: Article, language: InterfaceLanguage) -> str | None:
    """The speaker in the form in which it follows "laut" or "according to"; None: it cannot stand there."""
    speaker = said.speaker or ""
    if article.language != language:  # a name, or words of another language
        return speaker if speaker[:1].isupper() else None
    if language is InterfaceLanguage.GERMAN:
        return dative_of(said, article.text)
    mention = said.mention or ""
    determiner, _, noun = mention.partition(" ")
    is_common = noun == speaker and speaker[:1].islower() and determiner.lower() in _ENGLISH_DETERMINERS
    return f"{determiner.lower()} {noun}" if is_common else speaker


def speaker_name(speaker: str) -> str:
    """The speaker's name in one line, also where the article breaks it, and not longer than a line has room for."""
    return shorten(" ".join(speaker.split()), _LONGEST_SPEAKER)


def has_own_voice(quote: Quote) -> bool:
    """Whether the quote has words outside the sentences that report somebody."""
    text = quote.article.text
    reported = {offset for said in quote.attributions for offset in range(said.start, said.end)}
    return any(text[at].isalnum() and at not in reported for span in quote.spans for at in range(*span))


def date_of(article: Article, texts: Texts) -> str:
    """When it was published; empty when that is not known."""
    return article.published.strftime(texts("date-format")) if article.published else ""


def linked_title(article: Article, texts: Texts, longest: int = _LONGEST_TITLE) -> FormattedText:
    """The article's title in quotation marks, leading to its address where one is known."""
    title = plain(quoted_title(article, texts, longest))
    return link(title, article.url) if article.url else without_autolinks(title)


def quoted_title(article: Article, texts: Texts, longest: int = _LONGEST_TITLE) -> str:
    """The title in the language's quotation marks, those within it as marks within marks."""
    marks = texts("quotation-marks")
    inner = texts("quotation-marks-inner")
    parts = _DOUBLE_MARKS.split(shorten(article.title, longest))
    title = parts[0] + "".join(inner[at % 2] + part for at, part in enumerate(parts[1:]))
    unclosed = inner[1] if len(parts) % 2 == 0 else ""
    return f"{marks[0]}{title}{unclosed}{marks[-1]}"
