"""The line under a quote: who says it and where it stands."""

from __future__ import annotations

from functools import reduce

from bot.messages.formatting import FormattedText, link, plain, shorten, without_autolinks
from bot.messages.texts import Texts
from content import Article
from retrieval import Attribution, Confidence, Quote

# Enough for any headline; a title may be of any length, a message may not.
_LONGEST_TITLE = 200
_LONGEST_SPEAKER = 100


def source_line(quote: Quote, texts: Texts) -> FormattedText:
    """ "laut Wall Street Journal · „Title“, Absatz 3": the title leads to the article's address where one is known."""
    place = texts.format("source-line", title=linked_title(quote.article, texts), **place_in_article(quote))
    voices = _voices(quote, texts)
    return texts.format("attributed-line", voices=without_autolinks(voices), source=place) if voices else place


def place_in_article(quote: Quote) -> dict[str, str | int]:
    """The arguments of the texts that name the paragraphs a quote is from."""
    numbers = [str(paragraph.number) for paragraph in quote.paragraphs]
    return {"paragraphs": ", ".join(numbers), "count": len(numbers)}


def _voices(quote: Quote, texts: Texts) -> str:
    """Who says it: every speaker once, in order, a guess as such; empty for the article's own voice."""
    named = dict.fromkeys(_voice(attribution, texts) for attribution in quote.attributions)
    if not named:
        return ""
    listed = reduce(lambda said, voice: texts("voices-and", voices=said, voice=voice), named)
    return texts("voices-in-part", voices=listed) if has_own_voice(quote) else listed


def _voice(attribution: Attribution, texts: Texts) -> str:
    if attribution.speaker is None:
        return texts("voice-unnamed")
    key = "voice-weak" if attribution.confidence is Confidence.WEAK else "voice-sure"
    # A name stays as it is in every case; "russische Seite" would have to be declined after "laut".
    name = "" if attribution.speaker[:1].isupper() else "-phrase"
    return texts(key + name, speaker=speaker_name(attribution.speaker))


def speaker_name(speaker: str) -> str:
    """The speaker's name, not longer than a line has room for."""
    return shorten(speaker, _LONGEST_SPEAKER)


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
    """The title in the language's quotation marks, in the other pair when it has such marks itself."""
    title = shorten(article.title, longest)
    marks = texts("quotation-marks")
    if any(mark in title for mark in marks):
        marks = texts("quotation-marks-outer")
    return f"{marks[0]}{title}{marks[-1]}"
