"""Greeting, help, and what is kept: each at most eight lines on a phone."""

from __future__ import annotations

from collections.abc import Sequence

from bot.articles.article_search import newest_articles
from bot.articles.scope import ChatScope
from bot.incoming.addressing import BotIdentity
from bot.incoming.commands import Command
from bot.messages.formatting import bold, join, plain
from bot.messages.reply import Reply
from bot.messages.texts import Texts
from bot.replies.articles.article import choice_button
from bot.replies.articles.article_list import all_articles_button
from bot.replies.quotes.source_line import linked_title
from bot.replies.samples import first_samples, sample_buttons
from bot.replies.style import ReplyStyle
from content import Article

# More lines on a phone are not read: of many articles a greeting names so few, in a line each.
_NEWEST = 3
_SHORT_TITLE = 36
_LONGEST_TITLE = 110


def greeting(articles: Sequence[Article], me: BotIdentity, style: ReplyStyle) -> Reply:
    """The first message: which articles can be asked about, the newest of many, and sample questions to tap."""
    texts = style.texts
    first = newest_articles(articles)[:_NEWEST] if len(articles) > 1 else articles
    buttons = first_samples(articles, texts.language)
    longest = _SHORT_TITLE if len(articles) > 1 else _LONGEST_TITLE
    titles = [bold(linked_title(article, texts, longest)) for article in first]
    more = len(articles) - len(first)
    listed = join("\n", [*titles, texts("and-more", count=more) if more else ""])
    lines = [
        plain(texts("greeting", articles=len(articles))),
        listed,
        plain(_how_to_ask(me, style, has_samples=bool(buttons))),
    ]
    if len(articles) > 1:
        buttons = (*buttons, (all_articles_button(texts),))
    return Reply(join("\n", lines), buttons)


def _how_to_ask(me: BotIdentity, style: ReplyStyle, *, has_samples: bool) -> str:
    """The line above the sample questions: in a group a question by itself does not reach the bot."""
    if not style.in_group:
        return style.texts("greeting-examples" if has_samples else "greeting-ask")
    command = f"/{Command.ASK.name_in(style.texts.language)}@{me.username}"
    return style.texts("greeting-examples-group" if has_samples else "greeting-ask-group", command=command)


def choice_reply(article: Article, scope: ChatScope, me: BotIdentity, style: ReplyStyle) -> Reply:
    """For a chat that has settled on the article: which it is, sample questions, and the way back to all."""
    texts = style.texts
    buttons = sample_buttons([article])
    lines = [
        plain(texts("settled")),
        bold(linked_title(article, texts, _LONGEST_TITLE)),
        plain(_how_to_ask(me, style, has_samples=bool(buttons))),
    ]
    return Reply(join("\n", lines), (*buttons, (choice_button(article, scope, texts),), (all_articles_button(texts),)))


def introduction(articles: Sequence[Article], me: BotIdentity, texts: Texts) -> Reply:
    """Two lines for a group that the bot has just joined: what it is, and how to ask it."""
    title = linked_title(articles[0], texts, _LONGEST_TITLE)
    how = texts(
        "welcome-ask-mention" if me.hears_all else "welcome-ask-no-mention",
        command=f"/{Command.ASK.name_in(texts.language)}@{me.username}",
        mention=f"@{me.username}",
    )
    return Reply(join("\n", [texts.format("welcome", articles=len(articles), title=title), how]))


def help_reply(articles: Sequence[Article], me: BotIdentity, style: ReplyStyle) -> Reply:
    """How to ask in this chat; and honestly, whether a mere mention reaches the bot in groups."""
    texts = style.texts
    ask, check, article, sources = (
        command.name_in(texts.language) for command in (Command.ASK, Command.CHECK, Command.ARTICLE, Command.SOURCES)
    )
    asked = {"command": f"/{ask}@{me.username}", "mention": f"@{me.username}"}
    if style.in_group:
        how = ["help-group", "help-group-reply", "help-mention" if me.hears_all else "help-no-mention", "help-answer"]
    else:
        how = ["help-private", "help-answer", "help-refused", "help-groups"]
    points = [
        *(texts(key, articles=len(articles), **asked) for key in how),
        texts("help-check", command=f"/{check}"),
        texts("help-article", articles=len(articles), command=f"/{article}"),
        texts("help-sources", command=f"/{sources}"),
    ]
    return Reply(plain("\n".join(f"• {point}" for point in points)))


def privacy_reply(scope: ChatScope, style: ReplyStyle) -> Reply:
    """What is kept of this chat, and for how long."""
    texts = style.texts
    kept = ["privacy-question", "privacy-numbers", "privacy-rate", *(["privacy-choice"] if scope.has_choice else [])]
    rest = [*(["privacy-group"] if style.in_group else []), "privacy-telegram"]
    return Reply(plain("\n".join([texts("privacy"), *(f"• {texts(key)}" for key in kept), *map(texts, rest)])))


def prompt_reply(articles: Sequence[Article], texts: Texts) -> Reply:
    """For a message that asks about nothing: a greeting, an emoji, a command without words."""
    buttons = first_samples(articles, texts.language)
    return Reply(plain(texts("ask-something" if buttons else "ask-something-plain")), buttons)
