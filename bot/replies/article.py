"""What an article is about, where it comes from, how it is laid out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bot.formatting import Formatted, bold, inert, join, lines_within, plain, shorten
from bot.replies.reply import Button, Reply
from bot.replies.samples import sample_buttons
from bot.replies.sources import linked_title
from bot.texts import Texts
from content import Article

# Room for the list in a message (UTF-16 code units); the rest of Telegram's 4,096 is for what stands around it.
_LIST = 3000
_LONGEST_HEADING = 120
_LONGEST_SOURCE = 300


def article_reply(articles: Sequence[Article], texts: Texts) -> Reply:
    """Of one article its title, source and outline; of several their titles and sources."""
    if len(articles) == 1:
        return Reply(join("\n", _portrait(articles[0], texts)), _buttons(articles[0], texts))
    listed = [join("\n", [bold(linked_title(article, texts)), _source(article, texts)]) for article in articles]
    return Reply(
        join("\n", [texts("articles-list", articles=len(articles)), _within(listed, texts)]),
        sample_buttons(articles),
    )


def _portrait(article: Article, texts: Texts) -> Iterator[Formatted]:
    yield bold(linked_title(article, texts))
    yield _source(article, texts)
    yield plain(texts("article-size", paragraphs=len(article.paragraphs)))
    if article.outline:
        yield plain(texts("article-outline"))
        yield _within([_heading(*entry, texts) for entry in article.outline], texts)


def _within(lines: Sequence[Formatted], texts: Texts) -> Formatted:
    return lines_within(_LIST, lines, lambda count: texts("and-more", count=count))


def _heading(heading: str, paragraph: int, texts: Texts) -> Formatted:
    shown = shorten(heading, _LONGEST_HEADING)
    return plain("• ") + texts.formatted("article-outline-line", heading=inert(shown), paragraph=paragraph)


def _source(article: Article, texts: Texts) -> Formatted:
    published = article.published.strftime(texts("date-format")) if article.published else None
    authors = texts("article-by", authors=", ".join(article.authors)) if article.authors else None
    parts = join(" · ", filter(None, [article.publisher, authors, published, article.licence]))
    if not parts:
        return plain(texts("article-source-unknown"))
    return texts.formatted("article-source", parts=inert(shorten(parts.text, _LONGEST_SOURCE)))


def _buttons(article: Article, texts: Texts) -> tuple[tuple[Button, ...], ...]:
    page = ((Button(texts("read-article"), url=article.url),),) if article.url else ()
    return (*sample_buttons([article]), *page)
