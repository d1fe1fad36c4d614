"""What a message is made of, on its way to Telegram.

In which file:

    entities        formats, links and commands of a text, and how Telegram allows them beside each other
    formatting      a text with its entities, put together
    links           which addresses Telegram takes for links
    texts           the bot's own words, from the catalogues in `bot/locales`
    reply           a whole message but where it goes
"""
