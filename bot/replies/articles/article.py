"""What an article is about, where it comes from, how it is laid out."""

from __future__ import annotations

from collections.abc import Iterator

from bot.articles.deep_links import deep_link
from bot.articles.identifiers import article_id, article_with_id, library_version
from bot.articles.scope import ChatScope
from bot.callback.callback_data import ChooseAll, ChooseArticle, ListSpeakers, ShowArticle, encode
from bot.incoming.addressing import BotIdentity
from bot.messages.formatting import FormattedText, bold, join, lines_within, plain, shorten, without_autolinks
from bot.messages.reply import Reply, ReplyButton
from bot.messages.texts import Texts
from bot.replies.articles.article_list import all_articles_button
from bot.replies.quotes.source_line import date_of, linked_title
from bot.replies.samples import sample_buttons
from content import Article

# Room for the outline (UTF-16 code units): all that stands above the buttons is to be some eight lines on a phone.
_OUTLINE = 160
_LONGEST_HEADING = 60
_LONGEST_TITLE = 110
_LONGEST_SOURCE = 80


def article_reply(article: Article, texts: Texts) -> Reply:
    """The title, source and outline of the only article."""
    return Reply(join("\n", _summary_lines(article, texts)), _buttons(article, texts))


def article_view(callback: ShowArticle, scope: ChatScope, texts: Texts, me: BotIdentity | None) -> Reply | None:
    """The same of one article of several, with what can be done about it; None when it is not there any more.

    `me` is the bot that a link to the article leads to.
    """
    article = article_with_id(callback.article, scope.library.articles)
    if article is None:
        return None
    here = [plain(texts("settled-here"))] if article is scope.article else []
    voices = ReplyButton(texts("voices-here"), data=encode(ListSpeakers(library_version([article]))))
    link = [ReplyButton(texts("copy-link"), copy_text=deep_link(article, me.username))] if me else []
    return Reply(
        join("\n", [*_summary_lines(article, texts), *here]),
        (
            *sample_buttons([article]),
            (choice_button(article, scope, texts),),
            (voices, *_link_button(article, texts)),
            (*link, all_articles_button(texts, callback.page, callback.words or "")),
        ),
    )


def choice_button(article: Article, scope: ChatScope, texts: Texts) -> ReplyButton:
    """Has the chat answered from this article alone, or, where it is already, from all again."""
    if article is scope.article:
        return ReplyButton(texts("from-all"), data=encode(ChooseAll(article_id(article))))
    return ReplyButton(texts("only-this"), data=encode(ChooseArticle(article_id(article))))


def _summary_lines(article: Article, texts: Texts) -> Iterator[FormattedText]:
    yield bold(linked_title(article, texts, _LONGEST_TITLE))
    yield _source(article, texts)
    yield from outline_lines(article, texts)


def outline_lines(article: Article, texts: Texts) -> Iterator[FormattedText]:
    """The article's headings, if it has any, as many as there is room for."""
    if article.outline:
        yield plain(texts("article-outline"))
        outline = [_heading(*entry, texts) for entry in article.outline]
        yield lines_within(_OUTLINE, outline, lambda count: texts("and-more", count=count))


def _heading(heading: str, paragraph: int, texts: Texts) -> FormattedText:
    shown = shorten(heading, _LONGEST_HEADING)
    return plain("• ") + texts.format("article-outline-line", heading=without_autolinks(shown), paragraph=paragraph)


def _source(article: Article, texts: Texts) -> FormattedText:
    published = date_of(article, texts)
    authors = texts("article-by", authors=", ".join(article.authors)) if article.authors else None
    parts = join(" · ", filter(None, [article.publisher, authors, published, article.licence]))
    if not parts:
        return plain(texts("article-source-unknown"))
    return texts.format("article-source", parts=without_autolinks(shorten(parts.text, _LONGEST_SOURCE)))


def _buttons(article: Article, texts: Texts) -> tuple[tuple[ReplyButton, ...], ...]:
    page = tuple(_link_button(article, texts))
    return (*sample_buttons([article]), page) if page else sample_buttons([article])


def _link_button(article: Article, texts: Texts) -> Iterator[ReplyButton]:
    if article.url:
        yield ReplyButton(texts("read-article"), url=article.url)
