"""What comes from Telegram, before it is answered.

In which file:

    updates              an update, parsed: whether it concerns the bot, and what it asks
    addressing           whether a message is meant for the bot, and what it asks
    commands             the commands that people can give
    message_view         what one of the bot's own messages shows
    rate_limit           how fast one person may ask
    request_body         what is posted to the bot, up to a limit
    update_validation    whether an update has all that Telegram promises
"""
