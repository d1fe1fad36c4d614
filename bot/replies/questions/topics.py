"""The reply to what does not ask the text: what an article is about as a whole, where it comes from, and talk."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from bot.messages.formatting import FormattedText, bold, join, plain, shorten, without_autolinks
from bot.messages.links import is_linkable
from bot.messages.reply import Reply, ReplyButton
from bot.messages.texts import Texts
from bot.replies.articles.article import outline_lines
from bot.replies.articles.article_list import article_list
from bot.replies.questions.talk import talk_reply
from bot.replies.quotes.quote_block import quote_block
from bot.replies.quotes.source_line import date_of, linked_title
from bot.replies.samples import sample_buttons
from bot.replies.style import ReplyStyle
from bot.replies.wording import enumeration
from content import Article
from retrieval import Answer, Quote, Retriever, Topic

_LONGEST_ORIGIN = 200


def topic_reply(answer: Answer, retriever: Retriever, style: ReplyStyle, about: Quote | None = None) -> Reply | None:
    """What is known of the article that is meant; the articles to choose from, if several may be; None: silence.

    `answer` has a topic, and the article's lead, if that is to be quoted. `about` is a quote that the message replies
    to: it means that article.
    """
    if answer.topic is Topic.TALK:
        return None if style.in_group else talk_reply(answer.question, retriever.articles, style.texts)
    article = about.article if about else style.article
    if article is None and len(retriever.articles) == 1:
        article = retriever.articles[0]
    if article is None:
        key = "overview-of-which" if answer.topic is Topic.OVERVIEW else "which-article"
        return article_list(retriever, style.texts, heading=style.texts(key))
    if answer.topic is Topic.OVERVIEW:
        buttons = () if style.in_group else sample_buttons([article])
        return Reply(join("\n", _overview_lines(article, answer, style)), buttons)
    reply = _origin_reply(answer.topic, article, style.texts)
    if about or not style.names(article) or answer.topic is Topic.URL:
        return reply
    return replace(reply, text=join("\n", [bold(linked_title(article, style.texts)), reply.text]))


def _overview_lines(article: Article, answer: Answer, style: ReplyStyle) -> Iterator[FormattedText]:
    """Title, publisher and date, the lead quoted, the outline."""
    texts = style.texts
    yield bold(linked_title(article, texts))
    origin = join(" · ", filter(None, [article.publisher, date_of(article, texts)]))
    yield without_autolinks(shorten(origin.text, _LONGEST_ORIGIN))
    if answer.quotes:
        yield quote_block(answer.quotes[:1], answer.language, replace(style, article=article))
    yield from outline_lines(article, texts)


def _origin_reply(topic: Topic | None, article: Article, texts: Texts) -> Reply:
    """Who wrote it, when and where it appeared, where it can be read; or that this is not stated."""
    text: FormattedText | None = None
    match topic:
        case Topic.AUTHOR if article.authors:
            text = texts.format(
                "topic-author", authors=without_autolinks(shorten(enumeration(article.authors, texts), _LONGEST_ORIGIN))
            )
        case Topic.PUBLISHED if article.published:
            text = plain(texts("topic-published", date=date_of(article, texts)))
        case Topic.PUBLISHER if article.publisher:
            text = texts.format("topic-publisher", publisher=without_autolinks(article.publisher))
        case Topic.URL if article.url:
            # What no link leads to is told as it is.
            is_link = is_linkable(article.url)
            title = linked_title(article, texts) if is_link else without_autolinks(article.url)
            text = texts.format("topic-url", title=title)
    if text is None:
        return Reply(plain(texts("topic-unknown")))
    page = ((ReplyButton(texts("read-article"), url=article.url),),) if article.url else ()
    return Reply(text, page)
