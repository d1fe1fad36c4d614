"""What the bot's buttons carry.

In which file:

    callback_data       what a tap means, as at most 64 bytes
    quote_references    the quotes of an answer, small enough for that; in binary form
    binary              numbers, spans and language codes in few bytes
"""
