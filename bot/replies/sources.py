"""The line under a quote: who says it and where it stands."""

from __future__ import annotations

from bot.formatting import Formatted, link, plain, shorten
from bot.texts import Texts
from content import Article
from retrieval import Quote

# Enough for any headline; a title may be of any length, a message may not.
_LONGEST_TITLE = 200


def source_line(quote: Quote, texts: Texts) -> Formatted:
    """ "laut Wall Street Journal · „Title“, Absatz 3": the title leads to the article's address where one is known."""
    place = texts.formatted("source-line", title=linked_title(quote.article, texts), paragraph=quote.paragraph.number)
    speaker = quote.attribution.speaker if quote.attribution else None
    return texts.formatted("attributed-line", speaker=speaker, source=place) if speaker else place


def linked_title(article: Article, texts: Texts) -> Formatted:
    """The article's title in quotation marks, leading to its address where one is known."""
    title = plain(quoted_title(article, texts))
    return link(title, article.url) if article.url else title


def quoted_title(article: Article, texts: Texts) -> str:
    """The title in the language's quotation marks, in the other pair when it has such marks itself."""
    title = shorten(article.title, _LONGEST_TITLE)
    marks = texts("quotation-marks")
    if any(mark in title for mark in marks):
        marks = texts("quotation-marks-outer")
    return f"{marks[0]}{title}{marks[-1]}"
