"""The articles of a library of many: the newest first, or those that words find, a page at a time."""

from __future__ import annotations

from collections.abc import Sequence

from bot.articles.article_search import find_articles, newest_articles
from bot.articles.identifiers import article_id
from bot.callback.callback_data import LONGEST_SEARCH, ListArticles, ShowArticle, encode
from bot.messages.formatting import FormattedText, bold, join, plain, without_autolinks
from bot.messages.reply import Reply, ReplyButton
from bot.messages.texts import Texts
from bot.replies.pagination import pagination_buttons
from bot.replies.quotes.source_line import date_of, linked_title
from content import Article
from retrieval import Retriever

# An article a line, as many as are read at a glance, their numbers in one row of buttons.
_PAGE = 6

# So many characters a line has on a phone, about; and as many lines are read at a glance.
_WIDTH = 40
_LINES = 6


def article_list(retriever: Retriever, texts: Texts, words: str = "", page: int = 0, *, heading: str = "") -> Reply:
    """A page (from 0) of the articles that the words find, or of all; the last one when there are no longer so many.

    `heading` stands above it instead of how many there are.
    """
    words = " ".join(words.split())[:LONGEST_SEARCH].strip()
    found = find_articles(words, retriever) if words else newest_articles(retriever.articles)
    if not found:
        text = texts.format("articles-not-found", words=bold(without_autolinks(words)))
        return Reply(text, ((all_articles_button(texts),),))
    page = min(page, (len(found) - 1) // _PAGE)
    first = page * _PAGE
    shown = found[first : first + _PAGE]
    room = _WIDTH * (_LINES // len(shown))
    lines = [_line(first + at + 1, article, texts, room) for at, article in enumerate(shown)]
    last = first + len(shown)
    text = plain(heading) if heading else _heading(range(first + 1, last + 1), len(found), words, texts)
    return Reply(
        join("\n", [text, *lines]),
        (*_number_buttons(shown, first, page, words), *_pagination_buttons(page, len(found), words, texts)),
    )


def all_articles_button(texts: Texts, page: int = 0, words: str = "") -> ReplyButton:
    """Leads to the list of articles."""
    return ReplyButton(texts("all-articles"), data=encode(ListArticles(page, words)))


def _heading(numbers: range, count: int, words: str, texts: Texts) -> FormattedText:
    if words:
        text = texts.format("articles-found", articles=count, words=bold(without_autolinks(words)))
    else:
        text = plain(texts("articles-list", articles=count))
    if len(numbers) < count:
        text = text + " " + texts("articles-range", first=numbers[0], last=numbers[-1])
    return text + ":"


def _line(number: int, article: Article, texts: Texts, room: int) -> FormattedText:
    """Number and title in so many characters; the date, where it fits, tells apart what has one title."""
    before = plain(f"{number}. ")
    line = before + linked_title(article, texts, room - len(before.text) - len(texts("quotation-marks")))
    dated = join(" · ", [line, date_of(article, texts)])
    return dated if len(dated.text) <= room else line


def _number_buttons(shown: Sequence[Article], first: int, page: int, words: str) -> list[tuple[ReplyButton, ...]]:
    """The row of buttons, each with the number of an article, which it leads to."""
    numbers = [
        ReplyButton(str(first + at + 1), data=encode(ShowArticle(article_id(article), page, words)))
        for at, article in enumerate(shown)
    ]
    return [tuple(numbers)]


def _pagination_buttons(page: int, count: int, words: str, texts: Texts) -> list[tuple[ReplyButton, ...]]:
    """The row of buttons that lead to the pages before and behind, if there are any."""
    pages = (count - 1) // _PAGE + 1
    pagination = tuple(pagination_buttons(page, pages, lambda other: encode(ListArticles(other, words)), texts))
    return [pagination] if pagination else []
