"""The bot in a browser, without Telegram: `python -m bot preview`.

The bot runs as ever, as a process of its own that talks to the Bot API over HTTP. That API is the local Telegram's
(`bot.simulator`), in which a few people and chats wait; a page in the browser is the client of all these people.

    preview         the whole: what is started, in which order, and how it ends
    scene           the bot's account, the people, the chats
    bot_process     the bot's process and the lines of its log
    app             what the page asks for, over HTTP
    events          what the page is told: server-sent events
    explainer       why the bot answered as it did
    drafts          own articles
    connection      the bot's way to Telegram, cut and mended
    chat_choices    which article each chat has settled on
    guard           who may ask: this page in a browser on this machine, nobody else
    page/           the page: HTML, CSS and JavaScript modules, as the browser gets them
"""

from bot.preview.preview import preview

__all__ = ["preview"]
