"""Greeting and help."""

from __future__ import annotations

from collections.abc import Sequence

from bot.articles.article_search import newest_articles
from bot.articles.scope import ChatScope
from bot.incoming.addressing import BotIdentity
from bot.incoming.commands import Command
from bot.messages.formatting import bold, join, lines_within, plain
from bot.messages.reply import Reply
from bot.messages.texts import Texts
from bot.replies.articles.article import choice_button
from bot.replies.articles.article_list import all_articles_button
from bot.replies.quotes.sources import linked_title
from bot.replies.samples import sample_buttons
from content import Article

# A greeting of more than this (UTF-16 code units) is not read.
_TITLES = 1000
_NEWEST = 5


def greeting(articles: Sequence[Article], texts: Texts) -> Reply:
    """The first message: which articles can be asked about, the newest of many, and sample questions to tap."""
    first = newest_articles(articles)[:_NEWEST] if len(articles) > 1 else articles
    buttons = sample_buttons(first)
    titles = [bold(linked_title(article, texts)) for article in first]
    if more := len(articles) - len(first):
        listed = join("\n", [*titles, texts("and-more", count=more)])
    else:
        listed = lines_within(_TITLES, titles, lambda count: texts("and-more", count=count))
    lines = [
        plain(texts("greeting", articles=len(articles))),
        listed,
        plain(texts("greeting-examples" if buttons else "greeting-ask")),
    ]
    if len(articles) > 1:
        buttons = (*buttons, (all_articles_button(texts),))
    return Reply(join("\n", lines), buttons)


def choice_reply(article: Article, scope: ChatScope, texts: Texts) -> Reply:
    """For a chat that has settled on the article: which it is, sample questions, and the way back to all."""
    buttons = sample_buttons([article])
    lines = [
        plain(texts("settled")),
        bold(linked_title(article, texts)),
        plain(texts("greeting-examples" if buttons else "greeting-ask")),
    ]
    return Reply(join("\n", lines), (*buttons, (choice_button(article, scope, texts),), (all_articles_button(texts),)))


def introduction(articles: Sequence[Article], me: BotIdentity, texts: Texts) -> Reply:
    """Two lines for a group that the bot has just joined: what it is, and how to ask it."""
    title = linked_title(articles[0], texts)
    how = texts(
        "welcome-ask-mention" if me.hears_all else "welcome-ask-no-mention",
        command=f"/{Command.ASK.name_in(texts.language)}@{me.username}",
        mention=f"@{me.username}",
    )
    return Reply(join("\n", [texts.format("welcome", articles=len(articles), title=title), how]))


def help_reply(articles: Sequence[Article], me: BotIdentity, texts: Texts) -> Reply:
    """How to ask, in private and in groups; and honestly, whether a mere mention reaches the bot there."""
    ask, article = (command.name_in(texts.language) for command in (Command.ASK, Command.ARTICLE))
    points = [
        texts("help-private"),
        texts("help-groups", command=f"/{ask}@{me.username}"),
        texts("help-mention" if me.hears_all else "help-no-mention", mention=f"@{me.username}"),
        texts("help-articles" if len(articles) > 1 else "help-article", command=f"/{article}"),
    ]
    return Reply(plain(texts("help") + "\n\n" + "\n".join(f"• {point}" for point in points)))


def prompt_reply(articles: Sequence[Article], texts: Texts) -> Reply:
    """For a message that asks about nothing: a greeting, an emoji, a command without words."""
    buttons = sample_buttons(newest_articles(articles)[:_NEWEST] if len(articles) > 1 else articles)
    return Reply(plain(texts("ask-something" if buttons else "ask-something-plain")), buttons)
