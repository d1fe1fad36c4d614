"""What a message is made of, on its way to Telegram.

In which file:

    entities        formats over parts of a text, and how Telegram allows them beside each other
    entity_texts    the parts of a received message that its entities cover
    formatting      a text with its entities, put together
    texts           the bot's own words, from the catalogues in `bot/locales`
    reply           a whole message but where it goes
"""
