"""Updates handled: what comes in is answered, and the answer goes out.

In which file:

    router           hands an update to its handler
    chats            messages, edits, taps and changes of members in chats that the bot is in
    inline, guest    inline queries and guest messages, from chats that it is not in
    chat_choice      which article a chat has settled on, and who may choose it
    sending          replies on their way to Telegram
    result           what was done about an update
"""
