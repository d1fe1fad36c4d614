"""The reply to what does not ask the text: what an article is about as a whole, where it comes from, and talk."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from bot.messages.formatting import FormattedText, bold, join, plain, shorten, without_autolinks
from bot.messages.reply import Reply, ReplyButton
from bot.messages.texts import Texts
from bot.replies.articles.article import outline_lines
from bot.replies.articles.article_list import article_list
from bot.replies.quotes.quotations import quotation
from bot.replies.quotes.sources import date_of, linked_title
from bot.replies.samples import sample_buttons
from bot.replies.style import ReplyStyle
from bot.replies.talk import talk_reply
from content import Article
from retrieval import Quote, Retriever, Span, Topic, cite
from retrieval.analysis.sentences import split_sentences
from retrieval.language import rules_of

_LONGEST_ORIGIN = 200


def topic_reply(
    topic: Topic, message: str, retriever: Retriever, style: ReplyStyle, about: Quote | None = None
) -> Reply | None:
    """What is known of the article that is meant; the articles to choose from, if several may be; None: silence.

    `about` is a quote that the message replies to: it means that article.
    """
    if topic is Topic.TALK:
        return None if style.in_group else talk_reply(message, retriever.articles, style.texts)
    article = about.article if about else style.article
    if article is None and len(retriever.articles) == 1:
        article = retriever.articles[0]
    if article is None:
        key = "overview-of-which" if topic is Topic.OVERVIEW else "which-article"
        return article_list(retriever, style.texts, heading=style.texts(key))
    if topic is Topic.OVERVIEW:
        return overview_reply(article, style)
    return _origin_reply(topic, article, style.texts)


def overview_reply(article: Article, style: ReplyStyle) -> Reply:
    """Title, publisher, date, the lead quoted, the outline; in private with sample questions."""
    buttons = () if style.in_group else sample_buttons([article])
    return Reply(join("\n", _overview_lines(article, style)), buttons)


def _overview_lines(article: Article, style: ReplyStyle) -> Iterator[FormattedText]:
    texts = style.texts
    yield bold(linked_title(article, texts))
    origin = join(" · ", filter(None, [article.publisher, date_of(article, texts)]))
    yield without_autolinks(shorten(origin.text, _LONGEST_ORIGIN))
    if lead := _lead(article, style.longest_quote):
        yield quotation(lead, replace(style, article=article))
    yield from outline_lines(article, texts)


def _lead(article: Article, longest: int) -> Quote | None:
    """The first sentences of the article, as many as there is room for; None when the first is too long by itself."""
    first = article.paragraphs[0]
    sentences = split_sentences(article.text, Span(first.start, first.end), rules_of(article.language))
    fitting = [sentence for sentence in sentences if sentence.end - first.start <= longest]
    return cite(article, [Span(fitting[0].start, fitting[-1].end)]) if fitting else None


def _origin_reply(topic: Topic, article: Article, texts: Texts) -> Reply:
    """Who wrote it, when and where it appeared, where it can be read; or that this is not stated."""
    text: FormattedText | None = None
    match topic:
        case Topic.AUTHOR if article.authors:
            text = texts.format("topic-author", authors=without_autolinks(_listed(article.authors, texts)))
        case Topic.PUBLISHED if article.published:
            text = plain(texts("topic-published", date=date_of(article, texts)))
        case Topic.PUBLISHER if article.publisher:
            text = texts.format("topic-publisher", publisher=without_autolinks(article.publisher))
        case Topic.URL if article.url:
            text = texts.format("topic-url", title=linked_title(article, texts))
    if text is None:
        return Reply(plain(texts("topic-unknown")))
    page = ((ReplyButton(texts("read-article"), url=article.url),),) if article.url else ()
    return Reply(text, page)


def _listed(names: tuple[str, ...], texts: Texts) -> str:
    listed = ", ".join(names[:-1])
    last = names[-1]
    return shorten(texts("voices-and", voices=listed, voice=last) if listed else last, _LONGEST_ORIGIN)
