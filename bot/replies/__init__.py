"""What the bot says: pure functions from what it knows to a message.

In which file:

    conversation        from a request to its reply, whatever it asks
    commands            the replies to commands that ask no question
    callbacks           the replies to taps on buttons
    answers             the reply to a question; follow_ups, to one that leans on a quote
    inline              the results of an inline query
    voices              who is quoted, and their passages
    help, samples       greeting, help, sample questions
    quotes/             a quote, its source line, its buttons
    articles/           an article, and the list of many
    answer_json, explanation_json    an answer and its reasons, for programs
"""
